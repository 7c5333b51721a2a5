package ondevice

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lexiconTongues are the languages of the lexicon, in the order of its
// columns.
func lexiconTongues() []string { return []string{"en", "es", "fr", "de", "pt", "ar", "hi"} }

// entry is one thing that can be drawn, with its names.
type entry struct {
	// subject is the key of a drawn subject or an emoji; "" for a word that
	// only says where or when.
	subject string
	habit   habit
	weight  float64
	domain  domain
	places  []placeWeight
	hour    hour // with timed
	timed   bool
	names   map[string]string // by language: the word for the description
}

type placeWeight struct {
	id     string
	weight float64
}

// sense is one thing that a word can name.
type sense struct {
	entry int
	// share is how much the word speaks for it: 1, or weakShare for a word
	// that is mostly used in passing ("journey" for an explorer).
	share float64
	// own marks the entry's own name in the language, which wins where
	// nothing tells senses apart.
	own bool
}

// weakShare is what a word counts for that names a thing only by the way.
const weakShare = 0.22

// lexicon finds entries by the words of a language.
type lexicon struct {
	entries []entry
	// words maps a language and a folded stem (or up to three with spaces
	// between) to what it can name.
	words map[string]map[string][]sense
	// exact likewise for words whose stem means something else.
	exact map[string]map[string][]sense
}

// theLexicon is read from its tables once.
var theLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[string]map[string][]sense{}, exact: map[string]map[string][]sense{}}
	for _, lang := range lexiconTongues() {
		l.words[lang], l.exact[lang] = map[string][]sense{}, map[string][]sense{}
	}
	var d domain
	for _, table := range []string{lexiconEarth, lexiconSky, lexiconPlants, lexiconAnimals, lexiconBody, lexiconMatter, lexiconNumbers, lexiconBuilt, lexiconPeople, lexiconThings, lexiconFigures} {
		for line := range strings.Lines(table) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "#"); ok {
				d = domain(name)
			} else if line != "" {
				l.add(line, d)
			}
		}
	}
	l.addEmoji()
	return l
})

// add reads one line: subject|places|english|spanish|french|german|
// portuguese|arabic|hindi, words parted by spaces, "_" inside a name of
// several words. The subject may carry a habit after "/" and a weight after
// "*"; one that begins with "@" is an hour. A place's weight stands after ":".
// A word that ends in "~" is weak; one that ends in "!" counts only as it is
// written, without other endings. One that begins with "=" is only the name
// of what is drawn, for descriptions; else the first word is it. A line "#name" says to which domain the
// lines after it belong.
func (l *lexicon) add(line string, d domain) {
	f := strings.Split(line, "|")
	e := entry{weight: 1, domain: d, names: map[string]string{}}
	e.subject, e.weight = cutWeight(f[0], "*", 1)
	if name, ok := strings.CutPrefix(e.subject, "@"); ok {
		e.subject, e.timed = "", true
		e.hour = map[string]hour{"day": day, "morning": morning, "evening": evening, "dusk": dusk, "night": night, "overcast": overcast}[name]
	}
	name, h, _ := strings.Cut(e.subject, "/")
	e.subject, e.habit = name, map[string]habit{"": stands, "thing": thing, "flies": flies, "swims": swims, "sails": sails, "peeks": peeks, "hangs": hangs}[h]
	if f[1] != "" {
		for p := range strings.SplitSeq(f[1], ",") {
			id, w := cutWeight(p, ":", 1)
			e.places = append(e.places, placeWeight{id, w})
		}
	}
	index := len(l.entries)
	for i, lang := range lexiconTongues() {
		if 2+i >= len(f) {
			break
		}
		own := true
		for word := range strings.FieldsSeq(f[2+i]) {
			name, only := strings.CutPrefix(word, "=")
			if only {
				name = strings.ReplaceAll(name, "_", " ")
			} else {
				name = l.addWord(lang, word, index, own)
				own = false
			}
			if e.names[lang] == "" {
				e.names[lang] = name
			}
		}
	}
	l.entries = append(l.entries, e)
}

// shortArabic is how many letters a word has from which the article cannot be
// taken off by its stem alone.
const shortArabic = 2

// addWord makes a word of a table name the entry, and gives it as it is
// written.
func (l *lexicon) addWord(lang, word string, entry int, own bool) string {
	word, weak := strings.CutSuffix(word, "~")
	word, exact := strings.CutSuffix(word, "!")
	word = strings.ReplaceAll(word, "_", " ")
	s := sense{entry, 1, own}
	if weak {
		s.share = weakShare
	}
	var stems, forms []string
	for _, t := range sceneTokens(lang, word) {
		stems, forms = append(stems, t.stem), append(forms, t.form)
	}
	into, key := l.words[lang], strings.Join(stems, " ")
	if exact || lang == "ar" && utf8.RuneCountInString(key) <= shortArabic {
		into, key = l.exact[lang], strings.Join(forms, " ")
	}
	if !slices.ContainsFunc(into[key], func(o sense) bool { return o.entry == entry }) {
		into[key] = append(into[key], s)
	}
	return word
}

// cutWeight parts "name<sep>1.5" into its name and its number.
func cutWeight(s, sep string, otherwise float64) (string, float64) {
	name, num, ok := strings.Cut(s, sep)
	if !ok {
		return s, otherwise
	}
	if n := numbers(num); len(n) > 0 {
		return name, n[0]
	}
	return name, otherwise
}

// longestName is how many words a name has at most.
const longestName = 4

// lookup gives what the words at i can name, and how many words that took.
// A name of several words says more than one of a single word.
func (l *lexicon) lookup(lang string, tokens []token, i int) (found []sense, took int, share float64) {
	words, exact := l.words[lang], l.exact[lang]
	for n := min(longestName, len(tokens)-i); n > 1; n-- {
		stems := make([]string, n)
		for k, t := range tokens[i : i+n] {
			stems[k] = t.stem
		}
		if e := words[strings.Join(stems, " ")]; len(e) > 0 {
			return e, n, 1.5
		}
	}
	if e := exact[tokens[i].form]; len(e) > 0 {
		return e, 1, 1
	}
	if e := words[tokens[i].stem]; len(e) > 0 {
		return e, 1, 1
	}
	switch lang {
	case "de":
		return l.compound(tokens[i].stem), 1, 0.7
	case "ar":
		return words[tokens[i].bare], 1, 1
	}
	return nil, 1, 0
}

// compound finds the head of a German compound, "regenwald" under "wald",
// else its first part.
func (l *lexicon) compound(stem string) []sense {
	const least = 4
	words := l.words["de"]
	for i := 3; i+least <= len(stem); i++ {
		if e := words[stemFor("de", stem[i:])]; len(e) > 0 {
			return e
		}
	}
	for i := len(stem) - 3; i >= least; i-- {
		if e := words[stemFor("de", stem[:i])]; len(e) > 0 {
			return e
		}
	}
	return nil
}

// maxSceneWords bounds what is looked up for one picture.
const maxSceneWords = 1500

// token is a word of a scene.
type token struct {
	form string // folded; in Arabic without the article
	stem string
	// bare is the stem of an Arabic word without a particle before it.
	bare string
}

// sceneTokens gives a text's words.
func sceneTokens(lang, text string) []token {
	var out []token
	// Marks are parts of words in Hindi and Arabic.
	split := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
	for word := range strings.FieldsFuncSeq(text, split) {
		if len(out) >= maxSceneWords {
			break
		}
		if len(word) > 80 {
			continue
		}
		t := token{form: foldWord(word)}
		t.stem = stemFor(lang, t.form)
		if lang == "ar" {
			t.bare = withoutParticle(t.form)
			t.form = withoutArticle(t.form)
		}
		out = append(out, t)
	}
	return out
}

package ondevice

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
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
	places  []placeWeight
	hour    hour // with timed
	timed   bool
	names   map[string]string // by language: the word for the description
}

type placeWeight struct {
	id     string
	weight float64
}

// lexicon finds entries by the words of a language.
type lexicon struct {
	entries []entry
	// words maps a language and a folded stem (or two with a space between)
	// to the entries it names.
	words map[string]map[string][]int
}

// theLexicon is read from its tables once.
var theLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[string]map[string][]int{}}
	for _, lang := range lexiconTongues() {
		l.words[lang] = map[string][]int{}
	}
	for _, table := range []string{lexiconEarth, lexiconSky, lexiconPlants, lexiconAnimals, lexiconBody, lexiconScience, lexiconBuilt, lexiconPeople, lexiconThings} {
		for line := range strings.Lines(table) {
			if line = strings.TrimSpace(line); line != "" {
				l.add(line)
			}
		}
	}
	l.addEmoji()
	return l
})

// add reads one line: subject|places|english|spanish|french|german|
// portuguese|arabic|hindi, words parted by spaces, "_" inside a name of two
// words. The subject may carry a habit after "/" and a weight after "*"; one
// that begins with "@" is an hour. A place's weight stands after ":".
func (l *lexicon) add(line string) {
	f := strings.Split(line, "|")
	e := entry{weight: 1, names: map[string]string{}}
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
		for j, word := range strings.Fields(f[2+i]) {
			word = strings.ReplaceAll(word, "_", " ")
			if j == 0 {
				e.names[lang] = word
			}
			var stems []string
			for _, w := range strings.Fields(word) {
				stems = append(stems, stemFor(lang, foldWord(w)))
			}
			key := strings.Join(stems, " ")
			if !slices.Contains(l.words[lang][key], index) {
				l.words[lang][key] = append(l.words[lang][key], index)
			}
		}
	}
	l.entries = append(l.entries, e)
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

// lookup gives the entries that the words at i name, and how many words
// that took.
func (l *lexicon) lookup(lang string, stems []string, i int) (found []int, took int, share float64) {
	words := l.words[lang]
	if i+1 < len(stems) {
		if e := words[stems[i]+" "+stems[i+1]]; len(e) > 0 {
			return e, 2, 1.5
		}
	}
	if e := words[stems[i]]; len(e) > 0 {
		return e, 1, 1
	}
	if lang == "de" {
		return l.compound(stems[i]), 1, 0.7
	}
	return nil, 1, 0
}

// compound finds the head of a German compound, "regenwald" under "wald",
// else its first part.
func (l *lexicon) compound(stem string) []int {
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

// sceneStems gives the folded stems of a text's words.
func sceneStems(lang, text string) []string {
	var out []string
	// Marks are parts of words in Hindi and Arabic.
	split := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
	for word := range strings.FieldsFuncSeq(text, split) {
		if len(out) >= maxSceneWords {
			break
		}
		if len(word) > 80 {
			continue
		}
		out = append(out, stemFor(lang, foldWord(word)))
	}
	return out
}

// foldWord takes off capitals, accents, Arabic vowel signs and the variants
// of Arabic letters. Signs of Indic scripts are letters and stay.
func foldWord(w string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		switch {
		case r == 'ـ' || r == '़' || unicode.Is(unicode.Mn, r) && r < 0x900:
			continue
		case r == 'ß':
			b.WriteString("ss")
			continue
		case r == 'œ':
			b.WriteString("oe")
			continue
		}
		b.WriteRune(foldArabic(r))
	}
	return b.String()
}

func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	}
	return r
}

// stemFor takes a folded word's common endings off, as far as two forms of
// one noun need it to meet. It is cautious: the lexicon lists what it misses.
func stemFor(lang, w string) string {
	switch lang {
	case "en":
		return stemEnglish(w)
	case "es", "pt":
		return stemIberian(w)
	case "fr":
		return stemFrench(w)
	case "de":
		return trimOne(w, 4, "ern", "en", "er", "es", "e", "n", "s")
	case "ar":
		return lexiconArabic(w)
	case "hi":
		return trimOne(w, 2, "ियों", "ियां", "ियाँ", "ाओं", "ाएं", "ाएँ", "ुओं", "ों", "ें", "ाें", "े", "ा", "ो", "ी")
	}
	return w
}

// trimOne takes the first of the endings off that leaves at least least
// letters.
func trimOne(w string, least int, endings ...string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len([]rune(s)) >= least {
			return s
		}
	}
	return w
}

func stemEnglish(w string) string {
	if s, ok := strings.CutSuffix(w, "ies"); ok && len(s) > 2 {
		return s + "y"
	}
	if s, ok := strings.CutSuffix(w, "ves"); ok && len(s) > 2 {
		return s + "f"
	}
	for _, e := range []string{"ches", "shes", "sses", "xes", "oes"} {
		if strings.HasSuffix(w, e) {
			return strings.TrimSuffix(w, "es")
		}
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return w
	}
	return trimOne(w, 3, "s")
}

func stemIberian(w string) string {
	for _, p := range [][2]string{{"oes", "ao"}, {"aes", "ao"}, {"aos", "ao"}, {"ais", "al"}, {"eis", "el"}, {"ois", "ol"}, {"ns", "m"}, {"ces", "z"}} {
		if s, ok := strings.CutSuffix(w, p[0]); ok && len(s) > 1 {
			return s + p[1]
		}
	}
	for _, e := range []string{"les", "res", "nes", "des", "yes", "zes", "ses"} {
		if strings.HasSuffix(w, e) && len(w) > 5 {
			return strings.TrimSuffix(w, "es")
		}
	}
	return trimOne(w, 3, "s")
}

func stemFrench(w string) string {
	if s, ok := strings.CutSuffix(w, "eaux"); ok {
		return s + "eau"
	}
	if s, ok := strings.CutSuffix(w, "aux"); ok && len(s) > 2 {
		return s + "al"
	}
	return trimOne(w, 3, "s", "x")
}

// lexiconArabic takes off what is written together with a noun: and, with, for,
// the; and the regular plurals and the feminine ending.
func lexiconArabic(w string) string {
	for _, p := range []string{"وال", "فال", "بال", "كال", "لل", "ال", "و", "ب", "ل"} {
		if s, ok := strings.CutPrefix(w, p); ok && len([]rune(s)) >= 3 {
			w = s
			break
		}
	}
	return trimOne(w, 3, "ات", "ون", "ين", "ها", "هم", "ه")
}

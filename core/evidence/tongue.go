package evidence

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
)

// A tongue is what is known of a language. All words are folded.
type tongue struct {
	tag        string
	stem       func(string) string
	stop       map[string]bool // words that say nothing by themselves
	light      map[string]bool // stems that say so little that they need not be found
	negators   map[string]bool
	conditions map[string]bool // "if": what follows may not be so
	pronouns   map[string]bool
	breaks     map[string]bool // conjunctions that begin a clause
	lists      map[string]bool // conjunctions that may only go on with a list
	openers    map[string]bool // after a comma or a list's conjunction they begin a clause: articles, pronouns
	places     map[string]bool // prepositions, or postpositions
	after      bool            // they stand after their word (Hindi)
	before     map[string]bool // negators that stand before what they deny; nil: all
	agents     map[string]bool // prepositions of who does it, in the passive: "by"
	ones       map[string]bool
	counted    map[string]bool // those of ones that are no articles
	numbers    map[string]float64
	joins      map[string]bool // "and" within a number
	joinPrefix string          // the same, written at the front of a word (Arabic)
	verbFirst  bool            // the verb may come before its subject
	article    string          // of nouns, written at their front (Arabic)
	clitics    []string        // prepositions and conjunctions written at the front of a word (Arabic)
	groups     map[string][]string
	opposites  map[string][]string // by stem
	against    map[string]string   // prepositions that say the opposite of one another
}

// A lexicon is what a tongue is made of: lists of words with spaces between.
type lexicon struct {
	stop, light, negators, conditions, pronouns, breaks, lists, openers, places, agents, ones, counted, joins string
	after, verbFirst                                                                                          bool
	joinPrefix, article                                                                                       string
	clitics                                                                                                   []string
	numbers                                                                                                   string // "two=2 three=3"
	synonyms                                                                                                  string // a group a line
	opposites                                                                                                 string // "hot warm|cold cool" a line
	against                                                                                                   string // "from/to before/after"
	stem                                                                                                      func(string) string
}

// tongueOf gives the tongue of a language (BCP 47). Of one that is not known
// it compares by the beginnings of words and by digits, and is the stricter.
func tongueOf(language string) *tongue {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	t, ok := tongues()[tag]
	if !ok {
		t = tongues()[""]
	}
	return t
}

var tongues = sync.OnceValue(func() map[string]*tongue {
	snowball := func(stem func(string, bool) string) func(string) string {
		return func(w string) string { return stem(w, true) }
	}
	all := map[string]*tongue{}
	for tag, l := range map[string]lexicon{
		"en": english_, "es": spanish_, "ar": arabic_, "hi": hindi_, "fr": french_, "de": german_, "": other_,
	} {
		if l.stem == nil {
			l.stem = cutEnding
		}
		switch tag {
		case "en":
			l.stem = snowball(english.Stem)
		case "es":
			l.stem = snowball(spanish.Stem)
		case "fr":
			l.stem = snowball(french.Stem)
		}
		all[tag] = l.tongue(tag)
	}
	ru := other_
	ru.stem = snowball(russian.Stem)
	ru.negators += " не ни без нет никогда"
	all["ru"] = ru.tongue("ru")
	return all
})

func (l lexicon) tongue(tag string) *tongue {
	t := &tongue{
		tag: tag, stem: l.stem, after: l.after, verbFirst: l.verbFirst, article: fold(l.article), joinPrefix: fold(l.joinPrefix),
		stop: wordSet(l.stop), negators: wordSet(l.negators), conditions: wordSet(l.conditions), pronouns: wordSet(l.pronouns),
		breaks: wordSet(l.breaks), lists: wordSet(l.lists), openers: wordSet(l.openers), places: wordSet(l.places),
		agents: wordSet(l.agents), counted: wordSet(l.counted), ones: wordSet(l.ones), joins: wordSet(l.joins),
		light: map[string]bool{}, numbers: map[string]float64{}, groups: map[string][]string{},
		opposites: map[string][]string{}, against: map[string]string{},
	}
	for _, set := range []map[string]bool{t.pronouns, t.openers, t.places, t.breaks, t.lists, t.agents, t.ones, t.conditions, t.joins} {
		for w := range set {
			t.stop[w] = true
		}
	}
	for _, c := range l.clitics {
		t.clitics = append(t.clitics, fold(c))
	}
	for w := range wordSet(l.light) {
		t.light[t.stemOf(w)] = true
	}
	for _, pair := range strings.Fields(l.numbers) {
		word, value, _ := strings.Cut(pair, "=")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			t.numbers[fold(word)] = v
		}
	}
	for i, line := range strings.Split(strings.TrimSpace(l.synonyms), "\n") {
		for _, w := range strings.Fields(line) {
			s := t.stemOf(fold(w))
			t.groups[s] = append(t.groups[s], "#"+strconv.Itoa(i))
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(l.opposites), "\n") {
		left, right, _ := strings.Cut(line, "|")
		for _, a := range strings.Fields(left) {
			for _, b := range strings.Fields(right) {
				a, b := t.stemOf(fold(a)), t.stemOf(fold(b))
				t.opposites[a] = append(t.opposites[a], b)
				t.opposites[b] = append(t.opposites[b], a)
			}
		}
	}
	for _, pair := range strings.Fields(l.against) {
		a, b, _ := strings.Cut(pair, "/")
		a, b = fold(a), fold(b)
		t.against[a+"/"+b], t.against[b+"/"+a] = a, b
	}
	return t
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[fold(w)] = true
	}
	return set
}

// stemOf gives the stem of a folded word.
func (t *tongue) stemOf(word string) string {
	if r, _ := utf8.DecodeRuneInString(word); unspaced(r) || unicode.IsDigit(r) {
		return word
	}
	return t.stem(word)
}

// cutEnding takes a vowel or an s off the end of a longer word.
func cutEnding(word string) string {
	return withoutEnding(word, []string{"es", "en", "er", "s", "a", "e", "i", "o", "u", "y", "n"}, 4)
}

// withoutEnding takes the first of endings that word has off, as long as keep
// letters stay.
func withoutEnding(word string, endings []string, keep int) string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= keep {
			return stem
		}
	}
	return word
}

// read gives the tokens of text.
func (t *tongue) read(text string) []token {
	raw := split(text)
	all := make([]token, 0, len(raw))
	clause, piece := 0, 0
	for i := 0; i < len(raw); {
		r := raw[i]
		next := ""
		if i+1 < len(raw) && raw[i+1].pause == 0 {
			next = raw[i+1].text
		}
		if i > 0 {
			switch {
			case r.pause == ';', t.breaks[r.text], (r.pause == ',' || t.lists[r.text]) && t.opens(r.text, next):
				clause++
				piece++
			case r.pause == ',' || t.lists[r.text]:
				piece++
			}
		}
		k := token{from: r.from, to: r.to, text: r.text, clause: clause, piece: piece}
		n := 1
		if v, taken := t.numberAt(raw, i); taken > 0 && !t.ones[r.text] {
			k.number, k.keys, k.to, n = true, []string{numberKey(v)}, raw[i+taken-1].to, taken
		} else {
			t.word(&k)
		}
		all = append(all, k)
		i += n
	}
	t.mark(all)
	return all
}

// opens reports whether a clause begins at word, after a comma or a list's
// conjunction.
func (t *tongue) opens(word, next string) bool {
	return t.openers[word] || t.pronouns[word] || t.lists[word] && (t.openers[next] || t.pronouns[next] || t.breaks[next])
}

// word fills what is known of a word.
func (t *tongue) word(k *token) {
	word := k.text
	for _, end := range []string{"'s", "s'"} {
		word = strings.TrimSuffix(word, end)
	}
	if strings.HasSuffix(word, "n't") {
		k.negates = true
	}
	k.one = t.ones[word]
	k.stop = k.stop || t.stop[word] || k.text == "°"
	k.negates = k.negates || t.negators[word]
	if !k.stop && !k.negates {
		for _, c := range t.clitics {
			rest, ok := strings.CutPrefix(word, c)
			if ok && utf8.RuneCountInString(rest) >= 2 && t.stop[rest] {
				k.stop = true
			}
			if ok && t.negators[rest] {
				k.negates = true
			}
		}
	}
	stem := t.stemOf(word)
	k.light = t.light[stem]
	k.keys = append([]string{stem}, t.groups[stem]...)
	if k.negates {
		k.stop = true
	}
}

// mark gives every word of weight the preposition that it stands with.
func (t *tongue) mark(all []token) {
	current, given := "", false
	step := func(i int) {
		k := &all[i]
		switch {
		case t.places[k.text] || t.agents[k.text]:
			if given || current == "" {
				current = k.text
			} else {
				current += " " + k.text // "than at"
			}
			given = false
		case !k.stop || k.number:
			k.marker, given = current, true
			if t.after {
				current = ""
			}
		case given || t.pronouns[k.text] && !t.openers[k.text]:
			current = ""
		}
	}
	if t.after {
		for i := len(all) - 1; i >= 0; i-- {
			if i+1 < len(all) && all[i+1].piece != all[i].piece {
				current = ""
			}
			step(i)
		}
		return
	}
	for i := range all {
		if i > 0 && all[i-1].piece != all[i].piece {
			current = ""
		}
		step(i)
	}
}

// alike reports whether two words of weight mean the same.
func (t *tongue) alike(a, b *token) bool {
	if a.number != b.number {
		return false
	}
	for _, x := range a.keys {
		for _, y := range b.keys {
			if x == y {
				return true
			}
		}
	}
	return false
}

// near reports whether two words look like forms of one: they begin alike,
// and are no opposites.
func (t *tongue) near(a, b *token) bool {
	if a.number || b.number || a.keys[0] == b.keys[0] || a.keys[0][0] != b.keys[0][0] || t.opposed(a, b) {
		return false
	}
	x, y := a.keys[0], b.keys[0]
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	for n > 0 && n < len(x) && !utf8.RuneStart(x[n]) {
		n--
	}
	if n < 4 {
		return false
	}
	same := utf8.RuneCountInString(x[:n])
	return same >= 4 && 10*same >= 7*max(utf8.RuneCountInString(x), utf8.RuneCountInString(y))
}

// opposed reports whether a says the opposite of b.
func (t *tongue) opposed(a, b *token) bool {
	for _, o := range t.opposites[a.keys[0]] {
		if o == b.keys[0] {
			return true
		}
	}
	return false
}

// weighty reports whether a token must be found in the document.
func (k *token) weighty() bool { return k.number || !k.stop && !k.light }

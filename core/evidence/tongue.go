package evidence

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A tongue is what is known of a language. All words are folded.
type tongue struct {
	tag        string
	stem       func(string) string
	stop       map[string]bool // words that say nothing by themselves
	light      map[string]bool // stems that say so little that they need not be found
	negators   map[string]bool
	conditions map[string]bool // "if": what follows may not be so
	that       map[string]bool // what follows is what somebody says, thinks or denies
	pronouns   map[string]bool
	objects    map[string]bool // those that stand for a whole phrase after a preposition
	breaks     map[string]bool // conjunctions that begin a clause
	lists      map[string]bool // conjunctions that may only go on with a list
	openers    map[string]bool // after a comma or a list's conjunction they begin a clause: articles, pronouns
	places     map[string]bool // prepositions, or postpositions
	after      bool            // they stand after their word (Hindi)
	agents     map[string]bool // prepositions of who does it, in the passive: "by"
	ones       map[string]bool
	counted    map[string]bool // those of ones that are no articles
	numbers    map[string]float64
	joins      map[string]bool // "and" within a number
	joinPrefix string          // the same, written at the front of a word (Arabic)
	loose      bool            // words side by side may change places: an adjective and its noun
	verbFirst  bool            // the verb may come before its subject
	article    string          // of nouns, written at their front (Arabic)
	clitics    []string        // prepositions and conjunctions written at the front of a word (Arabic)
	groups     map[string][]string
	opposites  map[string][]string // by stem
	against    map[string]bool     // prepositions that say the opposite of one another
}

// tongueOf gives the tongue of a language (BCP 47). Of one that is not known
// it compares by the beginnings of words and by digits, and is the stricter.
func tongueOf(language string) *tongue {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	t, ok := tongues()[tag]
	if !ok {
		t = tongues()["und"]
	}
	return t
}

//go:embed words
var lexicons embed.FS

// tongues reads the word lists, a file a language, "und" for all others.
var tongues = sync.OnceValue(func() map[string]*tongue {
	all := map[string]*tongue{}
	files, err := lexicons.ReadDir("words")
	if err != nil {
		panic(err) // it is part of the program
	}
	for _, f := range files {
		data, err := lexicons.ReadFile("words/" + f.Name())
		if err != nil {
			panic(err)
		}
		tag := strings.TrimSuffix(f.Name(), ".txt")
		all[tag] = newTongue(tag, lexicon(string(data)))
	}
	return all
})

// lexicon cuts a word list into its sections.
func lexicon(text string) map[string]string {
	l := map[string]string{}
	for section := range strings.SplitSeq(text, "== ") {
		name, words, _ := strings.Cut(section, "\n")
		l[name] = strings.TrimSpace(words)
	}
	return l
}

func newTongue(tag string, l map[string]string) *tongue {
	t := &tongue{
		tag: tag, stem: stemmers[tag], after: tag == "hi", verbFirst: tag == "es", loose: tag == "en" || tag == "es" || tag == "fr",
		article: fold(l["article"]), joinPrefix: fold(l["joinPrefix"]), clitics: strings.Fields(fold(l["clitics"])),
		stop: wordSet(l["stop"]), negators: wordSet(l["negators"]), conditions: wordSet(l["conditions"]), pronouns: wordSet(l["pronouns"]), that: wordSet(l["that"]), objects: wordSet(l["objects"]),
		breaks: wordSet(l["breaks"]), lists: wordSet(l["lists"]), openers: wordSet(l["openers"]), places: wordSet(l["places"]),
		agents: wordSet(l["agents"]), counted: wordSet(l["counted"]), ones: wordSet(l["ones"]), joins: wordSet(l["joins"]),
		light: map[string]bool{}, numbers: map[string]float64{}, groups: map[string][]string{},
		opposites: map[string][]string{}, against: map[string]bool{},
	}
	if t.stem == nil {
		t.stem = cutEnding
	}
	for _, set := range []map[string]bool{t.pronouns, t.openers, t.places, t.breaks, t.lists, t.agents, t.ones, t.conditions, t.joins} {
		for w := range set {
			t.stop[w] = true
		}
	}
	for w := range wordSet(l["light"]) {
		t.light[t.stemOf(w)] = true
	}
	for _, pair := range strings.Fields(l["numbers"]) {
		word, value, _ := strings.Cut(pair, "=")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			t.numbers[fold(word)] = v
		}
	}
	for i, line := range strings.Split(l["synonyms"], "\n") {
		for _, w := range strings.Fields(line) {
			s := t.stemOf(fold(w))
			t.groups[s] = append(t.groups[s], "#"+strconv.Itoa(i))
		}
	}
	for line := range strings.SplitSeq(l["opposites"], "\n") {
		t.oppose(line)
	}
	for _, pair := range strings.Fields(l["against"]) {
		a, b, _ := strings.Cut(fold(pair), "/")
		t.against[a+"/"+b], t.against[b+"/"+a] = true, true
	}
	return t
}

// oppose takes in a line of opposites: words, a bar, words.
func (t *tongue) oppose(line string) {
	left, right, _ := strings.Cut(line, "|")
	for _, a := range strings.Fields(left) {
		for _, b := range strings.Fields(right) {
			a, b := t.stemOf(fold(a)), t.stemOf(fold(b))
			t.opposites[a] = append(t.opposites[a], b)
			t.opposites[b] = append(t.opposites[b], a)
		}
	}
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
		case given || t.objects[k.text]:
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

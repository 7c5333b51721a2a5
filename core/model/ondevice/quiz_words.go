package ondevice

import (
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/story"
)

// wordKind says what kind of word a gap asks for. Wrong options are of the
// same kind.
type wordKind int

const (
	noKind wordKind = iota
	year
	number
	name
	noun
)

// gapWord is a word, a number or a name in a passage that a gap can stand
// for.
type gapWord struct {
	kind   wordKind
	text   string // as written
	span   span   // in the passage's text
	first  int    // index of its first word
	last   int
	unit   string // stem of what a number counts
	before string // the word before it, "" at the beginning or after a mark
	after  string // the postposition after it, in Hindi
	det    string // the determiner it belongs to, with adjectives between; "" where there is none
}

// rival is a word that can stand among the options of another of its kind.
type rival struct {
	kind     wordKind
	text     string
	lower    string
	terms    map[int32]bool
	unit     string
	befores  wordSet // the words before it, wherever it stands
	afters   wordSet
	dets     wordSet // its determiners, "" where it had none
	passages []int
	defined  bool
}

// conjunctions join words any of which may fit a gap beside them.
var conjunctions = newWordSet("and or nor y e o u et ou und oder ed od और या एवं तथा أو و")

// gapWords gives the words of passage i that a gap can stand for.
func (c *corpus) gapWords(i int) []gapWord {
	if c.tongue.unspaced {
		return c.unspacedGaps(i)
	}
	p := &c.passages[i]
	var out []gapWord
	for j := 0; j < len(p.words); j++ {
		g, ok := c.gapWordAt(p, j)
		if !ok {
			continue
		}
		if j > 0 && !closed(p.text, p.words[j-1], p.words[j]) {
			g.before = p.words[j-1].lower
		}
		if k := g.last + 1; c.tongue.tag == "hi" && k < len(p.words) && !closed(p.text, p.words[g.last], p.words[k]) {
			g.after = postposition(p.words[k].lower)
		}
		g.det = c.determinerOf(p, j)
		out = append(out, g)
		j = g.last
	}
	return out
}

// determinerOf gives the determiner of word j, over at most two adjectives
// where the language puts them before the noun.
func (c *corpus) determinerOf(p *passage, j int) string {
	for k := j - 1; k >= 0 && k >= j-3 && !closed(p.text, p.words[k], p.words[k+1]); k-- {
		if c.tongue.determiners[p.words[k].lower] {
			return c.caseOf(p, k)
		}
		if c.tongue.adjAfter || p.ids[k] == function {
			break
		}
	}
	return ""
}

// Forms of German "der" that stand for different genders: at the beginning of
// a sentence it goes with a man's word, after a preposition with a woman's.
const (
	openingDer = "^der"
	governsDer = "~der"
)

var germanDative = newWordSet("bei mit von aus zu nach seit in an auf unter über vor hinter neben zwischen während")

// caseOf gives the determiner at word k, and tells what "der" stands for in
// German.
func (c *corpus) caseOf(p *passage, k int) string {
	word := p.words[k].lower
	switch {
	case !c.tongue.nounCaps || word != "der":
	case k == 0:
		return openingDer
	case germanDative[p.words[k-1].lower]:
		return governsDer
	}
	return word
}

// postposition gives the Hindi postposition that a word is, "का" for all its
// forms; "" for other words.
func postposition(word string) string {
	switch word {
	case "का", "के", "की":
		return "का"
	case "ने", "को", "से", "में", "पर", "तक":
		return word
	}
	return ""
}

func (c *corpus) gapWordAt(p *passage, j int) (gapWord, bool) {
	w := p.words[j]
	written := p.text[w.from:w.to]
	g := gapWord{first: j, last: j}
	if g, ok := c.wordedNumberAt(p, j); ok {
		return g, true
	}
	switch {
	case w.number:
		return c.numberAt(p, j)
	case p.ids[j] == function && !capitalised(written):
		return g, false
	case !c.tongue.nounCaps && capitalised(written):
		return c.nameAt(p, j)
	case p.ids[j] == function || j == 0 && cased(written):
		return g, false
	}
	t := &c.vocab.terms[p.ids[j]]
	if c.tongue.tag == "ar" && (!arabicDefinite(w.lower) || j > 0 && arabicDefinite(p.words[j-1].lower) && !closed(p.text, p.words[j-1], w)) {
		return g, false // an adjective, or a word bound to the next
	}
	if c.tongue.nounCaps && !capitalised(written) {
		return g, false
	}
	describes := !c.tongue.adjAfter && j+1 < len(p.words) && p.ids[j+1] != function && !closed(p.text, w, p.words[j+1])
	if describes && !(c.tongue.tag == "en" && verbLike(p.words[j+1].lower)) {
		return g, false // it only describes the next word
	}
	if c.terms[t.stem] && c.tongue.tag != "ar" {
		g.kind, g.text, g.span = noun, written, span{w.from, w.to}
		return g, true
	}
	if c.tongue.generic[w.lower] || ranks[w.lower] || utf8.RuneCountInString(w.lower) < 3 || c.tongue.tag == "en" && verbLike(w.lower) {
		return g, false
	}
	if len(c.tongue.stop) > 0 && t.nounness() < minNounness {
		return g, false
	}
	if describes {
		return g, false
	}
	g.kind, g.text, g.span = noun, written, span{w.from, w.to}
	return g, true
}

// minNounness is the share of a word's places in the text from which on it
// counts as a noun.
const minNounness = 0.34

// nameAt takes a run of words with capitals as one name.
func (c *corpus) nameAt(p *passage, j int) (gapWord, bool) {
	last := j
	for k := j + 1; k < len(p.words) && k <= j+4 && !closed(p.text, p.words[k-1], p.words[k]); k++ {
		w := p.words[k]
		if capitalised(p.text[w.from:w.to]) {
			last = k
		} else if !c.tongue.linkers[w.lower] || c.tongue.tag == "en" && !takesOf[p.words[k-1].lower] {
			break
		}
	}
	from, to := p.words[j].from, p.words[last].to
	g := gapWord{kind: name, text: p.text[from:to], span: span{from, to}, first: j, last: last}
	if p.ids[j] == function || strings.HasSuffix(strings.ToLower(g.text), "'s") || strings.HasSuffix(g.text, "’s") {
		return g, false
	}
	if !slices.ContainsFunc(p.words[j:last+1], func(w piece) bool { return !calendar[w.lower] }) {
		return g, false // "Jan" alone, not "Jan Tinbergen"
	}
	if last+1 < len(p.words) && (c.goesWithName(p, last) || strings.HasPrefix(p.text[to:], ". ")) {
		return g, false // "British soldiers", "Mount St. Helens"
	}
	if j > 0 && strings.HasSuffix(p.text[:from], ". ") {
		return g, false
	}
	return g, j > 0 && !opensSpeech(p.text, from) || last > j || c.vocab.terms[p.ids[j]].proper()
}

// goesWithName reports whether the word after the name that ends with word last
// belongs to it, as a noun does. In English a verb does not.
func (c *corpus) goesWithName(p *passage, last int) bool {
	next := p.words[last+1]
	if p.ids[last+1] == function || closed(p.text, p.words[last], next) {
		return false
	}
	return c.tongue.tag != "en" || !verbLike(next.lower) || plural(next.lower)
}

// takesOf are the English words that have "of" inside a name.
var takesOf = newWordSet("treaty declaration battle bill house gulf bay cape strait university kingdom empire republic duke king queen act war isle statue city sea ocean bank church council court")

// gatherRivals collects the words of every kind in the document.
func (c *corpus) gatherRivals() {
	c.terms = map[string]bool{}
	for _, d := range c.definitions() {
		if key := c.stemmed(d.term); key != "" && !strings.Contains(key, " ") {
			c.terms[key] = true
		}
	}
	for _, b := range c.doc.Blocks {
		// What a list names with one word is a thing: "Battery", "Wires".
		if words := pieces(b.Text); b.Kind == story.ListItem && len(words) == 1 && !words[0].number && !verbLike(words[0].lower) {
			if key := c.stemmed(b.Text); key != "" {
				c.terms[key] = true
			}
		}
	}
	c.rivals = map[wordKind][]*rival{}
	known := map[string]*rival{}
	for i := range c.passages {
		if c.passages[i].fit < minFit/2 {
			continue
		}
		for _, g := range c.gapWords(i) {
			key := string(rune('0'+int(g.kind))) + g.text + "\x00" + g.unit
			r := known[key]
			if r == nil {
				r = &rival{kind: g.kind, text: g.text, lower: strings.ToLower(g.text), unit: g.unit, befores: wordSet{}, afters: wordSet{}, dets: wordSet{}, terms: c.termsOf(g.text)}
				known[key] = r
				c.rivals[g.kind] = append(c.rivals[g.kind], r)
			}
			r.befores[g.before] = true
			r.afters[g.after] = true
			r.dets[g.det] = true
			if n := len(r.passages); n == 0 || r.passages[n-1] != i {
				r.passages = append(r.passages, i)
			}
		}
	}
	for _, d := range c.definitions() {
		key := c.stemmed(d.term)
		for _, r := range c.rivals[noun] {
			r.defined = r.defined || c.stemmed(r.text) == key
		}
	}
}

package ondevice

import (
	"slices"
	"strings"
	"unicode"
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

// calendar are names that stand for no person or place.
var calendar = newWordSet(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
	januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
	jan feb mar apr jun jul aug sep sept oct nov dec`)

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
	if c.tongue.generic[w.lower] || utf8.RuneCountInString(w.lower) < 3 || c.tongue.tag == "en" && verbLike(w.lower) {
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

func (c *corpus) numberAt(p *passage, j int) (gapWord, bool) {
	w := p.words[j]
	g := gapWord{kind: number, text: p.text[w.from:w.to], span: span{w.from, w.to}, first: j, last: j}
	digits := asciiDigits(g.text)
	if strings.ContainsFunc(g.text, unicode.IsLetter) || w.to < len(p.text) && strings.ContainsRune("-–/:", firstRune(p.text[w.to:])) {
		return g, false
	}
	if w.from > 0 && strings.ContainsRune("-–/:$€£", lastRune(p.text[:w.from])) {
		return g, false
	}
	if j+1 < len(p.words) && !closed(p.text, w, p.words[j+1]) {
		next := p.words[j+1]
		if next.number || calendar[next.lower] {
			return g, false // "10 000", "4 July"
		}
		if p.ids[j+1] != function {
			g.unit = c.vocab.terms[p.ids[j+1]].stem
		}
	}
	if j > 0 && p.words[j-1].number && !closed(p.text, p.words[j-1], w) {
		return g, false
	}
	if rest := strings.TrimSpace(p.text[w.to:]); strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "٪") {
		g.unit = "%"
	}
	if v := atoi(digits); len(digits) == 4 && v >= 1000 && v <= 2100 && (g.unit == "" || c.tongue.unspaced && strings.HasPrefix(p.text[w.to:], "年")) {
		g.kind = year
	}
	return g, true
}

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
	for k := j; k <= last; k++ {
		if calendar[p.words[k].lower] {
			return g, false
		}
	}
	if last+1 < len(p.words) && (p.ids[last+1] != function && !closed(p.text, p.words[last], p.words[last+1]) || strings.HasPrefix(p.text[to:], ". ")) {
		return g, false // "British soldiers", "Mount St. Helens"
	}
	if j > 0 && strings.HasSuffix(p.text[:from], ". ") {
		return g, false
	}
	return g, j > 0 && !opensSpeech(p.text, from) || last > j || c.vocab.terms[p.ids[j]].proper()
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

// agree reports whether r can stand in the place of g as far as grammar goes.
func (c *corpus) agree(g gapWord, r *rival) bool {
	t := c.tongue
	lower := strings.ToLower(g.text)
	if t.unspaced {
		return lexemeKind(g.text) == lexemeKind(r.text) && utf8.RuneCountInString(g.text) < 2*utf8.RuneCountInString(r.text)+1
	}
	switch t.tag {
	case "ar":
		return arabicShape(lower) == arabicShape(r.lower)
	case "hi":
		a, b := lastRune(lower), lastRune(r.lower)
		return r.afters[g.after] && (a == b || unicode.IsLetter(a) && unicode.IsLetter(b))
	case "en":
		return c.agreeEnglish(g, r)
	case "":
		return lastLetters(lower) == lastLetters(r.lower)
	}
	if len(t.determiners) == 0 {
		return lastLetters(lower) == lastLetters(r.lower) && r.befores[g.before]
	}
	if strings.HasSuffix(g.det, "der") && t.nounCaps {
		return agreesWithDer(g.det, r)
	}
	class := c.articleClass(g.det)
	if class == "" {
		return r.dets[""] && strings.HasSuffix(lower, "s") == strings.HasSuffix(r.lower, "s") && lastRune(lower) == lastRune(r.lower)
	}
	if t.nounCaps && germanEnding(lower) != germanEnding(r.lower) {
		return false
	}
	for w := range r.dets {
		if c.articleClass(w) == class {
			return true
		}
	}
	return false
}

// agreesWithDer looks at the other determiners of r for its gender.
func agreesWithDer(der string, r *rival) bool {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return r.dets[w] })
	}
	neuter := has("das", "ins")
	woman := has(governsDer, "zur", "einer", "eine")
	man := has(openingDer, "einen") || has("dem", "im", "am", "zum", "vom", "beim", "des") && !neuter
	if der == governsDer {
		return woman && !man && !neuter
	}
	return has(openingDer, "der", "einen") && !woman && !neuter
}

// germanEnding tells plurals from most singulars where the article does not.
func germanEnding(word string) rune {
	switch r := lastRune(word); r {
	case 'n', 'r', 's':
		return r
	}
	return 0
}

// agreeEnglish looks at number, at "a" and "an", and at whether the word goes
// without an article.
func (c *corpus) agreeEnglish(g gapWord, r *rival) bool {
	switch {
	case plural(strings.ToLower(g.text)) != plural(r.lower):
		return false
	case g.before == "a" || g.before == "an":
		return r.befores[g.before]
	case g.det == "a" || g.det == "an":
		return r.dets["a"] || r.dets["an"]
	}
	return g.det != "" || r.dets[""] || r.defined && c.isDefined(g.text)
}

func plural(word string) bool {
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") || word == "people" || word == "children"
}

func lastLetters(word string) string {
	_, one := utf8.DecodeLastRuneInString(word)
	_, two := utf8.DecodeLastRuneInString(word[:len(word)-one])
	return word[len(word)-one-two:]
}

// arabicShape tells apart what may not stand for one another in an Arabic
// sentence: the article with what is written together with it, and the
// feminine ending.
func arabicShape(word string) string {
	shape := ""
	for _, head := range []string{"وال", "بال", "كال", "فال", "لل", "ال"} {
		if strings.HasPrefix(word, head) {
			shape = head
			break
		}
	}
	if strings.HasSuffix(word, "ة") {
		shape += "ة"
	}
	return shape
}

// articleClass tells by an article what gender and number follow it; "" where
// the word is no article of the language or tells nothing.
func (c *corpus) articleClass(word string) string {
	if !c.tongue.determiners[word] {
		return ""
	}
	return articleClasses[word]
}

var articleClasses = classes(map[string]string{
	"m":  "el un del al este ese le du au ce cet o um do no ao il nel dal sul questo",
	"f":  "la una esta esa une cette a uma da na à della alla nella dalla sulla",
	"mp": "los unos estos esos os uns dos nos aos i dei ai nei dai sui questi",
	"fp": "las unas estas esas as umas das nas às delle alle nelle dalle sulle queste",
	"p":  "les des ces aux", "l": "l' d' dell' all' nell' dall' sull' un'",
	"mz": "lo uno dello allo nello", "pz": "gli degli agli negli",
	"der": "der", "die": "die", "das": "das ins", "dem": "dem im am vom zum beim", "den": "den", "des": "des",
	"ein": "ein kein sein", "eine": "eine keine seine ihre", "einen": "einen keinen", "einem": "einem", "einer": "einer zur",
})

func classes(lists map[string]string) map[string]string {
	out := map[string]string{}
	names := make([]string, 0, len(lists))
	for class := range lists {
		names = append(names, class)
	}
	slices.Sort(names)
	for _, class := range names {
		for _, w := range strings.Fields(lists[class]) {
			out[w] = class
		}
	}
	return out
}

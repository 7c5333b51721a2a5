package ondevice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/story"
)

// Limits of the glossary.
const (
	maxGlossary      = 12
	maxDefinition    = 260 // bytes
	minDefinition    = 3   // words
	maxTermWords     = 4
	rareTermStrength = 0.6 // of a term that the document names once only
)

// definition is a term that the document itself defines.
type definition struct {
	term    string // as written, without its article
	text    string // what it is, in the document's words
	whole   bool   // text is a whole sentence, which names the term
	plural  bool   // "are called", "are"
	passage int    // -1 where it stands in a list of definitions
	block   int
	page    int
	worth   float64
}

// define gives the definition that passage i holds.
func (c *corpus) define(i int) (definition, bool) {
	d, ok := c.defined[i]
	return d, ok
}

// findDefinitions looks for a definition in every sentence.
func (c *corpus) findDefinitions() {
	c.defined = map[int]definition{}
	for i := range c.passages {
		p := &c.passages[i]
		if p.fit < minFit/2 || p.listed && strings.Contains(p.text, ": ") {
			continue
		}
		lower := strings.ToLower(p.text)
		for _, pat := range c.tongue.defining {
			if !strings.Contains(lower, pat.cue) {
				continue
			}
			if d, ok := c.match(pat, i); ok {
				c.defined[i] = d
				break
			}
		}
	}
}

// match tries one pattern on passage i.
func (c *corpus) match(pat definingPattern, i int) (definition, bool) {
	p := &c.passages[i]
	m := pat.re.FindStringSubmatch(p.text)
	if m == nil {
		return definition{}, false
	}
	d := definition{
		term: c.cleanTerm(m[pat.re.SubexpIndex("term")]), passage: i, block: p.place.Block, page: p.page,
		plural: strings.Contains(pat.cue, " are ") || strings.Contains(pat.cue, " son ") || strings.Contains(m[0], " are "),
	}
	if at := pat.re.SubexpIndex("def"); at >= 0 {
		d.text = strings.TrimSpace(m[at])
	}
	if c.tongue.tag == "hi" {
		if hindiVerb(d.text) {
			return definition{}, false
		}
		d.term = c.extended(p.text, d.term)
	}
	strength, ok := c.termStrength(d.term)
	if !ok {
		return definition{}, false
	}
	if !c.standsAlone(d.text) {
		if d.text, ok = c.sentenceFor(i); !ok {
			return definition{}, false
		}
		d.whole = true
	}
	d.worth = pat.strength * strength
	return d, len(d.text) <= maxDefinition
}

// hindiVerb reports whether text ends in a participle, so that "है" after it
// belongs to a verb.
func hindiVerb(text string) bool {
	for _, e := range []string{"ता", "ती", "ते", "रहा", "रही", "रहे", " का", " के", " की", "गया", "गई", "सका"} {
		if strings.HasSuffix(text, e) {
			return true
		}
	}
	return false
}

// extended adds the word before a term where the two stand together elsewhere
// too.
func (c *corpus) extended(text, term string) string {
	before, _, ok := strings.Cut(text, " "+term)
	if !ok || strings.Contains(term, " ") {
		return term
	}
	word := before[strings.LastIndexByte(before, ' ')+1:]
	a, aok := c.vocab.known(word)
	b, bok := c.vocab.known(term)
	if aok && bok && c.vocab.pairs[[2]int32{a, b}] > 1 {
		return word + " " + term
	}
	return term
}

// sentenceFor gives the sentence that defines as a whole: passage i, or the
// one before it where i only adds the name ("This is called ...").
func (c *corpus) sentenceFor(i int) (string, bool) {
	p := &c.passages[i]
	lean := c.leaning(p)
	if lean == upright {
		return p.text, true
	}
	if i == 0 || lean != onBefore || c.passages[i-1].section != p.section {
		return "", false
	}
	before := &c.passages[i-1]
	if c.leaning(before) != upright || !endsSentence(before.text) {
		return "", false
	}
	return before.text + " " + p.text, true
}

// standsAlone reports whether a definition can be read without its sentence.
func (c *corpus) standsAlone(text string) bool {
	if readingWords(text) < minDefinition || strings.ContainsAny(text, ";:?") || !balanced(text) {
		return false
	}
	if c.tongue.unspaced {
		return c.tongue.unspacedLeaning(text) == upright
	}
	first := firstWord(text)
	last := strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
	if conjunctions[last] || unfinished[last] {
		return false // "... nicht und"
	}
	if words := strings.Fields(text); len(words) > 1 && c.tongue.pointing[strings.ToLower(words[1])] && c.tongue.determiners[first] {
		return false // "Eine solche Leitung"
	}
	if c.tongue.pronouns[last] || c.tongue.laters != nil && openClause[first] || strings.Contains(text, " lo ") && c.tongue.tag == "es" {
		return false
	}
	return !c.tongue.pointing[first] && !c.tongue.pronouns[first] && !slices.Contains(c.tongue.ties, first)
}

// unfinished are words after which a clause is still to come.
var unfinished = newWordSet("which that who whom que qui dont che die der das welche welcher welches")

// openClause are words after which a subject waits for its main clause.
var openClause = newWordSet("once when if while because cuando si wenn als quand si quando se lorsque")

// cleanTerm takes function words off both ends of a term.
func (c *corpus) cleanTerm(term string) string {
	words := strings.Fields(strings.Trim(term, ` “”"'«»,.`))
	for len(words) > 0 && (c.vocab.stop[words[0]] || c.tongue.determiners[strings.ToLower(words[0])]) {
		words = words[1:]
	}
	for len(words) > 0 && c.vocab.stop[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// termStrength weighs a term; ok is false where it cannot be one.
func (c *corpus) termStrength(term string) (float64, bool) {
	words := pieces(term)
	if len(words) == 0 || len(words) > maxTermWords && !c.tongue.unspaced {
		return 0, false
	}
	strength := 1.0
	for _, w := range words {
		if c.tongue.linkers[w.lower] {
			continue
		}
		if capitalised(term[w.from:w.to]) && c.vocab.stop[w.lower] && w.from == 0 && len(words) > 1 {
			continue // "First Continental Congress"
		}
		id, ok := c.vocab.known(w.lower)
		if !ok || w.number || c.tongue.generic[w.lower] {
			return 0, false
		}
		if c.vocab.terms[id].count < 2 {
			strength = rareTermStrength
		}
	}
	if len(words) > 2 {
		strength *= 0.9
	}
	return strength, true
}

// listed finds "Term: definition" in lists and short paragraphs.
func (c *corpus) listedDefinitions() []definition {
	var found []definition
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		if b.Kind != story.ListItem && b.Kind != story.Paragraph {
			continue
		}
		text := oneLine(b.Text)
		term, def, ok := cutDefinition(text)
		if !ok || readingWords(def) < minDefinition || len(def) > maxDefinition || !cased(term) && c.tongue.tag == "en" {
			continue
		}
		if cased(term) && !capitalised(term) || asks(def) || strings.HasSuffix(def, ":") || isSaying(def) {
			continue
		}
		strength, ok := c.termStrength(term)
		if !ok || c.tongue.orders[firstWord(term)] || isOneOf(term, c.tongue.plain, plainEnglish) || isOneOf(term, c.tongue.keys, keysEnglish) || containsPhrase(strings.ToLower(text), c.tongue.outward) {
			continue
		}
		found = append(found, definition{
			term: term, text: strings.TrimRight(def, "."), passage: -1, block: i, page: b.Page,
			worth: 0.9 * strength,
		})
	}
	return found
}

// isSaying reports whether what follows a name and a colon is what somebody
// says rather than what something is.
func isSaying(text string) bool {
	return strings.ContainsAny(text, "!“”\"«»") ||
		slices.ContainsFunc(pieces(text), func(w piece) bool { return speakers[w.lower] })
}

var speakers = newWordSet("i i'm i've me my yes oh hello let's yo mi sí je j'ai mon ma oui ich mein ja eu meu sim io mio أنا نعم मैं मेरा हाँ")

// tabledDefinitions finds the terms of word lists set as tables of two
// columns. A first row in bold or not, such as "Word | Meaning", is told by
// its neighbours: its second cell is shorter than any definition.
func (c *corpus) tabledDefinitions() []definition {
	var found []definition
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		if b.Kind != story.Table || len(b.Cells) < minTableTerms {
			continue
		}
		var rows []definition
		for n, row := range b.Cells {
			d, ok := c.tabled(row)
			if !ok && n > 0 {
				rows = nil
				break
			}
			if ok {
				d.block, d.page = i, b.Page
				rows = append(rows, d)
			}
		}
		if len(rows) >= minTableTerms {
			found = append(found, rows...)
		}
	}
	return found
}

// minTableTerms is the least number of rows of a table of terms.
const minTableTerms = 2

// tabled reads a row of a table of terms.
func (c *corpus) tabled(row []string) (definition, bool) {
	if len(row) != 2 {
		return definition{}, false
	}
	term, def := oneLine(row[0]), strings.TrimRight(oneLine(row[1]), ".")
	words := pieces(term)
	if len(words) == 0 || len(words) > maxTermWords && !c.tongue.unspaced || strings.ContainsFunc(term, unicode.IsDigit) ||
		readingWords(def) < minDefinition || len(def) > maxDefinition || asks(term) || asks(def) {
		return definition{}, false
	}
	return definition{term: term, text: def, passage: -1, worth: 1}, true
}

// cutDefinition cuts "Term: definition" and "Term – definition".
func cutDefinition(text string) (term, def string, ok bool) {
	for _, mark := range []string{": ", " – ", " — ", " - ", "："} {
		term, def, ok = strings.Cut(text, mark)
		if ok && len(term) > 1 && readingWords(term) <= maxTermWords {
			return strings.TrimSpace(term), strings.TrimSpace(def), !strings.Contains(def, mark)
		}
	}
	return "", "", false
}

// definitions gives every definition once, in the document's order.
func (c *corpus) definitions() []definition {
	all := append(c.tabledDefinitions(), c.listedDefinitions()...)
	for i := range c.passages {
		if d, ok := c.define(i); ok {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b definition) int { return cmp.Compare(b.worth, a.worth) })
	seen := map[string]bool{}
	kept := all[:0]
	for _, d := range all {
		key := c.stemmed(d.term)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		kept = append(kept, d)
	}
	return kept
}

// stemmed gives the stems of text's content words, joined.
func (c *corpus) stemmed(text string) string {
	var stems []string
	for _, w := range pieces(text) {
		if !c.vocab.isStop(w.lower) {
			stems = append(stems, c.vocab.stem(w.lower))
		}
	}
	return strings.Join(stems, " ")
}

// glossary gives the best definitions in the document's order.
func (c *corpus) glossary() []story.Term {
	all := c.definitions()
	all = all[:min(len(all), maxGlossary)]
	slices.SortStableFunc(all, func(a, b definition) int { return cmp.Compare(a.block, b.block) })
	terms := make([]story.Term, len(all))
	for i, d := range all {
		terms[i] = story.Term{Term: c.written(d.term), Definition: c.asDefinition(d), SourcePage: d.page}
	}
	return terms
}

// written gives a term as it is written inside a sentence: a capital only
// where the document gives it one there too.
func (c *corpus) written(term string) string {
	word, rest, _ := strings.Cut(term, " ")
	small := lowered(word)
	if c.tongue.nounCaps || small == word || allCapitals(word) {
		return term
	}
	if id, ok := c.vocab.known(small); !ok || c.vocab.terms[id].inside == 0 || c.vocab.terms[id].capitals > 0 {
		return term
	}
	return strings.TrimSpace(small + " " + rest)
}

func (c *corpus) asDefinition(d definition) string {
	return raised(d.text)
}

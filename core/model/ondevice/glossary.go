package ondevice

import (
	"cmp"
	"slices"
	"strings"

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
	written := m[pat.re.SubexpIndex("term")]
	if pat.copula() && !c.canBeDefined(written) {
		return definition{}, false
	}
	d := definition{
		term: c.cleanTerm(written), passage: i, block: p.place.Block, page: p.page,
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
	if pat.copula() {
		d.text = withoutSecondClause(d.text)
		if !c.standsAlone(d.text) || isState(d.text) {
			return definition{}, false
		}
	}
	if pointsBack := c.onlyNames(d.text) || d.text == "" && p.length <= 2*minDefinition && articles[p.words[0].lower]; pointsBack || !c.standsAlone(d.text) {
		if d.text, ok = c.sentenceFor(i, pointsBack); !ok {
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

// canBeDefined reports whether what "is" follows can be a term: no number of
// things ("Most stomata are"), nothing that is told from its like by its rank
// ("The main reason is"), and no words of the clause around it.
func (c *corpus) canBeDefined(written string) bool {
	words := pieces(written)
	if len(words) == 0 || quantities[words[0].lower] || ranks[words[0].lower] || c.vocab.stop[words[len(words)-1].lower] {
		return false
	}
	return !slices.ContainsFunc(words, func(w piece) bool { return demonstratives[w.lower] || c.tongue.pointing[w.lower] })
}

var (
	quantities = newWordSet("most some many few several all no every each both any other these those like mayoría muchos muchas algunos algunas todos todas otros otras plupart beaucoup certains certaines plusieurs tous toutes viele manche einige alle andere muitos muitas alguns algumas outros outras molti molte alcuni alcune tutti tutte altri altre")
	ranks      = newWordSet("main principal chief biggest largest highest longest deepest oldest fastest smallest best worst only first last next same second third mayor principal único primera primer última último mejor plus principale seul seule premier première dernier dernière größte höchste längste wichtigste erste letzte einzige maior maiores menor menores melhor melhores mayores mejores única primeiro primeira principali maggiore unico unica primo prima")
)

// withoutSecondClause cuts off what a sentence says after its definition: "a
// wheel and axle, and so is the steering wheel".
func withoutSecondClause(text string) string {
	for _, joint := range []string{", and so ", ", but ", ", so "} {
		text, _, _ = strings.Cut(text, joint)
	}
	return text
}

// isState reports whether text says where or how something is rather than what
// it is: "on the lower side", "listed in the appendix".
func isState(text string) bool {
	first := firstWord(text)
	return englishPlaces[first] || states[first] || len(first) > 4 && (strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "ing"))
}

var states = newWordSet("born made found known seen kept built worn written grown left likely able ready full very too more less most so not often usually always never about around near between among en de con sin por para dans avec sans sur pour aus mit von zu em com sem di con senza per")

// onlyNames reports whether a definition merely names the thing that the
// sentence before it speaks of: "The rod is called the axle."
func (c *corpus) onlyNames(text string) bool {
	words := pieces(text)
	return len(words) > 1 && len(words) <= minDefinition && articles[words[0].lower]
}

// sentenceFor gives the sentence that defines as a whole: passage i, or the
// one before it too where i only adds the name ("This is called ...") or
// pointsBack says that it needs it.
func (c *corpus) sentenceFor(i int, pointsBack bool) (string, bool) {
	p := &c.passages[i]
	lean := c.leaning(p)
	if lean == upright && !pointsBack {
		return p.text, true
	}
	if i == 0 || lean == onSubject || c.passages[i-1].section != p.section {
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

// cleanTerm takes determiners off the beginning of a term and function words
// off its end; "" where it begins with another function word, as "like
// fractions" does, of which too little would be left.
func (c *corpus) cleanTerm(term string) string {
	words := strings.Fields(strings.Trim(term, ` “”"'«»,.`))
	for len(words) > 0 && c.tongue.determiners[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) > 1 && len(c.tongue.determiners) > 0 && c.vocab.stop[words[0]] {
		return ""
	}
	for len(words) > 0 && c.vocab.stop[words[0]] {
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

package ondevice

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/story"
)

// blank is what stands for the word that is asked for.
const blank = "____"

// Limits of a sentence that can carry a gap, in words.
const (
	minGapWords = 5
	maxGapWords = 30
	minMatter   = 3 // other content words
	leastMatter = 2 // where the document is short, or defines the word
	leastWrong  = 2 // wrong options where the document is short

	enumerationReach = 5 // words after a comma in which "and" makes it an enumeration
)

// Weights of what is asked for. What the document defines comes first.
const (
	weighYear    = 2.2
	weighNumber  = 1.7
	weighName    = 2.0
	weighDefined = 1.7  // factor
	fitsToo      = 0.34 // of a sentence's matter beside a rival elsewhere: it may fit here too
)

// gap is one possible gap question.
type gap struct {
	passage int
	word    gapWord
	wrong   []string
	score   float64
}

// carriesQuestion reports whether passage i can be asked about by itself.
func (c *corpus) carriesQuestion(i int) bool {
	p := &c.passages[i]
	return p.lean == upright && p.fit >= minFit && p.length >= minGapWords && p.length <= maxGapWords && !asks(p.text) && !strings.ContainsAny(p.text, `"“”«»`)
}

// gapsWith gives the gap questions that passage i can carry, the best first,
// with matter content words beside the gap and least wrong options.
func (c *corpus) gapsWith(i, matter, least int) []gap {
	p := &c.passages[i]
	if !c.carriesQuestion(i) {
		return nil
	}
	var out []gap
	for _, g := range c.gapWords(i) {
		if !c.askable(p, g, matter) {
			continue
		}
		wrong := c.wrongFor(g, i)
		if len(wrong) < least {
			continue
		}
		out = append(out, gap{i, g, wrong[:min(len(wrong), choices-1)], c.gapScore(i, g)})
	}
	slices.SortStableFunc(out, func(a, b gap) int { return cmp.Compare(b.score, a.score) })
	return out
}

// askable reports whether a gap for g leaves a sentence that one word only
// completes, with at least least content words beside it.
func (c *corpus) askable(p *passage, g gapWord, least int) bool {
	if strings.HasSuffix(p.text[:g.span.from], "(") && strings.HasPrefix(p.text[g.span.to:], ")") {
		return false // the letters that stand for the words before them
	}
	if g.first == 0 && strings.HasPrefix(p.text[g.span.to:], ":") {
		return false // who speaks
	}
	own := c.termsOf(g.text)
	matter := 0
	for j, id := range p.ids {
		switch {
		case j >= g.first && j <= g.last:
		case own[id] && id != function:
			return false // the word stands there twice
		case id != function:
			matter++
		}
	}
	if g.kind == noun && p.ids[g.first] != function && c.terms[c.vocab.terms[p.ids[g.first]].stem] {
		least = min(least, leastMatter)
	}
	if matter < least {
		return false
	}
	if g.kind == year || g.kind == number || c.tongue.unspaced {
		return true // unspacedGaps has left the members of enumerations out
	}
	return !c.coordinated(p, g)
}

// coordinated reports whether g is a member of an enumeration.
func (c *corpus) coordinated(p *passage, g gapWord) bool {
	if g.first > 0 {
		before := p.words[g.first-1]
		if conjunctions[before.lower] || g.kind == noun && strings.HasSuffix(strings.TrimRight(p.text[before.to:g.span.from], " "), ",") {
			return true
		}
	}
	if g.last+1 < len(p.words) {
		next := p.words[g.last+1]
		if conjunctions[next.lower] && !closed(p.text, p.words[g.last], next) {
			return true
		}
		if g.kind == noun && strings.HasPrefix(p.text[g.span.to:], ",") && slices.ContainsFunc(p.words[g.last+1:min(len(p.words), g.last+enumerationReach)], func(w piece) bool { return conjunctions[w.lower] }) {
			return true
		}
		if c.tongue.tag == "ar" && strings.HasPrefix(next.lower, "و") && len(next.lower) > 6 {
			return true
		}
	}
	return c.tongue.tag == "ar" && strings.HasPrefix(strings.ToLower(g.text), "وال")
}

func (c *corpus) gapScore(i int, g gapWord) float64 {
	var score float64
	switch g.kind {
	case year:
		score = weighYear
	case number:
		score = weighNumber
	case name:
		score = weighName
	case noun:
		score = c.nounScore(i, g)
		if c.isDefined(g.text) {
			score *= weighDefined
		}
	}
	if d, ok := c.define(i); ok && c.stemmed(d.term) == c.stemmed(g.text) {
		score *= weighDefined
	}
	return score * math.Sqrt(c.passages[i].fit)
}

// nounScore weighs a noun by how surely it is one and how often it comes.
func (c *corpus) nounScore(i int, g gapWord) float64 {
	noun, count := 1.0, 1
	if c.tongue.unspaced {
		for _, o := range c.lexemes[i] {
			if o.span == g.span {
				noun, count = float64(o.lexeme.nouns)/float64(o.lexeme.count), o.lexeme.count
			}
		}
	} else {
		t := &c.vocab.terms[c.passages[i].ids[g.first]]
		noun, count = t.nounness(), t.count
	}
	return (0.4 + noun) * (1 + math.Log(float64(count))/2)
}

func (c *corpus) isDefined(text string) bool {
	for _, r := range c.rivals[noun] {
		if r.defined && r.lower == strings.ToLower(text) {
			return true
		}
	}
	return false
}

// wrongFor gives the words that can be offered beside g in passage i, the
// most alike first, none of which makes the sentence true.
func (c *corpus) wrongFor(g gapWord, i int) []string {
	p := &c.passages[i]
	own := c.termsOf(g.text)
	matter := map[int32]bool{}
	for _, w := range p.vector {
		if !own[w.term] {
			matter[w.term] = true
		}
	}
	type scored struct {
		text  string
		score float64
	}
	var found []scored
	for _, r := range c.rivals[g.kind] {
		if !c.rivalFits(g, r, own) || c.inPassage(p, r) || c.couldStand(p, g, r, matter) {
			continue
		}
		found = append(found, scored{r.text, c.likeness(g, r)})
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var texts []string
	for _, f := range found {
		if !slices.ContainsFunc(texts, func(t string) bool { return c.sameWord(t, f.text) }) {
			texts = append(texts, f.text)
		}
	}
	if g.kind == number || g.kind == year {
		for _, near := range c.nearNumbers(g, p.text) {
			if !slices.Contains(texts, near) && !strings.Contains(p.text, near) {
				texts = append(texts, near)
			}
		}
	}
	return texts
}

// sameWord reports whether two options are forms of one word.
func (c *corpus) sameWord(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || c.stemmed(a) == c.stemmed(b) && c.stemmed(a) != "" || len(a) > 3 && len(b) > 3 && (strings.Contains(a, b) || strings.Contains(b, a))
}

func (c *corpus) rivalFits(g gapWord, r *rival, own map[int32]bool) bool {
	if c.sameWord(g.text, r.text) {
		return false
	}
	switch g.kind {
	case year:
		return true
	case number:
		a, b := amount(g.text), amount(r.text)
		return a > 0 && b > 0 && a != b && a/b < 4 && b/a < 4 && g.unit == r.unit && roundness(int(a)) == roundness(int(b)) && marks(g.text) == marks(r.text)
	case name:
		return !overlaps(own, r.terms) && c.sameArticle(g, r) && r.placed() == c.placed(g)
	}
	return !overlaps(own, r.terms) && c.agree(g, r)
}

// sameArticle reports whether a name stands with or without an article, as g
// does.
func (c *corpus) sameArticle(g gapWord, r *rival) bool {
	article := c.tongue.determiners[g.before]
	for w := range r.befores {
		if c.tongue.determiners[w] == article {
			return true
		}
	}
	return false
}

// placeWords are prepositions of place: a name that ever follows one is a
// place rather than a person.
var placeWords = newWordSet("in at near from to into across through en à nach em nel nella")

func (r *rival) placed() bool {
	for w := range r.befores {
		if placeWords[w] {
			return true
		}
	}
	return false
}

// placed reports whether the name g is a place anywhere in the document.
func (c *corpus) placed(g gapWord) bool {
	for _, r := range c.rivals[name] {
		if r.text == g.text {
			return r.placed()
		}
	}
	return placeWords[g.before]
}

// amount reads a number with its separators.
func amount(text string) float64 {
	v := 0.0
	for _, r := range asciiDigits(text) {
		if r >= '0' && r <= '9' {
			v = v*10 + float64(r-'0')
		}
	}
	return v
}

// marks gives what stands between the digits of a number.
func marks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}

func (c *corpus) inPassage(p *passage, r *rival) bool {
	if r.kind == year || r.kind == number {
		return strings.Contains(p.text, r.text)
	}
	for _, w := range p.vector {
		if r.terms[w.term] {
			return true
		}
	}
	return false
}

// couldStand reports whether r may be right as well: it stands in a sentence
// about the same matter, or beside one of the gap's neighbours.
func (c *corpus) couldStand(p *passage, g gapWord, r *rival, matter map[int32]bool) bool {
	for _, j := range r.passages {
		if c.covers(j, matter) >= fitsToo {
			return true
		}
	}
	if g.kind != noun {
		return false
	}
	if c.tongue.unspaced {
		return false
	}
	id := p.ids[g.first]
	for t := range r.terms {
		if g.first > 0 && p.ids[g.first-1] != function && c.vocab.pairs[[2]int32{p.ids[g.first-1], t}] > 0 {
			return true
		}
		if g.last+1 < len(p.ids) && p.ids[g.last+1] != function && c.vocab.pairs[[2]int32{t, p.ids[g.last+1]}] > 0 {
			return true
		}
		if c.vocab.pairs[[2]int32{t, id}] > 0 || c.vocab.pairs[[2]int32{id, t}] > 0 {
			return true
		}
	}
	return false
}

// likeness says how well r stands beside g among the options.
func (c *corpus) likeness(g gapWord, r *rival) float64 {
	a, b := float64(utf8.RuneCountInString(g.text)), float64(utf8.RuneCountInString(r.text))
	score := 1 - math.Abs(a-b)/(a+b)
	switch g.kind {
	case year:
		score = 1 / (1 + math.Abs(amount(g.text)-amount(r.text))/50)
	case number:
		score = 1 / (1 + math.Abs(math.Log(amount(g.text)/amount(r.text))))
		if g.unit == r.unit {
			score++
		}
	case name:
		if r.befores[g.before] {
			score++
		}
		if strings.Count(g.text, " ") == strings.Count(r.text, " ") {
			score++
		}
	case noun:
		if r.defined {
			score += 0.7
		}
		if lastLetters(strings.ToLower(g.text)) == lastLetters(r.lower) {
			score += 0.3
		}
		score += 0.4 * math.Log(float64(len(r.passages)))
	}
	return score
}

// question gives the gap as a question, the right option first.
func (c *corpus) question(g gap) asked {
	p := &c.passages[g.passage]
	text := p.text[:g.word.span.from] + blank + p.text[g.word.span.to:]
	return asked{Question: story.Question{
		Question:   text,
		Options:    append([]string{g.word.text}, g.wrong...),
		SourcePage: p.page,
		Origin:     "gap",
	}, passage: g.passage}
}

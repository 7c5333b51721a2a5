package ondevice

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// withWrong adds wrong options to a right one: of its kind, be it a number, a
// name or another word, or sentences where it is one.
func (c *corpus) withWrong(stem, answer string, at int) (asked, bool) {
	kind, known := c.answerKind(answer)
	least := leastWrong
	var wrong []string
	switch {
	case readingWords(answer) > maxItemWords:
		wrong = c.wrongSentences(c.termsOf(stem), readingWords(answer))
	case kind == number || kind == year:
		if wrong = nearAnswers(c, kind, stem, answer); len(wrong) == 0 {
			wrong = c.wrongWords(answer, stem, at, kind)
		}
	case known:
		wrong = c.wrongWords(answer, stem, at, kind)
	default:
		if wrong = c.withArticles(answer, stem, at); len(wrong) == 0 {
			wrong = c.withPreposition(answer, stem, at)
		}
	}
	if len(wrong) < least {
		wrong = c.otherAnswers(stem, answer, wrong)
	}
	if len(wrong) < least && kind == noun && !known {
		wrong = append(wrong, c.wrongWords(answer, stem, at, kind)...)
	}
	if kind == name {
		least = 1 // few documents name many people
	}
	if len(wrong) < least {
		return asked{}, false
	}
	return asked{Question: story.Question{
		Question: stem, Options: append([]string{answer}, wrong[:min(len(wrong), choices-1)]...),
	}, passage: at}, true
}

// withArticles gives wrong options for an answer such as "a moose": other words
// that the document has with that article.
func (c *corpus) withArticles(answer, stem string, at int) []string {
	article, rest, _ := strings.Cut(answer, " ")
	if !c.tongue.determiners[strings.ToLower(article)] || readingWords(rest) != 1 {
		return nil
	}
	before := strings.ToLower(article)
	own, asked := c.termsOf(answer), c.termsOf(stem)
	var out []string
	for _, r := range c.rivals[noun] {
		counted := c.tongue.tag == "en" && (before == "a" || before == "an") && !plural(r.lower)
		if !r.befores[before] && !counted || overlaps(own, r.terms) || overlaps(asked, r.terms) || at >= 0 && c.inPassage(&c.passages[at], r) {
			continue
		}
		if counted {
			article = indefiniteFor(r.lower)
		}
		out = append(out, article+" "+r.text)
	}
	return out
}

// withPreposition gives wrong options for an answer such as "in the desert":
// what else the document has after that preposition.
func (c *corpus) withPreposition(answer, stem string, at int) []string {
	first := firstWord(answer)
	if !c.leads(answer) {
		return nil
	}
	own, asked := c.termsOf(answer), c.termsOf(stem)
	var out []string
	for i := range c.passages {
		p := &c.passages[i]
		if i == at || p.fit < minFit {
			continue
		}
		for _, g := range c.gapWords(i) {
			from := g.first - 1
			if from > 0 && c.tongue.determiners[p.words[from].lower] && p.words[from].lower != first {
				from--
			}
			if from < 0 || p.words[from].lower != first || overlaps(own, c.termsOf(g.text)) || overlaps(asked, c.termsOf(g.text)) {
				continue
			}
			phrase := p.text[p.words[from].from:g.span.to]
			if capitalised(answer) {
				phrase = raised(phrase)
			} else {
				phrase = lowered(phrase)
			}
			if !slices.ContainsFunc(out, func(o string) bool { return c.sameWord(o, phrase) }) {
				out = append(out, phrase)
			}
		}
	}
	return out
}

// leads reports whether an answer begins with a preposition, which may hold an
// article as "na" and "zum" do.
func (c *corpus) leads(answer string) bool {
	first := firstWord(answer)
	return readingWords(answer) > 1 && (c.vocab.isStop(first) || c.tongue.determiners[first]) && !articles[first] && !germanArticles[first] && !indefinites[first]
}

var indefinites = newWordSet("a an un una une um uma uno ein eine einen einem einer")

// indefiniteFor gives the English article before a word.
func indefiniteFor(word string) string {
	if strings.ContainsAny(word[:1], "aeio") {
		return "an"
	}
	return "a"
}

// answerKind tells what kind of word an answer is, and whether the document
// has words of its kind.
func (c *corpus) answerKind(answer string) (kind wordKind, known bool) {
	for _, kind := range []wordKind{year, number, name, noun} {
		if slices.ContainsFunc(c.rivals[kind], func(r *rival) bool { return strings.EqualFold(r.text, answer) }) {
			return kind, true
		}
	}
	return c.kindByLook(answer), false
}

// kindByLook tells the kind of an answer by how it is written.
func (c *corpus) kindByLook(answer string) wordKind {
	words := pieces(answer)
	switch {
	case slices.ContainsFunc(words, func(w piece) bool { return w.number }):
		return number
	case len(words) > 0 && !c.tongue.nounCaps && !slices.ContainsFunc(words, func(w piece) bool {
		return !capitalised(answer[w.from:w.to]) && !c.tongue.linkers[w.lower]
	}) && c.vocab.named(words[0].lower):
		return name
	}
	return noun
}

// named reports whether the document never writes a word small.
func (v *vocabulary) named(word string) bool {
	id, ok := v.known(word)
	return ok && v.terms[id].proper()
}

// oneNumber matches an answer with a single number in it: "157 metres".
var oneNumber = lazyregexp.New(`^\P{Nd}*?(\p{Nd}+(?:[.,]\p{Nd}+)*)[^\p{Nd}/:]*$`)

// nearAnswers gives an answer with other numbers near the one that is in it;
// nil where there is more than one.
func nearAnswers(c *corpus, kind wordKind, stem, answer string) []string {
	m := oneNumber().FindStringSubmatchIndex(answer)
	if m == nil {
		return nil
	}
	g := gapWord{kind: kind, text: answer[m[2]:m[3]]}
	if v := atoi(asciiDigits(g.text)); m[2] == 0 && m[3] == len(answer) && v >= firstYear && v <= lastYear && len(asciiDigits(g.text)) == 4 {
		g.kind = year
	}
	if strings.HasPrefix(strings.TrimSpace(answer[m[3]:]), "%") {
		g.unit = "%"
	}
	var out []string
	for _, near := range c.nearNumbers(g, stem) {
		out = append(out, answer[:m[2]]+near+answer[m[3]:])
	}
	return out
}

// wrongWords gives wrong options for an answer of a few words that the
// document's key gives to a question.
func (c *corpus) wrongWords(answer, stem string, at int, kind wordKind) []string {
	g := gapWord{kind: kind, text: answer, first: -1, last: -1}
	own, asked := c.termsOf(answer), c.termsOf(stem)
	if before, _, ok := strings.Cut(stem, blank); ok {
		if words := pieces(before); len(words) > 0 {
			g.before = words[len(words)-1].lower
			if c.tongue.determiners[g.before] {
				g.det = g.before
			}
		}
	}
	var found []*rival
	for _, r := range c.rivals[g.kind] {
		if c.rivalFits(g, r, own) && !overlaps(asked, r.terms) && (at < 0 || !c.inPassage(&c.passages[at], r)) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b *rival) int { return cmp.Compare(c.likeness(g, b), c.likeness(g, a)) })
	var texts []string
	for _, r := range found {
		if !slices.ContainsFunc(texts, func(t string) bool { return c.sameWord(t, r.text) }) {
			texts = append(texts, r.text)
		}
	}
	if g.kind == name && len(texts) < 2 && !strings.Contains(answer, " ") {
		texts = append(texts, c.openingNames(own, asked, at)...)
	}
	return texts
}

// openingNames gives words that are names as far as the text shows: they begin
// two sentences or more and stand in no other place, with a capital and without
// a plural's ending. own and
// asked are the terms of the answer and of the question about passage at.
func (c *corpus) openingNames(own, asked map[int32]bool, at int) []string {
	var names []string
	for i := range c.passages {
		p := &c.passages[i]
		if i == at || len(p.words) < 2 || p.ids[0] == function || c.passages[i].fit < minFit {
			continue
		}
		id, w := p.ids[0], p.words[0]
		text := p.text[w.from:w.to]
		if c.vocab.terms[id].inside == 0 && c.vocab.terms[id].sentences > 1 && capitalised(text) && utf8.RuneCountInString(text) > 3 && !strings.HasSuffix(text, "es") &&
			!own[id] && !asked[id] && !slices.Contains(names, text) {
			names = append(names, text)
		}
	}
	return names
}

// otherAnswers adds to wrong the answers of the same kind that the document's
// key gives to other questions, those of the same form and length first, and
// then its nouns.
func (c *corpus) otherAnswers(stem, answer string, wrong []string) []string {
	words := readingWords(answer)
	taken := append([]string{answer}, wrong...)
	asked := c.termsOf(stem)
	fits := func(text string) bool {
		if c.leads(answer) != c.leads(text) {
			return false // "in the desert" beside "100"
		}
		off := readingWords(text) - words
		return text != "" && c.truth(text) == unknown && off <= 4 && off >= -4 && !overlaps(asked, c.termsOf(text)) &&
			!slices.ContainsFunc(taken, func(t string) bool { return c.sameWord(t, text) })
	}
	kind, _ := c.answerKind(answer)
	var others, otherForm, nouns []string
	for _, e := range c.exercises() {
		text := e.answer
		if e.right >= 0 && e.right < len(e.options) {
			text = e.options[e.right].text
		}
		switch k, known := c.answerKind(text); {
		case k != kind:
		case hasBlank(e.stem) == hasBlank(stem):
			others = append(others, text)
		case known:
			otherForm = append(otherForm, text)
		}
	}
	if words == 1 && kind == noun {
		for _, r := range c.rivals[noun] {
			if plural(r.lower) == plural(strings.ToLower(answer)) {
				nouns = append(nouns, r.text)
			}
		}
	}
	off := func(text string) int { n := readingWords(text) - words; return max(n, -n) }
	for _, list := range [][]string{others, otherForm} {
		slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(off(a), off(b)) })
	}
	for _, text := range slices.Concat(others, otherForm, nouns) {
		if len(wrong) < choices-1 && fits(text) {
			wrong, taken = append(wrong, text), append(taken, text)
		}
	}
	return wrong
}

// wrongSentences gives sentences about as long as words that say nothing of
// the matter asked.
func (c *corpus) wrongSentences(matter map[int32]bool, words int) []string {
	var found []int
	for i := range c.passages {
		p := &c.passages[i]
		if c.usable(i) && p.lean == upright && p.length >= 4 && c.covers(i, matter) < 0.2 {
			found = append(found, i)
		}
	}
	off := func(i int) int { return max(c.passages[i].length-words, words-c.passages[i].length) }
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(off(a), off(b)) })
	// One of each section first, so that they differ in what they are about.
	var others []int
	var texts []string
	sections := map[int]bool{}
	for _, i := range found {
		if s := c.passages[i].section; !sections[s] {
			sections[s] = true
			texts = append(texts, c.passages[i].text)
		} else {
			others = append(others, i)
		}
	}
	for _, i := range others {
		texts = append(texts, c.passages[i].text)
	}
	return texts[:min(len(texts), choices-1)]
}

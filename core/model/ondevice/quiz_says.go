package ondevice

import (
	"cmp"
	"context"
	"slices"

	"edusmart/core/story"
)

// Limits of the questions that ask which sentence the text says.
const (
	mostSays    = 3
	likeLengths = 6 // words by which two of its sentences may differ
)

// says asks "Which of these does the text say?": a sentence as it stands,
// beside other sentences in which one word or number was changed for another
// of its kind. No two of them come from the same sentence, so that none can be
// told by what they have in common.
func (m *quizMaker) says(ctx context.Context) error {
	c := m.c
	if c.tongue.says == "" {
		return nil
	}
	changes := map[int][]string{}
	var changed, open []int
	for i := range c.passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, ok := c.onPage[i]; !ok || !c.carriesQuestion(i) {
			continue
		}
		if !m.used[i] {
			open = append(open, i)
		}
		if changes[i] = c.changes(i); len(changes[i]) > 0 {
			changed = append(changed, i)
		}
	}
	for n := 0; n < mostSays && m.missing() > 0; n++ {
		if !m.say(open, changed, changes) {
			break
		}
	}
	return nil
}

// say adds one question; false where the sentences for it are used up.
func (m *quizMaker) say(open, changed []int, changes map[int][]string) bool {
	for _, right := range open {
		if m.used[right] {
			continue
		}
		wrong := m.beside(right, changed, changes)
		if len(wrong) < leastWrong {
			continue
		}
		a := asked{Question: story.Question{
			Question: m.c.tongue.says, Options: []string{m.c.passages[right].text},
			SourcePage: m.c.passages[right].page, Origin: "gap",
		}, passage: right}
		m.used[right] = true
		for _, i := range wrong {
			a.Options = append(a.Options, changes[i][0])
			m.used[i] = true
			changes[i] = changes[i][1:] // never the same change twice
		}
		m.added = append(m.added, a)
		return true
	}
	return false
}

// beside gives up to three changed sentences about as long as right, those
// first that no other question is about.
func (m *quizMaker) beside(right int, changed []int, changes map[int][]string) []int {
	off := func(i int) int {
		n := m.c.passages[i].length - m.c.passages[right].length
		return max(n, -n)
	}
	var out []int
	for _, i := range changed {
		if i != right && len(changes[i]) > 0 && off(i) <= likeLengths {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		if m.used[a] != m.used[b] {
			if m.used[a] {
				return 1
			}
			return -1
		}
		return cmp.Compare(off(a), off(b))
	})
	return out[:min(len(out), choices-1)]
}

// changes gives passage i with one word or number replaced by another of its
// kind that makes it untrue and could be believed there, the best first.
func (c *corpus) changes(i int) []string {
	text := c.passages[i].text
	var out []string
	for _, g := range c.gapsWith(i, leastMatter, 1) {
		for _, wrong := range g.wrong {
			if g.word.kind != noun || c.likelyThere(i, g.word, wrong) {
				out = append(out, text[:g.word.span.from]+wrong+text[g.word.span.to:])
			}
		}
	}
	return out
}

// likelyThere reports whether a noun could be believed in the place of g in
// passage i: both are terms that the document explains, and it has the other
// with the same verb elsewhere.
func (c *corpus) likelyThere(i int, g gapWord, text string) bool {
	if !c.terms[c.stemmed(g.text)] || !c.terms[c.stemmed(text)] || c.tongue.tag == "hi" || c.tongue.tag == "ar" {
		return false
	}
	for _, r := range c.rivals[noun] {
		if r.text == text {
			return slices.ContainsFunc(r.passages, func(j int) bool { return c.shareVerb(i, j, g, r) })
		}
	}
	return false
}

// shareVerb reports whether passages i and j have a word in common that is no
// noun, and neither g nor r.
func (c *corpus) shareVerb(i, j int, g gapWord, r *rival) bool {
	if i == j || c.tongue.unspaced {
		return false
	}
	own := c.termsOf(g.text)
	for _, w := range c.passages[i].vector {
		t := &c.vocab.terms[w.term]
		if own[w.term] || r.terms[w.term] || t.noun > 0 || t.proper() {
			continue
		}
		if slices.ContainsFunc(c.passages[j].vector, func(v weighted) bool { return v.term == w.term }) {
			return true
		}
	}
	return false
}

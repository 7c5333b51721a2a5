package ondevice

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"edusmart/core/story"
)

// A quizMaker fills a quiz up to ten questions, in rounds that ask ever less
// of the document.
type quizMaker struct {
	c       *corpus
	have    []asked // the document's exercises
	added   []asked // in the order of the document
	pages   int
	used    map[int]bool    // passages that are asked about
	answers map[string]bool // no two questions ask for the same word
	kinds   map[wordKind]int
}

func (m *quizMaker) missing() int { return fewestQuestions - len(m.have) - len(m.added) }

// all gives the exercises and then the rest in the document's order.
func (m *quizMaker) all() []asked {
	slices.SortStableFunc(m.added, func(a, b asked) int { return cmp.Compare(a.passage, b.passage) })
	return append(m.have, m.added...)
}

func (m *quizMaker) strictGaps(ctx context.Context) error {
	return m.gaps(ctx, minMatter, choices-1)
}

func (m *quizMaker) looseGaps(ctx context.Context) error {
	return m.gaps(ctx, leastMatter, leastWrong)
}

// gaps adds gap questions in turns, the best of each page first, then those
// about sentences outside the story.
func (m *quizMaker) gaps(ctx context.Context, matter, least int) error {
	byPage, err := m.c.gapsByPage(ctx, m.pages, matter, least)
	if err != nil {
		return err
	}
	for range perPage {
		for page := 0; page < m.pages && m.missing() > 0; page++ {
			m.take(byPage[page])
		}
	}
	for m.missing() > 0 && m.take(byPage[m.pages]) {
	}
	return nil
}

// take adds the best of from that is still open; false where none is.
func (m *quizMaker) take(from []gap) bool {
	worth := func(g gap) float64 { return g.score * math.Pow(sameKind, float64(m.kinds[g.word.kind])) }
	best := -1
	for i, g := range from {
		if m.used[g.passage] || m.answers[m.c.answerKey(g.word.text)] {
			continue
		}
		if best < 0 || worth(g) > worth(from[best]) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	g := from[best]
	m.used[g.passage], m.answers[m.c.answerKey(g.word.text)] = true, true
	m.kinds[g.word.kind]++
	m.added = append(m.added, m.c.question(g))
	return true
}

// definitions asks for the terms that the document defines: "The number above
// the line: ____".
func (m *quizMaker) definitions(context.Context) error {
	all := m.c.definitions()
	for _, d := range all {
		key := m.c.answerKey(d.term)
		if m.missing() <= 0 {
			break
		}
		if d.whole || m.answers[key] || d.passage >= 0 && m.used[d.passage] || overlaps(m.c.termsOf(d.text), m.c.termsOf(d.term)) {
			continue
		}
		matter := m.c.termsOf(d.text)
		var wrong []string
		for _, other := range nearest(all, d) {
			if other.plural == d.plural && !overlaps(matter, m.c.termsOf(other.term)) && len(wrong) < choices-1 &&
				!slices.ContainsFunc(append(wrong, d.term), func(t string) bool { return m.c.sameWord(t, m.c.written(other.term)) }) {
				wrong = append(wrong, m.c.written(other.term))
			}
		}
		if len(wrong) < leastWrong {
			continue
		}
		m.answers[key] = true
		if d.passage >= 0 {
			m.used[d.passage] = true
		}
		m.added = append(m.added, asked{Question: story.Question{
			Question:   strings.TrimRight(m.c.asDefinition(d), ".") + ": " + blank,
			Options:    append([]string{m.c.written(d.term)}, wrong...),
			SourcePage: d.page, Origin: "gap",
		}, passage: d.passage})
	}
	return nil
}

// statements adds sentences that are true as they stand, or false because a
// word in them was changed for another of its kind, in turns. The document
// must offer a change for about half of them.
func (m *quizMaker) statements(ctx context.Context) error {
	c := m.c
	if len(c.tongue.yes) == 0 || len(c.tongue.no) == 0 {
		return nil
	}
	var open []int
	for i := range c.passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, ok := c.onPage[i]; ok && !m.used[i] && c.carriesQuestion(i) {
			open = append(open, i)
		}
	}
	changed := 0
	var whole []int
	for _, i := range open {
		if m.missing() <= 0 {
			return nil
		}
		// The first goes untrue, the next stays true.
		if changed > len(whole) {
			whole = append(whole, i)
			m.state(i, c.passages[i].text, 0)
			continue
		}
		if texts := c.changes(i); len(texts) > 0 {
			changed++
			m.state(i, texts[0], 1)
		}
	}
	return nil
}

// state adds a statement about passage i; answer is 0 where it is true.
func (m *quizMaker) state(i int, text string, answer int) {
	p := &m.c.passages[i]
	m.used[i] = true
	m.added = append(m.added, asked{Question: story.Question{
		Question: text, Options: []string{m.c.tongue.yes[0], m.c.tongue.no[0]}, Answer: answer,
		SourcePage: p.page, Origin: "gap",
	}, passage: i, fixed: true})
}

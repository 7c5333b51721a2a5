package ondevice

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Limits of the quiz.
const (
	fewestQuestions = 10
	perPage         = 3    // gap questions about one page
	spareSentences  = 60   // sentences outside the story that may be asked about
	sameKind        = 0.85 // for each question of a kind that is there already
)

// quiz gives the document's own exercises, then gap questions about the story
// until there are ten, and about its best other sentences where the story is
// too short. The second result is the page that each question is about.
func (c *corpus) quiz(ctx context.Context, pages []model.DraftPage) ([]story.Question, []int, error) {
	c.index()
	c.gatherRivals()
	questions := c.fromExercises()
	questions, err := c.addGaps(ctx, questions, len(pages))
	if err != nil {
		return nil, nil, err
	}
	out := make([]story.Question, 0, len(questions))
	about := make([]int, 0, len(questions))
	places := newSeats()
	for _, a := range questions {
		page := c.explain(&a)
		if !a.fixed {
			places.put(&a.Question)
		} else {
			places.seen(a.Question)
		}
		out, about = append(out, a.Question), append(about, page)
	}
	return out, about, nil
}

// addGaps adds gap questions, and where they are too few the document's
// definitions, gaps with fewer options, sentences to be told from changed ones,
// and statements that are true or false.
func (c *corpus) addGaps(ctx context.Context, have []asked, pages int) ([]asked, error) {
	m := &quizMaker{c: c, have: have, pages: pages, used: map[int]bool{}, answers: map[string]bool{}, kinds: map[wordKind]int{}}
	for _, a := range have {
		m.answers[c.answerKey(a.Options[a.Answer])] = true
		if a.passage >= 0 && hasBlank(a.Question.Question) {
			m.used[a.passage] = true
		}
	}
	for _, round := range []func(context.Context) error{m.strictGaps, m.definitions, m.looseGaps, m.says, m.statements} {
		if m.missing() <= 0 {
			break
		}
		if err := round(ctx); err != nil {
			return nil, err
		}
	}
	return m.all(), nil
}

// answerKey tells answers apart: no two questions ask for the same word.
func (c *corpus) answerKey(text string) string {
	if key := c.stemmed(text); key != "" {
		return key
	}
	return strings.ToLower(text)
}

// gapsByPage gives the gap questions of each page, the best first, and at
// index pages those of the best sentences outside the story.
func (c *corpus) gapsByPage(ctx context.Context, pages, matter, least int) ([][]gap, error) {
	out := make([][]gap, pages+1)
	for i := range c.passages {
		page, ok := c.onPage[i]
		if !ok {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out[page] = append(out[page], c.gapsWith(i, matter, least)...)
	}
	for _, i := range c.best(0, len(c.passages), spareSentences) {
		if _, ok := c.onPage[i]; !ok {
			out[pages] = append(out[pages], c.gapsWith(i, matter, least)...)
		}
	}
	for page := range out {
		slices.SortStableFunc(out[page], func(a, b gap) int { return cmp.Compare(b.score, a.score) })
	}
	return out, ctx.Err()
}

// minExplains is the share of a question's words that a story sentence holds
// to explain its answer.
const minExplains = 0.5

// explain sets the explanation of a question and gives the index of the page
// that it is about, -1 where it is about none.
func (c *corpus) explain(a *asked) int {
	at := a.passage
	if _, ok := c.onPage[at]; at < 0 || !ok {
		matter := c.termsOf(a.Question.Question + " " + a.Options[a.Answer])
		best, told := minExplains, -1
		if at >= 0 {
			best = c.covers(at, matter)
		}
		for i := range c.passages {
			if _, ok := c.onPage[i]; !ok {
				continue
			}
			if s := c.covers(i, matter); s > best && overlapsAnswer(c, i, a) {
				best, told = s, i
			}
		}
		if told >= 0 {
			at = told
		}
	}
	if at < 0 {
		return -1
	}
	text := c.passages[at].text
	if page, ok := c.onPage[at]; ok {
		a.Explanation = c.evidence(page+1, text)
		return page
	}
	a.Explanation = "“" + text + "”"
	return c.pageNear(at)
}

// overlapsAnswer reports whether passage i holds a term of the right answer, or
// all of an answer without terms, or whether the answer is "True" or "False".
func overlapsAnswer(c *corpus, i int, a *asked) bool {
	answer := c.termsOf(a.Options[a.Answer])
	if len(a.Options) == 2 {
		return true
	}
	if len(answer) == 0 {
		return containsPhrase(strings.ToLower(c.passages[i].text), []string{strings.ToLower(a.Options[a.Answer])})
	}
	for _, w := range c.passages[i].vector {
		if answer[w.term] {
			return true
		}
	}
	return false
}

// evidence says on which page of the story a sentence stands.
func (c *corpus) evidence(page int, sentence string) string {
	if c.tongue.evidence == "" {
		return "“" + sentence + "”"
	}
	return fmt.Sprintf(c.tongue.evidence, page, sentence)
}

// pageNear gives the page made from the same section as passage i, the
// nearest first; -1 where there is none.
func (c *corpus) pageNear(i int) int {
	best, page := len(c.passages), -1
	s := c.sections[c.passages[i].section]
	for j := s.from; j < s.to; j++ {
		if p, ok := c.onPage[j]; ok {
			if off := max(i-j, j-i); off < best {
				best, page = off, p
			}
		}
	}
	return page
}

// seats spreads the right options evenly over the positions.
type seats struct{ count []int }

func newSeats() *seats { return &seats{make([]int, story.MaxOptions)} }

// seen counts a question whose options keep their order.
func (p *seats) seen(q story.Question) { p.count[q.Answer]++ }

// put moves the right option to one of the positions that were used least,
// and the wrong ones into an order of their own. It depends on the question's
// text only, so that the same document gives the same quiz.
func (p *seats) put(q *story.Question) {
	least := slices.Min(p.count[:len(q.Options)])
	var open []int
	for i := range q.Options {
		if p.count[i] == least {
			open = append(open, i)
		}
	}
	right := q.Options[q.Answer]
	wrong := slices.Delete(slices.Clone(q.Options), q.Answer, q.Answer+1)
	seed := q.Question
	slices.SortStableFunc(wrong, func(a, b string) int { return cmp.Compare(hash(seed+a), hash(seed+b)) })
	at := open[hash(seed)%uint64(len(open))]
	q.Options = slices.Insert(wrong, at, right)
	q.Answer = at
	p.count[at]++
}

func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

package ondevice

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"edusmart/core/model"
	"edusmart/core/reading"
	"edusmart/core/story"
)

// leveller puts the pages of one story at another level with the sentences of
// a corpus.
type leveller struct {
	c      *corpus
	asked  model.Rewriting
	target float64
	step   float64     // from the story's level to the target; above 0
	loads  []float64   // of each passage
	spans  []region    // where each page is from; empty where that is not known
	at     []int       // the pages of which it is known
	owner  map[int]int // page that alone may have a passage
}

func newLeveller(c *corpus, r model.Rewriting, target float64) *leveller {
	was := measure(r.Language, r.Pages).Load
	l := &leveller{c: c, asked: r, target: target, step: math.Max(math.Abs(target-was), 1e-9), loads: make([]float64, len(c.passages))}
	for i := range c.passages {
		l.loads[i] = reading.Measure(r.Language, []string{c.passages[i].text}).Load
	}
	l.locate()
	return l
}

// share gives each passage to one page: to the one that has it, or for which it
// was chosen. What is chosen for a page that may not have it is left out.
func (l *leveller) share(chosen [][]int) {
	l.owner = map[int]int{}
	for _, i := range l.at {
		for _, at := range l.own(i) {
			l.owner[at] = i
		}
	}
	for k, i := range l.at {
		chosen[k] = slices.DeleteFunc(chosen[k], func(at int) bool { return !l.may(i, at) })
		l.take(i, chosen[k])
	}
}

// may reports whether page i may have a passage.
func (l *leveller) may(i, at int) bool {
	page, owned := l.owner[at]
	return !owned || page == i
}

func (l *leveller) take(i int, set []int) {
	for _, at := range set {
		l.owner[at] = i
	}
}

// reach is how many passages around a page's own belong to it where no other
// page's lie nearer.
const reach = 6

// locate finds from which passages each page is: those of its sentences, and
// around them up to half way to the next page's.
func (l *leveller) locate() {
	l.spans = make([]region, len(l.asked.Pages))
	for i, p := range l.asked.Pages {
		own := region{from: len(l.c.passages), to: -1}
		for at := range l.c.passages {
			if slices.ContainsFunc(p.Sentences, func(s story.Sentence) bool { return overlap(l.c.passages[at].place, s.Place) }) {
				own.from, own.to = min(own.from, at), at+1
			}
		}
		if own.to < 0 {
			continue
		}
		own.section = l.c.passages[own.from].section
		l.spans[i] = own
		l.at = append(l.at, i)
	}
	own := slices.Clone(l.spans)
	for _, i := range l.at {
		from, to := max(0, own[i].from-reach), min(len(l.c.passages), own[i].to+reach)
		for _, k := range l.at {
			switch {
			case own[k].to <= own[i].from:
				from = max(from, (own[k].to+own[i].from)/2)
			case own[k].from >= own[i].to:
				to = min(to, (own[k].from+own[i].to+1)/2)
			}
		}
		l.spans[i].from, l.spans[i].to = min(from, own[i].from), max(to, own[i].to)
	}
}

// overlap reports whether two places share a letter.
func overlap(a story.Place, b *story.Place) bool {
	return b != nil && a.Block == b.Block && a.From < b.To && b.From < a.To
}

// page gives the sentences of page i: those chosen, or its own, split, each
// exchanged for others as long as that brings the page nearer to the level.
// They are with those that its key terms need and those that the teacher has
// added. Where that leads nowhere the page stays as it is.
func (l *leveller) page(i int, chosen []int) []story.Sentence {
	best := l.asked.Pages[i].Sentences
	for _, of := range [][]int{chosen, l.own(i)} {
		if len(of) == 0 {
			continue
		}
		set := l.improve(i, of)
		if sentences := l.complete(i, set); l.off(sentences) < l.off(best) {
			best = sentences
			l.take(i, set)
		}
	}
	return best
}

// off is how far a page is from the level; beyond it is as good.
func (l *leveller) off(sentences []story.Sentence) float64 {
	return max(0, far(l.load(sentences), l.target, l.asked.Harder))
}

func (l *leveller) load(sentences []story.Sentence) float64 {
	texts := make([]string, len(sentences))
	for i, s := range sentences {
		texts[i] = s.Text
	}
	return reading.Measure(l.asked.Language, texts).Load
}

// own gives the passages that page i's sentences are from.
func (l *leveller) own(i int) []int {
	var all []int
	for at := range l.c.passages {
		if slices.ContainsFunc(l.asked.Pages[i].Sentences, func(s story.Sentence) bool { return overlap(l.c.passages[at].place, s.Place) }) {
			all = append(all, at)
		}
	}
	return all
}

// complete gives the sentences of the passages, in the document's order, with
// what page i must have besides.
func (l *leveller) complete(i int, chosen []int) []story.Sentence {
	chosen = slices.Clone(chosen)
	var kept []story.Sentence
	for _, term := range l.missing(i, chosen) {
		if at := l.with(i, term, chosen); at >= 0 {
			chosen = append(chosen, at)
			continue
		}
		for _, s := range l.asked.Pages[i].Sentences {
			if hasTerm(s.Text, term) && !slices.ContainsFunc(kept, func(k story.Sentence) bool { return k.Text == s.Text }) {
				kept = append(kept, s)
				chosen = slices.DeleteFunc(chosen, func(at int) bool { return overlap(l.c.passages[at].place, s.Place) })
				break
			}
		}
	}
	last := &story.Place{}
	for _, s := range l.asked.Pages[i].Sentences {
		if s.Place == nil && !slices.ContainsFunc(kept, func(k story.Sentence) bool { return k.Text == s.Text }) {
			s.Place = last // for the order below
			kept = append(kept, s)
		} else if s.Place != nil {
			last = s.Place
		}
	}
	return l.ordered(i, chosen, kept)
}

// ordered lays passages and kept sentences in the document's order.
func (l *leveller) ordered(i int, chosen []int, kept []story.Sentence) []story.Sentence {
	slices.Sort(chosen)
	var out []story.Sentence
	for _, at := range slices.Compact(chosen) {
		out = append(out, l.c.passages[at].sentence())
	}
	out = append(out, kept...)
	slices.SortStableFunc(out, func(a, b story.Sentence) int {
		return cmp.Or(cmp.Compare(a.Place.Block, b.Place.Block), cmp.Compare(a.Place.From, b.Place.From))
	})
	for k := range out {
		for _, s := range l.asked.Pages[i].Sentences {
			if s.Text == out[k].Text {
				out[k] = s // as it was: with what the teacher has said of it
			}
		}
	}
	return out
}

// missing gives the key terms that page i has and the passages lack.
func (l *leveller) missing(i int, chosen []int) []string {
	var all []string
	for _, term := range l.asked.Terms {
		on := slices.ContainsFunc(l.asked.Pages[i].Sentences, func(s story.Sentence) bool { return hasTerm(s.Text, term) })
		if on && !slices.ContainsFunc(chosen, func(at int) bool { return hasTerm(l.c.passages[at].text, term) }) {
			all = append(all, term)
		}
	}
	return all
}

// with gives the passage of page i's region that has the term and is nearest
// to the level; -1 where none can stand on its own.
func (l *leveller) with(i int, term string, chosen []int) int {
	best := -1
	for at := l.spans[i].from; at < l.spans[i].to; at++ {
		p := &l.c.passages[at]
		stands := p.lean == upright || !slices.ContainsFunc(p.needs, func(n int) bool { return !slices.Contains(chosen, n) })
		if l.c.usable(at) && l.may(i, at) && stands && hasTerm(p.text, term) && (best < 0 || far(l.loads[best], l.loads[at], l.asked.Harder) > 0) {
			best = at
		}
	}
	return best
}

// hasTerm reports whether a text has a term in it, whatever its case.
func hasTerm(text, term string) bool {
	return term != "" && strings.Contains(strings.ToLower(text), strings.ToLower(term))
}

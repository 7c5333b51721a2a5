package evidence

import (
	"slices"

	"edusmart/core/story"
)

// A window is a few sentences of the document that follow one another, with
// the tokens of all.
type window struct {
	first, last int // units
	best        int // the unit that shares most with what is checked
	tokens      []placed
}

// placed is a token of a window.
type placed struct {
	*token
	unit   int // of the document
	clause int // of the window, from 0
	piece  int
}

const (
	mostUnits   = 10 // that are looked at closely
	mostAround  = 2  // sentences before one that may say whom it is about
	mostWords   = 400
	leastShared = 0.42 // of the weight of a text, for the document to speak of it
)

// window joins units first to last.
func (x *Index) window(first, last, best int) window {
	w := window{first: first, last: last, best: best}
	clause, piece := 0, 0
	for n := first; n <= last; n++ {
		tokens := x.units[n].tokens
		for i := range tokens {
			w.tokens = append(w.tokens, placed{&tokens[i], n, clause + tokens[i].clause, piece + tokens[i].piece})
		}
		if len(tokens) > 0 {
			clause += tokens[len(tokens)-1].clause + 1
			piece += tokens[len(tokens)-1].piece + 1
		}
	}
	return w
}

// A claim is a text that is checked.
type claim struct {
	text   string
	tokens []token
	weighs []float64 // of tokens; 0 for those that need not be found
	sum    float64
	free   bool // its words may stand in any order: a question with its answer
}

func (x *Index) claim(text string) *claim {
	c := &claim{text: text, tokens: x.tongue.read(text)}
	if len(c.tokens) > mostWords {
		c.tokens = c.tokens[:mostWords]
	}
	c.weighs = make([]float64, len(c.tokens))
	for i := range c.tokens {
		if k := &c.tokens[i]; k.number || !k.stop {
			c.weighs[i] = x.weight(k)
			c.sum += c.weighs[i]
		}
	}
	return c
}

// candidates gives the units that share most with c, best first, those near
// the hint before others that share as much.
func (x *Index) candidates(c *claim, hint *story.Place) []int {
	score := map[int32]float64{}
	for i := range c.tokens {
		if c.weighs[i] == 0 {
			continue
		}
		var held []int32
		for n, key := range c.tokens[i].keys {
			w := c.weighs[i]
			if n > 0 {
				w *= 0.9 // a synonym
			}
			for _, u := range x.holds[key] {
				if !slices.Contains(held[max(0, len(held)-4):], u) {
					score[u] += w
					held = append(held, u)
				}
			}
		}
	}
	units := make([]int, 0, len(score))
	for u := range score {
		units = append(units, int(u))
	}
	rate := func(u int) float64 {
		s := score[int32(u)]
		for _, near := range []int{u - 1, u + 1} {
			s += 0.3 * score[int32(near)]
		}
		if hint != nil && x.units[u].block == hint.Block && x.units[u].from < hint.To && hint.From < x.units[u].to {
			s += 0.2 * c.sum
		}
		return s
	}
	slices.SortFunc(units, func(a, b int) int {
		switch ra, rb := rate(a), rate(b); {
		case ra > rb:
			return -1
		case ra < rb:
			return 1
		}
		return a - b
	})
	return units[:min(len(units), mostUnits)]
}

// around gives the first and the last unit of the windows around unit u.
func (x *Index) around(u int) [][2]int {
	all := [][2]int{{u, u}}
	for n := 1; n <= mostAround && u-n >= 0; n++ {
		all = append(all, [2]int{u - n, u})
	}
	if u+1 < len(x.units) {
		all = append(all, [2]int{u, u + 1})
		if u > 0 {
			all = append(all, [2]int{u - 1, u + 1})
		}
	}
	if first, last := x.listAround(u); last-first > 1 {
		all = append(all, [2]int{first, u}, [2]int{first, last})
	}
	return all
}

// listAround gives the sentence that leads into a list and the list's last
// item, where u is one of these or between; else u twice.
func (x *Index) listAround(u int) (first, last int) {
	item := func(u int) bool {
		return u >= 0 && u < len(x.units) && x.doc.Blocks[x.units[u].block].Kind == story.ListItem
	}
	first, last = u, u
	for item(first) && first > max(0, u-mostItems) {
		first--
	}
	for item(last+1) && last < u+mostItems {
		last++
	}
	return first, last
}

// mostItems bounds the items of a list that are looked at together.
const mostItems = 8

// shared is the part of c's weight that the words of w have, 0 to 1. Words
// that only look like forms of one count less.
func (x *Index) shared(c *claim, w *window) float64 {
	if c.sum == 0 {
		return 0
	}
	have := 0.0
	for i := range c.tokens {
		if c.weighs[i] == 0 {
			continue
		}
		best := 0.0
		for k := range w.tokens {
			switch t := w.tokens[k].token; {
			case t.stop && !t.number:
			case x.tongue.alike(&c.tokens[i], t):
				best = 1
			case best < 0.7 && x.tongue.near(&c.tokens[i], t):
				best = 0.7
			case best < 0.5 && x.tongue.opposed(&c.tokens[i], t), best < 0.5 && t.number && c.tokens[i].number:
				best = 0.5 // it speaks of the same
			}
			if best == 1 {
				break
			}
		}
		have += best * c.weighs[i]
	}
	return have / c.sum
}

// align finds for each token of c that must be found the token of w that it
// rests on, -1 where there is none: of all ways the one with the fewest jumps.
func (x *Index) align(c *claim, w *window) []int {
	type state struct {
		at   int // in w; -1: none
		cost float64
		from int // state of the step before
	}
	var steps [][]state
	var which []int // the token of each step
	for i := range c.tokens {
		k := &c.tokens[i]
		if k.stop && !k.number {
			continue
		}
		step := []state{{at: -1, cost: 8}}
		for j := range w.tokens {
			t := w.tokens[j].token
			if t.stop && !t.number {
				continue
			}
			if x.tongue.alike(k, t) {
				step = append(step, state{at: j})
			} else if x.tongue.near(k, t) {
				step = append(step, state{at: j, cost: 1})
			}
		}
		for s := range step {
			best := -1
			for p := range lastStep(steps) {
				cost := steps[len(steps)-1][p].cost + jump(w, steps[len(steps)-1][p].at, step[s].at)
				if best < 0 || cost < steps[len(steps)-1][best].cost+jump(w, steps[len(steps)-1][best].at, step[s].at) {
					best = p
				}
			}
			if step[s].from = best; best >= 0 {
				step[s].cost += steps[len(steps)-1][best].cost + jump(w, steps[len(steps)-1][best].at, step[s].at)
			}
		}
		steps, which = append(steps, step), append(which, i)
	}
	at := make([]int, len(c.tokens))
	for i := range at {
		at[i] = -1
	}
	if len(steps) == 0 {
		return at
	}
	s := 0
	for n, last := 0, steps[len(steps)-1]; n < len(last); n++ {
		if last[n].cost < last[s].cost {
			s = n
		}
	}
	for n := len(steps) - 1; n >= 0; n-- {
		at[which[n]] = steps[n][s].at
		s = steps[n][s].from
	}
	return at
}

func lastStep[T any](steps [][]T) []T {
	if len(steps) == 0 {
		return nil
	}
	return steps[len(steps)-1]
}

// jump is what it costs to go on at b after a.
func jump(w *window, a, b int) float64 {
	switch {
	case a < 0 || b < 0:
		return 0
	case a == b:
		return 0.5
	case b > a && w.tokens[a].clause == w.tokens[b].clause:
		return 0.05 * float64(min(b-a, 10))
	case b > a:
		return 1 + 0.05*float64(min(b-a, 20))
	case w.tokens[a].clause == w.tokens[b].clause:
		return 1.2
	}
	return 2
}

package ondevice

import (
	"math"
	"slices"

	"edusmart/core/reading"
)

// Weights of what a page's set of passages costs: its distance from the level,
// in steps of a whole level; what it says less of the page than before; and
// what it strays from the page's own sentences.
const (
	costDistance = 2.0
	costLoss     = 0.5
	costStray    = 0.15
	mostMoves    = 12 // exchanges on one page
)

// improve exchanges passages of a page, drops or adds them, as long as that
// lowers the cost: the greedy descent of a set that is small.
func (l *leveller) improve(i int, chosen []int) []int {
	own := l.own(i)
	set := l.closed(slices.Clone(chosen))
	cost := l.cost(i, set, own)
	for range mostMoves {
		best, lowest := []int(nil), cost
		for _, next := range l.moves(i, set, own) {
			if c := l.cost(i, next, own); c < lowest-1e-9 {
				best, lowest = next, c
			}
		}
		if best == nil {
			break
		}
		set, cost = best, lowest
	}
	return set
}

// closed adds what the passages of a set need before them.
func (l *leveller) closed(set []int) []int {
	for k := 0; k < len(set); k++ {
		for _, n := range l.c.passages[set[k]].needs {
			if !slices.Contains(set, n) {
				set = append(set, n)
			}
		}
	}
	return set
}

// moves gives the sets that are one step away: with a passage less, more, or
// exchanged. Each holds what its passages need, and as many as a page has.
func (l *leveller) moves(i int, set, own []int) [][]int {
	fewest := max(fewestOnPage, (len(l.asked.Pages[i].Sentences)+1)/2)
	most := max(l.c.band.mostOnPage, len(own))
	var out [][]int
	add := func(next []int) {
		next = l.closed(next)
		if len(next) >= fewest && len(next) <= most && !l.twice(next) && !slices.ContainsFunc(next, func(at int) bool { return !l.may(i, at) }) {
			out = append(out, next)
		}
	}
	var others []int
	for at := l.spans[i].from; at < l.spans[i].to; at++ {
		if l.c.usable(at) && l.may(i, at) && !slices.Contains(set, at) {
			others = append(others, at)
		}
	}
	for _, at := range others {
		add(append(slices.Clone(set), at))
	}
	for _, drop := range set {
		without := l.without(set, drop)
		add(slices.Clone(without))
		for _, at := range others {
			add(append(slices.Clone(without), at))
		}
	}
	return out
}

// without gives a set less a passage and those that need it.
func (l *leveller) without(set []int, drop int) []int {
	return slices.DeleteFunc(slices.Clone(set), func(at int) bool {
		return at == drop || slices.Contains(l.c.passages[at].needs, drop)
	})
}

// twice reports whether a set says the same thing twice.
func (l *leveller) twice(set []int) bool {
	for k, a := range set {
		for _, b := range set[:k] {
			if cosine(l.c.passages[a].vector, l.c.passages[b].vector) > repeatsAt {
				return true
			}
		}
	}
	return false
}

// cost is lower the nearer a set is to the level and to what the page says.
func (l *leveller) cost(i int, set, own []int) float64 {
	texts := make([]string, len(set))
	var worth, had float64
	stray := 0
	for k, at := range set {
		texts[k] = l.c.passages[at].text
		worth += l.c.worth(at)
		if !slices.Contains(own, at) {
			stray++
		}
	}
	for _, at := range own {
		had += l.c.worth(at)
	}
	distance := max(0, far(reading.Measure(l.asked.Language, texts).Load, l.target, l.asked.Harder))
	loss := math.Max(0, 1-worth/math.Max(had, 1e-9))
	lost := float64(len(l.missing(i, set)))
	return costDistance*distance/l.step + costLoss*(loss+lost) + costStray*float64(stray)/float64(len(set))
}

package ondevice

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"slices"
)

// Weights of the objective
//
//	F(S) = coverage * sum_t w_t sqrt(sum_{j in S} f_j x_jt)
//	     + diversity * sum_k sqrt(sum_{j in S and P_k} f_j r_j)
//
// over the chosen sentences S: x is a sentence's TF-IDF vector, f its fitness,
// r its salience, w_t the share of term t in the document, and P_k the
// sentences of one section on one page. Both sums are monotone and submodular
// (Lin and Bilmes 2011, equation 5, with the concave features of Kirchhoff
// and Bilmes 2014 in place of sentence-to-sentence coverage): what is said
// already counts less and less. Gains are divided by words^costPower, Lin
// and Bilmes' scaled cost. nearness, which makes a page read as one passage,
// is outside the guarantee of the greedy method.
const (
	coverage      = 1.0
	diversity     = 1.0
	costPower     = 0.3
	nearness      = 0.7
	nearReach     = 6    // sentences
	repeatsAt     = 0.55 // cosine from which on two sentences say the same
	fewestOnPage  = 2
	pageOverrun   = 1.25 // of the words of a page, for the sentence that fills it
	coverageScale = 40.0
)

// chooser holds the state of the greedy choice.
type chooser struct {
	c       *corpus
	regions []region
	share   []float64 // w_t
	covered []float64 // sum of f x per term
	reward  map[[2]int]float64
	chosen  [][]int // passages of each page, in the order of choice
	words   []int   // of each page
	taken   map[int]bool
	queue   boundQueue
}

// unit is a sentence that may be chosen with those it needs.
type unit struct {
	passage, page int
	bound         float64 // its gain when it was last looked at
}

type boundQueue []unit

func (q boundQueue) Len() int { return len(q) }
func (q boundQueue) Less(i, j int) bool {
	if q[i].bound != q[j].bound {
		return q[i].bound > q[j].bound
	}
	return q[i].passage < q[j].passage
}
func (q boundQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *boundQueue) Push(x any)   { *q = append(*q, x.(unit)) }
func (q *boundQueue) Pop() any {
	last := len(*q) - 1
	u := (*q)[last]
	*q = (*q)[:last]
	return u
}

// choose picks the sentences of each region's page, in the document's order.
func (c *corpus) choose(ctx context.Context, regions []region) ([][]int, error) {
	ch := &chooser{
		c: c, regions: regions,
		share:   make([]float64, len(c.vocab.terms)),
		covered: make([]float64, len(c.vocab.terms)),
		reward:  map[[2]int]float64{},
		chosen:  make([][]int, len(regions)),
		words:   make([]int, len(regions)),
		taken:   map[int]bool{},
	}
	ch.prepare()
	ch.lead()
	for len(ch.queue) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ch.step()
	}
	for page := range ch.chosen {
		ch.fill(page)
		slices.Sort(ch.chosen[page])
	}
	return ch.chosen, nil
}

// fill gives a page that was left with one sentence the nearest usable one of
// its region, the shortest of those as near, even where the page then is
// fuller than its class would have it.
func (ch *chooser) fill(page int) {
	if len(ch.chosen[page]) != 1 {
		return
	}
	var best []int
	cost := math.Inf(1)
	r := ch.regions[page]
	for i := r.from; i < r.to; i++ {
		if ch.taken[i] || !ch.c.usable(i) || !ch.within(i, page) {
			continue
		}
		group := ch.missing(i)
		words := 0
		for _, g := range group {
			words += ch.c.passages[g].length
		}
		if n := float64(words) * (2 - ch.near(group, page)); len(group)+1 <= ch.c.band.mostOnPage && !ch.repeats(group) && n < cost {
			best, cost = group, n
		}
	}
	for _, i := range best {
		ch.take(i, page)
	}
}

// leadReach is how far into a document its opening sentence is looked for.
const leadReach = 3

// lead takes the document's opening sentence, which says what all is about,
// where it can be read out and is not long for the class.
func (ch *chooser) lead() {
	if len(ch.regions) == 0 {
		return
	}
	for i := ch.regions[0].from; i < min(ch.regions[0].to, leadReach); i++ {
		p := &ch.c.passages[i]
		if ch.c.usable(i) && p.lean == upright && p.length <= ch.c.band.sentence {
			ch.take(i, 0)
			ch.wake(0, []int{i})
			return
		}
	}
}

// prepare fills the shares of the terms and the queue.
func (ch *chooser) prepare() {
	var total float64
	for i := range ch.c.passages {
		for _, w := range ch.c.passages[i].vector {
			ch.share[w.term] += w.weight
			total += w.weight
		}
	}
	for t := range ch.share {
		ch.share[t] /= max(total, 1e-9)
	}
	for page, r := range ch.regions {
		for i := r.from; i < r.to; i++ {
			if ch.c.usable(i) && ch.within(i, page) {
				ch.queue = append(ch.queue, unit{i, page, math.Inf(1)})
			}
		}
	}
	heap.Init(&ch.queue)
}

// within reports whether all that passage i needs lies in the page's region.
func (ch *chooser) within(i, page int) bool {
	for _, n := range ch.c.passages[i].needs {
		if n < ch.regions[page].from {
			return false
		}
	}
	return true
}

// step takes the best bound, looks again, and chooses the unit if it is still
// the best.
func (ch *chooser) step() {
	u := heap.Pop(&ch.queue).(unit)
	if ch.taken[u.passage] {
		return
	}
	group := ch.missing(u.passage)
	if !ch.fits(group, u.page) {
		return
	}
	gain := ch.gain(group, u.page)
	if len(ch.queue) > 0 && gain < ch.queue[0].bound {
		u.bound = gain
		heap.Push(&ch.queue, u)
		return
	}
	if ch.repeats(group) {
		return
	}
	for _, i := range group {
		ch.take(i, u.page)
	}
	ch.wake(u.page, group)
}

// missing gives passage i and those it needs that are not chosen yet.
func (ch *chooser) missing(i int) []int {
	var group []int
	for _, n := range ch.c.passages[i].needs {
		if !ch.taken[n] {
			group = append(group, n)
		}
	}
	return append(group, i)
}

func (ch *chooser) fits(group []int, page int) bool {
	words := ch.words[page]
	for _, i := range group {
		words += ch.c.passages[i].length
	}
	count := len(ch.chosen[page]) + len(group)
	if count > ch.c.band.mostOnPage {
		return false
	}
	return count <= fewestOnPage || float64(words) <= pageOverrun*float64(ch.c.band.page)
}

// gain is what the group adds to the objective, per scaled cost.
func (ch *chooser) gain(group []int, page int) float64 {
	var sum float64
	words := 0
	for _, i := range group {
		p := &ch.c.passages[i]
		words += p.length
		for _, w := range p.vector {
			have := ch.covered[w.term]
			sum += coverage * coverageScale * ch.share[w.term] * (math.Sqrt(have+p.fit*w.weight) - math.Sqrt(have))
		}
		have := ch.reward[[2]int{page, p.section}]
		sum += diversity * (math.Sqrt(have+p.fit*p.salience) - math.Sqrt(have))
	}
	sum /= math.Pow(float64(max(words, 4)), costPower) * float64(len(group))
	return sum * (1 + nearness*ch.near(group, page))
}

// near is 1 where the group follows on a chosen sentence of the page, falling
// to 0 at nearReach sentences from it.
func (ch *chooser) near(group []int, page int) float64 {
	best := nearReach
	for _, i := range group {
		for _, j := range ch.chosen[page] {
			best = min(best, max(i-j, j-i)-1)
		}
	}
	return 1 - float64(best)/nearReach
}

// repeats reports whether the group says again what is chosen.
func (ch *chooser) repeats(group []int) bool {
	for _, i := range group {
		for _, page := range ch.chosen {
			for _, j := range page {
				if cosine(ch.c.passages[i].vector, ch.c.passages[j].vector) > repeatsAt {
					return true
				}
			}
		}
	}
	return false
}

func (ch *chooser) take(i, page int) {
	p := &ch.c.passages[i]
	ch.taken[i] = true
	ch.chosen[page] = append(ch.chosen[page], i)
	ch.words[page] += p.length
	for _, w := range p.vector {
		ch.covered[w.term] += p.fit * w.weight
	}
	ch.reward[[2]int{page, p.section}] += p.fit * p.salience
}

// wake puts the neighbours of the chosen back with a bound that allows for
// their nearness.
func (ch *chooser) wake(page int, group []int) {
	first, last := slices.Min(group), slices.Max(group)
	r := ch.regions[page]
	for i := max(r.from, first-nearReach); i < min(r.to, last+nearReach+1); i++ {
		if !ch.taken[i] && ch.c.usable(i) && ch.within(i, page) {
			heap.Push(&ch.queue, unit{i, page, ch.gain(ch.missing(i), page)})
		}
	}
}

// best gives up to n usable passages of [from, to) by salience and fitness.
func (c *corpus) best(from, to, n int) []int {
	var all []int
	for i := from; i < to; i++ {
		if c.usable(i) {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(c.worth(b), c.worth(a)) })
	return all[:min(n, len(all))]
}

func (c *corpus) worth(i int) float64 { return c.passages[i].salience * c.passages[i].fit }

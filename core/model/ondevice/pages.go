package ondevice

import (
	"math"
	"slices"
)

// region is the stretch of passages that one page is made from.
type region struct {
	from, to int  // passages
	section  int  // whose heading may name the page
	begins   bool // the region begins its section
}

// Limits of the layout.
const (
	fewestPages  = 5
	mostPages    = 10
	maxStretches = 400 // sections beyond these are laid together first
)

// layout divides the document into the regions of at most pages pages,
// following its sections. There are fewer where the text does not fill them.
func (c *corpus) layout(pages int) []region {
	usable := c.usableIn(0, len(c.passages))
	if usable == 0 {
		return nil
	}
	pages = min(pages, max(1, usable/fewestOnPage))
	stretches := c.stretches()
	if n := c.capacity(stretches); n >= fewestPages {
		pages = min(pages, n) // rather than a page across two headings
	}
	for c.capacity(stretches) < pages && len(stretches) > 1 {
		stretches = c.mergeAt(stretches, c.smallest(stretches))
	}
	if len(stretches) > pages {
		return c.groups(stretches, pages)
	}
	var out []region
	for i, n := range c.allot(stretches, pages) {
		out = append(out, c.divide(stretches[i], n)...)
	}
	return out
}

// stretches gives the sections as regions, the small ones laid together with
// a neighbour, so that each has sentences for a page.
func (c *corpus) stretches() []region {
	var all []region
	for i, s := range c.sections {
		if s.to > s.from {
			all = append(all, region{s.from, s.to, i, true})
		}
	}
	for i := 0; i < len(all) && len(all) > 1; {
		if c.usableIn(all[i].from, all[i].to) < fewestOnPage {
			all = c.mergeAt(all, i)
			i = max(0, i-1)
			continue
		}
		i++
	}
	for len(all) > maxStretches {
		for i := 0; i+1 < len(all); i++ {
			all = c.mergeAt(all, i)
		}
	}
	return all
}

// mergeAt lays stretch i together with the neighbour it belongs to: the next
// where it opens a chapter or is the first, else the one before.
func (c *corpus) mergeAt(all []region, i int) []region {
	a := i - 1
	if i+1 < len(all) && (i == 0 || c.sections[all[i+1].section].level > c.sections[all[i].section].level) {
		a = i
	}
	left, right := all[a], all[a+1]
	merged := region{left.from, right.to, left.section, true}
	if c.usableIn(right.from, right.to) > c.usableIn(left.from, left.to) {
		merged.section = right.section
	}
	return slices.Replace(all, a, a+2, merged)
}

func (c *corpus) capacity(all []region) int {
	n := 0
	for _, r := range all {
		n += c.usableIn(r.from, r.to) / fewestOnPage
	}
	return n
}

func (c *corpus) smallest(all []region) int {
	best := 0
	for i := range all {
		if c.usableIn(all[i].from, all[i].to) < c.usableIn(all[best].from, all[best].to) {
			best = i
		}
	}
	return best
}

// allot shares pages out among the stretches by their usable sentences, one
// each first, then by the method of Sainte-Laguë.
func (c *corpus) allot(all []region, pages int) []int {
	shares := make([]int, len(all))
	for i := range shares {
		shares[i] = 1
	}
	for left := pages - len(all); left > 0; left-- {
		best, most := -1, 0.0
		for i, r := range all {
			usable := c.usableIn(r.from, r.to)
			quotient := float64(usable) / float64(2*shares[i]+1)
			if (shares[i]+1)*fewestOnPage <= usable && quotient > most {
				best, most = i, quotient
			}
		}
		if best < 0 {
			break
		}
		shares[best]++
	}
	return shares
}

// divide cuts a stretch into n regions of about as many usable sentences,
// where paragraphs begin and the words change (Hearst, "TextTiling", 1997).
func (c *corpus) divide(r region, n int) []region {
	var out []region
	begins := r.begins
	for ; n > 1; n-- {
		cut := c.cut(r, n)
		out = append(out, region{r.from, cut, r.section, begins})
		r.from, begins = cut, false
	}
	return append(out, region{r.from, r.to, r.section, begins})
}

// cut finds where the first of n regions of r ends.
func (c *corpus) cut(r region, n int) int {
	usable := c.usableIn(r.from, r.to)
	ideal := float64(usable) / float64(n)
	best, lowest, before := r.to, math.Inf(1), 0
	for i := r.from; i < r.to; i++ {
		if before >= fewestOnPage && usable-before >= (n-1)*fewestOnPage {
			cost := math.Abs(float64(before)-ideal) / ideal * 1.5
			if !c.passages[i].first {
				cost += 0.5
			}
			if c.passages[i].lean != upright {
				cost += 0.7
			}
			cost += c.cohesion(i)
			if cost < lowest {
				best, lowest = i, cost
			}
		}
		if c.usable(i) {
			before++
		}
	}
	return best
}

// cohesionReach is how many sentences on either side of a cut are compared.
const cohesionReach = 3

// cohesion is the mean similarity of the sentences before and after passage
// i, 0 to 1.
func (c *corpus) cohesion(i int) float64 {
	var sum float64
	n := 0
	for a := max(0, i-cohesionReach); a < i; a++ {
		for b := i; b < min(len(c.passages), i+cohesionReach); b++ {
			sum += cosine(c.passages[a].vector, c.passages[b].vector)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// depthCost is what it costs to begin a page's group one level below the
// chapters.
const depthCost = 0.15

// groups lays neighbouring stretches together into pages groups of about the
// same size, preferably at chapters, and gives for each the stretch that
// carries most: a page speaks of one thing.
func (c *corpus) groups(all []region, pages int) []region {
	starts := c.bestGroups(all, pages)
	var out []region
	for g, from := range starts {
		to := len(all)
		if g+1 < len(starts) {
			to = starts[g+1]
		}
		out = append(out, c.focus(all[from:to]))
	}
	return out
}

// bestGroups finds by dynamic programming where each of n groups begins.
func (c *corpus) bestGroups(all []region, n int) []int {
	mass := make([]float64, len(all)+1)
	top := math.MaxInt
	for i, r := range all {
		mass[i+1] = mass[i] + float64(c.usableIn(r.from, r.to))
		top = min(top, c.sections[r.section].level)
	}
	mean := mass[len(all)] / float64(n)
	cost := make([][]float64, n+1)
	from := make([][]int, n+1)
	for g := range cost {
		cost[g] = make([]float64, len(all)+1)
		from[g] = make([]int, len(all)+1)
		for i := range cost[g] {
			cost[g][i] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for g := 1; g <= n; g++ {
		for to := g; to <= len(all); to++ {
			for at := g - 1; at < to; at++ {
				off := (mass[to]-mass[at])/mean - 1
				deep := depthCost * float64(c.sections[all[at].section].level-top)
				if total := cost[g-1][at] + off*off + deep; total < cost[g][to] {
					cost[g][to], from[g][to] = total, at
				}
			}
		}
	}
	starts := make([]int, n)
	for g, to := n, len(all); g > 0; g-- {
		starts[g-1] = from[g][to]
		to = from[g][to]
	}
	return starts
}

// focusSentences is how many sentences of a stretch say what it carries.
const focusSentences = 4

// focus gives the stretch of the group that carries most.
func (c *corpus) focus(group []region) region {
	best, most := 0, -1.0
	for i, r := range group {
		var worth float64
		for _, p := range c.best(r.from, r.to, focusSentences) {
			worth += c.worth(p)
		}
		if worth > most {
			best, most = i, worth
		}
	}
	return group[best]
}

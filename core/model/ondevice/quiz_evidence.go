package ondevice

import "slices"

// index lists the passages that hold each term, in order.
func (c *corpus) index() {
	c.postings = make([][]int32, len(c.vocab.terms))
	for i := range c.passages {
		for _, w := range c.passages[i].vector {
			c.postings[w.term] = append(c.postings[w.term], int32(i))
		}
	}
}

// posting gives the passages that hold term t.
func (c *corpus) posting(t int32) []int32 {
	if int(t) >= len(c.postings) {
		return nil
	}
	return c.postings[t]
}

// holding gives the passages that hold all of terms.
func (c *corpus) holding(terms map[int32]bool) []int {
	var rarest []int32
	first := true
	for t := range terms {
		if list := c.posting(t); first || len(list) < len(rarest) {
			rarest, first = list, false
		}
	}
	var out []int
	for _, i := range rarest {
		if c.holds(int(i), terms) {
			out = append(out, int(i))
		}
	}
	return out
}

func (c *corpus) holds(i int, terms map[int32]bool) bool {
	n := 0
	for _, w := range c.passages[i].vector {
		if terms[w.term] {
			n++
		}
	}
	return n == len(terms)
}

// covers is the share of terms, by their weight, that passage i holds, 0 to
// 1.
func (c *corpus) covers(i int, terms map[int32]bool) float64 {
	if len(terms) == 0 {
		return 0
	}
	var all, have float64
	for _, t := range sortedTerms(terms) {
		idf := c.vocab.idf(t, len(c.passages))
		all += idf
		if _, ok := slices.BinarySearchFunc(c.passages[i].vector, t, func(w weighted, t int32) int { return int(w.term) - int(t) }); ok {
			have += idf
		}
	}
	return have / all
}

// share is the part of terms, by their number, that passage i holds, 0 to 1.
func (c *corpus) share(i int, terms map[int32]bool) float64 {
	if len(terms) == 0 {
		return 0
	}
	n := 0
	for _, w := range c.passages[i].vector {
		if terms[w.term] {
			n++
		}
	}
	return float64(n) / float64(len(terms))
}

// bestFor gives the passage that covers terms best, how well, and how well
// the next best does.
func (c *corpus) bestFor(terms map[int32]bool) (score float64, at int, next float64) {
	at = -1
	sums := map[int32]float64{}
	var all float64
	for _, t := range sortedTerms(terms) {
		idf := c.vocab.idf(t, len(c.passages))
		all += idf
		for _, i := range c.posting(t) {
			sums[i] += idf
		}
	}
	for _, i := range sortedKeys(sums) {
		switch s := sums[i] / all; {
		case s > score:
			score, at, next = s, int(i), score
		case s > next:
			next = s
		}
	}
	return score, at, next
}

func sortedTerms(set map[int32]bool) []int32 { return sortedKeys(set) }

func sortedKeys[V any](m map[int32]V) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

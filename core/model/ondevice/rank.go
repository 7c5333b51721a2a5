package ondevice

import (
	"math"
	"slices"
)

// LexRank's damping and the number of steps after which the order no longer
// changes (Erkan and Radev 2004 use 0.85 and a tolerance; 30 steps reach
// 0.85^30 < 0.01).
const (
	damping = 0.85
	steps   = 30
)

// Factors by which the place of a sentence raises its salience: documents
// that teach say first what a part is about.
const (
	opensSection   = 1.3
	opensParagraph = 1.12
	headingShare   = 0.35 // at most, for the words of its heading
	defines        = 1.15 // it says what something is
)

// weigh sets the vector and the salience of every passage.
func (c *corpus) weigh() {
	n := len(c.passages)
	if n == 0 {
		return
	}
	for i := range c.passages {
		c.passages[i].vector = c.vectorOf(c.passages[i].ids)
	}
	ranks := c.lexRank()
	heading := make([]map[int32]bool, len(c.sections))
	long := c.averageLong()
	opened := -1
	for i := range c.passages {
		p := &c.passages[i]
		p.salience = ranks[i] * c.ease(p, long)
		if heading[p.section] == nil {
			heading[p.section] = c.termsOf(c.sections[p.section].title)
		}
		p.salience *= 1 + headingShare*shared(p.vector, heading[p.section])
		switch {
		case opened != p.section && c.usable(i):
			p.salience *= opensSection
			opened = p.section
		case p.first:
			p.salience *= opensParagraph
		}
		if _, ok := c.define(i); ok {
			p.salience *= defines
		}
	}
}

// vectorOf gives the unit vector of a sentence's terms, weighed by TF-IDF.
func (c *corpus) vectorOf(ids []int32) []weighted {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	var vector []weighted
	var sum float64
	for at := 0; at < len(sorted); {
		id, n := sorted[at], 0
		for at < len(sorted) && sorted[at] == id {
			at++
			n++
		}
		if id == function {
			continue
		}
		w := (1 + math.Log(float64(n))) * c.vocab.idf(id, len(c.passages))
		vector = append(vector, weighted{id, w})
		sum += w * w
	}
	for i := range vector {
		vector[i].weight /= math.Sqrt(sum)
	}
	return vector
}

// lexRank gives every passage its rank in the graph of cosine similarities,
// 1 on average. The similarity matrix is the product of the sentence vectors
// with themselves, so that a step needs only two passes over the words and
// never the matrix itself.
func (c *corpus) lexRank() []float64 {
	n := len(c.passages)
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	degree := c.spread(ones)
	rank := slices.Clone(ones)
	share := make([]float64, n)
	for range steps {
		for i := range share {
			share[i] = 0
			if degree[i] > 1e-9 {
				share[i] = rank[i] / degree[i]
			}
		}
		next := c.spread(share)
		for i := range rank {
			rank[i] = 1 - damping + damping*next[i]
		}
	}
	return rank
}

// spread multiplies the similarity matrix, without its diagonal, by x.
func (c *corpus) spread(x []float64) []float64 {
	sums := make([]float64, len(c.vocab.terms))
	for i := range c.passages {
		for _, w := range c.passages[i].vector {
			sums[w.term] += w.weight * x[i]
		}
	}
	out := make([]float64, len(x))
	for i := range c.passages {
		for _, w := range c.passages[i].vector {
			out[i] += w.weight * sums[w.term]
		}
		if len(c.passages[i].vector) > 0 {
			out[i] = max(0, out[i]-x[i])
		}
	}
	return out
}

// termsOf gives the terms of text that the document's sentences hold.
func (c *corpus) termsOf(text string) map[int32]bool {
	set := map[int32]bool{}
	for _, w := range pieces(text) {
		if id, ok := c.vocab.known(w.lower); ok {
			set[id] = true
		}
	}
	return set
}

// shared is the weight of a vector that falls on the terms of set, 0 to 1.
func shared(vector []weighted, set map[int32]bool) float64 {
	var sum float64
	for _, w := range vector {
		if set[w.term] {
			sum += w.weight * w.weight
		}
	}
	return sum
}

func (c *corpus) averageLong() float64 {
	var sum float64
	for i := range c.passages {
		sum += c.longWords(&c.passages[i])
	}
	return sum / float64(len(c.passages))
}

// cosine is the similarity of two sentences, 0 to 1.
func cosine(a, b []weighted) float64 {
	var sum float64
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].term < b[0].term:
			a = a[1:]
		case a[0].term > b[0].term:
			b = b[1:]
		default:
			sum += a[0].weight * b[0].weight
			a, b = a[1:], b[1:]
		}
	}
	return sum
}

package typeset

import (
	"math"
	"slices"
)

// Step is a part of a page that is shown at once.
type Step struct {
	// Parts is what of the page's sentences belongs to the step, in their
	// order, at most one part of each sentence.
	Parts []Range
	// Words are the words of the step, as indices of the page's words.
	Words []int
}

// Steps splits a page into as few steps as it takes for each to fit a box of
// width by height with letters of the given size and lines at the given
// distance in ems. A sentence that fits the box stays whole; one that does
// not is parted after a comma, semicolon, colon or dash, else between words.
// The steps are as even as that allows, the same for the same page and box.
// A box too low for one line gets one line a step.
//
// pending is true while fonts are being looked for: the steps then rest on an
// estimate, and are to be made again after OnLoad.
func (f *Fonts) Steps(t Text, spacing Spacing, width, height, size, lineHeight float32) (steps []Step, pending bool) {
	p := f.Paragraph(t, spacing)
	// A part set alone can come out a hair wider than within its page, where
	// a quotation mark at its start takes another face. It is then made
	// shorter.
	for _, room := range []float32{1, 0.97, 0.9, 0.8} {
		steps = p.steps(width*room/size, p.linesIn(height, size, lineHeight), 0, nil)
		if room == 1 && len(steps) == 1 || f.allFit(t, steps, spacing, width, height, size, lineHeight) {
			break
		}
	}
	return steps, p.pending
}

func (f *Fonts) allFit(t Text, steps []Step, spacing Spacing, width, height, size, lineHeight float32) bool {
	for _, s := range steps {
		p := f.Paragraph(s.Of(t), spacing)
		lines, _ := p.breakLines(width / size)
		if len(lines) > p.linesIn(height, size, lineHeight) {
			return false
		}
	}
	return true
}

// Of gives the text of a step, its words counted from the step's first: word
// k is word Words[k] of the page. t is the text that the steps were made of.
func (s Step) Of(t Text) Text {
	part := Text{Language: t.Language}
	of := map[int]int{} // from the page's sentences to those of the step
	for i, r := range s.Parts {
		sentence := ""
		if r.Sentence < len(t.Sentences) {
			sentence = t.Sentences[r.Sentence][r.From:r.To]
		}
		part.Sentences = append(part.Sentences, sentence)
		of[r.Sentence] = i
	}
	if t.Words == nil {
		return part
	}
	part.Words = make([]Range, 0, len(s.Words))
	for _, i := range s.Words {
		w := t.Words[i]
		at := s.Parts[of[w.Sentence]]
		part.Words = append(part.Words, Range{of[w.Sentence], max(w.From, at.From) - at.From, min(w.To, at.To) - at.From})
	}
	return part
}

// Has reports whether a letter of the page, a byte of a sentence, is in the
// step.
func (s Step) Has(sentence, at int) bool {
	return slices.ContainsFunc(s.Parts, func(r Range) bool {
		return r.Sentence == sentence && at >= r.From && at < r.To
	})
}

// StepOf gives the step in which a word of the page stands, by its index; -1
// when none has it.
func StepOf(steps []Step, word int) int {
	return slices.IndexFunc(steps, func(s Step) bool {
		_, has := slices.BinarySearch(s.Words, word)
		return has
	})
}

// What a cut costs, and a step: a sentence is kept whole even at the price of
// steps, a clause even at that of another cut, a word always.
const (
	costStep   = 100
	costUneven = 90
	costClause = 1_000
	costAside  = 1_200 // before a dash: better after it
	costWord   = 2_500
	costRest   = 6_000 // a cut that leaves less than two words, or half a line
	costInside = 50_000
	costApart  = 5_000 // the whole text away from where a step had best end
)

// cut is a place where a step may end and the next begin.
type cut struct {
	at   int // a rune
	cost float64
}

// linesIn gives how many lines a box holds, at least one.
func (p *Paragraph) linesIn(height, size, lineHeight float32) int {
	return max(int(height/(p.pitch(lineHeight)*size)+1e-3), 1)
}

// steps finds the cheapest way to cut the page into steps of so many lines of
// a width in ems: the shortest path through the places where it may be cut.
// With a count other than 0 it has that many steps, nil where it cannot; near
// then tells, unless it is nil, at which shares of the text they had best end.
func (p *Paragraph) steps(width float32, lines, count int, near []float64) []Step {
	if len(p.src.runes) == 0 {
		return nil
	}
	words := p.wordSpans()
	cuts := p.cuts(words, func(from int) int { return p.reach(from, lines, width) })
	begun := p.wordsBegun(words)
	room := float64(width) * float64(lines)
	ways := newPaths(len(cuts), count)
	for i := range cuts[:len(cuts)-1] {
		end := p.reach(cuts[i].at, lines, width)
		for k := i + 1; k < len(cuts) && (cuts[k].at <= end || k == i+1); k++ {
			fill := float64(p.extent(cuts[i].at, cuts[k].at)) / room
			cost := costStep + costUneven*fill*fill + cuts[k].cost
			if cuts[i].cost+cuts[k].cost > 0 && p.isRest(begun, cuts[i].at, cuts[k].at, width) {
				cost += costRest
			}
			ways.add(i, k, func(n int) float64 {
				if n >= len(near) {
					return cost
				}
				return cost + costApart*math.Abs(p.share(cuts[k].at)-near[n])
			})
		}
	}
	var steps []Step
	at := ways.cheapest()
	for i := 1; i < len(at); i++ {
		steps = append(steps, p.stepOf(words, span{cuts[at[i-1]].at, cuts[at[i]].at}))
	}
	return steps
}

// share is how much of the text lies before a rune, 0 to 1.
func (p *Paragraph) share(at int) float64 {
	return float64(p.along[at]) / max(float64(p.along[len(p.src.runes)]), 1e-6)
}

// paths finds the cheapest path from the first of some places to the last, of
// any number of steps or of a given one.
type paths struct {
	count int
	cost  [][]float64 // by the number of steps, where that is given, and by place
	from  [][]int
}

func newPaths(places, count int) *paths {
	w := &paths{count: count}
	for range count + 1 {
		cost := make([]float64, places)
		for i := range cost {
			cost[i] = math.Inf(1)
		}
		w.cost, w.from = append(w.cost, cost), append(w.from, make([]int, places))
	}
	w.cost[0][0] = 0
	return w
}

// add tells of a step from one place to a later one, and of its cost as the
// nth step, from 0. All that lead to a place are told of before those that
// lead on from it.
func (w *paths) add(i, k int, cost func(n int) float64) {
	for n := range w.cost {
		to := n
		if w.count > 0 {
			to++
		}
		if to == len(w.cost) || math.IsInf(w.cost[n][i], 1) {
			continue
		}
		if now := w.cost[n][i] + cost(n); now < w.cost[to][k] {
			w.cost[to][k], w.from[to][k] = now, i
		}
	}
}

// cheapest gives the places of the path; nil where there is none.
func (w *paths) cheapest() []int {
	n, at := w.count, len(w.cost[0])-1
	if math.IsInf(w.cost[n][at], 1) {
		return nil
	}
	path := []int{at}
	for at > 0 {
		at = w.from[n][at]
		n = max(n-1, 0)
		path = append(path, at)
	}
	slices.Reverse(path)
	return path
}

// isRest reports whether a step cut out of a sentence holds too little to
// stand alone. begun counts the words that begin before each rune.
func (p *Paragraph) isRest(begun []int, from, to int, width float32) bool {
	return begun[to]-begun[from] < 2 || p.extent(from, to) < width/2
}

// wordsBegun counts the words that begin before each rune.
func (p *Paragraph) wordsBegun(words []span) []int {
	begun := make([]int, len(p.src.runes)+1)
	for _, w := range words {
		if !w.empty() {
			begun[w.from+1]++
		}
	}
	for i := range p.src.runes {
		begun[i+1] += begun[i]
	}
	return begun
}

// reach gives where the text that begins at from has filled a number of lines.
func (p *Paragraph) reach(from, lines int, width float32) int {
	for ; lines > 0 && from < len(p.src.runes); lines-- {
		from, _ = p.lineEnd(from, width+1e-3)
	}
	return from
}

// wordSpans gives the runes of each word.
func (p *Paragraph) wordSpans() []span {
	spans := make([]span, len(p.words))
	for i, w := range p.words {
		spans[i] = p.src.runesOf(w)
	}
	return spans
}

// cuts gives all places where a step may begin or end, from the first rune to
// the end. What reaches beyond a box though nothing of it may be cut, is cut
// wherever a line can end.
func (p *Paragraph) cuts(words []span, reach func(from int) int) []cut {
	n := len(p.src.runes)
	within := make([]bool, n+1)
	for _, w := range words {
		for i := w.from + 1; i < w.to; i++ {
			within[i] = true
		}
	}
	starts := make([]bool, n+1)
	for _, s := range p.src.spans {
		starts[s.from] = !s.empty()
	}
	cuts := []cut{{}}
	for i := 1; i <= n; i++ {
		last := cuts[len(cuts)-1].at
		switch {
		case i == n || starts[i]:
			cuts = append(cuts, cut{at: i})
		case within[i] || p.breaks[i] < lineOK || !p.partsWords(i):
			continue
		case p.endsClause(i):
			cuts = append(cuts, cut{i, costClause})
		case p.beginsAside(i):
			cuts = append(cuts, cut{i, costAside})
		default:
			cuts = append(cuts, cut{i, costWord})
		}
		if reach(last) < i {
			cuts = slices.Insert(cuts, len(cuts)-1, p.cutsInside(last, i)...)
		}
	}
	return cuts
}

// cutsInside gives the places where a stretch without a better one is cut.
func (p *Paragraph) cutsInside(from, to int) []cut {
	var cuts []cut
	for i := from + 1; i < to; i++ {
		if p.breaks[i] != noBreak {
			cuts = append(cuts, cut{i, costInside})
		}
	}
	return cuts
}

// stepOf gives the step of a stretch of runes.
func (p *Paragraph) stepOf(words []span, in span) Step {
	var s Step
	for i, sentence := range p.src.spans {
		part := span{max(sentence.from, in.from), min(sentence.to, in.to)}
		if part.empty() {
			continue
		}
		s.Parts = append(s.Parts, Range{i, p.src.offset[part.from], p.src.byteAt(i, part.to)})
	}
	for i, w := range words {
		if !w.empty() && w.from >= in.from && w.from < in.to {
			s.Words = append(s.Words, i)
		}
	}
	return s
}

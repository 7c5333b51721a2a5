package typeset

import "slices"

// PairStep is a part of a page in two languages that is shown at once: a step
// of each language. Both have as many parts; part i of the one stands over
// part i of the other, and is empty where its sentence has nothing to show.
type PairStep [2]Step

// PairSteps splits a page in two languages into as few steps as it takes for
// each to fit a box of width by height, as even as may be. Steps end between
// pairs. A pair that does not fit by itself is parted into as many parts in
// the one language as in the other, at clauses where there are any: what
// stands under each other is then the same part of the way through the
// sentence, and mostly, though not in all languages, the same thing said.
//
// sizes, lineHeight and gap are as in Pairs.Lay; pending is as in Steps.
func (f *Fonts) PairSteps(first, second Text, spacing Spacing, width, height float32, sizes [2]float32, lineHeight, gap float32) (steps []PairStep, pending bool) {
	p := f.Pairs(first, second, spacing)
	starts, fits := p.Steps(width, height, sizes, lineHeight, gap)
	for i, from := range starts {
		to := len(p.pairs)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if !fits && to == from+1 && p.height(from, width, sizes, lineHeight) > height {
			steps = append(steps, f.parted(p, from, [2]Text{first, second}, spacing, width, height, sizes, lineHeight)...)
			continue
		}
		var whole PairStep
		for side := range whole {
			for k := from; k < to; k++ {
				whole[side] = p.add(whole[side], Side(side), k, p.whole(Side(side), k))
			}
			slices.Sort(whole[side].Words)
		}
		steps = append(steps, whole)
	}
	return steps, p.pending
}

// Of gives the text of a step in both languages, as Step.Of does.
func (s PairStep) Of(first, second Text) (Text, Text) {
	return s[First].Of(first), s[Second].Of(second)
}

// Steps gives the first sentence of each step when the pairs are shared among
// as many steps as it takes for each to fit a height, as even as may be. A
// pair that is too high by itself has a step of its own, and fits is false.
func (p *Pairs) Steps(width, height float32, sizes [2]float32, lineHeight, gap float32) (starts []int, fits bool) {
	n := len(p.pairs)
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = p.height(i, width, sizes, lineHeight)
	}
	gap *= sizes[First]
	type best struct {
		steps int
		cost  float32
		from  int
	}
	ways := make([]best, n+1)
	fits = true
	for to := 1; to <= n; to++ {
		ways[to].steps = n + 1
		filled := -gap
		for from := to - 1; from >= 0; from-- {
			if filled += gap + heights[from]; filled > height && from < to-1 {
				break
			}
			way := best{ways[from].steps + 1, ways[from].cost + filled*filled, from}
			if way.steps < ways[to].steps || way.steps == ways[to].steps && way.cost < ways[to].cost {
				ways[to] = way
			}
		}
		fits = fits && heights[to-1] <= height
	}
	starts = make([]int, ways[n].steps)
	for k, at := len(starts)-1, n; k >= 0; k-- {
		at = ways[at].from
		starts[k] = at
	}
	return starts, fits
}

// Fit lays all pairs in a box with the largest letters that fit, as
// Paragraph.Fit does. smallest and largest are sizes of the first language;
// second is the size of the other, in those of the first.
func (p *Pairs) Fit(width, height, smallest, largest, second, lineHeight, gap float32) (l *PairsLayout, overflow bool) {
	size, fits := largestSize(smallest, largest, func(size float32) bool {
		tall, last := float32(0), false
		for i := range p.pairs {
			sizes := [2]float32{size, size * second}
			if p.forced(i, width, sizes) {
				return false
			}
			if h := p.height(i, width, sizes, lineHeight); h > 0 {
				if last {
					tall += gap * size
				}
				tall += h
				last = true
			}
		}
		return tall <= height
	})
	l = p.LayAll(width, [2]float32{size, size * second}, lineHeight, gap)
	return l, !fits && l.Height > height
}

// height gives how high a pair is, from the top of its first line to the
// bottom of its last.
func (p *Pairs) height(i int, width float32, sizes [2]float32, lineHeight float32) float32 {
	tall := float32(0)
	for side, set := range p.pairs[i] {
		if set == nil {
			continue
		}
		if tall > 0 {
			tall += PairGap * sizes[First]
		}
		lines, _ := set.breakLines(width / sizes[side])
		tall += set.pitch(lineHeight) * sizes[side] * float32(len(lines))
	}
	return tall
}

// forced reports whether a pair has a word that is wider than a line.
func (p *Pairs) forced(i int, width float32, sizes [2]float32) bool {
	for side, set := range p.pairs[i] {
		if set != nil {
			if _, forced := set.breakLines(width / sizes[side]); forced {
				return true
			}
		}
	}
	return false
}

// parted gives the steps of a pair that is too high for one.
func (f *Fonts) parted(p *Pairs, i int, page [2]Text, spacing Spacing, width, height float32, sizes [2]float32, lineHeight float32) []PairStep {
	var steps []PairStep
	// As in Steps, a part set alone can come out a hair wider.
	for _, room := range []float32{1, 0.97, 0.9, 0.8} {
		steps = p.part(i, width*room, height, sizes, lineHeight)
		fit := true
		for _, s := range steps {
			first, second := s.Of(page[First], page[Second])
			set := f.Pairs(first, second, spacing)
			fit = fit && set.height(0, width, sizes, lineHeight) <= height
		}
		if fit {
			break
		}
	}
	return steps
}

// part cuts both sentences of a pair into the fewest parts of which each,
// with its counterpart, fits a height.
func (p *Pairs) part(i int, width, height float32, sizes [2]float32, lineHeight float32) []PairStep {
	var sides []*cutSide
	for side, set := range p.pairs[i] {
		if set != nil {
			sides = append(sides, newCutSide(set, width/sizes[side], set.pitch(lineHeight)*sizes[side]))
		}
	}
	if len(sides) == 2 {
		height -= PairGap * sizes[First]
	}
	count := fewestParts(sides, height)
	giveRest(sides, height)
	steps := make([]PairStep, count)
	next := 0
	var near []float64
	for side, set := range p.pairs[i] {
		var parts []Step
		if set != nil {
			parts = sides[next].parts(count, near)
			near = sides[next].shares(parts)
			next++
		}
		for k := range steps {
			part := Step{Parts: []Range{{}}}
			if len(parts) > 0 { // where there are fewer parts than steps some are shown again
				part = parts[k*len(parts)/count]
			}
			steps[k][side] = p.add(Step{}, Side(side), i, part)
		}
	}
	return steps
}

// cutSide is a sentence of a pair that is to be cut.
type cutSide struct {
	p            *Paragraph
	width, pitch float32 // in ems; in pixels
	lines        int     // of a part
	in           map[int]int
}

func newCutSide(p *Paragraph, width, pitch float32) *cutSide {
	return &cutSide{p: p, width: width, pitch: pitch, lines: 1, in: map[int]int{}}
}

// count gives in how many parts of so many lines the sentence is cut.
func (s *cutSide) count(lines int) int {
	if n, known := s.in[lines]; known {
		return n
	}
	s.in[lines] = len(s.p.steps(s.width, lines, 0, nil))
	return s.in[lines]
}

// parts gives so many parts of the sentence, or as many as it can be cut in;
// they end near the given shares of it.
func (s *cutSide) parts(count int, near []float64) []Step {
	if parts := s.p.steps(s.width, s.lines, count, near); parts != nil {
		return parts
	}
	return s.p.steps(s.width, s.lines, 0, nil)
}

// shares are those of the sentence at which its parts end.
func (s *cutSide) shares(parts []Step) []float64 {
	ends := make([]float64, 0, len(parts))
	for _, part := range parts {
		ends = append(ends, s.p.share(s.p.src.runeAt(s.p.src.spans[0], part.Parts[0].To)))
	}
	return ends
}

// fewestParts finds the least number of parts at which both sides fit a
// height together, and gives each side the lines that it needs for that.
func fewestParts(sides []*cutSide, height float32) int {
	for count := 1; ; count++ {
		tall, lowest := float32(0), true
		for _, s := range sides {
			for s.lines = 1; s.count(s.lines) > count; {
				s.lines++
			}
			lowest = lowest && s.lines == 1
			tall += s.pitch * float32(s.lines)
		}
		if tall <= height || lowest {
			return count
		}
	}
}

// giveRest shares what is left of a height among the sides, in whole lines:
// with more room a sentence is cut at better places.
func giveRest(sides []*cutSide, height float32) {
	for _, s := range sides {
		height -= s.pitch * float32(s.lines)
	}
	for given := true; given; {
		given = false
		for _, s := range sides {
			if s.pitch > 0 && s.pitch <= height {
				s.lines, height, given = s.lines+1, height-s.pitch, true
			}
		}
	}
}

// whole is all of a sentence of one language, as a step of it alone.
func (p *Pairs) whole(side Side, i int) Step {
	set := p.pairs[i][side]
	if set == nil {
		return Step{Parts: []Range{{}}}
	}
	s := Step{Parts: []Range{{0, 0, set.src.ends[0]}}}
	for k := range set.words {
		s.Words = append(s.Words, k)
	}
	return s
}

// add puts a part of a sentence, whose words are counted within it, to a step
// of the page.
func (p *Pairs) add(to Step, side Side, i int, part Step) Step {
	r := part.Parts[0]
	to.Parts = append(to.Parts, Range{i, r.From, r.To})
	for _, k := range part.Words {
		to.Words = append(to.Words, p.index[side][i][k])
	}
	return to
}

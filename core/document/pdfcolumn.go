package document

import (
	"cmp"
	"slices"
)

// Reading order. A page is cut at the white gutters between its columns, and
// where print runs across a gutter, above and below that print: the recursive
// X-Y cut (Nagy, Seth and Viswanathan, "A prototype document image analysis
// system for technical journals", Computer 25(7), 1992), steered by the
// gutters, since a cut at every white line would read columns across.

// A flow is what is read from top to bottom: one column, or a part of it.
type flow struct {
	lines []line
	box
}

const (
	maxCuts    = 5 // columns within columns
	columnMin  = 3 // lines of a column
	gutterStep = 2 // points
	// maxGutterSteps bounds the search on pages of absurd widths.
	maxGutterSteps = 1500
)

// arrange gives the flows of a page in reading order.
func arrange(lines []line, rtl bool) []flow {
	return cut(lines, rtl, 0)
}

func cut(lines []line, rtl bool, depth int) []flow {
	if len(lines) == 0 {
		return nil
	}
	if depth < maxCuts {
		if x, ok := findGutter(lines); ok {
			return cutAt(lines, x, rtl, depth)
		}
	}
	f := flow{lines: slices.Clone(lines), box: boundsOf(lines)}
	slices.SortStableFunc(f.lines, func(a, b line) int {
		if abs(a.base-b.base) <= 0.3*min(a.size, b.size) && a.isText() && b.isText() {
			if rtl {
				return cmp.Compare(b.x0, a.x0)
			}
			return cmp.Compare(a.x0, b.x0)
		}
		return cmp.Compare(a.y0, b.y0)
	})
	return []flow{f}
}

// cutAt reads what is left and right of the gutter at x, between the lines
// that run across it.
func cutAt(lines []line, x float64, rtl bool, depth int) []flow {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b line) int { return cmp.Compare(a.y0, b.y0) })
	var (
		flows               []flow
		across, left, right []line
	)
	flushColumns := func() {
		first, second := left, right
		if rtl {
			first, second = right, left
		}
		flows = append(flows, cut(first, rtl, depth+1)...)
		flows = append(flows, cut(second, rtl, depth+1)...)
		left, right = nil, nil
	}
	for _, l := range sorted {
		switch {
		case crosses(&l, x):
			flushColumns()
			across = append(across, l)
			continue
		case (l.x0+l.x1)/2 < x:
			left = append(left, l)
		default:
			right = append(right, l)
		}
		flows = append(flows, cut(across, rtl, maxCuts)...)
		across = nil
	}
	flushColumns()
	return append(flows, cut(across, rtl, maxCuts)...)
}

func crosses(l *line, x float64) bool { return l.x0 < x-1 && l.x1 > x+1 }

func boundsOf(lines []line) box {
	b := lines[0].box
	for i := range lines {
		b = b.union(lines[i].box)
	}
	return b
}

// findGutter looks for the place where the fewest lines run across and much
// prose stands on both sides.
func findGutter(lines []line) (x float64, ok bool) {
	if len(lines) < 2*columnMin {
		return 0, false
	}
	area := boundsOf(lines)
	from, to := columnsBetween(lines)
	best := 0.0
	step := max(gutterStep, area.w()/maxGutterSteps)
	for at := area.x0 + 0.12*area.w(); at < area.x1-0.12*area.w() && at <= to; at += step {
		if at < from {
			continue
		}
		g := measureGutter(lines, at)
		if score := g.score(); score > best {
			best, x = score, (g.leftEdge+g.rightEdge)/2
		}
	}
	return x, best > 0
}

// columnsBetween gives the range of x in which enough lines end before x and
// enough begin after it; on most pages of one column there is none.
func columnsBetween(lines []line) (from, to float64) {
	var ends, begins []float64
	for i := range lines {
		if l := &lines[i]; l.isText() {
			ends, begins = append(ends, l.x1), append(begins, l.x0)
		}
	}
	if len(ends) < 2*columnMin {
		return 0, -1
	}
	slices.Sort(ends)
	slices.Sort(begins)
	return ends[columnMin-1] - 1, begins[len(begins)-columnMin] + 1
}

// A gutter is a place between columns with what stands on its sides.
type gutter struct {
	left, right         sideOfGutter
	acrossChars         int
	leftEdge, rightEdge float64 // where the print ends and begins
	size                float64 // of the print around
}

// A sideOfGutter sums up the lines on one side.
type sideOfGutter struct {
	lines, chars int
	box
	filled int // lines that fill more than half of their side
}

func measureGutter(lines []line, x float64) gutter {
	g := gutter{}
	for i := range lines {
		l := &lines[i]
		g.size = max(g.size, min(l.size, 14))
		switch {
		case crosses(l, x):
			g.acrossChars += max(l.n, 1)
		case l.x1 <= x+1:
			g.left.add(l)
		default:
			g.right.add(l)
		}
	}
	g.leftEdge, g.rightEdge = g.left.x1, g.right.x0
	for i := range lines {
		l := &lines[i]
		if !l.isText() || crosses(l, x) {
			continue
		}
		side := &g.right
		if l.x1 <= x+1 {
			side = &g.left
		}
		if l.w() > 0.5*side.w() {
			side.filled++
		}
	}
	return g
}

func (s *sideOfGutter) add(l *line) {
	if s.lines == 0 && s.chars == 0 && s.box == (box{}) {
		s.box = l.box
	}
	s.box = s.union(l.box)
	if l.isText() {
		s.lines++
		s.chars += l.n
	}
}

// prose reports whether a side looks like a column of running text.
func (s *sideOfGutter) prose() bool {
	return s.lines >= columnMin && s.chars >= 14*s.lines && 2*s.filled >= s.lines
}

// score is 0 where g is no gutter, and grows with the print beside it and the
// width of the white.
func (g *gutter) score() float64 {
	if !g.left.prose() || !g.right.prose() || g.rightEdge-g.leftEdge < max(5, 0.45*g.size) {
		return 0
	}
	shared := min(g.left.y1, g.right.y1) - max(g.left.y0, g.right.y0)
	if shared < 0.35*min(g.left.h(), g.right.h()) {
		return 0
	}
	small := min(g.left.chars, g.right.chars)
	if g.acrossChars > 2*(g.left.chars+g.right.chars) {
		return 0
	}
	return max(1, float64(small)-0.3*float64(g.acrossChars)+min(30, g.rightEdge-g.leftEdge)+1)
}

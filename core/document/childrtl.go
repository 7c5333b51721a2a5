package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A PDF keeps the characters of a right-to-left line in any order: that of
// the page, that of the language, or a mixture where fonts change. What is
// sure is where each stands. So the lines are put together from the places,
// and then turned from the order of the page into that of the language
// (childbidi.go).

// assembleRTL makes the pieces of lines of a page.
func assembleRTL(glyphs []glyph) []frag {
	glyphs = joinSlanted(withoutDots(joinMarks(glyphs, true)))
	rtl, ltr := 0, 0
	for i := range glyphs {
		switch directionOf(&glyphs[i]) {
		case dirR:
			rtl++
		case dirL:
			ltr++
		}
	}
	var all []rtlPiece
	var vote bracketVote
	for _, row := range rows(glyphs) {
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.x0+a.x1, b.x0+b.x1) })
		for _, piece := range pieces(row) {
			p := newPiece(piece, rtl >= ltr)
			vote.count(&p)
			all = append(all, p)
		}
	}
	var frags []frag
	for i := range all {
		frags = append(frags, all[i].finish(vote.shapes())...)
	}
	return frags
}

// rows groups glyphs by their baseline, each row in the order of the file. It
// numbers the runs of a row: glyphs that follow one another in the file.
func rows(glyphs []glyph) [][]glyph {
	order := make([]int, len(glyphs))
	base := make([]float64, len(glyphs))
	largest := 0.0
	for i := range glyphs {
		largest = max(largest, glyphs[i].size)
	}
	for i := range order {
		order[i], base[i] = i, glyphs[i].base
		if glyphs[i].size <= smaller*largest {
			base[i] = lineOf(glyphs, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(base[a], base[b]) })
	var all [][]glyph
	for i := 0; i < len(order); {
		j, first := i, order[i]
		for j < len(order) && base[order[j]]-base[first] <= 0.2*max(glyphs[first].size, glyphs[order[j]].size) {
			j++
		}
		members := order[i:j]
		slices.Sort(members)
		row := make([]glyph, 0, len(members))
		run := 0
		for n, k := range members {
			const aside = 8 // glyphs of a mark or a note between
			if n > 0 && k-members[n-1] > aside {
				run++
			}
			row = append(row, glyphs[k])
			row[n].run = run
		}
		all = append(all, row)
		i = j
	}
	return all
}

// smaller is the size of raised print, in sizes of what it stands beside.
const smaller = 0.82

// lineOf gives the baseline of the line to which the glyph at i belongs: its
// own, or for a small raised one, such as the mark of a note, that of a letter
// beside it. In the file it may stand at the other end of the line.
func lineOf(glyphs []glyph, i int) float64 {
	const reach = 160
	g := &glyphs[i]
	for k := max(0, i-reach); k <= min(len(glyphs)-1, i+reach); k++ {
		if o := &glyphs[k]; isRaised(g, o) && max(o.x0-g.x1, g.x0-o.x1) < 0.5*o.size {
			return o.base
		}
	}
	return g.base
}

// isRaised reports whether g is small and stands higher than o, on its line.
func isRaised(g, o *glyph) bool {
	up := o.base - g.base
	return g.size <= smaller*o.size && up > 0.12*o.size && up < 0.6*o.size
}

// pieces cuts a row that goes from left to right at wide gaps. The gap between
// two columns may be no wider than one between words, but then the file has
// other lines between them.
func pieces(line []glyph) [][]glyph {
	const (
		wide   = 1.5 // sizes
		wider  = 3.0 // where a space is printed: lines are filled by parting words
		gutter = 0.55
	)
	var all [][]glyph
	start, right := 0, 0.0
	for i := range line {
		if unicode.IsSpace(line[i].r) {
			line[i].r = ' '
		}
		gap, widest := line[i].x0-right, wide
		if i > start && (line[i].r == ' ' || line[i-1].r == ' ') {
			widest = wider
		}
		if i > start && (gap > widest*line[i].size || gap > gutter*line[i].size && line[i].run != line[i-1].run) {
			all = append(all, line[start:i])
			start = i
		}
		if i == start {
			right = line[i].x1
		}
		right = max(right, line[i].x1)
	}
	if start < len(line) {
		all = append(all, line[start:])
	}
	return all
}

func abs(v float64) float64 { return max(v, -v) }

// An rtlPiece is a piece of a line of a page with right-to-left text.
type rtlPiece struct {
	frag
	visual []glyph // from left to right, with spaces between words
	left   []bool  // of visual: read from left to right
	rtl    bool    // the whole is read from right to left
}

// newPiece makes a piece of glyphs that go from left to right. rtl says how
// most of the page is written.
func newPiece(glyphs []glyph, rtl bool) rtlPiece {
	p := rtlPiece{
		frag:   frag{box: glyphs[0].box},
		visual: make([]glyph, 0, len(glyphs)),
	}
	r, l, bold, spaced := 0, 0, 0, printsSpaces(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		p.box = p.union(g.box)
		if g.size > p.size {
			p.size, p.base = g.size, g.base
		}
		switch directionOf(g) {
		case dirR:
			r++
		case dirL:
			l++
		}
		if g.bold {
			bold++
		}
		p.visual = appendSpaced(p.visual, *g, spaced)
	}
	p.bold = 2*bold > len(glyphs)
	if p.rtl = r > 0 && (rtl || r >= l) || r == 0 && l == 0 && rtl; p.rtl {
		p.left = leftRuns(p.visual)
	} else {
		p.left = leftOfLTR(p.visual)
	}
	return p
}

// finish gives p's text: one frag, and one for each raised part. shapes says
// that brackets in right-to-left text are named by their shapes.
func (p *rtlPiece) finish(shapes bool) []frag {
	var (
		all  []frag
		out  []rune
		cur  = p.frag
		line = glyph{base: p.base, size: p.size}
		up   bool
	)
	flush := func() {
		if cur.text = norm.NFC.String(string(out)); strings.TrimSpace(cur.text) != "" {
			all = append(all, cur)
		}
		out = nil
	}
	p.read(func(i int) {
		g := p.visual[i]
		if g.r == ' ' && len(out) == 0 {
			return // no print: some programs indent with spaces
		}
		if raised := isRaised(&g, &line); len(out) == 0 || raised != up && g.r != ' ' {
			flush()
			up, cur.box = raised, g.box
			if cur.base, cur.size = p.base, p.size; raised {
				cur.base, cur.size = g.base, g.size
			}
		}
		if g.r != ' ' {
			cur.box = cur.union(g.box)
		}
		if shapes && !p.left[i] {
			g.r = mirrored(g.r)
		}
		if g.r != tatweel || len(g.more) > 0 {
			out = appendGlyph(out, &g)
		}
	})
	flush()
	return all
}

// tatweel only makes a line longer.
const tatweel = '\u0640'

// read calls yield with the index of each glyph in reading order.
func (p *rtlPiece) read(yield func(i int)) {
	n := len(p.visual)
	// Runs of the other direction are turned within the line.
	for k := 0; k < n; {
		at := func(k int) int {
			if p.rtl {
				return n - 1 - k
			}
			return k
		}
		if p.left[at(k)] != p.rtl {
			yield(at(k))
			k++
			continue
		}
		end := k
		for end < n && p.left[at(end)] == p.rtl {
			end++
		}
		for j := end - 1; j >= k; j-- {
			yield(at(j))
		}
		k = end
	}
}

// printsSpaces reports whether spaces are printed in piece.
func printsSpaces(piece []glyph) bool {
	return slices.ContainsFunc(piece, func(g glyph) bool { return g.r == ' ' })
}

// appendSpaced adds g with one space before it where one is printed: as a
// character or as a gap. spaced says that the line has spaces of its own:
// then a gap is none, unless it is wide or the script changes. Letters may
// stand for more than they show, and lines are filled by parting letters.
func appendSpaced(line []glyph, g glyph, spaced bool) []glyph {
	if len(line) == 0 {
		if g.r == ' ' || g.r == 0 {
			return line
		}
		return append(line, g)
	}
	last := &line[len(line)-1]
	if g.r == 0 { // print without a meaning
		last.x1 = max(last.x1, g.x1)
		return line
	}
	if g.r == ' ' {
		// A space over a letter belongs to another font's run.
		if last.r == ' ' || g.x1 <= last.x1-0.05*g.size {
			return line
		}
		return append(line, g)
	}
	gap := wordGap
	if spaced && isRTL(last.r) == isRTL(g.r) {
		gap = 0.8
	}
	if last.r != ' ' && g.x0-last.x1 > gap*g.size {
		space := glyph{r: ' ', box: box{last.x1, g.y0, g.x0, g.y1}, base: g.base, size: g.size, bold: last.bold}
		line = append(line, space)
	}
	return append(line, g)
}

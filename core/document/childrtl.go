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
	glyphs = joinMarks(glyphs, true)
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
		for _, piece := range pieces(row) {
			p := newPiece(piece, rtl >= ltr)
			vote.count(&p)
			all = append(all, p)
		}
	}
	var frags []frag
	for i := range all {
		if f, ok := all[i].finish(vote.shapes()); ok {
			frags = append(frags, f)
		}
	}
	return frags
}

// rows groups glyphs by their baseline, each row in the order of the file.
func rows(glyphs []glyph) [][]glyph {
	order := make([]int, len(glyphs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(glyphs[a].base, glyphs[b].base) })
	var all [][]glyph
	for i := 0; i < len(order); {
		j, first := i, glyphs[order[i]]
		for j < len(order) && glyphs[order[j]].base-first.base <= 0.2*max(first.size, glyphs[order[j]].size) {
			j++
		}
		members := order[i:j]
		slices.Sort(members)
		row := make([]glyph, 0, len(members))
		for _, k := range members {
			row = append(row, glyphs[k])
		}
		all = append(all, row)
		i = j
	}
	return all
}

// pieces orders a row from left to right and cuts it at wide gaps.
func pieces(line []glyph) [][]glyph {
	slices.SortStableFunc(line, func(a, b glyph) int { return cmp.Compare(a.x0+a.x1, b.x0+b.x1) })
	var all [][]glyph
	start, right := 0, 0.0
	for i := range line {
		if unicode.IsSpace(line[i].r) {
			line[i].r = ' '
		}
		if i > start && line[i].x0-right > 1.5*line[i].size {
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
		frag:   frag{box: glyphs[0].box, base: glyphs[0].base},
		visual: make([]glyph, 0, len(glyphs)),
	}
	r, l, bold := 0, 0, 0
	for i := range glyphs {
		g := &glyphs[i]
		p.box, p.size = p.union(g.box), max(p.size, g.size)
		switch directionOf(g) {
		case dirR:
			r++
		case dirL:
			l++
		}
		if g.bold {
			bold++
		}
		p.visual = appendSpaced(p.visual, *g)
	}
	p.bold = 2*bold > len(glyphs)
	if p.rtl = r > 0 && (rtl || r >= l) || r == 0 && l == 0 && rtl; p.rtl {
		p.left = leftRuns(p.visual)
	} else {
		p.left = leftOfLTR(p.visual)
	}
	return p
}

// finish gives p with its text; shapes says that brackets in right-to-left text
// are named by their shapes.
func (p *rtlPiece) finish(shapes bool) (frag, bool) {
	var out []rune
	p.read(func(i int) {
		g := p.visual[i]
		if shapes && !p.left[i] {
			g.r = mirrored(g.r)
		}
		if g.r != tatweel || len(g.more) > 0 {
			out = appendGlyph(out, &g)
		}
	})
	f := p.frag
	f.text = norm.NFC.String(strings.TrimSpace(string(out)))
	return f, f.text != ""
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

// appendSpaced adds g with one space before it where one is printed: as a
// character or as a gap.
func appendSpaced(line []glyph, g glyph) []glyph {
	if len(line) == 0 {
		if g.r == ' ' {
			return line
		}
		return append(line, g)
	}
	last := &line[len(line)-1]
	if g.r == ' ' {
		// A space over a letter belongs to another font's run.
		if last.r == ' ' || g.x1 <= last.x1-0.05*g.size {
			return line
		}
		return append(line, g)
	}
	if last.r != ' ' && g.x0-last.x1 > wordGap*g.size {
		line = append(line, glyph{r: ' ', box: box{last.x1, g.y0, g.x0, g.y1}})
	}
	return append(line, g)
}

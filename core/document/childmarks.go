package document

import (
	"bufio"
	"cmp"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// serveMarks sends where a quotation stands on a page.
func serveMarks(job childJob, data []byte, out *bufio.Writer) error {
	t, err := openText(data)
	switch {
	case err != nil:
		return failToOpen(out, err)
	case job.From < 0 || job.From >= t.pages:
		return sendJSON(out, frameMarks, pageMarks{Pages: t.pages})
	}
	_, w, h, err := t.spans(job.From)
	if err != nil {
		return sendJSON(out, frameMarks, pageMarks{Pages: t.pages})
	}
	glyphs, err := t.glyphs(job.From)
	if err != nil {
		return err
	}
	return sendJSON(out, frameMarks, pageMarks{Marks: marksOf(glyphs, job.Quote, w, h), Letters: len(glyphs), Pages: t.pages})
}

// A placed letter is a letter or digit of a page with the glyph that shows it.
type placed struct {
	r     rune
	glyph *glyph
	piece int // of a line
}

// marksOf finds quote among the glyphs of a page of the given size in points.
func marksOf(glyphs []glyph, quote string, w, h float64) []Rect {
	if w <= 0 || h <= 0 {
		return nil
	}
	page, wanted := lettersOf(glyphs), skeleton(nil, []rune(quote))
	var marks []Rect
	lastPiece := -1
	for _, p := range findLetters(page, wanted, partsOfQuote) {
		g := p.glyph
		b := g.box
		b.y0, b.y1 = max(b.y0, g.base-tallest*g.size), min(b.y1, g.base+deepest*g.size)
		r := Rect{clampUnit(b.x0 / w), clampUnit(b.y0 / h), clampUnit(b.x1 / w), clampUnit(b.y1 / h)}
		if p.piece == lastPiece {
			m := &marks[len(marks)-1]
			*m = Rect{min(m.X0, r.X0), min(m.Y0, r.Y0), max(m.X1, r.X1), max(m.Y1, r.Y1)}
			continue
		}
		if len(marks) == maxMarks {
			break
		}
		marks = append(marks, r)
		lastPiece = p.piece
	}
	return marks
}

// How far a mark goes above and below the baseline, in sizes of the type:
// some fonts claim several lines.
const (
	tallest = 1.15
	deepest = 0.45
)

func clampUnit(v float64) float64 { return min(1, max(0, v)) }

// lettersOf gives a page's letters in reading order: lines in the order of the
// file, so that columns stay apart, and each line in that of its language.
func lettersOf(glyphs []glyph) []placed {
	pieces, rtl := markedPieces(glyphs)
	var all []placed
	for n, piece := range pieces {
		p := newPiece(piece, rtl)
		p.read(func(i int) {
			g := &p.visual[i]
			for _, r := range skeleton(skeleton(nil, []rune{g.r}), g.more) {
				all = append(all, placed{r, g, n})
			}
		})
	}
	return all
}

// markedPieces gives the pieces of lines in the order of the file, and whether
// most of the page is read from right to left.
func markedPieces(glyphs []glyph) (all [][]glyph, rtl bool) {
	for i := range glyphs {
		glyphs[i].at = i
	}
	right, left := 0, 0
	for i := range glyphs {
		switch directionOf(&glyphs[i]) {
		case dirR:
			right++
		case dirL:
			left++
		}
	}
	if right > 0 {
		glyphs = joinSlanted(withoutDots(joinMarks(glyphs, true)))
	} else {
		glyphs = joinMarks(glyphs, false)
	}
	for _, row := range rows(glyphs) {
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.x0+a.x1, b.x0+b.x1) })
		all = append(all, pieces(row)...)
	}
	first := func(piece []glyph) int {
		return slices.MinFunc(piece, func(a, b glyph) int { return a.at - b.at }).at
	}
	slices.SortStableFunc(all, func(a, b []glyph) int { return first(a) - first(b) })
	return all, right > left
}

// skeleton adds the letters and digits of text to out: folded, without marks
// and joined letters taken apart, since files keep those in any order.
func skeleton(out, text []rune) []rune {
	for _, r := range norm.NFKD.String(string(text)) {
		if unicode.IsLetter(r) && r != tatweel || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

const (
	// partsOfQuote is in how many parts a quotation may lie on a page, with
	// something else between: a figure's caption, the foot of a column.
	partsOfQuote = 4
	// leastPart is how many letters such a part has at least.
	leastPart = 12
	// maxCells bounds the work of one comparison, in letters by letters.
	maxCells = 64 << 20
)

// findLetters gives the letters of page that show wanted, in reading order.
func findLetters(page []placed, wanted []rune, parts int) []placed {
	whole := parts == partsOfQuote
	if len(wanted) == 0 || !whole && len(wanted) < leastPart || parts == 0 || len(page)*len(wanted) > maxCells {
		return nil
	}
	a := align(page, wanted)
	least := min(len(wanted), leastPart)
	if a.to-a.from < least*3/4 || a.score < (a.to-a.from)*3/5 {
		return nil
	}
	if whole && a.score < min(len(wanted)*2/5, 4*leastPart) {
		return nil
	}
	found := findLetters(page[:a.first], wanted[:a.from], parts-1)
	found = append(found, page[a.first:a.last]...)
	return append(found, findLetters(page[a.last:], wanted[a.to:], parts-1)...)
}

// An alignment is the stretch of wanted and of a page that are most alike.
type alignment struct{ first, last, from, to, score int }

// align compares as Smith and Waterman do ("Identification of common molecular
// subsequences", 1981): a letter in common is worth 1, one that differs, is
// missing or is too many costs 1.
func align(page []placed, wanted []rune) alignment {
	type cell struct{ score, first, from int32 }
	above, row := make([]cell, len(wanted)+1), make([]cell, len(wanted)+1)
	var best alignment
	for i := range page {
		row[0] = cell{0, int32(i + 1), 0}
		for j, r := range wanted {
			c := cell{0, int32(i + 1), int32(j + 1)}
			diagonal := above[j]
			if diagonal.score == 0 {
				diagonal.first, diagonal.from = int32(i), int32(j)
			}
			if page[i].r == r {
				diagonal.score++
			} else {
				diagonal.score--
			}
			for _, other := range [3]cell{diagonal, {above[j+1].score - 1, above[j+1].first, above[j+1].from}, {row[j].score - 1, row[j].first, row[j].from}} {
				if other.score > c.score {
					c = other
				}
			}
			row[j+1] = c
			if int(c.score) > best.score {
				best = alignment{int(c.first), i + 1, int(c.from), j + 1, int(c.score)}
			}
		}
		above, row = row, above
	}
	return best
}

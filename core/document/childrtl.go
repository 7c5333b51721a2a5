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
// and then turned from the order of the page into that of the language, after
// the rules of the Unicode bidirectional algorithm (UAX #9) read backwards.

// A cluster is a character with what belongs to it: its vowel marks, and the
// other letters of a ligature.
type cluster struct {
	glyph
	tail []rune
}

// assembleRTL makes the pieces of lines of a page.
func assembleRTL(glyphs []glyph) []frag {
	var frags []frag
	rtl, ltr := 0, 0
	for _, g := range glyphs {
		switch directionOf(g.r) {
		case dirR:
			rtl++
		case dirL:
			ltr++
		}
	}
	for _, row := range rows(glyphs) {
		for _, piece := range pieces(row) {
			if f, ok := pieceFrag(piece, rtl >= ltr); ok {
				frags = append(frags, f)
			}
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
func pieces(row []glyph) [][]cluster {
	line := clusters(row)
	slices.SortStableFunc(line, func(a, b cluster) int { return cmp.Compare(a.x0+a.x1, b.x0+b.x1) })
	var all [][]cluster
	start, right := 0, 0.0
	for i := range line {
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

// clusters joins marks and the parts of ligatures to their letter. MuPDF gives
// the first letter of a ligature the whole width and the others none, at the
// end of the first; what it has turned around stands before it in the file.
func clusters(row []glyph) []cluster {
	var line []cluster
	var loose []int
	index := make([]int, len(row)) // of the cluster that a glyph became
	for i, g := range row {
		index[i] = -1
		if unicode.Is(unicode.Mn, g.r) || (g.w() < 0.01 && !unicode.IsSpace(g.r)) {
			loose = append(loose, i)
			continue
		}
		if unicode.IsSpace(g.r) || g.r == 0xa0 {
			g.r = ' '
		}
		index[i] = len(line)
		line = append(line, cluster{glyph: g})
	}
	for _, i := range loose {
		if k := owner(row, index, line, i); k >= 0 {
			line[k].tail = append(line[k].tail, row[i].r)
		} else {
			line = append(line, cluster{glyph: row[i]})
		}
	}
	return line
}

// owner finds the cluster, among the neighbours in the file, to which the
// glyph at i belongs; -1 where it stands alone.
func owner(row []glyph, index []int, line []cluster, i int) int {
	const reach = 4
	g := row[i]
	mark := unicode.Is(unicode.Mn, g.r)
	best, distance := -1, 0.4*g.size
	for k := max(0, i-reach); k <= min(len(row)-1, i+reach); k++ {
		c := index[k]
		if c < 0 || line[c].r == ' ' {
			continue
		}
		d := min(abs(line[c].x1-g.x0), abs(line[c].x0-g.x0))
		if mark {
			d = abs((line[c].x0 + line[c].x1 - g.x0 - g.x1) / 2)
		} else if isRTL(g.r) {
			d = abs(line[c].x1 - g.x0)
		}
		if d < distance {
			best, distance = c, d
		}
	}
	return best
}

func abs(v float64) float64 { return max(v, -v) }

// pieceFrag makes the text of a piece whose clusters go from left to right.
// rtl says how most of the page is written.
func pieceFrag(piece []cluster, rtl bool) (frag, bool) {
	f := frag{box: piece[0].box, base: piece[0].base}
	r, l, bold := 0, 0, 0
	visual := make([]cluster, 0, len(piece))
	for i := range piece {
		c := &piece[i]
		f.box, f.size = f.union(c.box), max(f.size, c.size)
		switch directionOf(c.r) {
		case dirR:
			r++
		case dirL:
			l++
		}
		if c.bold {
			bold++
		}
		visual = appendSpaced(visual, *c)
	}
	f.bold = 2*bold > len(piece)
	if r > 0 && (rtl || r >= l) || r == 0 && l == 0 && rtl {
		f.text = logical(visual)
	} else {
		f.text = logicalLTR(visual)
	}
	f.text = strings.TrimSpace(f.text)
	return f, f.text != ""
}

// appendSpaced adds c with one space before it where one is printed: as a
// character or as a gap.
func appendSpaced(line []cluster, c cluster) []cluster {
	if len(line) == 0 {
		if c.r == ' ' {
			return line
		}
		return append(line, c)
	}
	last := &line[len(line)-1]
	if c.r == ' ' {
		// A space over a letter belongs to another font's run.
		if last.r == ' ' || c.x1 <= last.x1-0.05*c.size {
			return line
		}
		return append(line, c)
	}
	if last.r != ' ' && c.x0-last.x1 > 0.18*c.size {
		line = append(line, cluster{glyph: glyph{r: ' ', box: box{last.x1, c.y0, c.x0, c.y1}}})
	}
	return append(line, c)
}

type direction int

const (
	dirN  direction = iota // neutral
	dirL                   // a letter written from left to right
	dirR                   // a letter written from right to left
	dirEN                  // a digit, of any script
	dirET                  // what belongs to a number beside it
	dirES                  // what may stand between two digits
)

func directionOf(r rune) direction {
	switch {
	case isRTL(r) && unicode.IsLetter(r):
		return dirR
	case unicode.IsDigit(r):
		return dirEN
	case unicode.IsLetter(r):
		return dirL
	case strings.ContainsRune("%٪°$€£+", r):
		return dirET
	case strings.ContainsRune(".,:/-٫٬", r):
		return dirES
	}
	return dirN
}

// logical turns a line of right-to-left text around: read from the right, but
// words of other scripts and numbers from the left.
func logical(visual []cluster) string {
	kind := leftRuns(visual)
	var out []rune
	for i := len(visual) - 1; i >= 0; {
		if !kind[i] {
			out = appendCluster(out, visual[i])
			i--
			continue
		}
		start := i
		for start > 0 && kind[start-1] {
			start--
		}
		for k := start; k <= i; k++ {
			out = appendCluster(out, visual[k])
		}
		i = start - 1
	}
	return fixBrackets(out)
}

// leftRuns marks the clusters that are read from left to right within
// right-to-left text: words, what lies between two of them, and numbers.
func leftRuns(visual []cluster) []bool {
	left := make([]bool, len(visual))
	dirs := make([]direction, len(visual))
	for i := range visual {
		dirs[i] = directionOf(visual[i].r)
		left[i] = dirs[i] == dirL || dirs[i] == dirEN
	}
	for i := range dirs {
		switch {
		case dirs[i] == dirES && i > 0 && i+1 < len(dirs) && dirs[i-1] == dirEN && dirs[i+1] == dirEN,
			dirs[i] == dirET && (i > 0 && dirs[i-1] == dirEN || i+1 < len(dirs) && dirs[i+1] == dirEN):
			left[i] = true
		}
	}
	last := -1 // the last left-to-right letter with nothing of the other kind since
	for i := range dirs {
		switch dirs[i] {
		case dirL, dirEN:
			if last >= 0 && (dirs[i] == dirL || dirs[last] == dirL) {
				for k := last; k < i; k++ {
					left[k] = true
				}
			}
			last = i
			if dirs[i] == dirEN && i > 0 && dirs[i-1] == dirL {
				dirs[i] = dirL
			}
		case dirR:
			last = -1
		}
	}
	return left
}

// logicalLTR reads a line from the left, but right-to-left words from the
// right.
func logicalLTR(visual []cluster) string {
	var out []rune
	for i := 0; i < len(visual); {
		if directionOf(visual[i].r) != dirR {
			out = appendCluster(out, visual[i])
			i++
			continue
		}
		end := i + 1 // after the last right-to-left letter of the run
		for k := end; k < len(visual) && directionOf(visual[k].r) != dirL && directionOf(visual[k].r) != dirEN; k++ {
			if directionOf(visual[k].r) == dirR {
				end = k + 1
			}
		}
		for k := end - 1; k >= i; k-- {
			out = appendCluster(out, visual[k])
		}
		i = end
	}
	return string(out)
}

// appendCluster adds a cluster with its presentation forms folded (NFKC).
func appendCluster(out []rune, c cluster) []rune {
	for _, r := range append([]rune{c.r}, c.tail...) {
		if r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe {
			out = append(out, []rune(norm.NFKC.String(string(r)))...)
			continue
		}
		out = append(out, r)
	}
	return out
}

// fixBrackets turns brackets around where most close before they open: some
// programs write the shape on the page, others the character of the text.
func fixBrackets(out []rune) string {
	const opening, closing = "([{«‹", ")]}»›"
	wrong, right, depth := 0, 0, 0
	for _, r := range out {
		switch {
		case strings.ContainsRune(opening, r):
			depth++
		case strings.ContainsRune(closing, r):
			if depth > 0 {
				right++
				depth--
			} else {
				wrong++
			}
		}
	}
	if wrong <= right || wrong == 0 {
		return string(out)
	}
	swap := strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "«", "»", "»", "«", "‹", "›", "›", "‹")
	return swap.Replace(string(out))
}

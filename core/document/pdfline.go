package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A line is one line of print, or what stands in a line's place: a figure or
// a table.
type line struct {
	box
	base   float64 // the baseline's y
	size   float64 // of most of its characters, in points
	bold   bool    // nearly all of it
	italic bool    // nearly all of it
	text   string
	note   bool // it begins with a raised mark, as footnotes do
	page   int  // from 0
	n      int  // characters of text
	figure int  // index of a figure + 1
	table  int  // index of a table + 1
}

// isText reports whether l is print.
func (l *line) isText() bool { return l.figure == 0 && l.table == 0 }

// setText keeps the count of the characters, which is asked for often.
func (l *line) setText(s string) {
	l.text = strings.TrimSpace(s)
	l.n = utf8.RuneCountInString(l.text)
}

// A lineBuilder puts the pieces of one line together.
type lineBuilder struct {
	line
	text  strings.Builder
	sizes map[float64]int // characters of each size
	bolds int
	slant int // characters in italics
	runes int
	last  box
}

// linesOf puts the pieces of a page together to lines. The pieces come in the
// order of the file, which keeps a line together but not always in one go.
func linesOf(p *pageText) []line {
	var (
		all []line
		cur *lineBuilder
	)
	flush := func() {
		if cur != nil {
			if l := cur.done(); l.text != "" {
				all = append(all, l)
			}
		}
		cur = nil
	}
	for i := range p.frags {
		f := p.frags[i]
		f.text = cleanPiece(f.text)
		if !printable(&f, p) {
			continue
		}
		if cur != nil && !cur.continues(&f) {
			flush()
		}
		if cur == nil {
			cur = newLineBuilder(p.page)
		}
		cur.add(&f)
	}
	flush()
	return mergeLines(all)
}

// printable leaves out what is not read: pieces outside the page, print that
// stands on its side, and specks.
func printable(f *frag, p *pageText) bool {
	if f.text == "" || f.size < 2 {
		return false
	}
	if f.x1 < 0 || f.y1 < 0 || f.x0 > p.w || f.y0 > p.h {
		return false
	}
	upright := f.h() <= 2.2*f.size || f.h() <= 1.9*f.w() || utf8.RuneCountInString(strings.TrimSpace(f.text)) < 3
	return upright
}

func newLineBuilder(page int) *lineBuilder {
	return &lineBuilder{line: line{page: page}, sizes: map[float64]int{}}
}

// continues reports whether f goes on where the line ended.
func (b *lineBuilder) continues(f *frag) bool {
	shared := min(b.y1, f.y1) - max(b.y0, f.y0)
	if shared < 0.5*min(b.h(), f.h()) || shared <= 0 {
		return false
	}
	size := max(b.size, f.size)
	gap := f.x0 - b.last.x1
	if !isPlain(f.text) || !isPlain(b.text.String()) {
		if startsRTL(f.text) || startsRTL(b.text.String()) {
			gap = b.last.x0 - f.x1
		}
		if first, _ := utf8.DecodeRuneInString(f.text); dense(first) && unicode.IsPunct(first) && gap < 0 {
			gap += 0.3 * size // set closer together than it is wide
		}
	}
	return gap > -0.4*size && gap < 0.9*size
}

// add takes f into the line. A raised or lowered small piece is a note's mark,
// which goes, or a part of the word, which is written as such.
func (b *lineBuilder) add(f *frag) {
	text := f.text
	switch {
	case b.runes > 0 && f.size <= 0.82*b.size && f.base < b.base-0.12*b.size:
		if isNoteMark(text, b.text.String()) {
			text = keepSpace(text)
		} else {
			text = raise(text)
		}
	case b.runes > 0 && f.size <= 0.82*b.size && f.base > b.base+0.06*b.size:
		text = lower(text)
	case b.runes > 0 && b.runes <= 4 && b.size <= 0.82*f.size && b.base < f.base-0.12*f.size && isMark(b.text.String()):
		// What came before was a raised mark at the beginning.
		b.text.Reset()
		b.note, b.runes, b.size = true, 0, 0
		clear(b.sizes)
	}
	if b.runes == 0 && b.text.Len() == 0 && !b.note {
		b.box = f.box
	} else {
		b.box = b.union(f.box)
	}
	b.last = f.box
	n := utf8.RuneCountInString(text)
	b.runes += n
	b.sizes[f.size] += n
	if f.bold {
		b.bolds += n
	}
	if f.italic {
		b.slant += n
	}
	if f.size > b.size {
		b.size, b.base = f.size, f.base
	}
	b.text.WriteString(text)
}

// keepSpace keeps of a mark that goes the space after it.
func keepSpace(mark string) string {
	if strings.HasSuffix(mark, " ") {
		return " "
	}
	return ""
}

// isMark reports whether s can be the mark of a note.
func isMark(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.Trim(s, "0123456789*†‡§[]()٠١٢٣٤٥٦٧٨٩०१२३४५६७८९") == ""
}

func (b *lineBuilder) done() line {
	l := b.line
	most := 0
	for size, n := range b.sizes {
		if n > most || n == most && size > l.size {
			most, l.size = n, size
		}
	}
	l.bold = b.bolds*10 >= b.runes*9
	l.italic = b.slant*10 >= b.runes*9
	l.setText(b.text.String())
	return l
}

// cleanPiece resolves ligatures and odd spaces and drops what is not heard.
// A soft hyphen stays: the joining of lines wants to know.
func cleanPiece(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 0xfb00 && r <= 0xfb06:
			b.WriteString(latinLigatures[r-0xfb00])
		case r >= 0x2e80 && r <= 0x2fdf || r >= 0xf900 && r <= 0xfaff:
			b.WriteString(norm.NFKC.String(string(r))) // radicals for the characters that they look like
		case r == 0xf0b7 || r == 0xf0a7 || r == 0xf0d8 || r == 0xf076 || r == 0xf0fc || r == 0x25cf || r == 0xf02d:
			b.WriteRune('•') // the bullets of symbol fonts
		case r == '\u00ad':
			b.WriteRune(r)
		case r == '\u2010' || r == '\u2011':
			b.WriteRune('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case isUnheard(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var latinLigatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// mergeLines joins lines that stand on one baseline, close together, but do
// not follow one another in the file; and markers with their items.
func mergeLines(lines []line) []line {
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.base, b.base) })
	gone := make([]bool, len(lines))
	for i := range lines {
		for !gone[i] {
			j := neighbour(lines, gone, i)
			if j < 0 {
				break
			}
			lines[i] = joinLines(&lines[i], &lines[j])
			gone[j] = true
		}
	}
	kept := lines[:0]
	for i := range lines {
		if !gone[i] {
			kept = append(kept, lines[i])
		}
	}
	return mergeStretched(kept)
}

// stretch is the widest white, in sizes of the print, that justified setting
// leaves between two sentences of a line.
const stretch = 1.6

// mergeStretched joins the two parts of a justified line between which a
// sentence ends with much white after it. That it is white within a line and
// not between columns or cells shows in a line right above or below that runs
// across it.
func mergeStretched(lines []line) []line {
	for i := 0; i < len(lines); i++ {
		for j := i + 1; j < len(lines) && abs(lines[j].base-lines[i].base) <= 0.1*lines[i].size; j++ {
			if stretched(lines, i, j) {
				lines[i] = joinLines(&lines[i], &lines[j])
				lines = slices.Delete(lines, j, j+1)
				j = i
			}
		}
	}
	return lines
}

// stretched reports whether lines i and j are parts of one justified line.
func stretched(lines []line, i, j int) bool {
	left, right := &lines[i], &lines[j]
	if left.x0 > right.x0 {
		left, right = right, left
	}
	first := left
	if startsRTL(right.text) {
		first = right
	}
	size := left.size
	if gap := right.x0 - left.x1; gap < 0 || gap > stretch*size || abs(size-right.size) > 0.05*size || !ended(first.text) {
		return false
	}
	for k := range lines {
		l := &lines[k]
		off := abs(l.base - left.base)
		if off > 0.5*size && off < 1.9*size && abs(l.size-size) < 0.05*size && l.x0 < left.x1-size && l.x1 > right.x0+size &&
			l.x0 < left.x0+size && l.x1 > right.x1-size {
			return true
		}
	}
	return false
}

// neighbour finds a line that belongs to the line i, close by on its baseline.
func neighbour(lines []line, gone []bool, i int) int {
	a := &lines[i]
	for _, step := range []int{1, -1} {
		for j := i + step; j >= 0 && j < len(lines) && abs(lines[j].base-a.base) <= 0.25*a.size; j += step {
			b := &lines[j]
			if gone[j] || abs(a.size-b.size) > 0.25*max(a.size, b.size) {
				continue
			}
			gap := max(b.x0-a.x1, a.x0-b.x1)
			reach := 0.5 * min(a.size, b.size)
			if isLeader(a.text) && leads(a, b) || isLeader(b.text) && leads(b, a) {
				reach = 4.5 * max(a.size, b.size)
			}
			if gap > -0.4*a.size && gap < reach {
				return j
			}
		}
	}
	return -1
}

// isLeader reports whether s is a list marker, a section's number or a
// caption's label.
func isLeader(s string) bool {
	if kindOfMarker(s) != noMarker || s == "o" {
		return true
	}
	if rest, labelled, _ := cutLabel(s); labelled && rest == "" && strings.HasSuffix(s, ":") {
		return true
	}
	return len(s) <= 8 && s != "" && unicode.IsDigit(rune(s[0])) && strings.Trim(s, "0123456789.") == "" && strings.Contains(s, ".")
}

// leads reports whether a stands before b in b's direction.
func leads(a, b *line) bool {
	if startsRTL(b.text) {
		return a.x0 >= b.x1-0.4*b.size
	}
	return a.x1 <= b.x0+0.4*b.size
}

// startsRTL reports whether the first letter of s is written from right to
// left.
func startsRTL(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return isRTL(r)
		}
	}
	return false
}

// joinLines joins two lines of one baseline in the order in which they are
// read.
func joinLines(a, b *line) line {
	first, second := a, b
	rtl := startsRTL(a.text) || startsRTL(b.text)
	if (a.x0 > b.x0) != rtl {
		first, second = b, a
	}
	l := *first
	l.box = first.union(second.box)
	text := first.text
	if text == "o" {
		text = "•"
	}
	if gap := max(second.x0-first.x1, first.x0-second.x1); gap > 0.12*l.size {
		text += " "
	}
	l.setText(text + second.text)
	if second.n > first.n {
		l.size, l.base, l.bold, l.italic = second.size, second.base, second.bold, second.italic
	}
	return l
}

package document

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The size of the print is measured from the boxes of its words: in Latin
// letters from their shapes, in others from their height and how many stand in
// a line.

// Shape of the print, in sizes of the font.
const (
	xHeight     = 0.50
	ascent      = 0.22 // above it
	descent     = 0.21 // below the baseline
	lineTop     = 0.80 // of a line's box above the baseline
	lineBottom  = 0.20
	sameSize    = 0.12
	looseSize   = 0.28 // of lines whose size is uncertain
	leastSlopes = 4    // words of a line that tell how it slopes
	manyChars   = 20   // of a line tell its size by its width
)

// bottom is where the baseline is as far as one word tells: tails of letters
// reach below it.
func (w *ocrWord) bottom() float64 {
	if latin(w.text) && hasTail(w.text) {
		return w.y1 - descent*w.sizeOf()
	}
	return w.y1
}

// sizeOf tells the size of the font of a Latin word from the shapes of its
// letters.
func (w *ocrWord) sizeOf() float64 {
	shape := xHeight
	for _, r := range w.text {
		shape = max(shape, heightOf(r))
	}
	if hasTail(w.text) {
		shape += descent
	}
	return w.h() / shape
}

// heightOf gives how high a letter rises over the baseline.
func heightOf(r rune) float64 {
	switch {
	case r == 't':
		return 0.63
	case r == 'i' || r == 'j':
		return 0.68
	case r >= 0xc0 && r <= 0xdd:
		return 0.92 // a capital with an accent
	case unicode.IsUpper(r), unicode.IsDigit(r), r >= 0xdf && r <= 0x17f, strings.ContainsRune("bdfhklþ/|()[]{}'\"‘’“”!?&%", r):
		return xHeight + ascent
	}
	return xHeight
}

func hasTail(s string) bool { return strings.ContainsAny(s, "gjpqyçşţųQ,;()[]{}|") }

// latin reports whether the letters of s are Latin.
func latin(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if !unicode.Is(unicode.Latin, r) {
				return false
			}
			letters++
		}
	}
	return letters > 0
}

// measure finds the baseline and the size of a line.
func (l *ocrLine) measure() {
	var sizes, bottoms []float64
	area := l.words[0].box
	for i := range l.words {
		w := &l.words[i]
		area = area.union(w.box)
		if latin(w.text) {
			sizes, bottoms = append(sizes, w.sizeOf()), append(bottoms, w.bottom())
		}
	}
	if 2*len(sizes) > len(l.words) {
		slices.Sort(sizes)
		slices.Sort(bottoms)
		l.size, l.base, l.latin = sizes[len(sizes)/2], bottoms[len(bottoms)/2], true
		return
	}
	// Other scripts: from the top of the tall letters to the end of the tails
	// it is about the size, where no mark stands out.
	var tops, ends []float64
	for i := range l.words {
		tops, ends = append(tops, l.words[i].y0), append(ends, l.words[i].y1)
	}
	slices.Sort(tops)
	slices.Sort(ends)
	top, end := tops[len(tops)/4], ends[3*len(ends)/4]
	if end <= top {
		top, end = area.y0, area.y1
	}
	l.size = end - top
	l.base = end - descent*l.size
}

// evenSizes steadies the sizes of lines whose letters do not tell it: how many
// stand in a line of some width tells it too.
func evenSizes(lines []ocrLine) {
	var ratios []float64
	for i := range lines {
		if l := &lines[i]; !l.latin && l.chars() >= manyChars {
			ratios = append(ratios, l.size/l.pitch())
		}
	}
	if len(ratios) == 0 {
		return
	}
	slices.Sort(ratios)
	ratio := ratios[len(ratios)/2]
	for i := range lines {
		if l := &lines[i]; !l.latin {
			if i > 0 && lines[i-1].paragraph() == l.paragraph() && lines[i-1].chars() > l.chars() {
				l.resize(lines[i-1].size) // the end of a paragraph, not a heading under it
			} else if l.chars() >= manyChars {
				l.resize(l.pitch() * ratio)
			} else {
				l.resize(math.Sqrt(l.size * l.pitch() * ratio))
			}
		}
	}
}

// paragraph is the block and the paragraph of the line.
func (l *ocrLine) paragraph() [2]int { return [2]int(l.words[0].line[:2]) }

// resize changes the size around the middle of the line.
func (l *ocrLine) resize(size float64) {
	l.base += (0.5 - descent) * (size - l.size)
	l.size = size
}

// pitch is the width of a character on average.
func (l *ocrLine) pitch() float64 {
	width := 0.0
	for i := range l.words {
		width += l.words[i].w()
	}
	return width / float64(l.chars())
}

// settleSizes gives lines of about the same size the same one: a measure is
// never exact, and a paragraph ends where the size changes.
func settleSizes(lines []ocrLine) {
	left := make([]*ocrLine, len(lines))
	for i := range lines {
		left[i] = &lines[i]
	}
	for len(left) > 0 {
		size := commonestSize(left)
		var rest []*ocrLine
		for _, l := range left {
			most := sameSize
			if !l.latin || l.chars() < 12 {
				most = looseSize
			}
			if abs(l.size-size) <= most*size {
				l.size = size
			} else {
				rest = append(rest, l)
			}
		}
		left = rest
	}
}

// commonestSize is the middle size of the lines around that in which most
// characters are set.
func commonestSize(lines []*ocrLine) float64 {
	sorted := slices.SortedFunc(slices.Values(lines), func(a, b *ocrLine) int { return cmp.Compare(a.size, b.size) })
	best, from, to := 0, 0, 0
	chars, start := 0, 0
	for end, l := range sorted {
		chars += l.chars()
		for sorted[start].size < l.size*(1-sameSize) {
			chars -= sorted[start].chars()
			start++
		}
		if chars > best {
			best, from, to = chars, start, end
		}
	}
	return sorted[(from+to)/2].size
}

func (l *ocrLine) chars() (n int) {
	for i := range l.words {
		n += utf8.RuneCountInString(l.words[i].text)
	}
	return max(n, 1)
}

package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// From words with boxes to the pieces of lines that a PDF's pages come in, so
// that columns, headings, captions, tables, running heads and exercises are
// found in the same way. Tesseract tells no size of the print and no baseline,
// and a page lies never quite straight: all three are measured.

// What counts as read, in Tesseract's confidence.
const (
	sureWord  = 60.0 // such a word is read
	poorLine  = 45.0 // a line with less on average is a speck or a picture
	poorSign  = 30.0 // a sign without a letter with less is dirt
	poorWord  = 12.0 // a word with less, beside well-read ones, is dirt too
	leastSure = 12   // letters of sure words that make a page of text
)

// Shape of the print, in sizes of the font.
const (
	xHeight     = 0.50
	ascent      = 0.22 // above it
	descent     = 0.21 // below the baseline
	lineTop     = 0.80 // of a line's box above the baseline
	lineBottom  = 0.20
	cellGap     = 1.3 // white that parts two cells, or columns
	sameSize    = 0.16
	leastSlopes = 4 // words of a line that tell how it slopes
)

// An ocrLine is a line as Tesseract saw it, in points.
type ocrLine struct {
	words      []ocrWord
	base, size float64
}

// textOfWords makes the text of page number (from 0) out of its words. The
// page is w by h points, each of scale pixels.
func textOfWords(words []ocrWord, number int, w, h, scale float64) *pageText {
	p := &pageText{page: number, w: w, h: h}
	lines := linesOfWords(words)
	straighten(lines)
	for i := range lines {
		l := &lines[i]
		for k := range l.words {
			b := &l.words[k].box
			*b = box{b.x0 / scale, b.y0 / scale, b.x1 / scale, b.y1 / scale}
		}
		l.measure()
	}
	settleSizes(lines)
	for i := range lines {
		p.frags = append(p.frags, lines[i].frags()...)
	}
	p.frags = limitFrags(p.frags)
	return p
}

// linesOfWords gathers the lines and leaves out what was not read.
func linesOfWords(words []ocrWord) []ocrLine {
	var lines []ocrLine
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && words[end].line == words[i].line {
			end++
		}
		if kept := readWords(words[i:end]); len(kept) > 0 {
			lines = append(lines, ocrLine{words: kept})
		}
		i = end
	}
	return lines
}

// readWords leaves out of a line what is no word. In a line that is read well
// a doubtful word stays: without it the sentence would say something else.
func readWords(line []ocrWord) []ocrWord {
	sum, n := 0.0, 0
	for i := range line {
		letters := lettersIn(line[i].text)
		sum, n = sum+line[i].confidence*float64(letters), n+letters
	}
	if n == 0 || sum < poorLine*float64(n) {
		return nil
	}
	var kept []ocrWord
	for _, w := range line {
		least := poorWord
		if lettersIn(w.text) == 0 {
			least = poorSign
		}
		if w.confidence >= least {
			kept = append(kept, w)
		}
	}
	return kept
}

func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// quality gives the letters of the words that are surely read, and the average
// confidence of all.
func quality(words []ocrWord) (sure int, average float64) {
	sum, n := 0.0, 0
	for i := range words {
		letters := lettersIn(words[i].text)
		sum, n = sum+words[i].confidence*float64(letters), n+letters
		if letters >= 2 && words[i].confidence >= sureWord {
			sure += letters
		}
	}
	return sure, sum / float64(max(n, 1))
}

// straighten turns the words of a page by the slope of its lines.
func straighten(lines []ocrLine) {
	var slopes []float64
	for i := range lines {
		if s, ok := lines[i].slope(); ok {
			slopes = append(slopes, s)
		}
	}
	if len(slopes) == 0 {
		return
	}
	slices.Sort(slopes)
	slope := slopes[len(slopes)/2]
	if abs(slope) > 0.2 {
		return // no scan lies so
	}
	for i := range lines {
		for k := range lines[i].words {
			w := &lines[i].words[k]
			x, y := (w.x0+w.x1)/2, (w.y0+w.y1)/2
			// A word's own slope makes its box higher.
			dy, less := -slope*x, abs(slope)*w.w()/2
			dx := slope * y
			if w.h() > 3*less {
				w.y0, w.y1 = w.y0+less, w.y1-less
			}
			w.x0, w.x1, w.y0, w.y1 = w.x0+dx, w.x1+dx, w.y0+dy, w.y1+dy
		}
	}
}

// slope gives how much a line falls to the right: the middle of the slopes
// from each word of its first half to each of its last (Theil 1950; Sen 1968),
// which the words with tails under the line do not disturb.
func (l *ocrLine) slope() (float64, bool) {
	if len(l.words) < leastSlopes {
		return 0, false
	}
	words := slices.SortedFunc(slices.Values(l.words), func(a, b ocrWord) int { return cmp.Compare(a.x0, b.x0) })
	const most = 40 // words looked at
	words = words[:min(len(words), most)]
	var all []float64
	for i := range len(words) / 2 {
		for _, b := range words[(len(words)+1)/2:] {
			a := words[i]
			if d := b.x0 + b.x1 - a.x0 - a.x1; d > 0 {
				all = append(all, 2*(b.bottom()-a.bottom())/d)
			}
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	slices.Sort(all)
	return all[len(all)/2], true
}

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
	if strings.IndexFunc(w.text, isTall) >= 0 {
		shape += ascent
	}
	if hasTail(w.text) {
		shape += descent
	}
	return w.h() / shape
}

func isTall(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("bdfhklßþ/|()[]{}'\"!?&%", r) || r >= 0xdf && r <= 0x17f
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
		l.size, l.base = sizes[len(sizes)/2], bottoms[len(bottoms)/2]
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
			if abs(l.size-size) <= sameSize*size {
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
		n += len(l.words[i].text)
	}
	return max(n, 1)
}

// frags gives the pieces of a line: its words, parted where the white between
// two is wider than between words.
func (l *ocrLine) frags() []frag {
	if l.size <= 0 {
		return nil
	}
	var all []frag
	var texts []string
	cell := l.words[0].box
	flush := func() {
		place := box{cell.x0, l.base - lineTop*l.size, cell.x1, l.base + lineBottom*l.size}
		all = append(all, frag{box: place, base: l.base, size: l.size, text: strings.Join(texts, " ")})
		texts = texts[:0]
	}
	for i := range l.words {
		w := &l.words[i]
		if gap := max(w.x0-cell.x1, cell.x0-w.x1); len(texts) > 0 && gap > cellGap*l.size {
			flush()
			cell = w.box
		}
		cell = cell.union(w.box)
		texts = append(texts, w.text)
	}
	flush()
	return all
}

package document

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
	poorEdge  = 12.0 // a word with less at the edge of the print is dirt too
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
	sameSize    = 0.12
	looseSize   = 0.28 // of lines whose size is uncertain
	leastSlopes = 4    // words of a line that tell how it slopes
	manyChars   = 20   // of a line tell its size by its width
)

// An ocrLine is a line as Tesseract saw it, in points.
type ocrLine struct {
	words      []ocrWord
	base, size float64
	latin      bool // most of its words
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
	evenSizes(lines)
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

// readWords leaves out of a line what is no word. Within a line that is read
// well a doubtful word stays: a teacher sees a wrong word, but not one that is
// missing.
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
	for i, w := range line {
		least := 0.0
		switch {
		case lettersIn(w.text) == 0:
			least = poorSign
		case i == 0 || i == len(line)-1:
			least = poorEdge
		}
		if w.confidence >= least {
			w.text = mendWord(w.text, len(kept) == 0 && len(line) > 1)
			kept = append(kept, w)
		}
	}
	return kept
}

// noteAfterStop is a word of small letters with a note's raised mark after its
// full stop, which Tesseract takes for a sign in the line.
var noteAfterStop = regexp.MustCompile(`^([("“‘«¿¡]?\p{Ll}{3,}[.,;:])(?:\d{1,2}|[!?*])$`)

// mendWord mends what Tesseract commonly mistakes: bullets, the marks of
// notes, and Arabic signs.
func mendWord(s string, first bool) string {
	if first && strings.Contains("*¢°©®ء٠", s) {
		return "•"
	}
	if m := noteAfterStop.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	if startsRTL(s) && !hebrew(s) {
		head, last := s[:len(s)-1], s[len(s)-1:]
		if sign, ok := map[string]string{",": "،", ";": "؛", "?": "؟"}[last]; ok {
			return head + sign
		}
	}
	return s
}

func hebrew(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }) >= 0
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

package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/lazyregexp"
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

// cellGap is the white that parts two cells, or columns, in sizes of the font.
const cellGap = 1.3

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
var noteAfterStop = lazyregexp.New(`^([("“‘«¿¡]?\p{Ll}{3,}[.,;:])(?:\d{1,2}|[!?*])$`)

// mendWord mends what Tesseract commonly mistakes: bullets, the marks of
// notes, and Arabic signs.
func mendWord(s string, first bool) string {
	if first && strings.Contains("*¢°©®ء٠", s) {
		return "•"
	}
	if m := noteAfterStop().FindStringSubmatch(s); m != nil {
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

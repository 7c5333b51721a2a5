package document

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/story"
)

// A pdfFigure is a region of a page that is shown as a figure.
type pdfFigure struct {
	box
	page    int // from 0
	caption string
	drawn   bool // found by its caption alone: drawn with lines, not a picture
}

// Which pictures of a page count, in points and parts of the page.
const (
	minFigurePoints = 46.0 // of both sides: about 96 pixels at 150 dpi
	maxFigurePart   = 0.80 // of the page's area: more is a background or a scan
	maxFigureAspect = 9.0  // longer and thinner is a rule or a banner
	maxFigureWords  = 50   // printed on it: more is a box of text with a ground
)

// findFigures turns the pictures of the pages into figures and takes the
// labels printed on them out of the lines.
func findFigures(pages []*pdfPage) {
	repeated := repeatedPictures(pages)
	for _, p := range pages {
		for _, b := range joinStrips(p.images) {
			b = b.clip(p.w, p.h)
			if !p.isFigure(b) || repeated[p.gridPlace(b)] {
				continue
			}
			p.takeLabels(b)
			p.figures = append(p.figures, pdfFigure{box: b, page: p.number})
		}
	}
}

func (b box) clip(w, h float64) box {
	return box{max(0, b.x0), max(0, b.y0), min(w, b.x1), min(h, b.y1)}
}

// joinStrips joins pictures that touch and make one: some programs cut a
// picture into strips or tiles.
func joinStrips(images []box) []box {
	boxes := slices.Clone(images)
	slices.SortFunc(boxes, func(a, b box) int { return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0)) })
	for again := true; again; {
		again = false
		for i := 0; i < len(boxes) && !again; i++ {
			for j := i + 1; j < len(boxes); j++ {
				if partsOfOne(boxes[i], boxes[j]) {
					boxes[i] = boxes[i].union(boxes[j])
					boxes = slices.Delete(boxes, j, j+1)
					again = true
					break
				}
			}
		}
	}
	return boxes
}

// partsOfOne reports whether a and b lie on each other or touch with sides of
// about the same length.
func partsOfOne(a, b box) bool {
	const touch = 2.0
	if area := a.overlap(b); area > 0.3*min(a.w()*a.h(), b.w()*b.h()) {
		return true
	}
	sameColumn := abs(a.x0-b.x0) < touch && abs(a.x1-b.x1) < touch && abs(max(a.y0, b.y0)-min(a.y1, b.y1)) < touch
	sameRow := abs(a.y0-b.y0) < touch && abs(a.y1-b.y1) < touch && abs(max(a.x0, b.x0)-min(a.x1, b.x1)) < touch
	return sameColumn || sameRow
}

// isFigure reports whether the picture b of p can be a figure.
func (p *pdfPage) isFigure(b box) bool {
	w, h := b.w(), b.h()
	if w < minFigurePoints || h < minFigurePoints || max(w, h) > maxFigureAspect*min(w, h) {
		return false
	}
	if w*h > maxFigurePart*p.w*p.h {
		return false
	}
	words := 0
	for i := range p.lines {
		if l := &p.lines[i]; l.overlap(b) > 0.6*l.w()*l.h() {
			words += wordCount(l.text)
		}
	}
	return words <= maxFigureWords
}

// takeLabels takes the lines printed on b out of the page.
func (p *pdfPage) takeLabels(b box) {
	p.lines = slices.DeleteFunc(p.lines, func(l line) bool {
		return l.isText() && l.overlap(b) > 0.6*l.w()*l.h()
	})
}

// A picturePlace is a place on a page, rounded.
type picturePlace [4]int

func (p *pdfPage) gridPlace(b box) picturePlace {
	const grid = 4
	round := func(v float64) int { return int(math.Round(v / grid)) }
	return picturePlace{round(b.x0), round(b.y0), round(b.x1), round(b.y1)}
}

// repeatedPictures finds the places at which a picture stands on several
// pages: logos, banners and grounds.
func repeatedPictures(pages []*pdfPage) map[picturePlace]bool {
	count := map[picturePlace]int{}
	for _, p := range pages {
		for _, b := range joinStrips(p.images) {
			count[p.gridPlace(b.clip(p.w, p.h))]++
		}
	}
	many := map[picturePlace]bool{}
	for place, n := range count {
		if n >= 3 || n == 2 && len(pages) == 2 {
			many[place] = true
		}
	}
	return many
}

// findDrawings finds figures drawn with lines, which MuPDF's text does not
// tell of: a caption ("Figure 3. ...") with white above it in which at most
// short labels stand.
func findDrawings(p *pdfPage) {
	for i := range p.lines {
		l := &p.lines[i]
		if _, labelled, sure := cutLabel(l.text); !labelled || !sure || isTableLabel(l.text) || p.nearFigure(l.box) {
			continue
		}
		if b, ok := p.whiteAbove(l); ok {
			p.figures = append(p.figures, pdfFigure{box: b, page: p.number, drawn: true})
		}
	}
	for _, f := range p.figures {
		if f.drawn {
			p.takeLabels(f.box)
		}
	}
}

// isTableLabel reports whether a caption is that of a table.
func isTableLabel(s string) bool {
	s = strings.ToLower(s)
	for _, word := range []string{"tab", "cuadro", "quadro", "جدول", "الجدول", "तालिका", "सारणी", "табл", "表"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// nearFigure reports whether a figure stands right above, below or around b.
func (p *pdfPage) nearFigure(b box) bool {
	const near = 40.0
	for _, f := range p.figures {
		beside := min(f.x1, b.x1)-max(f.x0, b.x0) > 0
		if beside && (abs(f.y1-b.y0) < near || abs(b.y1-f.y0) < near || f.overlap(b) > 0) {
			return true
		}
	}
	return false
}

// whiteAbove gives the region above a caption up to the running text, over
// the width of the text there.
func (p *pdfPage) whiteAbove(caption *line) (box, bool) {
	const (
		least     = 60.0 // points high
		labelPart = 0.4  // of the width: a longer line is no label
	)
	// The column is as wide as the running text under or over the caption.
	column := caption.box
	for i := range p.lines {
		l := &p.lines[i]
		if l.n >= 30 && min(l.x1, caption.x1)-max(l.x0, caption.x0) > 0.5*min(l.w(), caption.w()) {
			column.x0, column.x1 = min(column.x0, l.x0), max(column.x1, l.x1)
		}
	}
	top := 0.05 * p.h
	for i := range p.lines {
		l := &p.lines[i]
		above := l.base < caption.base-0.5*caption.size
		apart := min(l.x1, column.x1)-max(l.x0, column.x0) <= 0
		label := l.n <= 30 && l.w() < labelPart*column.w() && l.size < 1.1*caption.size
		if above && !apart && !label {
			top = max(top, l.y1)
		}
	}
	for _, f := range p.figures {
		if f.y1 < caption.y0 {
			top = max(top, f.y1)
		}
	}
	b := box{column.x0, top + 1, column.x1, caption.y0 - 1}
	return b, b.h() >= least && b.w() >= least && b.w()*b.h() < maxFigurePart*p.w*p.h
}

// isBareCaption tells a caption without a label from a paragraph: one sentence
// close under a figure, set in other type than the text or nearer to the
// figure than to what follows.
func (w *pdfWriter) isBareCaption(s *passage, p *pdfPage) bool {
	const (
		maxChars = 240
		maxLines = 3
		under    = 1.3 // sizes
		apart    = 1.6 // times as far from what follows
	)
	if s.kind != story.Paragraph || s.n() > maxChars || len(s.lines) > maxLines || !oneSentence(textsOf(s)) {
		return false
	}
	place := boundsOf(s.lines)
	for _, f := range p.figures {
		gap := place.y0 - f.y1
		if gap < -0.3*s.size || gap > under*s.size || min(f.x1, place.x1) <= max(f.x0, place.x0) {
			continue
		}
		other := s.first().italic || s.size < 0.95*w.body
		return other || p.whiteUnder(place) > apart*max(gap, 0.5*s.size)
	}
	return false
}

// oneSentence reports whether no sentence ends within lines.
func oneSentence(lines []string) bool {
	text := strings.Join(lines, " ")
	for i, r := range text {
		rest := text[i+utf8.RuneLen(r):]
		if strings.ContainsRune(".!?。！？؟।۔", r) && strings.HasPrefix(rest, " ") && len(rest) > 2 {
			return false
		}
	}
	return true
}

// whiteUnder gives the height of the white under b, down to the next print or
// picture or the lower edge.
func (p *pdfPage) whiteUnder(b box) float64 {
	next := p.h
	for i := range p.lines {
		if l := &p.lines[i]; l.y0 > b.y1-1 && min(l.x1, b.x1) > max(l.x0, b.x0) {
			next = min(next, l.y0)
		}
	}
	return next - b.y1
}

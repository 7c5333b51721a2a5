package print

import (
	"strings"

	"edusmart/core/export/print/pdf"
	"edusmart/core/story"
)

// figure is the picture of a page.
type figure struct {
	h       *handout
	element *pdf.Element
	order   int
	image   *pdf.Image
	whole   bool // to be shown whole
}

// printSide is how many pixels a picture on paper needs at most: the width of
// the text at 200 to the inch.
const printSide = 1400

// figure gives the picture of a page, nil where it has none.
func (h *handout) figure(in *pdf.Element, page int) (*figure, error) {
	data, _, err := h.c.Picture(page)
	if err != nil || data == nil {
		return nil, err
	}
	p := &h.story.Pages[page]
	shown, ok := h.pictures[p.Picture]
	if !ok {
		if shown, err = h.letters.file.Image(data, printSide); err != nil {
			return nil, err
		}
		h.pictures[p.Picture] = shown
	}
	f := &figure{h: h, element: in.Add(pdf.Figure), order: h.next(), image: shown, whole: p.Fit == story.Whole}
	f.element.Alt = strings.TrimSpace(p.Alt)
	if f.element.Alt == "" {
		f.element.Alt = h.headingOf(page)
	}
	return f, nil
}

func (f *figure) aspect() float64 { return float64(f.image.Width) / float64(f.image.Height) }

// wide reports whether the picture would be small beside the text.
func (f *figure) wide() bool { return f.whole && f.aspect() > 1.25 }

// strip puts the picture at the start of a column, with the given width to
// height where it bears cropping, and at most tallest high.
func (f *figure) strip(at column, aspect, tallest float64) strip {
	if f.whole {
		aspect = f.aspect()
	}
	width := min(at.width, tallest*aspect)
	height := width / aspect
	left := f.h.leftOf(column{at.start, width})
	return strip{height: height, ops: []op{{element: f.element, order: f.order, draw: func(page *pdf.Page, top float64) {
		f.element.Box = page.Box(left, top, width, height)
		page.Picture(f.image, left, top, width, height)
	}}}}
}

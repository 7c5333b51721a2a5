package widget

import (
	"image"
	"slices"

	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
)

// shaped is a text that is ready to be laid in lines.
type shaped interface {
	// Pending reports whether fonts were still being looked for.
	Pending() bool
	// lay lays it with the largest letters of a style.
	lay(width float32, s TextStyle) lines
	// fit lays it with the largest letters that fit a size.
	fit(size fyne.Size, s TextStyle) (l lines, overflow bool)
}

// lines is a text in its lines.
type lines interface {
	high() float32
	// wide is how much of the width the longest line takes.
	wide() float32
	// letters is the size of the first language's.
	letters() float32
	hit(x, y float32) (typeset.Side, typeset.Hit, bool)
	// pixels are those that a mark touches.
	pixels(v typeset.PairsView, m typeset.PairMark) []image.Rectangle
	paint(p *typeset.Painter, dst *image.RGBA, clip image.Rectangle, v typeset.PairsView)
}

// shapeText makes a text ready: one language as a running paragraph, two as
// sentences one under the other.
func shapeText(f *typeset.Fonts, texts [2]typeset.Text, s TextStyle) shaped {
	if slices.ContainsFunc(texts[typeset.Second].Sentences, func(t string) bool { return t != "" }) {
		return pairs{f.Pairs(texts[typeset.First], texts[typeset.Second], s.Spacing())}
	}
	return running{f.Paragraph(texts[typeset.First], s.Spacing())}
}

// running is a page in one language.
type running struct{ *typeset.Paragraph }

func (r running) lay(width float32, s TextStyle) lines {
	return runningLines{r.Lay(width, s.Largest, s.LineHeight())}
}

func (r running) fit(size fyne.Size, s TextStyle) (lines, bool) {
	l, overflow := r.Fit(size.Width, size.Height, s.Smallest, s.Largest, s.LineHeight())
	return runningLines{l}, overflow
}

type runningLines struct{ *typeset.Layout }

func (r runningLines) high() float32    { return r.Height }
func (r runningLines) letters() float32 { return r.Size }
func (r runningLines) wide() float32    { return widest(r.Lines) }

func (r runningLines) hit(x, y float32) (typeset.Side, typeset.Hit, bool) {
	hit, ok := r.Hit(x, y)
	return typeset.First, hit, ok
}

func (r runningLines) pixels(v typeset.PairsView, m typeset.PairMark) []image.Rectangle {
	return r.Pixels(v.View, m.Range)
}

func (r runningLines) paint(p *typeset.Painter, dst *image.RGBA, clip image.Rectangle, v typeset.PairsView) {
	one := v.View
	one.Marks = make([]typeset.Mark, len(v.Marks))
	for i, m := range v.Marks {
		one.Marks[i] = m.Mark
	}
	p.Paint(dst, clip, r.Layout, one)
}

// pairs is a page in two languages.
type pairs struct{ *typeset.Pairs }

func (p pairs) lay(width float32, s TextStyle) lines {
	return pairLines{p.LayAll(width, s.Sizes(s.Largest), s.LineHeight(), typeset.ParagraphGap)}
}

func (p pairs) fit(size fyne.Size, s TextStyle) (lines, bool) {
	l, overflow := p.Fit(size.Width, size.Height, s.Smallest, s.Largest, s.Sizes(1)[typeset.Second], s.LineHeight(), typeset.ParagraphGap)
	return pairLines{l}, overflow
}

type pairLines struct{ *typeset.PairsLayout }

func (p pairLines) high() float32 { return p.Height }

func (p pairLines) wide() float32 {
	most := float32(0)
	for _, pair := range p.Pairs {
		for _, set := range pair.Sides {
			if set != nil {
				most = max(most, widest(set.Lines))
			}
		}
	}
	return most
}

func (p pairLines) letters() float32 { return p.Sizes[typeset.First] }

func (p pairLines) hit(x, y float32) (typeset.Side, typeset.Hit, bool) { return p.Hit(x, y) }

func (p pairLines) pixels(v typeset.PairsView, m typeset.PairMark) []image.Rectangle {
	return p.Pixels(v, m.Side, m.Range)
}

func (p pairLines) paint(painter *typeset.Painter, dst *image.RGBA, clip image.Rectangle, v typeset.PairsView) {
	painter.PaintPairs(dst, clip, p.PairsLayout, v)
}

func widest(all []typeset.Line) float32 {
	most := float32(0)
	for _, l := range all {
		most = max(most, l.Right-l.Left)
	}
	return most
}

package typeset

import (
	"image"
	"image/color"
	"math"
)

// Mark colours a stretch of the text. Later marks lie on earlier ones.
type Mark struct {
	Range Range
	Fill  color.NRGBA // behind the letters, a rounded rectangle a line
	Text  color.NRGBA // of the letters; transparent: as without the mark
	Line  color.NRGBA // a line under the letters; transparent: none
}

// The shape of a mark, in ems: how far it reaches beyond its letters, and the
// radius of its corners.
const (
	markBeside = 0.13
	markAbove  = 0.03
	markRadius = 0.16
)

// Painter draws layouts into images. It keeps the glyphs it drew, so one
// painter serves a window for long. It belongs to one goroutine at a time.
type Painter struct {
	glyphs glyphMasks
}

// View says how a layout is seen.
type View struct {
	// Scale is the number of image pixels to a pixel of the layout.
	Scale float32
	// X and Y are where the layout's top left corner lies, in image pixels.
	// Y is rounded, so that letters stand as sharp on every line.
	X, Y float32
	// Text is the colour of the letters.
	Text color.NRGBA
	// Marks colour some of them.
	Marks []Mark
}

// Paint draws what of the layout lies in clip over dst, which it does not
// clear.
func (p *Painter) Paint(dst *image.RGBA, clip image.Rectangle, l *Layout, v View) {
	clip = clip.Intersect(dst.Rect)
	if clip.Empty() || l == nil {
		return
	}
	inks := make([]ink, 0, len(v.Marks))
	for _, m := range v.Marks {
		for _, r := range l.MarkRects(m.Range) {
			box := v.pixels(r)
			fillRounded(dst, clip, box, markRadius*l.Size*v.Scale, m.Fill)
		}
		p.underline(dst, clip, l, v, m)
		if m.Text.A > 0 {
			inks = append(inks, ink{l.p.src.runesOf(m.Range), newPen(m.Text)})
		}
	}
	plain := newPen(v.Text)
	for i := range l.Lines {
		line := &l.Lines[i]
		// Letters may reach out of their line, but not by more than a line.
		top, bottom := v.row(line.Top-l.Pitch), v.row(line.Top+2*l.Pitch)
		if top >= clip.Max.Y || bottom <= clip.Min.Y {
			continue
		}
		p.paintLine(dst, clip, l, line, v, plain, inks)
	}
}

// ink is the colour of some runes.
type ink struct {
	span
	pen pen
}

func (p *Painter) paintLine(dst *image.RGBA, clip image.Rectangle, l *Layout, line *Line, v View, plain pen, inks []ink) {
	baseline := v.row(line.Baseline)
	size := l.Size * v.Scale
	for _, run := range line.Runs {
		for _, g := range run.Glyphs {
			x := v.X + g.X*v.Scale
			// Far from the clip in x: not even looked up.
			if x < float32(clip.Min.X)-4*size || x > float32(clip.Max.X)+4*size {
				continue
			}
			m, px := p.glyphs.get(l.p.fonts, run.Face, g.ID, size, x)
			if len(m.Pix) == 0 {
				continue
			}
			pen := &plain
			for i := range inks {
				if g.rune >= inks[i].from && g.rune < inks[i].to {
					pen = &inks[i].pen
				}
			}
			raise := int(math.Round(float64((line.Baseline - g.Y) * v.Scale)))
			pen.stamp(dst, clip, m, px, baseline-raise)
		}
	}
}

// underline draws the line under a mark.
func (p *Painter) underline(dst *image.RGBA, clip image.Rectangle, l *Layout, v View, m Mark) {
	if m.Line.A == 0 {
		return
	}
	thick := max(int(math.Round(float64(l.Size*v.Scale/15))), 1)
	for _, r := range l.RangeRects(m.Range) {
		top := v.row(r.Top+l.ascent) + int(math.Round(float64(0.15*l.Size*v.Scale)))
		box := v.pixels(r)
		fillRounded(dst, clip, image.Rect(box.Min.X, top, box.Max.X, top+thick), 0, m.Line)
	}
}

// MarkRects gives the rectangles that a mark fills.
func (l *Layout) MarkRects(r Range) []Rect {
	rects := l.RangeRects(r)
	beside, above := markBeside*l.Size, markAbove*l.Size
	// Marks on neighbouring lines stay apart where the lines allow it.
	above = max(min(above, (l.Pitch-l.ascent-l.descent)/2-0.02*l.Size), 0)
	for i := range rects {
		rects[i].Left -= beside
		rects[i].Right += beside
		rects[i].Top -= above
		rects[i].Bottom += above
	}
	return rects
}

// Pixels gives the image pixels that marks on a stretch of text touch, to
// clear and paint anew when they change: fill and letters.
func (l *Layout) Pixels(v View, r Range) []image.Rectangle {
	rects := l.MarkRects(r)
	out := make([]image.Rectangle, len(rects))
	for i, rect := range rects {
		// Letters can hang over the sides of a mark.
		hang := int(math.Ceil(float64(0.3 * l.Size * v.Scale)))
		out[i] = v.pixels(rect).Inset(-hang)
	}
	return out
}

func (v *View) row(y float32) int {
	return int(math.Round(float64(v.Y))) + int(math.Round(float64(y*v.Scale)))
}

func (v *View) column(x float32) int { return int(math.Round(float64(v.X + x*v.Scale))) }

func (v *View) pixels(r Rect) image.Rectangle {
	return image.Rect(v.column(r.Left), v.row(r.Top), v.column(r.Right), v.row(r.Bottom))
}

package typeset

import (
	"image"
	"image/color"
	"math"
)

// pen draws masks in one colour.
type pen struct {
	r, g, b, a uint32 // premultiplied, 0 to 255
	contrast   *[256]uint8
}

func newPen(c color.NRGBA) pen {
	a := uint32(c.A)
	p := pen{uint32(c.R) * a / 255, uint32(c.G) * a / 255, uint32(c.B) * a / 255, a, &darkInk}
	// Relative luminance, ITU-R BT.709.
	if 0.2126*float64(c.R)+0.7152*float64(c.G)+0.0722*float64(c.B) > 128 {
		p.contrast = &lightInk
	}
	return p
}

// Coverage is blended in sRGB, as everything in the window is, where thin
// strokes come out too faint, light ones on dark most of all. These curves
// put back the weight that the type designer drew.
var (
	darkInk  = contrastCurve(0.88)
	lightInk = contrastCurve(0.80)
)

func contrastCurve(gamma float64) (curve [256]uint8) {
	for i := range curve {
		curve[i] = uint8(math.Round(255 * math.Pow(float64(i)/255, gamma)))
	}
	return curve
}

// stamp draws a mask with its origin at pixel x, y.
func (p *pen) stamp(dst *image.RGBA, clip image.Rectangle, m *mask, x, y int) {
	box := m.Rect.Add(image.Pt(x, y)).Intersect(clip)
	for row := box.Min.Y; row < box.Max.Y; row++ {
		from := m.PixOffset(box.Min.X-x, row-y)
		cover := m.Pix[from : from+box.Dx()]
		at := dst.PixOffset(box.Min.X, row)
		pix := dst.Pix[at : at+4*len(cover)]
		for i, c := range cover {
			if c != 0 {
				p.blend(pix[4*i:4*i+4:4*i+4], uint32(p.contrast[c]))
			}
		}
	}
}

// blend lays the pen over one pixel with a coverage of 0 to 255.
func (p *pen) blend(pix []uint8, cover uint32) {
	if cover == 255 && p.a == 255 {
		pix[0], pix[1], pix[2], pix[3] = uint8(p.r), uint8(p.g), uint8(p.b), 255
		return
	}
	keep := 255 - p.a*cover/255
	pix[0] = uint8((p.r*cover + uint32(pix[0])*keep + 127) / 255)
	pix[1] = uint8((p.g*cover + uint32(pix[1])*keep + 127) / 255)
	pix[2] = uint8((p.b*cover + uint32(pix[2])*keep + 127) / 255)
	pix[3] = uint8((p.a*cover + uint32(pix[3])*keep + 127) / 255)
}

// fillRounded fills a rectangle with round corners, of which only the corners
// need smoothing.
func fillRounded(dst *image.RGBA, clip, box image.Rectangle, radius float32, c color.NRGBA) {
	if c.A == 0 || box.Empty() {
		return
	}
	p := newPen(c)
	radius = min(radius, float32(box.Dx())/2, float32(box.Dy())/2)
	in := box.Intersect(clip)
	corner := int(math.Ceil(float64(radius)))
	for y := in.Min.Y; y < in.Max.Y; y++ {
		flatFrom, flatTo := in.Min.X, in.Max.X
		if dy := intoCorner(y, box.Min.Y, box.Max.Y, radius); dy > 0 {
			flatFrom = min(max(box.Min.X+corner, in.Min.X), in.Max.X)
			flatTo = max(min(box.Max.X-corner, in.Max.X), flatFrom)
			p.fillCorner(dst, y, in.Min.X, flatFrom, float32(box.Min.X)+radius, dy, radius)
			p.fillCorner(dst, y, flatTo, in.Max.X, float32(box.Max.X)-radius, dy, radius)
		}
		p.fillFlat(dst, y, flatFrom, flatTo)
	}
}

// fillCorner fills a row of pixels of a corner, whose circle has its centre at
// x and dy above or below the row.
func (p *pen) fillCorner(dst *image.RGBA, y, from, to int, x, dy, radius float32) {
	for at := from; at < to; at++ {
		dx := float32(at) + 0.5 - x
		distance := float32(math.Sqrt(float64(dx*dx + dy*dy)))
		i := dst.PixOffset(at, y)
		p.blend(dst.Pix[i:i+4:i+4], uint32(255*min(max(radius-distance+0.5, 0), 1)))
	}
}

// fillFlat fills a row of pixels.
func (p *pen) fillFlat(dst *image.RGBA, y, from, to int) {
	if from >= to {
		return
	}
	i := dst.PixOffset(from, y)
	row := dst.Pix[i : i+4*(to-from)]
	if p.a < 255 {
		for at := 0; at < len(row); at += 4 {
			p.blend(row[at:at+4:at+4], 255)
		}
		return
	}
	row[0], row[1], row[2], row[3] = uint8(p.r), uint8(p.g), uint8(p.b), 255
	for done := 4; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// intoCorner gives how far the middle of a pixel lies beyond the centre of the
// corner's circle, 0 or less when it is not in a corner.
func intoCorner(at, from, to int, radius float32) float32 {
	middle := float32(at) + 0.5
	return max(float32(from)+radius-middle, middle-(float32(to)-radius))
}

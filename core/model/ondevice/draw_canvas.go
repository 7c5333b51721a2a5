package ondevice

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// side is the width and height of a drawn picture in pixels, and the unit of
// all drawing: scenes are laid out on a square of side by side.
const side = 1024

// affine maps the drawing's units to pixels: x' = a x + c y + e,
// y' = b x + d y + f.
type affine struct{ a, b, c, d, e, f float64 }

func (m affine) apply(p pt) pt { return pt{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f} }

// then gives the map that does n first and m after it.
func (m affine) then(n affine) affine {
	return affine{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

// canvas draws anti-aliased shapes on an opaque picture. Every colour passes
// through the light of the scene and the mist of its distance, so that all
// that stands in one picture belongs to it.
type canvas struct {
	img  *image.NRGBA
	m    affine
	ras  vector.Rasterizer
	mask image.Alpha
	clip *image.Alpha

	light tone
	mist  float64 // 0 near, 1 lost in the haze
	haze  ink
	alpha float64 // of all that is drawn
}

func newCanvas() *canvas {
	c := &canvas{img: image.NewNRGBA(image.Rect(0, 0, side, side)), m: affine{a: 1, d: 1}, alpha: 1}
	c.light.gain = rgb{1, 1, 1}
	for i := 3; i < len(c.img.Pix); i += 4 {
		c.img.Pix[i] = 255
	}
	return c
}

// at draws with the origin at (x, y), units scaled by k.
func (c *canvas) at(x, y, k float64, draw func()) {
	c.with(affine{a: k, d: k, e: x, f: y}, draw)
}

// flipped draws mirrored left to right about the origin where on holds.
func (c *canvas) flipped(on bool, draw func()) {
	if on {
		c.with(affine{a: -1, d: 1}, draw)
		return
	}
	draw()
}

// turned draws rotated clockwise about the origin.
func (c *canvas) turned(degrees float64, draw func()) {
	s, k := math.Sincos(degrees * math.Pi / 180)
	c.with(affine{a: k, b: s, c: -s, d: k}, draw)
}

func (c *canvas) with(m affine, draw func()) {
	old := c.m
	c.m = c.m.then(m)
	draw()
	c.m = old
}

// far draws with the mist of a distance from 0 to 1 added.
func (c *canvas) far(mist float64, draw func()) {
	old := c.mist
	c.mist = 1 - (1-c.mist)*(1-mist)
	draw()
	c.mist = old
}

// within draws only inside p.
func (c *canvas) within(p path, draw func()) {
	old := c.clip
	r := c.cover(p)
	clip := image.NewAlpha(r)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := clip.Pix[(y-r.Min.Y)*clip.Stride:][:r.Dx()]
		copy(row, c.mask.Pix[(y-r.Min.Y)*c.mask.Stride:][:r.Dx()])
		if old != nil {
			shade(row, old, r.Min.X, y)
		}
	}
	c.clip = clip
	draw()
	c.clip = old
}

// shade multiplies a row of coverage that begins at (x, y) by a clip.
func shade(row []uint8, clip *image.Alpha, x, y int) {
	b := clip.Rect
	if y < b.Min.Y || y >= b.Max.Y {
		clear(row)
		return
	}
	line := clip.Pix[(y-b.Min.Y)*clip.Stride:]
	for i := range row {
		at := x + i - b.Min.X
		if at < 0 || at >= b.Dx() {
			row[i] = 0
		} else {
			row[i] = uint8(int(row[i]) * int(line[at]) / 255)
		}
	}
}

// cover rasterizes p into the mask and gives the pixels it covers; the
// mask's first byte belongs to the upper left of them.
func (c *canvas) cover(p path) image.Rectangle {
	dev := make([]pt, len(p.pts))
	lo, hi := pt{math.Inf(1), math.Inf(1)}, pt{math.Inf(-1), math.Inf(-1)}
	for i, a := range p.pts {
		b := c.m.apply(a)
		if math.IsNaN(b.x) || math.IsNaN(b.y) {
			return image.Rectangle{}
		}
		dev[i] = b
		lo = pt{min(lo.x, b.x), min(lo.y, b.y)}
		hi = pt{max(hi.x, b.x), max(hi.y, b.y)}
	}
	if len(dev) == 0 {
		return image.Rectangle{}
	}
	bound := func(v float64) int { return int(min(max(v, -1), side+1)) }
	r := image.Rect(bound(math.Floor(lo.x)), bound(math.Floor(lo.y)), bound(math.Ceil(hi.x)), bound(math.Ceil(hi.y)))
	r = r.Intersect(c.img.Rect)
	if c.clip != nil {
		r = r.Intersect(c.clip.Rect)
	}
	if r.Empty() {
		return image.Rectangle{}
	}
	c.trace(p.ops, dev, r)
	n := r.Dx() * r.Dy()
	if cap(c.mask.Pix) < n {
		c.mask.Pix = make([]uint8, n)
	}
	c.mask.Pix, c.mask.Stride, c.mask.Rect = c.mask.Pix[:n], r.Dx(), image.Rect(0, 0, r.Dx(), r.Dy())
	c.ras.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	return r
}

// trace gives the outline to the rasterizer, relative to r.
func (c *canvas) trace(ops []byte, dev []pt, r image.Rectangle) {
	c.ras.Reset(r.Dx(), r.Dy())
	c.ras.DrawOp = 1 // draw.Src
	// Far outside the picture, exact places do not matter, and the numbers
	// stay small enough for the rasterizer.
	const reach = 8 * side
	rel := func(p pt) (x, y float32) {
		return float32(min(max(p.x, -reach), reach) - float64(r.Min.X)), float32(min(max(p.y, -reach), reach) - float64(r.Min.Y))
	}
	i, started := 0, false
	for _, op := range ops {
		switch op {
		case 'M':
			if started {
				c.ras.ClosePath()
			}
			x, y := rel(dev[i])
			c.ras.MoveTo(x, y)
			started = true
			i++
		case 'L':
			x, y := rel(dev[i])
			c.ras.LineTo(x, y)
			i++
		case 'Q':
			x1, y1 := rel(dev[i])
			x2, y2 := rel(dev[i+1])
			c.ras.QuadTo(x1, y1, x2, y2)
			i += 2
		case 'C':
			x1, y1 := rel(dev[i])
			x2, y2 := rel(dev[i+1])
			x3, y3 := rel(dev[i+2])
			c.ras.CubeTo(x1, y1, x2, y2, x3, y3)
			i += 3
		case 'Z':
			c.ras.ClosePath()
			started = false
		}
	}
	if started {
		c.ras.ClosePath()
	}
}

// fill paints the inside of the shapes (non-zero winding).
func (c *canvas) fill(p paint, shapes ...path) {
	for _, shape := range shapes {
		r := c.cover(shape)
		if r.Empty() {
			continue
		}
		b := c.brush(p, shape)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			row := c.mask.Pix[(y-r.Min.Y)*c.mask.Stride:][:r.Dx()]
			if c.clip != nil {
				shade(row, c.clip, r.Min.X, y)
			}
			b.row(c.img.Pix[y*c.img.Stride+4*r.Min.X:], row, float64(r.Min.X)+0.5, float64(y)+0.5)
		}
	}
}

// pen draws the lines of the shapes with a round pen w wide.
func (c *canvas) pen(p paint, w float64, shapes ...path) {
	for _, s := range shapes {
		c.fill(p, stroke(s, w))
	}
}

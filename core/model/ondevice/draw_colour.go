package ondevice

import "math"

// ink is a colour as 0xRRGGBB, the way the palettes below are written.
type ink uint32

// rgb is a colour in sRGB, each part from 0 to 1.
type rgb struct{ r, g, b float64 }

func (i ink) rgb() rgb {
	return rgb{float64(i>>16&255) / 255, float64(i>>8&255) / 255, float64(i&255) / 255}
}

func (c rgb) ink() ink {
	part := func(v float64) ink { return ink(math.Round(min(max(v, 0), 1) * 255)) }
	return part(c.r)<<16 | part(c.g)<<8 | part(c.b)
}

// toward moves c by t (0 to 1) to d.
func (c rgb) toward(d rgb, t float64) rgb {
	return rgb{c.r + (d.r-c.r)*t, c.g + (d.g-c.g)*t, c.b + (d.b-c.b)*t}
}

func (c rgb) times(d rgb) rgb { return rgb{c.r * d.r, c.g * d.g, c.b * d.b} }

// mix moves a by t (0 to 1) to b.
func mix(a, b ink, t float64) ink { return a.rgb().toward(b.rgb(), t).ink() }

// lighter and darker move an ink towards warm white and towards deep ink
// blue, which keeps shades lively where black and white would grey them.
func lighter(a ink, t float64) ink { return mix(a, 0xFFFAEE, t) }
func darker(a ink, t float64) ink  { return mix(a, 0x1B2233, t) }

// stop is one colour of a gradient at t from 0 to 1.
type stop struct {
	t     float64
	c     ink
	alpha float64
}

type paintKind uint8

const (
	paintFlat   paintKind = iota
	paintLinear           // from (x0,y0) to (x1,y1) in the drawing's units
	paintRadial           // about (x0,y0), radius x1
	paintBox              // linear across the shape's own box, (x0,y0)-(x1,y1) as parts of it
	paintBall             // radial in the shape's own box, centre (x0,y0), radius x1 as parts of it
)

// paint says what fills a shape.
type paint struct {
	kind           paintKind
	x0, y0, x1, y1 float64
	stops          []stop
	alpha          float64
	own            bool // shines by itself: the light of the scene leaves it as it is
}

func flat(c ink) paint {
	return paint{stops: []stop{{0, c, 1}}, alpha: 1}
}

func evenly(inks []ink) []stop {
	s := make([]stop, len(inks))
	for i, c := range inks {
		s[i] = stop{float64(i) / float64(max(len(inks)-1, 1)), c, 1}
	}
	return s
}

// down runs from the top of the shape to its foot.
func down(inks ...ink) paint {
	return paint{kind: paintBox, y1: 1, stops: evenly(inks), alpha: 1}
}

// across runs from the left of the shape to its right.
func across(inks ...ink) paint {
	return paint{kind: paintBox, x1: 1, stops: evenly(inks), alpha: 1}
}

// slant runs from the upper left of the shape to its lower right.
func slant(inks ...ink) paint {
	return paint{kind: paintBox, x1: 1, y1: 1, stops: evenly(inks), alpha: 1}
}

// ball is lit from the upper left.
func ball(inks ...ink) paint {
	return paint{kind: paintBall, x0: 0.36, y0: 0.3, x1: 0.78, stops: evenly(inks), alpha: 1}
}

// disc is lit from its own centre.
func disc(inks ...ink) paint {
	return paint{kind: paintBall, x0: 0.5, y0: 0.5, x1: 0.5, stops: evenly(inks), alpha: 1}
}

// glow fades from c in the middle of the shape to nothing at its edge.
func glow(c ink, strength float64) paint {
	return paint{kind: paintBall, x0: 0.5, y0: 0.5, x1: 0.5, alpha: strength, own: true, stops: []stop{
		{0, c, 1}, {0.25, c, 0.66}, {0.5, c, 0.3}, {0.75, c, 0.08}, {1, c, 0},
	}}
}

// veil runs from c at strength a at the top of the shape to b at its foot.
func veil(c ink, a, b float64) paint {
	return paint{kind: paintBox, y1: 1, alpha: 1, stops: []stop{{0, c, a}, {1, c, b}}}
}

func (p paint) fade(alpha float64) paint { p.alpha *= alpha; return p }
func (p paint) lit() paint               { p.own = true; return p }

// tone is the light of a scene: what it makes of a colour.
type tone struct {
	gain rgb     // multiplies
	lift rgb     // is mixed in
	by   float64 // how much of lift, 0 to 1
}

func (t tone) apply(c rgb) rgb { return c.times(t.gain).toward(t.lift, t.by) }

package ondevice

import (
	"context"
	"math"
)

// stage is one picture in the making.
type stage struct {
	*canvas
	dice  dice
	light light
	pal   family
	plan  *plan
}

func newStage(p *plan) *stage {
	s := &stage{canvas: newCanvas(), dice: dice{p.seed}, light: skies(p.hour, p.variant), pal: families(p.family), plan: p}
	s.canvas.light = s.light.tone
	s.canvas.light.gain = s.canvas.light.gain.times(s.pal.tint)
	s.canvas.haze = s.light.haze
	return s
}

// paint draws the whole picture: what lies behind, the hero and what
// accompanies it, and what stands in front of its feet.
func (s *stage) paint(ctx context.Context) error {
	p := s.plan
	layers := []func(){
		func() {
			if p.hero.scenic != nil {
				p.hero.scenic(s)
			} else {
				p.place.back(s)
			}
		},
		func() { s.company() },
		func() { s.hero() },
		func() {
			if p.hero.scenic == nil && p.place.front != nil {
				p.place.front(s)
			}
		},
		func() { s.vignette() },
	}
	for _, draw := range layers {
		if err := ctx.Err(); err != nil {
			return err
		}
		draw()
	}
	return nil
}

// vignette darkens the corners a little, so that the eye stays inside.
func (s *stage) vignette() {
	s.fill(paint{
		kind: paintRadial, x0: side / 2, y0: side * 0.46, x1: side * 0.78, alpha: 1, own: true,
		stops: []stop{{0, 0x241B2C, 0}, {0.66, 0x241B2C, 0}, {1, 0x241B2C, 0.17}},
	}, rect(0, 0, side, side))
}

// all is the whole picture.
func all() path { return rect(0, 0, side, side) }

// sky fills the picture down to the horizon with the light's colours.
func (s *stage) sky(horizon float64) {
	s.fill(paint{
		kind: paintLinear, y1: horizon, alpha: 1, own: true,
		stops: []stop{{0, s.tinted(s.light.sky[0]), 1}, {0.55, s.tinted(s.light.sky[1]), 1}, {1, s.tinted(s.light.sky[2]), 1}},
	}, all())
	if s.light.stars {
		s.stars(horizon * 0.8)
	}
}

// tinted casts the story's own tint on a colour that shines by itself.
func (s *stage) tinted(c ink) ink { return c.rgb().times(s.pal.tint).ink() }

func (s *stage) stars(to float64) {
	n := 26
	if s.light.hour == night {
		n = 60
	}
	for range n {
		x, y, r := s.dice.span(0, side), s.dice.span(0, to), s.dice.span(1.2, 3)
		s.fill(flat(0xFFF8E2).lit().fade(s.dice.span(0.35, 0.95)*(1-0.7*y/to)), circ(x, y, r))
	}
}

// sun draws the sun, or the moon by night, with its halo.
func (s *stage) sun(x, y, r float64) {
	if s.light.hour == overcast {
		s.fill(glow(s.light.sun, 0.5), circ(x, y, r*3))
		return
	}
	strength := 0.55
	if s.light.hour == night {
		strength = 0.28
	}
	s.fill(glow(s.light.sun, strength), circ(x, y, r*3.4))
	s.fill(flat(s.light.sun).lit(), circ(x, y, r))
	if s.light.hour == night {
		for _, m := range [][3]float64{{-0.3, -0.2, 0.2}, {0.25, 0.3, 0.26}, {0.3, -0.36, 0.12}, {-0.2, 0.45, 0.11}} {
			s.fill(flat(mix(s.light.sun, 0xB7A98A, 0.35)).lit().fade(0.7), circ(x+m[0]*r, y+m[1]*r, m[2]*r))
		}
	}
}

// sunSomewhere puts the sun where it leaves the middle to the hero, and gives
// how far from the left.
func (s *stage) sunSomewhere(horizon float64) (x float64) {
	x = s.dice.span(170, 330)
	if s.dice.coin() {
		x = side - x
	}
	y := horizon * s.dice.span(0.22, 0.42)
	if s.light.hour == evening || s.light.hour == morning {
		y = horizon * s.dice.span(0.5, 0.72)
	}
	s.sun(x, y, s.dice.span(44, 62))
	return x
}

// cloud is a heap of rounds with a soft foot, w wide, its foot at y.
func (s *stage) cloud(x, y, w float64) {
	k := w / 100
	top, foot := s.light.cloud, mix(s.light.cloud, s.light.sky[1], 0.55)
	s.at(x, y, k, func() {
		shape := joined(slab(-50, -18, 100, 18, 9), circ(-26, -20, 16), circ(2, -28, 23), circ(28, -19, 15))
		s.fill(paint{kind: paintLinear, y0: -50, y1: 0, alpha: 0.94, own: true, stops: []stop{{0, top, 1}, {0.5, top, 1}, {1, foot, 0.9}}}, shape)
	})
}

func (s *stage) clouds(n int, horizon float64) {
	if s.light.hour == overcast {
		n += 3
	}
	x := s.dice.span(-60, 200)
	for range n {
		w := s.dice.span(130, 260)
		s.cloud(x, s.dice.span(0.12, 0.55)*horizon, w)
		x += w + s.dice.span(90, 340)
		if x > side+60 {
			x -= side + 120
		}
	}
}

// ridge is a smooth line of hills at height y that rises and falls by amp,
// closed below the picture.
func (s *stage) ridge(y, amp float64, n int) path {
	var points []pt
	for i := -1; i <= n+1; i++ {
		x := side * (float64(i) + s.dice.span(-0.25, 0.25)) / float64(n)
		points = append(points, pt{x, y + s.dice.span(-amp, amp)})
	}
	return ground(points)
}

// ground closes a smooth line of points below the picture.
func ground(points []pt) path {
	p := flow(points...)
	p.line(pt{points[len(points)-1].x, side + 60})
	p.line(pt{points[0].x, side + 60})
	p.close()
	return p
}

// peak is a mountain with a lit and a shaded side; its foot is at y.
func (s *stage) peak(x, y, w, h float64, c ink, snow float64) {
	l, r := x-w/2, x+w/2
	ax, jag := x+s.dice.span(-0.06, 0.06)*w, func(a, b pt, t, out float64) pt {
		p := along(a, b, t)
		return pt{p.x + out*w, p.y}
	}
	top, left, right := pt{ax, y - h}, pt{l, y}, pt{r, y}
	l1, l2 := jag(left, top, 0.62, s.dice.span(-0.03, 0.015)), jag(left, top, 0.3, s.dice.span(-0.015, 0.03))
	r1, r2 := jag(right, top, 0.62, s.dice.span(-0.015, 0.03)), jag(right, top, 0.3, s.dice.span(-0.03, 0.015))
	m1, m2 := pt{ax + 0.05*w, y - 0.6*h}, pt{ax - 0.03*w, y - 0.3*h}
	s.fill(down(lighter(c, 0.12), mix(c, s.haze, 0.35)), poly(l, y, l2.x, l2.y, l1.x, l1.y, top.x, top.y, r1.x, r1.y, r2.x, r2.y, r, y))
	s.fill(down(darker(c, 0.18), mix(c, s.haze, 0.3)), poly(top.x, top.y, r1.x, r1.y, r2.x, r2.y, r, y, ax+0.12*w, y, m2.x+0.04*w, m2.y, m1.x, m1.y))
	if snow <= 0 {
		return
	}
	a, b := along(top, l1, snow), along(top, r1, snow)
	step := (b.x - a.x) / 5
	z := snow * h * 0.11
	s.fill(flat(0xFAF7F1), poly(top.x, top.y, b.x, b.y, b.x-step, a.y-z*0.4, b.x-1.9*step, a.y+z, ax-0.1*step, a.y-z*0.3, a.x+1.4*step, a.y+z*0.8, a.x+0.7*step, a.y-z*0.2, a.x, a.y))
	s.fill(flat(0xD5DBE2), poly(top.x, top.y, b.x, b.y, b.x-step, a.y-z*0.4, b.x-1.9*step, a.y+z, ax+0.3*step, a.y-z*0.2, ax+0.02*w, top.y+0.4*snow*h))
}

// range draws a chain of peaks along the horizon.
func (s *stage) peaks(y, h float64, c ink, snow float64) {
	x := s.dice.span(-80, 60)
	for x < side+120 {
		w := h * s.dice.span(1.3, 1.9)
		s.peak(x, y, w, h*s.dice.span(0.6, 1), c, snow)
		x += w * s.dice.span(0.45, 0.7)
	}
}

// mistBand lays haze along the foot of what is far.
func (s *stage) mistBand(y, h, strength float64) {
	s.fill(paint{kind: paintBox, y1: 1, alpha: strength, own: true, stops: []stop{{0, s.haze, 0}, {0.6, s.haze, 1}, {1, s.haze, 0}}}, rect(0, y-h/2, side, h))
}

// shadow is the soft dark under something that stands at (x, y).
func (s *stage) shadow(x, y, w, strength float64) {
	s.with(affine{a: 1, d: 0.13, e: x, f: y}, func() {
		s.fill(paint{kind: paintRadial, x1: w / 2, alpha: strength, own: true, stops: []stop{
			{0, 0x2A2338, 0.85}, {0.55, 0x2A2338, 0.5}, {1, 0x2A2338, 0},
		}}, circ(0, 0, w/2))
	})
}

// waves draws short glints on water between two heights; nearer ones are
// longer and stronger.
func (s *stage) waves(from, to float64, n int) {
	for range n {
		t := s.dice.span(0, 1)
		y := from + (to-from)*t*t
		w := 26 + 100*t*t
		s.fill(flat(lighter(s.pal.water[0], 0.5)).fade(0.25+0.35*t), slab(s.dice.span(-40, side), y, w*s.dice.span(0.6, 1.3), 2.4+3*t, 3))
	}
}

// swell is a body of water with a wavy top, closed below the picture.
func (s *stage) swell(y, amp, length float64) path {
	var points []pt
	x := -length * s.dice.span(1, 2)
	up := 1.0
	for x < side+2*length {
		points = append(points, pt{x, y + up*amp})
		up = -up
		x += length / 2
	}
	return ground(points)
}

// birds draws a few far birds.
func (s *stage) birds(n int, x, y float64) {
	for i := range n {
		bx, by, k := x+float64(i)*s.dice.span(28, 46), y+s.dice.span(-22, 22), s.dice.span(7, 12)
		s.pen(flat(darker(s.light.sky[0], 0.45)).lit().fade(0.75), 2.6, svgAt(bx, by, k, "M-1,-.35 Q-.45,-.7 0,0 Q.45,-.7 1,-.35"))
	}
}

// svgAt is the path of d scaled by k and moved to (x, y).
func svgAt(x, y, k float64, d string) path {
	p := svg(d)
	for i, a := range p.pts {
		p.pts[i] = pt{x + a.x*k, y + a.y*k}
	}
	return p
}

// bend gives a point on a slow wave, for lines that should not be straight.
func bend(x, length, amp, phase float64) float64 {
	return amp * math.Sin(x/length*2*math.Pi+phase)
}

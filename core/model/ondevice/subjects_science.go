package ondevice

import "math"

func scienceSubjects() []subject {
	return []subject{
		{key: "atom", habit: hangs, size: 1.1, draw: (*stage).atom},
		{key: "molecule", habit: hangs, draw: (*stage).molecule},
		{key: "flask", habit: thing, draw: (*stage).flask},
		{key: "microscope", habit: thing, draw: (*stage).microscope},
		{key: "telescope", habit: stands, draw: (*stage).telescope},
		{key: "magnet", habit: hangs, draw: (*stage).magnet},
		{key: "circuit", habit: hangs, size: 1.15, draw: (*stage).circuit},
		{key: "battery", habit: thing, size: 0.9, draw: (*stage).battery},
		{key: "bulb", habit: hangs, draw: (*stage).bulb},
		{key: "thermometer", habit: hangs, draw: (*stage).thermometer},
		{key: "prism", habit: hangs, size: 1.2, draw: (*stage).prism},
		{key: "gears", habit: hangs, size: 1.05, draw: (*stage).gears},
		{key: "lever", habit: stands, size: 1.05, draw: (*stage).lever},
		{key: "soundwave", habit: hangs, size: 1.2, draw: (*stage).soundWave},
		{key: "rocket", habit: hangs, size: 1.05, draw: (*stage).rocket},
		{key: "satellite", habit: hangs, draw: (*stage).satellite},
		{key: "turbine", habit: stands, size: 1.25, draw: (*stage).windTurbine},
		{key: "solarpanel", habit: stands, draw: (*stage).solarPanel},
		{key: "states", habit: hangs, size: 1.15, draw: (*stage).statesOfMatter},
		{key: "candle", habit: thing, size: 0.9, draw: (*stage).candle},
		{key: "recycle", habit: hangs, draw: (*stage).recycle},
		{key: "foodchain", habit: hangs, size: 1.1, draw: (*stage).foodChain},
	}
}

func (s *stage) atom() {
	for i := range 3 {
		s.turned(60*float64(i)+12, func() {
			s.pen(flat([]ink{s.pal.cool, s.pal.leaf[1], s.pal.warm}[i]).fade(0.9), 4, s.ringAt(0, 0, 94, 34))
			p := pt{94 * math.Cos(0.5+float64(i)), 34 * math.Sin(0.5+float64(i))}
			s.fill(ball(0xFFFFFF, s.pal.cool, darker(s.pal.cool, 0.4)), circ(p.x, p.y, 9))
		})
	}
	for i, p := range [][2]float64{{-9, -8}, {10, -9}, {0, 10}, {-13, 8}, {13, 8}, {0, -2}} {
		c := s.pal.warm
		if i%2 == 0 {
			c = s.pal.bright
		}
		s.fill(ball(lighter(c, 0.6), c, darker(c, 0.3)), circ(p[0], p[1], 12.5))
	}
}

func (s *stage) molecule() {
	s.pen(across(0xC9CFD6, 0x9AA4AF), 15, open(0, -20, -62, 42), open(0, -20, 62, 42))
	s.fill(ball(lighter(s.pal.warm, 0.6), s.pal.warm, darker(s.pal.warm, 0.35)), circ(0, -24, 56))
	for _, x := range []float64{-66, 66} {
		s.fill(ball(0xFFFFFF, 0xE3EAEE, 0xA9B8C4), circ(x, 46, 36))
	}
}

func (s *stage) flask() {
	glass := svg("M-20,-96 H20 V-30 L70,76 C76,90 68,100 54,100 H-54 C-68,100 -76,90 -70,76 L-20,-30 Z")
	c := s.pal.cool
	s.fill(flat(0xF4FAFA).fade(0.72), glass)
	s.within(glass, func() {
		s.fill(down(mix(s.pal.warm, 0xFFFFFF, 0.2), s.pal.warm, darker(s.pal.warm, 0.15)), svg("M-80,24 C-40,12 -10,34 20,24 C44,16 60,26 90,22 V110 H-90 Z"))
		for _, b := range [][3]float64{{-26, 56, 8}, {4, 74, 6}, {26, 50, 10}, {-6, 38, 4}, {40, 82, 5}} {
			s.fill(flat(0xFFFFFF).fade(0.55), circ(b[0], b[1], b[2]))
		}
	})
	s.pen(flat(mix(c, 0xFFFFFF, 0.5)).fade(0.8), 4, glass)
	s.fill(flat(mix(c, 0xFFFFFF, 0.4)), slab(-26, -104, 52, 14, 6))
	s.fill(flat(0xFFFFFF).fade(0.8), svg("M-12,-84 H-6 V-26 L-44,56 C-48,60 -54,58 -52,50 L-12,-30 Z"))
	for _, b := range [][3]float64{{4, -118, 7}, {-10, -136, 5}, {14, -146, 4}} {
		s.fill(flat(s.pal.warm).fade(0.5), circ(b[0], b[1], b[2]))
	}
}

func (s *stage) microscope() {
	d, m := ink(0x4A5563), ink(0x8E9CAA)
	s.fill(down(lighter(d, 0.15), d), slab(-70, 82, 140, 18, 8))
	s.pen(slant(m, d), 20, arc(-4, 20, 62, -62, 76))
	s.fill(down(d, darker(d, 0.2)), slab(-58, 40, 86, 12, 4))
	s.fill(flat(0xBFE0EA), slab(-36, 34, 42, 6, 2))
	s.at(-16, -26, 1, func() {
		s.turned(-16, func() {
			s.fill(across(lighter(m, 0.4), m, d), slab(-17, -74, 34, 88, 8))
			s.fill(flat(d), slab(-22, -34, 44, 12, 4), slab(-11, 12, 22, 26, 4), slab(-13, -92, 26, 20, 5))
			s.fill(flat(s.pal.bright), slab(-17, -58, 34, 7, 2))
		})
	})
	s.fill(ball(m, d), circ(34, 32, 13))
}

func (s *stage) telescope() {
	d := ink(0x5B4A42)
	s.pen(across(0x8E6A4E, d), 9, open(0, 10, -52, 100), open(0, 10, 52, 100), open(0, 10, 4, 100))
	s.turned(-28, func() {
		s.fill(down(0xF3D58C, 0xD9A548, 0xA9772E), slab(-66, -24, 84, 40, 6), slab(14, -29, 84, 50, 6))
		s.fill(down(0x6A5A52, 0x453A36), slab(-96, -16, 34, 25, 5), slab(92, -32, 12, 56, 4))
		s.fill(flat(0xFFF1C4).fade(0.6), rect(-62, -16, 156, 6))
	})
	s.fill(ball(0x8E7A6A, d), circ(0, 10, 13))
}

func (s *stage) magnet() {
	s.turned(-14, func() {
		for i := range 4 {
			r := 34 + 22*float64(i)
			s.pen(flat(s.pal.cool).fade(0.55-0.1*float64(i)), 3.6, arc(0, -52, r, 200, 340))
		}
		u := svg("M-66,-52 V20 C-66,112 66,112 66,20 V-52 H26 V18 C26,56 -26,56 -26,18 V-52 Z")
		s.fill(across(lighter(s.pal.warm, 0.15), s.pal.warm, darker(s.pal.warm, 0.2)), u)
		s.within(u, func() {
			s.fill(across(0xF4F5F4, 0xC9D0D5), rect(-70, -56, 140, 34))
			s.fill(flat(0xFFFFFF).fade(0.25), svg("M-58,-40 V20 C-58,60 -40,80 -20,88 C-44,70 -48,50 -48,20 V-40 Z"))
		})
		for _, f := range [][3]float64{{-46, -74, 20}, {-34, -90, -10}, {46, -76, -20}, {30, -92, 12}, {0, -100, 80}} {
			s.at(f[0], f[1], 1, func() { s.turned(f[2], func() { s.fill(flat(0x6C7782), slab(-2, -8, 4, 16, 2)) }) })
		}
	})
}

func (s *stage) bulbShape(on bool) {
	if on {
		s.fill(glow(0xFFE08A, 0.85), circ(0, -26, 118))
	}
	glass := svg("M0,-92 C42,-92 64,-60 62,-28 C60,0 34,14 30,46 H-30 C-34,14 -60,0 -62,-28 C-64,-60 -42,-92 0,-92 Z")
	s.fill(paint{kind: paintBall, x0: 0.42, y0: 0.36, x1: 0.7, alpha: 0.95, own: on, stops: evenly([]ink{0xFFFBE6, 0xFFE9A0, 0xF6C658})}, glass)
	s.pen(flat(0xC9852E), 4, svg("M-12,44 L-20,-10 L-8,-26 L0,-8 L8,-26 L20,-10 L12,44"))
	s.fill(across(0xC9D0D6, 0x8A96A2), slab(-28, 46, 56, 40, 6))
	for i := range 3 {
		s.fill(flat(0x6E7A86), slab(-31, 52+11*float64(i), 62, 5, 2))
	}
	s.fill(flat(0x4C5661), svg("M-16,86 H16 L8,100 H-8 Z"))
	s.fill(flat(0xFFFFFF).fade(0.7), svg("M-44,-34 C-44,-58 -28,-72 -14,-76 C-26,-62 -34,-50 -34,-30 C-36,-22 -44,-24 -44,-34 Z"))
}

func (s *stage) bulb() {
	for a := range 7 {
		s.at(0, -26, 1, func() {
			s.turned(-180+30*float64(a), func() { s.pen(flat(0xF3BE52).lit().fade(0.9), 6, open(84, 0, 106, 0)) })
		})
	}
	s.bulbShape(true)
}

// battery lies on its side.
func (s *stage) battery() {
	s.at(0, 44, 1, func() {
		s.fill(down(0x5D6873, 0x343D47), slab(-86, -46, 162, 96, 12))
		s.fill(down(lighter(s.pal.bright, 0.25), s.pal.bright, darker(s.pal.bright, 0.2)), slab(-86, -46, 96, 96, 12))
		s.fill(down(0xD6DBE0, 0x98A3AD), slab(76, -22, 18, 48, 5))
		s.pen(flat(0xFFFDF6), 8, open(-58, 2, -26, 2), open(34, 2, 60, 2), open(47, -11, 47, 15))
		s.fill(flat(0xFFFFFF).fade(0.2), slab(-80, -40, 150, 18, 8))
	})
}

func (s *stage) circuit() {
	s.pen(flat(s.pal.warm), 6, svg("M-60,60 H-92 V-30 C-92,-50 -60,-50 -28,-50"))
	s.pen(flat(s.pal.cool), 6, svg("M60,60 H92 V-30 C92,-50 60,-50 28,-50"))
	s.at(0, -50, 0.62, func() { s.bulbShape(true) })
	s.at(0, 36, 0.68, func() { s.battery() })
	s.fill(flat(0x4C5661), circ(92, 10, 7), circ(92, -20, 7))
	s.pen(flat(0xC9852E), 5, open(92, 10, 92, -20))
}

func (s *stage) thermometer() {
	s.fill(flat(0xFFFFFF), slab(-22, -98, 44, 150, 22), circ(0, 62, 38))
	s.pen(flat(0xC7D2D8), 4, svg("M-22,40 V-76 C-22,-106 22,-106 22,-76 V40"))
	s.fill(ball(lighter(s.pal.warm, 0.4), s.pal.warm, darker(s.pal.warm, 0.2)), circ(0, 62, 28))
	s.fill(flat(s.pal.warm), slab(-8, -46, 16, 100, 8))
	for i := range 7 {
		s.pen(flat(0x6C7A86), 3, open(26, -78+17*float64(i), 40-6*float64(i%2), -78+17*float64(i)))
	}
	s.fill(flat(0xFFFFFF).fade(0.7), circ(-9, 53, 7))
}

func (s *stage) prism() {
	s.pen(flat(0xFFFDF2).lit(), 7, open(-120, 44, -24, 6))
	for i, c := range []ink{0xD9695C, 0xE99A4E, 0xF3CF62, 0x7FB56E, 0x5B9CC4, 0x7A75B8} {
		y := float64(i)
		s.fill(flat(c).lit().fade(0.9), poly(22, -8+4*y, 120, 2+13*y, 120, 15+13*y, 22, -4+4*y))
	}
	s.fill(slant(0xFFFFFF, 0xCFE3EC, 0x9DC0D2).fade(0.88), poly(0, -80, 78, 62, -78, 62))
	s.fill(flat(0xFFFFFF).fade(0.5), poly(0, -80, 14, -55, -56, 62, -78, 62))
	s.pen(flat(0x8FB0C2), 3, poly(0, -80, 78, 62, -78, 62))
}

func (s *stage) gear(x, y, r float64, teeth int, c ink, turn float64) {
	s.at(x, y, 1, func() {
		var p path
		n := float64(teeth)
		for i := range teeth {
			a := turn + 360*float64(i)/n
			w := 360 / n
			for j, q := range []pt{polar(r, a-w*0.30), polar(r*1.2, a-w*0.18), polar(r*1.2, a+w*0.18), polar(r, a+w*0.30)} {
				if i+j == 0 {
					p.move(q)
				} else {
					p.line(q)
				}
			}
		}
		p.close()
		s.fill(slant(lighter(c, 0.3), c, darker(c, 0.25)), p)
		s.fill(flat(darker(c, 0.2)), circ(0, 0, r*0.62))
		s.fill(slant(lighter(c, 0.2), c), circ(0, 0, r*0.54))
		s.fill(flat(0x4A4440), circ(0, 0, r*0.2))
	})
}

func (s *stage) gears() {
	s.gear(-30, 20, 52, 12, s.pal.cool, 0)
	s.gear(52, -36, 36, 9, s.pal.bright, 13)
	s.gear(50, 56, 26, 8, s.pal.warm, 4)
}

func (s *stage) lever() {
	s.fill(down(0x8C7B6C, 0x64574D), poly(0, 40, 34, 100, -34, 100))
	s.turned(-9, func() {
		s.fill(down(0xD9AF78, 0xA97F50), slab(-100, 26, 200, 13, 5))
		s.fill(slant(lighter(s.pal.cool, 0.2), s.pal.cool, darker(s.pal.cool, 0.2)), slab(50, -14, 42, 40, 5))
		s.fill(ball(lighter(s.pal.warm, 0.4), s.pal.warm, darker(s.pal.warm, 0.25)), circ(-74, 2, 24))
	})
}

func (s *stage) soundWave() {
	var top, mid []pt
	for i := range 61 {
		x := -110 + 3.67*float64(i)
		env := 62 * math.Exp(-x*x/3600)
		top, mid = append(top, pt{x, bend(x, 40, env, 0)}), append(mid, pt{x, bend(x, 62, env*0.6, 1)})
	}
	s.pen(flat(s.pal.bright).fade(0.7), 5, flow(mid...))
	s.pen(flat(s.pal.cool), 8, flow(top...))
	for i, x := range []float64{-96, 96} {
		for r := range 2 {
			from := 120.0 + 180*float64(i)
			s.pen(flat(s.pal.warm).fade(0.8-0.3*float64(r)), 5, arc(x*0.9, 0, 22+16*float64(r), from, from+120))
		}
	}
}

func (s *stage) rocket() {
	s.turned(24, func() {
		s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFE9A8, 0xF6993F, 0xD9552E})}, svg("M-20,60 C-26,86 -10,100 0,126 C10,100 26,86 20,60 Z"))
		s.fill(slant(s.pal.warm, darker(s.pal.warm, 0.25)), svg("M-30,14 C-60,30 -62,56 -58,78 L-26,58 Z"), svg("M30,14 C60,30 62,56 58,78 L26,58 Z"))
		s.fill(across(0xFFFFFF, 0xEDEBE6, 0xBFC3CA), svg("M0,-104 C34,-76 42,-20 30,60 H-30 C-42,-20 -34,-76 0,-104 Z"))
		s.fill(across(lighter(s.pal.warm, 0.1), s.pal.warm, darker(s.pal.warm, 0.2)), svg("M0,-104 C15,-92 25,-74 31,-54 H-31 C-25,-74 -15,-92 0,-104 Z"))
		s.fill(flat(0x6D7884), circ(0, -16, 21))
		s.fill(ball(0xE3F3F8, 0x8FC3D9, 0x4C86A8), circ(0, -16, 15))
		s.fill(flat(s.pal.cool), slab(-31, 38, 62, 12, 3))
		s.fill(flat(darker(s.pal.warm, 0.1)), slab(-6, 28, 12, 50, 6))
	})
}

func (s *stage) satellite() {
	s.turned(-20, func() {
		for _, x := range []float64{-98, 38} {
			s.fill(slant(0x6F97C8, 0x2F568C), slab(x, -26, 60, 52, 3))
			s.pen(flat(0xC9DAEC).fade(0.8), 2, open(x+20, -26, x+20, 26), open(x+40, -26, x+40, 26), open(x, 0, x+60, 0))
		}
		s.fill(flat(0x9AA4AF), rect(-40, -4, 80, 8))
		s.fill(slant(0xF6DB9A, 0xD9A548, 0xA9772E), slab(-28, -36, 56, 72, 6))
		s.fill(slant(0xFFFFFF, 0xB9C3CC), svg("M-26,52 C-20,76 20,76 26,52 Z"))
		s.pen(flat(0x8A96A2), 3, open(0, 36, 0, 54), open(0, 62, 0, 84))
		s.fill(flat(s.pal.warm), circ(0, 86, 5))
	})
}

func (s *stage) windTurbine() {
	s.fill(across(0xFFFFFF, 0xD3DADF), poly(-7, 100, -4, -36, 4, -36, 7, 100))
	for i := range 3 {
		s.at(0, -38, 1, func() {
			s.turned(120*float64(i)+14, func() { s.fill(across(0xFFFFFF, 0xDDE3E7), svg("M-4,0 C-9,-20 -7,-44 0,-72 C4,-44 5,-20 4,0 Z")) })
		})
	}
	s.fill(ball(0xFFFFFF, 0xB9C3CC), circ(0, -38, 8))
}

func (s *stage) solarPanel() {
	s.fill(flat(0x8A96A2), rect(-6, 30, 12, 70), slab(-40, 94, 80, 8, 4))
	p := poly(-100, 54, -62, -54, 100, -54, 62, 54)
	s.fill(slant(0x7FA9D8, 0x3A6AA6, 0x23487C), p)
	for i := 1; i < 5; i++ {
		x := float64(i) * 32.4
		s.pen(flat(0xDCE9F5).fade(0.8), 2.4, open(-62+x, -54, -100+x, 54))
	}
	for i := 1; i < 3; i++ {
		f := float64(i) / 3
		s.pen(flat(0xDCE9F5).fade(0.8), 2.4, open(-62-38*f, -54+108*f, 100-38*f, -54+108*f))
	}
	s.pen(flat(0xEDF1F4), 5, p)
}

func (s *stage) statesOfMatter() {
	glass := func(x float64) path { return slab(x-30, -62, 60, 124, 8) }
	for i, x := range []float64{-72, 0, 72} {
		s.fill(flat(0xF6FBFB).fade(0.8), glass(x))
		c := []ink{s.pal.cool, s.pal.leaf[1], s.pal.warm}[i]
		for k := range 12 - 3*i {
			var px, py float64
			switch i {
			case 0:
				px, py = x-18+18*float64(k%3), 50-19*float64(k/3)
			case 1:
				px, py = x-18+18*float64(k%3)+s.dice.span(-3, 3), 50-18*float64(k/3)+s.dice.span(-4, 4)
			default:
				px, py = x+s.dice.span(-20, 20), -48+19*float64(k)
			}
			s.fill(ball(lighter(c, 0.5), c, darker(c, 0.25)), circ(px, py, 8.4))
		}
		s.pen(flat(0xB4C4CC), 3, glass(x))
	}
}

func (s *stage) candle() {
	s.fill(across(0xFFFBF0, 0xF0E3CB, 0xCDB996), slab(-26, -20, 52, 112, 5))
	s.fill(flat(0xFFFDF6), svg("M-26,-14 C-26,-26 26,-26 26,-14 V6 C22,16 16,4 12,-4 C6,10 0,26 -6,6 C-12,-6 -20,8 -26,2 Z"))
	s.fill(across(0xC9A24E, 0x8F6B2E), slab(-50, 88, 100, 12, 6))
	s.pen(flat(0x4A3A33), 4, open(0, -24, 0, -38))
	s.fill(glow(0xFFD98A, 0.85), circ(0, -60, 92))
	s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFE08A, 0xFFB84D, 0xF28C3C})}, svg("M0,-100 C14,-76 22,-62 18,-46 C14,-32 -14,-32 -18,-46 C-22,-62 -12,-72 0,-100 Z"))
	s.fill(flat(0xFFF8DC).lit(), svg("M0,-72 C7,-58 10,-50 8,-42 C4,-36 -4,-36 -8,-42 C-10,-50 -6,-58 0,-72 Z"))
}

func (s *stage) recycle() {
	for i := range 3 {
		s.turned(120*float64(i), func() {
			c := []ink{s.pal.leaf[1], s.pal.leaf[0], s.pal.leaf[2]}[i]
			s.arrow(polar(78, -122), polar(112, -90), polar(80, -46), 22, flat(c))
		})
	}
	s.fill(slant(s.pal.leaf[0], s.pal.leaf[1]), svg("M-26,26 C-30,-14 -2,-36 34,-34 C36,4 10,32 -26,26 Z"))
	s.pen(flat(lighter(s.pal.leaf[0], 0.5)), 3, svg("M-30,34 C-14,14 6,-8 24,-24"))
}

func (s *stage) foodChain() {
	s.at(-66, 32, 0.46, func() { s.sprout() })
	s.at(0, -42, 0.5, func() { s.caterpillar() })
	s.at(68, 34, 0.46, func() { s.plan.glyphs.draw(s.canvas, '🐦') })
	a := flat(s.pal.warm)
	s.arrow(pt{-74, -24}, pt{-66, -52}, pt{-52, -58}, 7, a)
	s.arrow(pt{52, -58}, pt{68, -50}, pt{76, -24}, 7, a)
	s.arrow(pt{24, 62}, pt{0, 76}, pt{-22, 62}, 7, a)
}

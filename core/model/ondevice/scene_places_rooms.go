package ondevice

import "math"

func (s *stage) space() {
	deep := []ink{0x0F1730, 0x141C3A, 0x191A3C}[s.plan.variant%3]
	near := mix(deep, mix(s.pal.cool, 0x6B4F8A, 0.4), 0.45)
	s.fill(paint{kind: paintLinear, x1: 300, y1: side, alpha: 1, own: true, stops: evenly([]ink{deep, mix(deep, near, 0.6), near})}, all())
	for i, c := range []ink{0x5B6FC0, 0xA4669A, s.pal.warm} {
		s.fill(glow(c, 0.20), circ(s.dice.span(0, side), s.dice.span(0, side), 330+60*float64(i)))
	}
	for range 120 {
		s.fill(flat(0xFFF8E8).lit().fade(s.dice.span(0.25, 0.95)), circ(s.dice.span(0, side), s.dice.span(0, side), s.dice.span(0.9, 2.8)))
	}
	for range 5 {
		x, y, r := s.dice.span(40, side-40), s.dice.span(40, side-40), s.dice.span(7, 13)
		s.fill(flat(0xFFF4D6).lit().fade(0.9), svgAt(x, y, r, "M0,-1 C.1,-.2 .2,-.1 1,0 C.2,.1 .1,.2 0,1 C-.1,.2 -.2,.1 -1,0 C-.2,-.1 -.1,-.2 0,-1 Z"))
	}
	x, y := s.dice.span(90, 220), s.dice.span(110, 230)
	if s.dice.coin() {
		x = side - x
	}
	s.planet(x, y, s.dice.span(36, 62), s.pal.bright, s.dice.coin())
	s.planet(side-x+s.dice.span(-40, 40), s.dice.span(820, 930), s.dice.span(26, 48), s.pal.cool, false)
}

// planet is a ball lit from the upper left, with bands and perhaps a ring.
func (s *stage) planet(x, y, r float64, c ink, ring bool) {
	ringPath := func(from, to float64) path { return s.ellipseArc(r*1.9, r*0.5, from, to) }
	s.at(x, y, 1, func() {
		s.turned(-18, func() {
			if ring {
				s.pen(flat(lighter(c, 0.4)).lit().fade(0.8), r*0.16, ringPath(180, 360))
			}
			body := circ(0, 0, r)
			s.fill(ball(lighter(c, 0.35), c, darker(c, 0.55)).lit(), body)
			s.within(body, func() {
				for i := -2; i <= 2; i++ {
					s.fill(flat(darker(c, 0.25)).lit().fade(0.22), oval(0, float64(i)*r*0.42, r*1.1, r*0.09))
				}
			})
			if ring {
				s.pen(flat(lighter(c, 0.4)).lit().fade(0.9), r*0.16, ringPath(0, 180))
			}
		})
	})
}

func (s *stage) ellipseArc(rx, ry, from, to float64) path {
	var points []pt
	for i := range 25 {
		sin, cos := math.Sincos((from + (to-from)*float64(i)/24) * math.Pi / 180)
		points = append(points, pt{rx * cos, ry * sin})
	}
	return flow(points...)
}

func (s *stage) skyHigh() {
	s.sky(side)
	s.sunSomewhere(700)
	for i := range 3 {
		s.far(0.4-0.18*float64(i), func() { s.clouds(3, 420+240*float64(i)) })
	}
	s.far(0.35, func() {
		s.fill(flat(s.pal.grass[1]), s.ridge(935, 20, 4))
		s.fill(flat(s.pal.grass[2]), s.ridge(985, 14, 3))
	})
}

func (s *stage) cloudFront() {
	s.cloud(s.dice.span(60, 220), 980, 420)
	s.cloud(s.dice.span(780, 980), 1000, 460)
}

// paper fills the picture with a plain warm ground and a disc of light.
func (s *stage) paper(top, foot, light ink) {
	s.fill(paint{kind: paintLinear, y1: side, alpha: 1, own: true, stops: evenly([]ink{s.tinted(top), s.tinted(foot)})}, all())
	s.fill(flat(s.tinted(light)).lit().fade(0.6), circ(512, 500, 400))
	s.fill(flat(s.tinted(light)).lit().fade(0.65), circ(512, 500, 318))
}

func (s *stage) bodyRoom() {
	pairs := [][3]ink{{0xF6E3D4, 0xEFC9B9, 0xFBF1E6}, {0xE8EBE2, 0xCBDACB, 0xF8F6EA}, {0xE5EBF0, 0xC4D4E0, 0xF6F7F4}, {0xF5E8CE, 0xEACB9C, 0xFCF5E4}}
	p := pairs[(s.plan.variant+int(s.plan.family%4))%len(pairs)]
	s.paper(p[0], p[1], p[2])
	c := darker(p[1], 0.12)
	for range 9 {
		x, y, r := s.dice.span(0, side), s.dice.span(0, side), s.dice.span(8, 26)
		s.fill(flat(c).lit().fade(0.28), circ(x, y, r), circ(x+r*1.7, y+r*0.5, r*0.5))
	}
	s.fill(flat(c).lit().fade(0.35), s.ridge(900, 26, 3))
}

// abstract is calm layered paper, for ideas and for pages whose words name
// nothing to draw.
func (s *stage) abstract() {
	p := s.pal.paper
	if s.plan.hero.draw != nil || s.plan.hero.glyph != 0 {
		s.paper(lighter(p[0], 0.2), mix(p[1], p[0], 0.3), lighter(p[0], 0.6))
		s.fill(flat(s.tinted(p[1])).lit().fade(0.75), s.ridge(858, 18, 3))
		s.fill(flat(s.tinted(mix(p[2], s.pal.cool, 0.12))).lit().fade(0.75), s.ridge(925, 22, 3))
		return
	}
	s.sky(640)
	x, y := 512+s.dice.span(-130, 130), s.dice.span(330, 420)
	r := s.dice.span(96, 138)
	s.fill(glow(s.light.sun, 0.6), circ(x, y, r*2.6))
	s.fill(flat(s.light.sun).lit(), circ(x, y, r))
	s.fill(flat(lighter(s.light.sun, 0.4)).lit().fade(0.5), circ(x, y, r*0.7))
	s.clouds(2, 560)
	layers := []ink{mix(s.pal.cool, p[0], 0.55), mix(s.pal.cool, p[1], 0.35), s.pal.grass[1], s.pal.grass[2], s.pal.leaf[2]}
	top := s.dice.span(500, 560)
	for i, c := range layers {
		y := top + 92*float64(i)
		s.far(0.42-0.1*float64(i), func() {
			s.fill(down(lighter(c, 0.14), c), s.ridge(y, 44-4*float64(i), 3+i%2))
		})
		s.mistBand(y+70, 90, 0.16)
	}
	s.scatter(4, 830, 900, 250, func(x, y, d float64) { s.roundTree(x, y, 90+60*d) })
	s.birds(3, s.dice.span(250, 640), 250)
}

// wall is a room: a wall and a table's or a floor's edge at y.
func (s *stage) wall(top, foot, board ink, y float64) {
	s.fill(paint{kind: paintLinear, y1: y, alpha: 1, stops: evenly([]ink{top, foot})}, all())
	s.fill(glow(0xFFF6DE, 0.5), circ(512, 430, 520))
	s.fill(down(lighter(board, 0.15), board), rect(0, y, side, 26))
	s.fill(down(board, darker(board, 0.25)), rect(0, y+26, side, side-y))
	for range 7 {
		s.pen(flat(darker(board, 0.3)).fade(0.25), 2, svgAt(s.dice.span(-100, 800), s.dice.span(y+50, side), 1, "M0,0 C80,-5 150,6 260,0"))
	}
}

func (s *stage) shelf(y float64, items func(x float64)) {
	s.fill(down(0xC9A67E, 0xA8845E), slab(60, y, 260, 16, 4), slab(704, y, 260, 16, 4))
	items(60)
	items(704)
}

func (s *stage) books(x, y, w float64) {
	colours := []ink{s.pal.warm, s.pal.cool, s.pal.bright, s.pal.leaf[1], 0xE9DDC8}
	for at := x; at < x+w; {
		bw, bh := s.dice.span(18, 32), s.dice.span(74, 118)
		s.fill(across(lighter(colours[s.dice.below(5)], 0.1), colours[s.dice.below(5)]), slab(at, y-bh, bw, bh, 2))
		at += bw + 2
	}
}

func (s *stage) laboratory() {
	s.wall(mix(0xDCE9EA, s.pal.paper[0], 0.3), 0xC3D8DB, 0xD9D2C6, 752)
	s.shelf(290, func(x float64) {
		for i, c := range []ink{s.pal.warm, s.pal.bright, s.pal.cool, s.pal.leaf[1]} {
			h := s.dice.span(60, 108)
			s.bottle(x+38+62*float64(i), 290, h, c)
		}
	})
	s.shelf(480, func(x float64) { s.books(x+16, 480, 200) })
}

// bottle is a small flask with a coloured liquid.
func (s *stage) bottle(x, y, h float64, c ink) {
	s.at(x, y, h/100, func() {
		glass := svg("M-10,-100 H10 V-60 L30,-8 C32,-2 28,0 24,0 H-24 C-28,0 -32,-2 -30,-8 L-10,-60 Z")
		s.fill(flat(0xF3FAFA).fade(0.7), glass)
		s.within(glass, func() { s.fill(down(lighter(c, 0.2), c), rect(-40, -40, 80, 44)) })
		s.fill(flat(0xB9CBCF), slab(-13, -104, 26, 9, 3))
	})
}

func (s *stage) classroom() {
	s.wall(0xF1E6D2, 0xE6D5B8, 0xC79B6E, 770)
	board := mix(0x3F6656, s.pal.cool, 0.25)
	if s.plan.variant%2 == 0 {
		s.fill(flat(0xB98A5C), slab(150, 130, 724, 470, 10))
		s.fill(slant(lighter(board, 0.1), board), rect(168, 148, 688, 434))
		for _, l := range []string{"M220,210 C300,190 360,230 440,205", "M230,250 H380", "M640,210 L700,300 L780,190", "M230,520 C280,480 330,540 380,500"} {
			s.pen(flat(0xF3F1E6).fade(0.28), 4, svg(l))
		}
	} else {
		s.roomWindow(160, 150, 250, 330)
		s.roomWindow(614, 150, 250, 330)
	}
	s.books(70, 770, 130)
	s.books(830, 770, 140)
}

func (s *stage) roomWindow(x, y, w, h float64) {
	s.fill(flat(0xFBF6EC), slab(x-14, y-14, w+28, h+28, 6))
	s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly(s.light.sky[:])}, rect(x, y, w, h))
	s.within(rect(x, y, w, h), func() {
		s.fill(flat(s.pal.grass[1]), s.ridge(y+h*0.78, 14, 5))
		s.cloud(x+w*0.5, y+h*0.4, w*0.5)
	})
	s.fill(flat(0xFBF6EC), rect(x+w/2-6, y, 12, h), rect(x, y+h/2-6, w, 12))
}

func (s *stage) kitchen() {
	s.wall(0xF6E8D0, 0xEFD6B2, 0xC48F62, 760)
	tile := mix(s.pal.paper[1], s.pal.cool, 0.14)
	for i := range 9 {
		for j := range 3 {
			if (i+j)%2 == 0 {
				s.fill(flat(tile).fade(0.45), slab(float64(i)*118-18, 420+float64(j)*113, 108, 104, 8))
			}
		}
	}
	s.roomWindow(390, 90, 244, 230)
	s.shelf(300, func(x float64) {
		s.fill(down(s.pal.cool, darker(s.pal.cool, 0.2)), slab(x+30, 224, 60, 76, 10))
		s.fill(down(s.pal.bright, darker(s.pal.bright, 0.2)), slab(x+110, 244, 54, 56, 10))
		s.fill(down(s.pal.warm, darker(s.pal.warm, 0.2)), slab(x+184, 230, 52, 70, 20))
	})
}

func (s *stage) home() {
	s.wall(mix(0xEFE3D0, s.pal.paper[0], 0.5), s.pal.paper[1], 0xB98D66, 792)
	s.roomWindow(140, 140, 250, 300)
	s.fill(flat(0xFBF6EC), slab(660, 190, 220, 170, 6))
	s.fill(down(s.pal.water[0], s.pal.grass[1]), rect(676, 206, 188, 138))
	s.fill(flat(s.pal.bright), circ(820, 244, 18))
	s.at(900, 800, 2.2, func() {
		s.fill(across(0x8E6A4C, 0x6E5039), rect(-2, -150, 4, 150), slab(-22, -4, 44, 6, 3))
		s.fill(down(lighter(s.pal.bright, 0.5), s.pal.bright), poly(-18, -190, 18, -190, 32, -146, -32, -146))
	})
	s.fill(flat(mix(s.pal.warm, s.pal.paper[1], 0.4)).fade(0.8), oval(512, 880, 420, 66))
	s.fill(flat(mix(s.pal.warm, s.pal.paper[0], 0.7)).fade(0.8), oval(512, 880, 350, 50))
}

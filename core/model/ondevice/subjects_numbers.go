package ondevice

func numberSubjects() []subject {
	return []subject{
		{key: "shapes", habit: hangs, size: 1.1, draw: (*stage).solidShapes},
		{key: "triangle", habit: hangs, draw: (*stage).triangleShape},
		{key: "circle", habit: hangs, draw: (*stage).circleShape},
		{key: "fraction", habit: hangs, size: 1.05, draw: (*stage).fractionPie},
		{key: "fractionbar", habit: hangs, size: 1.15, draw: (*stage).fractionBars},
		{key: "pizza", habit: thing, draw: (*stage).pizza},
		{key: "abacus", habit: thing, size: 1.1, draw: (*stage).abacus},
		{key: "blocks", habit: thing, draw: (*stage).countingBlocks},
		{key: "graph", habit: hangs, draw: (*stage).barGraph},
		{key: "numberline", habit: hangs, size: 1.3, draw: (*stage).numberLine},
		{key: "ruler", habit: hangs, size: 1.1, draw: (*stage).rulerAndCompass},
		{key: "scale", habit: thing, size: 1.1, draw: (*stage).balance},
		{key: "clock", habit: hangs, draw: (*stage).clock},
		{key: "hourglass", habit: thing, draw: (*stage).hourglass},
		{key: "coins", habit: thing, draw: (*stage).coins},
		{key: "calendar", habit: hangs, draw: (*stage).calendar},
		{key: "dice", habit: thing, draw: (*stage).dicePair},
	}
}

func (s *stage) solidShapes() {
	c, w, b := s.pal.cool, s.pal.warm, s.pal.bright
	s.fill(across(lighter(w, 0.2), w), poly(-40, -96, -86, 4, -40, 18))
	s.fill(across(w, darker(w, 0.3)), poly(-40, -96, -40, 18, 6, 2))
	s.fill(ball(lighter(b, 0.6), b, darker(b, 0.3)), circ(56, -42, 44))
	s.fill(flat(lighter(c, 0.35)), poly(-30, 36, 14, 18, 62, 34, 18, 54))
	s.fill(down(c, darker(c, 0.1)), poly(-30, 36, 18, 54, 18, 104, -30, 84))
	s.fill(down(darker(c, 0.2), darker(c, 0.4)), poly(18, 54, 62, 34, 62, 82, 18, 104))
	l := s.pal.leaf[1]
	s.fill(across(lighter(l, 0.3), l, darker(l, 0.25)), joined(rect(-98, 42, 46, 48), oval(-75, 90, 23, 8)))
	s.fill(flat(lighter(l, 0.45)), oval(-75, 42, 23, 8))
}

func (s *stage) triangleShape() {
	s.fill(slant(lighter(s.pal.cool, 0.4), s.pal.cool), poly(-90, 70, -90, -70, 94, 70))
	s.pen(flat(darker(s.pal.cool, 0.3)), 5, poly(-90, 70, -90, -70, 94, 70))
	s.pen(flat(0xFFFDF6), 5, open(-90, 46, -66, 46, -66, 70))
	s.pen(flat(s.pal.warm), 6, arc(94, 70, 52, 180, 217))
	for _, p := range [][2]float64{{-90, 70}, {-90, -70}, {94, 70}} {
		s.fill(flat(s.pal.warm), circ(p[0], p[1], 8))
	}
}

func (s *stage) circleShape() {
	s.fill(ball(lighter(s.pal.bright, 0.5), s.pal.bright), circ(0, 0, 88))
	s.pen(flat(darker(s.pal.bright, 0.35)), 5, circ(0, 0, 88))
	s.pen(flat(s.pal.cool), 6, open(0, 0, 76, -44))
	s.pen(flat(s.pal.warm), 5, open(-88, 0, 88, 0))
	s.fill(flat(s.pal.cool), circ(0, 0, 8), circ(76, -44, 7))
}

func (s *stage) fractionPie() {
	n := []int{4, 8, 6, 3}[s.plan.variant%4]
	taken := []int{1, 3, 5, 2}[s.plan.variant%4]
	step := 360 / float64(n)
	for i := range n {
		from := -90 + step*float64(i)
		mid := polar(4, from+step/2)
		p := slant(0xFFF8E8, 0xEBDCC2)
		if i < taken {
			mid = polar(14, from+step/2)
			p = slant(lighter(s.pal.warm, 0.25), s.pal.warm)
		}
		s.fill(flat(0x5A4638).fade(0.22), sector(mid.x+4, mid.y+7, 84, from+1, from+step-1))
		s.fill(p, sector(mid.x, mid.y, 84, from+1, from+step-1))
	}
}

func (s *stage) fractionBars() {
	for row, n := range []int{1, 2, 3, 4, 6} {
		c := []ink{s.pal.warm, s.pal.bright, s.pal.leaf[1], s.pal.cool, mix(s.pal.warm, s.pal.cool, 0.5)}[row]
		w := 196 / float64(n)
		for i := range n {
			p := down(lighter(c, 0.25), c)
			if i > 0 && (i+row)%2 == 1 {
				p = down(lighter(c, 0.55), lighter(c, 0.35))
			}
			s.fill(p, slab(-98+w*float64(i)+2, -86+36*float64(row), w-4, 30, 6))
		}
	}
}

func (s *stage) pizza() {
	s.at(0, 6, 1, func() {
		s.fill(flat(0xE9E2D6), oval(0, 4, 100, 96))
		for i := range 8 {
			from := -90 + 45*float64(i)
			o := polar(2, from+22)
			if i == 1 {
				o = polar(26, from+22)
			}
			s.fill(flat(0xC98B4A), sector(o.x, o.y, 88, from+1, from+44))
			s.fill(disc(0xF9DC8E, 0xF3C462), sector(o.x, o.y, 78, from+1.5, from+43.5))
			for _, t := range [][2]float64{{36, 14}, {60, 30}, {58, 11}} {
				p := polar(t[0], from+t[1])
				s.fill(ball(0xE0705A, 0xB5402F), circ(o.x+p.x, o.y+p.y, 8))
			}
			p := polar(44, from+34)
			s.fill(flat(s.pal.leaf[1]), oval(o.x+p.x, o.y+p.y, 6, 3))
		}
	})
}

func (s *stage) abacus() {
	wood := across(0xC79B66, 0x9C7144)
	for row := range 5 {
		y := -62 + 34*float64(row)
		s.pen(flat(0x8A96A2), 4, open(-86, y, 86, y))
		c := []ink{s.pal.warm, s.pal.bright, s.pal.leaf[1], s.pal.cool, mix(s.pal.warm, s.pal.bright, 0.5)}[row]
		left := 2 + (row*3+s.plan.variant)%5
		for i := range 8 {
			x := -74 + 15*float64(i)
			if i >= left {
				x += 44
			}
			s.fill(ball(lighter(c, 0.5), c, darker(c, 0.25)), oval(x, y, 8, 13))
		}
	}
	s.fill(wood, slab(-98, -92, 14, 192, 5), slab(84, -92, 14, 192, 5))
	s.fill(down(0xD3A870, 0xA97D4C), slab(-104, -96, 208, 14, 5), slab(-104, 88, 208, 14, 5))
}

func (s *stage) cube(x, y, w float64, c ink) {
	h := w * 0.5
	s.fill(flat(lighter(c, 0.35)), poly(x, y-w-h*0.5, x+w*0.87, y-w, x, y-w+h*0.5, x-w*0.87, y-w))
	s.fill(down(c, darker(c, 0.08)), poly(x-w*0.87, y-w, x, y-w+h*0.5, x, y+h*0.5, x-w*0.87, y))
	s.fill(down(darker(c, 0.18), darker(c, 0.3)), poly(x+w*0.87, y-w, x, y-w+h*0.5, x, y+h*0.5, x+w*0.87, y))
}

func (s *stage) countingBlocks() {
	w := 38.0
	colours := []ink{s.pal.warm, s.pal.bright, s.pal.cool, s.pal.leaf[1], mix(s.pal.warm, s.pal.cool, 0.5), s.pal.leaf[0]}
	for row := range 3 {
		for i := range 3 - row {
			s.cube((float64(i)-float64(2-row)/2)*w*1.9, 84-float64(row)*w*1.28, w, colours[(row*3+i)%6])
		}
	}
}

func (s *stage) barGraph() {
	s.fill(down(0xFFFEFA, 0xF3EEE4), slab(-100, -88, 200, 178, 12))
	for i := range 4 {
		s.pen(flat(0xDDD6CA), 2, open(-82, -60+36*float64(i), 86, -60+36*float64(i)))
	}
	hs := []float64{52, 88, 70, 124, 104}
	for i, h := range hs {
		c := []ink{s.pal.cool, s.pal.leaf[1], s.pal.bright, s.pal.warm, mix(s.pal.cool, s.pal.leaf[1], 0.5)}[i]
		s.fill(down(lighter(c, 0.2), c), slab(-76+32*float64(i), 70-h, 22, h, 4))
	}
	s.pen(flat(0x5A534A), 4, open(-84, -70, -84, 72, 88, 72))
}

func (s *stage) rulerAndCompass() {
	s.turned(-24, func() {
		s.fill(down(0xF7D98C, 0xE2B452), slab(-108, 20, 216, 42, 5))
		for i := range 21 {
			h := 10.0
			if i%5 == 0 {
				h = 18
			}
			s.pen(flat(0x7A5A2A), 2.4, open(-98+9.8*float64(i), 22, -98+9.8*float64(i), 22+h))
		}
	})
	s.fill(slant(0xCFE3E8, 0x9CC3CF).fade(0.85), join2(poly(-70, 20, 60, -96, 60, 20), poly(28, -6, -12, -6, 28, -42)))
	s.turned(38, func() {
		s.fill(down(lighter(s.pal.bright, 0.2), s.pal.bright), rect(-9, -70, 18, 124))
		s.fill(flat(0xF1D9B4), poly(-9, 54, 9, 54, 0, 82))
		s.fill(flat(0x3A3433), poly(-3, 73, 3, 73, 0, 82))
		s.fill(flat(s.pal.warm), slab(-9, -90, 18, 18, 5))
		s.fill(flat(0xB9C3CC), rect(-9, -74, 18, 10))
	})
}

// join2 cuts the second shape, drawn the other way round, out of the first.
func join2(outer, hole path) path { return joined(outer, hole) }

func (s *stage) balance() {
	g := across(0xE8C981, 0xC29645, 0x96702C)
	s.fill(g, slab(-6, -80, 12, 170, 4), slab(-52, 86, 104, 14, 6))
	s.fill(ball(0xF3DDA2, 0xB98F3E), circ(0, -84, 13))
	tilt := []float64{0, 7, -7}[s.plan.variant%3]
	s.at(0, -70, 1, func() {
		s.turned(tilt, func() { s.fill(down(0xE8C981, 0xB98F3E), slab(-90, -5, 180, 10, 5)) })
	})
	for i, x := range []float64{-84, 84} {
		y := -70 + tilt*1.45*(2*float64(i)-1)
		s.pen(flat(0x8F6B2E), 2.6, open(x, y, x-30, y+66), open(x, y, x+30, y+66))
		s.fill(down(0xE8C981, 0xA97F34), svgAt(x, y+64, 1, "M-40,0 H40 C34,28 -34,28 -40,0 Z"))
		c := []ink{s.pal.warm, s.pal.cool}[i]
		s.fill(ball(lighter(c, 0.5), c, darker(c, 0.25)), circ(x-10, y+54, 13), circ(x+12, y+56, 10))
	}
}

func (s *stage) clock() {
	s.fill(ball(lighter(s.pal.cool, 0.3), s.pal.cool, darker(s.pal.cool, 0.3)), circ(0, 0, 96))
	s.fill(disc(0xFFFEFA, 0xFBF5E9, 0xEFE4D0), circ(0, 0, 80))
	for i := range 12 {
		p, q := polar(70, 30*float64(i)), polar(62-6*float64(boolInt(i%3 == 0)), 30*float64(i))
		s.pen(flat(0x4A4440), 4, open(p.x, p.y, q.x, q.y))
	}
	a := float64(s.dice.below(12)) * 30
	h, m := polar(38, a-90+15), polar(58, 90)
	s.pen(flat(0x3A3433), 9, open(0, 0, h.x, h.y))
	s.pen(flat(0x3A3433), 6, open(0, 0, m.x, m.y))
	s.fill(flat(s.pal.warm), circ(0, 0, 8))
}

func (s *stage) hourglass() {
	glass := svg("M-48,-80 C-48,-30 -8,-20 -8,0 C-8,20 -48,30 -48,80 H48 C48,30 8,20 8,0 C8,-20 48,-30 48,-80 Z")
	s.fill(flat(0xF2FAFB).fade(0.8), glass)
	s.within(glass, func() {
		s.fill(down(0xF1CE83, 0xDFAE55), rect(-60, -50, 120, 48), svg("M-60,84 C-30,40 30,40 60,84 Z"), rect(-2, -4, 4, 70))
	})
	s.pen(flat(0xBFD0D6), 4, glass)
	s.fill(down(0xC08F5C, 0x8C6238), slab(-64, -98, 128, 20, 6), slab(-64, 80, 128, 20, 6))
}

func (s *stage) coins() {
	for _, c := range [][3]float64{{-50, 88, 5}, {34, 90, 8}, {-6, 94, 3}} {
		for i := range int(c[2]) {
			y := c[1] - 13*float64(i)
			s.fill(flat(0xA87B2C), joined(oval(c[0], y+6, 36, 12)))
			s.fill(slant(0xFBE3A0, 0xE9B94E), oval(c[0], y, 36, 12))
			s.pen(flat(0xB98A36), 2, s.ringAt(c[0], y, 26, 8))
		}
	}
}

func (s *stage) calendar() {
	s.fill(flat(0x4A3F38).fade(0.2), slab(-84, -74, 178, 172, 12))
	s.fill(down(0xFFFEFA, 0xF3EEE4), slab(-90, -82, 180, 172, 12))
	s.fill(down(lighter(s.pal.warm, 0.1), s.pal.warm), slab(-90, -82, 180, 44, 12), rect(-90, -56, 180, 18))
	for i := range 2 {
		s.fill(flat(0x6D7884), slab(-54+96*float64(i), -98, 12, 32, 6))
	}
	for r := range 4 {
		for c := range 6 {
			p := flat(0xDDD3C4)
			if r*6+c == 8+s.plan.variant {
				p = flat(s.pal.cool)
			}
			s.fill(p, slab(-76+26*float64(c), -22+27*float64(r), 18, 18, 4))
		}
	}
}

func (s *stage) dicePair() {
	s.cube(-40, 84, 58, 0xF4EEE2)
	for _, p := range [][2]float64{{-66, 44}, {-66, 72}, {-20, 46}, {-14, 74}, {-20, 98}} {
		s.fill(flat(s.pal.warm), circ(p[0], p[1], 6))
	}
	s.fill(flat(s.pal.warm), oval(-40, 26, 9, 5))
	s.cube(52, 92, 42, mix(s.pal.cool, 0xFFFFFF, 0.2))
	s.fill(flat(0xFFFDF6), circ(34, 72, 5), circ(70, 70, 5), oval(52, 50, 6, 4))
}

// numberLine runs from 0 to 5, with leaps of one.
func (s *stage) numberLine() {
	digits := []string{
		"M0,-7 C-7,-7 -7,7 0,7 C7,7 7,-7 0,-7 Z", "M-3,-4 L1,-7 V7", "M-5,-3 C-5,-9 5,-9 5,-3 C5,1 -5,4 -5,7 H5",
		"M-5,-6 C-1,-9 5,-7 4,-3 C4,-1 1,0 -1,0 C2,0 5,1 5,3.5 C5,8 -2,8.5 -5,5.5", "M3,7 V-7 L-6,3 H6", "M5,-7 H-4 L-5,-1 C0,-3 5,-2 5,3 C5,8 -2,8 -5,5.5",
	}
	s.pen(flat(0x4A4440), 5, open(-100, 20, 100, 20))
	s.fill(flat(0x4A4440), poly(100, 11, 114, 20, 100, 29))
	for i, d := range digits {
		x := -84 + 33*float64(i)
		c := []ink{s.pal.warm, s.pal.bright, s.pal.leaf[1], s.pal.cool, mix(s.pal.warm, s.pal.cool, 0.5), s.pal.leaf[2]}[i]
		s.pen(flat(0x4A4440), 4, open(x, 12, x, 28))
		s.fill(ball(lighter(c, 0.4), c), circ(x, 20, 8))
		s.pen(flat(0x3A3433), 3.4, svgAt(x, 52, 1.3, d))
		if i > 0 {
			s.arrow(pt{x - 31, 6}, pt{x - 17, -34}, pt{x - 3, 4}, 4, flat(c))
		}
	}
}

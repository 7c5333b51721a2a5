package ondevice

func thingSubjects() []subject {
	return []subject{
		{key: "globe", habit: thing, draw: (*stage).deskGlobe},
		{key: "map", habit: hangs, size: 1.15, draw: (*stage).treasureMap},
		{key: "book", habit: thing, size: 1.05, foot: 70, draw: (*stage).openBook},
		{key: "scroll", habit: hangs, draw: (*stage).scroll},
		{key: "crown", habit: thing, size: 0.9, foot: 62, draw: (*stage).crownJewel},
		{key: "flag", habit: stands, aside: -80, draw: func(s *stage) { s.flag([]ink{s.pal.warm, 0xFBF6EA, s.pal.cool}) }},
		{key: "tricolour", habit: stands, aside: -80, draw: func(s *stage) { s.flag([]ink{0x3F6294, 0xFBF6EA, 0xBE4B47}) }},
		{key: "vase", habit: thing, draw: (*stage).vase},
		{key: "wheel", habit: stands, draw: (*stage).cartWheel},
		{key: "compass", habit: hangs, draw: (*stage).compassRose},
		{key: "well", habit: stands, draw: (*stage).well},
	}
}

func (s *stage) deskGlobe() {
	s.pen(across(0xC9A24E, 0x8F6B2E), 7, arc(0, -14, 88, -70, 130))
	s.fill(across(0xC9A24E, 0x8F6B2E), slab(-7, 66, 14, 26, 3), slab(-46, 88, 92, 13, 6))
	s.at(0, -14, 0.84, func() { s.turned(-14, func() { s.globeEarth() }) })
}

func (s *stage) treasureMap() {
	s.turned(-4, func() {
		s.fill(flat(0x4A3A2E).fade(0.22), svg("M-94,-58 L-34,-68 L34,-54 L102,-66 V72 L34,82 L-34,68 L-94,80 Z"))
		for i, x := range []float64{-100, -34, 32} {
			p := across(0xFAEFD2, 0xEEDDB2)
			if i == 1 {
				p = across(0xE4D0A2, 0xF2E4C0)
			}
			y := []float64{-62, -74, -60}[i]
			y2 := []float64{-74, -60, -72}[i]
			s.fill(p, poly(x, y, x+66, y2, x+66, y2+138, x, y+138))
		}
		s.fill(flat(s.pal.leaf[0]).fade(0.8), svg("M-80,-30 C-50,-50 -20,-30 -22,-4 C-26,20 -60,24 -74,4 C-84,-8 -88,-22 -80,-30 Z"), svg("M10,-36 C40,-48 80,-30 78,4 C70,34 40,22 30,40 C10,44 -4,10 10,-36 Z"))
		s.fill(flat(s.pal.water[0]).fade(0.9), svg("M34,-26 C46,-30 58,-18 54,-6 C44,-2 32,-12 34,-26 Z"))
		s.pen(flat(0xB07A4A), 3.4, svg("M-60,44 C-40,30 -20,52 0,36"), svg("M8,30 C24,18 36,24 50,12"))
		s.pen(flat(s.pal.warm), 6, open(52, 0, 68, 16), open(68, 0, 52, 16))
	})
}

func (s *stage) openBook() {
	s.fill(down(s.pal.cool, darker(s.pal.cool, 0.3)), svg("M-108,-44 L0,-36 L108,-44 V70 L0,72 L-108,70 Z"))
	for _, on := range []bool{false, true} {
		s.flipped(on, func() {
			s.fill(flat(0xDDD0B8), svg("M0,-30 C-30,-52 -70,-54 -100,-48 V62 C-70,56 -30,58 0,68 Z"))
			s.fill(across(0xFFFDF6, 0xFBF5E6, 0xE4D8C2), svg("M0,-34 C-30,-58 -70,-60 -98,-54 V54 C-70,48 -30,50 0,64 Z"))
			for i := range 5 {
				y := -30 + 17*float64(i)
				s.pen(flat(0xC9BCA4), 3, svgAt(0, y, 1, "M-82,-8 C-60,-12 -36,-8 -16,2"))
			}
		})
	}
	s.fill(flat(s.pal.warm), poly(20, -52, 34, -54, 34, 14, 27, 6, 20, 14))
}

func (s *stage) scroll() {
	s.fill(across(0xF6E8C6, 0xFBF2DA, 0xE6D2A4), slab(-66, -78, 132, 158, 2))
	for i := range 7 {
		w := []float64{92, 84, 96, 70, 90, 82, 50}[i]
		s.pen(flat(0xA98A5E).fade(0.8), 3.6, open(-46, -48+15*float64(i), -46+w, -48+15*float64(i)))
	}
	s.fill(down(0xFBF1D6, 0xDCC491, 0xB99C66), slab(-80, -96, 160, 26, 13), slab(-80, 70, 160, 26, 13))
	s.fill(flat(0x8A5F3C), circ(-84, -83, 10), circ(84, -83, 10), circ(-84, 83, 10), circ(84, 83, 10))
	s.fill(ball(lighter(s.pal.warm, 0.2), s.pal.warm, darker(s.pal.warm, 0.3)), circ(38, 48, 15))
	s.fill(flat(s.pal.warm), poly(32, 58, 26, 82, 36, 76, 38, 60), poly(42, 58, 50, 82, 40, 76, 38, 60))
}

func (s *stage) crownJewel() {
	s.fill(across(0xFBE3A0, 0xEDBE52, 0xC48F33), svg("M-84,50 L-92,-44 L-46,2 L0,-70 L46,2 L92,-44 L84,50 Z"))
	s.fill(across(0xF3CE74, 0xC48F33), slab(-84, 42, 168, 20, 6))
	s.fill(ball(0xFFFBE8, 0xEDBE52), circ(-92, -48, 9), circ(0, -74, 10), circ(92, -48, 9))
	s.fill(ball(0xF0A9A0, s.pal.warm), circ(0, 20, 12))
	s.fill(ball(0xBFD6EE, s.pal.cool), circ(-46, 26, 9), circ(46, 26, 9))
}

// flag waves three upright bands.
func (s *stage) flag(bands []ink) {
	s.fill(across(0xB98F62, 0x7C5A3C), slab(-78, -98, 10, 198, 4))
	s.fill(ball(0xF6DB9A, 0xC99A3E), circ(-73, -100, 9))
	w := 164 / float64(len(bands))
	for i, c := range bands {
		x0, x1 := -68+w*float64(i), -68+w*float64(i+1)
		var top, foot []pt
		for k := range 7 {
			x := x0 + (x1-x0)*float64(k)/6
			top = append(top, pt{x, -86 + bend(x, 130, 8, 1.2)})
			foot = append(foot, pt{x, 16 + bend(x, 130, 8, 1.2)})
		}
		p := flow(top...)
		for k := len(foot) - 1; k >= 0; k-- {
			p.line(foot[k])
		}
		p.close()
		s.fill(across(lighter(c, 0.06), c, darker(c, 0.08)), p)
	}
}

func (s *stage) vase() {
	c := mix(s.pal.warm, 0xD98A58, 0.5)
	shape := svg("M-26,-92 H26 C30,-76 16,-66 18,-50 C24,-30 66,-14 62,28 C58,66 34,84 28,100 H-28 C-34,84 -58,66 -62,28 C-66,-14 -24,-30 -18,-50 C-16,-66 -30,-76 -26,-92 Z")
	s.pen(flat(darker(c, 0.15)), 8, svg("M-18,-56 C-58,-60 -64,-20 -48,-6"), svg("M18,-56 C58,-60 64,-20 48,-6"))
	s.fill(across(lighter(c, 0.25), c, darker(c, 0.3)), shape)
	s.within(shape, func() {
		s.fill(flat(0x3A2D2A).fade(0.85), rect(-80, 6, 160, 7), rect(-80, 52, 160, 7), rect(-80, -84, 160, 6))
		for i := -4; i <= 4; i++ {
			s.pen(flat(0x3A2D2A).fade(0.85), 4, svgAt(float64(i)*18, 32, 1, "M-8,8 L-8,-8 L6,-8 L6,4 L0,4"))
		}
	})
}

func (s *stage) cartWheel() {
	s.pen(slant(0xB98A5C, 0x7C5638), 15, circ(0, 10, 80))
	for i := range 10 {
		p := polar(76, 36*float64(i))
		s.pen(flat(0x9C7048), 8, open(0, 10, p.x, p.y+10))
	}
	s.fill(ball(0xC79B66, 0x8A6040), circ(0, 10, 21))
	s.fill(flat(0x4A3A33), circ(0, 10, 7))
}

func (s *stage) compassRose() {
	s.fill(ball(0xF3D58C, 0xD9A548, 0xA9772E), circ(0, 0, 96))
	s.fill(disc(0xFFFEF6, 0xFBF3DF), circ(0, 0, 80))
	for i := range 8 {
		s.turned(45*float64(i), func() {
			l := 66.0
			if i%2 == 1 {
				l = 42
			}
			s.fill(flat(0xC9A86A), poly(0, -l, 9, -12, 0, 0))
			s.fill(flat(0x9C7A44), poly(0, -l, -9, -12, 0, 0))
		})
	}
	s.turned(28, func() {
		s.fill(flat(s.pal.warm), poly(0, -70, 13, 0, -13, 0))
		s.fill(flat(s.pal.cool), poly(0, 70, 13, 0, -13, 0))
	})
	s.fill(flat(0x4A3A33), circ(0, 0, 8))
}

func (s *stage) well() {
	s.pen(flat(0x7C5638), 9, open(-52, 50, -52, -44), open(52, 50, 52, -44))
	s.fill(down(s.pal.warm, darker(s.pal.warm, 0.25)), poly(-88, -38, 0, -92, 88, -38))
	s.pen(flat(0x8A6A48), 6, open(-52, -20, 52, -20))
	s.pen(flat(0xCDBB9A), 3, open(0, -20, 0, 22))
	s.fill(down(0x9C7048, 0x6E4E34), svg("M-14,20 H14 L10,44 H-10 Z"))
	s.fill(flat(0x33414C), oval(0, 42, 68, 16))
	s.fill(across(0xC9C2B6, 0xA39C92, 0x7E786F), svg("M-72,42 C-60,62 60,62 72,42 V90 C60,104 -60,104 -72,90 Z"))
	for i := range 8 {
		s.pen(flat(0x756F67).fade(0.5), 2.4, open(-62+18*float64(i), 58, -62+18*float64(i), 76), open(-54+18*float64(i), 78, -54+18*float64(i), 96))
	}
}

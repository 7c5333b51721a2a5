package ondevice

func lifeSubjects() []subject {
	return []subject{
		{key: "leaf", place: "garden", scenic: (*stage).leafBranch},
		{key: "photosynthesis", place: "garden", scenic: (*stage).photosynthesis},
		{key: "seasons", place: "garden", scenic: (*stage).fourSeasons},
		{key: "lifecycle", habit: hangs, size: 1.25, draw: (*stage).lifeCycle},
		{key: "sprout", habit: stands, size: 0.9, draw: (*stage).sprout},
		{key: "seed", place: "underground", scenic: (*stage).germination},
		{key: "flower", habit: stands, size: 1.05, draw: (*stage).bigFlower},
		{key: "sunflower", habit: stands, size: 1.1, draw: (*stage).sunflower},
		{key: "tree", habit: stands, size: 1.2, draw: func(s *stage) { s.roundTree(0, 100, 200) }},
		{key: "conifer", habit: stands, size: 1.2, draw: func(s *stage) { s.conifer(0, 100, 200) }},
		{key: "palm", habit: stands, size: 1.15, draw: func(s *stage) { s.palm(-8, 100, 195) }},
		{key: "cactus", habit: stands, draw: func(s *stage) { s.cactus(0, 100, 190) }},
		{key: "root", place: "underground", scenic: (*stage).rootTree},
		{key: "wheat", habit: stands, draw: (*stage).wheatSheaf},
		{key: "cell", habit: hangs, size: 1.1, draw: (*stage).animalCell},
		{key: "plantcell", habit: hangs, size: 1.1, draw: (*stage).plantCell},
		{key: "bacteria", habit: hangs, size: 1.05, draw: (*stage).microbes},
		{key: "dna", habit: hangs, draw: (*stage).helix},
	}
}

func (s *stage) bigLeaf() {
	s.at(-92, -74, 0.5, func() {
		s.at(-38, -64, 1, func() {
			l := s.pal.leaf
			s.fill(across(l[0], l[1], l[2]), svg("M32,244 C36,150 120,66 306,84 C312,190 220,276 90,246 C70,252 52,266 40,284 L28,278 C32,264 32,254 32,244 Z"))
			s.fill(flat(l[2]).fade(0.3), svg("M34,280 C80,212 150,160 306,84 C312,190 220,276 90,246 C70,252 52,266 40,284 Z"))
			vein := flat(lighter(l[0], 0.5))
			s.pen(vein, 6, svg("M34,280 C80,212 150,160 270,108"))
			for _, v := range []string{"M90,216 Q89,184 88,160", "M130,182 Q131,147 132,120", "M180,150 Q185,120 190,98", "M112,200 Q144,209 176,226", "M156,164 Q193,174 230,192", "M208,134 Q241,139 274,152"} {
				s.pen(vein, 3.6, svg(v))
			}
			for _, d := range [][3]float64{{262, 232, 11}, {292, 206, 7}, {284, 256, 6}} {
				s.fill(ball(0xE6F5F7, 0xA9CFDD, 0x7FB0C4), circ(d[0], d[1], d[2]))
			}
		})
	})
}

func (s *stage) sprout() {
	s.fill(down(0x8A6448, 0x674936), svg("M-96,100 C-90,70 -40,56 0,56 C40,56 90,70 96,100 Z"))
	l := s.pal.leaf
	s.pen(flat(l[1]), 10, svg("M0,64 C-6,30 6,0 0,-34"))
	s.fill(slant(l[0], l[1]), svg("M0,-30 C-10,-78 -56,-96 -92,-84 C-90,-44 -50,-18 0,-30 Z"))
	s.fill(slant(l[0], l[2]), svg("M0,-24 C14,-66 54,-80 86,-66 C80,-30 42,-10 0,-24 Z"))
	s.pen(flat(lighter(l[0], 0.4)).fade(0.8), 3, svg("M-4,-32 C-30,-52 -56,-68 -80,-76 M6,-26 C28,-44 50,-56 76,-60"))
	for _, d := range [][2]float64{{-58, 84}, {-20, 76}, {34, 84}, {64, 90}} {
		s.fill(flat(0x533A2B).fade(0.6), oval(d[0], d[1], 7, 4))
	}
}

func (s *stage) germination() {
	s.sky(420)
	s.sunSomewhere(400)
	s.clouds(2, 380)
	s.far(0.3, func() { s.fill(flat(s.pal.grass[0]), s.ridge(420, 20, 3)) })
	s.fill(flat(s.pal.grass[1]), s.ridge(506, 6, 4))
	for i, c := range []ink{0x7E5A42, 0x6B4B39, 0x593F33} {
		s.fill(flat(c), s.ridge(530+170*float64(i), 10, 4))
	}
	for range 46 {
		s.fill(flat(0xA98463).fade(0.4), oval(s.dice.span(0, side), s.dice.span(570, 1010), s.dice.span(4, 12), s.dice.span(3, 8)))
	}
	l := s.pal.leaf
	for i := range 4 {
		f := float64(i)
		x := 208 + 204*f
		if i > 0 {
			s.pen(flat(0xF0E3C6), 6, svgAt(x, 690, 0.5+0.2*f, "M0,0 C6,40 -10,70 4,120"), svgAt(x, 700, 0.4+0.16*f, "M0,10 C30,30 40,60 50,90"), svgAt(x, 700, 0.4+0.16*f, "M0,20 C-30,40 -40,60 -56,86"))
			rise := 110 + 78*f
			s.pen(flat(l[1]), 9, open(x, 690, x, 690-rise))
			k := 0.5 + 0.24*f
			for n := range i {
				y := 690 - rise + 64*float64(n)
				s.fill(slant(l[0], l[1]), svgAt(x, y, k, "M0,0 C-10,-40 -56,-60 -90,-46 C-84,-8 -44,14 0,0 Z"), svgAt(x, y, k, "M0,0 C10,-40 56,-60 90,-46 C84,-8 44,14 0,0 Z"))
			}
		}
		s.fill(ball(0xF1D9A8, 0xC89A62, 0x94683F), svgAt(x, 690, 1, "M-44,0 C-44,-34 -10,-38 10,-32 C40,-26 52,6 34,26 C12,44 -40,36 -44,0 Z"))
		s.pen(flat(0x7E5836).fade(0.6), 4, svgAt(x, 690, 1, "M-20,-16 C0,-8 8,6 8,22"))
	}
}

func (s *stage) bigFlower() {
	l := s.pal.leaf
	s.pen(flat(l[2]), 9, svg("M0,100 C8,60 -8,20 0,-20"))
	s.fill(slant(l[0], l[1]), svg("M2,70 C20,30 60,20 88,28 C76,62 40,82 2,70 Z"))
	s.fill(slant(l[1], l[2]), svg("M0,86 C-18,50 -56,44 -82,52 C-70,80 -36,98 0,86 Z"))
	for ring, k := range []float64{1, 0.78} {
		for a := range 8 {
			s.at(0, -30, k, func() {
				s.turned(float64(a)*45+22*float64(ring), func() {
					c := s.pal.warm
					s.fill(across(darker(c, 0.08), lighter(c, 0.18+0.14*float64(ring))), svg("M8,0 C24,-26 56,-26 70,0 C56,26 24,26 8,0 Z"))
				})
			})
		}
	}
	s.fill(ball(0xFCE7A4, 0xEDB84E, 0xC98A35), circ(0, -30, 22))
	for a := range 9 {
		p := polar(13, float64(a)*40)
		s.fill(flat(0xB4762E).fade(0.6), circ(p.x, p.y-30, 2.4))
	}
}

func (s *stage) sunflower() {
	l := s.pal.leaf
	s.pen(flat(l[2]), 9, svg("M0,100 C6,60 -6,20 0,-20"))
	s.fill(slant(l[0], l[1]), svg("M2,66 C20,26 60,20 88,30 C76,62 40,80 2,66 Z"), svg("M0,88 C-18,50 -56,44 -82,52 C-70,82 -36,98 0,88 Z"))
	for a := range 18 {
		s.at(0, -34, 1, func() {
			s.turned(float64(a)*20, func() {
				c := ink(0xF2BE45)
				if a%2 == 1 {
					c = 0xE7A834
				}
				s.fill(flat(c), svg("M26,0 C40,-14 58,-10 68,0 C58,10 40,14 26,0 Z"))
			})
		})
	}
	s.fill(ball(0x9A6A3E, 0x6E4728, 0x4C3220), circ(0, -34, 34))
	for i := range 60 {
		p := polar(30*float64(i)/60, float64(i)*137.5)
		s.fill(flat(0xC89B55).fade(0.6), circ(p.x, p.y-34, 1.7))
	}
}

func (s *stage) rootTree() {
	s.sky(520)
	s.sunSomewhere(480)
	s.clouds(2, 400)
	s.far(0.35, func() { s.fill(flat(s.pal.grass[0]), s.ridge(500, 24, 3)) })
	s.fill(flat(s.pal.grass[1]), s.ridge(574, 6, 4))
	for i, c := range []ink{0x7E5A42, 0x6B4B39, 0x593F33} {
		s.fill(flat(c), s.ridge(596+150*float64(i), 10, 4))
	}
	for range 40 {
		s.fill(flat(0xA98463).fade(0.4), oval(s.dice.span(0, side), s.dice.span(640, 1010), s.dice.span(4, 12), s.dice.span(3, 8)))
	}
	for i, r := range []string{"M0,0 C-10,90 20,160 -6,280", "M-10,0 C-60,60 -90,120 -80,230", "M10,0 C60,60 100,110 90,240", "M-16,0 C-110,40 -170,90 -230,170", "M16,0 C110,40 180,80 240,180", "M-14,0 C-120,20 -220,40 -300,70", "M14,0 C120,20 220,30 310,76"} {
		s.pen(flat(0xC9A075), 17-1.6*float64(i), svgAt(512, 590, 1, r))
	}
	s.pen(flat(0xC9A075), 4, svgAt(512, 590, 1, "M-60,130 C-110,170 -120,210 -150,240 M70,130 C120,180 130,210 160,250 M-160,90 C-200,120 -240,120 -280,150 M170,84 C210,110 250,120 290,150"))
	s.roundTree(512, 600, 430)
}

func (s *stage) wheatSheaf() {
	for _, b := range [][2]float64{{-46, -22}, {46, 22}, {-24, -11}, {24, 11}, {0, 0}} {
		s.at(b[0]*0.4, 96, 1, func() {
			s.turned(b[1], func() { s.wheat(0, 0, 190) })
		})
	}
	s.fill(across(0xC65348, 0xA23F38), slab(-36, 20, 72, 17, 8))
}

func (s *stage) animalCell() {
	body := blob(pt{-92, -12}, pt{-66, -70}, pt{-4, -92}, pt{62, -76}, pt{96, -14}, pt{78, 58}, pt{14, 90}, pt{-62, 72})
	s.fill(disc(0xFBEFE6, 0xF3CFC4, 0xE6A9A0), body)
	s.pen(flat(0xC9776E), 6, body)
	for _, m := range [][3]float64{{-52, -36, -30}, {48, 46, 20}, {-40, 52, 30}, {56, -30, -60}} {
		s.at(m[0], m[1], 1, func() {
			s.turned(m[2], func() {
				s.fill(across(0xF2B45E, 0xD98A3E), oval(0, 0, 22, 12))
				s.pen(flat(0xA45F2A), 2.4, svg("M-15,0 C-11,-9 -8,9 -4,0 C0,-9 3,9 7,0 C10,-7 13,5 15,0"))
			})
		})
	}
	s.pen(flat(0x7FA3C0), 5, svg("M-56,6 C-40,-6 -40,24 -26,14"), svg("M24,-64 C36,-52 50,-66 60,-54"))
	for range 12 {
		p := polar(s.dice.span(44, 74), s.dice.span(0, 360))
		s.fill(flat(0x6F9E86).fade(0.9), circ(p.x, p.y, 3.6))
	}
	s.fill(ball(0xB59BD0, 0x8A6DB0, 0x624A8C), circ(4, 0, 34))
	s.fill(ball(0x7C5FA6, 0x54407E), circ(12, 6, 14))
}

func (s *stage) plantCell() {
	s.fill(flat(s.pal.leaf[2]), slab(-98, -84, 196, 168, 26))
	s.fill(disc(0xEAF3D2, 0xCFE3B0, 0xA9CB8A), slab(-88, -74, 176, 148, 20))
	s.fill(ball(0xDDF0F4, 0xA9D3DE, 0x7FB6C8), slab(-30, -48, 96, 96, 36))
	for _, m := range [][3]float64{{-62, -48, 20}, {-64, 10, -50}, {-54, 52, 10}, {10, 60, 0}, {72, 56, 40}, {76, -6, 80}, {70, -58, -30}, {0, -62, 0}} {
		s.at(m[0], m[1], 1, func() {
			s.turned(m[2], func() {
				s.fill(across(s.pal.leaf[0], s.pal.leaf[1]), oval(0, 0, 19, 11))
				s.pen(flat(s.pal.leaf[2]), 2, open(-10, -2, 10, -2), open(-10, 3, 10, 3))
			})
		})
	}
	s.fill(ball(0xC9A8D8, 0x9878B8, 0x6E5490), circ(-48, -18, 23))
	s.fill(flat(0x5C447E), circ(-44, -15, 9))
}

func (s *stage) microbes() {
	for i, m := range [][4]float64{{-40, -44, -24, 1}, {46, -30, 40, 0.9}, {-30, 46, 14, 0.95}, {52, 54, -36, 0.8}} {
		c := []ink{s.pal.leaf[1], s.pal.warm, s.pal.cool, s.pal.bright}[i]
		s.at(m[0], m[1], m[3], func() {
			s.turned(m[2], func() {
				for k := range 7 {
					x := -30 + 10*float64(k)
					s.pen(flat(darker(c, 0.1)).fade(0.8), 2.4, svgAt(x, 0, 1, "M0,-18 C4,-26 -4,-30 2,-36"), svgAt(x, 0, 1, "M0,18 C-4,26 4,30 -2,36"))
				}
				s.fill(down(lighter(c, 0.3), c, darker(c, 0.2)), slab(-44, -22, 88, 44, 22))
				s.fill(flat(lighter(c, 0.6)).fade(0.7), circ(-22, -6, 6), circ(2, 6, 8), circ(24, -5, 5))
			})
		})
	}
}

func (s *stage) helix() {
	for i := range 15 {
		y := -94 + 13.4*float64(i)
		a := bend(y, 130, 46, 0)
		c := []ink{s.pal.warm, s.pal.bright, s.pal.leaf[1], s.pal.cool}[i%4]
		s.pen(flat(c), 6, open(a, y, 0, y))
		s.pen(flat([]ink{s.pal.cool, s.pal.leaf[1], s.pal.bright, s.pal.warm}[i%4]), 6, open(0, y, -a, y))
	}
	var l, r []pt
	for i := range 41 {
		y := -100 + 5*float64(i)
		a := bend(y, 130, 48, 0)
		l, r = append(l, pt{a, y}), append(r, pt{-a, y})
	}
	s.pen(flat(mix(s.pal.cool, 0x2D3F66, 0.3)), 10, flow(l...))
	s.pen(flat(mix(s.pal.warm, 0x8A3A3A, 0.2)), 10, flow(r...))
}

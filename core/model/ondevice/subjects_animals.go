package ondevice

func animalSubjects() []subject {
	return []subject{
		{key: "bee", habit: flies, size: 0.9, draw: (*stage).bee},
		{key: "hive", place: "garden", scenic: (*stage).honeycomb},
		{key: "butterfly", habit: flies, draw: (*stage).butterfly},
		{key: "whale", habit: swims, size: 1.25, draw: (*stage).whale},
		{key: "fish", habit: swims, draw: (*stage).fish},
		{key: "shark", habit: swims, size: 1.2, draw: (*stage).shark},
		{key: "jellyfish", habit: swims, draw: (*stage).jellyfish},
		{key: "seal", habit: stands, draw: (*stage).seal},
		{key: "penguin", habit: stands, size: 0.95, draw: (*stage).penguin},
		{key: "polarbear", habit: stands, size: 1.1, draw: (*stage).polarBear},
		{key: "dinosaur", habit: stands, size: 1.2, draw: (*stage).dinosaur},
		{key: "caterpillar", habit: stands, size: 0.9, foot: 46, draw: (*stage).caterpillar},
		{key: "egg", habit: stands, size: 0.8, draw: (*stage).nest},
	}
}

func (s *stage) bee() {
	s.at(16, 10, 0.86, func() {
		s.turned(-12, func() {
			wing := paint{kind: paintBox, y1: 1, alpha: 0.9, stops: evenly([]ink{0xFFFFFB, 0xE3EDF0})}
			s.at(-14, -46, 1, func() { s.turned(-28, func() { s.fill(wing, oval(0, 0, 24, 44)) }) })
			s.at(28, -48, 1, func() { s.turned(16, func() { s.fill(wing, oval(0, 0, 22, 42)) }) })
			body := oval(0, 6, 78, 48)
			s.fill(down(0xF7C65A, 0xF0B53F, 0xD9952C), body)
			s.within(body, func() {
				for _, x := range []float64{-24, 34} {
					s.fill(down(0x4A3A33, 0x2E2420), svgAt(x, 0, 1, "M-14,-60 C0,-20 0,30 -14,70 L16,70 C30,30 30,-20 16,-60 Z"))
				}
				s.fill(flat(0xFFFFFF).fade(0.18), oval(-6, -22, 60, 14))
			})
			s.fill(ball(0x5C4A42, 0x3A2D28, 0x2A201D), circ(-72, 2, 32))
			s.fill(flat(0xFFFDF4), circ(-84, -6, 8.5))
			s.fill(flat(0x211A18), circ(-86, -6, 4.4))
			s.fill(flat(0xF2B9A0).fade(0.8), oval(-72, 12, 7, 4))
			s.pen(flat(0x3A2D28), 4, svg("M-86,-26 C-96,-44 -106,-48 -116,-46"), svg("M-72,-30 C-76,-50 -84,-58 -94,-60"))
			s.pen(flat(0x3A2D28), 4, svg("M-30,50 L-38,66"), svg("M0,54 L-4,70"), svg("M28,50 L30,66"))
		})
	})
}

func (s *stage) honeycomb() {
	if !s.plan.cover && s.plan.variant%3 != 0 {
		if s.plan.variant%3 == 1 {
			s.hiveInTree()
		} else {
			s.honeyJar()
		}
		return
	}
	s.fill(flat(0xF7E6B8), all())
	tones := []ink{0xF2C46A, 0xDD9A35, 0xF7D58A, 0xE9B04C}
	r := s.dice.span(84, 100)
	w := r * 1.732
	for row := -1; float64(row)*r*1.5 < side+r; row++ {
		for col := -1; float64(col)*w < side+w; col++ {
			x, y := float64(col)*w+float64(row&1)*w/2, float64(row)*r*1.5
			c := tones[s.dice.below(4)]
			k := r * 0.93
			cell := poly(x, y-k, x+k*0.866, y-k/2, x+k*0.866, y+k/2, x, y+k, x-k*0.866, y+k/2, x-k*0.866, y-k/2)
			s.fill(slant(lighter(c, 0.14), c, darker(c, 0.06)), cell)
			if s.dice.below(5) == 0 {
				s.fill(ball(0xFFE9A6, 0xF0B43E, 0xCF8A2A).fade(0.8), circ(x, y, r*0.5))
				s.fill(flat(0xFFFFFF).fade(0.5), oval(x-r*0.18, y-r*0.22, r*0.1, r*0.07))
			}
		}
	}
	s.fill(glow(0xFFF3D0, 0.5), circ(512, 500, 420))
	s.shadow(530, 690, 420, 0.4)
	s.at(512+s.dice.span(-30, 30), 510+s.dice.span(-20, 20), 2.3, func() { s.flipped(s.plan.flip, func() { s.bee() }) })
	for _, p := range [][2]float64{{200, 220}, {830, 830}} {
		s.at(p[0]+s.dice.span(-40, 40), p[1]+s.dice.span(-40, 40), 0.85, func() { s.flipped(!s.plan.flip, func() { s.bee() }) })
	}
}

// hiveInTree hangs from a branch with its bees about it.
func (s *stage) hiveInTree() {
	s.garden()
	s.at(side/2, 0, 1, func() {
		s.flipped(s.plan.flip, func() {
			s.at(-side/2, 0, 1, func() {
				s.pen(across(0x5F4534, 0x84624A), 46, svg("M-60,190 C160,150 420,150 760,90"))
				s.pen(flat(0x7A5A44), 22, svg("M420,140 C470,100 520,70 600,-20"), svg("M200,160 C240,210 280,230 330,240"))
				for _, p := range [][4]float64{{600, 110, 1.1, 20}, {740, 90, 1.2, -14}, {320, 236, 1, 30}, {180, 150, 1, -60}, {470, 90, 0.9, -70}} {
					s.at(p[0], p[1], p[2], func() {
						s.turned(p[3], func() { s.at(94, -34, 1, func() { s.bigLeaf() }) })
					})
				}
				s.pen(flat(0x8A6A3E), 16, open(512, 140, 512, 220))
				shape := svg("M512,196 C640,200 706,320 712,450 C716,590 640,690 512,694 C384,690 308,590 312,450 C318,320 384,200 512,196 Z")
				s.fill(across(0xF3CE7E, 0xDFA548, 0xB57A30), shape)
				s.within(shape, func() {
					for i := range 6 {
						y := 262 + 78*float64(i)
						s.pen(flat(0x9A6528).fade(0.45), 9, svgAt(512, y, 1, "M-240,0 C-120,44 120,44 240,0"))
						s.pen(flat(0xFFE9B0).fade(0.4), 7, svgAt(512, y+12, 1, "M-240,0 C-120,44 120,44 240,0"))
					}
				})
				s.fill(flat(0x4A3020), oval(512, 566, 46, 40))
			})
		})
	})
	for i, b := range [][3]float64{{262, 420, 0.9}, {790, 330, 0.75}, {720, 640, 1.05}, {330, 690, 0.7}} {
		s.at(b[0]+s.dice.span(-24, 24), b[1]+s.dice.span(-24, 24), b[2], func() { s.flipped(i%2 == 0, func() { s.bee() }) })
	}
	s.flowerFront()
}

// honeyJar stands with its dipper on a table in the garden's light.
func (s *stage) honeyJar() {
	s.wall(mix(0xFBF0D4, s.pal.paper[0], 0.4), 0xF3DDAE, 0xC08A58, 760)
	s.roomWindow(610, 110, 290, 340)
	s.shadow(470, 816, 520, 0.5)
	jar := svg("M310,330 H630 C660,330 686,372 688,420 V740 C688,800 660,816 600,816 H340 C280,816 252,800 252,740 V420 C254,372 280,330 310,330 Z")
	s.fill(flat(0xFFFFFF).fade(0.5), jar)
	s.within(jar, func() {
		s.fill(across(0xF9CB66, 0xEDA936, 0xC77F22), rect(240, 420, 460, 420))
		s.fill(flat(0xFFE3A0), oval(470, 422, 216, 20))
	})
	s.pen(flat(0xFFFFFF).fade(0.85), 7, jar)
	s.fill(flat(0xFFFDF2), slab(336, 540, 268, 170, 16))
	s.at(470, 626, 0.6, func() { s.bee() })
	s.fill(down(lighter(s.pal.warm, 0.15), s.pal.warm, darker(s.pal.warm, 0.15)), slab(286, 276, 368, 70, 16))
	s.fill(flat(0xFFFFFF).fade(0.5), svg("M276,430 H300 V730 H288 C280,730 276,720 276,700 Z"))
	s.at(800, 720, 1, func() {
		s.turned(28, func() {
			s.fill(across(0xC99B63, 0x94683E), slab(-12, -240, 24, 250, 10))
			for i := range 4 {
				s.fill(down(0xE0B479, 0xA67845), slab(-44+4*float64(i%2), 4+24*float64(i), 88-8*float64(i%2), 18, 9))
			}
		})
	})
	s.at(250, 210, 0.8, func() { s.flipped(true, func() { s.bee() }) })
}

func (s *stage) butterfly() {
	c, d := s.pal.warm, s.pal.bright
	for _, side := range []bool{false, true} {
		s.flipped(side, func() {
			s.fill(slant(lighter(d, 0.2), c), svg("M4,-6 C20,-60 60,-96 92,-84 C104,-50 76,-6 6,8 Z"))
			s.fill(slant(c, darker(c, 0.25)), svg("M4,4 C40,2 76,22 76,58 C58,84 18,62 4,20 Z"))
			s.fill(flat(lighter(d, 0.35)).fade(0.85), svg("M24,-20 C36,-48 58,-68 76,-66 C80,-44 60,-22 24,-10 Z"))
			s.fill(flat(0xFFF6E2).fade(0.9), circ(50, 40, 9), circ(82, -74, 5), circ(66, 58, 5))
			s.pen(flat(0x3A2D33), 3.4, svg("M2,-34 C8,-56 18,-64 28,-66"))
		})
	}
	s.fill(down(0x5A4650, 0x33262E), slab(-5.5, -38, 11, 84, 6))
	s.fill(flat(0x3A2D33), circ(0, -38, 8))
}

func (s *stage) whale() {
	s.at(-132, -78, 0.5, func() {
		s.fill(down(0x36698A, 0x24506A, 0x1D435B), svg("M70,150 C80,104 150,88 220,96 C300,104 340,140 392,146 C414,134 420,112 440,100 C446,118 444,138 434,152 C446,160 456,176 456,194 C436,190 418,178 402,166 C350,190 300,214 230,212 C150,210 72,198 70,150 Z"))
		s.fill(down(0xDCE9EA, 0xB9D0D6), svg("M72,158 C110,168 180,172 238,170 C300,170 350,166 392,150 C396,156 400,162 402,166 C350,190 300,214 230,212 C150,210 78,200 72,158 Z"))
		for i := range 5 {
			y := 172 + 7*float64(i)
			s.pen(flat(0x9DBCC4), 2, svgAt(0, y-172, 1, "M90,172 C130,180 180,182 226,178"))
		}
		s.fill(slant(0x2A5C7A, 0x163850), svg("M210,176 C220,206 250,234 286,240 C284,212 262,186 240,172 Z"))
		s.fill(flat(0x0F2636), circ(118, 146, 5))
		s.fill(flat(0xFFFFFF), circ(116.6, 144.4, 1.6))
		s.fill(flat(0xFFFFFF).fade(0.12), svg("M96,126 C130,102 220,98 290,118 C220,112 140,116 96,126 Z"))
	})
}

func (s *stage) fish() {
	c, d := s.pal.bright, s.pal.warm
	s.fill(slant(lighter(d, 0.1), d), svg("M56,0 C74,-30 92,-46 100,-48 C92,-16 92,16 100,48 C92,46 74,30 56,0 Z"))
	s.fill(down(d, darker(d, 0.15)), svg("M-24,-44 C0,-84 40,-70 48,-34 Z"), svg("M-10,42 C6,74 34,68 38,36 Z"))
	body := svg("M-98,4 C-76,-46 -10,-66 66,-8 L66,8 C-10,66 -76,50 -98,4 Z")
	s.fill(down(lighter(c, 0.25), c, darker(c, 0.1)), body)
	s.within(body, func() {
		s.fill(flat(0xFFFBEF).fade(0.85), svg("M-44,-70 C-28,-30 -28,30 -44,70 L-22,70 C-6,30 -6,-30 -22,-70 Z"), svg("M18,-70 C30,-30 30,30 18,70 L34,70 C46,30 46,-30 34,-70 Z"))
	})
	s.fill(slant(d, darker(d, 0.15)), svg("M-14,8 C0,-2 24,6 26,30 C6,34 -12,26 -14,8 Z"))
	s.fill(flat(0xFFFFFF), circ(-68, -10, 10))
	s.fill(flat(0x22303A), circ(-70, -10, 5.4))
	s.pen(flat(darker(c, 0.4)), 3, svg("M-96,8 C-88,14 -82,14 -76,12"))
}

func (s *stage) shark() {
	s.fill(down(0x8A9CAB, 0x64798C), svg("M-100,6 C-70,-26 -20,-36 12,-32 L34,-72 C40,-50 44,-36 46,-26 C62,-20 74,-12 80,-6 L104,-40 C100,-16 98,10 104,36 L80,10 C40,30 -50,40 -100,6 Z"))
	s.fill(down(0xE6ECEE, 0xC9D4DA), svg("M-98,8 C-50,22 30,18 78,6 C40,32 -50,40 -98,8 Z"))
	s.fill(slant(0x7A8EA0, 0x52677B), svg("M-16,16 C-14,40 2,60 26,66 C24,44 16,26 8,14 Z"))
	s.pen(flat(0x55697B), 2.4, svg("M-52,-6 C-48,0 -48,8 -52,14"), svg("M-44,-7 C-40,0 -40,8 -44,14"), svg("M-36,-8 C-32,0 -32,8 -36,14"))
	s.fill(flat(0x1C2732), circ(-76, -4, 4))
}

func (s *stage) jellyfish() {
	c := mix(s.pal.warm, 0xE9C4E4, 0.6)
	for i := range 6 {
		x := -50 + 20*float64(i)
		s.pen(paint{kind: paintBox, y1: 1, alpha: 0.8, stops: []stop{{0, c, 1}, {1, c, 0.2}}}, 6, svgAt(x, 0, 1, "M0,-10 C-14,20 14,40 0,66 C-10,84 8,92 2,104"))
	}
	s.fill(glow(0xFFFFFF, 0.3), circ(0, -40, 110))
	s.fill(ball(lighter(c, 0.6), c, darker(c, 0.2)).fade(0.94), svg("M-74,-6 C-80,-70 -40,-98 0,-98 C40,-98 80,-70 74,-6 C60,8 50,-6 37,2 C24,10 12,-4 0,4 C-12,-4 -24,10 -37,2 C-50,-6 -60,8 -74,-6 Z"))
	s.fill(flat(0xFFFFFF).fade(0.4), oval(-26, -66, 22, 12))
}

func (s *stage) seal() {
	s.fill(down(0x8796A3, 0x64727F), svg("M-92,92 C-100,40 -84,-10 -56,-30 C-62,-62 -30,-82 -4,-70 C18,-62 22,-36 12,-14 C40,10 70,50 84,84 C92,80 104,80 108,92 C100,104 60,102 0,101 C-40,102 -80,104 -92,92 Z"))
	s.fill(flat(0xD6DDE1).fade(0.85), svg("M-66,96 C-74,50 -58,4 -34,-8 C-8,6 -4,60 -16,98 Z"))
	s.fill(slant(0x6F7E8B, 0x505E6B), svg("M-20,60 C-4,74 16,96 30,100 C10,106 -16,104 -26,92 Z"))
	s.fill(flat(0x232C34), circ(-40, -46, 5), circ(-12, -48, 5), oval(-28, -36, 7, 5))
	s.pen(flat(0x3C4852), 1.8, svg("M-40,-30 L-64,-34"), svg("M-40,-26 L-62,-20"), svg("M-16,-30 L8,-34"), svg("M-16,-26 L6,-20"))
}

func (s *stage) penguin() {
	s.fill(flat(0xE9973A), oval(-24, 96, 24, 8), oval(24, 96, 24, 8))
	s.fill(slant(0x36434F, 0x222C37), svg("M-56,-10 C-86,10 -92,50 -82,66 C-66,56 -56,40 -52,20 Z"), svg("M56,-10 C86,10 92,50 82,66 C66,56 56,40 52,20 Z"))
	s.fill(across(0x3E4C59, 0x26313C), svg("M0,-98 C40,-98 48,-60 50,-34 C66,10 68,90 0,96 C-68,90 -66,10 -50,-34 C-48,-60 -40,-98 0,-98 Z"))
	s.fill(down(0xFFFDF6, 0xE3E9EB), svg("M0,-26 C32,-24 46,16 44,50 C42,84 20,94 0,94 C-20,94 -42,84 -44,50 C-46,16 -32,-24 0,-26 Z"))
	s.fill(down(0xFFFDF6, 0xF2EFE2), svg("M0,-46 C-6,-66 -34,-72 -36,-48 C-38,-26 -16,-20 0,-22 C16,-20 38,-26 36,-48 C34,-72 6,-66 0,-46 Z"))
	s.fill(flat(0x1E262E), circ(-18, -50, 5), circ(18, -50, 5))
	s.fill(down(0xF4B452, 0xE08A2C), svg("M-12,-42 C-4,-48 4,-48 12,-42 C6,-32 -6,-32 -12,-42 Z"))
}

func (s *stage) polarBear() {
	far, near := darker(0xE6E8E6, 0.1), down(0xFDFCF7, 0xDDE3E6)
	s.fill(flat(far), slab(-40, 30, 26, 70, 10), slab(48, 30, 28, 70, 10))
	s.fill(near, svg("M-66,96 C-70,70 -66,40 -60,26 C-80,22 -100,6 -100,-6 C-98,-18 -86,-22 -80,-34 C-82,-48 -70,-54 -62,-44 C-40,-48 -30,-40 -20,-34 C10,-50 60,-50 84,-20 C98,0 92,40 92,96 C92,102 62,102 62,96 L58,50 C30,60 -6,58 -32,52 L-36,96 C-36,102 -66,102 -66,96 Z"))
	s.fill(flat(0x2A3036), oval(-98, -8, 6, 4.5), circ(-76, -18, 3.6))
	s.fill(flat(0xC9D0D4), circ(-66, -42, 4))
	s.pen(flat(0xC3CCD1), 3, svg("M-30,-14 C-34,4 -34,20 -30,34"), svg("M50,4 C60,20 60,40 56,52"))
}

func (s *stage) dinosaur() {
	c := mix(s.pal.leaf[1], 0x6E9A8A, 0.4)
	s.fill(flat(darker(c, 0.25)), slab(-26, 40, 22, 60, 9), slab(38, 40, 22, 60, 9))
	s.fill(down(lighter(c, 0.22), c, darker(c, 0.12)), svg("M-100,-70 C-100,-86 -84,-92 -66,-90 C-46,-88 -36,-70 -38,-48 C-40,-20 -28,-6 -6,-14 C20,-26 56,-18 74,10 C84,26 96,50 108,72 C88,66 74,56 64,48 L62,92 C62,102 34,102 34,92 L30,56 C14,60 -6,60 -18,56 L-22,92 C-22,102 -50,102 -50,92 L-50,40 C-66,20 -66,-20 -66,-48 C-66,-56 -72,-56 -82,-58 C-94,-60 -100,-64 -100,-70 Z"))
	s.fill(flat(lighter(c, 0.5)).fade(0.75), svg("M-50,40 C-62,20 -62,-10 -60,-34 C-50,0 -36,30 30,56 C14,60 -6,60 -18,56 C-36,54 -46,48 -50,40 Z"))
	for _, p := range [][3]float64{{-30, 0, 7}, {2, 2, 9}, {30, 4, 8}, {54, 22, 7}, {-46, -40, 5}, {16, 24, 6}} {
		s.fill(flat(darker(c, 0.2)).fade(0.55), circ(p[0], p[1], p[2]))
	}
	s.fill(flat(0xFFFFFF), circ(-78, -78, 5.5))
	s.fill(flat(0x22303A), circ(-79, -78, 3))
	s.pen(flat(darker(c, 0.45)), 2.4, svg("M-98,-66 C-90,-62 -82,-62 -74,-64"))
}

func (s *stage) caterpillar() {
	for i := 5; i >= 0; i-- {
		x := 80 - 32*float64(i)
		y := 16 + bend(x, 110, 12, 1)
		s.pen(flat(0x4E5F3A), 5, open(x, y+20, x-3, y+36))
		s.fill(ball(lighter(s.pal.leaf[0], 0.35), s.pal.leaf[0], s.pal.leaf[1]), circ(x, y, 27))
		s.fill(flat(s.pal.bright), circ(x, y-8, 5))
	}
	s.fill(ball(lighter(s.pal.warm, 0.4), s.pal.warm, darker(s.pal.warm, 0.2)), circ(-92, 6, 28))
	s.pen(flat(0x4A3538), 4, svg("M-100,-18 C-104,-34 -112,-40 -120,-40"), svg("M-86,-20 C-84,-36 -78,-42 -70,-44"))
	s.fill(flat(0xFFFFFF), circ(-100, 2, 6), circ(-84, 2, 6))
	s.fill(flat(0x2A2024), circ(-101, 2, 3), circ(-85, 2, 3))
}

func (s *stage) nest() {
	for _, e := range [][3]float64{{-38, 12, -12}, {38, 12, 12}, {0, 0, 0}} {
		s.at(e[0], e[1], 1, func() {
			s.turned(e[2], func() {
				s.fill(ball(0xFFFBF0, 0xD9E6E2, 0xA9C0BE), oval(0, 0, 34, 46))
				for range 7 {
					s.fill(flat(0x8C9C92).fade(0.5), circ(s.dice.span(-20, 20), s.dice.span(-30, 24), s.dice.span(1.4, 3.4)))
				}
			})
		})
	}
	s.fill(down(0xA9824F, 0x7C5C37), svg("M-98,24 C-60,44 60,44 98,24 C100,70 50,100 0,100 C-50,100 -100,70 -98,24 Z"))
	for range 26 {
		x, y := s.dice.span(-80, 60), s.dice.span(40, 86)
		s.pen(flat([]ink{0xC9A266, 0x8F6B40, 0xDDBB82}[s.dice.below(3)]), 3, open(x, y, x+s.dice.span(10, 34), y+s.dice.span(-9, 9)))
	}
}

package ondevice

func builtSubjects() []subject {
	return []subject{
		{key: "pyramid", place: "desert", scenic: (*stage).pyramids},
		{key: "bridge", place: "river", scenic: (*stage).bridgeScene},
		{key: "lighthouse", place: "sea", scenic: (*stage).lighthouseScene},
		{key: "castle", habit: stands, size: 1.3, draw: func(s *stage) { s.at(0, 100, 1.05, func() { s.castleShape() }) }},
		{key: "ballot", habit: thing, size: 1.05, draw: (*stage).ballotBox},
		{key: "market", habit: stands, size: 1.3, draw: (*stage).marketStall},
		{key: "music", habit: hangs, size: 1.25, draw: (*stage).musicNotes},
		{key: "temple", habit: stands, size: 1.25, draw: (*stage).temple},
		{key: "house", habit: stands, size: 1.1, draw: func(s *stage) { s.house(0, 100, 190, s.pal.warm) }},
		{key: "school", habit: stands, size: 1.35, draw: (*stage).school},
		{key: "barn", habit: stands, size: 1.1, draw: func(s *stage) { s.barn(0, 100, 190) }},
		{key: "windmill", habit: stands, size: 1.2, draw: (*stage).windmill},
		{key: "tent", habit: stands, draw: (*stage).tent},
		{key: "hut", habit: stands, draw: (*stage).hut},
		{key: "mosque", habit: stands, size: 1.25, draw: (*stage).mosque},
		{key: "parliament", habit: stands, size: 1.3, draw: (*stage).parliament},
		{key: "dam", place: "river", scenic: (*stage).damScene},
		{key: "ship", habit: sails, size: 1.2, draw: (*stage).sailingShip},
		{key: "boat", habit: sails, draw: (*stage).smallBoat},
		{key: "train", habit: stands, size: 1.2, draw: (*stage).train},
	}
}

func (s *stage) pyramids() {
	h := s.dice.span(600, 650)
	s.sky(h)
	s.sunSomewhere(h)
	s.far(0.3, func() { s.dune(h, 18, 0xE7CD98) })
	x := 512 + s.dice.span(-50, 50)
	s.far(0.3, func() {
		s.pyramidAt(x-330, h+30, 330, 190)
		s.pyramidAt(x+370, h+34, 300, 170)
	})
	s.dune(h+24, 10, 0xE7CD98)
	s.pyramidAt(x, h+70, 740, 430)
	s.dune(h+66, 14, 0xE2C187)
	s.palm(s.dice.span(100, 190), h+200, 230)
	s.palm(s.dice.span(850, 930), h+230, 260)
	s.dune(h+190, 18, 0xD9B478)
	for i := range 3 {
		s.at(400+96*float64(i), h+196+6*float64(i%2), 0.9, func() { s.camel() })
	}
	s.duneFront()
}

func (s *stage) pyramidAt(x, y, w, h float64) {
	lit, shade := poly(x-w/2, y, x, y-h, x+w*0.16, y), poly(x, y-h, x+w/2, y, x+w*0.16, y)
	s.fill(down(0xF0CF95, 0xDFB676), lit)
	s.fill(down(0xC0935A, 0xA87C48), shade)
	for i := 1; i < 9; i++ {
		t := float64(i) / 9
		s.pen(flat(0x9C7442).fade(0.28), 2.4, open(x-w/2*t, y-h+h*t, x+w*0.16*t, y-h+h*t))
	}
}

func (s *stage) camel() {
	s.fill(flat(0x6E4E38), svg("M-40,0 L-36,-34 C-44,-40 -40,-50 -32,-50 C-28,-66 -14,-66 -10,-52 C-6,-66 10,-66 14,-50 C22,-48 28,-46 30,-50 L34,-72 C36,-80 50,-80 56,-72 L48,-68 C44,-68 44,-62 42,-52 C40,-38 32,-32 26,-32 L28,0 H22 L18,-30 H-24 L-28,-16 L-30,0 Z"))
}

func (s *stage) bridgeScene() {
	h := s.dice.span(520, 560)
	s.sky(h)
	s.sunSomewhere(h * 0.8)
	s.clouds(3, h)
	s.far(0.35, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h-30, 30, 4)) })
	s.far(0.12, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+30, 16, 3)) })
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), rect(0, h+80, side, side))
	stone := mix(s.pal.warm, 0xC89A78, 0.55)
	var span path
	span.move(pt{-20, h - 70})
	span.line(pt{1044, h - 70})
	span.line(pt{1044, h + 190})
	x := 1044.0
	for _, a := range []float64{930, 540, 150} {
		_ = x
		span.line(pt{a + 150, h + 190})
		span.cubic(pt{a + 140, h - 70 + 76}, pt{a - 140, h - 70 + 76}, pt{a - 150, h + 190})
	}
	span.line(pt{-20, h + 190})
	span.close()
	s.fill(down(lighter(stone, 0.15), stone, darker(stone, 0.2)), span)
	for _, a := range []float64{930, 540, 150} {
		s.pen(flat(darker(stone, 0.3)).fade(0.5), 7, svgAt(a, h+190, 1, "M-150,0 C-140,-184 140,-184 150,0"))
		s.fill(veil(darker(w[2], 0.3), 0.5, 0), rect(a+152, h+190, 86, 60))
	}
	s.fill(flat(darker(stone, 0.15)), rect(-20, h-84, 1084, 22))
	s.fill(flat(lighter(stone, 0.25)), rect(-20, h-96, 1084, 14))
	s.at(512+s.dice.span(-60, 60), h-96, 1.2, func() { s.bus() })
	s.waves(h+200, side, 22)
	s.tuftRow(1000, 50, s.pal.grass[2])
}

func (s *stage) bus() {
	s.fill(down(s.pal.cool, darker(s.pal.cool, 0.2)), slab(-64, -62, 128, 54, 10))
	for i := range 4 {
		s.fill(flat(0xDCEBF0), slab(-54+29*float64(i), -52, 22, 20, 3))
	}
	s.fill(flat(0x2E3138), circ(-36, -8, 11), circ(36, -8, 11))
	s.fill(flat(0xB9C3CC), circ(-36, -8, 4.5), circ(36, -8, 4.5))
}

func (s *stage) lighthouseScene() {
	h := s.dice.span(650, 700)
	s.sky(h)
	x := 512 + s.dice.span(-30, 30)
	if !s.light.dark() {
		s.sunSomewhere(h)
		s.clouds(3, h)
	}
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), rect(0, h, side, side-h))
	if s.light.dark() || s.light.hour == overcast || s.light.hour == evening {
		beam := []stop{{0, 0xFFF0BE, 0.5}, {1, 0xFFF0BE, 0.06}}
		s.fill(paint{kind: paintLinear, x0: x, x1: x - 620, alpha: 1, own: true, stops: beam}, poly(x-20, 270, -60, 120, -60, 420))
		s.fill(paint{kind: paintLinear, x0: x, x1: x + 620, alpha: 1, own: true, stops: beam}, poly(x+20, 270, 1090, 150, 1090, 450))
		s.fill(glow(0xFFE9A8, 0.9), circ(x, 270, 130))
	}
	s.waves(h+10, 900, 16)
	s.fill(down(s.pal.rock[1], s.pal.rock[2], darker(s.pal.rock[2], 0.3)), svgAt(x, h+140, 1, "M-300,0 C-280,-100 -150,-140 0,-136 C160,-130 270,-90 310,0 Z"))
	s.fill(flat(darker(s.pal.rock[2], 0.35)).fade(0.6), svgAt(x, h+140, 1, "M30,-136 C160,-130 270,-90 310,0 H120 C130,-50 100,-100 30,-136 Z"))
	s.at(x, 0, 1, func() {
		foot := h + 16.0
		s.fill(across(0xFBF6EA, 0xF0E6D4, 0xCFC2AE), poly(-46, 310, 46, 310, 74, foot, -74, foot))
		for i := range 2 {
			y := 390 + 140*float64(i)
			k := 46 + 28*(y-310)/(foot-310)
			k2 := 46 + 28*(y+70-310)/(foot-310)
			s.fill(across(lighter(s.pal.warm, 0.1), s.pal.warm, darker(s.pal.warm, 0.25)), poly(-k, y, k, y, k2, y+70, -k2, y+70))
		}
		s.fill(flat(0x3B3A3F), slab(-62, 296, 124, 18, 4))
		s.fill(flat(0xFFE9A8).lit(), rect(-34, 236, 68, 62))
		s.pen(flat(0x3B3A3F), 5, open(0, 236, 0, 298), open(-34, 236, -34, 298), open(34, 236, 34, 298))
		s.fill(flat(0x3B3A3F), poly(-46, 240, 0, 184, 46, 240))
		s.fill(flat(0x6E4E3A), slab(-17, foot-60, 34, 62, 10))
		s.window(-12, 480, 24, 32)
	})
	s.waveFront()
}

func (s *stage) castleShape() {
	wall := across(0xEAE0CE, 0xD5C7AF)
	roof := s.pal.warm
	s.fill(across(0xDDD1BB, 0xC4B59B), rect(-50, -70, 100, 70))
	for _, t := range [][3]float64{{-70, -118, 34}, {70, -118, 34}, {0, -142, 40}} {
		x, y, w := t[0], t[1], t[2]
		s.fill(wall, rect(x-w/2, y, w, -y))
		s.fill(flat(0xB9A98E).fade(0.5), rect(x+w*0.22, y, w*0.28, -y))
		s.fill(down(lighter(roof, 0.1), darker(roof, 0.15)), poly(x-w*0.68, y+2, x, y-46, x+w*0.68, y+2))
		s.fill(flat(darker(roof, 0.3)).fade(0.6), poly(x+w*0.1, y+2, x, y-46, x+w*0.68, y+2))
		s.fill(flat(s.pal.cool), poly(x, y-46, x+20, y-54, x, y-62))
		s.pen(flat(0x5A4A40), 2, open(x, y-44, x, y-62))
		s.window(x-5, y+16, 10, 18)
	}
	for i := range 5 {
		s.fill(flat(0xE2D6C0), rect(-50+21*float64(i), -80, 14, 14))
	}
	s.fill(flat(0x5C4231), svg("M-15,0 V-30 C-15,-50 15,-50 15,-30 V0 Z"))
	s.window(-38, -50, 10, 16)
	s.window(28, -50, 10, 16)
}

func (s *stage) temple() {
	m := across(0xFBF5E8, 0xEFE3CC, 0xD6C5A4)
	s.fill(m, rect(-100, 88, 200, 12), rect(-92, 76, 184, 12))
	s.fill(flat(0x8C7A60).fade(0.55), rect(-80, -36, 160, 112))
	for i := range 6 {
		s.column(-75+30*float64(i), 77, 112)
	}
	s.fill(m, rect(-92, -52, 184, 18))
	s.fill(across(0xF6EEDC, 0xDCCBAA), poly(-100, -52, 0, -98, 100, -52))
	s.fill(flat(0xC4AE88).fade(0.7), poly(-68, -57, 0, -88, 68, -57))
}

func (s *stage) school() {
	w := mix(s.pal.warm, 0xD9A080, 0.6)
	s.fill(across(lighter(w, 0.15), w), rect(-100, -6, 200, 106))
	s.fill(across(lighter(w, 0.2), w), rect(-34, -46, 68, 146))
	s.fill(down(darker(s.pal.cool, 0.05), darker(s.pal.cool, 0.3)), poly(-44, -44, 0, -84, 44, -44), rect(-106, -16, 212, 14))
	s.fill(flat(0xFFFBF0), circ(0, -22, 15))
	s.pen(flat(0x4A4440), 3, open(0, -22, 0, -32), open(0, -22, 8, -18))
	for _, x := range []float64{-88, -62, 44, 70} {
		s.window(x, 12, 19, 26)
		s.window(x, 56, 19, 26)
	}
	s.fill(down(0x8A5F42, 0x6A462F), slab(-17, 52, 34, 48, 4))
	s.fill(flat(0xE9DDC8), rect(-26, 94, 52, 8))
	s.pen(flat(0x8A96A2), 3, open(0, -84, 0, -114))
	s.fill(flat(s.pal.bright), poly(0, -114, 28, -107, 0, -98))
}

func (s *stage) windmill() {
	s.fill(across(0xF6EEDF, 0xE0D0B6, 0xBFAE92), poly(-34, -30, 34, -30, 52, 100, -52, 100))
	s.fill(down(s.pal.warm, darker(s.pal.warm, 0.25)), svg("M-40,-28 C-36,-66 36,-66 40,-28 Z"))
	s.fill(flat(0x6E4E3A), slab(-13, 58, 26, 42, 5))
	s.window(-10, 0, 20, 24)
	s.at(0, -36, 1, func() {
		for i := range 4 {
			s.turned(90*float64(i)+20, func() {
				s.pen(flat(0x6E5240), 4, open(0, 0, 0, -76))
				s.fill(flat(0xFBF6EA).fade(0.95), poly(3, -18, 22, -20, 22, -76, 3, -76))
				s.pen(flat(0x9C8468), 1.8, open(3, -32, 22, -32), open(3, -47, 22, -47), open(3, -62, 22, -62))
			})
		}
		s.fill(flat(0x5A4436), circ(0, 0, 7))
	})
}

func (s *stage) tent() {
	c := mix(s.pal.warm, 0xE3B98C, 0.5)
	s.fill(across(lighter(c, 0.25), c), poly(0, -70, -96, 100, 20, 100))
	s.fill(across(c, darker(c, 0.3)), poly(0, -70, 20, 100, 100, 84))
	s.fill(flat(0x4A3A33), poly(-8, -10, -52, 100, 2, 100))
	s.pen(flat(0x6E5240), 5, open(-6, -88, 2, -66))
}

func (s *stage) hut() {
	s.fill(across(0xDDB98C, 0xB98F62), slab(-64, 10, 128, 90, 4))
	s.fill(flat(0x5C4231), svg("M-18,100 V58 C-18,40 18,40 18,58 V100 Z"))
	s.fill(down(0xE0C07C, 0xB48C4A), svg("M0,-84 C30,-50 70,-10 98,28 C60,38 -60,38 -98,28 C-70,-10 -30,-50 0,-84 Z"))
	for i := range 9 {
		f := float64(i) - 4
		s.pen(flat(0x8F6B34).fade(0.5), 2.4, open(f*3, -70, f*22, 28))
	}
}

func (s *stage) mosque() {
	w := across(0xFBF4E4, 0xEADCC2)
	dome := slant(lighter(s.pal.cool, 0.3), s.pal.cool, darker(s.pal.cool, 0.25))
	for _, x := range []float64{-88, 88} {
		s.fill(w, rect(x-9, -70, 18, 170))
		s.fill(flat(0xD9C8A8), rect(x-13, -40, 26, 8))
		s.fill(dome, svgAt(x, -70, 1, "M-10,0 C-12,-16 -4,-22 0,-32 C4,-22 12,-16 10,0 Z"))
	}
	s.fill(w, rect(-70, 16, 140, 84))
	s.fill(dome, svg("M-50,18 C-60,-30 -20,-48 0,-78 C20,-48 60,-30 50,18 Z"))
	s.pen(flat(0xC99A3E), 4, open(0, -76, 0, -92))
	s.fill(flat(0x6A5240), svg("M-18,100 V62 C-18,46 -6,42 0,34 C6,42 18,46 18,62 V100 Z"))
	for _, x := range []float64{-48, 48} {
		s.fill(flat(0x8FB3C2), svgAt(x, 74, 1, "M-9,0 V-18 C-9,-27 -3,-29 0,-33 C3,-29 9,-27 9,-18 V0 Z"))
	}
}

func (s *stage) parliament() {
	s.at(0, 0, 1, func() { s.temple() })
	s.fill(across(0xF6EEDC, 0xD6C5A4), rect(-26, -112, 52, 24))
	s.fill(slant(lighter(s.pal.cool, 0.25), s.pal.cool), svg("M-28,-110 C-28,-146 28,-146 28,-110 Z"))
	s.pen(flat(0x6D7884), 3, open(0, -136, 0, -160))
	s.fill(flat(s.pal.warm), poly(0, -160, 22, -154, 0, -147))
}

func (s *stage) damScene() {
	h := 440.0
	s.sky(h)
	s.sunSomewhere(h)
	s.far(0.35, func() { s.peaks(h+60, 240, s.pal.rock[1], 0.25) })
	w := s.pal.water
	s.fill(down(w[0], w[1]), rect(0, h+40, side, 240))
	s.waves(h+50, h+170, 8)
	s.fill(down(0xDDD9D0, 0xB9B4AA, 0x98938A), svg("M120,560 C380,600 640,600 904,560 L850,900 H174 Z"))
	s.fill(flat(0xEFEBE2), svg("M110,544 C380,586 640,586 914,544 L912,572 C640,612 380,612 112,572 Z"))
	for i := range 4 {
		x := 300 + 130*float64(i)
		s.fill(down(0xFFFFFF, mix(w[0], 0xFFFFFF, 0.4)), poly(x, 616, x+40, 616, x+54, 900, x-14, 900))
	}
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), svg("M-20,500 C60,510 130,560 150,640 C160,760 200,860 220,1044 H-20 Z"), svg("M1044,490 C960,510 890,560 870,640 C860,760 824,860 800,1044 H1044 Z"))
	s.fill(down(w[0], w[1], w[2]), svg("M170,890 C380,866 640,866 856,890 L880,1044 H140 Z"))
	for range 18 {
		s.fill(flat(0xFFFFFF).fade(0.6), circ(s.dice.span(280, 750), s.dice.span(872, 912), s.dice.span(10, 26)))
	}
	s.scatter(6, 620, 900, 420, func(x, y, d float64) { s.conifer(x, y, 110+90*d) })
}

func (s *stage) sailingShip() {
	s.pen(flat(0x6E4E38), 5, open(-34, 60, -34, -88), open(26, 60, 26, -98), open(80, 54, 112, 30))
	sail := across(0xFFFBF0, 0xEBDDC4)
	for _, q := range [][4]float64{{-34, -80, 34, 56}, {-34, -18, 42, 62}, {26, -90, 38, 62}, {26, -22, 48, 66}} {
		s.fill(sail, svgAt(q[0], q[1], 1, "M"+num(-q[2])+",0 H"+num(q[2])+" C"+num(q[2]+10)+","+num(q[3]*0.5)+" "+num(q[2]+8)+","+num(q[3]*0.8)+" "+num(q[2])+","+num(q[3])+" C"+num(q[2]*0.4)+","+num(q[3]-9)+" "+num(-q[2]*0.4)+","+num(q[3]-9)+" "+num(-q[2])+","+num(q[3])+" C"+num(-q[2]+9)+","+num(q[3]*0.7)+" "+num(-q[2]+9)+","+num(q[3]*0.4)+" "+num(-q[2])+",0 Z"))
	}
	s.fill(flat(s.pal.warm), poly(26, -98, 54, -106, 26, -114), poly(-34, -88, -10, -95, -34, -102))
	s.fill(down(0xA4714A, 0x7C5236, 0x5C3C2A), svg("M-104,44 H-70 L-62,56 H84 L104,48 C100,84 84,100 60,102 H-60 C-86,100 -100,76 -104,44 Z"))
	s.pen(flat(0xE0B46A), 4, svg("M-92,72 C-40,78 50,78 96,70"))
}

func (s *stage) smallBoat() {
	s.pen(flat(0x6E4E38), 5, open(0, 60, 0, -92))
	s.fill(across(0xFFFBF0, 0xEBDDC4), svg("M6,-88 C50,-50 70,-10 76,38 H6 Z"))
	s.fill(across(lighter(s.pal.warm, 0.2), s.pal.warm), svg("M-6,-76 C-40,-40 -56,-6 -62,38 H-6 Z"))
	s.fill(down(lighter(s.pal.cool, 0.15), s.pal.cool, darker(s.pal.cool, 0.2)), svg("M-92,52 H92 C86,86 66,102 44,102 H-44 C-66,102 -86,86 -92,52 Z"))
	s.fill(flat(0xFBF6EA), slab(-94, 48, 188, 10, 5))
}

func (s *stage) train() {
	s.fill(flat(0x7E6A58), rect(-130, 96, 260, 5))
	c := s.pal.warm
	s.fill(across(lighter(s.pal.cool, 0.15), s.pal.cool), slab(20, -40, 84, 116, 8))
	s.fill(flat(darker(s.pal.cool, 0.25)), slab(12, -50, 100, 16, 6))
	s.fill(down(0xDCEBF0, 0xA9C8D4), slab(36, -22, 52, 40, 5))
	s.fill(down(lighter(c, 0.2), c, darker(c, 0.2)), slab(-96, 2, 122, 66, 22))
	s.fill(down(0x4C4A50, 0x2E2D33), svg("M-74,4 L-80,-42 H-46 L-52,4 Z"), slab(-86, -52, 46, 13, 4))
	s.fill(flat(0xE9BE62), slab(-20, -10, 26, 16, 6))
	s.fill(flat(0x3B3A40), slab(-104, 62, 214, 14, 4), poly(-104, 66, -126, 96, -90, 96))
	for _, w := range [][2]float64{{-70, 19}, {-22, 19}, {48, 24}} {
		s.fill(flat(0x2E2D33), circ(w[0], 97-w[1], w[1]))
		s.fill(flat(0xC9A34E), circ(w[0], 97-w[1], w[1]*0.5))
	}
	for i := range 4 {
		f := float64(i)
		s.fill(flat(0xFFFFFF).fade(0.75-0.14*f), circ(-60+26*f, -70-18*f, 13+6*f))
	}
}

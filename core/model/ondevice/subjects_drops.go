package ondevice

func (s *stage) waterDrop() {
	w := s.pal.water
	shape := svg("M0,-98 C30,-46 70,-8 70,36 C70,76 38,100 0,100 C-38,100 -70,76 -70,36 C-70,-8 -30,-46 0,-98 Z")
	s.fill(ball(lighter(w[0], 0.4), w[1], w[2]), shape)
	s.within(shape, func() {
		s.fill(flat(w[2]).fade(0.35), svg("M70,30 C70,76 38,104 0,100 C-30,98 -50,86 -60,70 C-10,92 50,70 52,-10 Z"))
	})
	s.fill(flat(0xFFFFFF).fade(0.8), svg("M-44,24 C-46,2 -30,-18 -18,-34 C-20,-14 -30,0 -32,24 C-34,36 -44,36 -44,24 Z"))
}

// dropOverPond is a drop about to fall into still water, with the rings of
// the one before it.
func (s *stage) dropOverPond() {
	if !s.plan.cover {
		switch s.plan.variant % 3 {
		case 1:
			s.glassOfWater()
			return
		case 2:
			s.waterAndLand()
			return
		}
	}
	h := s.dice.span(520, 560)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h*0.8)
	s.far(0.4, func() { s.peaks(h+10, s.dice.span(120, 190), s.pal.rock[1], 0.3) })
	s.far(0.25, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h-6, 14, 4)) })
	s.far(0.15, func() {
		s.scatter(7, h-2, h+12, 190, func(x, y, d float64) { s.roundTree(x, y, 70+50*d) })
	})
	w := s.pal.water
	s.fill(down(lighter(w[0], 0.25), w[1], w[2]), rect(0, h+10, side, side))
	s.waves(h+30, side, 14)
	x, y := 512+s.dice.span(-30, 30), 800.0
	for i := range 4 {
		r := 300 - 68*float64(i)
		s.fill(flat(w[2]).fade(0.16), oval(x, y+4, r, r*0.26))
		s.pen(flat(lighter(w[0], 0.6)).fade(0.4+0.14*float64(i)), 5, s.ringAt(x, y, r, r*0.26))
	}
	for _, d := range [][3]float64{{-84, -66, 12}, {78, -84, 10}, {-46, -108, 8}, {108, -44, 7}} {
		s.fill(ball(0xFFFFFF, w[0], w[1]), circ(x+d[0], y+d[1], d[2]))
	}
	s.at(x, h-120, 2.35*s.dice.span(0.95, 1.1), func() { s.waterDrop() })
	s.reeds(s.dice.span(30, 90), 1000, 210)
	s.reeds(s.dice.span(920, 990), 1010, 190)
}

// tapAndGlass is a dripping tap over a glass.
func (s *stage) tapAndGlass() {
	tile := mix(s.pal.water[0], 0xFFFFFF, 0.55)
	s.fill(flat(tile), all())
	for i := range 7 {
		for j := range 6 {
			c := lighter(tile, s.dice.span(0.05, 0.4))
			s.fill(slant(lighter(c, 0.15), c), slab(float64(i)*156-30, float64(j)*142-30, 148, 134, 8))
		}
	}
	s.fill(glow(0xFFF8E4, 0.5), circ(512, 420, 480))
	board := mix(s.pal.warm, 0xC89468, 0.7)
	s.fill(down(lighter(board, 0.2), board), rect(0, 800, side, 26))
	s.fill(down(board, darker(board, 0.25)), rect(0, 826, side, side))
	s.at(512, 0, 1, func() {
		s.flipped(s.plan.flip, func() {
			m := down(0xF7FAFB, 0xC3CDD4, 0x8794A0)
			s.fill(m, slab(-560, 214, 420, 74, 10))
			s.fill(down(0xE6ECEF, 0x9AA6B0), slab(-300, 190, 46, 122, 12))
			s.fill(m, svg("M-150,206 C-40,206 70,214 70,330 V420 H-24 V340 C-24,296 -70,296 -150,296 Z"))
			s.fill(down(0xD5DDE2, 0x8A97A3), slab(-38, 408, 122, 30, 10))
			s.fill(across(0xDDE4E8, 0x95A1AC), slab(-196, 130, 40, 84, 8))
			s.fill(down(lighter(s.pal.cool, 0.25), s.pal.cool, darker(s.pal.cool, 0.2)), slab(-262, 92, 172, 48, 24))
			s.fill(flat(0xFFFFFF).fade(0.5), svg("M-140,222 C-60,220 30,232 44,310 C20,250 -60,240 -140,240 Z"))
			s.at(24, 520, 0.56, func() { s.waterDrop() })
			s.shadow(24, 816, 300, 0.4)
			glass := svg("M-80,600 H128 L108,812 C106,820 -58,820 -60,812 Z")
			s.fill(flat(0xFFFFFF).fade(0.4), glass)
			s.within(glass, func() {
				s.fill(down(lighter(s.pal.water[0], 0.2), s.pal.water[1]).fade(0.85), rect(-120, 690, 300, 140))
				s.fill(flat(lighter(s.pal.water[0], 0.5)).fade(0.9), oval(24, 690, 92, 12))
			})
			s.pen(flat(0xFFFFFF).fade(0.85), 6, glass)
		})
	})
}

// glassOfWater stands in the light with a jug behind it.
func (s *stage) glassOfWater() {
	s.wall(mix(s.pal.paper[0], s.pal.water[0], 0.35), mix(s.pal.paper[1], s.pal.water[0], 0.3), mix(s.pal.warm, 0xC89468, 0.75), 770)
	s.roomWindow(120, 110, 280, 360)
	w := s.pal.water
	vessel := func(shape path, level float64) {
		s.fill(flat(0xFFFFFF).fade(0.42), shape)
		s.within(shape, func() {
			s.fill(down(lighter(w[0], 0.25), w[1]).fade(0.85), rect(-200, level, 500, 400))
			s.fill(flat(lighter(w[0], 0.55)).fade(0.9), oval(0, level, 180, 12))
		})
		s.pen(flat(0xFFFFFF).fade(0.9), 6, shape)
	}
	s.at(512, 0, 1, func() {
		s.flipped(s.plan.flip, func() {
			s.shadow(180, 812, 330, 0.45)
			s.at(180, 812, 1, func() {
				s.pen(flat(0xFFFFFF).fade(0.8), 16, svg("M96,-330 C210,-320 200,-130 92,-110"))
				vessel(svg("M-76,-430 L-112,-438 L-90,-400 C-80,-300 -150,-240 -140,-90 C-134,0 -120,6 0,6 C120,6 134,0 140,-90 C146,-240 70,-300 84,-430 Z"), -210)
			})
			s.shadow(-150, 850, 330, 0.5)
			s.at(-150, 850, 1, func() {
				vessel(svg("M-124,-400 H124 L98,-10 C96,6 -96,6 -98,-10 Z"), -290)
				s.fill(flat(0xFFFFFF).fade(0.55), svg("M-96,-380 H-78 L-62,-40 H-74 Z"))
				s.bubbles(7, -60, -240, 120, 200)
			})
		})
	})
}

// waterAndLand is a stream that comes down to a bay under a cloud.
func (s *stage) waterAndLand() {
	h := 470.0
	s.sky(h)
	s.sunSomewhere(h)
	s.cloud(s.dice.span(300, 700), 190, 340)
	s.clouds(2, 380)
	s.far(0.25, func() { s.peaks(h+20, s.dice.span(240, 300), s.pal.rock[1], 0.36) })
	s.mistBand(h, 90, 0.4)
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), rect(0, h+20, side, side))
	s.waves(h+60, side, 24)
	s.at(side/2, 0, 1, func() {
		s.flipped(s.plan.flip, func() {
			s.at(-side/2, 0, 1, func() {
				s.fill(down(s.pal.grass[0], s.pal.grass[1], s.pal.grass[2]), svg("M-20,440 C180,420 420,470 640,486 C560,540 470,590 420,680 C380,780 220,860 -20,900 Z"))
				s.fill(flat(0xE8D6A8), svg("M640,486 C560,540 470,590 420,680 C380,780 220,860 -20,900 V940 C250,890 420,810 462,690 C500,600 590,550 690,490 Z"))
				s.fill(down(lighter(w[0], 0.3), w[0]), svg("M150,440 C230,500 140,540 210,590 C290,650 280,690 400,720 L430,670 C340,650 350,610 270,570 C200,530 280,490 190,438 Z"))
				for _, t := range [][3]float64{{60, 560, 120}, {110, 640, 150}, {330, 540, 100}, {400, 590, 110}, {60, 780, 190}, {210, 760, 150}} {
					s.roundTree(t[0], t[1], t[2])
				}
			})
		})
	})
	s.at(760, 640, 1.5, func() { s.smallBoat() })
}

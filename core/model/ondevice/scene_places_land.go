package ondevice

func (s *stage) jungle() {
	s.sky(560)
	s.fill(glow(s.light.sun, 0.6), circ(s.dice.span(350, 680), 260, 400))
	for i := range 3 {
		y := 520 + 90*float64(i)
		s.far(0.6-0.22*float64(i), func() {
			s.fill(flat(s.pal.leaf[2]), s.ridge(y, 40, 5))
			s.scatter(7-i, y, y+40, 80+130*float64(i), func(x, y, _ float64) {
				if s.dice.coin() {
					s.palm(x, y, s.dice.span(260, 380)+60*float64(i))
				} else {
					s.roundTree(x, y, s.dice.span(280, 400)+60*float64(i))
				}
			})
		})
		s.mistBand(y+40, 140, 0.25)
	}
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(740, 14, 3))
	s.lightPatch(620, 800)
}

// leafFront hangs large dark leaves into the corners.
func (s *stage) leafFront() {
	s.fernFront()
	for _, l := range [][3]float64{{-20, 1010, -60}, {40, 1040, -38}, {1044, 1010, -120}, {990, 1044, -142}, {-30, 120, 20}, {1054, 90, 160}} {
		s.at(l[0], l[1], 2.1, func() {
			s.turned(l[2], func() {
				s.fill(across(darker(s.pal.leaf[2], 0.35), s.pal.leaf[2]), svg("M0,0 C30,-44 96,-40 140,4 C96,34 34,36 0,0 Z"))
				s.pen(flat(s.pal.leaf[1]).fade(0.5), 2, svg("M4,0 C50,-8 90,-6 134,4"))
			})
		})
	}
}

func (s *stage) desert() {
	h := s.dice.span(500, 580)
	s.sky(h)
	s.sunSomewhere(h)
	if s.plan.variant%2 == 0 {
		s.far(0.4, func() {
			for _, x := range []float64{s.dice.span(40, 260), s.dice.span(700, 960)} {
				w, t := s.dice.span(160, 300), s.dice.span(90, 190)
				s.fill(down(0xC98B62, 0xD9A878), poly(x-w/2, h+20, x-w*0.36, h-t, x+w*0.34, h-t-10, x+w/2, h+20))
				s.fill(flat(0xA96F50).fade(0.6), poly(x+w*0.1, h-t-6, x+w*0.34, h-t-10, x+w/2, h+20, x+w*0.2, h+20))
			}
		})
	}
	s.far(0.25, func() { s.dune(h+10, 34, 0xE9CF9A) })
	s.far(0.08, func() { s.dune(h+90, 40, 0xE2BF82) })
	s.scatter(4, h+110, h+220, 280, func(x, y, d float64) { s.cactus(x, y, 80+90*d) })
	s.dune(h+200, 26, 0xDBB273)
}

// dune is a ridge of sand with its shaded slopes.
func (s *stage) dune(y, amp float64, c ink) {
	shape := s.ridge(y, amp, 3)
	s.fill(down(lighter(c, 0.12), mix(c, 0xB98554, 0.35)), shape)
	s.within(shape, func() {
		for range 2 {
			x := s.dice.span(0, side)
			s.fill(flat(0xB07F4E).fade(0.22), svgAt(x, y-amp, 1, "M0,0 C60,40 40,110 190,190 C260,226 420,240 520,240 L0,420 C-40,240 60,120 0,0 Z"))
		}
	})
}

func (s *stage) duneFront() {
	s.dune(948, 16, 0xCFA164)
	s.tuft(s.dice.span(60, 160), 990, 60, 0x9A8F56)
	s.tuft(s.dice.span(850, 960), 1000, 70, 0x9A8F56)
}

func (s *stage) savanna() {
	h := s.dice.span(530, 600)
	s.sky(h)
	s.sunSomewhere(h)
	s.birds(4, s.dice.span(200, 640), h*0.4)
	s.far(0.45, func() { s.fill(flat(0xB39B6A), s.ridge(h+6, 22, 3)) })
	s.mistBand(h, 80, 0.4)
	s.far(0.2, func() {
		s.fill(flat(0xD0B36C), s.ridge(h+30, 10, 3))
		s.scatter(3, h+36, h+60, 150, func(x, y, _ float64) { s.acacia(x, y, s.dice.span(100, 150)) })
	})
	s.fill(down(0xD6B56A, 0xB8934F), s.ridge(h+100, 14, 3))
	s.acacia(s.dice.span(80, 190), h+160, s.dice.span(260, 330))
}

func (s *stage) acacia(x, y, h float64) {
	s.at(x, y, h/100, func() {
		s.pen(flat(0x6F5138), 5, svg("M0,2 C2,-24 -2,-40 -24,-66 M0,-34 C6,-50 20,-58 30,-70 M-2,-40 L4,-72"))
		s.fill(down(s.pal.leaf[1], s.pal.leaf[2]), svg("M-62,-66 C-50,-84 -16,-80 0,-90 C24,-94 56,-86 64,-70 C40,-62 -30,-58 -62,-66 Z"))
	})
}

func (s *stage) dryFront() {
	s.fill(down(0xB08E4E, 0x8F7140), s.ridge(945, 12, 3))
	s.tuftRow(972, 76, 0x9C8347)
}

func (s *stage) iceFields() {
	h := s.dice.span(480, 560)
	s.sky(h)
	s.sunSomewhere(h)
	if s.light.dark() {
		s.aurora(h)
	}
	s.far(0.35, func() { s.peaks(h+16, s.dice.span(160, 250), 0x9FB4C6, 0.6) })
	w := s.pal.water
	s.fill(down(mix(w[0], 0xFFFFFF, 0.3), w[1]), rect(0, h+10, side, 240))
	s.waves(h+20, h+210, 10)
	s.iceberg(s.dice.span(130, 240), h+90, s.dice.span(140, 220))
	s.iceberg(s.dice.span(790, 900), h+70, s.dice.span(120, 190))
	s.fill(down(0xF7FAFB, 0xD5E3EC), s.ridge(h+185, 12, 3))
	s.fill(flat(0xC2D6E3).fade(0.7), s.ridge(h+270, 22, 3))
	s.fill(down(0xF3F8FA, 0xDCE8EF), s.ridge(h+286, 22, 3))
}

func (s *stage) aurora(h float64) {
	for i, c := range []ink{0x7FE0B4, 0x6FC9D8, 0x9A8FE0} {
		y := h * (0.2 + 0.17*float64(i))
		p := svgAt(0, y, 1, "M-20,60 C160,-60 300,70 470,0 C640,-70 800,60 1050,-30 L1050,120 C820,190 640,80 480,150 C300,220 170,90 -20,200 Z")
		s.fill(veil(c, 0.02, 0.34).lit(), p)
	}
}

func (s *stage) iceberg(x, y, w float64) {
	s.at(x, y, w/100, func() {
		s.fill(down(0xFFFFFF, 0xD9E8F0), poly(-50, 0, -38, -38, -16, -48, -4, -78, 18, -58, 34, -30, 50, 0))
		s.fill(down(0xC4DAE6, 0xA9C8D8), poly(-4, -78, 18, -58, 34, -30, 50, 0, 6, 0, 12, -30, 0, -46))
		s.fill(veil(0xFFFFFF, 0.35, 0), poly(-50, 0, 50, 0, 38, 22, -30, 26))
	})
}

func (s *stage) snowFront() {
	s.fill(down(0xFFFFFF, 0xD6E4ED), s.ridge(938, 14, 3))
	if s.plan.variant%2 == 1 {
		for range 46 {
			s.fill(flat(0xFFFFFF).fade(0.8), circ(s.dice.span(0, side), s.dice.span(0, side), s.dice.span(2, 6)))
		}
	}
}

func (s *stage) farm() {
	h := s.dice.span(470, 540)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(3, h)
	s.far(0.35, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h, 26, 4)) })
	s.far(0.15, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+36, 16, 3)) })
	left := s.plan.variant%2 == 0
	s.at(side/2, 0, 1, func() {
		s.flipped(!left, func() {
			s.barn(-285, h+110, 210)
			s.roundTree(300, h+104, 150)
			s.roundTree(390, h+112, 120)
		})
	})
	y := h + 100
	field := s.ridge(y, 10, 3)
	s.fill(down(mix(s.pal.grass[1], 0xE0C66E, 0.55), s.pal.grass[1]), field)
	s.within(field, func() { s.furrows(y, mix(s.pal.grass[2], 0xB08C4A, 0.4)) })
	s.at(side/2, 0, 1, func() {
		s.flipped(!left, func() { s.barn(-285, h+118, 210) })
	})
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(y+160, 12, 3))
}

// furrows are the rows of a field that meet on the horizon at y.
func (s *stage) furrows(y float64, c ink) {
	for i := -9; i <= 9; i++ {
		x := float64(i)
		s.fill(flat(c).fade(0.5), poly(512+x*26, y-20, 512+x*26+5, y-20, 512+x*150+26, y+330, 512+x*150-14, y+330))
	}
}

func (s *stage) barn(x, y, w float64) {
	s.at(x, y, w/100, func() {
		red := s.pal.warm
		s.fill(across(red, darker(red, 0.12)), poly(-42, 0, -42, -50, -26, -76, 0, -88, 26, -76, 42, -50, 42, 0))
		s.pen(flat(0x5B4A48), 4.5, open(-48, -47, -28, -78, 0, -92, 28, -78, 48, -47))
		s.fill(flat(0xF4EBDD), rect(-17, -38, 34, 38))
		s.fill(flat(darker(red, 0.2)), rect(-14, -35, 28, 35))
		s.pen(flat(0xF4EBDD), 2.6, open(-14, -35, 14, 0), open(14, -35, -14, 0))
		s.window(-8, -68, 16, 14)
	})
}

func (s *stage) cropFront() {
	s.fill(down(s.pal.grass[2], darker(s.pal.grass[2], 0.2)), s.ridge(948, 10, 3))
	for x := -10.0; x < side+30; x += s.dice.span(26, 44) {
		h := s.dice.span(70, 120)
		if x > 300 && x < 724 {
			h *= 0.6
		}
		s.wheat(x, side+16, h)
	}
}

func (s *stage) wheat(x, y, h float64) {
	s.at(x, y, h/100, func() {
		s.pen(flat(0xC69C4C), 3, svg("M0,0 C2,-30 0,-60 4,-80"))
		for i := range 5 {
			k := float64(i)
			s.fill(flat(0xE2B95E), oval(-2+k*0.8, -62-8*k, 5, 7), oval(8+k*0.8, -60-8*k, 5, 7))
		}
	})
}

func (s *stage) garden() {
	h := s.dice.span(500, 570)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(3, h)
	s.far(0.4, func() { s.fill(flat(s.pal.leaf[1]), s.ridge(h, 22, 5)) })
	s.far(0.2, func() {
		s.scatter(7, h+12, h+40, 130, func(x, y, _ float64) { s.roundTree(x, y, s.dice.span(120, 190)) })
	})
	s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+40, 14, 3))
	if s.plan.variant%2 == 0 {
		for x := 8.0; x < side; x += 64 {
			s.fill(across(0xF3EADB, 0xDDD0BA), svgAt(x, h+118, 1, "M0,0 V-74 L14,-92 L28,-74 V0 Z"))
		}
		s.fill(flat(0xE6DAC6), rect(0, h+58, side, 13), rect(0, h+96, side, 13))
	} else {
		s.scatter(8, h+90, h+130, 200, func(x, y, _ float64) { s.bush(x, y, s.dice.span(110, 190)) })
	}
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+150, 12, 3))
	s.scatter(14, h+180, h+330, 250, func(x, y, d float64) { s.flower(x, y, 46+36*d, s.petal()) })
}

func (s *stage) petal() ink {
	return []ink{s.pal.warm, s.pal.bright, 0xF6EFE6, mix(s.pal.warm, 0xF4D0D8, 0.6), mix(s.pal.cool, 0xC9C6F0, 0.6)}[s.dice.below(5)]
}

func (s *stage) flowerFront() {
	s.fill(down(s.pal.grass[2], darker(s.pal.grass[2], 0.2)), s.ridge(945, 12, 3))
	s.tuftRow(975, 62, s.pal.grass[2])
	for _, x := range []float64{40, 120, 210, 300, 720, 820, 905, 985} {
		s.flower(x+s.dice.span(-22, 22), 1034, s.dice.span(90, 150), s.petal())
	}
}

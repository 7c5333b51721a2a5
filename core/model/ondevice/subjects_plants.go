package ondevice

// leafBranch is a great leaf on its branch, close before a garden in the
// light.
func (s *stage) leafBranch() {
	if !s.plan.cover && s.plan.variant%3 == 1 {
		s.leafSurface()
		return
	}
	l := s.pal.leaf
	top, foot := mix(s.light.sky[2], 0xFFFFFF, 0.35), mix(lighter(l[0], 0.35), s.light.sky[2], 0.3)
	s.fill(paint{kind: paintLinear, y1: side, alpha: 1, own: true, stops: evenly([]ink{s.tinted(top), s.tinted(foot)})}, all())
	s.at(side/2, 0, 1, func() {
		s.flipped(s.plan.flip, func() {
			s.at(-side/2, 0, 1, func() {
				s.sun(820, 190, 62)
				for range 16 {
					x, y, r := s.dice.span(0, side), s.dice.span(330, side), s.dice.span(40, 110)
					s.fill(flat(lighter(l[0], 0.55)).lit().fade(s.dice.span(0.1, 0.3)), circ(x, y, r))
				}
				s.far(0.3, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(880, 22, 3)) })
				if !s.plan.cover && s.plan.variant%3 == 2 {
					s.leafSpray()
					return
				}
				s.branch()
			})
		})
	})
}

// branch comes in from the left with one great leaf and some small ones.
func (s *stage) branch() {
	wood := across(0x6E5039, 0x8A6648)
	s.pen(wood, 26, svg("M-40,884 C60,850 150,800 236,706"))
	s.pen(wood, 15, svg("M230,712 C300,640 330,540 330,430"))
	s.pen(wood, 13, svg("M160,784 C290,800 420,830 520,880"))
	for _, p := range [][4]float64{{330, 440, 1.05, -62}, {352, 810, 0.95, 34}, {510, 876, 1.1, 22}, {150, 790, 0.9, -110}} {
		s.at(p[0], p[1], p[2], func() {
			s.turned(p[3], func() { s.at(94, -34, 1, func() { s.bigLeaf() }) })
		})
	}
	k := 4.1 * s.dice.span(0.94, 1.06)
	s.at(236, 710, k, func() {
		s.turned(s.dice.span(-6, 8), func() { s.at(94, -34, 1, func() { s.bigLeaf() }) })
	})
}

// leafSpray is a twig that rises from below with its leaves on both sides.
func (s *stage) leafSpray() {
	s.pen(across(0x6E5039, 0x8A6648), 20, svg("M470,1060 C500,860 520,640 512,330"))
	for i, p := range [][3]float64{{494, 850, 2.2}, {512, 650, 1.9}, {514, 470, 1.5}} {
		for _, left := range []bool{i%2 == 0, i%2 == 1} {
			s.at(p[0], p[1]-60*float64(boolInt(left)), p[2], func() {
				s.flipped(left, func() {
					s.turned(16, func() { s.at(94, -34, 1, func() { s.bigLeaf() }) })
				})
			})
		}
	}
	s.at(512, 350, 1.5, func() { s.turned(-38, func() { s.at(94, -34, 1, func() { s.bigLeaf() }) }) })
}

// leafSurface is a leaf so near that its veins and cells fill the picture.
func (s *stage) leafSurface() {
	l := s.pal.leaf
	s.fill(slant(l[0], l[1], l[2]), all())
	s.at(side/2, side/2, 1, func() {
		s.flipped(s.plan.flip, func() {
			s.at(-side/2, -side/2, 1, func() {
				for range 220 {
					x, y, r := s.dice.span(0, side), s.dice.span(0, side), s.dice.span(12, 30)
					s.fill(flat(lighter(l[0], 0.3)).fade(s.dice.span(0.05, 0.2)), oval(x, y, r, r*0.8))
				}
				vein, shade := flat(lighter(l[0], 0.5)), flat(l[2]).fade(0.4)
				for i := range 5 {
					f := float64(i)
					x, y := 80+190*f, 960-185*f
					up := svgAt(x, y, 1, "M0,0 C30,-110 20,-240 -70,-420")
					right := svgAt(x, y, 1, "M0,0 C120,20 260,0 460,90")
					s.pen(shade, 20, svgAt(5, 8, 1, "M0,0"), up, right)
					s.pen(vein, 13, up, right)
					s.pen(vein.fade(0.8), 5, svgAt(x, y, 1, "M22,-130 C70,-180 110,-200 170,-210 M0,-250 C40,-300 80,-320 120,-330 M150,10 C190,-30 230,-50 290,-50 M260,20 C290,70 320,110 330,160"))
				}
				main := svg("M-40,1080 C260,780 560,480 1080,-20")
				s.pen(shade, 44, svg("M-30,1092 C270,792 570,492 1090,-8"))
				s.pen(vein, 34, main)
				for _, d := range [][3]float64{{300, 330, 74}, {720, 640, 96}, {520, 800, 42}, {620, 210, 46}} {
					x, y, r := d[0]+s.dice.span(-30, 30), d[1]+s.dice.span(-30, 30), d[2]
					s.fill(flat(l[2]).fade(0.35), circ(x+r*0.1, y+r*0.16, r))
					s.fill(ball(lighter(l[0], 0.75), mix(l[0], 0xCFE8EC, 0.5), l[1]).fade(0.92), circ(x, y, r))
					s.fill(flat(0xFFFFFF).fade(0.85), oval(x-r*0.35, y-r*0.4, r*0.22, r*0.16))
				}
			})
		})
	})
}

// photosynthesis is a plant with what goes into it and what comes out: light
// from the sun, water from the ground, air on both sides.
func (s *stage) photosynthesis() {
	s.sky(700)
	s.sun(200, 190, 78)
	for a := range 12 {
		p, q := polar(108, float64(a)*30), polar(144, float64(a)*30)
		s.pen(flat(s.light.sun).lit().fade(0.85), 11, open(200+p.x, 190+p.y, 200+q.x, 190+q.y))
	}
	s.cloud(800, 200, 230)
	s.far(0.3, func() { s.fill(flat(s.pal.grass[0]), s.ridge(650, 24, 3)) })
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(728, 8, 3))
	for i, c := range []ink{0x82604A, 0x6C4E3C} {
		s.fill(flat(c), s.ridge(772+150*float64(i), 9, 4))
	}
	for range 34 {
		s.fill(flat(0xA98463).fade(0.4), oval(s.dice.span(0, side), s.dice.span(800, 1010), s.dice.span(4, 12), s.dice.span(3, 8)))
	}
	root := flat(0xEFE0C2)
	for _, r := range []string{"M512,770 C506,850 520,900 500,980", "M510,780 C450,830 420,870 380,900", "M514,780 C570,830 610,860 650,890", "M508,820 C470,880 460,910 440,960", "M516,830 C560,890 570,920 590,960"} {
		s.pen(root, 9, svg(r))
	}
	l := s.pal.leaf
	s.pen(flat(l[2]), 22, svg("M512,780 C500,660 524,540 512,330"))
	for i, y := range []float64{690, 560, 420} {
		k := 2.5 - 0.35*float64(i)
		for _, right := range []bool{false, true} {
			s.at(512, y, k, func() {
				s.flipped(right, func() {
					s.fill(slant(l[0], l[1]), svg("M0,0 C-14,-46 -58,-66 -108,-54 C-100,-8 -52,22 0,0 Z"))
					s.pen(flat(lighter(l[0], 0.5)).fade(0.8), 3, svg("M-6,-4 C-36,-26 -66,-42 -96,-48"))
				})
			})
		}
	}
	s.fill(slant(l[0], l[1]), svg("M512,344 C470,300 470,240 512,190 C554,240 554,300 512,344 Z"))
	s.arrow(pt{280, 260}, pt{350, 300}, pt{400, 366}, 16, flat(0xF2B33D).lit())
	s.arrow(pt{70, 520}, pt{160, 480}, pt{236, 520}, 15, flat(mix(s.pal.cool, 0xFFFFFF, 0.1)).lit())
	s.arrow(pt{780, 520}, pt{870, 470}, pt{950, 500}, 15, flat(0xFFFDF4).lit())
	s.arrow(pt{700, 960}, pt{690, 900}, pt{600, 850}, 15, flat(s.pal.water[1]).lit())
	for _, b := range [][3]float64{{858, 420, 15}, {906, 392, 11}, {890, 440, 9}} {
		s.fill(ball(0xFFFFFF, 0xDDF0F4, 0xA9CFDD).fade(0.9), circ(b[0], b[1], b[2]))
	}
}

// fourSeasons is one tree through the year, in four bands.
func (s *stage) fourSeasons() {
	own := s.pal
	for i, v := range []struct{ sky, ground, light, mid, dark ink }{
		{0xCFE6EA, 0xA9C68A, 0xF6D3D9, 0xEBAAB8, 0xCB7F96},
		{0x9CCBE0, 0x7FAE63, own.leaf[0], own.leaf[1], own.leaf[2]},
		{0xF3DDB8, 0xC9A560, 0xF1BE58, 0xDD8A3C, 0xB35A32},
		{0xCBD7E2, 0xF4F6F7, 0xFFFFFF, 0xDCE5EB, 0xB5C3CE},
	} {
		x := 256 * float64(i)
		s.within(rect(x, 0, 256, side), func() {
			s.fill(down(v.sky, lighter(v.sky, 0.6)), all())
			s.pal.leaf = [3]ink{v.light, v.mid, v.dark}
			s.pal.grass = [3]ink{lighter(v.ground, 0.2), v.ground, darker(v.ground, 0.15)}
			s.at(x, 0, 1, func() { s.seasonBand(i) })
		})
	}
	s.pal = own
	for i := 1; i < 4; i++ {
		s.fill(flat(0xFFFDF6).lit(), rect(256*float64(i)-4, 0, 8, side))
	}
}

// seasonBand is one season, 256 wide: spring is 0.
func (s *stage) seasonBand(i int) {
	s.fill(down(s.pal.grass[0], s.pal.grass[1]), svg("M0,700 C90,676 180,716 256,696 V1024 H0 Z"))
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), svg("M0,830 C90,850 180,810 256,836 V1024 H0 Z"))
	s.shadow(128, 800, 200, 0.4)
	if i == 3 {
		bare := across(0x7F6B5E, 0x5D4C44)
		s.pen(bare, 24, open(128, 800, 128, 560))
		s.pen(bare, 12, svg("M128,640 C100,590 70,570 52,500"), svg("M128,620 C160,570 190,550 206,480"), svg("M128,570 C124,520 132,480 128,410"), svg("M82,570 C70,540 40,530 28,520"), svg("M178,560 C200,540 220,540 232,520"))
		for range 22 {
			s.fill(flat(0xFFFFFF), circ(s.dice.span(0, 256), s.dice.span(60, 790), s.dice.span(4, 9)))
		}
		return
	}
	s.roundTree(128, 800, 430)
	switch i {
	case 0:
		for k := range 4 {
			s.flower(32+64*float64(k), s.dice.span(890, 980), s.dice.span(60, 90), []ink{0xE58AA0, 0xF2C75C, 0xFFFDF6, 0xB58AC8}[k])
		}
	case 1:
		s.sun(190, 130, 44)
	case 2:
		for range 16 {
			s.fill(flat([]ink{0xD9702F, 0xE9A23F, 0xB85030}[s.dice.below(3)]), oval(s.dice.span(10, 246), s.dice.span(640, 990), 11, 7))
		}
	}
}

// lifeCycle is a butterfly's: egg, caterpillar, chrysalis, butterfly.
func (s *stage) lifeCycle() {
	l := s.pal.leaf
	s.at(0, -58, 0.42, func() { s.butterfly() })
	s.at(60, 8, 0.36, func() {
		s.at(-14, 30, 0.9, func() { s.bigLeaf() })
		for _, e := range [][2]float64{{-34, 0}, {-8, -12}, {-14, 16}} {
			s.fill(ball(0xFFFFFF, 0xF2EDD2, 0xCFC79E), oval(e[0], e[1], 11, 14))
		}
	})
	s.at(2, 66, 0.36, func() { s.caterpillar() })
	s.at(-66, 8, 0.42, func() {
		s.pen(flat(0x7C5C42), 9, open(-60, -76, 60, -86))
		s.fill(slant(lighter(l[0], 0.3), l[0], l[1]), svg("M0,-80 C34,-66 42,-20 28,24 C20,52 8,70 0,78 C-8,70 -22,50 -28,24 C-40,-20 -32,-66 0,-80 Z"))
		for i := range 4 {
			s.pen(flat(l[2]).fade(0.5), 4, svgAt(0, 20*float64(i), 1, "M-30,-20 C-12,-10 12,-10 30,-20"))
		}
	})
	a := flat(s.pal.warm)
	s.arrow(pt{34, -58}, pt{58, -50}, pt{64, -26}, 6, a)
	s.arrow(pt{66, 44}, pt{60, 62}, pt{46, 70}, 6, a)
	s.arrow(pt{-42, 70}, pt{-58, 64}, pt{-64, 48}, 6, a)
	s.arrow(pt{-64, -32}, pt{-58, -52}, pt{-36, -58}, 6, a)
}

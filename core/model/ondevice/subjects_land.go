package ondevice

import "math"

func (s *stage) riverValley() {
	h := s.dice.span(440, 500)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	s.at(side/2, 0, 1, func() {
		s.flipped(s.plan.variant%2 == 1, func() {
			s.far(0.2, func() {
				s.peak(-90, h+50, 420, 330, s.pal.rock[1], 0.36)
				s.peak(130, h+50, 360, 270, s.pal.rock[1], 0.32)
			})
		})
	})
	s.fill(down(s.pal.grass[0], mix(s.pal.grass[0], s.pal.grass[1], 0.7)), s.ridge(h+24, 24, 3))
	s.far(0.15, func() { s.scatter(6, h+30, h+60, 130, func(x, y, _ float64) { s.conifer(x, y, s.dice.span(40, 60)) }) })
	s.fill(down(s.pal.grass[1], mix(s.pal.grass[1], s.pal.grass[2], 0.5)), s.ridge(h+120, 20, 3))
	w := s.pal.water
	s.at(512, h+36, 1, func() {
		s.flipped(s.plan.variant%2 == 1, func() {
			river := svg("M6,0 C50,18 110,40 84,70 C50,112 -140,110 -150,176 C-160,256 250,250 280,360 C310,470 120,520 130,700 H-420 C-400,520 -230,440 -150,380 C-90,330 -260,280 -250,190 C-240,110 20,96 44,62 C56,40 10,22 -8,2 Z")
			s.fill(down(lighter(w[0], 0.2), w[0], w[1], w[2]), river)
			s.within(river, func() {
				for range 20 {
					t := s.dice.span(0, 1)
					s.fill(flat(lighter(w[0], 0.55)).fade(0.65), slab(s.dice.span(-380, 240), 40+520*t, 26+80*t, 3+3*t, 3))
				}
			})
		})
	})
	s.scatter(6, h+170, h+330, 330, func(x, y, d float64) { s.conifer(x, y, 110+110*d) })
	s.fill(down(s.pal.grass[2], darker(s.pal.grass[2], 0.25)), svg("M-20,900 C120,860 230,900 280,1044 H-20 Z"), svg("M1044,880 C940,860 820,920 790,1044 H1044 Z"))
	s.tuft(90, 1000, 90, s.pal.grass[2])
	s.tuft(930, 1000, 96, s.pal.grass[2])
}

func (s *stage) waterfall() {
	h := 420.0
	s.sky(h)
	s.sunSomewhere(h)
	s.far(0.4, func() { s.fill(flat(s.pal.leaf[1]), s.ridge(330, 26, 4)) })
	r := s.pal.rock
	s.fill(down(r[0], r[1], r[2]), svg("M-20,330 C120,310 260,330 380,340 L404,760 C300,800 120,790 -20,800 Z"), svg("M1044,320 C900,300 760,330 640,340 L620,760 C730,800 900,790 1044,800 Z"))
	s.fill(flat(r[2]).fade(0.6), svg("M300,336 L380,340 L404,760 L330,776 C350,640 300,480 300,336 Z"), svg("M640,340 L716,334 C730,480 690,640 700,776 L620,760 Z"))
	s.fill(down(s.pal.grass[0], s.pal.grass[1]), svg("M-20,336 C120,300 260,316 392,338 L388,362 C260,344 120,350 -20,372 Z"), svg("M1044,326 C900,296 760,316 630,338 L634,362 C760,344 900,346 1044,362 Z"))
	w := s.pal.water
	fall := svg("M384,342 C450,330 570,330 636,342 L650,800 H372 Z")
	s.fill(down(mix(w[0], 0xFFFFFF, 0.4), w[0], mix(w[1], w[0], 0.4)), fall)
	s.within(fall, func() {
		for i := range 13 {
			x := 372 + 23*float64(i)
			s.fill(flat(0xFFFFFF).fade(s.dice.span(0.25, 0.6)), slab(x, 330+s.dice.span(0, 130), s.dice.span(4, 11), s.dice.span(150, 360), 5))
		}
	})
	s.fill(down(w[1], w[2]), svg("M-20,800 C200,770 820,770 1044,800 V1044 H-20 Z"))
	for range 16 {
		s.fill(flat(0xFFFFFF).fade(0.55), circ(s.dice.span(350, 674), s.dice.span(770, 812), s.dice.span(14, 40)))
	}
	s.waves(830, 1020, 12)
	s.scatter(5, 340, 350, 240, func(x, y, _ float64) { s.conifer(x, y, s.dice.span(110, 180)) })
	s.rock(150, 860, 170)
	s.rock(880, 880, 200)
	s.tuft(60, 1010, 110, s.pal.leaf[1])
	s.tuft(970, 1010, 120, s.pal.leaf[1])
}

func (s *stage) groundwater() {
	h := 400.0
	s.sky(h)
	s.greyCloud(700, 190, 330, 0x9FB0BE)
	s.raindrops(11, 590, 210, 220, 110)
	s.sun(220, 150, 52)
	s.scatter(4, h+6, h+16, 150, func(x, y, _ float64) { s.roundTree(x, y, s.dice.span(130, 190)) })
	s.fill(flat(s.pal.grass[1]), s.ridge(h+8, 8, 4))
	for i, c := range []ink{0x8B6A4C, 0xA98760} {
		s.fill(flat(c), s.ridge(h+40+110*float64(i), 10, 4))
	}
	for range 30 {
		s.fill(flat(0x6F5440).fade(0.4), oval(s.dice.span(0, side), s.dice.span(h+70, 640), s.dice.span(5, 15), s.dice.span(4, 9)))
	}
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), s.ridge(680, 10, 4))
	for range 70 {
		y := s.dice.span(720, 880)
		s.fill(flat(0xD7C19A).fade(0.75), oval(s.dice.span(0, side), y, s.dice.span(9, 26), s.dice.span(7, 16)))
	}
	s.fill(down(0x6C5C56, 0x544850), s.ridge(905, 14, 4))
	for i := range 4 {
		x := 250 + 175*float64(i)
		s.arrow(pt{x, 470}, pt{x + 6, 540}, pt{x, 610}, 12, flat(0xE8F4F6).lit().fade(0.8))
	}
}

func (s *stage) fossilStrata() {
	h := 300.0
	s.sky(h)
	s.sunSomewhere(h)
	s.scatter(4, h+6, h+16, 150, func(x, y, _ float64) { s.roundTree(x, y, s.dice.span(110, 160)) })
	s.fill(flat(s.pal.grass[1]), s.ridge(h+8, 8, 4))
	y := h + 38
	for i, c := range []ink{0xC29A6B, 0xD9B583, 0xB5805C, 0xCFA77A, 0x96705A, 0x7A6258} {
		shape := s.ridge(y, 16, 3)
		s.fill(flat(c), shape)
		for range 3 {
			x := s.dice.span(-100, 900)
			s.pen(flat(darker(c, 0.3)).fade(0.35), 3, svgAt(x, y+s.dice.span(30, 100), 1, "M0,0 C50,-10 110,8 180,-4"))
		}
		y += s.dice.span(104, 128) - 4*float64(i)
	}
	s.at(512, 620, 1.5, func() { s.fill(disc(0xF2DDB4, 0xDDBB88).fade(0.55), circ(0, 0, 170)) })
	s.at(512, 620, 2.1, func() { s.ammonite() })
	for _, f := range [][3]float64{{220, 560, 0.8}, {800, 740, 0.9}, {230, 850, 0.7}} {
		s.at(f[0], f[1], f[2], func() {
			s.pen(flat(0xF0E2C6), 7, svg("M-60,0 C-20,-8 30,-8 66,2"))
			for i := range 6 {
				x := -42 + 17*float64(i)
				s.pen(flat(0xF0E2C6), 4.5, open(x, -4, x-9, -24), open(x, -2, x-9, 20))
			}
			s.fill(flat(0xF0E2C6), svg("M-100,2 C-96,-22 -66,-22 -56,-2 C-66,16 -92,18 -100,2 Z"))
			s.fill(flat(0x8C6C50), circ(-84, -4, 4))
		})
	}
}

// ammonite is a coiled fossil shell.
func (s *stage) ammonite() {
	var line []pt
	for i := range 70 {
		f := float64(i) / 69
		line = append(line, polar(8+72*f*f+8*f, 60+1000*f))
	}
	for i := len(line) - 1; i > 2; i-- {
		f := float64(i) / 69
		s.fill(ball(0xE9CFA2, 0xBF9566, 0x8C6A49), circ(line[i].x, line[i].y, 3+19*f))
	}
	s.pen(flat(0x7A5A3E).fade(0.7), 2.4, flow(line...))
	for i := 8; i < len(line); i += 3 {
		f := float64(i) / 69
		p := line[i]
		n := p.times(1 / max(p.length(), 1))
		a, b := p.minus(n.times(2+15*f)), p.plus(n.times(2+15*f))
		s.pen(flat(0x7A5A3E).fade(0.55), 2, open(a.x, a.y, b.x, b.y))
	}
}

func (s *stage) greatSun() {
	h := 720.0
	s.sky(h)
	x, y := 512.0, 430.0
	s.fill(glow(0xFFE9A8, 0.8), circ(x, y, 470))
	for a := range 16 {
		s.at(x, y, 1, func() {
			s.turned(float64(a)*22.5, func() {
				l := 300.0
				if a%2 == 1 {
					l = 262
				}
				s.fill(across(0xFFE08A, 0xF9C861).lit().fade(0.85), svgAt(0, 0, 1, "M206,-17 L"+num(l)+",0 L206,17 Z"))
			})
		})
	}
	s.fill(paint{kind: paintBall, x0: 0.42, y0: 0.38, x1: 0.62, alpha: 1, own: true, stops: evenly([]ink{0xFFF4C8, 0xFFDD84, 0xF6B94E})}, circ(x, y, 184))
	s.cloud(210, 650, 260)
	s.cloud(830, 600, 250)
	s.far(0.25, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+40, 24, 3)) })
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+120, 16, 3))
	s.flowerFront()
}

func (s *stage) moonPhases() {
	s.canvas.light, s.light = skies(night, s.plan.variant).tone, skies(night, s.plan.variant)
	s.sky(860)
	lit, dim := ink(0xF6E8C2), ink(0x35466F)
	for i, ph := range []float64{0.16, 0.5, 1, 0.5, 0.16} {
		f := float64(i) - 2
		x, y, r := 512+f*(240-26*math.Abs(f)), 420+f*f*44, 66.0
		if i == 2 {
			r = 116
		}
		s.fill(glow(lit, 0.25), circ(x, y, r*1.9))
		s.fill(flat(dim).lit(), circ(x, y, r))
		s.fill(flat(lit).lit(), moonLit(x, y, r, ph, f < 0))
		if i == 2 {
			for _, m := range [][3]float64{{-0.3, -0.2, 0.2}, {0.25, 0.3, 0.26}, {0.3, -0.36, 0.12}, {-0.2, 0.45, 0.11}} {
				s.fill(flat(0xDCC99C).lit().fade(0.7), circ(x+m[0]*r, y+m[1]*r, m[2]*r))
			}
		}
	}
	s.far(0.2, func() { s.fill(flat(0x53648C), s.ridge(800, 24, 3)) })
	s.fill(flat(0x3D4A6E), s.ridge(870, 18, 3))
	s.scatter(5, 880, 940, 260, func(x, y, d float64) { s.darkConifer(x, y, 110+60*d) })
}

// moonLit is the lit part of a moon: part 0.5 is a half, 1 the whole.
func moonLit(x, y, r, part float64, right bool) path {
	if part >= 1 {
		return circ(x, y, r)
	}
	k := r * 0.5523
	dir := 1.0
	if !right {
		dir = -1
	}
	inner := r * (1 - 2*part) * dir
	ki := inner * 0.5523
	var p path
	p.move(pt{x, y - r})
	p.cubic(pt{x + k*dir, y - r}, pt{x + r*dir, y - k}, pt{x + r*dir, y})
	p.cubic(pt{x + r*dir, y + k}, pt{x + k*dir, y + r}, pt{x, y + r})
	p.cubic(pt{x + ki, y + r}, pt{x + inner, y + k}, pt{x + inner, y})
	p.cubic(pt{x + inner, y - k}, pt{x + ki, y - r}, pt{x, y - r})
	p.close()
	return p
}

func (s *stage) solarSystem() {
	s.space()
	x, y := 512.0, 512.0
	for i := range 5 {
		r := 150 + 74*float64(i)
		s.at(x, y, 1, func() {
			s.turned(-16, func() {
				s.pen(flat(0xDCE3F5).lit().fade(0.28), 2.5, s.ringAt(0, 0, r, r*0.46))
			})
		})
	}
	s.fill(glow(0xFFD98A, 0.8), circ(x, y, 250))
	s.fill(paint{kind: paintBall, x0: 0.42, y0: 0.4, x1: 0.6, alpha: 1, own: true, stops: evenly([]ink{0xFFF4CC, 0xFFD978, 0xF2A845})}, circ(x, y, 88))
	worlds := []struct {
		c ink
		r float64
	}{{0xB9A58F, 15}, {0xE3B778, 24}, {0x5C96C4, 28}, {0xC86D4E, 23}, {0xD9AF80, 46}}
	for i, w := range worlds {
		r := 150 + 74*float64(i)
		a := s.dice.span(0, 360)
		p := polar(r, a)
		p.y *= 0.46
		s.at(x, y, 1, func() {
			s.turned(-16, func() { s.planet(p.x, p.y, w.r, w.c, i == 4) })
		})
	}
}

func (s *stage) globeEarth() {
	body := circ(0, 0, 92)
	s.fill(glow(0x9CD3EE, 0.5), circ(0, 0, 124))
	s.fill(ball(0x8FC7DE, 0x4A93BE, 0x23588A).lit(), body)
	s.within(body, func() {
		land := flat(0x86AE6E).lit()
		s.fill(land, svg("M-78,-50 C-58,-76 -20,-84 2,-72 C14,-62 -6,-54 -12,-42 C-22,-30 -42,-30 -44,-14 C-50,0 -68,-12 -76,-22 C-84,-32 -84,-42 -78,-50 Z"))
		s.fill(land, svg("M-40,2 C-22,-6 0,8 2,24 C2,44 -16,58 -22,78 C-34,74 -34,50 -42,36 C-50,22 -52,8 -40,2 Z"))
		s.fill(land, svg("M30,-62 C52,-78 84,-60 96,-36 C90,-22 70,-28 62,-18 C50,-22 40,-36 28,-38 C20,-46 22,-56 30,-62 Z"))
		s.fill(land, svg("M34,-22 C56,-28 74,-12 72,8 C70,28 54,44 48,56 C38,48 40,28 32,16 C24,4 20,-16 34,-22 Z"))
		s.fill(flat(0xF5F7F4).lit(), svg("M-44,-92 C-20,-76 20,-76 44,-92 Z"), svg("M-40,94 C-16,80 20,80 42,94 Z"))
		s.fill(flat(0xFFFFFF).lit().fade(0.5), slab(-86, -10, 64, 9, 5), slab(-58, -22, 46, 8, 4), slab(6, 58, 66, 9, 5), slab(20, -52, 50, 8, 4))
		s.fill(paint{kind: paintBall, x0: 0.34, y0: 0.28, x1: 0.86, alpha: 1, own: true, stops: []stop{{0, 0x0D2342, 0}, {0.55, 0x0D2342, 0.06}, {1, 0x0D2342, 0.62}}}, body)
	})
}

func (s *stage) bigMoon() {
	s.fill(glow(0xFBF0CC, 0.4), circ(0, 0, 150))
	body := circ(0, 0, 92)
	s.fill(ball(0xFFF7DE, 0xEADCB6, 0xB4A585).lit(), body)
	s.within(body, func() {
		for _, m := range [][3]float64{{-34, -30, 22}, {24, 30, 28}, {36, -38, 13}, {-24, 46, 14}, {-64, 16, 11}, {4, -10, 8}, {62, 4, 9}} {
			s.fill(flat(0xC9B88F).lit().fade(0.75), circ(m[0], m[1], m[2]))
			s.fill(flat(0xDCCDA6).lit().fade(0.8), circ(m[0]+m[2]*0.16, m[1]+m[2]*0.16, m[2]*0.78))
		}
	})
}

func (s *stage) snowflake() {
	s.fill(glow(0xFFFFFF, 0.5), circ(0, 0, 120))
	c := flat(mix(s.pal.water[1], 0xFFFFFF, 0.15))
	for a := range 6 {
		s.turned(float64(a)*60, func() {
			s.pen(c, 8, open(0, 0, 0, -92), open(0, -46, 22, -66), open(0, -46, -22, -66), open(0, -70, 15, -84), open(0, -70, -15, -84), open(0, -24, 13, -36), open(0, -24, -13, -36))
		})
	}
	s.fill(flat(0xFFFFFF), circ(0, 0, 10))
}

func (s *stage) crystal() {
	c := s.pal.cool
	for _, q := range [][5]float64{{-46, 100, 34, 120, -16}, {44, 100, 32, 110, 18}, {0, 100, 46, 190, 0}} {
		s.at(q[0], q[1], 1, func() {
			s.turned(q[4], func() {
				w, h := q[2], q[3]
				s.fill(down(lighter(c, 0.5), c), poly(-w, 0, -w, -h*0.72, 0, -h, w, -h*0.72, w, 0))
				s.fill(down(lighter(c, 0.7), lighter(c, 0.2)), poly(-w, 0, -w, -h*0.72, -w*0.3, -h*0.62, -w*0.3, 0))
				s.fill(down(c, darker(c, 0.35)), poly(w*0.4, 0, w*0.4, -h*0.62, w, -h*0.72, w, 0))
				s.fill(flat(lighter(c, 0.75)).fade(0.8), poly(-w, -h*0.72, 0, -h, w, -h*0.72, w*0.4, -h*0.62, -w*0.3, -h*0.62))
			})
		})
	}
	s.rock(0, 106, 190)
}

func (s *stage) earthLayers() {
	s.space()
	x, y, r := 512.0, 540.0, 360.0
	s.fill(glow(0x8CC4E4, 0.35), circ(x, y, r*1.3))
	s.at(x, y, r/92, func() { s.globeEarth() })
	cut := [2]float64{-128, -2}
	for _, l := range []struct {
		r float64
		p paint
	}{
		{1, flat(0x6E4E3C).lit()},
		{0.945, disc(0xD9623A, 0xC9573A, 0xA84335).lit()},
		{0.60, disc(0xF2A04C, 0xE8853C).lit()},
		{0.33, disc(0xFFF0B8, 0xFFD470, 0xF6B24E).lit()},
	} {
		s.fill(l.p, sector(x, y, r*l.r, cut[0], cut[1]))
	}
	for range 16 {
		p := polar(r*s.dice.span(0.64, 0.9), s.dice.span(cut[0]+8, cut[1]-8))
		s.fill(flat(0xF0925A).lit().fade(0.5), oval(x+p.x, y+p.y, s.dice.span(8, 20), s.dice.span(5, 10)))
	}
	s.fill(glow(0xFFE7A0, 0.5), circ(x, y-30, 150))
}

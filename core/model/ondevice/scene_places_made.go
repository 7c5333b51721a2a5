package ondevice

func (s *stage) town() {
	h := s.dice.span(540, 600)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	walls := []ink{0xE9D9C4, 0xD9B99A, 0xC9D3D2, 0xE4C6A6, 0xB9C3C9}
	s.far(0.55, func() { s.blocks(h+60, 200, 330, walls) })
	s.far(0.25, func() { s.blocks(h+110, 150, 260, walls) })
	s.street(h+120, walls)
	s.fill(down(0xB9B4AC, 0xA19C96), rect(0, h+200, side, side))
	s.fill(flat(0xD6CFC3), rect(0, h+196, side, 14))
	s.scatter(2, h+200, h+206, 300, func(x, y, _ float64) { s.roundTree(x, y, 170) })
}

// blocks is a row of tall houses.
func (s *stage) blocks(y, lo, hi float64, walls []ink) {
	for x := s.dice.span(-60, 0); x < side; {
		w := s.dice.span(80, 150)
		s.tower(x, y, w, s.dice.span(lo, hi), walls[s.dice.below(len(walls))])
		x += w + s.dice.span(-4, 16)
	}
}

// street is the near row of houses, lower in the middle.
func (s *stage) street(y float64, walls []ink) {
	for i, x := range []float64{-70, 110, 260, 620, 790, 930} {
		w := s.dice.span(150, 180)
		h := s.dice.span(170, 280)
		if i == 2 || i == 3 {
			h *= 0.75
		}
		s.tower(x, y+84, w, h, walls[(i+s.plan.variant)%len(walls)])
		roof := mix(s.pal.warm, 0x8A6A5C, float64(i%3)*0.3)
		if i%2 == 0 {
			s.fill(down(lighter(roof, 0.1), darker(roof, 0.1)), poly(x-10, y+85-h, x+w*0.2, y+30-h, x+w*0.8, y+30-h, x+w+10, y+85-h))
		} else {
			s.fill(flat(darker(roof, 0.2)), rect(x-6, y+72-h, w+12, 14))
		}
		s.fill(flat(mix(s.pal.cool, 0x6A4F40, 0.5)), slab(x+w*0.4, y+84-46, 32, 46, 4))
	}
}

func (s *stage) pavementFront() {
	s.fill(flat(0xDAD3C7), rect(0, 948, side, 14))
	s.fill(down(0xC3BDB3, 0xA9A399), rect(0, 960, side, 80))
	for x := s.dice.span(-60, 0); x < side; x += 150 {
		s.pen(flat(0x958F87).fade(0.6), 2.5, open(x, 962, x-30, side))
	}
}

func (s *stage) oldTown() {
	h := s.dice.span(540, 590)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	s.far(0.5, func() {
		s.fill(flat(s.pal.grass[1]), s.ridge(h+10, 20, 3))
		s.at(s.dice.span(330, 700), h+10, 2, func() { s.castleShape() })
	})
	for i, x := range []float64{60, 190, 320, 700, 830, 960} {
		s.far(0.14, func() { s.gable(x+s.dice.span(-16, 16), h+170, s.dice.span(150, 180), i) })
	}
	s.fill(down(0xCBBFA9, 0xAEA18C), rect(0, h+168, side, side))
	for range 40 {
		y := s.dice.span(h+190, 930)
		k := (y - h - 100) / 240
		s.fill(flat(0x9B8F7C).fade(0.3), oval(s.dice.span(0, side), y, 16*k, 5*k))
	}
}

// gable is a timbered house.
func (s *stage) gable(x, y, w float64, i int) {
	s.at(x, y, w/100, func() {
		wall := []ink{0xF0E2C8, 0xE4CDA8, 0xEAD9C6}[i%3]
		t := 110 + 14*float64(i%3)
		roof := mix(s.pal.warm, 0x7A5548, 0.4)
		s.fill(across(lighter(wall, 0.1), darker(wall, 0.1)), rect(-40, -t, 80, t+1))
		s.fill(down(roof, darker(roof, 0.2)), poly(-48, 2-t, 0, -46-t, 48, 2-t))
		beam := flat(0x6E4E38)
		s.pen(beam, 4, open(-38, 2-t, -38, 0), open(38, 2-t, 38, 0), open(-40, -t+36, 40, -t+36), open(-40, -52, 40, -52), open(0, -t, 0, -52))
		s.pen(beam, 3, open(-38, -52, -4, -t+36), open(38, -52, 4, -t+36))
		s.window(-29, 8-t, 20, 20)
		s.window(9, 8-t, 20, 20)
		s.fill(flat(0x5C4231), svg("M-13,0 V-30 C-13,-46 13,-46 13,-30 V0 Z"))
	})
}

func (s *stage) factory() {
	h := s.dice.span(540, 590)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	s.far(0.5, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h, 20, 3)) })
	s.far(0.12, func() {
		for _, x := range []float64{130, 230, 850} {
			t := s.dice.span(260, 340)
			s.fill(across(0xD0A68C, 0x9F735C), poly(x-20, h+90, x-13, h+90-t, x+13, h+90-t, x+20, h+90))
			s.fill(flat(0x84594A), rect(x-16, h+86-t, 32, 18))
			for k := range 4 {
				f := float64(k)
				s.fill(flat(0xEDEBE6).fade(0.62-0.12*f), circ(x+10+34*f, h+60-t-26*f, 22+13*f))
			}
		}
		for i := range 5 {
			x := 20 + 205*float64(i)
			s.fill(down(0xC98F74, 0xAF735C), poly(x, h+150, x, h-10, x+110, h-70, x+110, h-10, x+205, h-10, x+205, h+150))
			s.window(x+28, h+30, 44, 50)
			s.window(x+120, h+30, 44, 50)
		}
	})
	s.fill(down(0xB6ADA0, 0x9C9387), rect(0, h+140, side, side))
}

func (s *stage) underground() {
	h := s.dice.span(300, 360)
	s.sky(h)
	s.sunSomewhere(h)
	s.scatter(5, h+6, h+20, 170, func(x, y, _ float64) { s.roundTree(x, y, s.dice.span(110, 170)) })
	s.fill(flat(s.pal.grass[1]), s.ridge(h+10, 9, 4))
	y := h + 36
	for i, c := range []ink{0x7A5640, 0x93694A, 0xA9805A, 0x8B7160, 0x6E5F5C, 0x584E52} {
		shape := s.ridge(y, 13, 4)
		s.fill(flat(c), shape)
		s.within(shape, func() {
			for range 14 {
				s.fill(flat(lighter(c, 0.25)).fade(0.5), oval(s.dice.span(0, side), y+s.dice.span(24, 130), s.dice.span(5, 17), s.dice.span(4, 10)))
			}
		})
		y += s.dice.span(90, 130) - 6*float64(i)
	}
	// A lit hollow for the hero.
	s.fill(flat(0x3E2E2A).fade(0.55), oval(512, 640, 318, 250))
	s.fill(disc(0xF0D3A0, 0xC99C6C, 0x8A6148), oval(512, 646, 296, 230))
	s.fill(down(0x8A6148, 0x6E4C3A), svg("M236,742 C330,716 690,716 788,742 C752,826 640,876 512,876 C384,876 272,826 236,742 Z"))
	for _, x := range []float64{120, 330, 700, 890} {
		s.pen(flat(0x5B4030).fade(0.7), 5, svgAt(x, h+20, 1, "M0,0 C6,30 -10,50 4,84 M2,40 L-20,70 M2,52 L22,82"))
	}
}

func (s *stage) ancient() {
	h := s.dice.span(540, 590)
	s.sky(h)
	s.sunSomewhere(h)
	s.far(0.5, func() { s.fill(flat(0xC0A57A), s.ridge(h, 34, 3)) })
	s.far(0.15, func() {
		s.fill(down(0xD9C08C, 0xC9A870), s.ridge(h+34, 14, 3))
		for i, x := range []float64{70, 190, 310, 714, 834, 954} {
			t := 250.0 - 40*float64((i*2+s.plan.variant)%3)
			s.column(x, h+110, t)
		}
	})
	s.scatter(3, h+90, h+120, 300, func(x, y, _ float64) { s.cypress(x, y, s.dice.span(170, 230)) })
	s.fill(down(0xDDC491, 0xBD9C63), s.ridge(h+110, 12, 3))
	s.rock(s.dice.span(120, 260), h+190, 90)
	s.rock(s.dice.span(800, 930), h+230, 110)
}

func (s *stage) cypress(x, y, h float64) {
	s.fill(across(s.pal.leaf[1], s.pal.leaf[2]), svgAt(x, y, h/100, "M0,-100 C14,-70 18,-30 8,0 H-8 C-18,-30 -14,-70 0,-100 Z"))
}

func (s *stage) column(x, y, h float64) {
	w := h * 0.16
	s.fill(across(0xF7EEDC, 0xE4D4B8, 0xC4AF8C), poly(x-w*0.42, y, x-w*0.36, y-h+w*0.4, x+w*0.36, y-h+w*0.4, x+w*0.42, y))
	for i := -1; i <= 1; i++ {
		s.pen(flat(0xB39C78).fade(0.6), 2, open(x+float64(i)*w*0.2, y, x+float64(i)*w*0.18, y-h+w*0.4))
	}
	s.fill(across(0xF9F1E0, 0xCDB893), rect(x-w*0.6, y-h, w*1.2, w*0.42), rect(x-w*0.6, y-w*0.3, w*1.2, w*0.34))
}

func (s *stage) island() {
	h := s.dice.span(430, 500)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(3, h)
	w := s.pal.water
	s.fill(down(w[0], w[1]), rect(0, h, side, side-h))
	s.far(0.35, func() {
		x := s.dice.span(180, 820)
		s.fill(down(s.pal.leaf[1], s.pal.leaf[2]), svgAt(x, h+4, 1.2, "M-150,0 C-90,-20 -60,-90 -10,-96 C40,-90 70,-30 150,0 Z"))
	})
	s.waves(h+14, 720, 20)
	s.fill(flat(lighter(w[0], 0.45)).fade(0.8), svg("M-20,800 C200,690 420,676 620,682 C820,688 960,730 1060,790 V1044 H-20 Z"))
	s.fill(down(0xF3E0B4, 0xDDC08A), svg("M-20,826 C200,716 420,700 620,706 C820,712 960,752 1060,814 V1044 H-20 Z"))
	s.at(side/2, 0, 1, func() {
		s.flipped(s.plan.variant%2 == 0, func() {
			s.palm(-330, 790, 430)
			s.palm(-250, 800, 330)
		})
	})
}

func (s *stage) beachFront() {
	s.fill(down(0xE6CD9A, 0xD0AE78), s.ridge(950, 12, 3))
	for range 7 {
		s.fill(flat(0xFBF3E2).fade(0.9), oval(s.dice.span(0, side), s.dice.span(965, 1010), 9, 6))
	}
	s.tuft(s.dice.span(30, 130), 1020, 100, s.pal.leaf[1])
	s.tuft(s.dice.span(890, 990), 1024, 110, s.pal.leaf[1])
}

func (s *stage) nightHills() {
	h := s.dice.span(540, 610)
	s.sky(h)
	s.sunSomewhere(h)
	s.far(0.4, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h, 30, 3)) })
	s.far(0.2, func() { s.fill(flat(s.pal.grass[1]), s.ridge(h+70, 26, 3)) })
	s.scatter(5, h+80, h+150, 220, func(x, y, d float64) { s.conifer(x, y, 90+90*d) })
	s.house(s.dice.span(150, 280), h+150, 120, s.pal.warm)
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+150, 18, 3))
}

package ondevice

// person says how a figure is dressed.
type person struct {
	coat, trousers ink
	robe           bool // a long coat down to the feet
	small          bool
	hat            func(*stage)
	holds          func(*stage)
}

func peopleSubjects() []subject {
	one := func(key string, size float64, p func(*stage) person) subject {
		return subject{key: key, habit: stands, size: size, draw: func(s *stage) { s.person(p(s)) }}
	}
	return []subject{
		one("child", 0.85, func(s *stage) person { return person{coat: s.pal.warm, trousers: s.pal.cool, small: true} }),
		one("person", 1, func(s *stage) person { return person{coat: s.pal.cool, trousers: 0x5E5A64} }),
		one("teacher", 1, func(s *stage) person {
			return person{coat: s.pal.leaf[1], trousers: 0x55505A, holds: (*stage).heldBook}
		}),
		one("farmer", 1, func(s *stage) person {
			return person{coat: 0x5F7FA6, trousers: 0x6A5A48, hat: (*stage).strawHat, holds: (*stage).heldFork}
		}),
		one("scientist", 1, func(s *stage) person {
			return person{coat: 0xF6F4EE, trousers: 0x5A6470, robe: false, holds: (*stage).heldFlask}
		}),
		one("doctor", 1, func(s *stage) person {
			return person{coat: 0xF4F7F6, trousers: s.pal.cool, holds: (*stage).heldBag}
		}),
		one("king", 1.05, func(s *stage) person {
			return person{coat: s.pal.warm, trousers: 0x5A3A48, robe: true, hat: (*stage).crownHat}
		}),
		one("queen", 1.05, func(s *stage) person {
			return person{coat: mix(s.pal.cool, 0x7A4E90, 0.5), trousers: 0x5A3A48, robe: true, hat: (*stage).crownHat}
		}),
		one("worker", 1, func(s *stage) person {
			return person{coat: 0xE39A45, trousers: 0x52606E, hat: (*stage).helmet}
		}),
		one("explorer", 1, func(s *stage) person {
			return person{coat: 0xB99A68, trousers: 0x6E5A44, hat: (*stage).wideHat, holds: (*stage).heldStaff}
		}),
		one("writer", 1, func(s *stage) person {
			return person{coat: 0x4E5A78, trousers: 0x4A4450, holds: (*stage).heldScroll}
		}),
		one("citizen", 1, func(s *stage) person {
			return person{coat: 0x7D8A6A, trousers: 0x6A5344, hat: (*stage).cap}
		}),
		one("roman", 1.05, func(s *stage) person {
			return person{coat: 0xF4ECDC, trousers: 0xF4ECDC, robe: true, holds: (*stage).heldScroll}
		}),
		one("pharaoh", 1.05, func(s *stage) person {
			return person{coat: 0xF2E6CC, trousers: 0xF2E6CC, robe: true, hat: (*stage).headcloth}
		}),
		one("knight", 1.05, func(s *stage) person {
			return person{coat: 0xAEB9C4, trousers: 0x8793A0, hat: (*stage).visor, holds: (*stage).heldSword}
		}),
		{key: "friends", habit: stands, size: 1.05, draw: (*stage).friends},
		{key: "crowd", habit: stands, size: 1.15, draw: (*stage).crowd},
		{key: "assembly", place: "oldtown", habit: stands, size: 1.2, draw: (*stage).assembly},
		{key: "family", habit: stands, size: 1.1, draw: (*stage).familyGroup},
		{key: "astronaut", habit: hangs, draw: (*stage).astronaut},
	}
}

// skins and hairs are plain, and chosen by the picture's dice.
func (s *stage) looks() (skin, hair ink) {
	return []ink{0xF0C9A6, 0xDDA880, 0xB97F58, 0x8E5E40}[s.dice.below(4)], []ink{0x3A2D28, 0x5C4030, 0x2C2A30, 0x8A623C, 0x75706C}[s.dice.below(5)]
}

func (s *stage) person(p person) {
	skin, hair := s.looks()
	if p.small {
		// A child is all head.
		s.with(affine{a: 0.92, d: 0.80, f: 20}, func() { s.body(p, skin) })
		s.at(0, 12, 1.14, func() { s.head(p, skin, hair) })
		return
	}
	s.body(p, skin)
	s.head(p, skin, hair)
}

func (s *stage) body(p person, skin ink) {
	shoe := ink(0x463A36)
	coat := across(lighter(p.coat, 0.12), p.coat, darker(p.coat, 0.15))
	s.fill(flat(shoe), slab(-27, 92, 25, 9, 4), slab(3, 92, 25, 9, 4))
	if p.robe {
		s.fill(coat, svg("M-24,-30 C-34,-26 -38,20 -46,94 H46 C38,20 34,-26 24,-30 Z"))
		s.pen(flat(darker(p.coat, 0.3)).fade(0.5), 3, open(-14, 20, -20, 90), open(12, 20, 18, 90))
	} else {
		s.fill(across(p.trousers, darker(p.trousers, 0.2)), svg("M-24,28 H24 L23,94 H5 L1,48 H-1 L-5,94 H-23 Z"))
		s.fill(coat, svg("M-22,-32 C-32,-28 -32,0 -29,42 H29 C32,0 32,-28 22,-32 Z"))
		s.pen(flat(darker(p.coat, 0.3)).fade(0.4), 2.4, open(0, -26, 0, 40))
	}
	s.pen(coat, 15, svg("M-24,-22 C-38,-10 -42,8 -40,24"))
	s.fill(flat(skin), circ(-40, 31, 7.5))
	if p.holds != nil {
		s.pen(coat, 15, svg("M24,-22 C38,-16 46,-8 52,0"))
		s.at(58, 2, 1, func() { p.holds(s) })
		s.fill(flat(skin), circ(57, 3, 7.5))
		return
	}
	s.pen(coat, 15, svg("M24,-22 C38,-10 42,8 40,24"))
	s.fill(flat(skin), circ(40, 31, 7.5))
}

func (s *stage) head(p person, skin, hair ink) {
	s.fill(flat(darker(skin, 0.12)), slab(-7, -44, 14, 18, 5))
	long := s.dice.coin()
	if long {
		s.fill(flat(hair), svg("M-26,-66 C-32,-40 -30,-30 -24,-28 H24 C30,-30 32,-40 26,-66 Z"))
	}
	s.fill(ball(lighter(skin, 0.2), skin, darker(skin, 0.08)), oval(0, -62, 23, 25))
	s.fill(flat(hair), svg("M-25,-60 C-30,-96 30,-96 25,-60 C20,-76 8,-80 -4,-78 C-14,-78 -22,-72 -25,-60 Z"))
	s.fill(flat(0x2E2624), circ(-8, -61, 2.7), circ(8, -61, 2.7))
	s.pen(flat(darker(skin, 0.45)), 2.2, svg("M-6,-50 C-3,-46.5 3,-46.5 6,-50"))
	s.fill(flat(0xE58A78).fade(0.35), circ(-14, -53, 4), circ(14, -53, 4))
	if p.hat != nil {
		p.hat(s)
	}
}

func (s *stage) strawHat() {
	s.fill(down(0xEFD08A, 0xCFA655), oval(0, -76, 42, 9), svg("M-22,-78 C-22,-104 22,-104 22,-78 Z"))
	s.fill(flat(s.pal.warm), slab(-22, -84, 44, 6, 2))
}

func (s *stage) wideHat() {
	s.fill(down(0xA9855A, 0x7C5C3A), oval(0, -77, 40, 8), svg("M-21,-78 C-21,-102 21,-102 21,-78 Z"))
}

func (s *stage) helmet() {
	s.fill(down(0xF9D46A, 0xE0A83A), svg("M-27,-72 C-29,-104 29,-104 27,-72 Z"), slab(-32, -76, 64, 7, 3))
}

func (s *stage) cap() {
	s.fill(down(lighter(s.pal.warm, 0.1), darker(s.pal.warm, 0.15)), svg("M-26,-72 C-30,-100 4,-108 26,-92 C32,-86 30,-78 26,-72 C10,-80 -10,-80 -26,-72 Z"))
}

// visor is a knight's closed helmet with a plume.
func (s *stage) visor() {
	s.fill(slant(lighter(s.pal.warm, 0.1), s.pal.warm), svg("M4,-94 C-2,-122 -34,-122 -46,-96 C-34,-104 -20,-100 -8,-90 Z"))
	s.fill(across(0xDDE4EA, 0xB3BEC8, 0x8592A0), svg("M-28,-42 V-70 C-28,-102 28,-102 28,-70 V-42 C14,-32 -14,-32 -28,-42 Z"))
	s.fill(flat(0x2B343E), slab(-20, -68, 40, 7, 3))
	s.pen(flat(0x6C7986), 2.4, open(0, -60, 0, -38), open(-11, -54, -11, -42), open(11, -54, 11, -42))
}

func (s *stage) heldSword() {
	s.fill(across(0xF4F7F9, 0xB9C4CD), poly(-4.5, -12, 0, -104, 4.5, -12))
	s.fill(flat(0xC9983E), slab(-17, -14, 34, 7, 3))
	s.fill(flat(0x6A4A34), slab(-3.5, -8, 7, 22, 3))
	// The shield is on the other arm.
	s.at(-98, 26, 1, func() {
		s.fill(slant(lighter(s.pal.cool, 0.2), s.pal.cool, darker(s.pal.cool, 0.2)), svg("M-27,-34 H27 V2 C27,24 10,36 0,42 C-10,36 -27,24 -27,2 Z"))
		s.fill(flat(s.pal.bright), rect(-4, -34, 8, 74), rect(-27, -14, 54, 8))
	})
}

func (s *stage) friends() {
	for i, x := range []float64{-40, 40} {
		c := []ink{s.pal.warm, s.pal.cool}[i]
		s.at(x, 14, 0.86, func() { s.person(person{coat: c, trousers: []ink{s.pal.cool, 0x6A5A66}[i], small: true}) })
	}
}

func (s *stage) crownHat() {
	s.at(0, -86, 0.3, func() { s.crownJewel() })
}

func (s *stage) headcloth() {
	s.fill(across(0xE9B94E, 0xC9922F), svg("M-29,-40 C-36,-80 -26,-96 0,-96 C26,-96 36,-80 29,-40 L21,-40 C24,-64 20,-78 0,-78 C-20,-78 -24,-64 -21,-40 Z"))
	for i := range 4 {
		y := -88 + 13*float64(i)
		s.pen(flat(0x35628F), 3, open(-30, y+14, -23, y+12), open(30, y+14, 23, y+12))
	}
}

func (s *stage) heldBook()   { s.at(10, -6, 0.2, func() { s.openBook() }) }
func (s *stage) heldFlask()  { s.at(4, -18, 0.24, func() { s.flask() }) }
func (s *stage) heldScroll() { s.at(6, -10, 0.24, func() { s.scroll() }) }

func (s *stage) heldStaff() { s.pen(flat(0x7C5638), 5, open(0, -66, 0, 96)) }

func (s *stage) heldFork() {
	s.pen(flat(0x8A6442), 5, open(0, -40, 0, 96))
	s.pen(flat(0x7A8590), 3.6, svg("M-12,-74 V-52 C-12,-40 12,-40 12,-52 V-74 M0,-74 V-42"))
}

func (s *stage) heldBag() {
	s.fill(down(0x8A5A40, 0x5F3C2A), slab(-16, 10, 34, 26, 5))
	s.pen(flat(0x5F3C2A), 4, svg("M-8,12 C-8,0 10,0 10,12"))
	s.pen(flat(0xFFFDF6), 4, open(1, 17, 1, 29), open(-5, 23, 7, 23))
}

func (s *stage) crowd() {
	for i, x := range []float64{-62, 60, 0} {
		c := []ink{s.pal.cool, s.pal.bright, s.pal.warm}[i]
		s.at(x, 22-6*float64(i)+8*float64(i/2), 0.8, func() { s.person(person{coat: c, trousers: 0x5E5A64}) })
	}
}

// assembly is people of an older time, one of them with a scroll.
func (s *stage) assembly() {
	hats := []func(*stage){(*stage).cap, (*stage).wideHat, nil}
	for i, x := range []float64{-64, 64, 0} {
		c := []ink{0x7D8A6A, 0x6A7896, s.pal.warm}[i]
		var held func(*stage)
		if i == 2 {
			held = (*stage).heldScroll
		}
		s.at(x, 22, 0.78, func() { s.person(person{coat: c, trousers: 0x6A5344, hat: hats[i], holds: held}) })
	}
}

func (s *stage) familyGroup() {
	s.at(-46, 4, 0.95, func() { s.person(person{coat: s.pal.cool, trousers: 0x5E5A64}) })
	s.at(46, 8, 0.91, func() { s.person(person{coat: s.pal.bright, trousers: 0x6A5A66}) })
	s.at(0, 40, 0.6, func() { s.person(person{coat: s.pal.warm, trousers: s.pal.cool, small: true}) })
}

func (s *stage) astronaut() {
	suit := across(0xFFFFFF, 0xEEF0F1, 0xC3C9D0)
	s.turned(-10, func() {
		s.fill(across(0xB9C3CC, 0x8A96A2), slab(-36, -30, 72, 74, 12))
		s.pen(suit, 26, svg("M-26,-14 C-50,-10 -66,4 -70,26"), svg("M26,-14 C50,-22 66,-36 72,-54"))
		s.pen(suit, 30, svg("M-16,40 C-22,58 -26,70 -26,84"), svg("M16,40 C24,58 34,66 40,78"))
		s.fill(suit, slab(-32, -30, 64, 82, 24))
		s.fill(flat(s.pal.warm), slab(-16, -6, 32, 20, 4))
		s.fill(flat(s.pal.cool), circ(-70, 30, 12), circ(74, -60, 12))
		s.fill(suit, circ(0, -56, 40))
		s.fill(slant(0x6F97B8, 0x2B4664, 0x1B2C44), slab(-28, -76, 56, 42, 20))
		s.fill(flat(0xFFFFFF).fade(0.6), oval(-12, -64, 9, 5))
	})
}

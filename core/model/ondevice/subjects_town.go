package ondevice

// ballotBox has a paper half in its slot.
func (s *stage) ballotBox() {
	s.turned(-5, func() {
		s.fill(flat(0x5A4A40).fade(0.18), slab(-42, -94, 92, 100, 5))
		s.fill(down(0xFFFEFA, 0xF0EADF), slab(-46, -98, 92, 110, 5))
		for i := range 3 {
			y := -82 + 24*float64(i)
			s.pen(flat(0x8A8378), 3, rect(-34, y, 14, 14))
			s.fill(flat(0xCFC7B8), slab(-10, y+3, 44, 8, 4))
		}
		s.pen(flat(s.pal.warm), 5, svg("M-33,-50 L-26,-43 L-14,-62"))
	})
	c := s.pal.cool
	s.fill(flat(lighter(c, 0.3)), poly(-92, 4, -72, -14, 72, -14, 92, 4))
	s.fill(flat(0x22303A), poly(-56, -2, -50, -8, 50, -8, 56, -2))
	s.fill(down(lighter(c, 0.12), c, darker(c, 0.2)), slab(-92, 2, 184, 98, 7))
	s.fill(flat(0xFFFDF6), circ(0, 52, 31))
	s.pen(flat(s.pal.leaf[1]), 9, svg("M-15,52 L-4,64 L16,40"))
}

// marketStall is a stall with an awning and baskets of fruit.
func (s *stage) marketStall() {
	s.fill(across(0xA57B52, 0x7E5A3A), rect(-84, -40, 7, 140), rect(77, -40, 7, 140))
	s.fill(down(0xF3E6CC, 0xDCC7A2), rect(-77, -36, 154, 70))
	for i := range 6 {
		x := -96 + 32*float64(i)
		c := s.pal.warm
		if i%2 == 1 {
			c = 0xFFFAEE
		}
		s.fill(down(lighter(c, 0.12), darker(c, 0.08)), poly(x*0.82, -84, (x+32)*0.82, -84, x+32, -38, x, -38), svgAt(x+16, -38, 1, "M-16,0 H16 C16,20 -16,20 -16,0 Z"))
	}
	for i, c := range []ink{0xCF4F45, 0xEFB04A, 0x8DB35E, 0x8A5B96} {
		x := -60 + 40*float64(i)
		for k := range 5 {
			s.fill(ball(lighter(c, 0.5), c, darker(c, 0.25)), circ(x-14+7*float64(k), 26-9*float64(k%2), 9))
		}
		s.fill(down(0xC99B63, 0x9C7040), svgAt(x, 30, 1, "M-20,0 H20 L16,22 H-16 Z"))
	}
	s.fill(down(0xC48F5C, 0x94683E), slab(-92, 48, 184, 52, 4))
	for i := range 5 {
		s.pen(flat(0x7C5634).fade(0.5), 2.4, open(-56+28*float64(i), 50, -56+28*float64(i), 98))
	}
}

// musicNotes are notes on the lines of a staff that swings.
func (s *stage) musicNotes() {
	for i := range 5 {
		y := -40 + 20*float64(i)
		s.pen(flat(0x5A534A).fade(0.75), 2.6, svgAt(0, y, 1, "M-108,8 C-60,-16 -20,-14 10,2 C44,20 76,18 108,-6"))
	}
	head := func(x, y float64, c ink) {
		s.at(x, y, 1, func() {
			s.turned(-20, func() { s.fill(ball(lighter(c, 0.4), c, darker(c, 0.25)), oval(0, 0, 17, 12.5)) })
		})
	}
	for _, n := range []struct {
		x, y float64
		c    ink
	}{{-82, 26, s.pal.warm}, {62, 40, s.pal.leaf[1]}} {
		s.pen(flat(n.c), 5.5, open(n.x+15, n.y-4, n.x+15, n.y-82))
		s.fill(flat(n.c), svgAt(n.x+14, n.y-84, 1, "M0,0 C6,20 34,24 26,54 C28,32 8,32 0,28 Z"))
		head(n.x, n.y, n.c)
	}
	c := s.pal.cool
	s.pen(flat(c), 5.5, open(-19, 14, -19, -66), open(37, 2, 37, -78))
	s.fill(flat(c), poly(-21.7, -70, 39.7, -84, 39.7, -68, -21.7, -54))
	head(-34, 18, c)
	head(22, 6, c)
}

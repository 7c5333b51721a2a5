package ondevice

// fiveSenses is a ring of the organs we know the world by.
func (s *stage) fiveSenses() {
	draw := []func(){
		func() { s.at(0, 0, 0.24, func() { s.eye() }) },
		func() { s.at(4, 0, 0.23, func() { s.ear() }) },
		func() { s.at(0, 2, 0.25, func() { s.nose() }) },
		func() { s.at(0, 0, 0.25, func() { s.mouth() }) },
		func() { s.at(0, 2, 0.24, func() { s.hand() }) },
	}
	for i, d := range draw {
		p := polar(60, -90+72*float64(i))
		c := []ink{s.pal.cool, s.pal.bright, s.pal.leaf[1], s.pal.warm, mix(s.pal.cool, s.pal.warm, 0.5)}[i]
		s.fill(flat(darker(c, 0.2)).fade(0.2), circ(p.x, p.y+2.5, 36))
		s.fill(flat(c), circ(p.x, p.y, 35))
		s.fill(flat(0xFFFDF6), circ(p.x, p.y, 31))
		s.at(p.x, p.y, 1, d)
	}
}

func (s *stage) nose() {
	s.fill(slant(0xF2CDB4, 0xDDA98C, 0xBE8870), svg("M-14,-92 C-6,-98 10,-98 16,-90 C18,-40 36,-4 58,34 C72,62 56,88 28,78 C14,94 -14,94 -28,78 C-56,88 -72,62 -58,34 C-36,-4 -18,-40 -14,-92 Z"))
	s.fill(flat(0x8A5A4C).fade(0.75), oval(-27, 64, 13, 8), oval(27, 64, 13, 8))
	s.fill(flat(0xFFFFFF).fade(0.3), svg("M-2,-80 C-6,-30 -12,0 -16,40 C-4,30 8,-20 8,-80 Z"))
}

func (s *stage) mouth() {
	s.fill(down(0xC9535A, 0xA93C48), svg("M-92,0 C-60,-44 -24,-54 0,-38 C24,-54 60,-44 92,0 C60,64 -60,64 -92,0 Z"))
	inner := svg("M-72,0 C-40,-22 40,-22 72,0 C44,40 -44,40 -72,0 Z")
	s.fill(flat(0x5E2430), inner)
	s.within(inner, func() {
		s.fill(flat(0xFFFDF8), slab(-60, -24, 120, 20, 6))
		s.fill(ball(0xF2A0A0, 0xDE7278), oval(0, 34, 44, 24))
	})
}

func (s *stage) hand() {
	skin := slant(0xF2CDB4, 0xDDA98C)
	s.pen(skin, 27, open(-38, 10, -52, -52), open(-14, -4, -18, -82), open(14, -4, 16, -82), open(40, 8, 52, -56), open(44, 52, 86, 4))
	s.fill(skin, svg("M-54,4 C-40,-14 44,-14 56,6 C66,40 52,92 30,100 H-30 C-52,88 -62,40 -54,4 Z"))
	s.pen(flat(0xB27C66).fade(0.6), 4, svg("M-34,34 C-10,20 14,24 34,40"), svg("M-26,62 C-10,50 8,50 22,62"))
}

// digestion is a body as far as the hips with the way of the food in it.
func (s *stage) digestion() {
	c := ink(0xE6B89C)
	s.fill(across(lighter(c, 0.22), c, darker(c, 0.06)), joined(
		oval(0, -76, 22, 26),
		svg("M-11,-56 H11 V-42 C46,-38 62,-28 66,0 L76,98 H52 L46,20 L44,98 H-44 L-46,20 L-52,98 H-76 L-66,0 C-62,-28 -46,-38 -11,-42 Z")))
	s.pen(flat(0xC9776A), 6, svg("M0,-66 C2,-50 -2,-30 6,-8"))
	s.fill(flat(0x8A3C40), oval(0, -67, 9, 4))
	s.fill(slant(0xB86A5A, 0x8F4A42), svg("M-38,2 C-34,-14 4,-14 12,-2 C0,10 -20,22 -36,22 C-42,18 -42,8 -38,2 Z"))
	s.fill(slant(0xF4B8A4, 0xDF8878, 0xBE625C), svg("M4,-8 C8,-18 34,-14 36,2 C38,22 16,32 -2,26 C-6,22 -6,18 -2,16 C12,18 10,6 4,-8 Z"))
	s.pen(flat(0xB9655A), 11, svg("M-30,88 V42 C-30,34 30,34 30,42 V80 C30,92 12,84 4,94"))
	s.pen(flat(0xF7CDB8), 8.5, svg("M-16,50 C0,44 14,48 16,54 C16,62 -18,56 -18,64 C-16,72 16,64 18,72 C18,80 -14,72 -18,80"))
}

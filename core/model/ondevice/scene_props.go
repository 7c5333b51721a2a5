package ondevice

// The props of the settings: all stand with their foot at (x, y), h high.

func (s *stage) conifer(x, y, h float64) {
	s.at(x, y, h/100, func() {
		s.fill(flat(0x6A4E3A), slab(-4, -16, 8, 17, 2))
		for i, w := range []float64{30, 25, 19} {
			top, foot := -52-24*float64(i), -12-22*float64(i)
			s.fill(flat(mix(s.pal.leaf[2], s.pal.leaf[1], 0.2*float64(i))), poly(0, top, w, foot, -w, foot))
			s.fill(flat(darker(s.pal.leaf[2], 0.25)).fade(0.55), poly(0, top, w, foot, 0.1*w, foot))
		}
	})
}

func (s *stage) roundTree(x, y, h float64) {
	s.at(x, y, h/100, func() {
		s.fill(across(0x7F6047, 0x5D4433), svg("M-5,1 C-3,-14 -3,-26 -4,-44 L4,-44 C3,-26 3,-14 6,1 Z"))
		s.pen(flat(0x6A4E3A), 3, svg("M0,-34 L-12,-48 M0,-30 L13,-44"))
		s.crown(0, -66, 34)
	})
}

// crown is the leafy head of a tree about (x, y).
func (s *stage) crown(x, y, r float64) {
	leaf := s.pal.leaf
	whole := joined(circ(x-0.55*r, y+0.25*r, 0.55*r), circ(x+0.58*r, y+0.22*r, 0.55*r), circ(x, y-0.3*r, 0.68*r), circ(x, y+0.3*r, 0.6*r))
	s.fill(flat(darker(leaf[1], 0.12)), whole)
	s.within(whole, func() {
		s.fill(flat(leaf[1]), joined(circ(x-0.62*r, y+0.1*r, 0.55*r), circ(x-0.12*r, y-0.38*r, 0.62*r), circ(x+0.4*r, y+0.02*r, 0.42*r)))
		s.fill(flat(leaf[0]).fade(0.75), joined(circ(x-0.7*r, y-0.02*r, 0.34*r), circ(x-0.24*r, y-0.52*r, 0.4*r)))
	})
}

func (s *stage) palm(x, y, h float64) {
	s.at(x, y, h/100, func() {
		s.fill(across(0xA5825C, 0x7C5E42), svg("M-4,1 C-1,-26 0,-52 8,-82 L13,-81 C8,-52 6,-26 6,1 Z"))
		for _, a := range []float64{-172, -146, -112, -66, -34, -6, 24} {
			s.at(10, -82, 1, func() {
				s.turned(a, func() { s.fill(slant(s.pal.leaf[1], s.pal.leaf[2]), svg("M0,0 C14,-14 34,-14 46,6 C32,0 16,2 0,4 Z")) })
			})
		}
		s.fill(flat(0x6B4A33), circ(7, -79, 4), circ(13, -78, 4))
	})
}

func (s *stage) cactus(x, y, h float64) {
	s.at(x, y, h/100, func() {
		g := across(0x7FA06A, 0x4E7A57)
		s.pen(g, 15, svg("M-1,-44 H-24 V-64"), svg("M1,-30 H24 V-54"))
		s.fill(g, slab(-11, -100, 22, 101, 11))
		s.pen(flat(0x47704F).fade(0.6), 1.6, open(-4, -92, -4, -4), open(3, -92, 3, -4))
	})
}

func (s *stage) bush(x, y, w float64) {
	s.at(x, y, w/100, func() {
		whole := joined(circ(-28, -14, 22), circ(2, -26, 28), circ(30, -14, 21), slab(-50, -20, 100, 22, 10))
		s.fill(down(s.pal.leaf[1], s.pal.leaf[2]), whole)
		s.within(whole, func() {
			s.fill(flat(s.pal.leaf[0]).fade(0.5), circ(-30, -24, 16), circ(-2, -40, 20), circ(26, -24, 14))
		})
	})
}

func (s *stage) rock(x, y, w float64) {
	s.at(x, y, w/100, func() {
		s.fill(down(s.pal.rock[0], s.pal.rock[2]), svg("M-50,2 C-52,-22 -34,-44 -10,-46 C14,-50 44,-30 50,2 Z"))
		s.fill(flat(s.pal.rock[2]).fade(0.5), svg("M4,-46 C28,-42 46,-24 50,2 L16,2 C20,-14 14,-32 4,-46 Z"))
	})
}

// tuft is a bunch of grass blades.
func (s *stage) tuft(x, y, h float64, c ink) {
	s.at(x, y, h/100, func() {
		for _, b := range [][3]float64{{-22, -44, -62}, {-10, -16, -88}, {2, 4, -100}, {12, 26, -82}, {22, 48, -56}} {
			var p path
			p.move(pt{b[0] - 6, 2})
			p.quad(pt{b[0] - 2, b[2] * 0.6}, pt{b[1], b[2]})
			p.quad(pt{b[0] + 6, b[2] * 0.5}, pt{b[0] + 7, 2})
			p.close()
			s.fill(down(lighter(c, 0.15), c), p)
		}
	})
}

func (s *stage) flower(x, y, h float64, petal ink) {
	s.at(x, y, h/100, func() {
		s.pen(flat(s.pal.leaf[2]), 4, svg("M0,0 C3,-24 -3,-50 0,-78"))
		s.fill(flat(s.pal.leaf[1]), svg("M0,-20 C10,-40 26,-42 34,-40 C28,-26 14,-18 0,-20 Z"))
		for a := range 6 {
			s.at(0, -82, 1, func() {
				s.turned(float64(a)*60, func() { s.fill(flat(petal), oval(13, 0, 12, 8)) })
			})
		}
		s.fill(flat(0xF5D67E), circ(0, -82, 8))
	})
}

func (s *stage) reeds(x, y, h float64) {
	s.at(x, y, h/100, func() {
		for _, b := range [][2]float64{{-14, -82}, {0, -100}, {14, -74}} {
			s.pen(flat(s.pal.leaf[2]), 3.5, open(b[0]*0.5, 2, b[0], b[1]))
			s.fill(flat(0x7A553B), slab(b[0]-4, b[1]-6, 8, 26, 4))
		}
	})
}

// house is a small house, w wide, its roof of the story's warm colour.
func (s *stage) house(x, y, w float64, roof ink) {
	s.at(x, y, w/100, func() {
		s.fill(across(0xF6ECDB, 0xE4D5BF), rect(-42, -56, 84, 57))
		s.fill(flat(0xCDBBA2), rect(14, -56, 28, 57))
		s.fill(down(lighter(roof, 0.1), darker(roof, 0.1)), poly(-52, -54, -28, -90, 34, -90, 52, -54))
		s.fill(flat(darker(roof, 0.25)), poly(14, -54, 34, -90, 52, -54))
		s.window(-32, -44, 16, 18)
		s.window(22, -44, 14, 18)
		s.fill(flat(0x7A5A45), slab(-8, -34, 16, 35, 3))
	})
}

// window shines when it is dark outside.
func (s *stage) window(x, y, w, h float64) {
	if s.light.dark() {
		s.fill(flat(0xFFD98A).lit(), rect(x, y, w, h))
		s.fill(glow(0xFFD98A, 0.3), circ(x+w/2, y+h/2, w*1.6))
		return
	}
	s.fill(down(0xB9D3DA, 0x8FB3C2), rect(x, y, w, h))
}

// tower is a tall town house or block with rows of windows.
func (s *stage) tower(x, y, w, h float64, wall ink) {
	s.fill(across(lighter(wall, 0.1), wall), rect(x, y-h, w, h+1))
	s.fill(flat(darker(wall, 0.2)).fade(0.6), rect(x+w*0.78, y-h, w*0.22, h+1))
	cols := max(int(w/34), 1)
	rows := max(int(h/46), 1)
	for i := range cols {
		for j := range rows {
			wx, wy := x+w*(float64(i)+0.5)/float64(cols)-8, y-h+22+float64(j)*44
			if wy > y-34 {
				continue
			}
			if s.light.dark() && s.dice.below(3) > 0 {
				s.fill(flat(0xFFDB92).lit().fade(0.92), rect(wx, wy, 15, 20))
			} else {
				s.fill(flat(darker(mix(wall, 0xA9C4CE, 0.6), 0.1)), rect(wx, wy, 15, 20))
			}
		}
	}
}

// bubbles rise in water.
func (s *stage) bubbles(n int, x, y, w, h float64) {
	for range n {
		bx, by, r := x+s.dice.span(0, w), y+s.dice.span(0, h), s.dice.span(3, 10)
		s.fill(flat(0xDFF1F2).fade(0.5), circ(bx, by, r))
		s.fill(flat(0xFFFFFF).fade(0.7), circ(bx-0.3*r, by-0.3*r, 0.3*r))
	}
}

func (s *stage) weed(x, y, h float64, c ink) {
	s.at(x, y, h/100, func() {
		for _, o := range []float64{-16, 0, 17} {
			s.fill(down(lighter(c, 0.2), c), svgAt(o, 0, 1-o*o/1200, "M-5,4 C-16,-20 8,-40 -4,-64 C-8,-78 2,-90 4,-100 C8,-84 14,-74 8,-58 C0,-38 14,-20 6,4 Z"))
		}
	})
}

func (s *stage) coral(x, y, h float64, c ink) {
	s.at(x, y, h/100, func() {
		p := down(lighter(c, 0.25), c)
		s.pen(p, 15, svg("M0,4 C-2,-30 2,-50 0,-82"), svg("M0,-22 C-22,-28 -26,-48 -28,-66"), svg("M0,-38 C20,-42 28,-56 30,-78"), svg("M-25,-46 C-36,-50 -42,-58 -44,-68"))
	})
}

// scatter calls draw n times with places in a band, the far ones first, and
// leaves the middle free when free is over 0: no x within free of it.
func (s *stage) scatter(n int, from, to, free float64, draw func(x, y, depth float64)) {
	for i := range n {
		depth := (float64(i) + s.dice.span(0, 0.9)) / float64(n)
		x := s.dice.span(-20, side+20)
		if free > 0 && x > side/2-free && x < side/2+free {
			if x < side/2 {
				x -= free
			} else {
				x += free
			}
		}
		draw(x, from+(to-from)*depth, depth)
	}
}

package ondevice

func bodySubjects() []subject {
	return []subject{
		{key: "heart", habit: hangs, size: 1.15, draw: (*stage).heartInPlace},
		{key: "circulation", habit: hangs, size: 1.3, draw: (*stage).circulation},
		{key: "lungs", habit: hangs, size: 1.1, draw: (*stage).lungs},
		{key: "brain", habit: hangs, draw: (*stage).brain},
		{key: "stomach", habit: hangs, size: 1.1, draw: (*stage).stomach},
		{key: "digestive", habit: hangs, size: 1.3, draw: (*stage).digestion},
		{key: "senses", habit: hangs, size: 1.3, draw: (*stage).fiveSenses},
		{key: "bones", habit: hangs, size: 1.25, draw: (*stage).skeleton},
		{key: "muscle", habit: hangs, draw: (*stage).arm},
		{key: "eye", habit: hangs, draw: (*stage).eye},
		{key: "ear", habit: hangs, draw: (*stage).ear},
		{key: "tooth", habit: hangs, size: 0.9, draw: (*stage).tooth},
		{key: "blood", habit: hangs, size: 1.1, draw: (*stage).bloodCells},
		{key: "kidneys", habit: hangs, draw: (*stage).kidneys},
		{key: "bodyshape", habit: hangs, size: 1.25, draw: func(s *stage) { s.silhouette(0xD9A184) }},
	}
}

// opensBody tells whether the page shows the heart where it lies.
func (p *plan) opensBody() bool {
	return !p.cover && p.variant%3 == 2 && len(p.others) == 0 && p.hero.key == "heart"
}

// heartInPlace is the heart, on some pages where it lies in the body.
func (s *stage) heartInPlace() {
	if !s.plan.opensBody() {
		s.heart()
		return
	}
	c := ink(0xE6B89C)
	s.fill(across(lighter(c, 0.25), c, darker(c, 0.05)), joined(
		oval(0, -72, 24, 29),
		svg("M-12,-52 H12 V-36 C56,-30 74,-20 78,14 L86,98 H58 L52,34 V98 H-52 V34 L-58,98 H-86 L-78,14 C-74,-20 -56,-30 -12,-36 Z")))
	red, blue := flat(0xC04A44), flat(0x4F78A8)
	s.pen(red, 3.4, svg("M10,20 C14,-10 8,-30 8,-86"), svg("M10,14 C40,-30 66,-24 70,14 L76,84"), svg("M12,30 C22,60 22,80 22,98"))
	s.pen(blue, 3.4, svg("M-2,20 C-10,-10 -8,-30 -8,-86"), svg("M-4,14 C-40,-30 -66,-24 -70,14 L-76,84"), svg("M2,34 C-18,60 -22,80 -22,98"))
	s.at(6, 26, 0.36, func() { s.heart() })
}

func (s *stage) heart() {
	s.at(-178, -112, 0.72, func() {
		red, blue := across(0xD9705F, 0xC65348, 0xA94540), across(0x7C9DC0, 0x5A7FA6)
		s.fill(red, svg("M232,112 C228,76 236,44 262,36 C292,28 312,48 308,84 L286,86 C288,66 280,56 268,58 C254,62 254,88 258,112 Z"), svg("M262,48 V16 H278 V44 Z"), svg("M286,50 V22 H300 V56 Z"))
		s.fill(blue, svg("M190,118 C186,84 186,58 190,30 H214 C212,60 214,88 220,116 Z"))
		s.fill(across(0x86A9CA, 0x6288AE), svg("M226,110 C236,84 262,80 288,92 L318,84 L322,104 L290,114 C270,104 252,108 248,124 Z"))
		s.fill(down(0xE0796A, 0xC2544C, 0x9C3A3B), svg("M176,128 C198,96 236,102 250,118 C274,100 320,108 332,146 C344,190 300,240 246,272 C222,262 180,232 166,192 C158,166 162,146 176,128 Z"))
		s.fill(down(0x7FA0C4, 0x4C6F98).fade(0.62), svg("M176,128 C192,106 216,104 234,110 C214,132 214,176 232,216 C240,236 246,254 246,272 C222,262 180,232 166,192 C158,166 162,146 176,128 Z"))
		s.pen(flat(0x8A2F30), 4, svg("M236,124 C262,156 258,204 248,252"))
		s.pen(flat(0x8A2F30), 3, svg("M252,176 C274,180 288,194 296,212"), svg("M256,208 C268,212 276,222 280,232"), svg("M236,170 C222,176 210,190 206,206"))
		s.pen(flat(0xF6B9AC), 6, svg("M300,132 C312,140 318,156 316,172"))
	})
	if s.plan.hero.key != "heart" || s.plan.opensBody() || len(s.plan.others) > 0 {
		return
	}
	beat := flat(0xB4645A).fade(0.6)
	s.pen(beat, 3, svg("M-150,20 H-112 L-103,-2 L-92,42 L-82,20 H-70"), svg("M74,20 H84 L94,-2 L104,42 L113,20 H150"))
}

// silhouette is a standing person, as in a book about the body.
func (s *stage) silhouette(c ink) {
	s.fill(across(lighter(c, 0.18), c, darker(c, 0.08)), joined(
		oval(0, -82, 15, 18),
		svg("M-7,-70 H7 V-58 C28,-54 36,-48 38,-34 L48,14 C50,22 40,26 37,18 L26,-22 L24,16 L26,58 L22,96 C20,102 8,102 8,96 L4,30 H-4 L-8,96 C-8,102 -20,102 -22,96 L-26,58 L-24,16 L-26,-22 L-37,18 C-40,26 -50,22 -48,14 L-38,-34 C-36,-48 -28,-54 -7,-58 Z")))
}

func (s *stage) circulation() {
	s.silhouette(0xE6B89C)
	red, blue := flat(0xC04A44), flat(0x4F78A8)
	s.pen(red, 2.8, svg("M3,-34 C4,-10 8,0 8,20 L14,92"), svg("M3,-34 C18,-50 30,-44 34,-28 L42,14"), svg("M3,-34 C6,-50 3,-66 4,-84"))
	s.pen(blue, 2.8, svg("M-3,-30 C-4,-8 -8,2 -8,20 L-14,92"), svg("M-3,-30 C-18,-50 -30,-44 -34,-28 L-42,14"), svg("M-3,-30 C-6,-50 -3,-66 -4,-84"))
	s.at(4, -28, 0.2, func() { s.heart() })
}

func (s *stage) lungs() {
	s.pen(across(0xF2E2D6, 0xD9BFAE), 17, open(0, -98, 0, -40))
	for i := range 5 {
		s.pen(flat(0xC79E8C), 3, open(-8, -90+11*float64(i), 8, -90+11*float64(i)))
	}
	s.pen(flat(0xE0C4B4), 11, svg("M0,-42 C-6,-26 -22,-22 -32,-10"), svg("M0,-42 C6,-26 22,-22 32,-10"))
	for i, on := range []bool{false, true} {
		s.flipped(on, func() {
			lobe := svg("M-18,-52 C-44,-70 -76,-20 -88,30 C-96,66 -90,92 -70,92 C-44,92 -18,76 -16,50 C-14,20 -12,-20 -18,-52 Z")
			s.fill(slant(0xF2A9A0, 0xDD8078, 0xBF5F5E), lobe)
			s.within(lobe, func() {
				s.pen(flat(0xB75A5A).fade(0.6), 3, svg("M-14,20 C-40,10 -66,24 -94,20"))
				s.pen(flat(0xF9D3C8).fade(0.9), 4.5, svg("M-30,-12 C-44,6 -50,26 -56,60"), svg("M-40,2 C-54,6 -62,16 -72,34"), svg("M-48,24 C-40,36 -34,50 -30,66"))
			})
		})
		_ = i
	}
}

func (s *stage) brain() {
	shape := svg("M-92,10 C-100,-20 -84,-48 -62,-54 C-50,-82 -8,-92 16,-76 C44,-88 82,-66 84,-36 C104,-22 104,14 86,28 C82,52 56,62 36,54 C20,66 -6,62 -14,52 C-40,64 -70,52 -72,34 C-82,30 -90,22 -92,10 Z")
	s.fill(down(0xB98A82, 0xA4736C), svg("M14,44 C22,64 26,82 24,98 L44,98 C50,78 48,58 46,42 Z"))
	s.fill(slant(0xF6C8BE, 0xE6A096, 0xC97E78), shape)
	s.fill(slant(0xD9958C, 0xB8706A), svg("M40,48 C62,36 92,42 92,58 C90,76 58,80 44,68 C38,62 36,54 40,48 Z"))
	fold := flat(0xB56A66).fade(0.8)
	s.within(shape, func() {
		for _, l := range []string{"M-86,-8 C-66,-18 -60,2 -44,-8 C-30,-18 -38,-34 -22,-40", "M-60,-50 C-50,-36 -34,-44 -30,-30", "M-10,-82 C-16,-62 4,-58 2,-40 C0,-24 -18,-22 -14,-6", "M16,-74 C22,-60 40,-62 42,-44 C44,-30 28,-26 30,-12", "M80,-36 C66,-40 60,-26 64,-14 C68,-4 84,-6 92,-2", "M-70,32 C-54,20 -40,34 -26,24 C-16,16 -4,24 0,36", "M10,10 C26,0 40,12 54,6 C64,2 66,14 82,14", "M-14,52 C-10,42 0,40 10,44"} {
			s.pen(fold, 4.5, svg(l))
		}
		s.fill(flat(0xFFFFFF).fade(0.16), oval(-30, -54, 46, 20))
	})
}

func (s *stage) stomach() {
	s.pen(across(0xE9B9A2, 0xD39A84), 17, svg("M-4,-100 C-4,-70 -6,-50 4,-34"))
	s.fill(slant(0xF4B8A4, 0xDF8878, 0xBE625C), svg("M-10,-46 C-6,-66 20,-76 44,-66 C76,-52 84,-10 68,26 C52,60 10,78 -22,62 C-40,52 -56,52 -66,60 L-76,44 C-62,28 -40,26 -20,30 C6,34 14,10 4,-14 C-4,-28 -12,-36 -10,-46 Z"))
	s.pen(flat(0xF9D6C8).fade(0.8), 5, svg("M44,-50 C62,-36 66,-8 56,16"))
	s.pen(flat(0xA94F4C).fade(0.5), 3.5, svg("M18,-44 C30,-24 32,0 24,24"), svg("M36,-44 C48,-20 46,6 36,32"))
	s.pen(across(0xE39C8A, 0xC9776A), 17, svg("M-70,52 C-92,62 -88,88 -62,86 C-30,84 -20,96 8,92 C40,88 60,98 84,86"))
}

func (s *stage) skeleton() {
	s.silhouette(0xCBB8A6)
	b := flat(0xFFF9EC)
	s.fill(b, oval(0, -84, 11, 12), slab(-6, -78, 12, 10, 4))
	s.fill(flat(0x8A7768), oval(-4, -85, 2.6, 3), oval(4, -85, 2.6, 3))
	s.pen(b, 4, open(0, -64, 0, 4))
	for i := range 6 {
		y := -50 + 6.6*float64(i)
		w := 19 - 0.9*float64(i)
		s.pen(b, 2.5, svgAt(0, y, 1, "M0,0 C"+num(-w)+",-2 "+num(-w)+",6 "+num(-w*0.5)+",7"), svgAt(0, y, 1, "M0,0 C"+num(w)+",-2 "+num(w)+",6 "+num(w*0.5)+",7"))
	}
	s.fill(b, svg("M-16,2 C-8,-2 8,-2 16,2 C18,12 8,18 0,14 C-8,18 -18,12 -16,2 Z"))
	s.pen(b, 4, open(-10, 16, -15, 54), open(-15, 58, -15, 92), open(10, 16, 15, 54), open(15, 58, 15, 92), open(-22, -54, 22, -54), open(-25, -50, -34, -16), open(-35, -12, -42, 14), open(25, -50, 34, -16), open(35, -12, 42, 14))
	s.fill(b, circ(-15, 56, 3.6), circ(15, 56, 3.6), circ(-34, -14, 3.2), circ(34, -14, 3.2))
}

func (s *stage) arm() {
	s.fill(slant(0xEBC0A4, 0xD9A184, 0xB97F68), svg("M-98,64 C-90,20 -60,4 -30,10 C-16,-10 -6,-40 -2,-64 C-10,-82 4,-98 24,-94 C44,-92 52,-74 42,-60 C44,-30 40,10 22,44 C0,84 -60,100 -98,92 Z"))
	s.fill(ball(0xE98C7E, 0xCB5F58, 0xA9433F), svg("M-80,58 C-62,22 -30,22 -8,32 C-2,48 -20,66 -50,70 C-64,72 -76,68 -80,58 Z"))
	for i := range 4 {
		s.pen(flat(0x9C3E3C).fade(0.5), 2.6, svgAt(0, 8*float64(i), 1, "M-72,46 C-54,34 -32,32 -14,38"))
	}
	s.pen(flat(0xF3E3D2), 5, svg("M-8,32 C4,20 14,0 18,-30"))
}

func (s *stage) eye() {
	white := svg("M-100,0 C-64,-56 64,-56 100,0 C64,56 -64,56 -100,0 Z")
	s.fill(flat(0xE2B79C), svg("M-112,0 C-70,-74 70,-74 112,0 C70,74 -70,74 -112,0 Z"))
	s.fill(disc(0xFFFFFF, 0xF6F1EA, 0xDCD3CC), white)
	s.within(white, func() {
		s.fill(disc(0x9CC7D8, 0x4F88A8, 0x2C5778), circ(0, 0, 44))
		for a := range 24 {
			p, q := polar(22, float64(a)*15), polar(40, float64(a)*15)
			s.pen(flat(0xDFF0F4).fade(0.3), 1.6, open(p.x, p.y, q.x, q.y))
		}
		s.fill(flat(0x14202B), circ(0, 0, 20))
		s.fill(flat(0xFFFFFF), circ(-14, -16, 9), circ(12, 14, 4))
		s.fill(veil(0x6A4A44, 0.3, 0), rect(-110, -60, 220, 46))
	})
	for i := range 7 {
		f := float64(i) - 3
		s.pen(flat(0x4A3530), 4, open(f*24, -46+f*f*2.6, f*32, -68+f*f*4))
	}
}

func (s *stage) ear() {
	s.fill(slant(0xF2CDB4, 0xDDA98C, 0xBE8870), svg("M-30,88 C-60,60 -72,-20 -52,-62 C-34,-100 36,-104 58,-58 C74,-20 50,10 30,34 C16,52 20,76 2,92 C-10,100 -22,96 -30,88 Z"))
	s.pen(flat(0xB27C66), 6, svg("M-26,-38 C-16,-74 34,-72 38,-34 C40,-8 10,6 4,30 C-2,44 -12,44 -18,34"))
	s.fill(flat(0x8A5A4C).fade(0.7), svg("M-14,-14 C-4,-40 20,-34 16,-12 C12,4 -6,8 -6,24 C-16,18 -20,0 -14,-14 Z"))
	for i := range 3 {
		s.pen(flat(s.pal.cool).fade(0.85-0.2*float64(i)), 5, arc(-70, 0, 30+20*float64(i), 140, 220))
	}
}

func (s *stage) tooth() {
	s.fill(slant(0xFFFFFF, 0xF3EEE6, 0xD6CFC8), svg("M-70,-50 C-70,-92 -30,-92 0,-80 C30,-92 70,-92 70,-50 C72,-14 52,-2 50,34 C48,72 44,98 30,98 C14,98 18,44 0,40 C-18,44 -14,98 -30,98 C-44,98 -48,72 -50,34 C-52,-2 -72,-14 -70,-50 Z"))
	s.pen(flat(0xD9D2CA), 4, svg("M-30,-66 C-16,-58 16,-58 30,-66"))
	s.fill(flat(0xFFFFFF).fade(0.9), oval(-44, -46, 10, 20))
}

func (s *stage) bloodCells() {
	for _, c := range [][4]float64{{-44, -40, 46, 20}, {50, -26, 40, -30}, {-20, 48, 50, -10}, {64, 58, 32, 40}} {
		s.at(c[0], c[1], 1, func() {
			s.turned(c[3], func() {
				s.fill(ball(0xEE8F80, 0xC94E48, 0x9C3436), oval(0, 0, c[2], c[2]*0.78))
				s.fill(disc(0xA93B3B, 0xC65049), oval(0, 0, c[2]*0.5, c[2]*0.34))
			})
		})
	}
	s.fill(ball(0xFFFFFF, 0xE9E4F0, 0xC3B8D6), blob(pt{8, -92}, pt{34, -84}, pt{40, -62}, pt{18, -50}, pt{-4, -60}, pt{-6, -82}))
	s.fill(flat(0x8F7FB4), circ(16, -72, 10))
}

func (s *stage) kidneys() {
	s.pen(flat(0xE0B87A), 7, svg("M-34,6 C-20,40 -12,60 -8,100"), svg("M34,6 C20,40 12,60 8,100"))
	s.pen(flat(0xC04A44), 8, svg("M0,-98 V30 M0,-14 H-36 M0,-14 H36"))
	for _, on := range []bool{false, true} {
		s.flipped(on, func() {
			s.fill(slant(0xD98A78, 0xB85A50, 0x8C3E3C), svg("M36,-30 C40,-66 74,-76 90,-46 C104,-14 96,40 70,52 C48,60 34,40 40,20 C50,6 46,-8 36,-30 Z"))
			s.pen(flat(0xF0B7A6).fade(0.7), 4, svg("M76,-48 C88,-30 90,-4 84,18"))
		})
	}
}

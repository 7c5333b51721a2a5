package ondevice

func earthSubjects() []subject {
	return []subject{
		{key: "volcano", place: "mountains", scenic: (*stage).volcanoQuiet},
		{key: "eruption", place: "mountains", scenic: (*stage).volcanoErupts},
		{key: "lava", place: "mountains", scenic: (*stage).lavaFlow},
		{key: "ash", place: "mountains", scenic: (*stage).ashCloud},
		{key: "magma", place: "underground", scenic: (*stage).magmaChamber},
		{key: "newisland", place: "island", scenic: (*stage).volcanicIsland},
		{key: "earthlayers", place: "space", scenic: (*stage).earthLayers},
		{key: "watercycle", place: "mountains", scenic: (*stage).waterCycle},
		{key: "evaporation", place: "sea", scenic: (*stage).evaporation},
		{key: "rain", place: "sky", scenic: (*stage).rainfall},
		{key: "cloud", place: "sky", scenic: (*stage).cloudscape},
		{key: "storm", place: "sky", scenic: (*stage).thunderstorm},
		{key: "rainbow", place: "sky", scenic: (*stage).rainbow},
		{key: "riverland", place: "river", scenic: (*stage).riverValley},
		{key: "waterfall", place: "river", scenic: (*stage).waterfall},
		{key: "groundwater", place: "underground", scenic: (*stage).groundwater},
		{key: "strata", place: "underground", scenic: (*stage).fossilStrata},
		{key: "sun", place: "sky", scenic: (*stage).greatSun},
		{key: "moonphases", place: "space", scenic: (*stage).moonPhases},
		{key: "solarsystem", place: "space", scenic: (*stage).solarSystem},
		{key: "earth", habit: hangs, size: 1.05, draw: (*stage).globeEarth},
		{key: "moon", habit: hangs, size: 0.95, draw: (*stage).bigMoon},
		{key: "saturn", habit: hangs, draw: func(s *stage) { s.planet(0, 0, 58, 0xDDB878, true) }},
		{key: "mars", habit: hangs, size: 0.9, draw: func(s *stage) { s.planet(0, 0, 84, 0xC4694A, false) }},
		{key: "drop", place: "river", scenic: (*stage).dropOverPond},
		{key: "tap", place: "home", scenic: (*stage).tapAndGlass},
		{key: "snowflake", habit: hangs, draw: (*stage).snowflake},
		{key: "crystal", habit: thing, draw: (*stage).crystal},
	}
}

// cone is the body of a volcano, its crater's rim at y = -height.
func (s *stage) cone(x, foot, w, h float64, c ink, rim float64) {
	s.at(x, foot, 1, func() {
		l, r := -w/2, w/2
		var body, shade path
		body.move(pt{l, 0})
		body.cubic(pt{l * 0.55, -0.13 * h}, pt{-rim * 1.7, -0.72 * h}, pt{-rim, -h})
		body.line(pt{rim, -h})
		body.cubic(pt{rim * 1.7, -0.72 * h}, pt{r * 0.55, -0.13 * h}, pt{r, 0})
		body.close()
		shade.move(pt{rim * 0.3, -h})
		shade.line(pt{rim, -h})
		shade.cubic(pt{rim * 1.7, -0.72 * h}, pt{r * 0.55, -0.13 * h}, pt{r, 0})
		shade.line(pt{r * 0.42, 0})
		shade.cubic(pt{r * 0.34, -0.3 * h}, pt{rim * 1.1, -0.6 * h}, pt{rim * 0.3, -h})
		shade.close()
		s.fill(down(c, mix(c, s.haze, 0.25)), body)
		s.fill(flat(darker(c, 0.28)).fade(0.8), shade)
	})
}

func (s *stage) volcanoQuiet() {
	h := s.dice.span(640, 690)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	s.far(0.5, func() { s.peaks(h+20, s.dice.span(120, 190), s.pal.rock[1], 0) })
	x, w, t := 512+s.dice.span(-50, 50), s.dice.span(800, 900), s.dice.span(400, 460)
	rim := 66.0
	s.cone(x, h+60, w, t, s.pal.rock[1], rim)
	top := h + 60 - t
	s.fill(flat(0xF8F5EE), svgAt(x, top, 1, "M-66,0 H66 C78,44 92,76 112,112 L84,100 L66,128 L38,92 L10,124 L-18,94 L-44,126 L-70,98 L-110,112 C-92,76 -78,44 -66,0 Z"))
	s.fill(flat(0xCBD3DC), svgAt(x, top, 1, "M20,0 H66 C78,44 92,76 112,112 L84,100 L66,128 L44,98 C42,60 34,30 20,0 Z"))
	s.fill(flat(darker(s.pal.rock[2], 0.3)), oval(x, top+2, rim, 13))
	if s.plan.variant%2 == 0 {
		s.plume(x, top-10, 0.42, mix(s.light.cloud, 0x9A939A, 0.3))
	}
	s.mistBand(h+56, 90, 0.4)
	s.far(0.12, func() {
		s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+44, 16, 4))
		s.scatter(10, h+50, h+90, 0, func(x, y, d float64) { s.conifer(x, y, 46+26*d) })
	})
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+120, 14, 3))
	for _, x := range []float64{250, 350, 690} {
		s.house(x+s.dice.span(-24, 24), h+s.dice.span(146, 172), 84, s.pal.warm)
	}
	s.scatter(5, h+160, h+240, 260, func(x, y, d float64) { s.conifer(x, y, 100+60*d) })
	s.grassFront()
}

// plume is smoke that rises from (x, y), leaning with the wind.
func (s *stage) plume(x, y, k float64, c ink) {
	for i := range 8 {
		f := float64(i)
		px, py, r := x+(f*f*4+bend(f, 5, 14, 0))*k, y-f*62*k, (32+19*f)*k
		s.fill(flat(mix(c, s.light.sky[1], f*0.07)).lit().fade(0.82), circ(px, py, r))
		s.fill(flat(lighter(c, 0.3)).lit().fade(0.3), circ(px-r*0.3, py-r*0.3, r*0.6))
	}
}

// billows is a heavy cloud of ash in three tones above (x, y).
func (s *stage) billows(x, y float64, tones [3]ink) {
	shape := [][3]float64{{26, -80, 74}, {104, -136, 92}, {-56, -124, 80}, {196, -184, 100}, {-138, -180, 90}, {22, -200, 118}, {300, -238, 98}, {-240, -238, 98}, {400, -290, 120}, {-350, -290, 120}, {110, -300, 150}, {-110, -300, 150}}
	for i, c := range tones {
		k := 1 - 0.2*float64(i)
		for _, b := range shape {
			s.fill(flat(c).lit(), circ(x+b[0]*(1-0.05*float64(i))-6*float64(i), y+b[1]*1.12+16*float64(i), b[2]*k*(1-0.12*float64(i))))
		}
	}
}

func (s *stage) volcanoErupts() {
	dark := s.light.dark()
	h := 700.0
	if dark {
		s.sky(h)
	} else {
		s.fill(paint{kind: paintLinear, y1: h, alpha: 1, own: true, stops: evenly([]ink{0x4D5B7C, 0xA08790, 0xE9AE86, 0xF6D5A6})}, all())
	}
	x, top := 512+s.dice.span(-30, 30), s.dice.span(368, 404)
	s.far(0.4, func() { s.peaks(h+40, 210, 0x7A6A78, 0) })
	s.billows(x, top-40, [3]ink{0x4A4A5C, 0x65616F, 0x8A7F84})
	s.fill(glow(0xFFB765, 0.9), circ(x, top-20, 330))
	for _, f := range []string{
		"M0,12 C-40,-66 -90,-120 -150,-160 C-84,-148 -36,-100 -12,-52 C-16,-126 -30,-200 -48,-262 C-2,-198 16,-126 18,-60 C46,-112 92,-152 154,-172 C100,-118 46,-62 28,12 Z",
	} {
		s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFE3A6, 0xF6993F, 0xD04C2A})}, svgAt(x, top, 1, f))
	}
	for range 26 {
		p := polar(s.dice.span(90, 330), s.dice.span(-160, -20))
		s.fill(flat(0xFFC670).lit().fade(0.95), circ(x+p.x, top+p.y*0.9, s.dice.span(3, 9)))
	}
	s.cone(x, h+150, 940, h+150-top, 0x544750, 74)
	lava := paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFE0A0, 0xF6923F, 0xCB482B})}
	s.fill(lava, svgAt(x, top, 1, "M-52,2 C-44,120 -118,210 -150,300 C-172,366 -210,410 -232,470 H-156 C-132,400 -92,350 -72,284 C-50,208 -2,120 -8,2 Z"))
	s.fill(lava, svgAt(x, top, 1, "M20,2 C26,90 70,170 84,250 C96,330 150,390 170,470 H232 C206,390 156,320 136,240 C112,150 62,90 56,2 Z"))
	s.fill(flat(0xFBC66B).lit(), oval(x, top+2, 76, 15))
	s.far(0.06, func() { s.fill(flat(0x3A3139), s.ridge(h+110, 14, 3)) })
	s.fill(down(0x362E3A, 0x241F2B), s.ridge(h+180, 12, 3))
	s.fill(glow(0xF3924B, 0.3), oval(x, h+170, 420, 120))
	s.scatter(6, h+170, h+250, 300, func(x, y, d float64) { s.far(0, func() { s.darkConifer(x, y, 90+60*d) }) })
}

func (s *stage) darkConifer(x, y, h float64) {
	s.fill(flat(0x1F1B28), svgAt(x, y, h/100, "M0,-100 L14,-66 H8 L22,-36 H14 L28,-8 H4 V2 H-4 V-8 H-28 L-14,-36 H-22 L-8,-66 H-14 Z"))
}

func (s *stage) lavaFlow() {
	s.fill(paint{kind: paintLinear, y1: 480, alpha: 1, own: true, stops: evenly([]ink{0x3D3E5C, 0x8F6E7C, 0xE8A27A})}, all())
	s.stars(200)
	x := 512 + s.dice.span(-90, 90)
	s.fill(glow(0xFFA85C, 0.7), circ(x, 250, 260))
	s.plume(x, 190, 0.5, 0x77697A)
	s.cone(x, 560, 720, 340, 0x54434E, 48)
	s.fill(flat(0xFBC66B).lit(), oval(x, 222, 50, 10))
	s.fill(flat(0x45343F), s.ridge(500, 14, 3))
	s.at(512, 220, 1, func() {
		flowing := svgAt(x-512, 0, 1, "M-24,0 C-30,70 20,120 4,190 C-14,260 -60,280 -40,340 C-20,390 60,400 70,470 C84,560 -300,600 -420,830 H380 C330,660 330,560 220,480 C150,430 60,400 70,340 C80,270 60,240 66,180 C72,110 20,80 24,0 Z")
		s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFE6A8, 0xFBAA4E, 0xEE7A35, 0xCF4A2A})}, flowing)
		s.within(flowing, func() {
			for range 22 {
				t := s.dice.span(0.15, 1)
				s.at(s.dice.span(-330, 320), 300+510*t, 0.4+0.9*t, func() {
					s.fill(flat(0x8E3226).lit().fade(0.75), svg("M-60,4 C-40,-14 10,-20 56,-6 C66,4 30,18 -14,16 C-40,16 -58,12 -60,4 Z"))
					s.fill(flat(0xFFD58A).lit().fade(0.5), svg("M-50,-14 C-20,-26 30,-26 60,-14 C30,-22 -20,-22 -50,-14 Z"))
				})
			}
		})
	})
	s.fill(down(0x3B2D38, 0x2A212C), svg("M-20,640 C90,600 180,650 170,740 C160,830 60,880 40,1044 H-20 Z"), svg("M1044,600 C930,590 850,650 860,740 C870,830 960,900 970,1044 H1044 Z"))
	for range 16 {
		s.fill(flat(0xFFC670).lit().fade(0.8), circ(s.dice.span(160, 860), s.dice.span(180, 760), s.dice.span(2.5, 6)))
	}
}

func (s *stage) ashCloud() {
	s.fill(paint{kind: paintLinear, y1: 760, alpha: 1, own: true, stops: evenly([]ink{0x8D8D99, 0xC1BAB6, 0xE6D9C6})}, all())
	x := 512 + s.dice.span(-80, 80)
	s.far(0.5, func() { s.peaks(720, 150, 0x8A8690, 0) })
	s.billows(x, 430, [3]ink{0x5E5D69, 0x75737D, 0x918D93})
	s.cone(x, 760, 680, 330, 0x77727B, 60)
	s.fill(down(0xA8A394, 0x8D897C), s.ridge(735, 14, 3))
	for _, hx := range []float64{240, 372, 700} {
		s.far(0.3, func() { s.house(hx+s.dice.span(-20, 20), 850, 130, 0x8D8177) })
	}
	s.far(0.3, func() { s.scatter(6, 810, 930, 300, func(x, y, d float64) { s.conifer(x, y, 130+60*d) }) })
	s.fill(down(0x9A9688, 0x7F7B6F), s.ridge(900, 12, 3))
	for range 110 {
		s.fill(flat(0xF4F1EA).lit().fade(s.dice.span(0.4, 0.9)), circ(s.dice.span(0, side), s.dice.span(0, side), s.dice.span(2, 6)))
	}
}

func (s *stage) magmaChamber() {
	h := 430.0
	s.sky(h)
	s.sunSomewhere(h)
	x := 512 + s.dice.span(-30, 30)
	s.far(0.4, func() { s.peaks(h, 120, s.pal.rock[1], 0) })
	s.cone(x, h+10, 640, 270, 0x8C7568, 56)
	s.fill(flat(s.pal.grass[1]), s.ridge(h, 6, 4))
	for i, c := range []ink{0x8A6448, 0x75523F, 0x624638, 0x513A33} {
		y := h + 26 + 130*float64(i)
		s.fill(flat(c), s.ridge(y, 10, 4))
		for range 12 {
			s.fill(flat(lighter(c, 0.22)).fade(0.5), oval(s.dice.span(0, side), y+s.dice.span(26, 120), s.dice.span(6, 18), s.dice.span(4, 9)))
		}
	}
	s.fill(glow(0xFF9E4E, 0.6), circ(x, 800, 430))
	hot := paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFD98C, 0xF79A45, 0xE2622F, 0xB93C28})}
	s.fill(hot, svgAt(x, 0, 1, "M-24,172 C-30,320 -10,420 -34,520 C-44,580 -110,610 -220,650 C-340,700 -350,900 -140,950 C-40,970 60,970 150,950 C350,900 340,700 220,650 C110,610 44,580 34,520 C10,420 30,320 24,172 Z"))
	for range 22 {
		p := pt{x + s.dice.span(-230, 230), s.dice.span(700, 900)}
		s.fill(flat(0xFFE3A0).lit().fade(0.8), circ(p.x, p.y, s.dice.span(6, 20)))
	}
	for i := range 9 {
		s.fill(flat(0xFFE3A0).lit().fade(0.85), circ(x+s.dice.span(-10, 10), 260+46*float64(i), s.dice.span(4, 8)))
	}
	s.fill(glow(0xFFB765, 0.7), circ(x, 170, 120))
	s.plume(x, 150, 0.3, 0xA79C9A)
}

func (s *stage) volcanicIsland() {
	h := s.dice.span(560, 610)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(3, h)
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), rect(0, h, side, side-h))
	x := 512 + s.dice.span(-40, 40)
	s.cone(x, h+92, 700, 400, 0x8A7468, 58)
	s.fill(down(s.pal.leaf[0], s.pal.leaf[1]), svgAt(x, h+92, 1, "M-350,0 C-220,-40 -160,-130 -122,-226 L-96,-200 L-64,-236 L-30,-206 L10,-240 L44,-204 L86,-236 L122,-222 C160,-130 220,-40 350,0 Z"))
	s.fill(flat(s.pal.leaf[2]).fade(0.5), svgAt(x, h+92, 1, "M60,-216 L86,-236 L122,-222 C160,-130 220,-40 350,0 H150 C140,-80 100,-150 60,-216 Z"))
	s.fill(flat(lighter(w[0], 0.45)).fade(0.8), svgAt(x, h+104, 1, "M-430,10 C-260,-24 240,-24 430,10 C240,50 -260,50 -430,10 Z"))
	s.fill(down(0xF2DEB0, 0xDFC48E), svgAt(x, h+96, 1, "M-390,8 C-240,-26 230,-26 390,8 C230,38 -240,38 -390,8 Z"))
	for i := range 9 {
		tx := x - 300 + 75*float64(i) + s.dice.span(-16, 16)
		if i%2 == 0 {
			s.palm(tx, h+104, s.dice.span(110, 150))
		} else {
			s.bush(tx, h+100, 80)
		}
	}
	s.waves(h+150, side, 22)
}

package ondevice

// medium is what a place gives a subject to be in.
type medium int

const (
	onGround medium = iota
	onWater
	underWater
	inSpace
	inRoom  // a table or a floor under a wall
	onPaper // no place at all: a plain ground with a disc of light
)

// place is a setting. back draws all that lies behind the hero, front what
// stands before its feet.
type place struct {
	id     string
	medium medium
	back   func(*stage)
	front  func(*stage)
	// foot is the height at which a standing hero stands.
	foot float64
}

// places lists every setting by its name.
func places() []*place {
	return []*place{
		{"mountains", onGround, (*stage).mountains, (*stage).grassFront, 812},
		{"sea", onWater, (*stage).openSea, (*stage).waveFront, 760},
		{"underwater", underWater, (*stage).underSea, (*stage).seabedFront, 830},
		{"river", onGround, (*stage).riverside, (*stage).reedFront, 806},
		{"forest", onGround, (*stage).forest, (*stage).fernFront, 822},
		{"jungle", onGround, (*stage).jungle, (*stage).leafFront, 822},
		{"desert", onGround, (*stage).desert, (*stage).duneFront, 815},
		{"savanna", onGround, (*stage).savanna, (*stage).dryFront, 815},
		{"ice", onGround, (*stage).iceFields, (*stage).snowFront, 815},
		{"town", onGround, (*stage).town, (*stage).pavementFront, 835},
		{"farm", onGround, (*stage).farm, (*stage).cropFront, 812},
		{"garden", onGround, (*stage).garden, (*stage).flowerFront, 815},
		{"underground", onGround, (*stage).underground, nil, 815},
		{"space", inSpace, (*stage).space, nil, 780},
		{"sky", inSpace, (*stage).skyHigh, (*stage).cloudFront, 780},
		{"body", onPaper, (*stage).bodyRoom, nil, 800},
		{"laboratory", inRoom, (*stage).laboratory, nil, 800},
		{"classroom", inRoom, (*stage).classroom, nil, 800},
		{"kitchen", inRoom, (*stage).kitchen, nil, 800},
		{"home", inRoom, (*stage).home, nil, 820},
		{"ancient", onGround, (*stage).ancient, (*stage).dryFront, 815},
		{"oldtown", onGround, (*stage).oldTown, (*stage).pavementFront, 835},
		{"factory", onGround, (*stage).factory, (*stage).pavementFront, 825},
		{"island", onGround, (*stage).island, (*stage).beachFront, 815},
		{"night", onGround, (*stage).nightHills, (*stage).grassFront, 812},
		{"abstract", onPaper, (*stage).abstract, nil, 800},
	}
}

// sceneryKey begins the key of a setting that is a subject of its own.
const sceneryKey = "place:"

// scenery is a setting as a subject of its own.
func scenery(p *place) subject {
	return subject{key: sceneryKey + p.id, place: p.id, scenic: func(s *stage) {
		p.back(s)
		if p.front != nil {
			p.front(s)
		}
	}}
}

// placeByID gives the setting of that name, the abstract one for any other.
func placeByID(id string) *place {
	list := places()
	for _, p := range list {
		if p.id == id {
			return p
		}
	}
	return list[len(list)-1]
}

func (s *stage) mountains() {
	h := s.dice.span(520, 610)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(2, h)
	snow := 0.34
	s.far(0.5, func() { s.peaks(h+30, s.dice.span(190, 260), s.pal.rock[1], 0) })
	s.far(0.2, func() { s.peaks(h+60, s.dice.span(300, 390), s.pal.rock[1], snow) })
	s.mistBand(h+30, 120, 0.5)
	s.far(0.2, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+50, 26, 4)) })
	s.far(0.15, func() {
		s.scatter(9, h+58, h+96, 90, func(x, y, d float64) { s.conifer(x, y, 50+34*d) })
	})
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+140, 24, 3))
	s.scatter(6, h+190, h+280, 270, func(x, y, d float64) { s.conifer(x, y, 110+80*d) })
}

func (s *stage) openSea() {
	h := s.dice.span(430, 520)
	s.sky(h)
	sx := s.sunSomewhere(h)
	s.clouds(3, h)
	s.birds(3, s.dice.span(120, 700), h*0.5)
	w := s.pal.water
	s.fill(down(w[0], w[1], w[2]), rect(0, h, side, side-h))
	s.fill(veil(s.light.sun, 0.5, 0).lit(), poly(sx-46, h, sx+46, h, sx+150, h+300, sx-150, h+300))
	if s.plan.variant%2 == 0 {
		s.far(0.45, func() {
			x := s.dice.span(150, 800)
			s.fill(flat(s.pal.rock[1]), svgAt(x, h+2, 1, "M-190,0 C-120,-18 -90,-60 -40,-66 C0,-70 30,-40 70,-34 C120,-28 150,-8 200,0 Z"))
		})
	}
	s.waves(h+12, side, 26)
	s.fill(down(mix(w[1], w[0], 0.4), w[2]).fade(0.85), s.swell(h+190, 12, 260))
}

func (s *stage) waveFront() {
	w := s.pal.water
	s.fill(down(mix(w[1], 0xFFFFFF, 0.25), w[1]).fade(0.92), s.swell(758, 15, 250))
	s.fill(down(w[1], w[2]), s.swell(812, 17, 300))
	s.fill(down(w[2], darker(w[2], 0.25)), s.swell(900, 20, 360))
	s.waves(800, side, 9)
}

func (s *stage) underSea() {
	w := s.pal.water
	s.fill(paint{kind: paintLinear, y1: side, alpha: 1, stops: evenly([]ink{lighter(w[0], 0.12), mix(w[0], w[1], 0.8), w[2], darker(w[2], 0.35)})}, all())
	for range 5 {
		x, wd := s.dice.span(-80, side), s.dice.span(50, 130)
		s.fill(veil(0xFFFFFF, 0.17, 0), poly(x, -10, x+wd, -10, x+wd+210, 940, x+110-wd*0.4, 940))
	}
	s.far(0.12, func() {
		s.fill(flat(darker(w[2], 0.18)).fade(0.7), s.ridge(770, 40, 4))
	})
	// A shoal in the distance.
	fx, fy := s.dice.span(120, 760), s.dice.span(150, 300)
	for i := range 7 {
		s.at(fx+float64(i%4)*44+s.dice.span(-8, 8), fy+float64(i/4)*36+s.dice.span(-8, 8), 1, func() {
			s.fill(flat(darker(w[1], 0.25)).fade(0.6), svg("M-14,0 C-6,-9 8,-9 14,0 C8,9 -6,9 -14,0 Z M-12,0 L-22,-7 L-22,7 Z"))
		})
	}
	s.bubbles(16, 80, 200, 860, 520)
	s.fill(down(mix(0xE7D3A6, w[1], 0.45), mix(0xC9B184, w[2], 0.6)), s.ridge(852, 22, 4))
	s.scatter(5, 872, 905, 220, func(x, y, _ float64) { s.weed(x, y, s.dice.span(120, 230), mix(s.pal.leaf[1], w[1], 0.2)) })
	s.coral(s.dice.span(60, 200), 900, s.dice.span(110, 170), s.pal.warm)
	s.coral(s.dice.span(830, 960), 906, s.dice.span(110, 170), s.pal.bright)
}

func (s *stage) seabedFront() {
	w := s.pal.water
	s.fill(down(mix(0xD9C294, w[1], 0.4), mix(0xA9966F, w[2], 0.5)), s.ridge(945, 18, 3))
	s.weed(s.dice.span(20, 120), 1000, 210, s.pal.leaf[2])
	s.weed(s.dice.span(900, 1010), 1004, 230, s.pal.leaf[2])
	s.rock(s.dice.span(180, 320), 1000, 120)
	s.bubbles(5, 350, 500, 320, 300)
}

func (s *stage) riverside() {
	h := s.dice.span(470, 540)
	s.sky(h)
	s.sunSomewhere(h)
	s.clouds(3, h)
	s.far(0.35, func() { s.peaks(h+20, s.dice.span(130, 240), s.pal.rock[1], 0.3) })
	s.mistBand(h+10, 90, 0.5)
	s.far(0.18, func() { s.fill(flat(s.pal.grass[0]), s.ridge(h+12, 18, 4)) })
	s.fill(down(s.pal.grass[1], mix(s.pal.grass[1], s.pal.grass[2], 0.6)), s.ridge(h+80, 16, 4))
	s.stream(h+70, s.plan.variant%2 == 0)
	s.scatter(5, h+70, h+190, 260, func(x, y, d float64) { s.roundTree(x, y, 80+110*d) })
}

// stream winds from the horizon at y to the near edge.
func (s *stage) stream(y float64, left bool) {
	w := s.pal.water
	s.at(side/2, y, 1, func() {
		s.flipped(left, func() {
			shape := svg("M60,0 C120,14 190,36 150,66 C96,104 -110,110 -130,170 C-150,236 210,280 150,560 L-640,560 C-520,360 -420,280 -330,190 C-240,100 30,74 62,50 C84,32 52,14 44,0 Z")
			s.fill(down(lighter(w[0], 0.2), w[1], w[2]), shape)
			s.within(shape, func() {
				for range 14 {
					t := s.dice.span(0, 1)
					s.fill(flat(lighter(w[0], 0.55)).fade(0.6), slab(s.dice.span(-480, 60), 60+380*t, 30+60*t, 3+2*t, 2))
				}
			})
		})
	})
}

func (s *stage) reedFront() {
	for _, x := range []float64{s.dice.span(20, 90), s.dice.span(130, 190), s.dice.span(880, 960)} {
		s.reeds(x, s.dice.span(990, 1040), s.dice.span(150, 230))
	}
	s.tuftRow(985, 60, s.pal.grass[2])
}

// tuftRow draws grass along the lower edge, lower in the middle.
func (s *stage) tuftRow(y, h float64, c ink) {
	for x := -10.0; x < side+40; x += s.dice.span(34, 76) {
		lower := 0.0
		if x > 330 && x < 694 {
			lower = 22
		}
		s.tuft(x, y+s.dice.span(10, 50)+lower, h*s.dice.span(0.7, 1.25), darker(c, s.dice.span(0, 0.18)))
	}
}

func (s *stage) grassFront() {
	s.fill(down(s.pal.grass[2], darker(s.pal.grass[2], 0.2)), s.ridge(930, 14, 3))
	s.tuftRow(960, 70, s.pal.grass[2])
}

func (s *stage) forest() {
	h := s.dice.span(500, 560)
	s.sky(h + 120)
	x := s.dice.span(380, 640)
	s.fill(glow(s.light.sun, 0.6), circ(x, 250, 380))
	for i := range 3 {
		mist := 0.62 - 0.22*float64(i)
		y := h + 70*float64(i)
		s.far(mist, func() {
			s.fill(flat(s.pal.grass[i]), s.ridge(y, 14, 4))
			n := 15 - 4*i
			free := 60 + 110*float64(i)
			s.scatter(n, y, y+30, free, func(x, y, d float64) {
				tall := s.dice.span(250, 360) + 100*float64(i)
				if s.plan.variant%2 == 0 {
					s.conifer(x, y, tall)
				} else {
					s.roundTree(x, y, tall)
				}
			})
		})
		s.mistBand(y+20, 120, 0.28)
	}
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(h+220, 14, 3))
	s.lightPatch(640, h+270)
}

// lightPatch is a spot of light on the ground where the hero stands.
func (s *stage) lightPatch(w, y float64) {
	s.with(affine{a: 1, d: 0.24, e: side / 2, f: y + 30}, func() {
		s.fill(glow(s.light.sun, 0.35), circ(0, 0, w/2))
	})
}

func (s *stage) fernFront() {
	s.fill(down(s.pal.leaf[2], darker(s.pal.leaf[2], 0.35)), s.ridge(960, 14, 4))
	for _, x := range []float64{-10, 90, 190, 850, 950, 1030} {
		s.tuft(x+s.dice.span(-30, 30), 1030, s.dice.span(110, 180), s.pal.leaf[2])
	}
	s.tuftRow(990, 60, s.pal.leaf[2])
}

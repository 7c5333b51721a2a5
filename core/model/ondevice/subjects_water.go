package ondevice

// arrow is a broad curved arrow from a to b over ctrl, the sign by which the
// diagrams of this book move things.
func (s *stage) arrow(a, ctrl, b pt, w float64, p paint) {
	var line path
	end := along(ctrl, b, 0.9)
	line.move(a)
	line.quad(ctrl, end)
	s.pen(p, w, line)
	d := b.minus(ctrl)
	d = d.times(1 / max(d.length(), 1e-6))
	n := pt{-d.y, d.x}
	base := b.minus(d.times(w * 2.1))
	l, r := base.plus(n.times(w*1.5)), base.minus(n.times(w*1.5))
	tip := b.plus(d.times(w * 0.6))
	s.fill(p, poly(l.x, l.y, tip.x, tip.y, r.x, r.y))
}

func (s *stage) raindrops(n int, x, y, w, h float64) {
	c := mix(s.pal.water[1], 0xFFFFFF, 0.25)
	for i := range n {
		px := x + w*(float64(i)+s.dice.span(0.1, 0.9))/float64(n)
		py := y + s.dice.span(0, h)
		s.pen(flat(c).lit().fade(0.8), 5, open(px, py, px-9, py+30))
	}
}

// greyCloud is a heavy cloud, w wide.
func (s *stage) greyCloud(x, y, w float64, c ink) {
	s.at(x, y, w/100, func() {
		shape := joined(slab(-50, -20, 100, 20, 10), circ(-28, -22, 18), circ(0, -32, 25), circ(28, -22, 18))
		s.fill(paint{kind: paintLinear, y0: -56, alpha: 1, own: true, stops: evenly([]ink{lighter(c, 0.5), c, darker(c, 0.15)})}, shape)
	})
}

func (s *stage) waterCycle() {
	s.sky(600)
	left := s.plan.variant%2 == 0
	s.at(side/2, 0, 1, func() {
		s.flipped(!left, func() { s.at(-side/2, 0, 1, func() { s.waterCycleScene() }) })
	})
}

func (s *stage) waterCycleScene() {
	s.sun(210, 190, 66)
	for a := range 12 {
		p, q := polar(92, float64(a)*30), polar(122, float64(a)*30)
		s.pen(flat(s.light.sun).lit().fade(0.8), 9, open(210+p.x, 190+p.y, 210+q.x, 190+q.y))
	}
	s.far(0.2, func() {
		s.peak(800, 640, 420, 400, s.pal.rock[1], 0.34)
		s.peak(990, 650, 380, 330, s.pal.rock[1], 0.3)
		s.peak(640, 640, 260, 200, s.pal.rock[1], 0.2)
	})
	s.fill(down(s.pal.grass[0], s.pal.grass[1]), svg("M430,660 C560,600 700,610 800,600 C900,590 980,610 1044,600 V1044 H300 Z"))
	w := s.pal.water
	s.fill(down(lighter(w[0], 0.2), w[1]), svg("M760,606 C790,640 700,660 690,700 C680,750 600,760 520,790 L470,740 C560,730 640,700 660,670 C680,640 730,630 744,606 Z"))
	s.fill(down(w[0], w[1], w[2]), svg("M-20,690 C120,678 300,690 450,720 C540,740 560,800 540,860 C500,960 420,1010 400,1044 H-20 Z"))
	s.within(rect(0, 700, 500, 330), func() { s.waves(720, 1010, 12) })
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), svg("M600,1044 C560,940 640,850 780,820 C880,800 960,800 1044,780 V1044 Z"))
	for _, t := range [][3]float64{{720, 800, 120}, {800, 780, 150}, {900, 850, 200}, {960, 770, 130}} {
		s.conifer(t[0], t[1], t[2])
	}
	s.cloud(420, 250, 230)
	s.greyCloud(740, 300, 330, 0x9FB0BE)
	s.raindrops(13, 630, 320, 220, 150)
	up := flat(0xFFFDF4).lit().fade(0.88)
	for i, x := range []float64{150, 250, 350} {
		y := 660.0 + 12*float64(i)
		s.arrow(pt{x, y}, pt{x - 26, y - 120}, pt{x + 14, y - 230}, 13, up)
	}
	s.arrow(pt{440, 130}, pt{560, 74}, pt{680, 140}, 13, up)
	s.arrow(pt{600, 850}, pt{560, 900}, pt{480, 890}, 13, up)
}

func (s *stage) evaporation() {
	h := 610.0
	s.sky(h)
	x := 512.0
	s.sun(x, 250, 92)
	for a := range 14 {
		p, q := polar(126, float64(a)*360/14), polar(168, float64(a)*360/14)
		s.pen(flat(s.light.sun).lit().fade(0.85), 11, open(x+p.x, 250+p.y, x+q.x, 250+q.y))
	}
	w := s.pal.water
	s.far(0.4, func() {
		s.fill(flat(s.pal.rock[1]), svgAt(860, h+2, 1, "M-190,0 C-120,-18 -90,-60 -40,-66 C0,-70 30,-40 70,-34 C120,-28 150,-8 200,0 Z"))
	})
	s.fill(down(w[0], w[1], w[2]), rect(0, h, side, side-h))
	s.fill(veil(s.light.sun, 0.6, 0).lit(), poly(430, h, 594, h, 730, 960, 294, 960))
	s.waves(h+14, side, 24)
	for i := range 5 {
		x := 232 + 140*float64(i)
		y := 780 - 30*float64(i%2)
		v := []stop{{0, 0xFFFFFF, 0}, {0.3, 0xFFFFFF, 0.9}, {1, 0xFFFFFF, 0.5}}
		s.pen(paint{kind: paintBox, y1: 1, alpha: 0.85, own: true, stops: v}, 15, svgAt(x, y, 1, "M0,0 C-40,-50 40,-90 0,-150 C-40,-200 34,-240 4,-300"))
	}
	s.fill(down(w[1], w[2]), s.swell(860, 14, 300))
	s.fill(down(w[2], darker(w[2], 0.25)), s.swell(940, 16, 340))
}

func (s *stage) rainfall() {
	s.fill(paint{kind: paintLinear, y1: 640, alpha: 1, own: true, stops: evenly([]ink{s.tinted(0x6F8699), s.tinted(0xA9BAC2), s.tinted(0xD9DED6)})}, all())
	s.far(0.5, func() { s.fill(flat(s.pal.grass[0]), s.ridge(640, 28, 3)) })
	s.far(0.2, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(700, 18, 3)) })
	s.greyCloud(230+s.dice.span(-30, 30), 250, 380, 0x93A2AF)
	s.greyCloud(800+s.dice.span(-30, 30), 230, 400, 0x93A2AF)
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(780, 14, 3))
	s.house(300, 820, 170, s.pal.warm)
	s.roundTree(720, 830, 250)
	s.raindrops(26, 40, 300, 960, 430)
	s.greyCloud(512+s.dice.span(-20, 20), 370, 560, 0x8797A6)
	s.fill(down(s.pal.water[0], s.pal.water[1]).fade(0.85), oval(520, 905, 190, 30))
	for _, x := range []float64{450, 540, 600} {
		s.pen(flat(0xEAF4F5).fade(0.7), 3, s.ringAt(x, 903, 30, 7))
	}
	s.grassFront()
}

// ringAt is a flat ellipse's outline.
func (s *stage) ringAt(x, y, rx, ry float64) path {
	p := s.ellipseArc(rx, ry, 0, 360)
	for i, a := range p.pts {
		p.pts[i] = a.plus(pt{x, y})
	}
	return p
}

func (s *stage) cloudscape() {
	if !s.plan.cover && s.plan.variant%2 == 1 {
		s.cloudSea()
		return
	}
	s.sky(820)
	s.sun(s.dice.span(190, 260), 200, 58)
	s.far(0.3, func() { s.clouds(3, 700) })
	s.far(0.3, func() { s.fill(flat(s.pal.grass[0]), s.ridge(800, 24, 3)) })
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(850, 18, 3))
	s.scatter(8, 860, 920, 60, func(x, y, _ float64) { s.roundTree(x, y, s.dice.span(70, 120)) })
	s.birds(4, s.dice.span(120, 240), 610)
	x, y := 512+s.dice.span(-20, 20), 560.0
	top, foot := lighter(s.light.cloud, 0.4), mix(s.light.cloud, s.light.sky[0], 0.35)
	s.fill(paint{kind: paintLinear, y0: 260, y1: 600, alpha: 1, own: true, stops: evenly([]ink{top, s.light.cloud, foot})},
		joined(slab(x-320, y-70, 640, 110, 55), circ(x-200, y-80, 110), circ(x-60, y-150, 150), circ(x+110, y-120, 130), circ(x+230, y-60, 92)))
	for _, b := range [][3]float64{{-210, -96, 70}, {-70, -178, 100}, {104, -140, 82}} {
		s.fill(flat(0xFFFFFF).lit().fade(0.5), circ(x+b[0], y+b[1], b[2]))
	}
}

// cloudSea is the view from above the clouds.
func (s *stage) cloudSea() {
	s.sky(640)
	s.sunSomewhere(560)
	s.far(0.3, func() { s.clouds(2, 420) })
	s.far(0.3, func() { s.peaks(720, 330, s.pal.rock[1], 0.5) })
	c := s.light.cloud
	for row := range 5 {
		y := 620 + 92*float64(row)
		foot := mix(c, s.light.sky[0], 0.62)
		r := 74 + 22*float64(row)
		shapes := []path{rect(-80, y, side+160, side)}
		for x := -s.dice.span(0, r); x < side+r; x += r * s.dice.span(1.05, 1.5) {
			shapes = append(shapes, circ(x, y+s.dice.span(-10, 24), r*s.dice.span(0.75, 1.15)))
		}
		s.fill(paint{kind: paintLinear, y0: y - r, y1: y + 110, alpha: 1, own: true, stops: evenly([]ink{lighter(c, 0.4), c, foot})}, joined(shapes...))
	}
	s.birds(3, s.dice.span(300, 600), 380)
}

func (s *stage) thunderstorm() {
	s.fill(paint{kind: paintLinear, y1: 760, alpha: 1, own: true, stops: evenly([]ink{0x39465E, 0x65748A, 0xA9B1B4, 0xD8CDB8})}, all())
	s.canvas.light = skies(overcast, 1).tone
	s.far(0.3, func() { s.fill(flat(s.pal.grass[0]), s.ridge(720, 26, 3)) })
	s.fill(down(s.pal.grass[1], s.pal.grass[2]), s.ridge(790, 18, 3))
	s.house(250, 850, 150, s.pal.warm)
	s.roundTree(780, 860, 260)
	s.raindrops(24, 60, 380, 920, 360)
	s.fill(glow(0xFFF3C4, 0.75), circ(540, 560, 260))
	s.fill(paint{kind: paintBox, y1: 1, alpha: 1, own: true, stops: evenly([]ink{0xFFF8DC, 0xFFDE7A})}, svgAt(540, 400, 1, "M0,0 L-90,190 H-18 L-60,380 L96,140 H20 L78,0 Z"))
	s.greyCloud(220, 330, 480, 0x5B687C)
	s.greyCloud(830, 310, 480, 0x5B687C)
	s.greyCloud(520, 420, 620, 0x6A778A)
	s.grassFront()
}

func (s *stage) rainbow() {
	h := 640.0
	s.sky(h)
	s.clouds(2, h)
	for i, c := range []ink{0xD9695C, 0xE99A4E, 0xF3CF62, 0x7FB56E, 0x5B9CC4, 0x7A75B8} {
		s.pen(flat(c).lit().fade(0.82), 30, arc(512, 700, 430-29*float64(i), 180, 360))
	}
	s.far(0.25, func() { s.fill(down(s.pal.grass[0], s.pal.grass[1]), s.ridge(h+30, 24, 3)) })
	s.stream(h+40, true)
	s.fill(down(s.pal.grass[1], s.pal.grass[2]).fade(0), s.ridge(h+170, 16, 3))
	s.cloud(130, 700, 250)
	s.cloud(900, 706, 260)
	s.scatter(5, h+140, h+230, 300, func(x, y, d float64) { s.roundTree(x, y, 130+60*d) })
	s.flowerFront()
}

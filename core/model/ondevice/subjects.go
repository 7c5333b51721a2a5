package ondevice

import "sync"

// habit is how a subject is in the world.
type habit int

const (
	stands habit = iota // on the ground
	flies               // in the air, centred on its place
	swims               // in water, centred on its place
	sails               // on water, its foot a little under the line
	thing               // an object: on a table, on the ground, or in a disc of light
	peeks               // a head only: seen from behind what grows in front
	hangs               // in space or on paper, centred
)

// subject is something a picture can be about. Its drawing fills a square of
// 200 by 200 units about the origin, its foot at y = 100.
type subject struct {
	key   string
	habit habit
	size  float64 // relative to a common hero; 0 means 1
	foot  float64 // units below the origin at which it stands; 0 means 100
	// aside is how far right of the origin it touches the ground; its shadow
	// is then narrow.
	aside float64
	draw  func(*stage)
	// scenic draws the whole picture instead: the subject is the place.
	scenic func(*stage)
	glyph  rune   // the emoji figure where it is not drawn here; 0: none
	place  string // the setting of a scenic subject, for its description
}

// drawnSubjects lists everything that is drawn here, by its key.
var drawnSubjects = sync.OnceValue(func() map[string]subject {
	all := map[string]subject{}
	for _, group := range [][]subject{earthSubjects(), lifeSubjects(), animalSubjects(), bodySubjects(), scienceSubjects(), numberSubjects(), builtSubjects(), thingSubjects(), peopleSubjects()} {
		for _, s := range group {
			all[s.key] = s
		}
	}
	return all
})

func (s subject) relative() float64 {
	if s.size == 0 {
		return 1
	}
	return s.size
}

func (s subject) footing() float64 {
	if s.foot == 0 {
		return 100
	}
	return s.foot
}

// Sides of a hero's square in pixels: the common one, and what fits into a
// picture that may be cropped to 3:2 and 4:5.
const (
	heroSize    = 520
	coverSize   = 600
	tallestHero = 640
)

// hero draws the subject where its place and its habit put it. On the cover
// it is large and in the middle; the pages after it differ in scale and place.
func (s *stage) hero() {
	p := s.plan
	h := p.hero
	if h.scenic != nil || h.draw == nil && h.glyph == 0 {
		return
	}
	x, size := 512+s.dice.span(-18, 18), coverSize*h.relative()
	if !p.cover {
		v := p.variant % 3
		size = heroSize * h.relative() * []float64{1, 1.12, 0.9}[v] * s.dice.span(0.97, 1.03)
		x = 512 + []float64{0, 44, -52}[v] + s.dice.span(-16, 16)
		if p.medium() == onPaper && len(p.others) > 0 {
			// In the disc of light, with its company in the corners.
			x, size = 512, heroSize*h.relative()*0.94
		}
	}
	size = min(size, tallestHero)
	s.echo(x, size)
	s.spotlit(x, size, func() { s.put(h, x, size, p.flip && p.mayTurn()) })
}

// mayTurn tells whether the hero can look either way: a clock, a heart or a
// row of numbers cannot.
func (p *plan) mayTurn() bool {
	switch p.heroName.domain {
	case "animals", "plants", "travel", "land", "food":
		return p.hero.key != "compass"
	}
	return false
}

// echo draws one or two more of a living hero, small and far, on pages where
// it would be alone.
func (s *stage) echo(x, size float64) {
	p := s.plan
	free := p.hero.habit == stands || p.hero.habit == flies || p.hero.habit == swims
	if p.cover || len(p.others) > 0 || p.heroName.domain != "animals" || !free || p.variant%3 == 0 {
		return
	}
	for i := range p.variant % 3 {
		at := 190 + s.dice.span(-30, 30)
		if (x < 512) != (i == 1) {
			at = side - at
		}
		small := size * s.dice.span(0.30, 0.38)
		k := small / 200
		y := p.place.foot - 70 - p.hero.footing()*k
		switch {
		case p.hero.habit == flies || p.hero.habit == swims:
			y = s.dice.span(240, 330) + 60*float64(i)
		case p.medium() == underWater:
			y = p.place.foot + 20 - p.hero.footing()*k
		}
		s.far(0.22, func() {
			if p.hero.habit == stands {
				s.shadow(at, y+p.hero.footing()*k, small*0.8, 0.4)
			}
			s.at(at, y, k, func() { s.flipped(at > 512, func() { s.figure(p.hero) }) })
		})
	}
}

// spotlit draws in more light than the hour gives where it is dark, so that
// the hero is not lost in the night.
func (s *stage) spotlit(x, size float64, draw func()) {
	if !s.light.dark() {
		draw()
		return
	}
	old := s.canvas.light
	s.fill(glow(0xFFE9B8, 0.34), circ(x, 560, size*0.85))
	s.canvas.light.gain = old.gain.toward(rgb{1, 0.97, 0.9}, 0.7)
	s.canvas.light.by = old.by * 0.3
	draw()
	s.canvas.light = old
}

// put draws subject h in its place with a square of size pixels, about x.
func (s *stage) put(h subject, x, size float64, flip bool) {
	k := size / 200
	y := s.centre(h, k)
	if h.habit == stands || h.habit == thing || h.habit == peeks {
		if m := s.plan.place.medium; m == onGround || m == inRoom {
			width, aside := size*0.86, h.aside*k
			if aside != 0 {
				width *= 0.4
			}
			if flip {
				aside = -aside
			}
			s.shadow(x+aside, y+h.footing()*k-3, width, 0.55)
		}
	}
	s.at(x, y, k, func() {
		s.flipped(flip, func() { s.figure(h) })
	})
	if h.habit == peeks && s.plan.place.medium == onGround {
		for _, dx := range []float64{-0.34, 0.02, 0.36} {
			s.bush(x+dx*size, y+h.footing()*k+20, size*0.46)
		}
	}
}

// figure draws h about the origin, by hand or from the emoji font.
func (s *stage) figure(h subject) {
	if h.draw != nil {
		h.draw(s)
		return
	}
	s.plan.glyphs.draw(s.canvas, h.glyph)
}

// centre is the height of the middle of h's square.
func (s *stage) centre(h subject, k float64) float64 {
	p := s.plan.place
	switch p.medium {
	case onPaper, inSpace:
		return 500 + (100-h.footing())*k/2
	case underWater:
		if h.habit == stands {
			return p.foot + 60 - h.footing()*k
		}
		return 510
	case onWater:
		switch h.habit {
		case swims:
			return 690
		case flies, hangs:
			return 430
		}
		return p.foot + 34 - h.footing()*k
	}
	if h.habit == flies || h.habit == hangs {
		return 470
	}
	return p.foot - h.footing()*k
}

// company draws up to two lesser subjects behind and beside the hero.
func (s *stage) company() {
	p := s.plan
	left := s.dice.coin()
	for i, c := range p.others {
		x := 214 + s.dice.span(-24, 30)
		if left == (i == 0) {
			x = side - x
		}
		size := 215 * min(c.relative(), 1.1)
		k := size / 200
		y := s.centre(c, k)
		switch {
		case c.habit == flies || p.medium() == inSpace || p.medium() == onPaper:
			y = s.dice.span(215, 330) + 400*float64(i)*float64(boolInt(p.medium() != onGround))
		case p.medium() == underWater && c.habit != stands:
			y = s.dice.span(250, 340) + 380*float64(i)
		case p.medium() == onWater:
			y = p.place.foot - 70 - c.footing()*k
		case p.medium() == onGround:
			y = p.place.foot - 40 - c.footing()*k
		}
		s.far(0.10, func() {
			if c.habit != flies && (p.medium() == onGround || p.medium() == inRoom) {
				s.shadow(x, y+c.footing()*k-1, size*0.85, 0.5)
			}
			s.at(x, y, k, func() { s.flipped(x > 512, func() { s.figure(c) }) })
		})
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

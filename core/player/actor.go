package player

import (
	"sync"
	"time"
)

const (
	// tick is how often the player looks where the sound is while it plays.
	tick = 20 * time.Millisecond
	// publishEvery is how often a mere change of the position is told.
	publishEvery = 100 * time.Millisecond
	// backWindow is how far into a page Prev still goes to the page before.
	backWindow = 2 * time.Second
)

// actor is the player's state. Only the player's goroutine touches it.
type actor struct {
	player *Player
	out    Output // the sound device
	clock  *silent

	story   string
	tracks  []Track
	status  Status
	page    int
	at      float64 // position in the page, in samples at Rate, at speed 1
	speed   float64
	volume  float64
	advance bool
	steps   bool // hold after each sentence
	echo    bool // leave time after each for the class to say it

	hold      Hold      // of a Paused player
	echoUntil time.Time // of an Echoing one

	mixer    *mixer // nil while nothing is given to the device
	using    Output // what reads the mixer; nil while that is being opened
	heard    int64  // samples of the mixer heard
	flowing  bool   // the mixer plays the story, from a.page and a.at on
	followed int    // the page that the mixer was given to follow; -1: none
	trying   bool   // a voice is tried: the mixer plays none of the story
	unheard  func() // to be called where no device plays it; nil: it is known
	deaf     bool   // the device failed: the clock stands in for it until the next Play
	fault    string // why the device is not heard; empty: it is
	clips    shelf  // decoded narrations
	opened   chan opening
	work     sync.WaitGroup // what was started beside the player's goroutine

	told   State // what was published last
	jumped bool  // the position has leapt: tell it now
}

// opening is what came of giving a mixer to a device.
type opening struct {
	mixer *mixer
	using Output
}

// What is said where nothing is heard.
const (
	noDevice   = "No sound device was found, so the pages turn silently. Connect a loudspeaker, then press pause and play."
	lostDevice = "The sound device has stopped, so the pages turn silently. Connect it again, then press pause and play."
	noVoice    = "This page has no narration. It turns after the time it takes to read."
	badVoice   = "The narration of this page cannot be read. Make its voice again."
)

func newActor(p *Player, out Output) *actor {
	return &actor{
		player: p, out: out, clock: &silent{},
		status: Stopped, speed: 1, volume: 1, advance: true, followed: -1,
		clips:  newShelf(),
		opened: make(chan opening, 1),
	}
}

// run works off commands and the clock until stop is closed.
func (a *actor) run(commands <-chan func(*actor), stop <-chan struct{}) {
	ticker := time.NewTicker(tick)
	ticker.Stop()
	ticking := false
	for {
		select {
		case <-stop:
			a.close()
			return
		case f := <-commands:
			a.locate()
			f(a)
		case o := <-a.opened:
			a.began(o)
		case l := <-a.clips.loaded:
			a.clips.put(l)
		case <-ticker.C:
			a.locate()
		}
		a.proceed()
		a.tell()
		if now := a.mixer != nil || a.status == Echoing; now != ticking {
			ticking = now
			if ticking {
				ticker.Reset(tick)
			} else {
				ticker.Stop()
			}
		}
	}
}

// close ends the sound and waits for what was started.
func (a *actor) close() {
	if a.mixer != nil {
		a.mixer.close()
	}
	a.clips.close()
	a.work.Wait()
	a.clock.close()
}

// locate finds the place that is heard now.
func (a *actor) locate() {
	if a.mixer == nil || a.using == nil {
		return
	}
	heard, err := a.using.Heard()
	if err != nil {
		a.lose()
		return
	}
	a.heard = max(a.heard, heard)
	p := a.mixer.heard(a.heard)
	if a.flowing {
		a.page, a.at = p.page, p.at
		if p.over {
			a.reach(p.held)
		}
	}
	if p.rests {
		a.mixer, a.using, a.flowing, a.trying = nil, nil, false, false
	}
}

// lose goes on without the device, from the place that was heard last.
func (a *actor) lose() {
	a.deaf, a.fault = true, lostDevice
	a.drop()
}

// drop gives up the mixer; what it played is to be given to another.
func (a *actor) drop() {
	a.mixer.close()
	a.mixer, a.using, a.flowing, a.trying = nil, nil, false, false
}

// finishPage decides what comes after a page.
func (a *actor) finishPage() {
	switch {
	case a.page+1 >= len(a.tracks):
		a.status = Ended
	case a.advance:
		a.page, a.at = a.page+1, 0
	default:
		a.status, a.hold = Paused, HoldPage
	}
}

// proceed brings the sound in line with the state: it starts what is to be
// heard as soon as it can be, and has what may be heard next decoded.
func (a *actor) proceed() {
	if a.status == Echoing && !time.Now().Before(a.echoUntil) {
		a.pass()
	}
	if a.status == Playing || a.status == Waiting {
		a.flow()
	}
	a.prepare()
}

// flow starts the sound of the present place.
func (a *actor) flow() {
	if a.page >= len(a.tracks) || !a.tracks[a.page].Ready {
		a.status = Waiting
		return
	}
	a.status = Playing
	if !a.flowing {
		c := a.clips.get(a.tracks[a.page])
		if c == nil {
			return
		}
		if !a.give(c, a.page, a.at, a.speed) {
			return
		}
		a.flowing, a.trying, a.followed = true, false, -1
	}
}

// prepare has the present page decoded and the page after it, which follows
// what plays without a gap where pages turn by themselves.
func (a *actor) prepare() {
	next := a.page + 1
	if a.flowing {
		next = a.mixer.heard(a.heard).ahead + 1
	} else {
		a.fetch(a.page)
	}
	if a.flowing && next == a.followed {
		return
	}
	c := a.fetch(next)
	if c != nil && a.flowing && a.advance && a.mixer.follow(c, next, a.holds(next, c.length)) {
		a.followed = next
	}
}

// fetch gives a page's sound; nil: it is not there, or not yet.
func (a *actor) fetch(page int) *clip {
	if page >= len(a.tracks) || !a.tracks[page].Ready {
		return nil
	}
	return a.clips.get(a.tracks[page])
}

// give lets the mixer play c, and opens a device for a mixer that has none.
// It reports false while that is not possible yet.
func (a *actor) give(c *clip, page int, at, speed float64) bool {
	if a.mixer != nil {
		a.mixer.setSpeed(speed)
		if a.mixer.play(c, page, at, a.holds(page, c.length)) {
			return true
		}
		if a.using == nil {
			return false // it is still being opened, and there is one opening at a time
		}
	}
	m := newMixer(speed, a.volume)
	m.play(c, page, at, a.holds(page, c.length))
	a.mixer, a.using, a.heard = m, nil, 0
	deaf := a.deaf
	a.work.Go(func() { a.opened <- a.open(m, deaf) })
	return true
}

// open gives m to the device, or to the clock where there is none. It runs
// beside the player's goroutine: a device may take its time.
func (a *actor) open(m *mixer, deaf bool) opening {
	if !deaf {
		if err := a.out.Play(m); err == nil {
			return opening{m, a.out}
		}
	}
	if err := a.clock.Play(m); err != nil {
		panic(err) // a clock needs no device
	}
	return opening{m, a.clock}
}

// began takes note of what plays the mixer.
func (a *actor) began(o opening) {
	if o.mixer != a.mixer {
		return
	}
	a.using = o.using
	switch {
	case o.using == a.out:
		a.fault = ""
	case !a.deaf:
		a.deaf, a.fault = true, noDevice
	}
	a.tellUnheard()
}

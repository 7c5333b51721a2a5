package player

import (
	"context"
	"slices"
	"sync"
	"time"

	"edusmart/core/speech"
)

// Player plays one story at a time. Its methods may be called from any
// goroutine and return at once; what comes of them is told to Watch.
type Player struct {
	commands chan func(*actor)
	stop     chan struct{} // closed by Close
	stopped  chan struct{} // closed when the player's goroutine has ended
	closing  sync.Once

	mu      sync.Mutex
	state   State
	changed chan struct{} // closed and replaced with every new state
}

// New gives a Player that plays through out, which it opens when it first
// plays. Close ends it.
func New(out Output) *Player {
	p := &Player{
		commands: make(chan func(*actor), 64),
		stop:     make(chan struct{}),
		stopped:  make(chan struct{}),
		changed:  make(chan struct{}),
	}
	a := newActor(p, out)
	p.state = a.snapshot()
	go func() {
		defer close(p.stopped)
		a.run(p.commands, p.stop)
	}()
	return p
}

// Close stops the sound and ends the player's goroutine. It waits for it.
func (p *Player) Close() error {
	p.closing.Do(func() { close(p.stop) })
	<-p.stopped
	return nil
}

// Watch calls f with the present state, then with every change of the status,
// the page or the word and ten times a second while playing, one call at a
// time, on the caller's goroutine, until ctx ends or the player is closed. A
// slow f skips states but always sees the latest.
func (p *Player) Watch(ctx context.Context, f func(State)) {
	for {
		p.mu.Lock()
		state, changed := p.state, p.changed
		p.mu.Unlock()
		if ctx.Err() != nil {
			return
		}
		f(state)
		select {
		case <-changed:
		case <-ctx.Done():
			return
		case <-p.stopped:
			return
		}
	}
}

// State gives the latest state.
func (p *Player) State() State {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state
}

func (p *Player) publish(s State) {
	p.mu.Lock()
	p.state = s
	close(p.changed)
	p.changed = make(chan struct{})
	p.mu.Unlock()
}

// do hands f to the player's goroutine.
func (p *Player) do(f func(*actor)) {
	select {
	case p.commands <- f:
	case <-p.stop:
	}
}

// Load gives the player a story's pages, paused at the start of the first. A
// story that it has already keeps its place and goes on playing: so pages are
// updated as they become ready, and playing that waits for one goes on.
func (p *Player) Load(story string, tracks []Track) {
	tracks = slices.Clone(tracks)
	p.do(func(a *actor) { a.load(story, tracks) })
}

// Unload stops and forgets the story.
func (p *Player) Unload() { p.do(func(a *actor) { a.unload() }) }

// Play plays from the present position; after the end, from the start.
func (p *Player) Play() { p.do(func(a *actor) { a.play() }) }

// Pause stops the sound and keeps the position.
func (p *Player) Pause() { p.do(func(a *actor) { a.pause() }) }

// Toggle plays or pauses; after the end it plays from the start.
func (p *Player) Toggle() { p.do(func(a *actor) { a.toggle() }) }

// Next turns to the next page; at the last it does nothing.
func (p *Player) Next() { p.do(func(a *actor) { a.turn(a.page + 1) }) }

// Prev goes to the start of the page, or, in its first two seconds, to the
// page before.
func (p *Player) Prev() { p.do(func(a *actor) { a.prev() }) }

// GoTo turns to the start of a page, from 0; other numbers do nothing.
func (p *Player) GoTo(page int) { p.do(func(a *actor) { a.turn(page) }) }

// Seek goes to a position in the page, bounded to its length.
func (p *Player) Seek(position time.Duration) { p.do(func(a *actor) { a.seek(position) }) }

// SetSpeed sets the speed, bounded to 0.5 and 2, at the same pitch. It takes
// effect while playing.
func (p *Player) SetSpeed(speed float64) { p.do(func(a *actor) { a.setSpeed(speed) }) }

// SetVolume sets the loudness, bounded to 0 and 1.
func (p *Player) SetVolume(volume float64) { p.do(func(a *actor) { a.setVolume(volume) }) }

// SetAdvance chooses whether pages turn by themselves, as they do at first.
// Else playing pauses at the end of each page, and Play goes on with the next.
func (p *Player) SetAdvance(on bool) { p.do(func(a *actor) { a.setAdvance(on) }) }

// NextSentence goes to the next sentence, over pages; at the last it does
// nothing. Playing plays on there, and a class that echoes is done; paused
// stays paused.
func (p *Player) NextSentence() { p.do(func(a *actor) { a.nextSentence() }) }

// PrevSentence goes to the start of the sentence, or, in its first second, to
// the one before, over pages. Playing plays on there; paused stays paused.
func (p *Player) PrevSentence() { p.do(func(a *actor) { a.prevSentence() }) }

// RepeatSentence plays from the start of the sentence that is heard, or was
// heard last.
func (p *Player) RepeatSentence() { p.do(func(a *actor) { a.repeatSentence() }) }

// PlaySentence plays from the start of a sentence, page and sentence from 0;
// other numbers do nothing.
func (p *Player) PlaySentence(page, sentence int) {
	p.do(func(a *actor) { a.playSentence(page, sentence) })
}

// PlayAt plays a page, from 0, from a position, such as a word's start.
func (p *Player) PlayAt(page int, at time.Duration) { p.do(func(a *actor) { a.playAt(page, at) }) }

// SetSteps chooses whether the voice stops after each sentence, until Play
// goes on with the next. It does so from the sentence on that is heard, or, in
// the last fifth of a second of that, from the next.
func (p *Player) SetSteps(on bool) { p.do(func(a *actor) { a.setSteps(on) }) }

// SetEcho chooses whether the voice leaves time after each sentence, as long
// as the sentence took, for the class to say it. Where the voice also stops
// there, it stops after that time. Turned off, it ends the time that runs.
func (p *Player) SetEcho(on bool) { p.do(func(a *actor) { a.setEcho(on) }) }

// Preview plays speech of its own, such as a voice that is tried, at a speed.
// The story is paused. A later Preview replaces an earlier one, and playing
// the story ends it. Where no device plays it, unheard is called once, on a
// goroutine of its own.
func (p *Player) Preview(pcm []int16, rate int, speed float64, unheard func()) {
	if len(pcm) == 0 {
		return
	}
	sound := &clip{pcm: speech.Resample(pcm, rate, Rate)}
	sound.length = len(sound.pcm)
	p.do(func(a *actor) { a.preview(sound, speed, unheard) })
}

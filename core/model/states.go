package model

import (
	"time"

	"edusmart/core/story"
)

// State is how the model of a role stands, for screens.
type State struct {
	Role      story.PartKind
	Model     string // in use; "": none is left
	InsteadOf string // the role's first model, where Model took its place; else empty
	// Until is the end of a wait of the whole model, such as its rest after
	// six failures; zero: it does not wait. Why says the reason in one
	// sentence, of a closed model too; else it is empty.
	Until   time.Time
	Why     string
	Kind    Kind // of what Why says
	Resting bool // it waits because six attempts have failed
	// Closed says that nothing is sent to it any more: until Reset where the
	// day's quota is used up, else until the key or the model is changed.
	Closed bool
	Reset  time.Time

	Limit Limit     // as learnt; zero: none is known
	Told  bool      // the service told Limit; else it is a hypothesis
	Used  int       // calls that take a place in the present window
	Free  time.Time // when the next place is free; zero: now
	// Waiting and Flying count the calls that wait and that are under way, and
	// Lanes how many may be under way at once.
	Waiting, Flying, Lanes int
}

// States gives the state of each role's model in the order text, picture,
// voice; nil where there is no service.
func (d *Desk) States() []State {
	if d.config.Service == nil {
		return nil
	}
	var all []State
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		l := d.ladders[role]
		if l == nil {
			continue
		}
		s := State{Role: role, Model: l.use()}
		if s.Model != l.first() {
			s.InsteadOf = l.first()
		}
		if s.Model != "" {
			d.pacer(s.Model).state(&s, time.Now())
		}
		all = append(all, s)
	}
	return all
}

// state fills in how the model stands.
func (p *pacer) state(s *State, t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.closed != nil && (p.reopens.IsZero() || t.Before(p.reopens)):
		s.Closed, s.Reset = true, p.reopens
		s.Why, s.Kind = Sentence(p.closed), p.closed.Kind
	case p.hold.until.After(t):
		s.Until, s.Resting = p.hold.until, p.hold.rest
		s.Why, s.Kind = Sentence(p.hold.why), KindOf(p.hold.why)
	}
	s.Limit, s.Told, s.Used = p.quota.told(), p.quota.said, p.quota.used(t)
	if free := p.quota.slot(t, 0); free.After(t) {
		s.Free = free
	}
	for _, pl := range p.places {
		if pl.waiting {
			s.Waiting++
		}
	}
	s.Flying, s.Lanes = p.lanes.flying, int(p.lanes.allowed)
}

package generate

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Steering is something the teacher says while a story is made.
type Steering struct {
	Do   Steer
	Page int // from 0; -1: every page, for UseDevice
	Part story.PartKind
}

// Steer is what can be said.
type Steer int

// What can be said of one part, and of the whole job.
const (
	TryNow    Steer = iota // end the wait of a part
	Skip                   // leave a part out
	UseDevice              // make a part on this computer instead
	Pause                  // begin nothing new, and send nothing that waits
	Continue               // go on after Pause
	Again                  // make a part again that has ended
)

// call is a part that somebody is making.
type call struct {
	ctx   context.Context
	end   context.CancelCauseFunc
	now   chan struct{}
	wait  *Attempt // the last that was heard of it; nil: it is at work
	tried int      // attempts when it gave up
}

// attempt is what a maker tells of a call.
type attempt struct {
	task
	model.Attempt
}

// begin gives the call of a task: what decorators know of it travels in its
// context.
func (r *run) begin(ctx context.Context, t task) *call {
	c := &call{now: make(chan struct{}, 1)}
	c.ctx, c.end = context.WithCancelCause(model.WithCall(ctx, &model.Call{
		Story: r.Story.ID, Role: t.part, Page: t.page, Rank: t.page, Now: c.now,
		Tell: func(a model.Attempt) {
			select {
			case r.attempts <- attempt{t, a}:
			case <-ctx.Done():
			}
		},
		Gate: func() <-chan struct{} { return r.gate.state() },
	}))
	return c
}

// cause gives, where the teacher ended the call, that as the error.
func (c *call) cause(err error) error {
	why := context.Cause(c.ctx)
	if err != nil && (errors.Is(why, model.ErrSkip) || errors.Is(why, model.ErrUseDevice)) {
		return why
	}
	return err
}

// maker says who makes a part: whom the options name, unless the teacher has
// said since that this computer does.
func (r *run) maker(t task, asked story.Maker) story.Maker {
	if r.device[t] || r.device[task{everyPage, t.part}] {
		return story.Device
	}
	return asked
}

// hear takes in what a maker tells of its call.
func (r *run) hear(a attempt) {
	c := r.working[a.task]
	if c == nil {
		return
	}
	told := &Attempt{Page: a.page, Part: a.part, Attempt: a.Attempt}
	c.wait, r.last = told, told
	if a.Next.IsZero() {
		c.wait, c.tried = nil, a.N
	}
}

// due gives a channel that fires when the next wait is over, so that the part
// is shown at work again.
func (r *run) due() (fires <-chan time.Time, stop func()) {
	var next time.Time
	for _, c := range r.working {
		if c.wait != nil && c.wait.Next.After(time.Now()) && (next.IsZero() || c.wait.Next.Before(next)) {
			next = c.wait.Next
		}
	}
	if next.IsZero() {
		return nil, func() {}
	}
	t := time.NewTimer(time.Until(next))
	return t.C, func() { t.Stop() }
}

// steered does what waits to be done, before the first part.
func (r *run) steered() {
	for {
		select {
		case s := <-r.Steer:
			r.steer(s)
		default:
			return
		}
	}
}

// steer does what the teacher says.
func (r *run) steer(s Steering) {
	t := task{s.Page, s.Part}
	if s.Part == story.Text {
		t = theText
	}
	switch s.Do {
	case TryNow:
		// A press that comes when the wait is over would end the next one.
		if c := r.working[t]; c != nil && c.cell().State == CellWaiting {
			select {
			case c.now <- struct{}{}:
			default: // it has been told
			}
		}
	case Skip:
		r.skip(t)
	case UseDevice:
		r.useDevice(t)
	case Pause, Continue:
		r.gate.shut(s.Do == Pause)
	case Again:
		delete(r.device, t)
		r.again(t)
	}
}

// again queues a part that has ended.
func (r *run) again(t task) {
	if t.part == story.Text || t.page < 0 || t.page >= len(r.Story.Pages) || r.working[t] != nil || slices.Contains(r.queue, t) {
		return
	}
	p := &r.Story.Pages[t.page]
	part := &p.Parts.Picture
	if t.part == story.Voice {
		part = &p.Parts.Voice
	}
	if part.State.Ended() {
		*part = story.Part{State: story.Pending}
		r.Story.Status = story.Making
		r.queue = append(r.queue, t)
	}
}

func (r *run) skip(t task) {
	if t.part == story.Text {
		return // there is no story without it
	}
	if c := r.working[t]; c != nil {
		c.end(model.ErrSkip)
	} else if i := slices.Index(r.queue, t); i >= 0 {
		r.queue = slices.Delete(r.queue, i, i+1)
		r.finish(result{task: t, err: model.ErrSkip})
	}
}

// useDevice has a part, or all of a kind, made on this computer: what is under
// way is taken back, what has failed is made now.
func (r *run) useDevice(t task) {
	r.device[t] = true
	for w, c := range r.working {
		if w.part == t.part && (t.page == everyPage || w.page == t.page) {
			c.end(model.ErrUseDevice)
		}
	}
	for i, row := range Rows(r.Story) {
		cell := row.Picture
		if t.part == story.Voice {
			cell = row.Voice
		}
		if t.page == i || t.page == everyPage && (cell.State == CellFailed || cell.State == CellSkipped) {
			r.again(task{i, t.part})
		}
	}
}

// gate holds back what has not been sent while a job is paused. The zero value
// is open. It may be used from several goroutines.
type gate struct {
	mu     sync.Mutex
	closed chan struct{} // nil: open; closed when it opens again
}

// shut closes or opens the gate.
func (g *gate) shut(on bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case on && g.closed == nil:
		g.closed = make(chan struct{})
	case !on && g.closed != nil:
		close(g.closed)
		g.closed = nil
	}
}

// state gives what is closed when the gate opens; nil when it is open.
func (g *gate) state() <-chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.closed
}

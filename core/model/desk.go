package model

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"edusmart/core/story"
)

// Service makes parts with the named models of a remote service.
type Service interface {
	Writer(model string) Writer
	Illustrator(model string) Illustrator
	Narrator(model string) Narrator
	Rewriter(model string) Rewriter
}

// Makers make the three parts of a story, and put its text another way.
type Makers struct {
	Writer      Writer
	Illustrator Illustrator
	Narrator    Narrator
	Rewriter    Rewriter
}

// DeskConfig is what a Desk works with.
type DeskConfig struct {
	// Service is the remote service; nil: there is none, no key or "this
	// computer only", and Missing says why in one sentence.
	Service Service
	Missing string
	Device  Makers // of this computer; all are there
	Meter   Meter  // counts every attempt; nil: nothing is counted
	// Ladders are the models of each role, in order.
	Ladders map[story.PartKind][]string
	Memory  Memory // what earlier runs learnt
	// Keep is called after what is learnt has changed, never concurrently and
	// with no lock held; whoever gives it saves the Memory. It is called on
	// goroutines of calls that wait or have ended. May be nil.
	Keep func(Memory)
	// Tell is told once when a role moves on to another model. May be nil.
	Tell func(Change)
	Log  *slog.Logger // nil: nothing is logged
}

// Desk hands out makers whose calls to a service are paced, retried, counted,
// moved on to another model when one is gone, and made on this computer when
// all else fails. There is one Desk for a key: all calls to a model share its
// queue. Its methods may be called from several goroutines at once.
type Desk struct {
	config  DeskConfig
	reply   *reply
	ladders map[story.PartKind]*ladder

	mu     sync.Mutex
	pacers map[string]*pacer
	key    *Error // the key was rejected: nothing is sent any more

	dirty   atomic.Bool
	keeping sync.Mutex
}

// NewDesk gives a Desk. It starts nothing and needs no closing; Memory gives
// what is to be kept at the end.
func NewDesk(c DeskConfig) *Desk {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Meter == nil {
		c.Meter = uncounted{}
	}
	if c.Keep == nil {
		c.Keep = func(Memory) {}
	}
	if c.Tell == nil {
		c.Tell = func(Change) {}
	}
	d := &Desk{
		config: c, reply: newReply(c.Memory.Reply),
		ladders: map[story.PartKind]*ladder{}, pacers: map[string]*pacer{},
	}
	now := time.Now()
	for role, models := range c.Ladders {
		known := map[string]gone{}
		for name, l := range c.Memory.Models {
			if !l.Gone.IsZero() && now.Sub(l.Gone) <= forget {
				known[name] = gone{l.Gone, l.Replacement}
			}
		}
		d.ladders[role] = newLadder(role, models, known, d.moved)
	}
	return d
}

// Writer gives the maker of texts that m asks for. Device is this computer
// alone; Gemini and Auto are the service, and this computer where it fails.
// Without a service Gemini's answers say why they were made here.
func (d *Desk) Writer(m story.Maker) Writer {
	if get := choose(d, writing, m, askWriter(d.config.Device.Writer)); get != nil {
		return writer(get)
	}
	return d.config.Device.Writer
}

// Illustrator gives the maker of pictures that m asks for, likewise.
func (d *Desk) Illustrator(m story.Maker) Illustrator {
	if get := choose(d, drawing, m, askIllustrator(d.config.Device.Illustrator)); get != nil {
		return illustrator(get)
	}
	return d.config.Device.Illustrator
}

// Narrator gives the maker of voices that m asks for, likewise.
func (d *Desk) Narrator(m story.Maker) Narrator {
	if get := choose(d, speaking, m, askNarrator(d.config.Device.Narrator)); get != nil {
		return narrator(get)
	}
	return d.config.Device.Narrator
}

// choose composes the decorators; nil stands for the device as it is.
func choose[Q, A any](d *Desk, c *craft[Q, A], m story.Maker, device ask[Q, A]) ask[Q, A] {
	switch {
	case m == story.Device, d.config.Service == nil && m != story.Gemini:
		return nil
	case d.config.Service == nil:
		return onDevice(c, device, d.config.Missing)
	}
	l := d.ladders[c.role]
	if l == nil {
		l = newLadder(c.role, nil, nil, d.moved)
	}
	return fallenBack(c, laddered(c, l, func(model string) ask[Q, A] {
		counted := metered(c, model, d.config.Meter, d.config.Log, c.ask(d.config.Service, model))
		return retried(c, d.pacer(model), d.config.Log, d.keep, paced(c, counted))
	}), device)
}

// pacer gives the queue of a model.
func (d *Desk) pacer(model string) *pacer {
	d.mu.Lock()
	defer d.mu.Unlock()
	p := d.pacers[model]
	if p == nil {
		p = newPacer(model, d.reply, d.config.Log)
		p.learnt, p.onKey = d.learnt, d.refuse
		p.recall(d.config.Memory.Models[model], time.Now())
		p.closed = or(d.key, p.closed)
		d.pacers[model] = p
	}
	return p
}

func or(a, b *Error) *Error {
	if a != nil {
		return a
	}
	return b
}

// refuse ends every call, now and later: the key was rejected.
func (d *Desk) refuse(e *Error) {
	d.mu.Lock()
	d.key = e
	all := maps.Clone(d.pacers)
	d.mu.Unlock()
	for _, p := range all {
		p.mu.Lock()
		p.closed, p.reopens = e, time.Time{}
		p.changed()
		p.mu.Unlock()
	}
}

func (d *Desk) moved(c Change) {
	d.config.Log.Info("model changed", "role", c.Role, "from", c.From, "to", c.To)
	d.learnt()
	d.config.Tell(c)
	d.keep()
}

func (d *Desk) learnt() { d.dirty.Store(true) }

// keep hands out what was learnt since the last time. Whoever keeps already
// looks again when it is done.
func (d *Desk) keep() {
	for d.dirty.Load() && d.keeping.TryLock() {
		if d.dirty.Swap(false) {
			d.config.Keep(d.Memory())
		}
		d.keeping.Unlock()
	}
}

// Memory gives what was learnt, in this run and before.
func (d *Desk) Memory() Memory {
	now := time.Now()
	m := Memory{Models: map[string]Learnt{}, Roles: map[story.PartKind]InUse{}, Reply: d.reply.measured()}
	for name, l := range d.config.Memory.Models {
		if now.Sub(l.At) <= forget {
			m.Models[name] = l
		}
	}
	d.mu.Lock()
	pacers := maps.Clone(d.pacers)
	d.mu.Unlock()
	for name, p := range pacers {
		if l, some := p.remember(now); some {
			m.Models[name] = l
		} else {
			delete(m.Models, name)
		}
	}
	for role, l := range d.ladders {
		for name, g := range l.known() {
			known := m.Models[name]
			known.At, known.Gone, known.Replacement = later(known.At, g.since), g.since, g.replacement
			m.Models[name] = known
		}
		if model := l.use(); model != "" {
			m.Roles[role] = InUse{Model: model, First: l.first(), At: now}
		}
	}
	return m
}

// uncounted is the Meter of a Desk that has none.
type uncounted struct{}

func (uncounted) Begin(context.Context, string) (func(Use) error, error) {
	return func(Use) error { return nil }, nil
}

package model

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// Lengths of waits that are not the backoff's.
const (
	leastHold = time.Second            // a failure that can pass holds the model for as long at least
	restHold  = 32 * time.Second       // the backoff's last step: the model's rest after a call's last attempt
	tellFrom  = 500 * time.Millisecond // shorter waits, and shorter changes of one, are not told of
)

// patience is how many calls in a row may use up all of their attempts before
// those that wait for the same model give up with them.
const patience = 2

// pacer is the queue of one model: every attempt of every call is sent
// through it. A call that is told to wait holds the others too; after a hold
// one goes first, as the probe, and the rest follow unless it is rejected
// meanwhile (rejections come fast, answers slowly).
//
// It has no goroutine of its own. Each call waits on its own goroutine, and
// looks again when something has changed.
type pacer struct {
	model  string
	reply  *reply
	log    *slog.Logger
	learnt func()        // told when something worth remembering has changed
	onKey  func(*Error)  // told when the key was rejected
	mu     sync.Mutex    // guards all below
	change chan struct{} // closed and replaced when a waiting call must look again

	places []*place // calls under way, in the order of their coming
	came   uint64
	wave   int // rises when those who wait are to give up
	lost   error

	hold    hold
	prove   bool  // since the last failure nothing has been sent and stood
	probe   *sent // what has been sent to find out; nil: nothing yet
	closed  *Error
	reopens time.Time // of closed; zero: never

	quota      quota
	lanes      lanes
	lastAnswer time.Time // when what was answered latest had been sent
	gaveUp     int       // calls in a row, with no answer between
}

// hold is a wait of the whole model.
type hold struct {
	until time.Time
	set   time.Time
	why   error
	rest  bool
}

// place is a call's place in the queue of a model, from its first attempt to
// its last. The pacer's mutex guards all but call, op and ctx.
type place struct {
	pacer *pacer
	call  *Call
	op    string

	came    uint64
	wave    int
	n       int       // attempts sent
	waiting bool      // wants to send
	since   time.Time // when it began to wait
	ready   time.Time // when its own backoff is over
	why     error     // of its own backoff
	sent    time.Time // when its latest attempt was sent
	failed  time.Time // when the one before that failed had been sent
	told    time.Time // the Next that was told last
}

// sent is one attempt that was sent.
type sent struct {
	place  *place
	at     time.Time
	waited time.Duration
	forced bool // the teacher said "try now"
	early  bool // the service's hint, not the count, said that it may go
	test   bool // one more than the learnt limit, to see whether it is still true
	ended  bool
	fate   fate
}

// fate is what is known of an attempt.
type fate int

const (
	flying   fate = iota
	accepted      // an answer came, or begins to
	rejected      // by a quota
	unsent        // it never reached the service
)

func newPacer(model string, reply *reply, log *slog.Logger) *pacer {
	return &pacer{
		model: model, reply: reply, log: log, learnt: func() {}, onKey: func(*Error) {},
		change: make(chan struct{}), quota: newQuota(), lanes: lanes{allowed: maxLanes},
	}
}

// join gives a call its place. leave must be called when the call is over.
func (p *pacer) join(c *Call, op string) *place {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.came++
	pl := &place{pacer: p, call: c, op: op, came: p.came, wave: p.wave, since: time.Now()}
	p.places = append(p.places, pl)
	return pl
}

// leave takes the call out of the queue.
func (pl *place) leave() {
	p := pl.pacer
	p.mu.Lock()
	defer p.mu.Unlock()
	p.places = slices.DeleteFunc(p.places, func(o *place) bool { return o == pl })
	p.changed()
}

// attempts gives how many have been sent.
func (pl *place) attempts() int {
	pl.pacer.mu.Lock()
	defer pl.pacer.mu.Unlock()
	return pl.n
}

// heard reports whether the call was told of a wait.
func (pl *place) heard() bool {
	pl.pacer.mu.Lock()
	defer pl.pacer.mu.Unlock()
	return !pl.told.IsZero()
}

// changed makes every waiting call look again.
func (p *pacer) changed() {
	close(p.change)
	p.change = make(chan struct{})
}

// before reports whether a goes before b: lower rank first, then who came
// first.
func (pl *place) before(o *place) bool {
	if pl.call.Rank != o.call.Rank {
		return pl.call.Rank < o.call.Rank
	}
	return pl.came < o.came
}

// admit waits until the call may send its next attempt and counts it as sent.
// It returns an error when ctx ends, when the model is closed, or when all
// who wait for it give up.
func (pl *place) admit(ctx context.Context) (s *sent, n int, err error) {
	p := pl.pacer
	now := pl.call.Now
	for forced := false; ; {
		if ctx.Err() != nil {
			return nil, 0, canceled(ctx, pl.op)
		}
		opens := pl.call.gate()
		p.mu.Lock()
		if opens != nil && !forced {
			pl.stepAside()
			p.mu.Unlock()
			var open bool
			if forced, open = await(ctx, time.Time{}, opens, now); !open {
				now = nil
			}
			continue
		}
		pl.waiting = true
		t := time.Now()
		if err := p.barred(pl, t); err != nil {
			p.mu.Unlock()
			return nil, 0, err
		}
		wake, may := p.turn(pl, t)
		if may || forced {
			s, n := p.send(pl, t, forced && !may), pl.n
			p.mu.Unlock()
			return s, n, nil
		}
		change := p.change
		news, tell := p.news(pl, t)
		p.mu.Unlock()
		if tell {
			pl.call.tell(news)
		}
		var open bool
		if forced, open = await(ctx, wake, change, now); !open {
			now = nil
		}
	}
}

// stepAside lets others go before a call that may not go on.
func (pl *place) stepAside() {
	if pl.waiting {
		pl.waiting = false
		pl.pacer.changed()
	}
}

// await waits for the first of: ctx's end, the time wake (zero: none), a
// change, or a word that the call go on now. open is false when no such word
// can come any more.
func await(ctx context.Context, wake time.Time, change <-chan struct{}, now <-chan struct{}) (forced, open bool) {
	var alarm <-chan time.Time
	if !wake.IsZero() {
		timer := time.NewTimer(time.Until(wake))
		defer timer.Stop()
		alarm = timer.C
	}
	select {
	case <-ctx.Done():
	case <-alarm:
	case <-change:
	case _, open := <-now:
		return open, open
	}
	return false, true
}

// barred gives the error with which a call ends without being sent; nil: it
// may go on.
func (p *pacer) barred(pl *place, t time.Time) error {
	if p.closed != nil && !p.reopens.IsZero() && !t.Before(p.reopens) {
		p.closed, p.reopens = nil, time.Time{}
		p.learnt()
	}
	if p.closed != nil {
		e := *p.closed
		e.Op = pl.op
		return &e
	}
	if pl.wave < p.wave && pl.waiting {
		return p.lost
	}
	return nil
}

// turn reports whether the call may send now; if not, wake is when to look
// again (zero: when something has changed).
func (p *pacer) turn(pl *place, t time.Time) (wake time.Time, may bool) {
	if own := later(pl.ready, p.hold.until); own.After(t) {
		return own, false
	}
	for _, o := range p.places {
		if o != pl && o.waiting && !o.ready.After(t) && o.before(pl) {
			return time.Time{}, false
		}
	}
	if !p.lanes.free() {
		return time.Time{}, false
	}
	if p.prove && p.probe != nil {
		if stands := p.probe.at.Add(p.reply.time()); stands.After(t) {
			return stands, false
		}
		p.stood(p.probe)
	}
	if slot := p.slot(t, 0); slot.After(t) {
		return slot, false
	}
	if p.quota.limit == 0 || p.quota.guess.After(t) {
		if more := p.quota.gate(t, p.reply.time()); more.After(t) {
			return more, false
		}
	}
	return time.Time{}, true
}

// slot is when the call behind k others may be sent as far as the quota goes.
// The service's own word, its hint, goes before our count.
func (p *pacer) slot(t time.Time, k int) time.Time {
	slot := p.quota.slot(t, k)
	if k > 0 || !slot.After(t) {
		return slot
	}
	if p.hinted(slot) {
		return later(t, p.quota.hint)
	}
	if p.quota.mayTest(t, p.reply.time()) {
		return t
	}
	return slot
}

// hinted reports whether the service has said that the probe may go well
// before slot.
func (p *pacer) hinted(slot time.Time) bool {
	q := &p.quota
	return p.prove && p.probe == nil && !q.hint.IsZero() && !q.doubted && q.hint.Before(slot.Add(-maxMargin))
}

// send counts an attempt of pl as sent.
func (p *pacer) send(pl *place, t time.Time, forced bool) *sent {
	s := &sent{place: pl, at: t, waited: t.Sub(pl.since), forced: forced}
	if slot := p.quota.slot(t, 0); slot.After(t) && !forced {
		s.early = p.hinted(slot)
		s.test = !s.early
	}
	if s.test || p.prove && p.probe == nil {
		p.prove, p.probe = true, s
	}
	pl.waiting, pl.sent = false, t
	pl.n++
	p.quota.sends = append(p.quota.sends, s)
	p.lanes.flying++
	p.changed()
	return s
}

// ahead counts the calls that wait and go before pl.
func (p *pacer) ahead(pl *place) int {
	k := 0
	for _, o := range p.places {
		if o != pl && o.waiting && o.before(pl) {
			k++
		}
	}
	return k
}

// expected is when pl will be sent as far as is known, and why not before.
func (p *pacer) expected(pl *place, t time.Time) (next time.Time, why error) {
	next, why = pl.ready, pl.why
	if p.hold.until.After(next) {
		next, why = p.hold.until, p.hold.why
	}
	if slot := p.slot(later(t, next), p.ahead(pl)); slot.After(later(t, next)) {
		next, why = slot, p.full(pl.op)
	}
	return next, why
}

// full is why a call waits for a slot of the learnt limit.
func (p *pacer) full(op string) error {
	return &Error{
		Op: op, Kind: Quota, Model: p.model, Limit: p.quota.told(), Err: errFull,
		Say: "This model takes only so many calls a minute, and they are used up. The next goes as soon as one is free.",
	}
}

var errFull = errors.New("held back by the learnt limit")

// news gives what to tell a waiting call, if it is news to it.
func (p *pacer) news(pl *place, t time.Time) (Attempt, bool) {
	next, why := p.expected(pl, t)
	if why == nil || next.Sub(t) < tellFrom || next.Sub(pl.told).Abs() < tellFrom {
		return Attempt{}, false
	}
	pl.told = next
	return Attempt{Op: pl.op, Model: p.model, N: pl.n, Of: Attempts, Err: why, Next: next}, true
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

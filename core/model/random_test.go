package model

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/story"
)

// watcher checks at every arrival at the service what must hold then.
type watcher struct {
	t    *testing.T
	seed uint64
	desk *Desk
}

// arrived is called as an attempt reaches the service, at the moment in which
// it was sent.
func (w *watcher) arrived(ctx context.Context, model string) {
	p := w.desk.pacer(model)
	try := tryOf(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	t := time.Now()
	pl := try.retry.place
	var s *sent
	for _, o := range p.quota.sends {
		if o.place == pl && o.at.Equal(pl.sent) {
			s = o
		}
	}
	if s == nil {
		w.t.Errorf("seed %d: an attempt is not in the log", w.seed)
		return
	}
	if pl.n > Attempts || pl.n != try.n {
		w.t.Errorf("seed %d: attempt %d", w.seed, pl.n)
	}
	if s.forced {
		return
	}
	// A hold that was set at this very moment came after the attempt.
	if p.hold.until.After(t) && p.hold.set.Before(t) {
		w.t.Errorf("seed %d: sent %v before the end of a hold for %v", w.seed, p.hold.until.Sub(t), p.hold.why)
	}
	for _, o := range p.places {
		if o.waiting && o.since.Before(t) && o.ready.Before(t) && o.call.Rank < pl.call.Rank {
			w.t.Errorf("seed %d: rank %d sent before %d", w.seed, pl.call.Rank, o.call.Rank)
		}
	}
	if p.lanes.flying > int(p.lanes.allowed)+1 && p.lanes.lowered.Before(t) && s.at.After(p.lanes.lowered) {
		w.t.Errorf("seed %d: %d under way of %v", w.seed, p.lanes.flying, p.lanes.allowed)
	}
}

// randomFault gives the fault of a call, or none.
func randomFault(r *rand.Rand, share float64) error {
	if r.Float64() >= share {
		return nil
	}
	kinds := []Kind{Offline, Busy, Busy, Quota, Quota, Unusable, Refused, Input}
	if r.IntN(60) == 0 {
		kinds = []Kind{Gone, QuotaDay}
	}
	e := fault(kinds[r.IntN(len(kinds))])
	if e.Kind == Quota && r.IntN(2) == 0 {
		e.RetryAfter = time.Duration(r.Int64N(int64(70 * time.Second)))
	}
	if e.Kind == Quota && r.IntN(3) == 0 {
		e.Limit = Limit{Requests: 1 + r.IntN(20), Per: time.Minute}
	}
	return e
}

// randomCall makes one call that may be cancelled, skipped, moved to the
// device or pushed, and checks how it ends.
func randomCall(t *testing.T, seed uint64, r *rand.Rand, d *Desk, i int) {
	now := make(chan struct{}, 1)
	h := &heard{}
	call := &Call{Story: fmt.Sprint(i), Rank: r.IntN(4), Page: i, Tell: h.tell, Now: now}
	ctx, cancel := context.WithCancelCause(WithCall(t.Context(), call))
	defer cancel(nil)
	cause := []error{nil, ErrSkip, ErrUseDevice, context.Canceled, nil, nil}[r.IntN(6)]
	var ended time.Time
	var wg sync.WaitGroup
	done := make(chan struct{})
	after, push := time.Duration(r.Int64N(int64(90*time.Second))), time.Duration(r.Int64N(int64(60*time.Second)))
	wg.Go(func() {
		timer, pusher := time.NewTimer(after), time.NewTimer(push)
		defer timer.Stop()
		defer pusher.Stop()
		for {
			select {
			case <-timer.C:
				if cause != nil {
					ended = time.Now()
					cancel(cause)
				}
			case <-pusher.C:
				now <- struct{}{}
			case <-done:
				return
			}
		}
	})
	var err error
	if role := r.IntN(3); role == 0 {
		for _, err = range d.Writer(story.Gemini).Write(ctx, Brief{}) {
		}
	} else if role == 1 {
		_, err = d.Illustrator(story.Gemini).Illustrate(ctx, Scene{})
	} else {
		_, err = d.Narrator(story.Auto).Narrate(ctx, Script{})
	}
	returned := time.Now()
	close(done)
	wg.Wait()
	if ctx.Err() != nil && returned.Sub(ended) > 100*time.Millisecond {
		t.Errorf("seed %d: returned %v after its end", seed, returned.Sub(ended))
	}
	if k := KindOf(err); err != nil && k != Input && (k != Canceled || cause == nil || errors.Is(cause, ErrUseDevice)) {
		t.Errorf("seed %d: %v", seed, err)
	}
	for j, a := range h.all {
		if a.N > Attempts || a.N < 0 || !a.Next.IsZero() && a.Next.Before(h.when[j]) || a.Err == nil || a.Op == "" || a.Model == "" {
			t.Errorf("seed %d: told %+v", seed, a)
		}
	}
}

func TestWhateverHappensTheRulesHold(t *testing.T) {
	seeds := uint64(300)
	if testing.Short() {
		seeds = 60
	}
	for seed := range seeds {
		synctest.Test(t, func(t *testing.T) {
			r := newRand(seed)
			models := []*simModel{}
			for _, name := range []string{"a", "b", "c"} {
				m := &simModel{name: name, answer: time.Duration(r.Int64N(int64(15 * time.Second))), reject: time.Duration(r.Int64N(int64(time.Second))), jitter: true, hints: r.IntN(2) == 0, tells: r.IntN(2) == 0}
				if r.IntN(2) == 0 {
					m.quota = quotaKinds[r.IntN(len(quotaKinds))].make(1 + r.IntN(12))
				}
				models = append(models, m)
			}
			s := newSim(models...)
			s.rng = newRand(seed + 1000)
			share := []float64{0, 0.1, 0.5, 1}[r.IntN(4)]
			s.planned = func(context.Context, *simModel, int) error { return randomFault(s.rng, share) }
			l := &ledger{}
			d := NewDesk(DeskConfig{
				Service: s, Device: (&simDevice{}).makers(), Meter: l,
				Ladders: map[story.PartKind][]string{story.Text: {"a", "b"}, story.Picture: {"b", "c"}, story.Voice: {"c", "a"}},
			})
			w := &watcher{t: t, seed: seed, desk: d}
			s.seen = w.arrived
			var wg sync.WaitGroup
			for i := range 1 + r.IntN(40) {
				own, wait := newRand(seed<<16+uint64(i)), time.Duration(r.Int64N(int64(2*time.Minute)))
				wg.Go(func() {
					time.Sleep(wait * time.Duration(own.IntN(2)))
					randomCall(t, seed, own, d, i)
				})
			}
			wg.Wait()
			w.rest(l)
		})
	}
}

// rest checks what must hold when all is over. That no goroutine is left is
// synctest's to tell.
func (w *watcher) rest(l *ledger) {
	if l.begun != len(l.used) {
		w.t.Errorf("seed %d: %d begun, %d done", w.seed, l.begun, len(l.used))
	}
	arrived := 0
	for name, p := range w.desk.pacers {
		arrived += len(w.desk.config.Service.(*simService).models[name].calls)
		if p.lanes.flying != 0 || len(p.places) != 0 {
			w.t.Errorf("seed %d: %s has %d under way and %d places at the end", w.seed, name, p.lanes.flying, len(p.places))
		}
	}
	if arrived != l.begun {
		w.t.Errorf("seed %d: %d arrived, %d counted", w.seed, arrived, l.begun)
	}
	for _, u := range l.used {
		if u.N < 1 || u.N > Attempts || u.Latency < 0 || u.Waited < 0 || u.Time.IsZero() || u.Final && u.Kind == "" {
			w.t.Errorf("seed %d: counted %+v", w.seed, u)
		}
	}
}

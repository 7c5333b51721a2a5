package model

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/cenkalti/backoff/v4"
)

// The backoff: waits of 1, 2, 4, 8 and 16 s between six attempts, without
// jitter, since the calls of one model go through one queue.
const (
	baseDelay  = time.Second
	multiplier = 2
	// maxUnusable is how often an answer that cannot be used is asked for
	// again: it may have been paid.
	maxUnusable = 2
)

// try is what the layers under retried know of the attempt they make.
type try struct {
	retry  *retry
	n      int           // from 1
	waited time.Duration // before it was sent
}

type tryKey struct{}

func tryOf(ctx context.Context) *try {
	t, _ := ctx.Value(tryKey{}).(*try)
	return t
}

// over reports whether the call gives up when this attempt has failed so.
func (t *try) over(err error) bool { return t.n >= Attempts || t.retry.final(KindOf(err)) }

// retry is the state of one call to one model.
type retry struct {
	place    *place
	steps    *steps
	log      *slog.Logger
	unusable int // answers so far
	sent     bool
}

// steps gives the waits of the backoff, each raised to the service's hint.
type steps struct {
	backoff.BackOff
	hint time.Duration
	left time.Duration // of the steps still to come
}

func newSteps() *steps {
	return &steps{BackOff: backoff.NewExponentialBackOff(
		backoff.WithInitialInterval(baseDelay), backoff.WithMultiplier(multiplier), backoff.WithRandomizationFactor(0),
		backoff.WithMaxInterval(restHold), backoff.WithMaxElapsedTime(0),
	)}
}

// Reset implements backoff.BackOff.
func (s *steps) Reset() {
	s.BackOff.Reset()
	s.left = baseDelay * (1<<(Attempts-1) - 1)
}

// NextBackOff implements backoff.BackOff.
func (s *steps) NextBackOff() time.Duration {
	step := s.BackOff.NextBackOff()
	s.left -= step
	return max(step, s.hint)
}

// inQueue is the timer of a backoff whose waits are spent in the queue of the
// model, where a wait can be made longer by others or be ended by the
// teacher: here it is over at once.
type inQueue chan time.Time

func (c inQueue) Start(time.Duration) { c <- time.Time{} }
func (c inQueue) Stop()               {}
func (c inQueue) C() <-chan time.Time { return c }

// retried sends each attempt of a call through the queue of p, up to six
// times while what fails can pass.
func retried[Q, A any](c *craft[Q, A], p *pacer, log *slog.Logger, keep func(), next ask[Q, A]) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		call := CallOf(ctx)
		r := &retry{place: p.join(call, c.op), steps: newSteps(), log: log.With(
			"op", c.op, "story", call.Story, "page", call.Page, "role", c.role, "model", p.model,
		)}
		defer keep()
		defer r.place.leave()
		f := &follow[Q, A]{c, q, take}
		err := backoff.RetryNotifyWithTimer(func() error {
			t := &try{retry: r}
			return r.judge(t, next(context.WithValue(ctx, tryKey{}, t), f.request, f.take))
		}, backoff.WithMaxRetries(r.steps, Attempts-1), func(err error, d time.Duration) {
			r.wait(err, d)
			keep()
		}, make(inQueue, 1))
		r.end(err)
		return err
	}
}

// final reports whether a failure of kind k ends the call.
func (r *retry) final(k Kind) bool {
	return !k.Passes() && (k != Unusable || r.unusable >= maxUnusable)
}

// judge decides whether the call goes on after err.
func (r *retry) judge(t *try, err error) error {
	r.sent = t.n > 0
	if unsent, ok := errors.AsType[*unsentError](err); ok {
		r.sent, err = false, unsent.err
	}
	if err == nil {
		return nil
	}
	k := KindOf(err)
	if !r.sent || r.final(k) {
		return backoff.Permanent(err)
	}
	if k == Unusable {
		r.unusable++
	}
	r.steps.hint = 0
	if e := asError(err); e != nil {
		r.steps.hint = e.RetryAfter
	}
	return err
}

// wait takes the call's place in the queue for its next attempt, and tells.
func (r *retry) wait(err error, d time.Duration) {
	next := r.place.backOff(err, d)
	r.tell(err, next)
	wait := time.Until(next)
	r.log.Warn("attempt failed", "attempt", r.place.attempts(), "of", Attempts, "kind", KindOf(err),
		"wait", wait, "remaining", wait+r.steps.left, "err", err)
}

// end tells how the call ended, where it did not end well.
func (r *retry) end(err error) {
	k, n := KindOf(err), r.place.attempts()
	if err == nil || k == Canceled {
		return
	}
	if r.sent && n >= Attempts && k.Passes() {
		r.place.giveUp(err)
	}
	if k == Gone {
		r.tell(err, time.Now()) // the ladder goes on at once, with another model
		r.log.Warn("model is gone", "attempt", n, "of", Attempts, "kind", k, "err", err)
		return
	}
	if r.sent || r.place.heard() {
		r.tell(err, time.Time{})
	}
	r.log.Error("gave up", "attempt", n, "of", Attempts, "kind", k, "wait", time.Duration(0), "remaining", time.Duration(0), "err", err)
}

func (r *retry) tell(err error, next time.Time) {
	r.place.call.tell(Attempt{Op: r.place.op, Model: r.place.pacer.model, N: r.place.attempts(), Of: Attempts, Err: err, Next: next})
}

package model

import (
	"context"
	"log/slog"
	"time"
)

// unsentError says that an attempt was not sent, and never will be.
type unsentError struct{ err error }

func (e *unsentError) Error() string { return e.err.Error() }
func (e *unsentError) Unwrap() error { return e.err }

// metered counts every attempt of next at m, before it is sent and when it
// has ended.
func metered[Q, A any](c *craft[Q, A], model string, m Meter, log *slog.Logger, next ask[Q, A]) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		done, err := m.Begin(ctx, model)
		if err != nil {
			return &unsentError{settled(ctx, c.op, err)}
		}
		call, try := CallOf(ctx), tryOf(ctx)
		use := Use{
			Time: time.Now(), Story: call.Story, Role: c.role, Page: call.Page, Op: c.op, Model: model,
			N: try.n, Of: Attempts, Waited: try.waited,
		}
		counted := false
		count := func(err error) {
			if counted {
				return
			}
			counted = true
			use.Latency = time.Since(use.Time)
			use.fail(err, try)
			if err := done(use); err != nil {
				// What was paid is not thrown away because it could not be written down.
				log.Error("count attempt", "op", c.op, "model", model, "err", err)
			}
		}
		err = next(ctx, q, func(a A) error {
			use.Tokens = c.tokens(a)
			if c.last(a) {
				count(nil)
			}
			return take(a)
		})
		err = settled(ctx, c.op, err)
		count(err)
		return err
	}
}

// fail fills in how the attempt failed; a nil err leaves it as it is.
func (u *Use) fail(err error, try *try) {
	if err == nil {
		return
	}
	u.Kind = KindOf(err)
	u.Final = try.over(err) && u.Kind != Canceled && u.Kind != Gone
	if e := asError(err); e != nil {
		u.Limit, u.Reset = e.Limit, e.Reset
		if e.Tokens != (Tokens{}) {
			u.Tokens = e.Tokens
		}
	}
}

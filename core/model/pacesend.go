package model

import (
	"context"
	"errors"
)

// paced sends each attempt of next when its queue lets it go.
func paced[Q, A any](c *craft[Q, A], next ask[Q, A]) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		try := tryOf(ctx)
		s, n, err := try.retry.place.admit(ctx)
		if err != nil {
			return err
		}
		try.n, try.waited = n, s.waited
		err = next(ctx, q, func(a A) error {
			if c.last(a) {
				s.end(nil)
			} else {
				s.begun()
			}
			return take(a)
		})
		if _, ok := errors.AsType[*unsentError](err); ok {
			s.cancel()
			return err
		}
		s.end(err)
		return err
	}
}

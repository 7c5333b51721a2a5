package model

import (
	"context"
	"errors"
)

// fallenBack makes with device what service gave up, and says so in the
// answer. What the caller stopped, and what no maker can work with, ends
// there.
func fallenBack[Q, A any](c *craft[Q, A], service, device ask[Q, A]) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		f := &follow[Q, A]{c, q, take}
		err := service(ctx, f.request, f.take)
		if err == nil {
			return nil
		}
		why, chosen := Sentence(err), false
		switch KindOf(err) {
		case Canceled:
			if chosen = errors.Is(err, ErrUseDevice); !chosen {
				return err
			}
			why, ctx = "You chose to have this made on this computer.", afterCall(ctx)
		case Input:
			return err
		}
		again := settled(ctx, c.op, device(ctx, f.request, func(a A) error {
			c.instead(&a, why)
			return take(a)
		}))
		if again == nil || chosen || KindOf(again) == Canceled {
			return again
		}
		return &Error{
			Op: c.op, Kind: KindOf(err), Err: errors.Join(err, again),
			Say: Sentence(err) + " This computer could not make it either: " + Sentence(again),
		}
	}
}

// onDevice makes with device, and says why.
func onDevice[Q, A any](c *craft[Q, A], device ask[Q, A], why string) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		return device(ctx, q, func(a A) error {
			c.instead(&a, why)
			return take(a)
		})
	}
}

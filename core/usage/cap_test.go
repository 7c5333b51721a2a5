package usage

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// worker sends attempts with random costs until the cap stops it.
func worker(t *testing.T, l *Ledger, cap float64, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 1))
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s", Role: story.Voice})
	for range 200 {
		done, err := l.Begin(ctx, narrator)
		if kindOf(err) == model.Capped {
			return
		}
		if err != nil {
			t.Error(err)
			return
		}
		u := voice("s", time.Now(), r.Float64()*l.prices.Reserve(story.Voice, narrator))
		if r.IntN(4) == 0 {
			u.Kind, u.Tokens = model.Quota, model.Tokens{}
		}
		if err := done(u); err != nil {
			t.Error(err)
		}
		if s := l.Summary(ThisMonth, time.Now()); s.Month > cap {
			t.Errorf("%v spent of %v", s.Month, cap)
			return
		}
	}
	t.Error("the cap has stopped nobody")
}

func TestTheCapIsNeverPassed(t *testing.T) {
	for seed := range uint64(6) {
		path := ledgerPath(t)
		cap := 0.2 + float64(seed)/10
		a, b := openLedger(t, path), openLedger(t, path) // the window and the command line
		a.SetCap(cap)
		b.SetCap(cap)
		var all sync.WaitGroup
		for i := range uint64(4) {
			all.Go(func() { worker(t, a, cap, seed<<8|i) })
		}
		all.Wait()
		if _, err := b.Begin(context.Background(), narrator); kindOf(err) != model.Capped {
			t.Errorf("the other process may still send (%v)", err)
		}
		s := openLedger(t, path).Summary(ThisMonth, time.Now())
		if s.Month > cap || s.Month < cap/2 {
			t.Errorf("%v spent of %v", s.Month, cap)
		}
	}
}

func TestTwoAttemptsTogetherDoNotPassTheCap(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	ctx := model.WithCall(context.Background(), &model.Call{Role: story.Picture})
	l.SetCap(1.5 * DefaultPrices().Reserve(story.Picture, illustrator))
	done, err := l.Begin(ctx, illustrator)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Begin(ctx, illustrator); kindOf(err) != model.Capped {
		t.Errorf("the second attempt got %v", err)
	}
	if err := done(model.Use{Kind: model.Busy, N: 1, Of: 6}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Begin(ctx, illustrator); err != nil {
		t.Errorf("with nothing spent and nothing under way: %v", err)
	}
}

func TestWhatOnceWasDearIsReservedAgain(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	send(t, l, voice("s", time.Now(), 0.40))
	l.SetCap(0.79)
	ctx := model.WithCall(context.Background(), &model.Call{Role: story.Voice})
	if _, err := l.Begin(ctx, narrator); kindOf(err) != model.Capped {
		t.Errorf("an attempt like the last would pass the cap, and Begin says %v", err)
	}
	if _, err := l.Begin(context.Background(), narrator); kindOf(err) != model.Capped {
		t.Errorf("without a role the same attempt gets %v", err)
	}
	l.SetCap(0)
	if _, err := l.Begin(ctx, narrator); err != nil {
		t.Errorf("without a cap: %v", err)
	}
}

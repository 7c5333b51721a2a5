package model

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestOneCallsWaitIsEverybodysAndOneProbeGoesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: 5 * time.Second, reject: 100 * time.Millisecond}
		s := newSim(m)
		s.planned = func(_ context.Context, _ *simModel, n int) error {
			if n == 1 {
				e := fault(Quota)
				e.RetryAfter = 20 * time.Second
				return e
			}
			return nil
		}
		d, _ := onePicture(s)
		start := time.Now()
		var wg sync.WaitGroup
		told := make([]*heard, 5)
		for i := range told {
			told[i] = &heard{}
			wg.Go(func() {
				if i > 0 {
					time.Sleep(time.Second) // the first alone finds out
				}
				p, err := draw(WithCall(t.Context(), &Call{Rank: i, Tell: told[i].tell}), d)
				if err != nil || p.Source != "gemini:m" {
					t.Errorf("got %+v, %v", p, err)
				}
			})
		}
		wg.Wait()
		for i, h := range told {
			if len(h.all) != 1 {
				t.Fatalf("call %d was told %+v", i, h.all)
			}
			n := 0
			if i == 0 {
				n = 1
			}
			if a := h.all[0]; a.N != n || a.Next.Sub(start) != 20100*time.Millisecond || KindOf(a.Err) != Quota {
				t.Errorf("call %d was told %+v", i, a)
			}
		}
		// The rest do not wait for the probe's answer, only for a rejection.
		after := since(start, m.calls)[1:]
		if after[0] != 20.1 || after[1] < 20.2 || after[1] > 20.5 || after[4] > 20.8 {
			t.Errorf("sent at %.2f", after)
		}
	})
}

func TestARejectedProbeHoldsTheOthersAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: 5 * time.Second, reject: 100 * time.Millisecond}
		s := newSim(m)
		s.planned = func(_ context.Context, _ *simModel, n int) error {
			if n <= 4 {
				return fault(Offline)
			}
			return nil
		}
		d, _ := onePicture(s)
		start := time.Now()
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				if i > 0 {
					time.Sleep(500 * time.Millisecond)
				}
				if p, err := draw(WithCall(t.Context(), &Call{Rank: i}), d); err != nil || p.Source != "gemini:m" {
					t.Errorf("got %+v, %v", p, err)
				}
			})
		}
		wg.Wait()
		wantFloats(t, "sent until one stands", since(start, m.calls)[:5], []float64{0, 1.1, 3.2, 7.3, 15.4})
	})
}

func TestLowerRanksGoFirstAndEqualOnesInTheOrderOfTheirComing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: time.Second, quota: &sliding{n: 1}, hints: true, tells: true}
		s := newSim(m)
		var order []string
		s.seen = func(ctx context.Context, _ string) { order = append(order, CallOf(ctx).Story) }
		d, _ := onePicture(s)
		var wg sync.WaitGroup
		for i, rank := range []int{7, 3, 5, 3, 9, 0} {
			wg.Go(func() {
				_, _ = draw(WithCall(t.Context(), &Call{Rank: rank, Story: fmt.Sprintf("%d/%d", rank, i)}), d)
			})
			synctest.Wait()
			time.Sleep(10 * time.Millisecond)
		}
		wg.Wait()
		// Three came in the moment in which nothing was known; then by rank.
		n := len(order)
		if want := []string{"0/5", "3/1", "3/3", "5/2", "9/4"}; !slices.Equal(order[n-5:], want) {
			t.Errorf("sent %q, want %q last", order, want)
		}
	})
}

func TestOverloadHalvesTheCallsAtOnceAndAnswersRaiseThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: 10 * time.Second, reject: 3 * time.Second}
		s := newSim(m)
		s.planned = func(_ context.Context, m *simModel, _ int) error { // it bears three at once
			if m.flying > 3 {
				return fault(Busy)
			}
			return nil
		}
		d, device := onePicture(s)
		var wg sync.WaitGroup
		for i := range 30 {
			wg.Go(func() { _, _ = draw(WithCall(t.Context(), &Call{Rank: i}), d) })
		}
		wg.Wait()
		if device.made > 0 || m.answered != 30 {
			t.Errorf("%d of 30 answered, %d made on the device", m.answered, device.made)
		}
		if m.rejected > 50 {
			t.Errorf("%d rejected", m.rejected)
		}
		if l := d.pacer("m").lanes; l.allowed < 1 || l.allowed > 5 || l.flying != 0 {
			t.Errorf("lanes: %+v", l)
		}
	})
	l := lanes{allowed: 8, flying: 7}
	for range 5 {
		l.lowered = time.Time{}
		l.lower(time.Now(), time.Now())
		l.flying = int(l.allowed) - 1
	}
	if l.allowed != 1 {
		t.Errorf("the floor is %v", l.allowed)
	}
}

func TestTwoCallsThatGaveUpTakeThoseAlongWhoWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", reject: 100 * time.Millisecond}
		s := newSim(m)
		s.planned = always(fault(Busy))
		d, device := onePicture(s)
		start := time.Now()
		var wg sync.WaitGroup
		var ended []time.Time
		var mu sync.Mutex
		told := make([]*heard, 12)
		for i := range told {
			told[i] = &heard{}
			wg.Go(func() {
				_, _ = draw(WithCall(t.Context(), &Call{Rank: i, Tell: told[i].tell}), d)
				mu.Lock()
				defer mu.Unlock()
				ended = append(ended, time.Now())
			})
		}
		wg.Wait()
		at := since(start, ended)
		if at[0] < 31 || at[0] > 33 || at[1] < 63 || at[11] != at[1] || at[11] > 100 || device.made != 12 {
			t.Errorf("ended at %.1f, %d on the device", at, device.made)
		}
		for i, h := range told {
			if last := h.all[len(h.all)-1]; !last.Next.IsZero() {
				t.Errorf("call %d was told last: %+v", i, last)
			}
		}
		// Whoever comes now begins anew after the rest.
		before := len(m.calls)
		s.planned = nil
		gave := time.Now()
		if p, err := draw(t.Context(), d); err != nil || p.Source != "gemini:m" {
			t.Errorf("got %+v, %v", p, err)
		}
		wantFloats(t, "sent", since(gave, m.calls[before:]), []float64{32})
	})
}

func TestACallThatFailsByItselfDoesNotHoldTheOthersForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// The first call's prompt is too much for the service: a minute each.
		m := &simModel{name: "m", answer: 4 * time.Second, reject: time.Minute}
		s := newSim(m)
		s.planned = func(ctx context.Context, _ *simModel, _ int) error {
			if CallOf(ctx).Page == 0 {
				return fault(Busy)
			}
			return nil
		}
		d, _ := onePicture(s)
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		wg.Go(func() { _, _ = draw(WithCall(ctx, &Call{Page: 0}), d) })
		longest := time.Duration(0)
		for range 60 {
			start := time.Now()
			if p, _ := draw(WithCall(ctx, &Call{Page: 1, Rank: 1}), d); p.Source != "gemini:m" {
				t.Fatalf("got %+v", p)
			}
			longest = max(longest, time.Since(start))
			time.Sleep(time.Second)
		}
		cancel()
		wg.Wait()
		if longest > 6*time.Second {
			t.Errorf("another call took %v", longest)
		}
	})
}

func TestALimitThatHasRisenIsFoundOneByOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := &sliding{n: 5}
		m := &simModel{name: "m", answer: time.Second, reject: 100 * time.Millisecond, quota: q}
		s := newSim(m)
		d, device := onePicture(s)
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		for range 40 { // more than it bears, all the time
			wg.Go(func() {
				for ctx.Err() == nil {
					_, _ = draw(ctx, d)
				}
			})
		}
		// found tells what is believed and what it cost since the last time.
		last := 0
		found := func(after time.Duration) (limit, rejected int) {
			time.Sleep(after)
			all := s.rejections(m)
			rejected, last = all-last, all
			return d.States()[1].Limit.Requests, rejected
		}
		change := func(n int) {
			s.mu.Lock()
			defer s.mu.Unlock()
			q.n = n
		}
		if n, rejected := found(5 * time.Minute); n != 5 || rejected > 2 {
			t.Errorf("learnt %d after %d rejections", n, rejected)
		}
		if n, rejected := found(30 * time.Minute); n != 5 || rejected > 3 {
			t.Errorf("holds %d after %d rejections more in half an hour", n, rejected)
		}
		change(12)
		if n, rejected := found(2 * time.Hour); n != 12 || rejected > 8 {
			t.Errorf("found %d of 12 after %d rejections", n, rejected)
		}
		change(6)
		if n, rejected := found(10 * time.Minute); n > 8 || n < 5 || rejected > 10 {
			t.Errorf("fell to %d of 6 after %d rejections", n, rejected)
		}
		cancel()
		wg.Wait()
		if device.made > 0 {
			t.Errorf("%d made on the device", device.made)
		}
	})
}

// together starts n calls at once; the function it gives waits for them.
func together(t *testing.T, d *Desk, n int) (wait func()) {
	t.Helper()
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if _, err := draw(WithCall(t.Context(), &Call{Rank: i}), d); err != nil {
				t.Error(err)
			}
		})
	}
	return wg.Wait
}

func TestAnAnswerBetweenTwoThatGaveUpKeepsTheOthersWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = func(ctx context.Context, _ *simModel, _ int) error {
			if CallOf(ctx).Page < 2 {
				return fault(Busy)
			}
			return nil
		}
		d, device := onePicture(s)
		for _, page := range []int{0, 5, 1} {
			_, _ = draw(WithCall(t.Context(), &Call{Page: page}), d)
		}
		// Two have given up, but one was answered between them.
		if p, err := draw(WithCall(t.Context(), &Call{Page: 6}), d); err != nil || p.Source != "gemini:m" || device.made != 2 {
			t.Errorf("got %+v, %v", p, err)
		}
		if d.pacer("m").wave != 0 {
			t.Error("those who wait were told to give up")
		}
	})
}

func TestTheHintOfTheLastFailureIsKeptByThoseWhoComeAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = func(_ context.Context, _ *simModel, n int) error {
			e := fault(Quota)
			switch {
			case n == 6:
				e.RetryAfter = 50 * time.Second
			case n > 6:
				return nil
			}
			return e
		}
		d, _ := onePicture(s)
		_, _ = draw(t.Context(), d)
		gave := time.Now()
		_, _ = draw(t.Context(), d)
		wantFloats(t, "sent", since(gave, m.calls[6:]), []float64{50})
	})
}

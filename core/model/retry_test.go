package model

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestTheWaitsAreOneTwoFourEightSixteenSecondsAndTheRestThirtyTwo(t *testing.T) {
	for _, kind := range []Kind{Quota, Busy, Offline} {
		t.Run(string(kind), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				m := &simModel{name: "m"}
				s := newSim(m)
				s.planned = always(fault(kind))
				d, device := onePicture(s)
				start := time.Now()
				h := &heard{}
				p, err := draw(WithCall(t.Context(), &Call{Page: -1, Tell: h.tell}), d)
				if err != nil || p.Source != "device" || p.Instead != "It failed." || device.made != 1 {
					t.Errorf("got %+v, %v", p, err)
				}
				wantFloats(t, "sent", since(start, m.calls), []float64{0, 1, 3, 7, 15, 31})
				if gave := time.Since(start); gave != 31*time.Second {
					t.Errorf("the sixth failure was held back until %v", gave)
				}
				var next []time.Time
				for i, a := range h.all {
					if a.N != i+1 || a.Of != 6 || KindOf(a.Err) != kind || a.Op != "draw page" || a.Model != "m" {
						t.Errorf("told %+v", a)
					}
					if i < 5 {
						next = append(next, a.Next)
					} else if !a.Next.IsZero() {
						t.Errorf("the last goes on at %v", a.Next)
					}
				}
				wantFloats(t, "told next", since(start, next), []float64{1, 3, 7, 15, 31})
				wantFloats(t, "told at", since(start, h.when), []float64{0, 1, 3, 7, 15, 31})

				// The next call waits for the rest of the model, and is told.
				s.planned = nil
				h = &heard{}
				if p, err := draw(WithCall(t.Context(), &Call{Page: -1, Tell: h.tell}), d); err != nil || p.Source != "gemini:m" {
					t.Errorf("got %+v, %v", p, err)
				}
				if sent := m.calls[6].Sub(start); sent != 63*time.Second {
					t.Errorf("sent after %v, want 63 s from the first failure", sent)
				}
				if len(h.all) != 1 || h.all[0].N != 0 || h.all[0].Next.Sub(start) != 63*time.Second || KindOf(h.all[0].Err) != kind {
					t.Errorf("told %+v", h.all)
				}
			})
		})
	}
}

func TestTheHintOfTheServiceIsAFloorOfTheWait(t *testing.T) {
	for _, kind := range []Kind{Quota, Busy} {
		for _, c := range []struct {
			name  string
			hints []time.Duration
			want  []float64
		}{
			{"53 s", []time.Duration{53 * time.Second}, []float64{0, 53, 55}},
			{"over the step", []time.Duration{1500 * time.Millisecond, 2500 * time.Millisecond}, []float64{0, 1.5, 4}},
			{"under the step", []time.Duration{100 * time.Millisecond, time.Second, 3 * time.Second}, []float64{0, 1, 3, 7}},
		} {
			t.Run(string(kind)+" "+c.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					m := &simModel{name: "m"}
					s := newSim(m)
					s.planned = func(_ context.Context, _ *simModel, n int) error {
						if n >= len(c.want) {
							return nil
						}
						e := fault(kind)
						if n <= len(c.hints) {
							e.RetryAfter = c.hints[n-1]
						}
						return e
					}
					d, _ := onePicture(s)
					start := time.Now()
					if p, err := draw(t.Context(), d); err != nil || p.Source != "gemini:m" {
						t.Errorf("got %+v, %v", p, err)
					}
					wantFloats(t, "sent", since(start, m.calls), c.want)
				})
			})
		}
	}
}

func TestOnlyWhatCanPassIsTriedAgain(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		sent  []float64
		fails bool // the error reaches the caller
	}{
		{Unusable, []float64{0, 1, 3}, false},
		{Key, []float64{0}, false},
		{Refused, []float64{0}, false},
		{Gone, []float64{0}, false},
		{QuotaDay, []float64{0}, false},
		{Local, []float64{0}, false},
		{Capped, []float64{0}, false},
		{Device, []float64{0}, false},
		{Input, []float64{0}, true},
		{Canceled, []float64{0}, true},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				m := &simModel{name: "m"}
				s := newSim(m)
				s.planned = always(fault(c.kind))
				d, device := onePicture(s)
				start := time.Now()
				p, err := draw(t.Context(), d)
				if c.fails {
					if KindOf(err) != c.kind || device.made != 0 {
						t.Errorf("got %+v, %v", p, err)
					}
				} else if err != nil || p.Source != "device" || p.Instead == "" {
					t.Errorf("got %+v, %v", p, err)
				}
				wantFloats(t, "sent", since(start, m.calls), c.sent)
			})
		})
	}
}

func TestAnEndOfTheCallIsFeltWithinATenthOfASecondWhereverItStands(t *testing.T) {
	// 400 ms of answering, then rejections and their waits, then the rest.
	for _, cause := range []error{nil, ErrSkip, ErrUseDevice} {
		for at := time.Duration(0); at < 70*time.Second; at += 730 * time.Millisecond {
			synctest.Test(t, func(t *testing.T) {
				m := &simModel{name: "m", answer: 400 * time.Millisecond, reject: 200 * time.Millisecond}
				s := newSim(m)
				s.planned = always(fault(Busy))
				d, _ := onePicture(s)
				ctx, cancel := context.WithCancelCause(WithCall(t.Context(), &Call{}))
				start := time.Now()
				time.AfterFunc(at, func() { cancel(cause) })
				for ctx.Err() == nil {
					p, err := draw(ctx, d)
					if ctx.Err() == nil {
						continue // all six had failed: it goes to the device, and the next one waits
					}
					switch {
					case errors.Is(cause, ErrUseDevice) && (err != nil || p.Source != "device" || !strings.Contains(p.Instead, "You chose")):
						t.Errorf("%v: got %+v, %v", at, p, err)
					case errors.Is(cause, ErrSkip) && !errors.Is(err, ErrSkip), cause == nil && !errors.Is(err, context.Canceled),
						!errors.Is(cause, ErrUseDevice) && KindOf(err) != Canceled:
						t.Errorf("%v: got %v", at, err)
					}
				}
				if late := time.Since(start) - at; late > 100*time.Millisecond {
					t.Errorf("cancelled at %v, ended %v later", at, late)
				}
			})
		}
	}
}

func TestTryNowEndsTheWaitAndNothingElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = func(_ context.Context, _ *simModel, n int) error {
			if n <= 3 {
				return fault(Busy)
			}
			return nil
		}
		d, _ := onePicture(s)
		now := make(chan struct{}, 1)
		start := time.Now()
		for _, after := range []time.Duration{300 * time.Millisecond, 500 * time.Millisecond} {
			time.AfterFunc(after, func() { now <- struct{}{} })
		}
		if _, err := draw(WithCall(t.Context(), &Call{Now: now}), d); err != nil {
			t.Error(err)
		}
		// The attempts are counted on: after the third failure the wait is 4 s.
		wantFloats(t, "sent", since(start, m.calls), []float64{0, 0.3, 0.5, 4.5})
	})
}

func TestTryNowGoesThroughTheHoldOfOthersAsTheProbe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = always(fault(Quota))
		d, _ := onePicture(s)
		start := time.Now()
		if p, _ := draw(t.Context(), d); p.Source != "device" {
			t.Errorf("got %+v", p)
		}
		s.planned = nil
		now := make(chan struct{})
		ended := make(chan time.Duration, 2)
		for _, ch := range []chan struct{}{now, nil} {
			go func() {
				if p, err := draw(WithCall(t.Context(), &Call{Now: ch}), d); err != nil || p.Source != "gemini:m" {
					t.Errorf("got %+v, %v", p, err)
				}
				ended <- time.Since(start)
			}()
		}
		synctest.Wait()
		time.Sleep(5 * time.Second)
		close(now) // a channel that is closed says nothing
		synctest.Wait()
		for range 2 {
			if after := <-ended; after != 63*time.Second {
				t.Errorf("it ended after %v, not after the rest", after)
			}
		}
	})
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = always(fault(Quota))
		d, _ := onePicture(s)
		start := time.Now()
		_, _ = draw(t.Context(), d)
		s.planned = nil
		now := make(chan struct{})
		ended := make(chan struct{}, 2)
		for _, ch := range []chan struct{}{now, nil} {
			go func() {
				_, _ = draw(WithCall(t.Context(), &Call{Now: ch}), d)
				ended <- struct{}{}
			}()
		}
		time.Sleep(5 * time.Second)
		now <- struct{}{}
		<-ended
		<-ended
		// It is answered, so that the rest is over for the other too.
		wantFloats(t, "sent", since(start, m.calls[6:]), []float64{36, 36})
	})
}

func TestEachFailedAttemptIsALineInTheLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		s := newSim(m)
		s.planned = always(fault(Busy))
		var out bytes.Buffer
		d, _ := onePicture(s, func(c *DeskConfig) { c.Log = slog.New(slog.NewTextHandler(&out, nil)) })
		_, _ = draw(WithCall(t.Context(), &Call{Story: "abc", Page: 3}), d)
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		want := []string{
			"attempt=1 of=6 kind=busy wait=1s remaining=31s", "attempt=2 of=6 kind=busy wait=2s remaining=30s",
			"attempt=3 of=6 kind=busy wait=4s remaining=28s", "attempt=4 of=6 kind=busy wait=8s remaining=24s",
			"attempt=5 of=6 kind=busy wait=16s remaining=16s", "attempt=6 of=6 kind=busy wait=0s remaining=0s",
		}
		if len(lines) != len(want) {
			t.Fatalf("%d lines:\n%s", len(lines), out.String())
		}
		for i, line := range lines {
			for _, part := range []string{want[i], `op="draw page" story=abc page=3 role=picture model=m`, "fault"} {
				if !strings.Contains(line, part) {
					t.Errorf("no %q in %s", part, line)
				}
			}
		}
	})
}

package model

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/story"
)

func TestWithoutAServiceTheMakersOfThisComputerAreHandedOutAsTheyAre(t *testing.T) {
	device := &simDevice{}
	d := NewDesk(DeskConfig{Device: device.makers(), Missing: "There is no key. Enter one in Settings."})
	for _, m := range []story.Maker{story.Auto, story.Device, ""} {
		if d.Writer(m) != Writer(device) || d.Illustrator(m) != Illustrator(device) || d.Narrator(m) != Narrator(device) {
			t.Errorf("%q is not the device itself", m)
		}
	}
	served := NewDesk(DeskConfig{Service: newSim(), Device: device.makers()})
	if served.Writer(story.Device) != Writer(device) || served.Narrator(story.Device) != Narrator(device) {
		t.Error("Device is not the device itself where there is a service")
	}
	if d.States() != nil {
		t.Error("there are states without a service")
	}
	p, err := d.Illustrator(story.Gemini).Illustrate(t.Context(), Scene{})
	if err != nil || !reflect.DeepEqual(p, Picture{Source: "device", Instead: "There is no key. Enter one in Settings."}) {
		t.Errorf("got %+v, %v", p, err)
	}
	n, err := d.Narrator(story.Gemini).Narrate(t.Context(), Script{})
	if err != nil || n.Source != "device" || n.Instead == "" {
		t.Errorf("got %+v, %v", n, err)
	}
	for draft, err := range d.Writer(story.Gemini).Write(t.Context(), Brief{}) {
		if err != nil || draft.Source != "device" || draft.Instead == "" || len(draft.Pages) != 5 {
			t.Errorf("got %+v, %v", draft, err)
		}
	}
	device.fail = Errorf("draw page", Device, "The disk is full.", nil)
	if _, err := d.Illustrator(story.Gemini).Illustrate(t.Context(), Scene{}); !errors.Is(err, device.fail) {
		t.Errorf("got %v", err)
	}
}

func TestWhenThisComputerFailsTooBothAreSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSim(&simModel{name: "m"})
		s.planned = always(fault(Refused))
		d, device := onePicture(s)
		device.fail = Errorf("draw page", Device, "The disk is full.", nil)
		_, err := draw(t.Context(), d)
		if say := Sentence(err); KindOf(err) != Refused || !strings.Contains(say, "It failed.") || !strings.Contains(say, "The disk is full.") || !errors.Is(err, device.fail) {
			t.Errorf("got %v", err)
		}
	})
}

func TestARejectedKeyEndsEveryCallOfEveryModel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		text, picture := &simModel{name: "text", reject: time.Second}, &simModel{name: "picture"}
		s := newSim(text, picture)
		s.planned = func(_ context.Context, m *simModel, _ int) error {
			if m == text {
				return fault(Key)
			}
			return fault(Busy)
		}
		device := &simDevice{}
		d := NewDesk(DeskConfig{Service: s, Device: device.makers(), Ladders: map[story.PartKind][]string{
			story.Text: {"text"}, story.Picture: {"picture"}, story.Voice: {"voice"},
		}})
		var wg sync.WaitGroup
		start := time.Now()
		wg.Go(func() { // it waits when the key is rejected
			time.Sleep(500 * time.Millisecond)
			if p, err := draw(t.Context(), d); err != nil || p.Source != "device" {
				t.Errorf("got %+v, %v", p, err)
			}
			if after := time.Since(start); after != time.Second {
				t.Errorf("it went on waiting until %v", after)
			}
		})
		for range d.Writer(story.Auto).Write(t.Context(), Brief{}) {
		}
		wg.Wait()
		for range 3 {
			p, _ := draw(t.Context(), d)
			n, _ := d.Narrator(story.Auto).Narrate(t.Context(), Script{})
			if p.Source != "device" || n.Source != "device" || n.Instead != "It failed." {
				t.Errorf("got %+v, %+v", p, n)
			}
		}
		if len(text.calls) != 1 || len(picture.calls) != 1 {
			t.Errorf("%d and %d calls", len(text.calls), len(picture.calls))
		}
		if st := d.States(); !st[0].Closed || st[0].Kind != Key || !st[2].Closed {
			t.Errorf("states %+v", st)
		}
	})
}

func TestADaysQuotaClosesTheModelUntilItBeginsAnew(t *testing.T) {
	for _, told := range []time.Duration{0, 3 * time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			m := &simModel{name: "m"}
			s := newSim(m)
			e := fault(QuotaDay)
			reset := time.Date(2000, 1, 1, 8, 0, 0, 0, time.UTC) // midnight Pacific, after synctest's first moment
			if told > 0 {
				reset = time.Now().Add(told)
				e.Reset = reset
			}
			s.planned = always(e)
			d, _ := onePicture(s)
			for range 3 {
				if p, err := draw(t.Context(), d); err != nil || p.Source != "device" {
					t.Errorf("got %+v, %v", p, err)
				}
			}
			if len(m.calls) != 1 {
				t.Errorf("%d calls", len(m.calls))
			}
			s.planned = nil
			st := d.States()[1]
			if !st.Closed || !st.Reset.Equal(reset) || st.Kind != QuotaDay {
				t.Errorf("state %+v, want a reset at %v", st, reset)
			}
			again, _ := onePicture(s, func(c *DeskConfig) { c.Memory = throughJSON(t, d.Memory()) })
			if p, _ := draw(t.Context(), again); p.Source != "device" || p.Instead != "It failed." {
				t.Errorf("the next run sent %+v", p)
			}
			time.Sleep(time.Until(reset))
			for _, d := range []*Desk{d, again} {
				if p, _ := draw(t.Context(), d); p.Source != "gemini:m" {
					t.Errorf("got %+v after the reset", p)
				}
			}
		})
	}
}

func throughJSON(t *testing.T, m Memory) (back Memory) {
	t.Helper()
	b, err := json.Marshal(m)
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func TestTheLadderMovesOnOnceAndRemembers(t *testing.T) {
	for _, c := range []struct {
		name   string
		named  map[string]string // gone models and what is named instead
		want   string            // "": none
		moves  int
		ladder []string
	}{
		{"the next of the list", map[string]string{"a": ""}, "b", 1, []string{"a", "b", "c"}},
		{"the named one first", map[string]string{"a": "models/c"}, "c", 1, []string{"a", "b", "c"}},
		{"a name from outside the list", map[string]string{"a": "x"}, "x", 1, []string{"a", "b"}},
		{"a named one that is gone too", map[string]string{"a": "y", "y": "a"}, "b", 2, []string{"a", "b"}},
		{"all are gone", map[string]string{"a": "", "b": "a"}, "", 1, []string{"a", "b"}},
		{"none is set", nil, "", 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newSim(&simModel{name: "b"}, &simModel{name: "c"}, &simModel{name: "x"}, &simModel{name: "a"}, &simModel{name: "y"})
				s.planned = func(_ context.Context, m *simModel, n int) error {
					if instead, gone := c.named[m.name]; gone {
						e := fault(Gone)
						e.Replacement = instead
						return e
					}
					if n < Attempts { // a step takes no attempt away
						return fault(Busy)
					}
					return nil
				}
				var moved []Change
				var kept []Memory
				config := DeskConfig{
					Service: s, Ladders: map[story.PartKind][]string{story.Picture: c.ladder},
					Tell: func(c Change) { moved = append(moved, c) },
					Keep: func(m Memory) { kept = append(kept, m) },
				}
				config.Device = (&simDevice{}).makers()
				d := NewDesk(config)
				h := &heard{}
				p, err := draw(WithCall(t.Context(), &Call{Tell: h.tell}), d)
				if c.want == "" {
					if err != nil || p.Source != "device" || !strings.Contains(p.Instead, "Settings") {
						t.Errorf("got %+v, %v", p, err)
					}
				} else if err != nil || p.Source != "gemini:"+c.want {
					t.Errorf("got %+v, %v", p, err)
				}
				if len(moved) != c.moves {
					t.Errorf("told %+v", moved)
				}
				if c.want == "" {
					return
				}
				if last := moved[len(moved)-1]; last.To != c.want || !strings.Contains(last.Say, "Pictures are drawn by "+c.want+" now.") || last.Role != story.Picture {
					t.Errorf("told %+v", last)
				}
				if a := h.all[0]; KindOf(a.Err) != Gone || a.Next.IsZero() || a.Model != "a" {
					t.Errorf("the step was told as %+v", a)
				}
				// The next run starts there, and tells nothing.
				moved = nil
				config.Memory = throughJSON(t, kept[len(kept)-1])
				again := NewDesk(config)
				if st := again.States()[0]; st.Model != c.want || st.InsteadOf != "a" {
					t.Errorf("state %+v", st)
				}
				if p, _ := draw(t.Context(), again); p.Source != "gemini:"+c.want || len(moved) > 0 || len(s.models["a"].calls) != 1 {
					t.Errorf("got %+v, told %+v", p, moved)
				}
				// After 30 days it looks again.
				time.Sleep(31 * 24 * time.Hour)
				if st := NewDesk(config).States()[0]; st.Model != "a" {
					t.Errorf("after a month: %+v", st)
				}
			})
		})
	}
}

func TestManyCallsMeetAGoneModelAndOneChangeIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSim(&simModel{name: "b", answer: time.Second})
		var mu sync.Mutex
		moved := 0
		d := NewDesk(DeskConfig{
			Service: s, Device: (&simDevice{}).makers(), Ladders: map[story.PartKind][]string{story.Picture: {"a", "b"}},
			Tell: func(Change) { mu.Lock(); moved++; mu.Unlock() },
		})
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				if p, err := draw(t.Context(), d); err != nil || p.Source != "gemini:b" {
					t.Errorf("got %+v, %v", p, err)
				}
			})
		}
		wg.Wait()
		if moved != 1 {
			t.Errorf("told %d times", moved)
		}
	})
}

// ledger is a Meter that keeps everything.
type ledger struct {
	mu     sync.Mutex
	begun  int
	used   []Use
	refuse error
}

func (l *ledger) Begin(context.Context, string) (func(Use) error, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.refuse != nil {
		return nil, l.refuse
	}
	l.begun++
	return func(u Use) error {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.used = append(l.used, u)
		return nil
	}, nil
}

func TestEveryAttemptIsCountedWithWhatItTook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: 8 * time.Second, reject: 100 * time.Millisecond}
		s := newSim(m)
		s.planned = func(_ context.Context, _ *simModel, n int) error {
			switch n {
			case 1:
				e := fault(Quota)
				e.Limit = Limit{Requests: 5, Per: time.Minute}
				return e
			case 2:
				e := fault(Unusable)
				e.Tokens = Tokens{In: 7, Out: 9}
				return e
			}
			return nil
		}
		l := &ledger{}
		d, _ := onePicture(s, func(c *DeskConfig) { c.Meter = l })
		start := time.Now()
		ctx := WithCall(t.Context(), &Call{Story: "s", Page: 4})
		if _, err := draw(ctx, d); err != nil {
			t.Fatal(err)
		}
		one := Use{Story: "s", Role: story.Picture, Page: 4, Op: "draw page", Model: "m", Of: 6}
		want := []Use{one, one, one}
		want[0].Time, want[0].N, want[0].Kind, want[0].Latency, want[0].Limit = start, 1, Quota, 100*time.Millisecond, Limit{Requests: 5, Per: time.Minute}
		want[1].Time, want[1].N, want[1].Kind, want[1].Latency, want[1].Waited, want[1].Tokens = start.Add(1100*time.Millisecond), 2, Unusable, 100*time.Millisecond, time.Second, Tokens{In: 7, Out: 9}
		want[2].Time, want[2].N, want[2].Latency, want[2].Waited, want[2].Tokens = start.Add(3200*time.Millisecond), 3, 8*time.Second, 2*time.Second, Tokens{In: 10, Out: 1290}
		if !reflect.DeepEqual(l.used, want) {
			t.Errorf("counted\n%+v, want\n%+v", l.used, want)
		}

		// A cancelled one is counted too, and a final one says so.
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		_, _ = draw(ctx, d)
		s.planned = always(fault(Refused))
		_, _ = draw(t.Context(), d)
		if u := l.used[3:]; len(u) != 2 || l.begun != 5 || u[0].Kind != Canceled || u[0].Final || u[0].Latency != time.Second || u[1].Kind != Refused || !u[1].Final {
			t.Errorf("counted %+v", u)
		}
	})
}

func TestNothingIsSentOverTheCap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m"}
		l := &ledger{refuse: Errorf("count", Capped, "The month's cap is reached.", nil)}
		d, _ := onePicture(newSim(m), func(c *DeskConfig) { c.Meter = l })
		h := &heard{}
		p, err := draw(WithCall(t.Context(), &Call{Tell: h.tell}), d)
		if err != nil || p.Source != "device" || p.Instead != "The month's cap is reached." || len(m.calls) > 0 {
			t.Errorf("got %+v, %v after %d calls", p, err, len(m.calls))
		}
		if st := d.States()[1]; st.Used != 0 || st.Flying != 0 {
			t.Errorf("state %+v", st)
		}
		// An error that nobody classified is final too.
		l.refuse = errors.New("the ledger is damaged")
		if p, err := draw(t.Context(), d); err != nil || p.Source != "device" || len(m.calls) > 0 {
			t.Errorf("got %+v, %v after %d calls", p, err, len(m.calls))
		}
	})
}

func TestWhatWasLearntIsKeptAndForgottenAfterThirtyDays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", quota: &sliding{n: 5}, reject: 50 * time.Millisecond}
		s := newSim(m)
		var kept Memory
		d, _ := onePicture(s, func(c *DeskConfig) { c.Keep = func(m Memory) { kept = m } })
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() { _, _ = draw(t.Context(), d) })
		}
		wg.Wait()
		got := throughJSON(t, kept).Models["m"]
		if got.Limit != (Limit{Requests: 5, Per: time.Minute}) || got.Told {
			t.Errorf("kept %+v", got)
		}
		// What the last run sent still takes places a moment later.
		next, _ := onePicture(s, func(c *DeskConfig) { c.Memory = throughJSON(t, d.Memory()) })
		if st := next.States()[1]; st.Used != 5 || st.Limit.Requests != 5 || st.Free.IsZero() {
			t.Errorf("state of the next run %+v", st)
		}
		time.Sleep(31 * 24 * time.Hour)
		next, _ = onePicture(s, func(c *DeskConfig) { c.Memory = throughJSON(t, kept) })
		if st := next.States()[1]; st.Limit.Requests != 0 || len(next.Memory().Models) != 0 {
			t.Errorf("after a month %+v", st)
		}
	})
}

func TestTheStateOfAModelSaysWhyItWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSim(&simModel{name: "m"})
		s.planned = always(fault(Busy))
		d, _ := onePicture(s)
		start := time.Now()
		_, _ = draw(t.Context(), d)
		st := d.States()[1]
		if !st.Resting || st.Until.Sub(start) != 63*time.Second || st.Kind != Busy || st.Why == "" || st.Closed {
			t.Errorf("state %+v", st)
		}
		time.Sleep(32 * time.Second)
		if st := d.States()[1]; !st.Until.IsZero() || st.Why != "" || st.Resting {
			t.Errorf("state after the rest %+v", st)
		}
	})
}

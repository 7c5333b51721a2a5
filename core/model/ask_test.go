package model

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/story"
)

// streamService writes five pages, a second each, and breaks off as planned.
type streamService struct {
	*simService
	breaks  func(model string, try int) (after int, err error) // pages until it breaks; -1: it does not
	ignores bool                                               // it makes nothing of Brief.Have
	tries   map[string]int
	paid    map[int]int // how often each page was written
	briefs  []Brief
}

func (s *streamService) Writer(model string) Writer { return streamWriter{s, model} }

type streamWriter struct {
	s     *streamService
	model string
}

func (w streamWriter) Write(ctx context.Context, b Brief) iter.Seq2[Draft, error] {
	return func(yield func(Draft, error) bool) {
		s := w.s
		s.tries[w.model]++
		s.briefs = append(s.briefs, b)
		after, fails := s.breaks(w.model, s.tries[w.model])
		d := Draft{Title: "By " + w.model, Source: "gemini:" + w.model}
		for i := 0; i < 5; i++ {
			if i == after {
				yield(Draft{}, fails)
				return
			}
			if !s.ignores && b.Have != nil && i < len(b.Have.Pages) && b.Have.Pages[i].Complete {
				d.Pages = append(d.Pages, b.Have.Pages[i])
				continue
			}
			d.Pages = append(d.Pages, DraftPage{Title: "half"})
			if !yield(d, nil) {
				return
			}
			time.Sleep(time.Second)
			s.paid[i]++
			d.Pages[i] = DraftPage{Title: fmt.Sprintf("%s %d.%d", w.model, i, s.tries[w.model]), Complete: true}
			if !yield(d, nil) {
				return
			}
		}
		d.Done = true
		yield(d, nil)
	}
}

// write collects a whole text and checks that no page changes that was
// Complete once.
func write(t *testing.T, ctx context.Context, w Writer, b Brief) (last Draft, err error) {
	t.Helper()
	var stands []string
	for d, err := range w.Write(ctx, b) {
		if err != nil {
			return last, err
		}
		for i, title := range stands {
			if title != "" && (i >= len(d.Pages) || d.Pages[i].Title != title || !d.Pages[i].Complete) {
				t.Fatalf("page %d was %q and is %+v", i, title, d.Pages)
			}
		}
		for i, p := range d.Pages {
			if i == len(stands) {
				stands = append(stands, "")
			}
			if p.Complete {
				stands[i] = p.Title
			}
		}
		last = d
	}
	return last, nil
}

func titles(d Draft) string {
	var all []string
	for _, p := range d.Pages {
		all = append(all, p.Title+"|"+p.Source)
	}
	return strings.Join(all, ", ")
}

func TestATextThatBreaksOffGoesOnWhereItWas(t *testing.T) {
	for _, ignores := range []bool{false, true} {
		for _, c := range []struct {
			name    string
			breaks  func(model string, try int) (int, error)
			titles  string
			source  string
			instead string
		}{
			{
				"the same model", func(_ string, try int) (int, error) {
					if try == 1 {
						return 2, fault(Busy)
					}
					return -1, nil
				}, "a 0.1|, a 1.1|, a 2.2|, a 3.2|, a 4.2|", "gemini:a", "",
			},
			{
				"the next model", func(model string, _ int) (int, error) {
					if model == "a" {
						return 3, fault(Gone)
					}
					return -1, nil
				}, "a 0.1|gemini:a, a 1.1|gemini:a, a 2.1|gemini:a, b 3.1|, b 4.1|", "gemini:b", "",
			},
			{
				"this computer", func(_ string, try int) (int, error) { return min(try, 2), fault(Refused) },
				"a 0.1|gemini:a, device 1|, device 2|, device 3|, device 4|", "device", "It failed.",
			},
		} {
			t.Run(fmt.Sprintf("%s, ignores %v", c.name, ignores), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := &streamService{simService: newSim(), breaks: c.breaks, tries: map[string]int{}, paid: map[int]int{}, ignores: ignores}
					d := NewDesk(DeskConfig{Service: s, Device: (&simDevice{}).makers(), Ladders: map[story.PartKind][]string{story.Text: {"a", "b"}}})
					last, err := write(t, t.Context(), d.Writer(story.Gemini), Brief{})
					if err != nil || !last.Done || last.Source != c.source || last.Instead != c.instead || last.Title != "By a" {
						t.Errorf("got %+v, %v", last, err)
					}
					if got := titles(last); got != c.titles {
						t.Errorf("pages %s, want %s", got, c.titles)
					}
					for i, n := range s.paid {
						if !ignores && n > 1 {
							t.Errorf("page %d was written %d times", i, n)
						}
					}
				})
			})
		}
	}
}

func TestWhatTheCallerHasAlreadyIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &streamService{simService: newSim(), breaks: func(string, int) (int, error) { return 3, fault(Refused) }, tries: map[string]int{}, paid: map[int]int{}}
		d := NewDesk(DeskConfig{Service: s, Device: (&simDevice{}).makers(), Ladders: map[story.PartKind][]string{story.Text: {"a"}}})
		have := &Draft{Title: "Yesterday's", Source: "gemini:old", Pages: []DraftPage{{Title: "old 0", Complete: true}, {Title: "cut"}, {Title: "old 2", Complete: true, Source: "device"}}}
		last, err := write(t, t.Context(), d.Writer(story.Gemini), Brief{Have: have})
		if got := titles(last); err != nil || last.Title != "Yesterday's" || got != "old 0|gemini:old, a 1.1|gemini:a, old 2|, device 3|, device 4|" {
			t.Errorf("got %s, %v", got, err)
		}
		if len(have.Pages) != 3 || have.Pages[0].Source != "" {
			t.Errorf("what the caller had was changed: %+v", have)
		}
	})
}

func TestACallerMayStopATextEarly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &streamService{simService: newSim(), breaks: func(string, int) (int, error) { return -1, nil }, tries: map[string]int{}, paid: map[int]int{}}
		l, device := &ledger{}, &simDevice{}
		d := NewDesk(DeskConfig{Service: s, Device: device.makers(), Meter: l, Ladders: map[story.PartKind][]string{story.Text: {"a"}}})
		for range d.Writer(story.Gemini).Write(t.Context(), Brief{}) {
			break
		}
		for d := range d.Writer(story.Gemini).Write(t.Context(), Brief{}) {
			if d.Done {
				break
			}
		}
		if len(l.used) != 2 || l.used[0].Kind != Canceled || l.used[1].Kind != "" || device.made > 0 || s.tries["a"] != 2 {
			t.Errorf("counted %+v, %d tries", l.used, s.tries["a"])
		}
		if st := d.States()[0]; st.Flying != 0 || st.Waiting != 0 {
			t.Errorf("left behind %+v", st)
		}
	})
}

func TestUseTheDeviceInsteadStillEndsWithTheJob(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSim(&simModel{name: "m", answer: time.Minute})
		d, _ := onePicture(s)
		for _, jobEnds := range []bool{false, true} {
			job, stop := context.WithCancel(t.Context())
			ctx, cancel := context.WithCancelCause(WithCall(job, &Call{}))
			time.AfterFunc(time.Second, func() {
				cancel(ErrUseDevice)
				if jobEnds {
					stop()
				}
			})
			p, err := draw(ctx, d)
			if jobEnds {
				if KindOf(err) != Canceled {
					t.Errorf("got %+v, %v", p, err)
				}
			} else if err != nil || p.Source != "device" {
				t.Errorf("got %+v, %v", p, err)
			}
			stop()
		}
	})
}

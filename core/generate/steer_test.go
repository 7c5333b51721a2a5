package generate_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/story"
)

// busy is an Illustrator of a service that is busy once for every page, and
// says so as a retrying one does.
type busy struct {
	*studio
	wait time.Duration
}

func (b busy) Illustrate(ctx context.Context, sc model.Scene) (model.Picture, error) {
	c := model.CallOf(ctx)
	err := model.Errorf("draw page", model.Busy, "Gemini is busy.", nil)
	c.Tell(model.Attempt{Op: "draw page", Model: "m", N: 1, Of: model.Attempts, Err: err, Next: time.Now().Add(b.wait)})
	select {
	case <-time.After(b.wait):
	case <-c.Now:
	case <-ctx.Done():
		return model.Picture{}, model.Errorf("draw page", model.Canceled, "", context.Cause(ctx))
	}
	if opens := c.Gate(); opens != nil {
		<-opens
	}
	p, err2 := b.studio.Illustrate(ctx, sc)
	p.Source = "gemini:m"
	return p, err2
}

// steeredJob is a job with a busy illustrator for which a test says what the
// teacher does at each report.
func steeredJob(t *testing.T, wait time.Duration, at func(generate.Progress, chan<- generate.Steering)) (generate.Job, *studio) {
	t.Helper()
	device := &studio{pages: 5}
	service := &studio{pages: 5}
	j := newJob(t, device)
	steer := make(chan generate.Steering, 10)
	j.Steer, j.Parallel = steer, 20
	j.Makers = makers{asked: crew{service, busy{service, wait}, service}, device: crew{device, device, device}}
	j.Report = func(p generate.Progress) { at(p, steer) }
	return j, service
}

func TestAWaitingPartShowsItsCountdownAndThenThatItIsAtWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var waiting, working, attempts int
		begun := time.Now()
		j, _ := steeredJob(t, 12*time.Second, func(p generate.Progress, _ chan<- generate.Steering) {
			if p.Attempt != nil {
				attempts++
			}
			if len(p.Rows) < 3 {
				return
			}
			switch c := p.Rows[2].Picture; c.State {
			case generate.CellWaiting:
				waiting++
				if c.Attempt != 2 || c.Of != 6 || c.Until.Sub(begun) != 12*time.Second || c.Reason != "Gemini is busy." {
					t.Errorf("%+v", c)
				}
			case generate.CellWorking:
				if time.Since(begun) >= 12*time.Second {
					working++
				}
			}
		})
		if err := generate.Run(t.Context(), j); err != nil {
			t.Fatal(err)
		}
		if waiting == 0 || working == 0 || attempts != 5 {
			t.Errorf("waiting %d times, working after it %d times, %d attempts", waiting, working, attempts)
		}
		if d := time.Since(begun); d != 12*time.Second {
			t.Errorf("it took %v", d)
		}
	})
}

func TestTheTeacherEndsAWait(t *testing.T) {
	for name, tt := range map[string]struct {
		do     generate.Steer
		state  story.PartState
		source string
		took   time.Duration
	}{
		"try now":    {generate.TryNow, story.Ready, "gemini:m", 0},
		"skip":       {generate.Skip, story.Skipped, "", 0},
		"use device": {generate.UseDevice, story.Ready, "device", 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				said := map[int]bool{}
				var mu sync.Mutex
				begun := time.Now()
				j, _ := steeredJob(t, time.Hour, func(p generate.Progress, steer chan<- generate.Steering) {
					mu.Lock()
					defer mu.Unlock()
					for i, row := range p.Rows {
						if row.Picture.State == generate.CellWaiting && !said[i] {
							said[i] = true
							steer <- generate.Steering{Do: tt.do, Page: i, Part: story.Picture}
						}
					}
				})
				if err := generate.Run(t.Context(), j); err != nil {
					t.Fatal(err)
				}
				for i, p := range again(t, j).Story.Pages {
					if got := p.Parts.Picture; got.State != tt.state || got.Source != tt.source {
						t.Errorf("page %d: %+v", i+1, got)
					}
				}
				if d := time.Since(begun); d != tt.took {
					t.Errorf("it took %v", d)
				}
			})
		})
	}
}

func TestAPausedJobSendsNothingUntilItGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		paused, drawn := false, -1
		var service *studio
		j, service := steeredJob(t, 10*time.Second, func(p generate.Progress, steer chan<- generate.Steering) {
			switch {
			case !paused && len(p.Rows) > 0 && p.Rows[0].Picture.State == generate.CellWaiting:
				paused = true
				steer <- generate.Steering{Do: generate.Pause}
				time.AfterFunc(time.Minute, func() {
					service.mu.Lock()
					drawn = len(service.drawn)
					service.mu.Unlock()
					steer <- generate.Steering{Do: generate.Continue}
				})
			}
		})
		begun := time.Now()
		if err := generate.Run(t.Context(), j); err != nil {
			t.Fatal(err)
		}
		if drawn != 0 || len(service.drawn) != 5 || time.Since(begun) < time.Minute {
			t.Errorf("%d drawn while paused, %d in all, %v", drawn, len(service.drawn), time.Since(begun))
		}
	})
}

func TestAnAnswerThatComesWhileTheJobIsStoppedIsKept(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	// The picture of page 1 is paid for, whatever the teacher says meanwhile.
	s.drawing = func(sc model.Scene) error {
		if sc.Page == 0 {
			cancel()
			return nil
		}
		return ctx.Err()
	}
	if err := generate.Run(ctx, j); model.KindOf(err) != model.Canceled {
		t.Fatalf("got %v", err)
	}
	second := again(t, j)
	if p := second.Story.Pages[0].Parts.Picture; p.State != story.Ready {
		t.Fatalf("the picture is %+v", p)
	}
	s.drawing = nil
	if err := generate.Run(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if n := len(slices.DeleteFunc(slices.Clone(s.drawn), func(page int) bool { return page != 0 })); n != 1 {
		t.Errorf("page 1 was drawn %d times", n)
	}
}

func TestPicturesWithSomebodyInThemAreDrawnAfterTheFirst(t *testing.T) {
	s := &studio{pages: 5, characters: "A girl with a red scarf"}
	j := newJob(t, s)
	var mu sync.Mutex
	firstEnded, early := false, 0
	references := 0
	j.Makers = only(s, draws(func(_ context.Context, sc model.Scene) (model.Picture, error) {
		mu.Lock()
		defer mu.Unlock()
		if sc.Page > 0 && !firstEnded {
			early++
		}
		if sc.Reference != nil {
			references++
		}
		p, err := s.Illustrate(t.Context(), sc)
		p.Source = "gemini:m"
		firstEnded = firstEnded || sc.Page == 0
		return p, err
	}), s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if early != 0 || references != 4 {
		t.Errorf("%d drawn before the first, %d with it before them", early, references)
	}
}

type draws func(context.Context, model.Scene) (model.Picture, error)

func (d draws) Illustrate(ctx context.Context, sc model.Scene) (model.Picture, error) {
	return d(ctx, sc)
}

func TestAFailedPartIsMadeAgainWhileTheOthersGoOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		failed := errors.New("no sound came back")
		j, service := steeredJob(t, time.Second, func(p generate.Progress, steer chan<- generate.Steering) {
			if len(p.Rows) == 5 && p.Rows[3].Voice.State == generate.CellFailed {
				steer <- generate.Steering{Do: generate.UseDevice, Page: 3, Part: story.Voice}
			}
		})
		service.voicing = func(sc model.Script) error {
			if sc.Sentences[0] == "Sentence number 4 flows down." {
				return failed
			}
			return nil
		}
		if err := generate.Run(t.Context(), j); err != nil {
			t.Fatal(err)
		}
		if p := again(t, j).Story.Pages[3].Parts.Voice; p.State != story.Ready || p.Source != "device" {
			t.Errorf("%+v", p)
		}
	})
}

package ui

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// openMaking shows the story in its making, with a service.
func openMaking(t *testing.T, service core.ServiceState) (*storyScreen, *calls) {
	t.Helper()
	s, c := openScreen(t)
	s.Update(service)
	s.Update(making(time.Now()))
	c.take()
	return s, c
}

func TestWhatWaitsCanBeMadeHereTriedNowOrSkipped(t *testing.T) {
	for press1, want := range map[string]string{
		"Draw it here":  "device volcano-1 4 picture",
		"Try now":       "now volcano-1 4 picture",
		"Skip":          "skip volcano-1 4 picture",
		"Retry":         "retry volcano-1 6 voice",
		"Speak it here": "device volcano-1 6 voice",
	} {
		s, c := openMaking(t, keyed())
		press(t, s.board.object, press1)
		if got := c.take(); got != want {
			t.Errorf("%s: %q, want %q", press1, got, want)
		}
	}
}

func TestTheTextOfAPageCannotBeSkipped(t *testing.T) {
	s, _ := openMaking(t, keyed())
	st := making(time.Now())
	st.Job.Rows[0].Text = core.Cell{State: core.CellWaiting, Until: time.Now().Add(4 * time.Second), Attempt: 2, Of: 6}
	st.Job.Rows[4].Picture = core.Cell{State: core.CellNext}
	s.Update(st)
	texts := said(s.board.object)
	if !slices.Contains(texts, "Write it here") || slices.Contains(texts, "Skip") {
		t.Errorf("the card says %q", texts)
	}
}

func TestAFailedPartCountsItsAttemptsAndItsModelsRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, c := openMaking(t, restful(time.Now()))
		s.closeRest() // makes room for both
		texts := said(s.board.object)
		for _, want := range []string{"Page 7, voice: failed after 6 attempts", "Retry in 21 s"} {
			if !slices.Contains(texts, want) {
				t.Errorf("the card does not say %q: %q", want, texts)
			}
		}
		press(t, s.board.object, "Retry in 21 s")
		if got := c.take(); got != "retry volcano-1 6 voice" {
			t.Errorf("retry: %q", got)
		}
	})
}

func TestMoreTroubleThanThereIsRoomForIsListedOnDemand(t *testing.T) {
	s, _ := openMaking(t, keyed())
	s.Update(many(time.Now(), t.TempDir()))
	if texts := said(s.board.object); !slices.Contains(texts, "3 more") || slices.Contains(texts, "Page 6, voice: made on this computer") {
		t.Fatalf("the card says %q", texts)
	}
	press(t, s.board.object, "3 more")
	if texts := said(s.board.object); !slices.Contains(texts, "Page 6, voice: made on this computer") {
		t.Errorf("all of it: %q", texts)
	}
}

func TestAPartMadeHereForAReasonCanBeTriedAgainOrKept(t *testing.T) {
	s, c := openMaking(t, keyed())
	st := core.StoryState{ID: "volcano-1", Story: volcano()}
	st.Story.Pages[5].Parts.Voice = story.Part{State: story.Fallback, Source: "device", Reason: "The day’s quota is used up."}
	s.Update(st)
	press(t, s.board.object, "Try again")
	if got := c.take(); got != "retry volcano-1 5 voice" {
		t.Errorf("again: %q", got)
	}
	press(t, s.board.object, "Keep it")
	if texts := said(s.board.lower); slices.Contains(texts, "Keep it") {
		t.Errorf("what was kept still asks: %q", texts)
	}
	if texts := said(s.board.object); !slices.Contains(texts, "About this story") {
		t.Errorf("after that the card says %q", texts)
	}
}

func TestAPartMadeHereForAReasonIsReachedFromItsCell(t *testing.T) {
	s, c := openMaking(t, keyed())
	s.board.board.OnHere(5, 2, s.board.board)
	top := fyne.CurrentApp().Driver().CanvasForObject(s.root).Overlays().Top()
	if top == nil {
		t.Fatal("nothing is offered")
	}
	focused := fyne.CurrentApp().Driver().CanvasForObject(s.root).Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := c.take(); got != "retry volcano-1 5 voice" {
		t.Errorf("the first line: %q", got)
	}
}

func TestTheMakingIsPausedAndGoneOnWith(t *testing.T) {
	s, c := openMaking(t, keyed())
	press(t, s.header.object, "Pause making")
	held := making(time.Now())
	held.Job.Paused = true
	s.Update(held)
	if texts := said(s.progress.object); !slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "Paused.") }) ||
		slices.ContainsFunc(texts, func(x string) bool { return strings.Contains(x, "left") }) {
		t.Errorf("while it is paused the line says %q", texts)
	}
	press(t, s.header.object, "Go on making")
	if got := c.take(); got != "pause job volcano-1; continue job volcano-1" {
		t.Errorf("%q", got)
	}
}

func TestARestingModelIsToldAndCanBeDoneWithout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, c := openMaking(t, restful(time.Now()))
		if !s.rest.Visible() || s.rest.Text() != "Gemini’s voice rests for 21 s. Text and pictures go on." {
			t.Fatalf("the notice says %q", s.rest.Text())
		}
		press(t, s.rest, "Use this computer")
		if got := c.take(); got != "device volcano-1 -1 voice" {
			t.Errorf("%q", got)
		}
		if s.rest.Visible() {
			t.Error("the notice stays")
		}
		again := restful(time.Now().Add(time.Minute))
		s.Update(again)
		if !s.rest.Visible() {
			t.Error("another rest is not told")
		}
		done := core.StoryState{ID: "volcano-1", Story: volcano()}
		s.Update(done)
		if s.rest.Visible() {
			t.Error("a finished story still tells of the rest")
		}
	})
}

func TestAUsedUpDayIsToldByItsHour(t *testing.T) {
	s, _ := openMaking(t, keyed())
	service := keyed()
	service.Roles[1].Until = time.Now().Add(5 * time.Hour)
	service.Roles[1].Why = "The day’s quota of Gemini’s pictures is used up."
	s.Update(service)
	want := "The day’s quota of Gemini’s pictures is used up. It goes on at " + service.Roles[1].Until.Format("15:04") + "."
	if s.rest.Text() != want {
		t.Errorf("the notice says %q, want %q", s.rest.Text(), want)
	}
}

func TestNoRestIsToldOfAPartThatThisComputerMakes(t *testing.T) {
	s, _ := openMaking(t, restful(time.Now()))
	st := making(time.Now())
	st.Story.Options.Narrator = story.Device
	s.Update(st)
	if s.rest.Visible() {
		t.Errorf("the notice says %q", s.rest.Text())
	}
}

func TestTheKeyboardStaysWhereItWasWhenTheCardChanges(t *testing.T) {
	s, _ := openMaking(t, keyed())
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.root)
	canvas.Focus(s.board.rows[0].buttons[1])
	st := making(time.Now())
	st.Job.Rows[4].Picture.Until = time.Now().Add(30 * time.Second)
	st.Job.Rows[4].Picture.Attempt = 4
	s.Update(st)
	b, ok := canvas.Focused().(*widget.Button)
	if !ok || b.Text() != "Try now" {
		t.Fatalf("the keyboard is at %v", canvas.Focused())
	}
	test.Tap(b)
}

func TestTheLineSaysHowLongItTakes(t *testing.T) {
	for left, want := range map[time.Duration]string{
		0:                         "17 of 24 parts",
		4 * time.Second:           "17 of 24 parts, less than 10 s left",
		97 * time.Second:          "17 of 24 parts, about 1 min 40 s left",
		118 * time.Second:         "17 of 24 parts, about 2 min left",
		61*time.Minute + 4e9:      "17 of 24 parts, about 1 h 1 min left",
		12*time.Minute + 31e9:     "17 of 24 parts, about 13 min left",
		596500 * time.Millisecond: "17 of 24 parts, about 10 min left",
	} {
		if got := partsLine(&core.Job{Done: 17, Total: 24, Left: left}); got != want {
			t.Errorf("%v: %q, want %q", left, got, want)
		}
	}
}

func TestTheEndNamesItsGaps(t *testing.T) {
	st := volcano()
	st.Pages[6].Parts.Voice = story.Part{State: story.Failed}
	if got, want := endLine(core.StoryState{Story: st}), "Your story is ready, with 1 gap. Page 7 has no voice."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	st.Pages[2].Parts.Picture = story.Part{State: story.Skipped}
	if got, want := endLine(core.StoryState{Story: st}), "Your story is ready, with 2 gaps. They are listed on the right."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for i := range st.Pages {
		st.Pages[i].Parts.Voice, st.Pages[i].Parts.Picture = story.Part{State: story.Failed}, story.Part{State: story.Ready}
	}
	if got, want := endLine(core.StoryState{Story: st}), "Your story is ready, with 8 gaps. No page has a voice."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

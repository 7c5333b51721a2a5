package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/story"
)

// openReview shows the review of page 4, of which pages 1 to 3 are passed.
func openReview(t *testing.T) (*storyScreen, *calls) {
	t.Helper()
	s, c := openScreen(t)
	st := volcano()
	for i := range 3 {
		st.Pages[i].Passed = true
	}
	st.Pages[3].Stops = []story.Stop{{After: 2, Question: "What falls?", Answer: "Ash."}}
	st.Pages[3].Notes = "Show the stone."
	s.Update(core.StoryState{ID: st.ID, Story: st})
	s.goToStep(stepReview)
	c.take()
	return s, c
}

func TestOneKeyPassesAPageAndTakesThatBack(t *testing.T) {
	s, c := openReview(t)
	mustSay(t, s.Object(), "Grade 5 · 3 of 8 pages passed", "Page 4, The eruption", "Draft")
	s.Key(&fyne.KeyEvent{Name: fyne.KeyP})
	s.state.Story.Pages[3].Passed = true
	s.show()
	mustSay(t, s.Object(), "Grade 5 · 4 of 8 pages passed", "Passed, take it back  P")
	s.Key(&fyne.KeyEvent{Name: fyne.KeyP})
	if got := c.take(); got != "pass volcano-1 3 true; pass volcano-1 3 false" {
		t.Errorf("%q", got)
	}
}

func TestAllPagesArePassedAtOnceAndThatIsUndone(t *testing.T) {
	s, c := openReview(t)
	s.Key(&fyne.KeyEvent{Name: fyne.KeyA}) // the window of the tests takes it back at once
	want := "pass volcano-1 -1 true; undoable 5 pages passed.; undo volcano-1"
	if got := c.take(); got != want {
		t.Errorf("%q", got)
	}
}

func TestAQuestionIsPlannedChangedAndRemoved(t *testing.T) {
	s, c := openReview(t)
	s.review.aside.show(asideNotes)
	mustSay(t, s.review.side.object, "What falls?", "Ash.", "After sentence 3")
	s.review.side.edit(0, s.current().Stops[0])
	overlay := s.top(t)
	if texts := said(overlay); !slices.Contains(texts, "Change the question") {
		t.Fatalf("the dialog says %q", texts)
	}
	press(t, overlay, "Keep it")
	if got := c.take(); got != "stops volcano-1 3 [{2 What falls? Ash.}]" {
		t.Errorf("unchanged: %q", got)
	}
	press(t, s.review.side.object, "Remove the question")
	if got := c.take(); got != "stops volcano-1 3 []; undoable The question is removed.; undo volcano-1" {
		t.Errorf("removed and brought back: %q", got)
	}
}

// top is what lies over the window.
func (s *storyScreen) top(t *testing.T) fyne.CanvasObject {
	t.Helper()
	top := fyne.CurrentApp().Driver().CanvasForObject(s.root).Overlays().Top()
	if top == nil {
		t.Fatal("nothing lies over the window")
	}
	return top
}

func TestNotesAreKeptForThePageTheyWereWrittenOn(t *testing.T) {
	s, c := openReview(t)
	s.review.side.notes.SetText("Pass the stone round.")
	s.goTo(4)
	if got := c.take(); !strings.Contains(got, "notes volcano-1 3 Pass the stone round.") {
		t.Errorf("turning the page: %q", got)
	}
	if text := s.review.side.notes.Text(); text != "" {
		t.Errorf("on page 5 the field holds %q", text)
	}
	s.review.side.notes.SetText("Lava is slow.")
	s.goToStep(stepMake)
	if got := c.take(); !strings.Contains(got, "notes volcano-1 4 Lava is slow.") {
		t.Errorf("leaving: %q", got)
	}
}

package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/ui/widget"
)

// openHandOut shows the step that hands the volcano story on.
func openHandOut(t *testing.T, packDir string) (*storyScreen, *calls) {
	t.Helper()
	s, c := openScreen(t)
	c.folder = t.TempDir()
	s.handOut.formats = func() []core.FormatInfo { return allFormats }
	state := core.SettingsState{}
	state.Settings.PackDir = packDir
	s.Update(state)
	s.Key(&fyne.KeyEvent{Name: fyne.KeyH})
	c.take()
	return s, c
}

// tick presses the box of a format.
func tick(t *testing.T, s *storyScreen, title string) {
	t.Helper()
	for _, r := range s.handOut.list.rows {
		if r.current().Title == title {
			r.check.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("%q is not listed", title)
}

func TestTheClassPackIsTheChosenFormatsInOneFolder(t *testing.T) {
	dir := t.TempDir()
	s, c := openHandOut(t, dir)
	press(t, s.Object(), "Make the class pack")
	want := "hand out volcano-1 html epub pdf gift kahoot anki pptx vtt text story to " + filepath.Base(dir)
	if got := c.take(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, title := range []string{"Quiz for Kahoot", "Plain text"} {
		tick(t, s, title)
	}
	for _, r := range s.handOut.list.rows {
		if r.variant != nil {
			r.variant.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		}
	}
	chosen := []string{"html", "epub-fixed", "pdf-letter", "gift", "anki", "pptx", "vtt", "story"}
	if !slices.Equal(c.changed.Pack, chosen) {
		t.Errorf("%v is remembered, not %v", c.changed.Pack, chosen)
	}
	c.take()
	s.Key(&fyne.KeyEvent{Name: fyne.KeyP})
	if got := c.take(); got != "hand out volcano-1 "+strings.Join(chosen, " ")+" to "+filepath.Base(dir) {
		t.Errorf("%q", got)
	}
}

func TestTheChoiceOfBeforeIsShown(t *testing.T) {
	s, c := openScreen(t)
	s.handOut.formats = func() []core.FormatInfo { return allFormats }
	state := core.SettingsState{}
	state.Settings.Pack, state.Settings.PackDir = []string{"pdf-letter", "story"}, t.TempDir()
	s.Update(state)
	s.goToStep(stepHandOut)
	c.take()
	press(t, s.Object(), "Make the class pack")
	if got := c.take(); !strings.HasPrefix(got, "hand out volcano-1 pdf-letter story to ") {
		t.Errorf("%q", got)
	}
	if !slices.Contains(said(s.Object()), "Handout, Letter (PDF)") {
		t.Error("the paper of before is not shown")
	}
}

func TestWithoutAFolderOrWithOneThatIsGoneItIsAskedFor(t *testing.T) {
	for _, dir := range []string{"", filepath.Join(t.TempDir(), "stick that was taken out")} {
		s, c := openHandOut(t, dir)
		press(t, s.Object(), "Make the class pack")
		got := c.take()
		if !strings.HasPrefix(got, "pick folder; ") || !strings.HasSuffix(got, " to "+filepath.Base(c.folder)) || c.changed.PackDir != c.folder {
			t.Errorf("%q: %q, %q is remembered", dir, got, c.changed.PackDir)
		}
	}
}

func TestOneFormatIsSavedAlone(t *testing.T) {
	s, c := openHandOut(t, "")
	for _, r := range s.handOut.list.rows {
		if r.current().Name == "pptx" {
			test.Tap(r.save)
		}
	}
	if got := c.take(); !strings.HasPrefix(got, "save file How a volcano erupts") || !strings.Contains(got, "; save volcano-1 as pptx ") {
		t.Errorf("%q", got)
	}
}

func TestWhatCannotBeMadeHereSaysWhy(t *testing.T) {
	s, c := openHandOut(t, t.TempDir())
	texts := said(s.Object())
	if !slices.Contains(texts, "Videos need ffmpeg, which is not on this computer.") {
		t.Error("nothing is said of ffmpeg")
	}
	tick(t, s, "Video (MP4)")
	if got := c.take(); got != "" {
		t.Errorf("it can be chosen: %s", got)
	}
	state := s.state
	state.Story = volcano()
	state.Story.Quiz, state.Story.Glossary = nil, nil
	s.Update(state)
	press(t, s.Object(), "Make the class pack")
	if got := c.take(); !strings.Contains(got, " html epub pdf pptx vtt text story to ") {
		t.Errorf("a quiz is made of no questions: %s", got)
	}
}

func TestPagesThatAreNotPassedAreSaidAndHandedOutAllTheSame(t *testing.T) {
	s, c := openHandOut(t, t.TempDir())
	if !slices.Contains(said(s.Object()), "8 pages are not passed yet. They are handed out as they are.") {
		t.Errorf("%q", said(s.Object()))
	}
	press(t, s.Object(), "Make the class pack")
	if !strings.HasPrefix(c.take(), "hand out") {
		t.Error("it is refused")
	}
	state := s.state
	state.Story = volcano()
	for i := range state.Story.Pages {
		state.Story.Pages[i].Passed = i > 0
	}
	s.Update(state)
	if !slices.Contains(said(s.Object()), "1 page is not passed yet. They are handed out as they are.") {
		t.Errorf("%q", said(s.Object()))
	}
	press(t, s.Object(), "Review them")
	if s.step != stepReview {
		t.Error("it does not lead to the review")
	}
}

func TestEachFileTellsHowFarItIs(t *testing.T) {
	s, c := openHandOut(t, t.TempDir())
	s.Update(packMaking())
	texts := said(s.Object())
	for _, want := range []string{"3 of 7 files", "Making, 3 of 8", "Next", "4.2 MB", "Not made", packMaking().Items[3].Note} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown: %q", want, texts)
		}
	}
	press(t, s.Object(), "Stop")
	press(t, s.Object(), "Try again")
	if got := c.take(); got != `stop files; again "pdf"` {
		t.Errorf("%q", got)
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyP})
	if got := c.take(); got != "" {
		t.Errorf("a second pack is made: %s", got)
	}
	s.Update(packEnded())
	if !slices.Contains(said(s.Object()), "6 of 7 files made") {
		t.Errorf("%q", said(s.Object()))
	}
	press(t, s.Object(), "Open the folder")
	if got := c.take(); got != "open folder How a volcano erupts" {
		t.Errorf("%q", got)
	}
	other := packMaking()
	other.Story = "river-1"
	s.Update(other)
	if !slices.Contains(said(s.Object()), "Another story’s files are being made") {
		t.Errorf("%q", said(s.Object()))
	}
}

func TestTheStepsAreOneMenuWhereThereIsLittleRoom(t *testing.T) {
	s, _ := openScreen(t)
	for width, narrow := range map[float32]bool{1282: false, 940: true} {
		showAt(t, s.Object(), width, 700)
		if s.header.menu.Visible() != narrow || s.header.steps.Visible() == narrow {
			t.Errorf("%g wide: menu %v, steps %v", width, s.header.menu.Visible(), s.header.steps.Visible())
		}
	}
	s.header.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.step != stepReview {
		t.Errorf("the menu leads to step %d", s.step)
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyH})
	if s.header.menu.Text() != "Hand out" {
		t.Errorf("the menu says %q", s.header.menu.Text())
	}
}

func TestABoxThatCannotBeTickedShowsNoTick(t *testing.T) {
	lit(t)
	for _, on := range []bool{false, true} {
		check := widget.NewCheck("Video", on, nil)
		check.Disable()
		showAt(t, check, 100, 40)
		ticks := 0
		for _, o := range visibleObjects(check) {
			if name := fmt.Sprintf("%T", o); strings.HasSuffix(name, "Image") {
				ticks++
			}
		}
		if (ticks == 1) != on {
			t.Errorf("ticked %v: %d ticks are shown", on, ticks)
		}
	}
}

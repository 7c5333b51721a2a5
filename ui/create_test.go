package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/document"
	"edusmart/core/model"
)

// openCreate shows the create screen in a window.
func openCreate(t *testing.T) (*createScreen, *calls) {
	t.Helper()
	lit(t)
	c := &calls{}
	s := newCreateScreen(c, paths{c})
	showAt(t, s.Object(), 1282, 768)
	s.Update(core.SettingsState{
		Settings: core.Settings{Grade: 5, Pages: 8, Speed: 1},
		Voices:   []model.VoiceInfo{{ID: "espeak:en-gb", Name: "English, Britain", Language: "en-GB"}},
	})
	return s, c
}

// chapter is a document of 14 pages that can be made into a story.
func chapter() core.DocumentState {
	words := slices.Repeat([]int{300}, 14)
	return core.DocumentState{
		Stage: core.DocumentReady, Path: "/lessons/chapter.pdf", Name: "chapter.pdf", Size: 2_100_000,
		Info: &document.Info{
			Name: "chapter.pdf", Format: "pdf", SHA256: "aa", Language: "en", Pages: 14, Words: words,
			Figures: 6, Exercises: 8, ExercisePages: []int{13, 14},
		},
	}
}

func TestADocumentIsShownAndReturnMakesItsStory(t *testing.T) {
	s, c := openCreate(t)
	s.Update(chapter())
	texts := said(s.Object())
	for _, want := range []string{"chapter.pdf", "14 of 14 chosen, about 4,200 words"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the screen does not say %q: %q", want, texts)
		}
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	got := c.take()
	if !strings.Contains(got, "Grade:5") || !strings.Contains(got, "From:1 To:14") || !strings.HasSuffix(got, "open story made-1") {
		t.Errorf("return: %q", got)
	}
}

func TestTheRangeFieldsPicturesAndWordsKeepInStep(t *testing.T) {
	s, c := openCreate(t)
	s.Update(chapter())
	s.pages.first.SetText("3")
	s.pages.last.SetText("9")
	s.pages.typed()
	if s.from != 3 || s.to != 9 {
		t.Fatalf("pages %d to %d are chosen", s.from, s.to)
	}
	if texts := said(s.Object()); !slices.Contains(texts, "7 of 14 chosen, about 2,100 words") {
		t.Errorf("the screen says %q", texts)
	}
	s.setRange(5, 6)
	if s.pages.first.Text() != "5" || s.pages.last.Text() != "6" {
		t.Errorf("the fields say %s to %s", s.pages.first.Text(), s.pages.last.Text())
	}
	press(t, s.Object(), "Make the story")
	if got := c.take(); !strings.Contains(got, "From:5 To:6") {
		t.Errorf("made: %q", got)
	}
}

func TestARangeThatIsNotThereIsRefusedWithASentence(t *testing.T) {
	for _, typed := range [][2]string{{"0", "5"}, {"3", "15"}, {"9", "3"}, {"x", "4"}, {"", "4"}} {
		s, c := openCreate(t)
		s.Update(chapter())
		s.pages.first.SetText(typed[0])
		s.pages.last.SetText(typed[1])
		s.pages.typed()
		s.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := c.take(); strings.Contains(got, "make") {
			t.Errorf("pages %q to %q: %s", typed[0], typed[1], got)
		}
		if wrong := s.pages.wrong.Text(); !strings.HasSuffix(wrong, ".") {
			t.Errorf("pages %q to %q: the screen says %q", typed[0], typed[1], wrong)
		}
	}
}

func TestABadDocumentSaysWhyAndOffersAWayOn(t *testing.T) {
	s, c := openCreate(t)
	s.Update(core.DocumentState{Stage: core.DocumentFailed, Name: "scan.pdf", Err: "This PDF has no text in it. Choose another file."})
	if texts := said(s.Object()); !slices.Contains(texts, "scan.pdf cannot be used") {
		t.Errorf("the screen says %q", texts)
	}
	press(t, s.Object(), "Choose another file")
	press(t, s.Object(), "Try the sample lesson")
	if got := c.take(); got != "choose; sample" {
		t.Errorf("ways on: %q", got)
	}
}

func TestEscapeKeepsThePagesThatWereChosen(t *testing.T) {
	s, c := openCreate(t)
	s.Update(chapter())
	s.setRange(3, 9)
	if s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || c.take() != "" {
		t.Error("Escape puts a document away that pages were chosen of")
	}
	s.Update(core.DocumentState{})
	s.Update(core.DocumentState{Stage: core.DocumentFailed, Name: "scan.pdf", Err: "This file is damaged."})
	if !s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || c.take() != "close document" {
		t.Error("Escape does not leave a document that cannot be used")
	}
}

// A file dropped by mistake costs nothing of what was chosen for the one before.
func TestABadDocumentLeadsBackToTheOneBefore(t *testing.T) {
	s, c := openCreate(t)
	good := chapter()
	s.Update(good)
	s.setRange(3, 9)
	bad := core.DocumentState{Stage: core.DocumentFailed, Path: "/scan.pdf", Name: "scan.pdf", Err: "This file is damaged."}
	s.Update(core.DocumentState{Stage: core.OpeningDocument, Path: bad.Path, Name: bad.Name})
	s.Update(bad)
	c.take()
	press(t, s.Object(), "Back to "+good.Name)
	if got := c.take(); !strings.Contains(got, good.Path) {
		t.Errorf("back leads to %q", got)
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := c.take(); !strings.Contains(got, good.Path) {
		t.Errorf("Escape leads to %q", got)
	}
	s.Update(core.DocumentState{Stage: core.OpeningDocument, Path: good.Path, Name: good.Name})
	s.Update(good)
	if s.from != 3 || s.to != 9 {
		t.Errorf("pages %d to %d are chosen then", s.from, s.to)
	}
}

func TestTheWaysOnFromAPhotographStandBelowItsSentence(t *testing.T) {
	s, _ := openCreate(t)
	d := chapter()
	d.Scanned = true
	s.Update(d)
	for range 2 { // as when the service, too, tells how it stands
		s.Update(core.ServiceState{})
	}
	at := placed(s.Object())
	if end := at[s.scanned.why].Y + s.scanned.why.Size().Height; at[s.scanned.other].Y < end {
		t.Errorf("the sentence ends at %v, the buttons stand at %v", end, at[s.scanned.other].Y)
	}
}

func TestAFileThatHasAStoryOffersIt(t *testing.T) {
	s, c := openCreate(t)
	d := chapter()
	d.Same = []core.Card{{ID: "old-1", Title: "An old one"}}
	s.Update(d)
	press(t, s.Object(), "Open that story")
	if got := c.take(); got != "open story old-1" {
		t.Errorf("open: %q", got)
	}
}

func TestTooLittlePastedTextIsRefused(t *testing.T) {
	s, c := openCreate(t)
	s.useText("  A short line. ")
	if got := c.take(); !strings.HasPrefix(got, "say ") {
		t.Errorf("short: %q", got)
	}
	s.useText(strings.Repeat("The river flows to the sea. ", 4))
	if got := c.take(); !strings.HasPrefix(got, "text ") {
		t.Errorf("long enough: %q", got)
	}
}

package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/document"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// openCreateKeyed shows the create screen with a service and a document.
func openCreateKeyed(t *testing.T, d core.DocumentState) (*createScreen, *calls) {
	t.Helper()
	s, c := openCreate(t)
	c.estimate = usual
	s.Update(keyed())
	s.Update(d)
	return s, c
}

func TestWithAServiceItsPartsAreChosenAndPriced(t *testing.T) {
	s, c := openCreateKeyed(t, chapter())
	texts := said(s.Object())
	for _, want := range []string{"About $0.31, 3 to 4 minutes", "Spent this month $1.83 of your $5.00 cap"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the screen does not say %q: %q", want, texts)
		}
	}
	if c.estimated.Writer != story.Auto {
		t.Errorf("estimated for a writer %q: what was never chosen stays automatic", c.estimated.Writer)
	}
	s.choices.made.chosen(0, 1)
	s.choices.made.chosen(1, 1)
	if c.changed.Makers[story.Picture] != story.Device {
		t.Errorf("the choice is not kept: %v", c.changed.Makers)
	}
	if got := s.choices.made.says.Text(); !strings.HasPrefix(got, "Only the story’s own text is sent.") {
		t.Errorf("with the voice by Gemini alone the card says %q", got)
	}
	s.choices.made.chosen(2, 1)
	for _, want := range []string{"Free, a few seconds", "Nothing leaves this computer."} {
		if texts := said(s.Object()); !slices.Contains(texts, want) {
			t.Errorf("all on this computer: no %q in %q", want, texts)
		}
	}
	c.take()
	press(t, s.Object(), "Make the story")
	if got := c.take(); !strings.Contains(got, "Writer:device Illustrator:device Narrator:device") {
		t.Errorf("made: %q", got)
	}
}

func TestWithoutAKeyATapOnGeminiSaysHowToGetOne(t *testing.T) {
	s, c := openCreate(t)
	s.Update(chapter())
	s.choices.made.chosen(0, 0)
	if s.choices.made.rows[0].choice.Selected() != 1 {
		t.Error("the text is shown as made by Gemini, without a key")
	}
	press(t, s.Object(), "Add a key")
	if got := c.take(); got != "service" {
		t.Errorf("add a key: %q", got)
	}
	s.Update(keyed())
	if s.choices.made.wayOn.Visible() {
		t.Error("with a key the screen still asks for one")
	}
}

func TestOverTheCapTheScreenWarnsAndLeadsToIt(t *testing.T) {
	s, c := openCreate(t)
	c.estimate = usage.Estimate{Low: 0.28, High: 0.36, LowTime: 3 * time.Minute, Time: 4 * time.Minute, SpentMonth: 4.81, Cap: 5}
	s.Update(keyed())
	s.Update(chapter())
	if texts := said(s.Object()); !slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "This may pass your cap of $5.00") }) {
		t.Errorf("the screen says %q", texts)
	}
	press(t, s.Object(), "Change the cap")
	if got := c.take(); got != "service" {
		t.Errorf("change the cap: %q", got)
	}
}

func TestADocumentWithNamesIsSentOnlyWhenTheTeacherSaysSo(t *testing.T) {
	private := chapter()
	private.Private, private.PrivatePages = "This document seems to hold pupils’ names.", []int{3, 5}
	for _, way := range []struct {
		press  string
		writer string
	}{{"Make it on this computer", "Writer:device Illustrator:device Narrator:device"}, {"Send it anyway", "Writer:auto Illustrator:auto Narrator:auto"}} {
		s, c := openCreateKeyed(t, private)
		if !s.private.Visible() || s.private.Text() != "This document seems to hold pupils’ names. Look at pages 3 and 5." {
			t.Fatalf("the notice says %q", s.private.Text())
		}
		s.make()
		if got := c.take(); strings.Contains(got, "make") {
			t.Fatalf("it was made before the teacher said anything: %q", got)
		}
		press(t, s.private, way.press)
		if s.private.Visible() {
			t.Errorf("%s: the notice stays", way.press)
		}
		c.take()
		s.make()
		if got := c.take(); !strings.Contains(got, way.writer) {
			t.Errorf("%s: %q", way.press, got)
		}
	}
}

func TestMakingOneStoryHereLeavesTheChoiceForOthersAlone(t *testing.T) {
	private := chapter()
	private.Private = "This document seems to hold pupils’ names."
	s, c := openCreateKeyed(t, private)
	press(t, s.private, "Make it on this computer")
	if c.changed.Makers != nil {
		t.Errorf("the settings were changed: %v", c.changed.Makers)
	}
	s.choices.made.chosen(2, 0)
	if !s.private.Visible() {
		t.Error("with the voice by Gemini after all, nothing warns")
	}
	other := chapter()
	other.Path, other.Info = "/lessons/other.pdf", &document.Info{SHA256: "bb", Language: "en", Pages: 2, Words: []int{200, 200}}
	s.Update(other)
	if s.maker(story.Text) != story.Gemini {
		t.Error("the next document is made here too")
	}
}

func TestPhotographsAreReadByTheServiceOnly(t *testing.T) {
	scan := chapter()
	scan.Scanned, scan.Name = true, "scan.pdf"
	scan.Info = &document.Info{SHA256: "cc", Language: "und", Pages: 14, Words: make([]int, 14)}
	s, c := openCreate(t)
	s.Update(scan)
	if texts := said(s.Object()); !slices.Contains(texts, "This PDF has no text in it") || slices.Contains(texts, "Read the photographs") {
		t.Errorf("without a key the screen says %q", texts)
	}
	c.estimate = usage.Estimate{High: 0.02}
	s.Update(keyed())
	if texts := said(s.Object()); !slices.Contains(texts, "Its 14 pages are photographs. The AI service can read them, about $0.02, or choose a file with text.") {
		t.Errorf("with a key the screen says %q", texts)
	}
	press(t, s.Object(), "Read the photographs")
	if got := s.choices.made.says.Text(); !strings.Contains(got, "photographs") {
		t.Errorf("what is sent: %q", got)
	}
	c.take()
	s.make()
	if got := c.take(); !strings.Contains(got, "make ") {
		t.Errorf("make: %q", got)
	}
	s.choices.made.chosen(0, 1)
	s.make()
	if got := c.take(); strings.Contains(got, "make ") {
		t.Errorf("photographs were to be read by this computer: %q", got)
	}
}

func TestEachMakerRemembersItsOwnVoice(t *testing.T) {
	s, c := openCreateKeyed(t, chapter())
	if got := s.choices.voice.Text(); got != "Aoede, breezy" {
		t.Errorf("the service's voice is %q", got)
	}
	s.choices.setVoice(1)
	if c.changed.Voice[serviceVoice("en")] != "gemini:Kore" || c.changed.Voice["en"] != "" {
		t.Errorf("kept: %v", c.changed.Voice)
	}
	c.take()
	press(t, s.Object(), "Hear the voice")
	if got := c.take(); got != `hear "gemini:Kore" en 1` {
		t.Errorf("preview: %q", got)
	}
	s.choices.made.chosen(2, 1)
	if got := s.choices.voice.Text(); got != "Best voice for English" {
		t.Errorf("this computer's voice is %q", got)
	}
	if o := s.options(); o.Voice != "" {
		t.Errorf("the story is to be spoken by %q", o.Voice)
	}
}

func TestASettingForGeminiIsNotAskedWithoutAKey(t *testing.T) {
	s, c := openCreate(t)
	state := atHome()
	state.Settings.Makers = map[story.PartKind]story.Maker{story.Text: story.Gemini}
	s.Update(state)
	s.Update(chapter())
	s.make()
	if got := c.take(); !strings.Contains(got, "Writer:device Illustrator:auto") {
		t.Errorf("made: %q", got)
	}
}

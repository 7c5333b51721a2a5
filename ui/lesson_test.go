package ui

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// openLesson teaches the volcano story, all pages passed, on page 4, with a
// second window. The fonts of the texts that follow are there.
func openLesson(t *testing.T, change func(st *story.Story), texts ...[]string) (*storyScreen, *calls) {
	t.Helper()
	loader, fonts := lit(t)
	settle(fonts, texts...)
	c := &calls{}
	c.main = test.NewTempWindow(t, nil)
	c.main.SetPadded(false)
	s := newStoryScreen(c, paths{c}, loader, fonts)
	c.main.SetContent(container.NewStack(s.Object(), widget.NewLayer()))
	c.main.Resize(fyne.NewSize(1366, 768))
	c.main.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { s.Key(e) })
	s.open("volcano-1")
	s.Show()
	st := volcano()
	for i := range st.Pages {
		st.Pages[i].Passed = true
	}
	if change != nil {
		change(st)
	}
	s.Update(core.StoryState{ID: st.ID, Dir: t.TempDir(), Story: st})
	s.Update(core.SettingsState{Settings: core.Settings{Room: 6, Speed: 1}})
	s.Update(paused(playingAt(3, 100*time.Millisecond)))
	at := ten
	s.lesson.now = func() time.Time { at = at.Add(time.Second); return at }
	s.goToStep(stepTeach)
	s.lesson.begin(false)
	t.Cleanup(func() {
		s.Hide()
		s.lesson.end()
	})
	c.take()
	return s, c
}

// windows are the two windows of a lesson.
func (c *calls) both() map[string]fyne.Window {
	return map[string]fyne.Window{"laptop": c.main, "projector": c.windows[0]}
}

func pressKey(w fyne.Window, key fyne.KeyName) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }

// standing says how the lesson stands, for what a key changes without a command.
func (l *lesson) standing() string {
	return fmt.Sprintf("black %v, frozen %v, face %d, over %d, step %d, steps out: running %v", l.black, l.frozen, l.face, l.over, l.screen.step, l.running())
}

func TestEveryKeyOfAClickerDoesTheSameInBothWindows(t *testing.T) {
	s, c := openLesson(t, nil)
	for key, want := range map[fyne.KeyName]string{
		fyne.KeyPageDown: "goto 4", fyne.KeyRight: "goto 4", fyne.KeyDown: "goto 4", fyne.KeySpace: "goto 4",
		fyne.KeyReturn: "goto 4", fyne.KeyEnter: "goto 4",
		fyne.KeyPageUp: "goto 2", fyne.KeyLeft: "goto 2", fyne.KeyUp: "goto 2", fyne.KeyBackspace: "goto 2",
		fyne.KeyHome: "goto 0", fyne.KeyEnd: "goto 7",
		fyne.KeyP: "toggle", fyne.KeyK: "toggle", fyne.KeyR: "repeat", fyne.KeyJ: "prev sentence", fyne.KeyL: "next sentence",
		fyne.KeyS: "steps true", fyne.KeyE: "echo true", fyne.KeyM: "volume 0",
		fyne.KeyPlus: "speed 1.1; say Speed 1.1 ×", fyne.KeyMinus: "speed 0.9; say Speed 0.9 ×",
		fyne.KeyY: "pass volcano-1 3 true",
	} {
		for name, w := range c.both() {
			s.page, s.left = 3, -1
			pressKey(w, key)
			if got := c.take(); got != want {
				t.Errorf("%s at the %s: %q, want %q", key, name, got, want)
			}
		}
	}
}

func TestKeysThatChangeWhatIsShownWorkFromBothWindowsAndBackAgain(t *testing.T) {
	s, c := openLesson(t, nil)
	for key, is := range map[fyne.KeyName]func(l *lesson) bool{
		fyne.KeyB: func(l *lesson) bool { return l.black }, fyne.KeyPeriod: func(l *lesson) bool { return l.black },
		fyne.KeyF: func(l *lesson) bool { return l.frozen }, fyne.KeyF5: func(l *lesson) bool { return l.frozen },
		fyne.KeyI: func(l *lesson) bool { return l.face == facePicture }, fyne.KeyT: func(l *lesson) bool { return l.face == faceText },
		fyne.KeyG: func(l *lesson) bool { return l.over == overPages }, fyne.KeyW: func(l *lesson) bool { return l.over == overWords },
		fyne.KeySlash: func(l *lesson) bool { return l.over == overKeys }, fyne.KeyF1: func(l *lesson) bool { return l.over == overKeys },
		fyne.KeyX: func(l *lesson) bool { return l.swapped },
		fyne.KeyQ: func(l *lesson) bool { return l.screen.step == stepQuiz },
	} {
		for name, w := range c.both() {
			pressKey(w, key)
			if !is(s.lesson) {
				t.Errorf("%s at the %s does nothing", key, name)
			}
			pressKey(w, key)
			if is(s.lesson) {
				t.Errorf("%s at the %s cannot be taken back", key, name)
			}
		}
	}
}

func TestEscapeStepsOutOneLevelAtATimeAndNeverEndsTheLesson(t *testing.T) {
	s, c := openLesson(t, nil)
	beam := c.windows[0]
	s.lesson.setFace(faceText)
	s.lesson.setFrozen(true)
	s.lesson.setBlack(true)
	s.lesson.lay(overPages)
	beam.SetFullScreen(true)
	pressKey(beam, fyne.Key7)
	for i, want := range []func() bool{
		func() bool { return s.lesson.digits == "" && s.lesson.over == overPages },
		func() bool { return s.lesson.over == overNothing && s.lesson.black },
		func() bool { return !s.lesson.black && s.lesson.frozen },
		func() bool { return !s.lesson.frozen && s.lesson.face == faceText },
		func() bool { return s.lesson.face == faceBoth && beam.FullScreen() },
		func() bool { return !beam.FullScreen() },
		func() bool { return true }, func() bool { return true },
	} {
		pressKey(beam, fyne.KeyEscape)
		if !want() || !s.lesson.running() || s.page != 3 || s.step != stepTeach {
			t.Fatalf("after Escape %d: %s, page %d", i+1, s.lesson.standing(), s.page+1)
		}
	}
}

func TestSingleKeysAreLeftAloneWhileAModifierIsHeld(t *testing.T) {
	s, c := openLesson(t, nil)
	for key := range lessonKeys {
		for _, held := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierAlt, fyne.KeyModifierSuper, fyne.KeyModifierShift} {
			before := s.lesson.standing()
			used := s.lesson.key(s.lesson.main, key, held)
			if held == fyne.KeyModifierShift && withShift[key] {
				s.lesson.key(s.lesson.main, key, held) // and back
				c.take()
				continue
			}
			if got := c.take(); used || got != "" || s.lesson.standing() != before {
				t.Errorf("%s with modifier %d: %q, %s", key, held, got, s.lesson.standing())
			}
		}
	}
}

func TestANumberAndReturnGoToThatPage(t *testing.T) {
	for _, tt := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.Key7, fyne.KeyReturn}, "goto 6"},
		{[]fyne.KeyName{fyne.Key0, fyne.Key2, fyne.KeyEnter}, "goto 1"},
		{[]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.KeyReturn}, "say This story has 8 pages."},
		{[]fyne.KeyName{fyne.Key7, fyne.KeyEscape, fyne.KeyReturn}, "goto 4"},
		{[]fyne.KeyName{fyne.Key7, fyne.KeyRight, fyne.KeyReturn}, "goto 4; goto 5"},
		{[]fyne.KeyName{fyne.KeyG, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn}, ""}, // page 9 is none: the one beside it
	} {
		_, c := openLesson(t, nil)
		for _, k := range tt.keys {
			pressKey(c.windows[0], k)
		}
		got := c.take()
		if tt.want == "" {
			tt.want = "goto 4"
		}
		if got != tt.want {
			t.Errorf("%v: %q, want %q", tt.keys, got, tt.want)
		}
	}
}

func TestForwardGoesOnFromAStopOfTheVoiceAndShowsItsQuestion(t *testing.T) {
	s, c := openLesson(t, func(st *story.Story) {
		st.Pages[3].Stops = []story.Stop{{After: 1, Question: "Where does the ash go?", Answer: "Far away."}}
	})
	held := paused(playingAt(3, 5*time.Second))
	held.Hold, held.Sentence = player.HoldStop, 1
	s.Update(held)
	if f := s.lesson.frame(); f.kind != frameStop || f.say != "Where does the ash go?" {
		t.Errorf("the class sees %+v", f)
	}
	mustSay(t, s.lesson.main.object, "Ask now, then Space goes on", "Far away.")
	for _, w := range c.both() {
		if texts := strings.Join(said(w.Content()), " "); w == c.windows[0] && strings.Contains(texts, "Far away.") {
			t.Error("the class sees the answer")
		}
	}
	pressKey(c.windows[0], fyne.KeyPageDown)
	if got := c.take(); got != "play" {
		t.Errorf("forward: %q", got)
	}
	held.Status, held.Hold = player.Echoing, player.HoldNone
	s.Update(held)
	pressKey(c.main, fyne.KeySpace)
	if got := c.take(); got != "next sentence" {
		t.Errorf("forward from an echo: %q", got)
	}
}

func TestALongPageIsSplitIntoStepsThatForwardGoesThrough(t *testing.T) {
	long := "Ash and glowing rock shoot high into the wide sky above the town."
	s, c := openLesson(t, func(st *story.Story) {
		p := &st.Pages[3]
		p.Sentences = nil
		for range 9 {
			p.Sentences = append(p.Sentences, story.Sentence{Text: long})
		}
		texts := make([]string, 9)
		for i := range texts {
			texts[i] = long
		}
		p.Words = spokenWords(texts)
	})
	steps := len(s.lesson.cut.steps)
	if steps < 2 {
		t.Fatalf("%d steps", steps)
	}
	var shown []string
	for range steps - 1 {
		shown = append(shown, s.lesson.frame().text.Sentences...)
		pressKey(c.main, fyne.KeyPageDown)
		if got := c.take(); !strings.HasPrefix(got, "seek ") {
			t.Fatalf("on in the page: %q", got)
		}
	}
	shown = append(shown, s.lesson.frame().text.Sentences...)
	if whole := strings.Join(shown, " "); whole != strings.TrimSpace(strings.Repeat(long+" ", 9)) {
		t.Errorf("the steps show %q", whole)
	}
	pressKey(c.main, fyne.KeyPageDown)
	if got := c.take(); got != "goto 4" {
		t.Errorf("on from the last step: %q", got)
	}
}

func TestTheProjectorFollowsTheWordThatIsSaid(t *testing.T) {
	s, c := openLesson(t, nil)
	now := playingAt(3, 3*time.Second)
	s.Update(now)
	if lit := s.lesson.beam.side.page.text.Lit(); lit != now.Word {
		t.Errorf("word %d is lit on the projector, %d is said", lit, now.Word)
	}
	now.Word = -1
	s.Update(now)
	if lit := s.lesson.beam.side.page.text.Sentence(); lit != now.Sentence {
		t.Errorf("sentence %d is lit where no word is, %d is said", lit, now.Sentence)
	}
	_ = c
}

func TestAFrozenProjectorKeepsItsPageAndABlackOneShowsNothing(t *testing.T) {
	s, c := openLesson(t, nil)
	beam := c.windows[0]
	before := beam.Canvas().Capture()
	pressKey(c.main, fyne.KeyF)
	pressKey(c.main, fyne.KeyPageDown)
	s.Update(paused(playingAt(4, 0)))
	if s.page != 4 {
		t.Fatalf("the teacher is on page %d", s.page+1)
	}
	if !alike(before, beam.Canvas().Capture()) {
		t.Error("the frozen projector has changed")
	}
	pressKey(c.main, fyne.KeyF)
	if alike(before, beam.Canvas().Capture()) {
		t.Error("the projector stays frozen")
	}
	pressKey(beam, fyne.KeyPeriod)
	if !onlyColour(beam.Canvas().Capture(), color.Black) {
		t.Error("the black projector shows something")
	}
	pressKey(beam, fyne.KeyPageDown)
	if s.page != 4 || s.lesson.black {
		t.Error("forward from black is to show the page again, and no other")
	}
}

func TestClosingTheProjectorByHandLeavesTheLessonAtItsPage(t *testing.T) {
	s, c := openLesson(t, nil)
	c.windows[0].Resize(fyne.NewSize(700, 400))
	s.lesson.beam.leave()
	if !s.lesson.running() || s.page != 3 || s.lesson.beam != nil {
		t.Fatal(s.lesson.standing())
	}
	if c.changed.BeamWidth != 700 || c.changed.BeamHeight != 400 {
		t.Errorf("kept: %d x %d", c.changed.BeamWidth, c.changed.BeamHeight)
	}
	mustSay(t, s.lesson.main.object, "No projector window")
	press(t, s.lesson.main.object, "Open the projector")
	if len(c.windows) != 2 || s.lesson.beam == nil {
		t.Error("it cannot be opened again")
	}
}

func TestOnOneScreenThePageFillsItAndNotesAreAKeyAway(t *testing.T) {
	s, c := openLesson(t, func(st *story.Story) { st.Pages[3].Notes = "Show the pumice stone." })
	s.lesson.end()
	s.goToStep(stepTeach)
	s.lesson.begin(true)
	if !c.main.FullScreen() || s.lesson.main.page.Visible() == false || s.lesson.main.teach.object.Visible() {
		t.Fatal("the page does not fill the screen")
	}
	if texts := strings.Join(said(s.lesson.main.object), "\n"); strings.Contains(texts, "pumice") {
		t.Error("the class reads the notes unasked")
	}
	pressKey(c.main, fyne.KeyN)
	mustSay(t, s.lesson.main.object, "Show the pumice stone.")
	pressKey(c.main, fyne.KeyEscape)
	pressKey(c.main, fyne.KeyEscape)
	if c.main.FullScreen() || s.lesson.alone || !s.lesson.running() || s.page != 3 {
		t.Error("Escape does not lead back to the teacher's view at the same page")
	}
}

func TestAWordToKnowIsShownLargeWithItsSentence(t *testing.T) {
	s, c := openLesson(t, nil)
	pressKey(c.windows[0], fyne.KeyW)
	mustSay(t, s.lesson.main.object, "eruption")
	pressKey(c.windows[0], fyne.KeyReturn)
	f := s.lesson.beam.side.page.frame
	if f.kind != frameWord || f.heading != "eruption" || f.text.Sentences[0] != "This is called an eruption." || f.say == "" {
		t.Errorf("the class sees %+v", f)
	}
	pressKey(c.windows[0], fyne.KeyPageDown)
	if f := s.lesson.frame(); f.kind != framePage || s.page != 3 {
		t.Error("forward does not lead back to the page")
	}
}

func TestAWordToKnowIsNotFoundWithinAnotherWord(t *testing.T) {
	for _, tt := range []struct {
		text, word string
		want       bool
	}{
		{"a part of the crust", "art", false},
		{"the arts of lava", "art", true},
		{"art", "art", true},
		{"party and art", "art", true},
		{"火山灰很热", "山", true},
		{"", "art", false},
	} {
		if got := holdsWord(tt.text, tt.word); got != tt.want {
			t.Errorf("%q in %q: %v", tt.word, tt.text, got)
		}
	}
}

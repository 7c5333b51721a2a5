package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// openScreen shows the volcano story, at rest, on page 4.
func openScreen(t *testing.T) (*storyScreen, *calls) {
	t.Helper()
	loader, fonts := lit(t)
	c := &calls{}
	s := newStoryScreen(c, paths{c}, loader, fonts)
	showAt(t, s.Object(), 1282, 768)
	s.open("volcano-1")
	s.Show()
	t.Cleanup(s.Hide)
	s.Update(core.StoryState{ID: "volcano-1", Dir: t.TempDir(), Story: volcano()})
	s.Update(paused(playingAt(3, 5*time.Second)))
	c.take()
	return s, c
}

func TestKeysPlayTheStory(t *testing.T) {
	for key, want := range map[fyne.KeyName]string{
		fyne.KeySpace: "toggle", fyne.KeyK: "toggle",
		fyne.KeyPageDown: "goto 4", fyne.KeyPageUp: "goto 2",
		fyne.KeyHome: "goto 0", fyne.KeyEnd: "goto 7",
		fyne.KeyM: "volume 0", fyne.KeyEscape: "back",
		fyne.KeyPlus: "speed 1.1; say Speed 1.1 ×", fyne.KeyMinus: "speed 0.9; say Speed 0.9 ×",
	} {
		s, c := openScreen(t)
		if !s.Key(&fyne.KeyEvent{Name: key}) {
			t.Errorf("%s does nothing", key)
		}
		if got := c.take(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestSentenceKeysAreThePlayers(t *testing.T) {
	s, c := openScreen(t)
	for key, want := range map[fyne.KeyName]string{
		fyne.KeyRight: "next sentence", fyne.KeyLeft: "prev sentence", fyne.KeyR: "repeat",
	} {
		s.Key(&fyne.KeyEvent{Name: key})
		if got := c.take(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestAPressedWordOrSentenceIsHeardFromThere(t *testing.T) {
	s, c := openScreen(t)
	words := volcano().Pages[3].Words
	s.stage.face.text.OnTappedWord(typeset.First, words[12].Sentence, 12)
	if got, want := c.take(), fmt.Sprintf("play at 3 %.2f", words[12].Start); got != want {
		t.Errorf("a word: %q, want %q", got, want)
	}
	s.stage.face.text.OnTappedWord(typeset.First, 1, -1)
	if got := c.take(); got != "play sentence 3 1" {
		t.Errorf("a sentence: %q", got)
	}
}

func TestTheSpokenWordIsLitAndThePageFollowsTheVoice(t *testing.T) {
	s, _ := openScreen(t)
	s.Update(playingAt(3, 3*time.Second))
	if lit := s.stage.face.text.Lit(); lit != playingAt(3, 3*time.Second).Word {
		t.Errorf("word %d is lit", lit)
	}
	if texts := said(s.header.object); !slices.Contains(texts, "Pause") {
		t.Errorf("while it plays the header says %q", texts)
	}
	s.Update(playingAt(4, 0))
	if s.page != 4 || s.strip.Current() != 4 {
		t.Errorf("the voice is on page 5, the screen on %d, the filmstrip on %d", s.page+1, s.strip.Current()+1)
	}
}

func TestASnapshotOfAnotherStoryIsLeftAlone(t *testing.T) {
	s, _ := openScreen(t)
	other := volcano()
	other.ID, other.Title = "river-1", "The journey of a river"
	s.Update(core.StoryState{ID: "river-1", Story: other})
	if texts := said(s.header.object); !slices.Contains(texts, "How a volcano erupts") {
		t.Errorf("the header says %q", texts)
	}
}

func TestWhileItIsMadeTheScreenSaysWhatIsDoneAndLetsGo(t *testing.T) {
	s, c := openScreen(t)
	s.Update(making(time.Now()))
	texts := said(s.progress.object)
	if !slices.ContainsFunc(texts, func(x string) bool { return strings.Contains(x, " of 24 parts") }) {
		t.Errorf("the progress says %q", texts)
	}
	press(t, s.header.object, "Stop")
	if got := c.take(); got != "stop volcano-1" {
		t.Errorf("stop: %q", got)
	}
}

func TestAStoryWithGapsNamesThemAndOffersToFillThem(t *testing.T) {
	s, c := openScreen(t)
	st := volcano()
	st.Status = story.Done
	st.Pages[6].Parts.Voice = story.Part{State: story.Failed, Reason: "No sound came back."}
	s.Update(core.StoryState{ID: st.ID, Story: st})
	if texts := said(s.progress.object); !slices.ContainsFunc(texts, func(x string) bool { return strings.Contains(x, "1 gap") }) {
		t.Errorf("the progress says %q", texts)
	}
	if texts := said(s.board.object); !slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "Page 7, voice") }) {
		t.Errorf("the board says %q", texts)
	}
	s.board.board.OnRetry(6, 2)
	if got := c.take(); got != "retry volcano-1 6 voice" {
		t.Errorf("retry: %q", got)
	}
}

func TestSilenceIsSaidOnceAndStaysClosed(t *testing.T) {
	s, _ := openScreen(t)
	silent := playingAt(3, time.Second)
	silent.Silent = "No sound device was found, so the pages turn silently."
	s.Update(silent)
	if !s.silent.Visible() {
		t.Fatal("nothing says why there is no sound")
	}
	s.closeSilent()
	s.Update(silent)
	if s.silent.Visible() {
		t.Error("the closed notice comes back")
	}
}

func TestTheQuizIsAnsweredByKeysAndLeadsBackToItsPage(t *testing.T) {
	s, c := openScreen(t)
	s.Key(&fyne.KeyEvent{Name: fyne.KeyQ})
	press(t, s.header.object, "One pupil")
	if !s.quiz.object.Visible() || s.stage.object.Visible() {
		t.Fatal("the quiz does not take the story's place")
	}
	s.Key(&fyne.KeyEvent{Name: fyne.Key1})
	texts := said(s.quiz.object)
	if !slices.Contains(texts, "The answer is B") {
		t.Errorf("after a wrong answer the quiz says %q", texts)
	}
	press(t, s.quiz.object, "Show page 4")
	if got := c.take(); !strings.Contains(got, "goto 3") || s.quiz.object.Visible() {
		t.Errorf("back to the page: %q", got)
	}
}

func TestEveryScreenOfAStoryFitsASmallAndALargeWindow(t *testing.T) {
	loader, fonts := lit(t)
	for _, size := range []fyne.Size{{Width: 940, Height: 700}, {Width: 1836, Height: 1080}} {
		c := &calls{}
		s := newStoryScreen(c, paths{c}, loader, fonts)
		canvas := showAt(t, s.Object(), size.Width, size.Height)
		s.open("volcano-1")
		for _, e := range []core.StoryState{making(time.Now()), {ID: "volcano-1", Story: volcano()}} {
			s.Update(e)
			for _, o := range visibleObjects(s.Object()) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				if _, ok := o.(fyne.Focusable); ok && (at.X < 0 || at.Y < 0 || at.X+o.Size().Width > canvas.Size().Width+1) {
					t.Errorf("at %v a %T lies at %v, %v", size, o, at, o.Size())
				}
			}
		}
	}
}

package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// teachTwo teaches the page in English and a second language, with a second
// window.
func teachTwo(t *testing.T, language string, long bool, hear core.Hear) (*storyScreen, *calls, *story.Story) {
	t.Helper()
	s, c := openLesson(t, nil, translated["ar"])
	st := inTwo(language, long)
	heard := make([]core.Heard, len(st.Pages))
	heard[3] = heardInBoth(st)
	s.Update(core.StoryState{ID: st.ID, Dir: t.TempDir(), Story: st, Heard: heard})
	s.Update(core.SettingsState{Settings: core.Settings{Room: 6, Speed: 1, Hear: hear}})
	c.take()
	return s, c, st
}

// standing gives what stands in a text from top to bottom, each sentence of
// each language once, and how far from the left it begins.
func standing(text *widget.StoryText) (found []string, left map[string]float32) {
	left = map[string]float32{}
	tapped, was := "", text.OnTappedWord
	defer func() { text.OnTappedWord = was }()
	text.OnTappedWord = func(side typeset.Side, sentence, _ int) {
		tapped = fmt.Sprintf("%d of language %d", sentence+1, side+1)
	}
	for y := float32(2); y < text.Size().Height; y += 8 {
		for x := float32(2); x < text.Size().Width; x += 12 {
			tapped = ""
			test.TapAt(text, fyne.NewPos(x, y))
			if tapped != "" && !slices.Contains(found, tapped) {
				found, left[tapped] = append(found, tapped), x
			}
		}
	}
	return found, left
}

func TestEachSentenceHasItsTranslationRightUnderIt(t *testing.T) {
	s, _, st := teachTwo(t, "ar", false, core.HearFirst)
	s.Update(playingTwo(st, 3, -1))
	all := []string{
		"1 of language 1", "1 of language 2", "2 of language 1", "2 of language 2", "3 of language 1", "3 of language 2",
	}
	want := strings.Join(all[:2*len(s.lesson.cut.step()[typeset.First].Parts)], ", ")
	for name, text := range map[string]*widget.StoryText{"projector": s.lesson.beam.side.page.text, "laptop": s.lesson.main.teach.live.text} {
		found, left := standing(text)
		if got := strings.Join(found, ", "); got != want {
			t.Errorf("%s: %s", name, got)
		}
		if left["1 of language 1"] > 20 || left["1 of language 2"] < left["1 of language 1"]+10 {
			t.Errorf("%s: the languages do not begin at their own sides: %v", name, left)
		}
	}
	s.goToStep(stepMake)
	if found, _ := standing(s.stage.face.text); !slices.Equal(found, all) {
		t.Errorf("in the story: %v", found)
	}
}

// A teacher types the second language one sentence after the other.
func TestATranslationIsShownAsSoonAsItIsTyped(t *testing.T) {
	s, _, st := teachTwo(t, "es", false, core.HearFirst)
	st.Pages[3].Sentences[0].Also, st.Pages[3].Sentences[2].Also, st.Pages[3].Second = "", "", nil
	s.Update(core.StoryState{ID: st.ID, Story: st})
	s.goToStep(stepMake)
	want := "1 of language 1, 2 of language 1, 2 of language 2, 3 of language 1"
	if found, _ := standing(s.stage.face.text); strings.Join(found, ", ") != want {
		t.Errorf("shown: %v", found)
	}
}

func TestAPressOnEitherLanguageIsHeardFromThere(t *testing.T) {
	for _, hear := range []core.Hear{core.HearFirst, core.HearBoth} {
		s, c, st := teachTwo(t, "es", false, hear)
		s.Update(playingTwo(st, 3, -1))
		h := s.state.Heard[3]
		step := s.lesson.cut.step()
		s.lesson.beam.side.page.text.OnTappedWord(typeset.Second, 0, 4)
		if got, want := c.take(), fmt.Sprintf("play at 3 %.2f", h.Also[step[typeset.Second].Words[4]].Start); got != want {
			t.Errorf("a word of the second language: %q, want %q", got, want)
		}
		s.lesson.main.teach.live.text.OnTappedWord(typeset.Second, 0, -1)
		if got, want := c.take(), fmt.Sprintf("play at 3 %.2f", h.Also[0].Start); got != want {
			t.Errorf("a sentence of the second language: %q, want %q", got, want)
		}
		s.goToStep(stepMake)
		s.stage.face.text.OnTappedWord(typeset.First, 1, 12)
		s.stage.face.text.OnTappedWord(typeset.Second, 1, 14)
		if got, want := c.take(), fmt.Sprintf("play at 3 %.2f; play at 3 %.2f", h.Words[12].Start, h.Also[14].Start); got != want {
			t.Errorf("in the story: %q, want %q", got, want)
		}
	}
	s, c, st := teachTwo(t, "es", false, core.HearFirst)
	st.Pages[3].Second = nil // it is not spoken
	s.Update(core.StoryState{ID: st.ID, Story: st})
	s.goToStep(stepMake)
	s.stage.face.text.OnTappedWord(typeset.Second, 2, -1)
	if got := c.take(); got != "play sentence 3 2" {
		t.Errorf("without its voice: %q", got)
	}
}

// The last row reads both languages: letters are never made smaller, and what
// does not fit goes into steps.
func TestALongPageInTwoLanguagesGoesThroughStepsThatTheLastRowReads(t *testing.T) {
	for _, language := range []string{"es", "ar"} {
		s, c, st := teachTwo(t, language, true, core.HearFirst)
		s.Update(paused(playingTwo(st, 0, -1)))
		page := s.lesson.beam.side.page
		var said [2]string
		steps := len(s.lesson.cut.steps)
		if steps < 4 {
			t.Fatalf("%d steps", steps)
		}
		for i := range steps {
			f := page.frame
			if len(f.text.Sentences) != len(f.second.Sentences) || slices.Contains(f.second.Sentences, "") {
				t.Fatalf("step %d has %q under %q", i+1, f.second.Sentences, f.text.Sentences)
			}
			said[0] += strings.Join(f.text.Sentences, "")
			said[1] += strings.Join(f.second.Sentences, "")
			for side, tag := range []string{"en", language} {
				least, _ := s.fonts.LetterSize(tag, float32(typeset.LeastXHeight(6))*page.Size().Height)
				if got := page.style.Sizes(page.text.LetterSize())[side]; got < least || page.text.Overflows() {
					t.Errorf("step %d: letters of %g, the last row needs %g; cut off: %v", i+1, got, least, page.text.Overflows())
				}
			}
			if i+1 < steps {
				pressKey(c.windows[0], fyne.KeyPageDown)
				if got := c.take(); !strings.HasPrefix(got, "seek ") {
					t.Fatalf("on in the page: %q", got)
				}
			}
		}
		for side, tag := range []string{"en", language} {
			if want := strings.Join(longTranslated[tag], ""); said[side] != want {
				t.Errorf("in %s the steps show %q", tag, said[side])
			}
		}
	}
}

func TestTheStepThatIsSaidIsShownWhicheverLanguageItIsSaidIn(t *testing.T) {
	s, _, st := teachTwo(t, "es", true, core.HearBoth)
	shown := func(word, also int) string {
		s.lesson.leave()
		s.Update(playingTwo(st, word, also))
		f := s.lesson.frame()
		if word >= 0 && (f.word < 0 || f.echo >= 0) || also >= 0 && (f.echo < 0 || f.word >= 0) || f.sentence < 0 {
			t.Errorf("lit are %d and %d of sentence %d", f.word, f.echo, f.sentence)
		}
		side, lit := f.text, f.word
		if also >= 0 {
			side, lit = f.second, f.echo
		}
		w := side.Words[max(0, lit)]
		return side.Sentences[w.Sentence][w.From:w.To]
	}
	p := &st.Pages[3]
	for i, w := range p.Words {
		if got := shown(i, -1); got != w.Text {
			t.Errorf("lit is %q, said is %q", got, w.Text)
		}
	}
	for i, w := range p.Second.Words {
		if got := shown(-1, i); got != w.Text {
			t.Errorf("lit is %q, said is %q", got, w.Text)
		}
	}
}

func TestOnInALongSentenceMovesTheVoiceInTheLanguageThatIsHeard(t *testing.T) {
	for hear, side := range map[core.Hear]typeset.Side{core.HearFirst: typeset.First, core.HearSecond: typeset.Second, core.HearBoth: typeset.First} {
		s, c, st := teachTwo(t, "es", true, hear)
		s.Update(paused(playingTwo(st, 30, -1)))
		pressKey(c.windows[0], fyne.KeyPageDown)
		h := s.state.Heard[3]
		words := [2][]story.Word{h.Words, h.Also}[side]
		if got, want := c.take(), fmt.Sprintf("seek %.2f", words[s.lesson.cut.step()[side].Words[0]].Start); got != want {
			t.Errorf("hearing %q: %q, want %q", hear, got, want)
		}
	}
}

func TestALongPageOfAStoryIsShownInStepsThatFollowTheVoice(t *testing.T) {
	s, c := openLevels(t, fyne.NewSize(1024, 700), translated["ar"])
	st := inTwo("ar", true)
	s.Update(core.StoryState{ID: st.ID, Story: st})
	face := s.stage.face
	last := len(face.steps.steps) - 1
	if last < 1 || !face.on.Visible() || face.text.Overflows() {
		t.Fatalf("%d steps, cut off: %v", last+1, face.text.Overflows())
	}
	s.Update(playingTwo(st, -1, len(st.Pages[3].Second.Words)-1))
	if face.steps.at != last || face.text.SecondLit() < 0 || face.where.Text() != fmt.Sprintf("%d of %d", last+1, last+1) {
		t.Errorf("step %s is shown at the end, word %d is lit", face.where.Text(), face.text.SecondLit())
	}
	c.take()
	test.Tap(face.back)
	first := face.steps.step()[typeset.First]
	if got, want := c.take(), fmt.Sprintf("seek %.2f", st.Pages[3].Words[first.Words[0]].Start); got != want || face.steps.at != last-1 {
		t.Errorf("back to step %d: %q, want %q", face.steps.at+1, got, want)
	}
	face.text.OnTappedWord(typeset.First, 0, 1)
	if got, want := c.take(), fmt.Sprintf("play at 3 %.2f", st.Pages[3].Words[first.Words[1]].Start); got != want {
		t.Errorf("a word of the step: %q, want %q", got, want)
	}
	s.goTo(2)
	if face.on.Visible() || face.text.Overflows() {
		t.Error("a short page has steps")
	}
	s.goTo(3)
	c.main.Resize(fyne.NewSize(1920, 1080))
	if face.on.Visible() || len(face.steps.step()[typeset.Second].Parts) != 3 {
		t.Error("a page that fits has steps")
	}
}

// A voice that tells the times of sentences only leaves the step that the
// teacher has gone to on the screen.
func TestAStepOfALongSentenceStaysThoughTheVoiceTellsNoWords(t *testing.T) {
	s, c, st := teachTwo(t, "es", true, core.HearFirst)
	p := &st.Pages[3]
	p.Words = nil
	for i, sentence := range p.Sentences {
		p.Words = append(p.Words, story.Word{Text: sentence.Text, Sentence: i, To: len(sentence.Text), Start: float64(i), End: float64(i) + 1})
	}
	s.Update(core.StoryState{ID: st.ID, Story: st})
	s.Update(playingTwo(st, 1, -1))
	at := s.lesson.cut.at
	pressKey(c.windows[0], fyne.KeyPageDown)
	if s.lesson.cut.at != at+1 || s.lesson.cut.step()[typeset.First].Parts[0].Sentence != 1 {
		t.Fatal("the long sentence is not parted")
	}
	s.lesson.leave()
	later := playingTwo(st, 1, -1)
	later.At = time.Now().Add(time.Second)
	s.Update(later)
	if f := s.lesson.frame(); s.lesson.cut.at != at+1 || f.sentence != 0 {
		t.Errorf("step %d is shown, sentence %d is lit", s.lesson.cut.at+1, f.sentence)
	}
}

// leave has the time pass in which the voice follows to a step.
func (l *lesson) leave() { l.cut.leapt = l.now().Add(-time.Minute) }

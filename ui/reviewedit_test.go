package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/evidence"
	"edusmart/core/story"
)

// openReviewed shows the review of the page in the drawing, with what is known
// of it.
func openReviewed(t *testing.T) (*storyScreen, *calls) {
	t.Helper()
	s, c := openScreen(t)
	state, known := reviewed()
	state.Dir = s.state.Dir
	s.Update(state)
	s.Update(known)
	s.goToStep(stepReview)
	s.Update(sourcePage())
	c.take()
	return s, c
}

func canvasOf(s *storyScreen) fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.root) }

func typed(s *storyScreen, key fyne.KeyName) {
	if f := canvasOf(s).Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	s.Key(&fyne.KeyEvent{Name: key})
}

func TestASentenceIsChangedWhereItStands(t *testing.T) {
	s, c := openReviewed(t)
	l := s.review.list
	mustSay(t, s.Object(), "51 words · reads at grade 2.3 · 21 s aloud", "4 supported", "1 weak", "1 not in the document", "p. 4", "p. 5",
		"Weak: the document says “ash and rock fragments”, not “glowing”", "Not in the document", "page 5 of 14")
	l.focus(2)
	c.take()
	typed(s, fyne.KeyReturn)
	if !l.editor.field.Focused() {
		t.Fatal("Return does not lead into the sentence")
	}
	mustSay(t, s.Object(), "Only this sentence is spoken again, about $0.001")
	l.editor.field.SetText("Near the top, eight bubbles burst.")
	if got := c.take(); !strings.HasSuffix(got, "check volcano-1 3 2 Near the top, eight bubbles burst.") {
		t.Errorf("while typing: %q", got)
	}
	s.Update(core.SentenceEvidence{ID: s.id, Page: 3, Sentence: 2, Text: "Near the top, eight", Finding: evidence.Finding{Verdict: evidence.Absent, Reason: "old"}})
	s.Update(core.SentenceEvidence{
		ID: s.id, Page: 3, Sentence: 2, Text: "Near the top, eight bubbles burst.",
		Finding: evidence.Finding{Verdict: evidence.Weak, Reason: "Weak: the document says “these”, not “eight”", Passage: &evidence.Passage{Quote: "these bubbles burst", Page: 5}},
	})
	mustSay(t, s.Object(), "Weak: the document says “these”, not “eight”")
	if got := c.take(); got != "source volcano-1 5 these bubbles burst" {
		t.Errorf("the passage: %q", got)
	}
	canvasOf(s).Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if got, want := c.take(), "edit volcano-1 editing.SetSentence{p4 2 Near the top, eight bubbles burst.}"; !strings.Contains(got, want) {
		t.Errorf("saved by %q", got)
	}
	if l.focused() != 2 {
		t.Error("the keyboard is lost after saving")
	}
	typed(s, fyne.KeyReturn)
	l.editor.field.SetText("Something else.")
	c.take()
	typed(s, fyne.KeyEscape)
	if got := c.take(); strings.Contains(got, "edit") || l.editing >= 0 {
		t.Errorf("Escape: %q", got)
	}
	mustSay(t, s.Object(), "51 words · reads at grade 2.3 · 21 s aloud")
}

func TestAMisspelledWordIsNamedAndPutRight(t *testing.T) {
	s, c := openReviewed(t)
	l := s.review.list
	l.edit(5)
	l.editor.field.SetText("This is called an erruption.")
	mustSay(t, s.Object(), "erruption")
	press(t, s.Object(), "eruption")
	if got := l.editor.field.Text(); got != "This is called an eruption." {
		t.Errorf("%q", got)
	}
	if slices.Contains(said(s.Object()), "erruption") {
		t.Error("it is still named")
	}
	s.state.Story.Pages[3].Sentences[0].Text = "The erruption begins."
	l.cancel()
	s.show()
	mustSay(t, s.Object(), "Not in the dictionary: “erruption”")
	c.take()
}

func TestWhatIsNotInTheDocumentIsKeptOrRemoved(t *testing.T) {
	s, c := openReviewed(t)
	press(t, s.review.list.rows[4], "Keep")
	press(t, s.review.list.rows[4], "Remove")
	want := "edit volcano-1 editing.KeepSentence{p4 4 true}; edit volcano-1 editing.RemoveSentence{p4 4}; undoable Sentence 5 is removed.; undo volcano-1"
	if got := c.take(); got != want {
		t.Errorf("%q", got)
	}
	for _, b := range []string{"Keep", "Remove"} {
		for _, o := range visibleObjects(s.review.list.rows[0]) {
			if w, ok := o.(interface{ Text() string }); ok && w.Text() == b {
				t.Errorf("a supported sentence offers %q", b)
			}
		}
	}
}

func TestNothingIsMarkedForASentenceThatTheDocumentDoesNotSay(t *testing.T) {
	s, c := openReviewed(t)
	s.review.list.focus(3)
	if got := c.take(); !strings.Contains(got, "source volcano-1 5 Ash and rock fragments") {
		t.Errorf("a weak sentence: %q", got)
	}
	// The teacher has rewritten it.
	state, known := reviewed()
	state.Dir = s.state.Dir
	at := &state.Story.Pages[3].Sentences[3]
	at.Text, at.Quote = "Whales live on the moon.", eruption[3].quote
	it := &known.Report.Items[3]
	it.Text, it.Verdict, it.Passage = at.Text, evidence.Absent, nil
	s.Update(state)
	s.Update(known)
	if got := c.take(); !strings.HasSuffix(got, "source volcano-1 5 ") {
		t.Errorf("a sentence that is not in the document: %q", got)
	}
}

func TestOneKeyGoesToWhatNeedsALookWorstFirst(t *testing.T) {
	s, c := openReviewed(t)
	s.Key(&fyne.KeyEvent{Name: fyne.KeyL})
	if s.review.list.focused() != 4 {
		t.Errorf("the first is sentence %d", s.review.list.focused())
	}
	canvasOf(s).Unfocus()
	s.Key(&fyne.KeyEvent{Name: fyne.KeyL})
	if s.review.part != partQuiz {
		t.Error("the second is not in the quiz")
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyL})
	if s.review.part != partPage || s.review.list.focused() != 3 {
		t.Errorf("the third is sentence %d", s.review.list.focused())
	}
	c.take()
	s.review.aside.show(asideLook)
	mustSay(t, s.Object(), "3 need a look, worst first", "Page 4, sentence 5 · Not in the document", "Question 3 · Not in the document")
}

func TestTheDocumentSlidesOverTheTextInASmallWindow(t *testing.T) {
	s, _ := openReviewed(t)
	showAt(t, s.Object(), 940, 700)
	if s.review.aside.object.Visible() {
		t.Fatal("it lies over the text unasked")
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyE})
	mustSay(t, s.Object(), "page 5 of 14")
	s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.review.aside.object.Visible() || s.step != stepReview {
		t.Error("Escape does not take only the document away")
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyE})
	s.Key(&fyne.KeyEvent{Name: fyne.KeyE})
	if s.review.aside.object.Visible() {
		t.Error("E does not take it away")
	}
}

func TestKeysMoveSentencesAndPagesAndUndo(t *testing.T) {
	s, c := openReviewed(t)
	s.review.list.focus(1)
	c.take()
	s.move(1)
	if got := c.take(); got != "edit volcano-1 editing.MoveSentence{p4 1 2}" {
		t.Errorf("a sentence: %q", got)
	}
	canvasOf(s).Unfocus()
	s.page = 3
	s.move(-1)
	if got := c.take(); got != "edit volcano-1 editing.MovePage{p4 2}; goto 2" {
		t.Errorf("a page: %q", got)
	}
	s.undo()
	s.redo()
	if got := c.take(); got != "undo volcano-1" {
		t.Errorf("with nothing to redo: %q", got)
	}
	s.review.list.focus(0)
	c.take()
	typed(s, fyne.KeySpace)
	typed(s, fyne.KeyDelete)
	if got := c.take(); !strings.HasPrefix(got, "play sentence 2 0; edit volcano-1 editing.RemoveSentence{p3 0}") {
		t.Errorf("%q", got)
	}
}

func TestTheQuizIsEditedInPlace(t *testing.T) {
	s, c := openReviewed(t)
	s.review.goTo(s.pages())
	mustSay(t, s.Object(), "Quiz", "10 questions", "9 supported", "Not in the document")
	q := s.review.quiz
	q.edit(1)
	f := q.question
	f.question.SetText("What throws the ash out?")
	f.options[0].SetText("")
	f.mark(0)
	f.save()
	mustSay(t, q.scroll, "Say which option is right.")
	f.mark(2)
	f.drop(3)
	c.take()
	f.save()
	want := "edit volcano-1 editing.SetQuestion{1 What throws the ash out? [Gas bubbles burst near the top Rain runs down into the pipe] 1 "
	if got := c.take(); !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
	q.edit(10)
	if q.question.asked.Page != "p4" {
		t.Errorf("a new one is about %q", q.question.asked.Page)
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if q.editing >= 0 || s.step != stepReview {
		t.Error("Escape does not leave the question")
	}
}

func TestTheGlossaryIsEditedInPlace(t *testing.T) {
	s, c := openReviewed(t)
	s.review.goTo(s.pages() + 1)
	mustSay(t, s.Object(), "Glossary", "3 entries", "lava", "Magma that reaches the air.")
	s.review.terms.edit(1)
	c.take()
	canvasOf(s).Focused().TypedRune('!')
	press(t, s.review.terms.scroll, "Save")
	if got := c.take(); !strings.HasPrefix(got, "edit volcano-1 editing.SetTerm{1 ") || !strings.Contains(got, "Magma that reaches the air.") {
		t.Errorf("%q", got)
	}
}

func TestThePageGetsAnotherPicture(t *testing.T) {
	s, c := openReviewed(t)
	s.Update(core.FiguresState{ID: s.id, Page: "p4", Figures: []core.FigureInfo{{Index: 2, Page: 5, Caption: "A chamber"}}})
	press(t, s.Object(), "Use the figure of p. 5")
	press(t, s.Object(), "Draw again")
	press(t, s.top(t), "Draw it")
	if !s.takePicture("/home/me/mountain.PNG") || s.takePicture("/home/me/lesson.pdf") {
		t.Error("what is dropped is not told apart")
	}
	s.pastePicture()
	want := "figure volcano-1 p4 2; draw again volcano-1 p4 A volcano that erupts in the evening; picture volcano-1 p4 /home/me/mountain.PNG; paste picture volcano-1 p4"
	if got := c.take(); got != want {
		t.Errorf("%q", got)
	}
	s.state.Works = []core.Work{{Page: "p4", Part: story.Picture}, {Page: "p4", Part: story.Voice, Sentence: 2, Count: 1}}
	s.show()
	mustSay(t, s.Object(), "Drawing", "51 words · reads at grade 2.3 · speaking sentence 3")
	press(t, s.Object(), "Stop")
	if got := c.take(); got != "stop work volcano-1 p4 picture" {
		t.Errorf("%q", got)
	}
}

func TestTheHeaderSaysWhatIsUndone(t *testing.T) {
	s, c := openReviewed(t)
	if s.header.undo.Disabled() || s.header.undo.Help() != "Undo: change sentence 2 of page 4" || s.header.redo.Visible() {
		t.Errorf("undo says %q", s.header.undo.Help())
	}
	test.Tap(s.header.undo)
	s.state.Undo, s.state.Redo = "", "change sentence 2 of page 4"
	s.show()
	if !s.header.undo.Disabled() || !s.header.redo.Visible() {
		t.Error("what was undone cannot be redone")
	}
	test.Tap(s.header.redo)
	press(t, s.Object(), "Listen")
	if got := c.take(); got != "undo volcano-1; redo volcano-1; play sentence 3 0" {
		t.Errorf("%q", got)
	}
}

func TestATitleIsChangedAndALevelTurned(t *testing.T) {
	s, c := openReviewed(t)
	h := s.review.head
	h.rename()
	h.field.SetText("It bursts")
	h.field.OnSubmitted("It bursts")
	if got := c.take(); got != "edit volcano-1 editing.SetPageTitle{p4 It bursts}" {
		t.Errorf("%q", got)
	}
	if h.levels.object.Visible() {
		t.Error("levels are shown where there is one")
	}
	s.state.Story.Level, s.state.Story.Levels = story.GradeLevel, []story.Level{{Name: story.HarderLevel}, {Name: story.EasierLevel}}
	s.show()
	if !h.levels.object.Visible() || h.levels.control.Selected() != 1 {
		t.Fatal("the level that is shown is not chosen")
	}
	h.levels.control.OnChanged(0)
	if got := c.take(); got != "level volcano-1 easier" {
		t.Errorf("%q", got)
	}
}

func TestTheTeachersVoiceIsRecordedStoppedHeardAndKept(t *testing.T) {
	s, c := openReviewed(t)
	s.review.record()
	top := s.top(t)
	press(t, top, "Record")
	s.Update(core.RecordingState{Stage: core.Recording, ID: s.id, Page: "p4", Peak: 0.5})
	press(t, top, "Stop")
	s.Update(core.RecordingState{Stage: core.Recorded, ID: s.id, Page: "p4", Length: 5e9})
	mustSay(t, top, "5 s recorded. Listen to it, keep it, or record it again.")
	press(t, top, "Listen")
	press(t, top, "Keep it")
	s.Update(core.RecordingState{Stage: core.Keeping, ID: s.id, Page: "p4"})
	s.Update(core.RecordingState{})
	if got := c.take(); got != "record volcano-1 p4; stop recording; hear recording; keep recording; say The page has your voice now." {
		t.Errorf("%q", got)
	}
	s.review.record()
	s.Update(core.RecordingState{ID: s.id, Err: "No microphone answers."})
	mustSay(t, s.top(t), "No microphone answers.")
}

package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"edusmart/core/story"
)

func threeQuestions() []story.Question {
	return []story.Question{
		{Question: "One?", Options: []string{"a", "b", "c", "d"}, Answer: 1},
		{Question: "Two?", Options: []string{"a", "b"}, Answer: 0},
		{Question: "Three?", Options: []string{"a", "b", "c"}, Answer: 2},
	}
}

func TestHandsAreTypedAndAdded(t *testing.T) {
	h := newHandCount(threeQuestions())
	if h.digit(5) {
		t.Error("a digit counts for no option")
	}
	h.choose(1)
	h.digit(1)
	h.digit(7)
	h.choose(0)
	h.digit(4)
	h.add(2, 3)
	h.add(3, -1)
	if want := []int{4, 17, 3, 0}; !slices.Equal(h.now(), want) || h.total() != 24 {
		t.Errorf("counted %v, %d in all", h.now(), h.total())
	}
	h.choose(1)
	h.digit(9) // typed anew
	if h.now()[1] != 9 {
		t.Errorf("typed anew: %d", h.now()[1])
	}
	for range 4 {
		h.digit(9)
	}
	if h.now()[1] > mostHands {
		t.Errorf("%d hands", h.now()[1])
	}
	if h.choose(4) || h.set(7, 1) {
		t.Error("an option is counted that there is none of")
	}
}

func TestTheAnswerComesBeforeTheNextQuestionAndGoesBackTheSameWay(t *testing.T) {
	h := newHandCount(threeQuestions())
	h.choose(1)
	h.digit(8)
	h.choose(0)
	h.digit(2)
	var way []string
	step := func(on bool) {
		way = append(way, h.question().Question+map[bool]string{true: " told"}[h.told]+map[bool]string{false: " end"}[on])
	}
	for range 6 {
		step(h.next())
	}
	want := []string{"One? told", "Two?", "Two? told", "Three?", "Three? told", "Three? told end"}
	if !slices.Equal(way, want) {
		t.Errorf("on: %q", way)
	}
	way = nil
	for range 6 {
		step(h.back())
	}
	if want := []string{"Three?", "Two? told", "Two?", "One? told", "One?", "One? end"}; !slices.Equal(way, want) {
		t.Errorf("back: %q", way)
	}
	h.told = true
	if h.set(0, 5) || h.choose(0) {
		t.Error("hands are counted after the answer")
	}
	if got := h.verdict(); got != "8 of 10 had it" {
		t.Errorf("%q", got)
	}
	h.reset()
	if h.total() != 0 || h.verdict() != "The answer is B" {
		t.Errorf("after a reset: %v, %q", h.now(), h.verdict())
	}
}

func TestAQuizForTheRoomIsLedByKeysInBothWindows(t *testing.T) {
	s, c := openLesson(t, nil)
	beam := c.windows[0]
	pressKey(beam, fyne.KeyQ)
	for _, k := range []fyne.KeyName{fyne.KeyB, fyne.Key1, fyne.Key7, fyne.KeyA, fyne.Key4} {
		pressKey(beam, k)
	}
	pressKey(c.main, fyne.KeyC)
	pressKey(c.main, fyne.KeyPlus)
	pressKey(c.main, fyne.KeyPlus)
	pressKey(c.main, fyne.KeyMinus)
	f := s.lesson.beam.side.page.frame
	if f.kind != frameQuiz || !slices.Equal(f.quiz.hands, []int{4, 17, 1, 0}) || f.quiz.right >= 0 {
		t.Fatalf("the class sees %+v", f.quiz)
	}
	mustSay(t, s.room.object, "22 hands", "17")
	if s.lesson.black {
		t.Error("the key of an option has made the projector black")
	}
	pressKey(beam, fyne.KeyPageDown)
	f = s.lesson.beam.side.page.frame
	if f.quiz.right != 1 || f.quiz.why == "" || f.quiz.page != 3 {
		t.Errorf("with the answer the class sees %+v", f.quiz)
	}
	mustSay(t, s.room.object, "17 of 22 had it", "Show page 4")
	press(t, s.room.object, "Show page 4")
	if f := s.lesson.beam.side.page.frame; f.kind != framePage || f.text.Sentences[0] != "Near the top, the gas bubbles burst all at once." {
		t.Errorf("the page: %+v", f)
	}
	pressKey(beam, fyne.KeyEscape)
	if f := s.lesson.beam.side.page.frame; f.kind != frameQuiz || s.step != stepQuiz {
		t.Error("Escape does not lead back to the question")
	}
	pressKey(beam, fyne.KeySpace)
	if s.room.count.at != 1 || s.room.count.total() != 0 {
		t.Error("on leads to no next question without hands")
	}
	pressKey(beam, fyne.KeyPeriod)
	if !s.lesson.black {
		t.Error("a full stop does not make it black")
	}
	pressKey(beam, fyne.KeyPeriod)
	pressKey(beam, fyne.KeyEscape)
	if s.step != stepTeach || !s.lesson.running() || s.page != 3 {
		t.Error("Escape does not lead back to the lesson at its page")
	}
	if got := c.take(); got != "" {
		t.Errorf("the quiz was told to core: %q", got)
	}
}

func TestAQuizOfManyLongOptionsStaysOnTheScreen(t *testing.T) {
	s, c := openLesson(t, func(st *story.Story) {
		q := &st.Quiz[0]
		for i := range q.Options {
			q.Options[i] = "A long option that says in many words what makes rock and ash shoot out of a volcano at once"
		}
	})
	pressKey(c.main, fyne.KeyQ)
	s.room.add(1, 12)
	for _, told := range []bool{false, true} {
		if told {
			s.room.goOn()
		}
		quiz := s.lesson.beam.side.page.quiz
		for o, at := range placed(quiz) {
			if low := at.Y + o.Size().Height; low > quiz.Size().Height+1 || at.X+o.Size().Width > quiz.Size().Width+1 {
				t.Errorf("told %v: a %T reaches %v, %v of %v", told, o, at, o.Size(), quiz.Size())
			}
		}
	}
}

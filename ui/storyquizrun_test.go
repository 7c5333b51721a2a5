package ui

import (
	"testing"

	"edusmart/core/story"
)

func someQuestions() []story.Question {
	return []story.Question{
		{Question: "One?", Options: []string{"a", "b", "c", "d"}, Answer: 1},
		{Question: "Two?", Options: []string{"a", "b"}, Answer: 0},
		{Question: "Three?", Options: []string{"a", "b", "c"}, Answer: 2},
	}
}

func TestQuizScoresByTheRightOption(t *testing.T) {
	q := newQuizRun(someQuestions())
	for _, option := range []int{1, 1, 2} {
		if !q.choose(option) {
			t.Fatalf("option %d was not taken", option)
		}
		q.next()
	}
	if !q.over() {
		t.Fatal("three answers do not end three questions")
	}
	if got, want := q.score(), "2 of 3 right"; got != want {
		t.Errorf("score %q, want %q", got, want)
	}
}

func TestTheFirstAnswerStands(t *testing.T) {
	q := newQuizRun(someQuestions())
	q.choose(3)
	if q.choose(1) || q.answer() != 3 {
		t.Error("an answer was changed after the right one was shown")
	}
	if q := newQuizRun(someQuestions()); q.choose(4) || q.choose(-1) {
		t.Error("an option that is not there was taken")
	}
}

func TestOnlyTheWrongOnesAreAskedAgain(t *testing.T) {
	q := newQuizRun(someQuestions())
	for _, option := range []int{0, 0, 0} {
		q.choose(option)
		q.next()
	}
	q.retakeWrong()
	if len(q.order) != 2 || q.current().Question != "One?" || q.answer() != -1 {
		t.Fatalf("asks %v again, first %q", q.order, q.current().Question)
	}
	q.choose(1)
	q.next()
	q.choose(2)
	q.next()
	if got, want := q.score(), "3 of 3 right"; got != want {
		t.Errorf("score after the retake %q, want %q", got, want)
	}
}

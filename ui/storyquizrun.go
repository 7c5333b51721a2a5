package ui

import (
	"fmt"
	"slices"

	"edusmart/core/story"
)

// quizRun is one way through a story's questions: where it stands, what was
// chosen, and which were wrong. Nothing of it is stored.
type quizRun struct {
	questions []story.Question
	order     []int // indexes of questions asked in this round
	at        int   // in order; len(order): the score is shown
	chosen    map[int]int
}

// newQuizRun asks all questions.
func newQuizRun(questions []story.Question) *quizRun {
	q := &quizRun{questions: questions}
	q.restart()
	return q
}

func (q *quizRun) restart() {
	q.order = make([]int, len(q.questions))
	for i := range q.order {
		q.order[i] = i
	}
	q.at, q.chosen = 0, map[int]int{}
}

// retakeWrong asks those that were not answered rightly once more.
func (q *quizRun) retakeWrong() {
	wrong := q.wrong()
	if len(wrong) == 0 {
		return
	}
	q.order, q.at = wrong, 0
	for _, i := range wrong {
		delete(q.chosen, i)
	}
}

// over reports whether the score is to be shown.
func (q *quizRun) over() bool { return q.at >= len(q.order) }

// current gives the question asked now; nil when it is over.
func (q *quizRun) current() *story.Question {
	if q.over() {
		return nil
	}
	return &q.questions[q.order[q.at]]
}

// answer gives the option chosen for the current question, -1 for none.
func (q *quizRun) answer() int {
	if q.over() {
		return -1
	}
	if option, ok := q.chosen[q.order[q.at]]; ok {
		return option
	}
	return -1
}

// choose answers the current question; the first answer stands.
func (q *quizRun) choose(option int) bool {
	question := q.current()
	if question == nil || q.answer() >= 0 || option < 0 || option >= len(question.Options) {
		return false
	}
	q.chosen[q.order[q.at]] = option
	return true
}

func (q *quizRun) next() { q.at = min(q.at+1, len(q.order)) }
func (q *quizRun) back() { q.at = max(q.at-1, 0) }

// wrong gives the questions of the whole quiz that were not answered rightly.
func (q *quizRun) wrong() []int {
	var wrong []int
	for i, question := range q.questions {
		if option, ok := q.chosen[i]; !ok || option != question.Answer {
			wrong = append(wrong, i)
		}
	}
	return wrong
}

// score says how it went: "8 of 10 right".
func (q *quizRun) score() string {
	return fmt.Sprintf("%d of %d right", len(q.questions)-len(q.wrong()), len(q.questions))
}

// sameQuestions reports whether a new snapshot asks the same, so that a run
// need not start over.
func (q *quizRun) sameQuestions(questions []story.Question) bool {
	return slices.EqualFunc(q.questions, questions, func(a, b story.Question) bool {
		return a.Question == b.Question && a.Answer == b.Answer && slices.Equal(a.Options, b.Options)
	})
}

package ui

import (
	"fmt"
	"slices"

	"edusmart/core/story"
)

// handCount is a quiz in front of a class: the hands that were raised for
// each option, as the teacher types them. Nothing of it is stored.
type handCount struct {
	questions []story.Question
	hands     [][]int // by question and option
	at        int
	told      bool // the answer of the question is shown
	chosen    int  // the option that digits are typed for; -1: none
	typing    bool // the next digit follows the one before
}

// mostHands is the most that can be counted for an option.
const mostHands = 999

func newHandCount(questions []story.Question) *handCount {
	h := &handCount{questions: questions, chosen: -1, hands: make([][]int, len(questions))}
	for i, q := range questions {
		h.hands[i] = make([]int, len(q.Options))
	}
	return h
}

// same reports whether a new snapshot asks the same questions.
func (h *handCount) same(questions []story.Question) bool {
	return slices.EqualFunc(h.questions, questions, func(a, b story.Question) bool {
		return a.Question == b.Question && a.Answer == b.Answer && slices.Equal(a.Options, b.Options)
	})
}

// question is the one that is asked; nil where there is none.
func (h *handCount) question() *story.Question {
	if h.at >= len(h.questions) {
		return nil
	}
	return &h.questions[h.at]
}

// now are the hands of the present question.
func (h *handCount) now() []int {
	if h.at >= len(h.hands) {
		return nil
	}
	return h.hands[h.at]
}

// total is how many hands were counted for the present question.
func (h *handCount) total() int {
	n := 0
	for _, c := range h.now() {
		n += c
	}
	return n
}

// choose says for which option digits are typed.
func (h *handCount) choose(option int) bool {
	if h.told || option < 0 || option >= len(h.now()) {
		return false
	}
	h.chosen, h.typing = option, false
	return true
}

// set counts hands for an option; out of range it stops at the ends.
func (h *handCount) set(option, n int) bool {
	if h.told || option < 0 || option >= len(h.now()) {
		return false
	}
	h.now()[option] = min(max(n, 0), mostHands)
	return true
}

// add counts some more, or fewer.
func (h *handCount) add(option, by int) bool {
	h.typing = false
	if option < 0 || option >= len(h.now()) {
		return false
	}
	return h.set(option, h.now()[option]+by)
}

// digit types a digit of the chosen option's count: the first replaces it,
// those after it follow.
func (h *handCount) digit(d int) bool {
	if h.chosen < 0 || h.told {
		return false
	}
	n := d
	if h.typing {
		n = h.now()[h.chosen]*10 + d
	}
	if n > mostHands {
		n = d
	}
	h.typing = true
	return h.set(h.chosen, n)
}

// reset forgets the hands of the present question.
func (h *handCount) reset() {
	h.told, h.chosen, h.typing = false, -1, false
	clear(h.now())
}

// next shows the answer, then asks the next question; false at the end.
func (h *handCount) next() bool {
	switch {
	case !h.told:
		h.told, h.chosen, h.typing = true, -1, false
	case h.at+1 < len(h.questions):
		h.at, h.told = h.at+1, false
	default:
		return false
	}
	return true
}

// back hides the answer, or goes to the question before; false at the first.
func (h *handCount) back() bool {
	h.chosen, h.typing = -1, false
	switch {
	case h.told:
		h.told = false
	case h.at > 0:
		h.at, h.told = h.at-1, true
	default:
		return false
	}
	return true
}

// verdict says how many had it: "17 of 26 had it".
func (h *handCount) verdict() string {
	q := h.question()
	if q == nil {
		return ""
	}
	if h.total() == 0 {
		return "The answer is " + optionLetter(q.Answer)
	}
	return fmt.Sprintf("%d of %d had it", h.now()[q.Answer], h.total())
}

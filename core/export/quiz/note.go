package quiz

import (
	"fmt"
	"slices"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/story"
)

// room is what a program takes of a question; 0: as much as there is.
type room struct {
	program           string
	options           int
	question, answers int // letters
}

// KahootNote says what of a story's quiz Kahoot has no room for; "" where all of
// it goes in.
func KahootNote(s *story.Story) string {
	return room{"Kahoot", kahootOptions, kahootQuestion, kahootAnswer}.note(s)
}

// CSVNote says the same of Wayground.
func CSVNote(s *story.Story) string { return room{program: "Wayground", options: csvOptions}.note(s) }

func (r room) note(s *story.Story) string {
	all := items(s)
	var options, questions, answers, shortened int
	for _, it := range all {
		many := len(it.options) > r.options
		long := r.question > 0 && length(content.OneLine(it.question)) > r.question
		wordy := r.answers > 0 && slices.ContainsFunc(it.options, func(o string) bool { return length(content.OneLine(o)) > r.answers })
		options, questions, answers = options+one(many), questions+one(long), answers+one(wordy)
		shortened += one(many || long || wordy)
	}
	var limits []string
	if options > 0 {
		limits = append(limits, fmt.Sprintf("%d options", r.options))
	}
	if questions > 0 {
		limits = append(limits, fmt.Sprintf("%d letters in a question", r.question))
	}
	if answers > 0 {
		limits = append(limits, fmt.Sprintf("%d letters in an option", r.answers))
	}
	var notes []string
	if shortened > 0 {
		notes = append(notes, fmt.Sprintf("%s takes at most %s; %s shortened. The right answers are all there.", r.program, listed(limits), counted(shortened)))
	}
	if lost := len(s.Quiz) - len(all); lost > 0 && len(all) > 0 {
		notes = append(notes, counted(lost)+" left out, which had fewer than two different options.")
	}
	return strings.Join(notes, " ")
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// counted says how many questions something was done to.
func counted(n int) string {
	if n == 1 {
		return "1 question was"
	}
	return fmt.Sprintf("%d questions were", n)
}

// listed joins names as in a sentence.
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

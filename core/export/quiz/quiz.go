// Package quiz writes a story's quiz for the programs that classes are asked
// with: GIFT (Moodle), Kahoot, Wayground, QTI 2.1 and Anki.
//
// Called by package export. May import content, story and model.
package quiz

import (
	"fmt"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/model"
	"edusmart/core/story"
)

// item is a question as all formats write it: with at least two options, all
// different, one of them right.
type item struct {
	question string
	options  []string
	right    int
	why      string
}

// items gives the questions of a story. Options that read the same are one
// option; a question that has a single option left is none.
func items(s *story.Story) []item {
	var all []item
	for i, q := range s.Quiz {
		if q.Answer < 0 || q.Answer >= len(q.Options) {
			continue
		}
		it := item{question: strings.TrimSpace(content.Plain(q.Question)), why: strings.TrimSpace(content.Plain(q.Explanation))}
		if it.question == "" {
			it.question = fmt.Sprintf("%d", i+1)
		}
		right := strings.TrimSpace(content.Plain(q.Options[q.Answer]))
		seen := map[string]bool{"": true, sight(right): true}
		for k, o := range q.Options {
			o = strings.TrimSpace(content.Plain(o))
			switch {
			case k == q.Answer:
				it.right = len(it.options)
				it.options = append(it.options, right)
			case !seen[sight(o)]:
				seen[sight(o)] = true
				it.options = append(it.options, o)
			}
		}
		if len(it.options) > 1 && right != "" {
			all = append(all, it)
		}
	}
	return all
}

// sight is what of a text a reader can tell from another one.
func sight(text string) string { return content.OneLine(text) }

// atMost leaves out wrong options, the last first, until n are left.
func (it item) atMost(n int) item {
	for len(it.options) > n {
		drop := len(it.options) - 1
		if drop == it.right {
			drop--
		}
		options := append([]string{}, it.options[:drop]...)
		it.options = append(options, it.options[drop+1:]...)
		if drop < it.right {
			it.right--
		}
	}
	return it
}

// seconds gives the time to answer: the least of the times allowed in which
// children can read all of it (some eight characters a second) and think.
func (it item) seconds(allowed ...int) int {
	need := 10 + (len([]rune(it.question))+len([]rune(strings.Join(it.options, ""))))/8
	for _, s := range allowed {
		if s >= need {
			return s
		}
	}
	return allowed[len(allowed)-1]
}

func noQuestions(op string) error {
	return model.Errorf(op, model.Input, "This story has no questions. Write some in its quiz first, or choose another form.", nil)
}

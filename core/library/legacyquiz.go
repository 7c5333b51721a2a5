package library

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// text gives the first of the named fields that is a text or a number.
func text(fields map[string]any, names ...string) string {
	for _, name := range names {
		switch v := fields[name].(type) {
		case string:
			if v != "" {
				return v
			}
		case json.Number:
			return v.String()
		}
	}
	return ""
}

// list gives the first of the named fields that is a list of something.
func list(fields map[string]any, names ...string) []any {
	for _, name := range names {
		if v, ok := fields[name].([]any); ok && len(v) > 0 {
			return v
		}
	}
	return nil
}

// clean makes a text from outside fit for a story.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }), " ")
	if len(s) > story.MaxText {
		s = strings.ToValidUTF8(s[:story.MaxText], "")
	}
	return s
}

// optionMark is how an option was lettered: "B. ", "b) ", "(B) ".
var optionMark = lazyregexp.New(`^\(?([A-La-l])[.):]\s+`)

// legacyQuiz reads the questions that can be understood whole.
func legacyQuiz(fields map[string]any) []story.Question {
	asked := list(fields, "quiz", "questions", "quiz_questions")
	if inner, ok := fields["quiz"].(map[string]any); ok {
		asked = list(inner, "questions", "items")
	}
	var quiz []story.Question
	for _, v := range asked[:min(len(asked), story.MaxQuestions)] {
		if q, ok := legacyQuestion(v); ok {
			quiz = append(quiz, q)
		}
	}
	return quiz
}

func legacyQuestion(v any) (q story.Question, ok bool) {
	fields, _ := v.(map[string]any)
	q.Question = clean(text(fields, "question", "q", "text", "prompt"))
	q.Explanation = clean(text(fields, "explanation", "reason", "feedback"))
	letters := map[string]int{}
	for i, o := range legacyOptions(fields) {
		if m := optionMark().FindStringSubmatch(o.text); m != nil {
			o.letter = strings.ToUpper(m[1])
			o.text = o.text[len(m[0]):]
		}
		if o.letter == "" {
			o.letter = string(rune('A' + i))
		}
		letters[o.letter] = i
		q.Options = append(q.Options, o.text)
	}
	if q.Question == "" || len(q.Options) < 2 || len(q.Options) > story.MaxOptions {
		return q, false
	}
	q.Answer, ok = legacyAnswer(fields, q.Options, letters)
	return q, ok
}

// option is one option as the file has it: its letter may be part of its text.
type option struct{ letter, text string }

// legacyOptions reads a list of options, or one that is keyed by letters.
func legacyOptions(fields map[string]any) (options []option) {
	for _, name := range []string{"options", "choices", "answers"} {
		switch v := fields[name].(type) {
		case []any:
			for _, o := range v {
				said := clean(fmt.Sprint(o))
				if m, ok := o.(map[string]any); ok {
					said = clean(text(m, "text", "option", "label", "answer"))
				}
				options = append(options, option{text: said})
			}
		case map[string]any:
			for _, letter := range slices.Sorted(maps.Keys(v)) {
				options = append(options, option{strings.ToUpper(letter), clean(fmt.Sprint(v[letter]))})
			}
		}
		if len(options) > 0 {
			return options
		}
	}
	return nil
}

// legacyAnswer finds which option is right: by its letter, its text, both
// ("B. text"), or its number from 0.
func legacyAnswer(fields map[string]any, options []string, letters map[string]int) (int, bool) {
	said := clean(text(fields, "answer", "correct_answer", "correctanswer", "correct", "correct_option", "correct_index", "answer_index"))
	for i, o := range options {
		if strings.EqualFold(o, said) {
			return i, true
		}
	}
	if m := optionMark().FindStringSubmatch(said + " "); m != nil {
		rest := strings.TrimSpace((said + " ")[len(m[0]):])
		for i, o := range options {
			if strings.EqualFold(o, rest) {
				return i, true
			}
		}
		i, ok := letters[strings.ToUpper(m[1])]
		return i, ok
	}
	if i, ok := letters[strings.ToUpper(strings.Trim(said, "()"))]; ok {
		return i, true
	}
	if i, err := strconv.Atoi(said); err == nil && i >= 0 && i < len(options) {
		return i, true
	}
	return 0, false
}

// legacyGlossary reads terms from a list or from an object of them.
func legacyGlossary(fields map[string]any) []story.Term {
	var terms []story.Term
	add := func(term, definition string) {
		if term = clean(term); term != "" && len(terms) < story.MaxTerms {
			terms = append(terms, story.Term{Term: term, Definition: clean(definition)})
		}
	}
	for _, name := range []string{"glossary", "vocabulary", "key_terms"} {
		switch v := fields[name].(type) {
		case []any:
			for _, t := range v {
				m, _ := t.(map[string]any)
				add(text(m, "term", "word"), text(m, "definition", "meaning", "explanation"))
			}
		case map[string]any:
			for _, term := range slices.Sorted(maps.Keys(v)) {
				add(term, text(v, term))
			}
		}
	}
	return terms
}

package gemini

import (
	"encoding/json"
	"slices"
	"strings"

	"edusmart/core/story"
)

// Options of a question.
const (
	fewestOptions = 2
	mostOptions   = 6
)

// addQuestion takes a question of the answer where it is one: with options
// that differ, and one of them right.
func (s *storyText) addQuestion(raw []byte) bool {
	var r rawQuestion
	if json.Unmarshal(raw, &r) != nil || len(s.quiz) >= mostQuestions {
		return false
	}
	q := story.Question{
		Question:    clean(string(r.Question), mostQuestion),
		Explanation: clean(string(r.Explanation), mostExplanation),
		SourcePage:  s.sourcePage(int(r.SourcePage)),
		Origin:      source(s.model),
	}
	options := make([]string, len(r.Options))
	for i, o := range r.Options {
		options[i] = clean(o, mostOption)
	}
	options = withoutMarks(options)
	right, ok := answerIndex(r.Answer, options)
	if !ok || options[right] == "" || q.Question == "" {
		return false
	}
	answer := options[right]
	for _, o := range options {
		if o != "" && !slices.ContainsFunc(q.Options, func(p string) bool { return plain(o) == plain(p) }) {
			q.Options = append(q.Options, o)
		}
	}
	q.Answer = slices.IndexFunc(q.Options, func(o string) bool { return plain(o) == plain(answer) })
	if len(q.Options) < fewestOptions || len(q.Options) > mostOptions || q.Answer < 0 {
		return false
	}
	if slices.ContainsFunc(s.quiz, func(p story.Question) bool { return sameText(p.Question, q.Question) }) {
		return false
	}
	var flag looseText
	_ = flag.UnmarshalJSON(r.Exercise) // it never fails
	claimed := string(r.Exercise) == "true" || strings.EqualFold(string(flag), "true")
	if claimed && s.stands(q.Question, q.SourcePage) {
		q.Origin = "exercise"
	}
	page := int(r.StoryPage) - 1
	if page < 0 || page >= len(s.pages) {
		page = -1
	}
	s.quiz, s.quizPage = append(s.quiz, q), append(s.quizPage, page)
	return true
}

// stands reports whether a text stands in the document, as far as that can be
// found out: the photographs of a scan cannot be searched.
func (s *storyText) stands(text string, page int) bool {
	if s.index == nil || s.brief.Scan.Path != "" {
		return true
	}
	_, ok := s.index.find(text, page)
	return ok
}

// addTerm takes an entry of the glossary. A term that the document does not
// use is not its own; in another language than the document's that cannot be
// told.
func (s *storyText) addTerm(raw []byte) bool {
	var r rawTerm
	if json.Unmarshal(raw, &r) != nil || len(s.glossary) >= mostTerms {
		return false
	}
	t := story.Term{
		Term: clean(string(r.Term), mostTerm), Definition: clean(string(r.Definition), mostDefinition),
		SourcePage: s.sourcePage(int(r.SourcePage)),
	}
	if t.Term == "" || t.Definition == "" || slices.ContainsFunc(s.glossary, func(u story.Term) bool { return sameText(u.Term, t.Term) }) {
		return false
	}
	if s.index != nil && s.brief.Scan.Path == "" && base(s.tag()) == base(s.brief.Document.Language) && !s.index.uses(t.Term) {
		return false
	}
	s.glossary = append(s.glossary, t)
	return true
}

// base is a tag's language without its region.
func base(tag string) string {
	b, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return b
}

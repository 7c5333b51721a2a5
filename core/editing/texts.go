package editing

import (
	"slices"
	"strconv"
	"strings"

	"edusmart/core/story"
)

// onPage changes one page.
func (w *work) onPage(page string, change func(p *story.Page) error) (int, error) {
	at, err := w.page(page)
	if err == nil {
		err = change(&w.story.Pages[at])
	}
	return at, err
}

// SetNotes keeps the teacher's notes on a page.
type SetNotes struct{ Page, Notes string }

func (c SetNotes) apply(w *work) (string, error) {
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		p.Notes = strings.ToValidUTF8(c.Notes, "")
		return nil
	})
	return "the notes of page " + number(at), err
}

// SetStops keeps the questions for which the voice stops on a page.
type SetStops struct {
	Page  string
	Stops []story.Stop
}

func (c SetStops) apply(w *work) (string, error) {
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		stops := slices.DeleteFunc(slices.Clone(c.Stops), func(q story.Stop) bool {
			return q.After < 0 || q.After >= len(p.Sentences) || strings.TrimSpace(q.Question) == ""
		})
		slices.SortStableFunc(stops, func(a, b story.Stop) int { return a.After - b.After })
		if len(stops) > 0 || len(p.Stops) > 0 {
			p.Stops = stops
		}
		return nil
	})
	return "the questions to stop at on page " + number(at), err
}

// Pass says of a page that the teacher has read it and lets it be projected, or
// takes that back. Page empty: every page.
type Pass struct {
	Page string
	On   bool
}

func (c Pass) apply(w *work) (string, error) {
	verb := "pass "
	if !c.On {
		verb = "take back "
	}
	if c.Page == "" {
		for i := range w.story.Pages {
			w.story.Pages[i].Passed = c.On
		}
		return verb + "all pages", nil
	}
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		p.Passed = c.On
		return nil
	})
	return verb + "page " + number(at), err
}

// question finds a question by its place.
func (w *work) question(at int) (*story.Question, error) {
	if at < 0 || at >= len(w.story.Quiz) {
		return nil, gone(nil)
	}
	return &w.story.Quiz[at], nil
}

// SetQuestion gives a question other words, options, answer or explanation. At
// the number of questions it is a new one.
type SetQuestion struct {
	At          int
	Question    string
	Options     []string
	Answer      int
	Explanation string
	Page        string // the page it is about; may be empty
}

func (c SetQuestion) apply(w *work) (string, error) {
	s := w.story
	verb := "change question "
	if c.At == len(s.Quiz) {
		verb = "add question "
		s.Quiz = append(s.Quiz, story.Question{Origin: Teacher, Page: c.Page})
	}
	q, err := w.question(c.At)
	if err != nil {
		return "", err
	}
	asked := story.Question{
		Question: oneLine(c.Question), Answer: c.Answer, Explanation: oneLine(c.Explanation),
		SourcePage: q.SourcePage, Page: q.Page, Origin: q.Origin,
	}
	for _, o := range c.Options {
		asked.Options = append(asked.Options, oneLine(o))
	}
	if err := checkQuestion(&asked); err != nil {
		return "", err
	}
	asked.Kept = q.Kept && asked.Question == q.Question && slices.Equal(asked.Options, q.Options) && asked.Answer == q.Answer
	*q = asked
	return verb + number(c.At), nil
}

func checkQuestion(q *story.Question) error {
	switch {
	case q.Question == "":
		return bad("A question needs words.")
	case len(q.Options) < 2 || len(q.Options) > story.MaxOptions:
		return bad("A question needs 2 to " + strconv.Itoa(story.MaxOptions) + " options.")
	case slices.Contains(q.Options, ""):
		return bad("An option is empty. Write it, or remove it.")
	case q.Answer < 0 || q.Answer >= len(q.Options):
		return bad("Say which option is right.")
	}
	seen := map[string]bool{}
	for _, o := range q.Options {
		if seen[strings.ToLower(o)] {
			return bad("Two options are the same: “" + o + "”.")
		}
		seen[strings.ToLower(o)] = true
	}
	return nil
}

// RemoveQuestion takes a question away.
type RemoveQuestion struct{ At int }

func (c RemoveQuestion) apply(w *work) (string, error) {
	if _, err := w.question(c.At); err != nil {
		return "", err
	}
	w.story.Quiz = slices.Delete(w.story.Quiz, c.At, c.At+1)
	return "remove question " + number(c.At), nil
}

// MoveQuestion moves a question to another place.
type MoveQuestion struct{ At, To int }

func (c MoveQuestion) apply(w *work) (string, error) {
	q, err := w.question(c.At)
	if err != nil {
		return "", err
	}
	if _, err := w.question(c.To); err != nil {
		return "", err
	}
	moved := *q
	w.story.Quiz = slices.Insert(slices.Delete(w.story.Quiz, c.At, c.At+1), c.To, moved)
	return "move question " + number(c.At), nil
}

// KeepQuestion says that a question stays although the document does not say
// so, or takes that back.
type KeepQuestion struct {
	At int
	On bool
}

func (c KeepQuestion) apply(w *work) (string, error) {
	q, err := w.question(c.At)
	if err == nil {
		q.Kept = c.On
	}
	return keptWords(c.On) + "question " + number(c.At), err
}

// SetTerm gives a glossary entry other words. At the number of entries it is a
// new one.
type SetTerm struct {
	At         int
	Term       string
	Definition string
}

func (c SetTerm) apply(w *work) (string, error) {
	s := w.story
	verb := "change "
	if c.At == len(s.Glossary) {
		verb = "add "
		s.Glossary = append(s.Glossary, story.Term{})
	}
	t, err := w.term(c.At)
	if err != nil {
		return "", err
	}
	term, definition := oneLine(c.Term), oneLine(c.Definition)
	if term == "" || definition == "" {
		return "", bad("A glossary entry needs a word and what it means.")
	}
	if term != t.Term || definition != t.Definition {
		t.Kept = false
	}
	t.Term, t.Definition = term, definition
	return verb + "the entry “" + term + "”", nil
}

func (w *work) term(at int) (*story.Term, error) {
	if at < 0 || at >= len(w.story.Glossary) {
		return nil, gone(nil)
	}
	return &w.story.Glossary[at], nil
}

// RemoveTerm takes a glossary entry away.
type RemoveTerm struct{ At int }

func (c RemoveTerm) apply(w *work) (string, error) {
	t, err := w.term(c.At)
	if err != nil {
		return "", err
	}
	what := "remove the entry “" + t.Term + "”"
	w.story.Glossary = slices.Delete(w.story.Glossary, c.At, c.At+1)
	return what, nil
}

// KeepTerm says that a glossary entry stays although the document does not say
// so, or takes that back.
type KeepTerm struct {
	At int
	On bool
}

func (c KeepTerm) apply(w *work) (string, error) {
	t, err := w.term(c.At)
	if err != nil {
		return "", err
	}
	t.Kept = c.On
	return keptWords(c.On) + "the entry “" + t.Term + "”", nil
}

// turnQuiz has the questions about a page be about another; to empty: about
// none.
func (w *work) turnQuiz(page, to string) {
	for i := range w.story.Quiz {
		if w.story.Quiz[i].Page == page {
			w.story.Quiz[i].Page = to
		}
	}
}

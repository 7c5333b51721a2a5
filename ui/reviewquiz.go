package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewQuiz is the questions of the quiz under each other, one of which may be
// in change.
type reviewQuiz struct {
	*reviewEntries
	question *questionForm // in change
}

func newReviewQuiz(r *storyReview) *reviewQuiz {
	q := &reviewQuiz{}
	q.reviewEntries = newReviewEntries(r, entryKind{
		part: partQuiz, check: evidence.Question, gap: 4,
		add: "Add a question", more: "What can be done with the question",
		count: func(st *story.Story) int { return len(st.Quiz) },
		said:  func(st *story.Story) string { return fmt.Sprint(st.Quiz) },
		body:  q.read, change: q.edit, menu: q.menuOf,
	})
	return q
}

// read is one question as it is read.
func (q *reviewQuiz) read(at int) *fyne.Container {
	ask := &q.review.screen.state.Story.Quiz[at]
	parts := []fyne.CanvasObject{widget.NewText(widget.Lead, fmt.Sprintf("%d. %s", at+1, ask.Question)).Wrap(4)}
	for i, o := range ask.Options {
		st := widget.NewStatus(widget.IconNextMark, widget.Ink3, o)
		st.Set(widget.IconNextMark, widget.Ink3, widget.Ink2, o)
		if i == ask.Answer {
			st.Set(widget.MarkReady, widget.Ok, widget.Ink, o)
		}
		parts = append(parts, st)
	}
	if ask.Explanation != "" {
		parts = append(parts, quiet(ask.Explanation))
	}
	return column(0, 4, parts...)
}

func (q *reviewQuiz) menuOf(at int) entryMenu {
	quiz := q.review.screen.state.Story.Quiz
	move := func(by int) func() { return func() { q.review.edit(editing.MoveQuestion{At: at, To: at + by}) } }
	return entryMenu{
		kept: quiz[at].Kept, keep: editing.KeepQuestion{At: at, On: !quiz[at].Kept},
		moves: []widget.MenuItem{
			{Icon: widget.IconUp, Text: "Move up", Disabled: at == 0, Action: move(-1)},
			{Icon: widget.IconDown, Text: "Move down", Disabled: at == len(quiz)-1, Action: move(1)},
		},
		remove: editing.RemoveQuestion{At: at}, removed: fmt.Sprintf("Question %d is removed.", at+1),
	}
}

// edit puts a form in the place of a question.
func (q *reviewQuiz) edit(at int) {
	s := q.review.screen
	ask := story.Question{Options: []string{"", "", "", ""}}
	if at < len(s.state.Story.Quiz) {
		ask = s.state.Story.Quiz[at]
		ask.Options = slices.Clone(ask.Options)
	} else if p := s.current(); p != nil {
		ask.Page = p.ID
	}
	q.question = newQuestionForm(q, at, ask)
	q.put(at, q.question.object, q.question.question.Focus())
	q.question.question.CursorToEnd()
}

// questionForm is a question in change.
type questionForm struct {
	quiz     *reviewQuiz
	at       int
	asked    story.Question
	object   *fyne.Container
	question *widget.Field
	options  []*widget.Field
	right    []*widget.Button // marks the right option
	explain  *widget.Field
	wrong    *widget.Text
}

func newQuestionForm(q *reviewQuiz, at int, ask story.Question) *questionForm {
	f := &questionForm{quiz: q, at: at, asked: ask}
	spell := speller{screen: q.review.screen}
	f.question = widget.NewSentenceField("The question").SetSpeller(spell)
	f.question.SetText(ask.Question)
	f.question.OnSubmitted = func(string) { f.save() }
	f.question.OnCancel = q.cancel
	f.explain = widget.NewArea("Why that is the answer", 3).SetSpeller(spell)
	f.explain.SetText(ask.Explanation)
	f.explain.OnCancel = q.cancel
	f.wrong = widget.NewText(widget.SmallText, "").SetToken(widget.Red).Wrap(2)
	f.object = container.NewStack()
	f.build()
	return f
}

// build lays out the form with as many options as there are.
func (f *questionForm) build() {
	f.options, f.right = nil, nil
	label := func(words string) *widget.Text { return widget.NewText(widget.SmallStrong, words) }
	lines := []fyne.CanvasObject{label("Question"), f.question, label("Options, the right one marked")}
	for i, o := range f.asked.Options {
		field := widget.NewField(fmt.Sprintf("Option %d", i+1)).SetSpeller(speller{screen: f.quiz.review.screen})
		field.SetText(o)
		field.OnCancel = f.quiz.cancel
		field.OnSubmitted = func(string) { f.save() }
		mark := widget.NewIconButton(widget.IconNextMark, "This is the right one", func() { f.mark(i) })
		drop := widget.NewIconButton(widget.IconClose, "Remove the option", func() { f.drop(i) })
		f.options, f.right = append(f.options, field), append(f.right, mark)
		lines = append(lines, container.New(&arrangement{
			place: func(size fyne.Size) {
				put(mark, 0, 0, 40, 40)
				put(field, 44, 0, size.Width-88, 40)
				put(drop, size.Width-40, 0, 40, 40)
			},
			least: func() fyne.Size { return fyne.NewSize(200, 40) },
		}, mark, field, drop))
		if len(f.asked.Options) <= 2 {
			drop.Disable()
		}
	}
	more := widget.NewButton(widget.Quiet, widget.IconPlus, "Another option", f.another).SetSize(widget.Small)
	if len(f.asked.Options) >= story.MaxOptions {
		more.Disable()
	}
	lines = append(lines, row(0, more), label("Explanation"), f.explain, f.wrong, f.quiz.saving(f.save))
	f.object.Objects = []fyne.CanvasObject{f.quiz.framed(lines...)}
	f.mark(f.asked.Answer)
}

// take reads the fields.
func (f *questionForm) take() {
	f.asked.Question, f.asked.Explanation = f.question.Text(), f.explain.Text()
	for i, o := range f.options {
		f.asked.Options[i] = o.Text()
	}
}

func (f *questionForm) mark(at int) {
	f.asked.Answer = at
	for i, b := range f.right {
		b.SetIcon(widget.IconNextMark)
		if i == at {
			b.SetIcon(widget.IconCheck)
		}
	}
}

func (f *questionForm) drop(at int) {
	f.take()
	f.asked.Options = slices.Delete(f.asked.Options, at, at+1)
	if f.asked.Answer > at || f.asked.Answer == len(f.asked.Options) {
		f.asked.Answer--
	}
	f.rebuild()
}

func (f *questionForm) another() {
	f.take()
	f.asked.Options = append(f.asked.Options, "")
	f.rebuild()
}

func (f *questionForm) rebuild() {
	f.build()
	f.quiz.shown = ""
	f.quiz.update()
}

// save keeps the question, or says what is wrong with it.
func (f *questionForm) save() {
	f.take()
	options := slices.DeleteFunc(slices.Clone(f.asked.Options), func(o string) bool { return strings.TrimSpace(o) == "" })
	answer := -1
	if f.asked.Answer >= 0 && f.asked.Answer < len(f.asked.Options) {
		answer = slices.Index(options, f.asked.Options[f.asked.Answer])
	}
	switch {
	case strings.TrimSpace(f.asked.Question) == "":
		f.say("A question needs words.")
	case len(options) < 2:
		f.say("A question needs at least two options.")
	case answer < 0:
		f.say("Say which option is right.")
	default:
		q := f.quiz
		q.cancel()
		q.review.edit(editing.SetQuestion{
			At: f.at, Question: f.asked.Question, Options: options, Answer: answer, Explanation: f.asked.Explanation, Page: f.asked.Page,
		})
	}
}

func (f *questionForm) say(what string) {
	f.wrong.SetText(what)
	f.quiz.scroll.Refresh()
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// storyQuiz asks the story's questions one at a time: the answer and its
// explanation come at once, the score at the end, and those that were wrong
// can be asked again. Nothing is stored.
type storyQuiz struct {
	screen *storyScreen
	object *fyne.Container
	run    *quizRun

	count    *widget.Text
	ticks    []*canvas.Rectangle
	question *widget.Text
	options  []*quizOption
	list     *fyne.Container
	scroll   *container.Scroll
	card     *widget.Card // under the questions that were wrong
	review   *container.Scroll
	picture  *widget.Picture
	verdict  *widget.Text
	why      *widget.Text
	hint     *widget.Text
	show     *widget.Button
	next     *widget.Button
	again    *widget.Button
}

const (
	quizSide = 56
	quizGap  = 12
)

func newStoryQuiz(s *storyScreen) *storyQuiz {
	q := &storyQuiz{screen: s}
	q.count = widget.NewText(widget.SmallText, "")
	q.count.SetToken(widget.Ink2)
	q.question = widget.NewText(widget.Question, "")
	q.question.Wrap(3)
	q.list = container.New(&arrangement{place: q.placeOptions, least: q.leastOptions})
	q.scroll = container.NewVScroll(q.list)
	q.card = widget.NewCard(nil, 0)
	q.review = container.NewVScroll(column(0, 0))
	q.picture = widget.NewPicture(s.loader, widget.Round(10), sunken)
	q.verdict = widget.NewText(widget.CardTitle, "")
	q.why = widget.NewText(widget.Lead, "")
	q.why.SetToken(widget.Ink2)
	q.why.Wrap(3)
	q.hint = widget.NewText(widget.SmallText, "A to D or 1 to 4 choose, Return goes on")
	q.hint.SetToken(widget.Ink3)
	q.show = widget.NewButton(widget.Plain, "", "Show the page", q.showPage)
	q.next = widget.NewButton(widget.Primary, "", "Next question", q.goOn)
	q.next.SetSize(widget.Large)
	q.again = widget.NewButton(widget.Plain, "", "Start over", q.restart)
	q.object = container.New(&arrangement{place: q.place},
		q.count, q.question, q.scroll, q.card, q.review, q.picture, q.verdict, q.why, q.hint, q.again, q.show, q.next)
	return q
}

// forget ends the run through another story's questions.
func (q *storyQuiz) forget() { q.run = nil }

// update begins with the story's questions when there is no run through them.
func (q *storyQuiz) update() {
	st := q.screen.state.Story
	if st == nil || q.screen.step != stepQuiz {
		return
	}
	if q.run == nil || !q.run.sameQuestions(st.Quiz) {
		q.run = newQuizRun(st.Quiz)
	}
	q.fill()
}

// fill shows the question that is asked, or the score.
func (q *storyQuiz) fill() {
	q.fillTicks()
	for _, o := range q.options {
		o.Hide()
	}
	question := q.run.current()
	over := question == nil
	for _, o := range []fyne.CanvasObject{q.scroll, q.hint} {
		visible(o, !over)
	}
	for _, o := range []fyne.CanvasObject{q.again, q.card, q.review} {
		visible(o, over)
	}
	if over {
		q.fillScore()
	} else {
		q.fillQuestion(question)
	}
	q.object.Refresh()
}

func (q *storyQuiz) fillTicks() {
	for len(q.ticks) < len(q.run.order) {
		t := canvas.NewRectangle(nil)
		t.CornerRadius = 2
		q.ticks = append(q.ticks, t)
		q.object.Add(t)
	}
	for i, t := range q.ticks {
		t.Hidden = i >= len(q.run.order) || len(q.run.order) > 30 || q.run.over()
		t.FillColor = widget.Color(widget.Line)
		if i <= q.run.at {
			t.FillColor = widget.Color(widget.Accent)
		}
	}
}

func (q *storyQuiz) fillQuestion(question *story.Question) {
	q.count.SetText(fmt.Sprintf("Question %d of %d", q.run.at+1, len(q.run.order)))
	q.question.SetText(question.Question)
	answer := q.run.answer()
	for len(q.options) < len(question.Options) {
		i := len(q.options)
		o := newQuizOption(i, func() { q.choose(i) })
		q.options = append(q.options, o)
		q.list.Add(o)
	}
	for i, text := range question.Options {
		state := optionOpen
		switch {
		case answer < 0:
		case i == question.Answer:
			state = optionRight
		case i == answer:
			state = optionWrong
		default:
			state = optionPassed
		}
		q.options[i].set(text, state, isRightToLeft(q.screen.language()))
		q.options[i].Show()
	}
	q.fillAnswer(question, answer)
	q.next.SetText("Next question")
	if q.run.at == len(q.run.order)-1 {
		q.next.SetText("See the score")
	}
	visible(q.next, answer >= 0)
}

// fillAnswer explains the right answer once one is chosen.
func (q *storyQuiz) fillAnswer(question *story.Question, answer int) {
	told := answer >= 0
	page := q.pageOf(question)
	visible(q.verdict, told)
	visible(q.why, told)
	visible(q.show, told && page >= 0)
	visible(q.picture, false)
	if !told {
		return
	}
	q.verdict.SetText("That is right")
	q.verdict.SetToken(widget.Ok)
	if answer != question.Answer {
		q.verdict.SetText("The answer is " + optionLetter(question.Answer))
		q.verdict.SetToken(widget.Ink)
	}
	q.why.SetText(question.Explanation)
	if page >= 0 {
		q.show.SetText(fmt.Sprintf("Show page %d", page+1))
		p := &q.screen.state.Story.Pages[page]
		if file := q.screen.file(p.Picture); file != "" {
			q.picture.SetFile(file, p.Fit == story.Whole)
			q.picture.Show()
		}
	}
}

// fillScore shows how it went and which questions were wrong.
func (q *storyQuiz) fillScore() {
	wrong := q.run.wrong()
	q.count.SetText("Score")
	q.question.SetText(q.run.score())
	visible(q.verdict, true)
	visible(q.show, false)
	visible(q.picture, false)
	q.verdict.SetToken(widget.Ink)
	visible(q.why, len(wrong) == 0)
	visible(q.card, len(wrong) > 0)
	visible(q.review, len(wrong) > 0)
	switch len(wrong) {
	case 0:
		q.verdict.SetText("Every answer is right")
		q.why.SetText("The quiz can be taken again, or the story shown once more.")
		q.next.SetText("Back to the story")
	case 1:
		q.next.SetText("Ask the wrong one again")
	default:
		q.next.SetText("Ask the wrong ones again")
	}
	if len(wrong) > 0 {
		q.verdict.SetText("To look at again")
		q.review.Content = column(q.review.Size().Width, 0, q.wrongRows(wrong)...)
		q.review.ScrollToTop()
		q.review.Refresh()
	}
	visible(q.next, true)
}

// wrongRows lists the questions that were wrong with their answers.
func (q *storyQuiz) wrongRows(wrong []int) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, at := range wrong {
		if i > 0 {
			rows = append(rows, rule(20))
		}
		question := q.run.questions[at]
		ask := widget.NewText(widget.CardTitle, question.Question).Wrap(3)
		answer := widget.NewText(widget.Lead, question.Options[question.Answer]).SetToken(widget.Ink2).Wrap(3)
		rows = append(rows, padded(20, 14, 14, column(0, 4, ask, answer)))
	}
	return rows
}

// pageOf is the story page a question is about, -1 for none.
func (q *storyQuiz) pageOf(question *story.Question) int {
	for i := range q.screen.state.Story.Pages {
		if id := q.screen.state.Story.Pages[i].ID; id == question.Page && id != "" {
			return i
		}
	}
	return -1
}

func (q *storyQuiz) choose(option int) {
	if q.run != nil && q.run.choose(option) {
		q.fill()
	}
}

// goOn is what the filled button does.
func (q *storyQuiz) goOn() {
	switch {
	case q.run == nil:
	case !q.run.over():
		if q.run.answer() >= 0 {
			q.run.next()
			q.fill()
		}
	case len(q.run.wrong()) == 0:
		q.screen.endQuiz()
	default:
		q.run.retakeWrong()
		q.fill()
	}
}

func (q *storyQuiz) restart() {
	if q.run != nil {
		q.run.restart()
		q.fill()
	}
}

// showPage goes to the page that the question is about.
func (q *storyQuiz) showPage() {
	if question := q.run.current(); question != nil {
		q.screen.goTo(q.pageOf(question))
	}
}

// key takes A to L and 1 to 9 for the options, Return and the clicker's
// forward keys to go on, back to look at the question before.
func (q *storyQuiz) key(e *fyne.KeyEvent) bool {
	if len(e.Name) == 1 {
		switch c := e.Name[0]; {
		case c >= '1' && c <= '9':
			q.choose(int(c - '1'))
			return true
		case c >= 'A' && c <= 'L':
			q.choose(int(c - 'A'))
			return true
		}
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyRight, fyne.KeyPageDown:
		q.goOn()
	case fyne.KeyLeft, fyne.KeyPageUp, fyne.KeyBackspace:
		q.run.back()
		q.fill()
	case fyne.KeyEscape, fyne.KeyQ:
		q.screen.endQuiz()
	case fyne.KeySlash, fyne.KeyF1:
		q.screen.showKeys()
	default:
		return false
	}
	return true
}

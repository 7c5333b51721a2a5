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
	review  *storyReview
	scroll  *container.Scroll
	width   float32
	editing int // the question in change; the number of questions: a new one; -1: none
	form    *questionForm
	shown   string
	lines   []fyne.CanvasObject
}

func newReviewQuiz(r *storyReview) *reviewQuiz {
	q := &reviewQuiz{review: r, editing: -1}
	q.scroll = container.NewVScroll(column(0, 0))
	return q
}

func (q *reviewQuiz) setWidth(w float32) {
	if q.width != w {
		q.width, q.shown = w, ""
		q.update()
	}
}

// update lists the questions where something of them is different.
func (q *reviewQuiz) update() {
	s := q.review.screen
	if s.state.Story == nil || q.review.part != partQuiz {
		return
	}
	key := fmt.Sprintf("%v/%p/%d", s.state.Story.Quiz, q.review.report(), q.editing)
	if key == q.shown {
		return
	}
	q.shown = key
	q.lines = nil
	for i := range s.state.Story.Quiz {
		if i == q.editing {
			q.lines = append(q.lines, q.form.object)
		} else {
			q.lines = append(q.lines, q.line(i))
		}
	}
	if q.editing == len(s.state.Story.Quiz) && q.form != nil {
		q.lines = append(q.lines, q.form.object)
	} else {
		add := widget.NewButton(widget.Quiet, widget.IconPlus, "Add a question", func() { q.edit(len(s.state.Story.Quiz)) })
		q.lines = append(q.lines, padded(16, 4, 24, row(0, add)))
	}
	q.scroll.Content = column(q.width, 4, q.lines...)
	q.scroll.Refresh()
}

// line is one question as it is read.
func (q *reviewQuiz) line(at int) fyne.CanvasObject {
	s := q.review.screen
	ask := &s.state.Story.Quiz[at]
	f := q.review.finding(evidence.Question, -1, at, "")
	mark, token, ground := verdictMark(f)
	press := newRenamePad(func() { q.edit(at) })
	icon := widget.NewIconView(mark, token, 21)
	title := widget.NewText(widget.Lead, fmt.Sprintf("%d. %s", at+1, ask.Question)).Wrap(4)
	var parts []fyne.CanvasObject
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
	if f != nil && f.NeedsALook() {
		parts = append(parts, widget.NewText(widget.SmallStrong, f.Reason).Wrap(3))
	}
	more := widget.NewIconButton(widget.IconMore, "What can be done with the question", nil).SetSize(widget.Small)
	more.OnTapped = func() { q.menu(more, at) }
	body := column(0, 4, parts...)
	back := widget.NewGround(widget.Surface, 10)
	if ground != "" {
		back.SetToken(ground)
	}
	height := func(w float32) float32 {
		inner := w - 52 - 64
		return 10 + title.HeightFor(inner) + 6 + columnHeight(body, inner) + 12
	}
	place := func(size fyne.Size) {
		inner := size.Width - 52 - 64
		put(back, 8, 0, size.Width-16, size.Height)
		put(press, 8, 0, size.Width-16, size.Height)
		put(icon, 20, 12, 21, 21)
		h := title.HeightFor(inner)
		put(title, 52, 10, inner, h)
		put(more, size.Width-54, 8, 32, 32)
		put(body, 52, 16+h, inner, columnHeight(body, inner))
	}
	return container.New(&tall{place: place, height: height}, back, press, icon, title, body, more)
}

// columnHeight is the height that a column needs at a width.
func columnHeight(c *fyne.Container, width float32) float32 {
	st, ok := c.Layout.(*stack)
	if !ok {
		return c.MinSize().Height
	}
	return st.walk(c.Objects, width, nil)
}

func (q *reviewQuiz) menu(o fyne.CanvasObject, at int) {
	s := q.review.screen
	if at >= len(s.state.Story.Quiz) {
		return
	}
	last := len(s.state.Story.Quiz) - 1
	kept := s.state.Story.Quiz[at].Kept
	keep := "Keep it as it is"
	if kept {
		keep = "No longer keep it"
	}
	f := q.review.finding(evidence.Question, -1, at, "")
	widget.ShowMenu(o, widget.BelowOf(o), 220,
		widget.MenuItem{Icon: widget.IconPencil, Text: "Change it", Action: func() { q.edit(at) }},
		widget.MenuItem{Icon: widget.IconCheck, Text: keep, Disabled: !kept && (f == nil || !f.NeedsALook()), Action: func() { q.review.edit(editing.KeepQuestion{At: at, On: !kept}) }},
		widget.MenuItem{Icon: widget.IconUp, Text: "Move up", Disabled: at == 0, Action: func() { q.review.edit(editing.MoveQuestion{At: at, To: at - 1}) }},
		widget.MenuItem{Icon: widget.IconDown, Text: "Move down", Disabled: at == last, Action: func() { q.review.edit(editing.MoveQuestion{At: at, To: at + 1}) }},
		widget.MenuItem{},
		widget.MenuItem{Icon: widget.IconTrash, Text: "Remove it", Danger: true, Action: func() {
			q.review.edit(editing.RemoveQuestion{At: at})
			s.nav.undoable(fmt.Sprintf("Question %d is removed.", at+1), func() { s.commands.Undo(s.id) })
		}})
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
	q.editing = at
	q.form = newQuestionForm(q, at, ask)
	q.update()
	focusOn(q.scroll, q.form.question.Focus())
	q.form.question.CursorToEnd()
	q.reveal(at)
}

// cancel leaves what is in change as it was.
func (q *reviewQuiz) cancel() {
	if q.editing >= 0 {
		q.editing, q.form = -1, nil
		q.update()
	}
}

// reveal scrolls until a question is in sight.
func (q *reviewQuiz) reveal(at int) { revealLine(q.scroll, q.lines, at) }

func revealLine(scroll *container.Scroll, lines []fyne.CanvasObject, at int) {
	if at < 0 || at >= len(lines) || scroll.Size().Height <= 0 {
		return
	}
	top := lines[at].Position().Y
	bottom := top + lines[at].Size().Height
	y := min(scroll.Offset.Y, top)
	y = max(y, min(top, bottom-scroll.Size().Height))
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
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
	save := widget.NewButton(widget.Plain, "", "Save", f.save).SetSize(widget.Small)
	cancel := widget.NewButton(widget.QuietInk, "", "Cancel", f.quiz.cancel).SetSize(widget.Small)
	lines = append(lines, row(0, more), label("Explanation"), f.explain, f.wrong, row(8, save, cancel))
	ground := widget.NewGround(widget.LitSentence, 10)
	body := column(0, 8, lines...)
	height := func(w float32) float32 { return columnHeight(body, w-48) + 28 }
	place := func(size fyne.Size) {
		put(ground, 8, 0, size.Width-16, size.Height)
		put(body, 24, 14, size.Width-48, size.Height-28)
	}
	f.object.Objects = []fyne.CanvasObject{container.New(&tall{place: place, height: height, width: f.quiz.width}, ground, body)}
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

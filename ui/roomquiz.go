package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// roomQuiz is the quiz for a class at the laptop: the question, its options
// with a count of hands each, and the answer on one key. The projector shows
// the same.
type roomQuiz struct {
	screen *storyScreen
	object *fyne.Container
	count  *handCount
	aside  bool // the page that the question is about is shown

	place    *widget.Text
	ticks    []*canvas.Rectangle
	sum      *widget.Text
	question *widget.Text
	options  []*roomOption
	list     *fyne.Container
	scroll   *container.Scroll
	picture  *widget.Picture
	verdict  *widget.Text
	why      *widget.Text
	hint     *fyne.Container
	told     *fyne.Container // the hint once the answer is shown
	show     *widget.Button
	next     *widget.Button
	sheet    *widget.Card // under the page that the question is about
	about    *audience
}

func newRoomQuiz(s *storyScreen) *roomQuiz {
	q := &roomQuiz{screen: s, count: newHandCount(nil)}
	q.place = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Tabular()
	q.sum = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Align(fyne.TextAlignTrailing).Tabular()
	q.question = widget.NewText(widget.Question, "").Wrap(3)
	q.list = container.New(&arrangement{place: q.placeOptions, least: q.leastOptions})
	q.scroll = container.NewVScroll(q.list)
	q.picture = widget.NewPicture(s.loader, widget.Round(10), sunken)
	q.verdict = widget.NewText(widget.CardTitle, "")
	q.why = widget.NewText(widget.Lead, "").SetToken(widget.Ink2).Wrap(3)
	q.hint = hintRow("A", "to", "D", "choose", "0–9", "type the count", "+ −", "one more, one fewer")
	q.told = hintRow("←", "back", "V", "show the page")
	q.show = widget.NewButton(widget.Plain, "", "Show the page", q.toggleAside)
	q.next = widget.NewButton(widget.Primary, "", "Show the answer", q.goOn).SetSize(widget.Large)
	q.sheet = widget.NewCard(nil, 0)
	q.sheet.Ground = widget.Page
	q.about = newAudience(s.loader, s.fonts, stageRadius)
	q.object = container.New(&arrangement{place: q.arrange}, q.place, q.sum, q.question, q.scroll,
		q.picture, q.verdict, q.why, q.hint, q.told, q.show, q.next, q.sheet, q.about)
	return q
}

// hintRow is a row of keys and what they do: an upper case or short piece is
// a key where it stands first of a pair.
func hintRow(pairs ...string) *fyne.Container {
	var objects []fyne.CanvasObject
	for i := 0; i+1 < len(pairs); i += 2 {
		objects = append(objects, widget.NewKeycap(pairs[i]),
			widget.NewText(widget.SmallText, pairs[i+1]).SetToken(widget.Ink2))
	}
	return row(8, objects...)
}

// page is the page that the question is about; nil where it has none.
func (q *roomQuiz) page() *story.Page {
	if i := q.pageIndex(); i >= 0 {
		return &q.screen.state.Story.Pages[i]
	}
	return nil
}

func (q *roomQuiz) pageIndex() int {
	question := q.count.question()
	if question == nil || question.Page == "" || q.screen.state.Story == nil {
		return -1
	}
	for i := range q.screen.state.Story.Pages {
		if q.screen.state.Story.Pages[i].ID == question.Page {
			return i
		}
	}
	return -1
}

// frame puts what the class sees of the question into a frame. The picture of
// a page that may not be shown is left out, and the explanation, which quotes
// it.
func (q *roomQuiz) frame(f *frame) {
	question := q.count.question()
	if question == nil {
		return
	}
	f.kind, f.id = frameQuiz, fmt.Sprintf("%s/quiz/%d/%v", q.screen.id, q.count.at, q.count.told)
	f.quiz = quizFrame{question: question.Question, options: question.Options, right: -1, page: -1}
	f.quiz.hands = append(f.quiz.hands, q.count.now()...)
	if !q.count.told {
		return
	}
	f.quiz.right, f.quiz.why = question.Answer, question.Explanation
	p := q.page()
	switch {
	case p == nil:
	case q.screen.lesson.mayShow(p):
		f.quiz.page = q.pageIndex()
		f.picture, f.whole = q.screen.file(p.Picture), p.Fit == story.Whole
	default:
		f.quiz.why = ""
	}
}

// update begins with the story's questions where they are others.
func (q *roomQuiz) update() {
	st := q.screen.state.Story
	if st == nil {
		return
	}
	if !q.count.same(st.Quiz) {
		q.count, q.aside = newHandCount(st.Quiz), false
	}
	q.fill()
}

func (q *roomQuiz) forget() { q.count, q.aside = newHandCount(nil), false }

// changed shows a change on both windows.
func (q *roomQuiz) changed() {
	q.fill()
	q.screen.lesson.update()
}

func (q *roomQuiz) fill() {
	question := q.count.question()
	if question == nil {
		return
	}
	told := q.count.told
	q.place.SetText(fmt.Sprintf("Question %d of %d", q.count.at+1, len(q.count.questions)))
	q.sum.SetText("")
	if n := q.count.total(); n > 0 {
		q.sum.SetText(counted(n, "hand"))
	}
	q.fillTicks()
	q.question.SetText(question.Question)
	q.fillOptions(question)
	page := q.pageIndex()
	visible(q.show, page >= 0 && (told || q.aside))
	q.show.SetText(fmt.Sprintf("Show page %d", page+1))
	if q.aside {
		q.show.SetText("Back to the question")
	}
	q.next.SetText("Show the answer")
	if told {
		q.next.SetText("Next question")
		if q.count.at == len(q.count.questions)-1 {
			q.next.SetText("End quiz")
		}
	}
	for _, o := range []fyne.CanvasObject{q.verdict, q.why} {
		visible(o, told && !q.aside)
	}
	q.verdict.SetText(q.count.verdict())
	q.why.SetText(question.Explanation)
	q.fillPicture(told && !q.aside)
	for _, o := range []fyne.CanvasObject{q.question, q.scroll, q.next} {
		visible(o, !q.aside)
	}
	visible(q.hint, !told && !q.aside)
	visible(q.told, told || q.aside)
	visible(q.sheet, q.aside)
	visible(q.about, q.aside)
	if q.aside {
		q.about.set(q.screen.lesson.frame(), false)
	}
	q.object.Refresh()
}

func (q *roomQuiz) fillPicture(told bool) {
	file := ""
	if p := q.page(); p != nil && told {
		file = q.screen.file(p.Picture)
		q.picture.SetFile(file, p.Fit == story.Whole)
	}
	visible(q.picture, file != "")
}

func (q *roomQuiz) fillTicks() {
	for len(q.ticks) < len(q.count.questions) {
		t := canvas.NewRectangle(nil)
		t.CornerRadius = 2
		q.ticks = append(q.ticks, t)
		q.object.Add(t)
	}
	for i, t := range q.ticks {
		t.Hidden = i >= len(q.count.questions) || len(q.count.questions) > 30
		t.FillColor = widget.Color(widget.Line)
		if i <= q.count.at {
			t.FillColor = widget.Color(widget.Accent)
		}
	}
}

func (q *roomQuiz) fillOptions(question *story.Question) {
	for len(q.options) < len(question.Options) {
		o := newRoomOption(q, len(q.options))
		q.options = append(q.options, o)
		q.list.Add(o)
	}
	most := 1
	for _, n := range q.count.now() {
		most = max(most, n)
	}
	for i, o := range q.options {
		visible(o, i < len(question.Options))
		if i >= len(question.Options) {
			continue
		}
		n := q.count.now()[i]
		o.set(roomOptionState{
			text: question.Options[i], hands: n, share: float32(n) / float32(most),
			told: q.count.told, right: i == question.Answer, chosen: i == q.count.chosen,
			fromRight: isRightToLeft(q.screen.language()),
		})
	}
}

// goOn shows the answer, then the next question, and after the last one goes
// back to the story.
func (q *roomQuiz) goOn() {
	if q.aside {
		q.toggleAside()
		return
	}
	if !q.count.next() {
		q.screen.endQuiz()
		return
	}
	q.changed()
}

// goBack hides the answer, or goes to the question before, and from the first
// back to the story.
func (q *roomQuiz) goBack() {
	if q.aside {
		q.toggleAside()
		return
	}
	if !q.count.back() {
		q.screen.endQuiz()
		return
	}
	q.changed()
}

// out steps out one level.
func (q *roomQuiz) out() {
	switch {
	case q.aside:
		q.toggleAside()
	case q.count.chosen >= 0:
		q.count.chosen = -1
		q.changed()
	default:
		q.screen.endQuiz()
	}
}

// toggleAside shows the page that the question is about, on both windows, and
// the question again.
func (q *roomQuiz) toggleAside() {
	if q.page() == nil {
		return
	}
	q.aside = !q.aside
	q.changed()
}

func (q *roomQuiz) reset() {
	q.count.reset()
	q.aside = false
	q.changed()
}

func (q *roomQuiz) add(option, by int) {
	q.count.choose(option)
	if q.count.add(option, by) {
		q.changed()
	}
}

func (q *roomQuiz) choose(option int) {
	if q.count.choose(option) {
		q.changed()
	}
}

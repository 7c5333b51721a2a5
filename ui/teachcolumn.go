package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// teachColumn is the right column of the teacher's view: the clocks, the stop
// question, the next page and the notes.
type teachColumn struct {
	view   *teachView
	lesson *lesson
	object *fyne.Container

	hand               *widget.Countdown // has the clocks go on
	timeName, time     *widget.Text
	leftName, left     *widget.Text
	ring               *widget.Gauge
	pace               *widget.Status
	of                 *widget.Text
	plan               *widget.Text
	quiz               *widget.Check
	stop               *widget.Card
	stopSign           *widget.Status
	question, answer   *widget.Text
	nextName, nextTime *widget.Text
	nextCard           *widget.Card
	next               *audience
	rule               *widget.Rule
	notesName          *widget.Text
	pencil             *widget.Button
	notes              *widget.Text
	scroll             *container.Scroll
	field              *widget.Field
	editing            bool
	page               int // whose notes are edited
}

// hour is how long the second hand runs before it is wound again.
const hour = time.Hour

func newTeachColumn(t *teachView) *teachColumn {
	l := t.lesson
	c := &teachColumn{view: t, lesson: l}
	small := func() *widget.Text { return widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate() }
	c.timeName, c.leftName, c.of, c.plan = small(), small(), small(), small()
	c.timeName.SetText("Time")
	c.of.Align(fyne.TextAlignTrailing)
	c.plan.Wrap(2)
	c.time, c.left = widget.NewText(widget.Clock, "").Tabular(), widget.NewText(widget.Clock, "").Tabular()
	c.ring = widget.NewGauge(56)
	c.pace = widget.NewStatus(widget.MarkReady, widget.Ok, "").SetStyle(widget.SmallStrong, 16)
	c.quiz = widget.NewCheck("The quiz follows", true, func(on bool) {
		l.noQuiz = !on
		l.update()
	})
	c.stop = widget.NewCard(nil, 0)
	c.stopSign = widget.NewStatus(widget.IconHand, widget.Accent, "").SetStyle(widget.SmallStrong, 17)
	c.question = widget.NewText(widget.Title, "").Wrap(3)
	c.answer = small().Wrap(2)
	c.nextName, c.nextTime = small(), small()
	c.nextTime.Align(fyne.TextAlignTrailing)
	c.nextCard = widget.NewCard(nil, 0)
	c.nextCard.Ground, c.nextCard.Radius = widget.Page, 12
	c.next = newAudience(l.screen.loader, l.screen.fonts, 12)
	c.rule = widget.NewRule()
	c.notesName = widget.NewText(widget.Strong, "Notes")
	c.pencil = widget.NewIconButton(widget.IconPencil, "Write notes for this page (N)", c.edit).SetSize(widget.Small)
	c.notes = widget.NewText(widget.Lead, "").Wrap(0)
	c.scroll = container.NewVScroll(column(0, 0, c.notes))
	c.field = widget.NewArea("What to show, ask or explain on this page", 3)
	c.field.OnLeft, c.field.OnCancel = c.keep, c.leave
	c.field.Hide()
	c.hand = widget.NewSecondHand()
	c.hand.OnSecond = func(left int) {
		c.tick()
		if left == 1 {
			c.hand.SetUntil(time.Now().Add(hour))
		}
	}
	c.hand.Hide()
	c.object = container.New(&arrangement{place: c.place}, c.hand, c.timeName, c.time, c.leftName, c.left, c.ring, c.pace, c.of,
		c.plan, c.quiz, c.stop, c.stopSign, c.question, c.answer, c.nextName, c.nextTime, c.nextCard, c.next, c.rule,
		c.notesName, c.pencil, c.scroll, c.field)
	return c
}

func (c *teachColumn) place(size fyne.Size) {
	w := size.Width
	half := w * 0.414
	put(c.timeName, 0, 0, half-8, 18)
	put(c.time, 0, 17, half-8, 40)
	put(c.leftName, half, 0, w-half-64, 18)
	put(c.left, half, 17, w-half-64, 40)
	put(c.ring, w-60, 0, 56, 56)
	y := float32(62)
	if c.plan.Visible() {
		h := c.plan.HeightFor(w)
		put(c.plan, 0, y, w, h)
		m := c.quiz.MinSize()
		put(c.quiz, 0, y+h+6, m.Width, m.Height)
		y += h + m.Height + 14
	} else {
		m := c.pace.MinSize()
		put(c.pace, 0, y, m.Width, 20)
		put(c.of, m.Width+8, y+1, w-m.Width-8, 18)
		y += 30
	}
	if c.stop.Visible() {
		h := c.question.HeightFor(w - 32)
		a := float32(0)
		if c.answer.Visible() {
			a = c.answer.HeightFor(w-32) + 6
		}
		put(c.stop, 0, y, w, h+a+54)
		put(c.stopSign, 16, y+14, w-32, 20)
		put(c.question, 16, y+40, w-32, h)
		put(c.answer, 16, y+46+h, w-32, a)
		y += h + a + 54 + 12
	}
	put(c.nextName, 0, y, w-60, 18)
	put(c.nextTime, w-60, y, 60, 18)
	y += 24
	next := box{fyne.NewPos(0, y), fyne.NewSize(w, w*9/16)}
	if least := size.Height - y - 110; next.size.Height > least { // the notes keep some lines
		next.size = fyne.NewSize(max(0, least)*16/9, max(0, least))
	}
	next.put(c.nextCard)
	next.put(c.next)
	y += next.size.Height + 14
	put(c.rule, 0, y, w, 1)
	put(c.notesName, 0, y+16, w-40, 20)
	put(c.pencil, w-32, y+10, 32, 32)
	put(c.scroll, 0, y+46, w, size.Height-y-46)
	put(c.field, 0, y+46, w, size.Height-y-50)
}

// update shows the page's stop, notes and the page after it.
func (c *teachColumn) update() {
	c.showStop()
	c.showNext()
	c.showNotes()
	c.tick()
}

// run has the clocks go on while the view is in sight.
func (c *teachColumn) run(on bool) {
	visible(c.hand, on)
	if on && c.hand.Left() < 60 {
		c.hand.SetUntil(time.Now().Add(hour))
	}
}

// tick shows the clocks.
func (c *teachColumn) tick() {
	l := c.lesson
	plan := l.plan()
	total, planned := plan.total(), l.planned()
	c.time.SetText(l.now().Format("15:04"))
	running := l.running()
	visible(c.plan, !running)
	visible(c.quiz, !running && l.hasQuiz())
	visible(c.pace, running)
	visible(c.of, running)
	if !running {
		c.leftName.SetText("Lesson")
		c.left.SetText(minutesSeconds(total))
		c.ring.Set(1, widget.Accent)
		c.plan.SetText(planWords(plan))
		return
	}
	c.leftName.SetText("Lesson left")
	c.left.SetText(minutesSeconds(total - planned))
	word, token := pace(l.elapsed(), planned)
	if total > 0 {
		c.ring.Set(float64(total-planned)/float64(total), ringToken(token))
	}
	mark := widget.MarkReady
	switch token {
	case widget.Amber:
		mark = widget.MarkWeak
	case widget.Accent:
		mark = widget.MarkInfo
	}
	c.pace.Set(mark, token, token, word)
	c.of.SetText(minutesSeconds(l.elapsed()) + " of " + minutesSeconds(total))
	c.object.Refresh()
}

// ringToken is the ring's colour for a pace: amber when it is behind.
func ringToken(t widget.Token) widget.Token {
	if t == widget.Amber {
		return widget.AmberFill
	}
	return widget.Accent
}

// planWords says what a lesson is made of.
func planWords(p lessonPlan) string {
	voice, pauses, quiz := p.parts()
	line := "Voice " + minutesSeconds(voice)
	if pauses > 0 {
		line += fmt.Sprintf(" · %s %s", counted(int(pauses/stopTime), "stop"), minutesSeconds(pauses))
	}
	if quiz > 0 {
		line += fmt.Sprintf(" · %s %s", counted(p.questions, "question"), minutesSeconds(quiz))
	}
	return line
}

// showStop shows the question that the voice stops for next on this page.
func (c *teachColumn) showStop() {
	stop, now := c.lesson.nextStop()
	on := stop != nil
	for _, o := range []fyne.CanvasObject{c.stop, c.stopSign, c.question} {
		visible(o, on)
	}
	visible(c.answer, on && stop.Answer != "")
	if !on {
		return
	}
	p := c.lesson.screen.current()
	words := "Stop after sentence " + fmt.Sprint(stop.After+1)
	if stop.After >= len(p.Sentences)-1 {
		words = "Stop after this page"
	}
	token := widget.Accent
	if now {
		words, token = "Ask now, then Space goes on", widget.Amber
	}
	c.stopSign.Set(widget.IconHand, token, token, words)
	c.question.SetText(stop.Question)
	c.answer.SetText(stop.Answer)
}

func (c *teachColumn) showNext() {
	l, s := c.lesson, c.lesson.screen
	f := frame{word: -1, echo: -1, sentence: -1, language: s.language(), room: l.room(), easy: s.settings.Settings.EasyReading}
	c.nextTime.SetText("")
	switch {
	case s.page+1 < s.pages():
		p := &s.state.Story.Pages[s.page+1]
		c.nextName.SetText(fmt.Sprintf("Next, page %d of %d", s.page+2, s.pages()))
		if !l.mayShow(p) {
			c.nextName.SetText(fmt.Sprintf("Next, page %d of %d, not passed yet", s.page+2, s.pages()))
		}
		c.nextTime.SetText(fmt.Sprintf("%d s", int(l.plan().page(s.page+1).Seconds()+0.5)))
		l.pageFrame(&f, p)
	case l.hasQuiz():
		c.nextName.SetText("Next")
		f.kind, f.id, f.say = framePlate, "quiz", "The quiz, "+counted(len(s.state.Story.Quiz), "question")
	default:
		c.nextName.SetText("Next")
		f.kind, f.id, f.say = framePlate, "end", "The end of the story"
	}
	f.face = faceBoth
	c.next.set(f, false)
}

func (c *teachColumn) showNotes() {
	s := c.lesson.screen
	p := s.current()
	if p == nil {
		return
	}
	if c.editing && c.page != s.page {
		c.leave()
	}
	if p.Notes == "" {
		c.notes.SetText("No notes for this page.")
		c.notes.SetToken(widget.Ink3)
	} else {
		c.notes.SetText(p.Notes)
		c.notes.SetToken(widget.Ink)
	}
	visible(c.field, c.editing)
	visible(c.scroll, !c.editing)
	c.scroll.Refresh()
}

// edit puts a field in the place of the notes.
func (c *teachColumn) edit() {
	p := c.lesson.screen.current()
	if p == nil || c.editing {
		return
	}
	c.editing, c.page = true, c.lesson.screen.page
	c.field.SetText(p.Notes)
	c.showNotes()
	c.field.TakeFocus()
}

// leave keeps the notes and gives the keys back.
func (c *teachColumn) leave() {
	c.keep()
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c.object); cv != nil {
		cv.Unfocus()
	}
}

// keep keeps the notes.
func (c *teachColumn) keep() {
	if !c.editing {
		return
	}
	c.editing = false
	s := c.lesson.screen
	if c.page < s.pages() {
		if text := c.field.Text(); text != s.state.Story.Pages[c.page].Notes {
			s.commands.SetNotes(s.id, c.page, text)
			c.notes.SetText(text)
		}
	}
	visible(c.field, false)
	visible(c.scroll, true)
	c.object.Refresh()
}

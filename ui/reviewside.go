package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewSide is the right column of the review: the page's stop questions and
// the teacher's notes.
type reviewSide struct {
	review *storyReview
	object *fyne.Container

	card      *widget.Card
	title     *widget.Text
	hint      *widget.Text
	scroll    *container.Scroll
	add       *widget.Button
	notesCard *widget.Card
	notesName *widget.Text
	notes     *widget.Field
	page      int // whose notes are in the field
	story     string
	shown     []story.Stop
	listed    bool
	wide      float32
}

func newReviewSide(r *storyReview) *reviewSide {
	d := &reviewSide{review: r, page: -1}
	d.card, d.notesCard = widget.NewCard(nil, 0), widget.NewCard(nil, 0)
	d.title = widget.NewText(widget.CardTitle, "Questions to stop at")
	d.hint = quiet("The voice stops for a question, and goes on when you do. Plan one with the hand beside a sentence.")
	d.scroll = container.NewVScroll(column(0, 0))
	d.add = widget.NewButton(widget.Plain, widget.IconPlus, "Ask after this page", func() {
		if p := r.screen.current(); p != nil && len(p.Sentences) > 0 {
			d.ask(len(p.Sentences) - 1)
		}
	})
	d.notesName = widget.NewText(widget.CardTitle, "Notes")
	d.notes = widget.NewArea("What to show, ask or explain on this page", 4).SetSpeller(speller{r.screen, true})
	d.notes.OnLeft = d.keep
	d.notes.OnCancel = func() {
		d.keep()
		if c := fyne.CurrentApp().Driver().CanvasForObject(d.object); c != nil {
			c.Unfocus()
		}
	}
	d.object = container.New(&arrangement{place: d.place}, d.card, d.title, d.hint, d.scroll, d.add, d.notesCard, d.notesName, d.notes)
	return d
}

func (d *reviewSide) place(size fyne.Size) {
	const notes = 210
	h := size.Height - notes - 12
	w := size.Width
	put(d.card, 0, 0, w, h)
	put(d.title, 16, 14, w-32, 22)
	put(d.hint, 16, 42, w-32, d.hint.HeightFor(w-32))
	put(d.scroll, 4, 42, w-8, h-42-60)
	m := d.add.MinSize()
	put(d.add, 16, h-52, m.Width, m.Height)
	put(d.notesCard, 0, h+12, w, notes)
	put(d.notesName, 16, h+26, w-32, 22)
	put(d.notes, 16, h+56, w-32, notes-56-14)
	if w != d.wide {
		d.wide, d.listed = w, false
		d.list()
	}
}

func (d *reviewSide) update() {
	s := d.review.screen
	if d.page != s.page || d.story != s.id {
		d.keep()
		d.page, d.story, d.listed = s.page, s.id, false
		d.notes.SetText(s.current().Notes)
	} else if !d.notes.Focused() {
		d.notes.SetText(s.current().Notes)
	}
	d.list()
}

// keep keeps the notes that were written.
func (d *reviewSide) keep() {
	s := d.review.screen
	if d.story != s.id || d.page < 0 || d.page >= s.pages() {
		return
	}
	if text := d.notes.Text(); text != s.state.Story.Pages[d.page].Notes {
		s.commands.SetNotes(s.id, d.page, text)
	}
}

// list lists the questions where they are others.
func (d *reviewSide) list() {
	p := d.review.screen.current()
	if p == nil || d.listed && slices.Equal(p.Stops, d.shown) {
		return
	}
	d.shown, d.listed = slices.Clone(p.Stops), true
	var objects []fyne.CanvasObject
	for i := range p.Stops {
		if i > 0 {
			objects = append(objects, rule(12))
		}
		objects = append(objects, d.stop(i, p.Stops[i]))
	}
	visible(d.hint, len(p.Stops) == 0)
	d.scroll.Content = column(d.wide-8, 0, objects...)
	d.scroll.Refresh()
}

// stop is one question with the ways to change and to remove it.
func (d *reviewSide) stop(at int, q story.Stop) fyne.CanvasObject {
	where := widget.NewStatus(widget.IconHand, widget.Accent, stopWhere(q.After))
	ask := widget.NewText(widget.Strong, q.Question).Wrap(3)
	answer := quiet(q.Answer)
	edit := widget.NewIconButton(widget.IconPencil, "Change the question", func() { d.edit(at, q) }).SetSize(widget.Small)
	remove := widget.NewIconButton(widget.IconTrash, "Remove the question", func() { d.remove(at) }).SetSize(widget.Small)
	height := func(w float32) float32 {
		h := 10 + 22 + 4 + ask.HeightFor(w-24) + 10
		if q.Answer != "" {
			h += 2 + answer.HeightFor(w-24)
		}
		return h
	}
	place := func(size fyne.Size) {
		put(where, 12, 10, size.Width-100, 20)
		put(remove, size.Width-40, 4, 32, 32)
		put(edit, size.Width-74, 4, 32, 32)
		h := ask.HeightFor(size.Width - 24)
		put(ask, 12, 36, size.Width-24, h)
		put(answer, 12, 38+h, size.Width-24, answer.HeightFor(size.Width-24))
	}
	visible(answer, q.Answer != "")
	return container.New(&tall{place: place, height: height}, where, ask, answer, edit, remove)
}

// ask plans a question after a sentence.
func (d *reviewSide) ask(after int) { d.edit(-1, story.Stop{After: after}) }

// edit asks for a question's words and its place; at -1: it is a new one.
func (d *reviewSide) edit(at int, q story.Stop) {
	s := d.review.screen
	p := s.current()
	if p == nil {
		return
	}
	spell := speller{screen: s}
	question := widget.NewField("What do you ask the class?").SetSpeller(spell)
	answer := widget.NewField("Only you see it; it may stay empty").SetSpeller(spell)
	question.SetText(q.Question)
	answer.SetText(q.Answer)
	var after []string
	for i := range p.Sentences {
		after = append(after, stopWhere(i))
	}
	where := widget.NewSelect(after, min(max(0, q.After), len(after)-1), nil)
	page := s.page
	save := func() {
		text := strings.TrimSpace(question.Text())
		if text == "" || s.current() == nil {
			return
		}
		stops := slices.Clone(s.state.Story.Pages[page].Stops)
		now := story.Stop{After: where.Selected(), Question: text, Answer: strings.TrimSpace(answer.Text())}
		if at >= 0 && at < len(stops) {
			stops[at] = now
		} else {
			stops = append(stops, now)
		}
		s.setStops(page, stops)
	}
	var closes func()
	question.OnSubmitted = func(string) { closes(); save() }
	answer.OnSubmitted = question.OnSubmitted
	title := "Plan a question"
	if at >= 0 {
		title = "Change the question"
	}
	label := func(words string) *widget.Text { return widget.NewText(widget.SmallStrong, words) }
	closes = widget.ShowDialog(d.object, widget.Dialog{
		Title: title, Width: 520, First: question.Focus(),
		Content: column(470, 6, label("Question"), question, space(4), label("Answer"), answer, space(4), label("Where"), where),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Keep it", Do: save}},
	})
}

// remove takes a question away; it can be brought back.
func (d *reviewSide) remove(at int) {
	s := d.review.screen
	p := s.current()
	if p == nil || at >= len(p.Stops) {
		return
	}
	page := s.page
	s.setStops(page, slices.Delete(slices.Clone(p.Stops), at, at+1))
	s.nav.undoable("The question is removed.", func() { s.commands.Undo(s.id) })
}

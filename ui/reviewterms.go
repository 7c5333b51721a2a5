package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewTerms is the glossary, one entry of which may be in change.
type reviewTerms struct {
	review  *storyReview
	scroll  *container.Scroll
	width   float32
	editing int // the entry in change; the number of entries: a new one; -1: none
	form    fyne.CanvasObject
	shown   string
	lines   []fyne.CanvasObject
}

func newReviewTerms(r *storyReview) *reviewTerms {
	t := &reviewTerms{review: r, editing: -1}
	t.scroll = container.NewVScroll(column(0, 0))
	return t
}

func (t *reviewTerms) setWidth(w float32) {
	if t.width != w {
		t.width, t.shown = w, ""
		t.update()
	}
}

// update lists the entries where something of them is different.
func (t *reviewTerms) update() {
	s := t.review.screen
	if s.state.Story == nil || t.review.part != partTerms {
		return
	}
	terms := s.state.Story.Glossary
	key := fmt.Sprintf("%v/%p/%d", terms, t.review.report(), t.editing)
	if key == t.shown {
		return
	}
	t.shown = key
	t.lines = nil
	for i := range terms {
		if i == t.editing {
			t.lines = append(t.lines, t.form)
		} else {
			t.lines = append(t.lines, t.line(i, &terms[i]))
		}
	}
	if t.editing == len(terms) && t.form != nil {
		t.lines = append(t.lines, t.form)
	} else {
		add := widget.NewButton(widget.Quiet, widget.IconPlus, "Add an entry", func() { t.edit(len(t.review.screen.state.Story.Glossary)) })
		t.lines = append(t.lines, padded(16, 4, 24, row(0, add)))
	}
	t.scroll.Content = column(t.width, 2, t.lines...)
	t.scroll.Refresh()
}

// line is one entry as it is read.
func (t *reviewTerms) line(at int, term *story.Term) fyne.CanvasObject {
	f := t.review.finding(evidence.Term, -1, at, "")
	mark, token, ground := verdictMark(f)
	press := newRenamePad(func() { t.edit(at) })
	icon := widget.NewIconView(mark, token, 21)
	name := widget.NewText(widget.CardTitle, term.Term).Wrap(2)
	says := widget.NewText(widget.Body, term.Definition).Wrap(6)
	reason := widget.NewText(widget.SmallStrong, "").Wrap(3)
	if f != nil && f.NeedsALook() {
		reason.SetText(f.Reason)
	}
	visible(reason, reason.Text() != "")
	more := widget.NewIconButton(widget.IconMore, "What can be done with the entry", nil).SetSize(widget.Small)
	more.OnTapped = func() { t.menu(more, at) }
	back := widget.NewGround(widget.Surface, 10)
	if ground != "" {
		back.SetToken(ground)
	}
	body := column(0, 2, name, says, reason)
	height := func(w float32) float32 { return columnHeight(body, w-52-64) + 20 }
	place := func(size fyne.Size) {
		put(back, 8, 0, size.Width-16, size.Height)
		put(press, 8, 0, size.Width-16, size.Height)
		put(icon, 20, 11, 21, 21)
		put(body, 52, 10, size.Width-52-64, size.Height-20)
		put(more, size.Width-54, 6, 32, 32)
	}
	return container.New(&tall{place: place, height: height}, back, press, icon, body, more)
}

func (t *reviewTerms) menu(o fyne.CanvasObject, at int) {
	s := t.review.screen
	if at >= len(s.state.Story.Glossary) {
		return
	}
	term := s.state.Story.Glossary[at]
	keep := "Keep it as it is"
	if term.Kept {
		keep = "No longer keep it"
	}
	f := t.review.finding(evidence.Term, -1, at, "")
	widget.ShowMenu(o, widget.BelowOf(o), 220,
		widget.MenuItem{Icon: widget.IconPencil, Text: "Change it", Action: func() { t.edit(at) }},
		widget.MenuItem{Icon: widget.IconCheck, Text: keep, Disabled: !term.Kept && (f == nil || !f.NeedsALook()), Action: func() { t.review.edit(editing.KeepTerm{At: at, On: !term.Kept}) }},
		widget.MenuItem{},
		widget.MenuItem{Icon: widget.IconTrash, Text: "Remove it", Danger: true, Action: func() {
			t.review.edit(editing.RemoveTerm{At: at})
			s.nav.undoable("“"+term.Term+"” is removed.", func() { s.commands.Undo(s.id) })
		}})
}

// edit puts two fields in the place of an entry.
func (t *reviewTerms) edit(at int) {
	terms := t.review.screen.state.Story.Glossary
	var term story.Term
	if at < len(terms) {
		term = terms[at]
	}
	spell := speller{screen: t.review.screen}
	name, says := widget.NewField("The word").SetSpeller(spell), widget.NewSentenceField("What it means").SetSpeller(spell)
	name.SetText(term.Term)
	says.SetText(term.Definition)
	save := func() {
		if strings.TrimSpace(name.Text()) == "" || strings.TrimSpace(says.Text()) == "" {
			t.review.screen.nav.say("An entry needs a word and what it means.")
			return
		}
		c := editing.SetTerm{At: at, Term: name.Text(), Definition: says.Text()}
		t.cancel()
		t.review.edit(c)
	}
	name.OnSubmitted = func(string) { says.TakeFocus() }
	says.OnSubmitted = func(string) { save() }
	name.OnCancel, says.OnCancel = t.cancel, t.cancel
	body := column(0, 8, name, says, row(8,
		widget.NewButton(widget.Plain, "", "Save", save).SetSize(widget.Small),
		widget.NewButton(widget.QuietInk, "", "Cancel", t.cancel).SetSize(widget.Small)))
	ground := widget.NewGround(widget.LitSentence, 10)
	height := func(w float32) float32 { return columnHeight(body, w-48) + 28 }
	place := func(size fyne.Size) {
		put(ground, 8, 0, size.Width-16, size.Height)
		put(body, 24, 14, size.Width-48, size.Height-28)
	}
	t.editing = at
	t.form = container.New(&tall{place: place, height: height, width: t.width}, ground, body)
	says.OnChanged = func(string) { t.scroll.Refresh() }
	t.update()
	focusOn(t.scroll, name.Focus())
	t.reveal(at)
}

// cancel leaves what is in change as it was.
func (t *reviewTerms) cancel() {
	if t.editing >= 0 {
		t.editing, t.form = -1, nil
		t.update()
	}
}

func (t *reviewTerms) reveal(at int) { revealLine(t.scroll, t.lines, at) }

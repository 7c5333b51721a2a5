package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewEntries is what the quiz and the glossary have in common: their entries
// under each other, each with how it stands to the document, one of which may be
// in change.
type reviewEntries struct {
	review *storyReview
	kind   entryKind
	scroll *container.Scroll
	width  float32

	editing int               // the entry in change; the number of entries: a new one; -1: none
	form    fyne.CanvasObject // in the place of the entry in change
	shown   string            // what is listed
	lines   []fyne.CanvasObject
}

// entryKind is what the entries are.
type entryKind struct {
	part   reviewPart
	check  evidence.Kind
	add    string  // on the button below the entries
	more   string  // says what the button beside one does
	gap    float32 // between two
	count  func(st *story.Story) int
	said   func(st *story.Story) string // tells whether they are others
	body   func(at int) *fyne.Container // one as it is read
	change func(at int)                 // puts a form in the place of one
	menu   func(at int) entryMenu
}

// entryMenu is what can be done with one entry.
type entryMenu struct {
	kept    bool
	keep    editing.Change // keeps it as it is, or no longer
	moves   []widget.MenuItem
	remove  editing.Change
	removed string // said when it is gone
}

func newReviewEntries(r *storyReview, kind entryKind) *reviewEntries {
	return &reviewEntries{review: r, kind: kind, editing: -1, scroll: container.NewVScroll(column(0, 0))}
}

func (e *reviewEntries) setWidth(w float32) {
	if e.width != w {
		e.width, e.shown = w, ""
		e.update()
	}
}

// update lists the entries where something of them is different.
func (e *reviewEntries) update() {
	st := e.review.screen.state.Story
	if st == nil || e.review.part != e.kind.part {
		return
	}
	key := fmt.Sprintf("%s/%p/%d", e.kind.said(st), e.review.report(), e.editing)
	if key == e.shown {
		return
	}
	e.shown, e.lines = key, nil
	n := e.kind.count(st)
	for i := range n {
		if i == e.editing {
			e.lines = append(e.lines, e.form)
		} else {
			e.lines = append(e.lines, e.line(i))
		}
	}
	if e.editing == n && e.form != nil {
		e.lines = append(e.lines, e.form)
	} else {
		add := widget.NewButton(widget.Quiet, widget.IconPlus, e.kind.add, func() { e.kind.change(n) })
		e.lines = append(e.lines, padded(16, 4, 24, row(0, add)))
	}
	e.scroll.Content = column(e.width, e.kind.gap, e.lines...)
	e.scroll.Refresh()
}

// finding is what is known of an entry; nil: nothing.
func (e *reviewEntries) finding(at int) *evidence.Item {
	return e.review.finding(e.kind.check, -1, at, "")
}

// line is one entry as it is read.
func (e *reviewEntries) line(at int) fyne.CanvasObject {
	f := e.finding(at)
	mark, token, ground := verdictMark(f)
	press := newRenamePad(func() { e.kind.change(at) })
	icon := widget.NewIconView(mark, token, 21)
	body := e.kind.body(at)
	if f != nil && f.NeedsALook() {
		body.Add(widget.NewText(widget.SmallStrong, f.Reason).Wrap(3))
	}
	more := widget.NewIconButton(widget.IconMore, e.kind.more, nil).SetSize(widget.Small)
	more.OnTapped = func() { e.menu(more, at) }
	back := widget.NewGround(widget.Surface, 10)
	if ground != "" {
		back.SetToken(ground)
	}
	height := func(w float32) float32 { return columnHeight(body, w-52-64) + 22 }
	place := func(size fyne.Size) {
		put(back, 8, 0, size.Width-16, size.Height)
		put(press, 8, 0, size.Width-16, size.Height)
		put(icon, 20, 12, 21, 21)
		put(body, 52, 10, size.Width-52-64, size.Height-22)
		put(more, size.Width-54, 7, 32, 32)
	}
	return container.New(&tall{place: place, height: height}, back, press, icon, body, more)
}

// columnHeight is the height that a column needs at a width.
func columnHeight(c *fyne.Container, width float32) float32 {
	st, ok := c.Layout.(*stack)
	if !ok {
		return c.MinSize().Height
	}
	return st.walk(c.Objects, width, nil)
}

func (e *reviewEntries) menu(o fyne.CanvasObject, at int) {
	s := e.review.screen
	if at >= e.kind.count(s.state.Story) {
		return
	}
	m, f := e.kind.menu(at), e.finding(at)
	keep := "Keep it as it is"
	if m.kept {
		keep = "No longer keep it"
	}
	items := []widget.MenuItem{
		{Icon: widget.IconPencil, Text: "Change it", Action: func() { e.kind.change(at) }},
		{Icon: widget.IconCheck, Text: keep, Disabled: !m.kept && (f == nil || !f.NeedsALook()), Action: func() { e.review.edit(m.keep) }},
	}
	items = append(items, m.moves...)
	items = append(items, widget.MenuItem{}, widget.MenuItem{Icon: widget.IconTrash, Text: "Remove it", Danger: true, Action: func() {
		e.review.edit(m.remove)
		s.nav.undoable(m.removed, func() { s.commands.Undo(s.id) })
	}})
	widget.ShowMenu(o, widget.BelowOf(o), 220, items...)
}

// put puts a form in the place of an entry and the keyboard into it.
func (e *reviewEntries) put(at int, form fyne.CanvasObject, first fyne.Focusable) {
	e.editing, e.form = at, form
	e.update()
	focusOn(e.scroll, first)
	e.reveal(at)
}

// cancel leaves what is in change as it was.
func (e *reviewEntries) cancel() {
	if e.editing >= 0 {
		e.editing, e.form = -1, nil
		e.update()
	}
}

// reveal scrolls until an entry is in sight.
func (e *reviewEntries) reveal(at int) {
	if at < 0 || at >= len(e.lines) || e.scroll.Size().Height <= 0 {
		return
	}
	top := e.lines[at].Position().Y
	bottom := top + e.lines[at].Size().Height
	y := min(e.scroll.Offset.Y, top)
	y = max(y, min(top, bottom-e.scroll.Size().Height))
	e.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
}

// framed puts the fields of a form on the ground of what is in change.
func (e *reviewEntries) framed(fields ...fyne.CanvasObject) *fyne.Container {
	ground, body := widget.NewGround(widget.LitSentence, 10), column(0, 8, fields...)
	height := func(w float32) float32 { return columnHeight(body, w-48) + 28 }
	place := func(size fyne.Size) {
		put(ground, 8, 0, size.Width-16, size.Height)
		put(body, 24, 14, size.Width-48, size.Height-28)
	}
	return container.New(&tall{place: place, height: height, width: e.width}, ground, body)
}

// saving are the buttons at the end of a form.
func (e *reviewEntries) saving(save func()) fyne.CanvasObject {
	return row(8, widget.NewButton(widget.Plain, "", "Save", save).SetSize(widget.Small),
		widget.NewButton(widget.QuietInk, "", "Cancel", e.cancel).SetSize(widget.Small))
}

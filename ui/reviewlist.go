package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/ui/widget"
)

// reviewList is the sentences of a page under each other, one of which may be
// in change, and below them the page's picture and its question.
type reviewList struct {
	review *storyReview
	scroll *container.Scroll
	stack  *fyne.Container
	rows   []*reviewRow
	add    *widget.Button
	page   *reviewPageCard
	width  float32
	shown  string // what is listed

	editing int // the sentence in change; the number of sentences: a new one; -1: none
	editor  *sentenceEditor
	wants   int // the sentence that is to have the keyboard once it is listed; -1: none
}

const reviewLetters = 18

func newReviewList(r *storyReview) *reviewList {
	l := &reviewList{review: r, editing: -1, wants: -1}
	l.add = widget.NewButton(widget.Quiet, widget.IconPlus, "Add a sentence", func() { l.edit(l.sentences()) }).SetSize(widget.Small)
	l.page = newReviewPageCard(r)
	l.stack = container.New(&arrangement{l.place, l.least})
	l.scroll = container.NewVScroll(l.stack)
	return l
}

func (l *reviewList) sentences() int {
	if p := l.review.screen.current(); p != nil {
		return len(p.Sentences)
	}
	return 0
}

func (l *reviewList) setWidth(w float32) {
	if l.width != w {
		l.width = w
		l.stack.Refresh()
		l.scroll.Refresh()
	}
}

// listHeight is the height of the sentences alone.
func (l *reviewList) listHeight() float32 {
	var h float32
	for i, r := range l.rows {
		if i == l.editing {
			h += l.editor.heightFor(l.width-16) + 2
		} else {
			h += r.heightFor(l.width-16) + 2
		}
	}
	if l.editing == len(l.rows) && l.editor != nil {
		h += l.editor.heightFor(l.width - 16)
	} else {
		h += addTall
	}
	return h
}

// addTall is the height of the way to another sentence.
const addTall = 34

// least is the height of all: the picture keeps to the lower edge where there
// is room.
func (l *reviewList) least() fyne.Size {
	return fyne.NewSize(reviewTextLeast, l.listHeight()+4+l.page.height())
}

func (l *reviewList) place(size fyne.Size) {
	w, y := size.Width-16, float32(0)
	for i, r := range l.rows {
		h := r.heightFor(w)
		if i == l.editing {
			h = l.editor.heightFor(w)
			put(l.editor.object, 8, y, w, h)
		} else {
			put(r, 8, y, w, h)
		}
		y += h + 2
	}
	if l.editing == len(l.rows) && l.editor != nil {
		h := l.editor.heightFor(w)
		put(l.editor.object, 8, y, w, h)
		y += h
	} else {
		m := l.add.MinSize()
		put(l.add, 44, y, m.Width, 32)
		y += addTall
	}
	h := l.page.height()
	put(l.page.object, 0, max(y+4, size.Height-h), size.Width, h)
}

// update lists the page where it is another.
func (l *reviewList) update() {
	s := l.review.screen
	p := s.current()
	turned := l.shown != s.id+p.ID
	if turned {
		l.cancel()
		l.scroll.Offset = fyne.Position{}
	}
	l.shown = s.id + p.ID
	for len(l.rows) < len(p.Sentences) {
		l.rows = append(l.rows, newReviewRow(l, len(l.rows)))
	}
	l.rows = l.rows[:len(p.Sentences)]
	if l.editing > len(p.Sentences) {
		l.cancel()
	}
	for i, r := range l.rows {
		r.set(p, l.review.finding(evidence.Sentence, s.page, i, p.Sentences[i].Text))
	}
	l.page.update(p)
	if l.editor != nil { // a dictionary may have come
		l.editor.field.Spell()
		l.editor.spelling.update()
	}
	l.arrange()
	if l.wants >= 0 && l.wants < len(l.rows) {
		l.focus(l.wants)
		l.wants = -1
	}
}

// arrange puts the rows, and what is in change, into the list.
func (l *reviewList) arrange() {
	objects := []fyne.CanvasObject{}
	for i, r := range l.rows {
		if i == l.editing {
			objects = append(objects, l.editor.object)
		} else {
			objects = append(objects, r)
		}
	}
	if l.editing == len(l.rows) && l.editor != nil {
		objects = append(objects, l.editor.object)
	} else {
		objects = append(objects, l.add)
	}
	l.stack.Objects = append(objects, l.page.object)
	l.stack.Refresh()
	l.scroll.Refresh()
}

// focused is the sentence that has the keyboard; -1: none.
func (l *reviewList) focused() int {
	for i, r := range l.rows {
		if r.focused {
			return i
		}
	}
	return -1
}

func (l *reviewList) focus(at int) {
	if at >= 0 && at < len(l.rows) {
		focusOn(l.scroll, l.rows[at])
		l.reveal(at)
	}
}

// focusOn gives the keyboard to what is new in the window of o: the toolkit does
// not know yet in which window that is.
func focusOn(o fyne.CanvasObject, f fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(f)
	}
}

// reveal scrolls until a sentence is in sight.
func (l *reviewList) reveal(at int) {
	r := l.rows[at]
	top, bottom := r.Position().Y-8, r.Position().Y+r.Size().Height+8
	y := min(l.scroll.Offset.Y, top)
	if view := l.scroll.Size().Height; view > 0 {
		y = max(y, bottom-view)
	}
	if y = max(0, y); y != l.scroll.Offset.Y {
		l.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// edit puts a field in the place of a sentence; at the number of sentences: a
// new one.
func (l *reviewList) edit(at int) {
	s := l.review.screen
	p := s.current()
	if p == nil || s.state.Job.Active() {
		s.nav.say("This story is still being made. Change it when it is ready.")
		return
	}
	l.cancel()
	l.editing = at
	text := ""
	if at < len(p.Sentences) {
		text = p.Sentences[at].Text
	}
	l.editor = newSentenceEditor(l, p, at, text)
	l.arrange()
	focusOn(l.scroll, l.editor.field.Focus())
	l.editor.field.CursorToEnd()
	l.editor.changed(text)
	l.review.aside.follow(at)
}

// cancel leaves what is in change as it was.
func (l *reviewList) cancel() {
	if l.editing < 0 {
		return
	}
	l.editing, l.editor = -1, nil
	if p := l.review.screen.current(); p != nil {
		l.review.head.setLine(pageTexts(p))
		l.arrange()
	}
}

// save keeps what was typed.
func (l *reviewList) save() {
	e := l.editor
	if e == nil {
		return
	}
	text, at := e.field.Text(), l.editing
	l.cancel()
	switch {
	case at >= l.sentences():
		if wordCount(text) > 0 {
			l.review.edit(editing.AddSentence{Page: e.page, At: at, Text: text})
		}
	case wordCount(text) == 0:
		l.remove(at)
		return
	default:
		l.review.edit(editing.SetSentence{Page: e.page, At: at, Text: text})
	}
	l.wants = at
	if at < len(l.rows) {
		l.focus(at)
	}
}

// remove takes a sentence away; it can be brought back.
func (l *reviewList) remove(at int) {
	s := l.review.screen
	p := s.current()
	if p == nil || at >= len(p.Sentences) {
		return
	}
	l.review.edit(editing.RemoveSentence{Page: p.ID, At: at})
	if len(p.Sentences) > 1 {
		s.nav.undoable(fmt.Sprintf("Sentence %d is removed.", at+1), func() { s.commands.Undo(s.id) })
	}
}

// showChecked shows how what is being typed stands to the document.
func (l *reviewList) showChecked() {
	if l.editor != nil {
		l.editor.showChecked(l.review.screen.checked)
	}
}

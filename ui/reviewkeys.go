package ui

import (
	"fyne.io/fyne/v2"

	"edusmart/core/editing"
)

// reviewKeyHelp is what "?" shows in the review.
var reviewKeyHelp = [][2]string{
	{"↵", "Change the sentence that has the keyboard"},
	{"Ctrl+↵ Esc", "Save the change, or leave it"},
	{"P", "Pass the page, or take that back"},
	{"L", "The next thing that needs a look"},
	{"E", "The page of the document, with the passage marked"},
	{"N", "Questions to stop at, and notes"},
	{"Space", "Listen"},
	{"↑ ↓", "Page before, page after"},
	{"Alt+↑ Alt+↓", "Move the sentence, or the page"},
	{"Ctrl+Z", "Undo"},
	{"Ctrl+Shift+Z", "Redo"},
}

// key takes the keys of reading before class.
func (r *storyReview) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyP:
		r.toggle()
	case fyne.KeyA:
		r.all()
	case fyne.KeyL:
		r.look.next()
	case fyne.KeyE:
		r.aside.toggle(asideSource)
	case fyne.KeyN:
		r.aside.show(asideNotes)
		r.side.notes.TakeFocus()
	case fyne.KeyDown:
		r.step(1)
	case fyne.KeyUp:
		r.step(-1)
	case fyne.KeyEscape:
		return r.escape()
	default:
		return false
	}
	return true
}

// escape steps out of what lies over the text.
func (r *storyReview) escape() bool {
	switch {
	case r.thumbs.drag.page != "":
		r.thumbs.drag.cancel()
	case r.list.editing >= 0 || r.quiz.editing >= 0 || r.terms.editing >= 0:
		r.leave()
		r.update()
	case r.aside.slides && r.aside.open:
		r.aside.close()
	default:
		return false
	}
	return true
}

// step goes through the pages, and on to the quiz and the glossary.
func (r *storyReview) step(by int) {
	s := r.screen
	at := s.page
	switch r.part {
	case partQuiz:
		at = s.pages()
	case partTerms:
		at = s.pages() + 1
	}
	r.goTo(at + by)
}

// goTo shows a page, or, behind the pages, the quiz or the glossary.
func (r *storyReview) goTo(at int) {
	s := r.screen
	switch {
	case at == s.pages():
		r.show(partQuiz)
	case at == s.pages()+1:
		r.show(partTerms)
	case at >= 0 && at < s.pages():
		r.leave()
		r.part = partPage
		r.list.shown = ""
		s.goTo(at)
		if s.state.Story.Source.File != "" {
			s.commands.Figures(s.id, s.state.Story.Pages[at].ID)
		}
	}
}

// move moves the sentence that has the keyboard, or else the page, up or down.
func (s *storyScreen) move(by int) {
	r, p := s.review, s.current()
	if s.step != stepReview || p == nil || r.part != partPage || r.list.editing >= 0 {
		return
	}
	if at := r.list.focused(); at >= 0 {
		if to := at + by; to >= 0 && to < len(p.Sentences) {
			r.list.wants = to
			r.edit(editing.MoveSentence{Page: p.ID, At: at, To: to})
		}
		return
	}
	r.movePage(by)
}

// movePage moves the page that is shown.
func (r *storyReview) movePage(by int) {
	s := r.screen
	if to := s.page + by; to >= 0 && to < s.pages() {
		r.placePage(s.current().ID, s.page, to)
	}
}

package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// storyReview is where the teacher reads a story before class: a page is
// passed here, which lets it be projected, and gets its notes and the
// questions that the voice stops for.
type storyReview struct {
	screen *storyScreen
	object *fyne.Container

	thumbs  *reviewThumbs
	card    *widget.Card
	title   *widget.Text
	line    *widget.Text
	mark    *widget.Status
	lines   []*reviewLine
	scroll  *container.Scroll
	rule    *widget.Rule
	passAll *widget.Button
	pass    *widget.Button
	side    *reviewSide
	shown   string // the page that is listed
	wide    float32
}

const (
	reviewThumbsWide = 108
	reviewSideWide   = 396
	reviewSideSlim   = 300
)

func newStoryReview(s *storyScreen) *storyReview {
	r := &storyReview{screen: s}
	r.thumbs = newReviewThumbs(r)
	r.card = widget.NewCard(nil, 0)
	r.title = widget.NewText(widget.CardTitle, "").Truncate()
	r.line = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	r.mark = widget.NewStatus("", widget.Ok, "")
	r.scroll = container.NewVScroll(column(0, 0))
	r.rule = widget.NewRule()
	r.passAll = widget.NewButton(widget.Quiet, "", "Pass all pages", r.all)
	r.pass = widget.NewButton(widget.Primary, widget.IconCheck, "", r.toggle)
	r.side = newReviewSide(r)
	r.object = container.New(&arrangement{place: r.place}, r.thumbs.scroll, r.card, r.title, r.line, r.mark, r.scroll,
		r.rule, r.passAll, r.pass, r.side.object)
	return r
}

func (r *storyReview) place(size fyne.Size) {
	side := float32(reviewSideWide)
	if size.Width < narrowBelow {
		side = reviewSideSlim
	}
	left := float32(storySide + reviewThumbsWide + 22)
	w := size.Width - left - side - 20 - storySide
	h := size.Height - 16
	put(r.thumbs.scroll, storySide-5, 0, reviewThumbsWide+18, size.Height-8)
	put(r.card, left, 4, w, h)
	m := r.mark.MinSize()
	put(r.title, left+24, 20, w-48-m.Width-12, 22)
	put(r.line, left+24, 42, w-48, 18)
	put(r.mark, left+w-24-m.Width, 22, m.Width, 20)
	foot := 4 + h - 64
	put(r.rule, left, foot, w, 1)
	m = r.passAll.MinSize()
	put(r.passAll, left+16, foot+12, m.Width, m.Height)
	m = r.pass.MinSize()
	put(r.pass, left+w-16-m.Width, foot+12, m.Width, m.Height)
	put(r.scroll, left+8, 72, w-16, foot-72)
	put(r.side.object, left+w+20, 4, side, h)
	if r.wide != w {
		r.wide = w
		r.list()
	}
}

// update shows the current page as it stands.
func (r *storyReview) update() {
	s := r.screen
	p := s.current()
	if s.step != stepReview || p == nil {
		return
	}
	r.thumbs.update()
	r.title.SetText(fmt.Sprintf("Page %d, %s", s.page+1, p.Title))
	words := 0
	for _, t := range p.Sentences {
		words += wordCount(t.Text)
	}
	r.line.SetText(fmt.Sprintf("%s · %d s aloud", counted(words, "word"), int(p.Seconds+0.5)))
	r.mark.Set(widget.IconClock, widget.Ink3, widget.Ink2, "Draft")
	r.pass.SetText(fmt.Sprintf("Pass page %d  P", s.page+1))
	r.pass.SetKind(widget.Primary)
	r.pass.SetIcon(widget.IconCheck)
	if p.Passed {
		r.mark.Set(widget.MarkReady, widget.Ok, widget.Ok, "Passed")
		r.pass.SetText("Take it back  P")
		r.pass.SetKind(widget.Plain)
		r.pass.SetIcon(widget.IconUndo)
	}
	visible(r.passAll, passed(s.state.Story) < s.pages())
	r.list()
	r.side.update()
	r.object.Refresh()
}

// list lists the page's sentences where they are others.
func (r *storyReview) list() {
	s := r.screen
	p := s.current()
	if p == nil {
		return
	}
	key := fmt.Sprintf("%s/%s/%v/%v/%g", s.id, p.ID, p.Sentences, p.Stops, r.wide)
	if key == r.shown {
		return
	}
	turned := r.shown == "" || len(r.lines) != len(p.Sentences)
	r.shown, r.lines = key, nil
	var objects []fyne.CanvasObject
	for i := range p.Sentences {
		l := newReviewLine(r, i)
		r.lines = append(r.lines, l)
		objects = append(objects, l.object)
	}
	r.scroll.Content = column(r.wide-16, 2, objects...)
	if turned {
		r.scroll.Offset = fyne.Position{}
	}
	r.scroll.Refresh()
}

// leave keeps what is being written.
func (r *storyReview) leave() {
	if r.screen.step == stepReview {
		r.side.keep()
	}
}

// toggle passes the page, or takes that back.
func (r *storyReview) toggle() {
	if p := r.screen.current(); p != nil {
		r.screen.pass(r.screen.page, !p.Passed)
	}
}

// all passes every page; it can be taken back for those that were not passed.
func (r *storyReview) all() {
	s := r.screen
	if s.state.Story == nil {
		return
	}
	var drafts []int
	for i := range s.state.Story.Pages {
		if !s.state.Story.Pages[i].Passed {
			drafts = append(drafts, i)
		}
	}
	if len(drafts) == 0 {
		return
	}
	id := s.id
	s.commands.Pass(id, -1, true)
	s.nav.undoable(counted(len(drafts), "page")+" passed.", func() {
		for _, i := range drafts {
			s.commands.Pass(id, i, false)
		}
	})
}

// key takes the keys of reading before class.
func (r *storyReview) key(e *fyne.KeyEvent) bool {
	s := r.screen
	switch e.Name {
	case fyne.KeyP:
		r.toggle()
	case fyne.KeyA:
		r.all()
	case fyne.KeyN:
		r.side.notes.TakeFocus()
	case fyne.KeyDown:
		s.goTo(s.page + 1)
	case fyne.KeyUp:
		s.goTo(s.page - 1)
	default:
		return false
	}
	return true
}

// pass lets a page be projected, or takes that back.
func (s *storyScreen) pass(page int, on bool) {
	if page >= 0 && page < s.pages() {
		s.commands.Pass(s.id, page, on)
	}
}

// passed is how many pages the teacher has passed.
func passed(st *story.Story) int {
	n := 0
	for i := range st.Pages {
		if st.Pages[i].Passed {
			n++
		}
	}
	return n
}

func passedLine(st *story.Story) string {
	if st == nil {
		return ""
	}
	return fmt.Sprintf("%s · %d of %s passed", gradeName(st.Grade), passed(st), counted(len(st.Pages), "page"))
}

// setStops keeps the page's stop questions, in the order of its sentences.
func (s *storyScreen) setStops(page int, stops []story.Stop) {
	slices.SortStableFunc(stops, func(a, b story.Stop) int { return a.After - b.After })
	s.commands.SetStops(s.id, page, stops)
}

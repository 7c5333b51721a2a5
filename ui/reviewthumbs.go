package ui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewThumbs are the pages under each other, each passed or a draft.
type reviewThumbs struct {
	review *storyReview
	scroll *container.Scroll
	list   *fyne.Container
	cells  []*reviewThumb
	quiz   *widget.Button // behind the pages
	terms  *widget.Button
	drag   *pageDrag
}

const reviewThumbTall = 94

func newReviewThumbs(r *storyReview) *reviewThumbs {
	t := &reviewThumbs{review: r}
	t.drag = newPageDrag(t)
	place := func(size fyne.Size) {
		y := float32(4)
		for i, c := range t.cells {
			if c.Visible() {
				put(c, 5, t.drag.top(i, y, size.Height), size.Width-18, reviewThumbTall-6)
				y += reviewThumbTall
			}
		}
		t.drag.place(size.Width)
		put(t.quiz, 5, y, size.Width-18, 36)
		put(t.terms, 5, y+40, size.Width-18, 36)
	}
	least := func() fyne.Size {
		n := 0
		for _, c := range t.cells {
			if c.Visible() {
				n++
			}
		}
		return fyne.NewSize(reviewThumbsWide, 8+float32(n)*reviewThumbTall+84)
	}
	t.quiz = widget.NewButton(widget.QuietInk, widget.IconQuestion, "Quiz", func() { r.show(partQuiz) }).SetSize(widget.Small).AlignLeading()
	t.terms = widget.NewButton(widget.QuietInk, widget.IconBook, "Glossary", func() { r.show(partTerms) }).SetSize(widget.Small).AlignLeading()
	t.list = container.New(&arrangement{place, least}, t.quiz, t.terms, t.drag.line)
	t.scroll = container.NewVScroll(t.list)
	return t
}

func (t *reviewThumbs) update() {
	s := t.review.screen
	for len(t.cells) < s.pages() {
		c := newReviewThumb(s, len(t.cells))
		t.cells = append(t.cells, c)
		t.list.Add(c)
	}
	t.drag.check()
	for i, c := range t.cells {
		visible(c, i < s.pages())
		if i < s.pages() {
			c.set(&s.state.Story.Pages[i], i == s.page && t.review.part == partPage)
		}
	}
	chosen(t.quiz, t.review.part == partQuiz)
	chosen(t.terms, t.review.part == partTerms)
	t.list.Refresh()
	if t.drag.page != "" {
		return
	}
	at := s.page
	if t.review.part != partPage {
		at = s.pages()
	}
	t.reveal(at)
}

// raise draws a page over the others, on a ground of its own, and the line over
// it.
func (t *reviewThumbs) raise(c *reviewThumb) {
	c.lifted = true
	c.Refresh()
	t.list.Remove(c)
	t.list.Add(c)
	t.list.Remove(t.drag.line)
	t.list.Add(t.drag.line)
}

// chosen shows a button as the one whose part is shown.
func chosen(b *widget.Button, on bool) {
	kind := widget.QuietInk
	if on {
		kind = widget.Tonal
	}
	b.SetKind(kind)
}

// reveal scrolls until a page is in sight.
func (t *reviewThumbs) reveal(page int) {
	top, view := float32(page)*reviewThumbTall, t.scroll.Size().Height
	if view <= 0 {
		return
	}
	y := min(t.scroll.Offset.Y, top)
	y = max(y, top+reviewThumbTall+8-view)
	if y != t.scroll.Offset.Y {
		t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
	}
}

// reviewThumb is one page: its picture, its number, passed or a draft.
type reviewThumb struct {
	fw.BaseWidget
	screen  *storyScreen
	page    int
	current bool
	lifted  bool // is dragged
	picture *widget.Picture
	number  *widget.Text
	mark    *widget.Status
}

func newReviewThumb(s *storyScreen, page int) *reviewThumb {
	c := &reviewThumb{screen: s, page: page, picture: widget.NewPicture(s.loader, widget.Round(10), sunken)}
	c.number = widget.NewText(widget.Caption, strconv.Itoa(page+1))
	c.mark = widget.NewStatus("", widget.Ok, "").SetStyle(widget.Caption, 13)
	c.ExtendBaseWidget(c)
	return c
}

func (c *reviewThumb) set(p *story.Page, current bool) {
	c.picture.SetFile(c.screen.file(p.Picture), p.Fit == story.Whole)
	c.current = current
	switch {
	case p.Passed:
		c.mark.Set(widget.MarkReady, widget.Ok, widget.Ok, "Passed")
	case current:
		c.mark.Set("", widget.Ink2, widget.Ink2, "Reading")
	default:
		c.mark.Set("", widget.Ink2, widget.Ink2, "Draft")
	}
	style := widget.Caption
	if current {
		style = widget.CaptionBold
	}
	c.number.SetStyle(style)
	c.Refresh()
}

// Tapped goes to the page.
func (c *reviewThumb) Tapped(*fyne.PointEvent) { c.screen.review.goTo(c.page) }

// Dragged is for Fyne.
func (c *reviewThumb) Dragged(e *fyne.DragEvent) {
	c.screen.review.thumbs.drag.move(c, e.AbsolutePosition)
}

// DragEnd is for Fyne.
func (c *reviewThumb) DragEnd() { c.screen.review.thumbs.drag.drop() }

// CreateRenderer is for Fyne.
func (c *reviewThumb) CreateRenderer() fyne.WidgetRenderer {
	r := &reviewThumbRenderer{c: c, ring: canvas.NewRectangle(nil), back: canvas.NewRectangle(nil)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 13
	r.back.CornerRadius = 13
	r.Refresh()
	return r
}

type reviewThumbRenderer struct {
	c    *reviewThumb
	ring *canvas.Rectangle
	back *canvas.Rectangle
}

func (r *reviewThumbRenderer) Layout(size fyne.Size) {
	h := size.Height - 24
	put(r.back, -4, -4, size.Width+8, size.Height+6)
	put(r.c.picture, 0, 0, size.Width, h)
	put(r.ring, -4, -4, size.Width+8, h+8)
	put(r.c.number, 1, h+6, 24, 16)
	m := r.c.mark.MinSize()
	put(r.c.mark, size.Width-m.Width, h+6, m.Width, 16)
}

func (r *reviewThumbRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 60) }

func (r *reviewThumbRenderer) Refresh() {
	r.back.FillColor, r.back.Hidden = widget.Color(widget.Raised), !r.c.lifted
	r.ring.StrokeColor, r.ring.Hidden = widget.Color(widget.Accent), !r.c.current
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *reviewThumbRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.ring, r.c.picture, r.c.number, r.c.mark}
}

func (r *reviewThumbRenderer) Destroy() {}

// stopWhere says after which sentence a question is asked.
func stopWhere(after int) string { return fmt.Sprintf("After sentence %d", after+1) }

package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"edusmart/core/editing"
	"edusmart/ui/widget"
)

// pageDrag moves a page in the review's list with the pointer. The page comes
// along, a line shows where it would stand, and Escape leaves all as it was.
type pageDrag struct {
	thumbs *reviewThumbs
	line   *canvas.Rectangle // where the page would stand

	page   string  // identity of what is dragged; "": nothing
	from   int     // its place
	to     int     // the place it would have
	grip   float32 // where on the page the pointer took hold, from its top
	at     float32 // the pointer, from the top of the list
	ended  bool    // by Escape, while the button is still held
	scroll *fyne.Animation
	by     float32 // how far it scrolls with each frame; 0: it does not
}

// Where dragging scrolls the list: so near to its upper or lower edge, and so
// far with each frame, in pixels.
const (
	dragEdge = 36
	dragStep = 7
)

func newPageDrag(t *reviewThumbs) *pageDrag {
	d := &pageDrag{thumbs: t, line: canvas.NewRectangle(nil)}
	d.line.CornerRadius = 1.5
	d.line.Hide()
	d.scroll = fyne.NewAnimation(time.Second, func(float32) { d.step() })
	d.scroll.RepeatCount = fyne.AnimationRepeatForever
	return d
}

// move follows the pointer, which stands at a place of the window.
func (d *pageDrag) move(c *reviewThumb, pointer fyne.Position) {
	s := d.thumbs.review.screen
	if d.ended || s.state.Story == nil || c.page >= s.pages() {
		return
	}
	d.at = pointer.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(d.thumbs.list).Y
	if d.page == "" {
		if s.state.Job.Active() {
			d.ended = true
			s.nav.say("This story is still being made. Move its pages when it is ready.")
			return
		}
		d.page, d.from = s.state.Story.Pages[c.page].ID, c.page
		d.grip = d.at - c.Position().Y
		d.thumbs.raise(c)
		if w := canvasAt(c); w != nil {
			w.Unfocus() // Escape is the list's now
		}
	}
	d.aim()
	d.edge()
}

// canvasAt gives the window of an object; nil where it is in none.
func canvasAt(o fyne.CanvasObject) fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(o) }

// aim finds the place that the dragged page is nearest to.
func (d *pageDrag) aim() {
	d.to = int((d.at-d.grip)/reviewThumbTall + 0.5)
	d.to = max(0, min(d.to, d.thumbs.review.screen.pages()-1))
	d.thumbs.list.Refresh()
}

// edge scrolls the list while the pointer is near its upper or lower edge.
func (d *pageDrag) edge() {
	view := d.thumbs.scroll
	y, was := d.at-view.Offset.Y, d.by
	switch {
	case y < dragEdge:
		d.by = -dragStep
	case y > view.Size().Height-dragEdge:
		d.by = dragStep
	default:
		d.by = 0
	}
	if d.by != 0 && was == 0 {
		d.scroll.Start()
	} else if d.by == 0 {
		d.scroll.Stop()
	}
}

// step scrolls by one frame.
func (d *pageDrag) step() {
	view := d.thumbs.scroll
	to := max(0, min(view.Offset.Y+d.by, d.thumbs.list.MinSize().Height-view.Size().Height))
	if d.page == "" || to == view.Offset.Y {
		return
	}
	d.at += to - view.Offset.Y
	view.ScrollToOffset(fyne.NewPos(0, to))
	d.aim()
}

// drop ends the dragging, with the page where the line is.
func (d *pageDrag) drop() {
	page := d.page
	d.cancel()
	d.ended = false
	if page != "" && d.to != d.from {
		d.thumbs.review.placePage(page, d.from, d.to)
	}
}

// cancel leaves the page where it was. What the pointer does until it is let
// go means nothing.
func (d *pageDrag) cancel() {
	if d.page == "" {
		return
	}
	d.page, d.ended, d.by = "", true, 0
	for _, c := range d.thumbs.cells {
		if c.lifted {
			c.lifted = false
			c.Refresh()
		}
	}
	d.scroll.Stop()
	d.line.Hide()
	d.thumbs.list.Refresh()
}

// check ends the dragging of a page that has another place by now.
func (d *pageDrag) check() {
	s := d.thumbs.review.screen
	if d.page != "" && (d.from >= s.pages() || s.state.Story.Pages[d.from].ID != d.page) {
		d.cancel()
	}
}

// top gives where a page of the list is drawn, which is at y when it is not
// dragged.
func (d *pageDrag) top(page int, y, height float32) float32 {
	if d.page == "" || page != d.from {
		return y
	}
	return max(0, min(d.at-d.grip, height-reviewThumbTall))
}

// place draws the line where the page would stand.
func (d *pageDrag) place(width float32) {
	visible(d.line, d.page != "" && d.to != d.from)
	before := d.to
	if d.to > d.from {
		before++
	}
	d.line.FillColor = widget.Color(widget.Accent)
	put(d.line, 1, float32(before)*reviewThumbTall-0.5, width-10, 3)
	d.line.Refresh()
}

// placePage moves a page to another place; the page that is shown stays in
// sight.
func (r *storyReview) placePage(page string, from, to int) {
	s := r.screen
	r.leave()
	r.edit(editing.MovePage{Page: page, To: to})
	shown := s.page
	switch {
	case shown == from:
		shown = to
	case from < shown && shown <= to:
		shown--
	case to <= shown && shown < from:
		shown++
	}
	if shown != s.page {
		s.page = shown
		s.commands.GoTo(shown)
	}
}

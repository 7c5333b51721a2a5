package ui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// dragPage drags a page of the review's list by some pixels and lets it go.
func dragPage(s *storyScreen, page int, by ...float32) {
	c := s.review.thumbs.cells[page]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(30, 30)
	for _, dy := range by {
		at = at.AddXY(0, dy)
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	}
}

func TestAPageIsDraggedToAnotherPlaceInOneStep(t *testing.T) {
	s, c := openReviewed(t)
	s.page = 3
	s.show()
	c.take()
	thumbs := s.review.thumbs
	dragPage(s, 1, 3, 40)
	if thumbs.drag.line.Visible() {
		t.Error("a page that stays where it is has a line")
	}
	thumbs.cells[1].DragEnd()
	if got := c.take(); got != "" {
		t.Errorf("let go at its own place: %q", got)
	}

	dragPage(s, 1, 3, 60, 1.6*reviewThumbTall)
	line := thumbs.drag.line
	if !line.Visible() || line.Position().Y < 4*reviewThumbTall-6 || line.Position().Y > 4*reviewThumbTall+4 {
		t.Errorf("the line stands at %v, visible %v", line.Position(), line.Visible())
	}
	if !accentAt(s, fyne.CurrentApp().Driver().AbsolutePositionForObject(line)) {
		t.Error("where the page would stand there is no line to be seen")
	}
	thumbs.cells[1].DragEnd()
	if got := c.take(); got != "edit volcano-1 editing.MovePage{p2 3}; goto 2" {
		t.Errorf("%q", got)
	}
	if line.Visible() || s.page != 2 {
		t.Errorf("the line stays: %v; the page that is shown is %d", line.Visible(), s.page)
	}

	dragPage(s, 4, 0, -2*reviewThumbTall)
	if y := line.Position().Y; y < 2*reviewThumbTall-6 || y > 2*reviewThumbTall+4 {
		t.Errorf("upward the line stands at %v", y)
	}
	thumbs.cells[4].DragEnd()
	if got := c.take(); got != "edit volcano-1 editing.MovePage{p5 2}; goto 3" {
		t.Errorf("upward: %q", got)
	}
}

func TestEscapeLeavesADraggedPageWhereItWas(t *testing.T) {
	s, c := openReviewed(t)
	s.review.list.focus(1)
	c.take()
	dragPage(s, 3, 3, 2*reviewThumbTall)
	typed(s, fyne.KeyEscape)
	thumbs := s.review.thumbs
	if thumbs.drag.line.Visible() || s.step != stepReview {
		t.Error("Escape does not end the dragging alone")
	}
	dragPage(s, 3, 3, reviewThumbTall) // the button is still held
	thumbs.cells[3].DragEnd()
	if y := thumbs.cells[3].Position().Y; c.take() != "" || y != 4+3*reviewThumbTall {
		t.Errorf("it is moved after all, to %v", y)
	}
	dragPage(s, 3, 3, -reviewThumbTall)
	thumbs.cells[3].DragEnd()
	if got := c.take(); got != "edit volcano-1 editing.MovePage{p4 2}; goto 2" {
		t.Errorf("dragged again: %q", got)
	}
}

func TestDraggingEndsWhereAnotherPageStands(t *testing.T) {
	s, c := openReviewed(t)
	dragPage(s, 2, 3, reviewThumbTall)
	s.state.Story.Pages = append([]story.Page{{ID: "new"}}, s.state.Story.Pages...)
	s.show()
	s.review.thumbs.cells[2].DragEnd()
	if got := c.take(); got != "" {
		t.Errorf("%q", got)
	}
}

// accentAt reports whether there is a line of the accent's colour within a few
// pixels below a place of the window.
func accentAt(s *storyScreen, at fyne.Position) bool {
	img := canvasOf(s).Capture()
	for y := range 6 {
		if color.NRGBAModel.Convert(img.At(int(at.X)+20, int(at.Y)+y)) == color.Color(widget.RGBA(widget.Accent)) {
			return true
		}
	}
	return false
}

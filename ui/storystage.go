package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// storyStage is the large page: its picture, and its text with the word that
// is being said lit.
type storyStage struct {
	screen *storyScreen
	object *fyne.Container
	face   *pageFace

	card *widget.Card
	back *canvas.Rectangle // in the picture's place while there is none
	icon *widget.IconView
	arc  *widget.Spinner
	wait *widget.Text // in the text's place while there is none
	easy bool         // wider spacing
}

const (
	pictureShare = 0.44 // of the page's width
	stageRadius  = 16

	stageLetters  = 0.032 // size of the letters, of the page's width
	stageLargest  = 31
	stageUsual    = 20 // the least size, where the text fits
	stageSmallest = 13
)

func newStoryStage(s *storyScreen) *storyStage {
	t := &storyStage{
		screen: s, card: widget.NewCard(nil, 0), back: canvas.NewRectangle(nil),
		icon: widget.NewIconView(widget.IconImage, widget.Ink3, 30), arc: widget.NewSpinner(),
		wait: widget.NewText(widget.Body, ""),
	}
	t.face = newPageFace(s, widget.Corners{TopLeft: stageRadius, BottomLeft: stageRadius})
	t.card.Ground = widget.Page
	t.wait.SetToken(widget.Ink2)
	t.wait.Wrap(4)
	t.back.TopLeftCornerRadius, t.back.BottomLeftCornerRadius = stageRadius, stageRadius
	t.object = container.New(&arrangement{place: t.place},
		append([]fyne.CanvasObject{t.card, t.back, t.icon, t.arc, t.wait}, t.face.objects()...)...)
	return t
}

func (t *storyStage) place(size fyne.Size) {
	w, pad := size.Width*pictureShare, float32(40)
	if size.Width < 640 {
		pad = 22
	}
	put(t.card, 0, 0, size.Width, size.Height)
	put(t.back, 0, 0, w, size.Height)
	put(t.face.picture, 0, 0, w, size.Height)
	put(t.icon, (w-30)/2, (size.Height-30)/2, 30, 30)
	put(t.arc, (w-30)/2, (size.Height-30)/2, 30, 30)
	t.face.placeText(box{fyne.NewPos(w+pad, 20), fyne.NewSize(size.Width-w-2*pad, size.Height-40)}, t.style(size.Width))
	put(t.wait, w+pad, size.Height/2-30, size.Width-w-2*pad, 60)
}

// clear forgets the page of another story.
func (t *storyStage) clear() { t.face.clear() }

// update shows the current page as far as it is made.
func (t *storyStage) update() {
	s := t.screen
	t.face.show()
	row := core.Row{}
	if rows := s.state.Board(); s.page < len(rows) {
		row = rows[s.page]
	}
	if ground := widget.Color(widget.Sunken); t.back.FillColor != ground {
		t.back.FillColor = ground
		t.back.Refresh()
	}
	bare := !t.face.picture.Visible()
	drawing := bare && row.Picture.State == core.CellWorking
	visible(t.back, bare)
	visible(t.arc, drawing)
	visible(t.icon, bare && !drawing)
	t.wait.SetText(waitWords(s, row))
	visible(t.wait, !t.face.text.Visible())
	arrange(t.object)
}

// waitWords says why there is no text yet.
func waitWords(s *storyScreen, row core.Row) string {
	switch {
	case s.state.Err != "":
		return s.state.Err
	case s.state.Story == nil && s.state.Job.Active():
		return s.state.Job.Doing + "…"
	case s.state.Story == nil:
		return "Opening the story…"
	case row.Text.State == core.CellFailed || row.Text.State == core.CellSkipped:
		if row.Text.Reason != "" {
			return row.Text.Reason
		}
		return "This page has no text. Try again in the list on the right."
	case s.state.Job.Active():
		return "This page is being written. It appears here as soon as it is ready."
	default:
		return "This page has no text yet. Resume goes on with it."
	}
}

func (t *storyStage) light() { t.face.light() }

func (t *storyStage) setEasy(on bool) {
	t.easy = on
	t.card.Ground = widget.Page
	if on {
		t.card.Ground = widget.EasyPage
	}
	t.object.Refresh()
}

// style sizes the letters for a page of the given width. A page with much text
// has smaller ones rather than steps.
func (t *storyStage) style(width float32) widget.TextStyle {
	return widget.TextStyle{
		Smallest: stageSmallest, Largest: min(stageLargest, max(stageUsual, width*stageLetters)), Easy: t.easy,
		Second: t.screen.secondLetters(),
	}
}

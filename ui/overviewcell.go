package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// overviewCell is one page among all: its picture, number and title.
type overviewCell struct {
	fw.BaseWidget
	lesson  *lesson
	page    int
	draft   bool
	picture *widget.Picture
	number  *widget.Text
	title   *widget.Text
}

func newOverviewCell(l *lesson, page int) *overviewCell {
	c := &overviewCell{lesson: l, page: page, picture: widget.NewPicture(l.screen.loader, widget.Round(10), sunken)}
	c.number = widget.NewText(widget.SmallStrong, strconv.Itoa(page+1))
	c.title = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	c.ExtendBaseWidget(c)
	return c
}

// Tapped goes to the page.
func (c *overviewCell) Tapped(*fyne.PointEvent) { c.lesson.choose(c.page) }

// CreateRenderer is for Fyne.
func (c *overviewCell) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(nil)
	ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = widget.Color(widget.Accent), 2, 13
	ring.Hidden = c.lesson.picked != c.page
	lock := widget.NewIconView(widget.IconLock, widget.Amber, 15)
	visible(lock, c.draft)
	return &cellRenderer{c: c, ring: ring, lock: lock}
}

type cellRenderer struct {
	c    *overviewCell
	ring *canvas.Rectangle
	lock *widget.IconView
}

func (r *cellRenderer) Layout(size fyne.Size) {
	h := size.Height - 30
	put(r.c.picture, 0, 0, size.Width, h)
	put(r.ring, -4, -4, size.Width+8, h+8)
	w := r.c.number.MinSize().Width
	put(r.c.number, 1, h+8, w, 18)
	x := w + 8
	if r.c.draft {
		put(r.lock, x, h+9, 15, 15)
		x += 20
	}
	put(r.c.title, x, h+8, size.Width-x, 18)
}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 75) }
func (r *cellRenderer) Refresh()           { canvas.Refresh(r.c) }
func (r *cellRenderer) Destroy()           {}

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.c.picture, r.c.number, r.lock, r.c.title}
}

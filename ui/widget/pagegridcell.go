package widget

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// pageCell shows one page of a PageGrid; it is used for another page when the
// grid is scrolled.
type pageCell struct {
	fw.BaseWidget
	grid *PageGrid
	cellState
	dragged bool
	on      bool // Shift was down at the press
}

// cellState is all that a cell's looks depend on.
type cellState struct {
	page                    int
	thumb                   image.Image
	chosen, framed, hovered bool
	size                    fyne.Size
}

var (
	_ fyne.Tappable     = (*pageCell)(nil)
	_ fyne.Draggable    = (*pageCell)(nil)
	_ desktop.Mouseable = (*pageCell)(nil)
	_ desktop.Hoverable = (*pageCell)(nil)
)

func newPageCell(g *PageGrid) *pageCell {
	c := &pageCell{grid: g}
	c.ExtendBaseWidget(c)
	return c
}

// set shows a page; it draws only what is not shown already.
func (c *pageCell) set(page int, thumb image.Image) {
	g := c.grid
	now := cellState{
		page: page, thumb: thumb, hovered: c.hovered, size: c.Size(),
		chosen: page >= g.from && page <= g.to,
		framed: g.focused && page == g.cursor,
	}
	if now == c.cellState {
		return
	}
	c.cellState = now
	c.Refresh()
}

func (c *pageCell) MouseDown(e *desktop.MouseEvent) { c.on = e.Modifier&fyne.KeyModifierShift != 0 }
func (c *pageCell) MouseUp(*desktop.MouseEvent)     {}

func (c *pageCell) Tapped(*fyne.PointEvent) {
	if on := c.on; c.page > 0 {
		c.on = false
		c.grid.pick(c.page, on)
	}
}

// Dragged chooses from the page where the drag began to the one under the
// pointer.
func (c *pageCell) Dragged(e *fyne.DragEvent) {
	if !c.dragged {
		c.dragged = true
		c.grid.pick(c.page, c.on)
	}
	c.grid.pick(c.grid.sheet.pageAt(c.Position().Add(e.Position)), true)
}

func (c *pageCell) DragEnd() { c.dragged, c.on = false, false }

func (c *pageCell) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.Refresh() }
func (c *pageCell) MouseMoved(*desktop.MouseEvent) {}
func (c *pageCell) MouseOut()                      { c.hovered = false; c.Refresh() }

func (c *pageCell) CreateRenderer() fyne.WidgetRenderer {
	r := &cellRenderer{
		c: c, paper: canvas.NewRectangle(nil), frame: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		picture: canvas.NewImageFromImage(nil), disc: canvas.NewCircle(nil),
		check: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}, number: NewText(Caption, ""),
	}
	r.picture.FillMode, r.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	r.number.Align(fyne.TextAlignCenter)
	r.Refresh()
	return r
}

type cellRenderer struct {
	c                  *pageCell
	paper, frame, ring *canvas.Rectangle
	picture            *canvas.Image
	disc               *canvas.Circle
	check              [2]*canvas.Line
	number             *Text
}

const cellRadius = 8

func (r *cellRenderer) Layout(size fyne.Size) {
	w := size.Width - gridSide
	page := fyne.NewSize(w, w*r.c.grid.aspect)
	at := fyne.NewPos(gridSide/2, 0)
	grown := func(o fyne.CanvasObject, by float32) {
		o.Move(at.SubtractXY(by, by))
		o.Resize(page.AddWidthHeight(2*by, 2*by))
	}
	grown(r.paper, 0)
	grown(r.frame, 1)
	grown(r.ring, 4)
	grown(r.picture, -2)
	middle := fyne.NewPos(at.X+w-4, 4)
	r.disc.Resize(fyne.NewSquareSize(18))
	r.disc.Move(middle.SubtractXY(9, 9))
	corner := middle.AddXY(-0.8, 3)
	line := func(l *canvas.Line, dx, dy float32) {
		l.Position1, l.Position2 = corner, corner.AddXY(dx, dy)
	}
	line(r.check[0], -3, -3)
	line(r.check[1], 4.6, -5.4)
	r.number.Move(fyne.NewPos(0, page.Height+3))
	r.number.Resize(fyne.NewSize(size.Width, 18))
}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(gridSide+20, gridLabel+20) }

func (r *cellRenderer) Refresh() {
	c, chosen := r.c, r.c.chosen
	r.Layout(c.Size())
	r.paper.FillColor, r.paper.CornerRadius = Color(Surface), cellRadius
	r.frame.FillColor, r.frame.CornerRadius = nil, cellRadius+1
	r.frame.StrokeColor, r.frame.StrokeWidth = Color(Line), 1
	switch {
	case chosen:
		r.frame.StrokeColor, r.frame.StrokeWidth = Color(Accent), 2
	case c.hovered:
		r.frame.StrokeColor = Color(Edge)
	}
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = Color(Accent), 2, cellRadius+4
	r.ring.FillColor = nil
	r.ring.Hidden = !c.framed
	if r.picture.Image != c.thumb {
		r.picture.Image = c.thumb
	}
	r.picture.Hidden = c.thumb == nil
	r.picture.CornerRadius = cellRadius - 2
	r.picture.Translucency = 0.5
	if chosen {
		r.picture.Translucency = 0
	}
	r.disc.FillColor = Color(Accent)
	r.disc.StrokeColor, r.disc.StrokeWidth = Color(Surface), 1.5
	r.disc.Hidden = !chosen
	for _, l := range r.check {
		l.StrokeColor, l.StrokeWidth, l.Hidden = Color(OnAccent), 1.8, !chosen
	}
	r.number.SetText(strconv.Itoa(c.page))
	r.number.SetToken(Ink3)
	r.number.SetStyle(Caption)
	if chosen {
		r.number.SetToken(Ink)
		r.number.SetStyle(CaptionBold)
	}
	r.picture.Refresh()
	canvas.Refresh(c)
}

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.paper, r.picture, r.frame, r.disc, r.check[0], r.check[1], r.number}
}

func (r *cellRenderer) Destroy() {}

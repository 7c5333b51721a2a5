package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// renamePad lies under the story's title and makes it something to press, so
// that it can be renamed where it stands.
type renamePad struct {
	fw.BaseWidget
	tapped           func()
	focused, hovered bool
}

var (
	_ fyne.Focusable     = (*renamePad)(nil)
	_ fyne.Tappable      = (*renamePad)(nil)
	_ desktop.Hoverable  = (*renamePad)(nil)
	_ desktop.Cursorable = (*renamePad)(nil)
)

func newRenamePad(tapped func()) *renamePad {
	p := &renamePad{tapped: tapped}
	p.ExtendBaseWidget(p)
	return p
}

func (p *renamePad) Tapped(*fyne.PointEvent) { p.tapped() }

func (p *renamePad) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyF2:
		p.tapped()
	default:
		widget.PassKey(p, e)
	}
}

func (p *renamePad) TypedRune(rune) {}
func (p *renamePad) FocusGained()   { p.focused = true; p.Refresh() }
func (p *renamePad) FocusLost()     { p.focused = false; p.Refresh() }

func (p *renamePad) MouseIn(*desktop.MouseEvent)    { p.hovered = true; p.Refresh() }
func (p *renamePad) MouseMoved(*desktop.MouseEvent) {}
func (p *renamePad) MouseOut()                      { p.hovered = false; p.Refresh() }
func (p *renamePad) Cursor() desktop.Cursor         { return desktop.TextCursor }

func (p *renamePad) CreateRenderer() fyne.WidgetRenderer {
	r := &padRenderer{p, canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type padRenderer struct {
	p    *renamePad
	back *canvas.Rectangle
}

func (r *padRenderer) Layout(size fyne.Size) { r.back.Resize(size) }
func (r *padRenderer) MinSize() fyne.Size    { return fyne.NewSize(40, 30) }
func (r *padRenderer) Destroy()              {}

func (r *padRenderer) Refresh() {
	r.back.CornerRadius = 8
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = nil, nil, 0
	if r.p.hovered {
		r.back.FillColor = widget.Color(widget.Hover)
	}
	if r.p.focused {
		r.back.StrokeColor, r.back.StrokeWidth = widget.Color(widget.Accent), 2
	}
	r.back.Refresh()
}

func (r *padRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back} }

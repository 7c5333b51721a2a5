package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const tooltipDelay = 600 * time.Millisecond

// Layer lies over a window's content and holds what floats there without
// taking the pointer: tooltips and the toast. A window that shows them makes
// it the last object of its content's container.
type Layer struct {
	widget.BaseWidget
	inside *fyne.Container
}

// NewLayer makes an empty layer.
func NewLayer() *Layer {
	l := &Layer{inside: container.NewWithoutLayout()}
	l.ExtendBaseWidget(l)
	return l
}

// Add puts an object, placed and sized by the caller, onto the layer.
func (l *Layer) Add(o fyne.CanvasObject) { l.inside.Add(o) }

// Remove takes it away.
func (l *Layer) Remove(o fyne.CanvasObject) { l.inside.Remove(o) }

// CreateRenderer implements fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.inside) }

// layerOf finds the layer of the window that shows o.
func layerOf(c fyne.Canvas) *Layer {
	content, ok := c.Content().(*fyne.Container)
	if !ok || len(content.Objects) == 0 {
		return nil
	}
	layer, _ := content.Objects[len(content.Objects)-1].(*Layer)
	return layer
}

// tooltip says what a control without words does.
type tooltip struct {
	owner fyne.CanvasObject
	text  string
	timer *time.Timer
	shown fyne.CanvasObject
	layer *Layer
}

func (t *tooltip) enter(*desktop.MouseEvent) {
	if t.text == "" || t.owner == nil {
		return
	}
	t.leave()
	t.timer = time.AfterFunc(tooltipDelay, func() { fyne.Do(t.show) })
}

func (t *tooltip) leave() {
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	if t.shown != nil {
		t.layer.Remove(t.shown)
		t.shown = nil
	}
}

func (t *tooltip) show() {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.owner)
	if t.timer == nil || c == nil { // left, or gone, since
		return
	}
	if t.layer = layerOf(c); t.layer == nil {
		return
	}
	text := NewText(Caption, t.text).SetToken(Canvas)
	back := canvas.NewRectangle(Color(Ink))
	back.CornerRadius = 6
	size := fyne.NewSize(text.Width()+16, 26)
	back.Resize(size)
	text.Resize(fyne.NewSize(size.Width-16, size.Height))
	text.Move(fyne.NewPos(8, 0))
	shown := container.NewWithoutLayout(back, text)
	shown.Resize(size)
	t.shown = shown

	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.owner)
	x := at.X + (t.owner.Size().Width-size.Width)/2
	y := at.Y + t.owner.Size().Height + 8
	if y+size.Height > c.Size().Height-4 {
		y = at.Y - size.Height - 8
	}
	t.shown.Move(fyne.NewPos(min(max(x, 4), c.Size().Width-size.Width-4), y))
	t.layer.Add(t.shown)
}

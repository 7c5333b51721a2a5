package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// chartSpot is the part of a chart that stands for one figure: when the
// pointer rests on it, it is lit and tells the figure exactly.
type chartSpot struct {
	fw.BaseWidget
	tip tooltip
	lit bool
}

var _ desktop.Hoverable = (*chartSpot)(nil)

func newChartSpot() *chartSpot {
	s := &chartSpot{}
	s.tip.owner = s
	s.ExtendBaseWidget(s)
	return s
}

// MouseIn implements desktop.Hoverable.
func (s *chartSpot) MouseIn(e *desktop.MouseEvent) {
	s.lit = true
	s.tip.enter(e)
	s.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (s *chartSpot) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *chartSpot) MouseOut() {
	s.lit = false
	s.tip.leave()
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *chartSpot) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = 6
	return &drawing{
		objects: fixed(back), layout: func(size fyne.Size) { back.Resize(size) }, min: func() fyne.Size { return fyne.Size{} },
		refresh: func() {
			back.FillColor = color.Transparent
			if s.lit {
				back.FillColor = Color(Hover)
			}
			back.Refresh()
		},
		destroy: s.tip.leave,
	}
}

// chartText makes one of a chart's words, aligned within its box.
func chartText(style Style, text string, t Token, align fyne.TextAlign) *Text {
	return NewText(style, text).SetToken(t).Align(align)
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, width), max(0, height)))
}

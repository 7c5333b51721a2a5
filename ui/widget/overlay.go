package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// overlay lies over the whole window with one thing on it: a menu, which a
// tap beside it closes, or a dialog, which it does not.
type overlay struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	scrim   *canvas.Rectangle // nil for a menu
	place   func(fyne.Size) (fyne.Position, fyne.Size)
	before  fyne.Focusable // where the keyboard was
	closed  func()
}

// newOverlay makes an overlay; closed may be nil.
func newOverlay(c fyne.Canvas, content fyne.CanvasObject, closed func()) *overlay {
	o := &overlay{canvas: c, content: content, before: c.Focused(), closed: closed}
	o.ExtendBaseWidget(o)
	return o
}

// show puts the content at a place.
func (o *overlay) show(at fyne.Position, size fyne.Size) {
	o.showPlaced(func(fyne.Size) (fyne.Position, fyne.Size) { return at, size })
}

// showPlaced puts it where place says, for each size of the window.
func (o *overlay) showPlaced(place func(fyne.Size) (fyne.Position, fyne.Size)) {
	o.place = place
	o.canvas.Overlays().Add(o)
	o.Resize(o.canvas.Size())
}

// close takes the overlay away and gives the keyboard back.
func (o *overlay) close() {
	o.canvas.Overlays().Remove(o)
	if o.before != nil {
		o.canvas.Focus(o.before)
	}
	if o.closed != nil {
		o.closed()
	}
}

// Tapped implements fyne.Tappable.
func (o *overlay) Tapped(*fyne.PointEvent) {
	if o.scrim == nil {
		o.close()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (o *overlay) TappedSecondary(e *fyne.PointEvent) { o.Tapped(e) }

// CreateRenderer implements fyne.Widget.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{o.content}
	if o.scrim != nil {
		objects = []fyne.CanvasObject{o.scrim, o.content}
	}
	return &drawing{
		objects: fixed(objects...),
		min:     func() fyne.Size { return o.content.MinSize() },
		layout: func(size fyne.Size) {
			if o.scrim != nil {
				o.scrim.Resize(size)
			}
			at, inner := o.place(size)
			o.content.Move(at)
			o.content.Resize(inner)
		},
		refresh: func() {
			if o.scrim != nil {
				o.scrim.FillColor = Color(Scrim)
			}
			canvas.Refresh(o)
		},
	}
}

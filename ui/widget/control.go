package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what every control shares: whether it can be used, and where the
// pointer and the focus are. A widget that embeds it calls its methods first
// where it overrides one.
type control struct {
	widget.BaseWidget

	disabled, hovered, pressed, focused bool
	tip                                 tooltip
}

// Enable makes the control usable.
func (c *control) Enable() { c.setDisabled(false) }

// Disable makes the control unusable; the keyboard passes over it.
func (c *control) Disable() { c.setDisabled(true) }

func (c *control) setDisabled(d bool) {
	if c.disabled == d {
		return
	}
	c.disabled = d
	c.Refresh()
}

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() { c.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() { c.setFocused(false) }

func (c *control) setFocused(f bool) {
	if c.focused != f {
		c.focused = f
		c.Refresh()
		if f {
			reveal(func(o fyne.CanvasObject) bool {
				same, ok := o.(interface{ base() *control })
				return ok && same.base() == c
			})
		}
	}
}

// base tells controls apart whatever they are.
func (c *control) base() *control { return c }

// Focused reports whether the keyboard is at the control.
func (c *control) Focused() bool { return c.focused }

// TypedRune implements fyne.Focusable; a control takes no text.
func (c *control) TypedRune(rune) {}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(e *desktop.MouseEvent) {
	c.hovered = true
	c.tip.enter(e)
	c.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	c.tip.leave()
	c.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (c *control) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		c.pressed = true
		c.tip.leave()
		c.Refresh()
	}
}

// MouseUp implements desktop.Mouseable.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.Refresh()
}

// PassKey hands a key that a focused widget has no use for to the window, so
// that a screen's own keys work wherever the focus is.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
}

// activates reports whether a key presses a focused control.
func activates(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
}

// leaveFocus takes the keyboard away from another widget when o is tapped, so
// that the next key goes to the screen and not to where the teacher was.
func leaveFocus(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f, _ := c.Focused().(fyne.CanvasObject); f != nil && f != o {
		c.Unfocus()
	}
}

// focusRing is the mark of the keyboard: 2 px of accent, 2 px away.
func newFocusRing() *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeWidth = 2
	return r
}

const focusGap = 4 // the ring's outer edge lies so far outside, in pixels

// placeRing puts a ring around a box with corners of a radius.
func placeRing(r *canvas.Rectangle, pos fyne.Position, size fyne.Size, radius float32) {
	r.CornerRadius = radius + focusGap
	r.Move(pos.SubtractXY(focusGap, focusGap))
	r.Resize(size.AddWidthHeight(2*focusGap, 2*focusGap))
}

func showRing(r *canvas.Rectangle, on bool) {
	r.StrokeColor = Color(Accent)
	if r.Visible() != on {
		if on {
			r.Show()
		} else {
			r.Hide()
		}
	}
	r.Refresh()
}

// tint moves a colour to another in a short time; a later move takes over
// from where the one before had come to.
type tint struct {
	now, to color.NRGBA
	set     bool
	running *fyne.Animation
}

// move shows c through apply, at once the first time.
func (f *tint) move(c color.NRGBA, d time.Duration, apply func(color.NRGBA)) {
	d = Motion(d)
	if f.set && f.to == c {
		if f.running == nil {
			apply(c)
		}
		return
	}
	first := !f.set
	f.stop()
	f.set, f.to = true, c
	if first || d == 0 {
		f.now = c
		apply(c)
		return
	}
	from := f.now
	f.running = &fyne.Animation{Duration: d, Curve: fyne.AnimationEaseOut, Tick: func(at float32) {
		f.now = blend(from, c, at)
		if at >= 1 {
			f.running = nil
		}
		apply(f.now)
	}}
	f.running.Start()
}

func (f *tint) stop() {
	if f.running != nil {
		f.running.Stop()
		f.running = nil
	}
}

// blend mixes two colours, at from 0 to 1, without darkening where one of
// them is transparent.
func blend(from, to color.NRGBA, at float32) color.NRGBA {
	if from.A == 0 {
		from = color.NRGBA{R: to.R, G: to.G, B: to.B}
	}
	if to.A == 0 {
		to = color.NRGBA{R: from.R, G: from.G, B: from.B}
	}
	mix := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*at + 0.5) }
	return color.NRGBA{R: mix(from.R, to.R), G: mix(from.G, to.G), B: mix(from.B, to.B), A: mix(from.A, to.A)}
}

// drawing is the renderer of all widgets here: objects in drawing order, and
// what to do at a new size or a new state.
type drawing struct {
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
	destroy func()
}

func (d *drawing) Objects() []fyne.CanvasObject { return d.objects() }
func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Refresh()                     { d.refresh() }
func (d *drawing) Destroy() {
	if d.destroy != nil {
		d.destroy()
	}
}

// fixed gives a list of objects that stays.
func fixed(o ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return o }
}

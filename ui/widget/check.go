package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Check is a box with words that is ticked or not.
type Check struct {
	toggle
}

// NewCheck makes a box; changed may be nil.
func NewCheck(text string, on bool, changed func(bool)) *Check {
	c := &Check{toggle{OnChanged: changed, text: text, on: on}}
	c.owner = c
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	const side = 20
	box, tick := canvas.NewRectangle(color.Transparent), newIconImage(IconCheck, OnAccent)
	return c.renderer(box, fyne.NewSquareSize(side), 6, []fyne.CanvasObject{box, tick.Image}, func(y float32) {
		tick.place(0, y, side, side, 15)
		tick.set(IconCheck, OnAccent)
		box.FillColor, box.StrokeColor, box.StrokeWidth = Color(Surface), Color(Edge), 1.5
		if c.on {
			box.FillColor, box.StrokeWidth = Color(Accent), 0
		}
		if c.disabled {
			box.FillColor, box.StrokeColor = Color(Sunken), Color(Line)
			tick.set(IconCheck, Ink3)
		}
		tick.Hidden = !c.on
		tick.Refresh()
	})
}

// Switch turns something on or off at once.
type Switch struct {
	toggle
}

// NewSwitch makes a switch; text may be empty, changed may be nil.
func NewSwitch(text string, on bool, changed func(bool)) *Switch {
	s := &Switch{toggle{OnChanged: changed, text: text, on: on}}
	s.owner = s
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	const width, height, knobSide = 44, 26, 20
	track, knob := canvas.NewRectangle(color.Transparent), canvas.NewCircle(color.Transparent)
	var shade tint
	return s.renderer(track, fyne.NewSize(width, height), height/2, []fyne.CanvasObject{track, knob}, func(y float32) {
		x := float32(3)
		ground := RGBA(Edge)
		knob.FillColor = Color(Surface)
		if s.on {
			x = width - knobSide - 3
			ground = RGBA(Accent)
			knob.FillColor = Color(OnAccent)
		}
		if s.disabled {
			ground = RGBA(Line)
		}
		shade.move(ground, MotionSelect, func(c color.NRGBA) {
			track.FillColor = c
			track.Refresh()
		})
		knob.Resize(fyne.NewSquareSize(knobSide))
		knob.Move(fyne.NewPos(x, y+3))
		knob.Refresh()
	})
}

// toggle is what a check and a switch share.
type toggle struct {
	control

	OnChanged func(bool)

	owner fyne.CanvasObject // the check or switch itself
	text  string
	on    bool
}

// On reports whether it is on.
func (t *toggle) On() bool { return t.on }

// Set turns it on or off without calling OnChanged.
func (t *toggle) Set(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// SetText changes the words.
func (t *toggle) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

func (t *toggle) flip() {
	if t.disabled {
		return
	}
	t.Set(!t.on)
	if t.OnChanged != nil {
		t.OnChanged(t.on)
	}
}

// Tapped implements fyne.Tappable.
func (t *toggle) Tapped(*fyne.PointEvent) {
	leaveFocus(t.owner)
	t.flip()
}

// TypedKey implements fyne.Focusable.
func (t *toggle) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		t.flip()
		return
	}
	PassKey(t.owner, e)
}

// renderer draws a mark of a size with the words after it; draw is called
// with the top of the mark whenever something changed.
func (t *toggle) renderer(box *canvas.Rectangle, size fyne.Size, radius float32, mark []fyne.CanvasObject, draw func(y float32)) fyne.WidgetRenderer {
	ring, words := newFocusRing(), NewText(Body, t.text)
	objects := append(append([]fyne.CanvasObject{ring}, mark...), words)
	layout := func(all fyne.Size) {
		y := (all.Height - size.Height) / 2
		box.CornerRadius = radius
		box.Move(fyne.NewPos(0, y))
		box.Resize(size)
		placeRing(ring, fyne.NewPos(0, y), size, radius)
		words.Move(fyne.NewPos(size.Width+8, 0))
		words.Resize(fyne.NewSize(words.Width(), all.Height))
		draw(y)
	}
	refresh := func() {
		words.SetText(t.text)
		words.SetToken(Ink)
		if t.disabled {
			words.SetToken(Ink3)
		}
		words.Refresh()
		showRing(ring, t.focused && !t.disabled)
		layout(t.Size())
		box.Refresh()
	}
	refresh()
	return &drawing{objects: fixed(objects...), layout: layout, refresh: refresh, min: func() fyne.Size {
		width := size.Width
		if t.text != "" {
			width += 8 + words.Width()
		}
		return fyne.NewSize(width, HeightSmall)
	}}
}

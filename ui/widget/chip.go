package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Chip is a filter: chosen or not, or the opener of a menu of filters.
type Chip struct {
	control

	OnTapped func()

	text   string
	chosen bool
	opens  bool
}

// NewChip makes a chip; tapped may be nil.
func NewChip(text string, tapped func()) *Chip {
	c := &Chip{OnTapped: tapped, text: text}
	c.ExtendBaseWidget(c)
	return c
}

// SetOpens marks the chip as one that opens a menu.
func (c *Chip) SetOpens() *Chip {
	c.opens = true
	c.Refresh()
	return c
}

// Set shows other words and whether the chip is chosen.
func (c *Chip) Set(text string, chosen bool) {
	if c.text != text || c.chosen != chosen {
		c.text, c.chosen = text, chosen
		c.Refresh()
	}
}

// Text gives the words.
func (c *Chip) Text() string { return c.text }

// Chosen reports whether the filter is on.
func (c *Chip) Chosen() bool { return c.chosen }

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) {
	leaveFocus(c)
	c.press()
}

func (c *Chip) press() {
	if !c.disabled && c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		c.press()
		return
	}
	PassKey(c, e)
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	const pad, arrow = 12, 14
	ring, back, words := newFocusRing(), canvas.NewRectangle(color.Transparent), newCanvasText(SmallText, c.text)
	icon := newIconImage(IconDown, Ink2)
	var shade tint
	layout := func(size fyne.Size) {
		back.Resize(size)
		back.CornerRadius = size.Height / 2
		placeRing(ring, fyne.Position{}, size, size.Height/2)
		needs := words.MinSize()
		x := float32(pad)
		if !c.opens {
			x = (size.Width - needs.Width) / 2
		}
		standAt(words, x, (size.Height-needs.Height)/2)
		icon.place(size.Width-pad-arrow+2, 0, arrow, size.Height, arrow)
	}
	refresh := func() {
		ground, ink, style := RGBA(Canvas), Ink2, SmallText
		switch {
		case c.chosen:
			ground, ink, style = RGBA(Ink), Canvas, SmallStrong
		case c.hovered || c.pressed:
			ground, ink = RGBA(Hover), Ink
		}
		back.StrokeColor, back.StrokeWidth = Color(Line), 1
		if c.chosen {
			back.StrokeWidth = 0
		}
		shade.move(ground, MotionSelect, func(to color.NRGBA) {
			back.FillColor = to
			back.Refresh()
		})
		words.Text, words.Color, words.FontSource = c.text, Color(ink), style.font()
		words.Refresh()
		icon.set(IconDown, ink)
		icon.Hidden = !c.opens
		showRing(ring, c.focused)
		layout(c.Size())
		canvas.Refresh(c)
	}
	refresh()
	return &drawing{
		objects: fixed(ring, back, words, icon.Image), layout: layout, refresh: refresh, destroy: shade.stop,
		min: func() fyne.Size {
			// as wide as when chosen, so that nothing moves when it is
			width := Measure(SmallStrong, c.text) + 2*pad
			if c.opens {
				width += arrow + 7
			}
			return fyne.NewSize(width, HeightSmall)
		},
	}
}

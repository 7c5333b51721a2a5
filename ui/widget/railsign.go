package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// RailSign is the sign at the foot of the rail: an icon over a word, which
// tells how it stands with the network and leads to what can be done about it.
type RailSign struct {
	control

	OnTapped func()

	icon  Icon
	token Token
	text  *Text
}

// NewRailSign makes an empty sign.
func NewRailSign(tapped func()) *RailSign {
	s := &RailSign{OnTapped: tapped, text: NewText(Caption, "").SetToken(Ink2).Align(fyne.TextAlignCenter)}
	s.tip.owner = s
	s.ExtendBaseWidget(s)
	return s
}

// Set shows an icon in a colour and its word; help says more when the pointer
// rests on it.
func (s *RailSign) Set(icon Icon, t Token, word, help string) {
	s.icon, s.token, s.tip.text = icon, t, help
	s.text.SetText(word)
	s.Refresh()
}

// Text gives the word.
func (s *RailSign) Text() string { return s.text.Text() }

// Tapped goes there.
func (s *RailSign) Tapped(*fyne.PointEvent) {
	s.tip.leave()
	s.OnTapped()
}

// TypedKey implements fyne.Focusable.
func (s *RailSign) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		s.OnTapped()
		return
	}
	PassKey(s, e)
}

// CreateRenderer implements fyne.Widget.
func (s *RailSign) CreateRenderer() fyne.WidgetRenderer {
	ring, ground, icon := newFocusRing(), canvas.NewRectangle(color.Transparent), newIconImage(s.icon, s.token)
	ground.CornerRadius = RadiusPicture
	layout := func(size fyne.Size) {
		ground.Resize(size)
		placeRing(ring, fyne.Position{}, size, RadiusPicture)
		icon.place(0, 9, size.Width, 16, 18)
		s.text.Move(fyne.NewPos(0, 29))
		s.text.Resize(fyne.NewSize(size.Width, 16))
	}
	refresh := func() {
		ground.FillColor = color.Transparent
		if s.hovered {
			ground.FillColor = Color(Hover)
		}
		ground.Refresh()
		icon.set(s.icon, s.token)
		s.text.Refresh()
		showRing(ring, s.focused)
		canvas.Refresh(s)
	}
	refresh()
	return &drawing{
		objects: fixed(ring, ground, icon.Image, s.text), layout: layout, refresh: refresh, destroy: s.tip.leave,
		min: func() fyne.Size { return fyne.NewSize(68, 50) },
	}
}

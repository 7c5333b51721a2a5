package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// RailItem is one place to go in the rail: an icon, or a story's picture, over
// a word.
type RailItem struct {
	control

	OnTapped func()

	icon    Icon
	text    *Text
	picture *Picture
	story   bool
	chosen  bool
}

// NewRailItem makes an item.
func NewRailItem(l *Loader, icon Icon, text string, tapped func()) *RailItem {
	r := &RailItem{OnTapped: tapped, icon: icon, text: NewText(Caption, text).Align(fyne.TextAlignCenter).Truncate()}
	r.picture = NewPicture(l, Round(5), func() color.Color { return Color(Line) })
	r.picture.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// SetStory shows a story's picture and a word of its title.
func (r *RailItem) SetStory(text, picture string) {
	r.story = picture != ""
	r.text.SetText(text)
	r.picture.SetFile(picture, false)
	setVisible(r.picture, r.story)
	r.Refresh()
}

// SetChosen marks the item whose screen is in sight.
func (r *RailItem) SetChosen(on bool) {
	if r.chosen != on {
		r.chosen = on
		r.Refresh()
	}
}

// Tapped goes there.
func (r *RailItem) Tapped(*fyne.PointEvent) { r.OnTapped() }

// TypedKey implements fyne.Focusable.
func (r *RailItem) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		r.OnTapped()
		return
	}
	PassKey(r, e)
}

// CreateRenderer implements fyne.Widget.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	ring, ground := newFocusRing(), canvas.NewRectangle(color.Transparent)
	ground.CornerRadius = RadiusPicture
	icon := newIconImage(r.icon, Ink2)
	var shade tint
	layout := func(size fyne.Size) {
		ground.Resize(size)
		placeRing(ring, fyne.Position{}, size, RadiusPicture)
		icon.place(0, 8, size.Width, 24, 20)
		r.picture.Move(fyne.NewPos((size.Width-40)/2, 6))
		r.picture.Resize(fyne.NewSize(40, 27))
		r.text.Move(fyne.NewPos(2, 35))
		r.text.Resize(fyne.NewSize(size.Width-4, 16))
	}
	refresh := func() {
		fill, ink, style := color.NRGBA{}, Ink2, Caption
		switch {
		case r.chosen:
			fill, ink, style = RGBA(Surface), Accent, CaptionBold
		case r.hovered:
			fill = RGBA(Hover)
		}
		shade.move(fill, MotionSelect, func(c color.NRGBA) {
			ground.FillColor = c
			ground.Refresh()
		})
		icon.set(r.icon, ink)
		setVisible(icon.Image, !r.story)
		r.text.SetStyle(style)
		r.text.SetToken(ink)
		showRing(ring, r.focused)
		layout(r.Size())
		canvas.Refresh(r)
	}
	refresh()
	return &drawing{
		objects: fixed(ring, ground, icon.Image, r.picture, r.text), layout: layout, refresh: refresh,
		min: func() fyne.Size { return fyne.NewSize(68, 58) }, destroy: shade.stop,
	}
}

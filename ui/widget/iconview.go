package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// IconView shows an icon that cannot be pressed.
type IconView struct {
	widget.BaseWidget

	icon  Icon
	token Token
	size  float32
}

// NewIconView makes an icon of a size, in pixels, in a colour.
func NewIconView(i Icon, t Token, size float32) *IconView {
	v := &IconView{icon: i, token: t, size: size}
	v.ExtendBaseWidget(v)
	return v
}

// Set shows another icon or colour.
func (v *IconView) Set(i Icon, t Token) {
	if v.icon != i || v.token != t {
		v.icon, v.token = i, t
		v.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (v *IconView) CreateRenderer() fyne.WidgetRenderer {
	img := newIconImage(v.icon, v.token)
	return &drawing{
		objects: fixed(img.Image),
		layout:  func(size fyne.Size) { img.place(0, 0, size.Width, size.Height, v.size) },
		min:     func() fyne.Size { return fyne.NewSquareSize(v.size) },
		refresh: func() { img.set(v.icon, v.token) },
	}
}

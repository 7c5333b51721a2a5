package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Status is a mark and the word for it: a state is never colour alone.
type Status struct {
	widget.BaseWidget

	mark  Icon
	color Token // of the mark
	text  string
	ink   Token // of the word
	style Style
	size  float32
}

// NewStatus makes a mark in a colour and a word in the same colour, 13 px
// high.
func NewStatus(mark Icon, t Token, text string) *Status {
	s := &Status{mark: mark, color: t, text: text, ink: t, style: SmallText, size: 16}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows another state.
func (s *Status) Set(mark Icon, markColor, ink Token, text string) {
	if s.mark == mark && s.color == markColor && s.ink == ink && s.text == text {
		return
	}
	s.mark, s.color, s.ink, s.text = mark, markColor, ink, text
	s.Refresh()
}

// SetStyle changes the size of the word and of the mark, in pixels.
func (s *Status) SetStyle(style Style, mark float32) *Status {
	s.style, s.size = style, mark
	s.Refresh()
	return s
}

// Text gives the word.
func (s *Status) Text() string { return s.text }

const statusGap = 5

// CreateRenderer implements fyne.Widget.
func (s *Status) CreateRenderer() fyne.WidgetRenderer {
	icon, words := newIconImage(s.mark, s.color), NewText(s.style, s.text).Truncate()
	layout := func(size fyne.Size) {
		x := float32(0)
		if s.mark != "" {
			icon.place(0, 0, s.size, size.Height, s.size)
			x = s.size + statusGap
		}
		words.Move(fyne.NewPos(x, 0))
		words.Resize(fyne.NewSize(max(size.Width-x, 0), size.Height))
	}
	refresh := func() {
		icon.set(s.mark, s.color)
		words.SetStyle(s.style)
		words.SetToken(s.ink)
		words.SetText(s.text)
		words.Refresh()
		layout(s.Size())
		canvas.Refresh(s)
	}
	refresh()
	return &drawing{objects: fixed(icon.Image, words), layout: layout, refresh: refresh, min: func() fyne.Size {
		width := Measure(s.style, s.text) + 1
		if s.mark != "" {
			width += s.size + statusGap
		}
		return fyne.NewSize(width, max(s.style.LineHeight(), s.size))
	}}
}

// Tag is a small pill that says a state: a mark and a word on a soft ground.
type Tag struct {
	widget.BaseWidget
	status *Status
	ground Token
}

// NewTag makes a pill; mark may be empty.
func NewTag(mark Icon, ink, ground Token, text string) *Tag {
	t := &Tag{status: NewStatus(mark, ink, text).SetStyle(CaptionBold, 14), ground: ground}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another state.
func (t *Tag) Set(mark Icon, ink, ground Token, text string) {
	t.ground = ground
	t.status.Set(mark, ink, ink, text)
	t.Refresh()
}

// Text gives the word.
func (t *Tag) Text() string { return t.status.Text() }

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	const height, pad = 24, 9
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = height / 2
	refresh := func() {
		back.FillColor = Color(t.ground)
		back.Refresh()
		t.status.Refresh()
	}
	refresh()
	return &drawing{
		objects: fixed(back, t.status), refresh: refresh,
		min: func() fyne.Size { return fyne.NewSize(t.status.MinSize().Width+2*pad, height) },
		layout: func(size fyne.Size) {
			back.Resize(size)
			t.status.Move(fyne.NewPos(pad, 0))
			t.status.Resize(fyne.NewSize(size.Width-2*pad, size.Height))
		},
	}
}

// Keycap shows a key or a combination as it stands on the keyboard.
type Keycap struct {
	widget.BaseWidget
	text *Text
}

// NewKeycap makes a key.
func NewKeycap(key string) *Keycap {
	k := &Keycap{text: NewText(CaptionBold, key).SetToken(Ink2).Align(fyne.TextAlignCenter)}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *Keycap) CreateRenderer() fyne.WidgetRenderer {
	foot, face := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	foot.CornerRadius, face.CornerRadius = 6, 6
	face.StrokeWidth = 1
	refresh := func() {
		foot.FillColor = Color(Line)
		face.FillColor, face.StrokeColor = Color(Surface), Color(Line)
		foot.Refresh()
		face.Refresh()
		k.text.Refresh()
	}
	refresh()
	return &drawing{
		objects: fixed(foot, face, k.text), refresh: refresh,
		min: func() fyne.Size { return fyne.NewSize(max(k.text.Width()+13, 24), 23) },
		layout: func(size fyne.Size) {
			foot.Resize(size)
			face.Resize(fyne.NewSize(size.Width, size.Height-1))
			k.text.Resize(fyne.NewSize(size.Width, size.Height-1))
		},
	}
}

package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Select chooses one of several options from a menu. Up and Down change the
// choice, Space and Return open the menu.
type Select struct {
	control

	OnChanged func(int)

	options  []string
	selected int // -1: none
	none     string
	size     ControlSize
	quiet    bool
}

// NewSelect makes the control; changed may be nil.
func NewSelect(options []string, selected int, changed func(int)) *Select {
	s := &Select{OnChanged: changed, options: options, selected: selected}
	s.ExtendBaseWidget(s)
	return s
}

// SetSize changes the height.
func (s *Select) SetSize(size ControlSize) *Select {
	s.size = size
	s.Refresh()
	return s
}

// SetQuiet leaves out the frame, for a choice in a row of text.
func (s *Select) SetQuiet() *Select {
	s.quiet = true
	s.Refresh()
	return s
}

// SetPlaceholder is shown while nothing is chosen.
func (s *Select) SetPlaceholder(text string) *Select {
	s.none = text
	s.Refresh()
	return s
}

// SetOptions replaces the options and the choice without calling OnChanged.
func (s *Select) SetOptions(options []string, selected int) {
	s.options, s.selected = options, selected
	s.Refresh()
}

// Selected is the index of the choice, -1: none.
func (s *Select) Selected() int { return s.selected }

// Select changes the choice without calling OnChanged.
func (s *Select) Select(i int) {
	if i != s.selected && i < len(s.options) {
		s.selected = i
		s.Refresh()
	}
}

// Text is what is shown.
func (s *Select) Text() string {
	if s.selected < 0 || s.selected >= len(s.options) {
		return s.none
	}
	return s.options[s.selected]
}

func (s *Select) choose(i int) {
	if i == s.selected || i < 0 || i >= len(s.options) {
		return
	}
	s.Select(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// Open shows the options.
func (s *Select) Open() {
	if s.disabled || len(s.options) == 0 {
		return
	}
	items := make([]MenuItem, len(s.options))
	for i, o := range s.options {
		items[i] = MenuItem{Text: o, Checked: i == s.selected, Action: func() { s.choose(i) }}
	}
	ShowMenu(s, BelowOf(s), s.Size().Width, items...)
}

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) {
	leaveFocus(s)
	s.Open()
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch {
	case activates(e):
		s.Open()
	case s.disabled:
	case e.Name == fyne.KeyUp:
		s.choose(s.selected - 1)
	case e.Name == fyne.KeyDown:
		s.choose(s.selected + 1)
	default:
		PassKey(s, e)
	}
}

func (s *Select) styles() (style Style, pad, arrow float32) {
	style, pad, arrow = Body, 12, 17
	if s.size == Small {
		style, pad, arrow = SmallText, 10, 15
	}
	if s.quiet {
		style = SmallStrong
	}
	return style, pad, arrow
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	ring, back := newFocusRing(), canvas.NewRectangle(color.Transparent)
	words, icon := NewText(Body, s.Text()).Truncate(), newIconImage(IconDown, Ink2)
	layout := func(size fyne.Size) {
		_, pad, arrow := s.styles()
		back.CornerRadius = RadiusControl
		back.Resize(size)
		ring.CornerRadius = RadiusControl
		if s.quiet {
			placeRing(ring, fyne.Position{}, size, RadiusControl)
		} else { // on a field the ring lies directly on the edge
			ring.Move(fyne.NewPos(-1, -1))
			ring.Resize(size.AddWidthHeight(2, 2))
		}
		words.Move(fyne.NewPos(pad, 0))
		words.Resize(fyne.NewSize(size.Width-2*pad-arrow-6, size.Height))
		icon.place(size.Width-pad-arrow, 0, arrow, size.Height, arrow)
	}
	refresh := func() {
		style, _, _ := s.styles()
		ink := Ink
		back.FillColor, back.StrokeColor, back.StrokeWidth = Color(Surface), Color(Edge), 1
		switch {
		case s.disabled:
			back.FillColor, back.StrokeWidth, ink = Color(Sunken), 0, Ink3
		case s.quiet && s.hovered:
			back.FillColor, back.StrokeWidth = Color(Hover), 0
		case s.quiet:
			back.FillColor, back.StrokeWidth, ink = color.Transparent, 0, Ink2
		case s.hovered:
			back.FillColor = Color(Hover)
		}
		if s.selected < 0 {
			ink = Ink3
		}
		words.SetStyle(style)
		words.SetToken(ink)
		words.SetText(s.Text())
		words.Refresh()
		icon.set(IconDown, Ink2)
		showRing(ring, s.focused && !s.disabled)
		layout(s.Size())
		back.Refresh()
		canvas.Refresh(s)
	}
	refresh()
	return &drawing{objects: fixed(back, ring, words, icon.Image), layout: layout, refresh: refresh, min: func() fyne.Size {
		style, pad, arrow := s.styles()
		width := Measure(style, s.none)
		for _, o := range s.options {
			width = max(width, Measure(style, o))
		}
		// long options may be shortened, so they do not push a screen apart
		return fyne.NewSize(min(width, 240)+2*pad+arrow+8, s.size.height())
	}}
}

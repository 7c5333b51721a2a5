package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Segmented chooses one of a few options that are all in sight. Left and
// right change the choice.
type Segmented struct {
	control

	OnChanged func(int)

	options  []string
	selected int
	size     ControlSize
	stretch  bool
}

// NewSegmented makes the control; changed may be nil.
func NewSegmented(options []string, selected int, changed func(int)) *Segmented {
	s := &Segmented{OnChanged: changed, options: options, selected: selected}
	s.ExtendBaseWidget(s)
	return s
}

// SetSize changes the height.
func (s *Segmented) SetSize(size ControlSize) *Segmented {
	s.size = size
	s.Refresh()
	return s
}

// SetStretch gives all options the same share of the width.
func (s *Segmented) SetStretch() *Segmented {
	s.stretch = true
	s.Refresh()
	return s
}

// Selected is the index of the choice.
func (s *Segmented) Selected() int { return s.selected }

// Select changes the choice without calling OnChanged.
func (s *Segmented) Select(i int) {
	if i != s.selected && i >= 0 && i < len(s.options) {
		s.selected = i
		s.Refresh()
	}
}

func (s *Segmented) choose(i int) {
	if s.disabled || i == s.selected || i < 0 || i >= len(s.options) {
		return
	}
	s.Select(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	leaveFocus(s)
	s.choose(s.at(e.Position.X))
}

// TypedKey implements fyne.Focusable.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(s.selected - 1)
	case fyne.KeyRight:
		s.choose(s.selected + 1)
	default:
		PassKey(s, e)
	}
}

const segmentInset = 3

func (s *Segmented) styles() (plain, chosen Style, pad float32) {
	if s.size == Small {
		return SmallText, SmallStrong, 11
	}
	return Body, Strong, 13
}

// spans gives the left edge and the width of each option.
func (s *Segmented) spans(width float32) [][2]float32 {
	_, chosen, pad := s.styles()
	spans := make([][2]float32, len(s.options))
	if len(spans) == 0 {
		return spans
	}
	var sum float32
	for i, o := range s.options {
		spans[i][1] = Measure(chosen, o) + 2*pad
		sum += spans[i][1]
	}
	extra := (width - 2*segmentInset - sum) / float32(len(spans))
	x := float32(segmentInset)
	for i := range spans {
		spans[i][1] += extra
		if s.stretch {
			spans[i][1] = (width - 2*segmentInset) / float32(len(spans))
		}
		spans[i][0] = x
		x += spans[i][1]
	}
	return spans
}

func (s *Segmented) at(x float32) int {
	for i, span := range s.spans(s.Size().Width) {
		if x >= span[0] && x < span[0]+span[1] {
			return i
		}
	}
	return -1
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	track, chosen, ring := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), newFocusRing()
	texts := make([]*canvas.Text, len(s.options))
	objects := []fyne.CanvasObject{ring, track, chosen}
	for i, o := range s.options {
		texts[i] = newCanvasText(Body, o)
		objects = append(objects, texts[i])
	}
	layout := func(size fyne.Size) {
		track.Resize(size)
		track.CornerRadius = RadiusControl
		placeRing(ring, fyne.Position{}, size, RadiusControl)
		for i, span := range s.spans(size.Width) {
			words := texts[i].MinSize()
			standAt(texts[i], span[0]+(span[1]-words.Width)/2, (size.Height-words.Height)/2)
			if i == s.selected {
				chosen.CornerRadius = RadiusSmall
				chosen.Move(fyne.NewPos(span[0], segmentInset))
				chosen.Resize(fyne.NewSize(span[1], size.Height-2*segmentInset))
			}
		}
	}
	refresh := func() {
		plain, bold, _ := s.styles()
		track.FillColor = Color(Sunken)
		chosen.FillColor, chosen.StrokeWidth, chosen.StrokeColor = Color(Surface), 1, Color(Line)
		if IsDark() {
			chosen.FillColor = Color(Raised)
		}
		for i, t := range texts {
			style, token := plain, Ink2
			if i == s.selected {
				style, token = bold, Ink
			}
			if s.disabled {
				token = Ink3
			}
			t.TextSize, t.FontSource, t.Color = style.Size(), style.font(), Color(token)
			t.Refresh()
		}
		showRing(ring, s.focused && !s.disabled)
		layout(s.Size())
		canvas.Refresh(s)
	}
	refresh()
	return &drawing{objects: fixed(objects...), layout: layout, refresh: refresh, min: func() fyne.Size {
		_, bold, pad := s.styles()
		width, widest := float32(0), float32(0)
		for _, o := range s.options {
			w := Measure(bold, o) + 2*pad
			width, widest = width+w, max(widest, w)
		}
		if s.stretch {
			width = widest * float32(len(s.options))
		}
		return fyne.NewSize(width+2*segmentInset, s.size.height())
	}}
}

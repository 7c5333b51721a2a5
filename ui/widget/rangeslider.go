package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// RangeSlider chooses a stretch of pages with two handles. Each handle takes
// the focus: the arrow keys move it by one page, PageUp and PageDown by a
// tenth, Home and End to its limit. The handles do not pass each other.
type RangeSlider struct {
	fw.BaseWidget

	// OnChanged is told the new ends, both inclusive, after the teacher
	// moved a handle; not after SetRange.
	OnChanged func(from, to int)

	last     int // the highest page; the lowest is 1
	from, to int
	low      *rangeHandle
	high     *rangeHandle
}

const (
	handleSize  = 22 // diameter of a handle
	handleReach = 36 // of the square that takes the pointer
	trackHeight = 4
)

// NewRangeSlider makes a slider over the pages 1 to last with all chosen.
func NewRangeSlider(last int, changed func(from, to int)) *RangeSlider {
	s := &RangeSlider{OnChanged: changed, last: max(1, last), from: 1, to: max(1, last)}
	s.low = newRangeHandle(s, false)
	s.high = newRangeHandle(s, true)
	s.ExtendBaseWidget(s)
	return s
}

// SetRange sets the highest page and both ends without calling OnChanged.
func (s *RangeSlider) SetRange(from, to, last int) {
	s.last = max(1, last)
	s.from = min(max(1, from), s.last)
	s.to = min(max(s.from, to), s.last)
	s.Refresh()
}

// Range gives both ends.
func (s *RangeSlider) Range() (from, to int) { return s.from, s.to }

// Tapped moves the nearer handle to the pointer.
func (s *RangeSlider) Tapped(e *fyne.PointEvent) {
	page := s.pageAt(e.Position.X)
	s.move(page > s.to || page-s.from > s.to-page, page)
}

// move sets one end as far as the other allows.
func (s *RangeSlider) move(high bool, page int) {
	from, to := s.from, s.to
	if high {
		to = min(max(page, s.from), s.last)
	} else {
		from = max(min(page, s.to), 1)
	}
	if from == s.from && to == s.to {
		return
	}
	s.from, s.to = from, to
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(from, to)
	}
}

// x is the middle of a page's handle.
func (s *RangeSlider) x(page int) float32 {
	w := s.Size().Width - handleReach
	if s.last == 1 {
		return handleReach/2 + w*float32(page-s.from)
	}
	return handleReach/2 + w*float32(page-1)/float32(s.last-1)
}

func (s *RangeSlider) pageAt(x float32) int {
	w := s.Size().Width - handleReach
	if w <= 0 {
		return 1
	}
	page := 1 + int(math.Round(float64((x-handleReach/2)/w)*float64(s.last-1)))
	return min(max(1, page), s.last)
}

// CreateRenderer is for Fyne.
func (s *RangeSlider) CreateRenderer() fyne.WidgetRenderer {
	r := &rangeRenderer{s: s, track: canvas.NewRectangle(nil), chosen: canvas.NewRectangle(nil)}
	r.track.CornerRadius, r.chosen.CornerRadius = trackHeight/2, trackHeight/2
	r.colours()
	return r
}

type rangeRenderer struct {
	s             *RangeSlider
	track, chosen *canvas.Rectangle
}

func (r *rangeRenderer) colours() {
	r.track.FillColor = Color(Line)
	r.chosen.FillColor = Color(Accent)
}

func (r *rangeRenderer) Layout(size fyne.Size) {
	y := (size.Height - trackHeight) / 2
	place := func(o *canvas.Rectangle, x1, x2 float32) {
		o.Move(fyne.NewPos(x1, y))
		o.Resize(fyne.NewSize(max(0, x2-x1), trackHeight))
	}
	low, high := r.s.x(r.s.from), r.s.x(r.s.to)
	if r.s.last == 1 {
		low, high = handleReach/2, size.Width-handleReach/2
	}
	place(r.track, handleReach/2, size.Width-handleReach/2)
	place(r.chosen, low, high)
	for h, x := range map[*rangeHandle]float32{r.s.low: low, r.s.high: high} {
		h.Resize(fyne.NewSquareSize(handleReach))
		h.Move(fyne.NewPos(x-handleReach/2, (size.Height-handleReach)/2))
	}
}

func (r *rangeRenderer) MinSize() fyne.Size { return fyne.NewSize(160, handleReach) }

func (r *rangeRenderer) Refresh() {
	r.colours()
	r.Layout(r.s.Size())
	r.track.Refresh()
	r.chosen.Refresh()
	r.s.low.Refresh()
	r.s.high.Refresh()
}

func (r *rangeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.chosen, r.s.low, r.s.high}
}

func (r *rangeRenderer) Destroy() {}

// rangeHandle is one end of a RangeSlider.
type rangeHandle struct {
	fw.BaseWidget
	slider           *RangeSlider
	high             bool
	focused, hovered bool
}

var (
	_ fyne.Focusable     = (*rangeHandle)(nil)
	_ fyne.Draggable     = (*rangeHandle)(nil)
	_ fyne.Tappable      = (*rangeHandle)(nil)
	_ desktop.Hoverable  = (*rangeHandle)(nil)
	_ desktop.Cursorable = (*rangeHandle)(nil)
)

func newRangeHandle(s *RangeSlider, high bool) *rangeHandle {
	h := &rangeHandle{slider: s, high: high}
	h.ExtendBaseWidget(h)
	return h
}

func (h *rangeHandle) page() int {
	if h.high {
		return h.slider.to
	}
	return h.slider.from
}

// Tapped gives the handle the focus, so that the arrow keys go on from there.
func (h *rangeHandle) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h)
	}
}

func (h *rangeHandle) Dragged(e *fyne.DragEvent) {
	h.slider.move(h.high, h.slider.pageAt(h.Position().X+e.Position.X))
}

func (h *rangeHandle) DragEnd() {}

func (h *rangeHandle) TypedKey(e *fyne.KeyEvent) {
	tenth := max(1, h.slider.last/10)
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		h.slider.move(h.high, h.page()-1)
	case fyne.KeyRight, fyne.KeyUp:
		h.slider.move(h.high, h.page()+1)
	case fyne.KeyPageUp:
		h.slider.move(h.high, h.page()-tenth)
	case fyne.KeyPageDown:
		h.slider.move(h.high, h.page()+tenth)
	case fyne.KeyHome:
		h.slider.move(h.high, 1)
	case fyne.KeyEnd:
		h.slider.move(h.high, h.slider.last)
	default:
		PassKey(h, e)
	}
}

func (h *rangeHandle) TypedRune(rune) {}
func (h *rangeHandle) FocusGained()   { h.focused = true; h.Refresh() }
func (h *rangeHandle) FocusLost()     { h.focused = false; h.Refresh() }

func (h *rangeHandle) MouseIn(*desktop.MouseEvent)    { h.hovered = true; h.Refresh() }
func (h *rangeHandle) MouseMoved(*desktop.MouseEvent) {}
func (h *rangeHandle) MouseOut()                      { h.hovered = false; h.Refresh() }
func (h *rangeHandle) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (h *rangeHandle) CreateRenderer() fyne.WidgetRenderer {
	r := &handleRenderer{h: h, knob: canvas.NewCircle(nil), ring: canvas.NewCircle(nil)}
	r.Refresh()
	return r
}

type handleRenderer struct {
	h          *rangeHandle
	knob, ring *canvas.Circle
}

func (r *handleRenderer) Layout(size fyne.Size) {
	centre := func(o fyne.CanvasObject, d float32) {
		o.Resize(fyne.NewSquareSize(d))
		o.Move(fyne.NewPos((size.Width-d)/2, (size.Height-d)/2))
	}
	centre(r.knob, handleSize)
	centre(r.ring, handleSize+8)
}

func (r *handleRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(handleReach) }

func (r *handleRenderer) Refresh() {
	r.knob.FillColor = Color(Surface)
	if r.h.hovered {
		r.knob.FillColor = Color(AccentSoft)
	}
	r.knob.StrokeColor, r.knob.StrokeWidth = Color(Accent), 2
	r.ring.FillColor = nil
	r.ring.StrokeColor, r.ring.StrokeWidth = Color(Accent), 2
	r.ring.Hidden = !r.h.focused
	r.knob.Refresh()
	r.ring.Refresh()
}

func (r *handleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.knob}
}

func (r *handleRenderer) Destroy() {}

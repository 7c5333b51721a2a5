package widget

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// SeekBar shows how far a page has been spoken, in one piece a sentence, and
// takes a click, a drag or the arrow keys to go elsewhere in it. It does not
// run by itself: the screen sets the position.
type SeekBar struct {
	fw.BaseWidget

	// OnSeek is told where to go on; while the knob is dragged it is told
	// once, at the end.
	OnSeek func(position time.Duration)
	// OnDragged is told where the knob is while it is dragged.
	OnDragged func(position time.Duration)

	step time.Duration        // of the arrow keys
	pass func(*fyne.KeyEvent) // takes the keys that the bar has no use for

	starts   []time.Duration // of each sentence, sorted
	position time.Duration
	duration time.Duration
	dragging bool

	focused, hovered bool
}

var (
	_ fyne.Focusable     = (*SeekBar)(nil)
	_ fyne.Draggable     = (*SeekBar)(nil)
	_ fyne.Tappable      = (*SeekBar)(nil)
	_ desktop.Hoverable  = (*SeekBar)(nil)
	_ desktop.Cursorable = (*SeekBar)(nil)
)

const (
	seekHeight = 6  // of the bar
	seekKnob   = 16 // diameter of the knob
	seekGap    = 3  // between two sentences
	seekReach  = 32 // height that takes the pointer
	seekStep   = 2 * time.Second
	// maxSegments is how many sentences are told apart; a page with more
	// shows one piece, since the pieces would be dots.
	maxSegments = 24
)

// NewSeekBar makes an empty bar.
func NewSeekBar(seek func(time.Duration)) *SeekBar {
	b := &SeekBar{OnSeek: seek, step: seekStep}
	b.pass = func(e *fyne.KeyEvent) { PassKey(b, e) }
	b.ExtendBaseWidget(b)
	return b
}

// SetTrack sets the page's length and where its sentences start, from its
// beginning.
func (b *SeekBar) SetTrack(duration time.Duration, starts []time.Duration) {
	if duration == b.duration && slices.Equal(starts, b.starts) {
		return
	}
	b.duration = max(0, duration)
	b.starts = slices.Clone(starts)
	slices.Sort(b.starts)
	b.Refresh()
}

// SetPosition moves the knob, unless it is being dragged. It redraws only
// where the knob moves by half a pixel or more.
func (b *SeekBar) SetPosition(position time.Duration) {
	if b.dragging || position == b.position {
		return
	}
	before := b.x(b.position)
	b.position = min(max(0, position), b.duration)
	if after := b.x(b.position); after-before >= 0.5 || before-after >= 0.5 {
		b.Refresh()
	}
}

// At is where the knob stands.
func (b *SeekBar) At() time.Duration { return b.position }

// Segments gives the pieces of the bar as fractions of its length.
func (b *SeekBar) Segments() [][2]float32 {
	if b.duration <= 0 {
		return [][2]float32{{0, 1}}
	}
	edges := []float32{0}
	for _, s := range b.starts {
		f := float32(s) / float32(b.duration)
		if f > edges[len(edges)-1]+0.01 && f < 0.99 {
			edges = append(edges, f)
		}
	}
	if len(edges) > maxSegments {
		edges = edges[:1]
	}
	edges = append(edges, 1)
	var pieces [][2]float32
	for i := 1; i < len(edges); i++ {
		pieces = append(pieces, [2]float32{edges[i-1], edges[i]})
	}
	return pieces
}

func (b *SeekBar) fraction() float32 {
	if b.duration <= 0 {
		return 0
	}
	return min(1, float32(b.position)/float32(b.duration))
}

func (b *SeekBar) x(position time.Duration) float32 {
	if b.duration <= 0 {
		return 0
	}
	return b.Size().Width * min(1, float32(position)/float32(b.duration))
}

func (b *SeekBar) at(x float32) time.Duration {
	w := b.Size().Width
	if w <= 0 {
		return 0
	}
	part := math.Min(1, math.Max(0, float64(x/w)))
	return time.Duration(part * float64(b.duration))
}

func (b *SeekBar) seek(position time.Duration) {
	b.position = min(max(0, position), b.duration)
	b.Refresh()
	if b.OnSeek != nil && b.duration > 0 {
		b.OnSeek(b.position)
	}
}

// Tapped goes to the place under the pointer.
func (b *SeekBar) Tapped(e *fyne.PointEvent) {
	leaveFocus(b)
	b.seek(b.at(e.Position.X))
}

// Dragged moves the knob with the pointer.
func (b *SeekBar) Dragged(e *fyne.DragEvent) {
	b.dragging = true
	b.position = b.at(e.Position.X)
	b.Refresh()
	if b.OnDragged != nil {
		b.OnDragged(b.position)
	}
}

// DragEnd goes to where the knob was dragged.
func (b *SeekBar) DragEnd() {
	if !b.dragging {
		return
	}
	b.dragging = false
	b.seek(b.position)
}

// TypedKey moves by two seconds with the arrow keys, to an end with Home and
// End.
func (b *SeekBar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		b.seek(b.position - b.step)
	case fyne.KeyRight, fyne.KeyUp:
		b.seek(b.position + b.step)
	case fyne.KeyHome:
		b.seek(0)
	case fyne.KeyEnd:
		b.seek(b.duration)
	default:
		b.pass(e)
	}
}

// TypedRune is for Fyne.
func (b *SeekBar) TypedRune(rune) {}

// FocusGained is for Fyne.
func (b *SeekBar) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is for Fyne.
func (b *SeekBar) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn is for Fyne.
func (b *SeekBar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is for Fyne.
func (b *SeekBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (b *SeekBar) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor is for Fyne.
func (b *SeekBar) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (b *SeekBar) CreateRenderer() fyne.WidgetRenderer {
	r := &seekRenderer{b: b, knob: canvas.NewCircle(nil), ring: canvas.NewCircle(nil)}
	r.Refresh()
	return r
}

type seekRenderer struct {
	b          *SeekBar
	pieces     []*canvas.Rectangle // for each segment what is to come, then what is done
	knob, ring *canvas.Circle
}

func (r *seekRenderer) Layout(size fyne.Size) {
	segments := r.b.Segments()
	for len(r.pieces) < 2*len(segments) {
		p := canvas.NewRectangle(nil)
		p.CornerRadius = seekHeight / 2
		r.pieces = append(r.pieces, p)
	}
	y, done := (size.Height-seekHeight)/2, size.Width*r.b.fraction()
	for i := range len(r.pieces) / 2 {
		rest, spoken := r.pieces[2*i], r.pieces[2*i+1]
		rest.Hidden, spoken.Hidden = i >= len(segments), true
		if rest.Hidden {
			continue
		}
		x1, x2 := size.Width*segments[i][0], size.Width*segments[i][1]
		if i < len(segments)-1 {
			x2 -= seekGap
		}
		rest.Move(fyne.NewPos(x1, y))
		rest.Resize(fyne.NewSize(max(1, x2-x1), seekHeight))
		if done > x1+1 {
			spoken.Hidden = false
			spoken.Move(fyne.NewPos(x1, y))
			spoken.Resize(fyne.NewSize(max(1, min(x2, done)-x1), seekHeight))
		}
	}
	x := min(max(seekKnob/2, done), size.Width-seekKnob/2)
	for o, d := range map[*canvas.Circle]float32{r.knob: seekKnob, r.ring: seekKnob + 8} {
		o.Resize(fyne.NewSquareSize(d))
		o.Move(fyne.NewPos(x-d/2, (size.Height-d)/2))
	}
}

func (r *seekRenderer) MinSize() fyne.Size { return fyne.NewSize(60, seekReach) }

func (r *seekRenderer) Refresh() {
	r.Layout(r.b.Size())
	for i, p := range r.pieces {
		p.FillColor = Color(Line)
		if i%2 == 1 {
			p.FillColor = Color(Accent)
		}
	}
	r.knob.FillColor = Color(Surface)
	if r.b.hovered || r.b.dragging {
		r.knob.FillColor = Color(AccentSoft)
	}
	r.knob.StrokeColor, r.knob.StrokeWidth = Color(Accent), 2
	r.ring.FillColor = nil
	r.ring.StrokeColor, r.ring.StrokeWidth = Color(Accent), 2
	r.ring.Hidden = !r.b.focused
	canvas.Refresh(r.b)
}

func (r *seekRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, len(r.pieces)+2)
	for _, p := range r.pieces {
		all = append(all, p)
	}
	return append(all, r.ring, r.knob)
}

func (r *seekRenderer) Destroy() {}

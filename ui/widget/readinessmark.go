package widget

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// partMark is one cell of the board: a mark and its word. It takes the focus
// only where pressing it does something.
type partMark struct {
	fw.BaseWidget
	cell             PartCell
	pressed          func()
	focused, hovered bool
	ring             *Countdown
	arc              *Spinner
	tip              tooltip
}

var (
	_ fyne.Focusable     = (*partMark)(nil)
	_ fyne.Disableable   = (*partMark)(nil)
	_ fyne.Tappable      = (*partMark)(nil)
	_ desktop.Hoverable  = (*partMark)(nil)
	_ desktop.Cursorable = (*partMark)(nil)
)

func newPartMark(pressed func()) *partMark {
	m := &partMark{pressed: pressed, ring: NewCountdown(18), arc: NewSpinner()}
	m.ring.OnSecond = func(int) { m.Refresh() }
	m.tip.owner = m
	m.ring.Hide()
	m.arc.Hide()
	m.ExtendBaseWidget(m)
	return m
}

func (m *partMark) set(c PartCell) {
	if c == m.cell {
		return
	}
	m.cell, m.tip.text = c, c.Why
	m.ring.SetUntil(c.Until)
	setVisible(m.ring, c.State == PartWaiting)
	setVisible(m.arc, c.State == PartWorking)
	m.Refresh()
}

// words gives what stands beside the mark: the strong part, then the rest.
func (m *partMark) words() (strong, rest string) {
	c := m.cell
	switch c.State {
	case PartWaiting:
		strong = fmt.Sprintf("%d s", m.ring.Left())
		if c.Of > 0 {
			rest = fmt.Sprintf("%d of %d", c.Attempt, c.Of)
		}
		return strong, rest
	case PartFailed:
		return c.Word, ""
	default:
		return "", c.Word
	}
}

// Tapped implements fyne.Tappable.
func (m *partMark) Tapped(*fyne.PointEvent) {
	m.tip.leave()
	m.pressed()
}

func (m *partMark) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		m.pressed()
		return
	}
	PassKey(m, e)
}

func (m *partMark) TypedRune(rune) {}
func (m *partMark) FocusGained()   { m.focused = true; m.Refresh() }
func (m *partMark) FocusLost()     { m.focused = false; m.Refresh() }

// Enable and Disable do nothing: the state decides.
func (m *partMark) Enable()        {}
func (m *partMark) Disable()       {}
func (m *partMark) Disabled() bool { return !m.cell.acts() }

// MouseIn implements desktop.Hoverable.
func (m *partMark) MouseIn(e *desktop.MouseEvent) {
	m.hovered = true
	m.tip.enter(e)
	m.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (m *partMark) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (m *partMark) MouseOut() {
	m.hovered = false
	m.tip.leave()
	m.Refresh()
}

func (m *partMark) Cursor() desktop.Cursor {
	if m.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (m *partMark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{
		m: m, back: canvas.NewRectangle(nil), focus: canvas.NewRectangle(nil), icon: newIconImage("", Ink3),
		dot: canvas.NewCircle(nil), strong: NewText(SmallStrong, "").Tabular(), word: NewText(SmallText, "").Truncate(),
	}
	r.Refresh()
	return r
}

type markRenderer struct {
	m            *partMark
	back, focus  *canvas.Rectangle
	icon         *iconImage
	dot          *canvas.Circle
	strong, word *Text
}

const markSize = 16

func (r *markRenderer) Layout(size fyne.Size) {
	middle := func(o fyne.CanvasObject, side float32) {
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos((markSize-side)/2, (size.Height-side)/2))
	}
	middle(r.icon.Image, markSize)
	middle(r.dot, 6)
	middle(r.m.ring, 18)
	middle(r.m.arc, 15)
	x, h := float32(markSize+6), float32(18)
	if r.strong.Visible() {
		w := min(r.strong.MinSize().Width, size.Width-x)
		r.strong.Move(fyne.NewPos(x, (size.Height-h)/2))
		r.strong.Resize(fyne.NewSize(w, h))
		x += w + 6
	}
	r.word.Move(fyne.NewPos(x, (size.Height-h)/2))
	room := max(0, size.Width-x)
	if r.strong.Visible() && r.word.Width() > room {
		room = 0 // beside a countdown it is there whole or not at all
	}
	r.word.Resize(fyne.NewSize(room, h))
	pad := fyne.NewSize(min(size.Width, x)+4, size.Height-8)
	r.back.Move(fyne.NewPos(-4, 4))
	r.back.Resize(pad)
	r.focus.Move(fyne.NewPos(-4, 4))
	r.focus.Resize(pad)
}

func (r *markRenderer) MinSize() fyne.Size { return fyne.NewSize(markSize+30, markSize) }

func (r *markRenderer) Refresh() {
	m := r.m
	strong, word := m.words()
	r.strong.SetText(strong)
	r.word.SetText(word)
	r.strong.Hidden, r.word.Hidden = strong == "", word == ""
	icon, ink := m.look()
	r.icon.set(icon, ink)
	r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = nil, Color(Ink3), 1.5
	r.dot.Hidden = m.cell.State != PartNext
	r.strong.SetToken(ink)
	r.word.SetToken(wordInk(m.cell.State))
	r.back.FillColor, r.back.CornerRadius = Color(RedSoft), 6
	if m.cell.State == PartHere {
		r.back.FillColor = Color(OkSoft)
	}
	r.back.Hidden = !m.cell.acts() || !m.hovered
	r.focus.FillColor, r.focus.CornerRadius = nil, 6
	r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.Hidden = Color(Accent), 2, !m.focused
	r.Layout(m.Size())
	canvas.Refresh(m)
}

// look gives the mark of a state, "" where it is not an icon, and its colour.
func (m *partMark) look() (Icon, Token) {
	switch m.cell.State {
	case PartReady:
		return MarkReady, Ok
	case PartHere:
		return IconLaptop, Ok
	case PartFailed:
		return MarkFailed, Red
	case PartSkipped:
		return MarkAbsent, Ink3
	case PartWaiting:
		return "", Amber
	default:
		return "", Ink3
	}
}

func wordInk(s PartState) Token {
	switch s {
	case PartWorking:
		return Accent
	case PartNext, PartSkipped:
		return Ink3
	default:
		return Ink2
	}
}

func (r *markRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.focus, r.icon.Image, r.dot, r.m.ring, r.m.arc, r.strong, r.word}
}

func (r *markRenderer) Destroy() { r.m.tip.leave() }

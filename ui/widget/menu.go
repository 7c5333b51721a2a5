package widget

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is one line of a menu. The zero value is a separator.
type MenuItem struct {
	Icon     Icon
	Text     string
	Shortcut string // as it is shown: "F2"
	Danger   bool
	Checked  bool
	Disabled bool
	Action   func()
}

func (m MenuItem) usable() bool { return m.Text != "" && !m.Disabled }

const (
	menuRow   = 34
	menuRule  = 17
	menuInset = 6
	menuMost  = 9.5 // rows in sight of a list that scrolls
	menuWhole = 14  // rows of a menu that is shown whole where the window has room

	menuTyping = time.Second // letters that come sooner belong together
)

// ShowMenu shows a menu at a place of o's window, above where there is no
// room below. Up, Down, Home, End, Return and Escape work in it; the focus
// goes back where it was.
func ShowMenu(o fyne.CanvasObject, at fyne.Position, least float32, items ...MenuItem) {
	showMenu(o, at, least, items, nil)
}

// showMenu is ShowMenu with a function, which may be nil, that is called when
// the menu has been closed.
func showMenu(o fyne.CanvasObject, at fyne.Position, least float32, items []MenuItem, closed func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || len(items) == 0 {
		return
	}
	m := newMenu(items, least)
	pop := newOverlay(c, m.onCard(), closed)
	m.close = pop.close
	size := m.MinSize()
	size.Height = min(size.Height, m.most(), c.Size().Height-16)
	if at.Y+size.Height > c.Size().Height-8 {
		above := at.Y - o.Size().Height - 8 - size.Height
		if above < 8 {
			above = c.Size().Height - 8 - size.Height
		}
		at.Y = above
	}
	at.X = max(8, min(at.X, c.Size().Width-8-size.Width))
	pop.show(at, size)
	m.reveal()
	c.Focus(m)
}

// onCard puts the menu on its card. The card is not the menu's own: what
// scrolls is cut off at its edge, and the shadow lies outside.
func (m *menu) onCard() *Card {
	card := NewCard(m, 0)
	card.Ground, card.Depth, card.Radius = Raised, High, RadiusPicture
	return card
}

// most is the greatest height of the menu, in pixels.
func (m *menu) most() float32 {
	if len(m.items) <= menuWhole {
		return m.rowTop(len(m.items)) + menuInset
	}
	return menuMost*menuRow + menuInset
}

// BelowOf gives the place of a menu under o.
func BelowOf(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+4)
}

// menu is the list inside a popup.
type menu struct {
	widget.BaseWidget
	items   []MenuItem
	least   float32
	current int // lit line, -1: none
	top     float32
	close   func()
	typed   string // the letters of late, small
	typedAt time.Time
}

var (
	_ fyne.Focusable    = (*menu)(nil)
	_ fyne.Scrollable   = (*menu)(nil)
	_ desktop.Hoverable = (*menu)(nil)
)

func newMenu(items []MenuItem, least float32) *menu {
	m := &menu{items: items, least: least, current: -1}
	for i, item := range items {
		if item.Checked {
			m.current = i
		}
	}
	m.ExtendBaseWidget(m)
	return m
}

// rowTop gives where a line begins, in the whole list; len(items) gives the
// end of the last.
func (m *menu) rowTop(i int) float32 {
	y := float32(menuInset)
	for _, item := range m.items[:i] {
		y += rowHeight(item)
	}
	return y
}

func rowHeight(item MenuItem) float32 {
	if item.Text == "" {
		return menuRule
	}
	return menuRow
}

func (m *menu) at(y float32) int {
	y += m.top
	for i, item := range m.items {
		if top := m.rowTop(i); y >= top && y < top+rowHeight(item) {
			return i
		}
	}
	return -1
}

func (m *menu) light(i int) {
	if i >= 0 && !m.items[i].usable() {
		i = -1
	}
	if m.current != i {
		m.current = i
		m.Refresh()
	}
}

// step moves the light to the next usable line.
func (m *menu) step(by int) {
	i := m.current
	if i < 0 && by < 0 {
		i = len(m.items)
	}
	for i += by; i >= 0 && i < len(m.items); i += by {
		if m.items[i].usable() {
			m.light(i)
			m.reveal()
			return
		}
	}
}

// leap moves the light by as many lines as are in sight.
func (m *menu) leap(by int) {
	for range max(1, int(m.Size().Height/menuRow)-1) {
		m.step(by)
	}
}

// reveal scrolls the lit line into sight.
func (m *menu) reveal() {
	if m.current < 0 {
		return
	}
	top := m.rowTop(m.current)
	m.scroll(max(min(m.top, top-menuInset), top+menuRow+menuInset-m.Size().Height))
}

func (m *menu) scroll(to float32) {
	most := max(m.rowTop(len(m.items))+menuInset-m.Size().Height, 0)
	m.top = max(0, min(to, most))
	m.Refresh()
}

func (m *menu) choose(i int) {
	if i < 0 || !m.items[i].usable() {
		return
	}
	m.close()
	if f := m.items[i].Action; f != nil {
		f()
	}
}

// Scrolled implements fyne.Scrollable.
func (m *menu) Scrolled(e *fyne.ScrollEvent) { m.scroll(m.top - e.Scrolled.DY) }

// Tapped implements fyne.Tappable.
func (m *menu) Tapped(e *fyne.PointEvent) { m.choose(m.at(e.Position.Y)) }

// MouseIn implements desktop.Hoverable.
func (m *menu) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (m *menu) MouseMoved(e *desktop.MouseEvent) { m.light(m.at(e.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (m *menu) MouseOut() {}

// FocusGained implements fyne.Focusable.
func (m *menu) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (m *menu) FocusLost() {}

// TypedRune implements fyne.Focusable: letters typed one after another go to
// the line that begins with them, the same letter again to the next such line.
func (m *menu) TypedRune(r rune) {
	now := time.Now()
	if now.Sub(m.typedAt) > menuTyping {
		m.typed = ""
	}
	letter := strings.ToLower(string(r))
	again := m.typed == "" || m.typed == letter
	if m.typed != letter {
		m.typed += letter
	}
	m.typedAt = now
	from := max(m.current, 0)
	if again {
		from++
	}
	for n := range m.items {
		i := (from + n) % len(m.items)
		if m.items[i].usable() && strings.HasPrefix(strings.ToLower(strings.TrimSpace(m.items[i].Text)), m.typed) {
			m.light(i)
			m.reveal()
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (m *menu) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.step(1)
	case fyne.KeyUp:
		m.step(-1)
	case fyne.KeyPageDown:
		m.leap(1)
	case fyne.KeyPageUp:
		m.leap(-1)
	case fyne.KeyHome:
		m.current = -1
		m.step(1)
	case fyne.KeyEnd:
		m.current = -1
		m.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.choose(m.current)
	case fyne.KeyEscape:
		m.close()
	}
}

// CreateRenderer implements fyne.Widget.
func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	r := &menuRenderer{m: m, lit: canvas.NewRectangle(color.Transparent), thumb: canvas.NewRectangle(color.Transparent)}
	for _, item := range m.items {
		r.rows = append(r.rows, newMenuRow(item))
	}
	r.Refresh()
	return r
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Measures of the grid, in pixels.
const (
	minCardWidth = 200
	cardGapX     = 20
	cardGapY     = 24
	gridInset    = 6 // room for the focus ring around the outer cards
)

// CardGrid shows any number of StoryCards in columns that fill its width; only
// those in view exist. It is one stop of the keyboard: the arrows, Home and
// End move over the cards, with Shift they pick the cards on the way, X picks
// one, Ctrl A all. While cards are picked, pressing a card picks it too.
type CardGrid struct {
	widget.BaseWidget

	OnPick func()                                        // other cards are picked
	OnOpen func(id string)                               // a card was pressed, or Return
	OnAct  func(id string)                               // the button on its picture, or Space
	OnMenu func(id string, beside fyne.CanvasObject)     // More, or the menu key
	OnKey  func(id string, e *fyne.KeyEvent) (used bool) // any other key, with a card chosen

	loader  *Loader
	ids     []string
	data    func(i int) StoryCard
	chosen  int
	picked  map[string]bool
	anchor  int // where a stretch of picked cards begins
	focused bool
	window  float32

	scroll  *container.Scroll
	content *fyne.Container
	inView  map[int]*card
	spare   []*card
}

// NewCardGrid makes an empty grid.
func NewCardGrid(loader *Loader) *CardGrid {
	g := &CardGrid{loader: loader, inView: map[int]*card{}, picked: map[string]bool{}}
	g.content = container.New(gridSpace{g})
	g.scroll = container.NewVScroll(g.content)
	g.scroll.OnScrolled = func(fyne.Position) { g.lay() }
	g.ExtendBaseWidget(g)
	return g
}

// SetWindow says how wide the window is: the shape of the pictures depends on
// it.
func (g *CardGrid) SetWindow(width float32) {
	if g.window != width {
		g.window = width
		g.lay()
	}
}

// SetCards shows other cards: their ids, and what is asked for those in view.
// The chosen card stays chosen, and the picked ones that are still there
// picked.
func (g *CardGrid) SetCards(ids []string, data func(i int) StoryCard) {
	id := g.Chosen()
	g.ids, g.data = ids, data
	g.chosen = min(g.chosen, max(len(ids)-1, 0))
	there := 0
	for i, c := range ids {
		if c == id {
			g.chosen = i
		}
		if g.picked[c] {
			there++
		}
	}
	if there < len(g.picked) {
		g.picked = only(g.picked, ids)
	}
	g.content.Refresh()
	g.scroll.Refresh()
	g.lay()
}

// only gives the picked ids that are among ids.
func only(picked map[string]bool, ids []string) map[string]bool {
	left := map[string]bool{}
	for _, id := range ids {
		if picked[id] {
			left[id] = true
		}
	}
	return left
}

// Chosen gives the id of the card where the keyboard is; "" in an empty grid.
func (g *CardGrid) Chosen() string {
	if g.chosen < 0 || g.chosen >= len(g.ids) {
		return ""
	}
	return g.ids[g.chosen]
}

// Columns gives how many cards stand side by side at the present width.
func (g *CardGrid) Columns() int {
	return max(1, int((g.Size().Width-2*gridInset+cardGapX)/(minCardWidth+cardGapX)))
}

// cell gives the size of a card and the distance from row to row.
func (g *CardGrid) cell() (size fyne.Size, pitch float32) {
	n := float32(g.Columns())
	width := (g.Size().Width - 2*gridInset - (n-1)*cardGapX) / n
	height := cardHeight(width, g.window)
	return fyne.NewSize(width, height), height + cardGapY
}

// gridSpace gives the scrolled content the height of all rows.
type gridSpace struct{ g *CardGrid }

func (s gridSpace) Layout([]fyne.CanvasObject, fyne.Size) {}
func (s gridSpace) MinSize([]fyne.CanvasObject) fyne.Size {
	if s.g.Size().Width <= 0 || len(s.g.ids) == 0 {
		return fyne.NewSize(minCardWidth, 0)
	}
	_, pitch := s.g.cell()
	rows := (len(s.g.ids) + s.g.Columns() - 1) / s.g.Columns()
	return fyne.NewSize(minCardWidth, float32(rows)*pitch+2*gridInset)
}

// lay makes the cards in view exist, in their places, and the others not.
func (g *CardGrid) lay() {
	if g.Size().Width <= 0 {
		return
	}
	size, pitch := g.cell()
	columns := g.Columns()
	top := g.scroll.Offset.Y
	first := max(int((top-gridInset)/pitch), 0) * columns
	last := min((int((top+g.Size().Height)/pitch)+1)*columns, len(g.ids)) - 1
	changed := false
	for i, c := range g.inView {
		if i < first || i > last {
			delete(g.inView, i)
			g.content.Remove(c)
			g.spare = append(g.spare, c)
		}
	}
	for i := first; i <= last; i++ {
		c := g.inView[i]
		if c == nil {
			c = g.take()
			g.inView[i] = c
			g.content.Objects = append(g.content.Objects, c)
			changed = true
		}
		c.Resize(size)
		c.Move(fyne.NewPos(gridInset+float32(i%columns)*(size.Width+cardGapX), gridInset+float32(i/columns)*pitch))
		data := g.data(i)
		data.Picked, data.Picking = g.picked[g.ids[i]], len(g.picked) > 0
		c.set(i, data, i == g.chosen, g.window)
	}
	if changed {
		g.content.Refresh()
	}
}

// take gives a card that is not in view, or a new one.
func (g *CardGrid) take() *card {
	if n := len(g.spare); n > 0 {
		c := g.spare[n-1]
		g.spare = g.spare[:n-1]
		c.hovered, c.index = false, -1
		return c
	}
	return newCard(g)
}

// Resize lays the cards anew.
func (g *CardGrid) Resize(size fyne.Size) {
	g.BaseWidget.Resize(size)
	g.scroll.Resize(size)
	g.content.Refresh()
	g.lay()
}

// Refresh shows the theme's present colours.
func (g *CardGrid) Refresh() {
	g.BaseWidget.Refresh()
	for _, c := range g.inView {
		c.Refresh()
	}
}

func (g *CardGrid) open(i int) { g.call(g.OnOpen, i) }
func (g *CardGrid) act(i int)  { g.call(g.OnAct, i) }

func (g *CardGrid) call(f func(string), i int) {
	if f != nil && i >= 0 && i < len(g.ids) {
		f(g.ids[i])
	}
}

func (g *CardGrid) menu(i int, beside fyne.CanvasObject) {
	if g.OnMenu != nil && i >= 0 && i < len(g.ids) {
		g.OnMenu(g.ids[i], beside)
	}
}

// pick chooses a card and brings it into view.
func (g *CardGrid) pick(i int) {
	if len(g.ids) == 0 {
		return
	}
	g.chosen = min(max(i, 0), len(g.ids)-1)
	size, pitch := g.cell()
	top := float32(g.chosen/g.Columns()) * pitch
	offset := g.scroll.Offset
	if top < offset.Y {
		offset.Y = top
	} else if bottom := top + size.Height + 2*gridInset; bottom > offset.Y+g.Size().Height {
		offset.Y = bottom - g.Size().Height
	}
	if offset != g.scroll.Offset {
		g.scroll.ScrollToOffset(offset)
	}
	g.lay()
}

// FocusGained implements fyne.Focusable.
func (g *CardGrid) FocusGained() { g.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (g *CardGrid) FocusLost() { g.setFocused(false) }

func (g *CardGrid) setFocused(on bool) {
	g.focused = on
	if c := g.inView[g.chosen]; c != nil {
		c.Refresh()
	}
}

// TypedKey implements fyne.Focusable.
func (g *CardGrid) TypedKey(e *fyne.KeyEvent) {
	if g.Chosen() == "" {
		PassKey(g, e)
		return
	}
	if g.extend(e) {
		return
	}
	switch e.Name {
	case fyne.KeyRight:
		g.pick(g.chosen + 1)
	case fyne.KeyLeft:
		g.pick(g.chosen - 1)
	case fyne.KeyDown:
		if g.chosen+g.Columns() < len(g.ids) {
			g.pick(g.chosen + g.Columns())
		}
	case fyne.KeyUp:
		if g.chosen-g.Columns() >= 0 {
			g.pick(g.chosen - g.Columns())
		}
	case fyne.KeyHome:
		g.pick(0)
	case fyne.KeyEnd:
		g.pick(len(g.ids) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open(g.chosen)
	case fyne.KeySpace:
		g.act(g.chosen)
	default:
		if e.Name == "Menu" {
			if c := g.inView[g.chosen]; c != nil {
				g.menu(g.chosen, c.more)
			}
			return
		}
		if g.OnKey == nil || !g.OnKey(g.Chosen(), e) {
			PassKey(g, e)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (g *CardGrid) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(g.scroll)
}

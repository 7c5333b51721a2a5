package widget

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// PageGrid shows a document's pages as small pictures and lets the teacher
// choose a stretch of them: a click chooses one page, a shift-click or a drag
// goes on to another. With the focus, the arrow keys move a frame, Space
// chooses its page and Shift with an arrow goes on from there.
//
// Only the pages in sight exist as objects, so that a book of 2,000 pages
// costs no more than a leaflet.
type PageGrid struct {
	fw.BaseWidget

	// OnChanged is told the new ends, both inclusive, after the teacher
	// chose; not after SetRange.
	OnChanged func(from, to int)

	pages    int
	from, to int
	anchor   int // where a stretch began
	cursor   int // page with the keyboard's frame
	thumbs   []image.Image
	aspect   float32 // height of a page for a width of 1
	focused  bool
	shift    bool

	scroll *container.Scroll
	sheet  *gridSheet
}

var (
	_ fyne.Focusable  = (*PageGrid)(nil)
	_ desktop.Keyable = (*PageGrid)(nil)
)

const (
	gridSide    = 26   // of a cell's width that is not page
	gridLabel   = 33   // height under a page for its number and the space below
	gridTop     = 8    // room for the check mark above the first row
	gridEnd     = 10   // of the space below the last row that is not needed
	pageAspect  = 1.32 // between A4 and Letter, until a page is drawn
	narrowPitch = 97   // of the narrowest cell
)

// NewPageGrid makes an empty grid.
func NewPageGrid(changed func(from, to int)) *PageGrid {
	g := &PageGrid{OnChanged: changed, aspect: pageAspect, anchor: 1, cursor: 1}
	g.sheet = &gridSheet{grid: g}
	g.sheet.ExtendBaseWidget(g.sheet)
	g.scroll = container.NewVScroll(g.sheet)
	g.scroll.OnScrolled = func(fyne.Position) { g.sheet.place() }
	g.ExtendBaseWidget(g)
	return g
}

// SetPages sets the number of pages and their pictures; a nil picture shows
// an empty sheet until it comes.
func (g *PageGrid) SetPages(pages int, thumbs []image.Image) {
	g.pages, g.thumbs = pages, thumbs
	g.aspect = aspectOf(thumbs)
	g.cursor = min(max(1, g.cursor), max(1, pages))
	g.sheet.Refresh()
	g.scroll.Refresh()
}

// aspectOf takes the shape of the cells from the first page that is drawn, so
// that slides lie and letters stand; odd shapes are held within bounds.
func aspectOf(thumbs []image.Image) float32 {
	for _, t := range thumbs {
		if t == nil || t.Bounds().Dx() == 0 {
			continue
		}
		b := t.Bounds()
		return min(1.6, max(0.5, float32(b.Dy())/float32(b.Dx())))
	}
	return pageAspect
}

// SetRange shows the chosen pages without calling OnChanged.
func (g *PageGrid) SetRange(from, to int) {
	if from == g.from && to == g.to {
		return
	}
	g.from, g.to = from, to
	g.sheet.place()
}

// Columns is the number of pages side by side at a width: 5 in the smallest
// window, 7 in a usual one, 10 in a large one. The cells grow slowly with the
// width, so that large windows show larger pages too.
func (g *PageGrid) Columns(width float32) int {
	pitch := narrowPitch + max(0, width-488)*0.04
	return max(3, int(width/pitch))
}

func (g *PageGrid) cell(width float32) fyne.Size {
	w := width / float32(g.Columns(width))
	return fyne.NewSize(w, (w-gridSide)*g.aspect+gridLabel)
}

// HeightFor is the height of the whole grid at a width.
func (g *PageGrid) HeightFor(width float32) float32 {
	rows := (g.pages + g.Columns(width) - 1) / g.Columns(width)
	return gridTop + float32(rows)*g.cell(width).Height - gridEnd
}

func (g *PageGrid) choose(from, to int) {
	if from > to {
		from, to = to, from
	}
	from, to = max(1, from), min(to, g.pages)
	g.SetRange(from, to)
	if g.OnChanged != nil {
		g.OnChanged(from, to)
	}
}

// pick is what a click does; on is true with Shift or while dragging.
func (g *PageGrid) pick(page int, on bool) {
	if page < 1 || page > g.pages {
		return
	}
	if !on {
		g.anchor = page
	}
	g.cursor = page
	g.choose(g.anchor, page)
	g.sheet.place()
}

// Reveal scrolls until a page is in sight.
func (g *PageGrid) Reveal(page int) {
	size := g.scroll.Size()
	cell := g.cell(size.Width)
	row := (page - 1) / g.Columns(size.Width)
	top := gridTop + float32(row)*cell.Height
	y := g.scroll.Offset.Y
	switch {
	case top-gridTop < y:
		y = top - gridTop
	case top+cell.Height > y+size.Height:
		y = top + cell.Height - size.Height
	default:
		return
	}
	g.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
	g.sheet.place()
}

// TypedKey moves the frame and chooses.
func (g *PageGrid) TypedKey(e *fyne.KeyEvent) {
	columns := g.Columns(g.scroll.Size().Width)
	to := g.cursor
	switch e.Name {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		to -= columns
	case fyne.KeyDown:
		to += columns
	case fyne.KeyPageUp:
		to -= 3 * columns
	case fyne.KeyPageDown:
		to += 3 * columns
	case fyne.KeyHome:
		to = 1
	case fyne.KeyEnd:
		to = g.pages
	case fyne.KeySpace:
		g.pick(g.cursor, g.shift)
		return
	default:
		PassKey(g, e)
		return
	}
	to = min(max(1, to), max(1, g.pages))
	if g.shift {
		g.pick(to, true)
	}
	g.cursor = to
	g.Reveal(to)
	g.sheet.place()
}

// TypedRune is for Fyne.
func (g *PageGrid) TypedRune(rune) {}

// FocusGained shows the frame.
func (g *PageGrid) FocusGained() { g.focused = true; g.sheet.place() }

// FocusLost hides the frame.
func (g *PageGrid) FocusLost() { g.focused, g.shift = false, false; g.sheet.place() }

// KeyDown notes Shift.
func (g *PageGrid) KeyDown(e *fyne.KeyEvent) { g.noteShift(e, true) }

// KeyUp notes the end of Shift.
func (g *PageGrid) KeyUp(e *fyne.KeyEvent) { g.noteShift(e, false) }

func (g *PageGrid) noteShift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = down
	}
}

// MinSize leaves room for one row.
func (g *PageGrid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(3*narrowPitch, gridTop+(narrowPitch-gridSide)*g.aspect+gridLabel)
}

// CreateRenderer is for Fyne.
func (g *PageGrid) CreateRenderer() fyne.WidgetRenderer {
	return fw.NewSimpleRenderer(g.scroll)
}

// gridSheet is the scrolled content: as high as all rows, with objects only
// for those in sight.
type gridSheet struct {
	fw.BaseWidget
	grid  *PageGrid
	cells []*pageCell
}

func (s *gridSheet) MinSize() fyne.Size {
	return fyne.NewSize(10, s.grid.HeightFor(s.grid.scroll.Size().Width))
}

func (s *gridSheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

// place puts the cells at the rows in sight.
func (s *gridSheet) place() {
	g := s.grid
	view := g.scroll.Size()
	if view.Width <= 0 {
		return
	}
	columns, cell := g.Columns(view.Width), g.cell(view.Width)
	first := max(0, int((g.scroll.Offset.Y-gridTop)/cell.Height))
	rows := int(view.Height/cell.Height) + 2
	before, pool := len(s.cells), rows*columns
	for len(s.cells) < pool {
		s.cells = append(s.cells, newPageCell(g))
	}
	for _, c := range s.cells[pool:] {
		c.Hide()
	}
	// A page keeps its cell while it is in sight, so that scrolling by a row
	// redraws one row only.
	for page := first*columns + 1; page <= first*columns+pool; page++ {
		c := s.cells[(page-1)%pool]
		if page > g.pages {
			c.Hide()
			continue
		}
		c.Resize(cell)
		c.Move(fyne.NewPos(float32((page-1)%columns)*cell.Width, gridTop+float32((page-1)/columns)*cell.Height))
		c.set(page, s.thumb(page))
		c.Show()
	}
	if len(s.cells) != before {
		s.BaseWidget.Refresh()
	}
}

func (s *gridSheet) thumb(page int) image.Image {
	if page <= len(s.grid.thumbs) {
		return s.grid.thumbs[page-1]
	}
	return nil
}

// pageAt gives the page under a point of the sheet, 0 for none.
func (s *gridSheet) pageAt(at fyne.Position) int {
	width := s.grid.scroll.Size().Width
	columns, cell := s.grid.Columns(width), s.grid.cell(width)
	column := min(max(0, int(at.X/cell.Width)), columns-1)
	row := max(0, int((at.Y-gridTop)/cell.Height))
	return min(row*columns+column+1, s.grid.pages)
}

type sheetRenderer struct{ s *gridSheet }

func (r *sheetRenderer) Layout(fyne.Size)   { r.s.place() }
func (r *sheetRenderer) MinSize() fyne.Size { return r.s.MinSize() }
func (r *sheetRenderer) Refresh()           { r.s.place() }
func (r *sheetRenderer) Destroy()           {}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.s.cells))
	for i, c := range r.s.cells {
		all[i] = c
	}
	return all
}

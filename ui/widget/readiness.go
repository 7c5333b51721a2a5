package widget

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"
)

// PartState is how far one part of a page has come, as the readiness board
// and the filmstrip show it.
type PartState int

// The states of a part.
const (
	PartNext    PartState = iota // not begun
	PartWorking                  // being made now
	PartWaiting                  // until PartCell.Until
	PartReady
	PartHere // ready, and made on this computer or taken from the file in place of what was asked
	PartFailed
	PartSkipped
)

// PartCell is one cell of the board. Word is what it says beside its mark: a
// state is always a shape and a word.
type PartCell struct {
	State       PartState
	Word        string
	Until       time.Time // of a waiting part
	Attempt, Of int       // of a waiting part: the attempt that comes, of how many
	// Why is told when the pointer rests on the cell; a part made here that
	// has one can be pressed, as a failed one can.
	Why string
}

// acts reports whether pressing the cell does more than showing its page.
func (c PartCell) acts() bool {
	return c.State == PartFailed || c.State == PartHere && c.Why != ""
}

// ReadinessRow is one page of the board: its text, its picture, its voice.
type ReadinessRow [3]PartCell

// Readiness is the board of what is made and what is not: a row a page, a
// column a part. A row is a way to its page, a failed cell a way to try again.
type Readiness struct {
	fw.BaseWidget

	// OnPage is told the row that was chosen, from 0.
	OnPage func(row int)
	// OnRetry is told the failed cell that was pressed: its row from 0, its
	// column 0 (text), 1 (picture) or 2 (voice).
	OnRetry func(row, column int)
	// OnHere is told the same of a pressed cell that was made here for a
	// reason; what it shows stands beside the cell.
	OnHere func(row, column int, beside fyne.CanvasObject)

	rows    []*boardRow
	current int
	dense   bool
	scroll  *container.Scroll
	list    *fyne.Container
}

const (
	boardRowHeight      = 34
	boardRowHeightDense = 32
	boardHead           = 34 // height of the line with the columns' names
	boardEnd            = 8  // below the last row
)

// NewReadiness makes an empty board.
func NewReadiness() *Readiness {
	b := &Readiness{current: -1}
	b.list = container.New(&boardLayout{b})
	b.scroll = container.NewVScroll(b.list)
	b.ExtendBaseWidget(b)
	return b
}

// SetRows shows the pages' parts; current is the page that is shown, -1 for
// none.
func (b *Readiness) SetRows(rows []ReadinessRow, current int) {
	b.current = current
	for len(b.rows) < len(rows) {
		b.rows = append(b.rows, newBoardRow(b, len(b.rows)))
		b.list.Add(b.rows[len(b.rows)-1])
	}
	for i, r := range b.rows {
		if i >= len(rows) {
			r.Hide()
			continue
		}
		r.set(rows[i], i == current)
		r.Show()
	}
}

// SetDense chooses the lower rows of a small window.
func (b *Readiness) SetDense(dense bool) {
	if dense != b.dense {
		b.dense = dense
		b.list.Refresh()
		b.Refresh()
	}
}

func (b *Readiness) rowHeight() float32 {
	if b.dense {
		return boardRowHeightDense
	}
	return boardRowHeight
}

func (b *Readiness) count() int {
	n := 0
	for _, r := range b.rows {
		if r.Visible() {
			n++
		}
	}
	return n
}

// FullHeight is the height at which nothing has to be scrolled.
func (b *Readiness) FullHeight() float32 {
	return boardHead + float32(b.count())*b.rowHeight() + boardEnd
}

// columns gives where the page's number and the three parts begin.
func (b *Readiness) columns(width float32) [4]float32 {
	if width < 370 {
		return [4]float32{11, 43, 123, 249}
	}
	extra := (width - 396) / 3
	return [4]float32{17, 57 + extra*0.2, 147 + extra, 285 + 2*extra}
}

// CreateRenderer is for Fyne.
func (b *Readiness) CreateRenderer() fyne.WidgetRenderer {
	r := &boardRenderer{b: b, page: NewText(Caption, "Page")}
	for i, name := range []string{"Text", "Picture", "Voice"} {
		r.names[i] = NewText(Caption, name)
		r.icons[i] = newIconImage("", Ink3)
	}
	r.Refresh()
	return r
}

type boardRenderer struct {
	b     *Readiness
	page  *Text
	icons [3]*iconImage
	names [3]*Text
}

func (r *boardRenderer) Layout(size fyne.Size) {
	at := r.b.columns(size.Width)
	r.page.Move(fyne.NewPos(at[0]-1, 12))
	r.page.Resize(fyne.NewSize(at[1]-at[0]+1, 16))
	for i := range r.names {
		r.icons[i].Move(fyne.NewPos(at[i+1], 13))
		r.icons[i].Resize(fyne.NewSquareSize(15))
		r.names[i].Move(fyne.NewPos(at[i+1]+21, 12))
		r.names[i].Resize(fyne.NewSize(60, 16))
	}
	r.b.scroll.Move(fyne.NewPos(0, boardHead))
	r.b.scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-boardHead-boardEnd/2)))
}

func (r *boardRenderer) MinSize() fyne.Size {
	return fyne.NewSize(320, boardHead+2*r.b.rowHeight()+boardEnd)
}

func (r *boardRenderer) Refresh() {
	r.page.SetToken(Ink3)
	for i, icon := range []Icon{IconLines, IconImage, IconWave} {
		r.names[i].SetToken(Ink3)
		r.icons[i].set(icon, Ink3)
	}
	for _, row := range r.b.rows {
		row.Refresh()
	}
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.page}
	for i := range r.names {
		all = append(all, r.icons[i].Image, r.names[i])
	}
	return append(all, r.b.scroll)
}

func (r *boardRenderer) Destroy() {}

// boardLayout stacks the rows.
type boardLayout struct{ b *Readiness }

func (l *boardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y, h := float32(0), l.b.rowHeight()
	for _, r := range l.b.rows {
		if r.Visible() {
			r.Move(fyne.NewPos(0, y))
			r.Resize(fyne.NewSize(size.Width, h))
			y += h
		}
	}
}

func (l *boardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, float32(l.b.count())*l.b.rowHeight())
}

// boardRow is one page of the board.
type boardRow struct {
	fw.BaseWidget
	board   *Readiness
	index   int
	current bool
	waiting bool
	hovered bool
	parts   [3]*partMark
}

var (
	_ fyne.Tappable     = (*boardRow)(nil)
	_ desktop.Hoverable = (*boardRow)(nil)
)

func newBoardRow(b *Readiness, index int) *boardRow {
	r := &boardRow{board: b, index: index}
	for i := range r.parts {
		r.parts[i] = newPartMark(func() { r.pressed(i) })
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *boardRow) set(row ReadinessRow, current bool) {
	waiting := false
	for i, c := range row {
		r.parts[i].set(c)
		waiting = waiting || c.State == PartWaiting
	}
	if waiting != r.waiting || current != r.current {
		r.waiting, r.current = waiting, current
		r.Refresh()
	}
}

func (r *boardRow) Tapped(*fyne.PointEvent) {
	if r.board.OnPage != nil {
		r.board.OnPage(r.index)
	}
}

// pressed is told of a press on one of the row's parts.
func (r *boardRow) pressed(column int) {
	mark := r.parts[column]
	switch {
	case !mark.cell.acts():
		r.Tapped(nil)
	case mark.cell.State == PartHere && r.board.OnHere != nil:
		r.board.OnHere(r.index, column, mark)
	case mark.cell.State == PartFailed && r.board.OnRetry != nil:
		r.board.OnRetry(r.index, column)
	}
}

func (r *boardRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.Refresh() }
func (r *boardRow) MouseMoved(*desktop.MouseEvent) {}
func (r *boardRow) MouseOut()                      { r.hovered = false; r.Refresh() }

func (r *boardRow) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, back: canvas.NewRectangle(nil), number: NewText(SmallText, strconv.Itoa(r.index+1))}
	v.Refresh()
	return v
}

type rowRenderer struct {
	r      *boardRow
	back   *canvas.Rectangle
	number *Text
}

func (v *rowRenderer) Layout(size fyne.Size) {
	v.back.Move(fyne.NewPos(8, 0))
	v.back.Resize(fyne.NewSize(size.Width-16, size.Height))
	at := v.r.board.columns(size.Width)
	v.number.Move(fyne.NewPos(at[0], (size.Height-18)/2))
	v.number.Resize(fyne.NewSize(at[1]-at[0], 18))
	for i, p := range v.r.parts {
		end := size.Width - 8
		if i < 2 {
			end = at[i+2] - 4
		}
		p.Move(fyne.NewPos(at[i+1], 0))
		p.Resize(fyne.NewSize(end-at[i+1], size.Height))
	}
}

func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(300, boardRowHeightDense) }

func (v *rowRenderer) Refresh() {
	r := v.r
	v.back.CornerRadius = 8
	v.back.Hidden = !r.waiting && !r.hovered
	v.back.FillColor = Color(Hover)
	if r.waiting {
		v.back.FillColor = Color(AmberSoft)
	}
	v.number.SetStyle(SmallText)
	v.number.SetToken(Ink2)
	if r.current {
		v.number.SetStyle(SmallStrong)
		v.number.SetToken(Ink)
	}
	for _, p := range r.parts {
		p.Refresh()
	}
	canvas.Refresh(r)
}

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.back, v.number, v.r.parts[0], v.r.parts[1], v.r.parts[2]}
}

func (v *rowRenderer) Destroy() {}

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// ledgerTable is a small table of the figures of a card: names at the left,
// numbers that stand under each other at the right.
type ledgerTable struct {
	columns []ledgerColumn
	side    float32 // at the left and the right
	object  *fyne.Container
	lines   []*ledgerLine
	head    []*widget.Text
}

// ledgerColumn is one column. Where at is negative, or the last column's 0, its
// cells end so far from the right edge; else they begin at at.
type ledgerColumn struct {
	name  string
	at    float32
	width float32 // 0: up to the next column
}

// ledgerCell is one figure or name.
type ledgerCell struct {
	text   string
	note   string // a hint after the text
	token  widget.Token
	strong bool
}

type ledgerRow []ledgerCell

// ledgerLine is a row as it is shown.
type ledgerLine struct {
	rule  *widget.Rule
	cells []*widget.Text
	notes []*widget.Text // nil where there is none
}

// Measures, in pixels.
const (
	ledgerHead = 38
	ledgerTall = 42
	ledgerSide = 18
	ledgerNote = 110 // what a note needs to say anything
)

func newLedgerTable(columns ...ledgerColumn) *ledgerTable {
	t := &ledgerTable{columns: columns, side: ledgerSide}
	for i, c := range columns {
		t.head = append(t.head, widget.NewText(widget.Caption, c.name).SetToken(widget.Ink3).Align(t.align(i)).Truncate())
	}
	t.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) { t.place(size) }))
	return t
}

// fromRight reports whether a column's cells end at the right.
func (t *ledgerTable) fromRight(i int) bool {
	return t.columns[i].at < 0 || i == len(t.columns)-1 && t.columns[i].at == 0
}

func (t *ledgerTable) align(i int) fyne.TextAlign {
	if t.fromRight(i) {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// height is that of the whole table.
func (t *ledgerTable) height() float32 { return ledgerHead + float32(len(t.lines))*ledgerTall }

// set shows other rows; the texts that are there are used again.
func (t *ledgerTable) set(rows []ledgerRow) {
	for len(t.lines) < len(rows) {
		t.lines = append(t.lines, t.newLine())
	}
	t.lines = t.lines[:len(rows)]
	objects := make([]fyne.CanvasObject, 0, len(rows)*(len(t.columns)+1)+len(t.columns))
	for _, h := range t.head {
		objects = append(objects, h)
	}
	for r, row := range rows {
		line := t.lines[r]
		objects = append(objects, line.rule)
		for i, c := range row {
			style, token := widget.Body, widget.Ink
			if c.strong {
				style = widget.Strong
			}
			if c.token != "" {
				token = c.token
			}
			line.cells[i].SetStyle(style)
			line.cells[i].SetToken(token)
			line.cells[i].SetText(c.text)
			line.notes[i].SetText(c.note)
			objects = append(objects, line.cells[i], line.notes[i])
		}
	}
	t.object.Objects = objects
	t.object.Refresh()
}

func (t *ledgerTable) newLine() *ledgerLine {
	l := &ledgerLine{rule: widget.NewRule()}
	for i := range t.columns {
		cell := widget.NewText(widget.Body, "").Align(t.align(i)).Truncate()
		if t.fromRight(i) {
			cell.Tabular()
		}
		l.cells = append(l.cells, cell)
		l.notes = append(l.notes, widget.NewText(widget.Caption, "").SetToken(widget.Ink2).Truncate())
	}
	return l
}

// box gives where a column stands in a table of a width.
func (t *ledgerTable) box(i int, width float32) (x, w float32) {
	c := t.columns[i]
	if t.fromRight(i) {
		return width - t.side + c.at - 88, 88
	}
	x, w = t.side+c.at, c.width
	if w > 0 {
		return x, w
	}
	end := width - t.side
	if i+1 < len(t.columns) {
		end, _ = t.box(i+1, width)
	}
	return x, end - x - 12
}

func (t *ledgerTable) place(size fyne.Size) {
	for i, h := range t.head {
		x, w := t.box(i, size.Width)
		put(h, x, (ledgerHead-16)/2, w, 16)
	}
	y := float32(ledgerHead)
	for _, l := range t.lines {
		put(l.rule, 0, y, size.Width, 1)
		for i, c := range l.cells {
			x, w := t.box(i, size.Width)
			put(c, x, y+(ledgerTall-20)/2+0.5, w, 20)
			if note := l.notes[i]; note.Text() != "" {
				text := min(c.Width()+10, w)
				visible(note, w-text >= ledgerNote)
				put(note, x+text, y+(ledgerTall-16)/2+1, w-text, 16)
			}
		}
		y += ledgerTall
	}
}

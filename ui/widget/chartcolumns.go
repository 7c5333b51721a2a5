package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"
)

// Column is one column of a ColumnChart.
type Column struct {
	Name   string
	Value  int
	Known  bool   // false: it has not come yet, and nothing is drawn
	Failed bool   // marked with a cross beside its figure
	Tip    string // the exact figures
}

// ColumnChart draws counts as columns on a line.
type ColumnChart struct {
	fw.BaseWidget
	columns []Column
}

// NewColumnChart makes an empty chart.
func NewColumnChart() *ColumnChart {
	c := &ColumnChart{}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other columns.
func (c *ColumnChart) Set(columns []Column) {
	c.columns = columns
	c.Refresh()
}

// Measures of the chart, in pixels.
const (
	columnWidth = 24
	columnAxis  = 26 // below the line
	columnHead  = 36 // above the highest column, for its figure
	columnLeast = 3  // the height of a count of one, at least
)

// CreateRenderer implements fyne.Widget.
func (c *ColumnChart) CreateRenderer() fyne.WidgetRenderer {
	r := &columnRenderer{c: c}
	r.Refresh()
	return r
}

type columnRenderer struct {
	c     *ColumnChart
	size  fyne.Size
	spots []*chartSpot
	all   []fyne.CanvasObject
}

func (r *columnRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *columnRenderer) Destroy()                     {}
func (r *columnRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 100) }

func (r *columnRenderer) Layout(size fyne.Size) {
	if size != r.size {
		r.size = size
		r.draw()
	}
}

func (r *columnRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

func (r *columnRenderer) draw() {
	r.all = nil
	n := len(r.c.columns)
	if n == 0 || r.size.Width <= 0 {
		return
	}
	for len(r.spots) < n {
		r.spots = append(r.spots, newChartSpot())
	}
	most := 1
	for _, c := range r.c.columns {
		most = max(most, c.Value)
	}
	base := r.size.Height - columnAxis
	slot := r.size.Width / float32(n)
	every := 1 // so many columns have one name, that names do not touch
	for float32(every)*slot < 24 {
		every++
	}
	for i, c := range r.c.columns {
		x := float32(i) * slot
		spot := r.spots[i]
		spot.tip.text = c.Tip
		place(spot, x, 0, slot, r.size.Height)
		r.all = append(r.all, spot)
		if i%every == 0 {
			name := chartText(Caption, c.Name, Ink2, fyne.TextAlignCenter)
			place(name, x+slot/2-30, base+8, 60, 16)
			r.all = append(r.all, name)
		}
		if c.Known {
			r.drawColumn(c, x, slot, base, most)
		}
	}
	line := canvas.NewRectangle(Color(Edge))
	line.FillColor = blend(RGBA(Line), RGBA(Edge), 0.4)
	place(line, 0, base, r.size.Width, 1)
	r.all = append(r.all, line)
}

// drawColumn draws a column and its figure; a narrow one has its figure only
// where it says more than its neighbours.
func (r *columnRenderer) drawColumn(c Column, x, slot, base float32, most int) {
	height := float32(0)
	if c.Value > 0 {
		height = max(columnLeast, (base-columnHead)*float32(c.Value)/float32(most))
		bar := canvas.NewRectangle(Color(AmberFill))
		radius := min(4, height/2)
		bar.TopLeftCornerRadius, bar.TopRightCornerRadius = radius, radius
		width := min(columnWidth, slot*0.62)
		place(bar, x+(slot-width)/2, base-height, width, height)
		r.all = append(r.all, bar)
	}
	narrow := slot < 20
	if narrow && c.Value < most && !c.Failed || narrow && c.Value == 0 {
		return
	}
	style, ink := Caption, Ink
	switch {
	case c.Value == 0:
		ink = Ink3
	case c.Failed || c.Value == most:
		style = CaptionBold
	}
	figure := chartText(style, strconv.Itoa(c.Value), ink, fyne.TextAlignCenter)
	y := base - height - 19
	place(figure, x+slot/2-20, y, 40, 16)
	r.all = append(r.all, figure)
	if c.Failed {
		mark := newIconImage(MarkFailed, Red)
		at := x + slot/2 + Measure(style, figure.Text())/2 + 4
		if at+14 > r.size.Width { // the last column has its mark before its figure
			at = x + slot/2 - Measure(style, figure.Text())/2 - 18
		}
		mark.place(at, y, 14, 16, 14)
		r.all = append(r.all, mark.Image)
	}
}

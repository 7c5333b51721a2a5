package widget

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"
)

// Span is one line of a SpanChart: how long something takes in the middle of
// all cases, and in 95 of 100.
type Span struct {
	Name        string
	Median, P95 time.Duration // 0: there was none
	Tip         string        // the exact figures
}

// SpanChart draws spans of time as lines of two bars over an axis in seconds.
type SpanChart struct {
	fw.BaseWidget
	spans []Span
}

// NewSpanChart makes an empty chart.
func NewSpanChart() *SpanChart {
	c := &SpanChart{}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other spans.
func (c *SpanChart) Set(spans []Span) {
	c.spans = spans
	c.Refresh()
}

// Measures of the chart, in pixels.
const (
	spanNames = 68 // left of the axis
	spanBar   = 24
	spanAxis  = 30 // below the plot
	spanEnd   = 14 // right of the last tick
)

// tickStep gives the distance between ticks, in seconds, at which most is
// reached in at most four: 1, 2, 4 or 5 times a power of ten, half a second
// at least.
func tickStep(most time.Duration) float64 {
	seconds := most.Seconds()
	if seconds <= 2 {
		return 0.5
	}
	unit := math.Pow(10, math.Floor(math.Log10(seconds/4)))
	for _, n := range []float64{1, 2, 4, 5} {
		if 4*n*unit >= seconds {
			return n * unit
		}
	}
	return 10 * unit
}

// SecondsText gives a time to a tenth of a second: "6.8"; whole seconds from
// 100 on.
func SecondsText(d time.Duration) string {
	if d >= 100*time.Second {
		return strconv.Itoa(int(d.Seconds() + 0.5))
	}
	return fmt.Sprintf("%.1f", d.Seconds())
}

// CreateRenderer implements fyne.Widget.
func (c *SpanChart) CreateRenderer() fyne.WidgetRenderer {
	r := &spanRenderer{c: c}
	r.Refresh()
	return r
}

type spanRenderer struct {
	c     *SpanChart
	size  fyne.Size
	spots []*chartSpot
	all   []fyne.CanvasObject
}

func (r *spanRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *spanRenderer) Destroy()                     {}
func (r *spanRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 120) }

func (r *spanRenderer) Layout(size fyne.Size) {
	if size != r.size {
		r.size = size
		r.draw()
	}
}

func (r *spanRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

// draw builds the chart for its size. The spots stay, so that a tooltip does
// not go when figures arrive.
func (r *spanRenderer) draw() {
	r.all = nil
	if r.size.Width <= spanNames+spanEnd || len(r.c.spans) == 0 {
		return
	}
	for len(r.spots) < len(r.c.spans) {
		r.spots = append(r.spots, newChartSpot())
	}
	most := time.Second
	for _, s := range r.c.spans {
		most = max(most, s.Median, s.P95)
	}
	plot := r.size.Height - spanAxis
	scale := r.drawAxis(most, plot)
	gap := (plot - spanBar*float32(len(r.c.spans))) / float32(len(r.c.spans))
	for i, s := range r.c.spans {
		y := gap/2 + float32(i)*(spanBar+gap)
		r.drawSpan(i, s, y, scale)
	}
}

// drawAxis draws the ticks and gives the pixels of a second.
func (r *spanRenderer) drawAxis(most time.Duration, plot float32) float32 {
	step := tickStep(most)
	width := r.size.Width - spanNames - spanEnd
	ticks := 4
	if w := width / float32(ticks); w < 44 {
		ticks, step = 2, 2*step
	}
	scale := width / float32(step*float64(ticks))
	for i := range ticks + 1 {
		x := float32(math.Round(float64(spanNames + float32(step*float64(i))*scale)))
		line := canvas.NewRectangle(Color(Line))
		place(line, x, 0, 1, plot)
		label := chartText(Caption, strconv.FormatFloat(step*float64(i), 'f', -1, 64)+" s", Ink2, fyne.TextAlignCenter)
		place(label, x-30, plot+8, 60, 16)
		r.all = append(r.all, line, label)
	}
	return scale
}

func (r *spanRenderer) drawSpan(i int, s Span, y, scale float32) {
	spot := r.spots[i]
	spot.tip.text = s.Tip
	place(spot, -6, y-6, r.size.Width+12, spanBar+12)
	name := chartText(SmallText, s.Name, Ink, fyne.TextAlignLeading)
	place(name, 0, y, spanNames-4, spanBar)
	r.all = append(r.all, spot, name)
	if s.P95 <= 0 && s.Median <= 0 {
		none := chartText(Caption, "No answer yet", Ink3, fyne.TextAlignLeading)
		place(none, spanNames+10, y, 120, spanBar)
		r.all = append(r.all, none)
		return
	}
	median, p95 := max(float32(s.Median.Seconds())*scale, 6), max(float32(s.P95.Seconds())*scale, 6)
	long, short := canvas.NewRectangle(Color(AccentMid)), canvas.NewRectangle(Color(Accent))
	long.CornerRadius, short.CornerRadius = 5, 5
	place(long, spanNames, y, p95, spanBar)
	place(short, spanNames, y, min(median, p95), spanBar)
	r.all = append(r.all, long, short)
	r.labelSpan(s, y, min(median, p95), p95)
}

// labelSpan writes the figures into the bars, or behind them where they are
// too short.
func (r *spanRenderer) labelSpan(s Span, y, median, p95 float32) {
	first, second := SecondsText(s.Median), SecondsText(s.P95)
	m, p := Measure(CaptionBold, first), Measure(CaptionBold, second)
	put := func(text string, t Token, x, width float32) {
		label := chartText(CaptionBold, text, t, fyne.TextAlignTrailing)
		place(label, spanNames+x, y, width, spanBar)
		r.all = append(r.all, label)
	}
	inside := m+10 <= median
	switch {
	case inside && p+16 <= p95-median:
		put(first, OnAccent, median-m-7, m)
		put(second, Ink, p95-p-7, p)
	case inside:
		put(first, OnAccent, median-m-7, m)
		put(second, Ink2, p95+7, p)
	default:
		both := first + " and " + second
		put(both, Ink2, p95+7, Measure(CaptionBold, both))
	}
}

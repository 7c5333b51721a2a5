package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/rivo/uniseg"
)

// Text shows a text of the interface in one style and colour. It is one line
// as wide as it needs, unless Truncate or Wrap say otherwise; what does not
// fit its width ends in "…". Text that reads from the right is set on the
// right.
type Text struct {
	widget.BaseWidget

	style    Style
	text     string
	token    Token
	align    fyne.TextAlign
	truncate bool
	lines    int // at most; 0: as many as are needed
	tabular  bool
	leading  bool // the alignment was chosen: it does not follow the script

	cut cutText // the lines that were broken last
}

// cutText is a text broken into lines, and for what.
type cutText struct {
	text  string
	style Style
	width float32
	most  int
	lines []string
}

// NewText makes a text in Ink.
func NewText(style Style, s string) *Text {
	t := &Text{style: style, text: s, token: Ink, lines: 1}
	t.ExtendBaseWidget(t)
	return t
}

// Text gives what is shown, whole.
func (t *Text) Text() string { return t.text }

// SetText shows another text.
func (t *Text) SetText(s string) {
	if t.text == s {
		return
	}
	t.text = s
	t.Refresh()
}

// SetStyle changes size and weight.
func (t *Text) SetStyle(s Style) {
	if t.style == s {
		return
	}
	t.style = s
	t.Refresh()
}

// SetToken changes the colour.
func (t *Text) SetToken(c Token) *Text {
	if t.token != c {
		t.token = c
		t.Refresh()
	}
	return t
}

// Align sets the text at the leading edge, the middle or the trailing edge,
// whatever its script.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align, t.leading = a, true
	t.Refresh()
	return t
}

// Truncate lets the text be narrower than it needs; it ends in "…" then.
func (t *Text) Truncate() *Text {
	t.truncate = true
	t.Refresh()
	return t
}

// Wrap breaks the text into at most n lines of the widget's width, 0: as many
// as it needs.
func (t *Text) Wrap(n int) *Text {
	t.truncate, t.lines = true, n
	t.Refresh()
	return t
}

// Tabular gives every digit the same width, for numbers that change.
func (t *Text) Tabular() *Text {
	t.tabular = true
	t.Refresh()
	return t
}

// HeightFor gives the height of the text at a width, in pixels.
func (t *Text) HeightFor(width float32) float32 {
	return float32(len(t.broken(width))) * t.style.LineHeight()
}

// Width is the width that the text wants in one line, in pixels.
func (t *Text) Width() float32 {
	if t.tabular {
		return tabularWidth(t.style, t.text)
	}
	return Measure(t.style, t.text)
}

// broken gives the lines of the text at a width.
func (t *Text) broken(width float32) []string {
	if t.lines == 1 || width <= 0 {
		return []string{t.text}
	}
	if c := &t.cut; c.lines != nil && c.text == t.text && c.style == t.style && c.width == width && c.most == t.lines {
		return c.lines
	}
	var lines []string
	for paragraph := range strings.SplitSeq(t.text, "\n") {
		lines = append(lines, breakLines(t.style, paragraph, width)...)
	}
	if t.lines > 0 && len(lines) > t.lines {
		rest := strings.Join(lines[t.lines-1:], "")
		lines = append(lines[:t.lines-1:t.lines-1], rest)
	}
	t.cut = cutText{t.text, t.style, width, t.lines, lines}
	return lines
}

// breakLines fills lines of a width with the text's words (UAX 14).
func breakLines(s Style, text string, width float32) []string {
	var lines []string
	line, state := "", -1
	for rest := text; rest != ""; {
		var word string
		word, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if line != "" && Measure(s, strings.TrimRight(line+word, " ")) > width {
			lines = append(lines, line)
			line = ""
		}
		line += word
	}
	return append(lines, line)
}

// fit shortens a line to a width, ending in "…".
func (t *Text) fit(line string, width float32) string {
	line = strings.TrimRight(line, " ")
	if !t.truncate || Measure(t.style, line) <= width+0.5 {
		return line
	}
	clusters := []string{}
	for g := uniseg.NewGraphemes(line); g.Next(); {
		clusters = append(clusters, g.Str())
	}
	low, high := 0, len(clusters) // the most clusters that fit lie between
	for low < high {
		mid := (low + high + 1) / 2
		if Measure(t.style, shortened(clusters[:mid])) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return shortened(clusters[:low])
}

func shortened(clusters []string) string {
	return strings.TrimRight(strings.Join(clusters, ""), " ,.;:") + "…"
}

// alignment follows the script where it was not chosen.
func (t *Text) alignment() fyne.TextAlign {
	if !t.leading && RightToLeft(t.text) {
		return fyne.TextAlignTrailing
	}
	return t.align
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	t    *Text
	size fyne.Size
	// for what the runs below were set
	text    string
	style   Style
	width   float32
	height  float32
	align   fyne.TextAlign
	tabular bool
	lines   int

	runs []*canvas.Text
	all  []fyne.CanvasObject
}

func (r *textRenderer) MinSize() fyne.Size {
	height := r.t.style.LineHeight()
	if r.t.lines != 1 {
		height = r.t.HeightFor(r.size.Width)
	}
	if r.t.truncate {
		return fyne.NewSize(0, height)
	}
	return fyne.NewSize(r.t.Width(), height)
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.size = size
	r.set()
}

// set makes the runs anew where something changed since.
func (r *textRenderer) set() {
	t := r.t
	if r.all != nil && r.text == t.text && r.style == t.style && r.width == r.size.Width && r.height == r.size.Height &&
		r.align == t.alignment() && r.tabular == t.tabular && r.lines == t.lines {
		return
	}
	r.text, r.style, r.width, r.height = t.text, t.style, r.size.Width, r.size.Height
	r.align, r.tabular, r.lines = t.alignment(), t.tabular, t.lines
	r.runs, r.all = r.runs[:0], []fyne.CanvasObject{}
	if r.width <= 0 || t.text == "" {
		return
	}
	y := float32(0)
	lines := t.broken(r.width)
	if len(lines) == 1 { // one line stands in the middle of a taller box
		y = max((r.size.Height-t.style.LineHeight())/2, 0)
	}
	for _, line := range lines {
		r.setLine(t.fit(line, r.width), y)
		y += t.style.LineHeight()
	}
}

// setLine adds the runs of one line whose top is at y.
func (r *textRenderer) setLine(line string, y float32) {
	pieces := visualRuns(line)
	cell := float32(0)
	if r.t.tabular {
		pieces, cell = digitCells(pieces), digitWidth(r.style)
	}
	widths, total := make([]float32, len(pieces)), float32(0)
	for i, p := range pieces {
		widths[i] = Measure(r.style, p)
		if cell > 0 && isDigit(p) {
			widths[i] = cell
		}
		total += widths[i]
	}
	x := float32(0)
	switch r.align {
	case fyne.TextAlignCenter:
		x = (r.width - total) / 2
	case fyne.TextAlignTrailing:
		x = r.width - total
	}
	for i, p := range pieces {
		run := newCanvasText(r.style, p)
		run.Color = Color(r.t.token)
		height := run.MinSize().Height
		inset := float32(0)
		if cell > 0 && isDigit(p) {
			inset = (cell - Measure(r.style, p)) / 2
		}
		standAt(run, x+inset, y+(r.style.LineHeight()-height)/2)
		x += widths[i]
		r.runs = append(r.runs, run)
		r.all = append(r.all, run)
	}
}

func (r *textRenderer) Refresh() {
	r.set()
	c := Color(r.t.token)
	for _, run := range r.runs {
		run.Color = c
		run.Refresh()
	}
	canvas.Refresh(r.t)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.all }

func (r *textRenderer) Destroy() {}

// digitCells cuts runs so that each digit stands alone.
func digitCells(runs []string) []string {
	var cells []string
	for _, run := range runs {
		start := 0
		for i := range len(run) {
			if run[i] < '0' || run[i] > '9' {
				continue
			}
			if start < i {
				cells = append(cells, run[start:i])
			}
			cells = append(cells, run[i:i+1])
			start = i + 1
		}
		if start < len(run) {
			cells = append(cells, run[start:])
		}
	}
	return cells
}

func isDigit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// digitWidth is the width of the widest digit.
func digitWidth(s Style) float32 {
	var widest float32
	for d := '0'; d <= '9'; d++ {
		widest = max(widest, Measure(s, string(d)))
	}
	return widest
}

func tabularWidth(s Style, text string) float32 {
	var sum float32
	for _, c := range digitCells(visualRuns(text)) {
		if isDigit(c) {
			sum += digitWidth(s)
		} else {
			sum += Measure(s, c)
		}
	}
	return sum
}

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// optionState is how one option of a question stands.
type optionState int

const (
	optionOpen   optionState = iota // can be chosen
	optionRight                     // the right one, after an answer
	optionWrong                     // the one that was chosen wrongly
	optionPassed                    // any other, after an answer
)

// quizOption is one option: its letter and its words; after an answer its
// mark too.
type quizOption struct {
	fw.BaseWidget
	index            int
	text             string
	state            optionState
	fromRight        bool
	chosen           func()
	focused, hovered bool
}

var (
	_ fyne.Focusable    = (*quizOption)(nil)
	_ fyne.Tappable     = (*quizOption)(nil)
	_ desktop.Hoverable = (*quizOption)(nil)
)

func newQuizOption(index int, chosen func()) *quizOption {
	o := &quizOption{index: index, chosen: chosen}
	o.ExtendBaseWidget(o)
	return o
}

// optionLetter names an option: A, B, C.
func optionLetter(i int) string { return string(rune('A' + i)) }

func (o *quizOption) set(text string, state optionState, fromRight bool) {
	o.text, o.state, o.fromRight = text, state, fromRight
	o.Refresh()
}

func (o *quizOption) Tapped(*fyne.PointEvent) { o.chosen() }

func (o *quizOption) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && o.state == optionOpen {
		o.chosen()
		return
	}
	widget.PassKey(o, e)
}

func (o *quizOption) TypedRune(rune) {}
func (o *quizOption) FocusGained()   { o.focused = true; o.Refresh() }
func (o *quizOption) FocusLost()     { o.focused = false; o.Refresh() }

func (o *quizOption) MouseIn(*desktop.MouseEvent)    { o.hovered = true; o.Refresh() }
func (o *quizOption) MouseMoved(*desktop.MouseEvent) {}
func (o *quizOption) MouseOut()                      { o.hovered = false; o.Refresh() }

func (o *quizOption) CreateRenderer() fyne.WidgetRenderer {
	r := &optionRenderer{
		o: o, back: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), badge: canvas.NewRectangle(nil),
		letter: widget.NewText(widget.Title, ""), icon: canvas.NewImageFromResource(nil),
		text: widget.NewText(widget.Option, ""), strong: widget.NewText(widget.OptionStrong, ""),
	}
	r.letter.Align(fyne.TextAlignCenter)
	r.text.Wrap(2)
	r.strong.Wrap(2)
	r.Refresh()
	return r
}

type optionRenderer struct {
	o                 *quizOption
	back, ring, badge *canvas.Rectangle
	letter            *widget.Text
	icon              *canvas.Image
	text, strong      *widget.Text
}

func (r *optionRenderer) Layout(size fyne.Size) {
	const badge = 44
	put(r.back, 0, 0, size.Width, size.Height)
	put(r.ring, -4, -4, size.Width+8, size.Height+8)
	x, text := float32(20), float32(82)
	if r.o.fromRight {
		x, text = size.Width-20-badge, 20
	}
	y := (size.Height - badge) / 2
	put(r.badge, x, y, badge, badge)
	put(r.icon, x+11, y+11, 22, 22)
	h := r.letter.MinSize().Height
	put(r.letter, x, (size.Height-h)/2, badge, h)
	for _, t := range []*widget.Text{r.text, r.strong} {
		h := t.HeightFor(size.Width - 102)
		put(t, text, (size.Height-h)/2, size.Width-102, h)
	}
}

func (r *optionRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 60) }

func (r *optionRenderer) Refresh() {
	o := r.o
	fill, edge, width, badge, ink := widget.Surface, widget.Line, float32(1), widget.Surface, widget.Ink
	icon := widget.Icon("")
	switch o.state {
	case optionRight:
		fill, edge, width, badge, icon = widget.OkSoft, widget.Ok, 2, widget.Ok, widget.IconCheck
	case optionWrong:
		fill, edge, width, badge, icon = widget.RedSoft, widget.Red, 2, widget.Red, widget.IconClose
	case optionPassed:
		ink = widget.Ink2
	default:
		if o.hovered {
			fill = widget.Hover
		}
	}
	r.back.FillColor, r.back.CornerRadius = widget.Color(fill), 14
	r.back.StrokeColor, r.back.StrokeWidth = widget.Color(edge), width
	r.ring.FillColor, r.ring.CornerRadius = nil, 17
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.Hidden = widget.Color(widget.Accent), 2, !o.focused
	r.badge.FillColor, r.badge.CornerRadius = widget.Color(badge), 10
	r.badge.StrokeColor, r.badge.StrokeWidth = widget.Color(widget.Line), 1
	r.icon.Hidden, r.letter.Hidden = icon == "", icon != ""
	if icon != "" {
		r.badge.StrokeWidth = 0
		r.icon.Resource = icon.Resource(widget.Surface)
	}
	r.letter.SetText(optionLetter(o.index))
	strong := o.state == optionRight || o.state == optionWrong
	for t, on := range map[*widget.Text]bool{r.text: !strong, r.strong: strong} {
		t.SetText(o.text)
		t.SetToken(ink)
		t.Hidden = !on
	}
	r.Layout(o.Size())
	r.icon.Refresh()
	canvas.Refresh(o)
}

func (r *optionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.back, r.badge, r.icon, r.letter, r.text, r.strong}
}

func (r *optionRenderer) Destroy() {}

package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// roomOptionState is how one option of a quiz for a class stands.
type roomOptionState struct {
	text      string
	hands     int
	share     float32 // of the longest bar
	told      bool    // the answer is shown
	right     bool    // it is the right one
	chosen    bool    // digits are typed for it
	fromRight bool
}

// roomOption is one option with its count of hands; its bar lies behind the
// words.
type roomOption struct {
	fw.BaseWidget
	quiz        *roomQuiz
	index       int
	state       roomOptionState
	less, more  *widget.Button
	fewer, bars float32 // the bar as it is drawn, and its end
	grow        *fyne.Animation
	hovered     bool
}

var (
	_ fyne.Tappable     = (*roomOption)(nil)
	_ desktop.Hoverable = (*roomOption)(nil)
)

const (
	roomBar    = 0.78 // of the width: the longest bar
	motionBars = 260 * time.Millisecond
)

func newRoomOption(q *roomQuiz, index int) *roomOption {
	o := &roomOption{quiz: q, index: index}
	o.less = widget.NewButton(widget.Plain, widget.IconMinus, "", func() { q.add(index, -1) })
	o.less.SetHelp("One hand fewer for " + optionLetter(index))
	o.more = widget.NewButton(widget.Plain, widget.IconPlus, "", func() { q.add(index, 1) })
	o.more.SetHelp("One hand more for " + optionLetter(index))
	o.ExtendBaseWidget(o)
	return o
}

func (o *roomOption) set(s roomOptionState) {
	o.state = s
	o.moveBar(s.share)
	o.Refresh()
}

// moveBar has the bar grow to a share of the longest.
func (o *roomOption) moveBar(to float32) {
	if to == o.bars {
		return
	}
	o.bars = to
	if o.grow != nil {
		o.grow.Stop()
		o.grow = nil
	}
	d := widget.Motion(motionBars)
	if d == 0 {
		o.fewer = to
		return
	}
	from := o.fewer
	o.grow = fyne.NewAnimation(d, func(done float32) {
		o.fewer = from + (to-from)*done
		o.Refresh()
	})
	o.grow.Curve = fyne.AnimationEaseOut
	o.grow.Start()
}

// Tapped chooses the option that digits are typed for.
func (o *roomOption) Tapped(*fyne.PointEvent) { o.quiz.choose(o.index) }

// MouseIn is for Fyne.
func (o *roomOption) MouseIn(*desktop.MouseEvent) { o.hovered = true; o.Refresh() }

// MouseMoved is for Fyne.
func (o *roomOption) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (o *roomOption) MouseOut() { o.hovered = false; o.Refresh() }

// CreateRenderer is for Fyne.
func (o *roomOption) CreateRenderer() fyne.WidgetRenderer {
	r := &roomOptionRenderer{
		o: o, back: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		frame: canvas.NewRectangle(nil), badge: canvas.NewRectangle(nil),
		letter: widget.NewText(widget.Title, "").Align(fyne.TextAlignCenter), icon: canvas.NewImageFromResource(nil),
		text: widget.NewText(widget.Option, "").Wrap(2), strong: widget.NewText(widget.OptionStrong, "").Wrap(2),
		count: widget.NewText(widget.ScreenTitle, "").Align(fyne.TextAlignCenter).Tabular(),
	}
	r.Refresh()
	return r
}

type roomOptionRenderer struct {
	o                             *roomOption
	back, ring, bar, frame, badge *canvas.Rectangle
	letter, count                 *widget.Text
	icon                          *canvas.Image
	text, strong                  *widget.Text
}

func (r *roomOptionRenderer) Layout(size fyne.Size) {
	const badge, side = 44, 40
	s := r.o.state
	put(r.back, 0, 0, size.Width, size.Height)
	put(r.frame, 0, 0, size.Width, size.Height)
	put(r.ring, -4, -4, size.Width+8, size.Height+8)
	put(r.bar, 0, 0, size.Width*roomBar*r.o.fewer, size.Height)
	r.bar.Hidden = r.o.fewer <= 0
	x, text := float32(20), float32(82)
	controls := float32(184)
	if s.told {
		controls = 90
	}
	y := (size.Height - badge) / 2
	put(r.badge, x, y, badge, badge)
	put(r.icon, x+11, y+11, 22, 22)
	h := r.letter.MinSize().Height
	put(r.letter, x, (size.Height-h)/2, badge, h)
	for _, t := range []*widget.Text{r.text, r.strong} {
		w := size.Width - text - controls - 16
		h := t.HeightFor(w)
		put(t, text, (size.Height-h)/2, w, h)
	}
	y = (size.Height - side) / 2
	put(r.o.less, size.Width-184, y, side, side)
	put(r.o.more, size.Width-56, y, side, side)
	put(r.count, size.Width-144, (size.Height-32)/2, 88, 32)
	if s.told {
		put(r.count, size.Width-82, (size.Height-32)/2, 66, 32)
	}
}

func (r *roomOptionRenderer) MinSize() fyne.Size { return fyne.NewSize(200, roomOptionLeast) }

func (r *roomOptionRenderer) Refresh() {
	o, s := r.o, r.o.state
	fill, edge, width, badge, ink, bar := widget.Surface, widget.Line, float32(1), widget.Surface, widget.Ink, widget.AccentSoft
	if o.hovered && !s.told {
		fill = widget.Hover
	}
	switch {
	case s.told && s.right:
		edge, width, badge, bar = widget.Ok, 2, widget.Ok, widget.OkSoft
	case s.told:
		ink, bar = widget.Ink2, widget.Sunken
	}
	r.back.FillColor, r.back.CornerRadius = widget.Color(fill), 14
	r.bar.FillColor, r.bar.CornerRadius = widget.Color(bar), 14
	r.frame.FillColor, r.frame.CornerRadius = nil, 14
	r.frame.StrokeColor, r.frame.StrokeWidth = widget.Color(edge), width
	r.ring.FillColor, r.ring.CornerRadius = nil, 17
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.Hidden = widget.Color(widget.Accent), 2, !s.chosen
	r.badge.FillColor, r.badge.CornerRadius = widget.Color(badge), 10
	r.badge.StrokeColor, r.badge.StrokeWidth = widget.Color(widget.Line), 1
	right := s.told && s.right
	r.icon.Hidden, r.letter.Hidden = !right, right
	if right {
		r.badge.StrokeWidth = 0
		r.icon.Resource = widget.IconCheck.Resource(widget.Surface)
	}
	r.letter.SetText(optionLetter(o.index))
	for t, on := range map[*widget.Text]bool{r.text: !right, r.strong: right} {
		t.SetText(s.text)
		t.SetToken(ink)
		t.Hidden = !on
	}
	r.count.SetText(strconv.Itoa(s.hands))
	align := fyne.TextAlignCenter
	if s.told {
		align = fyne.TextAlignTrailing
	}
	r.count.Align(align)
	visible(o.less, !s.told)
	visible(o.more, !s.told)
	r.Layout(o.Size())
	r.icon.Refresh()
	canvas.Refresh(o)
}

func (r *roomOptionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.back, r.bar, r.frame, r.badge, r.icon, r.letter, r.text, r.strong, r.o.less, r.count, r.o.more}
}

func (r *roomOptionRenderer) Destroy() {
	if r.o.grow != nil {
		r.o.grow.Stop()
	}
}

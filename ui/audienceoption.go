package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"edusmart/ui/widget"
)

// audienceOption is one option on the projector.
type audienceOption struct {
	back, badge, track, bar *canvas.Rectangle
	letter, count           *canvas.Text
	mark                    *canvas.Image
	text                    *widget.StoryText
}

// optionBoxes are the places within an option's row.
type optionBoxes struct {
	text          float32 // width of the words
	track, bar    float32 // left edge and width of the bar's track
	unit, letters float32
	counted       bool
}

// show shows all of an option, or nothing of it.
func (o *audienceOption) show(on bool) {
	for _, part := range []fyne.CanvasObject{o.back, o.badge, o.letter, o.text} {
		visible(part, on)
	}
	if !on {
		for _, part := range []fyne.CanvasObject{o.track, o.bar, o.count, o.mark} {
			part.Hide()
		}
	}
}

func (r *audienceQuizRenderer) placeTotal(right, middle, letters float32, on bool) {
	a := r.q.all
	a.icon.Hidden, a.text.Hidden = !on, !on
	a.text.TextSize = letters
	a.text.Text = strconv.Itoa(r.q.frame.quiz.total())
	m := a.text.MinSize()
	a.text.Move(fyne.NewPos(right-m.Width, middle-m.Height/2))
	a.text.Resize(m)
	a.icon.Move(fyne.NewPos(right-m.Width-letters*1.05, middle-letters*0.45))
	a.icon.Resize(fyne.NewSquareSize(letters * 0.9))
}

func (q *audienceQuiz) placeOption(i int, row box, b optionBoxes, text float32) {
	o, unit := q.rows[i], b.unit
	row.put(o.back)
	middle := row.at.Y + row.size.Height/2
	badge := 80 * unit
	put(o.badge, row.at.X+22*unit, middle-badge/2, badge, badge)
	o.letter.TextSize, o.count.TextSize = b.letters*0.86, b.letters
	m := o.letter.MinSize()
	put(o.letter, row.at.X+22*unit+(badge-m.Width)/2, middle-m.Height/2, m.Width, m.Height)
	put(o.text, row.at.X+134*unit, middle-text/2, b.text, text)
	mark := b.letters * 0.98
	put(o.mark, row.at.X+row.size.Width-mark-24*unit, middle-mark/2, mark, mark)
	o.track.Hidden, o.bar.Hidden, o.count.Hidden = !b.counted, !b.counted || q.frame.quiz.hands[i] == 0, !b.counted
	if !b.counted {
		return
	}
	m = o.count.MinSize()
	put(o.count, row.at.X+row.size.Width-38*unit-m.Width, middle-m.Height/2, m.Width, m.Height)
	x, thick := row.at.X+b.track, 36*unit
	put(o.mark, x-mark-24*unit, middle-mark/2, mark, mark)
	put(o.track, x, middle-thick/2, b.bar, thick)
	share := float32(q.frame.quiz.hands[i]) / float32(q.frame.quiz.total())
	put(o.bar, x, middle-thick/2, max(thick, b.bar*share), thick)
}

func (q *audienceQuiz) paintOption(o *audienceOption, i int, font fyne.Resource) {
	right := q.told() && i == q.frame.quiz.right
	unit := max(1, q.Size().Height/1080)
	ground, edge, badge, ink, bar, track := widget.Page, widget.Line, widget.Sunken, widget.PageInk, widget.Ink3, widget.Sunken
	o.back.StrokeWidth = 2 * unit
	if right {
		ground, edge, badge, ink, bar, track = widget.OkSoft, widget.Ok, widget.Ok, widget.OkSoft, widget.Ok, widget.Sunken
		o.back.StrokeWidth = 5 * unit
	}
	if !q.told() {
		bar = widget.Accent
	}
	o.back.FillColor, o.back.StrokeColor, o.back.CornerRadius = widget.Color(ground), widget.Color(edge), 20*unit
	o.badge.FillColor, o.badge.CornerRadius = widget.Color(badge), 14*unit
	o.track.FillColor, o.track.CornerRadius = widget.Color(track), 18*unit
	o.bar.FillColor, o.bar.CornerRadius = widget.Color(bar), 18*unit
	o.letter.Text, o.letter.Color, o.letter.FontSource = optionLetter(i), widget.Color(ink), font
	o.count.Color, o.count.FontSource = widget.Color(widget.PageInk), font
	o.count.Text = strconv.Itoa(q.frame.quiz.hands[i])
	o.mark.Resource, o.mark.Hidden = widget.MarkReady.Resource(widget.Ok), !right
	o.mark.Refresh()
}

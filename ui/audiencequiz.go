package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// audienceQuiz is a question as the class sees it: its options with bars of
// the hands that were raised, and the answer once it is told. All of it is in
// proportion to the screen.
type audienceQuiz struct {
	fw.BaseWidget
	fonts *typeset.Fonts
	frame frame

	question *widget.StoryText
	all      *quizHands
	rows     []*audienceOption
	picture  *widget.Picture
	why      *widget.StoryText
}

func newAudienceQuiz(l *widget.Loader, fonts *typeset.Fonts) *audienceQuiz {
	q := &audienceQuiz{fonts: fonts, question: widget.NewStoryText(fonts, widget.PageColours), why: widget.NewStoryText(fonts, widget.PageColours)}
	q.all = &quizHands{icon: canvas.NewImageFromResource(nil), text: canvas.NewText("", nil)}
	q.picture = widget.NewPicture(l, widget.Round(10), sunken)
	q.ExtendBaseWidget(q)
	return q
}

// quizHands is the sum of the hands.
type quizHands struct {
	icon *canvas.Image
	text *canvas.Text
}

// set shows a question.
func (q *audienceQuiz) set(f frame) {
	if f.kind != frameQuiz {
		q.frame = f
		q.picture.SetFile("", false)
		return
	}
	q.frame = f
	for len(q.rows) < len(f.quiz.options) {
		q.rows = append(q.rows, &audienceOption{
			back: canvas.NewRectangle(nil), badge: canvas.NewRectangle(nil), track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
			letter: canvas.NewText("", nil), count: canvas.NewText("", nil), mark: canvas.NewImageFromResource(nil),
			text: widget.NewStoryText(q.fonts, widget.PageColours),
		})
	}
	q.question.SetPage([]string{f.quiz.question}, nil, f.language)
	for i, option := range f.quiz.options {
		q.rows[i].text.SetPage([]string{option}, nil, f.language)
	}
	q.why.SetPage(whyLines(f.quiz), nil, f.language)
	if f.picture != "" {
		q.picture.SetFile(f.picture, f.whole)
	}
	q.Refresh()
}

// whyLines is the explanation and the page that it rests on.
func whyLines(q quizFrame) []string {
	if q.right < 0 {
		return nil
	}
	var lines []string
	if q.why != "" {
		lines = append(lines, q.why)
	}
	if name := fmt.Sprintf("Page %d", q.page+1); q.page >= 0 && !strings.Contains(q.why, name) {
		lines = append(lines, fmt.Sprintf("Page %d.", q.page+1))
	}
	return lines
}

func (f quizFrame) total() int {
	n := 0
	for _, h := range f.hands {
		n += h
	}
	return n
}

// CreateRenderer is for Fyne.
func (q *audienceQuiz) CreateRenderer() fyne.WidgetRenderer {
	r := &audienceQuizRenderer{q}
	r.Refresh()
	return r
}

type audienceQuizRenderer struct{ q *audienceQuiz }

func (r *audienceQuizRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }
func (r *audienceQuizRenderer) Destroy()           {}

func (r *audienceQuizRenderer) Objects() []fyne.CanvasObject {
	q := r.q
	objects := []fyne.CanvasObject{q.question, q.all.icon, q.all.text}
	for i, o := range q.rows {
		if i < len(q.frame.quiz.options) {
			objects = append(objects, o.back, o.badge, o.letter, o.text, o.track, o.bar, o.mark, o.count)
		}
	}
	return append(objects, q.picture, q.why)
}

// told reports whether the answer and its reason are shown.
func (q *audienceQuiz) told() bool { return q.frame.quiz.right >= 0 }

// quizFit is how a question is brought onto a screen at the size of its
// letters: the less is wanted, the earlier it is tried.
type quizFit struct {
	slim    bool // short bars
	only    bool // of the options the right one only
	bare    bool // without the picture
	letters float32
}

// fits are the ways, in the order in which they are tried. Letters are made
// smaller only when nothing else helps.
func (q *audienceQuiz) fits(letters float32) []quizFit {
	ways := []quizFit{{letters: letters}, {slim: true, letters: letters}}
	if q.told() {
		ways = append(ways, quizFit{slim: true, bare: true, letters: letters}, quizFit{only: true, letters: letters}, quizFit{only: true, slim: true, bare: true, letters: letters})
	}
	last := ways[len(ways)-1]
	for range 10 {
		last.letters *= 0.93
		ways = append(ways, last)
	}
	return ways
}

// Layout gives the question, the options and the reason the heights that they
// need.
func (r *audienceQuizRenderer) Layout(size fyne.Size) {
	q, f := r.q, r.q.frame
	if f.kind != frameQuiz || size.Height <= 0 {
		return
	}
	ways := q.fits(letters(q.fonts, f.language, size.Height, f.room))
	way := ways[len(ways)-1]
	for _, w := range ways {
		if r.arrange(size, w, false) <= size.Height {
			way = w
			break
		}
	}
	r.arrange(size, way, true)
	canvas.Refresh(q)
}

// arrange places everything in a way where place is set, and gives the height
// that it takes.
func (r *audienceQuizRenderer) arrange(size fyne.Size, way quizFit, place bool) float32 {
	q, f := r.q, r.q.frame
	unit := way.letters / 62 // of the look's picture, 1080 high
	side := size.Width * 0.038
	width := size.Width - 2*side
	style := widget.TextStyle{Smallest: way.letters, Largest: way.letters, Easy: f.easy}
	counted := f.quiz.total() > 0
	y := size.Height * 0.052
	q.question.SetStyle(style)
	ask := width
	if counted {
		ask -= 180 * unit
	}
	tall := q.question.HeightFor(ask)
	if place {
		put(q.question, side, y, ask, tall)
		r.placeTotal(side+width, y+style.Largest*0.75, way.letters, counted)
	}
	y += tall + 18*unit
	b := optionBoxes{text: width - 134*unit - 110*unit, unit: unit, letters: way.letters, counted: counted}
	if counted {
		b.track, b.bar = width*0.571, width*0.339
		if way.slim {
			b.track, b.bar = width*0.76, width*0.15
		}
		b.text = b.track - 134*unit - 24*unit
		if q.told() {
			b.text -= way.letters + 12*unit
		}
	}
	for i := range f.quiz.options {
		o := q.rows[i]
		if place {
			o.show(!way.only || i == f.quiz.right)
		}
		if way.only && i != f.quiz.right {
			continue
		}
		o.text.SetStyle(style)
		text := o.text.HeightFor(b.text)
		row := text + 30*unit
		if place {
			q.placeOption(i, box{fyne.NewPos(side, y), fyne.NewSize(width, row)}, b, text)
		}
		y += row + 17*unit
	}
	if q.told() {
		y += r.arrangeWhy(box{fyne.NewPos(side, y+18*unit), fyne.NewSize(width, 0)}, style, way, place) + 18*unit
	}
	return y + size.Height*0.04
}

// arrangeWhy places the reason beside the picture of its page, and gives its
// height.
func (r *audienceQuizRenderer) arrangeWhy(b box, style widget.TextStyle, way quizFit, place bool) float32 {
	q, unit := r.q, way.letters/62
	x, shown := b.at.X, float32(0)
	picture := q.frame.picture != "" && !way.bare
	if picture {
		shown = 240 * unit
		x += 325*unit + 48*unit
	}
	q.why.SetStyle(style)
	w := b.at.X + b.size.Width - x
	why := q.why.HeightFor(w)
	if place {
		visible(q.picture, picture)
		put(q.picture, b.at.X, b.at.Y, 325*unit, shown)
		put(q.why, x, b.at.Y+max(0, (shown-why)/2), w, why)
	}
	return max(shown, why)
}

// Refresh shows the present colours.
func (r *audienceQuizRenderer) Refresh() {
	q, f := r.q, r.q.frame
	font := widget.StrongFont()
	q.all.text.Color, q.all.text.FontSource = widget.Color(widget.Ink2), font
	q.all.icon.Resource = widget.IconHand.Resource(widget.Ink2)
	visible(q.picture, q.told() && f.picture != "")
	visible(q.why, q.told())
	for i, o := range q.rows {
		if i >= len(f.quiz.options) {
			break
		}
		q.paintOption(o, i, font)
	}
	r.Layout(q.Size())
	q.all.icon.Refresh()
	canvas.Refresh(q)
}

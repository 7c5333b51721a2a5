package ui

import "fyne.io/fyne/v2"

const roomOptionLeast = 64 // of an option's height

// arrange places the question, its options, the answer, and the buttons at
// the bottom.
func (q *roomQuiz) arrange(size fyne.Size) {
	side, w := float32(quizSide), size.Width-2*quizSide
	if size.Width < narrowBelow {
		side, w = 32, size.Width-64
	}
	put(q.place, side, 14, 120, 18)
	put(q.sum, side+w-140, 14, 140, 18)
	x := side + 128
	for _, t := range q.ticks {
		if !t.Hidden {
			put(t, x, 21, 22, 4)
			x += 26
		}
	}
	h := q.question.HeightFor(w)
	put(q.question, side, 46, w, h)
	top := 46 + h + 26

	foot := size.Height - 20 - 48
	for _, o := range []fyne.CanvasObject{q.hint, q.told} {
		m := o.MinSize()
		put(o, side, foot+(48-m.Height)/2, m.Width, m.Height)
	}
	next := q.next.MinSize()
	put(q.next, side+w-next.Width, foot, next.Width, next.Height)
	m := q.show.MinSize()
	right := side + w - m.Width
	if q.next.Visible() {
		right -= next.Width + 12
	}
	put(q.show, right, foot+(next.Height-m.Height)/2, m.Width, m.Height)

	end := foot - 16
	q.arrangePage(side, 46, w, end-46)
	if q.verdict.Visible() {
		end -= 96
		x := side
		if q.picture.Visible() {
			put(q.picture, side, end+14, 112, 70)
			x += 128
		}
		put(q.verdict, x, end+12, w-(x-side), 22)
		put(q.why, x, end+36, w-(x-side), q.why.HeightFor(w-(x-side)))
	}
	put(q.scroll, side-4, top-4, w+8, end-top+8) // the frame of an option reaches 4 px out
}

// arrangePage gives the page that the question is about the largest place of
// 16 to 9.
func (q *roomQuiz) arrangePage(x, y, w, h float32) {
	width := min(w, h*16/9)
	b := box{fyne.NewPos(x+(w-width)/2, y), fyne.NewSize(width, width*9/16)}
	b.put(q.sheet)
	b.put(q.about)
}

func (q *roomQuiz) shownOptions() (shown []*roomOption) {
	for _, o := range q.options {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

func (q *roomQuiz) leastOptions() fyne.Size {
	n := float32(len(q.shownOptions()))
	return fyne.NewSize(200, n*roomOptionLeast+max(0, n-1)*quizGap+8)
}

func (q *roomQuiz) placeOptions(size fyne.Size) {
	shown := q.shownOptions()
	n := float32(max(1, len(shown)))
	h := min(96, max(roomOptionLeast, (size.Height-8-quizGap*(n-1))/n))
	y := float32(4)
	for _, o := range shown {
		put(o, 4, y, size.Width-8, h)
		y += h + quizGap
	}
}

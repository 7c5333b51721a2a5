package ui

import "fyne.io/fyne/v2"

// place arranges the quiz: the question, its options, the explanation, and
// the buttons at the bottom.
func (q *storyQuiz) place(size fyne.Size) {
	side, w := float32(quizSide), size.Width-2*quizSide
	if size.Width < narrowBelow {
		side, w = 32, size.Width-64
	}
	put(q.count, side, 14, 110, 18)
	q.placeTicks(side + 116)

	h := q.question.HeightFor(w)
	put(q.question, side, 46, w, h)
	top := 46 + h + 26

	foot := size.Height - 24 - 48
	put(q.hint, side, foot+15, w/2, 18)
	next := q.next.MinSize()
	put(q.next, side+w-next.Width, foot, next.Width, next.Height)
	x := side + w - next.Width
	for _, b := range []fyne.CanvasObject{q.show, q.again} {
		if b.Visible() {
			m := b.MinSize()
			x -= m.Width + 12
			put(b, x, foot+(next.Height-m.Height)/2, m.Width, m.Height)
		}
	}

	if q.run == nil || q.run.over() {
		put(q.verdict, side, top, w, 24)
		put(q.why, side, top+32, w, q.why.HeightFor(w))
		rows := q.review.Content.MinSize().Height
		h := min(rows, foot-16-(top+36))
		put(q.card, side, top+36, w, h)
		put(q.review, side, top+36, w, h)
		return
	}
	end := foot - 12
	if q.verdict.Visible() {
		end -= 100
		x := side
		if q.picture.Visible() {
			put(q.picture, side, end+14, 112, 70)
			x += 128
		}
		put(q.verdict, x, end+12, w-(x-side), 22)
		put(q.why, x, end+36, w-(x-side), q.why.HeightFor(w-(x-side)))
	}
	// The frame of a focused option reaches 4 px out.
	put(q.scroll, side-4, top-4, w+8, end-top+8)
}

func (q *storyQuiz) placeTicks(x float32) {
	for _, t := range q.ticks {
		if !t.Hidden {
			put(t, x, 21, 22, 4)
			x += 26
		}
	}
}

// optionHeight shares the room among the options: 96 high where there is
// room, never under 60.
func (q *storyQuiz) optionHeight(room float32) float32 {
	n := float32(max(1, q.optionCount()))
	return min(96, max(60, (room-quizGap*(n-1))/n))
}

func (q *storyQuiz) optionCount() int {
	n := 0
	for _, o := range q.options {
		if o.Visible() {
			n++
		}
	}
	return n
}

func (q *storyQuiz) leastOptions() fyne.Size {
	n := float32(q.optionCount())
	return fyne.NewSize(200, n*60+max(0, n-1)*quizGap+8)
}

func (q *storyQuiz) placeOptions(size fyne.Size) {
	h := q.optionHeight(size.Height - 8)
	y := float32(4)
	for _, o := range q.options {
		if o.Visible() {
			put(o, 4, y, size.Width-8, h)
			y += h + quizGap
		}
	}
}

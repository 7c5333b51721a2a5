package ui

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// storyBoard is the right column: the readiness board, and under it what asks
// for attention, or, when nothing does, what the story is made of.
type storyBoard struct {
	screen *storyScreen
	object *fyne.Container

	card   *widget.Card
	board  *widget.Readiness
	lower  *widget.Card
	scroll *container.Scroll

	shown  []gap
	listed int         // gaps there is room for
	dense  bool        // a small window: the gaps without their reasons
	about  *storyFacts // the facts that are shown
}

const (
	gapHeight      = 103 // of one thing in the lower card
	gapHeightDense = 84
	boardGap       = 12
	lowerLeast     = 110 // of the lower card
)

func newStoryBoard(s *storyScreen) *storyBoard {
	b := &storyBoard{screen: s, card: widget.NewCard(nil, 0), board: widget.NewReadiness(), lower: widget.NewCard(nil, 0)}
	b.board.OnPage = s.goTo
	b.board.OnRetry = func(row, column int) { s.retry([]int{row}, partNames[column]) }
	b.scroll = container.NewVScroll(column(0, 0))
	b.object = container.New(&arrangement{place: b.place}, b.card, b.board, b.lower, b.scroll)
	return b
}

func (b *storyBoard) setDense(on bool) {
	b.board.SetDense(on)
	if on != b.dense {
		b.dense = on
		b.fill()
	}
}

func (b *storyBoard) place(size fyne.Size) {
	board := min(b.board.FullHeight(), size.Height-boardGap-lowerLeast)
	put(b.card, 0, 0, size.Width, board)
	put(b.board, 0, 0, size.Width, board)
	y := board + boardGap
	h := size.Height - y
	put(b.lower, 0, y, size.Width, h)
	put(b.scroll, 0, y+2, size.Width, h-4)
	each := float32(gapHeight)
	if b.dense {
		each = gapHeightDense
	}
	if room := max(1, min(2, int((h+4)/each))); room != b.listed {
		b.listed = room
		b.fill()
	}
}

func (b *storyBoard) update() {
	s := b.screen
	rows := s.state.Board()
	b.board.SetRows(boardRows(rows), s.page)
	gaps := findGaps(rows)
	about := factsOf(s)
	if !reflect.DeepEqual(gaps, b.shown) || !reflect.DeepEqual(about, b.about) {
		b.shown, b.about = gaps, about
		b.fill()
	}
	visible(b.card, len(rows) > 0)
	visible(b.board, len(rows) > 0)
	b.object.Refresh()
}

// fill puts the gaps, or the facts, into the lower card.
func (b *storyBoard) fill() {
	var objects []fyne.CanvasObject
	for i, g := range b.shown {
		if i == b.listed {
			break
		}
		if i > 0 {
			objects = append(objects, rule(16))
		}
		objects = append(objects, newGapRow(b.screen, g, b.scroll.Size().Width, b.dense))
	}
	if more := len(b.shown) - b.listed; more > 0 && b.listed > 0 {
		t := widget.NewText(widget.SmallText, fmt.Sprintf("%d more", more))
		t.SetToken(widget.Ink2)
		objects = append(objects, padded(68, 0, 12, t))
	}
	if len(b.shown) == 0 {
		objects = b.facts()
	}
	b.scroll.Content = column(b.scroll.Size().Width, 0, objects...)
	b.scroll.ScrollToTop()
	b.scroll.Refresh()
}

// rule is a thin line across a card.
func rule(side float32) *fyne.Container {
	line := widget.NewRule()
	place := func(size fyne.Size) { put(line, side, 0, size.Width-2*side, 1) }
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(2*side, 1) }}, line)
}

package ui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
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
	rows   []*gapRow
	listed int         // gaps there is room for
	all    bool        // every gap is listed, and scrolled
	dense  bool        // a small window: the gaps without their reasons
	about  *storyFacts // the facts that are shown
}

const (
	gapHeight      = 103 // of one thing in the lower card
	gapHeightDense = 84
	boardGap       = 12
	lowerLeast     = 110 // of the lower card
	lowerMore      = 42  // under the gaps, for the way to the others
)

func newStoryBoard(s *storyScreen) *storyBoard {
	b := &storyBoard{screen: s, card: widget.NewCard(nil, 0), board: widget.NewReadiness(), lower: widget.NewCard(nil, 0)}
	b.board.OnPage = s.goTo
	b.board.OnRetry = func(row, column int) { s.retry([]int{row}, partNames[column]) }
	b.board.OnHere = s.showHere
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
	gaps := s.gaps(rows)
	about := factsOf(s)
	if !reflect.DeepEqual(gaps, b.shown) || !reflect.DeepEqual(about, b.about) {
		b.shown, b.about = gaps, about
		b.all = b.all && len(gaps) > b.listed
		b.fill()
	}
	visible(b.card, len(rows) > 0)
	visible(b.board, len(rows) > 0)
	arrange(b.object)
}

// gaps gives what asks for attention, with what depends on the service.
func (s *storyScreen) gaps(rows []core.Row) []gap {
	var gaps []gap
	now := time.Now()
	for _, g := range findGaps(rows) {
		if s.kept[s.id+g.id()] {
			continue
		}
		g.service = s.service.Key.Set
		if role := s.service.Roles[slices.Index(partNames[:], g.part)]; g.state == core.CellFailed && resting(role, now) {
			g.rest = role.Until
		}
		gaps = append(gaps, g)
	}
	return gaps
}

// fill puts the gaps, or the facts, into the lower card. The keyboard stays
// where it was, as far as that is still there.
func (b *storyBoard) fill() {
	focused := b.focused()
	top := b.scroll.Offset
	b.rows = nil
	var objects []fyne.CanvasObject
	listed, lines := b.lists()
	more := len(b.shown) - listed
	button := widget.NewButton(widget.Quiet, "", fmt.Sprintf("%d more", more), b.listAll).SetSize(widget.Small)
	for i, g := range b.shown[:listed] {
		if i > 0 {
			objects = append(objects, rule(16))
		}
		var beside *widget.Button
		if more > 0 && i == listed-1 && !b.dense {
			beside = button
		}
		r := newGapRow(b.screen, g, b.scroll.Size().Width, b.dense, lines, beside)
		b.rows = append(b.rows, r)
		objects = append(objects, r.object)
	}
	if more > 0 && b.dense {
		objects = append(objects, padded(60, 0, 6, row(0, button)))
	}
	if len(b.shown) == 0 {
		objects = b.facts()
	}
	b.scroll.Content = column(b.scroll.Size().Width, 0, objects...)
	b.scroll.Offset = fyne.Position{}
	if b.all {
		b.scroll.Offset = top
	}
	b.scroll.Refresh()
	b.focus(focused)
}

// lists gives how many gaps are listed, and in how many lines the reason of
// each is told: two where there is room.
func (b *storyBoard) lists() (listed, lines int) {
	n := len(b.shown)
	switch {
	case n <= 1:
		return n, 2
	case b.all && b.dense:
		return n, 1
	case b.all:
		return n, 2
	case b.dense && n > b.listed && b.lower.Size().Height < gapHeight+lowerMore:
		return 1, 1
	case b.dense && n > b.listed:
		return 1, 2
	default:
		return min(n, b.listed), 1
	}
}

func (b *storyBoard) listAll() {
	b.all = true
	b.fill()
}

// gapButton is one of the buttons in the lower card.
type gapButton struct {
	row  int
	text string
}

// focused gives the words of the row's button that has the keyboard, and the
// place of its row; "" for none.
func (b *storyBoard) focused() (at gapButton) {
	for i, r := range b.rows {
		for _, button := range r.buttons {
			if button.Focused() {
				at.row, at.text = i, button.Text()
			}
		}
	}
	return at
}

// focus puts the keyboard onto such a button again.
func (b *storyBoard) focus(at gapButton) {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.object)
	if at.text == "" || c == nil {
		return
	}
	if at.row < len(b.rows) {
		for _, button := range b.rows[at.row].buttons {
			if button.Text() == at.text || strings.HasPrefix(button.Text(), "Retry") && strings.HasPrefix(at.text, "Retry") {
				c.Focus(button)
				return
			}
		}
	}
	c.Unfocus()
}

// rule is a thin line across a card.
func rule(side float32) *fyne.Container {
	line := widget.NewRule()
	place := func(size fyne.Size) { put(line, side, 0, size.Width-2*side, 1) }
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(2*side, 1) }}, line)
}

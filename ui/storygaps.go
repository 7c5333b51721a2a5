package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// gapRow shows one thing that asks for attention, with the ways on.
type gapRow struct {
	object  *fyne.Container
	buttons []*widget.Button
}

// gapTop is above a row's words, in pixels.
const gapTop = 10

// newGapRow makes the row of a gap in a card of the given width. Its reason is
// told in so many lines; more, where it is not nil, stands at the right of the
// ways on.
func newGapRow(s *storyScreen, g gap, width float32, dense bool, lines int, more *widget.Button) *gapRow {
	r := &gapRow{}
	title := widget.NewText(widget.Strong, g.title(dense)).Truncate().Tabular()
	body := widget.NewText(widget.SmallText, g.body()).SetToken(widget.Ink2).Wrap(lines)
	visible(body, !dense || lines > 1)
	left, ring, side := float32(80), float32(52), float32(16)
	if dense {
		left, ring, side = 68, 44, 12
	}
	sign := gapMark(g, ring, func() { title.SetText(g.title(dense)) })
	ways := r.ways(s, g, dense)
	words := column(width-left-16, 2, title, body)
	place := func(size fyne.Size) {
		put(sign, side, gapTop, ring, sign.MinSize().Height)
		h := words.MinSize().Height
		put(words, left, gapTop, size.Width-left-16, h)
		put(ways, left, gapTop+h+7, ways.MinSize().Width, 32)
		if more != nil {
			m := more.MinSize()
			put(more, size.Width-8-m.Width, gapTop+h+7, m.Width, 32)
		}
	}
	least := func() fyne.Size { return fyne.NewSize(280, gapTop+words.MinSize().Height+7+32+11) }
	r.object = container.New(&arrangement{place, least}, sign, words, ways)
	if more != nil {
		r.object.Add(more)
	}
	return r
}

// gapMark is the gap's clock or its mark; second is called as the clock runs.
func gapMark(g gap, diameter float32, second func()) fyne.CanvasObject {
	switch g.state {
	case core.CellWaiting:
		if time.Until(g.until) > restLong {
			return middle(widget.IconClock, widget.Amber)
		}
		ring := widget.NewCountdown(diameter)
		ring.SetUntil(g.until)
		ring.OnSecond = func(int) { second() }
		return ring
	case core.CellFailed:
		return middle(widget.MarkFailed, widget.Red)
	case core.CellFallback:
		return middle(widget.IconLaptop, widget.Ok)
	default:
		return middle(widget.MarkWeak, widget.Amber)
	}
}

// middle is a mark in the middle of its box.
func middle(icon widget.Icon, t widget.Token) fyne.CanvasObject {
	m := widget.NewIconView(icon, t, 20)
	place := func(size fyne.Size) { put(m, (size.Width-20)/2, 0, 20, 20) }
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSquareSize(20) }}, m)
}

// way makes one of the row's buttons.
func (r *gapRow) way(kind widget.ButtonKind, icon widget.Icon, text string, do func()) *widget.Button {
	b := widget.NewButton(kind, icon, text, do).SetSize(widget.Small)
	r.buttons = append(r.buttons, b)
	return b
}

// ways are the ways on, side by side.
func (r *gapRow) ways(s *storyScreen, g gap, dense bool) *fyne.Container {
	gapBetween := float32(6)
	if dense {
		gapBetween = 2
	}
	var ways []fyne.CanvasObject
	switch g.state {
	case core.CellWaiting:
		ways = append(ways,
			r.way(widget.Plain, widget.IconLaptop, g.here(), func() { s.each(g, s.commands.UseDevice) }),
			r.way(widget.QuietInk, "", "Try now", func() { s.each(g, s.commands.TryNow) }))
		if g.part != story.Text { // without its text a page has nothing
			ways = append(ways, r.way(widget.QuietInk, "", "Skip", func() { s.each(g, s.commands.Skip) }))
		}
	case core.CellFailed:
		ways = append(ways, r.retry(s, g))
		if g.service {
			ways = append(ways, r.way(widget.QuietInk, "", g.here(), func() { s.each(g, s.commands.UseDevice) }))
		} else {
			ways = append(ways, r.way(widget.QuietInk, "", "Show the page", func() { s.goTo(g.pages[0]) }))
		}
	case core.CellFallback:
		ways = append(ways,
			r.way(widget.Plain, widget.IconRetry, "Try again", func() { s.each(g, s.commands.Retry) }),
			r.way(widget.QuietInk, "", "Keep it", func() { s.keep(g) }))
	default:
		ways = append(ways,
			r.way(widget.Plain, widget.IconRetry, "Try again", func() { s.each(g, s.commands.Retry) }),
			r.way(widget.QuietInk, "", "Show the page", func() { s.goTo(g.pages[0]) }))
	}
	return row(gapBetween, ways...)
}

// retry is the button that tries a failed part again; while its model rests
// it says how long that will take.
func (r *gapRow) retry(s *storyScreen, g gap) fyne.CanvasObject {
	b := r.way(widget.Plain, widget.IconRetry, "Retry", func() { s.each(g, s.commands.Retry) })
	left := time.Until(g.rest)
	if left <= 0 || left > restLong {
		return b
	}
	says := func(left int) string {
		if left == 0 {
			return "Retry"
		}
		return fmt.Sprintf("Retry in %d s", left)
	}
	clock := widget.NewSecondHand()
	clock.SetUntil(g.rest)
	clock.OnSecond = func(left int) { b.SetText(says(left)) }
	b.SetText(says(clock.Left()))
	wide := b.MinSize().Width // keeps its place while the number changes
	place := func(size fyne.Size) { put(b, 0, 0, size.Width, size.Height) }
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(wide, b.MinSize().Height) }}, b, clock)
}

// each steers every part of a gap.
func (s *storyScreen) each(g gap, steer func(id string, page int, part story.PartKind)) {
	for _, page := range g.pages {
		steer(s.id, page, g.part)
	}
}

// keep takes a part that was made here as it is.
func (s *storyScreen) keep(g gap) {
	s.kept[s.id+g.id()] = true
	s.board.update()
}

// showHere offers what can be done with a part that was made here for a
// reason.
func (s *storyScreen) showHere(row, column int, beside fyne.CanvasObject) {
	widget.ShowMenu(beside, widget.BelowOf(beside), 200,
		widget.MenuItem{Icon: widget.IconRetry, Text: "Try again", Action: func() { s.commands.Retry(s.id, row, partNames[column]) }},
		widget.MenuItem{Icon: widget.IconBook, Text: "Show the page", Action: func() { s.goTo(row) }})
}

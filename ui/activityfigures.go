package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// activityFigures are the four figures that say how the period went.
type activityFigures struct {
	object *fyne.Container

	calls, retries, failures *figureCard
	cost                     *figureCard
	bar                      *widget.Progress
}

// figureCard is one figure: what it counts, and what it means.
type figureCard struct {
	object            *fyne.Container
	name, figure, say *widget.Text
	beside            *widget.Text // right of the figure
	long, short       string       // what it says, by the room there is
}

func newFigureCard(name string, more ...fyne.CanvasObject) *figureCard {
	f := &figureCard{
		name:   widget.NewText(widget.SmallText, name).SetToken(widget.Ink2),
		figure: widget.NewText(widget.Headline, ""),
		say:    widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate(),
		beside: widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate(),
	}
	card := widget.NewCard(nil, 0)
	objects := append([]fyne.CanvasObject{card, f.name, f.figure, f.say, f.beside}, more...)
	f.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		const pad = 18
		put(card, 0, 0, size.Width, size.Height)
		put(f.name, pad, 14, size.Width-2*pad, 18)
		figure := f.figure.Width()
		put(f.figure, pad, 34, figure+2, 38)
		room := size.Width - 2*pad - figure - 9
		f.beside.SetText(f.long)
		if f.beside.Width() > room {
			f.beside.SetText(f.short)
		}
		put(f.beside, pad+figure+9, 49, room, 18)
		put(f.say, pad, 73, size.Width-2*pad, 18)
		for _, o := range more {
			put(o, pad, 80, size.Width-2*pad, 8)
		}
	}), objects...)
	return f
}

func newActivityFigures() *activityFigures {
	f := &activityFigures{bar: widget.NewProgress().SetHeight(8)}
	f.calls, f.retries, f.failures = newFigureCard("Calls"), newFigureCard("Retries"), newFigureCard("Failures")
	f.cost = newFigureCard("Cost", f.bar)
	cards := []fyne.CanvasObject{f.calls.object, f.retries.object, f.failures.object, f.cost.object}
	f.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		each := (size.Width - 3*activityGap) / 4
		for i, c := range cards {
			put(c, float32(i)*(each+activityGap), 0, each, size.Height)
		}
	}), cards...)
	return f
}

func (f *activityFigures) show(state core.UsageState, sum usage.Summary, monthly bool) {
	f.calls.set(thousands(sum.Calls), storiesWords(sum.Stories))
	waited := "nothing had to wait"
	if sum.Waited > 0 {
		waited = "waited " + shortTime(sum.Waited) + " in all"
	}
	f.retries.set(thousands(sum.Retries), waited)
	f.failures.set(thousands(sum.Failures), "after six attempts")
	f.failures.figure.SetToken(widget.Ink)
	if sum.Failures > 0 {
		f.failures.figure.SetToken(widget.Red)
	}
	f.showCost(state, sum, monthly)
	f.object.Refresh()
}

// showCost shows what the period cost, and how near the month's cap is.
func (f *activityFigures) showCost(state core.UsageState, sum usage.Summary, monthly bool) {
	capped := state.Cap > 0
	near := capped && (state.Near || state.Month.Cost >= 0.8*state.Cap)
	visible(f.bar, capped)
	f.bar.SetToken(widget.Accent)
	f.cost.name.SetText("Cost")
	f.cost.name.SetToken(widget.Ink2)
	f.cost.long, f.cost.short = "", ""
	if !capped {
		f.cost.set(dollars(sum.Cost), "no cap is set")
		return
	}
	if near {
		f.bar.SetToken(widget.AmberFill)
		f.cost.name.SetText("Cost, near the month’s cap")
		f.cost.name.SetToken(widget.Amber)
	}
	f.bar.Set(float32(state.Month.Cost / state.Cap))
	f.cost.long, f.cost.short = "of "+dollars(state.Cap)+" a month", "of "+dollars(state.Cap)
	if !monthly {
		f.cost.long = dollars(state.Month.Cost) + " of " + dollars(state.Cap) + " this month"
		f.cost.short = "month " + dollars(state.Month.Cost)
	}
	f.cost.set(dollars(sum.Cost), "")
}

func (c *figureCard) set(figure, say string) {
	c.figure.SetText(figure)
	c.say.SetText(say)
	c.object.Refresh()
}

func storiesWords(n int) string {
	if n == 1 {
		return "for 1 story"
	}
	return "for " + thousands(n) + " stories"
}

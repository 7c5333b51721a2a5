package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// modelRow is one role: its model, what follows it, and what came of the test.
type modelRow struct {
	screen *settingsScreen
	role   int
	object *fyne.Container

	icon  *widget.IconView
	name  *widget.Text
	model *widget.Select
	then  *widget.Text
	says  *widget.Text // which model this one took the place of
	mark  *widget.Status
	ring  *widget.Countdown
	arc   *widget.Spinner
	use   *widget.Button

	choices []string
	narrow  bool
	wait    string // what a waiting mark says before its seconds
}

var roleIcons = [3]widget.Icon{widget.IconLines, widget.IconImage, widget.IconWave}

func newModelRow(s *settingsScreen, role int) *modelRow {
	r := &modelRow{
		screen: s, role: role, icon: widget.NewIconView(roleIcons[role], widget.Ink2, 18),
		name: widget.NewText(widget.Strong, roleNames[role]),
		then: widget.NewText(widget.Caption, "").SetToken(widget.Ink2).Wrap(2),
		says: widget.NewText(widget.Caption, "").SetToken(widget.Ink3).Truncate(),
		mark: widget.NewStatus("", widget.Ink2, ""), ring: widget.NewCountdown(20), arc: widget.NewSpinner(),
	}
	r.model = widget.NewSelect(nil, -1, func(i int) {
		model := r.choices[i]
		s.change(func(set *core.Settings) { set.Models = with(set.Models, partNames[role], model) })
	})
	r.use = widget.NewButton(widget.Plain, "", "", r.switchMaker).SetSize(widget.Small)
	r.ring.OnSecond = func(int) { r.count() }
	r.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) { r.place(size) }),
		r.icon, r.name, r.model, r.then, r.says, r.mark, r.ring, r.arc, r.use)
	r.update()
	return r
}

// here reports whether the teacher wants the role's parts made on this
// computer.
func (r *modelRow) here() bool {
	return r.screen.state.Settings.Makers[partNames[r.role]] == story.Device
}

func (r *modelRow) switchMaker() {
	maker := story.Device
	if r.here() {
		maker = story.Auto
	}
	r.screen.change(func(set *core.Settings) { set.Makers = with(set.Makers, partNames[r.role], maker) })
}

// update shows the role as it stands.
func (r *modelRow) update() {
	state := r.screen.service.Roles[r.role]
	r.choices = modelNames(state)
	current := -1
	if len(state.Models) > 0 {
		current = slices.Index(r.choices, state.Models[0])
		r.then.SetText("")
		if len(state.Models) > 1 {
			r.then.SetText("then " + strings.Join(state.Models[1:], ", "))
		}
	}
	r.model.SetOptions(r.choices, current)
	r.says.SetText(state.Instead)
	r.showOutcome(state)
	r.object.Refresh()
}

// showOutcome says what came of the test, or that the model rests.
func (r *modelRow) showOutcome(state core.RoleState) {
	test := state.Test
	until := test.Until
	r.wait = ""
	switch {
	case r.here():
		r.mark.Set(widget.IconLaptop, widget.Ok, widget.Ink2, "Made on this computer")
	case test.State == core.CellWorking:
		r.mark.Set("", widget.Accent, widget.Accent, "Trying it")
	case test.State == core.CellWaiting:
		r.wait = orElse(strings.TrimSuffix(test.Say, "."), "Busy") + ", tries again"
	case test.State == core.CellReady:
		r.mark.Set(widget.MarkReady, widget.Ok, widget.Ok, "Works, "+widget.SecondsText(test.Took)+" s")
	case test.State == core.CellFailed:
		r.mark.Set(widget.MarkFailed, widget.Red, widget.Red, orElse(strings.TrimSuffix(test.Say, "."), "It does not work"))
	case resting(state, time.Now()):
		until, r.wait = state.Until, "It rests, goes on"
	default:
		r.mark.Set("", widget.Ink2, widget.Ink3, "")
	}
	r.ring.SetUntil(until)
	waits := r.wait != ""
	visible(r.ring, waits && time.Until(until) <= restLong)
	visible(r.arc, !r.here() && test.State == core.CellWorking)
	if waits {
		r.showWait(until)
	}
	visible(r.use, r.here() || !r.here() && test.State == core.CellFailed)
	r.use.SetText("Use this computer")
	if r.here() {
		r.use.SetText("Use Gemini")
	}
}

// orElse gives a text, or another where it is empty.
func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func (r *modelRow) showWait(until time.Time) {
	icon := widget.Icon("")
	if !r.ring.Visible() {
		icon = widget.IconClock
	}
	r.mark.Set(icon, widget.Amber, widget.Amber, r.wait+" "+untilWords(until, time.Now()))
}

// count brings the seconds in step with the ring.
func (r *modelRow) count() {
	if r.wait != "" && r.ring.Visible() {
		r.mark.Set("", widget.Amber, widget.Amber, fmt.Sprintf("%s in %d s", r.wait, r.ring.Left()))
		r.place(r.object.Size())
	}
}

func (r *modelRow) place(size fyne.Size) {
	middle := size.Height / 2
	put(r.icon, 1, middle-9, 18, 18)
	put(r.name, 32, middle-10, 76, 20)
	at, picker := float32(114), float32(250)
	narrow := size.Width < 760
	if narrow {
		at, picker = 100, 206
	}
	if narrow != r.narrow {
		r.narrow = narrow
		r.model.SetSize(widget.Normal)
		if narrow {
			r.model.SetSize(widget.Small)
		}
	}
	put(r.model, at, middle-18, picker, 36)
	right := size.Width
	if r.use.Visible() {
		m := r.use.MinSize()
		right -= m.Width
		put(r.use, right, middle-16, m.Width, 32)
		right -= 12
	}
	left := at + picker + 12
	mark := min(r.mark.MinSize().Width, right-left)
	put(r.mark, right-mark, middle-9, mark, 18)
	if r.mark.Text() != "" {
		right -= mark + 8
	}
	put(r.ring, right-20, middle-10, 20, 20)
	put(r.arc, right-18, middle-8, 16, 16)
	if r.ring.Visible() || r.arc.Visible() {
		right -= 28
	}
	r.placeNext(left, right-left-8, middle)
}

// placeNext places what follows the model and which one it took the place of;
// in a narrow card the first alone, where there is room.
func (r *modelRow) placeNext(left, room, middle float32) {
	says := r.says.Text() != "" && !r.narrow
	visible(r.then, room >= 110 && r.then.Text() != "")
	visible(r.says, says && room >= 110)
	tall := min(32, r.then.HeightFor(room))
	if says {
		tall = 16
	}
	top := middle - tall/2
	switch {
	case says && r.then.Text() != "":
		top = middle - 16
	case says:
		top = middle - 24
	}
	put(r.then, left, top, room, tall)
	put(r.says, left, top+16, room, 16)
}

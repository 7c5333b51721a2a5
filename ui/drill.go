package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// drillCommands is what the check without a network asks of core.
type drillCommands interface {
	Drill(ids []string) (number int)
	CancelDrill()
}

// drillDialog shows the check without a network: how far it has come, and then
// what is missing, the worst story first.
type drillDialog struct {
	commands drillCommands
	open     func(id string) // shows a story
	ids      []string        // what is checked; none: every story
	number   int             // of the check: others are not shown
	state    core.DrillState
	closes   func()

	sign   *widget.Status
	doing  *widget.Text
	bar    *widget.Progress
	rows   []*drillRow
	list   *fyne.Container
	more   *widget.Text
	scroll *container.Scroll
	again  *widget.Button
	stop   *widget.Button
	done   *widget.Button
	object *fyne.Container
}

const (
	drillWidth, drillHeight = 720, 430
	// drillShown is how many stories are listed; more are counted.
	drillShown = 60
)

// newDrillDialog makes the content of the dialog; nothing is checked yet.
func newDrillDialog(c drillCommands, ids []string, open func(id string)) *drillDialog {
	d := &drillDialog{commands: c, ids: ids, open: open}
	d.sign = widget.NewStatus(widget.IconOffline, widget.Ink2, "").SetStyle(widget.Strong, 18)
	d.doing = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	d.bar = widget.NewProgress()
	d.more = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2)
	d.list = column(drillWidth-48, 0)
	d.scroll = container.NewVScroll(d.list)
	d.again = widget.NewButton(widget.Plain, widget.IconRetry, "Check again", d.begin)
	d.stop = widget.NewButton(widget.Plain, widget.IconStop, "Stop", c.CancelDrill)
	d.done = widget.NewButton(widget.Primary, "", "Close", d.close)
	d.object = container.New(&arrangement{place: d.place, least: func() fyne.Size {
		return fyne.NewSize(drillWidth-48, drillHeight)
	}}, d.sign, d.doing, d.bar, d.scroll, d.more, d.again, d.stop, d.done)
	d.show()
	return d
}

func (d *drillDialog) place(size fyne.Size) {
	put(d.sign, 0, 0, size.Width, 22)
	put(d.doing, 0, 26, size.Width, 18)
	put(d.bar, 0, 52, size.Width, 8)
	bottom := size.Height - 40
	put(d.scroll, -8, 68, size.Width+16, bottom-16-68)
	right := size.Width
	for _, b := range []*widget.Button{d.done, d.stop, d.again} {
		if b.Visible() {
			m := b.MinSize()
			right -= m.Width
			put(b, right, bottom, m.Width, 40)
			right -= 8
		}
	}
	put(d.more, 0, bottom+11, right-12, 18)
}

// begin asks for the check.
func (d *drillDialog) begin() {
	d.state = core.DrillState{}
	d.number = d.commands.Drill(d.ids)
	d.show()
}

// close ends the dialog, and the check with it.
func (d *drillDialog) close() {
	d.leave()
	d.closes()
}

// running reports whether the check goes on, or is about to begin.
func (d *drillDialog) running() bool { return d.state.Running || d.state.Ended.IsZero() }

// take shows what the check has found so far.
func (d *drillDialog) take(e core.DrillState) {
	if e.Number != d.number {
		return
	}
	d.state = e
	d.show()
}

func (d *drillDialog) show() {
	running := d.running()
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.object); c != nil && !running && d.stop.Visible() && d.stop.Focused() {
		defer c.Focus(d.done) // the keyboard is not left at a button that is gone
	}
	visible(d.bar, running)
	visible(d.stop, running)
	visible(d.again, !running)
	visible(d.done, !running)
	d.bar.Set(float32(d.state.Share))
	if running {
		d.sign.Set(widget.IconOffline, widget.Ink2, widget.Ink, "The network is blocked while this runs")
		d.doing.SetText(drillDoing(d.state))
	} else {
		d.showEnd()
	}
	d.showRows()
	d.object.Refresh()
}

// showEnd sums up what was found.
func (d *drillDialog) showEnd() {
	ready, lacking := d.state.Counts()
	all := len(d.state.Stories)
	readyWords := fmt.Sprintf("%d of %s", ready, plural(all, "story"))
	switch {
	case d.state.Err != "":
		d.sign.Set(widget.MarkFailed, widget.Red, widget.Red, d.state.Err)
	case d.state.Canceled:
		d.sign.Set(widget.MarkAbsent, widget.Ink2, widget.Ink, "Stopped. "+readyWords+" found ready so far")
	case all == 0:
		d.sign.Set(widget.MarkInfo, widget.Ink2, widget.Ink, "There is no story to check yet")
	case lacking == 0:
		d.sign.Set(widget.MarkReady, widget.Ok, widget.Ok, readyWords+isOrAre(ready)+" ready without a network")
	default:
		d.sign.Set(widget.MarkWeak, widget.Amber, widget.Amber, fmt.Sprintf("%s ready, %d %s something", readyWords, lacking, lackOrLacks(lacking)))
	}
	d.doing.SetText(drillRefused(d.state))
}

func lackOrLacks(n int) string {
	if n == 1 {
		return "lacks"
	}
	return "lack"
}

// drillRefused says what came of the blocked network.
func drillRefused(s core.DrillState) string {
	const open = " The network is as it was before."
	switch {
	case s.Err != "":
		return ""
	case s.Why != "":
		return s.Why + open
	case s.Refused == 1:
		return "1 try to use the network was stopped meanwhile." + open
	case s.Refused > 1:
		return fmt.Sprintf("%d tries to use the network were stopped meanwhile.", s.Refused) + open
	}
	return "Nothing tried to use the network." + open
}

// drillDoing says what is being done.
func drillDoing(s core.DrillState) string {
	for i := range s.Stories {
		if at := &s.Stories[i]; at.Stage == core.DrillChecking {
			return fmt.Sprintf("Story %d of %d, “%s”: %s", i+1, len(s.Stories), at.Title, at.Doing)
		}
	}
	return "Blocking the network"
}

// showRows lists the stories that were checked.
func (d *drillDialog) showRows() {
	var checked []core.DrillStory
	for _, s := range d.state.WorstFirst() {
		if s.Stage != core.DrillWaiting && s.Stage != core.DrillChecking {
			checked = append(checked, s)
		}
	}
	d.more.SetText("")
	if left := len(checked) - drillShown; left > 0 {
		checked = checked[:drillShown]
		d.more.SetText(fmt.Sprintf("and %d more", left))
	}
	for len(d.rows) < len(checked) {
		r := newDrillRow(d)
		d.rows = append(d.rows, r)
		d.list.Add(r.object)
	}
	for i, r := range d.rows {
		visible(r.object, i < len(checked))
		if i < len(checked) {
			r.show(checked[i])
		}
	}
	d.list.Refresh()
}

// drillRow is one story: ready, or what it lacks.
type drillRow struct {
	object *fyne.Container
	title  *widget.Text
	state  *widget.Status
	say    []*widget.Text
	open   *widget.Button
	shown  core.DrillStory
}

func newDrillRow(d *drillDialog) *drillRow {
	r := &drillRow{}
	r.title = widget.NewText(widget.Strong, "").Truncate()
	r.state = widget.NewStatus("", widget.Ink2, "")
	r.open = widget.NewButton(widget.Quiet, "", "Open it", func() {
		d.close()
		d.open(r.shown.ID)
	}).SetSize(widget.Small)
	r.object = container.New(&tall{place: r.place, height: r.height}, r.title, r.state, r.open)
	return r
}

const drillIndent = 8

func (r *drillRow) words(width float32) float32 {
	return width - 2*drillIndent - r.open.MinSize().Width - 12
}

func (r *drillRow) height(width float32) float32 {
	h := float32(34)
	for _, t := range r.say {
		h += t.HeightFor(r.words(width)) + 4
	}
	if r.open.Visible() {
		h = max(h, 66)
	}
	return h
}

func (r *drillRow) place(size fyne.Size) {
	m := r.state.MinSize().Width
	put(r.state, size.Width-drillIndent-m, 8, m, 20)
	put(r.title, drillIndent, 8, size.Width-2*drillIndent-m-12, 20)
	y := float32(30)
	for _, t := range r.say {
		h := t.HeightFor(r.words(size.Width))
		put(t, drillIndent, y, r.words(size.Width), h)
		y += h + 4
	}
	b := r.open.MinSize()
	put(r.open, size.Width-b.Width, 30, b.Width, 32)
}

// show shows what was found of a story.
func (r *drillRow) show(s core.DrillStory) {
	r.shown = s
	r.title.SetText(s.Title)
	switch s.Stage {
	case core.DrillReady:
		r.state.Set(widget.MarkReady, widget.Ok, widget.Ok, "Ready offline")
	case core.DrillLacking:
		r.state.Set(widget.MarkFailed, widget.Red, widget.Red, drillLacks(s))
	case core.DrillStopped, core.DrillWaiting, core.DrillChecking:
		r.state.Set(widget.MarkAbsent, widget.Ink2, widget.Ink2, "Not checked")
	}
	lines := make([]string, 0, len(s.Findings)+1)
	for _, f := range s.Findings {
		lines = append(lines, f.Say)
	}
	if s.Stage == core.DrillReady {
		lines = append(lines, drillFacts(s))
	}
	for len(r.say) < len(lines) {
		t := quiet("")
		r.say = append(r.say, t)
		r.object.Add(t)
	}
	for _, t := range r.say[len(lines):] {
		r.object.Remove(t)
	}
	r.say = r.say[:len(lines)]
	for i, t := range r.say {
		t.SetText(lines[i])
	}
	visible(r.open, s.Stage == core.DrillLacking)
	r.object.Refresh()
}

// drillLacks says how much stands in the way.
func drillLacks(s core.DrillStory) string {
	n := 0
	for _, f := range s.Findings {
		if !f.Note {
			n++
		}
	}
	return plural(n, "thing") + " missing"
}

// drillFacts says what was done with a story.
func drillFacts(s core.DrillStory) string {
	return fmt.Sprintf("%s played, %s lit, %s and %s decoded, %s exported.", plural(s.Pages, "page"), plural(s.Words, "word"),
		plural(s.Pictures, "picture"), plural(s.Sounds, "sound"), plural(s.Files, "file"))
}

// checkOffline checks stories without a network, in a dialog over the window;
// with no ids, every story.
func (s *shell) checkOffline(ids []string) {
	s.showDrill(newDrillDialog(s.core, ids, s.openStory))
}

// showDrill shows the dialog and begins the check.
func (s *shell) showDrill(d *drillDialog) {
	s.drill = d
	closes := widget.ShowDialog(s.stage, widget.Dialog{
		Title: "Check without a network", Content: d.object, Width: drillWidth, First: d.stop, Cancel: func() {
			d.leave()
			s.drill = nil
		},
	})
	d.closes = func() {
		closes()
		s.drill = nil
	}
	d.begin()
}

// leave ends the check where it goes on.
func (d *drillDialog) leave() {
	if d.running() {
		d.commands.CancelDrill()
	}
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// handOutPack is the card of the class pack: where it goes, the button that
// makes it, and how far each file has come.
type handOutPack struct {
	handOut *handOut
	object  *fyne.Container
	card    *widget.Card
	title   *widget.Text
	hint    *widget.Text
	folder  *widget.Status
	change  *widget.Button
	start   *widget.Button
	rule    *widget.Rule
	state   *widget.Status
	bar     *widget.Progress
	stop    *widget.Button
	again   *widget.Button
	open    *widget.Button
	items   []*handOutItem
	scroll  *container.Scroll
	list    *fyne.Container
}

func newHandOutPack(h *handOut) *handOutPack {
	p := &handOutPack{handOut: h, card: widget.NewCard(nil, 0), rule: widget.NewRule(), bar: widget.NewProgress()}
	s := h.screen
	p.title = widget.NewText(widget.CardTitle, "Class pack")
	p.hint = quiet("")
	p.folder = widget.NewStatus(widget.IconFolder, widget.Ink2, "")
	p.change = widget.NewButton(widget.Quiet, "", "Choose", func() { h.chooseFolder(func(string) {}) }).SetSize(widget.Small)
	p.start = widget.NewButton(widget.Primary, widget.IconBox, "Make the class pack", h.make)
	p.state = widget.NewStatus("", widget.Ink, "").SetStyle(widget.Strong, 18)
	p.stop = widget.NewButton(widget.Plain, widget.IconStop, "Stop", s.commands.CancelHandOut).SetSize(widget.Small)
	p.again = widget.NewButton(widget.Plain, widget.IconRetry, "Try again", func() { s.commands.RetryHandOut("") }).SetSize(widget.Small)
	p.open = widget.NewButton(widget.Tonal, widget.IconFolder, "Open the folder", func() { s.nav.openFolder(h.state.Dir) }).SetSize(widget.Small)
	p.list = column(0, 0)
	p.scroll = container.NewVScroll(p.list)
	p.object = container.New(&arrangement{place: p.place}, p.card, p.title, p.hint, p.folder, p.change, p.start,
		p.rule, p.state, p.bar, p.stop, p.again, p.open, p.scroll)
	return p
}

func (p *handOutPack) place(size fyne.Size) {
	const side = 20
	w := size.Width - 2*side
	put(p.card, 0, 0, size.Width, size.Height)
	put(p.title, side, 16, w, 22)
	y := float32(42)
	tall := p.hint.HeightFor(w)
	put(p.hint, side, y, w, tall)
	y += tall + 12
	m := p.change.MinSize()
	put(p.folder, side, y, w-m.Width-8, 32)
	put(p.change, size.Width-side-m.Width+8, y, m.Width, 32)
	y += 32 + 12
	put(p.start, side, y, w, widget.HeightLarge)
	y += widget.HeightLarge + 16
	put(p.rule, 0, y, size.Width, 1)
	y += 12
	right := size.Width - side
	for _, b := range []*widget.Button{p.open, p.stop, p.again} {
		if b.Visible() {
			m := b.MinSize()
			right -= m.Width
			put(b, right, y, m.Width, 32)
			right -= 8
		}
	}
	put(p.state, side, y, right-side, 32)
	y += 36
	if p.bar.Visible() {
		put(p.bar, side, y, w, 8)
		y += 16
	}
	put(p.scroll, 8, y, size.Width-16, size.Height-y-8)
}

func (p *handOutPack) update() {
	h := p.handOut
	s := h.screen
	n, active := len(h.makeable()), s.state.Job.Active()
	p.hint.SetText(packHint(n, active))
	p.folder.Set(widget.IconFolder, widget.Ink2, widget.Ink, s.settings.Settings.PackDir)
	p.change.SetText("Change")
	if s.settings.Settings.PackDir == "" {
		p.folder.Set(widget.IconFolder, widget.Ink2, widget.Ink2, "No folder yet, such as a USB stick")
		p.change.SetText("Choose")
	}
	enable(p.start, n > 0 && !active && !h.busy())
	p.showItems()
	p.object.Refresh()
}

// packHint says what the class pack will be.
func packHint(files int, active bool) string {
	switch {
	case active:
		return "The story is still being made. Hand it out when it is ready."
	case files == 0:
		return "Choose at the left what goes into it."
	}
	return counted(files, "file") + " in one folder. All of them work without a network."
}

// showItems shows what has become of the files.
func (p *handOutPack) showItems() {
	h := p.handOut
	items := h.state.Items
	if !h.mine() {
		items = nil
	}
	for len(p.items) < len(items) {
		it := newHandOutItem(h)
		p.items = append(p.items, it)
		p.list.Add(it.object)
	}
	var done, failed, stopped int
	share := 0.0
	for i, it := range p.items {
		visible(it.object, i < len(items))
		if i >= len(items) {
			continue
		}
		it.show(items[i], h.busy())
		switch items[i].State {
		case core.HandOutDone:
			done++
			share++
		case core.HandOutFailed:
			failed++
			share++
		case core.HandOutCanceled:
			stopped++
		case core.HandOutWorking:
			share += float64(items[i].Done) / float64(max(items[i].Of, 1))
		case core.HandOutWaiting:
		}
	}
	p.list.Refresh()
	listed := len(items) > 0
	p.bar.Set(float32(share / float64(max(len(items), 1))))
	visible(p.rule, listed || h.busy())
	visible(p.bar, h.busy() && listed)
	visible(p.stop, h.busy())
	visible(p.again, listed && !h.busy() && failed+stopped > 1)
	visible(p.open, listed && !h.busy() && done > 0)
	visible(p.state, listed || h.busy())
	p.say(len(items), done, failed, stopped)
}

// say sums up how far all files have come.
func (p *handOutPack) say(all, done, failed, stopped int) {
	of := fmt.Sprintf("%d of %s", done, counted(all, "file"))
	switch {
	case p.handOut.busy() && all == 0:
		p.state.Set(widget.IconClock, widget.Ink2, widget.Ink, "Another story’s files are being made")
	case p.handOut.busy():
		p.state.Set("", widget.Ink, widget.Ink, of)
	case failed > 0:
		p.state.Set(widget.MarkFailed, widget.Red, widget.Red, of+" made")
	case stopped > 0:
		p.state.Set(widget.MarkAbsent, widget.Ink2, widget.Ink, "Stopped, "+of)
	case all > 0:
		p.state.Set(widget.MarkReady, widget.Ok, widget.Ok, counted(done, "file")+" made")
	}
}

// handOutItem is a line: a file and how far it has come.
type handOutItem struct {
	object *fyne.Container
	format string
	name   *widget.Text
	arc    *widget.Spinner
	state  *widget.Status
	why    *widget.Text
	again  *widget.Button
}

func newHandOutItem(h *handOut) *handOutItem {
	it := &handOutItem{arc: widget.NewSpinner()}
	it.name = widget.NewText(widget.Body, "").Truncate()
	it.state = widget.NewStatus("", widget.Ink2, "")
	it.why = widget.NewText(widget.SmallText, "").SetToken(widget.Red).Wrap(4)
	it.again = widget.NewButton(widget.Quiet, widget.IconRetry, "Try again", func() { h.screen.commands.RetryHandOut(it.format) }).SetSize(widget.Small)
	it.object = container.New(&tall{place: it.place, height: it.height}, it.name, it.arc, it.state, it.why, it.again)
	return it
}

func (it *handOutItem) height(width float32) float32 {
	tall := float32(32)
	if it.why.Visible() {
		tall += it.why.HeightFor(width - 24)
	}
	switch {
	case it.again.Visible():
		return tall + 36
	case it.why.Visible():
		return tall + 6
	}
	return tall
}

func (it *handOutItem) place(size fyne.Size) {
	m := it.state.MinSize().Width
	x := size.Width - 12 - m
	put(it.state, x, 6, m, 20)
	if it.arc.Visible() {
		x -= 21
		put(it.arc, x, 8, 16, 16)
	}
	put(it.name, 12, 6, x-20, 20)
	tall := float32(0)
	if it.why.Visible() {
		tall = it.why.HeightFor(size.Width - 24)
	}
	put(it.why, 12, 30, size.Width-24, tall)
	put(it.again, 4, 32+tall, it.again.MinSize().Width, 32)
}

// show shows how far the file has come.
func (it *handOutItem) show(i core.HandOutItem, busy bool) {
	it.format = i.Format
	it.name.SetText(i.Title)
	it.why.SetToken(widget.Red).SetText(i.Err)
	failed := i.State == core.HandOutFailed
	noted := i.State == core.HandOutDone && i.Note != ""
	if noted {
		it.why.SetToken(widget.Ink2).SetText(i.Note)
	}
	visible(it.why, failed || noted)
	visible(it.again, failed || i.State == core.HandOutCanceled && !busy)
	visible(it.arc, i.State == core.HandOutWorking)
	switch i.State {
	case core.HandOutWaiting:
		it.state.Set(widget.IconNextMark, widget.Ink3, widget.Ink2, "Next")
	case core.HandOutWorking:
		say := "Making"
		if i.Of > 1 {
			say = fmt.Sprintf("Making, %d of %d", min(i.Done+1, i.Of), i.Of)
		}
		it.state.Set("", widget.Accent, widget.Accent, say)
	case core.HandOutDone:
		it.state.Set(widget.MarkReady, widget.Ok, widget.Ink2, sizeWords(i.Bytes))
	case core.HandOutFailed:
		it.state.Set(widget.MarkFailed, widget.Red, widget.Red, "Not made")
	case core.HandOutCanceled:
		it.state.Set(widget.MarkAbsent, widget.Ink2, widget.Ink2, "Stopped")
	}
	it.object.Refresh()
}

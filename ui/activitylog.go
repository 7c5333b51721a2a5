package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// activityLog is every attempt of the period, newest first.
type activityLog struct {
	screen *activityScreen
	object *fyne.Container

	uses   []model.Use
	failed bool // only what failed
	count  *widget.Text
	which  *widget.Segmented
	list   *fw.List
	close  *widget.Button
	none   *widget.Text
}

// logNames are the columns of the log; the last two end at the right.
var logNames = [8]string{"Time", "Story", "Part", "Model", "Attempt", "Outcome", "Waited", "Cost"}

// Measures, in pixels.
const (
	logHead = 96 // above the first row
	logTall = 34
)

func newActivityLog(s *activityScreen) *activityLog {
	l := &activityLog{screen: s}
	card, title := widget.NewCard(nil, 0), widget.NewText(widget.Strong, "Log of attempts")
	l.count = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2)
	l.which = widget.NewSegmented([]string{"All", "Failed"}, 0, func(i int) {
		l.failed = i == 1
		l.show()
	}).SetSize(widget.Small)
	l.close = widget.NewIconButton(widget.IconClose, "Back to the charts", func() { s.showLog(false) }).SetSize(widget.Small)
	l.none = widget.NewText(widget.Body, "No attempt failed.").SetToken(widget.Ink2)
	l.list = &fw.List{HideSeparators: true}
	l.list.Length = func() int { return len(l.uses) }
	l.list.CreateItem = func() fyne.CanvasObject { return newLogRow(s) }
	l.list.UpdateItem = func(i fw.ListItemID, o fyne.CanvasObject) {
		if row, ok := o.(*logRow); ok && i < len(l.uses) {
			row.set(l.uses[i])
		}
	}
	l.list.ExtendBaseWidget(l.list)
	rule := widget.NewRule()
	objects := []fyne.CanvasObject{card, title, l.count, l.which, l.close, rule, l.none, l.list}
	var names [8]*widget.Text
	for i, name := range logNames {
		names[i] = widget.NewText(widget.Caption, name).SetToken(widget.Ink3).Align(logAlign(i)).Truncate()
		objects = append(objects, names[i])
	}
	l.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		w := size.Width
		put(card, 0, 0, w, size.Height)
		put(title, ledgerSide, 17, title.Width()+2, 20)
		put(l.count, ledgerSide+title.Width()+12, 18, 220, 18)
		which := l.which.MinSize()
		put(l.close, w-12-32, 11, 32, 32)
		put(l.which, w-12-32-12-which.Width, 11, which.Width, 32)
		for i, n := range names {
			x, cell := logBox(i, w)
			put(n, x, 62, cell, 16)
		}
		put(rule, 0, logHead-8, w, 1)
		put(l.none, ledgerSide, logHead+14, w-2*ledgerSide, 20)
		put(l.list, 1, logHead-6, w-2, size.Height-logHead)
	}), objects...)
	l.object.Hide()
	return l
}

// show brings the list in step with the period.
func (l *activityLog) show() {
	s := l.screen
	from := s.summary().From
	l.uses = nil
	for _, u := range s.usage.Log {
		if !u.Time.Before(from) && (!l.failed || u.Kind != "") {
			l.uses = append(l.uses, u)
		}
	}
	slices.SortStableFunc(l.uses, func(a, b model.Use) int { return b.Time.Compare(a.Time) })
	l.count.SetText(counted(len(l.uses), "attempt"))
	visible(l.none, len(l.uses) == 0)
	l.none.SetText("There was no attempt.")
	if l.failed {
		l.none.SetText("No attempt failed.")
	}
	if l.object.Visible() {
		l.list.Refresh()
	}
}

// begin gives the list the keyboard, and brings the alert's attempt into
// sight.
func (l *activityLog) begin() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.screen.root); c != nil {
		c.Focus(l.list)
	}
	l.list.Refresh()
	alert := l.screen.summary().Alert
	if alert == nil {
		return
	}
	at := slices.IndexFunc(l.uses, func(u model.Use) bool {
		return u.Final && u.Story == alert.Story && u.Role == alert.Role && u.Page == alert.Page
	})
	if at >= 0 {
		l.list.ScrollTo(at)
	}
}

func logAlign(i int) fyne.TextAlign {
	if i >= 6 {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// logBox gives where a column stands in a log of a width: the story takes what
// the others leave.
func logBox(i int, width float32) (x, w float32) {
	widths := [8]float32{116, 0, 118, 196, 62, 150, 60, 60}
	if width < 1000 {
		widths = [8]float32{104, 0, 110, 168, 52, 122, 54, 52}
	}
	const gap = 10
	rest := width - 2*ledgerSide - 7*gap
	for _, w := range widths {
		rest -= w
	}
	widths[1] = max(60, rest)
	x = ledgerSide
	for _, before := range widths[:i] {
		x += before + gap
	}
	return x, widths[i]
}

// logRow is one attempt.
type logRow struct {
	fw.BaseWidget
	screen *activityScreen
	cells  [8]*widget.Text
	mark   *widget.Status
	object *fyne.Container
}

func newLogRow(s *activityScreen) *logRow {
	r := &logRow{screen: s, mark: widget.NewStatus("", widget.Ink2, "").SetStyle(widget.SmallText, 14)}
	objects := []fyne.CanvasObject{r.mark}
	for i := range r.cells {
		r.cells[i] = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Align(logAlign(i)).Truncate()
		if i != 1 && i != 3 {
			r.cells[i].Tabular()
		}
		objects = append(objects, r.cells[i])
	}
	r.cells[1].SetToken(widget.Ink)
	place := func(size fyne.Size) {
		for i, c := range r.cells {
			x, w := logBox(i, size.Width+2)
			put(c, x-1, (size.Height-18)/2, w, 18)
			if i == 5 {
				put(r.mark, x-1, (size.Height-18)/2, w, 18)
			}
		}
	}
	r.object = container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(400, logTall) }}, objects...)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *logRow) CreateRenderer() fyne.WidgetRenderer { return fw.NewSimpleRenderer(r.object) }

func (r *logRow) set(u model.Use) {
	at := u.Time.In(r.screen.now().Location())
	when := at.Format("15:04:05")
	if r.screen.monthly {
		when = at.Format("2 Jan, 15:04:05")
	}
	part := partWords(u.Role)
	if u.Page >= 0 {
		part += fmt.Sprintf(", page %d", u.Page+1)
	}
	attempt := ""
	if u.Of > 0 {
		attempt = fmt.Sprintf("%d of %d", u.N, u.Of)
	}
	waited := "—"
	if u.Waited > 0 {
		waited = shortTime(u.Waited)
	}
	for i, text := range [8]string{when, r.screen.storyTitle(u.Story), part, u.Model, attempt, "", waited, price(u.Cost)} {
		r.cells[i].SetText(text)
	}
	icon, token, says := outcome(u)
	r.mark.Set(icon, token, token, says)
}

func partWords(part story.PartKind) string {
	switch part {
	case story.Picture:
		return "Picture"
	case story.Voice:
		return "Voice"
	default:
		return "Text"
	}
}

// outcome says how an attempt ended: a mark and a word or two.
func outcome(u model.Use) (icon widget.Icon, t widget.Token, says string) {
	if u.Kind == "" {
		return widget.MarkReady, widget.Ok, "Answered, " + secondsWords(u.Latency)
	}
	words := map[model.Kind]string{
		model.Offline: "Not reached", model.Busy: "Busy", model.Quota: "Rate limit", model.QuotaDay: "Day’s quota", model.Key: "Key refused",
		model.Gone: "Model gone", model.Refused: "Refused", model.Unusable: "Unusable", model.Canceled: "Stopped", model.Capped: "Cap reached",
	}
	says = orElse(words[u.Kind], "Failed")
	if u.Final {
		return widget.MarkFailed, widget.Red, says + ", gave up"
	}
	return widget.MarkWeak, widget.Amber, says
}

package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// activityTables is the card with the table by model, or by story, and the way
// to the log.
type activityTables struct {
	screen  *activityScreen
	object  *fyne.Container
	stories bool

	models *ledgerTable
	byEach *ledgerTable
	other  *widget.Button // to the other table
	log    *widget.Button
}

func newActivityTables(s *activityScreen) *activityTables {
	t := &activityTables{screen: s}
	t.models = newLedgerTable(ledgerColumn{"Role", 0, 86}, ledgerColumn{"Model", 92, 0}, ledgerColumn{"Calls", -460, 0},
		ledgerColumn{"Retries", -368, 0}, ledgerColumn{"Failures", -276, 0}, ledgerColumn{"Median", -184, 0}, ledgerColumn{"p95", -92, 0}, ledgerColumn{"Cost", 0, 0})
	t.byEach = newLedgerTable(ledgerColumn{"Story", 0, 0}, ledgerColumn{"Calls", -184, 0}, ledgerColumn{"Retries", -92, 0}, ledgerColumn{"Cost", 0, 0})
	t.other = widget.NewButton(widget.Quiet, "", "By story", func() {
		t.stories = !t.stories
		s.show()
	}).SetSize(widget.Small)
	t.log = widget.NewButton(widget.Quiet, "", "See the log", func() { s.showLog(true) }).SetSize(widget.Small)
	card := widget.NewCard(nil, 0)
	t.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(card, 0, 0, size.Width, size.Height)
		put(t.models.object, 0, 0, size.Width, size.Height)
		put(t.byEach.object, 0, 0, size.Width, size.Height)
		x, y := float32(ledgerSide+92-8), size.Height-ledgerTall+6
		for _, b := range []*widget.Button{t.other, t.log} {
			m := b.MinSize()
			put(b, x, y, m.Width, m.Height)
			x += m.Width + 6
		}
	}), card, t.models.object, t.byEach.object, t.other, t.log)
	return t
}

// height is that of the table in sight.
func (t *activityTables) height() float32 {
	if t.stories {
		return t.byEach.height()
	}
	return t.models.height()
}

func (t *activityTables) show(sum usage.Summary) {
	t.models.set(modelRows(sum))
	t.byEach.set(t.storyRows(sum))
	visible(t.models.object, !t.stories)
	visible(t.byEach.object, t.stories)
	t.other.SetText("By story")
	if t.stories {
		t.other.SetText("By model")
	}
	t.object.Refresh()
}

// secondsWords gives the time for an answer; a dash where there was none.
func secondsWords(d time.Duration) string {
	if d <= 0 {
		return "—"
	}
	return widget.SecondsText(d) + " s"
}

// failures gives the cell of a number of failures: red where there are any.
func failures(n int) ledgerCell {
	if n == 0 {
		return ledgerCell{text: "0"}
	}
	return ledgerCell{text: thousands(n), token: widget.Red, strong: true}
}

func modelRows(sum usage.Summary) []ledgerRow {
	var rows []ledgerRow
	for _, m := range sum.Models {
		note := ""
		if m.Instead != "" {
			note = "instead of " + m.Instead
		}
		rows = append(rows, ledgerRow{
			{text: roleName(m.Role), strong: true},
			{text: m.Model, note: note},
			{text: thousands(m.Calls)},
			{text: thousands(m.Retries)},
			failures(m.Failures),
			{text: secondsWords(m.Median)},
			{text: secondsWords(m.P95)},
			{text: dollars(m.Cost)},
		})
	}
	return append(rows, ledgerRow{
		{text: "All", strong: true},
		{},
		{text: thousands(sum.Calls)},
		{text: thousands(sum.Retries)},
		failures(sum.Failures),
		{},
		{},
		{text: dollars(sum.Cost), strong: true},
	})
}

func (t *activityTables) storyRows(sum usage.Summary) []ledgerRow {
	var rows []ledgerRow
	for _, u := range sum.ByStory {
		rows = append(rows, ledgerRow{
			{text: t.screen.storyTitle(u.Story)}, {text: thousands(u.Calls)}, {text: thousands(u.Retries)}, {text: dollars(u.Cost)},
		})
	}
	return append(rows, ledgerRow{
		{text: "All", strong: true}, {text: thousands(sum.Calls)}, {text: thousands(sum.Retries)}, {text: dollars(sum.Cost), strong: true},
	})
}

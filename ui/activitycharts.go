package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// activityCharts are the three charts: the time for an answer, the retries by
// hour or day, and the quota.
type activityCharts struct {
	object *fyne.Container

	times   *widget.SpanChart
	retries *widget.ColumnChart
	by      *widget.Text // the second chart's title
	quota   *quotaCard
}

func newActivityCharts() *activityCharts {
	c := &activityCharts{times: widget.NewSpanChart(), retries: widget.NewColumnChart(), quota: newQuotaCard()}
	c.by = widget.NewText(widget.Strong, "Retries by hour")
	first := chartCard(widget.NewText(widget.Strong, "Time for an answer"), c.times,
		[]*fyne.Container{legend(widget.NewGround(widget.Accent, 3), "Median"), legend(widget.NewGround(widget.AccentMid, 3), "p95 (95 of 100)")},
		[]*fyne.Container{legend(widget.NewGround(widget.Accent, 3), "Median"), legend(widget.NewGround(widget.AccentMid, 3), "p95")})
	second := chartCard(c.by, c.retries, []*fyne.Container{legend(widget.NewIconView(widget.MarkFailed, widget.Red, 14), "All six failed")})
	c.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		w := size.Width - 2*activityGap
		a, b := w*0.385, w*0.334
		put(first, 0, 0, a, size.Height)
		put(second, a+activityGap, 0, b, size.Height)
		put(c.quota.object, a+b+2*activityGap, 0, w-a-b, size.Height)
	}), first, second, c.quota.object)
	return c
}

// legend says what a sign in a chart stands for.
func legend(sign fyne.CanvasObject, says string) *fyne.Container {
	text := widget.NewText(widget.Caption, says).SetToken(widget.Ink2)
	side := max(10, sign.MinSize().Width)
	place := func(size fyne.Size) {
		put(sign, 0, (size.Height-side)/2, side, side)
		put(text, side+6, 0, text.Width()+1, size.Height)
	}
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(side+7+text.Width(), 18) }}, sign, text)
}

// chartCard is a card with a title, a chart, and at the title's right the first
// of the legends that there is room for.
func chartCard(title *widget.Text, chart fyne.CanvasObject, legends ...[]*fyne.Container) *fyne.Container {
	const pad = 18
	card := widget.NewCard(nil, 0)
	objects := []fyne.CanvasObject{card, title, chart}
	for _, l := range legends {
		for _, sign := range l {
			objects = append(objects, sign)
		}
	}
	return container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(card, 0, 0, size.Width, size.Height)
		put(title, pad, 17, title.Width()+2, 20)
		placed := false
		for _, l := range legends {
			here := !placed && placeLegend(l, pad+title.Width()+12, size.Width-pad)
			placed = placed || here
			for _, sign := range l {
				visible(sign, here)
			}
		}
		put(chart, pad, 50, size.Width-2*pad, size.Height-50-18)
	}), objects...)
}

// placeLegend puts signs side by side before an edge, and reports whether they
// keep right of another.
func placeLegend(signs []*fyne.Container, left, right float32) bool {
	x := right
	for i := len(signs) - 1; i >= 0; i-- {
		m := signs[i].MinSize()
		x -= m.Width
		put(signs[i], x, 18, m.Width, 18)
		if i > 0 {
			x -= 12
		}
	}
	return x >= left
}

func (c *activityCharts) show(sum usage.Summary, monthly bool, now time.Time) {
	var spans []widget.Span
	for i, name := range roleNames {
		span := widget.Span{Name: name, Tip: name + ": no answer yet"}
		if i < len(sum.Roles) && sum.Roles[i].Answers > 0 {
			r := sum.Roles[i]
			span.Median, span.P95 = r.Median, r.P95
			span.Tip = fmt.Sprintf("%s: median %.2f s, p95 %.2f s, of %s", name, r.Median.Seconds(), r.P95.Seconds(), counted(r.Answers, "answer"))
		}
		spans = append(spans, span)
	}
	c.times.Set(spans)
	if monthly {
		c.by.SetText("Retries by day")
		c.retries.Set(dayColumns(sum.Hours, now))
	} else {
		c.by.SetText("Retries by hour")
		c.retries.Set(hourColumns(sum.Hours, now))
	}
	c.quota.show(sum.Quotas, now)
	c.object.Refresh()
}

// hourColumns gives the columns of a day: from the first hour with a call to a
// few after now, nine at least.
func hourColumns(hours []usage.HourUse, now time.Time) []widget.Column {
	const least = 9
	first := now.Hour()
	for i := len(hours) - 1; i >= 0; i-- {
		if hours[i].Calls > 0 {
			first = hours[i].Start.In(now.Location()).Hour()
		}
	}
	last := min(23, max(now.Hour()+2, first+least-1))
	first = max(0, min(first, last-least+1))
	var columns []widget.Column
	for _, u := range hours {
		at := u.Start.In(now.Location())
		if h := at.Hour(); h >= first && h <= last {
			span := fmt.Sprintf("%02d:00 to %02d:00", h, h+1)
			columns = append(columns, aColumn(at.Format("15"), span, u, now))
		}
	}
	return columns
}

// dayColumns gives the columns of a month.
func dayColumns(days []usage.HourUse, now time.Time) []widget.Column {
	columns := make([]widget.Column, len(days))
	for i, u := range days {
		at := u.Start.In(now.Location())
		columns[i] = aColumn(at.Format("2"), at.Format("Monday 2 January"), u, now)
	}
	return columns
}

// aColumn gives the column of an hour or a day.
func aColumn(name, span string, u usage.HourUse, now time.Time) widget.Column {
	c := widget.Column{Name: name, Value: u.Retries, Failed: u.Failed > 0}
	begun := !u.Start.After(now)
	if !begun {
		return c
	}
	c.Known = u.Calls > 0 || now.Sub(u.Start) > time.Hour
	c.Tip = fmt.Sprintf("%s: %s, %s", span, counted(u.Calls, "call"), retryWords(u.Retries))
	if u.Failed > 0 {
		c.Tip += fmt.Sprintf(", %s after six attempts", failedWords(u.Failed))
	}
	return c
}

func retryWords(n int) string {
	if n == 1 {
		return "1 retry"
	}
	return thousands(n) + " retries"
}

func failedWords(n int) string {
	if n == 1 {
		return "1 failed"
	}
	return thousands(n) + " failed"
}

// quotaCard says how much of the learnt limits is used up.
type quotaCard struct {
	object *fyne.Container
	rows   [3]quotaRow
	none   *widget.Text
	clock  *widget.IconView
	reset  *widget.Text
}

// quotaRow is the tightest limit of one role.
type quotaRow struct {
	name, left, used *widget.Text
	bar              *widget.Progress
}

// quotaTight is the share of a limit from which on what is left is told.
const quotaTight = 0.7

func newQuotaCard() *quotaCard {
	const pad = 18
	q := &quotaCard{
		none:  widget.NewText(widget.SmallText, "No limit has been met yet, so none is known.").SetToken(widget.Ink2).Wrap(3),
		clock: widget.NewIconView(widget.IconClock, widget.Ink2, 15),
		reset: widget.NewText(widget.Caption, "").SetToken(widget.Ink2).Truncate().Tabular(),
	}
	card, title := widget.NewCard(nil, 0), widget.NewText(widget.Strong, "Quota")
	objects := []fyne.CanvasObject{card, title, q.none, q.clock, q.reset}
	for i := range q.rows {
		r := &q.rows[i]
		r.name = widget.NewText(widget.SmallText, "")
		r.left = widget.NewText(widget.SmallStrong, "").SetToken(widget.Amber).Tabular()
		r.used = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Tabular()
		r.bar = widget.NewProgress().SetHeight(8)
		objects = append(objects, r.name, r.left, r.used, r.bar)
	}
	q.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(card, 0, 0, size.Width, size.Height)
		put(title, pad, 17, 120, 20)
		put(q.none, pad, 54, size.Width-2*pad, q.none.HeightFor(size.Width-2*pad))
		for i, r := range q.rows {
			y := 54 + 49*float32(i)
			used := r.used.Width()
			put(r.name, pad, y, 90, 18)
			put(r.used, size.Width-pad-used-1, y, used+1, 18)
			left := r.left.Width()
			put(r.left, size.Width-pad-used-left-1, y, left+1, 18)
			put(r.bar, pad, y+25, size.Width-2*pad, 8)
		}
		put(q.clock, pad, size.Height-30, 15, 15)
		put(q.reset, pad+22, size.Height-31, size.Width-2*pad-22, 16)
	}), objects...)
	return q
}

// tightest gives of each role the quota that is used up most, of those whose
// limit is known; pictures first, since they run out first.
func tightest(quotas []usage.QuotaUse) []usage.QuotaUse {
	share := func(q usage.QuotaUse) float64 {
		if q.Limit <= 0 {
			return -1
		}
		return float64(q.Used) / float64(q.Limit)
	}
	var all []usage.QuotaUse
	for _, part := range []story.PartKind{story.Picture, story.Voice, story.Text} {
		best := -1
		for i, q := range quotas {
			if q.Role == part && (best < 0 || share(q) > share(quotas[best])) {
				best = i
			}
		}
		if best >= 0 {
			all = append(all, quotas[best])
		}
	}
	return all
}

func (q *quotaCard) show(quotas []usage.QuotaUse, now time.Time) {
	shown := tightest(quotas)
	visible(q.none, len(shown) == 0)
	var reset time.Time
	for i := range q.rows {
		r := &q.rows[i]
		on := i < len(shown)
		for _, o := range []fyne.CanvasObject{r.name, r.left, r.used, r.bar} {
			visible(o, on)
		}
		if on {
			r.show(shown[i])
			if at := shown[i].Reset; shown[i].Per >= time.Hour && at.After(now) && (reset.IsZero() || at.Before(reset)) {
				reset = at
			}
		}
	}
	visible(q.clock, !reset.IsZero())
	q.reset.SetText("")
	if !reset.IsZero() {
		q.reset.SetText("Resets at " + reset.In(now.Location()).Format("15:04") + ", in " + shortTime(reset.Sub(now).Truncate(time.Minute)))
	}
	q.object.Refresh()
}

func (r *quotaRow) show(q usage.QuotaUse) {
	r.name.SetText(roleName(q.Role))
	r.left.SetText("")
	visible(r.bar, q.Limit > 0)
	if q.Limit <= 0 {
		r.used.SetText(counted(q.Used, "call") + ", no limit known")
		return
	}
	per := ""
	if q.Per > 0 && q.Per <= time.Minute {
		per = " a minute"
	}
	r.used.SetText(thousands(q.Used) + " of " + thousands(q.Limit) + per)
	share := float64(q.Used) / float64(q.Limit)
	r.bar.Set(float32(share))
	r.bar.SetToken(widget.Accent)
	if share >= quotaTight {
		r.bar.SetToken(widget.AmberFill)
		r.left.SetText(thousands(max(0, q.Limit-q.Used)) + " left")
		r.used.SetText(" · " + r.used.Text())
	}
}

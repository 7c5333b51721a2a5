package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// openActivity shows the activity screen on the day of the look's picture.
func openActivity(t *testing.T, u core.UsageState) (*activityScreen, *calls) {
	t.Helper()
	lit(t)
	c := &calls{}
	s := newActivityScreen(c, paths{c})
	s.now = func() time.Time { return ten }
	showAt(t, s.Object(), 1282, 768)
	s.Update(keyed())
	s.Update(core.LibraryState{Loaded: true, Cards: []core.Card{{ID: "volcano-1", Title: "How a volcano erupts"}, {ID: "river-1", Title: "The journey of a river"}}})
	s.Update(u)
	return s, c
}

func mustSay(t *testing.T, o fyne.CanvasObject, wants ...string) {
	t.Helper()
	texts := said(o)
	for _, want := range wants {
		if !slices.Contains(texts, want) {
			t.Errorf("no %q in %q", want, texts)
		}
	}
}

func TestTheDayIsToldInFiguresAndTables(t *testing.T) {
	s, _ := openActivity(t, spent(ten))
	mustSay(t, s.figures.object, "134", "for 2 stories", "23", "waited 3 min 12 s in all", "1", "after six attempts", "$1.11", "$1.83 of $5.00 this month")
	mustSay(t, s.tables.object, "gemini-nano-banana-2.1", "instead of gemini-2.5-flash-image", "6.8 s", "14.2 s", "$0.74", "All", "$1.11")
	mustSay(t, s.charts.quota.object, "13 left", " · 37 of 50", "67 of 1,000", "Resets at 09:00, in 18 h 50 min")
	press(t, s.Object(), "By story")
	mustSay(t, s.tables.object, "How a volcano erupts", "$0.72", "By model")
}

func TestACallThatGaveUpIsToldFirstAndTriedAgain(t *testing.T) {
	s, c := openActivity(t, spent(ten))
	mustSay(t, s.alert.object, "Pictures: all six attempts failed on page 4 at 10:42", "How a volcano erupts. Gemini was busy. The other parts went on.")
	press(t, s.alert.object, "Try page 4 again")
	if got := c.take(); got != "retry volcano-1 3 picture; open story volcano-1" {
		t.Errorf("again: %q", got)
	}
	s.Update(spent(ten))
	if s.alert.object.Visible() {
		t.Error("an alert that was dealt with comes back")
	}
	later := spent(ten)
	later.Today.Alert.Time = later.Today.Alert.Time.Add(time.Hour)
	s.Update(later)
	if !s.alert.object.Visible() {
		t.Error("a later alert is not told")
	}
}

func TestAnAlertOfADeletedStoryOffersNoRetry(t *testing.T) {
	u := spent(ten)
	u.Today.Alert.Story = "gone-1"
	s, _ := openActivity(t, u)
	mustSay(t, s.alert.object, "A story that was deleted. Gemini was busy. The other parts went on.")
	if texts := said(s.alert.object); slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "Try") }) {
		t.Errorf("the alert says %q", texts)
	}
}

func TestTheMonthHasADayEachAndWarnsNearItsCap(t *testing.T) {
	u := spent(ten)
	u.Month.Cost, u.Near = 4.31, true
	s, _ := openActivity(t, u)
	s.period.OnChanged(1)
	mustSay(t, s.Object(), "410", "for 6 stories", "Retries by day", "Cost, near the month’s cap", "of $5.00 a month")
	if columns := dayColumns(u.Month.Hours, ten); len(columns) != 30 || columns[22].Name != "23" || columns[23].Known {
		t.Errorf("%d columns, the 23rd is %+v, the next %+v", len(columns), columns[22], columns[23])
	}
}

func TestTheHoursShownAreThoseOfTheSchoolDay(t *testing.T) {
	columns := hourColumns(spent(ten).Today.Hours, ten)
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "08 09 10 11 12 13 14 15 16" {
		t.Errorf("hours %s", got)
	}
	if c := columns[2]; c.Value != 14 || !c.Failed || c.Tip != "10:00 to 11:00: 34 calls, 14 retries, 1 failed after six attempts" {
		t.Errorf("10 o'clock: %+v", c)
	}
	if columns[4].Known != true || columns[6].Known || columns[8].Known {
		t.Error("an hour without calls that has passed is nought, one that has not come is nothing")
	}
	midnight := time.Date(2026, 11, 23, 23, 50, 0, 0, time.Local)
	if late := hourColumns(spent(midnight).Today.Hours, midnight); len(late) != 16 || late[len(late)-1].Name != "23" {
		t.Errorf("late in the evening there are %d hours", len(late))
	}
}

func TestTheLogTellsEveryAttemptNewestFirst(t *testing.T) {
	s, _ := openActivity(t, spent(ten))
	press(t, s.tables.object, "See the log")
	if !s.log.object.Visible() || s.scroll.Visible() {
		t.Fatal("the log is not shown")
	}
	mustSay(t, s.log.object, "26 attempts", "Picture, page 4", "6 of 6", "16 s")
	if len(s.log.uses) != 26 || !s.log.uses[0].Time.After(s.log.uses[1].Time) {
		t.Error("the log does not begin with the newest")
	}
	s.log.which.OnChanged(1)
	mustSay(t, s.log.object, "6 attempts", "Busy", "Busy, gave up")
	s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.log.object.Visible() || !s.scroll.Visible() {
		t.Error("Escape does not lead back")
	}
}

func TestEveryWayToFailHasItsWord(t *testing.T) {
	seen := map[string]model.Kind{}
	for _, k := range []model.Kind{model.Offline, model.Busy, model.Quota, model.QuotaDay, model.Key, model.Gone, model.Refused, model.Unusable, model.Canceled, model.Capped} {
		_, _, says := outcome(model.Use{Kind: k})
		if other, twice := seen[says]; twice || says == "Failed" {
			t.Errorf("%s is told as %q, as is %s", k, says, other)
		}
		seen[says] = k
		if words := kindWords(k); !strings.HasSuffix(words, ".") {
			t.Errorf("%s: %q", k, words)
		}
	}
}

func TestTheTightestLimitOfARoleIsShown(t *testing.T) {
	got := tightest([]usage.QuotaUse{
		{Role: story.Text, Used: 10, Limit: 1000, Per: 24 * time.Hour},
		{Role: story.Text, Used: 9, Limit: 10, Per: time.Minute},
		{Role: story.Picture, Used: 3},
	})
	if len(got) != 2 || got[0].Role != story.Picture || got[1].Limit != 10 {
		t.Errorf("%+v", got)
	}
}

func TestWithoutUseTheScreenSaysWhatWillBeThere(t *testing.T) {
	s, c := openActivity(t, core.UsageState{})
	mustSay(t, s.Object(), "Nothing was asked of Gemini this month")
	if s.export.Visible() || s.scroll.Visible() {
		t.Error("empty charts are shown")
	}
	s.Update(core.ServiceState{})
	press(t, s.Object(), "Add a key")
	if got := c.take(); got != "service" {
		t.Errorf("%q", got)
	}
}

func TestTheMonthIsExported(t *testing.T) {
	s, c := openActivity(t, spent(ten))
	press(t, s.Object(), "Export CSV")
	if got := c.take(); got != "save usage EduSmart use 2026-11" {
		t.Errorf("%q", got)
	}
}

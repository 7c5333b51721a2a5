package usage

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// bookOf gives a book that holds attempts.
func bookOf(all ...model.Use) *book {
	b := newBook(time.Time{})
	for i := range all {
		b.add(&line{End: "x", Use: all[i]})
	}
	return b
}

func summarise(b *book, p Period, now time.Time) Summary {
	return b.tally(p, now).summary(now, b.instead)
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestPercentileIsTheNearestRank(t *testing.T) {
	upTo := func(n int) []time.Duration {
		var d []time.Duration
		for i := range n {
			d = append(d, time.Duration(i+1))
		}
		return d
	}
	tests := []struct{ n, median, p95 int }{
		{0, 0, 0}, {1, 1, 1}, {2, 1, 2}, {3, 2, 3}, {10, 5, 10}, {19, 10, 19}, {20, 10, 19}, {21, 11, 20}, {100, 50, 95}, {101, 51, 96},
	}
	for _, test := range tests {
		d := upTo(test.n)
		if m, p := Percentile(d, 50), Percentile(d, 95); int(m) != test.median || int(p) != test.p95 {
			t.Errorf("of %d: median %d, p95 %d, want %d and %d", test.n, m, p, test.median, test.p95)
		}
	}
}

func TestASummaryKeptUpToDateIsTheOneMadeAtOnce(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 10, 0, 0, time.UTC)
	kept, late := bookOf(), bookOf()
	kinds := []model.Kind{"", "", model.Quota, model.Busy, "", model.Refused}
	for i := range 500 {
		u := voice([]string{"a", "b", ""}[i%3], now.Add(-time.Duration(i*i)*time.Minute), float64(i%7)/100)
		u.Latency = time.Duration((i*7919)%1000) * time.Millisecond
		u.N, u.Kind, u.Final = 1+i%6, kinds[i%len(kinds)], i%5 == 0
		u.Role = roles[i%3]
		for _, p := range []Period{Today, ThisMonth} {
			summarise(kept, p, now)
		}
		kept.add(&line{End: "x", Use: u})
		late.add(&line{End: "x", Use: u})
	}
	for _, p := range []Period{Today, ThisMonth} {
		a, b := summarise(kept, p, now), summarise(late, p, now)
		if a.Calls != b.Calls || a.Calls == 0 || a.Retries != b.Retries || a.Failures != b.Failures || !closeTo(a.Cost, b.Cost) || *a.Alert != *b.Alert {
			t.Errorf("%s: %+v is kept, %+v is right", p, a, b)
		}
		if !slices.Equal(a.Roles, b.Roles) || !slices.Equal(a.Hours, b.Hours) || !slices.Equal(a.ByStory, b.ByStory) {
			t.Errorf("%s: %+v is kept, %+v is right", p, a, b)
		}
		calls := 0
		for _, h := range a.Hours {
			calls += h.Calls
		}
		if calls != a.Calls {
			t.Errorf("%s: the chart has %d calls of %d", p, calls, a.Calls)
		}
	}
}

func TestFailuresAndAlert(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	use := func(minute, n int, kind model.Kind, final bool) model.Use {
		return model.Use{Time: now.Add(time.Duration(minute) * time.Minute), Story: "s", Role: story.Picture, Page: 3, Model: illustrator, N: n, Of: 6, Kind: kind, Final: final, Latency: time.Second}
	}
	b := bookOf(
		use(1, 1, model.Refused, true),
		use(2, 6, model.Busy, true),
		use(3, 6, model.Quota, true),
		use(4, 1, model.Key, true),
		use(5, 2, model.Canceled, true),
		use(6, 1, model.Gone, true),
		use(7, 3, model.Quota, false),
		use(8, 1, "", true),
	)
	s := summarise(b, Today, now)
	if s.Failures != 4 || s.Models[0].Failures != 4 || s.Hours[12].Failed != 4 {
		t.Errorf("%d failures, want 4 (refused, busy, quota, key)", s.Failures)
	}
	want := Alert{Time: now.Add(3*time.Minute + time.Second), Story: "s", Role: story.Picture, Page: 3, Model: illustrator, Kind: model.Quota}
	if s.Alert == nil || *s.Alert != want {
		t.Errorf("the alert is %+v, want %+v", s.Alert, want)
	}
	if s := summarise(bookOf(use(1, 1, model.Refused, true)), Today, now); s.Alert != nil {
		t.Errorf("a refusal is an alert: %+v", s.Alert)
	}
	if s.Roles[1].Answers != 1 || s.Roles[1].Median != time.Second || s.Roles[0].Answers != 0 || s.Roles[2].Median != 0 {
		t.Errorf("the roles are %+v", s.Roles)
	}
}

func TestTheModelThatIsGoneIsNamed(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	use := func(name string, kind model.Kind) model.Use {
		return model.Use{Time: now, Role: story.Picture, Model: name, N: 1, Of: 6, Kind: kind, Final: true}
	}
	text := use("t", "")
	text.Role = story.Text
	s := summarise(bookOf(use("a", ""), use("a", model.Gone), use("a", model.Gone), text, use("b", model.Gone), use("c", model.Busy), use("c", "")), Today, now)
	got := map[string]string{}
	for _, m := range s.Models {
		got[m.Model] = m.Instead
	}
	for name, want := range map[string]string{"a": "", "b": "a", "c": "b", "t": ""} {
		if got[name] != want {
			t.Errorf("%s stands in for %q, want %q", name, got[name], want)
		}
	}
}

func TestTheDayIsTheOneOnTheWall(t *testing.T) {
	berlin := zone(t, "Europe/Berlin")
	now := time.Date(2026, 11, 23, 0, 30, 0, 0, berlin)
	at := func(d time.Duration) model.Use { return voice("s", now.Add(d).UTC(), 0.01) }
	b := bookOf(at(-31*time.Minute), at(-30*time.Minute), at(0), at(23*time.Hour+29*time.Minute), at(23*time.Hour+30*time.Minute))
	s := summarise(b, Today, now)
	if s.Calls != 3 || s.Hours[0].Calls != 2 || s.Hours[23].Calls != 1 || !s.From.Equal(time.Date(2026, 11, 23, 0, 0, 0, 0, berlin)) || !s.To.Equal(now) {
		t.Errorf("the day has %d calls: %+v", s.Calls, s.Hours)
	}
	if s := summarise(b, ThisMonth, now); s.Calls != 5 || len(s.Hours) != 30 || s.Hours[21].Calls != 1 || s.Hours[22].Calls != 3 || s.Hours[23].Calls != 1 {
		t.Errorf("the month has %d calls: %+v", s.Calls, s.Hours)
	}
	if s := summarise(b, Today, now.In(time.UTC)); s.From.Day() != 22 || s.Calls != 3 { // where it is 23:30 of the 22nd
		t.Errorf("the day in UTC from %v has %d calls", s.From, s.Calls)
	}
}

func TestDaysOnWhichTheClockIsChanged(t *testing.T) {
	tests := []struct {
		zone      string
		day       time.Time // any time of it, in UTC
		hours     int       // that it has
		month     int       // days of it
		firstHour int
	}{
		{"Europe/Berlin", time.Date(2026, 3, 29, 12, 0, 0, 0, time.UTC), 23, 31, 0},
		{"Europe/Berlin", time.Date(2026, 10, 25, 12, 0, 0, 0, time.UTC), 25, 31, 0},
		{"America/Sao_Paulo", time.Date(2018, 11, 4, 12, 0, 0, 0, time.UTC), 23, 30, 1}, // the clock goes on at midnight
		{"Asia/Kolkata", time.Date(2026, 2, 10, 12, 0, 0, 0, time.UTC), 24, 28, 0},
	}
	for _, test := range tests {
		now := test.day.In(zone(t, test.zone))
		b := bookOf()
		for i := -30; i < 30; i++ { // an attempt every hour
			b.add(&line{End: "x", Use: voice("s", now.Add(time.Duration(i)*time.Hour+time.Minute), 0)})
		}
		s := summarise(b, Today, now)
		if s.Calls != test.hours || len(s.Hours) != 24 || s.From.Day() != now.Day() || s.From.Hour() != test.firstHour {
			t.Errorf("%s, %v: %d calls from %v", test.zone, now, s.Calls, s.From)
		}
		if days := len(summarise(b, ThisMonth, now).Hours); days != test.month {
			t.Errorf("%s: the month has %d days", test.zone, days)
		}
	}
}

func TestQuotas(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC) // 01:30 in California
	day, minute := 24*time.Hour, time.Minute
	use := func(before time.Duration, kind model.Kind, l model.Limit) model.Use {
		return model.Use{Time: now.Add(-before), Role: story.Picture, Model: illustrator, N: 1, Of: 6, Kind: kind, Limit: l, Tokens: model.Tokens{In: 100}}
	}
	b := bookOf(
		use(26*time.Hour, model.QuotaDay, model.Limit{Requests: 50, Per: day}),
		use(100*time.Minute, "", model.Limit{}), // yesterday in California
		use(80*time.Minute, "", model.Limit{}),
		use(70*time.Minute, model.Unusable, model.Limit{}),
		use(65*time.Second, "", model.Limit{}),
		use(55*time.Second, "", model.Limit{}),
		use(50*time.Second, model.Busy, model.Limit{}),
		use(45*time.Second, model.Quota, model.Limit{Requests: 10, Per: minute}),
		use(40*time.Second, model.Quota, model.Limit{Requests: 8, Tokens: 9000, Per: minute}),
		use(20*time.Second, model.Refused, model.Limit{}),
	)
	midnight := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	want := []QuotaUse{
		{Role: story.Picture, Model: illustrator, Used: 5, Limit: 50, Per: day, Reset: midnight},
		{Role: story.Picture, Model: illustrator, Used: 2, Limit: 8, Per: minute, Reset: now.Add(5 * time.Second)},
		{Role: story.Picture, Model: illustrator, Used: 200, Limit: 9000, Per: minute, Reset: now.Add(5 * time.Second), Tokens: true},
	}
	got := b.quotas(now)
	if len(got) != len(want) {
		t.Fatalf("the quotas are %+v", got)
	}
	for i := range want {
		if !got[i].Reset.Equal(want[i].Reset) {
			t.Errorf("quota %d begins anew at %v, want %v", i, got[i].Reset, want[i].Reset)
		}
		got[i].Reset, want[i].Reset = time.Time{}, time.Time{}
		if got[i] != want[i] {
			t.Errorf("quota %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if got := b.quotas(now.Add(time.Hour)); got[1].Used != 0 || !got[1].Reset.IsZero() {
		t.Errorf("an hour later: %+v", got[1])
	}
}

func TestASummaryAcrossMidnight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(time.Date(2026, 11, 23, 23, 59, 59, 0, time.Local)))
		l := openLedger(t, ledgerPath(t))
		send(t, l, voice("s", time.Now(), 0.01))
		if s := l.Summary(Today, time.Now()); s.Calls != 1 || s.Hours[23].Calls != 1 {
			t.Errorf("before midnight: %+v", s)
		}
		time.Sleep(2 * time.Second)
		send(t, l, voice("s", time.Now(), 0.01))
		if s := l.Summary(Today, time.Now()); s.Calls != 1 || s.Hours[0].Calls != 1 {
			t.Errorf("after midnight: %+v", s)
		}
		if s := l.Summary(ThisMonth, time.Now()); s.Calls != 2 || s.Hours[22].Calls != 1 || s.Hours[23].Calls != 1 {
			t.Errorf("of the month: %+v", s)
		}
	})
}

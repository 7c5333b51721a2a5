package usage

import (
	"cmp"
	"slices"
	"time"

	"edusmart/core/story"
)

// Period is a stretch of time that a Summary is about.
type Period string

// The periods of the Activity screen.
const (
	Today     Period = "today"
	ThisMonth Period = "month"
)

// begin gives the first instant of the period that holds now, in now's zone.
func (p Period) begin(now time.Time) time.Time {
	y, m, d := now.Date()
	if p == ThisMonth {
		d = 1
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	for t.Day() != d { // where summer time begins at midnight there is no 00:00
		t = t.Add(15 * time.Minute)
	}
	return t
}

// columns is how many columns a chart of the period that holds now has.
func (p Period) columns(now time.Time) int {
	if p == ThisMonth {
		y, m, _ := now.Date()
		return time.Date(y, m+1, 0, 12, 0, 0, 0, now.Location()).Day()
	}
	return 24
}

// roles are the roles in the order in which they are shown.
var roles = [...]story.PartKind{story.Text, story.Picture, story.Voice}

// tally adds up the attempts of one period as they come.
type tally struct {
	period   Period
	from     time.Time
	sorted   bool // answers are in order and to be kept so
	sum      Summary
	stories  map[string]*StoryUse
	models   map[modelKey]*modelTally
	byRole   map[story.PartKind]*[]time.Duration
	hours    []HourUse
	alertEnd time.Time
}

type modelTally struct {
	use     ModelUse
	answers []time.Duration
}

func newTally(p Period, now time.Time) *tally {
	t := &tally{
		period:  p,
		from:    p.begin(now),
		stories: map[string]*StoryUse{},
		models:  map[modelKey]*modelTally{},
		byRole:  map[story.PartKind]*[]time.Duration{},
		hours:   make([]HourUse, p.columns(now)),
	}
	for _, r := range roles {
		t.byRole[r] = new([]time.Duration)
	}
	y, m, d := now.Date()
	for i := range t.hours {
		if p == ThisMonth {
			t.hours[i].Start = time.Date(y, m, 1+i, 0, 0, 0, 0, now.Location())
		} else {
			t.hours[i].Start = time.Date(y, m, d, i, 0, 0, 0, now.Location())
		}
	}
	return t
}

// covers reports whether the tally is of the period p that holds now.
func (t *tally) covers(p Period, now time.Time) bool {
	return t.period == p && t.from.Location() == now.Location() && t.from.Equal(p.begin(now))
}

// column gives the column of the chart that an instant falls into, by the
// clock on the wall; ok is false outside the period.
func (t *tally) column(at time.Time) (i int, ok bool) {
	const most = 32 * 24 * time.Hour // longer than any period: spares the calendar
	if since := at.Sub(t.from); since < 0 || since > most {
		return 0, false
	}
	at = at.In(t.from.Location())
	y, m, d := at.Date()
	if fy, fm, fd := t.from.Date(); y != fy || m != fm || (t.period == Today && d != fd) {
		return 0, false
	}
	if t.period == ThisMonth {
		return d - 1, true
	}
	return at.Hour(), true
}

// add counts an attempt, if it was sent in the period.
func (t *tally) add(a *attempt) {
	column, ok := t.column(a.Time)
	if !ok {
		return
	}
	m := t.model(a)
	h := &t.hours[column]
	s := t.stories[a.Story]
	if s == nil {
		s = &StoryUse{Story: a.Story}
		t.stories[a.Story] = s
	}
	t.sum.Calls++
	m.use.Calls++
	h.Calls++
	s.Calls++
	if a.N > 1 {
		t.sum.Retries++
		m.use.Retries++
		h.Retries++
		s.Retries++
	}
	if failed(&a.Use) {
		t.sum.Failures++
		m.use.Failures++
		h.Failed++
	}
	t.sum.Waited += a.Waited
	t.sum.Cost += a.Cost
	m.use.Cost += a.Cost
	s.Cost += a.Cost
	m.use.Tokens = m.use.Tokens.Add(a.Tokens)
	m.use.Guessed = m.use.Guessed || a.guess
	t.answer(a, m)
	t.alert(a)
}

func (t *tally) model(a *attempt) *modelTally {
	key := modelKey{a.Role, a.Model}
	m := t.models[key]
	if m == nil {
		m = &modelTally{use: ModelUse{Role: a.Role, Model: a.Model}}
		t.models[key] = m
	}
	return m
}

// answer keeps how long an answer took.
func (t *tally) answer(a *attempt, m *modelTally) {
	if !a.answered() {
		return
	}
	lists := []*[]time.Duration{&m.answers}
	if r := t.byRole[a.Role]; r != nil {
		lists = append(lists, r)
	}
	for _, list := range lists {
		i := len(*list)
		if t.sorted {
			i, _ = slices.BinarySearch(*list, a.Latency)
		}
		*list = slices.Insert(*list, i, a.Latency)
	}
}

// sort ends the adding of what was there before.
func (t *tally) sort() {
	for _, m := range t.models {
		slices.Sort(m.answers)
	}
	for _, r := range t.byRole {
		slices.Sort(*r)
	}
	t.sorted = true
}

// alert keeps the last call whose attempts all failed.
func (t *tally) alert(a *attempt) {
	end := a.Time.Add(a.Latency)
	if !exhausted(&a.Use) || end.Before(t.alertEnd) {
		return
	}
	t.alertEnd = end
	t.sum.Alert = &Alert{Time: end, Story: a.Story, Role: a.Role, Page: a.Page, Model: a.Model, Kind: a.Kind}
}

// summary gives a copy of the tally.
func (t *tally) summary(now time.Time, instead map[modelKey]string) Summary {
	s := t.sum
	s.From, s.To = t.from, now
	for _, r := range roles {
		list := *t.byRole[r]
		s.Roles = append(s.Roles, RoleUse{Role: r, Median: Percentile(list, 50), P95: Percentile(list, 95), Answers: len(list)})
	}
	for key, m := range t.models {
		use := m.use
		use.Median, use.P95 = Percentile(m.answers, 50), Percentile(m.answers, 95)
		use.Instead = instead[key]
		s.Models = append(s.Models, use)
	}
	slices.SortFunc(s.Models, compareModels)
	s.Hours = slices.Clone(t.hours)
	for _, use := range t.stories {
		if use.Story != "" {
			s.ByStory = append(s.ByStory, *use)
		}
	}
	s.Stories = len(s.ByStory)
	slices.SortFunc(s.ByStory, func(a, b StoryUse) int {
		return cmp.Or(cmp.Compare(b.Cost, a.Cost), cmp.Compare(b.Calls, a.Calls), cmp.Compare(a.Story, b.Story))
	})
	if s.Alert != nil {
		alert := *s.Alert
		s.Alert = &alert
	}
	return s
}

// compareModels puts text before picture before voice, then the dearest
// first.
func compareModels(a, b ModelUse) int {
	return cmp.Or(
		cmp.Compare(slices.Index(roles[:], a.Role), slices.Index(roles[:], b.Role)),
		cmp.Compare(b.Cost, a.Cost),
		cmp.Compare(b.Calls, a.Calls),
		cmp.Compare(a.Model, b.Model),
	)
}

// Percentile gives the p-th percentile, 0 < p <= 100, of values in ascending
// order by the nearest rank: the smallest value that at least p of a hundred
// do not exceed. 0 where there are none.
func Percentile(ascending []time.Duration, p int) time.Duration {
	if len(ascending) == 0 {
		return 0
	}
	rank := (len(ascending)*p + 99) / 100
	return ascending[max(rank, 1)-1]
}

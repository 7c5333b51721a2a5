package model

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// taken is a log of calls that the service took, so many seconds ago.
func takenAgo(t time.Time, ago ...float64) []*sent {
	var all []*sent
	for _, s := range ago {
		all = append(all, &sent{at: t.Add(-time.Duration(s * float64(time.Second))), ended: true, fate: accepted})
	}
	return all
}

func TestWhatARejectionTeaches(t *testing.T) {
	now := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	many := func(n int, ago float64) []float64 { return slices.Repeat([]float64{ago}, n) }
	for _, c := range []struct {
		name   string
		before quota // limit, said and since when
		ago    []float64
		error  Error
		limit  int
		said   bool
		margin time.Duration
	}{
		{name: "what was taken in the last minute is the hypothesis", ago: []float64{70, 50, 40, 1}, limit: 3, margin: firstMargin},
		{name: "nothing taken teaches nothing", ago: []float64{70}, limit: 0, margin: firstMargin},
		{name: "what the service tells is believed", before: quota{limit: 3}, ago: many(2, 5), error: Error{Limit: Limit{Requests: 15, Per: minute}}, limit: 15, said: true, margin: firstMargin},
		{name: "what it told stands against a count", before: quota{limit: 15, said: true}, ago: many(9, 5), limit: 15, said: true, margin: firstMargin},
		{name: "a hypothesis falls to seven tenths", before: quota{limit: 10}, ago: many(2, 5), limit: 7, margin: firstMargin},
		{name: "but not under what was taken", before: quota{limit: 10}, ago: many(9, 5), limit: 9, margin: firstMargin},
		{name: "others' use of the quota is no contradiction", before: quota{limit: 10}, ago: nil, limit: 10, margin: firstMargin},
		{name: "a window that was hardly over is none either", before: quota{limit: 3}, ago: []float64{60.3, 60.3, 59}, limit: 3, margin: 2 * firstMargin},
		{name: "rejections of one burst correct it exactly", before: quota{limit: 9, set: now}, ago: many(4, 5), limit: 4, margin: firstMargin},
		{name: "a limit on tokens is none on requests", ago: many(3, 5), error: Error{Limit: Limit{Tokens: 1000, Per: minute}}, limit: 0, margin: firstMargin},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := newQuota()
			q.limit, q.said, q.set = c.before.limit, c.before.said, c.before.set
			s := &sent{at: now}
			q.sends = append(takenAgo(now, c.ago...), s)
			q.reject(s, &c.error, now.Add(100*time.Millisecond))
			if q.limit != c.limit || q.said != c.said || q.margin != c.margin {
				t.Errorf("limit %d, said %v, margin %v", q.limit, q.said, q.margin)
			}
			if got := q.told().Tokens; got != c.error.Limit.Tokens {
				t.Errorf("%d tokens", got)
			}
		})
	}
}

func TestTheSlotsOfALimit(t *testing.T) {
	now := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		quota quota
		ago   []float64
		want  []float64 // seconds from now of the first, second ... call in the queue
	}{
		{"no limit", quota{}, []float64{1, 1, 1}, []float64{0, 0, 0}},
		{"room", quota{limit: 3}, []float64{10}, []float64{0, 0, 50.25, 60.25}},
		{"full", quota{limit: 2}, []float64{50, 20}, []float64{10.25, 40.25, 70.5}},
		{"a bucket", quota{limit: 5, drip: true}, []float64{2, 2, 2, 2, 2}, []float64{10.25, 22.5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := newQuota()
			q.limit, q.drip = c.quota.limit, c.quota.drip
			q.sends = takenAgo(now, c.ago...)
			var got []float64
			for k := range c.want {
				got = append(got, q.slot(now, k).Sub(now).Seconds())
			}
			wantFloats(t, "slots", got, c.want)
		})
	}
	q := newQuota()
	q.limit, q.sends = 1, takenAgo(now, 5)
	q.sends[0].fate = unsent
	if q.slot(now, 0) != now {
		t.Error("what never reached the service takes a place")
	}
	q.sends[0].fate = rejected
	if q.slot(now, 0) != now {
		t.Error("a rejected call alone takes a place")
	}
}

func TestAWrongHintIsBelievedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: 2 * time.Second, reject: 50 * time.Millisecond, quota: &liar{sliding{n: 5}}, hints: true}
		s := newSim(m)
		d, device := onePicture(s)
		wait := together(t, d, 16)
		wait()
		if m.rejected > 3 || device.made > 0 {
			t.Errorf("%d rejected, %d on the device", m.rejected, device.made)
		}
	})
}

// liar is a quota whose hints are much too short.
type liar struct{ sliding }

func (q *liar) take(t time.Time, counts bool) (bool, time.Duration) {
	ok, _ := q.sliding.take(t, counts)
	return ok, 3 * time.Second
}

func TestATokenBucketIsEmptiedCallByCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &simModel{name: "m", answer: time.Second, reject: 50 * time.Millisecond, quota: &bucket{n: 5}, hints: true}
		s := newSim(m)
		d, _ := onePicture(s)
		start := time.Now()
		together(t, d, 8)()
		if took := time.Since(start); took > 40*time.Second || m.rejected > 2 {
			t.Errorf("8 calls took %v (36 s of it is the bucket's), %d rejected", took, m.rejected)
		}
	})
}

func TestAHintThatMeansSomethingElseCostsFewRejections(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// Somebody else uses the same quota: what becomes free is theirs, one
		// by one, and not a window that begins anew.
		q := &sliding{n: 10}
		for _, ago := range []int{40, 30, 20, 10, 5} {
			q.log = append(q.log, time.Now().Add(-time.Duration(ago)*time.Second))
		}
		m := &simModel{name: "m", answer: 2 * time.Second, reject: 50 * time.Millisecond, quota: q, hints: true}
		d, device := onePicture(newSim(m))
		start := time.Now()
		together(t, d, 15)()
		if m.rejected > 4 || device.made > 0 || time.Since(start) > 125*time.Second {
			t.Errorf("%d rejected, %d on the device, %v", m.rejected, device.made, time.Since(start))
		}
	})
}

func TestOverloadIsCountedOnceForABurst(t *testing.T) {
	start := time.Now()
	l := lanes{allowed: 64, flying: 15}
	for i := range 5 {
		l.lower(start, start.Add(time.Duration(i+1)*time.Millisecond))
	}
	if l.allowed != 8 {
		t.Errorf("16 at once became %v", l.allowed)
	}
	l.lower(start.Add(time.Second), start.Add(2*time.Second))
	for range 20 {
		l.raise()
	}
	if n := int(l.allowed); n < 6 || n > 8 {
		t.Errorf("%d lanes after 20 answers", n)
	}
}

func TestHowLongWhatWasLearntIsBelieved(t *testing.T) {
	now := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		age                time.Duration
		limit, concurrency int
		tests              bool // one more may be tried at once
	}{
		{10 * time.Minute, 5, 2, false},
		{2 * time.Hour, 5, maxLanes, false},
		{48 * time.Hour, 5, maxLanes, true},
		{31 * 24 * time.Hour, 0, maxLanes, false},
	} {
		p := newPacer("m", newReply(0), nil)
		p.recall(Learnt{At: now.Add(-c.age), LimitAt: now.Add(-c.age), Limit: Limit{Requests: 5, Per: minute}, Concurrency: 2}, now)
		if got := p.quota.mayTest(now, firstReply); p.quota.limit != c.limit || int(p.lanes.allowed) != c.concurrency || got != c.tests {
			t.Errorf("after %v: limit %d, %v at once, tests %v", c.age, p.quota.limit, p.lanes.allowed, got)
		}
	}
}

func TestTheDayEndsAtMidnightPacific(t *testing.T) {
	for _, c := range []struct{ now, want string }{
		{"2026-11-20T12:00:00Z", "2026-11-21T08:00:00Z"},
		{"2026-07-20T06:59:59Z", "2026-07-20T07:00:00Z"},
		{"2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z"}, // summer time ends this day
		{"2026-11-01T12:00:00Z", "2026-11-02T08:00:00Z"},
	} {
		now, _ := time.Parse(time.RFC3339, c.now)
		if got := nextDay(now).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("after %s: %s, want %s", c.now, got, c.want)
		}
	}
}

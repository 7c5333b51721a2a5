package model

import (
	"slices"
	"time"
)

// Constants of learning a limit.
const (
	minute = time.Minute
	// atOnce is how many calls may be under way at an unknown limit without
	// anybody knowing yet whether they will be rejected: as many rejections
	// there are at most when the limit is met.
	atOnce = 2
	// decrease is what is left of a limit that a rejection has contradicted,
	// as in AWS SDK's adaptive mode.
	decrease = 0.7
	// The first slack for clocks and networks that do not agree with ours,
	// and the largest.
	firstMargin, maxMargin = 250 * time.Millisecond, 2 * time.Second
	// firstTest is how long a learnt limit is believed before one call more
	// is tried; each test that fails doubles it.
	firstTest = 10 * time.Minute
	// regain is the same for a limit that has fallen: it was higher once.
	regain = 2 * time.Minute
	// bucketSlack is how well a hint must agree with the filling of a token
	// bucket.
	bucketSlack = time.Second
)

// usual are the limits a minute that services have, smallest first. Between
// two of them no rejection is expected.
var usual = []int{2, 5, 10, 15, 20, 30, 60, 100, 150, 200, 300, 500, 1000, 2000}

// quota is what is known of a model's limit on requests, and what of it is
// used: a sliding log. Its owner is the pacer.
type quota struct {
	limit   int  // in per; 0: unknown
	said    bool // the service told it
	tokens  int  // the limit on input tokens that the service told; 0: none
	per     time.Duration
	margin  time.Duration
	set     time.Time // when limit was learnt or confirmed
	test    time.Time // when one more may be tried
	tested  int       // tests in a row that were rejected
	drip    bool      // calls become free one by one, as from a token bucket
	hint    time.Time // when the service says that it may be asked again
	doubted bool      // a hint was wrong
	spared  bool      // what is rejected takes no place in the window
	cut     time.Time // when the window began anew, by a guess: what was sent before does not count
	guess   time.Time // until when that is not certain
	sends   []*sent
}

func newQuota() quota { return quota{per: minute, margin: firstMargin} }

// told gives the limit in the terms of the service.
func (q *quota) told() Limit {
	if q.limit == 0 && q.tokens == 0 {
		return Limit{}
	}
	return Limit{Requests: q.limit, Tokens: q.tokens, Per: q.per}
}

// counted gives the times of the sends that take a place in the window that
// ends at t, oldest first. Rejected ones count as long as others do, since
// some services count them, unless this one has shown that it does not.
func (q *quota) counted(t time.Time, window time.Duration) []time.Time {
	from := t.Add(-window)
	q.sends = slices.DeleteFunc(q.sends, func(s *sent) bool {
		return s.ended && s.at.Before(t.Add(-q.per-2*maxMargin))
	})
	var times []time.Time
	stands := false
	for _, s := range q.sends {
		if q.within(s, from) && !(q.spared && s.fate == rejected) {
			times = append(times, s.at)
			stands = stands || s.fate != rejected
		}
	}
	if !stands {
		return nil
	}
	return times
}

// within reports whether s takes a place in a window that begins at from.
func (q *quota) within(s *sent, from time.Time) bool {
	return s.fate != unsent && s.at.After(from) && !s.at.Before(q.cut)
}

// used is how many calls take a place in the present window.
func (q *quota) used(t time.Time) int { return len(q.counted(t, q.per)) }

// slot is when the call behind k others may be sent: at t, or when the
// window has room for it.
func (q *quota) slot(t time.Time, k int) time.Time {
	if q.limit == 0 {
		return t
	}
	window := q.per + q.margin
	times := q.counted(t, window)
	slot := t
	for ; k >= 0; k-- {
		if n := len(times) - q.limit; n >= 0 {
			free := times[n].Add(window)
			if q.drip {
				free = earlier(free, times[len(times)-1].Add(q.per/time.Duration(q.limit)+q.margin))
			}
			slot = later(slot, free)
		}
		times = append(times, slot)
	}
	return slot
}

// gate is when the next call may be sent at an unknown limit, or in a window
// that is a guess: few are under way unproven, at an unknown limit beyond the
// next usual one. Unproven is what a rejection may still come for.
func (q *quota) gate(t time.Time, reply time.Duration) time.Time {
	sends, proven := 0, 0
	next := time.Time{}
	for _, s := range q.sends {
		if s.fate == rejected || !q.within(s, t.Add(-q.per)) {
			continue
		}
		sends++
		stands := s.at.Add(reply)
		if s.fate == accepted || !stands.After(t) {
			proven++
		} else if next.IsZero() || stands.Before(next) {
			next = stands
		}
	}
	if q.guess.After(t) {
		if sends-proven < atOnce {
			return t
		}
		return next
	}
	i, _ := slices.BinarySearch(usual, proven)
	if i == len(usual) || sends < usual[i]+atOnce {
		return t
	}
	return next
}

// reject learns from the rejection of s. A limit that the service tells is
// believed. Else what it has taken in the last window is the hypothesis; it
// falls when it is contradicted by a rejection of what was sent since.
func (q *quota) reject(s *sent, e *Error, t time.Time) {
	wrong := s.early || q.guess.After(s.at)
	if wrong { // it was not what the hint meant, or it meant nothing
		q.doubted, q.drip = true, false
		q.cut, q.guess = time.Time{}, time.Time{}
	}
	taken := 0 // as far as is known: those that will be rejected too correct it
	for _, o := range q.sends {
		if o != s && o.fate != rejected && q.within(o, s.at.Add(-q.per)) {
			taken++
		}
	}
	slack := len(q.counted(s.at, q.per+maxMargin)) - 1
	if q.spared && q.limit > 0 && slack < q.limit { // then it does count them
		q.spared = false
		slack = len(q.counted(s.at, q.per+maxMargin)) - 1
	}
	s.fate = rejected
	q.hint = time.Time{}
	if e.RetryAfter > 0 {
		q.hint = t.Add(e.RetryAfter)
	}
	if s.test {
		q.tested++
		q.test = t.Add(firstTest << min(q.tested, 6))
	}
	q.learn(s, e.Limit, taken, slack, wrong, t)
}

// learn sets the limit after a rejection of s. taken calls had a place in its
// window, and slack in one that is longer by the largest margin.
func (q *quota) learn(s *sent, told Limit, taken, slack int, wrong bool, t time.Time) {
	switch {
	case told.Tokens > 0 && told.Requests == 0:
		q.tokens = told.Tokens
	case told.Requests > 0 && told.Per <= time.Hour:
		q.believe(told.Requests, true, t)
		if told.Per > 0 {
			q.per = told.Per
		}
	case wrong && !q.said && taken > q.limit:
		q.believe(taken, false, t) // it bore more than was thought
	case taken == 0 || q.said || s.test || wrong:
	case q.limit == 0, taken < q.limit && !s.at.After(q.set):
		q.believe(taken, false, t)
	case taken < q.limit && slack >= q.limit:
		q.margin = min(2*q.margin, maxMargin) // the window was not over on their clock
	case taken < q.limit:
		q.believe(max(taken, int(decrease*float64(q.limit))), false, t)
		q.test = t.Add(regain)
	}
}

// believe takes a limit for true.
func (q *quota) believe(limit int, said bool, t time.Time) {
	if limit != q.limit {
		q.drip = false
	}
	q.limit, q.said, q.set = limit, said, t
	q.test = later(q.test, t.Add(firstTest))
}

// mayTest reports whether one more than the limit may be sent, to see
// whether it still holds. All before it must stand, or another one might be
// rejected in its place.
func (q *quota) mayTest(t time.Time, reply time.Duration) bool {
	if q.limit == 0 || t.Before(q.test) {
		return false
	}
	return !slices.ContainsFunc(q.sends, func(s *sent) bool {
		return s.fate == rejected && s.at.After(t.Add(-q.per)) || s.fate == flying && s.at.Add(reply).After(t)
	})
}

// passed raises the limit by one: s went beyond it and was taken.
func (q *quota) passed(s *sent) {
	s.test = false
	q.limit, q.said, q.tested = q.limit+1, false, 0
}

// opened takes in that the service took s, which our count would have held
// back: the hint was right. What was rejected takes no place, where that alone
// explains it; or the hint came when a bucket that fills call by call would
// have one more; or else the whole window has begun anew.
func (q *quota) opened(s *sent) {
	s.early = false
	var before []time.Time
	for _, o := range q.sends {
		if o.at.Before(s.at) && o.fate != rejected && q.within(o, s.at.Add(-q.per)) {
			before = append(before, o.at)
		}
	}
	extra := len(before) - q.limit + 1
	if extra <= 0 {
		q.spared = true
		return
	}
	one := before[0].Add(time.Duration(extra) * q.per / time.Duration(q.limit))
	if q.hint.Sub(one).Abs() < bucketSlack {
		q.drip = true
		return
	}
	q.cut, q.guess = s.at, s.at.Add(q.per)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

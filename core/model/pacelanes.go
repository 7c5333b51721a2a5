package model

import (
	"sync"
	"time"
)

// maxLanes is more calls side by side than any job asks for.
const maxLanes = 64

// lanes is how many calls of a model may be under way at once: halved when
// the service is overloaded, raised by one for each round of answers (additive
// increase, multiplicative decrease). Its owner is the pacer.
type lanes struct {
	allowed float64 // at least 1
	flying  int
	lowered time.Time
}

func (l *lanes) free() bool { return l.flying < int(l.allowed) }

// lower halves the lanes after an overload met by what was sent at a time,
// once for all that were sent together.
func (l *lanes) lower(sent, t time.Time) bool {
	if sent.Before(l.lowered) {
		return false
	}
	l.allowed = max(1, min(l.allowed, float64(l.flying+1))/2)
	l.lowered = t
	return true
}

// raise takes in an answer and reports whether there is a lane more.
func (l *lanes) raise() bool {
	before := int(l.allowed)
	l.allowed = min(maxLanes, l.allowed+1/l.allowed)
	return int(l.allowed) != before
}

// The time until a call that was not turned down can be held to be accepted:
// before a rejection was seen, and the least and the most that is believed.
const (
	firstReply = 200 * time.Millisecond
	leastReply = 100 * time.Millisecond
	mostReply  = 2 * time.Second
)

// reply measures the time in which the service turns a call down. It is one
// for all of its models and may be used by several goroutines at once.
type reply struct {
	mu     sync.Mutex
	smooth time.Duration
}

func newReply(known time.Duration) *reply {
	if known <= 0 {
		known = firstReply * 2 / 3
	}
	return &reply{smooth: min(known, mostReply)}
}

// measure takes in a failure of a kind that comes back at once: it rises at
// once and falls slowly.
func (r *reply) measure(k Kind, latency time.Duration) {
	switch k {
	case Quota, QuotaDay, Gone, Key:
	default:
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.smooth = max(min(latency, mostReply), r.smooth+(latency-r.smooth)/8)
}

// measured gives the smoothed time.
func (r *reply) measured() time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.smooth
}

// time is how long to wait for a rejection.
func (r *reply) time() time.Duration {
	return min(max(r.measured()*3/2, leastReply), mostReply)
}

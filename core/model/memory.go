package model

import (
	"time"

	"edusmart/core/story"
)

// How long what was learnt is believed.
const (
	forget        = 30 * 24 * time.Hour
	forgetLanes   = time.Hour      // an overload passes
	believeLimit  = 24 * time.Hour // an older limit is put to the test when it first holds a call
	rememberSends = time.Minute
)

// Memory is what a run has learnt of the service's models and the next one
// starts with. It is plain data and may be kept as JSON.
type Memory struct {
	Models map[string]Learnt        `json:"models,omitempty"` // by name
	Roles  map[story.PartKind]InUse `json:"roles,omitempty"`
	// Reply is the time in which the service turns a call down; 0: unknown.
	Reply time.Duration `json:"reply_ns,omitempty"`
}

// Learnt is what is known of one model.
type Learnt struct {
	At          time.Time `json:"at"`             // when it was learnt; older than 30 days it is forgotten
	Limit       Limit     `json:"limit,omitzero"` // on requests and input tokens
	LimitAt     time.Time `json:"limit_at,omitzero"`
	Told        bool      `json:"told,omitempty"` // the service told the limit; else it is a hypothesis
	Concurrency int       `json:"concurrency,omitempty"`
	Gone        time.Time `json:"gone,omitzero"`
	Replacement string    `json:"replacement,omitempty"` // of a model that is gone
	// DayReset is when the day's quota begins anew; DaySay is how it was said.
	DayReset time.Time `json:"day_reset,omitzero"`
	DaySay   string    `json:"day_say,omitempty"`
	// Sent holds when the calls of the last minute were sent: they still take
	// places under the limit.
	Sent []time.Time `json:"sent,omitempty"`
}

// InUse is the model that a role worked with.
type InUse struct {
	Model string    `json:"model"`
	First string    `json:"first"` // of the role's ladder
	At    time.Time `json:"at"`
}

// remember gives what is worth keeping of the pacer.
func (p *pacer) remember(t time.Time) (Learnt, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := Learnt{At: t}
	if q := &p.quota; q.limit > 0 || q.tokens > 0 {
		l.Limit, l.LimitAt, l.Told = q.told(), q.set, q.said
		l.Sent = q.counted(t, rememberSends)
	}
	if n := int(p.lanes.allowed); n < maxLanes && !p.lanes.lowered.IsZero() {
		l.Concurrency = n
	}
	if p.closed != nil && p.closed.Kind == QuotaDay {
		l.DayReset, l.DaySay = p.reopens, p.closed.Say
	}
	return l, l.Limit != Limit{} || l.Concurrency > 0 || !l.DayReset.IsZero()
}

// recall takes over what an earlier run learnt.
func (p *pacer) recall(l Learnt, t time.Time) {
	if t.Sub(l.At) > forget {
		return
	}
	q := &p.quota
	if t.Sub(l.LimitAt) <= forget {
		q.limit, q.tokens, q.said, q.set = max(0, l.Limit.Requests), max(0, l.Limit.Tokens), l.Told, l.LimitAt
		if l.Limit.Per > 0 {
			q.per = l.Limit.Per
		}
		q.test = later(t.Add(firstTest), l.LimitAt.Add(firstTest))
		if t.Sub(l.LimitAt) > believeLimit {
			q.test = t
		}
		for _, at := range l.Sent {
			if t.Sub(at) < q.per && !at.After(t) {
				q.sends = append(q.sends, &sent{at: at, ended: true, fate: accepted})
			}
		}
	}
	if l.Concurrency > 0 && t.Sub(l.At) <= forgetLanes {
		p.lanes.allowed, p.lanes.lowered = float64(min(l.Concurrency, maxLanes)), l.At
	}
	if l.DayReset.After(t) {
		p.closed = &Error{Op: "call model", Kind: QuotaDay, Model: p.model, Say: l.DaySay, Reset: l.DayReset}
		if l.DaySay == "" {
			p.closed.Say = "The day's quota of " + p.model + " is used up. It begins anew at midnight Pacific time."
		}
		p.reopens = l.DayReset
	}
}

// nextDay is when a day's quota begins anew: midnight Pacific time. Where the
// time zones are not installed it is an hour late in summer, never early.
func nextDay(t time.Time) time.Time {
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		zone = time.FixedZone("PST", -8*60*60)
	}
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, zone)
}

package model

import (
	"time"
)

// begun takes in that an answer to s begins to come: it was accepted.
func (s *sent) begun() {
	p := s.place.pacer
	p.mu.Lock()
	defer p.mu.Unlock()
	if !s.ended && s.fate == flying {
		p.accept(s)
		p.changed()
	}
}

// end takes in how an attempt ended, once.
func (s *sent) end(err error) {
	p := s.place.pacer
	p.mu.Lock()
	if s.ended {
		p.mu.Unlock()
		return
	}
	s.ended = true
	t := time.Now()
	p.lanes.flying--
	s.place.since = t
	e := asError(err)
	if e == nil {
		e = &Error{Kind: KindOf(err)}
	}
	p.reply.measure(e.Kind, t.Sub(s.at))
	switch e.Kind {
	case Canceled:
		p.forget(s)
	case Quota:
		p.reject(s, e, t)
		p.fail(s, err, e, t)
	case Busy:
		// While others are answered it is this call, not their number.
		if !p.lastAnswer.After(s.at) && p.lanes.lower(s.at, t) {
			p.learnt()
		}
		p.fail(s, err, e, t)
	case Offline:
		if s.fate == flying {
			s.fate = unsent
		}
		p.fail(s, err, e, t)
	case QuotaDay:
		s.fate = rejected
		p.forget(s)
		p.close(e, later(e.Reset, t))
	case Gone:
		s.fate = unsent
		p.forget(s)
		p.close(e, time.Time{})
	case Key, Local:
		s.fate = unsent
		p.forget(s)
	default:
		p.answered(s)
	}
	p.changed()
	p.mu.Unlock()
	if e.Kind == Key {
		p.onKey(e)
	}
}

// cancel takes back an attempt that was never sent after all.
func (s *sent) cancel() {
	p := s.place.pacer
	p.mu.Lock()
	defer p.mu.Unlock()
	s.ended, s.fate = true, unsent
	s.place.n--
	p.lanes.flying--
	p.forget(s)
	p.changed()
}

// forget makes another call the probe, where s was to be it.
func (p *pacer) forget(s *sent) {
	if p.probe == s && s.fate != accepted {
		p.probe = nil
	}
}

// accept takes in that the service has taken s.
func (p *pacer) accept(s *sent) {
	if s.fate == flying {
		s.fate = accepted
	}
	if s == p.probe {
		p.stood(s)
	}
}

// answered takes in an answer, usable or not: the service works.
func (p *pacer) answered(s *sent) {
	p.accept(s)
	p.lastAnswer = later(p.lastAnswer, s.at)
	p.gaveUp = 0
	if p.lanes.raise() {
		p.learnt()
	}
	if s.test {
		p.quota.passed(s)
		p.learnt()
	}
	if s.at.After(p.hold.set) {
		p.hold = hold{}
	}
}

// stood ends the proving: the probe was not rejected in the time in which
// rejections come.
func (p *pacer) stood(s *sent) {
	p.prove, p.probe = false, nil
	if s.early {
		p.quota.opened(s)
	}
}

// fail holds the model after a failure that can pass.
func (p *pacer) fail(s *sent, err error, e *Error, t time.Time) {
	p.extend(t.Add(max(leastHold, e.RetryAfter)), err, t)
	p.prove = true
	if p.probe == s || p.probe != nil && p.probe.at.Before(s.at) {
		p.probe = nil
	}
}

// extend holds the model until a time, if it is not held for longer.
func (p *pacer) extend(until time.Time, why error, t time.Time) {
	if until.After(p.hold.until) {
		p.hold = hold{until: until, set: t, why: why}
	}
}

// reject learns from a rejection by a quota.
func (p *pacer) reject(s *sent, e *Error, t time.Time) {
	before := p.quota.told()
	p.quota.reject(s, e, t)
	if now := p.quota.told(); now != before {
		p.log.Info("limit learnt", "model", p.model, "requests", now.Requests, "tokens", now.Tokens, "per", now.Per, "told", p.quota.said)
		p.learnt()
	}
}

// close refuses every call until a time; zero: for good.
func (p *pacer) close(e *Error, until time.Time) {
	closed := *e
	if closed.Kind == QuotaDay && !until.After(time.Now()) {
		until = nextDay(time.Now())
		closed.Reset = until
	}
	p.closed, p.reopens = &closed, until
	p.learnt()
}

// backOff makes the call wait for d before its next attempt, and the others
// with it, and returns when it is expected to go on. While the model answers
// others, what fails again and again is this call, and the others need not
// wait as long.
func (pl *place) backOff(err error, d time.Duration) time.Time {
	p := pl.pacer
	p.mu.Lock()
	defer p.mu.Unlock()
	t := time.Now()
	seen := pl.sent
	if !pl.failed.IsZero() {
		seen = pl.failed
	}
	if KindOf(err).Passes() && !p.lastAnswer.After(seen) {
		p.extend(t.Add(d), err, t)
	}
	pl.failed = pl.sent
	pl.waiting, pl.since, pl.ready, pl.why = true, t, t.Add(d), err
	pl.told, _ = p.expected(pl, t)
	p.changed()
	return pl.told
}

// giveUp makes the model rest after a call has used up its attempts. The
// second in a row takes those with it that wait already: each would spend
// another minute on finding out the same.
func (pl *place) giveUp(err error) {
	p := pl.pacer
	p.mu.Lock()
	defer p.mu.Unlock()
	t := time.Now()
	p.extend(t.Add(restHold), &Error{
		Op: pl.op, Kind: KindOf(err), Model: p.model, Err: err,
		Say: "This model has failed six times in a row and rests for half a minute.",
	}, t)
	p.hold.rest = true
	p.prove, p.probe = true, nil
	if p.gaveUp++; p.gaveUp >= patience {
		p.gaveUp, p.lost = 0, err
		p.wave++
	}
	p.changed()
}

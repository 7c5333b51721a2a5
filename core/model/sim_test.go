package model

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/story"
)

// simService is a remote service in virtual time: models with latencies,
// quotas and faults.
func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 2)) }

type simService struct {
	mu      sync.Mutex
	models  map[string]*simModel
	planned func(ctx context.Context, m *simModel, n int) error // the fault of a model's n-th call, from 1; nil: none
	rng     *rand.Rand
	seen    func(ctx context.Context, model string) // as each call arrives
}

// simModel is one model. Its answers take answer, its rejections reject.
type simModel struct {
	name           string
	answer, reject time.Duration
	jitter         bool // rejections come half as early or late
	quota          simQuota
	hints          bool // rejections carry RetryAfter
	tells          bool // rejections carry Limit
	counts         bool // rejected calls take a place too

	calls    []time.Time // all that arrived
	rejected int
	answered int
	flying   int
	most     int // at once
}

func newSim(models ...*simModel) *simService {
	s := &simService{models: map[string]*simModel{}, rng: newRand(1)}
	for _, m := range models {
		s.models[m.name] = m
	}
	return s
}

// spread gives d, half more or less.
func (s *simService) spread(m *simModel, d time.Duration) time.Duration {
	if !m.jitter || d == 0 {
		return d
	}
	return d/2 + time.Duration(s.rng.Int64N(int64(d)))
}

// call is one call of a model, from its sending to its end.
func (s *simService) call(ctx context.Context, name string) error {
	if s.seen != nil {
		s.seen(ctx, name)
	}
	s.mu.Lock()
	m := s.models[name]
	if m == nil {
		s.mu.Unlock()
		return &Error{Op: "call", Kind: Gone, Model: name, Say: "It is gone."}
	}
	m.calls = append(m.calls, time.Now())
	n := len(m.calls)
	m.flying++
	m.most = max(m.most, m.flying)
	latency, err := m.answer, error(nil)
	if s.planned != nil {
		err = s.planned(ctx, m, n)
	}
	if err == nil && m.quota != nil {
		ok, free := m.quota.take(time.Now(), m.counts)
		if !ok {
			e := &Error{Op: "call", Kind: Quota, Model: name, Say: "Too many calls.", Err: errors.New("429")}
			if m.hints {
				e.RetryAfter = free
			}
			if m.tells {
				e.Limit = m.quota.limit()
			}
			err = e
		}
	}
	if err != nil {
		latency = s.spread(m, m.reject)
		m.rejected++
	}
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		m.flying--
		if err == nil {
			m.answered++
		}
		s.mu.Unlock()
	}()
	timer := time.NewTimer(latency)
	defer timer.Stop()
	select {
	case <-timer.C:
		return err
	case <-ctx.Done():
		err = ctx.Err()
		return &Error{Op: "call", Kind: Offline, Err: err} // as a careless client would have it
	}
}

// rejections gives how many calls of m were rejected so far.
func (s *simService) rejections(m *simModel) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return m.rejected
}

func (s *simService) Writer(model string) Writer           { return simMaker{s, model} }
func (s *simService) Illustrator(model string) Illustrator { return simMaker{s, model} }
func (s *simService) Narrator(model string) Narrator       { return simMaker{s, model} }
func (s *simService) Rewriter(model string) Rewriter       { return simMaker{s, model} }

type simMaker struct {
	service *simService
	model   string
}

func (m simMaker) Write(ctx context.Context, b Brief) iter.Seq2[Draft, error] {
	return func(yield func(Draft, error) bool) {
		if err := m.service.call(ctx, m.model); err != nil {
			yield(Draft{}, err)
			return
		}
		yield(Draft{Done: true, Source: "gemini:" + m.model}, nil)
	}
}

func (m simMaker) Illustrate(ctx context.Context, s Scene) (Picture, error) {
	if err := m.service.call(ctx, m.model); err != nil {
		return Picture{}, err
	}
	return Picture{Source: "gemini:" + m.model, Tokens: Tokens{In: 10, Out: 1290}}, nil
}

func (m simMaker) Narrate(ctx context.Context, t Script) (Speech, error) {
	if err := m.service.call(ctx, m.model); err != nil {
		return Speech{}, err
	}
	return Speech{Source: "gemini:" + m.model}, nil
}

// simQuota admits calls, or says when one is free.
type simQuota interface {
	take(t time.Time, counts bool) (ok bool, free time.Duration)
	limit() Limit
	fresh() simQuota
}

// sliding admits n in any minute.
type sliding struct {
	n   int
	log []time.Time
}

func (q *sliding) take(t time.Time, counts bool) (bool, time.Duration) {
	for len(q.log) > 0 && t.Sub(q.log[0]) >= time.Minute {
		q.log = q.log[1:]
	}
	ok := len(q.log) < q.n
	var free time.Duration
	if !ok {
		free = q.log[len(q.log)-q.n].Add(time.Minute).Sub(t)
	}
	if ok || counts {
		q.log = append(q.log, t)
	}
	return ok, free
}
func (q *sliding) limit() Limit    { return Limit{Requests: q.n, Per: time.Minute} }
func (q *sliding) fresh() simQuota { return &sliding{n: q.n} }

// fixed admits n in each minute, the first of which began before before the
// first call.
type fixed struct {
	n      int
	before time.Duration
	start  time.Time
	used   int
}

func (q *fixed) take(t time.Time, counts bool) (bool, time.Duration) {
	if q.start.IsZero() {
		q.start = t.Add(-q.before)
	}
	for t.Sub(q.start) >= time.Minute {
		q.start, q.used = q.start.Add(time.Minute), 0
	}
	ok := q.used < q.n
	if ok || counts {
		q.used++
	}
	return ok, q.start.Add(time.Minute).Sub(t)
}
func (q *fixed) limit() Limit    { return Limit{Requests: q.n, Per: time.Minute} }
func (q *fixed) fresh() simQuota { return &fixed{n: q.n, before: q.before} }

// bucket holds n calls and fills by n a minute.
type bucket struct {
	n    int
	full float64
	at   time.Time
}

func (q *bucket) take(t time.Time, _ bool) (bool, time.Duration) {
	if q.at.IsZero() {
		q.full = float64(q.n)
	} else {
		q.full = min(float64(q.n), q.full+t.Sub(q.at).Minutes()*float64(q.n))
	}
	q.at = t
	if q.full >= 1-1e-9 {
		q.full--
		return true, 0
	}
	return false, time.Duration((1 - q.full) / float64(q.n) * float64(time.Minute))
}
func (q *bucket) limit() Limit    { return Limit{Requests: q.n, Per: time.Minute} }
func (q *bucket) fresh() simQuota { return &bucket{n: q.n} }

// bound is the least time in which a quota admits n calls.
func bound(q simQuota, n int) time.Duration {
	if q == nil {
		return 0
	}
	q = q.fresh()
	start := time.Now()
	t := start
	for range n {
		for {
			ok, free := q.take(t, false)
			if ok {
				break
			}
			t = t.Add(max(free, time.Millisecond))
		}
	}
	return t.Sub(start)
}

// simDevice makes everything on this computer, at once.
type simDevice struct {
	mu   sync.Mutex
	made int
	fail error
}

func (d *simDevice) makers() Makers { return Makers{d, d, d, d} }

func (d *simDevice) make(ctx context.Context) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.made++
	if ctx.Err() != nil {
		return Errorf("make", Canceled, "", ctx.Err())
	}
	return d.fail
}

func (d *simDevice) Write(ctx context.Context, b Brief) iter.Seq2[Draft, error] {
	return func(yield func(Draft, error) bool) {
		if err := d.make(ctx); err != nil {
			yield(Draft{}, err)
			return
		}
		pages := []DraftPage{}
		for i := range 5 {
			pages = append(pages, DraftPage{Title: fmt.Sprintf("device %d", i), Complete: true})
		}
		yield(Draft{Title: "device", Pages: pages, Done: true, Source: "device"}, nil)
	}
}

func (d *simDevice) Illustrate(ctx context.Context, _ Scene) (Picture, error) {
	return Picture{Source: "device"}, d.make(ctx)
}

func (d *simDevice) Narrate(ctx context.Context, _ Script) (Speech, error) {
	return Speech{Source: "device"}, d.make(ctx)
}

func (d *simDevice) Rewrite(ctx context.Context, r Rewriting) (Rewritten, error) {
	return Rewritten{Pages: r.Pages, Source: "device"}, d.make(ctx)
}

// onePicture gives a desk whose pictures are drawn by the model "m" of s.
func onePicture(s *simService, change ...func(*DeskConfig)) (*Desk, *simDevice) {
	device := &simDevice{}
	c := DeskConfig{Service: s, Device: device.makers(), Ladders: map[story.PartKind][]string{
		story.Text: {"m"}, story.Picture: {"m"}, story.Voice: {"m"},
	}}
	for _, f := range change {
		f(&c)
	}
	return NewDesk(c), device
}

// heard collects what a call is told.
type heard struct {
	mu   sync.Mutex
	all  []Attempt
	when []time.Time
}

func (h *heard) tell(a Attempt) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all, h.when = append(h.all, a), append(h.when, time.Now())
}

// since gives times as seconds after start.
func since(start time.Time, times []time.Time) []float64 {
	s := make([]float64, len(times))
	for i, t := range times {
		s[i] = t.Sub(start).Seconds()
	}
	return s
}

func fault(k Kind) *Error {
	return &Error{Op: "call", Kind: k, Say: "It failed.", Err: errors.New("fault"), Model: "m"}
}

// always fails every call with a copy of e.
func always(e *Error) func(context.Context, *simModel, int) error {
	return func(context.Context, *simModel, int) error { c := *e; return &c }
}

func draw(ctx context.Context, d *Desk) (Picture, error) {
	return d.Illustrator(story.Gemini).Illustrate(ctx, Scene{})
}

func wantFloats(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if fmt.Sprintf("%.3f", got) != fmt.Sprintf("%.3f", want) {
		t.Errorf("%s: got %.3f, want %.3f", what, got, want)
	}
}

// bubble runs f in virtual time from a benchmark: synctest takes a test only.
func bubble(b *testing.B, f func(testing.TB)) {
	b.Helper()
	all := func(string, string) (bool, error) { return true, nil }
	if !testing.RunTests(all, []testing.InternalTest{{Name: "bubble", F: func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { f(t) })
	}}}) {
		b.Fatal("the bubble failed")
	}
}

func (m simMaker) Rewrite(ctx context.Context, r Rewriting) (Rewritten, error) {
	if err := m.service.call(ctx, m.model); err != nil {
		return Rewritten{}, err
	}
	return Rewritten{Pages: r.Pages, Source: "gemini:" + m.model}, nil
}

package model

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// burst is a load on one model and how it was borne.
type burst struct {
	quota  func() simQuota // nil: none
	calls  int
	answer time.Duration
	reject time.Duration
	hints  bool
	tells  bool
	counts bool
	memory Memory
}

// outcome is how a burst went.
type outcome struct {
	total, bound time.Duration
	rejected     int
	failed       int // made on this computer instead
	memory       Memory
}

// ratio is the time against the least that the quota allows.
func (o outcome) ratio() float64 { return o.total.Seconds() / o.bound.Seconds() }

// run sends all calls of the burst at once, in virtual time.
func (b burst) run(t testing.TB, seed uint64) (o outcome) {
	m := &simModel{name: "m", answer: b.answer, reject: b.reject, jitter: true, hints: b.hints, tells: b.tells, counts: b.counts}
	if b.quota != nil {
		m.quota = b.quota()
	}
	s := newSim(m)
	s.rng = newRand(seed)
	d, device := onePicture(s, func(c *DeskConfig) { c.Memory = b.memory })
	start := time.Now()
	var wg sync.WaitGroup
	for i := range b.calls {
		wg.Go(func() {
			if _, err := draw(WithCall(t.Context(), &Call{Rank: i, Page: i}), d); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	o.total = time.Since(start)
	o.bound = bound(m.quota, b.calls) + b.answer
	o.rejected, o.failed = m.rejected, device.made
	o.memory = d.Memory()
	return o
}

type quotaKind struct {
	name string
	make func(n int) simQuota
}

var quotaKinds = []quotaKind{
	{"sliding", func(n int) simQuota { return &sliding{n: n} }},
	{"fixed", func(n int) simQuota { return &fixed{n: n} }},
	{"fixed 50 s old", func(n int) simQuota { return &fixed{n: n, before: 50 * time.Second} }},
	{"fixed 30 s old", func(n int) simQuota { return &fixed{n: n, before: 30 * time.Second} }},
	{"bucket", func(n int) simQuota { return &bucket{n: n} }},
}

// knownPhase are the quotas whose windows begin with the first call, or whose
// rejections say when they begin: the others' bound takes an oracle.
func knownPhase(k quotaKind, hints bool) bool { return hints || !strings.Contains(k.name, "old") }

func TestABurstTakesHardlyLongerThanTheQuotaDemandsAndMeetsItAtMostTwice(t *testing.T) {
	for _, k := range quotaKinds {
		for _, calls := range []int{10, 30} {
			for _, n := range []int{5, 10, 60} {
				for said, name := range []string{"bare", "hints", "hints and limits"} {
					t.Run(fmt.Sprintf("%s/%d calls/%d a minute/%s", k.name, calls, n, name), func(t *testing.T) {
						for seed := range uint64(5) {
							synctest.Test(t, func(t *testing.T) {
								b := burst{quota: func() simQuota { return k.make(n) }, calls: calls, answer: pictureTime, reject: rejectTime, hints: said > 0, tells: said > 1}
								o := b.run(t, seed)
								if o.rejected > 2 || o.failed > 0 || knownPhase(k, said > 0) && o.ratio() > 1.10 {
									t.Errorf("seed %d: %.1f s against %.1f s: %.3f; %d rejected, %d failed", seed, o.total.Seconds(), o.bound.Seconds(), o.ratio(), o.rejected, o.failed)
								}
								// The next run knows the limit.
								b.memory, b.quota = o.memory, func() simQuota { return k.make(n) }
								time.Sleep(5 * time.Minute)
								o = b.run(t, seed)
								if o.rejected > 2 || o.failed > 0 || knownPhase(k, false) && (o.ratio() > 1.10 || o.rejected > 0 && n < calls) {
									t.Errorf("seed %d, second run: %.1f s against %.1f s: %.3f; %d rejected, %d failed", seed, o.total.Seconds(), o.bound.Seconds(), o.ratio(), o.rejected, o.failed)
								}
							})
						}
					})
				}
			}
		}
	}
}

func TestNeverMoreThanTheLimitInAnyMinute(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 15} {
		for _, counts := range []bool{false, true} {
			for seed := range uint64(10) {
				synctest.Test(t, func(t *testing.T) {
					b := burst{quota: func() simQuota { return &sliding{n: n} }, calls: 3*n + 2, answer: 2 * time.Second, reject: rejectTime, counts: counts}
					if o := b.run(t, seed); o.rejected > 5 || o.failed > 0 || o.ratio() > 1.15 {
						t.Errorf("%d a minute, seed %d: %d rejected, %d failed, %.3f", n, seed, o.rejected, o.failed, o.ratio())
					}
				})
			}
		}
	}
}

// original sends the calls as the original did: each waits 5 s times its
// index, and then backs off by itself.
func (b burst) original(t testing.TB, seed uint64) (o outcome) {
	m := &simModel{name: "m", answer: b.answer, reject: b.reject, jitter: true, quota: b.quota()}
	s := newSim(m)
	s.rng = newRand(seed)
	start := time.Now()
	var wg sync.WaitGroup
	var failed atomic.Int64
	for i := range b.calls {
		wg.Go(func() {
			time.Sleep(5 * time.Second * time.Duration(i))
			for n := 0; ; n++ {
				if s.call(t.Context(), "m") == nil {
					return
				}
				if n == Attempts-1 {
					failed.Add(1)
					return
				}
				time.Sleep(time.Second << n)
			}
		})
	}
	wg.Wait()
	o.total, o.bound = time.Since(start), bound(m.quota, b.calls)+b.answer
	o.rejected, o.failed = m.rejected, int(failed.Load())
	return o
}

// Latencies of a picture and of a rejection.
const (
	pictureTime = 12 * time.Second
	rejectTime  = 100 * time.Millisecond
)

// BenchmarkBurst prints the time of a burst of pictures as a multiple of the
// least that the quota allows, beside the original's way: 10 calls, and three
// stories of 10 at once.
func BenchmarkBurst(b *testing.B) {
	for _, k := range quotaKinds {
		for _, calls := range []int{10, 30} {
			for _, n := range []int{5, 10, 60} {
				for said, name := range []string{"bare", "hints"} {
					b.Run(fmt.Sprintf("%s/%dcalls/%d_a_minute/%s", strings.ReplaceAll(k.name, " ", "_"), calls, n, name), func(b *testing.B) {
						load := burst{quota: func() simQuota { return k.make(n) }, calls: calls, answer: pictureTime, reject: rejectTime, hints: said > 0}
						var ours, theirs outcome
						for b.Loop() {
							bubble(b, func(t testing.TB) { ours = load.run(t, 1) })
							bubble(b, func(t testing.TB) { theirs = load.original(t, 1) })
						}
						for _, m := range []struct {
							v    float64
							unit string
						}{
							{ours.ratio(), "of_bound"},
							{float64(ours.rejected), "rejected"},
							{theirs.ratio(), "original_of_bound"},
							{float64(theirs.rejected), "original_rejected"},
							{float64(theirs.failed), "original_failed"},
						} {
							b.ReportMetric(m.v, m.unit)
						}
						b.ReportMetric(0, "ns/op")
					})
				}
			}
		}
	}
}

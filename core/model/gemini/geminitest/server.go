package geminitest

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Options shape a Server. The zero value answers everything at once.
type Options struct {
	// Key is the only key that is accepted; empty: any.
	Key string
	// Models are those that exist besides the usual ones, with their roles.
	Models map[string]story.PartKind
	// Gone are models that are no longer offered, with what the error says to
	// use: a name, or "" for "a newer model".
	Gone map[string]string
	// Absent are models of the usual ones that were never there.
	Absent []string
	// Without are settings that a model does not take, by model: "thinking",
	// "schema", "aspect" or "style".
	Without map[string][]string
	// Quotas are by model; "" stands for all that are not named. A Server
	// without any never runs out.
	Quotas map[string]Quota
	// Latency is how long an answer takes, by role.
	Latency map[story.PartKind]Latency
	// Seed steers jitter and random faults; the same calls in the same order
	// meet the same.
	Seed uint64
	// FaultRate is how many of 1 calls meet a fault of Random by chance.
	FaultRate float64
	// Random are the faults of FaultRate; empty: all of the call's role.
	Random []Fault
	// Hint is the delay that injected rate limits tell; 0: 53 s.
	Hint time.Duration
	// PictureSide is the side of pictures in pixels; 0: 1024.
	PictureSide int
	// VoiceRate is the samples of a voice a second; 0: 24,000, as the service
	// sends.
	VoiceRate int
	// Pages is how many pages a story has whose prompt does not say; 0: 6.
	Pages int
}

// Quota limits a model. A request that is turned away does not count.
type Quota struct {
	PerMinute int  // requests; 0: no limit
	PerDay    int  // requests; 0: no limit
	None      bool // the plan does not include the model: limit 0
	Sliding   bool // the minute moves along; else it begins with each full minute
	Hints     bool // rejections carry RetryInfo and QuotaFailure
}

// Latency is how long an answer takes: until its first byte, and from there to
// its last. Jitter of 0.2 makes each up to 20 percent longer or shorter.
type Latency struct {
	First, Rest time.Duration
	Jitter      float64
}

// Request is one call that came.
type Request struct {
	Time   time.Time
	Role   story.PartKind // "" for a listing
	Model  string
	Method string // "generateContent", "streamGenerateContent" or "list"
	Key    bool   // the key came in its header
	Prompt string // all texts, the system instruction first
	Images int    // pictures and files that came along
	Voice  string
	Style  string
	Body   []byte
	// Fault is what the call met; Status what it was answered with, 0 where
	// it was not.
	Fault  Fault
	Status int
	// Answered is set once the whole answer was sent; Tokens is what it told.
	Answered bool
	Tokens   model.Tokens
}

// Server is a Gemini service. It is safe for concurrent use.
type Server struct {
	options Options

	mu       sync.Mutex
	random   *rand.Rand
	requests []*Request
	inject   []injection
	script   map[story.PartKind][]Fault
	windows  map[string]*window
}

type injection struct {
	fault Fault
	role  story.PartKind // "": any
	times int            // left; negative: for ever
}

// New gives a Server.
func New(o Options) *Server {
	if o.Hint == 0 {
		o.Hint = 53 * time.Second
	}
	if o.PictureSide == 0 {
		o.PictureSide = 1024
	}
	if o.VoiceRate == 0 {
		o.VoiceRate = 24_000
	}
	if o.Pages == 0 {
		o.Pages = 6
	}
	return &Server{
		options: o,
		random:  rand.New(rand.NewPCG(o.Seed, 0x6765_6d69_6e69)),
		script:  map[story.PartKind][]Fault{},
		windows: map[string]*window{},
	}
}

// Start serves over HTTP on this computer until the test ends, and gives the
// address to use as BaseURL.
func (s *Server) Start(t testing.TB) (baseURL string) {
	t.Helper()
	web := httptest.NewServer(s.Handler())
	t.Cleanup(web.Close)
	return web.URL
}

// Handler gives the service as an http.Handler.
func (s *Server) Handler() http.Handler { return http.HandlerFunc(s.serve) }

// Inject lets the next call, of any role, meet f.
func (s *Server) Inject(f Fault) { s.InjectTimes("", f, 1) }

// InjectTimes lets the next calls of the role ("" for any) meet f; a negative
// number of times stands for all.
func (s *Server) InjectTimes(role story.PartKind, f Fault, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inject = append(s.inject, injection{f, role, times})
}

// Script lets the coming calls of the role meet these faults, one each; "" is
// a call that meets none. It comes before what was injected.
func (s *Server) Script(role story.PartKind, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script[role] = append(s.script[role], faults...)
}

// Heal ends all faults that were injected or scripted.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inject = nil
	clear(s.script)
}

// Requests gives what came so far, in order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]Request, len(s.requests))
	for i, r := range s.requests {
		all[i] = *r
	}
	return all
}

// Count gives how many calls of the role came.
func (s *Server) Count(role story.PartKind) int {
	n := 0
	for _, r := range s.Requests() {
		if r.Role == role && r.Method != "list" {
			n++
		}
	}
	return n
}

// note keeps a request and gives it back for what becomes of it.
func (s *Server) note(r Request) *Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := &r
	s.requests = append(s.requests, kept)
	return kept
}

// update changes what is known of a request.
func (s *Server) update(r *Request, f func(*Request)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(r)
}

// draw decides which fault a call of the role meets.
func (s *Server) draw(role story.PartKind) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	if q := s.script[role]; len(q) > 0 {
		s.script[role] = q[1:]
		return q[0]
	}
	for i := range s.inject {
		in := &s.inject[i]
		if in.role != "" && in.role != role {
			continue
		}
		f := in.fault
		if in.times > 0 {
			if in.times--; in.times == 0 {
				s.inject = slices.Delete(s.inject, i, i+1)
			}
		}
		return f
	}
	if s.random.Float64() >= s.options.FaultRate {
		return ""
	}
	from := s.options.Random
	if len(from) == 0 {
		from = Faults(role)
	}
	return from[s.random.IntN(len(from))]
}

// latency gives how long this answer takes.
func (s *Server) latency(role story.PartKind) (first, rest time.Duration) {
	l := s.options.Latency[role]
	s.mu.Lock()
	defer s.mu.Unlock()
	shake := func(d time.Duration) time.Duration {
		return time.Duration(float64(d) * (1 + l.Jitter*(2*s.random.Float64()-1)))
	}
	return shake(l.First), shake(l.Rest)
}

// chance gives a number from 0 to 1.
func (s *Server) chance() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.random.Float64()
}

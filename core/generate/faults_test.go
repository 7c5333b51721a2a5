package generate_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/generate"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/model/gemini"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/model/ondevice"
	"edusmart/core/story"
	"edusmart/core/usage"
)

const faultPages = 5

// trial is one story made over a service with faults.
type trial struct {
	t      *testing.T
	server *geminitest.Server
	ledger *usage.Ledger
	desk   *model.Desk
	dir    string

	transport http.RoundTripper
}

func newTrial(t *testing.T, o geminitest.Options) *trial {
	t.Helper()
	o.PictureSide, o.VoiceRate, o.Latency = 64, 8000, map[story.PartKind]geminitest.Latency{
		story.Text: {First: time.Second, Rest: 3 * time.Second}, story.Picture: {First: 4 * time.Second, Jitter: 0.3}, story.Voice: {First: 3 * time.Second, Jitter: 0.3},
	}
	tr := &trial{t: t, server: geminitest.New(o), dir: shelf(t)}
	tr.transport = overHTTP(t, tr.server.Handler())
	ledger, err := usage.Open(filepath.Join(tr.dir, "calls.jsonl"), usage.DefaultPrices(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ledger.Close(); err != nil {
			t.Error(err)
		}
	})
	tr.ledger, tr.desk = ledger, tr.newDesk(ledger)
	return tr
}

func (tr *trial) newDesk(meter model.Meter) *model.Desk {
	tr.t.Helper()
	client, err := gemini.New(tr.t.Context(), gemini.Config{Key: "test-key-of-no-value", BaseURL: "http://gemini.invalid", Transport: tr.transport})
	if err != nil {
		tr.t.Fatal(err)
	}
	s := &studio{pages: faultPages}
	return model.NewDesk(model.DeskConfig{
		Service: client, Ladders: gemini.DefaultLadders(), Meter: meter,
		Device: model.Makers{Writer: s, Illustrator: s, Narrator: s, Rewriter: ondevice.NewRewriter()},
	})
}

// run makes the story, or goes on with it.
func (tr *trial) run(ctx context.Context) (*story.Story, error) {
	tr.t.Helper()
	lib, err := library.Open(filepath.Join(tr.dir, "library"))
	if err != nil {
		tr.t.Fatal(err)
	}
	s, err := lib.Load("river-1")
	if err != nil {
		s = &story.Story{
			ID: "river-1", Status: story.Making, Language: "en", Grade: 5,
			Options: story.Options{Pages: faultPages, Grade: 5, Writer: story.Gemini, Illustrator: story.Gemini, Narrator: story.Gemini},
		}
	}
	return s, generate.Run(ctx, generate.Job{
		Story: s, Library: lib, Makers: tr.desk, Parallel: 2*faultPages + 1,
		Read:   func(context.Context) (*story.Document, model.Scan, error) { return lessonDocument(), model.Scan{}, nil },
		Report: func(generate.Progress) {},
	})
}

// check asserts what holds of every story, whatever its calls met.
func (tr *trial) check(s *story.Story, err error, what string) {
	tr.t.Helper()
	if err != nil {
		tr.t.Errorf("%s: %v", what, err)
		return
	}
	if s.Status != story.Done || len(s.Pages) != faultPages {
		tr.t.Errorf("%s: %v with %d pages", what, s.Status, len(s.Pages))
	}
	for i, p := range s.Pages {
		for kind, part := range map[story.PartKind]story.Part{story.Text: p.Parts.Text, story.Picture: p.Parts.Picture, story.Voice: p.Parts.Voice} {
			fromHere := part.Source == "device"
			switch {
			case !part.State.Usable():
				tr.t.Errorf("%s: page %d, %s: %+v", what, i+1, kind, part)
			case fromHere && (part.State != story.Fallback || part.Reason == ""):
				tr.t.Errorf("%s: page %d, %s was made here and does not say why: %+v", what, i+1, kind, part)
			}
		}
	}
	tr.checkLedger(what)
}

// checkLedger compares what was counted with what the server saw.
func (tr *trial) checkLedger(what string) {
	tr.t.Helper()
	var out strings.Builder
	if err := tr.ledger.CSV(&out, time.Now().AddDate(0, -1, 0), time.Now().AddDate(0, 0, 1)); err != nil {
		tr.t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		tr.t.Fatal(err)
	}
	if counted, saw := len(rows)-1, len(tr.server.Requests()); counted != saw {
		tr.t.Errorf("%s: %d calls counted, the server saw %d", what, counted, saw)
	}
}

// usable counts the good answers that were given to a role.
func (tr *trial) usable(role story.PartKind) (n int) {
	for _, r := range tr.server.Requests() {
		if r.Role == role && r.Answered && r.Fault.Harmless() {
			n++
		}
	}
	return n
}

// checkPaid asserts that every good picture and voice that the server knows to
// have come is in the story, once.
func (tr *trial) checkPaid(s *story.Story, what string) {
	tr.t.Helper()
	var pictures, voices int
	for _, p := range s.Pages {
		if strings.HasPrefix(p.Parts.Picture.Source, "gemini:") {
			pictures++
		}
		if strings.HasPrefix(p.Parts.Voice.Source, "gemini:") {
			voices++
		}
	}
	if got := tr.usable(story.Picture); got > pictures {
		tr.t.Errorf("%s: %d pictures came, %d are kept", what, got, pictures)
	}
	if got := tr.usable(story.Voice); got > voices {
		tr.t.Errorf("%s: %d voices came, %d are kept", what, got, voices)
	}
}

// soak says how many seeds a random test goes through: few in every run of the
// tests, as many as EDUSMART_SEEDS says in the soak run.
func soak(t *testing.T, few int) int {
	t.Helper()
	seeds := few
	if testing.Short() {
		seeds = max(1, few/8)
	}
	if n := os.Getenv("EDUSMART_SEEDS"); n != "" {
		if _, err := fmt.Sscan(n, &seeds); err != nil {
			t.Fatal(err)
		}
	}
	return seeds
}

// TestEveryFaultAtEveryCall meets each fault at each call of its role in the
// soak run; in every run of the tests once, in turn at the first call and at
// the last.
func TestEveryFaultAtEveryCall(t *testing.T) {
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		for i, fault := range geminitest.Faults(role) {
			if testing.Short() && i%8 != 0 {
				continue // the whole list is met without the race detector
			}
			calls := []int{i % 2 * (faultPages - 1)}
			switch {
			case role == story.Text:
				calls[0] = 0
			case os.Getenv("EDUSMART_SEEDS") != "":
				calls = []int{0, 1, 2, 3, 4}
			}
			for _, n := range calls {
				what := fmt.Sprintf("%s call %d: %s", role, n+1, fault)
				t.Run(what, func(t *testing.T) {
					inBubble(t, func(t *testing.T) {
						tr := newTrial(t, geminitest.Options{})
						tr.server.Script(role, append(make([]geminitest.Fault, n), fault)...)
						s, err := tr.run(t.Context())
						tr.check(s, err, what)
						tr.checkPaid(s, what)
					})
				})
			}
		}
	}
}

// TestFaultsAtRandom meets faults by chance.
func TestFaultsAtRandom(t *testing.T) {
	for seed := range soak(t, 24) {
		rate := []float64{0.1, 0.3, 0.6, 1}[seed%4]
		what := fmt.Sprintf("seed %d, %.0f %% of faults", seed, 100*rate)
		t.Run(what, func(t *testing.T) {
			inBubble(t, func(t *testing.T) {
				tr := newTrial(t, geminitest.Options{Seed: uint64(seed), FaultRate: rate})
				s, err := tr.run(t.Context())
				tr.check(s, err, what)
				tr.checkPaid(s, what)
			})
		})
	}
}

// TestStoppedAnywhereAndGoneOnWith stops a job at random moments, again and
// again, until it is done: no answer that came is asked for again.
func TestStoppedAnywhereAndGoneOnWith(t *testing.T) {
	for seed := range soak(t, 16) {
		what := fmt.Sprintf("seed %d", seed)
		t.Run(what, func(t *testing.T) {
			inBubble(t, func(t *testing.T) {
				random := rand.New(rand.NewPCG(uint64(seed), 1))
				tr := newTrial(t, geminitest.Options{Seed: uint64(seed), FaultRate: 0.2, Random: []geminitest.Fault{
					geminitest.BareQuota, geminitest.QuotaMinute, geminitest.Overloaded, geminitest.Reset, geminitest.NoImage, geminitest.Silence,
				}})
				var s *story.Story
				for try := 0; ; try++ {
					if try == 200 {
						t.Fatalf("%s: it never ends", what)
					}
					ctx, cancel := context.WithTimeout(t.Context(), time.Duration(random.Int64N(int64(40*time.Second))))
					var err error
					begun := time.Now()
					s, err = tr.run(ctx)
					late := ctx.Err() != nil
					cancel()
					if err == nil {
						break
					}
					if !late {
						t.Fatalf("%s: %v after %v", what, err, time.Since(begun))
					}
				}
				tr.check(s, nil, what)
				tr.checkPaid(s, what)
			})
		})
	}
}

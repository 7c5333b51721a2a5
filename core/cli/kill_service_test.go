package cli_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"edusmart/core/cli"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// onlineOptions is a service quick enough to be killed many times.
func onlineOptions(seed uint64) geminitest.Options {
	return geminitest.Options{
		Seed: seed, PictureSide: 64, VoiceRate: 16_000,
		Latency: map[story.PartKind]geminitest.Latency{
			story.Text:    {First: 150 * time.Millisecond, Rest: 500 * time.Millisecond},
			story.Picture: {First: 300 * time.Millisecond, Jitter: 0.4},
			story.Voice:   {First: 250 * time.Millisecond, Jitter: 0.4},
		},
	}
}

// TestKillBetweenCallsPaysNothingTwice kills the program while a service is
// asked, and goes on: no call whose answer had arrived is seen again.
func TestKillBetweenCallsPaysNothingTwice(t *testing.T) {
	lesson := testdata(t, "lesson-en.txt")
	t.Setenv("GEMINI_API_KEY", "a-key-of-no-value-for-a-fake")
	t.Setenv("GOOGLE_API_KEY", "")
	// How long a run takes here and now tells how long an answer needs, at the
	// most, from the server's last byte to the disk: one that was sent so
	// shortly before the kill may not have arrived.
	t.Setenv("GOOGLE_GEMINI_BASE_URL", geminitest.New(onlineOptions(0)).Start(t))
	begun := time.Now()
	if _, errOut, status := run(t, t.TempDir(), shortCreate(lesson)...); status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	whole := time.Since(begun)
	arrival := max(250*time.Millisecond, whole/3)

	random := rand.New(rand.NewPCG(3, 4))
	for n := range max(1, kills(t)/2) {
		moment := time.Duration(random.Int64N(int64(whole)))
		t.Run(fmt.Sprintf("%d after %v", n, moment.Round(time.Millisecond)), func(t *testing.T) {
			server := geminitest.New(onlineOptions(uint64(n)))
			t.Setenv("GOOGLE_GEMINI_BASE_URL", server.Start(t))
			home := t.TempDir()
			killAt(t, home, lesson, moment)
			killed := time.Now()
			finishedParts(t, home) // and so the library opens
			out, errOut, status := run(t, home, shortCreate(lesson)...)
			if status != cli.OK {
				t.Fatalf("the second run: status %d: %s", status, errOut)
			}
			checkAskedOnce(t, server, killed.Add(-arrival), killed)
			checkCounted(t, out, len(server.Requests()))
		})
	}
}

// checkAskedOnce looks for calls that were sent after the kill though the same
// had been answered and had arrived before it.
func checkAskedOnce(t *testing.T, server *geminitest.Server, arrived, killed time.Time) {
	t.Helper()
	answered := map[[32]byte]bool{}
	for _, r := range server.Requests() {
		body := sha256.Sum256(r.Body)
		if r.Time.After(killed) && answered[body] {
			t.Errorf("%s was asked twice of %s, %v after the kill: %.80q", r.Role, r.Model, r.Time.Sub(killed), r.Prompt)
		}
		// The server notes when a call came; it had answered it by the latency
		// at the latest.
		if r.Answered && r.Time.Add(longest(r.Role)).Before(arrived) {
			answered[body] = true
		}
	}
}

// longest is the longest that an answer of a role takes.
func longest(role story.PartKind) time.Duration {
	l := onlineOptions(0).Latency[role]
	return time.Duration(float64(l.First+l.Rest) * (1 + l.Jitter))
}

// checkCounted compares the calls that the program has counted with those that
// the server saw: what was killed in mid-call is counted too.
func checkCounted(t *testing.T, out string, saw int) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var done struct {
		Event string `json:"event"`
		Calls int    `json:"calls"`
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &done); err != nil || done.Event != "done" {
		t.Fatalf("the last line is %q", lines[len(lines)-1])
	}
	// A call that was killed after it was written down and before it was sent
	// is counted and was not seen.
	if done.Calls < saw {
		t.Errorf("%d calls counted, the server saw %d", done.Calls, saw)
	}
}

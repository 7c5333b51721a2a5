package usage

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

const (
	writer      = "gemini-2.5-flash-lite"
	illustrator = "gemini-2.5-flash-image"
	narrator    = "gemini-2.5-flash-preview-tts"
)

// childPath is set in the process that TestKilled starts and kills.
const childPath = "EDUSMART_LEDGER_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		sendForEver(path)
	}
	os.Exit(m.Run())
}

func ledgerPath(t testing.TB) string { return filepath.Join(t.TempDir(), "usage.jsonl") }

func openLedger(t testing.TB, path string) *Ledger {
	t.Helper()
	l, err := Open(path, DefaultPrices(), slog.New(slog.NewTextHandler(testLog{t}, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

type testLog struct{ t testing.TB }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Logf("%s", p)
	return len(p), nil
}

// send counts one attempt.
func send(t testing.TB, l *Ledger, u model.Use) {
	t.Helper()
	ctx := model.WithCall(context.Background(), &model.Call{Story: u.Story, Role: u.Role, Page: u.Page})
	done, err := l.Begin(ctx, u.Model)
	if err != nil {
		t.Fatal(err)
	}
	if err := done(u); err != nil {
		t.Fatal(err)
	}
}

// voice is an answered attempt of the narrator that costs usd.
func voice(id string, at time.Time, usd float64) model.Use {
	return model.Use{
		Time: at, Story: id, Role: story.Voice, Page: 0, Op: "narrate page", Model: narrator, N: 1, Of: 6,
		Final: true, Latency: 4 * time.Second, Tokens: model.Tokens{Out: int(usd / 10 * 1e6)},
	}
}

func kindOf(err error) model.Kind { return model.KindOf(err) }

func closeTo(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

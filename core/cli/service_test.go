package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/cli"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// online gives the environment of a program that has a key for a fake service.
func online(t *testing.T, o geminitest.Options) *geminitest.Server {
	t.Helper()
	o.PictureSide, o.VoiceRate = 64, 16_000
	server := geminitest.New(o)
	t.Setenv("GOOGLE_GEMINI_BASE_URL", server.Start(t))
	t.Setenv("GEMINI_API_KEY", "a-key-of-no-value-for-a-fake")
	t.Setenv("GOOGLE_API_KEY", "")
	return server
}

func TestAttemptsAreToldOnTheCommandLine(t *testing.T) {
	server := online(t, geminitest.Options{Hint: time.Second})
	server.Script(story.Voice, geminitest.QuotaMinute)
	out, errOut, status := run(t, t.TempDir(), "create", "--json", "--pages", "5", testdata(t, "lesson-en.txt"))
	if status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	attempts, cost := 0, 0.0
	for line := range strings.Lines(out) {
		var e struct {
			Event, Part, Kind, Model string
			Attempt, Of, Page, Calls int
			Wait                     float64 `json:"wait_s"`
			Cost                     float64 `json:"cost_usd"`
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		switch e.Event {
		case "attempt":
			attempts++
			if e.Part != "voice" || e.Kind != "quota" || e.Attempt != 1 || e.Of != 6 || e.Page < 1 || e.Wait <= 0 || e.Model == "" {
				t.Errorf("%+v", e)
			}
		case "done":
			cost = e.Cost
			if e.Calls != len(server.Requests()) {
				t.Errorf("%d calls told, the server saw %d", e.Calls, len(server.Requests()))
			}
		}
	}
	if attempts != 1 || cost <= 0 {
		t.Errorf("%d attempts, $%g", attempts, cost)
	}
}

func TestEachMakerIsChosenOnTheCommandLine(t *testing.T) {
	server := online(t, geminitest.Options{})
	home := t.TempDir()
	_, errOut, status := run(t, home, "create", "--pages", "5", "--writer", "device", "--narrator", "gemini", "--illustrator", "device", testdata(t, "lesson-en.txt"))
	if status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	for _, r := range server.Requests() {
		if r.Role != story.Voice {
			t.Errorf("%s was asked of %s", r.Role, r.Model)
		}
	}
	if server.Count(story.Voice) == 0 {
		t.Error("no voice was asked for")
	}
}

func TestPersonalDataIsToldBeforeItIsSent(t *testing.T) {
	online(t, geminitest.Options{})
	path := filepath.Join(t.TempDir(), "class.txt")
	text := "Class list of grade 5\n\nAnna Miller, phone 0171 2345678\nBen Schmidt, phone 0160 9876543\nCarla Novak, phone 0152 1112223\n\n" +
		"Rivers carry water from the mountains to the sea. They begin as springs and grow on their way. Rain and snow feed them."
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, errOut, _ := run(t, t.TempDir(), "create", path)
	if !strings.Contains(errOut, "telephone numbers") || strings.Count(errOut, "\n") != 1 {
		t.Errorf("stderr: %q", errOut)
	}
	_, errOut, _ = run(t, t.TempDir(), "create", "--writer", "device", "--illustrator", "device", "--narrator", "device", path)
	if errOut != "" {
		t.Errorf("on this computer alone: %q", errOut)
	}
}

package core_test

import (
	"bytes"
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/export/exporttest"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// theKey is a key of no value; no byte that the application writes may hold
// it.
const theKey = "AQ.Ab8RN6-a-key-of-no-value-at-all-7Qk4"

// openOnline opens an App that reaches a fake service over HTTP and has a key
// for it in its environment.
func openOnline(t *testing.T, home string, o geminitest.Options, log *slog.Logger) (*core.App, *geminitest.Server) {
	t.Helper()
	o.Key, o.PictureSide, o.VoiceRate = theKey, 128, 16_000
	server := geminitest.New(o)
	t.Setenv("GOOGLE_GEMINI_BASE_URL", server.Start(t))
	t.Setenv("GEMINI_API_KEY", theKey)
	t.Setenv("GOOGLE_API_KEY", "")
	a, err := core.Open(core.Config{Home: home, Reading: exporttest.ReadingFont(t), Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	await(t, a, "the key is found", func(s core.ServiceState) bool { return s.Key.Set })
	return a, server
}

// makeNow makes the lesson into a story of five pages and waits for it.
func makeNow(t *testing.T, a *core.App, report func(generate.Progress)) *story.Story {
	t.Helper()
	s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-en.txt"), Options: story.Options{Pages: 5, Grade: 5}}, report)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sources counts the parts of a story by where they came from: "gemini",
// "device" or "document".
func sources(s *story.Story) map[string]int {
	n := map[string]int{}
	for _, p := range s.Pages {
		for _, part := range []story.Part{p.Parts.Text, p.Parts.Picture, p.Parts.Voice} {
			source, _, _ := strings.Cut(part.Source, ":")
			n[source]++
		}
	}
	return n
}

func TestWithAKeyAStoryIsMadeByTheService(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	s := makeNow(t, a, nil)
	if got := sources(s); got["gemini"] != 15 {
		t.Errorf("the parts came from %v", got)
	}
	if s.Options.Writer != story.Gemini || len(s.Quiz) < 5 {
		t.Errorf("written by %q with %d questions", s.Options.Writer, len(s.Quiz))
	}
	for i, p := range s.Pages {
		// The fake service hums: no word of the text can be heard in it.
		if p.Timing != story.BySentence || len(p.Words) != len(p.Sentences) {
			t.Errorf("page %d: %d times for %d sentences, timing %q", i+1, len(p.Words), len(p.Sentences), p.Timing)
		}
	}
	asked := len(server.Requests())
	again := makeNow(t, a, nil)
	if again.ID != s.ID || len(server.Requests()) != asked {
		t.Errorf("the same document asked %d times more", len(server.Requests())-asked)
	}
	if spent := a.Spent(s.ID); spent.Calls != asked || spent.Cost <= 0 {
		t.Errorf("%d calls counted for $%.4f, the server saw %d", spent.Calls, spent.Cost, asked)
	}
	use := await(t, a, "the usage", func(u core.UsageState) bool { return u.Today.Calls == asked })
	if use.Today.Stories != 1 || len(use.Log) != asked {
		t.Errorf("%d stories, %d in the log", use.Today.Stories, len(use.Log))
	}
}

func TestThisComputerOnlyAsksNobody(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	a.Change(func(s *core.Settings) { s.Only = true })
	s := makeNow(t, a, nil)
	if got := sources(s); got["gemini"] != 0 || len(server.Requests()) != 0 {
		t.Errorf("the parts came from %v, %d requests", got, len(server.Requests()))
	}
	if state := a.Service(); state.Ready() || !state.Only {
		t.Errorf("%+v", state)
	}
	// Asked for by name it is made here, and says why.
	s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-en.txt"), Options: story.Options{Pages: 5, Narrator: story.Gemini}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p := s.Pages[0].Parts.Voice; p.State != story.Fallback || !strings.Contains(p.Reason, "This computer only") || len(server.Requests()) != 0 {
		t.Errorf("%+v, %d requests", p, len(server.Requests()))
	}
}

func TestSwitchingToThisComputerOnlyStopsWhatIsUnderWay(t *testing.T) {
	slow := map[story.PartKind]geminitest.Latency{story.Picture: {First: time.Hour}, story.Voice: {First: time.Hour}}
	a, _ := openOnline(t, t.TempDir(), geminitest.Options{Latency: slow}, nil)
	switched := false
	s := makeNow(t, a, func(p generate.Progress) {
		if p.Phase == generate.MakingPages && !switched {
			switched = true
			a.Change(func(s *core.Settings) { s.Only = true })
		}
	})
	for i, p := range s.Pages {
		if p.Parts.Voice.State != story.Fallback || p.Parts.Picture.State != story.Fallback {
			t.Errorf("page %d: %+v", i+1, p.Parts)
		}
	}
}

func TestABadKeyIsSaidOnceAndTheStoryIsMadeHere(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	server.InjectTimes("", geminitest.BadKey, -1)
	s := makeNow(t, a, nil)
	if got := sources(s); got["gemini"] != 0 {
		t.Errorf("the parts came from %v", got)
	}
	if n := len(server.Requests()); n != 1 {
		t.Errorf("%d calls were sent with a key that was not accepted", n)
	}
	if reason := s.Pages[0].Parts.Text.Reason; !strings.Contains(reason, "key") {
		t.Errorf("it says %q", reason)
	}
}

func TestTheCapIsNeverPassed(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	a.Change(func(s *core.Settings) { s.Cap = 0.10 })
	s := makeNow(t, a, nil)
	if spent := a.Spent(s.ID).Cost; spent > 0.10 {
		t.Errorf("$%.4f spent of $0.10", spent)
	}
	got := sources(s)
	if got["device"] == 0 || len(server.Requests()) == 0 {
		t.Errorf("the parts came from %v with %d requests", got, len(server.Requests()))
	}
	for i, p := range s.Pages {
		if p.Parts.Picture.Source == "device" && !strings.Contains(p.Parts.Picture.Reason, "$0.10") {
			t.Errorf("page %d says %q", i+1, p.Parts.Picture.Reason)
		}
	}
}

func TestTheKeyIsTestedWithEachModel(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{Gone: map[string]string{"gemini-2.0-flash-lite": ""}}, nil)
	server.Script(story.Voice, geminitest.Forbidden)
	a.TestKey()
	state := await(t, a, "the test is over", func(s core.ServiceState) bool {
		for _, r := range s.Roles {
			if r.Test.State != core.CellReady && r.Test.State != core.CellFailed {
				return false
			}
		}
		return !s.Key.Busy
	})
	if state.Roles[0].Test.State != core.CellReady || state.Roles[1].Test.State != core.CellReady {
		t.Errorf("text %+v, pictures %+v", state.Roles[0].Test, state.Roles[1].Test)
	}
	if v := state.Roles[2].Test; v.State != core.CellFailed || v.Say == "" {
		t.Errorf("voice %+v", v)
	}
}

func TestAModelThatIsGoneIsReplacedAndSaidOnce(t *testing.T) {
	gone := map[string]string{"gemini-2.0-flash-lite": "gemini-2.5-flash-lite", "gemini-2.5-flash-image": ""}
	home := t.TempDir()
	a, server := openOnline(t, home, geminitest.Options{Gone: gone}, nil)
	s := makeNow(t, a, nil)
	if got := sources(s); got["gemini"] != 15 {
		t.Errorf("the parts came from %v", got)
	}
	m := await(t, a, "it is said", func(m core.Message) bool { return m.ID > 0 })
	if !strings.Contains(m.Text, "shut down") {
		t.Errorf("said: %q", m.Text)
	}
	lost := 0
	for _, r := range server.Requests() {
		if r.Status == http.StatusNotFound {
			lost++
		}
	}
	if lost != 2 {
		t.Errorf("%d calls to models that are gone", lost)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	// The next run knows.
	next, second := openOnline(t, home, geminitest.Options{Gone: gone}, nil)
	if _, err := next.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-es.txt"), Options: story.Options{Pages: 5}}, nil); err != nil {
		t.Fatal(err)
	}
	for _, r := range second.Requests() {
		if r.Status == http.StatusNotFound {
			t.Errorf("%s was asked again", r.Model)
		}
	}
}

// TestTheKeyIsWrittenNowhere makes a story, fails at several calls, exports
// and logs, and looks through every byte that was written. The key's own file
// is the one place for it.
func TestTheKeyIsWrittenNowhere(t *testing.T) {
	home := t.TempDir()
	var log bytes.Buffer
	a, server := openOnline(t, home, geminitest.Options{}, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	server.Script(story.Picture, geminitest.Forbidden, geminitest.NoImage, geminitest.DropMidway, geminitest.Garbage)
	server.Script(story.Voice, geminitest.Silence, geminitest.Reset, geminitest.HTMLPage, geminitest.BadRequest)
	s := makeNow(t, a, nil)
	export := filepath.Join(home, "river.edusmart")
	if err := a.ExportNow(t.Context(), s.ID, core.StoryFormat, export, nil); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(home, "calls.csv")
	a.ExportUsage(table)
	await(t, a, "the calls are exported", func(m core.Message) bool { return strings.Contains(m.Text, table) })
	server.InjectTimes("", geminitest.LeakedKey, -1)
	a.SetKey(theKey)
	await(t, a, "the key is kept", func(s core.ServiceState) bool { return s.Key.Where == "file" || s.Key.Where == "keyring" })
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(log.String(), theKey) {
		t.Error("the log holds the key")
	}
	files := 0
	err := filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(theKey)) && path != core.PlacesOf(core.Config{Home: home}).Key {
			t.Errorf("%s holds the key", path)
		}
		return err
	})
	if err != nil || files < 15 {
		t.Errorf("%d files looked through: %v", files, err)
	}
	if info, err := os.Stat(core.PlacesOf(core.Config{Home: home}).Key); err == nil && info.Mode().Perm() != 0o600 {
		t.Errorf("the key's file is %v", info.Mode())
	}
}

func TestStoppingAWaitingJobTakesNoTime(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{Hint: time.Minute}, nil)
	server.InjectTimes("", geminitest.QuotaMinute, -1)
	ctx, cancel := context.WithCancel(t.Context())
	var stopped time.Time
	_, err := a.CreateNow(ctx, core.Request{Path: lesson(t, "lesson-en.txt"), Options: story.Options{Pages: 5}}, func(p generate.Progress) {
		if p.Attempt != nil && stopped.IsZero() {
			stopped = time.Now()
			cancel()
		}
	})
	if model.KindOf(err) != model.Canceled || time.Since(stopped) > 500*time.Millisecond {
		t.Errorf("%v after %v", err, time.Since(stopped))
	}
}

func TestPersonalDataIsSeenBeforeItLeaves(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	path := filepath.Join(t.TempDir(), "class.txt")
	text := "Class list of grade 5\n\nAnna Miller, phone 0171 2345678\nBen Schmidt, phone 0160 9876543\nCarla Novak, phone 0152 1112223\n\nRivers carry water from the mountains to the sea. They begin as springs and grow on their way."
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	a.OpenDocument(path)
	d := await(t, a, "it is seen", func(d core.DocumentState) bool { return d.Private != "" })
	if len(d.PrivatePages) != 1 || len(server.Requests()) != 0 {
		t.Errorf("on pages %v, %d requests", d.PrivatePages, len(server.Requests()))
	}
}

package core_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/library"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// openMade opens an App that has a story.
func openMade(t *testing.T) (home string, a *core.App, made core.StoryState) {
	t.Helper()
	home, id := homeWithStory(t)
	a = openApp(t, home)
	s, err := a.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return home, a, core.StoryState{ID: id, Dir: a.Dir(id), Story: s}
}

// drilled checks stories and waits for the end.
func drilled(t *testing.T, a *core.App, ids ...string) core.DrillState {
	t.Helper()
	number := a.Drill(ids)
	return await(t, a, "the check ends", func(d core.DrillState) bool {
		return !d.Running && d.Number == number
	})
}

// cardOf waits for a story's card to be ready without a network, or not.
func awaitReady(t *testing.T, a *core.App, id string, ready bool) {
	t.Helper()
	await(t, a, "the card", func(l core.LibraryState) bool {
		return slices.ContainsFunc(l.Cards, func(c core.Card) bool { return c.ID == id && c.Ready == ready })
	})
}

// findings gives what was found of a story, each as "page part".
func findings(s core.DrillStory) []string {
	var all []string
	for _, f := range s.Findings {
		all = append(all, string(rune('0'+f.Page))+" "+f.Part)
	}
	return all
}

func TestAStoryIsReadyOfflineOnceItWasCheckedUntilItChanges(t *testing.T) {
	home, a, made := openMade(t)
	id := made.ID
	awaitReady(t, a, id, false) // whole, and not checked yet
	before := a.Settings()

	d := drilled(t, a, id)
	s := d.Stories[0]
	if s.Stage != core.DrillReady || len(s.Findings) != 0 {
		t.Fatalf("a whole story is %s: %v", s.Stage, s.Findings)
	}
	words, seconds := 0, 0.0
	for _, p := range made.Story.Pages {
		words += len(p.Words)
		seconds += p.Seconds
	}
	if s.Pages != len(made.Story.Pages) || s.Pictures < 1 || s.Sounds != s.Pages || s.Words < words*9/10 || s.Words > words {
		t.Errorf("%d pages, %d pictures, %d sounds and %d of %d words were checked", s.Pages, s.Pictures, s.Sounds, s.Words, words)
	}
	if played := s.Played.Seconds(); played < seconds-1 || played > seconds+1 {
		t.Errorf("%.1f s of %.1f were played", played, seconds)
	}
	if s.Files < 1 {
		t.Error("nothing was exported")
	}
	if d.Refused != 0 {
		t.Errorf("%d tries to use the network", d.Refused)
	}
	if after := a.Settings(); after.Only != before.Only || after.Speed != before.Speed {
		t.Error("the settings are others now")
	}
	if left, _ := filepath.Glob(filepath.Join(home, "cache", "work", "*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	awaitReady(t, a, id, true)
	if now, err := a.Load(id); err != nil || !now.Modified.Equal(made.Story.Modified) {
		t.Errorf("the check was an edit: %v", err)
	}

	a.Pass(id, 0, true)
	awaitReady(t, a, id, false)
	drilled(t, a)
	awaitReady(t, a, id, true)
}

func TestReadyOfflineIsRememberedAndEndsWithAFileThatGoes(t *testing.T) {
	home, a, made := openMade(t)
	drilled(t, a, made.ID)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	again := openApp(t, home)
	awaitReady(t, again, made.ID, true)
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(made.Dir, made.Story.Pages[1].Narration)); err != nil {
		t.Fatal(err)
	}
	awaitReady(t, openApp(t, home), made.ID, false)
}

func TestTheCheckNamesWhatIsMissing(t *testing.T) {
	_, a, made := openMade(t)
	pages := made.Story.Pages
	cut := func(rel string) {
		path := filepath.Join(made.Dir, rel)
		data, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(path, data[:len(data)/2], 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(made.Dir, pages[1].Narration)); err != nil {
		t.Fatal(err)
	}
	cut(pages[2].Picture)
	cut(pages[3].Narration)
	cut(made.Story.Source.File)
	d := drilled(t, a, made.ID)
	s := d.Stories[0]
	want := []string{"2 voice", "3 picture", "4 voice", "0 document"}
	if got := findings(s); s.Stage != core.DrillLacking || !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", s.Stage, got, want)
	}
	for _, f := range s.Findings {
		if !strings.HasSuffix(f.Say, ".") || f.Page > 0 && !strings.Contains(f.Say, "page "+string(rune('0'+f.Page))) {
			t.Errorf("it says %q", f.Say)
		}
	}
	if s.Pages != len(pages) {
		t.Errorf("%d of %d pages were played: a missing voice is no reason to stand still", s.Pages, len(pages))
	}
	awaitReady(t, a, made.ID, false)
}

// TestTheCheckLooksBeyondTheSum puts files in place that are what their names
// say, and that are no picture and no sound.
func TestTheCheckLooksBeyondTheSum(t *testing.T) {
	home, a, made := openMade(t)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	s := made.Story.Clone()
	var whole bytes.Buffer
	if err := png.Encode(&whole, image.NewGray(image.Rect(0, 0, 64, 64))); err != nil {
		t.Fatal(err)
	}
	put := func(data []byte, ending string) string {
		rel, err := lib.PutAsset(s.ID, data, ending)
		if err != nil {
			t.Fatal(err)
		}
		return rel
	}
	short, err := lib.ReadAsset(s.ID, s.Pages[2].Narration)
	if err != nil {
		t.Fatal(err)
	}
	s.Pages[0].Picture = put(whole.Bytes()[:whole.Len()-20], "png")
	s.Pages[1].Narration = put([]byte("RIFF nothing"), "wav")
	s.Pages[2].Narration = put(short[:len(short)/3], "wav")
	s.Pages[3].Words[2], s.Pages[3].Words[4] = s.Pages[3].Words[4], s.Pages[3].Words[2]
	s.Pages[4].Parts.Picture = story.Part{State: story.Skipped}
	s.Source.File = ""
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	b := openApp(t, home)
	d := drilled(t, b, s.ID)
	want := []string{"1 picture", "2 voice", "3 voice", "5 picture", "0 document", "4 voice"}
	if got := findings(d.Stories[0]); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAStoryThatCannotBeOpenedIsNamed(t *testing.T) {
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "library", "torn-1"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "library", "torn-1", "story.json"), []byte(`{"format":1,`), 0o644); err != nil {
		t.Fatal(err)
	}
	a := openApp(t, home)
	s := drilled(t, a, "torn-1", "gone-1")
	for _, one := range s.Stories {
		if one.Stage != core.DrillLacking || len(one.Findings) != 1 || !strings.HasSuffix(one.Findings[0].Say, ".") {
			t.Errorf("%s: %s %v", one.ID, one.Stage, one.Findings)
		}
	}
}

func TestNothingGetsOutDuringTheCheckAndTheWayIsOpenAgainAfterIt(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	made := makeNow(t, a, nil)
	asked := len(server.Requests())
	a.Drill([]string{made.ID})
	await(t, a, "a story is being checked", func(d core.DrillState) bool { return d.Running && d.Share > 0 })
	a.TestKey()
	tested := func(state core.CellState) {
		t.Helper()
		await(t, a, "the key is tested", func(s core.ServiceState) bool {
			return !s.Key.Busy && s.Roles[0].Test.State == state && s.Roles[1].Test.State == state && s.Roles[2].Test.State == state
		})
	}
	tested(core.CellFailed)
	d := await(t, a, "the check ends", func(d core.DrillState) bool { return !d.Running })
	if got := len(server.Requests()); got != asked {
		t.Errorf("%d requests got out", got-asked)
	}
	if d.Refused < 3 {
		t.Errorf("%d tries were refused", d.Refused)
	}
	if s := d.Stories[0]; s.Stage != core.DrillReady {
		t.Errorf("%s: %v", s.Stage, s.Findings)
	}
	a.TestKey()
	tested(core.CellReady)
	if len(server.Requests()) == asked {
		t.Error("the network is still blocked")
	}
}

func TestThisComputerOnlyOutlastsTheCheck(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	a.Change(func(s *core.Settings) { s.Only = true })
	made := makeNow(t, a, nil)
	d := drilled(t, a, made.ID)
	if d.Refused != 0 || d.Err != "" {
		t.Errorf("%+v", d)
	}
	again := makeNow(t, a, nil)
	if !a.Settings().Only || len(server.Requests()) != 0 || sources(again)["gemini"] != 0 {
		t.Errorf("%d requests got out", len(server.Requests()))
	}
}

func TestACheckThatIsStoppedLeavesNothingBehind(t *testing.T) {
	home := t.TempDir()
	a, server := openOnline(t, home, geminitest.Options{}, nil)
	made := makeNow(t, a, nil)
	a.Drill([]string{made.ID, made.ID})
	await(t, a, "it plays", func(d core.DrillState) bool {
		return slices.ContainsFunc(d.Stories, func(s core.DrillStory) bool { return strings.HasPrefix(s.Doing, "Playing") })
	})
	a.CancelDrill()
	d := await(t, a, "the check ends", func(d core.DrillState) bool { return !d.Running })
	if !d.Canceled || d.Err != "" || d.Stories[0].Stage != core.DrillStopped || d.Stories[1].Stage != core.DrillStopped {
		t.Errorf("%+v", d)
	}
	if left, _ := filepath.Glob(filepath.Join(home, "cache", "work", "*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	awaitReady(t, a, made.ID, false)
	asked := len(server.Requests())
	a.TestKey()
	await(t, a, "the key is tested", func(s core.ServiceState) bool { return s.Roles[0].Test.State == core.CellReady })
	if len(server.Requests()) == asked {
		t.Error("the network is still blocked")
	}
}

func TestTheCheckWaitsForNoStoryAndAStoryForNoCheck(t *testing.T) {
	_, a, made := openMade(t)
	a.Drill([]string{made.ID})
	await(t, a, "it runs", func(d core.DrillState) bool { return d.Running && d.Share > 0 })
	a.Resume(made.ID)
	d := await(t, a, "the check ends", func(d core.DrillState) bool { return !d.Running })
	if !d.Canceled {
		t.Errorf("the story was made behind a shut network: %+v", d)
	}
	await(t, a, "the story is finished", func(s core.StoryState) bool { return s.ID == made.ID && s.Job != nil && !s.Job.Active() })
	if d := drilled(t, a, made.ID); d.Stories[0].Stage != core.DrillReady {
		t.Errorf("%+v", d)
	}
}

// TestLevelsAndPicturesDoNotWaitForACheck begins what needs the network while it
// is blocked: the check gives way and says why, and the service makes it.
func TestLevelsAndPicturesDoNotWaitForACheck(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	made := makeNow(t, a, nil)
	a.OpenStory(made.ID)
	awaitStory(t, a, made.ID, "the story is open", func(core.StoryState) bool { return true })
	for what, begin := range map[string]func(){
		"a level":           func() { a.MakeLevels(made.ID, story.EasierLevel) },
		"a second language": func() { a.AddLanguage(made.ID, "es", "") },
		"a picture":         func() { a.DrawAgain(made.ID, made.Pages[0].ID, "A red boat") },
	} {
		asked := len(server.Requests())
		number := a.Drill([]string{made.ID, made.ID, made.ID})
		await(t, a, "it runs", func(d core.DrillState) bool { return d.Number == number && d.Running && d.Share > 0 })
		begin()
		d := await(t, a, "the check ends", func(d core.DrillState) bool { return d.Number == number && !d.Running })
		if !d.Canceled || !strings.HasPrefix(d.Why, "Something is being made") {
			t.Errorf("%s: the check ended as %+v", what, d)
		}
		await(t, a, what, func(core.Event) bool { return len(server.Requests()) > asked })
		rest := awaitStory(t, a, made.ID, what, func(s core.StoryState) bool {
			return len(s.Works) == 0 && s.Undo != "" && (what != "a level" || len(s.Story.Levels) == 1) && (what != "a second language" || s.Story.Also == "es")
		})
		for _, p := range rest.Story.Others() {
			if !strings.HasPrefix(p.Text.Source, "gemini:") {
				t.Errorf("%s: page %s is by %s: it was made behind a blocked network", what, p.ID, p.Text.Source)
			}
		}
	}
}

// TestACheckIsRefusedWhileLevelsAreMade leaves the network to those who use it.
func TestACheckIsRefusedWhileLevelsAreMade(t *testing.T) {
	slow := geminitest.Options{Latency: map[story.PartKind]geminitest.Latency{story.Text: {First: 2 * time.Second}}}
	a, _ := openOnline(t, t.TempDir(), slow, nil)
	made := makeNow(t, a, nil)
	a.OpenStory(made.ID)
	awaitStory(t, a, made.ID, "the story is open", func(core.StoryState) bool { return true })
	a.MakeLevels(made.ID, story.EasierLevel)
	d := drilled(t, a, made.ID)
	if !strings.HasPrefix(d.Err, "Something is being made") || d.Stories[0].Stage == core.DrillReady {
		t.Errorf("the check: %+v", d)
	}
	rest := awaitStory(t, a, made.ID, "the level", func(s core.StoryState) bool { return len(s.Story.Levels) == 1 })
	if source := rest.Story.Levels[0].Pages[0].Text.Source; !strings.HasPrefix(source, "gemini:") {
		t.Errorf("the level is by %s", source)
	}
}

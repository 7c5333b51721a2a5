package core_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/document"
	"edusmart/core/export/exporttest"
	"edusmart/core/library"
	"edusmart/core/model/ondevice"
	"edusmart/core/story"
)

func TestMain(m *testing.M) {
	if args := os.Args[1:]; len(args) > 0 {
		switch args[0] {
		case document.ChildCommand:
			os.Exit(document.Child(args[1:]))
		case ondevice.SpeakCommand:
			os.Exit(ondevice.SpeakChild(args[1:]))
		}
	}
	if home := os.Getenv(asTeacher); home != "" {
		teachForEver(home, os.Args[1], os.Args[2], os.Args[3])
	}
	status := m.Run()
	_ = os.RemoveAll(scratch) // what the tests share
	os.Exit(status)
}

// lesson gives a real document made by a real program.
func lesson(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("document", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// openApp opens an App over home; it ends with the test.
func openApp(t *testing.T, home string) *core.App {
	t.Helper()
	a, err := core.Open(core.Config{Home: home, Reading: exporttest.ReadingFont(t), Sample: []byte("A river flows down to the sea."), SampleName: "sample.txt"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// await watches a until an event satisfies want, and gives it.
func await[E core.Event](t *testing.T, a *core.App, what string, want func(E) bool) E {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	var got E
	var told []string
	found := false
	a.Watch(ctx, func(e core.Event) {
		if m, ok := e.(core.Message); ok {
			told = append(told, m.Text)
		}
		if x, ok := e.(E); ok && !found && want(x) {
			got, found = x, true
			cancel()
		}
	})
	if !found {
		t.Fatalf("never seen: %s; the teacher was told %q", what, told)
	}
	return got
}

// openLesson opens a document on the create screen and waits until it can be
// made into a story.
func openLesson(t *testing.T, a *core.App, path string) core.DocumentState {
	t.Helper()
	a.OpenDocument(path)
	return await(t, a, "the document is ready", func(d core.DocumentState) bool {
		return d.Path == path && d.Stage == core.DocumentReady
	})
}

// makeStory makes a story of a lesson and waits for its end.
func makeStory(t *testing.T, a *core.App, path string, o story.Options) core.StoryState {
	t.Helper()
	openLesson(t, a, path)
	id := a.Make(o)
	return await(t, a, "the story is finished", func(s core.StoryState) bool {
		return s.ID == id && s.Job != nil && !s.Job.Active()
	})
}

func TestADroppedDocumentIsShownWithItsThumbnails(t *testing.T) {
	a := openApp(t, t.TempDir())
	d := openLesson(t, a, lesson(t, "lesson-en.pdf"))
	if d.Info.Language != "en" || d.Info.Pages < 2 || d.Name != "lesson-en.pdf" || d.Size == 0 {
		t.Errorf("%+v", d.Info)
	}
	await(t, a, "every thumbnail", func(d core.DocumentState) bool {
		return len(d.Thumbs) == d.Info.Pages && !slices.Contains(d.Thumbs, nil)
	})
}

func TestABadDocumentSaysWhatToDo(t *testing.T) {
	a := openApp(t, t.TempDir())
	path := filepath.Join(t.TempDir(), "empty.pdf")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	a.OpenDocument(path)
	d := await(t, a, "the document fails", func(d core.DocumentState) bool { return d.Stage == core.DocumentFailed })
	if !strings.HasSuffix(d.Err, ".") || strings.Contains(d.Err, "Something went wrong") {
		t.Errorf("the teacher reads %q", d.Err)
	}
	if a.Make(story.Options{}) != "" {
		t.Error("a story is made of it all the same")
	}
}

func TestAStoryIsMadeSeenInTheLibraryAndFoundAgainAfterARestart(t *testing.T) {
	home := t.TempDir()
	a := openApp(t, home)
	done := makeStory(t, a, lesson(t, "lesson-en.docx"), story.Options{Grade: 4, Pages: 6})
	if done.Job.Phase != core.Finished || done.Story == nil || done.Job.Done != done.Job.Total {
		t.Fatalf("%+v", done.Job)
	}
	seen := await(t, a, "its card", func(l core.LibraryState) bool { return len(l.Cards) == 1 && !l.Cards[0].Making })
	if c := seen.Cards[0]; c.Title != done.Story.Title || c.Picture == "" || c.Unfinished || c.Missing != "" || c.Seconds < 10 {
		t.Errorf("%+v", c)
	}
	b := openApp(t, home)
	again := await(t, b, "the card after a restart", func(l core.LibraryState) bool { return l.Loaded && len(l.Cards) == 1 })
	if again.Cards[0].ID != done.ID {
		t.Errorf("%+v", again.Cards[0])
	}
}

func TestAStoppedStoryIsUnfinishedAndCanBeResumed(t *testing.T) {
	a := openApp(t, t.TempDir())
	openLesson(t, a, lesson(t, "lesson-en.pdf"))
	id := a.Make(story.Options{Grade: 4})
	await(t, a, "the first pages", func(s core.StoryState) bool { return s.ID == id && s.Job != nil && s.Job.Done > 2 })
	a.Stop(id)
	stopped := await(t, a, "the stop", func(s core.StoryState) bool { return s.ID == id && !s.Job.Active() })
	if stopped.Job.Phase != core.Stopped {
		t.Fatalf("it ended as %s before it was stopped", stopped.Job.Phase)
	}
	await(t, a, "the unfinished card", func(l core.LibraryState) bool {
		return len(l.Cards) == 1 && l.Cards[0].Unfinished && !l.Cards[0].Making
	})
	a.Resume(id)
	await(t, a, "the end", func(s core.StoryState) bool { return s.ID == id && s.Job.Phase == core.Finished })
}

func TestADeletedStoryIsBroughtBack(t *testing.T) {
	_, a, s := openMade(t)
	a.Delete(s.ID)
	l := await(t, a, "an empty library", func(l core.LibraryState) bool { return l.Loaded && len(l.Cards) == 0 })
	if len(l.Deleted) != 1 || l.Deleted[0].ID != s.ID {
		t.Fatalf("%+v", l.Deleted)
	}
	a.UndoDelete()
	await(t, a, "the story again", func(l core.LibraryState) bool { return len(l.Cards) == 1 && len(l.Deleted) == 0 })
}

func TestARenamedStoryKeepsItsNameAndIsFoundByIt(t *testing.T) {
	_, a, s := openMade(t)
	a.Rename(s.ID, "  Fire   mountains ")
	l := await(t, a, "the new title", func(l core.LibraryState) bool { return len(l.Cards) == 1 && l.Cards[0].Title == "Fire mountains" })
	if len(core.Find(l.Cards, "FIRE mount")) != 1 || len(core.Find(l.Cards, "glacierzzz")) != 0 {
		t.Error("search does not follow the title")
	}
	lib, err := library.Open(a.Places().Library)
	if err != nil {
		t.Fatal(err)
	}
	if saved, err := lib.Load(s.ID); err != nil || saved.Title != "Fire mountains" {
		t.Errorf("%v, %v", saved, err)
	}
}

func TestTheSameFileIsRecognised(t *testing.T) {
	_, a, s := openMade(t)
	if d := openLesson(t, a, lesson(t, "lesson-en.pdf")); len(d.Same) != 1 || d.Same[0].ID != s.ID {
		t.Errorf("%+v", d.Same)
	}
}

func TestSettingsAreKeptAndABrokenFileIsSetAside(t *testing.T) {
	home := t.TempDir()
	a := openApp(t, home)
	a.Change(func(s *core.Settings) { s.Grade, s.Pages, s.Theme = 2, 99, "dark" })
	if s := a.Settings(); s.Grade != 2 || s.Pages != core.MaxPages {
		t.Errorf("%+v", s)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if s := openApp(t, home).Settings(); s.Grade != 2 || s.Theme != "dark" {
		t.Errorf("after a restart: %+v", s)
	}
	path := core.PlacesOf(core.Config{Home: home}).Settings
	if err := os.WriteFile(path, []byte("{broken"), 0o644); err != nil {
		t.Fatal(err)
	}
	if s := openApp(t, home).Settings(); s.Grade != 5 {
		t.Errorf("after damage: %+v", s)
	}
	if data, err := os.ReadFile(path + ".broken"); err != nil || json.Valid(data) {
		t.Errorf("the broken file: %q, %v", data, err)
	}
}

func TestAWatcherSeesThePresentStateAndTheLatestChange(t *testing.T) {
	a := openApp(t, t.TempDir())
	for grade := range 13 {
		a.Change(func(s *core.Settings) { s.Grade = grade })
	}
	s := await(t, a, "the settings", func(core.SettingsState) bool { return true })
	if s.Settings.Grade != 12 {
		t.Errorf("the first state seen is grade %d", s.Settings.Grade)
	}
}

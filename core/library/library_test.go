package library_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// aStory puts a story with a picture and a narration into lib.
func aStory(t *testing.T, lib *library.Library, id string) *story.Story {
	t.Helper()
	picture, err := lib.PutAsset(id, []byte("a picture of "+id), "png")
	if err != nil {
		t.Fatal(err)
	}
	sound, err := lib.PutAsset(id, []byte("a narration of "+id), "wav")
	if err != nil {
		t.Fatal(err)
	}
	s := &story.Story{
		ID: id, Title: "Rivers", Language: "en", Grade: 4, Created: time.Unix(1_700_000_000, 0).UTC(), Status: story.Done,
		Pages: []story.Page{{
			ID: "page-01", Title: "Down to the sea", Picture: picture, Narration: sound, Seconds: 3,
			Sentences: []story.Sentence{{Text: "Water flows down.", SourcePage: 2, Quote: "Water flows down.", Place: &story.Place{Block: 1, To: 17}}},
			Words:     []story.Word{{Text: "Water", Start: 0.1, End: 0.4, To: 5}},
		}},
		Quiz: []story.Question{{Question: "Where does water flow?", Options: []string{"down", "up"}}},
	}
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	return s
}

func open(t testing.TB) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func asJSON(t *testing.T, s *story.Story) string {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestASavedStoryIsLoadedAsItWas(t *testing.T) {
	lib := open(t)
	s := aStory(t, lib, "river-1")
	got, err := lib.Load("river-1")
	if err != nil {
		t.Fatal(err)
	}
	if asJSON(t, got) != asJSON(t, s) {
		t.Errorf("loaded %s\nsaved %s", asJSON(t, got), asJSON(t, s))
	}
	data, err := lib.ReadAsset("river-1", got.Pages[0].Picture)
	if err != nil || string(data) != "a picture of river-1" {
		t.Errorf("picture %q, %v", data, err)
	}
}

func TestTheSameAssetIsKeptOnce(t *testing.T) {
	lib := open(t)
	a, errA := lib.PutAsset("river-1", []byte("same"), "png")
	b, errB := lib.PutAsset("river-1", []byte("same"), "png")
	if err := errors.Join(errA, errB); err != nil || a != b {
		t.Fatal(a, b, err)
	}
	files, err := os.ReadDir(filepath.Join(lib.Dir("river-1"), "assets"))
	if err != nil || len(files) != 1 {
		t.Errorf("%d files, %v", len(files), err)
	}
}

func TestADamagedAssetIsNotHandedOut(t *testing.T) {
	lib := open(t)
	s := aStory(t, lib, "river-1")
	if err := os.WriteFile(lib.Path("river-1", s.Pages[0].Picture), []byte("scribble"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.ReadAsset("river-1", s.Pages[0].Picture); model.KindOf(err) != model.Unusable {
		t.Errorf("got %v", err)
	}
}

func TestNothingOutsideTheStoryIsReached(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	for _, rel := range []string{"../river-1/story.json", "/etc/passwd", "assets/../story.json", "assets/x.png", ""} {
		if p := lib.Path("river-1", rel); p != "" {
			t.Errorf("%q is %q", rel, p)
		}
	}
	for _, id := range []string{"..", "../river-1", "", "river-1/..", "/river-1"} {
		if _, err := lib.Load(id); err == nil {
			t.Errorf("the id %q was loaded", id)
		}
	}
}

func TestAListingShowsDamagedStoriesAndSkipsFoldersThatWereNeverStories(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	aStory(t, lib, "broken-1")
	path := filepath.Join(lib.Dir("broken-1"), "story.json")
	if err := os.WriteFile(path, []byte(`{"format":1,`), 0o644); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(lib.Root(), "never-a-story", "assets"), 0o755); err != nil {
		t.Fatal(err)
	}
	all := digests(t, lib.OpenIndex(""))
	if len(all) != 2 || all["river-1"].Damaged != "" || all["broken-1"].Damaged == "" {
		t.Errorf("%+v", all)
	}
}

// digests brings an index to the present state and gives its digests by id.
func digests(t testing.TB, x *library.Index) map[string]library.Digest {
	t.Helper()
	if err := x.Update(t.Context(), func([]library.Digest, []string) {}); err != nil {
		t.Fatal(err)
	}
	all := map[string]library.Digest{}
	for _, d := range x.Digests() {
		all[d.ID] = d
	}
	return all
}

func TestAStoryOfANewerFormatSaysSo(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	path := filepath.Join(lib.Dir("river-1"), "story.json")
	if err := os.WriteFile(path, []byte(`{"format":99,"id":"river-1","pages":"another shape"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Load("river-1"); !strings.Contains(model.Sentence(err), "newer EduSmart") {
		t.Errorf("got %q", model.Sentence(err))
	}
}

func TestADeletedStoryComesBackWhole(t *testing.T) {
	lib := open(t)
	s := aStory(t, lib, "river-1")
	if err := lib.Delete("river-1", s.Modified); err != nil {
		t.Fatal(err)
	}
	if ids, err := lib.IDs(); err != nil || len(ids) != 0 {
		t.Fatal(ids, err)
	}
	if err := lib.Restore("river-1"); err != nil {
		t.Fatal(err)
	}
	got, err := lib.Load("river-1")
	if err != nil {
		t.Fatal(err)
	}
	if !s.Edits.Within(got.Edits) || got.Edits.Within(s.Edits) {
		t.Errorf("that it came back is no edit: %v, %v", s.Edits, got.Edits)
	}
	got.Edits = s.Edits
	if asJSON(t, got) != asJSON(t, s) {
		t.Errorf("%v", got)
	}
}

func TestSweepRemovesOnlyWhatTheStoryDoesNotUse(t *testing.T) {
	lib := open(t)
	lib.SavedBy(library.Computer{ID: "here"})
	s := aStory(t, lib, "river-1")
	if _, err := lib.PutAsset("river-1", []byte("an old picture"), "png"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(lib.Dir("river-1"), "assets", ".part-here-123"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := lib.Sweep(s); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Join(lib.Dir("river-1"), "assets"))
	if err != nil || len(files) != 2 {
		t.Errorf("%d files, %v", len(files), err)
	}
}

func TestTwoWritersOfOneStoryAreKeptApart(t *testing.T) {
	lib := open(t)
	unlock, held, err := lib.Lock("river-1")
	if err != nil || !held {
		t.Fatal(held, err)
	}
	if _, again, err := lib.Lock("river-1"); err != nil || again {
		t.Errorf("a second lock: %v, %v", again, err)
	}
	unlock()
	unlock, held, err = lib.Lock("river-1")
	if err != nil || !held {
		t.Fatal("after unlocking:", held, err)
	}
	unlock()
}

func TestAChangeWaitsForAWorkOfAMoment(t *testing.T) {
	lib := open(t)
	first, _, err := lib.Lock("river-1")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, held, err := lib.LockSoon(stopped, "river-1"); err != nil || held {
		t.Errorf("stopped while waiting: %v, %v", held, err)
	}
	got := make(chan bool)
	go func() {
		unlock, held, err := lib.LockSoon(t.Context(), "river-1")
		if held {
			unlock()
		}
		got <- held && err == nil
	}()
	select {
	case <-got:
		t.Fatal("two have the lock")
	case <-time.After(50 * time.Millisecond):
	}
	first()
	if !<-got {
		t.Error("the lock that was waited for is not given")
	}
}

func TestAnExportedStoryIsImportedWhole(t *testing.T) {
	ctx := context.Background()
	from, to := open(t), open(t)
	s := aStory(t, from, "river-1")
	file := filepath.Join(t.TempDir(), "river.edusmart")
	if err := from.Export(ctx, "river-1", file, nil); err != nil {
		t.Fatal(err)
	}
	id, same, err := to.Import(ctx, file)
	if err != nil || same || id != "river-1" {
		t.Fatal(id, same, err)
	}
	got, err := to.Load(id)
	if err != nil || asJSON(t, got) != asJSON(t, s) {
		t.Fatalf("%v, %v", got, err)
	}
	for _, rel := range s.Assets() {
		a, errA := from.ReadAsset("river-1", rel)
		b, errB := to.ReadAsset(id, rel)
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %v, %v", rel, errA, errB)
		}
	}
	if id, same, err := to.Import(ctx, file); err != nil || !same || id != "river-1" {
		t.Errorf("a second import: %q, %v, %v", id, same, err)
	}
}

func TestAnImportNeverReplacesAnotherStory(t *testing.T) {
	ctx := context.Background()
	from, to := open(t), open(t)
	aStory(t, from, "river-1")
	file := filepath.Join(t.TempDir(), "river.edusmart")
	if err := from.Export(ctx, "river-1", file, nil); err != nil {
		t.Fatal(err)
	}
	mine := aStory(t, to, "river-1")
	mine.Title = "My own river"
	if err := to.Save(mine); err != nil {
		t.Fatal(err)
	}
	id, same, err := to.Import(ctx, file)
	if err != nil || same || id != "river-1-2" {
		t.Fatal(id, same, err)
	}
	if got, err := to.Load("river-1"); err != nil || got.Title != "My own river" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAStoppedExportLeavesNoFile(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := t.TempDir()
	if err := lib.Export(ctx, "river-1", filepath.Join(dir, "river.edusmart"), nil); err == nil {
		t.Error("no error")
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

package library_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// on opens a library as a computer of its own.
func on(t testing.TB, root, computer string) *library.Library {
	t.Helper()
	lib, err := library.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	lib.SavedBy(library.Computer{ID: computer, Name: strings.ToUpper(computer), Kept: t.TempDir()})
	return lib
}

// titles gives the titles of all stories, in order.
func titles(t testing.TB, lib *library.Library) []string {
	t.Helper()
	var all []string
	for _, d := range digests(t, lib.OpenIndex("")) {
		all = append(all, d.Title)
		if d.Damaged != "" || d.Lacking > 0 {
			t.Errorf("%s: %q, %d files are missing", d.ID, d.Damaged, d.Lacking)
		}
	}
	slices.Sort(all)
	return all
}

func load(t testing.TB, lib *library.Library, id string) *story.Story {
	t.Helper()
	s, err := lib.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func save(t testing.TB, lib *library.Library, s *story.Story, title string) {
	t.Helper()
	s.Title = title
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
}

func TestASaveOverAnothersEditKeepsBoth(t *testing.T) {
	root := t.TempDir()
	a, b := on(t, root, "a"), on(t, root, "b")
	aStory(t, a, "river-1")
	mine, theirs := load(t, a, "river-1"), load(t, b, "river-1")
	save(t, b, theirs, "Rivers of b")
	save(t, a, mine, "Rivers of a")
	got := titles(t, a)
	if len(got) != 2 || got[0] != "Rivers of a" || !strings.HasPrefix(got[1], "Rivers of b (edited on B, ") {
		t.Fatalf("%q", got)
	}
	// What follows knows of both, and is one edit.
	save(t, b, load(t, b, "river-1"), "Rivers of both")
	if got := titles(t, b); len(got) != 2 || got[1] != "Rivers of both" {
		t.Errorf("%q", got)
	}
	if got := load(t, a, "river-1").EditedOn; got != "B" {
		t.Errorf("saved on %q", got)
	}
}

func TestTheSameEditOnBothSidesIsOneStory(t *testing.T) {
	root := t.TempDir()
	a, b := on(t, root, "a"), on(t, root, "b")
	aStory(t, a, "river-1")
	mine, theirs := load(t, a, "river-1"), load(t, b, "river-1")
	save(t, b, theirs, "Rivers")
	save(t, a, mine, "Rivers")
	if got := titles(t, a); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestConflictCopiesOfEveryProgramBecomeStories(t *testing.T) {
	for _, name := range []string{
		"story (B's conflicted copy 2026-11-30).json", "story (conflicted copy 2026-11-30 101500).json", // Dropbox, Nextcloud
		"story.sync-conflict-20261130-101500-ABCDEFG.json", // Syncthing
		"story-DESKTOP-1A2B3C.json",                        // OneDrive
		"story (1).json", "story 2.json",                   // Google Drive, iCloud
		"Story (Case Conflict).json", "story.json.orig",
	} {
		t.Run(name, func(t *testing.T) {
			root, other := t.TempDir(), t.TempDir()
			a, b := on(t, root, "a"), on(t, other, "b")
			aStory(t, a, "river-1")
			if err := os.CopyFS(other, os.DirFS(root)); err != nil {
				t.Fatal(err)
			}
			save(t, a, load(t, a, "river-1"), "Rivers of a")
			save(t, b, load(t, b, "river-1"), "Rivers of b")
			if err := os.Rename(filepath.Join(other, "river-1", "story.json"), filepath.Join(root, "river-1", name)); err != nil {
				t.Fatal(err)
			}
			got := titles(t, a)
			if len(got) != 2 || got[0] != "Rivers of a" || !strings.HasPrefix(got[1], "Rivers of b (edited on B, ") {
				t.Errorf("%q", got)
			}
			if _, err := os.Lstat(filepath.Join(root, "river-1", name)); err == nil {
				t.Error("the copy is still there")
			}
		})
	}
}

func TestACopyThatSaysNothingNewIsNoStory(t *testing.T) {
	root := t.TempDir()
	a := on(t, root, "a")
	aStory(t, a, "river-1")
	old, err := os.ReadFile(filepath.Join(root, "river-1", "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, a, load(t, a, "river-1"), "Rivers now")
	if err := os.WriteFile(filepath.Join(root, "river-1", "story (1).json"), old, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, a); len(got) != 1 || got[0] != "Rivers now" {
		t.Errorf("%q", got)
	}
}

func TestAnEditThatWasWrittenOverComesBack(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	a, b := on(t, root, "a"), on(t, other, "b")
	aStory(t, a, "river-1")
	if err := os.CopyFS(other, os.DirFS(root)); err != nil {
		t.Fatal(err)
	}
	save(t, a, load(t, a, "river-1"), "Rivers of a")
	save(t, b, load(t, b, "river-1"), "Rivers of b")
	// A program that knows no conflicts.
	if err := os.Rename(filepath.Join(other, "river-1", "story.json"), filepath.Join(root, "river-1", "story.json")); err != nil {
		t.Fatal(err)
	}
	got := titles(t, a)
	if len(got) != 2 || !strings.HasPrefix(got[0], "Rivers of a (edited on A, ") || got[1] != "Rivers of b" {
		t.Errorf("%q", got)
	}
}

func TestWhatIsStillArrivingIsNotDamagedAndNotSwept(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	a, b := on(t, root, "a"), on(t, other, "b")
	s := aStory(t, b, "river-1")
	bytes, err := os.ReadFile(filepath.Join(other, "river-1", "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	put := func(name string, data []byte) {
		t.Helper()
		path := filepath.Join(root, "river-1", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	x := a.OpenIndex("")
	arriving := func(what string, lacking int) {
		t.Helper()
		d := digests(t, x)["river-1"]
		if !d.Arriving || d.Damaged != "" || d.Lacking != lacking {
			t.Errorf("%s: %+v", what, d)
		}
	}
	put(".syncthing.story.json.tmp", bytes[:40])
	put(".lock", nil)
	put(".part-b-123", bytes[:10])
	arriving("nothing but a half-copied file", 0)
	put("story.json", bytes[:len(bytes)/2])
	arriving("half a story.json", 0)
	put("story.json", bytes)
	arriving("a story.json without its files", 2)
	picture, err := b.ReadAsset("river-1", s.Pages[0].Picture)
	if err != nil {
		t.Fatal(err)
	}
	put(s.Pages[0].Picture, picture)
	arriving("one of two files", 1)
	// Files that nothing names yet, and halves of others, are not ours to sweep.
	put("assets/"+strings.Repeat("ab", 32)+".png", []byte("of the next version"))
	if err := a.Sweep(load(t, a, "river-1")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".part-b-123", ".syncthing.story.json.tmp", "assets/" + strings.Repeat("ab", 32) + ".png"} {
		if _, err := os.Lstat(filepath.Join(root, "river-1", name)); err != nil {
			t.Errorf("%s was swept", name)
		}
	}
	voice, err := b.ReadAsset("river-1", s.Pages[0].Narration)
	if err != nil {
		t.Fatal(err)
	}
	put(s.Pages[0].Narration, voice)
	if d := digests(t, x)["river-1"]; d.Arriving || d.Lacking != 0 {
		t.Errorf("when all has arrived: %+v", d)
	}
}

func TestAVersionGetsItsPicturesWhenTheyArrive(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	a, b := on(t, root, "a"), on(t, other, "b")
	aStory(t, a, "river-1")
	if err := os.CopyFS(other, os.DirFS(root)); err != nil {
		t.Fatal(err)
	}
	save(t, a, load(t, a, "river-1"), "Rivers of a")
	theirs := load(t, b, "river-1")
	picture, err := b.PutAsset("river-1", []byte("a new picture"), "png")
	if err != nil {
		t.Fatal(err)
	}
	theirs.Pages[0].Picture = picture
	save(t, b, theirs, "Rivers of b")
	if err := os.Rename(filepath.Join(other, "river-1", "story.json"), filepath.Join(root, "river-1", "story (1).json")); err != nil {
		t.Fatal(err)
	}
	x := a.OpenIndex("")
	find := func() (d library.Digest) {
		for _, d = range digests(t, x) {
			if d.VersionOf == "river-1" {
				return d
			}
		}
		t.Fatal("there is no other version")
		return d
	}
	if d := find(); !d.Arriving || d.Lacking != 1 {
		t.Errorf("before its picture has come: %+v", d)
	}
	if err := os.Rename(b.Path("river-1", picture), a.Path("river-1", picture)); err != nil {
		t.Fatal(err)
	}
	d := find()
	if d.Arriving || d.Lacking != 0 {
		t.Errorf("after: %+v", d)
	}
	if data, err := a.ReadAsset(d.ID, picture); err != nil || string(data) != "a new picture" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestAStoryOfANewerEduSmartIsNotWrittenOver(t *testing.T) {
	a := on(t, t.TempDir(), "a")
	s := aStory(t, a, "river-1")
	path := filepath.Join(a.Dir("river-1"), "story.json")
	newer := []byte(`{"format":99,"id":"river-1","title":"Rivers of tomorrow","pages":[]}`)
	if err := os.WriteFile(path, newer, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := a.Save(s); !strings.Contains(model.Sentence(err), "newer EduSmart") {
		t.Errorf("got %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != string(newer) {
		t.Errorf("it now reads %s (%v)", data, err)
	}
	if d := digests(t, a.OpenIndex(""))["river-1"]; d.Title != "Rivers of tomorrow" || !strings.Contains(d.Damaged, "newer EduSmart") {
		t.Errorf("%+v", d)
	}
}

package library_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"edusmart/core/library"
	"edusmart/core/story"
)

// age makes everything below dir old enough that a later change shows.
func age(t testing.TB, dir string) {
	t.Helper()
	old := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, old, old)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// updated gives how many stories an update reads.
func updated(t *testing.T, x *library.Index) (changed, gone int) {
	t.Helper()
	err := x.Update(t.Context(), func(c []library.Digest, g []string) {
		changed, gone = changed+len(c), gone+len(g)
	})
	if err != nil {
		t.Fatal(err)
	}
	return changed, gone
}

func TestAnIndexIsKeptAndOnlyWhatChangedIsReadAgain(t *testing.T) {
	lib, file := open(t), filepath.Join(t.TempDir(), "library.index")
	river, hill := aStory(t, lib, "river-1"), aStory(t, lib, "hill-1")
	hill.Title, hill.Tags, hill.Archived = "Hills", []string{"Geography", "Term 2"}, true
	if err := lib.Save(hill); err != nil {
		t.Fatal(err)
	}
	age(t, lib.Root())
	x := lib.OpenIndex(file)
	if n, _ := updated(t, x); n != 2 {
		t.Fatalf("%d stories were read", n)
	}
	if err := x.Save(); err != nil {
		t.Fatal(err)
	}

	x = lib.OpenIndex(file)
	got := map[string]library.Digest{}
	for _, d := range x.Digests() {
		got[d.ID] = d
	}
	d := got["hill-1"]
	if len(got) != 2 || d.Title != "Hills" || len(d.Tags) != 2 || d.Tags[1] != "Term 2" || !d.Archived || d.Seconds != 3 || d.Picture != "" ||
		!d.Created.Equal(hill.Created) || !d.Modified.Equal(hill.Modified) || library.NewQuery("term hills flows").Find(d.Search) != library.InText {
		t.Errorf("%+v", d)
	}
	if n, _ := updated(t, x); n != 0 {
		t.Errorf("%d unchanged stories were read again", n)
	}
	river.Title = "Streams"
	if err := lib.Save(river); err != nil {
		t.Fatal(err)
	}
	if err := lib.Delete("hill-1", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if changed, gone := updated(t, x); changed != 1 || gone != 1 {
		t.Errorf("%d changed, %d gone", changed, gone)
	}
}

func TestAWrongIndexIsNeverTheTruth(t *testing.T) {
	lib, file := open(t), filepath.Join(t.TempDir(), "library.index")
	aStory(t, lib, "river-1")
	x := lib.OpenIndex(file)
	updated(t, x)
	if err := x.Save(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		for _, bad := range [][]byte{whole[:n], flipped(whole, n)} {
			if err := os.WriteFile(file, bad, 0o644); err != nil {
				t.Fatal(err)
			}
			if known := lib.OpenIndex(file).Digests(); len(known) != 0 {
				t.Fatalf("damaged at byte %d of %d it tells %+v", n, len(whole), known)
			}
		}
	}
	if err := os.WriteFile(file, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if known := open(t).OpenIndex(file).Digests(); len(known) != 0 {
		t.Errorf("the index of another folder tells %+v", known)
	}
	if known := lib.OpenIndex(file).Digests(); len(known) != 1 {
		t.Errorf("the whole index tells %+v", known)
	}
}

func flipped(data []byte, at int) []byte {
	data = bytes.Clone(data)
	data[at] ^= 0x41
	return data
}

func TestStoriesOfOneTextAreToldFromOthers(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	aStory(t, lib, "river-2")
	other := aStory(t, lib, "river-3")
	other.Pages[0].Sentences = []story.Sentence{{Text: "Something else."}}
	other.Pages[0].Words = nil
	if err := lib.Save(other); err != nil {
		t.Fatal(err)
	}
	all := digests(t, lib.OpenIndex(""))
	if a, b, c := all["river-1"].TextSum, all["river-2"].TextSum, all["river-3"].TextSum; a == "" || a != b || a == c {
		t.Errorf("%q %q %q", a, b, c)
	}
}

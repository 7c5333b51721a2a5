package library_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
)

// twoSides is a library on two computers, a and b, with one story on both.
func twoSides(t *testing.T, rude bool) (a, b *library.Library, s *syncer) {
	t.Helper()
	s = &syncer{random: rand.New(rand.NewPCG(1, 2)), sides: [2]string{t.TempDir(), t.TempDir()}, known: map[string][]byte{}, rude: rude}
	a, b = on(t, s.sides[0], "a"), on(t, s.sides[1], "b")
	aStory(t, a, "river-1")
	s.settle(t)
	return a, b, s
}

// settle keeps the folders the same until there is nothing to do.
func (s *syncer) settle(t *testing.T, libs ...*library.Library) {
	t.Helper()
	for range 10 {
		for s.round(t, 0) {
		}
		for _, lib := range libs {
			digests(t, lib.OpenIndex(""))
		}
	}
}

func remove(t *testing.T, lib *library.Library, id string) {
	t.Helper()
	if err := lib.Delete(id, load(t, lib, id).Modified); err != nil {
		t.Fatal(err)
	}
}

func TestAnEditWinsOverADeletionThatDidNotKnowIt(t *testing.T) {
	for name, rude := range map[string]bool{"edits go first": false, "deletions may go first": true} {
		t.Run(name, func(t *testing.T) {
			for range 8 { // the rude one draws who wins
				a, b, s := twoSides(t, rude)
				remove(t, a, "river-1")
				save(t, b, load(t, b, "river-1"), "Rivers of b")
				s.settle(t, a, b)
				for _, lib := range []*library.Library{a, b} {
					if got := titles(t, lib); !slices.Equal(got, []string{"Rivers of b"}) {
						t.Fatalf("%q", got)
					}
				}
			}
		})
	}
}

func TestADeletionThatKnewOfTheEditStays(t *testing.T) {
	a, b, s := twoSides(t, false)
	save(t, b, load(t, b, "river-1"), "Rivers of b")
	s.settle(t, a, b)
	remove(t, a, "river-1")
	if err := a.EmptyDeleted(); err != nil {
		t.Fatal(err)
	}
	s.settle(t, a, b)
	if got := append(titles(t, a), titles(t, b)...); len(got) > 0 {
		t.Errorf("%q", got)
	}
	// What the deletion did not know comes back, however late.
	c := on(t, t.TempDir(), "c")
	aStory(t, c, "river-1")
	if err := os.CopyFS(a.Dir("river-1"), os.DirFS(c.Dir("river-1"))); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, a); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestWhatWasNotSeenIsNotDeleted(t *testing.T) {
	a, b, s := twoSides(t, false)
	seen := load(t, a, "river-1").Modified
	save(t, b, load(t, b, "river-1"), "Rivers of b")
	s.settle(t)
	err := a.Delete("river-1", seen)
	if want := "“Rivers of b” was changed on B a moment ago. Look at it, and delete it then."; model.Sentence(err) != want {
		t.Errorf("got %q", model.Sentence(err))
	}
	// A copy that waits beside the story is a version, and stays.
	raw, err := os.ReadFile(filepath.Join(b.Dir("river-1"), "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, a, load(t, a, "river-1"), "Rivers of both")
	other := strings.Replace(string(raw), "Rivers of b", "Rivers of c", 1)
	other = strings.Replace(other, `"edits": {`, `"edits": {"c": 1,`, 1)
	if err := os.WriteFile(filepath.Join(a.Dir("river-1"), "story (1).json"), []byte(other), 0o644); err != nil {
		t.Fatal(err)
	}
	remove(t, a, "river-1")
	if got := titles(t, a); len(got) != 1 || !strings.HasPrefix(got[0], "Rivers of c (") {
		t.Errorf("%q", got)
	}
}

func TestWhatIsBroughtBackIsBackOnBothComputers(t *testing.T) {
	a, b, s := twoSides(t, false)
	remove(t, a, "river-1")
	s.settle(t, a, b)
	if got := titles(t, b); len(got) > 0 {
		t.Fatalf("it is not deleted on b: %q", got)
	}
	if err := a.Restore("river-1"); err != nil {
		t.Fatal(err)
	}
	s.settle(t, b, a)
	if got := append(titles(t, a), titles(t, b)...); len(got) != 2 {
		t.Errorf("%q", got)
	}
	// Deleted here, and back already by an edit from there.
	remove(t, a, "river-1")
	save(t, b, load(t, b, "river-1"), "Rivers of b")
	s.settle(t, a, b)
	if err := a.Restore("river-1"); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, a); !slices.Equal(got, []string{"Rivers of b"}) {
		t.Errorf("%q", got)
	}
}

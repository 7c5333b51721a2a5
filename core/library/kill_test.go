package library_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/library"
	"edusmart/core/story"
)

// asWriter is set in the environment of a child that writes to a library until
// it is killed: its root, the folder for its copies, a story file, the seed.
const asWriter = "EDUSMART_TEST_AS_WRITER"

// many gives n, or the number in an environment variable for a longer run.
func many(t *testing.T, variable string, n uint64) uint64 {
	t.Helper()
	if asked, err := strconv.ParseUint(os.Getenv(variable), 10, 32); err == nil {
		return asked
	}
	return n
}

// writeForEver does every kind of write over and over, and prints what it
// begins ("? …") and what is committed ("! …").
func writeForEver(args []string) {
	root, kept, file := args[0], args[1], args[2]
	seed, _ := strconv.ParseUint(args[3], 10, 64)
	lib, err := library.Open(root)
	if err != nil {
		panic(err)
	}
	lib.SavedBy(library.Computer{ID: "writer", Name: "writer", Kept: kept})
	w := writer{lib: lib, kept: kept, file: file, random: rand.New(rand.NewPCG(seed, 3)), index: lib.OpenIndex(filepath.Join(kept, "index"))}
	for n := 0; ; n++ {
		w.step(fmt.Sprintf("%d-%d", seed, n))
	}
}

type writer struct {
	lib        *library.Library
	index      *library.Index
	kept, file string
	random     *rand.Rand
}

// step does one write at random.
func (w *writer) step(word string) {
	const id = "river-0"
	done := func(what string, err error) {
		if err != nil {
			fmt.Printf("failed %s: %v\n", what, err)
			return
		}
		fmt.Println("! " + what)
	}
	switch w.random.IntN(7) {
	case 0, 1:
		done("word "+word, w.change(id, func(s *story.Story) error {
			p := &s.Pages[0]
			p.Sentences = append(p.Sentences[max(0, len(p.Sentences)-100):], story.Sentence{Text: word})
			picture, err := w.lib.PutAsset(id, []byte("a picture by "+word), "png")
			p.Picture, p.Words = picture, nil
			return err
		}))
	case 2:
		done("tag "+word, w.change(id, func(s *story.Story) error {
			s.Tags, s.Archived = append(s.Tags[max(0, len(s.Tags)-20):], word), !s.Archived
			return nil
		}))
	case 3:
		fmt.Println("? import")
		imported, _, err := w.lib.Import(context.Background(), w.file)
		done("story "+imported, err)
	case 4:
		other := "hill-" + word
		fmt.Println("? " + other)
		s := &story.Story{ID: other, Title: word, Pages: []story.Page{{ID: "page-01"}}}
		err := w.lib.Save(s)
		done("story "+other, err)
		if err == nil && w.random.IntN(2) == 0 {
			fmt.Println("? moves " + other)
			done("deleted "+other, w.lib.Delete(other, time.Time{}))
			if w.random.IntN(2) == 0 {
				fmt.Println("? moves " + other)
				done("story "+other, w.lib.Restore(other))
			}
		}
	case 5:
		done("index", w.index.Update(context.Background(), func([]library.Digest, []string) {}))
		done("index", w.index.Save())
	case 6:
		made, err := w.lib.SaveRest("torn-0")
		done("story "+made, err)
	}
}

func (w *writer) change(id string, f func(*story.Story) error) error {
	unlock, held, err := w.lib.Lock(id)
	if err != nil || !held {
		return errors.Join(errors.New("busy"), err)
	}
	defer unlock()
	s, err := w.lib.Load(id)
	if err == nil {
		err = f(s)
	}
	if err == nil {
		err = w.lib.Save(s)
	}
	return err
}

func TestKillDuringAnyWriteLosesNothingThatWasCommitted(t *testing.T) {
	kills := uint64(15)
	if testing.Short() {
		kills = 4
	}
	root, kept := t.TempDir(), t.TempDir()
	lib := on(t, root, "first")
	aStory(t, lib, "river-0")
	aStory(t, lib, "torn-0")
	if err := os.WriteFile(filepath.Join(lib.Dir("torn-0"), "story.json"), []byte(`{"format":1,"title":"Torn","pages":[{"id":"p","sentences":[{"text":"Whole."}]},{"id"`), 0o644); err != nil {
		t.Fatal(err)
	}
	age(t, lib.Dir("torn-0"))
	file := filepath.Join(t.TempDir(), "river.edusmart")
	if err := os.WriteFile(file, exported(t), 0o644); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	l := &ledger{}
	for n := range many(t, "EDUSMART_KILLS", kills) {
		cmd := child(t, asWriter, root, kept, file, fmt.Sprint(n))
		lines := listen(t, cmd)
		moment := time.Duration(random.Int64N(int64(300 * time.Millisecond)))
		first := <-lines // it is at work
		l.take(first)
		timer := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
		for line := range lines {
			l.take(line)
		}
		_ = cmd.Wait() // killed
		timer.Stop()
		l.check(t, root, kept)
		if t.Failed() {
			t.Fatalf("after kill %d, %v into the work", n, moment)
		}
	}
}

// ledger is what a writer says that it has committed.
type ledger struct {
	word, tag string // the last
	stories   []string
	deleted   []string
	moving    string // may be here or there
	failed    []string
}

func (l *ledger) take(line string) {
	what, name, _ := strings.Cut(strings.TrimPrefix(line, "! "), " ")
	switch {
	case strings.HasPrefix(line, "failed"):
		l.failed = append(l.failed, line)
	case strings.HasPrefix(line, "? moves "):
		l.moving = strings.TrimPrefix(line, "? moves ")
		l.stories = slices.DeleteFunc(l.stories, func(id string) bool { return id == l.moving })
		l.deleted = slices.DeleteFunc(l.deleted, func(id string) bool { return id == l.moving })
	case what == "word":
		l.word = name
	case what == "tag":
		l.tag = name
	case what == "story":
		l.stories = append(l.stories, name)
	case what == "deleted":
		l.deleted = append(l.deleted, name)
	}
	if strings.HasPrefix(line, "! ") && name == l.moving {
		l.moving = ""
	}
}

// check opens the library as the next start does and looks for all of it.
func (l *ledger) check(t *testing.T, root, kept string) {
	t.Helper()
	lib, err := library.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	lib.SavedBy(library.Computer{ID: "writer", Name: "writer", Kept: kept})
	all := digests(t, lib.OpenIndex(filepath.Join(kept, "index")))
	s := load(t, lib, "river-0")
	if l.word != "" && (len(s.Pages[0].Sentences) == 0 || !strings.Contains(s.Pages[0].Text(), l.word)) {
		t.Errorf("the edit %s is lost: %q", l.word, s.Pages[0].Text())
	}
	if l.tag != "" && !slices.Contains(s.Tags, l.tag) {
		t.Errorf("the tag %s is lost: %q", l.tag, s.Tags)
	}
	for _, id := range l.stories {
		if d, ok := all[id]; !ok || d.Damaged != "" || d.Lacking > 0 {
			t.Errorf("the story %s is lost or damaged: %+v", id, d)
		}
	}
	for _, id := range l.deleted {
		if _, ok := all[id]; ok {
			t.Errorf("the deleted story %s is back", id)
		}
	}
	for id, d := range all {
		if id != "torn-0" && (d.Damaged != "" || d.Lacking > 0 || d.VersionOf != "") {
			t.Errorf("%s: %+v", id, d)
		}
	}
	if len(l.failed) > 0 {
		t.Errorf("%q", l.failed)
	}
	if l.moving != "" {
		if _, here := all[l.moving]; !here && lib.Restore(l.moving) != nil {
			t.Errorf("the story %s is neither in the library nor deleted", l.moving)
		}
		l.moving = ""
	}
}

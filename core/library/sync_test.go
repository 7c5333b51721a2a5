package library_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/story"
)

var nothingEnds = context.Background()

// syncer does what a program does that keeps two folders the same: file by
// file, in any order, late, with copies of what was changed on both sides, and
// now and then with a file written over.
type syncer struct {
	random *rand.Rand
	sides  [2]string
	known  map[string][]byte // as both sides had it
	copies int
	rude   bool // a deletion may go before an edit
}

func files(root string) map[string][]byte {
	all := map[string][]byte{}
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && d.Name() != ".lock" {
			if data, err := os.ReadFile(path); err == nil {
				rel, _ := filepath.Rel(root, path)
				all[rel] = data
			}
		}
		return nil
	})
	return all
}

// round looks at both sides once; late is how many of 10 files wait for a
// later round. It reports whether there was anything to do.
func (s *syncer) round(t *testing.T, late int) (did bool) {
	a, b := files(s.sides[0]), files(s.sides[1])
	names := slices.Sorted(maps.Keys(a))
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	for name := range s.known {
		_, inA := a[name]
		_, inB := b[name]
		if !inA && !inB {
			delete(s.known, name)
		}
	}
	slices.Sort(names)
	s.random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		if s.random.IntN(10) < late {
			continue
		}
		did = s.file(t, name, [2][]byte{a[name], b[name]}) || did
	}
	return did
}

// file brings one file to the same state on both sides.
func (s *syncer) file(t *testing.T, name string, now [2][]byte) bool {
	known := s.known[name]
	same := func(x, y []byte) bool { return (x == nil) == (y == nil) && bytes.Equal(x, y) }
	switch {
	case same(now[0], now[1]):
		s.known[name] = now[0]
		return false
	case same(now[0], known):
		s.put(t, 0, name, now[1])
	case same(now[1], known):
		s.put(t, 1, name, now[0])
	default: // changed on both
		wins := s.random.IntN(2)
		if now[wins] == nil && (!s.rude || s.random.IntN(2) == 0) {
			wins = 1 - wins // an edit goes before a deletion
		}
		lost := now[1-wins]
		s.put(t, 1-wins, name, now[wins])
		if lost == nil || now[wins] == nil || s.random.IntN(5) == 0 {
			break // written over: no copy is kept
		}
		s.copies++
		ending := filepath.Ext(name)
		copied := fmt.Sprintf("%s.sync-conflict-%d%s", strings.TrimSuffix(name, ending), s.copies, ending)
		s.put(t, 0, copied, lost)
		s.put(t, 1, copied, lost)
		s.known[copied] = lost
	}
	return true
}

// put writes a file on one side, or removes it. Where its folder is moved away
// meanwhile, it waits for a later round.
func (s *syncer) put(t *testing.T, side int, name string, data []byte) {
	t.Helper()
	was, had := s.known[name]
	s.known[name] = data
	path := filepath.Join(s.sides[side], name)
	if data == nil {
		_ = os.Remove(path)
		delete(s.known, name)
		return
	}
	temp := path + ".~tmp"
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(temp, data, 0o644)
	}
	if err == nil {
		err = os.Rename(temp, path)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && had:
		s.known[name] = was
	case errors.Is(err, fs.ErrNotExist):
		delete(s.known, name)
	case err != nil:
		t.Fatal(err)
	}
}

func TestTwoComputersInASynchronisedFolderLoseNoEdit(t *testing.T) {
	edits, seeds := 60, uint64(2)
	if testing.Short() {
		edits, seeds = 25, 1
	}
	seeds = many(t, "EDUSMART_SEEDS", seeds)
	for _, what := range []string{"edits", "deletes"} {
		for seed := range seeds {
			t.Run(fmt.Sprintf("%s/%d", what, seed), func(t *testing.T) { synchronise(t, seed, edits, what) })
		}
	}
}

// synchronise has two computers edit, and where what is "deletes" also delete.
func synchronise(t *testing.T, seed uint64, edits int, what string) {
	s := &syncer{random: rand.New(rand.NewPCG(seed, 2)), sides: [2]string{t.TempDir(), t.TempDir()}, known: map[string][]byte{}, rude: seed%2 == 1}
	kept := [2]string{t.TempDir(), t.TempDir()}
	first := on(t, s.sides[0], "first")
	for i := range 4 {
		aStory(t, first, fmt.Sprintf("river-%d", i))
	}
	for s.round(t, 0) {
	}
	var done [2]<-chan string
	var committed []string
	deleted := map[string]bool{} // words that a computer had before it when it deleted the story
	for i, computer := range []string{"alpha", "beta"} {
		cmd := child(t, asEditor, s.sides[i], computer, kept[i], fmt.Sprint(edits), fmt.Sprint(seed*2+uint64(i)), what)
		done[i] = listen(t, cmd)
		defer func() { _ = cmd.Wait() }()
	}
	for done[0] != nil || done[1] != nil {
		for i := range done {
			for drained := done[i] == nil; !drained; {
				select {
				case word, ok := <-done[i]:
					if !ok {
						done[i], drained = nil, true
						break
					}
					if gone, ok := strings.CutPrefix(word, "deleted "); ok {
						deleted[gone] = true
					} else {
						committed = append(committed, word)
					}
				default:
					drained = true
				}
			}
		}
		s.round(t, 7)
	}
	// Both are at rest: all arrives, and what was parted is gathered.
	var libs [2]*library.Library
	for i, computer := range []string{"alpha", "beta"} {
		lib, err := library.Open(s.sides[i])
		if err != nil {
			t.Fatal(err)
		}
		lib.SavedBy(library.Computer{ID: computer, Name: computer, Kept: kept[i]})
		libs[i] = lib
	}
	for range 20 {
		for s.round(t, 0) {
		}
		for _, lib := range libs {
			digests(t, lib.OpenIndex(""))
		}
		if !s.round(t, 0) {
			break
		}
	}
	if len(committed) < edits || (len(deleted) > 0) != (what == "deletes") {
		t.Errorf("only %d edits were committed, and %d deleted", len(committed), len(deleted))
	}
	for i, lib := range libs {
		words := map[string]bool{}
		for _, d := range digests(t, lib.OpenIndex("")) {
			if d.Damaged != "" || d.Lacking > 0 {
				t.Errorf("side %d: %s: %q, %d files are missing", i, d.ID, d.Damaged, d.Lacking)
			}
			if d.Damaged == "" {
				wordsOf(load(t, lib, d.ID), words)
			}
		}
		for _, word := range committed {
			if !words[word] && !deleted[word] {
				t.Errorf("side %d has lost the edit %s", i, word)
			}
		}
	}
}

func wordsOf(s *story.Story, into map[string]bool) {
	for _, p := range s.Pages {
		for _, sentence := range p.Sentences {
			into[sentence.Text] = true
		}
	}
}

package library_test

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// asEditor is set in the environment of a child that edits a library as a
// computer of its own: its root, the computer, the folder for its copies, how
// often it edits, and the seed.
const asEditor = "EDUSMART_TEST_AS_EDITOR"

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(asEditor) != "":
		edit(os.Args[1:])
	case os.Getenv(asWriter) != "":
		writeForEver(os.Args[1:])
	default:
		os.Exit(m.Run())
	}
}

// child prepares a run of this test in a process of its own.
func child(t *testing.T, role string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, args...)
	cmd.Env = append(os.Environ(), role+"=1")
	cmd.Stderr = os.Stderr
	return cmd
}

// listen gives the lines that a child prints, each of them a thing that it has
// done.
func listen(t *testing.T, cmd *exec.Cmd) <-chan string {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 10_000)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	return lines
}

// edit edits and deletes stories at random and prints a word for every edit
// that was committed: the word is then in the story. Of a story that was deleted
// it prints the words that it showed.
func edit(args []string) {
	root, computer, kept := args[0], args[1], args[2]
	times, _ := strconv.Atoi(args[3])
	seed, _ := strconv.ParseUint(args[4], 10, 64)
	deletes := args[5] == "deletes"
	lib, err := library.Open(root)
	if err != nil {
		panic(err)
	}
	lib.SavedBy(library.Computer{ID: computer, Name: computer, Kept: kept})
	random := rand.New(rand.NewPCG(seed, 1))
	index := lib.OpenIndex(filepath.Join(kept, "index"))
	open := map[string]*story.Story{} // as a window has them that does not look again
	for n := 0; n < times; n++ {
		word := fmt.Sprintf("%s-%d", computer, n)
		if random.IntN(10) == 0 {
			_ = index.Update(nothingEnds, func([]library.Digest, []string) {})
		}
		ids, err := lib.IDs()
		if err != nil || len(ids) == 0 {
			continue
		}
		id := ids[random.IntN(len(ids))]
		switch random.IntN(12) {
		case 0:
			id = "story-" + word
		case 1:
			if deletes {
				deleteOne(lib, open, random, id)
				continue
			}
		}
		if editOne(lib, open, random, id, word) == nil {
			fmt.Println(word)
		}
	}
}

// deleteOne deletes a story as it was loaded now, or when it was last edited
// here, and now and then takes that back.
func deleteOne(lib *library.Library, open map[string]*story.Story, random *rand.Rand, id string) {
	s := open[id]
	if s == nil || random.IntN(2) == 0 {
		var err error
		if s, err = lib.Load(id); err != nil {
			return
		}
	}
	// Refused, or failed: the story stays. Where it failed at the end it is gone.
	if err := lib.Delete(id, s.Modified); err != nil && (model.KindOf(err) == model.Input || lib.Exists(id)) {
		return
	}
	if random.IntN(4) == 0 && lib.Restore(id) == nil {
		return
	}
	for _, p := range s.Pages {
		for _, sentence := range p.Sentences {
			fmt.Println("deleted " + sentence.Text)
		}
	}
}

func editOne(lib *library.Library, open map[string]*story.Story, random *rand.Rand, id, word string) error {
	unlock, held, err := lib.Lock(id)
	if err != nil || !held {
		return errors.Join(errors.New("busy"), err)
	}
	defer unlock()
	s := open[id]
	if s == nil || random.IntN(2) == 0 {
		if s, err = lib.Load(id); err != nil {
			if strings.HasPrefix(id, "story-"+word) {
				s = &story.Story{ID: id, Title: "A new one", Pages: []story.Page{{ID: "page-01"}}}
			} else {
				return err
			}
		}
	}
	s = s.Clone()
	p := &s.Pages[0]
	p.Sentences = append(p.Sentences, story.Sentence{Text: word})
	if random.IntN(4) == 0 {
		if p.Picture, err = lib.PutAsset(id, []byte("a picture by "+word), "png"); err != nil {
			return err
		}
	}
	if err := lib.Save(s); err != nil {
		return err
	}
	open[id] = s
	return nil
}

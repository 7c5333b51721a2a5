package editing_test

import (
	"bufio"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/editing"
	"edusmart/core/library"
	"edusmart/core/story"
)

// kills is how often the editor is killed: a few times in every test run, many
// times in the soak run.
func kills(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("EDUSMART_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 2
	}
	return 8
}

// TestKillDuringAnyEditLeavesItWholeOrUndone kills a process that edits, undoes,
// redoes, takes in voices and pictures, and makes levels.
func TestKillDuringAnyEditLeavesItWholeOrUndone(t *testing.T) {
	b := newBench(t)
	kept, spoken := t.TempDir(), b.edit.Voices.Dir
	random := rand.New(rand.NewPCG(11, 12))
	committed := stateOf(b.edit, b.story())
	announced := committed
	for n := range kills(t) {
		exe, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), exe, b.lib.Root(), kept, spoken, strconv.Itoa(n))
		cmd.Env = append(os.Environ(), asEditor+"=1")
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(random.Int64N(int64(500 * time.Millisecond)))
		var timer *time.Timer
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if timer == nil { // it is at work
				timer = time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
			}
			switch kind, state, _ := strings.Cut(lines.Text(), " "); kind {
			case "?":
				announced = state
			case "!":
				committed = state
			default:
				t.Errorf("the child says %q", lines.Text())
			}
		}
		_ = cmd.Wait() // killed
		timer.Stop()
		a := &after{bench: b, t: t, kept: kept, random: random}
		committed = a.check(committed, announced)
		announced = committed
		if t.Failed() {
			t.Fatalf("after kill %d, %v into the work", n, moment)
		}
	}
}

// after is the next start of the program after a kill.
type after struct {
	*bench
	t      *testing.T
	kept   string
	random *rand.Rand
}

// check wants the story as it was committed, or as it was about to be, and
// gives what it is after some undoing and redoing.
func (a *after) check(committed, announced string) string {
	a.t.Helper()
	var err error
	if a.lib, a.edit, err = opened(a.lib.Root(), a.kept, a.edit.Voices.Dir); err != nil {
		a.t.Fatal(err)
	}
	found := 0
	index := a.lib.OpenIndex("")
	if err := index.Update(a.t.Context(), func(all []library.Digest, _ []string) {
		for _, d := range all {
			found++
			if d.ID != a.id || d.Damaged != "" || d.Lacking > 0 || d.VersionOf != "" {
				a.t.Errorf("in the library: %+v", d)
			}
		}
	}); err != nil || found != 1 {
		a.t.Fatalf("%d stories, %v", found, err)
	}
	s := a.story()
	if now := stateOf(a.edit, s); now != committed && now != announced {
		a.t.Errorf("the story is %q, committed was %q, about to be %q", now, committed, announced)
	}
	a.tidy(s)
	a.whole(s)
	a.undoAndRedo()
	s = a.story()
	a.tidy(s)
	return stateOf(a.edit, s)
}

var historyAsset = regexp.MustCompile(`assets/[0-9a-f]{64}\.[a-z0-9]+`)

// tidy wants the folder to hold what the story and its history name, and
// nothing else.
func (a *after) tidy(s *story.Story) {
	a.t.Helper()
	want := append([]string{".lock", "assets", "story.json"}, s.Assets()...)
	if s.Edit != "" {
		name := "history-" + s.Edit + ".json"
		data, err := os.ReadFile(filepath.Join(a.lib.Dir(a.id), name))
		if err != nil {
			a.t.Error(err)
		}
		want = append(append(want, name), historyAsset.FindAllString(string(data), -1)...)
	}
	var got []string
	err := filepath.WalkDir(a.lib.Dir(a.id), func(path string, _ os.DirEntry, err error) error {
		if rel, relErr := filepath.Rel(a.lib.Dir(a.id), path); relErr == nil && rel != "." {
			got = append(got, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
	for _, name := range got {
		if !slices.Contains(want, name) {
			a.t.Errorf("%s is left over", name)
		}
	}
	for _, name := range want {
		if !slices.Contains(got, name) {
			a.t.Errorf("%s is gone", name)
		}
	}
}

// undoAndRedo takes some changes back and makes them again: each step gives a
// whole story, and the end is the beginning.
func (a *after) undoAndRedo() {
	a.t.Helper()
	first := a.story()
	named := stateNames(a.edit, first)
	steps := 0
	for most := 1 + a.random.IntN(10); steps < most && a.edit.History(a.story()).Undo != ""; steps++ {
		a.stepped(a.edit.Undo)
	}
	for range steps {
		a.stepped(a.edit.Redo)
	}
	last := a.story()
	last.Turn(first.Level) // a step shows the level that it changes
	if steps > 0 && (!same(first, last) || stateNames(a.edit, last) != named) {
		a.t.Errorf("%d steps back and again:\n%s\nwas\n%s", steps, encoded(last), encoded(first))
	}
}

func (a *after) stepped(step func(*story.Story) (bool, error)) {
	a.t.Helper()
	s := a.story()
	before := s.Clone()
	changed, err := step(s)
	if err == nil && !changed {
		a.t.Error("there was something to undo or redo, and nothing changed")
	}
	if err == nil {
		err = a.edit.Save(before, s)
	}
	if err == nil {
		err = a.edit.Tidy(s)
	}
	if err != nil {
		a.t.Fatal(err)
	}
	a.whole(a.story())
}

func stateNames(e *editing.Editor, s *story.Story) string {
	_, names, _ := strings.Cut(stateOf(e, s), "\t")
	return names
}

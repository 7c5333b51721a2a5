package core_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/export/exporttest"
	"edusmart/core/story"
)

// asTeacher is set in the environment of a child that works on a story until it
// is killed, to its home; its arguments are the story, the folder of a class
// pack, and the seed.
const asTeacher = "EDUSMART_TEST_AS_TEACHER"

// packed are the formats of the child's class pack.
var packed = []string{core.StoryFormat, "html", "epub", "epub-fixed", "pdf", "pptx", "kahoot", "csv", "qti", "text"}

// teachForEver edits a story, has pictures drawn and sentences spoken, and
// makes class packs beside that, one thing after the other.
func teachForEver(home, id, dir, seed string) {
	font, err := exporttest.SystemFont()
	if err != nil {
		panic(err)
	}
	a, err := core.Open(core.Config{Home: home, Reading: font, Quiet: true})
	if err != nil {
		panic(err)
	}
	n, _ := strconv.ParseUint(seed, 10, 64)
	random := rand.New(rand.NewPCG(n, 5))
	a.OpenStory(id)
	a.HandOut(id, packed, dir)
	a.Watch(context.Background(), func(e core.Event) {
		switch e := e.(type) {
		case core.HandOutState:
			if e.Story != "" && !e.Running {
				a.HandOut(id, packed, dir)
			}
		case core.Message:
			if e.Bad && !strings.Contains(e.Text, "still being made") {
				fmt.Println("told:", e.Text)
			}
		case core.StoryState:
			if e.Story == nil || e.Job.Active() || len(e.Works) > 0 {
				return
			}
			fmt.Println("at work")
			teachOne(a, e.Story, random)
		}
	})
}

func teachOne(a *core.App, s *story.Story, random *rand.Rand) {
	p := &s.Pages[random.IntN(len(s.Pages))]
	word := fmt.Sprintf("This is sentence %d.", random.IntN(1000))
	switch random.IntN(10) {
	case 0:
		a.UsePictureData(s.ID, p.ID, dotted(random))
	case 1:
		a.DrawAgain(s.ID, p.ID, word)
	case 2:
		a.Undo(s.ID)
	case 3:
		a.Redo(s.ID)
	case 4:
		a.SpeakAgain(s.ID, p.ID, true)
	case 5:
		a.AddLanguage(s.ID, []string{"", "es", "fr"}[random.IntN(3)], "")
	case 6:
		a.SetAlso(s.ID, p.ID, 0, word)
	case 7:
		a.MakeLevels(s.ID, story.HarderLevel)
	default:
		a.Edit(s.ID, editing.SetSentence{Page: p.ID, At: random.IntN(len(p.Sentences)), Text: word})
	}
}

// dotted is a picture that no other is like.
func dotted(random *rand.Rand) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for range 64 {
		img.Set(random.IntN(64), random.IntN(64), color.RGBA{200, uint8(random.IntN(256)), 30, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// TestKillWhileATeacherWorksLosesNothing kills the whole application, its
// errands, its jobs and its class packs.
func TestKillWhileATeacherWorksLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector does not look into the child")
	}
	times := 3
	if n, err := strconv.Atoi(os.Getenv("EDUSMART_KILLS")); err == nil {
		times = n
	}
	home, id := homeWithStory(t)
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(31, 32))
	for n := range times {
		moment := time.Duration(random.Int64N(int64(1500 * time.Millisecond)))
		killTeacher(t, home, id, dir, strconv.Itoa(n), moment)
		checkAfterKill(t, home, id)
		checkPack(t, dir)
		if t.Failed() {
			t.Fatalf("after kill %d, %v into the work", n, moment)
		}
	}
}

func killTeacher(t *testing.T, home, id, dir, seed string, moment time.Duration) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, id, dir, seed)
	cmd.Env = append(os.Environ(), asTeacher+"="+home)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	begun := make([]byte, 1)
	if _, err := io.ReadFull(out, begun); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	said, _ := io.ReadAll(out)
	_ = cmd.Wait() // killed
	for line := range strings.Lines(string(said)) {
		if strings.HasPrefix(line, "told:") {
			t.Errorf("the teacher was told %q", line)
		}
	}
}

// checkAfterKill starts the application again: the story is whole, what was
// changed is taken back and made again, and nothing is left over.
func checkAfterKill(t *testing.T, home, id string) {
	t.Helper()
	a := openApp(t, home)
	l := await(t, a, "the library", func(l core.LibraryState) bool { return l.Loaded && len(l.Cards) > 0 })
	if c := l.Cards[0]; len(l.Cards) != 1 || c.Damaged != "" || c.Arriving || strings.Contains(c.Missing, "file") {
		t.Errorf("%d cards, %+v", len(l.Cards), c)
	}
	a.OpenStory(id)
	state := awaitStory(t, a, id, "the story", func(core.StoryState) bool { return true })
	step := func(do func(string)) {
		was := state.Story.Edit
		do(id)
		state = awaitStory(t, a, id, "a step", func(s core.StoryState) bool { return s.Story.Edit != was })
		for _, rel := range state.Story.Assets() {
			if _, err := os.Stat(filepath.Join(a.Dir(id), rel)); err != nil {
				t.Error(err)
			}
		}
	}
	steps := 0
	for ; state.Undo != "" && steps < 4; steps++ {
		step(a.Undo)
	}
	for range steps {
		step(a.Redo)
	}
	// Closed, it has swept; and once more, as it had changes to make.
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	b := openApp(t, home)
	await(t, b, "the library again", func(l core.LibraryState) bool { return l.Loaded })
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(a.Dir(id))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := f.Name(); !slices.Contains([]string{".lock", "assets", "story.json"}, name) && name != "history-"+state.Story.Edit+".json" {
			t.Errorf("%s is left over", name)
		}
	}
	if left, err := os.ReadDir(filepath.Join(home, "cache", "work")); err != nil || len(left) > 0 {
		t.Errorf("left of the work: %v, %v", left, err)
	}
}

// checkPack wants whole files in a class pack, and nothing else.
func checkPack(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".edusmart", ".epub", ".pptx", ".xlsx", ".zip":
			z, err := zip.OpenReader(path)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			return z.Close()
		case ".pdf":
			if out, err := exec.CommandContext(t.Context(), "qpdf", "--check", path).CombinedOutput(); err != nil {
				t.Errorf("%s: %s", path, out)
			}
		case ".html":
			if data, err := os.ReadFile(path); err != nil || !strings.HasSuffix(strings.TrimSpace(string(data)), "</html>") {
				t.Errorf("%s has no end, %v", path, err)
			}
		case ".csv", ".txt":
		default:
			t.Errorf("%s is left over", path)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

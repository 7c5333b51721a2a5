package cli_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/cli"
	"edusmart/core/export/exporttest"
	"edusmart/core/library"
)

// shortStory makes a story of one page in home, and gives its id.
func shortStory(t *testing.T, home string) string {
	t.Helper()
	if _, errOut, status := run(t, home, shortCreate(testdata(t, "lesson-en.txt"))...); status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := lib.IDs()
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	s, err := lib.Load(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	s.Pages = s.Pages[:1]
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	return s.ID
}

// exported is a format that is exported and killed.
type exported struct {
	home, temp, dir string // of the program, of the system's temporary files, of the file
	id, ending      string
	path            string
	whole           []byte // what the file is when it is made
}

// TestKillDuringAnyExportLeavesNoHalfFile kills the program while it writes a
// story in each format, over nothing or over an older file.
func TestKillDuringAnyExportLeavesNoHalfFile(t *testing.T) {
	home, temp := t.TempDir(), t.TempDir()
	id := shortStory(t, home)
	t.Setenv("TMPDIR", temp) // of the children
	if _, err := os.Stat(readingFont); err != nil {
		t.Fatal("this test needs the package fonts-noto-core: ", err)
	}
	random := rand.New(rand.NewPCG(21, 22))
	formats := core.Formats()
	for _, f := range formats {
		e := exported{home: home, temp: temp, dir: t.TempDir(), id: id, ending: f.Ending}
		e.path = filepath.Join(e.dir, "story."+f.Ending)
		args := []string{"export", id, "--format", f.Name, "-o", e.path}
		begun := time.Now()
		if _, errOut, status := run(t, home, args...); status != cli.OK {
			t.Fatalf("%s: status %d: %s", f.Name, status, errOut)
		}
		took := time.Since(begun)
		var err error
		if e.whole, err = os.ReadFile(e.path); err != nil {
			t.Fatal(err)
		}
		e.checkRead(t)
		for n := range max(1, kills(t)/len(formats)) {
			older := []byte("an older file, whole")
			if random.IntN(2) == 0 {
				older = nil
			}
			e.replace(t, older)
			moment := time.Duration((0.3 + 0.75*random.Float64()) * float64(took))
			cmd := program(t, home, args...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			timer := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
			_ = cmd.Wait() // killed, or done before
			timer.Stop()
			e.checkNoHalf(t, older)
			e.checkSwept(t)
			if t.Failed() {
				t.Fatalf("%s, kill %d, %v of %v into the work", f.Name, n, moment, took)
			}
		}
	}
}

// replace puts an older file in place; none where data is nil.
func (e *exported) replace(t *testing.T, data []byte) {
	t.Helper()
	err := os.Remove(e.path)
	if data != nil {
		err = os.WriteFile(e.path, data, 0o600)
	}
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}

// checkNoHalf wants the file to be the older one, which may be none, or the new
// one.
func (e *exported) checkNoHalf(t *testing.T, older []byte) {
	t.Helper()
	got, err := os.ReadFile(e.path)
	switch {
	case os.IsNotExist(err) && older == nil:
	case err != nil:
		t.Error(err)
	case older == nil || !bytes.Equal(got, older):
		e.checkRead(t)
	}
}

// checkRead has the file read by a program of its kind; a text is compared.
func (e *exported) checkRead(t *testing.T) {
	t.Helper()
	switch e.ending {
	case "pdf":
		exporttest.Run(t, "qpdf", "--check", e.path)
	case "mp4":
		exporttest.Run(t, "ffprobe", "-v", "error", "-count_packets", e.path)
	case library.Ending:
		if _, errOut, status := run(t, t.TempDir(), "import", e.path); status != cli.OK {
			t.Errorf("it cannot be imported: %s", errOut)
		}
	case "epub", "pptx", "xlsx", "zip":
		checkZip(t, e.path)
	default:
		if got, err := os.ReadFile(e.path); err != nil || !bytes.Equal(got, e.whole) {
			t.Errorf("%d bytes of %d, or others: %v", len(got), len(e.whole), err)
		}
	}
}

// checkZip reads every file of an archive and compares its sum.
func checkZip(t *testing.T, path string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// checkSwept starts the program again: nothing is left of what it wrote before
// it was killed. An encoder that it had started may take a moment to see that.
func (e *exported) checkSwept(t *testing.T) {
	t.Helper()
	var left []string
	for range 5 {
		if _, errOut, status := run(t, e.home, "list"); status != cli.OK {
			t.Fatalf("the library does not open: %s", errOut)
		}
		left = nil
		for _, dir := range []string{e.temp, filepath.Join(e.home, "cache", "work"), e.dir} {
			files, err := os.ReadDir(dir)
			if err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			for _, f := range files {
				left = append(left, filepath.Join(dir, f.Name()))
			}
		}
		if left = slices.DeleteFunc(left, func(path string) bool { return path == e.path }); len(left) == 0 {
			return
		}
	}
	t.Errorf("left over: %q", left)
}

package disk_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"edusmart/core/disk"
)

// asWriter is set in the environment of a child that writes a file and a
// temporary one, and does not come to the end of it.
const asWriter = "EDUSMART_TEST_AS_WRITER"

func TestMain(m *testing.M) {
	if os.Getenv(asWriter) != "" {
		writeForEver(disk.Traces{Dir: os.Args[1]}, os.Args[2])
	}
	os.Exit(m.Run())
}

func writeForEver(t disk.Traces, path string) {
	x, err := t.Begin()
	if err != nil {
		panic(err)
	}
	temp, err := x.TempDir()
	if err == nil {
		err = os.WriteFile(filepath.Join(temp, "large"), make([]byte, 1<<16), 0o600)
	}
	if err != nil {
		panic(err)
	}
	_ = x.WriteWhole(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<16))
		fmt.Println("half", err)
		select {}
	})
}

// killedWriter kills a child in the middle of writing path.
func killedWriter(t *testing.T, traces disk.Traces, path string) (kill func()) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, traces.Dir, path)
	cmd.Env = append(os.Environ(), asWriter+"=1")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "half <nil>\n" {
		t.Fatalf("the child says %q, %v", line, err)
	}
	return func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // killed
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range files {
		all = append(all, f.Name())
	}
	return all
}

func TestWhatAKilledWriterLeavesIsSweptAndNothingElse(t *testing.T) {
	traces, stick := disk.Traces{Dir: filepath.Join(t.TempDir(), "traces")}, t.TempDir()
	mine := filepath.Join(stick, ".part-of-somebody-else")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	kill := killedWriter(t, traces, filepath.Join(stick, "film.mp4"))
	if err := traces.Sweep(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, stick); len(got) != 2 {
		t.Fatalf("while it is at work, the folder holds %q", got)
	}
	kill()
	// The stick is pulled out, and comes back later.
	away := stick + "-away"
	if err := os.Rename(stick, away); err != nil {
		t.Fatal(err)
	}
	if err := traces.Sweep(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, stick); err != nil {
		t.Fatal(err)
	}
	if err := traces.Sweep(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, stick); !slices.Equal(got, []string{filepath.Base(mine)}) {
		t.Errorf("the folder holds %q", got)
	}
	if got := names(t, traces.Dir); len(got) != 0 {
		t.Errorf("left of the traces: %q", got)
	}
}

func TestWorkThatEndsLeavesNoTrace(t *testing.T) {
	traces, dir := disk.Traces{Dir: t.TempDir()}, t.TempDir()
	for _, write := range []func(io.Writer) error{text("whole"), func(io.Writer) error { return io.ErrUnexpectedEOF }} {
		x, err := traces.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := x.TempDir(); err != nil {
			t.Fatal(err)
		}
		_ = x.WriteWhole(filepath.Join(dir, "a"), 0o600, write) // one fails on purpose
		if err := x.End(); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(filepath.Join(dir, "a")); string(data) != "whole" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if a, b := names(t, dir), names(t, traces.Dir); len(a) != 1 || len(b) != 0 {
		t.Errorf("left: %q and %q", a, b)
	}
}

func TestOldHalvesOfAFolderAreSwept(t *testing.T) {
	dir := t.TempDir()
	hour := time.Now().Add(-time.Hour)
	for name, at := range map[string]time.Time{".part-old": hour.Add(-time.Minute), ".part-new": time.Now(), "kept": hour.Add(-time.Hour)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := disk.SweepParts(dir, hour); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); !slices.Equal(got, []string{".part-new", "kept"}) {
		t.Errorf("left: %q", got)
	}
	if err := disk.SweepParts(filepath.Join(dir, "gone"), hour); err != nil {
		t.Error(err)
	}
}

package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/cli"
	"edusmart/core/document"
	"edusmart/core/library"
	"edusmart/core/model/ondevice"
	"edusmart/core/story"
)

// asProgram is set in the environment of a child that is to behave as the
// program's command line, so that the tests kill a real process.
const asProgram = "EDUSMART_TEST_AS_PROGRAM"

// readingFont is that of the package fonts-noto-core.
const readingFont = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

func TestMain(m *testing.M) {
	args := os.Args[1:]
	if len(args) > 0 {
		switch args[0] {
		case document.ChildCommand:
			os.Exit(document.Child(args[1:]))
		case ondevice.SpeakCommand:
			os.Exit(ondevice.SpeakChild(args[1:]))
		}
	}
	if os.Getenv(asProgram) != "" {
		env := cli.Env{Stdout: os.Stdout, Stderr: os.Stderr}
		env.Config.Home = os.Getenv("EDUSMART_HOME")
		env.Config.Reading, _ = os.ReadFile(readingFont) // tests that need it look for it
		os.Exit(cli.Run(contextOfProcess(), args, env))
	}
	os.Exit(m.Run())
}

// program prepares a run of the command line in a process of its own.
func program(t *testing.T, home string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "EDUSMART_HOME="+home)
	return cmd
}

// run runs the command line and gives its output and exit status.
func run(t *testing.T, home string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	cmd := program(t, home, args...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatal(err)
	}
	return out.String(), errOut.String(), cmd.ProcessState.ExitCode()
}

// kills is how often the process is killed: a few times in every test run,
// many times in the soak run.
func kills(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("EDUSMART_KILLS"))
	switch {
	case err == nil:
		return n
	case testing.Short():
		return 2 // the race detector slows each of them tenfold
	}
	return 6
}

func TestKillAtAnyMomentLosesNothingAndIsGoneOnWith(t *testing.T) {
	lesson := testdata(t, "lesson-en.pdf")
	begun := time.Now()
	if _, errOut, status := run(t, t.TempDir(), shortCreate(lesson)...); status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	whole := time.Since(begun)

	random := rand.New(rand.NewPCG(1, 2))
	for n := range kills(t) {
		home := t.TempDir()
		moment := time.Duration(random.Int64N(int64(whole)))
		t.Run(fmt.Sprintf("%d after %v", n, moment.Round(time.Millisecond)), func(t *testing.T) {
			killAt(t, home, lesson, moment)
			finished := finishedParts(t, home)
			out, errOut, status := run(t, home, shortCreate(lesson)...)
			if status != cli.OK {
				t.Fatalf("the second run: status %d: %s", status, errOut)
			}
			checkWhole(t, home, out)
			for path, before := range finished {
				info, err := os.Stat(path)
				if err != nil || !info.ModTime().Equal(before) {
					t.Errorf("%s was made again (%v)", filepath.Base(path), err)
				}
			}
		})
	}
}

// shortCreate are the arguments that make a story that is soon done.
func shortCreate(lesson string) []string { return []string{"create", "--json", "--pages", "5", lesson} }

// killAt starts making a story and kills the process, with its children, at a
// moment.
func killAt(t *testing.T, home, lesson string, moment time.Duration) {
	t.Helper()
	cmd := program(t, home, shortCreate(lesson)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	_ = cmd.Wait() // killed, or done before
}

// finishedParts gives the assets of the parts that story.json calls ready,
// with the time of their writing. The library must open.
func finishedParts(t *testing.T, home string) map[string]time.Time {
	t.Helper()
	if _, errOut, status := run(t, home, "list", "--json"); status != cli.OK {
		t.Fatalf("the library does not open: %s", errOut)
	}
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := lib.IDs()
	if err != nil {
		t.Fatal(err)
	}
	finished := map[string]time.Time{}
	for _, id := range ids {
		s, err := lib.Load(id)
		if err != nil {
			t.Fatalf("story %s: %v", id, err)
		}
		for _, p := range s.Pages {
			for rel, part := range map[string]story.Part{p.Picture: p.Parts.Picture, p.Narration: p.Parts.Voice} {
				if !part.State.Usable() {
					continue
				}
				path := lib.Path(id, rel)
				info, err := os.Stat(path)
				if err != nil {
					t.Fatalf("a part is called ready and its file is missing: %v", err)
				}
				finished[path] = info.ModTime()
			}
		}
	}
	return finished
}

// checkWhole fails unless out reports a finished story without gaps and the
// library holds exactly that one.
func checkWhole(t *testing.T, home, out string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var done struct {
		Event, Story, Dir string
		Pages, Gaps       int
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &done); err != nil || done.Event != "done" || done.Gaps != 0 || done.Pages < 5 {
		t.Fatalf("the last line is %s (%v)", lines[len(lines)-1], err)
	}
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := lib.Load(done.Story)
	if err != nil || s.Status != story.Done {
		t.Fatal(s, err)
	}
	for _, rel := range s.Assets() {
		if _, err := lib.ReadAsset(s.ID, rel); err != nil {
			t.Error(err)
		}
	}
	if files, err := os.ReadDir(filepath.Join(done.Dir, "assets")); err != nil || len(files) != len(s.Assets()) {
		t.Errorf("%d files for %d assets (%v)", len(files), len(s.Assets()), err)
	}
	if ids, err := lib.IDs(); err != nil || len(ids) != 1 {
		t.Errorf("%d stories in the library (%v)", len(ids), err)
	}
}

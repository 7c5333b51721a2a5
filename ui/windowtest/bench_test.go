package windowtest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"edusmart/core/document"
)

// TestMain lets the test binary be the child that holds MuPDF.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == document.ChildCommand {
		os.Exit(document.Child(os.Args[2:]))
	}
	os.Exit(m.Run())
}

// mark prints a figure beside the most that it may be.
func mark(b *testing.B, what string, got, most float64, unit string) {
	b.Helper()
	verdict := "ok"
	if got > most {
		verdict = "OVER ITS MARK"
	}
	fmt.Printf("%-58s %8.2f %s (at most %g): %s\n", what, got, unit, most, verdict)
	b.ReportMetric(got, strings.ReplaceAll(unit, " ", "-"))
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// made is what was measured of one "create".
type made struct {
	firstPage, whole time.Duration
	peakMB           float64 // resident memory of the parent
}

// makeStory makes a story in a process of its own and listens to it.
func makeStory(b *testing.B, document string) made {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), binaryFor(b), "create", "--json", document)
	cmd.Env = append(os.Environ(), "EDUSMART_HOME="+b.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	var m made
	ready := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var e struct {
			Event, State string
			Page         int
		}
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			b.Fatal(err)
		}
		if e.Event == "part" && e.Page == 1 && e.State == "ready" {
			if ready++; ready == 3 {
				m.firstPage = time.Since(begun)
			}
		}
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	m.whole = time.Since(begun)
	if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.peakMB = float64(use.Maxrss) / 1024
	}
	return m
}

func binaryFor(b *testing.B) string {
	b.Helper()
	path := os.Getenv("EDUSMART_BINARY")
	if path == "" {
		b.Fatal("run this with make bench")
	}
	return path
}

func BenchmarkTenPagesToAStory(b *testing.B) {
	document := textbook(b, 10)
	for b.Loop() {
		var first, whole []time.Duration
		for range 5 {
			m := makeStory(b, document)
			first, whole = append(first, m.firstPage), append(whole, m.whole)
		}
		mark(b, "10-page PDF: from the drop to the first playable page", median(first).Seconds(), 1, "s")
		mark(b, "10-page PDF: from the drop to the whole story", median(whole).Seconds(), 4, "s")
	}
}

func BenchmarkTextbookToAStory(b *testing.B) {
	document := textbook(b, 120)
	for b.Loop() {
		m := makeStory(b, document)
		mark(b, "120-page textbook: to the finished story", m.whole.Seconds(), 15, "s")
		mark(b, "120-page textbook: peak memory of the parent", m.peakMB, 300, "MB")
	}
}

// BenchmarkRead100Pages reads with the child process, as the application does:
// the text of every page, made into blocks.
func BenchmarkRead100Pages(b *testing.B) {
	path := textbook(b, 100)
	for b.Loop() {
		var ours, theirs []time.Duration
		for range 7 {
			begun := time.Now()
			doc, err := document.Read(b.Context(), path, 0, 0)
			if err != nil || doc.Pages != 100 {
				b.Fatalf("%v", err)
			}
			ours = append(ours, time.Since(begun))
			begun = time.Now()
			if out, err := exec.CommandContext(b.Context(), "mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, path).CombinedOutput(); err != nil {
				b.Fatalf("mutool: %v: %s", err, out)
			}
			theirs = append(theirs, time.Since(begun))
		}
		fmt.Printf("100-page PDF read: %v, by mutool %v\n", median(ours), median(theirs))
		mark(b, "100-page PDF read, against mutool draw -F txt", median(ours).Seconds()/median(theirs).Seconds(), 1.3, "times")
	}
}

// emptyWindow builds the smallest program with a window.
func emptyWindow(b *testing.B) string {
	b.Helper()
	empty := filepath.Join(b.TempDir(), "emptywindow")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-o", empty, "./emptywindow").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return empty
}

func BenchmarkStartAgainstAnEmptyWindow(b *testing.B) {
	empty := emptyWindow(b)
	d := newDesktop(b, 1366, 768)
	home := b.TempDir()
	for b.Loop() {
		var ours, theirs []time.Duration
		for range 15 {
			ours = append(ours, d.firstFrame(b, home, binaryFor(b)))
			theirs = append(theirs, d.firstFrame(b, home, empty))
		}
		fmt.Printf("start to first frame: %v, an empty window's %v\n", median(ours), median(theirs))
		mark(b, "start to first frame, against an empty Fyne window", median(ours).Seconds()/median(theirs).Seconds(), 1.3, "times")
	}
}

// firstFrame starts a program and gives the time until its window, which is
// light, is painted.
func (d *desktop) firstFrame(b *testing.B, home, program string) time.Duration {
	b.Helper()
	eye := d.watcher(b)
	cmd := d.command(program)
	cmd.Env = append(cmd.Env, "EDUSMART_HOME="+home, "FYNE_THEME=light")
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	took := eye.until(b, begun, func() bool { return !eye.dark() })
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	until(b, 20*time.Second, "the program is closed", func() bool {
		id := firstLine(d.output("xdotool", "search", "--onlyvisible", "--name", "EduSmart"))
		if n, err := strconv.Atoi(id); err == nil { // the window manager may not have it yet
			d.output("wmctrl", "-i", "-c", fmt.Sprintf("0x%x", n))
		}
		select {
		case err := <-ended:
			if err != nil {
				b.Fatal(err)
			}
			return true
		default:
			return false
		}
	})
	until(b, 10*time.Second, "the window goes away", eye.dark)
	eye.close()
	return took
}

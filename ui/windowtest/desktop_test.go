package windowtest

import (
	"bufio"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desktop is a screen without a monitor: Xvfb with a window manager.
type desktop struct {
	t       testing.TB
	display string // ":7"
	env     []string
	shots   string // folder of the screenshots
}

// newDesktop starts a screen of the given size; it ends with the test.
func newDesktop(t testing.TB, width, height int, env ...string) *desktop {
	t.Helper()
	return desktopOf(t, exec.CommandContext(t.Context(), "Xvfb", "-displayfd", "3", "-screen", "0",
		fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp", "-noreset"), env...)
}

// desktopOf starts a window manager on the X server x, which tells its number
// in file 3.
func desktopOf(t testing.TB, x *exec.Cmd, env ...string) *desktop {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	x.ExtraFiles = []*os.File{write}
	start(t, x)
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("%s did not start: %v", x.Path, err)
	}
	d := &desktop{t: t, display: ":" + strings.TrimSpace(number), shots: os.Getenv("EDUSMART_SHOTS")}
	if d.shots == "" {
		d.shots = t.TempDir()
	}
	if err := os.MkdirAll(d.shots, 0o755); err != nil {
		t.Fatal(err)
	}
	d.env = append(os.Environ(), "DISPLAY="+d.display, "WAYLAND_DISPLAY=", "LANG=en_US.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1")
	d.env = append(d.env, env...)
	start(t, d.command("openbox"))
	return d
}

// start runs cmd in the background and ends it, with its children, when the
// test ends.
func start(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s: %v", cmd.Path, err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait() // killed
	})
}

func (d *desktop) command(name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(d.t.Context(), name, args...)
	cmd.Env = d.env
	return cmd
}

// output runs a command and gives what it prints; "" where it fails.
func (d *desktop) output(name string, args ...string) string {
	out, err := d.command(name, args...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// until waits for a condition of the world outside, which can only be asked
// again and again.
func until(t testing.TB, limit time.Duration, what string, done func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case <-ctx.Done():
			t.Fatalf("after %v still not: %s", limit, what)
		case <-tick.C:
		}
	}
}

// application is a running EduSmart.
type application struct {
	*desktop
	home   string
	window uint32
	log    string // file of its stderr
	ended  chan error
}

// launch starts the built program and waits for its window.
func (d *desktop) launch(home string, args ...string) *application {
	d.t.Helper()
	a := &application{desktop: d, home: home, log: filepath.Join(d.t.TempDir(), "stderr"), ended: make(chan error, 1)}
	cmd := d.command(binary(d.t), args...)
	cmd.Env = append(cmd.Env, "EDUSMART_HOME="+home)
	if _, timed := d.t.(*testing.B); !timed {
		cmd.Env = append(cmd.Env, "EDUSMART_CHECK_THREADS=1")
	}
	stderr, err := os.Create(a.log)
	if err != nil {
		d.t.Fatal(err)
	}
	defer stderr.Close()
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() { a.ended <- cmd.Wait() }()
	d.t.Cleanup(func() { _ = cmd.Process.Kill() }) // where it was not closed
	until(d.t, 30*time.Second, "a window named EduSmart", func() bool {
		id, err := strconv.ParseUint(firstLine(d.output("xdotool", "search", "--onlyvisible", "--name", "EduSmart")), 10, 32)
		a.window = uint32(id)
		return err == nil
	})
	d.output("xdotool", "windowfocus", "--sync", strconv.Itoa(int(a.window)))
	return a
}

func firstLine(s string) string { return strings.SplitN(s, "\n", 2)[0] }

// binary is the program under test, built before.
func binary(t testing.TB) string {
	t.Helper()
	path := os.Getenv("EDUSMART_BINARY")
	if path == "" {
		path = filepath.Join("..", "..", "bin", "edusmart")
	}
	abs, err := filepath.Abs(path)
	if err == nil {
		_, err = os.Stat(abs)
	}
	if err != nil {
		t.Fatalf("build the program first (make window): %v", err)
	}
	return abs
}

// key presses a key in the window.
func (a *application) key(name string) {
	a.output("xdotool", "key", "--window", strconv.Itoa(int(a.window)), name)
}

// close closes the window as its user does and waits for the end.
func (a *application) close() {
	a.t.Helper()
	a.output("wmctrl", "-i", "-c", fmt.Sprintf("0x%x", a.window))
	select {
	case err := <-a.ended:
		log, readErr := os.ReadFile(a.log)
		if err != nil || readErr != nil {
			a.t.Fatalf("the program ended with %v, %v\n%s", err, readErr, log)
		}
		if strings.Contains(string(log), "Error in Fyne call thread") {
			a.t.Errorf("the toolkit was called on another goroutine than its own:\n%s", log)
		}
	case <-time.After(20 * time.Second):
		a.t.Fatal("the program did not end")
	}
}

// shot keeps a screenshot and gives its picture.
func (a *application) shot(name string) image.Image {
	a.t.Helper()
	path := filepath.Join(a.shots, name+".png")
	if out, err := a.command("import", "-window", strconv.Itoa(int(a.window)), "png:"+path).CombinedOutput(); err != nil {
		a.t.Fatalf("screenshot: %v: %s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		a.t.Fatal(err)
	}
	return img
}

// settled waits until the window has been painted and stays as it is, and
// keeps that screenshot.
func (a *application) settled(name string) image.Image {
	a.t.Helper()
	last := a.shot(name)
	until(a.t, 10*time.Second, name+" stands still", func() bool {
		before := last
		last = a.shot(name)
		r, g, b, _ := last.At(2, last.Bounds().Dy()/2).RGBA()
		return r+g+b > 0 && changed(before, last) < 0.001
	})
	return last
}

// changed gives the share of pixels in which two pictures differ.
func changed(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	r := a.Bounds()
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}

package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// dummyConfig is an X server whose outputs are plugged in by xrandr and shown
// nowhere.
const dummyConfig = `
Section "Device"
	Identifier "device"
	Driver "dummy"
	VideoRam 65536
EndSection
Section "Monitor"
	Identifier "monitor"
	HorizSync 5-1000
	VertRefresh 5-200
EndSection
Section "Screen"
	Identifier "screen"
	Device "device"
	Monitor "monitor"
	DefaultDepth 24
	SubSection "Display"
		Virtual 3840 1200
	EndSubSection
EndSection
`

// newTwoScreens is a laptop of 1368 by 768 to which a projector of 1280 by 720
// can be plugged.
func newTwoScreens(t *testing.T) *desktop {
	t.Helper()
	folder := t.TempDir()
	config := filepath.Join(folder, "xorg.conf")
	if err := os.WriteFile(config, []byte(dummyConfig), 0o644); err != nil {
		t.Fatal(err)
	}
	d := desktopOf(t, exec.CommandContext(t.Context(), "Xorg", "-displayfd", "3", "-config", config,
		"-logfile", filepath.Join(folder, "log"), "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts"))
	d.randr("--output", "DUMMY0", "--mode", "1368x768", "--pos", "0x0", "--primary")
	// VESA's timings.
	d.randr(append([]string{"--newmode", "beam"}, strings.Fields("74.48 1280 1336 1472 1664 720 721 724 746 -hsync +vsync")...)...)
	d.randr("--addmode", "DUMMY1", "beam")
	return d
}

func (d *desktop) randr(args ...string) {
	d.t.Helper()
	if out, err := d.command("xrandr", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xrandr %v: %v: %s", args, err, out)
	}
}

// plug plugs the projector in; the server looks at its outputs only when it is
// asked.
func (d *desktop) plug() {
	d.randr("--output", "DUMMY1", "--mode", "beam", "--pos", "1368x0")
	d.randr("--query")
}

func (d *desktop) unplug() { d.randr("--output", "DUMMY1", "--off") }

// A place is that of a window on all screens, in pixels.
type place struct{ x, y, w, h int }

func (a *application) place() (p place) {
	for line := range strings.Lines(a.output("xdotool", "getwindowgeometry", "--shell", strconv.Itoa(int(a.window)))) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		n, _ := strconv.Atoi(value)
		switch name {
		case "X":
			p.x = n
		case "Y":
			p.y = n
		case "WIDTH":
			p.w = n
		case "HEIGHT":
			p.h = n
		}
	}
	return p
}

// The page goes to the projector's screen by itself, comes back when the cable
// is pulled, and goes there again when it is plugged in.
func TestTheClassGetsTheScreenThatTheTeacherDoesNotLookAt(t *testing.T) {
	home := t.TempDir()
	d := newTwoScreens(t)
	d.plug()
	create := d.command(binary(t), "create", filepath.Join("..", "..", "assets", "samples", "volcano.docx"))
	create.Env = append(create.Env, "EDUSMART_HOME="+home)
	if out, err := create.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	laptop := d.launch(home)
	library := laptop.settled("screens-1-library")
	d.output("xdotool", "mousemove", "1276", "180", "click", "1")
	until(t, 10*time.Second, "the story is shown", func() bool { return changed(library, laptop.settled("screens-2-story")) > 0.1 })
	laptop.key("F5")
	laptop.settled("screens-3-before")
	laptop.key("F5")
	beam := laptop.second()

	full := place{1368, 0, 1280, 720}
	filled := func() bool { return beam.place() == full }
	until(t, 10*time.Second, "the class's window fills the projector's screen", filled)
	if p := laptop.place(); p.x >= 1368 {
		t.Errorf("the teacher's window went to %+v", p)
	}
	beam.key("y")
	beam.settled("screens-4-projector")
	laptop.shot("screens-4-laptop")
	d.unplug()
	until(t, 10*time.Second, "without the projector the window is on the laptop", func() bool {
		p := beam.place()
		return p.x < 1368 && p.w < 1368
	})
	laptop.shot("screens-5-unplugged")
	d.plug()
	until(t, 10*time.Second, "plugged in again, the window fills its screen", filled)
	laptop.close()
}

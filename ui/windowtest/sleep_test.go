package windowtest

import (
	"bufio"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// screenSaver stands where a desktop's screen saver does: on a session bus of
// its own (https://specifications.freedesktop.org/idle-inhibit-spec).
type screenSaver struct {
	held atomic.Int32 // how often it was asked to stay away
}

// Inhibit is called by an application that wants the screen to stay on.
func (s *screenSaver) Inhibit(string, string) (uint32, *dbus.Error) {
	s.held.Add(1)
	return 7, nil
}

// UnInhibit takes the number that Inhibit gave.
func (s *screenSaver) UnInhibit(cookie uint32) *dbus.Error {
	if cookie == 7 {
		s.held.Add(-1)
	}
	return nil
}

// newScreenSaver starts a session bus with a screen saver on it, and gives the
// variable by which programs find it.
func newScreenSaver(t *testing.T) (s *screenSaver, env string) {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	bus := (&desktop{t: t, env: os.Environ()}).command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3")
	bus.ExtraFiles = []*os.File{write}
	start(t, bus)
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("the session bus did not start: %v", err)
	}
	address = strings.TrimSpace(address)
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	s = &screenSaver{}
	const name = "org.freedesktop.ScreenSaver"
	if err := conn.Export(s, "/org/freedesktop/ScreenSaver", name); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("%s: %v, %v", name, reply, err)
	}
	return s, "DBUS_SESSION_BUS_ADDRESS=" + address
}

// awake waits until the screen is kept on, or no longer.
func (s *screenSaver) awake(t *testing.T, want bool, when string) {
	t.Helper()
	until(t, 5*time.Second, when, func() bool { return s.held.Load() == map[bool]int32{true: 1}[want] })
}

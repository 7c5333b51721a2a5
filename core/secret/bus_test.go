//go:build linux

package secret

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWithoutABus runs TestTheSystemsKeyring in a process that cannot reach
// any session bus, as on a server or over SSH.
func TestWithoutABus(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTheSystemsKeyring$", "-test.v")
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "PATH=") && !strings.HasPrefix(v, "DISPLAY=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	nowhere := filepath.Join(t.TempDir(), "none")
	cmd.Env = append(cmd.Env, busless+"=1", "PATH="+nowhere, "XDG_RUNTIME_DIR="+nowhere, "DBUS_SESSION_BUS_ADDRESS=unix:path="+nowhere)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS") {
		t.Errorf("%v\n%s", err, out)
	}
}

const busless = "EDUSMART_BUSLESS"

func TestTheSystemsKeyring(t *testing.T) {
	if os.Getenv(busless) == "" {
		t.Skip("only in the process that TestWithoutABus starts: this one may reach the keyring of whoever runs it")
	}
	s := New(filepath.Join(t.TempDir(), "key"))
	loads(t, s, "", "")
	saves(t, s, typed, File)
	loads(t, s, typed, File)
	if err := s.Remove(t.Context()); err != nil || exists(s.file) {
		t.Errorf("Remove: %v", err)
	}
	loads(t, s, "", "")
}

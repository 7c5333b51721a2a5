//go:build unix

package exporttest

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// lock waits until no other process installs packages, and keeps them from it
// until unlock is called.
func lock(t testing.TB) (unlock func()) {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(os.TempDir(), "edusmart-npm.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	return func() { file.Close() }
}

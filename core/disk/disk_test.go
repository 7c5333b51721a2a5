package disk_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"edusmart/core/disk"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWriteWholeReplacesAFileAndItsMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte("old and longer"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := disk.WriteWhole(path, 0o600, text("new")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "new" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
	if info, err := os.Stat(path); err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Errorf("mode %v (%v), want 0600", info.Mode(), err)
	}
}

func TestNobodyElseCanReadWhileItIsWritten(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permission bits are Unix's")
	}
	dir := t.TempDir()
	err := disk.WriteWhole(filepath.Join(dir, "a"), 0o600, func(w io.Writer) error {
		files, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, f := range files {
			info, err := f.Info()
			if err != nil {
				return err
			}
			if info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s has mode %v while it is written", f.Name(), info.Mode())
			}
		}
		if len(files) != 1 {
			t.Errorf("%d files while one is written", len(files))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFailedWriteChangesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("half way")
	err := disk.WriteWhole(path, 0o600, func(w io.Writer) error {
		return errors.Join(text("ne")(w), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Errorf("the file holds %q", data)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files are left", len(files))
	}
}

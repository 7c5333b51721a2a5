// Package disk writes files whole: a crash at any instant leaves the old file
// or the new one, never half of one.
//
// Called by whatever keeps a file of its own: library, usage, secret, core. Imports the
// standard library only.
package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteWhole writes a file with the given permission bits: a temporary file
// beside it that nobody else can read, fsync, rename, fsync of the folder.
// write may fail; then nothing is changed. The folder must be there.
func WriteWhole(path string, mode os.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*") // mode 0600 from its first byte
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return SyncDir(filepath.Dir(path))
}

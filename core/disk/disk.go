// Package disk reads files within bounds and writes them whole: a crash at any
// instant leaves the old file or the new one, never half of one, and what it
// leaves of temporary files is found again (Traces).
//
// Called by whatever keeps a file of its own: library, usage, secret, export,
// core. Imports the standard library, and on Windows its counterpart for the
// system.
package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteWhole writes a file with the given permission bits: a temporary file
// beside it that nobody else can read, fsync, rename, fsync of the folder.
// write may fail; then nothing is changed. The folder must be there.
func WriteWhole(path string, mode os.FileMode, write func(io.Writer) error) error {
	return WriteWholeAs(path, partPattern, mode, write)
}

// WriteWholeAs is WriteWhole with a pattern for the temporary file's name, as
// os.CreateTemp takes it.
func WriteWholeAs(path, pattern string, mode os.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), pattern) // mode 0600 from its first byte
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

// ReadLimited reads a file of at most limit bytes; a larger one is an error.
func ReadLimited(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d bytes", path, limit)
	}
	return data, err
}

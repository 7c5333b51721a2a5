package library

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteWhole writes a file so that a crash at any instant leaves the old file
// or the new one: temporary file beside it, fsync, rename, fsync of the
// folder. write may fail; then nothing is changed.
func WriteWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(0o644)
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
	return syncDir(filepath.Dir(path))
}

func writeWhole(path string, data []byte) error {
	return WriteWhole(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

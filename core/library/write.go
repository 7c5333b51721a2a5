package library

import (
	"io"

	"edusmart/core/disk"
)

// fileMode lets others on this computer read stories, as they can read other
// documents.
const fileMode = 0o644

func writeWhole(path string, data []byte) error {
	return disk.WriteWhole(path, fileMode, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

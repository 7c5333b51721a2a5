package library

import (
	"io"
	"os"

	"edusmart/core/disk"
)

// fileMode lets others on this computer read stories, as they can read other
// documents.
const fileMode = 0o644

// part is the pattern of the names of half-written files. They carry the
// computer's ID, so that one computer never sweeps what another is writing.
func (l *Library) part() string { return ".part-" + l.computer.ID + "-*" }

func (l *Library) write(path string, data []byte) error {
	return disk.WriteWholeAs(path, l.part(), fileMode, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// copyFile copies a file whole.
func copyFile(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	return disk.WriteWhole(to, fileMode, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

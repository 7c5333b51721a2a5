// Package export hands a story on: to readers, printers, players, quiz
// programs and slides, all without a network. Each format is a package of its
// own below this one; here is the list of them, and a file is written whole or
// not at all.
//
// Called by core. May import story, library, model and the packages below it.
package export

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"edusmart/core/disk"
	"edusmart/core/export/content"
	"edusmart/core/model"
)

// Format is one form in which a story can be handed on.
type Format struct {
	Name   string // on the command line: "epub"
	Ending string // of the file, without the dot: "epub"
	Title  string // for the teacher: "E-book (EPUB)"
	Use    string // one sentence: what it is good for
	write  content.Writer
	// missing gives one sentence where the format cannot be made on this
	// computer, else ""; nil: it always can.
	missing func() string
}

// Missing is one sentence where the format cannot be made on this computer.
func (f Format) Missing() string {
	if f.missing == nil {
		return ""
	}
	return f.missing()
}

// Formats are all of them, in the order in which they are shown.
var Formats = []Format{}

// Find gives the format called name.
func Find(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write writes the story to path, whole or not at all: what was at path stays
// until the new file is complete. Errors are *model.Error, or the context's.
func (f Format) Write(ctx context.Context, c *content.Content, path string, progress content.Progress) error {
	var made error // of the format, where it is not the disk's
	err := disk.WriteWhole(path, 0o644, func(w io.Writer) error {
		made = f.write(ctx, c, w, progress)
		return made
	})
	var known *model.Error
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return err
	case made == nil || errors.As(made, new(*fs.PathError)):
		return model.Errorf("export "+f.Name, model.Device, "The file could not be saved there. Choose another folder, or make room on the disk.", err)
	}
	return model.Errorf("export "+f.Name, model.Unusable, "The file could not be made, because a part of the story cannot be read. Make that page's picture or voice again.", err)
}

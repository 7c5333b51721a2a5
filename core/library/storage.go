package library

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Size is how many bytes of disk a story takes, or several.
type Size struct {
	Sources  int64 // kept source documents
	Pictures int64
	Voices   int64
	Rest     int64 // texts, and what no version uses any more
}

// Total is all of it.
func (s Size) Total() int64 { return s.Sources + s.Pictures + s.Voices + s.Rest }

// Plus adds two sizes.
func (s Size) Plus(o Size) Size {
	return Size{s.Sources + o.Sources, s.Pictures + o.Pictures, s.Voices + o.Voices, s.Rest + o.Rest}
}

// Size measures a story; source is its kept document, as in Digest.SourceFile.
func (l *Library) Size(id, source string) Size {
	var s Size
	_ = filepath.WalkDir(l.Dir(id), func(path string, d fs.DirEntry, err error) error {
		size := sizeOf(d, err)
		switch {
		case source != "" && filepath.Base(path) == filepath.Base(source):
			s.Sources += size
		case strings.HasSuffix(path, ".wav"):
			s.Voices += size
		case strings.HasSuffix(path, ".png") || strings.HasSuffix(path, ".jpg"):
			s.Pictures += size
		default:
			s.Rest += size
		}
		return nil
	})
	return s
}

// DeletedSize measures the deleted stories that can still be brought back.
func (l *Library) DeletedSize() (bytes int64) {
	_ = filepath.WalkDir(filepath.Join(l.Root(), deletedDir), func(_ string, d fs.DirEntry, err error) error {
		bytes += sizeOf(d, err)
		return nil
	})
	return bytes
}

// sizeOf gives the bytes of a file that a walk has met; what is no file, or
// gone meanwhile, takes no room.
func sizeOf(d fs.DirEntry, err error) int64 {
	if err != nil || !d.Type().IsRegular() {
		return 0
	}
	info, err := d.Info()
	if err != nil {
		return 0
	}
	return info.Size()
}

// RemoveSource takes the kept document out of a story. The caller holds the
// story's lock.
func (l *Library) RemoveSource(s *story.Story) error {
	path := l.Path(s.ID, s.Source.File)
	s.Source.File = ""
	if err := l.Save(s); err != nil || path == "" {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskError("remove source", err)
	}
	return nil
}

// MoveTo copies the whole library to another folder, which becomes the
// library's, and then removes the stories from the old one. progress is told
// how many stories of how many are there. A stopped or failed move leaves the
// library where it was and takes back nothing: it can be gone on with. Stories
// that the folder has already stay as they are there. Nobody may be working on
// a story.
func (l *Library) MoveTo(ctx context.Context, root string, progress func(done, of int)) error {
	const op = "move library"
	to, err := makeFolder(root)
	if err != nil {
		return err
	}
	from := l.Root()
	if rel, err := filepath.Rel(from, to); err == nil && (rel == "." || !strings.HasPrefix(rel, "..")) {
		return model.Errorf(op, model.Input, "The stories cannot be moved into their own folder. Choose another folder.", nil)
	}
	ids, err := l.IDs()
	if err != nil {
		return err
	}
	target := at(to, l.computer)
	for i, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress(i, len(ids))
		if err := copyStory(ctx, l, target, id); err != nil {
			return model.Errorf(op, model.Device, "The stories could not be copied. Check that the folder has room. They are where they were.", err)
		}
	}
	progress(len(ids), len(ids))
	l.root.Store(&to)
	for _, id := range ids {
		if err := os.RemoveAll(filepath.Join(from, id)); err != nil {
			return model.Errorf(op, model.Device, "The stories are in the new folder. Not all could be removed from "+from+".", err)
		}
	}
	return nil
}

// copyStory copies a story's folder, whole or not at all.
func copyStory(ctx context.Context, from, to *Library, id string) error {
	if to.has(id) {
		return nil
	}
	temp, err := os.MkdirTemp(to.Root(), importPrefix+to.computer.ID+"-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp) // empty by then, or of no use
	dir := filepath.Join(temp, id)
	err = filepath.WalkDir(from.Dir(id), func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(from.Dir(id), path)
		switch {
		case errors.Join(err, relErr, ctx.Err()) != nil:
			return errors.Join(err, relErr, ctx.Err())
		case d.IsDir():
			return os.MkdirAll(filepath.Join(dir, rel), 0o755)
		case !d.Type().IsRegular() || d.Name() == ".lock" || strings.HasPrefix(d.Name(), ".part-"):
			return nil
		}
		return copyFile(path, filepath.Join(dir, rel))
	})
	if err == nil {
		err = os.Rename(dir, to.Dir(id))
	}
	if err == nil {
		err = disk.SyncDir(to.Root())
	}
	return err
}

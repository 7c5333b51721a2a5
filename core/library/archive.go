package library

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Ending is the file ending of an exported story, without its dot.
const Ending = "edusmart"

// Limits on a story file that comes from outside.
const (
	maxArchive        = 2 << 30 // bytes of the file, and of all that is in it
	maxArchiveEntries = 2_000
)

// Export writes the story id as one file, whole or not at all: a zip with
// story.json and the assets that the story uses.
func (l *Library) Export(ctx context.Context, id, path string) error {
	const op = "export story"
	s, err := l.Load(id)
	if err != nil {
		return err
	}
	err = disk.WriteWhole(path, fileMode, func(w io.Writer) error {
		z := zip.NewWriter(w)
		for _, rel := range s.Assets() {
			if err := ctx.Err(); err != nil {
				return err
			}
			data, err := l.ReadAsset(id, rel)
			if err != nil {
				return err
			}
			if err := addFile(z, rel, data); err != nil {
				return err
			}
		}
		data, err := fs.ReadFile(os.DirFS(l.Dir(id)), storyFile)
		if err != nil {
			return err
		}
		return errors.Join(addFile(z, storyFile, data), z.Close())
	})
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*model.Error](err); ok || ctx.Err() != nil {
		return err
	}
	return model.Errorf(op, model.Device,
		fmt.Sprintf("The story cannot be written to %s. Check that the folder exists and has room.", path), err)
}

// addFile stores data; pictures and sound do not shrink, text does.
func addFile(z *zip.Writer, name string, data []byte) error {
	method := zip.Store
	if strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".wav") {
		method = zip.Deflate
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Import takes the story file at path into the library and gives its id. A
// story that is there already, word for word, is not taken twice: same is
// then true. Nothing in the file can write outside its own folder, and
// nothing is left behind when it is not a whole story.
func (l *Library) Import(ctx context.Context, path string) (id string, same bool, err error) {
	const op = "import story"
	f, z, err := openArchive(path)
	if err != nil {
		return "", false, err
	}
	defer f.Close()
	s, err := storyOf(z)
	if err != nil {
		return "", false, err
	}
	if old, err := l.Load(s.ID); err == nil && old.Modified.Equal(s.Modified) && slices.Equal(old.Assets(), s.Assets()) {
		return s.ID, true, nil
	}
	s.ID = l.FreeID(s.ID)

	temp, err := os.MkdirTemp(l.root, ".import-*")
	if err != nil {
		return "", false, diskError(op, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	staging := &Library{root: temp}
	if err := copyAssets(ctx, staging, s, z); err != nil {
		return "", false, err
	}
	modified := s.Modified
	if err := staging.saveAs(s, modified); err != nil {
		return "", false, err
	}
	if err := os.Rename(staging.Dir(s.ID), l.Dir(s.ID)); err != nil {
		return "", false, diskError(op, err)
	}
	if err := disk.SyncDir(l.root); err != nil {
		return "", false, diskError(op, err)
	}
	return s.ID, false, nil
}

func openArchive(path string) (*os.File, *zip.Reader, error) {
	const op = "import story"
	bad := func(say string, err error) error { return model.Errorf(op, model.Input, say, err) }
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, bad(fmt.Sprintf("The file %s is not there. Choose another file.", filepath.Base(path)), err)
	case info.IsDir():
		return nil, nil, bad("This is a folder. Choose the story file inside it.", nil)
	case info.Size() > maxArchive:
		return nil, nil, bad("This file is larger than 2 GB and cannot be a story. Choose another file.", nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, bad("This file cannot be read. Check that you may open it.", err)
	}
	z, err := zip.NewReader(f, info.Size())
	if err == nil && len(z.File) <= maxArchiveEntries {
		return f, z, nil
	}
	if err == nil {
		err = fmt.Errorf("%d entries", len(z.File))
	}
	return nil, nil, bad("This is not a story file, or it is damaged. Choose a file that ends in ."+Ending+".", errors.Join(err, f.Close()))
}

func storyOf(z *zip.Reader) (*story.Story, error) {
	f, err := z.Open(storyFile)
	if err != nil {
		return nil, model.Errorf("import story", model.Input, "There is no story in this file. Choose a file that ends in ."+Ending+".", err)
	}
	defer f.Close()
	return Decode(f)
}

// copyAssets takes only what the story names, under the name of its own
// content, and stops at the limits.
func copyAssets(ctx context.Context, to *Library, s *story.Story, z *zip.Reader) error {
	var total int64
	for _, rel := range s.Assets() {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := readChecked(z, rel)
		if err != nil {
			return err
		}
		if total += int64(len(data)); total > maxArchive {
			return model.Errorf("import story", model.Input, "This story is larger than 2 GB and cannot be taken in.", nil)
		}
		kept, err := to.PutAsset(s.ID, data, strings.TrimPrefix(filepath.Ext(rel), "."))
		if err != nil {
			return err
		}
		if kept != rel {
			return model.Errorf("import story", model.Input, "This story file is damaged. Export it again.", fmt.Errorf("%s is %s", rel, kept))
		}
	}
	return nil
}

// FreeID gives id, or id with the first number that no story has.
func (l *Library) FreeID(id string) string {
	free := id
	for n := 2; l.Exists(free); n++ {
		free = fmt.Sprintf("%.50s-%d", id, n)
	}
	return free
}

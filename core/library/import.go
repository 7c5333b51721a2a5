package library

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Limits on a story file that comes from outside.
const (
	maxArchive        = 2 << 30 // bytes of the file, and of all that is in it
	maxArchiveEntries = 2_000
)

// Import takes the file at path into the library and gives the story's id: a
// story file, or a zip file of the first EduSmart (see legacy). A story that
// is there already, word for word, is not taken twice: same is then true.
// Nothing in the file can write outside its own folder, and nothing is left
// behind when it is not a whole story.
func (l *Library) Import(ctx context.Context, path string) (id string, same bool, err error) {
	const op = "import story"
	f, z, err := openArchive(path)
	if err != nil {
		return "", false, err
	}
	defer f.Close()
	in, err := readArchive(z)
	if err != nil {
		return "", false, err
	}
	s := in.story
	if old, err := l.Load(s.ID); err == nil && in.same(old) {
		return s.ID, true, nil
	}
	s.ID = l.FreeID(s.ID)

	temp, err := os.MkdirTemp(l.Root(), importPrefix+l.computer.ID+"-*")
	if err != nil {
		return "", false, diskError(op, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	staging := at(temp, l.computer)
	if err := in.assets(ctx, staging, s); err != nil {
		return "", false, err
	}
	if err := staging.place(s); err != nil {
		return "", false, err
	}
	if err := os.Rename(staging.Dir(s.ID), l.Dir(s.ID)); err != nil {
		return "", false, diskError(op, err)
	}
	if err := disk.SyncDir(l.Root()); err != nil {
		return "", false, diskError(op, err)
	}
	return s.ID, false, nil
}

// importPrefix begins the names of the folders in which a story is put
// together before it is in the library.
const importPrefix = ".import-"

// sweepImports removes what imports of this computer left that were killed.
func (l *Library) sweepImports() {
	stale, err := filepath.Glob(filepath.Join(l.Root(), importPrefix+l.computer.ID+"-*"))
	if err != nil {
		return
	}
	for _, dir := range stale {
		if info, err := os.Stat(dir); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.RemoveAll(dir) // tried again next time
		}
	}
}

// incoming is a story from outside, checked but for its assets.
type incoming struct {
	story  *story.Story
	same   func(old *story.Story) bool
	assets func(ctx context.Context, to *Library, s *story.Story) error // puts them
}

// readArchive reads the story of a zip file, whatever made it.
func readArchive(z *zip.Reader) (incoming, error) {
	if err := checkEntries(z); err != nil {
		return incoming{}, err
	}
	data, err := readEntry(z, storyFile, maxStoryFile)
	var h head
	if err != nil || json.Unmarshal(data, &h) == nil && h.Format == 0 {
		return readLegacy(z)
	}
	s, err := Decode(bytes.NewReader(data))
	if err != nil {
		return incoming{}, err
	}
	return incoming{
		story: s,
		same: func(old *story.Story) bool {
			return old.Modified.Equal(s.Modified) && slices.Equal(old.Assets(), s.Assets())
		},
		assets: func(ctx context.Context, to *Library, s *story.Story) error { return copyAssets(ctx, to, s, z) },
	}, nil
}

func badFile(say string, err error) error { return model.Errorf("import story", model.Input, say, err) }

func openArchive(path string) (*os.File, *zip.Reader, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, badFile(fmt.Sprintf("The file %s is not there. Choose another file.", filepath.Base(path)), err)
	case info.IsDir():
		return nil, nil, badFile("This is a folder. Choose the story file inside it.", nil)
	case !info.Mode().IsRegular():
		return nil, nil, badFile("This is not a file that can be read. Choose another file.", nil)
	case info.Size() > maxArchive:
		return nil, nil, badFile("This file is larger than 2 GB and cannot be a story. Choose another file.", nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, badFile("This file cannot be read. Check that you may open it.", err)
	}
	z, err := zip.NewReader(f, info.Size())
	if err == nil || errors.Is(err, zip.ErrInsecurePath) {
		return f, z, nil // names are looked at by checkEntries
	}
	return nil, nil, badFile("This is not a story file, or it is damaged. Choose a file that ends in ."+Ending+".", errors.Join(err, f.Close()))
}

// checkEntries refuses an archive that no story file is: one that is too
// large, and one that means to do harm.
func checkEntries(z *zip.Reader) error {
	if len(z.File) > maxArchiveEntries {
		return badFile("There are too many files in this file for a story. Choose another file.", fmt.Errorf("%d entries", len(z.File)))
	}
	var total uint64
	seen := map[string]bool{}
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		switch mode := f.Mode(); {
		case !fs.ValidPath(strings.TrimSuffix(f.Name, "/")) || strings.ContainsAny(f.Name, "\\\x00:") || !utf8.ValidString(f.Name):
			return badFile("This file tries to write outside its folder and was not taken in. Do not trust who made it.", fmt.Errorf("entry %.80q", f.Name))
		case !mode.IsRegular() && !mode.IsDir():
			return badFile("There is a link in this file, which no story has. It was not taken in.", fmt.Errorf("entry %.80q is %v", f.Name, mode))
		case seen[name]:
			return badFile("This file holds the same name twice and was not taken in. Export the story again.", fmt.Errorf("entry %.80q", f.Name))
		case f.Flags&1 != 0:
			return badFile("This file is locked with a password. Ask for one that is not.", nil)
		}
		seen[name] = true
		total += f.UncompressedSize64
		if f.UncompressedSize64 > maxArchive || total > maxArchive {
			return badFile("This story is larger than 2 GB and cannot be taken in.", fmt.Errorf("%d bytes", total))
		}
	}
	return nil
}

// readEntry reads a file of the archive, of at most limit bytes.
func readEntry(z *zip.Reader, name string, limit int64) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d bytes", name, limit)
	}
	return data, err
}

// copyAssets takes only what the story names, under the name of its own
// content, and stops at the limits.
func copyAssets(ctx context.Context, to *Library, s *story.Story, z *zip.Reader) error {
	for _, rel := range s.Assets() {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := readChecked(z, rel)
		if err != nil {
			return badFile("A picture or sound in this file is missing or damaged. Export the story again.", err)
		}
		kept, err := to.PutAsset(s.ID, data, strings.TrimPrefix(filepath.Ext(rel), "."))
		if err != nil {
			return err
		}
		if kept != rel {
			return badFile("This story file is damaged. Export it again.", fmt.Errorf("%s is %s", rel, kept))
		}
	}
	return nil
}

// FreeID gives id, or id with the first number that no story has or had.
func (l *Library) FreeID(id string) string {
	free := id
	for n := 2; l.Exists(free) || l.wasDeleted(free); n++ {
		free = fmt.Sprintf("%.50s-%d", id, n)
	}
	return free
}

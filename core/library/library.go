// Package library keeps stories on disk, one folder each:
//
//	<root>/<id>/assets/<sha256>.<ending>   pictures, narration, the source
//	<root>/<id>/story.json                 written last, whole
//	<root>/.deleted/<id>/                  what can still be brought back
//
// The rename of story.json is the commit: whatever happens before it, the
// folder holds the old state, and every asset already written is found again
// by its content. docs of the format: FORMAT.md beside this file.
//
// Called by generate and core. May import story and model.
package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

const (
	storyFile  = "story.json"
	assetsDir  = "assets"
	deletedDir = ".deleted"

	maxStoryFile = 64 << 20  // bytes of a story.json
	maxAsset     = 256 << 20 // bytes of one asset
)

// Library is a folder of stories. Its methods may be called from several
// goroutines; two writers of one story are kept apart by Lock.
type Library struct {
	root string
}

// Open opens the library in the folder root and creates it where it is
// missing.
func Open(root string) (*Library, error) {
	abs, err := filepath.Abs(root)
	if err == nil {
		err = os.MkdirAll(abs, 0o755)
	}
	if err != nil {
		return nil, model.Errorf("open library", model.Device,
			fmt.Sprintf("The library folder %s cannot be opened. Choose a folder you may write to.", root), err)
	}
	return &Library{root: abs}, nil
}

// Root is the library's folder, absolute.
func (l *Library) Root() string { return l.root }

// Dir is the folder of a story, absolute.
func (l *Library) Dir(id string) string { return filepath.Join(l.root, id) }

// Path is the file of an asset; "" where rel is not an asset's name.
func (l *Library) Path(id, rel string) string {
	if !story.ValidID(id) || !story.ValidAsset(rel) {
		return ""
	}
	return filepath.Join(l.root, id, filepath.FromSlash(rel))
}

// Exists reports whether a story (or its unfinished folder) has the id.
func (l *Library) Exists(id string) bool {
	_, err := os.Lstat(l.Dir(id))
	return err == nil
}

// Save commits s. Its assets must have been put before.
func (l *Library) Save(s *story.Story) error {
	return l.saveAs(s, time.Now().UTC().Truncate(time.Millisecond))
}

func (l *Library) saveAs(s *story.Story, modified time.Time) error {
	s.Format = story.Format
	s.Modified = modified
	if err := s.Check(); err != nil {
		return model.Errorf("save story", model.Unusable, "The story cannot be saved as it is.", err)
	}
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return model.Errorf("save story", model.Unusable, "The story cannot be saved as it is.", err)
	}
	if err := os.MkdirAll(l.Dir(s.ID), 0o755); err != nil {
		return diskError("save story", err)
	}
	if err := writeWhole(filepath.Join(l.Dir(s.ID), storyFile), append(data, '\n')); err != nil {
		return diskError("save story", err)
	}
	return nil
}

// Load reads a story. A damaged one and one of a newer format give an error
// with a sentence for the teacher.
func (l *Library) Load(id string) (*story.Story, error) {
	const op = "load story"
	if !story.ValidID(id) {
		return nil, model.Errorf(op, model.Input, fmt.Sprintf("There is no story %.60q in the library.", id), nil)
	}
	root, err := os.OpenRoot(l.Dir(id))
	if err != nil {
		return nil, model.Errorf(op, model.Input, fmt.Sprintf("There is no story %q in the library.", id), err)
	}
	defer root.Close()
	f, err := root.Open(storyFile)
	if err != nil {
		return nil, model.Errorf(op, model.Input, "This story was never finished. Make it again from its document.", err)
	}
	defer f.Close()
	s, err := Decode(f)
	if err != nil {
		return nil, err
	}
	if s.ID != id {
		return nil, model.Errorf(op, model.Unusable, "This story's folder was renamed. Import it to use it.", nil)
	}
	return s, nil
}

// Decode reads and checks the JSON form of a story.
func Decode(r io.Reader) (*story.Story, error) {
	const op = "read story"
	damaged := func(err error) error {
		return model.Errorf(op, model.Unusable, "This story is damaged and cannot be opened. Make it again, or import a copy.", err)
	}
	data, err := io.ReadAll(io.LimitReader(r, maxStoryFile+1))
	if err != nil {
		return nil, damaged(err)
	}
	if len(data) > maxStoryFile {
		return nil, damaged(errors.New("larger than 64 MB"))
	}
	var version struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(data, &version); err != nil {
		return nil, damaged(err)
	}
	if version.Format > story.Format {
		return nil, model.Errorf(op, model.Unusable,
			"This story was made by a newer EduSmart. Update EduSmart to open it.",
			fmt.Errorf("format %d, this build knows %d", version.Format, story.Format))
	}
	var s story.Story
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&s); err != nil {
		return nil, damaged(err)
	}
	if err := s.Check(); err != nil {
		return nil, damaged(err)
	}
	return &s, nil
}

// PutAsset keeps data as an asset of the story and gives its name. The same
// data is kept once. ending has no dot.
func (l *Library) PutAsset(id string, data []byte, ending string) (string, error) {
	const op = "save asset"
	if len(data) == 0 || len(data) > maxAsset {
		return "", model.Errorf(op, model.Unusable, "A picture or sound has an impossible size.", fmt.Errorf("%d bytes", len(data)))
	}
	sum := sha256.Sum256(data)
	rel := assetsDir + "/" + hex.EncodeToString(sum[:]) + "." + ending
	path := l.Path(id, rel)
	if path == "" {
		return "", model.Errorf(op, model.Unusable, "A picture or sound has an impossible name.", fmt.Errorf("%q", rel))
	}
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
		return rel, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", diskError(op, err)
	}
	if err := writeWhole(path, data); err != nil {
		return "", diskError(op, err)
	}
	return rel, nil
}

// PutFile copies the file at path as an asset, sum being its SHA-256 in
// hexadecimal, without holding it in memory.
func (l *Library) PutFile(id, path, sum, ending string) (string, error) {
	const op = "save file"
	rel := assetsDir + "/" + sum + "." + ending
	to := l.Path(id, rel)
	if to == "" {
		return "", model.Errorf(op, model.Unusable, "The document has an impossible name.", fmt.Errorf("%q", rel))
	}
	if l.HasAsset(id, rel) {
		return rel, nil
	}
	from, err := os.Open(path)
	if err != nil {
		return "", diskError(op, err)
	}
	defer from.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", diskError(op, err)
	}
	h := sha256.New()
	err = disk.WriteWhole(to, fileMode, func(w io.Writer) error {
		if _, err := io.Copy(io.MultiWriter(w, h), io.LimitReader(from, maxAsset+1)); err != nil {
			return err
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != sum {
			return fmt.Errorf("the file changed while it was copied: %s", got)
		}
		return nil
	})
	if err != nil {
		return "", diskError(op, err)
	}
	return rel, nil
}

// HasAsset reports whether a file stands under the asset's name. Its content
// is checked when it is read.
func (l *Library) HasAsset(id, rel string) bool {
	path := l.Path(id, rel)
	if path == "" {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// ReadAsset reads an asset and checks that it is what its name says.
func (l *Library) ReadAsset(id, rel string) ([]byte, error) {
	const op = "read asset"
	if !story.ValidID(id) || !story.ValidAsset(rel) {
		return nil, model.Errorf(op, model.Unusable, "A file of this story has an impossible name.", fmt.Errorf("%.80q", rel))
	}
	root, err := os.OpenRoot(l.Dir(id))
	if err != nil {
		return nil, model.Errorf(op, model.Input, "The story's folder is gone.", err)
	}
	defer root.Close()
	return readChecked(root.FS(), rel)
}

// readChecked reads rel of fsys and compares it with the hash in its name.
func readChecked(fsys fs.FS, rel string) ([]byte, error) {
	const op, say = "read asset", "A picture or sound of this story is missing or damaged. Make that part again."
	f, err := fsys.Open(rel)
	if err != nil {
		return nil, model.Errorf(op, model.Unusable, say, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxAsset+1))
	if err != nil || len(data) > maxAsset {
		return nil, model.Errorf(op, model.Unusable, say, errors.Join(err, fmt.Errorf("%d bytes", len(data))))
	}
	if sum := sha256.Sum256(data); !strings.Contains(rel, hex.EncodeToString(sum[:])) {
		return nil, model.Errorf(op, model.Unusable, say, fmt.Errorf("%s has another content", rel))
	}
	return data, nil
}

// Entry is one story of a listing.
type Entry struct {
	ID    string
	Story *story.Story // nil where it cannot be read
	Err   error        // why it cannot be read
}

// List reads every story, last opened first. A damaged story is listed with
// its error; a folder that never had a story.json is not listed.
func (l *Library) List() ([]Entry, error) {
	dirs, err := os.ReadDir(l.root)
	if err != nil {
		return nil, model.Errorf("list library", model.Device, "The library folder cannot be read.", err)
	}
	var entries []Entry
	for _, d := range dirs {
		id := d.Name()
		if !d.IsDir() || !story.ValidID(id) {
			continue
		}
		if _, err := os.Lstat(filepath.Join(l.Dir(id), storyFile)); err != nil {
			continue
		}
		s, err := l.Load(id)
		entries = append(entries, Entry{ID: id, Story: s, Err: err})
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		if c := b.recency().Compare(a.recency()); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return entries, nil
}

func (e Entry) recency() time.Time {
	if e.Story == nil {
		return time.Time{}
	}
	if e.Story.Opened.After(e.Story.Created) {
		return e.Story.Opened
	}
	return e.Story.Created
}

// Delete moves a story where Restore finds it. What was deleted before is
// gone for good.
func (l *Library) Delete(id string) error {
	if !story.ValidID(id) || !l.Exists(id) {
		return model.Errorf("delete story", model.Input, "This story is not in the library any more.", nil)
	}
	trash := filepath.Join(l.root, deletedDir)
	err := os.RemoveAll(trash)
	if err == nil {
		err = os.MkdirAll(trash, 0o755)
	}
	if err == nil {
		err = os.Rename(l.Dir(id), filepath.Join(trash, id))
	}
	if err != nil {
		return diskError("delete story", err)
	}
	return nil
}

// Restore brings back the story that was deleted last.
func (l *Library) Restore(id string) error {
	if !story.ValidID(id) {
		return model.Errorf("restore story", model.Input, "This story cannot be brought back.", nil)
	}
	if err := os.Rename(filepath.Join(l.root, deletedDir, id), l.Dir(id)); err != nil {
		return model.Errorf("restore story", model.Device, "This story cannot be brought back.", err)
	}
	return nil
}

// Sweep removes the temporary files and the assets that a killed writer left
// behind and that neither story s nor the history of its edits uses. The
// caller holds the story's lock.
func (l *Library) Sweep(s *story.Story) error {
	used := append(s.Assets(), l.remembered(s)...)
	dir := filepath.Join(l.Dir(s.ID), assetsDir)
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return diskError("sweep story", err)
	}
	for _, f := range files {
		if !slices.Contains(used, assetsDir+"/"+f.Name()) {
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				return diskError("sweep story", err)
			}
		}
	}
	return nil
}

func diskError(op string, err error) error {
	return model.Errorf(op, model.Device, "The story cannot be saved. Check that the disk has room and that you may write to the library folder.", err)
}

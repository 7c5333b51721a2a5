// Package library keeps stories on disk, one folder each:
//
//	<root>/<id>/assets/<sha256>.<ending>   pictures, narration, the source
//	<root>/<id>/story.json                 written last, whole
//	<root>/.deleted/<id>/                  what can still be brought back
//
// The rename of story.json is the commit: whatever happens before it, the
// folder holds the old state, and every asset already written is found again
// by its content. FORMAT.md beside this file describes the format.
//
// Two computers may share the folder through a program that synchronises it:
// versions.go. An Index tells of thousands of stories without reading them.
//
// Called by generate and core. May import story, model, speech and disk.
package library

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

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
	root     atomic.Pointer[string]
	computer Computer
}

func at(root string, c Computer) *Library {
	l := &Library{computer: c}
	l.root.Store(&root)
	return l
}

// Open opens the library in the folder root and creates it where it is
// missing.
func Open(root string) (*Library, error) {
	abs, err := makeFolder(root)
	if err != nil {
		return nil, err
	}
	return at(abs, Computer{ID: rand.Text()}), nil
}

func makeFolder(root string) (string, error) {
	abs, err := filepath.Abs(root)
	if err == nil {
		err = os.MkdirAll(abs, 0o755)
	}
	if err != nil {
		return "", model.Errorf("open library", model.Device,
			fmt.Sprintf("The library folder %s cannot be opened. Choose a folder you may write to.", root), err)
	}
	return abs, nil
}

// Turn makes another folder the library's. Nobody may be working on a story.
func (l *Library) Turn(root string) error {
	abs, err := makeFolder(root)
	if err == nil {
		l.root.Store(&abs)
	}
	return err
}

// Root is the library's folder, absolute.
func (l *Library) Root() string { return *l.root.Load() }

// Dir is the folder of a story, absolute.
func (l *Library) Dir(id string) string { return filepath.Join(l.Root(), id) }

// Path is the file of an asset; "" where rel is not an asset's name.
func (l *Library) Path(id, rel string) string {
	if !story.ValidID(id) || !story.ValidAsset(rel) {
		return ""
	}
	return filepath.Join(l.Root(), id, filepath.FromSlash(rel))
}

// Exists reports whether a story (or its unfinished folder) has the id.
func (l *Library) Exists(id string) bool {
	_, err := os.Lstat(l.Dir(id))
	return err == nil
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
	var s story.Story
	err = json.Unmarshal(data, &s)
	if err != nil { // a newer format may have fields of other kinds
		var h head
		if json.NewDecoder(bytes.NewReader(data)).Decode(&h) != nil {
			return nil, damaged(err)
		}
		s.Format = h.Format
	}
	if s.Format > story.Format {
		return nil, newerError(s.Format)
	}
	if err != nil {
		return nil, damaged(err)
	}
	if err := s.Check(); err != nil {
		return nil, damaged(err)
	}
	return &s, nil
}

func diskError(op string, err error) error {
	return model.Errorf(op, model.Device, "The story cannot be saved. Check that the disk has room and that you may write to the library folder.", err)
}

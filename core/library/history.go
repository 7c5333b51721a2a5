package library

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/model"
	"edusmart/core/story"
)

// MaxHistory bounds the history of a story's edits, in bytes.
const MaxHistory = 8 << 20

const historyPrefix = "history-"

var historyName = lazyregexp.New(`^` + historyPrefix + `[0-9a-f]{16}\.json$`)

func historyFile(edit string) string { return historyPrefix + edit + ".json" }

// WriteHistory keeps the history of a story's edits that belongs to the state
// called edit (story.Story.Edit). It is written before the story that names it
// is saved: a crash between the two leaves the old story with its old history.
// The caller holds the story's lock.
func (l *Library) WriteHistory(id, edit string, data []byte) error {
	if len(data) > MaxHistory {
		return model.Errorf("save history", model.Unusable, "The story's history has grown too large.", nil)
	}
	err := l.noteUnsaved(id, historyFile(edit))
	if err == nil {
		err = l.write(filepath.Join(l.Dir(id), historyFile(edit)), data)
	}
	if err != nil {
		return diskError("save history", err)
	}
	return nil
}

// ReadHistory gives the history that belongs to s; nil where there is none.
func (l *Library) ReadHistory(s *story.Story) []byte {
	if s.Edit == "" || !story.ValidID(s.ID) {
		return nil
	}
	root, err := os.OpenRoot(l.Dir(s.ID))
	if err != nil {
		return nil
	}
	defer root.Close()
	f, err := root.Open(historyFile(s.Edit))
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxHistory+1))
	if err != nil || len(data) > MaxHistory {
		return nil
	}
	return data
}

// TidyHistory removes the histories of other states of s, which is saved, and
// what else it has left behind (see NoteLeaving). The caller holds the story's
// lock.
func (l *Library) TidyHistory(s *story.Story) error {
	const op = "tidy history"
	files, err := os.ReadDir(l.Dir(s.ID))
	if err != nil {
		return diskError(op, err)
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), historyPrefix) || f.Name() == historyFile(s.Edit) {
			continue
		}
		if err := removeFile(op, filepath.Join(l.Dir(s.ID), f.Name())); err != nil {
			return err
		}
	}
	return l.Sweep(s)
}

var assetName = lazyregexp.New(`assets/[0-9a-f]{64}\.[a-z0-9]{1,8}`)

// remembered gives the assets that the history of s can bring back.
func (l *Library) remembered(s *story.Story) []string {
	return assetName().FindAllString(string(l.ReadHistory(s)), -1)
}

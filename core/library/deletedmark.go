package library

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"time"

	"edusmart/core/disk"
	"edusmart/core/story"
)

// mark is what stays of a deletion when the story itself has been removed for
// good: it tells an edit that the deletion knew of from one that it did not, on
// whichever computer that was made. The first stays deleted, the second wins.
type mark struct {
	Edits story.Edits `json:"edits"` // of the version that was deleted
	By    string      `json:"by"`    // as people call the computer
}

// markedFor is how long marks are kept: a computer that has been away for
// longer brings back what it edited, deleted or not.
const markedFor = 2 * 365 * 24 * time.Hour

// maxMark bounds the bytes of a mark.
const maxMark = 1 << 20

func (l *Library) markFile(id string) string {
	return filepath.Join(l.Root(), deletedDir, id+".json")
}

// markDeleted writes the mark of a story that is about to be deleted; unmark
// puts back what was there before, where that fails.
func (l *Library) markDeleted(id string, edits story.Edits) (unmark func(), err error) {
	path := l.markFile(id)
	was, readErr := disk.ReadLimited(path, maxMark)
	data, err := json.Marshal(mark{edits, l.computer.Name})
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = l.write(path, data)
	}
	return func() {
		if readErr == nil {
			_ = l.write(path, was)
		} else {
			_ = os.Remove(path)
		}
	}, err
}

// deletion gives the mark of a story; ok is false where there is none.
func (l *Library) deletion(id string) (m mark, ok bool) {
	data, err := disk.ReadLimited(l.markFile(id), maxMark)
	return m, err == nil && json.Unmarshal(data, &m) == nil
}

// wasDeleted reports whether a story of this id was deleted.
func (l *Library) wasDeleted(id string) bool {
	_, err := os.Lstat(l.markFile(id))
	return err == nil
}

// settleDeleted has deletions and edits that crossed between computers agree: a
// story that a deletion knew is moved where deleted stories are, and one that was
// edited here without the deletion's knowing is brought back. What somebody works
// on is left to the next time.
func (l *Library) settleDeleted() {
	files, err := os.ReadDir(filepath.Join(l.Root(), deletedDir))
	if err != nil {
		return
	}
	for _, f := range files {
		id, isMark := strings.CutSuffix(f.Name(), ".json")
		if !isMark || !story.ValidID(id) {
			continue
		}
		switch {
		case l.has(id):
			l.finishDeletion(id)
		case l.keepsOwn(id):
			l.revive(id)
		}
	}
}

// finishDeletion deletes here what was deleted elsewhere, where the deletion
// knew of every edit that is here.
func (l *Library) finishDeletion(id string) {
	m, ok := l.deletion(id)
	knew := func() bool {
		s, err := l.Load(id)
		return err == nil && s.Edits.Within(m.Edits)
	}
	if !ok || !knew() {
		return
	}
	unlock, held, err := l.Lock(id)
	if err != nil || !held {
		return
	}
	_, err = l.Gather(id) // what it did not know of is kept first
	unlock()
	if err == nil && knew() {
		_ = l.discard(id) // tried again the next time
	}
}

// revive brings back the version that was saved here last, where a deletion
// that did not know of it took it away.
func (l *Library) revive(id string) {
	m, ok := l.deletion(id)
	raw, err := disk.ReadLimited(l.ownFile(id), maxStoryFile)
	if !ok || err != nil {
		return
	}
	own := readable(raw)
	if own == nil || own.ID != id {
		return
	}
	version := versionID(own)
	if own.Edits.Within(m.Edits) || l.has(version) || l.wasDeleted(version) {
		l.forgetOwn(id)
		return
	}
	unlock, held, err := l.Lock(id)
	if err != nil || !held {
		return
	}
	defer unlock()
	if !l.has(id) {
		_ = l.write(filepath.Join(l.Dir(id), storyFile), raw) // tried again the next time
	}
}

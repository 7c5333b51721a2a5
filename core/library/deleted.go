package library

import (
	"os"
	"path/filepath"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// deletedFor is how long a deleted story can be brought back.
const deletedFor = 30 * 24 * time.Hour

// Delete moves a story where Restore finds it for 30 days.
func (l *Library) Delete(id string) error {
	const op = "delete story"
	if !story.ValidID(id) || !l.Exists(id) {
		return model.Errorf(op, model.Input, "This story is not in the library any more.", nil)
	}
	trash := filepath.Join(l.Root(), deletedDir)
	err := os.MkdirAll(trash, 0o755)
	if err == nil {
		l.emptyDeleted(time.Now().Add(-deletedFor))
		err = os.RemoveAll(filepath.Join(trash, id)) // an earlier story of this id
	}
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(l.Dir(id), now, now) // from when the 30 days count; without it they count from the last change
		err = os.Rename(l.Dir(id), filepath.Join(trash, id))
	}
	if err != nil {
		return diskError(op, err)
	}
	l.forgetOwn(id)
	return nil
}

// emptyDeleted removes for good what was deleted before a time. What cannot be
// removed now is tried again with the next deletion.
func (l *Library) emptyDeleted(before time.Time) {
	trash := filepath.Join(l.Root(), deletedDir)
	dirs, err := os.ReadDir(trash)
	if err != nil {
		return
	}
	for _, d := range dirs {
		if info, err := d.Info(); err == nil && info.ModTime().Before(before) {
			_ = os.RemoveAll(filepath.Join(trash, d.Name()))
		}
	}
}

// EmptyDeleted removes every deleted story for good.
func (l *Library) EmptyDeleted() error {
	if err := os.RemoveAll(filepath.Join(l.Root(), deletedDir)); err != nil {
		return model.Errorf("empty deleted stories", model.Device, "Not every deleted story could be removed. Check that you may write to the library folder.", err)
	}
	return nil
}

// Restore brings back a story that was deleted.
func (l *Library) Restore(id string) error {
	const op = "restore story"
	if !story.ValidID(id) {
		return model.Errorf(op, model.Input, "This story cannot be brought back.", nil)
	}
	if err := os.Rename(filepath.Join(l.Root(), deletedDir, id), l.Dir(id)); err != nil {
		return model.Errorf(op, model.Device, "This story cannot be brought back.", err)
	}
	return nil
}

func (l *Library) wasDeleted(id string) bool {
	_, err := os.Lstat(filepath.Join(l.Root(), deletedDir, id, storyFile))
	return err == nil
}

// forgetOwn drops the copy of what was saved here of a story.
func (l *Library) forgetOwn(id string) {
	if l.keepsOwn(id) {
		_ = os.Remove(l.ownFile(id)) // one that stays is older than what comes next
	}
}

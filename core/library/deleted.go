package library

import (
	"errors"
	"fmt"
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

// deletedFor is how long a deleted story can be brought back.
const deletedFor = 30 * 24 * time.Hour

// Delete moves a story where Restore finds it for 30 days. seen is when the
// version was saved that the teacher knows: one that came from another computer
// since is not deleted unseen. The zero time stands for whatever is there.
//
// A deletion leaves a mark of what it knew, so that an edit made elsewhere at
// the same time brings the story back: see settleDeleted.
func (l *Library) Delete(id string, seen time.Time) error {
	const op = "delete story"
	if !story.ValidID(id) || !l.Exists(id) {
		return model.Errorf(op, model.Input, "This story is not in the library any more.", nil)
	}
	before, err := l.Load(id)
	if _, gatherErr := l.lockedGather(id); gatherErr != nil {
		return gatherErr
	}
	var edits story.Edits // none where it is damaged, or was never finished
	if s, loadErr := l.Load(id); loadErr == nil {
		late := err == nil && !s.Edits.Within(before.Edits)
		elsewhere := l.fromElsewhere(s) || s.EditedOn != l.computer.Name // the second where it was brought back here
		if late || !seen.IsZero() && elsewhere && !s.Modified.Equal(seen) {
			return model.Errorf(op, model.Input, unseenSentence(s), nil)
		}
		edits = s.Edits
	}
	unmark, err := l.markDeleted(id, edits)
	if err != nil {
		return diskError(op, err)
	}
	if err := l.discard(id); err != nil {
		if l.has(id) { // it stays, also when the library is next looked at
			unmark()
		}
		return diskError(op, err)
	}
	return nil
}

func unseenSentence(s *story.Story) string {
	where := "another computer"
	if s.EditedOn != "" {
		where = s.EditedOn
	}
	return fmt.Sprintf("“%s” was changed on %s a moment ago. Look at it, and delete it then.", s.Title, where)
}

// discard moves a story to the deleted ones.
func (l *Library) discard(id string) error {
	trash := filepath.Join(l.Root(), deletedDir)
	if err := os.MkdirAll(trash, 0o755); err != nil {
		return err
	}
	l.emptyDeleted(time.Now())
	l.keepDeleted(id)
	// An edit that comes late from another computer may need the pictures and
	// sounds of an earlier story of this id.
	if err := l.merge(filepath.Join(trash, id), l.Dir(id)); err != nil {
		return err
	}
	now := time.Now()
	_ = os.Chtimes(l.Dir(id), now, now) // from when the 30 days count; without it they count from the last change
	if err := os.Rename(l.Dir(id), filepath.Join(trash, id)); err != nil {
		return err
	}
	return l.rescue(id)
}

// rescue brings back what a deletion took along without knowing of it: what
// arrived from another computer in the very moment of the deletion, and what was
// saved here last where that is newer.
func (l *Library) rescue(id string) error {
	m, _ := l.deletion(id)
	trash := filepath.Join(l.Root(), deletedDir, id)
	files, err := os.ReadDir(trash)
	if err != nil {
		return err
	}
	for _, f := range files {
		if f.Name() != storyFile && !isConflict(f.Name()) || !f.Type().IsRegular() {
			continue
		}
		path := filepath.Join(trash, f.Name())
		raw, err := disk.ReadLimited(path, maxStoryFile)
		if err != nil {
			return err
		}
		if s := readable(raw); s == nil || s.Edits.Within(m.Edits) {
			continue
		}
		if err := os.MkdirAll(l.Dir(id), 0o755); err != nil {
			return err
		}
		if _, _, err := l.gather(id, path); err != nil {
			return err
		}
	}
	if !l.has(id) && l.keepsOwn(id) {
		l.revive(id)
	}
	return nil
}

// merge moves the folder of a story into another one. What both have stays as
// the other has it. Nothing is removed that comes from another computer
// meanwhile: then it fails, and is tried again.
func (l *Library) merge(from, to string) error {
	for _, dir := range []string{assetsDir, "."} { // story.json comes last
		files, err := os.ReadDir(filepath.Join(from, dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Join(to, dir), 0o755); err != nil {
			return err
		}
		slices.SortStableFunc(files, func(a, b fs.DirEntry) int { return strings.Compare(lastly(a.Name()), lastly(b.Name())) })
		for _, f := range files {
			if f.IsDir() {
				continue
			}
			source, target := filepath.Join(from, dir, f.Name()), filepath.Join(to, dir, f.Name())
			move := os.Rename
			if _, err := os.Lstat(target); err == nil {
				move = func(source, _ string) error { return os.Remove(source) }
			}
			if err := move(source, target); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		if dir == assetsDir {
			_ = os.Remove(filepath.Join(from, dir)) // where it is empty now
		}
	}
	if err := os.Remove(from); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// lastly sorts a story.json behind the other files.
func lastly(name string) string {
	if name == storyFile {
		return "~"
	}
	return ""
}

// emptyDeleted removes for good what was deleted too long before now. What
// cannot be removed is tried again with the next deletion.
func (l *Library) emptyDeleted(now time.Time) {
	l.dropDeleted(now.Add(-deletedFor))
	trash := filepath.Join(l.Root(), deletedDir)
	files, err := os.ReadDir(trash)
	if err != nil {
		return
	}
	for _, f := range files {
		kept := markedFor
		if f.IsDir() {
			kept = deletedFor
		}
		if info, err := f.Info(); err == nil && now.Sub(info.ModTime()) > kept {
			_ = os.RemoveAll(filepath.Join(trash, f.Name()))
		}
	}
}

// EmptyDeleted removes every deleted story for good. That they were deleted
// stays known.
func (l *Library) EmptyDeleted() error {
	l.dropDeleted(time.Now().Add(time.Minute))
	trash := filepath.Join(l.Root(), deletedDir)
	files, err := os.ReadDir(trash)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, f := range files {
		if f.IsDir() {
			err = errors.Join(err, os.RemoveAll(filepath.Join(trash, f.Name())))
		}
	}
	if err != nil {
		return model.Errorf("empty deleted stories", model.Device, "Not every deleted story could be removed. Check that you may write to the library folder.", err)
	}
	return nil
}

// Restore brings back a story that was deleted. It counts as an edit, which no
// other computer takes for what was deleted; one that stands there again by now
// stays, and the deleted one becomes a version beside it where it says more.
func (l *Library) Restore(id string) error {
	const op = "restore story"
	if !story.ValidID(id) {
		return model.Errorf(op, model.Input, "This story cannot be brought back.", nil)
	}
	err := l.restore(id)
	if err == nil {
		err = l.gatherKept(id)
	}
	if err != nil {
		return model.Errorf(op, model.Device, "This story cannot be brought back.", err)
	}
	return nil
}

func (l *Library) restore(id string) error {
	deleted := filepath.Join(l.Root(), deletedDir, id)
	if l.has(id) {
		_, _, err := l.gather(id, filepath.Join(deleted, storyFile))
		return err
	}
	if err := l.follow(id, filepath.Join(deleted, storyFile)); err != nil {
		return err
	}
	if l.Exists(id) { // files that are on their way, or were left
		return l.merge(deleted, l.Dir(id))
	}
	return os.Rename(deleted, l.Dir(id))
}

// follow makes a deleted story one that follows its deletion, and so an edit of
// this computer. One that cannot be read comes back as it is.
func (l *Library) follow(id, path string) error {
	raw, err := disk.ReadLimited(path, maxStoryFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // never finished
	}
	if err != nil {
		return err
	}
	s := readable(raw)
	if s == nil {
		return nil
	}
	// The deletion's edits are not taken over: another computer's deletion may
	// have put its story here, which does not say what they stand for.
	m, _ := l.deletion(id)
	s.Edits = s.Edits.Next(story.Edits{l.computer.ID: m.Edits[l.computer.ID]}, l.computer.ID, time.Now())
	data, err := encode(s)
	if err == nil {
		err = l.write(path, data)
	}
	if err == nil {
		err = l.keepOwn(id, data)
	}
	return err
}

// forgetOwn drops the copy of what was saved here of a story.
func (l *Library) forgetOwn(id string) {
	if l.keepsOwn(id) {
		_ = os.Remove(l.ownFile(id)) // one that stays is older than what comes next
	}
}

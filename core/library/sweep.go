package library

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"edusmart/core/story"
)

// unsavedFile lists what this computer has put for a story and not saved yet,
// one a line: assets and the history of edits. What a killed writer leaves
// behind is known by it. Nothing else is ever swept: a picture without a story
// may belong to a version that is still arriving from another computer.
func (l *Library) unsavedFile(id string) string {
	return filepath.Join(l.Dir(id), unsavedPrefix+l.computer.ID)
}

// leavingFile lists in the same way what this computer is about to take out of
// a story: what is left of it where the writer is killed after the save.
func (l *Library) leavingFile(id string) string {
	return filepath.Join(l.Dir(id), leavingPrefix+l.computer.ID)
}

const (
	unsavedPrefix = ".unsaved-"
	leavingPrefix = ".leaving-"
)

// noteUnsaved is called before an asset or a history is written.
func (l *Library) noteUnsaved(id, rel string) error {
	return note(l.unsavedFile(id), rel)
}

func note(path string, names ...string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, fileMode)
	if err != nil {
		return err
	}
	_, err = f.WriteString(strings.Join(names, "\n") + "\n")
	return errors.Join(err, f.Close())
}

// noted reads what was noted; only names that Sweep may remove count.
func noted(path string) []string {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	var listed []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rel := lines.Text(); story.ValidAsset(rel) || historyName().MatchString(rel) {
			listed = append(listed, rel)
		}
	}
	slices.Sort(listed)
	return slices.Compact(listed)
}

// forgetUnsaved is called when s is saved: what it names will stay, even
// where a later version does not name it, since an earlier one, here or on
// another computer, may be gone back to.
func (l *Library) forgetUnsaved(s *story.Story) error {
	listed := noted(l.unsavedFile(s.ID))
	if len(listed) == 0 {
		return nil
	}
	used := append(s.Assets(), historyFile(s.Edit))
	rest := slices.DeleteFunc(listed, func(rel string) bool { return slices.Contains(used, rel) })
	if len(rest) == 0 {
		return os.Remove(l.unsavedFile(s.ID))
	}
	return l.write(l.unsavedFile(s.ID), []byte(strings.Join(rest, "\n")+"\n"))
}

// NoteLeaving is called before s takes the place of before: what the teacher
// has taken out of the story, and what its history has forgotten, is removed by
// Sweep once s is saved. The caller holds the story's lock.
func (l *Library) NoteLeaving(before, s *story.Story) error {
	used := l.used(s)
	leaving := slices.DeleteFunc(l.used(before), func(rel string) bool { return slices.Contains(used, rel) })
	if len(leaving) == 0 {
		return nil
	}
	if err := note(l.leavingFile(s.ID), leaving...); err != nil {
		return diskError("tidy story", err)
	}
	return nil
}

// used gives what a story and the history of its edits name.
func (l *Library) used(s *story.Story) []string {
	used := append(s.Assets(), l.remembered(s)...)
	if s.Edit != "" {
		used = append(used, historyFile(s.Edit))
	}
	slices.Sort(used)
	return slices.Compact(used)
}

// Sweep removes what a writer of this computer, which may have been killed,
// left behind: what was put and never saved, what was taken out, as far as
// neither s, which is saved, nor the history of its edits names it, and
// half-written files. The caller holds the story's lock.
func (l *Library) Sweep(s *story.Story) error {
	const op = "sweep story"
	listed := append(noted(l.unsavedFile(s.ID)), noted(l.leavingFile(s.ID))...)
	var used []string
	if len(listed) > 0 {
		used = l.used(s)
	}
	for _, rel := range listed {
		if slices.Contains(used, rel) {
			continue
		}
		if err := removeFile(op, filepath.Join(l.Dir(s.ID), filepath.FromSlash(rel))); err != nil {
			return err
		}
	}
	for _, path := range []string{l.unsavedFile(s.ID), l.leavingFile(s.ID)} {
		if err := removeFile(op, path); err != nil {
			return err
		}
	}
	return l.sweepParts(s.ID, time.Now())
}

func removeFile(op, path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskError(op, err)
	}
	return nil
}

// leftBefore reports whether a writer of this computer that ended before a time
// has left something in a story's folder.
func (l *Library) leftBefore(id string, at time.Time) bool {
	for _, name := range l.names(id) {
		mine := name == filepath.Base(l.unsavedFile(id)) || name == filepath.Base(l.leavingFile(id)) ||
			strings.HasPrefix(name, strings.TrimSuffix(l.part(), "*"))
		if !mine {
			continue
		}
		if info, err := os.Lstat(filepath.Join(l.Dir(id), name)); err == nil && info.ModTime().Before(at) {
			return true
		}
	}
	return false
}

// lockedSweep sweeps a finished story where nobody works on it. One that is
// being made is swept at the end of that.
func (l *Library) lockedSweep(id string) error {
	unlock, held, err := l.Lock(id)
	if err != nil || !held {
		return err
	}
	defer unlock()
	s, err := l.Load(id)
	if err != nil || s.Status != story.Done {
		return err
	}
	return l.Sweep(s)
}

// sweepParts removes the files of this computer that were begun before a time
// and never finished.
func (l *Library) sweepParts(id string, before time.Time) error {
	for _, dir := range []string{l.Dir(id), filepath.Join(l.Dir(id), assetsDir)} {
		files, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return diskError("sweep story", err)
		}
		for _, f := range files {
			if !strings.HasPrefix(f.Name(), strings.TrimSuffix(l.part(), "*")) {
				continue
			}
			if info, err := f.Info(); err != nil || info.ModTime().After(before) {
				continue
			}
			if err := removeFile("sweep story", filepath.Join(dir, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

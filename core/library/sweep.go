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

// unsavedFile lists the assets that this computer has put for a story and not
// saved yet, one a line: what a killed writer leaves behind is known by it.
// Nothing else is ever swept: a picture without a story may belong to a
// version that is still arriving from another computer.
func (l *Library) unsavedFile(id string) string {
	return filepath.Join(l.Dir(id), ".unsaved-"+l.computer.ID)
}

// noteUnsaved is called before an asset is written.
func (l *Library) noteUnsaved(id, rel string) error {
	f, err := os.OpenFile(l.unsavedFile(id), os.O_CREATE|os.O_APPEND|os.O_WRONLY, fileMode)
	if err != nil {
		return err
	}
	_, err = f.WriteString(rel + "\n")
	return errors.Join(err, f.Close())
}

// forgetUnsaved is called before s is saved: what it names will stay, even
// where a later version does not name it, since an earlier one, here or on
// another computer, may be gone back to.
func (l *Library) forgetUnsaved(s *story.Story) error {
	listed := l.unsaved(s.ID)
	if len(listed) == 0 {
		return nil
	}
	used := s.Assets()
	rest := slices.DeleteFunc(listed, func(rel string) bool { return slices.Contains(used, rel) })
	if len(rest) == 0 {
		return os.Remove(l.unsavedFile(s.ID))
	}
	return l.write(l.unsavedFile(s.ID), []byte(strings.Join(rest, "\n")+"\n"))
}

func (l *Library) unsaved(id string) []string {
	f, err := os.Open(l.unsavedFile(id))
	if err != nil {
		return nil
	}
	defer f.Close()
	var listed []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rel := lines.Text(); story.ValidAsset(rel) {
			listed = append(listed, rel)
		}
	}
	slices.Sort(listed)
	return slices.Compact(listed)
}

// Sweep removes what a killed writer of this computer left behind: assets that
// were put and that neither a saved version of s nor the history of its edits
// names, and half-written files. The caller holds the story's lock.
func (l *Library) Sweep(s *story.Story) error {
	used := append(s.Assets(), l.remembered(s)...)
	for _, rel := range l.unsaved(s.ID) {
		if slices.Contains(used, rel) {
			continue
		}
		if err := os.Remove(l.Path(s.ID, rel)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return diskError("sweep story", err)
		}
	}
	if err := os.Remove(l.unsavedFile(s.ID)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskError("sweep story", err)
	}
	return l.sweepParts(s.ID, time.Now())
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
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return diskError("sweep story", err)
			}
		}
	}
	return nil
}

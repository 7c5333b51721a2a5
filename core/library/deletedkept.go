package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const keptEnding = ".deleted"

// keptDeleted names the folder, outside the library, where the files of a story
// stay for as long as its deletion can be taken back; "": nowhere.
func (l *Library) keptDeleted(id string) string {
	if own := l.ownFile(id); own != "" {
		return strings.TrimSuffix(own, ".json") + keptEnding
	}
	return ""
}

// keepDeleted gives the files of a story that is being deleted a second name
// outside the library, which takes no room: where two computers delete a story
// and bring it back at the same time, a program that synchronises the folder may
// remove a file from both, or put the other's over it. It does what it can.
func (l *Library) keepDeleted(id string) {
	kept := l.keptDeleted(id)
	if kept == "" || os.MkdirAll(filepath.Join(kept, assetsDir), 0o755) != nil {
		return
	}
	_ = os.Remove(filepath.Join(kept, storyFile))
	_ = os.Link(filepath.Join(l.Dir(id), storyFile), filepath.Join(kept, storyFile))
	for _, dir := range []string{l.Dir(id), filepath.Join(l.Root(), deletedDir, id)} {
		files, err := os.ReadDir(filepath.Join(dir, assetsDir))
		if err != nil {
			continue
		}
		for _, f := range files {
			if f.Type().IsRegular() { // on another disk it has no second name
				_ = os.Link(filepath.Join(dir, assetsDir, f.Name()), filepath.Join(kept, assetsDir, f.Name()))
			}
		}
	}
}

// gatherKept gathers the version that was deleted here last, as one that may
// have been written over where deleted stories are.
func (l *Library) gatherKept(id string) error {
	kept := l.keptDeleted(id)
	if kept == "" {
		return nil
	}
	_, _, err := l.gather(id, filepath.Join(kept, storyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// dropDeleted removes what keepDeleted kept of stories that were deleted before a
// time.
func (l *Library) dropDeleted(before time.Time) {
	if l.computer.Kept == "" {
		return
	}
	folder := filepath.Dir(l.ownFile("any"))
	files, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), keptEnding) {
			continue
		}
		dir := filepath.Join(folder, f.Name())
		if info, err := os.Lstat(filepath.Join(dir, assetsDir)); err != nil || info.ModTime().Before(before) {
			_ = os.RemoveAll(dir)
		}
	}
}

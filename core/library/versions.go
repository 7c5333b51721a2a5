package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// isConflict reports whether name is what a program that synchronises folders
// calls a story.json that it does not put over another: "story (conflicted
// copy 2026-11-30).json" (Dropbox, Nextcloud), "story.sync-conflict-….json"
// (Syncthing), "story-DESKTOP.json" (OneDrive), "story (1).json" (Google
// Drive), "story 2.json" (iCloud), "story.json.orig".
func isConflict(name string) bool {
	name = strings.ToLower(name)
	return name != storyFile && strings.HasPrefix(name, "story") && (strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".orig"))
}

// Gather makes stories of their own of the versions of story id that programs
// which synchronise folders left in its folder, or put another over, and
// fetches pictures and sounds that a version lacks. made tells whether there
// is a new story. The caller holds the story's lock.
func (l *Library) Gather(id string) (made bool, err error) {
	files, err := os.ReadDir(l.Dir(id))
	if err != nil {
		return false, diskError("read story", err)
	}
	for _, f := range files {
		if !isConflict(f.Name()) || !f.Type().IsRegular() {
			continue
		}
		path := filepath.Join(l.Dir(id), f.Name())
		fresh, done, err := l.gather(id, path)
		if err == nil && done {
			err = os.Remove(path)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return made, diskError("read story", err)
		}
		made = made || fresh
	}
	if l.keepsOwn(id) {
		fresh, _, err := l.gather(id, l.ownFile(id))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return made, err
		}
		made = made || fresh
	}
	return made, nil
}

// gather looks at one other version of a story. done tells whether the library
// now holds all that it says.
func (l *Library) gather(id, path string) (made, done bool, err error) {
	raw, err := disk.ReadLimited(path, maxStoryFile)
	if err != nil {
		return false, false, err
	}
	other := readable(raw)
	if other == nil || other.ID != id {
		return false, false, nil // half arrived, or of a newer EduSmart
	}
	mine, err := l.Load(id)
	switch {
	case err != nil && l.has(id):
		return false, false, nil // damaged: both are left as they are
	case err != nil || mine.Edits.Within(other.Edits) && !other.Edits.Within(mine.Edits):
		// This one follows the other: it takes its place.
		return false, true, l.write(filepath.Join(l.Dir(id), storyFile), raw)
	case contentOf(mine) == contentOf(other):
		return false, true, nil
	case other.Edits.Within(mine.Edits) && !mine.Edits.Within(other.Edits):
		return false, true, nil
	}
	known := l.Exists(versionID(other))
	return !known, true, l.branch(other)
}

// readable gives the story of a story.json; nil where it cannot be read.
func readable(raw []byte) *story.Story {
	s, err := Decode(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	return s
}

// keepsOwn reports whether a copy is kept of what was saved here of a story.
func (l *Library) keepsOwn(id string) bool {
	_, err := os.Lstat(l.ownFile(id))
	return err == nil
}

// has reports whether a story.json stands in the folder of id.
func (l *Library) has(id string) bool {
	_, err := os.Lstat(filepath.Join(l.Dir(id), storyFile))
	return err == nil
}

// versionID gives the id of the story that another version becomes: the same
// on every computer.
func versionID(s *story.Story) string {
	sum := sha256.Sum256([]byte(contentOf(s)))
	return fmt.Sprintf("%.50s-%s", s.ID, hex.EncodeToString(sum[:4]))
}

// branch makes a story of its own of another version of a story: every
// computer that finds it makes the very same. One that is there already is
// left as it is.
func (l *Library) branch(other *story.Story) error {
	const op = "keep another version"
	id := versionID(other)
	if l.has(id) || l.wasDeleted(id) {
		return nil
	}
	s := other.Clone()
	s.ID, s.VersionOf = id, other.ID
	s.Title = versionTitle(other)
	l.Fetch(s)
	if err := l.place(s); err != nil {
		return err
	}
	if err := disk.SyncDir(l.Root()); err != nil {
		return diskError(op, err)
	}
	return nil
}

var versionSuffix = lazyregexp.New(` \((edited on .{1,80}|another version), \d{1,2} [A-Z][a-z]{2}\)$`)

// versionTitle gives "Rivers (edited on Room 12, 30 Nov)".
func versionTitle(s *story.Story) string {
	title := versionSuffix().ReplaceAllString(s.Title, "")
	who := "another version"
	if s.EditedOn != "" {
		who = "edited on " + s.EditedOn
	}
	return fmt.Sprintf("%s (%s, %s)", title, who, s.Modified.UTC().Format("2 Jan"))
}

// Fetch gives a story the pictures and sounds that it lacks and that a story
// it is a version of has, or that were deleted with one, and reports how many
// are still missing.
func (l *Library) Fetch(s *story.Story) (missing int) {
	for _, rel := range s.Assets() {
		if l.HasAsset(s.ID, rel) || l.fetch(s, rel) {
			continue
		}
		missing++
	}
	return missing
}

var versionEnding = lazyregexp.New(`-[0-9a-f]{8}$`)

// lineage gives the ids of a story and of those that it parted from, the nearest
// first.
func lineage(s *story.Story) []string {
	ids := []string{s.ID}
	for id := s.VersionOf; story.ValidID(id); {
		ids = append(ids, id)
		parent := versionEnding().ReplaceAllString(id, "")
		if parent == id {
			break
		}
		id = parent
	}
	return ids
}

func (l *Library) fetch(s *story.Story, rel string) bool {
	var dirs []string
	for _, id := range lineage(s) {
		dirs = append(dirs, l.Dir(id), filepath.Join(l.Root(), deletedDir, id))
		if kept := l.keptDeleted(id); kept != "" {
			dirs = append(dirs, kept)
		}
	}
	to := l.Path(s.ID, rel)
	for _, dir := range dirs {
		from := filepath.Join(dir, filepath.FromSlash(rel))
		if info, err := os.Lstat(from); err != nil || !info.Mode().IsRegular() {
			continue
		}
		data, err := readChecked(os.DirFS(dir), rel) // half arrived ones are not taken
		if err != nil || os.MkdirAll(filepath.Dir(to), 0o755) != nil {
			continue
		}
		if os.Link(from, to) == nil || l.write(to, data) == nil {
			return true
		}
	}
	return false
}

// lockedGather gathers where nobody else works on the story.
func (l *Library) lockedGather(id string) (made bool, err error) {
	unlock, held, err := l.Lock(id)
	if err != nil || !held {
		return false, err
	}
	defer unlock()
	return l.Gather(id)
}

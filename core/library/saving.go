package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Computer is who saves: two computers that share a library folder need two
// IDs.
type Computer struct {
	ID   string // never that of another computer
	Name string // as people call it: "Room 12"
	// Kept is a folder outside the library where the last version of each
	// story that was saved here is kept, for each library in a folder of its
	// own, so that it is found again where a program that synchronises folders
	// put another over it; "": nowhere.
	Kept string
}

// SavedBy says which computer saves. It is called before the first save, and
// removes what imports of this computer left that were killed.
func (l *Library) SavedBy(c Computer) {
	l.computer = c
	l.sweepImports()
}

// Save commits s, whose assets must have been put before. Where the folder
// holds a change that s does not know of, as another computer may have made
// it, that version becomes a story of its own first.
func (l *Library) Save(s *story.Story) error {
	const op = "save story"
	if err := s.Check(); err != nil {
		return model.Errorf(op, model.Unusable, "The story cannot be saved as it is.", err)
	}
	if err := os.MkdirAll(l.Dir(s.ID), 0o755); err != nil {
		return diskError(op, err)
	}
	seen, err := l.makeRoom(s)
	if err != nil {
		return err
	}
	now := time.Now().UTC()
	s.Format = story.Format
	s.Modified = now.Truncate(time.Millisecond)
	s.Edits = s.Edits.Next(seen, l.computer.ID, now)
	s.EditedOn = l.computer.Name
	data, err := encode(s)
	if err == nil {
		err = l.write(filepath.Join(l.Dir(s.ID), storyFile), data)
	}
	if err == nil {
		err = l.forgetUnsaved(s)
	}
	if err != nil {
		return diskError(op, err)
	}
	return l.keepOwn(s.ID, data)
}

// place writes a story as it is: nothing stands where it goes.
func (l *Library) place(s *story.Story) error {
	const op = "save story"
	s.Format = story.Format
	if err := s.Check(); err != nil {
		return model.Errorf(op, model.Unusable, "The story cannot be saved as it is.", err)
	}
	data, err := encode(s)
	if err == nil {
		err = os.MkdirAll(l.Dir(s.ID), 0o755)
	}
	if err == nil {
		err = l.write(filepath.Join(l.Dir(s.ID), storyFile), data)
	}
	if err == nil {
		err = l.forgetUnsaved(s)
	}
	if err != nil {
		return diskError(op, err)
	}
	return nil
}

func encode(s *story.Story) ([]byte, error) {
	data, err := json.MarshalIndent(s, "", " ")
	return append(data, '\n'), err
}

// head is what is looked at of a story.json before it is replaced.
type head struct {
	Format int         `json:"format"`
	Edits  story.Edits `json:"edits"`
}

// makeRoom looks at what s will replace: the story.json in the folder, and the
// copy of what was saved here last, which another may have been put over. What
// would be lost becomes a story of its own; a file that cannot be read is set
// aside. It gives the edits of what is replaced.
func (l *Library) makeRoom(s *story.Story) (seen story.Edits, err error) {
	seen, err = l.lookAt(filepath.Join(l.Dir(s.ID), storyFile), s, l.setAside)
	if err != nil || !l.keepsOwn(s.ID) {
		return seen, err
	}
	own, err := l.lookAt(l.ownFile(s.ID), s, func(string, []byte) error { return nil })
	for computer, n := range own {
		if seen == nil {
			seen = story.Edits{}
		}
		seen[computer] = max(seen[computer], n)
	}
	return seen, err
}

// lookAt looks at one version that s will replace; bad is called with one that
// cannot be read.
func (l *Library) lookAt(path string, s *story.Story, bad func(path string, raw []byte) error) (story.Edits, error) {
	raw, err := disk.ReadLimited(path, maxStoryFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var h head
	if err == nil {
		err = json.Unmarshal(raw, &h)
	}
	if err == nil && h.Format > story.Format {
		return nil, newerError(h.Format)
	}
	if err == nil && h.Edits.Within(s.Edits) {
		return h.Edits, nil
	}
	theirs, err := Decode(bytes.NewReader(raw))
	if err != nil || theirs.ID != s.ID {
		return nil, bad(path, raw)
	}
	if contentOf(theirs) == contentOf(s) {
		return theirs.Edits, nil
	}
	return theirs.Edits, l.branch(theirs)
}

// setAside keeps a story.json that cannot be read under another name.
func (l *Library) setAside(path string, raw []byte) error {
	sum := sha256.Sum256(raw)
	if err := os.Rename(path, filepath.Join(filepath.Dir(path), "damaged-"+hex.EncodeToString(sum[:4])+".json")); err != nil {
		return diskError("save story", err)
	}
	return nil
}

// contentOf gives a hash of what a story says, whoever saved it and whenever.
func contentOf(s *story.Story) string {
	c := *s
	c.Edits, c.EditedOn, c.Modified, c.Opened, c.Format = nil, "", time.Time{}, time.Time{}, 0
	data, err := json.Marshal(&c)
	if err != nil {
		return "" // no story that was checked
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// ownFile names the copy of what was saved here of a story; "": none is kept.
func (l *Library) ownFile(id string) string {
	if l.computer.Kept == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(l.Root()))
	return filepath.Join(l.computer.Kept, hex.EncodeToString(sum[:6]), id+".json")
}

// keepOwn keeps what was saved here.
func (l *Library) keepOwn(id string, data []byte) error {
	path := l.ownFile(id)
	if path == "" {
		return nil
	}
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = l.write(path, data)
	}
	if err != nil {
		return diskError("keep a copy of the story", err)
	}
	return nil
}

func newerError(format int) error {
	return model.Errorf("read story", model.Unusable, newerSentence,
		fmt.Errorf("format %d, this build knows %d", format, story.Format))
}

const newerSentence = "This story was made by a newer EduSmart. Update EduSmart to open it."

package core

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"edusmart/core/disk"
	"edusmart/core/story"
)

// seal is the state of a story that was found ready without a network: any
// change to it, or to one of its files, breaks it.
type seal struct {
	Modified time.Time `json:"modified"` // of the story, as it says
	Files    string    `json:"files"`    // of its pictures and sounds, see filesSum
}

// drilled remembers on this computer which stories were found ready. It is
// kept in the cache, not in the stories: that they were checked is no edit, and
// is not true of another computer's copy.
type drilled struct {
	path string

	mu    sync.Mutex
	seals map[string]seal
	seen  map[string]time.Time // when the folder of a story's files was changed, as last seen
	dirty bool
}

// maxDrilledFile bounds the file of the seals, in bytes.
const maxDrilledFile = 32 << 20

// readDrilled reads what is remembered; where it cannot be read, nothing is.
func readDrilled(path string) *drilled {
	d := &drilled{path: path, seals: map[string]seal{}, seen: map[string]time.Time{}}
	data, err := disk.ReadLimited(path, maxDrilledFile)
	if err == nil && json.Unmarshal(data, &d.seals) != nil || d.seals == nil {
		d.seals = map[string]seal{}
	}
	return d
}

// save writes what is remembered, where it has changed.
func (d *drilled) save() error {
	d.mu.Lock()
	seals, dirty := maps.Clone(d.seals), d.dirty
	d.dirty = false
	d.mu.Unlock()
	if !dirty {
		return nil
	}
	data, err := json.Marshal(seals)
	if err != nil {
		return err
	}
	return writeFile(d.path, data)
}

// holds reports whether a story that was changed last at modified was found
// ready since.
func (d *drilled) holds(id string, modified time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	s, ok := d.seals[id]
	return ok && s.Modified.Equal(modified)
}

func (d *drilled) keep(id string, s seal) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seals[id], d.dirty = s, true
	delete(d.seen, id)
}

func (d *drilled) forget(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.seals[id]; ok {
		delete(d.seals, id)
		d.dirty = true
	}
}

// ids gives the stories that were found ready.
func (d *drilled) ids() map[string]seal {
	d.mu.Lock()
	defer d.mu.Unlock()
	return maps.Clone(d.seals)
}

// looked reports whether the files of a story were compared since their folder
// was changed last.
func (d *drilled) looked(id string, changed time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.seen[id].Equal(changed) {
		return true
	}
	d.seen[id] = changed
	return false
}

// sealOf gives the state of a story as it is on disk. A story that cannot be
// read has the zero one.
func (a *App) sealOf(id string) seal {
	s, err := a.library.Load(id)
	if err != nil {
		return seal{}
	}
	return seal{Modified: s.Modified, Files: filesSum(a.assetsDir(id))}
}

func (a *App) assetsDir(id string) string { return filepath.Join(a.library.Dir(id), "assets") }

// filesSum stands for the names, the lengths and the times of a story's files.
func filesSum(dir string) string {
	files, err := os.ReadDir(dir) // sorted
	if err != nil {
		return ""
	}
	h := sha256.New()
	for _, f := range files {
		info, err := f.Info()
		if err != nil || !story.ValidAsset("assets/"+f.Name()) {
			continue // one that is being written belongs to no story yet
		}
		fmt.Fprintf(h, "%s %d %d\n", f.Name(), info.Size(), info.ModTime().UnixNano())
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// unsealChanged forgets the stories that were found ready and whose files have
// changed or gone since, and reports whether there were any.
func (a *App) unsealChanged() bool {
	broken := false
	for id, s := range a.drilled.ids() {
		if a.ctx.Err() != nil {
			return broken
		}
		dir := a.assetsDir(id)
		var changed time.Time // zero: the folder is gone
		if info, err := os.Lstat(dir); err == nil {
			changed = info.ModTime()
		}
		if a.drilled.looked(id, changed) {
			continue
		}
		if filesSum(dir) != s.Files {
			a.drilled.forget(id)
			broken = true
		}
	}
	return broken
}

// checkSeal forgets that a story was found ready where its files have changed
// since.
func (a *App) checkSeal(id string) {
	if s, ok := a.drilled.ids()[id]; ok && filesSum(a.assetsDir(id)) != s.Files {
		a.drilled.forget(id)
		a.refreshCards()
	}
}

// refreshCards tells on every card whether its story was found ready.
func (a *App) refreshCards() {
	a.mu.Lock()
	for id, c := range a.cards {
		if ready := a.isReady(c); ready != c.Ready {
			c.Ready = ready
			a.cards[id] = c
		}
	}
	a.mu.Unlock()
	a.publishLibrary()
}

// isReady reports whether a story is whole and was found ready without a
// network as it stands.
func (a *App) isReady(c Card) bool {
	whole := !c.Unfinished && c.Missing == "" && c.Damaged == "" && !c.Arriving
	return whole && a.drilled.holds(c.ID, c.Modified)
}

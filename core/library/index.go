package library

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Index knows the Digest of every story without reading them all: it is kept
// in a file of the cache and compared with the folder. It is never the truth:
// a wrong or missing file costs time, nothing else. Its methods may be called
// from several goroutines.
type Index struct {
	library *Library
	path    string // of its file; "": it is not kept
	opened  time.Time

	updating sync.Mutex // one Update at a time
	mu       sync.Mutex // guards what follows
	entries  map[string]entry
	dirty    bool
}

// entry is a digest and what the story's folder looked like when it was made.
type entry struct {
	Digest
	stamp stamp
	since time.Time // when this stamp was first seen
}

// stamp tells whether a story's folder has changed.
type stamp struct {
	folder, file int64 // times of change, in nanoseconds
	size         int64 // of story.json; -1: there is none
}

// settled is how old a change must be for a later one to be told from it:
// some file systems count time in steps of 2 s.
const settled = 2 * time.Second

// OpenIndex reads the index of the library from a file of the cache. A file
// that is missing, damaged or of another folder gives an empty index.
func (l *Library) OpenIndex(path string) *Index {
	x := &Index{library: l, path: path, opened: time.Now(), entries: map[string]entry{}}
	if path != "" {
		x.entries = readIndex(path, l.Root())
	}
	return x
}

// Digests gives what is known, in no order.
func (x *Index) Digests() []Digest {
	x.mu.Lock()
	defer x.mu.Unlock()
	all := make([]Digest, 0, len(x.entries))
	for _, e := range x.entries {
		all = append(all, e.Digest)
	}
	return all
}

// IDs gives the ids of the folders that hold a story, or a part of one.
func (l *Library) IDs() ([]string, error) {
	dirs, err := os.ReadDir(l.Root())
	if err != nil {
		return nil, model.Errorf("list library", model.Device, "The library folder cannot be read.", err)
	}
	var ids []string
	for _, d := range dirs {
		if d.IsDir() && story.ValidID(d.Name()) && (l.has(d.Name()) || isStory(l.names(d.Name()))) {
			ids = append(ids, d.Name())
		}
	}
	return ids, nil
}

func (l *Library) names(id string) []string {
	files, err := os.ReadDir(l.Dir(id))
	if err != nil {
		return nil
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name()
	}
	return names
}

// Update compares the index with the folder and reads the stories that
// changed. It makes stories of versions that came from other computers. Each
// few stories that were read, and the ids of those that are gone, are told to
// report, on one goroutine at a time. err is of the folder as a whole.
func (x *Index) Update(ctx context.Context, report func(changed []Digest, gone []string)) error {
	x.updating.Lock()
	defer x.updating.Unlock()
	x.library.settleDeleted()
	for range 3 { // a version that is made is a story to be read
		ids, err := x.library.IDs()
		if err != nil {
			return err
		}
		if gone := x.drop(ids); len(gone) > 0 {
			report(nil, gone)
		}
		made, err := x.read(ctx, ids, report)
		if err != nil || !made {
			return err
		}
	}
	return nil
}

// drop forgets the stories that are not there any more.
func (x *Index) drop(ids []string) (gone []string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	there := make(map[string]bool, len(ids))
	for _, id := range ids {
		there[id] = true
	}
	for id := range x.entries {
		if !there[id] {
			gone = append(gone, id)
			delete(x.entries, id)
			x.dirty = true
		}
	}
	return gone
}

// batch is how many stories are told of at once.
const batch = 256

// read reads the stories that changed.
func (x *Index) read(ctx context.Context, ids []string, report func([]Digest, []string)) (made bool, err error) {
	var mu sync.Mutex
	var changed []Digest
	tell := func(least int) {
		if len(changed) >= least {
			report(changed, nil)
			changed = nil
		}
	}
	x.mu.Lock()
	known := maps.Clone(x.entries)
	x.mu.Unlock()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, id := range ids {
		old, ok := known[id]
		now := time.Now()
		at := x.library.stampOf(id)
		if ok && at == old.stamp && old.Lacking == 0 && !old.Arriving {
			continue
		}
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			e, isNew := x.look(id, old, now)
			mu.Lock()
			defer mu.Unlock()
			made = made || isNew
			if x.put(e) {
				changed = append(changed, e.Digest)
				tell(batch)
			}
			return nil
		})
	}
	err = group.Wait()
	tell(1)
	return made, err
}

// look reads one story, and gathers its versions first.
func (x *Index) look(id string, old entry, now time.Time) (e entry, made bool) {
	l := x.library
	if slices.ContainsFunc(l.names(id), isConflict) || l.keepsOwn(id) {
		// A story that somebody works on, or a disk that is full, is tried again
		// at the next change.
		made, _ = l.lockedGather(id)
	}
	if l.leftBefore(id, x.opened) {
		_ = l.lockedSweep(id) // likewise
	}
	e.stamp = l.stampOf(id)
	e.since = now
	if e.stamp == old.stamp {
		e.since = old.since
	}
	e.Digest = l.digest(id, e.since, now)
	if newest := max(e.stamp.folder, e.stamp.file); now.UnixNano()-newest < int64(settled) {
		e.stamp = stamp{} // a change within the same tick would not be seen
	}
	return e, made
}

// stampOf looks at a story's folder.
func (l *Library) stampOf(id string) stamp {
	s := stamp{size: -1}
	if info, err := os.Lstat(l.Dir(id)); err == nil {
		s.folder = info.ModTime().UnixNano()
	}
	if info, err := os.Lstat(filepath.Join(l.Dir(id), storyFile)); err == nil {
		s.file, s.size = info.ModTime().UnixNano(), info.Size()
	}
	return s
}

// put keeps an entry and reports whether the digest is another one.
func (x *Index) put(e entry) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	old, ok := x.entries[e.ID]
	x.entries[e.ID] = e
	same := ok && sameDigest(&old.Digest, &e.Digest)
	if !same || old.stamp != e.stamp {
		x.dirty = true
	}
	return !same
}

func sameDigest(a, b *Digest) bool {
	x, y := appendDigest(nil, a), appendDigest(nil, b)
	return string(x) == string(y)
}

// Save writes the index where it differs from its file.
func (x *Index) Save() error {
	x.mu.Lock()
	entries, dirty := maps.Clone(x.entries), x.dirty
	x.dirty = false
	x.mu.Unlock()
	if !dirty || x.path == "" {
		return nil
	}
	if err := writeIndex(x.path, x.library.Root(), entries); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return model.Errorf("keep library index", model.Device, "The cache folder cannot be written.", err)
	}
	return nil
}

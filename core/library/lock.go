package library

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Lock takes the right to write the story id, so that two jobs, in this
// process or in another, never work on one story. The lock ends with the
// process, however it ends. held is false where somebody else has it.
func (l *Library) Lock(id string) (unlock func(), held bool, err error) {
	const op = "lock story"
	if err := os.MkdirAll(l.Dir(id), 0o755); err != nil {
		return nil, false, diskError(op, err)
	}
	f, err := os.OpenFile(filepath.Join(l.Dir(id), ".lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, false, diskError(op, err)
	}
	held, err = disk.TryLock(f)
	if err != nil || !held {
		closeErr := f.Close()
		if err == nil {
			err = closeErr
		}
		if err != nil {
			return nil, false, model.Errorf(op, model.Device, "The library folder cannot be locked. Choose a folder on this computer's own disk.", err)
		}
		return nil, false, nil
	}
	return func() {
		// Closing alone would leave the lock, for a moment, to a program that is
		// being started by another goroutine: it has the file until it runs.
		disk.Release(f)
		_ = f.Close()
	}, true, nil
}

// patience is how long a work waits for another's to end: a change by another
// process, or the gathering of a story's versions, is over in a moment, but a
// story that is being made is not.
const (
	patience  = 3 * time.Second
	lookAgain = 10 * time.Millisecond
)

// LockSoon is Lock for a work that must not be lost because another is at the
// story for a moment. It waits for up to 3 s, or until ctx ends.
func (l *Library) LockSoon(ctx context.Context, id string) (unlock func(), held bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(lookAgain)
	defer tick.Stop()
	for {
		if unlock, held, err = l.Lock(id); err != nil || held {
			return unlock, held, err
		}
		select {
		case <-ctx.Done():
			return nil, false, nil
		case <-tick.C:
		}
	}
}

// Discard removes what this computer put into the folder of a story that never
// came to a story.json, as when its document could not be read. The caller
// holds the story's lock.
func (l *Library) Discard(id string) error {
	if l.has(id) {
		return nil
	}
	if err := l.Sweep(&story.Story{ID: id}); err != nil {
		return err
	}
	// What another computer has put there meanwhile keeps the folders.
	_ = os.Remove(filepath.Join(l.Dir(id), assetsDir))
	if left := l.names(id); len(left) != 1 {
		return nil
	}
	if err := os.RemoveAll(l.Dir(id)); err != nil {
		return diskError("discard story", err)
	}
	return nil
}

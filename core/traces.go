package core

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"edusmart/core/disk"
)

// traces know of the files that are being written for the teacher, and hold
// what is needed meanwhile.
func (a *App) traces() disk.Traces { return disk.Traces{Dir: filepath.Join(a.places.Cache, "work")} }

// beginWork notes work on files outside this application's own folders; end
// ends it. Where it cannot be noted, the work is nil and goes on all the same.
func (a *App) beginWork() (work *disk.Trace, end func()) {
	work, err := a.traces().Begin()
	if err != nil {
		a.log.Warn("note work", "err", err)
	}
	return work, func() {
		if err := work.End(); err != nil {
			a.log.Warn("end work", "err", err)
		}
	}
}

// unfinishedFor is how old a half-written file of this application's own is
// before it counts as left: each takes seconds at most.
const unfinishedFor = time.Hour

// sweepTraces removes what a run that was killed has left of temporary files.
// Those of stories are swept by the library.
func (a *App) sweepTraces() {
	err := a.traces().Sweep()
	dirs := []string{filepath.Dir(a.places.Settings), filepath.Dir(a.places.Ledger)}
	for _, root := range []string{a.places.Cache, a.places.Kept} {
		err = errors.Join(err, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err == nil && d.IsDir() {
				dirs = append(dirs, path)
			}
			return err
		}))
	}
	for _, dir := range dirs {
		err = errors.Join(err, disk.SweepParts(dir, time.Now().Add(-unfinishedFor)))
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		a.log.Warn("sweep temporary files", "err", err)
	}
}

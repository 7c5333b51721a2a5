package disk

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Traces is a folder that knows of work on files elsewhere, such as a file that
// is being written onto a USB stick: what a program that was killed has left of
// it is removed when Sweep is called next. Several processes may share it.
type Traces struct{ Dir string }

// Trace is one piece of work: a folder below Traces.Dir that is locked as long
// as it goes on. It holds the names of half-written files and what is needed
// for a while. A nil Trace notes nothing.
type Trace struct {
	dir  string
	lock *os.File
}

// Names in a trace's folder, and of the files that it tells of.
const (
	traceLock   = "lock"
	traceNote   = "part-"
	partPrefix  = ".part-"
	partPattern = partPrefix + "*"
)

// forgotten is when a half-written file whose folder is not there, as on a
// stick that was pulled out, is not looked for any more.
const forgotten = 90 * 24 * time.Hour

// Begin begins a piece of work. Its End is called when all is done. With an
// error there is no trace: the work can go on without one.
func (t Traces) Begin() (*Trace, error) {
	if err := os.MkdirAll(t.Dir, 0o755); err != nil {
		return nil, err
	}
	for {
		dir, err := os.MkdirTemp(t.Dir, "work-*")
		if err != nil {
			return nil, err
		}
		x, err := lockTrace(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(err, os.RemoveAll(dir))
		}
		if x != nil {
			return x, nil
		}
		// A sweep took the folder before it was locked.
	}
}

// lockTrace locks a trace's folder; nil where somebody else has it, or it is
// gone.
func lockTrace(dir string) (*Trace, error) {
	name := filepath.Join(dir, traceLock)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	held, err := TryLock(f)
	if held && sameFile(f, name) {
		return &Trace{dir, f}, nil
	}
	return nil, errors.Join(err, f.Close())
}

func sameFile(f *os.File, name string) bool {
	a, err := f.Stat()
	b, errNow := os.Stat(name)
	return err == nil && errNow == nil && os.SameFile(a, b)
}

// End ends the work and removes its folder.
func (x *Trace) End() error {
	if x == nil {
		return nil
	}
	Release(x.lock)
	// Windows removes no file that is open.
	return errors.Join(x.lock.Close(), os.RemoveAll(x.dir))
}

// TempDir makes a folder for files that are needed while the work goes on. Its
// maker removes it; it goes with the work at the latest.
func (x *Trace) TempDir() (string, error) {
	if x == nil {
		return os.MkdirTemp("", "edusmart-*")
	}
	return os.MkdirTemp(x.dir, "temp-*")
}

// WriteWhole is as the function of that name.
func (x *Trace) WriteWhole(path string, mode os.FileMode, write func(io.Writer) error) error {
	if x == nil {
		return WriteWhole(path, mode, write)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	prefix := partPrefix + rand.Text() + "-"
	note := filepath.Join(x.dir, traceNote+rand.Text())
	if err := os.WriteFile(note, []byte(filepath.Join(filepath.Dir(path), prefix)), 0o600); err != nil {
		return err
	}
	err = WriteWholeAs(path, prefix+"*", mode, write)
	return errors.Join(err, os.Remove(note))
}

// Sweep removes what work that was killed has left. What is still at work, here
// or in another process, is left alone.
func (t Traces) Sweep() error {
	works, err := os.ReadDir(t.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, w := range works {
		x, lockErr := lockTrace(filepath.Join(t.Dir, w.Name()))
		if x == nil {
			if !errors.Is(lockErr, fs.ErrNotExist) {
				err = errors.Join(err, lockErr)
			}
			continue
		}
		done, sweepErr := x.sweep()
		if err = errors.Join(err, sweepErr); done {
			err = errors.Join(err, x.End())
		} else {
			err = errors.Join(err, x.lock.Close())
		}
	}
	return err
}

// sweep removes the half-written files that the trace tells of; done is false
// where one may still lie in a folder that is not there now.
func (x *Trace) sweep() (done bool, err error) {
	notes, err := filepath.Glob(filepath.Join(x.dir, traceNote+"*"))
	done = true
	for _, note := range notes {
		info, infoErr := os.Stat(note)
		data, readErr := ReadLimited(note, 1<<16)
		err = errors.Join(err, infoErr, readErr)
		prefix := string(data)
		if infoErr != nil || readErr != nil || !strings.HasPrefix(filepath.Base(prefix), partPrefix) {
			continue
		}
		there, sweepErr := removeParts(filepath.Dir(prefix), filepath.Base(prefix), time.Now())
		err = errors.Join(err, sweepErr)
		done = done && (there || time.Since(info.ModTime()) > forgotten)
	}
	return done, err
}

// SweepParts removes the half-written files of a folder that were last written
// before a time. A folder that is not there has none.
func SweepParts(dir string, before time.Time) error {
	_, err := removeParts(dir, partPrefix, before)
	return err
}

// removeParts removes the files of a folder whose names begin with prefix and
// that were last written before a time; there is false where there is no such
// folder.
func removeParts(dir, prefix string, before time.Time) (there bool, err error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	for _, f := range files {
		info, infoErr := f.Info()
		if infoErr != nil || !info.Mode().IsRegular() || !strings.HasPrefix(f.Name(), prefix) || info.ModTime().After(before) {
			continue
		}
		if e := os.Remove(filepath.Join(dir, f.Name())); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return true, err
}

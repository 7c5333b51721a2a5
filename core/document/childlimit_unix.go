//go:build unix

package document

import (
	"errors"
	"runtime"

	"golang.org/x/sys/unix"
)

// limitSelf bounds what this process may take: memory, processor time, and no
// file but those it has. Go reserves much more address space than it uses, so
// the memory is bounded by what can be written to (RLIMIT_DATA, which counts
// private mappings on Linux), the address space only against runaways.
func limitSelf() error {
	set := func(which int, most uint64) error {
		return unix.Setrlimit(which, &unix.Rlimit{Cur: most, Max: most})
	}
	err := errors.Join(
		set(unix.RLIMIT_CORE, 0),
		set(unix.RLIMIT_FSIZE, 0),
		set(unix.RLIMIT_CPU, childSeconds),
	)
	if runtime.GOOS == "linux" {
		err = errors.Join(err, set(unix.RLIMIT_DATA, childMemory), set(unix.RLIMIT_AS, childSpace))
	}
	return err
}

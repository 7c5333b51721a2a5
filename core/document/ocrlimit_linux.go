package document

import (
	"errors"

	"golang.org/x/sys/unix"
)

// limitProcess bounds what the process pid may take: bytes of memory, seconds
// of processor time, and no file that it could write.
func limitProcess(pid int, memory, seconds uint64) error {
	set := func(which int, most uint64) error {
		return unix.Prlimit(pid, which, &unix.Rlimit{Cur: most, Max: most}, nil)
	}
	return errors.Join(
		set(unix.RLIMIT_CORE, 0),
		set(unix.RLIMIT_FSIZE, 0),
		set(unix.RLIMIT_CPU, seconds),
		set(unix.RLIMIT_DATA, memory),
	)
}

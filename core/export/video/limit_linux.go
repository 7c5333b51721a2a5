package video

import (
	"errors"

	"golang.org/x/sys/unix"
)

// limit bounds what a process may take: memory, the size of a file, and
// seconds of processor time on every core.
func limit(pid int, seconds uint64) error {
	set := func(which int, most uint64) error {
		return unix.Prlimit(pid, which, &unix.Rlimit{Cur: most, Max: most}, nil)
	}
	err := errors.Join(
		set(unix.RLIMIT_CORE, 0),
		set(unix.RLIMIT_FSIZE, mostFile),
		set(unix.RLIMIT_CPU, seconds*8),
		set(unix.RLIMIT_DATA, mostMemory),
	)
	if errors.Is(err, unix.ESRCH) {
		return nil // it has ended already; why, is told by its exit
	}
	return err
}

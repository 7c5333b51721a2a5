//go:build unix

package video

import (
	"errors"
	"os/exec"
	"syscall"
)

// apart gives a program a group of its own, which is killed as a whole.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// brokenPipe reports whether err says that the reader of a pipe has ended.
func brokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

package video

import (
	"errors"
	"os/exec"
	"syscall"
)

const (
	createNoWindow = 0x08000000
	errorNoData    = syscall.Errno(232) // the pipe is being closed
)

// apart keeps a console window from flashing up.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: createNoWindow}
}

// brokenPipe reports whether err says that the reader of a pipe has ended.
func brokenPipe(err error) bool {
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, errorNoData)
}

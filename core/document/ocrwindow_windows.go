package document

import (
	"os/exec"
	"syscall"
)

// hideWindow keeps a console program from opening a window of its own.
func hideWindow(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }

//go:build !windows

package document

import "os/exec"

// hideWindow does nothing: only Windows opens windows for console programs.
func hideWindow(*exec.Cmd) {}

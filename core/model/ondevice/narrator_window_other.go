//go:build !windows

package ondevice

import "os/exec"

// hideWindow does nothing: only Windows opens a window for a program of the
// console.
func hideWindow(*exec.Cmd) {}

//go:build !linux

package ondevice

// SpeakChild is the child process that speaks with libespeak-ng, which the
// Narrator uses on Linux only: it gives the exit status that says so.
func SpeakChild([]string) int { return exitNoLibrary }

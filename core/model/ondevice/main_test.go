package ondevice

import (
	"os"
	"testing"
)

// TestMain lets the test binary play the child that speaks.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == SpeakCommand {
		os.Exit(SpeakChild(os.Args[2:]))
	}
	os.Exit(m.Run())
}

package ui

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain has memory collected less often than a window would: what a toolkit
// without a display allocates is little, and soon gone.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

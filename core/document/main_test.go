package document

import (
	"os"
	"testing"
)

// TestMain lets the test binary be the child that holds MuPDF.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == ChildCommand {
		os.Exit(Child(os.Args[2:]))
	}
	os.Exit(m.Run())
}

package library

import (
	"os"
	"os/exec"
	"sync"
	"testing"
)

// A program that is just being started has every open file of this one for a
// moment. It must not keep a story from being changed again.
func TestALockThatWasGivenBackIsFreeWhileProgramsStart(t *testing.T) {
	lib, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var programs sync.WaitGroup
	for range 4 {
		programs.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					_ = exec.CommandContext(t.Context(), self, "-test.run", "^$").Run()
				}
			}
		})
	}
	for i := range 3000 {
		unlock, held, err := lib.Lock("river-1")
		if err != nil {
			t.Fatal(err)
		}
		if !held {
			t.Errorf("the lock that was given back is not free the time %d", i)
			break
		}
		unlock()
	}
	close(done)
	programs.Wait()
}

package document

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"time"

	"edusmart/core/model"
)

// Limits of a child process.
const (
	childMemory   = 1500 << 20       // bytes it may write to
	childSpace    = 8 << 30          // bytes of address space
	childSeconds  = 120              // of processor time
	childPatience = 20 * time.Second // without a frame
	stderrBytes   = 8 << 10          // of its last words kept for the log
)

var errPatience = errors.New("the child took too long")

// runChild starts a child for the document f and calls each with every frame,
// on the caller's goroutine, until the child has done its job, each returns an
// error, or ctx ends. The child is gone when runChild returns. An error is a
// sentence for the teacher, ctx's, or each's.
func runChild(ctx context.Context, f *os.File, job childJob, each func(kind byte, payload []byte) error) error {
	self, err := os.Executable()
	if err != nil {
		return childFailed(err)
	}
	arg, err := json.Marshal(job)
	if err != nil {
		return childFailed(err)
	}
	parent := ctx
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	cmd := exec.CommandContext(ctx, self, ChildCommand, string(arg))
	cmd.Stdin = f
	cmd.Env = childEnvironment()
	last := &tail{}
	cmd.Stderr = last
	cmd.WaitDelay = time.Second
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return childFailed(err)
	}
	if err := cmd.Start(); err != nil {
		return childFailed(err)
	}
	clock := time.AfterFunc(childPatience, func() { cancel(errPatience) })
	defer clock.Stop()
	done, eachErr, err := frames(stdout, func(kind byte, payload []byte) error {
		clock.Reset(childPatience)
		return each(kind, payload)
	})
	if !done {
		cancel(nil) // before Wait: nobody reads what it may still write
	}
	waitErr := cmd.Wait()
	switch {
	case parent.Err() != nil:
		return parent.Err()
	case eachErr != nil:
		return eachErr
	case done:
		return nil
	case errors.Is(context.Cause(ctx), errPatience):
		return bad(saySlow, errPatience)
	}
	return damaged(fmt.Errorf("the child ended early: %w; it said: %s", errors.Join(err, waitErr), last))
}

// frames reads frames until the one that says that all is done, each fails,
// or the stream ends.
func frames(r io.Reader, each func(kind byte, payload []byte) error) (done bool, eachErr, err error) {
	in := bufio.NewReaderSize(r, 1<<16)
	for {
		kind, payload, err := readFrame(in)
		switch {
		case err != nil:
			return false, nil, err
		case kind == frameDone:
			return true, nil, nil
		case kind == frameError:
			return false, failure(string(payload)), nil
		}
		if err := each(kind, payload); err != nil {
			return false, err, nil
		}
	}
}

// failure gives the sentence for what the child told.
func failure(why string) error {
	cause := errors.New("child: " + why)
	switch why {
	case failLocked:
		return encrypted(cause)
	case failLong:
		return bad(sayTooLong, cause)
	}
	return damaged(cause)
}

// childFailed says that no child can be started.
func childFailed(err error) error {
	return model.Errorf(opRead, model.Device, "This computer cannot start the helper that reads documents. Close some programs and try again.", err)
}

// childEnvironment is what a child gets to know: nothing but what a process
// needs to run, and so no keys.
func childEnvironment() []string {
	env := []string{
		"GOMAXPROCS=1", "GOTRACEBACK=none",
		// A child is short: it keeps what it has freed (glibc's names) and
		// collects seldom.
		"MALLOC_TOP_PAD_=4194304", "MALLOC_TRIM_THRESHOLD_=67108864", "GOGC=400",
	}
	if runtime.GOOS == "windows" {
		env = append(env, "SYSTEMROOT="+os.Getenv("SYSTEMROOT"))
	}
	return env
}

// A tail keeps the last bytes that were written to it. MuPDF is talkative.
type tail struct{ b []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.b = append(t.b, p[max(0, len(p)-stderrBytes):]...)
	t.b = append(t.b[:0], t.b[max(0, len(t.b)-stderrBytes):]...)
	return len(p), nil
}

func (t *tail) String() string { return string(bytes.TrimSpace(t.b)) }

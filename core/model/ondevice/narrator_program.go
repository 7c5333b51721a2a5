package ondevice

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"
)

// maxVoiceOutput bounds what a voice's program may write: an hour of sound
// and what its coding as text adds.
const maxVoiceOutput = 4 * maxSpokenSamples

// killPatience is how long the pipes of a killed program are waited for.
const killPatience = 50 * time.Millisecond

// voiceCommand gives a program that ends with ctx and opens no window. What it
// complains of goes to the log.
func voiceCommand(ctx context.Context, in io.Reader, program string, args ...string) (*exec.Cmd, *shortLog) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdin = in
	cmd.WaitDelay = killPatience
	said := &shortLog{}
	cmd.Stderr = said
	hideWindow(cmd)
	return cmd, said
}

// runVoiceProgram runs a voice's program to its end and gives its output. The
// error is ctx's where that ended it.
func runVoiceProgram(ctx context.Context, in io.Reader, program string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd, said := voiceCommand(ctx, in, program, args...)
	out := &boundedOutput{full: cancel}
	cmd.Stdout = out
	err := cmd.Run()
	switch {
	case out.over:
		return nil, fmt.Errorf("%s: more than %d bytes of output", program, maxVoiceOutput)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("%s: %w: %s", program, err, said)
	}
	return out.kept.Bytes(), nil
}

// boundedOutput keeps up to maxVoiceOutput bytes; at more it calls full. The
// buffer is not embedded: it would read from the program by itself, past the
// bound.
type boundedOutput struct {
	kept bytes.Buffer
	full func()
	over bool
}

func (o *boundedOutput) Write(b []byte) (int, error) {
	if o.kept.Len()+len(b) > maxVoiceOutput {
		o.over = true
		o.full()
		return 0, errors.New("too much output")
	}
	return o.kept.Write(b)
}

// shortLog keeps the beginning of what a program complains of.
type shortLog struct{ text []byte }

func (l *shortLog) Write(b []byte) (int, error) {
	const most = 2000
	l.text = append(l.text, b[:min(len(b), most-min(most, len(l.text)))]...)
	return len(b), nil
}

func (l *shortLog) String() string { return string(bytes.TrimSpace(l.text)) }

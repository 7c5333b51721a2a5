package ondevice

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// espeak speaks with espeak-ng. Its library runs in a child process, so that
// a crash or an endless loop in it cannot end the application; where only the
// program is installed, that speaks, and the times of the words are estimated.
type espeak struct {
	program string // what is started as the child
}

func newEspeak(program string) *espeak {
	if program == "" {
		program, _ = os.Executable() // empty: the child cannot start, and espeak-ng's program is used
	}
	return &espeak{program: program}
}

// childTries is how often the child is asked: libespeak-ng (1.51) reads past
// its data now and then and crashes on a text that it speaks the next time.
const childTries = 2

// errNoLibrary says that the child could not load libespeak-ng.
var errNoLibrary = errors.New("libespeak-ng is not installed")

func (e *espeak) voices(ctx context.Context) ([]systemVoice, error) {
	var found espeakList
	err := e.child(ctx, espeakRequest{List: true}, func(kind byte, payload []byte) error {
		if kind != frameList {
			return fmt.Errorf("frame %q", kind)
		}
		return json.Unmarshal(payload, &found)
	})
	if errors.Is(err, errNoLibrary) {
		found, err = listByProgram(ctx)
	}
	if err != nil {
		return nil, err
	}
	return espeakVoices(found), nil
}

func (e *espeak) speak(ctx context.Context, rate int, said []utterance) ([]voicedText, error) {
	request := espeakRequest{Rate: rate}
	for _, u := range said {
		request.Said = append(request.Said, espeakText{
			Voice: u.voice.name, Pitch: u.voice.pitch, Reach: u.voice.reach, Text: string(u.text),
		})
	}
	var c collector
	var err error
	for range childTries {
		c = collector{}
		err = e.child(ctx, request, c.take)
		if errors.Is(err, errNoLibrary) {
			return speakByProgram(ctx, rate, said)
		}
		if err == nil || ctx.Err() != nil {
			break
		}
	}
	if err == nil && len(c.done) != len(said) {
		err = fmt.Errorf("the child ended after %d of %d texts", len(c.done), len(said))
	}
	return c.done, err
}

// child runs the child with a request and hands its frames to take. It is
// killed when ctx ends or take gives an error.
func (e *espeak) child(ctx context.Context, request espeakRequest, take func(kind byte, payload []byte) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	input, err := json.Marshal(request)
	if err != nil {
		return err
	}
	cmd, said := voiceCommand(ctx, bytes.NewReader(input), e.program, SpeakCommand)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return errors.Join(errNoLibrary, err) // as good as no library: the program may still speak
	}
	readErr := readFrames(out, take)
	if readErr != nil {
		cancel()
	}
	waitErr := cmd.Wait()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil && readErr == nil:
		return ctx.Err()
	case errors.As(waitErr, &exit) && exit.ExitCode() == exitNoLibrary:
		return errNoLibrary
	case readErr != nil:
		return fmt.Errorf("speaking child: %w: %s", readErr, said)
	case waitErr != nil:
		return fmt.Errorf("speaking child: %w: %s", waitErr, said)
	}
	return nil
}

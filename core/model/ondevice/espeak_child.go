//go:build linux

package ondevice

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// Limits on the child: what a hostile text can use up.
const (
	maxRequest   = 1 << 20
	childSeconds = 60        // of processor time
	childBytes   = 1 << 30   // of memory written to
	markLimit    = 1_000_000 // words of one request
)

// SpeakChild is the child process that speaks with libespeak-ng. It gives the
// exit status. main calls it first thing when the first argument is
// SpeakCommand; it takes no arguments of its own.
func SpeakChild([]string) int {
	for resource, most := range map[int]uint64{unix.RLIMIT_CPU: childSeconds, unix.RLIMIT_DATA: childBytes} {
		if err := unix.Setrlimit(resource, &unix.Rlimit{Cur: most, Max: most}); err != nil {
			fmt.Fprintln(os.Stderr, "limit:", err)
		}
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	err := answer(os.Stdin, out)
	if flushErr := out.Flush(); err == nil {
		err = flushErr
	}
	switch {
	case errors.Is(err, errNoLibrary):
		return exitNoLibrary
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// answer reads a request from in and writes the frames that answer it.
func answer(in io.Reader, out io.Writer) error {
	var request espeakRequest
	if err := json.NewDecoder(io.LimitReader(in, maxRequest)).Decode(&request); err != nil {
		return fmt.Errorf("request: %w", err)
	}
	lib, err := loadEspeak()
	if err != nil {
		return err
	}
	if request.List {
		list, err := json.Marshal(lib.list())
		if err != nil {
			return err
		}
		return writeFrame(out, frameList, list)
	}
	if err := writeFrame(out, frameRate, binary.LittleEndian.AppendUint32(nil, uint32(lib.rate))); err != nil {
		return err
	}
	s := &frameSink{out: out}
	lib.listen(s)
	for _, text := range request.Said {
		if err := lib.speak(request.Rate, text); err != nil {
			return err
		}
		s.write(frameDone, nil)
		if s.err != nil {
			return s.err
		}
	}
	return nil
}

// frameSink turns what espeak-ng gives into frames.
type frameSink struct {
	out   io.Writer
	err   error // the first that writing gave
	marks int
	buf   []byte
}

func (s *frameSink) write(kind byte, payload []byte) {
	if s.err == nil {
		s.err = writeFrame(s.out, kind, payload)
	}
}

// samples takes a stretch of sound.
func (s *frameSink) samples(pcm []int16) {
	s.buf = s.buf[:0]
	for _, v := range pcm {
		s.buf = binary.LittleEndian.AppendUint16(s.buf, uint16(v))
	}
	s.write(frameSamp, s.buf)
}

// mark takes the beginning of a word: its character, from 0, and millisecond.
func (s *frameSink) mark(at, ms int) {
	if s.marks++; s.marks > markLimit {
		s.err = errors.New("too many words")
	}
	var payload [8]byte
	binary.LittleEndian.PutUint32(payload[:], uint32(max(0, at)))
	binary.LittleEndian.PutUint32(payload[4:], uint32(max(0, ms)))
	s.write(frameMark, payload[:])
}

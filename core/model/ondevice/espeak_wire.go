package ondevice

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The speaking child is asked with one JSON value on its standard input, and
// answers on its standard output with frames: a byte for the kind, the length
// of the payload in four bytes, little-endian, and the payload.

// espeakRequest is what the child is asked.
type espeakRequest struct {
	List bool         `json:"list,omitempty"` // list the voices
	Rate int          `json:"rate,omitempty"` // words a minute
	Said []espeakText `json:"said,omitempty"`
}

// espeakText is one text to speak.
type espeakText struct {
	Voice string `json:"voice"`
	Pitch int    `json:"pitch"`
	Reach int    `json:"reach"`
	Text  string `json:"text"`
}

// espeakList is what espeak-ng has installed.
type espeakList struct {
	Found    []espeakFound `json:"found"`
	Variants []string      `json:"variants"` // names of voice variants
}

// espeakFound is one voice as espeak-ng lists it.
type espeakFound struct {
	Tag  string `json:"tag"`  // "en-us"
	Name string `json:"name"` // "English_(America)"
	File string `json:"file"` // "gmw/en-US"
}

// The kinds of frames.
const (
	frameList = 'l' // espeakList as JSON
	frameRate = 'r' // samples a second, four bytes
	frameMark = 'm' // a word: its first character (from 0) and its millisecond, four bytes each
	frameSamp = 's' // samples, two bytes each
	frameDone = 'd' // the text has been spoken
)

// exitNoLibrary is the child's exit status where it finds no libespeak-ng.
const exitNoLibrary = 3

// maxFrame bounds a frame's payload.
const maxFrame = 1 << 20

func writeFrame(w io.Writer, kind byte, payload []byte) error {
	head := [5]byte{kind}
	binary.LittleEndian.PutUint32(head[1:], uint32(len(payload)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(payload)
	return err
}

// readFrames hands the frames of r to take until r ends. The payload is valid
// during the call only.
func readFrames(r io.Reader, take func(kind byte, payload []byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	var buf []byte
	for {
		var head [5]byte
		if _, err := io.ReadFull(in, head[:]); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		size := binary.LittleEndian.Uint32(head[1:])
		if size > maxFrame {
			return fmt.Errorf("a frame of %d bytes", size)
		}
		if int(size) > cap(buf) {
			buf = make([]byte, size)
		}
		buf = buf[:size]
		if _, err := io.ReadFull(in, buf); err != nil {
			return err
		}
		if err := take(head[0], buf); err != nil {
			return err
		}
	}
}

// collector puts the texts together that the child speaks.
type collector struct {
	rate    int
	present voicedText
	total   int // samples
	done    []voicedText
}

func (c *collector) take(kind byte, payload []byte) error {
	switch {
	case kind == frameRate && len(payload) == 4:
		c.rate = int(binary.LittleEndian.Uint32(payload))
		if c.rate < 8000 || c.rate > 48000 {
			return fmt.Errorf("%d samples a second", c.rate)
		}
	case kind == frameMark && len(payload) == 8:
		ms := int(binary.LittleEndian.Uint32(payload[4:]))
		c.present.marks = append(c.present.marks, voiceMark{
			at: int(binary.LittleEndian.Uint32(payload)), sample: ms * c.rate / 1000,
		})
	case kind == frameSamp && len(payload)%2 == 0:
		c.total += len(payload) / 2
		if c.total > maxSpokenSamples {
			return errors.New("more than an hour of speech")
		}
		for ; len(payload) > 0; payload = payload[2:] {
			c.present.pcm = append(c.present.pcm, int16(binary.LittleEndian.Uint16(payload)))
		}
	case kind == frameDone && len(payload) == 0:
		c.present.rate = c.rate
		c.done = append(c.done, c.present)
		c.present = voicedText{}
	default:
		return fmt.Errorf("frame %q of %d bytes", kind, len(payload))
	}
	return nil
}

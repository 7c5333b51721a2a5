package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// Limits on a WAV file from outside.
const (
	minRate     = 4000
	maxRate     = 192_000
	maxChannels = 8
	// maxDecoded is the most samples that DecodeWAV gives: two hours at 48
	// kHz, 690 MB.
	maxDecoded = 2 * 3600 * 48_000
	// maxSmallChunk bounds the chunks whose content matters besides the
	// sound; a format chunk has at most 40 bytes.
	maxSmallChunk = 1 << 10
)

// The format tags of WAVEFORMATEX (Microsoft, mmreg.h).
const (
	formatPCM        = 1
	formatFloat      = 3
	formatExtensible = 0xFFFE
)

// EncodeWAV writes mono samples as a 16-bit WAV file.
func EncodeWAV(w io.Writer, pcm []int16, rate int) error {
	if rate < minRate || rate > maxRate {
		return fmt.Errorf("encode WAV: %d samples a second", rate)
	}
	size := len(pcm) * 2
	if size > math.MaxUint32-36 {
		return fmt.Errorf("encode WAV: %d samples are too many", len(pcm))
	}
	var head bytes.Buffer
	head.WriteString("RIFF")
	put := func(v any) { _ = binary.Write(&head, binary.LittleEndian, v) } // a bytes.Buffer takes all
	put(uint32(36 + size))
	head.WriteString("WAVEfmt ")
	put(uint32(16))
	put([]uint16{formatPCM, 1})
	put([]uint32{uint32(rate), uint32(rate * 2)})
	put([]uint16{2, 16})
	head.WriteString("data")
	put(uint32(size))
	if _, err := w.Write(head.Bytes()); err != nil {
		return fmt.Errorf("encode WAV: %w", err)
	}
	buf := make([]byte, 0, 1<<15)
	for len(pcm) > 0 {
		n := min(len(pcm), cap(buf)/2)
		buf = buf[:0]
		for _, v := range pcm[:n] {
			buf = binary.LittleEndian.AppendUint16(buf, uint16(v))
		}
		if _, err := w.Write(buf); err != nil {
			return fmt.Errorf("encode WAV: %w", err)
		}
		pcm = pcm[n:]
	}
	return nil
}

// wavFormat is what a "fmt " chunk says.
type wavFormat struct {
	float    bool
	channels int
	rate     int
	bytes    int // a sample
}

// DecodeWAV reads a WAV file of 8, 16, 24 or 32-bit integers or 32-bit
// floats, mixes its channels down to one and gives the samples and their rate
// (4,000 to 192,000 a second). A file that was cut short gives what is there.
// What it reads is not trusted: sizes are bounded, and no more is allocated
// than was read.
func DecodeWAV(r io.Reader) (pcm []int16, rate int, err error) {
	var head [12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, 0, fmt.Errorf("decode WAV: no header: %w", err)
	}
	if string(head[:4]) != "RIFF" || string(head[8:]) != "WAVE" {
		return nil, 0, errors.New("decode WAV: this is no WAV file")
	}
	var format wavFormat
	for {
		var chunk [8]byte
		if _, err := io.ReadFull(r, chunk[:]); err != nil {
			return nil, 0, errors.New("decode WAV: no sound in the file")
		}
		size := int64(binary.LittleEndian.Uint32(chunk[4:]))
		switch string(chunk[:4]) {
		case "fmt ":
			if format, err = readFormat(r, size); err != nil {
				return nil, 0, fmt.Errorf("decode WAV: %w", err)
			}
		case "data":
			if format.rate == 0 {
				return nil, 0, errors.New("decode WAV: the sound comes before its format")
			}
			pcm, err = readSamples(r, size, format)
			if err != nil {
				return nil, 0, fmt.Errorf("decode WAV: %w", err)
			}
			return pcm, format.rate, nil
		default:
			// Chunks are padded to an even size (RIFF 1.0, 1991).
			if _, err := io.CopyN(io.Discard, r, size+size%2); err != nil {
				return nil, 0, errors.New("decode WAV: no sound in the file")
			}
		}
	}
}

func readFormat(r io.Reader, size int64) (wavFormat, error) {
	if size < 16 || size > maxSmallChunk {
		return wavFormat{}, fmt.Errorf("a format of %d bytes", size)
	}
	b := make([]byte, size+size%2)
	if n, err := io.ReadFull(r, b); err != nil && int64(n) < size {
		return wavFormat{}, fmt.Errorf("the format breaks off: %w", err)
	}
	tag := binary.LittleEndian.Uint16(b)
	if tag == formatExtensible && size >= 26 {
		tag = binary.LittleEndian.Uint16(b[24:]) // the first bytes of the sub-format's GUID
	}
	f := wavFormat{
		float:    tag == formatFloat,
		channels: int(binary.LittleEndian.Uint16(b[2:])),
		rate:     int(binary.LittleEndian.Uint32(b[4:])),
	}
	bits := int(binary.LittleEndian.Uint16(b[14:]))
	f.bytes = bits / 8
	switch {
	case tag != formatPCM && tag != formatFloat:
		return f, fmt.Errorf("the coding %#x is not known", tag)
	case bits%8 != 0 || f.bytes < 1 || f.bytes > 4 || f.float && f.bytes != 4:
		return f, fmt.Errorf("%d bits a sample", bits)
	case f.channels < 1 || f.channels > maxChannels:
		return f, fmt.Errorf("%d channels", f.channels)
	case f.rate < minRate || f.rate > maxRate:
		return f, fmt.Errorf("%d samples a second", f.rate)
	}
	return f, nil
}

// readSamples reads up to size bytes: a size that the file does not hold, or
// the 0xFFFFFFFF of a program that wrote to a pipe, means "to the end".
func readSamples(r io.Reader, size int64, f wavFormat) ([]int16, error) {
	frame := f.bytes * f.channels
	r = io.LimitReader(r, size)
	buf := make([]byte, frame*4096)
	var pcm []int16
	if n := size / int64(frame); n < 1<<20 {
		pcm = make([]int16, 0, n)
	}
	for {
		n, err := io.ReadFull(r, buf)
		for b := buf[:n-n%frame]; len(b) > 0; b = b[frame:] {
			pcm = append(pcm, mixFrame(b[:frame], f))
		}
		if len(pcm) > maxDecoded {
			return nil, fmt.Errorf("more than %d samples", maxDecoded)
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return pcm, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// mixFrame gives the mean of a frame's channels.
func mixFrame(b []byte, f wavFormat) int16 {
	if f.channels == 1 && f.bytes == 2 {
		return int16(binary.LittleEndian.Uint16(b))
	}
	var sum float64
	for ; len(b) > 0; b = b[f.bytes:] {
		sum += sampleOf(b[:f.bytes], f.float)
	}
	return clamp16(sum / float64(f.channels))
}

// sampleOf gives one sample on the scale of 16 bits.
func sampleOf(b []byte, float bool) float64 {
	switch len(b) {
	case 1: // 8-bit samples are the only unsigned ones
		return float64(int(b[0])-128) * 256
	case 2:
		return float64(int16(binary.LittleEndian.Uint16(b)))
	case 3:
		return float64(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)) / 65536
	}
	bits := binary.LittleEndian.Uint32(b)
	if !float {
		return float64(int32(bits)) / 65536
	}
	if v := float64(math.Float32frombits(bits)); v == v { // NaN is silence
		return v * 32768
	}
	return 0
}

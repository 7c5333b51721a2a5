package speech

import (
	"encoding/binary"
	"io"
	"time"
)

// EncodeWAV writes mono 16-bit samples as a WAV file. (Signature used by
// generate: keep it.)
func EncodeWAV(w io.Writer, pcm []int16, rate int) error {
	return binary.Write(w, binary.LittleEndian, pcm)
}

// ReadingTime is how long a class of the grade reads text aloud or alone.
// (Signature used by generate: keep it.)
func ReadingTime(text, language string, grade int) time.Duration { return 0 }

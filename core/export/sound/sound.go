// Package sound encodes narrations as MP3, the one coding that e-books, web
// browsers and slide programs all play.
//
// Called by the packages of the formats. May import speech; it knows nothing
// of stories.
package sound

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/braheezy/shine-mp3/pkg/mp3"

	"edusmart/core/speech"
)

// What every file is: MPEG-2 Layer III (ISO/IEC 13818-3), mono, at a constant
// rate that leaves speech whole. At these two figures a frame is a whole
// number of bytes, so that a place in the file is a time and players seek to
// the word.
const (
	Rate    = 24_000 // samples a second
	Bitrate = 64_000 // bits a second
)

// Lead is how much later than in the samples everything is heard in the file.
// A decoder needs a frame to find its feet; with this one, which is silent,
// none of the sound is lost to that. Files carry no tag about it, which only
// some players would obey.
const Lead = frame * time.Second / Rate

const (
	frame = 576 // samples, ISO/IEC 13818-3 2.4.2.3
	// delay is how late a decoder gives what went into the encoder: the two
	// filter banks (481) and the overlap of the transform (576).
	delay = 481 + frame
	// dropped are the first frames, which would only delay the rest.
	dropped = 2
	silence = frame + dropped*frame - delay // put before the samples, for all to come to Lead

	bitrateIndex = 8      // of 64 kbit/s, ISO/IEC 13818-3 2.4.2.3
	gain         = 1.1248 // of the encoder's fixed-point filter bank, at every frequency
)

// MP3 encodes mono samples of rate a second (4,000 to 192,000). What is
// sample n of pcm is heard at n/rate + Lead. The only error besides that of
// ctx is an impossible rate.
func MP3(ctx context.Context, pcm []int16, rate int) ([]byte, error) {
	if rate < 4000 || rate > 192_000 {
		return nil, fmt.Errorf("encode MP3: %d samples a second", rate)
	}
	pcm = speech.Resample(pcm, rate, Rate)
	enc := newEncoder()
	frames := framesOf(len(pcm)) + dropped
	out := make([]byte, 0, frames*bytesPerFrame)
	buf := make([]int16, frame)
	for f := range frames {
		if f%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		fill(buf, pcm, f*frame-silence)
		data, n := enc.EncodeBufferInterleaved(buf)
		if f >= dropped {
			out = append(append(out, data[:n]...), rest[:]...)
		}
	}
	return out, nil
}

// Duration is how long a file of n samples at rate a second lasts, Lead and
// the rest of the last frame included.
func Duration(n, rate int) time.Duration {
	samples := (int64(n)*Rate + int64(rate) - 1) / int64(rate)
	return time.Duration(framesOf(int(samples))) * Lead
}

// framesOf is the frames of a file of n samples: players know a file by its
// second frame.
func framesOf(n int) int { return 1 + max(1, (n+frame-1)/frame) }

const bytesPerFrame = frame * Bitrate / 8 / Rate

// rest ends each frame. The encoder fills what a frame has left with ones as
// if they were spectrum; decoders read them by fours, and those of browsers
// refuse a frame whose last four are not all there. A multiple of four bytes,
// as the encoder writes words; ones, so that they are zeros of the spectrum.
var rest = [4]byte{0xff, 0xff, 0xff, 0xff}

// newEncoder gives an encoder for Rate and Bitrate. The library chooses 128
// kbit/s; what follows from the bit rate is put right here.
func newEncoder() *mp3.Encoder {
	enc := mp3.NewEncoder(Rate, 1)
	enc.Mpeg.Bitrate = Bitrate / 1000
	enc.Mpeg.BitrateIndex = bitrateIndex
	enc.Mpeg.WholeSlotsPerFrame = bytesPerFrame - int64(len(rest))
	enc.Mpeg.FracSlotsPerFrame = 0
	enc.Mpeg.SlotLag = 0
	return enc
}

// fill gives buf the samples of pcm from at on, as loud as the encoder has to
// have them; what lies outside is silence.
func fill(buf, pcm []int16, at int) {
	for i := range buf {
		buf[i] = 0
		if k := at + i; k >= 0 && k < len(pcm) {
			buf[i] = int16(math.Round(float64(pcm[k]) / gain))
		}
	}
}

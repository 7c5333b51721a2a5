package geminitest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"sync"

	"edusmart/core/model"
)

// pictureTokens is what every picture counts for.
const pictureTokens = 1290

// picture answers with a PNG.
func (x *exchange) picture(f Fault) {
	h := fnv.New32a()
	_, _ = h.Write([]byte(x.rec.Prompt)) // a hash takes all
	side := x.s.options.PictureSide
	if f == TinyImage {
		side = 8
	}
	data := drawn(side, h.Sum32()%hues)
	if f == BrokenImage {
		data = data[:len(data)/2]
	}
	x.once(candidate("STOP", textPart("Here is the picture."), blob("image/png", data)), model.Tokens{In: x.tokensIn(), Out: pictureTokens}, f)
}

// hues is how many different pictures there are.
const hues = 8

var pictures sync.Map // of pictureKey; pictures take long to encode and never change

type pictureKey struct {
	side int
	hue  uint32
}

// drawn gives a PNG of hills under a sky.
func drawn(side int, hue uint32) []byte {
	key := pictureKey{side, hue}
	if data, ok := pictures.Load(key); ok {
		return data.([]byte)
	}
	palette := make(color.Palette, 64)
	for i := range palette {
		palette[i] = color.RGBA{uint8(60 + 2*i), uint8(90 + int(hue)*12 + i), uint8(220 - 3*i), 255}
	}
	img := image.NewPaletted(image.Rect(0, 0, side, side), palette)
	for y := range side {
		hill := int(20 * math.Sin(float64(y)/float64(side)*math.Pi*float64(1+hue)))
		for px := range side {
			img.Pix[y*img.Stride+px] = uint8((y*40/side + max(hill, 0) + (px*4/side)%2) % 64)
		}
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&out, img); err != nil {
		panic(err) // it is a valid picture
	}
	data, _ := pictures.LoadOrStore(key, out.Bytes())
	return data.([]byte)
}

// voice answers with sound: raw samples, of later models a WAV file at times.
func (x *exchange) voice(f Fault) {
	text := x.rec.Prompt
	if head, spoken, ok := strings.Cut(text, ":\n"); ok && strings.HasPrefix(head, "Say ") {
		text = spoken
	}
	words := len(strings.Fields(text))
	t := model.Tokens{In: x.tokensIn(), Out: max(1, words*25*4/10)}
	if g := x.body.GenerationConfig.Temperature; g != nil && *g <= 0.4 {
		x.once(candidate("OTHER"), model.Tokens{In: t.In}, "")
		return
	}
	rate := x.s.options.VoiceRate
	mime := fmt.Sprintf("audio/L16;codec=pcm;rate=%d", rate)
	data := spoken(words, rate)
	switch f {
	case Silence:
		clear(data)
	case ShortAudio:
		data = data[:min(len(data), 2*rate/20)]
	case EmptyWAV:
		mime, data = "audio/wav", wav(nil, rate)
	case OddAudio:
		mime, data = "audio/ogg", append([]byte("OggS"), data[:100]...)
	case VoiceWAV:
		mime, data = "audio/wav", wav(data, rate)
	default:
		if generationOf(x.rec.Model) >= 308 && x.s.chance() < 0.5 {
			mime, data = "audio/wav", wav(data, rate)
		}
	}
	finish := "STOP"
	if f == CutAudio {
		finish, data = "MAX_TOKENS", data[:len(data)/4*2]
	}
	x.once(candidate(finish, blob(mime, data)), t, f)
}

// hummed gives the samples of single words: a hum of a few partials that swells
// with each syllable, at three pitches.
func hummed(rate int) [3][]byte {
	if known, ok := hums.Load(rate); ok {
		return known.([3][]byte)
	}
	n := rate * 38 / 100
	var words [3][]byte
	for pitch := range words {
		for i := range n {
			at := float64(i) / float64(n)
			loud := math.Sin(math.Pi*at) * (0.6 + 0.4*math.Sin(4*math.Pi*at))
			phase := float64(i) * 2 * math.Pi * float64(150+20*pitch) / float64(rate)
			v := 6000 * loud * (math.Sin(phase) + 0.5*math.Sin(3*phase))
			words[pitch] = binary.LittleEndian.AppendUint16(words[pitch], uint16(int16(v)))
		}
	}
	hums.Store(rate, words)
	return words
}

// hums are the words of hummed, by rate.
var hums sync.Map

// spoken gives samples that are as long and as loud as so many words, with a
// pause after each dozen.
func spoken(words, rate int) []byte {
	hum := hummed(rate)
	var out []byte
	for i := range max(1, words) {
		out = append(out, hum[i%3]...)
		if i%12 == 11 {
			out = append(out, make([]byte, rate/4*2)...)
		}
	}
	return out
}

// wav puts a header before samples.
func wav(samples []byte, rate int) []byte {
	le := binary.LittleEndian
	h := append([]byte("RIFF"), le.AppendUint32(nil, uint32(36+len(samples)))...)
	h = append(h, "WAVEfmt "...)
	h = le.AppendUint32(h, 16)
	for _, v := range []uint16{1, 1} {
		h = le.AppendUint16(h, v)
	}
	h = le.AppendUint32(le.AppendUint32(h, uint32(rate)), uint32(2*rate))
	h = le.AppendUint16(le.AppendUint16(h, 2), 16)
	h = le.AppendUint32(append(h, "data"...), uint32(len(samples)))
	return append(h, samples...)
}

package gemini

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"mime"
	"strconv"
	"strings"
	"unicode/utf8"

	"edusmart/core/speech"
)

// Limits on sound, as the pipeline's.
const (
	minRate = 8_000
	maxRate = 192_000
	// minSecondsPerWord is far below the fastest intelligible speech.
	minSecondsPerWord = 0.08
	// maxSecondsPerLetter, with a start, is far above the slowest: a voice that
	// goes on longer repeats itself or hums.
	maxSecondsPerLetter = 0.4
	maxSecondsStart     = 15
	// silencePeak is the sample value that audible speech exceeds.
	silencePeak = 200
	// defaultRate is what the service's raw samples have where they do not say.
	defaultRate = 24_000
	wavHeader   = 44 // bytes of a WAV file without sound
)

// soundOf takes the sound out of an answer: of all its parts, one after the
// other. why says what is wrong with it.
func soundOf(v verdict) (pcm []int16, rate int, why string) {
	if len(v.blobs) == 0 {
		if v.text != "" {
			return nil, 0, "text instead of a voice"
		}
		return nil, 0, "no voice"
	}
	for _, b := range v.blobs {
		more, r, why := decodeSound(b.MIMEType, b.Data)
		if why != "" {
			return nil, 0, why
		}
		if rate != 0 && r != rate {
			return nil, 0, fmt.Sprintf("parts at %d and %d samples a second", rate, r)
		}
		pcm, rate = append(pcm, more...), r
	}
	return pcm, rate, ""
}

// decodeSound decodes one part by its bytes first, then by its MIME type:
// a whole WAV file, or raw samples of 16 bits, lowest byte first, as the
// service writes them whatever RFC 2586 says of audio/L16.
func decodeSound(mimeType string, data []byte) (pcm []int16, rate int, why string) {
	if bytes.HasPrefix(data, []byte("RIFF")) {
		if len(data) <= wavHeader {
			return nil, 0, fmt.Sprintf("a WAV file of %d bytes", len(data))
		}
		pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
		if err != nil {
			return nil, 0, err.Error()
		}
		return pcm, rate, ""
	}
	kind, params, err := mime.ParseMediaType(mimeType)
	if err != nil {
		// A parameter that is not well formed does not make the rest unknown.
		kind, _, _ = strings.Cut(strings.ToLower(mimeType), ";")
		kind = strings.TrimSpace(kind)
	}
	switch kind {
	case "audio/l16", "audio/pcm", "audio/x-pcm", "audio/raw":
	default:
		return nil, 0, fmt.Sprintf("sound of type %.60q", mimeType)
	}
	rate = defaultRate
	if said := params["rate"]; said != "" {
		if rate, err = strconv.Atoi(said); err != nil || rate < minRate || rate > maxRate {
			return nil, 0, fmt.Sprintf("%.20q samples a second", said)
		}
	}
	channels := 1
	if said := params["channels"]; said != "" {
		if channels, err = strconv.Atoi(said); err != nil || channels < 1 || channels > 8 {
			return nil, 0, fmt.Sprintf("%.20q channels", said)
		}
	}
	frame := 2 * channels
	pcm = make([]int16, len(data)/frame)
	for i := range pcm {
		sum := 0
		for c := range channels {
			sum += int(int16(binary.LittleEndian.Uint16(data[i*frame+2*c:])))
		}
		pcm[i] = int16(sum / channels)
	}
	return pcm, rate, ""
}

// checkSound says what is wrong with sound that should speak the text: it is
// silent, too short for its words, or far too long.
func checkSound(pcm []int16, rate int, text string) (why string) {
	if rate < minRate || rate > maxRate {
		return fmt.Sprintf("%d samples a second", rate)
	}
	words := len(strings.Fields(text))
	length := float64(len(pcm)) / float64(rate)
	loud := false
	for _, v := range pcm {
		if v > silencePeak || v < -silencePeak {
			loud = true
			break
		}
	}
	switch {
	case !loud:
		return fmt.Sprintf("%.1f s of silence", length)
	case length < minSecondsPerWord*float64(words):
		return fmt.Sprintf("%.1f s for %d words", length, words)
	case length > maxSecondsStart+maxSecondsPerLetter*float64(utf8.RuneCountInString(text)):
		return fmt.Sprintf("%.0f s for %d words", length, words)
	}
	return ""
}

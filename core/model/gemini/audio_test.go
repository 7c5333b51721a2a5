package gemini

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"edusmart/core/speech"
)

// hum gives n samples that can be heard.
func hum(n int) []int16 {
	pcm := make([]int16, n)
	for i := range pcm {
		pcm[i] = int16(4000 * ((i/50)%2*2 - 1))
	}
	return pcm
}

func raw(pcm []int16) []byte {
	var out []byte
	for _, v := range pcm {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func wav(t testing.TB, pcm []int16, rate int) []byte {
	var out bytes.Buffer
	if err := speech.EncodeWAV(&out, pcm, rate); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSoundIsKnownByItsBytesAndItsType(t *testing.T) {
	pcm := hum(1000)
	for name, tt := range map[string]struct {
		mime string
		data []byte
		rate int
		n    int
		why  string
	}{
		"the usual":            {"audio/L16;codec=pcm;rate=24000", raw(pcm), 24000, 1000, ""},
		"another rate":         {"audio/l16; rate=16000", raw(pcm), 16000, 1000, ""},
		"no rate":              {"audio/pcm", raw(pcm), 24000, 1000, ""},
		"two channels":         {"audio/L16;rate=24000;channels=2", raw(pcm), 24000, 500, ""},
		"a byte too many":      {"audio/L16;rate=24000", append(raw(pcm), 1), 24000, 1000, ""},
		"a WAV file":           {"audio/wav", wav(t, pcm, 22050), 22050, 1000, ""},
		"a WAV file called so": {"audio/L16;rate=24000", wav(t, pcm, 22050), 22050, 1000, ""},
		"a badly written type": {"audio/L16; =24000;;", raw(pcm), 24000, 1000, ""},
		"a WAV file of 44":     {"audio/wav", wav(t, nil, 24000), 0, 0, "44 bytes"},
		"a cut header":         {"audio/wav", wav(t, pcm, 24000)[:45], 24000, 0, ""},
		"no type":              {"", raw(pcm), 0, 0, "type"},
		"another type":         {"audio/mpeg", raw(pcm), 0, 0, "type"},
		"text":                 {"text/plain", []byte("hello"), 0, 0, "type"},
		"a rate that is none":  {"audio/L16;rate=fast", raw(pcm), 0, 0, "samples a second"},
		"a rate of 10":         {"audio/L16;rate=10", raw(pcm), 0, 0, "samples a second"},
		"no channels":          {"audio/L16;channels=0", raw(pcm), 0, 0, "channels"},
	} {
		got, rate, why := decodeSound(tt.mime, tt.data)
		if tt.why != "" && !strings.Contains(why, tt.why) || tt.why == "" && (why != "" || rate != tt.rate || len(got) != tt.n) {
			t.Errorf("%s: %d samples at %d, %q", name, len(got), rate, why)
		}
	}
}

func TestSoundIsMeasuredAgainstItsWords(t *testing.T) {
	text := strings.Repeat("a word or two of it ", 5)
	for name, tt := range map[string]struct {
		pcm []int16
		bad bool
	}{
		"as it should be":   {hum(24000 * 10), false},
		"silence":           {make([]int16, 24000*10), true},
		"a noise too faint": {func() []int16 { p := make([]int16, 24000*10); p[7] = silencePeak; return p }(), true},
		"far too short":     {hum(24000), true},
		"nothing":           {nil, true},
		"far too long":      {hum(24000 * 70), true},
	} {
		if why := checkSound(tt.pcm, 24000, text); (why != "") != tt.bad {
			t.Errorf("%s: %q", name, why)
		}
	}
	if why := checkSound(hum(24000*4), 24000, "水从海里升到天空，变成云。"); why != "" {
		t.Errorf("a language without spaces: %s", why)
	}
}

func FuzzDecodeSound(f *testing.F) {
	f.Add("audio/L16;codec=pcm;rate=24000", raw(hum(20)))
	f.Add("audio/wav", wav(f, hum(20), 24000))
	f.Add("audio/L16;channels=3;rate=8000", []byte{1, 2, 3, 4, 5, 6, 7})
	f.Fuzz(func(t *testing.T, mime string, data []byte) {
		pcm, rate, why := decodeSound(mime, data)
		if why != "" {
			if pcm != nil {
				t.Error("sound that is refused comes along")
			}
			return
		}
		if rate < 1 || len(pcm) > len(data) {
			t.Errorf("%d samples of %d bytes at %d", len(pcm), len(data), rate)
		}
		_ = checkSound(pcm, rate, "some words to measure against")
	})
}

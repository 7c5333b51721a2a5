package sound

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/export/exporttest"
	"edusmart/core/speech"
)

// decode gives what ffmpeg makes of an MP3 file, and all that it complains of.
func decode(t *testing.T, file []byte) []int16 {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program(t, "ffmpeg"), "-v", "warning", "-f", "mp3", "-i", "pipe:0", "-f", "s16le", "pipe:1")
	cmd.Stdin = bytes.NewReader(file)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil || said.Len() > 0 {
		t.Fatalf("ffmpeg: %v %s", err, said.String())
	}
	pcm := make([]int16, len(out)/2)
	if _, err := binary.Decode(out, binary.LittleEndian, pcm); err != nil {
		t.Fatal(err)
	}
	return pcm
}

func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s checks what is made here: install it with .ci/packages test", name)
	}
	return path
}

// spoken gives a sentence in the computer's voice at a rate of samples.
func spoken(t *testing.T, text string, rate int) []int16 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "voice.wav")
	if out, err := exec.CommandContext(t.Context(), program(t, "espeak-ng"), "-w", file, text).CombinedOutput(); err != nil {
		t.Fatalf("espeak-ng: %v %s", err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pcm, own, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return speech.Resample(pcm, own, rate)
}

// decibels is how far the signal stands above its difference to what was
// decoded, Lead taken away.
func decibels(signal, decoded []int16) float64 {
	lead := speech.Samples(Lead, Rate)
	var power, noise float64
	for i, v := range signal {
		d := float64(decoded[i+lead]) - float64(v)
		power += float64(v) * float64(v)
		noise += d * d
	}
	return 10 * math.Log10(power/noise)
}

// Any shift in time, change of loudness or lost beginning would show here:
// one sample of shift alone brings a voice below these figures.
func TestEverySampleIsHeardALeadLater(t *testing.T) {
	text := "Near the top, the gas bubbles burst all at once. Ash and glowing rock shoot high into the sky."
	for _, rate := range []int{16000, 22050, 24000, 44100, 48000} {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			pcm := spoken(t, text, rate)
			for i, v := range pcm { // as abrupt a beginning as there can be
				if v > 3000 {
					pcm = pcm[i:]
					break
				}
			}
			file, err := MP3(t.Context(), pcm, rate)
			if err != nil {
				t.Fatal(err)
			}
			decoded := decode(t, file)
			want := speech.Resample(pcm, rate, Rate)
			if d := speech.Duration(len(decoded), Rate); d != Duration(len(pcm), rate) {
				t.Errorf("%v long, Duration says %v", d, Duration(len(pcm), rate))
			}
			if got := decibels(want, decoded); got < 20 {
				t.Errorf("the voice stands %.1f dB above the coding, want 20", got)
			}
			if got := decibels(want[:Rate/50], decoded); got < 12 {
				t.Errorf("in the first 20 ms it stands %.1f dB above, want 12", got)
			}
			if got := decibels(want[len(want)-Rate/5:], decoded[len(want)-Rate/5:]); got < 14 {
				t.Errorf("in the last 200 ms it stands %.1f dB above, want 14", got)
			}
		})
	}
}

func TestThePlayersSeeWhatTheFileIs(t *testing.T) {
	file, err := MP3(t.Context(), spoken(t, "One, two, three.", Rate), Rate)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "voice.mp3")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), program(t, "ffprobe"), "-v", "error", "-show_entries",
		"stream=codec_name,sample_rate,channels,bit_rate,duration", "-of", "default=nw=1:nk=1", name).CombinedOutput()
	if err != nil {
		t.Fatalf("ffprobe: %v %s", err, out)
	}
	lasts := float64(len(file)) * 8 / Bitrate
	want := fmt.Sprintf("mp3\n%d\n1\n%f\n%d\n", Rate, lasts, Bitrate)
	if string(out) != want {
		t.Errorf("ffprobe says %q, want %q", out, want)
	}
	if got := Duration(len(file)/bytesPerFrame*frame-frame, Rate).Seconds(); math.Abs(got-lasts) > 1e-6 {
		t.Errorf("Duration says %v for %v s", got, lasts)
	}
}

// The encoder works in fixed point: the loudest and the strangest sounds are
// where it would overflow.
func TestExtremeSoundsAreEncoded(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	sounds := map[string]func(i int) int16{
		"nothing":     nil,
		"silence":     func(int) int16 { return 0 },
		"least":       func(int) int16 { return math.MinInt16 },
		"square":      func(i int) int16 { return int16(math.MaxInt16 * (1 - 2*(i/50%2))) },
		"alternating": func(i int) int16 { return int16(math.MaxInt16 * (1 - 2*(i%2))) },
		"noise":       func(int) int16 { return int16(rng.IntN(1 << 16)) },
		"clicks":      func(i int) int16 { return int16(math.MaxInt16 * (1 - min(1, i%5000))) },
		"sparse":      func(i int) int16 { return int16(1 - min(1, i%700)) },
	}
	for name, sound := range sounds {
		t.Run(name, func(t *testing.T) {
			var pcm []int16
			for i := 0; sound != nil && i < 3*Rate; i++ {
				pcm = append(pcm, sound(i))
			}
			file, err := MP3(t.Context(), pcm, Rate)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := speech.Duration(len(decode(t, file)), Rate), Duration(len(pcm), Rate); got != want {
				t.Errorf("%v long, want %v", got, want)
			}
		})
	}
}

func TestEncodingEndsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if file, err := MP3(ctx, make([]int16, Rate), Rate); !errors.Is(err, context.Canceled) || file != nil {
		t.Errorf("%d bytes, %v", len(file), err)
	}
	if _, err := MP3(t.Context(), make([]int16, 10), 0); err == nil || !strings.Contains(err.Error(), "samples a second") {
		t.Errorf("a rate of 0 gives %v", err)
	}
}

func BenchmarkMP3(b *testing.B) {
	pcm := make([]int16, 60*Rate)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range pcm {
		pcm[i] = int16(8000*math.Sin(float64(i)/17)) + int16(rng.IntN(2000))
	}
	for b.Loop() {
		if _, err := MP3(b.Context(), pcm, Rate); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(60*float64(b.N)/b.Elapsed().Seconds(), "times-real-time")
}

// Browsers refuse what ffmpeg lets pass.
func TestABrowserDecodesEveryFrame(t *testing.T) {
	dir := t.TempDir()
	pcm := spoken(t, "Near the top, the gas bubbles burst all at once.", Rate)
	want := map[string]float64{}
	for name, level := range map[string]int{"loud": 1, "quiet": 40, "hardly": 2000} {
		quiet := make([]int16, len(pcm))
		for i, v := range pcm {
			quiet[i] = v / int16(level)
		}
		file, err := MP3(t.Context(), append(quiet, make([]int16, Rate)...), Rate)
		if err != nil {
			t.Fatal(err)
		}
		exporttest.Save(t, filepath.Join(dir, name+".mp3"), file)
		want[name+".mp3"] = Duration(len(pcm)+Rate, Rate).Seconds()
	}
	var got map[string]float64
	exporttest.Node(t, "decode.mjs", dir, &got)
	for name, seconds := range want {
		if math.Abs(got[name]-seconds) > 0.001 {
			t.Errorf("%s has %v seconds, want %v", name, got[name], seconds)
		}
	}
}

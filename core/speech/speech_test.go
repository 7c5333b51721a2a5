package speech

import (
	"bytes"
	"fmt"
	"math"
	"testing"
	"time"
)

// vowel gives a voiced sound: a fundamental with overtones that fall off.
func vowel(hz float64, d time.Duration, rate int) []int16 {
	pcm := make([]int16, Samples(d, rate))
	for i := range pcm {
		v := 0.0
		for k := 1.0; k <= 6; k++ {
			v += math.Sin(2*math.Pi*hz*k*float64(i)/float64(rate)) / k
		}
		pcm[i] = int16(6000 * v)
	}
	return pcm
}

// pitchOf gives the fundamental between 60 and 500 Hz by autocorrelation, from
// the middle of pcm.
func pitchOf(pcm []int16, rate int) float64 {
	mid := pcm[len(pcm)/3 : len(pcm)/3+rate/4]
	best, at := math.Inf(-1), 0.0
	corr := func(lag int) (sum float64) {
		for i := 0; i+lag < len(mid); i++ {
			sum += float64(mid[i]) * float64(mid[i+lag])
		}
		return sum / float64(len(mid)-lag)
	}
	for lag := rate / 500; lag <= rate/60; lag++ {
		if c := corr(lag); c > best*1.001 {
			best, at = c, float64(lag)
		}
	}
	return float64(rate) / at
}

func TestSpeedKeepsThePitch(t *testing.T) {
	const rate = 24000
	for _, hz := range []float64{95, 140, 220, 300} {
		for _, speed := range []float64{0.5, 0.75, 0.9, 1.25, 1.5, 2} {
			t.Run(fmt.Sprintf("%v Hz at %v", hz, speed), func(t *testing.T) {
				src := vowel(hz, 3*time.Second, rate)
				out := Stretch(src, rate, speed)
				if want := float64(len(src)) / speed; math.Abs(float64(len(out))-want) > 0.03*want {
					t.Errorf("%d samples, want %.0f", len(out), want)
				}
				if got := pitchOf(out, rate); math.Abs(got-hz) > 0.015*hz {
					t.Errorf("%.1f Hz became %.1f", hz, got)
				}
			})
		}
	}
}

func TestSpeedOneChangesNothing(t *testing.T) {
	src := vowel(150, time.Second, 24000)
	out := Stretch(src, 24000, 1)
	for i := range min(len(out), len(src)) {
		if out[i] != src[i] {
			t.Fatalf("sample %d: %d became %d", i, src[i], out[i])
		}
	}
	if len(out) != len(src) {
		t.Errorf("%d samples became %d", len(src), len(out))
	}
}

func TestResamplingKeepsPitchAndLength(t *testing.T) {
	for _, c := range [][2]int{{22050, 24000}, {24000, 22050}, {44100, 24000}, {16000, 24000}, {8000, 24000}, {48000, 24000}} {
		src := vowel(150, 2*time.Second, c[0])
		out := Resample(src, c[0], c[1])
		if want := Samples(2*time.Second, c[1]); len(out) < want-2 || len(out) > want+2 {
			t.Errorf("%v: %d samples, want %d", c, len(out), want)
		}
		if got := pitchOf(out, c[1]); math.Abs(got-150) > 2 {
			t.Errorf("%v: 150 Hz became %.1f", c, got)
		}
	}
}

func TestAWAVFileComesBackAsItWas(t *testing.T) {
	src := vowel(200, 500*time.Millisecond, 22050)
	var b bytes.Buffer
	if err := EncodeWAV(&b, src, 22050); err != nil {
		t.Fatal(err)
	}
	pcm, rate, err := DecodeWAV(&b)
	if err != nil || rate != 22050 || len(pcm) != len(src) {
		t.Fatalf("%d samples at %d, %v", len(pcm), rate, err)
	}
	for i := range pcm {
		if pcm[i] != src[i] {
			t.Fatalf("sample %d: %d became %d", i, src[i], pcm[i])
		}
	}
}

func FuzzDecodeWAV(f *testing.F) {
	var b bytes.Buffer
	if err := EncodeWAV(&b, vowel(200, 10*time.Millisecond, 22050), 22050); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:44])
	f.Add([]byte("RIFF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pcm, rate, err := DecodeWAV(bytes.NewReader(data))
		if err == nil && (rate <= 0 || len(pcm) > len(data)) {
			t.Fatalf("%d samples at %d from %d bytes", len(pcm), rate, len(data))
		}
	})
}

func TestSoundsAreBroughtToOneLoudness(t *testing.T) {
	for _, gain := range []float64{0.2, 0.5, 1} {
		pcm := vowel(150, 2*time.Second, 24000)
		for i := range pcm {
			pcm[i] = int16(gain * float64(pcm[i]))
		}
		before := Level(pcm, 24000)
		Normalize(pcm, 24000)
		after := Level(pcm, 24000)
		if other := Level(normalized(1), 24000); math.Abs(after-other) > 1 {
			t.Errorf("%.1f became %.1f, and not %.1f", before, after, other)
		}
	}
}

func normalized(gain float64) []int16 {
	pcm := vowel(150, 2*time.Second, 24000)
	for i := range pcm {
		pcm[i] = int16(gain * float64(pcm[i]))
	}
	Normalize(pcm, 24000)
	return pcm
}

func TestWordsSpreadOverTheSoundInOrder(t *testing.T) {
	pcm := append(make([]int16, 2400), vowel(150, 2*time.Second, 24000)...)
	spans := Spread([]string{"The", "enormous", "sea"}, []bool{false, false, true}, pcm, 24000)
	if len(spans) != 3 || spans[0].Start < 0.05 || spans[2].End > 2.11 {
		t.Fatalf("%v", spans)
	}
	for i, s := range spans {
		if s.End <= s.Start || i > 0 && s.Start < spans[i-1].End-1e-9 {
			t.Errorf("%v", spans)
		}
	}
	if long, short := spans[1].End-spans[1].Start, spans[2].End-spans[2].Start; long <= short {
		t.Errorf("%q takes %.2f s, %q %.2f s", "enormous", long, "sea", short)
	}
}

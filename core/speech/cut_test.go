package speech_test

import (
	"math"
	"testing"

	"edusmart/core/speech"
)

func TestACutLiesWhereItIsQuiet(t *testing.T) {
	const rate = 16000
	pcm := make([]int16, rate)
	for i := range pcm {
		loud := 8000.0
		if i > 6000 && i < 9000 {
			loud = 20
		}
		pcm[i] = int16(loud * math.Sin(float64(i)*0.3))
	}
	for _, c := range [][2]int{{4000, 12000}, {0, rate}, {6500, 7500}} {
		at := speech.Quietest(pcm, rate, c[0], c[1])
		if at <= 6000 || at >= 9000 || at < c[0] || at >= c[1] {
			t.Errorf("between %d and %d it is cut at %d", c[0], c[1], at)
		}
		if (pcm[at] < 0) == (pcm[at-1] < 0) && pcm[at] != 0 {
			t.Errorf("at %d the sound goes from %d to %d", at, pcm[at-1], pcm[at])
		}
	}
	if at := speech.Quietest(make([]int16, 8000), rate, 1000, 5000); at < 2900 || at > 3100 {
		t.Errorf("silence is cut at %d, not in its middle", at)
	}
	for _, c := range [][2]int{{5, 5}, {9, 3}, {-5, 2}, {rate - 1, rate + 10}, {rate + 5, rate + 9}} {
		if at := speech.Quietest(pcm, rate, c[0], c[1]); at < 0 || at > len(pcm) {
			t.Errorf("%v gives %d", c, at)
		}
	}
}

func TestSpeechIsBroughtToTheLevelOfItsNeighbours(t *testing.T) {
	const rate = 16000
	for _, wanted := range []float64{-30, -22, -18, -12} {
		pcm := make([]int16, rate)
		for i := range pcm {
			pcm[i] = int16(3000 * math.Sin(float64(i)*0.2))
		}
		speech.SetLevel(pcm, rate, wanted)
		if got := speech.Level(pcm, rate); math.Abs(got-wanted) > 0.5 {
			t.Errorf("%.1f dB are %.1f", wanted, got)
		}
	}
	silence := make([]int16, rate)
	speech.SetLevel(silence, rate, -18)
	speech.SetLevel(silence, rate, math.Inf(-1))
	if !math.IsInf(speech.Level(silence, rate), -1) {
		t.Error("silence is heard")
	}
}

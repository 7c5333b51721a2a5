package pulsetest

import (
	"math"

	"edusmart/core/speech"
)

// Offset gives where in heard (at Rate) the sound of pcm begins, in samples,
// and how alike the two are there: the normalised correlation, 1 for the same
// and about 0 for another sound. It looks at pcm's first seconds only, so
// that a stop or a turn later on does not matter.
func Offset(heard, pcm []int16, rate int) (samples int, likeness float64) {
	const most = 3 * Rate
	pcm = speech.Resample(pcm, rate, Rate)
	from, _ := speech.Voiced(pcm, Rate, 200)
	pcm = pcm[from:min(len(pcm), from+most)]
	// A rough search on every eighth sample of the smoothed sounds, then an
	// exact one around it.
	const step = 8
	a, b := thin(heard, step), thin(pcm, step)
	rough, _ := best(a, b, 0, len(a)-len(b))
	lo, hi := max(0, rough*step-2*step), min(len(heard)-len(pcm), rough*step+2*step)
	at, r := best(floats(heard), floats(pcm), lo, hi)
	return at - from, r
}

// Similarity gives how alike the narration pcm and what was heard (at Rate)
// are, at the place where they are most: from about 0 to 1.
func Similarity(heard, pcm []int16, rate int) float64 {
	_, r := Offset(heard, pcm, rate)
	return r
}

// best gives the place from lo to hi at which b resembles a most.
func best(a, b []float64, lo, hi int) (at int, most float64) {
	var power float64
	for _, v := range b {
		power += v * v
	}
	most = -1
	for i := lo; i <= hi; i++ {
		var cross, own float64
		for k, v := range b {
			cross += v * a[i+k]
			own += a[i+k] * a[i+k]
		}
		if r := cross / math.Sqrt(own*power+1e-9); r > most {
			at, most = i, r
		}
	}
	return at, most
}

// thin gives the means of every n samples.
func thin(pcm []int16, n int) []float64 {
	out := make([]float64, len(pcm)/n)
	for i := range out {
		for _, v := range pcm[i*n : (i+1)*n] {
			out[i] += float64(v) / float64(n)
		}
	}
	return out
}

func floats(pcm []int16) []float64 { return thin(pcm, 1) }

package speech

import (
	"math"
	"time"
)

// The classroom level. Speech is brought to the same loudness whichever voice
// spoke it, loud enough for a laptop's loudspeakers.
const (
	// speechLevel is the level of the voiced parts, in dB of full scale. EBU
	// Tech 3344 (2011) gives -16 to -20 for what is heard on small devices.
	speechLevel = -18.0
	// peakLevel is the highest peak, in dB of full scale: a margin of 1.5 dB
	// keeps peaks between the samples from clipping (EBU R 128).
	peakLevel = -1.5
	// gate is how far below the loudest blocks a block counts as a pause.
	gate = -25.0
	// maxGain bounds the amplification, so that a file of mere noise is not
	// blown up.
	maxGain = 20.0
	// limiterReach is how far ahead the limiter looks.
	limiterReach = 4 * time.Millisecond
)

// Normalize brings speech to the classroom level in place: its voiced parts
// to -18 dBFS, with no peak above -1.5 dBFS, where a limiter that looks ahead
// holds them down without clipping. Silence stays silence.
func Normalize(pcm []int16, rate int) { SetLevel(pcm, rate, speechLevel) }

// SetLevel brings speech to a level, in dB of full scale as Level gives it, in
// place, in the same way.
func SetLevel(pcm []int16, rate int, wanted float64) {
	level := Level(pcm, rate)
	if math.IsInf(level, -1) || math.IsInf(wanted, 0) || math.IsNaN(wanted) {
		return
	}
	gain := math.Pow(10, math.Min(wanted-level, maxGain)/20)
	limit(pcm, gain, 32767*math.Pow(10, peakLevel/20), max(1, Samples(limiterReach, rate)))
}

// Level gives the root mean square of the voiced parts in dB of full scale:
// of the 50 ms blocks that are less than 25 dB below the loudest. Silence is
// minus infinity.
func Level(pcm []int16, rate int) float64 {
	block := max(1, rate/20)
	var powers []float64
	var loudest float64
	for i := 0; i < len(pcm); i += block {
		part := pcm[i:min(i+block, len(pcm))]
		var sum float64
		for _, v := range part {
			sum += float64(v) * float64(v)
		}
		p := sum / float64(len(part))
		powers = append(powers, p)
		loudest = math.Max(loudest, p)
	}
	if loudest < 1 {
		return math.Inf(-1)
	}
	var sum float64
	n := 0
	for _, p := range powers {
		if p >= loudest*math.Pow(10, gate/10) {
			sum += p
			n++
		}
	}
	return 10 * math.Log10(sum/float64(n)/(32768*32768))
}

// limit multiplies by gain and holds every sample within ±top: the gain of a
// sample is the mean, over a window of reach samples to both sides, of the
// least gain that any sample of its own window needs. The mean of values none
// of which exceeds what the sample needs does not exceed it either.
func limit(pcm []int16, gain, top float64, reach int) {
	need := make([]float32, len(pcm))
	over := false
	for i, v := range pcm {
		need[i] = 1
		if a := math.Abs(float64(v)) * gain; a > top {
			need[i], over = float32(top/a), true
		}
	}
	if !over {
		for i, v := range pcm {
			pcm[i] = clamp16(float64(v) * gain)
		}
		return
	}
	least := slidingMin(need, reach)
	var sum float64
	at := func(i int) float64 { return float64(least[min(max(i, 0), len(least)-1)]) }
	for i := -reach; i <= reach; i++ {
		sum += at(i)
	}
	for i, v := range pcm {
		pcm[i] = clamp16(float64(v) * gain * sum / float64(2*reach+1))
		sum += at(i+reach+1) - at(i-reach)
	}
}

// slidingMin gives for every place the least value within reach of it, by the
// ascending minima of a moving window.
func slidingMin(v []float32, reach int) []float32 {
	out := make([]float32, len(v))
	queue := make([]int, 0, 2*reach+2)
	next := 0
	for i := range out {
		for ; next < len(v) && next <= i+reach; next++ {
			for len(queue) > 0 && v[queue[len(queue)-1]] >= v[next] {
				queue = queue[:len(queue)-1]
			}
			queue = append(queue, next)
		}
		for queue[0] < i-reach {
			queue = queue[1:]
		}
		out[i] = v[queue[0]]
	}
	return out
}

// Fade ramps the first in and the last out samples from and to silence, in
// place.
func Fade(pcm []int16, in, out int) {
	in, out = min(in, len(pcm)), min(out, len(pcm))
	for i := range in {
		pcm[i] = int16(int(pcm[i]) * i / in)
	}
	for i := range out {
		at := len(pcm) - 1 - i
		pcm[at] = int16(int(pcm[at]) * i / out)
	}
}

// Voiced gives the part of pcm between its first and its last sound: blocks
// of 5 ms whose root mean square exceeds threshold (on the scale of 16 bits).
// Nothing but silence gives 0, 0.
func Voiced(pcm []int16, rate int, threshold float64) (from, to int) {
	block := max(1, rate/200)
	loud := func(i int) bool {
		part := pcm[i:min(i+block, len(pcm))]
		var sum float64
		for _, v := range part {
			sum += float64(v) * float64(v)
		}
		return sum > threshold*threshold*float64(len(part))
	}
	from = -1
	for i := 0; i < len(pcm); i += block {
		if loud(i) {
			if from < 0 {
				from = i
			}
			to = min(i+block, len(pcm))
		}
	}
	return max(from, 0), to
}

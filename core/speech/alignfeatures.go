package speech

import (
	"math"
	"slices"
)

// How sound is seen for alignment: by mel-frequency cepstral coefficients
// (Davis and Mermelstein, "Comparison of parametric representations for
// monosyllabic word recognition in continuously spoken sentences", IEEE Trans.
// ASSP 28, 1980) and their deltas.
const (
	hop       = 0.010 // seconds from frame to frame
	window    = 0.025 // seconds that a frame looks at, about its time
	emphasis  = 0.97  // of the sample before, taken off: lifts high frequencies
	bands     = 26    // of the mel filter bank
	lowestHz  = 80.0
	highestHz = 7600.0
	cepstra   = 13 // coefficients, with the one for loudness
	features  = 2 * cepstra
	// fall is how fast the weight of the coefficients falls: 1/(1+fall*i). The
	// high ones tell voices apart, the low ones what is said.
	fall = 0.3
	// slope is how many frames to both sides a delta is taken over, and
	// deltaWeight its weight: changes are where words begin.
	slope       = 2
	deltaWeight = 4.0
	// deepest is how far below the loud frames of a band, in dB, all is the
	// same silence.
	deepest = 45.0
)

// vector is what is known of one frame.
type vector [features]float32

// distance of two frames (Euclid's). It is what finding a path spends its time
// on: two sums are taken side by side, so that no addition waits for the other.
func (v *vector) distance(w *vector) float32 {
	var still, moving float32
	for k := range cepstra {
		c, d := v[k]-w[k], v[cepstra+k]-w[cepstra+k]
		still += c * c
		moving += d * d
	}
	return float32(math.Sqrt(float64(still + moving)))
}

// spectrum is sound cut into frames, frame i about the time i*hop.
type spectrum struct {
	mel    [][bands]float64 // power in each band
	sounds []bool           // whether the frame is louder than the pauses
}

// newSpectrum looks at the frequencies of sound up to highest, in Hz.
func newSpectrum(pcm []int16, rate int, highest float64) *spectrum {
	width := int(window * float64(rate))
	size := 4
	for size < width {
		size *= 2
	}
	n := int(float64(len(pcm))/(hop*float64(rate))) + 1
	s := &spectrum{mel: make([][bands]float64, n)}
	transform, bank := newFourier(size), melBank(size, rate, highest)
	taper := hamming(width)
	frame, power, energy := make([]float64, size), make([]float64, size/2+1), make([]float64, n)
	at := func(i int) float64 {
		if i < 0 || i >= len(pcm) {
			return 0
		}
		return float64(pcm[i]) / 32768
	}
	for i := range n {
		first := int(float64(i)*hop*float64(rate)) - width/2
		before, sum := at(first-1), 0.0
		for k := range width {
			v := at(first + k)
			frame[k] = (v - emphasis*before) * taper[k]
			sum += v * v
			before = v
		}
		transform.power(frame, power)
		for b := range bank {
			s.mel[i][b] = bank[b].of(power) / float64(width)
		}
		energy[i] = 10 * math.Log10(sum/float64(width)+1e-10)
	}
	s.sounds = loudFrames(energy)
	return s
}

// hamming gives the window of that name.
func hamming(width int) []float64 {
	w := make([]float64, width)
	for i := range w {
		w[i] = 0.54 - 0.46*math.Cos(2*math.Pi*float64(i)/float64(width-1))
	}
	return w
}

// mel is the scale of pitch that is heard as even, and hertz its inverse
// (O'Shaughnessy, "Speech communication", 1987).
func mel(hz float64) float64  { return 2595 * math.Log10(1+hz/700) }
func hertz(m float64) float64 { return 700 * (math.Pow(10, m/2595) - 1) }

// filter is one triangle of the mel filter bank.
type filter struct {
	first  int // frequency of the transform
	weight []float64
}

func (f *filter) of(power []float64) float64 {
	sum := 0.0
	for i, w := range f.weight {
		sum += w * power[f.first+i]
	}
	return sum
}

// melBank gives the filters for a transform of size samples.
func melBank(size, rate int, highest float64) *[bands]filter {
	bank := new([bands]filter)
	low, high := mel(lowestHz), mel(highest)
	edge := func(i int) float64 { return hertz(low + (high-low)*float64(i)/(bands+1)) }
	bin := float64(rate) / float64(size)
	for b := range bank {
		left, middle, right := edge(b), edge(b+1), edge(b+2)
		f := &bank[b]
		f.first = int(math.Ceil(left / bin))
		for k := f.first; float64(k)*bin < right && k <= size/2; k++ {
			hz := float64(k) * bin
			f.weight = append(f.weight, math.Min((hz-left)/(middle-left), (right-hz)/(right-middle)))
		}
		if len(f.weight) == 0 { // narrower than the transform can tell
			f.first, f.weight = min(int(math.Round(middle/bin)), size/2), []float64{1}
		}
	}
	return bank
}

// levels gives for each band the power that a share of the frames stay below.
func (s *spectrum) levels(share float64) (out [bands]float64) {
	column := make([]float64, len(s.mel))
	for b := range out {
		for i := range s.mel {
			column[i] = s.mel[i][b]
		}
		out[b] = percentile(column, share)
	}
	return out
}

const (
	loudShare  = 0.95 // of the frames of a band: its loud ones lie above
	quietShare = 0.05 // its pauses lie below
	least      = 1e-12
)

// floors gives for each band the power of its pauses as a share of its loud
// frames'.
func (s *spectrum) floors() [bands]float64 {
	loud, quiet := s.levels(loudShare), s.levels(quietShare)
	for b := range quiet {
		quiet[b] = math.Max(quiet[b]/(loud[b]+least), math.Pow(10, -deepest/10))
	}
	return quiet
}

// vectors gives what is known of each frame. floor is added to each band as
// noise, as a share of its loud frames' power: the same for both of two sounds
// that are compared, it hides in each what the noise of the other hides.
func (s *spectrum) vectors(floor *[bands]float64) []vector {
	loud, cosines := s.levels(loudShare), cosineTable()
	base := make([][cepstra]float64, len(s.mel))
	for i := range s.mel {
		for b, p := range s.mel[i] {
			level := math.Log(p/(loud[b]+least) + floor[b])
			for c := range base[i] {
				base[i][c] += cosines[b][c] * level
			}
		}
	}
	standardize(base, s.sounds)
	return withDeltas(base)
}

// cosineTable is the discrete cosine transform (type II) of the bands.
func cosineTable() *[bands][cepstra]float64 {
	t := new([bands][cepstra]float64)
	for b := range t {
		for c := range t[b] {
			t[b][c] = math.Cos(math.Pi * float64(c) * (float64(b) + 0.5) / bands)
		}
	}
	return t
}

// standardize brings each coefficient to mean 0 and deviation 1 over the
// frames that sound: what differs from voice to voice and from microphone to
// microphone is the same throughout.
func standardize(base [][cepstra]float64, sounds []bool) {
	for c := range cepstra {
		var sum, squares, n float64
		for i := range base {
			if sounds[i] {
				sum, squares, n = sum+base[i][c], squares+base[i][c]*base[i][c], n+1
			}
		}
		mean := sum / math.Max(n, 1)
		deviation := math.Sqrt(math.Max(squares/math.Max(n, 1)-mean*mean, 1e-6))
		for i := range base {
			base[i][c] = (base[i][c] - mean) / deviation
		}
	}
}

// withDeltas weighs the coefficients and adds how each changes: the slope of
// the line through its neighbours.
func withDeltas(base [][cepstra]float64) []vector {
	out := make([]vector, len(base))
	at := func(i int) *[cepstra]float64 { return &base[min(max(i, 0), len(base)-1)] }
	squares := 0.0
	for k := 1; k <= slope; k++ {
		squares += 2 * float64(k*k)
	}
	for i := range base {
		for c := range cepstra {
			rise := 0.0
			for k := 1; k <= slope; k++ {
				rise += float64(k) * (at(i + k)[c] - at(i - k)[c])
			}
			weight := 1 / (1 + fall*float64(c))
			out[i][c] = float32(weight * base[i][c])
			out[i][cepstra+c] = float32(weight * deltaWeight * rise / squares)
		}
	}
	return out
}

// percentile gives the value below which a share of the values lies; 0 of
// none.
func percentile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(share*float64(len(sorted)-1))]
}

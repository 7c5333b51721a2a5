package speech

import "math"

const (
	// sincHalf is the half width of the low-pass filter in zero crossings.
	sincHalf = 16
	// kaiserBeta gives a stop band of about -80 dB (Kaiser and Schafer,
	// "On the use of the I0-sinh window", IEEE Trans. ASSP 28, 1980).
	kaiserBeta = 8
	// passband leaves the filter room to fall off below half the lower rate.
	passband = 0.94
	// maxPhases bounds the table of an awkward ratio of rates; its phases are
	// then rounded to 1/2048 of a sample, an error below -60 dB.
	maxPhases = 2048
)

// Resample converts samples from one rate to another (both 4,000 to 192,000
// a second) by band-limited interpolation with a windowed sinc (Smith and
// Gossett, "A flexible sampling-rate conversion method", ICASSP 1984). The
// result lasts as long as pcm; equal or impossible rates give pcm itself.
func Resample(pcm []int16, from, to int) []int16 {
	if from == to || len(pcm) == 0 || min(from, to) < minRate || max(from, to) > maxRate {
		return pcm
	}
	common := gcd(from, to)
	up, down := to/common, from/common
	phases := min(up, maxPhases)
	// The filter works at the input's rate; where the output's is lower its
	// cut-off falls and its width grows by the same factor.
	scale := math.Min(1, float64(to)/float64(from)) * passband
	half := int(math.Ceil(sincHalf / scale))
	table := sincTable(phases, half, scale)

	n := int((int64(len(pcm))*int64(up) + int64(down) - 1) / int64(down))
	out := make([]int16, n)
	for i := range out {
		at := int64(i) * int64(down)
		centre := int(at / int64(up))
		phase := int(at % int64(up) * int64(phases) / int64(up))
		taps := table[phase]
		first := centre - half + 1
		lo, hi := max(0, -first), min(len(taps), len(pcm)-first)
		var sum float32
		for k := lo; k < hi; k++ {
			sum += taps[k] * float32(pcm[first+k])
		}
		out[i] = clamp16(float64(sum))
	}
	return out
}

// sincTable gives for every phase the 2*half weights of the samples around a
// point that lies that fraction after its sample. The weights of a phase sum
// to 1, so that a constant stays the same.
func sincTable(phases, half int, scale float64) [][]float32 {
	table := make([][]float32, phases)
	norm := bessel0(kaiserBeta)
	for p := range table {
		frac := float64(p) / float64(phases)
		weights := make([]float64, 2*half)
		var sum float64
		for k := range weights {
			x := float64(k-half+1) - frac
			r := x / float64(half)
			if r < -1 || r > 1 {
				continue
			}
			weights[k] = sinc(x*scale) * bessel0(kaiserBeta*math.Sqrt(1-r*r)) / norm
			sum += weights[k]
		}
		table[p] = make([]float32, len(weights))
		for k, w := range weights {
			table[p][k] = float32(w / sum)
		}
	}
	return table
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// bessel0 is the modified Bessel function of the first kind and order zero,
// by its power series.
func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

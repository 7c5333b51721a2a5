package speech

import (
	"math"
	"math/bits"
)

// fourier transforms real windows of one length, a power of two, by way of a
// complex transform of half of it (Cooley and Tukey 1965, decimation in time).
type fourier struct {
	n       int          // length of the real window
	swap    []int        // bit-reversed places of the half
	twist   []complex128 // of the half
	unravel []complex128 // of the whole
	work    []complex128
}

func newFourier(n int) *fourier {
	half := n / 2
	f := &fourier{
		n: n, swap: make([]int, half), work: make([]complex128, half),
		twist: make([]complex128, half/2), unravel: make([]complex128, half),
	}
	width := bits.Len(uint(half)) - 1
	for i := range half {
		f.swap[i] = int(bits.Reverse(uint(i)) >> (bits.UintSize - width))
	}
	unit := func(k, of int) complex128 {
		sin, cos := math.Sincos(-2 * math.Pi * float64(k) / float64(of))
		return complex(cos, sin)
	}
	for k := range f.twist {
		f.twist[k] = unit(k, half)
	}
	for k := range f.unravel {
		f.unravel[k] = unit(k, n)
	}
	return f
}

// power puts the power of the frequencies 0 to n/2 of a window of n samples
// into out, which has n/2+1 places.
func (f *fourier) power(window, out []float64) {
	half := f.n / 2
	for i, at := range f.swap {
		f.work[i] = complex(window[2*at], window[2*at+1])
	}
	for size := 2; size <= half; size *= 2 {
		step := half / size
		for from := 0; from < half; from += size {
			lower, upper := f.work[from:from+size/2], f.work[from+size/2:from+size]
			for k := range lower {
				t := f.twist[k*step] * upper[k]
				lower[k], upper[k] = lower[k]+t, lower[k]-t
			}
		}
	}
	// The even samples' transform and the odd samples' lie in one another.
	for k := range half {
		a, b := f.work[k], f.work[(half-k)%half]
		b = complex(real(b), -imag(b))
		even, odd := (a+b)/2, (a-b)/2
		odd = complex(imag(odd), -real(odd))
		v := even + f.unravel[k]*odd
		out[k] = real(v)*real(v) + imag(v)*imag(v)
	}
	last := real(f.work[0]) - imag(f.work[0])
	out[half] = last * last
}

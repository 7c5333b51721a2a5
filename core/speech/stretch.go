package speech

import (
	"math"
	"time"
)

// The range of speeds.
const (
	MinSpeed = 0.5
	MaxSpeed = 2.0
)

const (
	// stretchHop is half the analysis window: windows of 25 ms hold two to
	// five periods of a voice and are short enough to keep plosives single.
	stretchHop = 12500 * time.Microsecond
	// stretchReach is how far a window may move from its ideal place to meet
	// the wave before it. Twice the reach covers the period of a voice of 63
	// Hz.
	stretchReach = 8 * time.Millisecond
	// coarse is the step of the first, rough search, and how many samples it
	// leaves out between those it compares.
	coarse = 4
)

// A Stretcher plays samples faster or slower at the same pitch: waveform
// similarity overlap-add (Verhelst and Roelands, "An overlap-add technique
// based on waveform similarity (WSOLA) for high quality time-scale
// modification of speech", ICASSP 1993). Windows of 25 ms are taken from the
// source at the ideal place, give or take 8 ms, where they resemble most what
// would have followed the window before, and are laid over each other by
// half.
//
// At speed 1 the samples pass unchanged. The speed may change at any time and
// holds from the next half window on. A Stretcher belongs to one goroutine at
// a time; the source is not written to.
type Stretcher struct {
	src   []int16
	speed float64
	hop   int
	reach int
	rise  []float32 // the rising half of a Hann window

	cont  int     // what follows the last window in the source, by nature
	ideal float64 // where the next window should be taken
	out   []int16 // half a window that is ready
	used  int     // samples of out already given
	from  float64 // ideal place of out[0]
	step  float64 // source samples an output sample of out
}

// NewStretcher plays src, with rate samples a second, from its start at speed
// 1.
func NewStretcher(src []int16, rate int) *Stretcher {
	s := &Stretcher{
		src:   src,
		speed: 1,
		hop:   max(8, Samples(stretchHop, rate)),
		reach: max(2*coarse, Samples(stretchReach, rate)),
		step:  1,
	}
	s.rise = make([]float32, s.hop)
	for i := range s.rise {
		s.rise[i] = float32(0.5 - 0.5*math.Cos(math.Pi*(float64(i)+0.5)/float64(s.hop)))
	}
	s.out = make([]int16, 0, s.hop)
	return s
}

// SetSpeed sets the speed, bounded to MinSpeed and MaxSpeed.
func (s *Stretcher) SetSpeed(speed float64) {
	if speed == speed { // not NaN
		s.speed = min(max(speed, MinSpeed), MaxSpeed)
	}
}

// Seek goes on at a sample of the source.
func (s *Stretcher) Seek(sample int) {
	sample = min(max(sample, 0), len(s.src))
	s.cont, s.ideal = sample, float64(sample)
	s.out, s.used = s.out[:0], 0
}

// Position gives the place in the source, in samples, of the next sample
// that Read gives. It grows by the speed with every sample; the sound is
// within 8 ms of it, and exactly there where the speed was always 1.
func (s *Stretcher) Position() float64 {
	if s.used < len(s.out) {
		return math.Min(s.from+float64(s.used)*s.step, float64(len(s.src)))
	}
	return math.Min(s.ideal, float64(len(s.src)))
}

// Read fills out and gives how many samples it wrote: fewer only at the end
// of the source.
func (s *Stretcher) Read(out []int16) int { return s.ReadTo(out, len(s.src)) }

// ReadTo is Read that ends where Position comes to a sample of the source.
func (s *Stretcher) ReadTo(out []int16, end int) int {
	n := 0
	for n < len(out) && s.Position() < float64(end) {
		if s.used == len(s.out) && !s.next() {
			break
		}
		ready := s.out[s.used:]
		if left := int(math.Ceil((float64(end) - s.Position()) / s.step)); left < len(ready) {
			ready = ready[:left]
		}
		k := copy(out[n:], ready)
		s.used += k
		n += k
	}
	return n
}

// next makes half a window.
func (s *Stretcher) next() bool {
	left := float64(len(s.src)) - s.ideal
	if left <= 0 {
		return false
	}
	// The last piece is only as long as the source still lasts.
	size := min(s.hop, max(1, int(math.Ceil(left/s.speed))))
	at := s.cont
	if s.speed != 1 {
		at = s.similar(int(s.ideal))
	}
	s.out = s.out[:size]
	for i := range s.out {
		a, b := s.sample(s.cont+i), s.sample(at+i)
		if a == b {
			s.out[i] = a
			continue
		}
		s.out[i] = clamp16(float64(float32(a) + s.rise[i]*(float32(b)-float32(a))))
	}
	s.used, s.from, s.step = 0, s.ideal, s.speed
	s.cont = at + size
	s.ideal += float64(size) * s.speed
	return true
}

func (s *Stretcher) sample(i int) int16 {
	if i < 0 || i >= len(s.src) {
		return 0
	}
	return s.src[i]
}

// similar gives the place within reach of ideal from where the source
// resembles most what follows s.cont, by normalised cross-correlation: first
// roughly, then sample by sample around the best.
func (s *Stretcher) similar(ideal int) int {
	lo := max(ideal-s.reach, 0)
	hi := min(ideal+s.reach, len(s.src)-s.hop)
	if lo >= hi || s.cont+s.hop > len(s.src) {
		return ideal
	}
	like := s.src[s.cont : s.cont+s.hop]
	best, most := ideal, -math.MaxFloat64
	for at := lo; at <= hi; at += coarse {
		if c := resemblance(like, s.src[at:at+s.hop], coarse); c > most {
			best, most = at, c
		}
	}
	most = -math.MaxFloat64
	around := best
	for at := max(lo, around-coarse+1); at <= min(hi, around+coarse-1); at++ {
		if c := resemblance(like, s.src[at:at+s.hop], 1); c > most {
			best, most = at, c
		}
	}
	return best
}

// resemblance is the correlation of a and b over b's own strength, comparing
// every step-th sample.
func resemblance(a, b []int16, step int) float64 {
	b = b[:len(a)]
	var cross, power float32
	for i := 0; i < len(a); i += step {
		x, y := float32(a[i]), float32(b[i])
		cross += x * y
		power += y * y
	}
	return float64(cross) / math.Sqrt(float64(power)+1)
}

// Stretch gives the whole of pcm at a speed, MinSpeed to MaxSpeed.
func Stretch(pcm []int16, rate int, speed float64) []int16 {
	s := NewStretcher(pcm, rate)
	s.SetSpeed(speed)
	out := make([]int16, int(float64(len(pcm))/s.speed)+2*s.hop)
	return out[:s.Read(out)]
}

package speech

import "time"

const (
	// quietWindow is how long a stretch is that is judged as one.
	quietWindow = 10 * time.Millisecond
	// asQuiet is how much louder than the quietest stretch another may be, as a
	// share of its energy, and count as quiet as it.
	asQuiet = 1.5
)

// Quietest gives where sound between two samples (from inclusive, to
// exclusive) can be cut without being heard: in the middle of its quietest 10
// ms, nearest to the middle of the stretch where several are as quiet, and
// there where the sound crosses zero. It lies within from and to.
func Quietest(pcm []int16, rate, from, to int) int {
	from, to = max(0, from), min(to, len(pcm))
	if to <= from {
		return min(max(from, 0), len(pcm))
	}
	window := max(1, Samples(quietWindow, rate))
	if to-from <= window {
		return zeroCrossing(pcm, from, to, (from+to)/2)
	}
	var energy []float64
	step := max(1, window/2)
	least := -1.0
	for i := from; i+window <= to; i += step {
		var sum float64
		for _, v := range pcm[i : i+window] {
			sum += float64(v) * float64(v)
		}
		energy = append(energy, sum)
		if least < 0 || sum < least {
			least = sum
		}
	}
	best, middle := from, (from+to-window)/2
	found := false
	for k, e := range energy {
		at := from + k*step
		if e <= least*asQuiet+float64(window) && (!found || distance(at, middle) < distance(best, middle)) {
			best, found = at, true
		}
	}
	return zeroCrossing(pcm, best, best+window, best+window/2)
}

func distance(a, b int) int { return max(a-b, b-a) }

// zeroCrossing gives the sample between from and to, nearest to near, before
// which the sound changes its sign, or else the one that is nearest to zero.
func zeroCrossing(pcm []int16, from, to, near int) int {
	best, crosses := near, false
	for i := max(from, 1); i < to; i++ {
		is := pcm[i] == 0 || (pcm[i-1] < 0) != (pcm[i] < 0)
		switch {
		case is && (!crosses || distance(i, near) < distance(best, near)):
			best, crosses = i, true
		case !is && !crosses && magnitude(pcm[i]) < magnitude(pcm[best]):
			best = i
		}
	}
	return best
}

func magnitude(v int16) int { return max(int(v), -int(v)) }

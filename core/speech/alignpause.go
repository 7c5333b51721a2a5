package speech

import "math"

const (
	// quietBelow is how many dB below the loud frames a frame is a pause.
	quietBelow = 34.0
	// aboveNoise is how many dB above the quietest frames sound begins.
	aboveNoise = 3.0
	// clearOfSpeech is how many dB below the loud frames that border stays, so
	// that sound without any pause is not taken for one.
	clearOfSpeech = 12.0
	// silent is the level in dB of full scale below which nothing is heard.
	silent = -75.0
)

// loudFrames tells which frames are louder than the pauses.
func loudFrames(energy []float64) []bool {
	loud := make([]bool, len(energy))
	top, noise := percentile(energy, 0.95), percentile(energy, 0.03)
	border := math.Max(silent, math.Max(top-quietBelow, math.Min(noise+aboveNoise, top-clearOfSpeech)))
	for i, e := range energy {
		loud[i] = e > border
	}
	return loud
}

const (
	// rest is the shortest pause, in frames, between words. The silence in
	// which a plosive is made ready is shorter, and part of the word.
	rest = 12
	// nearRest is how many frames beside a pause an onset is moved to its end.
	nearRest = 5
)

// afterPause moves an onset that lies in a pause, or close to one, to its end:
// nobody begins a word, rests and goes on with it.
func (s *spectrum) afterPause(frame float64) float64 {
	at := int(math.Round(frame))
	for off := range nearRest + 1 {
		for _, k := range [...]int{at - off, at + off} {
			if k < 0 || k >= len(s.sounds) || s.sounds[k] {
				continue
			}
			from, past := k, k
			for from > 0 && !s.sounds[from-1] {
				from--
			}
			for past < len(s.sounds) && !s.sounds[past] {
				past++
			}
			if past-from >= rest && past < len(s.sounds) {
				return float64(past) - 0.5
			}
		}
	}
	return frame
}

// soundsUntil gives when, in seconds, the last sound before the end ends: a
// pause after a word is no part of it.
func (s *spectrum) soundsUntil(end float64) float64 {
	past := min(int(math.Round(end/hop)), len(s.sounds))
	i := past
	for i > 0 && !s.sounds[i-1] {
		i--
	}
	if past-i < rest {
		return end
	}
	return float64(i) * hop
}

// Package speech works on spoken sound as plain slices of 16-bit mono
// samples: WAV files, resampling, loudness, fades, stretching in time without
// a change of pitch, aligning words to the sound of any voice by that of one
// which tells its times, estimating when they are heard, and reading times.
//
// Called by ondevice, generate and player. May import story only; it knows no
// voice and no sound device.
package speech

import "time"

// Samples gives how many samples at rate a second last d, rounded down.
func Samples(d time.Duration, rate int) int {
	return int(d.Seconds() * float64(rate))
}

// Duration gives how long n samples at rate a second last.
func Duration(n, rate int) time.Duration {
	if rate <= 0 {
		return 0
	}
	return time.Duration(float64(n) / float64(rate) * float64(time.Second))
}

// clamp16 rounds v to the nearest 16-bit sample.
func clamp16(v float64) int16 {
	switch {
	case v >= 32767:
		return 32767
	case v <= -32768:
		return -32768
	case v < 0:
		return int16(v - 0.5)
	}
	return int16(v + 0.5)
}

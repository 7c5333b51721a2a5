// Package speech works on spoken sound: WAV files, resampling, loudness,
// stretching in time without a change of pitch, and reading times.
//
// Called by ondevice, generate and player. May import story only.
package speech

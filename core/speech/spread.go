package speech

import (
	"strings"
	"time"
	"unicode"
)

// Span is a stretch of sound in seconds.
type Span struct{ Start, End float64 }

const (
	// silenceShare is the level, as a share of the loudest block's, below
	// which a block of the sound is a pause.
	silenceShare = 0.03
	// shortestPause is the least silence that separates words; plosives are
	// shorter.
	shortestPause = 90 * time.Millisecond
)

// Weight estimates how long a word is spoken, in syllables: its groups of
// vowels, or what its script counts by. Digits are spoken as words. The least
// is one for what is spoken at all; punctuation alone is 0.
func Weight(word string) float64 {
	var weight float64
	vowel := false
	spoken := false
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			weight += 1.5
			spoken, vowel = true, false
		case unicode.In(r, unicode.Han):
			weight++
			spoken, vowel = true, false
		case unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r):
			spoken = true
			is := isVowel(r)
			if is && !vowel {
				weight++
			}
			vowel = is
		case unicode.IsLetter(r):
			// Abjads and abugidas: about two letters a syllable.
			weight += 0.5
			spoken, vowel = true, false
		}
	}
	if spoken {
		return max(1, weight)
	}
	return 0
}

const vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūăąęėįųůűőıаеёиоуыэюяіїєαεηιουωάέήίόύώ"

func isVowel(r rune) bool { return strings.ContainsRune(vowels, unicode.ToLower(r)) }

// Spread estimates when each word of one sentence is heard in its sound where
// the voice does not tell: the words share the voiced parts of the sound by
// their Weights, and a word after which the text has a pause (pauses[i]) ends
// at the nearest silence. The spans are in order and within the sound.
func Spread(words []string, pauses []bool, pcm []int16, rate int) []Span {
	spans := make([]Span, len(words))
	if len(words) == 0 || rate <= 0 {
		return spans
	}
	parts := voicedParts(pcm, rate)
	groups := phrase(words, pauses, len(parts))
	if len(groups) != len(parts) {
		// The silences do not answer to the punctuation: one part is all.
		parts = []Span{{parts[0].Start, parts[len(parts)-1].End}}
		groups = []int{len(words)}
	}
	first := 0
	for g, n := range groups {
		share(spans[first:first+n], words[first:first+n], parts[g])
		first += n
	}
	return spans
}

// phrase gives the sizes of the groups of words between pauses, or all the
// words as one group where there are other than n of them.
func phrase(words []string, pauses []bool, n int) []int {
	var groups []int
	size := 0
	for i := range words {
		size++
		if i == len(words)-1 || i < len(pauses) && pauses[i] {
			groups = append(groups, size)
			size = 0
		}
	}
	if len(groups) != n {
		return []int{len(words)}
	}
	return groups
}

// share divides a span among words by their weights.
func share(spans []Span, words []string, whole Span) {
	var sum float64
	for _, w := range words {
		sum += Weight(w)
	}
	at := whole.Start
	for i, w := range words {
		length := 0.0
		if sum > 0 {
			length = (whole.End - whole.Start) * Weight(w) / sum
		}
		spans[i] = Span{at, at + length}
		at += length
	}
}

// voicedParts gives the stretches of sound between silences; at least one.
func voicedParts(pcm []int16, rate int) []Span {
	block := max(1, rate/100)
	var loudest float64
	powers := make([]float64, 0, len(pcm)/block+1)
	for i := 0; i < len(pcm); i += block {
		part := pcm[i:min(i+block, len(pcm))]
		var sum float64
		for _, v := range part {
			sum += float64(v) * float64(v)
		}
		powers = append(powers, sum/float64(len(part)))
		loudest = max(loudest, powers[len(powers)-1])
	}
	seconds := func(block10ms int) float64 {
		return min(float64(block10ms*block), float64(len(pcm))) / float64(rate)
	}
	var parts []Span
	start, quiet := -1, 0
	for i, p := range powers {
		if p <= loudest*silenceShare*silenceShare {
			quiet++
			if start >= 0 && seconds(quiet) >= shortestPause.Seconds() {
				parts = append(parts, Span{seconds(start), seconds(i - quiet + 1)})
				start = -1
			}
			continue
		}
		if start < 0 {
			start = i
		}
		quiet = 0
	}
	if start >= 0 {
		parts = append(parts, Span{seconds(start), seconds(len(powers) - quiet)})
	}
	if len(parts) == 0 {
		parts = []Span{{0, float64(len(pcm)) / float64(rate)}}
	}
	return parts
}

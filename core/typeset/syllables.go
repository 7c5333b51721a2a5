package typeset

import "strings"

// Thai, Lao and Burmese put no spaces between words, and UAX 14 leaves them to
// a dictionary (class SA). Without one, lines are broken between syllables, at
// the places that the letters alone make certain or nearly so. Where in doubt
// there is no break.

// syllableStarts reports whether a syllable of such a script begins at rune i.
func syllableStarts(text []rune, i int) bool {
	r := text[i]
	switch {
	case isThai(r):
		return thaiStarts(text, i, 0)
	case isThai(r - laoShift):
		return thaiStarts(text, i, laoShift)
	case r >= 0x1000 && r <= 0x102A: // Burmese consonants and vowels
		const virama, asat = 0x1039, 0x103A
		closes := i+1 < len(text) && (text[i+1] == virama || text[i+1] == asat)
		before := text[i-1]
		return before >= 0x1000 && before <= 0x109F && before != virama && !closes
	}
	return false
}

// laoShift is how far the letters of Lao stand above their Thai counterparts.
const laoShift = 0x80

// The signs of Thai that matter here.
const (
	thaiSaraA         = 0x0E30 // closes its syllable
	thaiMaiHanAkat    = 0x0E31 // wants a final consonant
	thaiSaraAA        = 0x0E32
	thaiSaraAM        = 0x0E33 // closes its syllable
	thaiPaiyannoi     = 0x0E2F // abbreviates the word before it
	thaiLakkhangyao   = 0x0E45
	thaiMaiyamok      = 0x0E46 // repeats the word before it
	thaiMaitaikhu     = 0x0E47 // wants a final consonant
	thaiThanthakhat   = 0x0E4C // silences its consonant
	thaiNeverFinal    = "ฉผฝฌหฮ"
	thaiClusterStarts = "กขคตทปผพสซศห"
	thaiClusterEnds   = "รลว"
)

func isThai(r rune) bool      { return r >= 0x0E01 && r <= 0x0E4E }
func isLeading(r rune) bool   { return r >= 0x0E40 && r <= 0x0E44 } // vowels written before their consonant
func isConsonant(r rune) bool { return r >= 0x0E01 && r <= 0x0E2E }

// isNucleus reports whether r, after a consonant, shows that the consonant
// begins a syllable: a vowel or a tone.
func isNucleus(r rune) bool {
	return r >= thaiSaraA && r <= 0x0E3A || r == thaiLakkhangyao || r >= thaiMaitaikhu && r <= 0x0E4B || r == 0x0E4D
}

// thaiStarts applies the rules of Thai to text, whose letters stand shift
// above those of Thai.
func thaiStarts(text []rune, i int, shift rune) bool {
	at := func(k int) rune {
		if k < 0 || k >= len(text) {
			return 0
		}
		return text[k] - shift
	}
	r, before := at(i), at(i-1)
	switch {
	case !isThai(before), isLeading(before):
		return false
	case isLeading(r):
		return true
	case !isConsonant(r):
		return false
	}
	switch before {
	case thaiSaraA, thaiSaraAM, thaiMaiyamok, thaiPaiyannoi:
		return true
	case thaiMaiHanAkat, thaiMaitaikhu:
		return false
	}
	if strings.ContainsRune(thaiNeverFinal, r) {
		return !isLeading(at(i - 2)) // between a leading vowel and its cluster
	}
	if !isNucleus(at(i + 1)) {
		return false // it may close the syllable before it
	}
	if isConsonant(before) {
		return !isLeading(at(i-2)) && !thaiCluster(before, r)
	}
	return true
}

// thaiCluster reports whether two consonants may begin a syllable together.
func thaiCluster(a, b rune) bool {
	return a == 'ห' || a == 'อ' && b == 'ย' ||
		strings.ContainsRune(thaiClusterStarts, a) && strings.ContainsRune(thaiClusterEnds, b)
}

// glued reports whether a line is never broken before rune i of Thai or Lao,
// even within a word: vowels stay with their consonant.
func glued(text []rune, i int) bool {
	for _, shift := range []rune{0, laoShift} {
		switch text[i] - shift {
		case thaiSaraA, thaiSaraAA, thaiSaraAM, thaiLakkhangyao, thaiMaiyamok, thaiPaiyannoi:
			return true
		}
		if isLeading(text[i-1] - shift) {
			return true
		}
	}
	return false
}

package reading

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// How many letters a word takes on average in running text of the scripts
// without spaces.
const (
	ideographsPerWord = 1.6
	lettersPerWord    = 4.5
)

// Counts is how long a text is. Its parts do not overlap.
type Counts struct {
	Words      int // divided by spaces; one with hyphens or apostrophes is one
	InWords    int // letters and digits of Words
	Ideographs int // of Chinese and Japanese, with kana
	Letters    int // of other scripts without spaces: Thai, Lao, Khmer, Burmese
}

// Length is the length in words; letters of scripts without spaces count as
// the share of a word that they take on average.
func (c Counts) Length() int {
	return c.Words + int(float64(c.Ideographs)/ideographsPerWord+0.5) + int(float64(c.Letters)/lettersPerWord+0.5)
}

// Count counts the words and letters of text.
func Count(text string) Counts {
	var c Counts
	for _, r := range text {
		switch {
		case ideograph(r):
			c.Ideographs++
		case thaiLike(r) && unicode.IsLetter(r):
			c.Letters++
		}
	}
	for w := range Words(text) {
		c.Words++
		for _, r := range w {
			if letter(r) {
				c.InWords++
			}
		}
	}
	return c
}

// Words yields the words of text that spaces and punctuation divide, as they
// stand, and none of a script without spaces. A word goes on over hyphens,
// apostrophes and the marks inside a number.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from, last := -1, rune(0)
		for at, r := range text {
			inside := !ideograph(r) && !thaiLike(r) && (letter(r) || unicode.IsMark(r)) || from >= 0 && joins(last, r, text[at:])
			switch {
			case inside && from < 0:
				from = at
			case !inside && from >= 0:
				if !yield(text[from:at]) {
					return
				}
				from = -1
			}
			last = r
		}
		if from >= 0 {
			yield(text[from:])
		}
	}
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// joins reports whether r, with which rest begins and which stands after last
// in a word, does not end it.
func joins(last, r rune, rest string) bool {
	_, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	switch r {
	case '\'', '’', '-', '‐', '‑':
		return letter(next)
	case '.', ',', '٫', '٬':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '\u200c', '\u200d':
		return true
	}
	return false
}

func ideograph(r rune) bool {
	return r >= 0x2e80 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r))
}

func thaiLike(r rune) bool {
	return r >= 0xe00 && r < 0x1900 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

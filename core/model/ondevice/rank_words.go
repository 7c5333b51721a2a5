package ondevice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/reading"
)

// piece is one word of a text: bytes from to to. In scripts without spaces it
// is a run of two or three letters, overlapping the next.
type piece struct {
	from, to int
	lower    string
	number   bool // holds a digit
}

// n-gram lengths that stand for words: two ideographs are the commonest word
// of Chinese; a syllable of Thai or Khmer takes about three letters.
const (
	ideographGram = 2
	thaiGram      = 3
)

// maxWordBytes cuts what is no word of any language.
const maxWordBytes = 96

// pieces cuts text into words: letters, marks and digits with the apostrophes
// and hyphens inside them, and decimal points between digits.
func pieces(text string) []piece {
	out := make([]piece, 0, len(text)/6+1)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unspacedRune(r):
			end := runEnd(text, at, r)
			out = appendGrams(out, text, at, end, r)
			at = end
		case wordRune(r):
			end := wordEnd(text, at)
			out = appendWord(out, text, at, end)
			at = end
		default:
			at += size
		}
	}
	return out
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u200c' || r == '\u200d'
}

func wordEnd(text string, at int) int {
	var last rune
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !wordRune(r) || unspacedRune(r) {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			if !joins(last, r, next) {
				return at
			}
		}
		last = r
		at += size
	}
	return at
}

// joins reports whether r between last and next belongs to one word.
func joins(last, r, next rune) bool {
	switch r {
	case '\'', '’', '-', '‐', '‑':
		return unicode.IsLetter(last) && wordRune(next) && !unspacedRune(next)
	case '.', ',', '٫', '٬':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

func runEnd(text string, at int, first rune) int {
	thai := thaiLike(first)
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unspacedRune(r) || thaiLike(r) != thai {
			return at
		}
		at += size
	}
	return at
}

func appendGrams(out []piece, text string, from, to int, first rune) []piece {
	n := ideographGram
	if thaiLike(first) {
		n = thaiGram
	}
	var starts []int
	for i := range text[from:to] {
		starts = append(starts, from+i)
	}
	starts = append(starts, to)
	if len(starts)-1 <= n {
		return append(out, piece{from: from, to: to, lower: text[from:to]})
	}
	for i := 0; i+n < len(starts); i++ {
		out = append(out, piece{from: starts[i], to: starts[i+n], lower: text[starts[i]:starts[i+n]]})
	}
	return out
}

// appendWord adds a word, its elided article ("l'eau", "dell'aria") as a word
// of its own.
func appendWord(out []piece, text string, from, to int) []piece {
	if to-from > maxWordBytes {
		return out
	}
	word := text[from:to]
	if at := strings.IndexAny(word, "'’"); at > 0 && at <= 5 {
		_, size := utf8.DecodeRuneInString(word[at:])
		head := strings.ToLower(word[:at]) + "'"
		if elided[head] && at+size < len(word) {
			out = append(out, piece{from: from, to: from + at + size, lower: head})
			from += at + size
			word = text[from:to]
		}
	}
	return append(out, piece{
		from: from, to: to,
		lower:  strings.ReplaceAll(strings.ToLower(word), "’", "'"),
		number: strings.ContainsFunc(word, unicode.IsDigit),
	})
}

var elided = newWordSet("l' d' j' m' t' s' n' c' qu' lorsqu' puisqu' jusqu' un' all' dell' nell' sull' dall' quell' quest'")

// readingWords is the length of a text in words, as reading.Counts has it.
func readingWords(text string) int { return reading.Count(text).Length() }

// capitalised reports whether word begins with a capital letter.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// allCapitals reports whether word has two letters or more and all are
// capitals.
func allCapitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// cased reports whether the script of word has capitals.
func cased(word string) bool {
	for _, r := range word {
		if unicode.IsUpper(r) || unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// raised gives text with its first letter as a capital.
func raised(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if up := unicode.ToUpper(r); up != r && r != utf8.RuneError {
		return string(up) + text[size:]
	}
	return text
}

// lowered gives text with its first letter small.
func lowered(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if low := unicode.ToLower(r); low != r && r != utf8.RuneError {
		return string(low) + text[size:]
	}
	return text
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

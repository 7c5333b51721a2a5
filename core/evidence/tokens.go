package evidence

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A token is one word or number of a text.
type token struct {
	from, to int      // bytes of the text
	text     string   // folded
	keys     []string // what it is compared by: its stem and its groups of synonyms; of a number, its value
	number   bool
	one      bool   // "one", or an article that says so
	stop     bool   // says nothing by itself: it need not be found again
	light    bool   // says so little that it need not
	negates  bool   // "not", "without"
	clause   int    // of the text, from 0
	piece    int    // of a clause, parted by every comma and conjunction
	marker   string // the word that says its role: a preposition, or a postposition after it
}

// A rawToken is a token before its language is looked at.
type rawToken struct {
	from, to int
	text     string // folded
	pause    rune   // the strongest mark between it and the token before; 0: none
	negative bool   // a minus sign stands before it
}

// folder makes texts comparable that differ only in how they are written:
// case, accents and vowel marks, joined forms, digits of other scripts.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) && dropsMark(r), r == tatweel, r == '\u200c', r == '\u200d', r == '\u00ad':
		case unicode.IsDigit(r):
			b.WriteRune(digitOf(r))
		default:
			b.WriteRune(sameLetter(unicode.ToLower(r)))
		}
	}
	return b.String()
}

const tatweel = '\u0640'

// dropsMark reports whether a combining mark r is left out: accents, the vowel
// marks of Arabic and Hebrew, the dot of Devanagari. Vowel signs of the scripts
// of India and South-East Asia are letters here.
func dropsMark(r rune) bool {
	return r < 0x0900 || r == 0x093c || r == 0x0901 || r == 0x0902 || r >= 0x1ab0 && r <= 0x20ff || r >= 0xfb00
}

// sameLetter gives one form for letters that are written one for another.
func sameLetter(r rune) rune {
	switch r {
	case 'ى', 'ی':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ٱ':
		return 'ا'
	case 'ک':
		return 'ك'
	case 'ß':
		return 's'
	case '’', 'ʼ', '‘':
		return '\''
	}
	return r
}

// digitOf gives the ASCII digit of a decimal digit of any script: Unicode
// keeps each ten of them together.
func digitOf(r rune) rune {
	if r < 0x80 {
		return r
	}
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	if unicode.Is(unicode.Nd, r) {
		return '0' + n
	}
	return r
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u200c' || r == '\u200d' || r == tatweel
}

// split cuts text into words and numbers. Text without spaces gives its pairs
// of letters.
func split(text string) []rawToken {
	var all []rawToken
	runes := []rune(text)
	offsets := make([]int, len(runes)+1)
	at := 0
	for i, r := range runes {
		offsets[i] = at
		at += len(string(r))
	}
	offsets[len(runes)] = at
	pause, negative := rune(0), false
	for i := 0; i < len(runes); {
		r := runes[i]
		if !wordRune(r) {
			pause = strongest(pause, r)
			negative = (r == '-' || r == '−') && (i == 0 || unicode.IsSpace(runes[i-1]) || runes[i-1] == '(')
			i++
			if r == '%' || r == '٪' || r == '°' {
				all = append(all, rawToken{offsets[i-1], offsets[i], string(r), 0, false})
			}
			continue
		}
		end := endOfWord(runes, i)
		t := rawToken{offsets[i], offsets[end], fold(string(runes[i:end])), pause, negative}
		if unspaced(r) && end-i > 2 {
			all = appendPairs(all, t, runes[i:end], offsets[i:end+1])
		} else if t.text != "" {
			all = append(all, t)
		}
		pause, negative = 0, false
		i = end
	}
	return all
}

// endOfWord gives where the word that begins at i ends: apostrophes in it and
// the separators of numbers belong to it; letters and digits are parted.
func endOfWord(runes []rune, i int) int {
	digits := unicode.IsDigit(runes[i])
	end := i + 1
	for end < len(runes) {
		r := runes[end]
		next := end+1 < len(runes)
		switch {
		case digits && unicode.IsDigit(r):
		case digits && strings.ContainsRune(".,٫٬'\u00a0\u202f", r) && next && unicode.IsDigit(runes[end+1]):
			end++
		case !digits && wordRune(r) && !unicode.IsDigit(r) && unspaced(r) == unspaced(runes[i]):
		case !digits && (r == '\'' || r == '’') && next && unicode.IsLetter(runes[end+1]):
			end++
		default:
			return end
		}
		end++
	}
	return end
}

// appendPairs adds the pairs of letters of a run without spaces.
func appendPairs(all []rawToken, t rawToken, runes []rune, offsets []int) []rawToken {
	for i := 0; i+1 < len(runes); i++ {
		pair := rawToken{offsets[i], offsets[i+2], fold(string(runes[i : i+2])), 0, false}
		if i == 0 {
			pair.pause, pair.negative = t.pause, t.negative
		}
		all = append(all, pair)
	}
	return all
}

// unspaced reports whether r belongs to a script that is written without
// spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// strongest keeps the stronger of two marks: ';' for all that part clauses,
// ',' for commas, 0 for spaces, quotation marks and hyphens.
func strongest(before, r rune) rune {
	kind := rune(0)
	switch {
	case strings.ContainsRune(".!?…;:؛؟।॥。！？；：—–()[]", r):
		kind = ';'
	case strings.ContainsRune(",،、，", r):
		kind = ','
	}
	if before == ';' || kind == 0 {
		return before
	}
	return kind
}

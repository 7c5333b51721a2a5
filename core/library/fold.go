package library

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold makes text comparable in any script: without case, accents, width,
// harakat and joining forms, with one form of each letter that is written in
// several, and digits as 0 to 9. Two texts that a reader takes for the same
// word fold to the same; substrings stay substrings, so that scripts without
// spaces need no division into words.
func Fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	folded := cases.Fold().String(norm.NFKD.String(s))
	var b strings.Builder
	b.Grow(len(folded))
	for _, r := range folded {
		switch {
		case r < 0x80:
			if r < ' ' || r == 0x7f {
				r = ' '
			}
			b.WriteRune(r)
		case silent(r):
		case unicode.IsDigit(r):
			b.WriteByte('0' + digit(r))
		default:
			if other, ok := sameLetter[r]; ok {
				b.WriteString(other)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// isPlain reports whether s is ASCII without control characters.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x7f || s[i] < ' ' {
			return false
		}
	}
	return true
}

// silent reports whether a reader may leave r out: accents, harakat, niqqud,
// and what only joins or directs. Vowel signs of Indic scripts, Thai marks and
// the marks of kana change the word and stay.
func silent(r rune) bool {
	switch {
	case r >= 0x300 && r <= 0x36f, r >= 0x1ab0 && r <= 0x1aff, r >= 0x1dc0 && r <= 0x1dff, r >= 0x20d0 && r <= 0x20ff, r >= 0xfe20 && r <= 0xfe2f, // accents
		r >= 0x483 && r <= 0x489,                                                                         // titlo
		r >= 0x591 && r <= 0x5bd, r == 0x5bf, r == 0x5c1, r == 0x5c2, r == 0x5c4, r == 0x5c5, r == 0x5c7, // niqqud
		r >= 0x610 && r <= 0x61a, r == 0x640, r >= 0x64b && r <= 0x65f, r == 0x670, r >= 0x6d6 && r <= 0x6ed && unicode.In(r, unicode.Mn), // harakat, tatweel
		r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff, r >= 0xfe00 && r <= 0xfe0f: // joiners and direction
		return true
	}
	return false
}

// digit gives the value of a decimal digit of any script: each has ten in a
// row, 0 first.
func digit(r rune) byte {
	value := byte(0)
	for value < 9 && unicode.IsDigit(r-rune(value)-1) && sameTen(r, r-rune(value)-1) {
		value++
	}
	return value
}

// sameTen reports whether two digits are of one row of ten.
func sameTen(a, b rune) bool {
	for _, t := range unicode.Digit.R16 {
		if rune(t.Lo) <= b && a <= rune(t.Hi) {
			return (a-rune(t.Lo))/10 == (b-rune(t.Lo))/10
		}
	}
	for _, t := range unicode.Digit.R32 {
		if rune(t.Lo) <= b && a <= rune(t.Hi) {
			return (a-rune(t.Lo))/10 == (b-rune(t.Lo))/10
		}
	}
	return false
}

// sameLetter gives letters that people type for one another and that Unicode
// does not take apart.
var sameLetter = map[rune]string{
	'ı': "i", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'ħ': "h", 'ŧ': "t", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ک': "ك", 'ڪ': "ك", 'ة': "ه", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ۀ': "ه", 'ۃ': "ه",
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ",
	'’': "'", '‘': "'", 'ʼ': "'", '“': "\"", '”': "\"", '„': "\"", '«': "\"", '»': "\"",
	'‐': "-", '‑': "-", '–': "-", '—': "-", '−': "-",
}

// between parts title, tags and text in a Digest's Search; Fold leaves none of
// it in a text.
const between = "\x00"

// Query is what a teacher searches for.
type Query struct{ words []string }

// NewQuery reads what was typed: every word of it must be found, as a part of
// a word too.
func NewQuery(typed string) Query { return Query{strings.Fields(Fold(typed))} }

// Empty reports whether nothing is searched for.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Where a story holds every word of a query: the best place first.
const (
	InTitle = iota
	InTags  // with the title
	InText  // with both
	Nowhere
)

// Find gives where search, of a Digest, holds every word.
func (q Query) Find(search string) int {
	title := strings.Index(search, between)
	if title < 0 {
		title = len(search)
	}
	tags := title
	if title < len(search) {
		if n := strings.Index(search[title+1:], between); n >= 0 {
			tags = title + 1 + n
		}
	}
	place := InTitle
	for _, w := range q.words {
		switch {
		case strings.Contains(search[:title], w):
		case strings.Contains(search[:tags], w):
			place = max(place, InTags)
		case strings.Contains(search, w):
			place = InText
		default:
			return Nowhere
		}
	}
	return place
}

// SearchText joins what Find looks through.
func SearchText(title string, tags []string, text string) string {
	return Fold(title) + between + Fold(strings.Join(tags, "\n")) + between + Fold(text)
}

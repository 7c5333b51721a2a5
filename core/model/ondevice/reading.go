package ondevice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"edusmart/core/speech"
)

// A spokenWord is one word of a sentence as it is lit while it is heard.
type spokenWord struct {
	from, to int // bytes of the sentence
	// lo and hi are the same in characters of the cleaned sentence.
	lo, hi int
	script *unicode.RangeTable // nil: Latin, digits or none
	weight float64             // syllables; 0: nothing of it is spoken
}

// A readableText is a sentence made safe and fit for a voice: character for
// character the same length as what is left of the sentence.
type readableText struct {
	runes  []rune
	origin []int // where each character stands in the sentence, in bytes
}

// readable makes text fit for a voice. What a voice would take as a command
// or name aloud goes: control characters, square brackets (commands of macOS's
// voices), emoji, bullets, formatting marks.
func readable(text string) readableText {
	t := readableText{
		runes:  make([]rune, 0, len(text)),
		origin: make([]int, 0, len(text)),
	}
	for i, r := range text {
		if r = readableRune(r); r >= 0 {
			t.runes = append(t.runes, r)
			t.origin = append(t.origin, i)
		}
	}
	return t
}

// readableRune gives what stands for r in speech; -1: nothing.
func readableRune(r rune) rune {
	switch {
	case r == '\u200c' || r == '\u200d':
		return r // joiners shape letters of Persian and the scripts of India
	case r == '\u00ad' || r == '\u20e3' || unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		return -1
	case r == utf8.RuneError, unicode.IsControl(r), unicode.IsSpace(r), unicode.In(r, unicode.Co, unicode.Cs):
		return ' '
	case strings.ContainsRune("[]{}|\\_•·‣◦", r):
		return ' '
	case r == '’' || r == 'ʼ':
		return '\'' // so that "don’t" is one word to every voice
	case r >= 0x2190 && unicode.In(r, unicode.So, unicode.Sk):
		return ' '
	}
	return r
}

// index gives the first character that stands at byte at or after it.
func (t readableText) index(at int) int {
	lo, hi := 0, len(t.origin)
	for lo < hi {
		if mid := (lo + hi) / 2; t.origin[mid] < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// spokenWords divides a sentence into the words that are lit. Words are
// divided by spaces; in scripts written without them by Unicode's word
// boundaries (UAX 29). Punctuation around a word is no part of it, but
// punctuation that stands alone is a word that is not spoken.
func spokenWords(text string, t readableText) []spokenWord {
	var words []spokenWord
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		if unicode.IsSpace(r) {
			from += size
			continue
		}
		to := strings.IndexFunc(text[from:], unicode.IsSpace)
		if to < 0 {
			to = len(text)
		} else {
			to += from
		}
		words = appendSpoken(words, text, from, to)
		from = to
	}
	for i := range words {
		w := &words[i]
		w.lo, w.hi = t.index(w.from), t.index(w.to)
		w.script = scriptOf(text[w.from:w.to])
		w.weight = speech.Weight(string(t.runes[w.lo:w.hi]))
	}
	return words
}

// appendSpoken adds the words of text[from:to], which holds no space.
func appendSpoken(words []spokenWord, text string, from, to int) []spokenWord {
	field := text[from:to]
	if strings.IndexFunc(field, func(r rune) bool { return r >= 0x0E00 && unspacedRune(r) }) < 0 {
		f, t := bareWord(field)
		return append(words, spokenWord{from: from + f, to: from + t})
	}
	before := len(words)
	for rest, state := field, -1; rest != ""; {
		var part string
		part, rest, state = uniseg.FirstWordInString(rest, state)
		at := to - len(rest) - len(part)
		f, t := bareWord(part)
		if strings.IndexFunc(part, isSaid) >= 0 {
			words = append(words, spokenWord{from: at + f, to: at + t})
		}
	}
	if len(words) == before { // marks alone
		words = append(words, spokenWord{from: from, to: to})
	}
	return words
}

// isSaid reports whether r makes something a word rather than punctuation.
func isSaid(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// bareWord gives the bounds of a word without the punctuation around it. What
// is spoken, such as "%", stays.
func bareWord(word string) (from, to int) {
	around := func(r rune) bool {
		return unicode.IsPunct(r) && !strings.ContainsRune("%&#@°§", r) && r != '/'
	}
	from = strings.IndexFunc(word, func(r rune) bool { return !around(r) })
	if from < 0 {
		return 0, len(word)
	}
	to = strings.LastIndexFunc(word, func(r rune) bool { return !around(r) })
	_, size := utf8.DecodeRuneInString(word[to:])
	return from, to + size
}

// foreignScripts are the scripts that a voice of another language does not
// read, each with the language whose voice does.
var foreignScripts = []struct {
	table    *unicode.RangeTable
	language string
	home     string // the languages written in it
}{
	{unicode.Han, "zh", " zh cmn yue hak ja ko "},
	{unicode.Hiragana, "ja", " ja "},
	{unicode.Katakana, "ja", " ja "},
	{unicode.Hangul, "ko", " ko "},
	{unicode.Arabic, "ar", " ar fa ur sd ug ku ps "},
	{unicode.Hebrew, "he", " he yi "},
	{unicode.Cyrillic, "ru", " ru uk be bg sr mk kk ky tt ba cv mn tg az uz "},
	{unicode.Greek, "el", " el grc "},
	{unicode.Devanagari, "hi", " hi mr ne kok sa bho "},
	{unicode.Bengali, "bn", " bn as bpy "},
	{unicode.Gurmukhi, "pa", " pa "},
	{unicode.Gujarati, "gu", " gu "},
	{unicode.Oriya, "or", " or "},
	{unicode.Tamil, "ta", " ta "},
	{unicode.Telugu, "te", " te "},
	{unicode.Kannada, "kn", " kn "},
	{unicode.Malayalam, "ml", " ml "},
	{unicode.Sinhala, "si", " si "},
	{unicode.Thai, "th", " th "},
	{unicode.Myanmar, "my", " my shn "},
	{unicode.Georgian, "ka", " ka "},
	{unicode.Armenian, "hy", " hy hyw "},
	{unicode.Ethiopic, "am", " am ti "},
}

// scriptOf gives the script of a word's first letter where it is one of
// foreignScripts.
func scriptOf(word string) *unicode.RangeTable {
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		for _, s := range foreignScripts {
			if unicode.Is(s.table, r) {
				return s.table
			}
		}
		return nil
	}
	return nil
}

// foreignLanguage gives the language whose voice reads words of a script on a
// page in language; empty: the page's own voice does. A single Greek letter is
// a formula's, which every voice can name.
func foreignLanguage(script *unicode.RangeTable, language string, letters int) string {
	if script == nil || script == unicode.Greek && letters == 1 {
		return ""
	}
	for _, s := range foreignScripts {
		if s.table == script && !strings.Contains(s.home, " "+baseTag(language)+" ") {
			return s.language
		}
	}
	return ""
}

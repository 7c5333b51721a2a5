// Package spelling tells which words of a text no dictionary knows, and what
// may be meant. It reads the dictionaries of Hunspell that are installed on the
// computer, as browsers and office programs use them (man 5 hunspell), as far
// as telling right from wrong needs: affixes with conditions, on both sides and
// two deep, compounds, and the tables of what is confused.
//
// Called by core. May import nothing of ours. Dictionaries are files of the
// system's owner: they are bounded in size and never executed.
package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Word is a word of a text.
type Word struct {
	Text     string
	From, To int // bytes of the text
}

// Wrong gives the words of text that the dictionary does not know and that are
// not among own, which holds words in lower case. Numbers, words with digits,
// addresses and abbreviations in capitals are left alone.
func (d *Dictionary) Wrong(text string, own map[string]bool) []Word {
	var wrong []Word
	for _, w := range words(text) {
		if !plain(w.Text) || own[strings.ToLower(w.Text)] || d.Knows(w.Text) {
			continue
		}
		if base, ok := possessive(w.Text); ok && (own[strings.ToLower(base)] || d.Knows(base)) {
			continue
		}
		wrong = append(wrong, w)
	}
	return wrong
}

// words gives the words of a text by Unicode's word boundaries (UAX 29).
func words(text string) []Word {
	var found []Word
	rest, state, at := text, -1, 0
	for rest != "" {
		var piece string
		piece, rest, state = uniseg.FirstWordInString(rest, state)
		if strings.ContainsFunc(piece, unicode.IsLetter) {
			found = append(found, Word{piece, at, at + len(piece)})
		}
		at += len(piece)
	}
	return found
}

// Own adds the words of a text, in lower case, to own.
func Own(own map[string]bool, text string) {
	for _, w := range words(text) {
		own[strings.ToLower(w.Text)] = true
	}
}

// plain reports whether a word is one that a dictionary can judge.
func plain(word string) bool {
	if utf8.RuneCountInString(word) < 2 || strings.ContainsAny(word, "0123456789@_/.") {
		return false
	}
	upper := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper < 2 || upper < utf8.RuneCountInString(word) && upper == 1
}

// possessive takes a genitive's ending away: "volcano’s".
func possessive(word string) (base string, ok bool) {
	for _, end := range []string{"'s", "’s", "'", "’"} {
		if base, ok = strings.CutSuffix(word, end); ok {
			return base, base != ""
		}
	}
	return word, false
}

// Knows reports whether the dictionary has a word, as it stands, or, at the
// beginning of a sentence or in capitals, in small letters.
func (d *Dictionary) Knows(word string) bool {
	word = strings.NewReplacer("’", "'", "\u00ad", "").Replace(word)
	for _, form := range casings(word) {
		if d.has(form) {
			return true
		}
	}
	if before, after, found := strings.Cut(word, "-"); found && before != "" && after != "" {
		return d.Knows(before) && d.Knows(after)
	}
	return false
}

// casings gives the ways in which a word may stand in a dictionary.
func casings(word string) []string {
	lower := strings.ToLower(word)
	all := []string{word}
	if lower != word {
		all = append(all, lower)
	}
	if word == strings.ToUpper(word) && utf8.RuneCountInString(word) > 1 {
		all = append(all, capital(lower))
	}
	return all
}

// capital gives a word with a capital first letter.
func capital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

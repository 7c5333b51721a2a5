package gemini

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Most letters of the texts of a story, far above what is asked for.
const (
	mostTitle       = 90
	mostSentence    = 400
	mostQuote       = 600
	mostPrompt      = 1500
	mostAlt         = 300
	mostCharacters  = 2000
	mostQuestion    = 400
	mostOption      = 160
	mostExplanation = 600
	mostTerm        = 80
	mostDefinition  = 500
)

// clean makes a text fit to be shown: one line of valid UTF-8 with single
// spaces, without control characters, without marks that turn the direction
// of writing, without asterisks of emphasis, at most most letters long.
func clean(text string, most int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "**", "")
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == utf8.RuneError, r == '\ufeff', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, text)
	return shorten(strings.Join(strings.Fields(text), " "), most)
}

// shorten cuts text to at most most letters, at a space where there is one in
// the second half, and says so with an ellipsis.
func shorten(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	runes := []rune(text)[:most-1]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// sameText reports whether two texts differ in case, spaces and the closing
// full stop only.
func sameText(a, b string) bool { return strings.EqualFold(plain(a), plain(b)) }

// plain is a text without its closing full stop. Other marks stay: "-5" is not
// "5".
func plain(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), " .。।")
}

// narrowest is the least width of a sentence, in columns of which a Latin
// letter takes one and a Chinese one two. What is narrower is a part of one.
const narrowest = 8

// splitSentences parts a text in which a model has crammed several sentences.
// A piece that ends in an abbreviation or is too short belongs to the next,
// the last one to that before it.
func splitSentences(text string) []string {
	var all []string
	open := false // the last piece goes on
	state := -1
	for rest := strings.TrimSpace(text); rest != ""; {
		var piece string
		piece, rest, state = uniseg.FirstSentenceInString(rest, state)
		if n := len(all); n > 0 && (open || rest == "" && isFragment(piece)) {
			all[n-1] += piece
		} else {
			all = append(all, piece)
		}
		open = isFragment(all[len(all)-1])
	}
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// isFragment reports whether a piece is not a whole sentence.
func isFragment(piece string) bool {
	piece = strings.TrimSpace(piece)
	return endsInAbbreviation(piece) || uniseg.StringWidth(piece) < narrowest
}

// endsInAbbreviation reports whether a piece ends in a short word with a full
// stop and a capital, such as "Dr." or "J.", rather than in a sentence.
func endsInAbbreviation(piece string) bool {
	word := piece[strings.LastIndexByte(piece, ' ')+1:]
	if !strings.HasSuffix(word, ".") || strings.HasSuffix(word, "..") {
		return false
	}
	word = strings.TrimSuffix(word, ".")
	first, _ := utf8.DecodeRuneInString(word)
	n := utf8.RuneCountInString(word)
	return unicode.IsUpper(first) && (n == 1 || n <= 3 && !isAllUpper(word)) || strings.Contains(word, ".")
}

func isAllUpper(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

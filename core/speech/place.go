package speech

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"edusmart/core/story"
)

// Place estimates when each word of a page is heard in its sound where the
// voice tells no times, by Spread over all of the page's sentences. The words
// are those of Unicode's word boundaries (UAX 29) that hold a letter or a
// digit.
func Place(sentences []string, pcm []int16, rate int) []story.Word {
	var placed []story.Word
	var words []string
	var pauses []bool
	for i, s := range sentences {
		found, paused := wordsOf(i, s)
		placed = append(placed, found...)
		pauses = append(pauses, paused...)
	}
	for _, w := range placed {
		words = append(words, w.Text)
	}
	for i, span := range Spread(words, pauses, pcm, rate) {
		placed[i].Start, placed[i].End = span.Start, span.End
	}
	return placed
}

// wordsOf gives the words of a sentence and, for each, whether the voice
// pauses after it: at punctuation and at the sentence's end.
func wordsOf(sentence int, text string) (words []story.Word, pauses []bool) {
	rest, state, at := text, -1, 0
	for rest != "" {
		var piece string
		piece, rest, state = uniseg.FirstWordInString(rest, state)
		switch {
		case strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			words = append(words, story.Word{Text: piece, Sentence: sentence, From: at, To: at + len(piece)})
			pauses = append(pauses, false)
		case len(pauses) > 0 && strings.ContainsAny(piece, ".,;:!?…—–،؛؟。，、；：！？।"):
			pauses[len(pauses)-1] = true
		}
		at += len(piece)
	}
	if len(pauses) > 0 {
		pauses[len(pauses)-1] = true
	}
	return words, pauses
}

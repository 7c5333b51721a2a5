package evidence

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
)

// stemmers give the stem of a folded word by language. English, French,
// Russian and Spanish have Snowball stemmers (Porter 2001); all others lose an
// ending.
var stemmers = map[string]func(string) string{
	"en": func(w string) string { return english.Stem(w, true) },
	"es": func(w string) string { return spanish.Stem(w, true) },
	"fr": func(w string) string { return french.Stem(w, true) },
	"ru": func(w string) string { return russian.Stem(w, true) },
	"ar": stemArabic,
	"hi": func(w string) string { return withoutEnding(w, hindiEndings, 2) },
}

// cutEnding takes a vowel or an s off the end of a longer word.
func cutEnding(word string) string {
	return withoutEnding(word, []string{"es", "en", "er", "s", "a", "e", "i", "o", "u", "y", "n"}, 4)
}

// withoutEnding takes the first of endings that word has off, as long as keep
// letters stay.
func withoutEnding(word string, endings []string, keep int) string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= keep {
			return stem
		}
	}
	return word
}

// stemArabic takes the article, prefixes of prepositions and conjunctions,
// endings and the mark of the present tense off a word, after Larkey,
// Ballesteros and Connell ("light10", 2007).
func stemArabic(word string) string {
	word = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ؤ", "و", "ئ", "ي").Replace(word)
	for _, head := range []string{"وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل"} {
		keep := 3
		if utf8.RuneCountInString(head) > 1 {
			keep = 2
		}
		if rest, ok := strings.CutPrefix(word, head); ok && utf8.RuneCountInString(rest) >= keep && (keep == 2 || !isRootLetter(head, rest)) {
			word = rest
			break
		}
	}
	for range 2 {
		cut := word
		for _, tail := range []string{"هما", "ها", "هم", "كم", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا", "ك"} {
			if stem, ok := strings.CutSuffix(word, tail); ok && utf8.RuneCountInString(stem) >= 3 {
				cut = stem
				break
			}
		}
		if cut == word {
			break
		}
		word = cut
	}
	if r, size := utf8.DecodeRuneInString(word); strings.ContainsRune("يتن", r) && utf8.RuneCountInString(word) == 4 {
		word = word[size:]
	}
	return word
}

// isRootLetter reports whether a one-letter head may well belong to the word:
// what is left is short.
func isRootLetter(head, rest string) bool {
	return head != "و" && utf8.RuneCountInString(rest) < 4
}

// hindiEndings are those of number, case, gender and tense, the longest first,
// after Ramanathan and Rao ("A lightweight stemmer for Hindi", 2003). Signs of
// nasal vowels are folded away before.
var hindiEndings = []string{
	"ियो", "ाओ", "ुओ", "िया", "ाए", "ेगे", "ेगी", "ेगा", "ाती", "ाते", "ाता", "ाना", "ाने", "ती", "ते", "ता", "ना", "ने", "नी", "ओ", "ो", "े", "ी", "ा", "ि", "ू", "ु", "ए", "ई", "कर",
}

package ondevice

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// stemmer gives the form under which the words of one language are counted.
// English, French, Hungarian, Norwegian, Russian, Spanish and Swedish have
// Snowball stemmers (Porter 2001). Arabic and Hindi take off affixes after
// Larkey, Ballesteros and Connell ("light10", 2007) and after Ramanathan and
// Rao (2003); German, Italian, Portuguese and all others lose only an ending
// of number, case or gender.
func stemmer(tag string) func(string) string {
	snowball := func(stem func(string, bool) string) func(string) string {
		return func(w string) string { return stem(w, true) }
	}
	switch tag {
	case "en":
		return snowball(english.Stem)
	case "es":
		return snowball(spanish.Stem)
	case "fr":
		return snowball(french.Stem)
	case "hu":
		return snowball(hungarian.Stem)
	case "nb", "nn", "no":
		return snowball(norwegian.Stem)
	case "ru":
		return snowball(russian.Stem)
	case "sv":
		return snowball(swedish.Stem)
	case "ar", "fa", "ur":
		return stemArabic
	case "hi", "mr", "ne":
		return func(w string) string { return withoutEnding(w, hindiEndings, 2) }
	case "de":
		return func(w string) string { return withoutEnding(w, germanEndings, 4) }
	case "pt", "it", "ca", "gl", "ro":
		return func(w string) string { return withoutEnding(w, romanceEndings, 3) }
	}
	return func(w string) string { return withoutEnding(w, commonEndings, 4) }
}

// Endings, the longest first.
var (
	germanEndings  = []string{"ern", "em", "en", "er", "es", "e", "s", "n"}
	romanceEndings = []string{"ções", "ção", "ais", "eis", "is", "es", "as", "os", "s", "a", "e", "o", "i"}
	commonEndings  = []string{"s", "a", "e", "i", "o", "u", "y"}
	hindiEndings   = []string{"ियों", "ाओं", "ुओं", "ियाँ", "ियां", "ओं", "ों", "ें", "ाएँ", "ाएं", "ीं", "ाँ", "ां", "ी", "ा", "े", "ि", "ो", "ू", "ु"}
	arabicHeads    = []string{"وال", "بال", "كال", "فال", "لل", "ال", "و"}
	arabicTails    = []string{"ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"}
)

// withoutEnding takes the longest of endings off word, as long as keep letters
// stay.
func withoutEnding(word string, endings []string, keep int) string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= keep {
			return stem
		}
	}
	return word
}

var arabicForms = strings.NewReplacer(
	"أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ـ", "",
	"\u064b", "", "\u064c", "", "\u064d", "", "\u064e", "", "\u064f", "", "\u0650", "", "\u0651", "", "\u0652", "",
)

// stemArabic takes vowel marks, one head and the tails off an Arabic word.
func stemArabic(word string) string {
	word = arabicForms.Replace(word)
	for _, h := range arabicHeads {
		keep := 2
		if h == "و" {
			keep = 3
		}
		if rest, ok := strings.CutPrefix(word, h); ok && utf8.RuneCountInString(rest) >= keep {
			word = rest
			break
		}
	}
	for _, t := range arabicTails {
		if stem, ok := strings.CutSuffix(word, t); ok && utf8.RuneCountInString(stem) >= 2 {
			word = stem
		}
	}
	return word
}

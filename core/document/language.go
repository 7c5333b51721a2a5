package document

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"edusmart/core/story"
)

const (
	languageSample = 8_000 // bytes of text that are looked at
	fewLetters     = 40    // with fewer, Latin and Cyrillic text has no language

	firstOtherScript = 0x0370 // Greek: what comes before is Latin
)

// scriptLanguage is the language of scripts that one language mostly uses.
var scriptLanguage = []struct {
	table *unicode.RangeTable
	tag   string
}{
	{unicode.Arabic, "ar"},
	{unicode.Hebrew, "he"},
	{unicode.Devanagari, "hi"},
	{unicode.Thai, "th"},
	{unicode.Hangul, "ko"},
	{unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"},
	{unicode.Han, "zh"},
	{unicode.Greek, "el"},
	{unicode.Bengali, "bn"},
	{unicode.Tamil, "ta"},
	{unicode.Telugu, "te"},
	{unicode.Gujarati, "gu"},
	{unicode.Gurmukhi, "pa"},
	{unicode.Georgian, "ka"},
	{unicode.Armenian, "hy"},
}

// languageOf finds the language of the running text: by its script first,
// then by its letters (Cavnar and Trenkle 1994, through whatlanggo). "und"
// where there is too little.
func languageOf(blocks []story.Block) string {
	var b strings.Builder
	for _, x := range blocks {
		if b.Len() > languageSample {
			break
		}
		if x.Kind == story.Paragraph || x.Kind == story.ListItem || x.Kind == story.Heading {
			b.WriteString(x.Text + "\n")
		}
	}
	text := b.String()
	letters, count := 0, make([]int, len(scriptLanguage))
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < firstOtherScript {
			continue
		}
		for i, s := range scriptLanguage {
			if unicode.Is(s.table, r) {
				count[i]++
			}
		}
	}
	for i, s := range scriptLanguage {
		kana := (s.tag == "ja") && count[i]*20 > letters
		if letters > 0 && (kana || count[i]*2 > letters) {
			return refine(s.tag, text)
		}
	}
	if letters < fewLetters {
		return "und"
	}
	tag := whatlanggo.DetectLang(text).Iso6391()
	switch {
	case isSwahili(text):
		return "sw"
	case tag == "":
		return "und"
	}
	return tag
}

// littleSwahili are the words that hold every Swahili text together.
// whatlanggo does not know the language and takes it for one of its kin.
var littleSwahili = map[string]bool{"ya": true, "na": true, "wa": true, "kwa": true, "ni": true, "katika": true, "za": true, "la": true, "cha": true, "vya": true, "kuwa": true, "hii": true, "huu": true, "hiyo": true, "kila": true, "pia": true, "mwaka": true, "watu": true}

// Of a Swahili text's words at least one in swahiliShare is such a word, and of
// these there are at least swahiliKinds.
const (
	swahiliShare = 8
	swahiliKinds = 5
)

func isSwahili(text string) bool {
	words, little, kinds := 0, 0, map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if littleSwahili[word] {
			little++
			kinds[word] = true
		}
	}
	return little*swahiliShare >= words && len(kinds) >= swahiliKinds
}

// refine tells apart the languages that share a script where the guess is
// reliable.
func refine(tag, text string) string {
	if tag != "ar" && tag != "hi" && tag != "he" {
		return tag
	}
	info := whatlanggo.Detect(text)
	if found := info.Lang.Iso6391(); found != "" && info.IsReliable() {
		return found
	}
	return tag
}

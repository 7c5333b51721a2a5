package ondevice

import (
	"strings"
	"sync"
	"unicode"

	"edusmart/core/story"
)

// tongue is what the writer knows of one language. All of it may be empty:
// the writer then works by statistics and punctuation alone. A tongue is not
// changed once made.
type tongue struct {
	tag      string // base language, such as "en"; "" where unknown
	unspaced bool   // written without spaces between words

	stop        wordSet  // function words
	determiners wordSet  // words that a noun follows
	linkers     wordSet  // words that may stand inside a noun phrase: "of"
	after       wordSet  // words that follow a noun: "of", "is", postpositions
	pronouns    wordSet  // subject pronouns, which need somebody to stand for
	pointing    wordSet  // demonstratives: "this", "such"
	generic     wordSet  // nouns too empty to ask for or to make a title of
	abbrev      wordSet  // abbreviations that never end a sentence, without the last stop
	numbered    wordSet  // abbreviations before a number: "no", "fig"
	orders      wordSet  // first words of tasks set to the reader
	negations   wordSet  // words that turn a question round: "not", "except"
	ties        []string // openings that continue the sentence before
	laters      []string // times counted from the sentence before
	outward     []string // phrases that point out of the text: "figure 3"
	aside       []string // phrases that speak of the book or to the student
	skipped     []string // headings of parts that are not narrated
	cuts        wordSet  // where words are not spaced: words that end a stretch
	kept        wordSet  // words that hold one of cuts
	edges       wordSet  // letters that no word found in a text begins or ends with
	joints      string   // letters and marks between the members of an enumeration, where words are not spaced
	plain       []string // headings that say nothing: "Introduction"
	parts       []string // words before a heading's number: "Chapter"
	keys        []string // words that open an answer key
	yes, no     []string // "true" and "false", the first as it is shown
	and         string
	ordinals    bool   // "3." is an ordinal number
	nounCaps    bool   // nouns have capitals, as in German
	adjAfter    bool   // adjectives follow the noun
	evidence    string // explanation with %d for the page and %s for the sentence
	says        string // asks which sentence the text says
	defining    []definingPattern
}

// wordSet is a set of lower-case words.
type wordSet map[string]bool

func newWordSet(words ...string) wordSet {
	set := wordSet{}
	for _, list := range words {
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
	}
	return set
}

// phrases splits a list written with bars between its members.
func phrases(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
}

// tongues are the languages with data of their own, made once.
var tongues = sync.OnceValue(func() map[string]*tongue {
	all := map[string]*tongue{}
	for _, t := range []*tongue{englishTongue(), spanishTongue(), frenchTongue(), germanTongue(), portugueseTongue(), italianTongue(), arabicTongue(), hindiTongue(), chineseTongue(), japaneseTongue(), thaiTongue()} {
		all[t.tag] = t
	}
	return all
})

// tongueOf gives the tongue of the document's language. Unknown languages get
// one that knows only how they are written.
func tongueOf(doc *story.Document) *tongue {
	tag, _, _ := strings.Cut(strings.ToLower(doc.Language), "-")
	if t, ok := tongues()[tag]; ok {
		return t
	}
	if tag == "und" {
		tag = ""
	}
	t := &tongue{
		tag:      tag,
		unspaced: writtenUnspaced(doc),
		abbrev:   newWordSet(commonAbbreviations),
		numbered: newWordSet(commonNumbered),
		ordinals: strings.Contains(" da nb nn no fi cs sk pl hu hr sr sl et lv tr is ", " "+tag+" "),
	}
	t.addBrief()
	return t
}

// sampleRunes is how much of a document is looked at to tell its script.
const sampleRunes = 5000

// writtenUnspaced reports whether most of the document's letters belong to
// scripts without spaces between words.
func writtenUnspaced(doc *story.Document) bool {
	letters, unspaced := 0, 0
	for _, b := range doc.Blocks {
		for _, r := range b.Text {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			if unspacedRune(r) {
				unspaced++
			}
		}
		if letters > sampleRunes {
			break
		}
	}
	return unspaced*2 > letters
}

func unspacedRune(r rune) bool { return r >= 0x0E00 && (ideographic(r) || thaiLike(r)) }

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー'
}

// thaiLike reports whether r belongs to a script of South-East Asia written
// without spaces between words; marks count.
func thaiLike(r rune) bool {
	return r < 0x1800 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

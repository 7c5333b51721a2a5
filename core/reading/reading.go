// Package reading measures how hard a text is to read: the Flesch-Kincaid
// grade of English, and for other languages the lengths of sentences and of
// words, which are all that can be measured without a formula of their own.
//
// Called by speech, ondevice, core and ui, for the text that a teacher types at
// every key too. Imports the standard library only.
package reading

import (
	"fmt"
	"math"
	"strings"
)

// Level is how hard a text is to read. The zero value is that of no text.
type Level struct {
	// Grade is the school grade whose pupils can read the text, from 0; 13
	// and more are beyond school. It has a meaning where Known is true, which
	// is for English only.
	Grade float64
	Known bool
	// Load orders texts of one language: the higher, the harder to read. For
	// English it is the Flesch-Kincaid grade, unbounded; for other languages
	// it adds up the lengths below: it is no grade, but has about the steps of
	// one.
	Load float64

	Sentences int
	Words     int // in a script without spaces between words: 0
	// WordsPerSentence is 0 in scripts without spaces between words;
	// LettersPerSentence stands in for it.
	WordsPerSentence   float64
	LettersPerSentence float64 // letters and digits; marks are none
	LettersPerWord     float64 // 0 in scripts without spaces between words
	SyllablesPerWord   float64 // of English; else 0

	// Say is what a teacher is told, such as "reads at grade 5.2" or
	// "8.4 words to a sentence, 5.1 letters to a word"; empty: there is no text.
	Say string
}

// Weights of the Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a
// word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, "Derivation of new
// readability formulas", Research Branch Report 8-75, 1975).
const (
	fleschSentence = 0.39
	fleschWord     = 11.8
	fleschLess     = 15.59
)

// Weights by which the texts of another language are ordered: those that the
// automated readability index gives to words a sentence and letters a word
// (Senter and Smith, AMRL-TR-66-220, 1967). Its grades are of English alone.
const (
	indexSentence = 0.5
	indexWord     = 4.71
)

// lastGrade is the last of school.
const lastGrade = 12

// Measure measures the sentences of a text, each of which is one, in a language
// (BCP 47). It takes about as long as it takes to look at every letter once.
func Measure(language string, sentences []string) Level {
	english := base(language) == "en"
	var l Level
	var inWords, ideographs, others, syllables int
	for _, s := range sentences {
		c := Count(s)
		if c.Words+c.Ideographs+c.Letters == 0 {
			continue
		}
		l.Sentences++
		l.Words += c.Words
		inWords += c.InWords
		ideographs += c.Ideographs
		others += c.Letters
		if english {
			for w := range Words(s) {
				syllables += Syllables(w)
			}
		}
	}
	if l.Sentences == 0 {
		return Level{}
	}
	l.LettersPerSentence = float64(inWords+ideographs+others) / float64(l.Sentences)
	if ideographs+others > inWords {
		l.Load = indexSentence * float64(Counts{Words: l.Words, Ideographs: ideographs, Letters: others}.Length()) / float64(l.Sentences)
		l.Words = 0
		l.Say = fmt.Sprintf("%.1f characters to a sentence", l.LettersPerSentence)
		return l
	}
	l.WordsPerSentence = float64(l.Words) / float64(l.Sentences)
	l.LettersPerWord = float64(inWords) / float64(l.Words)
	if !english {
		l.Load = indexSentence*l.WordsPerSentence + indexWord*l.LettersPerWord
		l.Say = fmt.Sprintf("%.1f words to a sentence, %.1f letters to a word", l.WordsPerSentence, l.LettersPerWord)
		return l
	}
	l.Known = true
	l.SyllablesPerWord = float64(syllables) / float64(l.Words)
	l.Load = fleschSentence*l.WordsPerSentence + fleschWord*l.SyllablesPerWord - fleschLess
	l.Grade = max(0, l.Load)
	l.Say = sayGrade(l.Grade)
	return l
}

func sayGrade(grade float64) string {
	switch tenths := math.Round(grade*10) / 10; {
	case tenths < 0.5:
		return "reads at kindergarten"
	case tenths >= lastGrade+1:
		return fmt.Sprintf("reads above grade %d", lastGrade)
	default:
		return fmt.Sprintf("reads at grade %.1f", tenths)
	}
}

// base gives the language of a tag without region or script, in small letters.
func base(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return tag
}

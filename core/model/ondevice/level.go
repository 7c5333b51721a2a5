package ondevice

import (
	"math"

	"edusmart/core/reading"
)

// band is what is asked of the text for a range of grades.
type band struct {
	grade        int     // the highest of the band
	sentence     int     // words of a good sentence at most
	longest      int     // words of the longest bearable sentence
	page         int     // words of a page at most
	mostOnPage   int     // sentences
	hardSyllable float64 // share of long words from which on a sentence is too hard
}

// bands follow the sentence lengths of graded readers: a Flesch-Kincaid grade
// of g, with words of 1.4 syllables, allows about 2.5 g + 3 words a sentence.
func bands() []band {
	return []band{
		{grade: 1, sentence: 9, longest: 16, page: 30, mostOnPage: 3, hardSyllable: 0.10},
		{grade: 3, sentence: 12, longest: 20, page: 44, mostOnPage: 4, hardSyllable: 0.15},
		{grade: 5, sentence: 15, longest: 26, page: 58, mostOnPage: 4, hardSyllable: 0.20},
		{grade: 8, sentence: 19, longest: 34, page: 76, mostOnPage: 4, hardSyllable: 0.28},
		{grade: 12, sentence: 24, longest: 44, page: 92, mostOnPage: 4, hardSyllable: 0.40},
	}
}

func bandOf(grade int) band {
	all := bands()
	for _, b := range all {
		if grade <= b.grade {
			return b
		}
	}
	return all[len(all)-1]
}

// length is the factor for a sentence of so many words: 1 up to the good
// length, 0.5 at the longest bearable one, and falling on.
func (b band) length(words int) float64 {
	over := float64(words-b.sentence) / float64(b.longest-b.sentence)
	if over <= 0 {
		return 1
	}
	return math.Pow(0.5, over*over)
}

// ease is the factor for the words of a sentence: 1 where few are long, less
// the more of them there are. Long means three syllables or more in English,
// and eight letters or more elsewhere; languages that build longer words are
// measured against their own average.
func (c *corpus) ease(p *passage, average float64) float64 {
	if len(p.words) == 0 || c.tongue.unspaced {
		return 1
	}
	share := c.longWords(p)
	over := share - math.Max(average, c.band.hardSyllable)
	if over <= 0 {
		return 1
	}
	return 1 / (1 + 3*over)
}

const (
	longSyllables = 3
	longLetters   = 8
)

// longWords is the share of long words among the words of a sentence.
func (c *corpus) longWords(p *passage) float64 {
	if len(p.words) == 0 {
		return 0
	}
	long := 0
	for _, w := range p.words {
		if c.tongue.tag == "en" && reading.Syllables(w.lower) >= longSyllables || c.tongue.tag != "en" && letters(w.lower) > longLetters {
			long++
		}
	}
	return float64(long) / float64(len(p.words))
}

func letters(word string) int {
	n := 0
	for range word {
		n++
	}
	return n
}

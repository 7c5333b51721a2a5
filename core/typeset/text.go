package typeset

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// MaxRunes is how much of a text is set: what follows is left out. It is far
// more than any page holds.
const MaxRunes = 20_000

// Text is what is set: the sentences of a page.
type Text struct {
	Sentences []string
	// Words are the words that can be lit and hit, in the order spoken. Nil
	// stands for the words found in the sentences.
	Words    []Range
	Language string // BCP 47; "" when unknown
}

// Range is a stretch of a sentence: bytes From to To (exclusive).
type Range struct{ Sentence, From, To int }

// Spacing is what the shape of a text depends on beside the letters. The zero
// value is a running paragraph, spaced as the font's maker meant it.
type Spacing struct {
	// Letter is added after every cluster of letters, in ems. Scripts whose
	// letters hang together (Arabic, Devanagari) are not pulled apart: there
	// it widens the spaces instead.
	Letter float32
	// Word is added to every space, in ems.
	Word float32
	// ByLine begins each sentence on a line of its own.
	ByLine bool
}

// EasyReading is the spacing for readers with dyslexia, within what WCAG 2.2
// (success criterion 1.4.12) asks a text to bear.
func EasyReading() Spacing { return Spacing{Letter: 0.07, Word: 0.16} }

// source is the sentences as one row of runes, with the way back to bytes.
type source struct {
	runes  []rune
	offset []int  // of each rune, in bytes of its sentence
	spans  []span // the runes of each sentence
	ends   []int  // the byte of each sentence at which its runes end
}

// span is runes from to to (exclusive).
type span struct{ from, to int }

func (s span) empty() bool { return s.from >= s.to }

// read joins the sentences. Controls and line ends become spaces, so that
// runes and the letters of the sentences stay in step.
func read(t Text) source {
	var s source
	for _, sentence := range t.Sentences {
		if n := len(s.runes); n > 0 && n < MaxRunes && needsSpace(s.runes[n-1], sentence) {
			s.runes = append(s.runes, ' ')
			s.offset = append(s.offset, 0)
		}
		from, end := len(s.runes), len(sentence)
		for i, r := range sentence {
			if len(s.runes) == MaxRunes {
				end = i
				break
			}
			if unicode.IsControl(r) || r == 0x2028 || r == 0x2029 {
				r = ' '
			}
			s.runes = append(s.runes, r)
			s.offset = append(s.offset, i)
		}
		s.spans = append(s.spans, span{from, len(s.runes)})
		s.ends = append(s.ends, end)
	}
	return s
}

// needsSpace reports whether a space belongs between two sentences: not after
// the full stop of Chinese and Japanese, which has its own.
func needsSpace(last rune, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return !unicode.IsSpace(last) && !unicode.IsSpace(first) && !wideStop(last)
}

func wideStop(r rune) bool {
	return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

// runesOf gives the runes of a range; a range that lies outside its sentence
// is cut to it.
func (s *source) runesOf(r Range) span {
	if r.Sentence < 0 || r.Sentence >= len(s.spans) {
		return span{}
	}
	in := s.spans[r.Sentence]
	return span{s.runeAt(in, r.From), s.runeAt(in, r.To)}
}

// runeAt gives the first rune of a sentence that begins at or after a byte.
func (s *source) runeAt(in span, at int) int {
	lo, hi := in.from, in.to
	for lo < hi {
		mid := (lo + hi) / 2
		if s.offset[mid] < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// byteAt gives the byte of a sentence at which a rune begins, or at which the
// sentence ends.
func (s *source) byteAt(sentence, to int) int {
	if to < s.spans[sentence].to {
		return s.offset[to]
	}
	return s.ends[sentence]
}

// sentenceAt gives the sentence of a rune, -1 between sentences.
func (s *source) sentenceAt(r int) int {
	for i, in := range s.spans {
		if r >= in.from && r < in.to {
			return i
		}
	}
	return -1
}

// findWords finds the words of sentences that come without (UAX 29). Where a
// script puts no spaces between words and letters are all that UAX 29 sees,
// it gives the longer pieces between places that bear a line break.
func findWords(sentences []string) []Range {
	var words []Range
	var seg segmenter.Segmenter
	total := 0
	for i, sentence := range sentences {
		runes := []rune(sentence)
		if total += len(runes); total > MaxRunes {
			break
		}
		offset := make([]int, 0, len(runes)+1)
		for at := range sentence {
			offset = append(offset, at)
		}
		offset = append(offset, len(sentence))
		breaks := findBreaks(runes)
		seg.Init(runes)
		last := -1 // where the word before ends
		for it := seg.WordIterator(); it.Next(); {
			w := it.Word()
			to := w.Offset + len(w.Text)
			if w.Offset == last && breaks[last] < syllableOK {
				words[len(words)-1].To = offset[to]
			} else {
				words = append(words, Range{i, offset[w.Offset], offset[to]})
			}
			last = to
		}
	}
	return words
}

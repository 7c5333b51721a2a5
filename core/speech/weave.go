package speech

import (
	"slices"
	"time"

	"edusmart/core/story"
)

// between is the silence that is added between a sentence and its counterpart
// in another language, besides the pauses that they bring along.
const between = 250 * time.Millisecond

// Strand is the sound of a page in one language.
type Strand struct {
	PCM       []int16
	Rate      int    // samples a second
	Sentences []Span // when each is heard, in order
}

// Piece says where the sound of a sentence has come to: what was heard at From
// seconds of its own sound is heard at At.
type Piece struct{ From, At float64 }

// Weave gives one sound of two, sentence by sentence: the first of a, the first
// of b, the second of a and so on, at the rate and the loudness of a. Both have
// as many sentences. Pauses belong to the sentences around them; nothing is
// left out.
func Weave(a, b Strand) (pcm []int16, pieces [2][]Piece) {
	if b.Rate != a.Rate {
		b.PCM, b.Rate = Resample(b.PCM, b.Rate, a.Rate), a.Rate
	} else {
		b.PCM = append([]int16(nil), b.PCM...)
	}
	SetLevel(b.PCM, b.Rate, Level(a.PCM, a.Rate))
	cuts := [2][]int{a.cuts(), b.cuts()}
	gap := make([]int16, Samples(between, a.Rate))
	for i := range min(len(a.Sentences), len(b.Sentences)) {
		for side, s := range [2]Strand{a, b} {
			from, to := cuts[side][i], cuts[side][i+1]
			pieces[side] = append(pieces[side], Piece{From: float64(from) / float64(a.Rate), At: float64(len(pcm)) / float64(a.Rate)})
			pcm = append(append(pcm, s.PCM[from:to]...), gap...)
		}
	}
	return pcm, pieces
}

// cuts gives where the sound is cut into its sentences: their beginnings, and
// the end.
func (s Strand) cuts() []int {
	cuts := make([]int, len(s.Sentences)+1)
	cuts[len(s.Sentences)] = len(s.PCM)
	end := 0.0
	for i, span := range s.Sentences {
		if i > 0 {
			from := min(max(int(end*float64(s.Rate)), cuts[i-1]), len(s.PCM))
			to := min(max(int(span.Start*float64(s.Rate)), from), len(s.PCM))
			if span.End <= span.Start {
				to = from // it is not heard
			}
			cuts[i] = from
			if to > from {
				cuts[i] = Quietest(s.PCM, s.Rate, from, to)
			}
		}
		end = max(end, span.End)
	}
	return cuts
}

// Moved gives words of a strand the times at which they are heard in the woven
// sound.
func Moved(words []story.Word, pieces []Piece) []story.Word {
	out := slices.Clone(words)
	for i := range out {
		if at := out[i].Sentence; at < len(pieces) {
			by := pieces[at].At - pieces[at].From
			out[i].Start, out[i].End = max(0, out[i].Start+by), max(0, out[i].End+by)
		}
	}
	return out
}

// Spans gives when each of n sentences is heard, from its words. A sentence
// without words has no length.
func Spans(words []story.Word, n int) []Span {
	spans := make([]Span, n)
	for _, w := range words {
		s := &spans[w.Sentence]
		if s.End == s.Start {
			*s = Span{Start: w.Start, End: w.End}
		}
		s.Start, s.End = min(s.Start, w.Start), max(s.End, w.End)
	}
	return spans
}

package speech

import (
	"math"
	"slices"
	"time"

	"edusmart/core/story"
)

// Timed is spoken text whose times are known: the reference of an alignment.
type Timed struct {
	PCM   []int16
	Rate  int // samples a second
	Words []story.Word
}

// Fit tells how far an alignment can be trusted.
type Fit struct {
	// Score is how much more alike the two sounds are than speech that says
	// something else: 0 not at all, 1 the same sound. Another voice that says
	// the same reaches 0.1 to 0.4.
	Score float64
	Level Trust
}

// Trust is what of an alignment can be shown.
type Trust int

// The levels of trust, the least first.
const (
	None       Trust = iota // the sound says something else, or nothing: sentences are estimated
	BySentence              // parts of it say something else: only sentences are told
	ByWord
)

// maxAligned bounds the sound that is aligned; the path of a longer one would
// take too much memory.
const maxAligned = 20 * time.Minute

// Align finds when each of the words of ref is heard in other sound of the
// same sentences, where ref is those sentences in another voice. It works as
// forced alignment by synthesis does: both sounds are turned to cepstra, and
// the path of dynamic time warping carries the times of one over to the other
// (Malfrère and Dutoit, "High-quality speech synthesis for phonetic speech
// segmentation", Eurospeech 1997).
//
// The words are in order, do not overlap and lie within the sound. Where the
// Fit is not ByWord there is one of them for each sentence that has words, with
// the whole sentence for its Text.
func Align(ref Timed, pcm []int16, rate int, sentences []string) ([]story.Word, Fit) {
	var words []story.Word
	var fit Fit
	if usable(ref.PCM, ref.Rate) && usable(pcm, rate) && belong(ref.Words, sentences) {
		if m := match(ref.PCM, ref.Rate, pcm, rate); m != nil {
			words = m.words(ref.Words, float64(len(pcm))/float64(rate))
			fit = m.judge(ref.Words, words)
		}
	}
	switch fit.Level {
	case ByWord:
		return words, fit
	case BySentence:
		return bySentence(words, sentences), fit
	}
	return bySentence(Place(sentences, pcm, rate), sentences), fit
}

// usable reports whether sound can be aligned.
func usable(pcm []int16, rate int) bool {
	return rate >= minRate && rate <= maxRate && len(pcm) > 0 && Duration(len(pcm), rate) <= maxAligned
}

// belong reports whether there are words and all lie in the sentences and at
// some time.
func belong(words []story.Word, sentences []string) bool {
	for _, w := range words {
		if w.Sentence < 0 || w.Sentence >= len(sentences) || w.From < 0 || w.From > w.To || w.To > len(sentences[w.Sentence]) {
			return false
		}
		if !(w.Start >= 0 && w.Start <= w.End && w.End <= maxAligned.Seconds()) {
			return false
		}
	}
	return len(words) > 0
}

// bySentence makes one word of all the words of a sentence.
func bySentence(words []story.Word, sentences []string) []story.Word {
	var out []story.Word
	for _, w := range words {
		if n := len(out); n > 0 && out[n-1].Sentence == w.Sentence {
			out[n-1].End = milliseconds(w.End)
			continue
		}
		whole := sentences[w.Sentence]
		out = append(out, story.Word{
			Text: whole, Start: milliseconds(w.Start), End: milliseconds(w.End), Sentence: w.Sentence, To: len(whole),
		})
	}
	return out
}

// How a sound is prepared for its path.
const (
	longPause = 12 // frames of a pause of which the middle is left out
	pauseEdge = 4  // frames that are kept at each of its ends
)

// track is sound on its way to the path: its frames without the middles of
// long pauses, which are as long as each voice likes.
type track struct {
	*spectrum
	kept []vector
	at   []int // the frame of the spectrum that each kept one is
}

func newTrack(s *spectrum, floor *[bands]float64) *track {
	t := &track{spectrum: s}
	v := s.vectors(floor)
	for from := 0; from < len(v); {
		past := from
		for past < len(v) && s.sounds[past] == s.sounds[from] {
			past++
		}
		for i := from; i < past; i++ {
			inner := from > 0 && past < len(v)
			head, tail := from > 0 && i-from < pauseEdge, past < len(v) && past-i <= pauseEdge
			if s.sounds[i] || inner && past-from < longPause || head || tail {
				t.kept, t.at = append(t.kept, v[i]), append(t.at, i)
			}
		}
		from = past
	}
	return t
}

// backwards gives the track as it sounds played from its end.
func (t *track) backwards() *track {
	back := &track{
		spectrum: &spectrum{sounds: slices.Clone(t.sounds)},
		kept:     slices.Clone(t.kept), at: slices.Clone(t.at),
	}
	slices.Reverse(back.sounds)
	slices.Reverse(back.kept)
	slices.Reverse(back.at)
	for i := range back.kept {
		for k := cepstra; k < features; k++ {
			back.kept[i][k] = -back.kept[i][k] // what rose falls
		}
		back.at[i] = len(t.sounds) - 1 - back.at[i]
	}
	return back
}

// matching carries times over from the known sound to the heard one.
type matching struct {
	known, heard *track
	path         *path
	after        []int // for each frame of known, the first kept one not before it
}

// match finds the path between two sounds; nil where one of them is silence.
func match(known []int16, knownRate int, heard []int16, heardRate int) *matching {
	highest := math.Min(highestHz, 0.45*float64(min(knownRate, heardRate)))
	a, b := newSpectrum(known, knownRate, highest), newSpectrum(heard, heardRate, highest)
	if !slices.Contains(a.sounds, true) || !slices.Contains(b.sounds, true) {
		return nil
	}
	floor := a.floors()
	for band, f := range b.floors() {
		floor[band] = math.Max(floor[band], f)
	}
	m := &matching{known: newTrack(a, &floor), heard: newTrack(b, &floor)}
	m.path = findPath(m.known, m.heard)
	m.after = make([]int, len(a.mel)+1)
	k := 0
	for i := range m.after {
		for k < len(m.known.at) && m.known.at[k] < i {
			k++
		}
		m.after[i] = k
	}
	return m
}

// onset gives the frame, and the part of one, at which what begins at seconds
// of the known sound begins in the heard one: between the last frame that
// answers to what is before and the first that answers to what is after.
func (m *matching) onset(seconds float64) float64 {
	frame := int(math.Ceil(math.Max(seconds, 0) / hop))
	after := min(m.after[min(frame, len(m.after)-1)], len(m.path.first)-1)
	at := m.heard.at
	if after == 0 {
		return float64(at[0])
	}
	return float64(at[m.path.last[after-1]]+at[m.path.first[after]]) / 2
}

// words gives the known words with their times in the heard sound, which lasts
// length seconds.
func (m *matching) words(known []story.Word, length float64) []story.Word {
	out := slices.Clone(known)
	last := 0.0
	for i := range out {
		start := m.heard.afterPause(m.onset(known[i].Start)) * hop
		last = min(max(last, start), length)
		out[i].Start = milliseconds(last)
	}
	for i := range out {
		end := length
		if i+1 < len(out) {
			end = out[i+1].Start
		}
		out[i].End = out[i].Start
		if known[i].End > known[i].Start {
			out[i].End = max(out[i].Start, min(end, milliseconds(m.heard.soundsUntil(end))))
		}
	}
	return out
}

// milliseconds rounds seconds down, for a file that people may read.
func milliseconds(seconds float64) float64 { return math.Floor(seconds*1000) / 1000 }

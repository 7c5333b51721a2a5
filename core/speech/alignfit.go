package speech

import (
	"math"
	"slices"

	"edusmart/core/story"
)

// What is trusted. The limits were set between pages in voices other than the
// reference's, clean and with 20 dB of noise, where the worst sentence scores
// 0.06 and lasts within a factor of 1.5 of what the others let expect, and
// pages that say something else, or less, or more, where the worst sentence
// scores at most 0.04 or is off by a factor of 1.9 or more.
const (
	leastScore    = 0.045 // of each sentence, that its words are told
	leastOfBest   = 0.4   // of each sentence, as a share of the page's best
	leastOfPage   = 0.05  // of the page, that its sentences are told
	widestStretch = 0.5   // natural logarithm, against the page's other sentences
	widestPage    = 1.4   // natural logarithm, of the page against the reference
)

// sentenceFit is what is known of one sentence's alignment.
type sentenceFit struct {
	score   float64
	stretch float64 // natural logarithm of its length against the reference's
}

// judge tells how far times can be trusted. The cost of the path alone tells
// little, since it differs from voice to voice: it is held against the cost of
// the path to the same sound played backwards, which says nothing at all.
func (m *matching) judge(known, heard []story.Word) Fit {
	nothing := meanCost(findPath(m.known, m.heard.backwards()), m.known, 0, math.Inf(1))
	if nothing <= 0 {
		return Fit{} // a sound that is the same forwards and backwards is no speech
	}
	score := func(from, to float64) float64 {
		return math.Max(0, 1-meanCost(m.path, m.known, from, to)/nothing)
	}
	fit := Fit{Score: score(0, math.Inf(1)), Level: ByWord}
	var all []sentenceFit
	var stretches []float64
	for from := 0; from < len(known); {
		past := from
		for past < len(known) && known[past].Sentence == known[from].Sentence {
			past++
		}
		a, b := known[past-1].End-known[from].Start, heard[past-1].End-heard[from].Start
		if a > 0 {
			s := sentenceFit{score(known[from].Start, known[past-1].End), math.Log(math.Max(b, hop) / a)}
			all, stretches = append(all, s), append(stretches, s.stretch)
		}
		from = past
	}
	usual, best := percentile(stretches, 0.5), 0.0
	for _, s := range all {
		best = max(best, s.score)
	}
	if fit.Score < leastOfPage || len(all) == 0 || math.Abs(usual) > widestPage {
		fit.Level = None
		return fit
	}
	if slices.ContainsFunc(all, func(s sentenceFit) bool {
		return s.score < max(leastScore, leastOfBest*best) || math.Abs(s.stretch-usual) > widestStretch
	}) {
		fit.Level = BySentence
	}
	return fit
}

// meanCost is the mean cost of a path over the frames of the known sound from
// one second to another that are no pause.
func meanCost(p *path, known *track, from, to float64) float64 {
	sum, n := 0.0, 0
	for i, c := range p.cost {
		if at := known.at[i]; known.sounds[at] && float64(at)*hop >= from && float64(at)*hop < to {
			sum += float64(c)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

package ondevice

import (
	"slices"

	"edusmart/core/speech"
)

// anchor is the known beginning of a word.
type anchor struct {
	word   int
	sample int
}

// wordTimes gives when each of the words of an utterance is heard, in seconds
// of its sound, which lasts from sample from to to. The engine's marks say
// when words begin; engines read several words as one ("1 250"), one as
// several ("re-use", "U.S."), or tell of a word out of turn, so that a mark
// counts only in order, and words without one share the time between their
// neighbours by their syllables.
func (p *spokenPage) wordTimes(part saidPart, words []spokenWord, h voicedText, from, to int) []speech.Span {
	anchors := inOrder(wordAnchors(words, h.marks, part.lo))
	if len(anchors) == 0 {
		p.guessed = true
		return p.estimated(part, words, h)
	}
	starts := make([]int, len(words)+1)
	starts[len(words)] = to
	if anchors[0].word > 0 {
		anchors = slices.Insert(anchors, 0, anchor{0, from})
	}
	for i, a := range anchors {
		next := anchor{len(words), to}
		if i+1 < len(anchors) {
			next = anchors[i+1]
		}
		a.sample = min(max(a.sample, from), to)
		next.sample = min(max(next.sample, a.sample), to)
		shareOut(starts[a.word:next.word], words[a.word:next.word], a.sample, next.sample)
	}
	spans := make([]speech.Span, len(words))
	for i := range spans {
		start, end := starts[i], max(starts[i], starts[i+1])
		// A pause after a word is no part of it.
		if f, t := speech.Voiced(h.pcm[start:end], h.rate, quiet); t > f {
			end = start + t
		}
		spans[i] = speech.Span{Start: float64(start) / float64(h.rate), End: float64(end) / float64(h.rate)}
	}
	return spans
}

// wordAnchors gives for each mark the word that it is in, or the next one;
// the first mark of a word counts. lo is the utterance's first character in
// the sentence.
func wordAnchors(words []spokenWord, marks []voiceMark, lo int) []anchor {
	var anchors []anchor
	for _, m := range marks {
		i, _ := slices.BinarySearchFunc(words, m.at+lo, func(w spokenWord, at int) int {
			if w.hi <= at {
				return -1
			}
			return 1
		})
		for i < len(words) && words[i].weight == 0 {
			i++
		}
		if i == len(words) || len(anchors) > 0 && anchors[len(anchors)-1].word == i {
			continue
		}
		anchors = append(anchors, anchor{i, m.sample})
	}
	return anchors
}

// inOrder gives the longest run of anchors in which each stands for a later
// word than the one before: the longest increasing subsequence, by patience
// sorting.
func inOrder(anchors []anchor) []anchor {
	var piles []int // the anchor on top of each pile
	before := make([]int, len(anchors))
	for i, a := range anchors {
		at, _ := slices.BinarySearchFunc(piles, a.word, func(top, word int) int { return anchors[top].word - word })
		before[i] = -1
		if at > 0 {
			before[i] = piles[at-1]
		}
		if at == len(piles) {
			piles = append(piles, i)
		} else if anchors[piles[at]].word != a.word {
			piles[at] = i
		}
	}
	if len(piles) == 0 {
		return nil
	}
	run := make([]anchor, 0, len(piles))
	for i := piles[len(piles)-1]; i >= 0; i = before[i] {
		run = append(run, anchors[i])
	}
	slices.Reverse(run)
	return run
}

// shareOut divides the samples from start to end among words by their
// syllables.
func shareOut(starts []int, words []spokenWord, start, end int) {
	var sum, done float64
	for _, w := range words {
		sum += w.weight
	}
	for i, w := range words {
		starts[i] = start
		if sum > 0 {
			starts[i] = start + int(float64(end-start)*done/sum)
		}
		done += w.weight
	}
}

// estimated gives the times where the engine told none.
func (p *spokenPage) estimated(part saidPart, words []spokenWord, h voicedText) []speech.Span {
	text := p.sentences[part.sentence]
	texts := make([]string, len(words))
	pauses := make([]bool, len(words))
	for i, w := range words {
		texts[i] = text[w.from:w.to]
		end := len(text)
		if i+1 < len(words) {
			end = words[i+1].from
		}
		pauses[i] = hasPause(text[w.to:end])
	}
	return speech.Spread(texts, pauses, h.pcm, h.rate)
}

// hasPause reports whether a reader pauses at what stands between two words.
func hasPause(between string) bool {
	for _, r := range between {
		switch r {
		case ',', ';', ':', '.', '!', '?', '…', '—', '–', '،', '؛', '؟', '।', '、', '，', '。', '；', '：', '！', '？':
			return true
		}
	}
	return false
}

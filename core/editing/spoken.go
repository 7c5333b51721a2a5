package editing

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// sound is narration that was read.
type sound struct {
	pcm  []int16
	rate int
}

// piece is the sound of one sentence, with half of the pause before it and
// half of that after it.
type piece struct {
	asset string // the narration it was cut from; empty: of none that is kept
	at    int    // its first sample there
	last  bool   // it goes to the end of that narration
	sound
	words  []story.Word // their times are from the piece's beginning
	timing story.Timing
}

// follows reports whether q comes right after p in the same narration.
func (p *piece) follows(q *piece) bool {
	return p.asset != "" && q.asset == p.asset && q.at+len(q.pcm) == p.at
}

// lead and trail are the pauses before its first word and after its last, in
// samples.
func (p *piece) lead() int {
	if len(p.words) == 0 {
		return 0
	}
	return p.sample(p.words[0].Start)
}

func (p *piece) trail() int {
	if len(p.words) == 0 {
		return 0
	}
	return len(p.pcm) - p.sample(p.words[len(p.words)-1].End)
}

func (p *piece) sample(second float64) int {
	return min(max(int(second*float64(p.rate)), 0), len(p.pcm))
}

// spoken is a sentence with its sound.
type spoken struct {
	story.Sentence
	piece   *piece // nil: nobody has spoken it
	origins []int  // which of the page's sentences it was made of
}

// speakable reports whether there is anything to say in a sentence.
func speakable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// read gives the narration of an asset; nil where there is none.
func (w *work) read(asset string) *sound {
	if asset == "" {
		return nil
	}
	if s, done := w.sound[asset]; done {
		return s
	}
	var s *sound
	if data, err := w.Library.ReadAsset(w.story.ID, asset); err == nil {
		if pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data)); err == nil && len(pcm) > 0 {
			s = &sound{pcm, rate}
		}
	}
	w.sound[asset] = s
	return s
}

// lift cuts the narration of a page at the borders of its sentences.
func (w *work) lift(t *story.LevelPage) []spoken {
	list := make([]spoken, len(t.Sentences))
	for i, s := range t.Sentences {
		list[i] = spoken{Sentence: s, origins: []int{i}}
	}
	snd := w.read(t.Narration)
	if snd == nil {
		return list
	}
	words, timing := t.Words, t.Timing
	if len(words) == 0 {
		texts := make([]string, len(list))
		for i := range list {
			texts[i] = list[i].Text
		}
		words, timing = speech.Place(texts, snd.pcm, snd.rate), story.Estimated
	}
	heard := heardOf(words)
	if heard == nil {
		return list
	}
	cuts := cutsOf(snd, heard, timing)
	for k, h := range heard {
		p := &piece{
			asset: t.Narration, at: cuts[k], last: k == len(heard)-1,
			sound: sound{snd.pcm[cuts[k]:cuts[k+1]], snd.rate}, timing: timing,
		}
		for _, word := range h.words {
			p.words = append(p.words, shifted(word, -float64(cuts[k])/float64(snd.rate), p.length()))
		}
		list[h.sentence].piece = p
	}
	return list
}

func (s *sound) length() float64 { return float64(len(s.pcm)) / float64(s.rate) }

// shifted gives a word heard so much later, within a sound of that length.
func shifted(w story.Word, by, length float64) story.Word {
	w.Start = seconds(min(max(w.Start+by, 0), length))
	w.End = seconds(min(max(w.End+by, w.Start), length))
	return w
}

// heardSentence is when a sentence is heard.
type heardSentence struct {
	sentence   int
	start, end float64
	words      []story.Word
}

// heardOf gathers the words of each sentence, in the order heard; nil where
// sentences are heard mixed up, so that they cannot be cut apart.
func heardOf(words []story.Word) []heardSentence {
	var heard []heardSentence
	for _, word := range words {
		if n := len(heard); n > 0 && heard[n-1].sentence == word.Sentence {
			h := &heard[n-1]
			h.end = max(h.end, word.End)
			h.words = append(h.words, word)
			continue
		}
		if slices.ContainsFunc(heard, func(h heardSentence) bool { return h.sentence == word.Sentence }) {
			return nil
		}
		heard = append(heard, heardSentence{word.Sentence, word.Start, word.End, []story.Word{word}})
	}
	if !sort.SliceIsSorted(heard, func(i, j int) bool { return heard[i].start < heard[j].start }) {
		return nil
	}
	return heard
}

// How far from the times of words a cut may lie, in seconds: those that a voice
// has told are exact, others are not.
const (
	slackTold    = 0.02
	slackAligned = 0.12
)

// cutsOf gives where to cut: before each of the heard sentences, and the end.
func cutsOf(s *sound, heard []heardSentence, timing story.Timing) []int {
	slack := slackAligned
	if timing == story.Told {
		slack = slackTold
	}
	at := func(second float64) int { return min(max(int(second*float64(s.rate)), 0), len(s.pcm)) }
	cuts := []int{0}
	for k := 1; k < len(heard); k++ {
		before, after := heard[k-1], heard[k]
		from, to := min(before.end, after.start), max(before.end, after.start)
		from, to = max(from-slack, before.start), min(to+slack, after.end)
		cut := speech.Quietest(s.pcm, s.rate, at(from), at(to))
		cuts = append(cuts, max(cut, cuts[k-1]))
	}
	return append(cuts, len(s.pcm))
}

// lower puts sentences and their sound into a page. What was spoken before is
// found again; what was not leaves the page's voice pending.
func (w *work) lower(t *story.LevelPage, list []spoken) error {
	t.Second = second(t, list)
	t.Sentences = nil
	var pieces []*piece
	missing := false
	for i := range list {
		s := &list[i]
		if s.piece == nil && w.voiced(t) {
			s.piece = w.recall(t, s.Text, list)
		}
		if s.piece == nil {
			missing = missing || speakable(s.Text)
		} else {
			pieces = append(pieces, s.piece)
		}
		t.Sentences = append(t.Sentences, s.Sentence)
	}
	if len(t.Sentences) == 0 {
		t.Sentences = []story.Sentence{}
	}
	starts, err := w.join(t, pieces)
	if err != nil {
		return err
	}
	place(t, list, starts)
	switch {
	case !w.voiced(t):
	case missing:
		t.Spoken = story.Part{State: story.Pending, Source: t.Spoken.Source}
	case len(pieces) == 0:
		t.Spoken = story.Part{State: story.Skipped, Reason: "There is nothing to say on this page."}
	case !t.Spoken.State.Usable():
		t.Spoken = story.Part{State: story.Ready, Source: t.Spoken.Source}
	default:
		t.Spoken.Key = "" // of another text
	}
	return nil
}

// second gives the narration in the second language: as long as each sentence
// is in its place with its translation it stays; else it is made again.
func second(t *story.LevelPage, list []spoken) *story.Second {
	if len(list) != len(t.Sentences) {
		return nil
	}
	for i := range list {
		if !slices.Equal(list[i].origins, []int{i}) || list[i].Also != t.Sentences[i].Also {
			return nil
		}
	}
	return t.Second
}

// voiced reports whether a page is one that is spoken: it has a voice, or is to
// have one.
func (w *work) voiced(t *story.LevelPage) bool {
	return t.Narration != "" || !t.Spoken.State.Gap()
}

// place gives the words of a page their times in its narration, in which the
// pieces start at the given seconds.
func place(t *story.LevelPage, list []spoken, starts []float64) {
	t.Words, t.Timing = nil, story.Told
	for i := range list {
		p := list[i].piece
		if p == nil {
			continue
		}
		t.Timing = weaker(t.Timing, p.timing)
		for _, word := range p.words {
			word.Sentence = i
			t.Words = append(t.Words, shifted(word, starts[0], t.Seconds))
		}
		starts = starts[1:]
	}
}

// weaker gives the less certain of two timings.
func weaker(a, b story.Timing) story.Timing {
	order := []story.Timing{story.Told, story.Aligned, story.BySentence, story.Estimated}
	return order[max(slices.Index(order, a), slices.Index(order, b), 0)]
}

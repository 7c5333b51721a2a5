// Package captions makes the captions of a whole story, as one reads them
// under a video: at most two lines at a time, each sentence while it is said.
// It also tells which word is lit when.
//
// Called by package export and by packages video, epub and web. May import
// story and typeset.
package captions

import (
	"math"
	"strings"
	"time"

	"edusmart/core/story"
)

// What viewers can read (BBC and Netflix guidelines): Columns letters a line,
// two lines, no longer than Longest. A letter of Chinese or Japanese takes two
// columns.
const (
	Columns = 42
	Lines   = 2
	Longest = 7 * time.Second
	// A cue that would be gone too soon stays until shortest or the next one.
	shortest = time.Second
	// Where a page has no voice and no reading time, it is shown this long.
	silent = 3 * time.Second
)

// Cue is what is shown at once: Text is one or two lines, parted by "\n".
// Start and End are from the beginning of the story; a cue ends before the
// next one starts.
type Cue struct {
	Start, End time.Duration
	Text       string
	Page       int // from 0
}

// PageTime is how long a page lasts where its narration is not at hand.
func PageTime(p *story.Page) time.Duration {
	if p.Seconds > 0 {
		return time.Duration(p.Seconds * float64(time.Second))
	}
	return silent
}

// Of gives the cues of a story. pages is how long each page lasts; nil: as
// PageTime says.
func Of(s *story.Story, pages []time.Duration) []Cue {
	var all []Cue
	var begin time.Duration
	for i := range s.Pages {
		p := &s.Pages[i]
		length := PageTime(p)
		if pages != nil {
			length = pages[i]
		}
		for _, c := range pageCues(p, length) {
			c.Start, c.End, c.Page = c.Start+begin, c.End+begin, i
			all = append(all, c)
		}
		begin += length
	}
	return all
}

// pageCues gives the cues of a page, from its beginning.
func pageCues(p *story.Page, length time.Duration) []Cue {
	var cues []Cue
	for i, at := range Sentences(p, length) {
		t := timing{text: p.Sentences[i].Text, span: at}
		for _, w := range p.Words {
			if w.Sentence == i && p.Timing != story.BySentence && w.From < w.To {
				t.words = append(t.words, w)
			}
		}
		cues = append(cues, t.cues()...)
	}
	for i := range cues {
		next := length
		if i+1 < len(cues) {
			next = cues[i+1].Start
		}
		c := &cues[i]
		c.Start = min(c.Start, length)
		c.End = min(max(c.End, c.Start+shortest), max(next, c.Start), c.Start+Longest)
	}
	kept := cues[:0]
	for _, c := range cues {
		if c.Text != "" && c.End.Milliseconds() > c.Start.Milliseconds() {
			kept = append(kept, c)
		}
	}
	return kept
}

// Span is a stretch of time.
type Span struct{ Start, End time.Duration }

// Sentences gives when each sentence of a page is said, from the page's
// beginning; the page lasts length. What has no times shares the time between
// its neighbours by its letters.
func Sentences(p *story.Page, length time.Duration) []Span {
	spans := make([]Span, len(p.Sentences))
	known := make([]bool, len(p.Sentences))
	for _, w := range p.Words {
		start, end := seconds(w.Start, length), seconds(w.End, length)
		s := &spans[w.Sentence]
		if !known[w.Sentence] {
			*s, known[w.Sentence] = Span{start, end}, true
		}
		s.Start, s.End = min(s.Start, start), max(s.End, end)
	}
	var before time.Duration
	for i := 0; i < len(spans); i++ {
		if known[i] {
			spans[i].Start = max(spans[i].Start, before)
			spans[i].End = max(spans[i].End, spans[i].Start)
			before = spans[i].End
			continue
		}
		to := i
		for to < len(spans) && !known[to] {
			to++
		}
		until := length
		if to < len(spans) {
			until = max(spans[to].Start, before)
		}
		share(p, spans, i, to, Span{before, until})
		before, i = until, to-1
	}
	return spans
}

// share parts a stretch of time among sentences from to to (exclusive).
func share(p *story.Page, spans []Span, from, to int, all Span) {
	total, done := 0, 0
	for i := from; i < to; i++ {
		total += weight(p.Sentences[i].Text)
	}
	at := func(done int) time.Duration {
		return all.Start + time.Duration(float64(all.End-all.Start)*float64(done)/float64(max(total, 1)))
	}
	for i := from; i < to; i++ {
		spans[i].Start = at(done)
		done += weight(p.Sentences[i].Text)
		spans[i].End = at(done)
	}
}

func weight(text string) int { return len([]rune(strings.TrimSpace(text))) }

// seconds gives a time within a page that lasts most.
func seconds(s float64, most time.Duration) time.Duration {
	if math.IsNaN(s) || s < 0 {
		return 0
	}
	return min(time.Duration(min(s, 1e6)*float64(time.Second)), most)
}

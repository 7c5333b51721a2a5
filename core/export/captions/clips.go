package captions

import (
	"strings"
	"time"
	"unicode/utf8"

	"edusmart/core/story"
)

// Clip is a stretch of a page's sound and what is lit while it is heard: bytes
// From to To (exclusive) of a sentence.
type Clip struct {
	Sentence, From, To int
	Start, End         time.Duration // whole milliseconds, from the page's beginning
}

// Clips parts the sound of a page, which lasts length, into one clip for each
// word, or for each sentence where sentences is true or its words have no
// times. A clip ends where the next one starts: the first begins with the
// sound and the last ends with it, so that players that go from clip to clip
// leave out nothing. What would be lit for less than a millisecond is not.
func Clips(p *story.Page, length time.Duration, sentences bool) []Clip {
	length = length.Truncate(time.Millisecond)
	spans := Sentences(p, length)
	byWord := wordClips(p, length)
	var all []Clip
	for i, s := range p.Sentences {
		if strings.TrimSpace(s.Text) == "" {
			continue
		}
		if !sentences && len(byWord[i]) > 0 {
			all = append(all, byWord[i]...)
			continue
		}
		all = append(all, Clip{Sentence: i, To: len(s.Text), Start: spans[i].Start})
	}
	var before time.Duration
	for i := range all {
		c := &all[i]
		c.Start = max(c.Start.Truncate(time.Millisecond), before)
		before = c.Start
	}
	kept := all[:0]
	for i, c := range all {
		if len(kept) == 0 {
			c.Start = 0
		}
		c.End = length
		if i+1 < len(all) {
			c.End = all[i+1].Start
		}
		if c.End > c.Start {
			kept = append(kept, c)
		}
	}
	return kept
}

// wordClips gives the words of each sentence that can be lit: whole letters,
// from the first to the last, none within another.
func wordClips(p *story.Page, length time.Duration) [][]Clip {
	clips := make([][]Clip, len(p.Sentences))
	if p.Timing == story.BySentence {
		return clips
	}
	for _, w := range p.Words {
		text, of := p.Sentences[w.Sentence].Text, clips[w.Sentence]
		from := 0
		if len(of) > 0 {
			from = of[len(of)-1].To
		}
		if w.From < from || w.From >= w.To || !between(text, w.From) || !between(text, w.To) {
			continue
		}
		clips[w.Sentence] = append(of, Clip{Sentence: w.Sentence, From: w.From, To: w.To, Start: seconds(w.Start, length)})
	}
	return clips
}

// between reports whether byte at of text begins a letter or ends the text.
func between(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

package content

import (
	"fmt"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// Spoken is a page as it is heard.
type Spoken struct {
	PCM  []int16 // mono samples; none: nobody speaks the page
	Rate int
	// Page tells which sentences and words are heard when. That is the story's
	// page, unless Both is true.
	Page *story.Page
	// Both is true where each sentence is heard in the story's language and
	// then in the second. Sentence 2i of Page is then sentence i of the story's
	// page, and 2i+1 the same in the second language; it is empty where it is
	// not heard.
	Both bool
}

// Spoken gives a page (from 0) as it is heard: in both languages where both are
// spoken, else in the first.
func (c *Content) Spoken(page int) (Spoken, error) {
	p := &c.Story.Pages[page]
	one := Spoken{Page: p}
	var err error
	if one.PCM, one.Rate, err = c.Narration(page); err != nil {
		return one, err
	}
	n := p.Second
	if len(one.PCM) == 0 || len(p.Words) == 0 || c.Story.Also == "" || n == nil || n.Narration == "" || !n.Part.State.Usable() || len(n.Words) == 0 {
		return one, nil
	}
	pcm, rate, err := c.sound(page, n.Narration)
	if err != nil {
		return one, fmt.Errorf("second language: %w", err)
	}
	spans := [2][]speech.Span{speech.Spans(p.Words, len(p.Sentences)), speech.Spans(n.Words, len(p.Sentences))}
	both := Spoken{Rate: one.Rate, Both: true, Page: &story.Page{Sentences: make([]story.Sentence, 2*len(p.Sentences))}}
	var pieces [2][]speech.Piece
	both.PCM, pieces = speech.Weave(
		speech.Strand{PCM: one.PCM, Rate: one.Rate, Sentences: spans[0]}, speech.Strand{PCM: pcm, Rate: rate, Sentences: spans[1]})
	both.add(0, speech.Moved(p.Words, pieces[0]), p.Timing, func(i int) string { return p.Sentences[i].Text })
	both.add(1, speech.Moved(n.Words, pieces[1]), n.Timing, func(i int) string { return p.Sentences[i].Also })
	return both, nil
}

// add takes in the words of one language, and the sentences that they are of.
func (s *Spoken) add(side int, words []story.Word, timing story.Timing, text func(i int) string) {
	if timing == story.BySentence { // its words are lit together
		words = wholes(words, len(s.Page.Sentences)/2, text)
	}
	for _, w := range words {
		s.Page.Sentences[2*w.Sentence+side].Text = text(w.Sentence)
		w.Sentence = 2*w.Sentence + side
		s.Page.Words = append(s.Page.Words, w)
	}
}

// wholes gives a word for each of n sentences that is heard, as long as it is.
func wholes(words []story.Word, n int, text func(i int) string) []story.Word {
	var all []story.Word
	for i, span := range speech.Spans(words, n) {
		if span.End > span.Start {
			all = append(all, story.Word{Text: text(i), Sentence: i, To: len(text(i)), Start: span.Start, End: span.End})
		}
	}
	return all
}

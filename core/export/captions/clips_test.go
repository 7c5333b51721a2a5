package captions

import (
	"testing"
	"time"

	"edusmart/core/story"
)

// spokenPage has two sentences of two words each, with a pause before, between
// and after them.
func spokenPage() *story.Page {
	return &story.Page{
		Sentences: []story.Sentence{{Text: "One two."}, {Text: " "}, {Text: "Äpfel acht"}},
		Words: []story.Word{
			{Text: "One", Sentence: 0, From: 0, To: 3, Start: 0.2, End: 0.5},
			{Text: "two", Sentence: 0, From: 4, To: 7, Start: 0.6, End: 0.9},
			{Text: "Äpfel", Sentence: 2, From: 0, To: 6, Start: 1.5, End: 2},
			{Text: "acht", Sentence: 2, From: 7, To: 11, Start: 2, End: 2.5},
		},
	}
}

// A player that goes from clip to clip must leave out nothing of the sound.
func checkWhole(t *testing.T, p *story.Page, clips []Clip, length time.Duration) {
	t.Helper()
	var at time.Duration
	for i, c := range clips {
		if c.Start != at || c.End <= c.Start || c.Start%time.Millisecond != 0 {
			t.Errorf("clip %d goes from %v to %v, after %v", i, c.Start, c.End, at)
		}
		if text := p.Sentences[c.Sentence].Text; c.From < 0 || c.From >= c.To || c.To > len(text) {
			t.Errorf("clip %d is %d to %d of %q", i, c.From, c.To, text)
		}
		at = c.End
	}
	if len(clips) > 0 && at != length {
		t.Errorf("the clips end at %v, the sound at %v", at, length)
	}
}

func TestEveryWordIsLitFromItsStartToTheNext(t *testing.T) {
	p := spokenPage()
	clips := Clips(p, 3*time.Second, false)
	checkWhole(t, p, clips, 3*time.Second)
	want := []time.Duration{0, 600, 1500, 2000}
	if len(clips) != len(want) {
		t.Fatalf("%d clips, want %d", len(clips), len(want))
	}
	for i, c := range clips {
		if w := p.Words[i]; c.Start != want[i]*time.Millisecond || c.Sentence != w.Sentence || c.From != w.From || c.To != w.To {
			t.Errorf("clip %d is %+v, want %q at %d ms", i, c, w.Text, want[i])
		}
	}
}

func TestSentencesAreLitWhereWordsHaveNoTimes(t *testing.T) {
	bySentence := spokenPage()
	bySentence.Timing = story.BySentence
	bySentence.Words = []story.Word{{Sentence: 0, To: 8, Start: 0.2, End: 0.9}, {Sentence: 2, To: 11, Start: 1.5, End: 2.5}}
	silent := spokenPage()
	silent.Words = nil
	half := spokenPage()
	half.Words = half.Words[:2]
	for name, c := range map[string]struct {
		page      *story.Page
		sentences bool
		clips     int
	}{
		"asked for": {spokenPage(), true, 2}, "by sentence": {bySentence, false, 2}, "silent": {silent, false, 2}, "half": {half, false, 3},
	} {
		t.Run(name, func(t *testing.T) {
			clips := Clips(c.page, 3*time.Second, c.sentences)
			checkWhole(t, c.page, clips, 3*time.Second)
			if len(clips) != c.clips {
				t.Errorf("%d clips, want %d: %+v", len(clips), c.clips, clips)
			}
		})
	}
}

// Times and places of words come from files that others may have written.
func FuzzClips(f *testing.F) {
	f.Add(0.2, 0.1, 7.0, 0, 3, 1, 2, int64(3000))
	f.Add(1e9, -1.0, 0.0, 1, 6, -1, 99, int64(0))
	f.Fuzz(func(t *testing.T, a, b, c float64, from, to, from2, to2 int, ms int64) {
		p := spokenPage()
		length := time.Duration(ms%1e7) * time.Millisecond
		if length < 0 {
			return
		}
		p.Words = []story.Word{
			{Sentence: 2, From: from, To: to, Start: a, End: b},
			{Sentence: 2, From: from2, To: to2, Start: b, End: c},
			{Sentence: 0, From: from, To: to2, Start: c, End: a},
		}
		for i := range p.Words {
			w := &p.Words[i]
			if n := len(p.Sentences[w.Sentence].Text); w.From < 0 || w.From > w.To || w.To > n {
				return // which Story.Check refuses
			}
		}
		for _, sentences := range []bool{true, false} {
			checkWhole(t, p, Clips(p, length, sentences), length)
		}
	})
}

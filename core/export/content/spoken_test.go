package content_test

import (
	"testing"
	"time"

	"edusmart/core/export/exporttest"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Each word is a tone with silence behind it: where a word is said to be heard
// there is sound, and behind it none.
func TestEachSentenceIsHeardInTheOneLanguageAndThenInTheOther(t *testing.T) {
	b := exporttest.Spoken(t, "en", "ar")
	heard, err := b.Content(t).Spoken(1)
	if err != nil {
		t.Fatal(err)
	}
	of := b.Story.Pages[1]
	if !heard.Both || len(heard.Page.Words) != len(of.Words)+len(of.Second.Words) {
		t.Fatalf("both: %v, %d words", heard.Both, len(heard.Page.Words))
	}
	loud := func(from, to float64) (share float64) {
		n := 0
		for k := int(from * float64(heard.Rate)); k < int(to*float64(heard.Rate)); k++ {
			if v := heard.PCM[k]; v > 200 || v < -200 {
				share++
			}
			n++
		}
		return share / float64(max(n, 1))
	}
	for _, w := range heard.Page.Words {
		if got := heard.Page.Sentences[w.Sentence].Text[w.From:w.To]; got != w.Text {
			t.Errorf("%q stands where %q is said", got, w.Text)
		}
		if in, after := loud(w.Start, w.End), loud(w.End+0.02, w.End+0.08); in < 0.9 || after > 0 {
			t.Errorf("%q: of its time %.2f is sound, of the time after it %.2f", w.Text, in, after)
		}
	}
	spans := speech.Spans(heard.Page.Words, len(heard.Page.Sentences))
	for i := 1; i < len(spans); i++ {
		if spans[i].Start < spans[i-1].End {
			t.Errorf("sentence %d begins at %g, the one before ends at %g", i, spans[i].Start, spans[i-1].End)
		}
	}
	if got, least := speech.Duration(len(heard.PCM), heard.Rate), time.Duration((of.Seconds+of.Second.Seconds)*float64(time.Second)); got < least {
		t.Errorf("the page lasts %v, its languages %v", got, least)
	}
}

func TestAPageIsHeardInTheFirstLanguageWhereTheSecondIsNotSpoken(t *testing.T) {
	for name, change := range map[string]func(s *story.Story, p *story.Page){
		"not made":       func(_ *story.Story, p *story.Page) { p.Second = nil },
		"failed":         func(_ *story.Story, p *story.Page) { p.Second.Part.State = story.Failed },
		"without sound":  func(_ *story.Story, p *story.Page) { p.Second.Narration = "" },
		"without words":  func(_ *story.Story, p *story.Page) { p.Second.Words = nil },
		"taken back":     func(s *story.Story, _ *story.Page) { s.Also = "" },
		"none is spoken": func(_ *story.Story, p *story.Page) { p.Parts.Voice.State = story.Failed },
	} {
		t.Run(name, func(t *testing.T) {
			b := exporttest.Spoken(t, "en", "es")
			p := &b.Story.Pages[0]
			change(b.Story, p)
			heard, err := b.Content(t).Spoken(0)
			if err != nil || heard.Both || heard.Page != p || (len(heard.PCM) == 0) != (name == "none is spoken") {
				t.Errorf("both: %v, %d samples, %v", heard.Both, len(heard.PCM), err)
			}
		})
	}
}

// A voice that tells no words has its sentences lit as a whole, beside another
// that tells its own.
func TestAVoiceThatTellsSentencesOnlyIsLitSo(t *testing.T) {
	b := exporttest.Spoken(t, "en", "es")
	p := &b.Story.Pages[0]
	p.Second.Timing = story.BySentence
	heard, err := b.Content(t).Spoken(0)
	if err != nil {
		t.Fatal(err)
	}
	first, second := 0, 0
	for _, w := range heard.Page.Words {
		text := heard.Page.Sentences[w.Sentence].Text
		switch {
		case w.Sentence%2 == 0:
			first++
		case w.From == 0 && w.To == len(text) && text == p.Sentences[w.Sentence/2].Also:
			second++
		default:
			t.Errorf("%q is lit of %q", w.Text, text)
		}
	}
	if first != len(p.Words) || second != 2 {
		t.Errorf("%d words and %d sentences are lit", first, second)
	}
}

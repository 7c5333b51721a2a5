package generate_test

import (
	"context"
	"errors"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/story"
)

// chatter speaks without a tongue: each word is a few tones that follow from
// its letters, so that two voices say the same word alike.
type chatter struct {
	tells    bool    // when its words are heard
	guesses  bool    // and says that it does not know
	pitch    float64 // of its tones, 1: as they are
	slowness float64
	instead  string // what it says whatever it is asked
	err      error
}

func (c chatter) Narrate(_ context.Context, sc model.Script) (model.Speech, error) {
	if c.err != nil {
		return model.Speech{}, c.err
	}
	const rate = 16000
	sp := model.Speech{PCM: make([]int16, rate/5), Rate: rate, Source: "gemini:m", Estimated: c.guesses}
	if c.guesses {
		sp.Source = "device" // a voice of this computer that tells no times
	}
	for i, sentence := range sc.Sentences {
		text := sentence
		if c.instead != "" {
			text = c.instead
		}
		at := 0
		for word := range strings.SplitSeq(text, " ") {
			start := float64(len(sp.PCM)) / rate
			sp.PCM = append(sp.PCM, c.word(word, rate)...)
			if c.tells {
				sp.Words = append(sp.Words, story.Word{
					Text: word, Sentence: i, From: at, To: at + len(word), Start: start, End: float64(len(sp.PCM)) / rate,
				})
			}
			at += len(word) + 1
		}
		sp.PCM = append(sp.PCM, make([]int16, rate/3)...)
	}
	return sp, nil
}

// word is the sound of a word: three tones for each of its syllables.
func (c chatter) word(word string, rate int) (pcm []int16) {
	h := fnv.New64a()
	h.Write([]byte(word))
	r := rand.New(rand.NewPCG(h.Sum64(), 1))
	for range 2 + len(word)/3 {
		n := int((0.05 + 0.06*r.Float64()) * c.slowness * float64(rate))
		a, b, d := 200+800*r.Float64(), 1000+1500*r.Float64(), 2500+3000*r.Float64()
		for k := range n {
			at := 2 * math.Pi * c.pitch * float64(k) / float64(rate)
			pcm = append(pcm, int16(4000*math.Sin(a*at)+3000*math.Sin(b*at)+2000*math.Sin(d*at)))
		}
	}
	return pcm
}

func TestWordsAreTimedWhereTheVoiceDoesNotTell(t *testing.T) {
	voice := chatter{pitch: 1.06, slowness: 1.2}
	other := voice
	other.instead = "Something that nobody has ever written down here, at all events."
	told, guessed := voice, voice
	told.tells, guessed.tells, guessed.guesses = true, true, true
	known := chatter{tells: true, pitch: 1, slowness: 1}
	unsure := known
	unsure.guesses = true
	for name, c := range map[string]struct {
		voice, reference model.Narrator
		want             story.Timing
	}{
		"the voice tells":                  {told, known, story.Told},
		"the voice guesses":                {guessed, known, story.Estimated},
		"another voice tells":              {voice, known, story.Aligned},
		"the voice says something else":    {other, known, story.BySentence},
		"no other voice":                   {voice, nil, story.Estimated},
		"another voice that guesses":       {voice, unsure, story.Estimated},
		"another voice knows no language":  {voice, chatter{err: errors.New("no voice")}, story.Estimated},
		"another voice gives no times too": {voice, chatter{pitch: 1, slowness: 1}, story.Estimated},
	} {
		t.Run(name, func(t *testing.T) {
			s := &studio{pages: 5}
			j := newJob(t, s)
			j.Makers, j.Reference = only(s, s, c.voice), c.reference
			if err := generate.Run(t.Context(), j); err != nil {
				t.Fatal(err)
			}
			truth := told
			for i, p := range again(t, j).Story.Pages {
				if p.Timing != c.want {
					t.Fatalf("page %d: timing %q", i+1, p.Timing)
				}
				var sentences []string
				for _, s := range p.Sentences {
					sentences = append(sentences, s.Text)
				}
				if c.want == story.BySentence {
					checkSentences(t, p)
					continue
				}
				sp, _ := truth.Narrate(t.Context(), model.Script{Sentences: sentences})
				if c.want == story.Aligned {
					checkWords(t, p.Words, sp.Words)
				}
			}
		})
	}
}

// checkSentences wants a time for each sentence, which covers all of it.
func checkSentences(t *testing.T, p story.Page) {
	t.Helper()
	if len(p.Words) != len(p.Sentences) {
		t.Fatalf("%d times for %d sentences", len(p.Words), len(p.Sentences))
	}
	for i, w := range p.Words {
		if w.Sentence != i || w.From != 0 || w.To != len(p.Sentences[i].Text) || w.End <= w.Start {
			t.Errorf("sentence %d: %+v", i+1, w)
		}
	}
}

func checkWords(t *testing.T, got, want []story.Word) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d words, not %d", len(got), len(want))
	}
	for i, w := range got {
		if math.Abs(w.Start-want[i].Start) > 0.08 {
			t.Errorf("%q begins at %.3f s, not %.3f s", w.Text, w.Start, want[i].Start)
		}
	}
}

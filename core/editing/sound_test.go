package editing_test

import (
	"math"
	"slices"
	"testing"

	"edusmart/core/editing"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// close reports whether two sounds are the same but for the shift that times
// rounded to milliseconds bring.
func sameSound(a, b []int16, rate int) bool {
	reach := rate / 500
	for shift := -reach; shift <= reach; shift++ {
		x, y := a, b
		if shift > 0 {
			x = a[min(shift, len(a)):]
		} else {
			y = b[min(-shift, len(b)):]
		}
		n := min(len(x), len(y)) - reach
		if n > 0 && slices.Equal(x[:n], y[:n]) {
			return true
		}
	}
	return false
}

// harshest is the largest jump from one sample to the next.
func harshest(pcm []int16) (jump int) {
	for i := 1; i < len(pcm); i++ {
		jump = max(jump, int(pcm[i])-int(pcm[i-1]), int(pcm[i-1])-int(pcm[i]))
	}
	return jump
}

func TestASentenceIsSpokenAgainAlone(t *testing.T) {
	b := newBench(t)
	before := b.story().Pages[0]
	oldSound, rate := b.sound(&before)
	const text = "Near the top, the gas bubbles burst together."
	s := b.do(editing.SetSentence{Page: "page-01", At: 2, Text: text})
	if p := &s.Pages[0]; p.Parts.Voice.State != story.Pending || p.Passed || s.Pages[1].Parts.Voice.State != story.Ready {
		t.Errorf("after the change: %+v, passed %v", p.Parts.Voice, p.Passed)
	}
	s = b.speak()
	if want := [][]string{{text}}; !slices.EqualFunc(b.voice.asked, want, slices.Equal) {
		t.Fatalf("the voice was asked for %q", b.voice.asked)
	}
	p := &s.Pages[0]
	if p.Parts.Voice.State != story.Ready || p.Parts.Voice.Source != "device" {
		t.Errorf("the voice is %+v", p.Parts.Voice)
	}
	for _, k := range []int{0, 1, 3} {
		if !sameSound(b.heard(&before, k), b.heard(p, k), rate) {
			t.Errorf("sentence %d sounds different", k+1)
		}
	}
	// The words of the new one are where its sound is, and those after it moved.
	pcm, _ := b.sound(p)
	if got := float64(len(pcm)) / float64(rate); math.Abs(got-p.Seconds) > 0.001 {
		t.Errorf("%g s of sound, said to be %g", got, p.Seconds)
	}
	for i, w := range p.Words {
		if w.Text != p.Sentences[w.Sentence].Text[w.From:w.To] {
			t.Errorf("the word %q stands at %q", w.Text, p.Sentences[w.Sentence].Text[w.From:w.To])
		}
		if i > 0 && w.Start < p.Words[i-1].End-0.001 {
			t.Errorf("%q is heard before %q ends", w.Text, p.Words[i-1].Text)
		}
	}
	alone := b.heard(p, 2)
	if from, _ := speech.Voiced(alone, rate, 100); float64(from)/float64(rate) > 0.06 {
		t.Errorf("the new sentence's first word is said to begin %d ms early", 1000*from/rate)
	}
	// Neither a click nor another loudness.
	natural := max(harshest(oldSound), harshest(alone))
	if jump := harshest(pcm); jump > natural {
		t.Errorf("a jump of %d between samples; the voice's own are up to %d", jump, natural)
	}
	for i := 1; i < len(p.Words); i++ {
		from, to := int(p.Words[i-1].End*float64(rate)), int(p.Words[i].Start*float64(rate))
		if to-from > rate/20 && harshest(pcm[from:to]) > natural/20 {
			t.Errorf("a jump of %d in the pause after %q", harshest(pcm[from:to]), p.Words[i-1].Text)
		}
	}
	others := slices.Concat(b.heard(p, 0), b.heard(p, 1), b.heard(p, 3))
	if a, o := speech.Level(alone, rate), speech.Level(others, rate); math.Abs(a-o) > 1 {
		t.Errorf("the new sentence has %.1f dB, the others %.1f", a, o)
	}
	flux(t, pcm, rate, p)
	if s = b.undo(); s.Pages[0].Narration != before.Narration || !slices.Equal(s.Pages[0].Words, before.Words) {
		t.Error("undo does not bring the old narration back")
	}
	if s = b.redo(); s.Pages[0].Narration != p.Narration || s.Pages[0].Parts.Voice.State != story.Ready {
		t.Error("redo does not bring the new narration back")
	}
	b.do(editing.SetSentence{Page: "page-01", At: 2, Text: lesson[0][2]}, editing.SetSentence{Page: "page-01", At: 2, Text: text})
	if s = b.speak(); s.Pages[0].Parts.Voice.State != story.Ready || len(b.voice.asked) != 1 {
		t.Errorf("typed back and again: asked for %q", b.voice.asked)
	}
}

// flux looks for clicks at the joints: a click has energy where speech, and
// still more a pause, has none, at the top of the spectrum, all at once. What
// is looked at is the second difference of the samples in blocks of a
// millisecond.
func flux(t *testing.T, pcm []int16, rate int, p *story.Page) {
	t.Helper()
	block := rate / 1000
	sharp := func(from, to int) (most float64) {
		for i := max(from, 2); i+block < min(to, len(pcm)); i += block {
			var sum float64
			for k := i; k < i+block; k++ {
				d := float64(pcm[k]) - 2*float64(pcm[k-1]) + float64(pcm[k-2])
				sum += d * d
			}
			most = max(most, math.Sqrt(sum/float64(block)))
		}
		return most
	}
	voice := sharp(0, len(pcm))
	for i := 1; i < len(p.Words); i++ {
		a, w := p.Words[i-1], p.Words[i]
		if a.Sentence == w.Sentence {
			continue
		}
		// A third of the pause on both sides of the joint, away from the words.
		from, to := a.End+(w.Start-a.End)/3, w.Start-(w.Start-a.End)/3
		if got := sharp(int(from*float64(rate)), int(to*float64(rate))); got > voice/30 {
			t.Errorf("a click between sentence %d and %d: %.0f against the voice's %.0f", a.Sentence+1, w.Sentence+1, got, voice)
		}
	}
}

func TestMovingAndDividingAskNobodyToSpeak(t *testing.T) {
	b := newBench(t)
	before := b.story()
	page := func(s *story.Story, i int) *story.Page { return &s.Pages[i] }
	rate := 0
	{
		_, rate = b.sound(page(before, 0))
	}
	for _, c := range []struct {
		name   string
		change editing.Change
		// heard are where the sentences of the first page (from 0) are now: page
		// and sentence.
		heard [][2]int
		texts string
		stops []int
	}{
		{
			"move",
			editing.MoveSentence{Page: "page-01", At: 3, To: 0},
			[][2]int{{0, 1}, {0, 2}, {0, 3}, {0, 0}},
			lesson[0][3] + " | " + lesson[0][0] + " | " + lesson[0][1] + " | " + lesson[0][2],
			[]int{0, 2},
		},
		{
			"remove",
			editing.RemoveSentence{Page: "page-01", At: 1},
			[][2]int{{0, 0}, {-1, 0}, {0, 1}, {0, 2}},
			lesson[0][0] + " | " + lesson[0][2] + " | " + lesson[0][3],
			[]int{0, 2},
		},
		{
			"split page",
			editing.SplitPage{Page: "page-01", At: 2},
			[][2]int{{0, 0}, {0, 1}, {1, 0}, {1, 1}},
			lesson[0][0] + " | " + lesson[0][1],
			[]int{1},
		},
		{
			"join page",
			editing.JoinPage{Page: "page-01"},
			[][2]int{{0, 0}, {0, 1}, {0, 2}, {0, 3}},
			lesson[0][0] + " | " + lesson[0][1] + " | " + lesson[0][2] + " | " + lesson[0][3] + " | " + lesson[1][0] + " | " + lesson[1][1],
			[]int{1, 3},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := b.do(c.change)
			if got := texts(page(s, 0)); got != c.texts {
				t.Errorf("%q", got)
			}
			var stops []int
			for _, stop := range s.Pages[0].Stops {
				stops = append(stops, stop.After)
			}
			if !slices.Equal(stops, c.stops) {
				t.Errorf("the voice stops after %v", stops)
			}
			for k, at := range c.heard {
				if at[0] >= 0 && !sameSound(b.heard(page(before, 0), k), b.heard(page(s, at[0]), at[1]), rate) {
					t.Errorf("sentence %d sounds different", k+1)
				}
			}
			for i := range s.Pages {
				if s.Pages[i].Parts.Voice.State != story.Ready {
					t.Errorf("page %d: %+v", i+1, s.Pages[i].Parts.Voice)
				}
				pcm, _ := b.sound(page(s, i))
				flux(t, pcm, rate, page(s, i))
			}
			if s = b.undo(); !same(before, s) {
				t.Error("undo leaves something behind")
			}
		})
	}
	if len(b.voice.asked) > 0 || len(b.edit.Unspoken(b.story(), true)) > 0 {
		t.Errorf("the voice was asked for %q", b.voice.asked)
	}
}

func TestASentenceIsDividedAndJoinedWithItsSound(t *testing.T) {
	b := newBench(t)
	before := b.story()
	at := len("Deep below, ")
	s := b.do(editing.SplitSentence{Page: "page-01", At: 0, Offset: at})
	p := &s.Pages[0]
	if p.Narration != before.Pages[0].Narration {
		t.Error("the sound is another file though nothing of it changed")
	}
	if p.Sentences[0].Text != "Deep below," || p.Sentences[1].Text != "hot magma collects in a chamber." {
		t.Errorf("%s", texts(p))
	}
	for _, w := range p.Words {
		if w.Text != p.Sentences[w.Sentence].Text[w.From:w.To] {
			t.Errorf("the word %q stands at %q", w.Text, p.Sentences[w.Sentence].Text[w.From:w.To])
		}
	}
	if p.Stops[0].After != 2 || p.Stops[1].After != 4 {
		t.Errorf("stops %+v", p.Stops)
	}
	s = b.do(editing.JoinSentence{Page: "page-01", At: 0})
	p = &s.Pages[0]
	if !slices.Equal(p.Words, before.Pages[0].Words) || p.Narration != before.Pages[0].Narration || texts(p) != texts(&before.Pages[0]) {
		t.Error("divided and joined again it is another page")
	}
	if len(b.voice.asked) > 0 {
		t.Errorf("the voice was asked for %q", b.voice.asked)
	}
	// Sentences that were moved beside each other are joined in sound as well.
	b.do(editing.MoveSentence{Page: "page-01", At: 3, To: 0}, editing.JoinSentence{Page: "page-01", At: 0})
	if n := len(b.edit.Unspoken(b.story(), true)); n > 0 {
		t.Errorf("%d sentences are to be spoken", n)
	}
}

func TestANewPageIsSpokenByTheVoiceOfTheOthers(t *testing.T) {
	b := newBench(t)
	s := b.do(editing.AddPage{After: "page-01", Title: "New", Text: "A new thing is said here."})
	if s.Pages[1].Title != "New" || s.Pages[1].Parts.Voice.State != story.Pending || s.Pages[1].Voice != s.Pages[0].Voice {
		t.Fatalf("%+v", s.Pages[1])
	}
	id := s.Pages[1].ID
	b.do(editing.AddSentence{Page: id, At: 1, Text: "And another."})
	s = b.speak()
	if want := [][]string{{"A new thing is said here.", "And another."}}; !slices.EqualFunc(b.voice.asked, want, slices.Equal) {
		t.Errorf("the voice was asked for %q", b.voice.asked)
	}
	if p := &s.Pages[1]; p.Parts.Voice.State != story.Ready || p.Seconds < 1 || len(p.Words) != 8 {
		t.Errorf("%+v, %g s, %d words", p.Parts.Voice, p.Seconds, len(p.Words))
	}
}

func TestAVoiceThatCannotBeHadLeavesTheOthersToHear(t *testing.T) {
	b := newBench(t)
	s := b.do(editing.SetSentence{Page: "page-02", At: 0, Text: "Slow lava flows."})
	editing.Fail(s, "page-02", "Gemini is busy.")
	s = b.save(s, true, nil)
	p := &s.Pages[1]
	if p.Parts.Voice.State != story.Failed || !editing.Partly(p) || p.Seconds <= 0 {
		t.Fatalf("%+v", p.Parts.Voice)
	}
	b.heard(p, 1)
	if len(b.edit.Unspoken(s, false)) != 0 || len(b.edit.Unspoken(s, true)) != 1 {
		t.Error("it is asked for again by itself, or never")
	}
	editing.Await(s, "page-02")
	b.save(s, true, nil)
	if s = b.speak(); s.Pages[1].Parts.Voice.State != story.Ready {
		t.Errorf("%+v", s.Pages[1].Parts.Voice)
	}
}

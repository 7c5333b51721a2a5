package speech

import (
	"math"
	"testing"
)

// strand is a sound with a tone of its own for each sentence, half a second
// each, and a pause of a fifth of a second after each.
func strand(rate int, loud float64, hertz ...float64) Strand {
	s := Strand{Rate: rate}
	for _, f := range hertz {
		start := float64(len(s.PCM)) / float64(rate)
		for k := range rate / 2 {
			s.PCM = append(s.PCM, int16(loud*math.Sin(2*math.Pi*f*float64(k)/float64(rate))))
		}
		s.Sentences = append(s.Sentences, Span{start, float64(len(s.PCM)) / float64(rate)})
		s.PCM = append(s.PCM, make([]int16, rate/5)...)
	}
	return s
}

// hertzAt counts the waves of the tenth of a second around a moment.
func hertzAt(pcm []int16, rate int, at float64) float64 {
	from := int((at - 0.05) * float64(rate))
	n := 0
	for i := from + 1; i < from+rate/10; i++ {
		if pcm[i-1] < 0 && pcm[i] >= 0 {
			n++
		}
	}
	return float64(n) * 10
}

func TestTwoNarrationsAreHeardSentenceBySentence(t *testing.T) {
	a, b := strand(16000, 9000, 200, 300, 400), strand(24000, 2000, 1000, 1100, 1200)
	pcm, pieces := Weave(a, b)
	if got, least := float64(len(pcm))/16000, 3*0.7*2.0; got < least {
		t.Fatalf("%.2f s, not %.2f: something is left out", got, least)
	}
	last := -1.0
	for i := range 3 {
		for side, s := range []Strand{a, b} {
			p := pieces[side][i]
			at := p.At + s.Sentences[i].Start - p.From + 0.25
			want := []float64{200, 1000}[side] + 100*float64(i)
			if got := hertzAt(pcm, 16000, at); math.Abs(got-want) > 20 {
				t.Errorf("language %d, sentence %d: %.0f Hz at %.2f s, not %.0f", side+1, i+1, got, at, want)
			}
			if at <= last {
				t.Errorf("language %d, sentence %d comes too early", side+1, i+1)
			}
			last = at
		}
	}
	first, second := Level(pcm[:8000], 16000), Level(pcm[len(pcm)-16000:], 16000)
	if math.Abs(first-second) > 3 {
		t.Errorf("one language is heard at %.1f, the other at %.1f", first, second)
	}
}

func TestASentenceThatIsNotHeardLeavesNoHole(t *testing.T) {
	a, b := strand(16000, 9000, 200, 300), strand(16000, 9000, 1000, 1100)
	a.Sentences = []Span{a.Sentences[0], {}, a.Sentences[1]}
	b.Sentences = append(b.Sentences, Span{})
	pcm, pieces := Weave(a, b)
	if len(pieces[0]) != 3 || len(pieces[1]) != 3 || float64(len(pcm))/16000 > 4*0.7+6*0.26 {
		t.Errorf("%v, %.2f s", pieces, float64(len(pcm))/16000)
	}
	if pcm, pieces := Weave(Strand{Rate: 16000}, b); len(pcm) != 0 || len(pieces[0]) != 0 {
		t.Errorf("%d samples of nothing", len(pcm))
	}
}

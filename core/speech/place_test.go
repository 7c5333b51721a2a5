package speech

import (
	"math"
	"strings"
	"testing"
)

// tones is sound with a pause after each of the lengths, in tenths of a second.
func tones(rate int, tenths ...int) []int16 {
	var pcm []int16
	for _, n := range tenths {
		for i := range n * rate / 10 {
			pcm = append(pcm, int16(9000*math.Sin(float64(i)/7)))
		}
		pcm = append(pcm, make([]int16, rate/4)...)
	}
	return pcm
}

func TestPlaceFindsSentencesByTheirPauses(t *testing.T) {
	const rate = 24000
	sentences := []string{"The river rises.", "It flows down, slowly."}
	words := Place(sentences, tones(rate, 10, 6, 5), rate)
	if len(words) != 7 {
		t.Fatalf("%d words: %v", len(words), words)
	}
	for _, w := range words {
		if sentences[w.Sentence][w.From:w.To] != w.Text {
			t.Errorf("%q stands at %q", w.Text, sentences[w.Sentence][w.From:w.To])
		}
	}
	for _, want := range []struct {
		word  int
		start float64
	}{{0, 0}, {3, 1.25}, {6, 2.1}} {
		if got := words[want.word].Start; math.Abs(got-want.start) > 0.05 {
			t.Errorf("%q is heard from %.2f s, not %.2f s", words[want.word].Text, got, want.start)
		}
	}
}

func TestPlaceKnowsWordsOfScriptsWithoutSpaces(t *testing.T) {
	for text, least := range map[string]int{"水往低处流。": 3, "नदी नीचे बहती है।": 4, "النهر يجري، ببطء.": 3} {
		words := Place([]string{text}, tones(24000, 20), 24000)
		if len(words) < least {
			t.Errorf("%q: %d words", text, len(words))
		}
		var joined strings.Builder
		for i, w := range words {
			joined.WriteString(w.Text)
			if i > 0 && w.Start < words[i-1].End-1e-9 {
				t.Errorf("%q is heard before %q ends", w.Text, words[i-1].Text)
			}
		}
		if joined.Len() == 0 {
			t.Errorf("%q: nothing", text)
		}
	}
}

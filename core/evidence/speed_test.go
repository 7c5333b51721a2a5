package evidence

import (
	"fmt"
	"testing"
	"time"

	"edusmart/core/story"
)

// longDocument gives a document of the given number of pages, about 350 words
// a page, whose words repeat as those of a schoolbook do.
func longDocument(t testing.TB, pages int) *story.Document {
	long := &story.Document{Language: "en", Pages: pages}
	parts := []*story.Document{readTrial(t, "en", "tune").doc, readTrial(t, "en", "held").doc}
	for page := 1; page <= pages; page++ {
		for i := range 8 {
			from := parts[(page+i)%2].Blocks
			b := from[(page*7+i*3)%len(from)]
			b.Page = page
			b.Text += fmt.Sprintf(" This is example %d of chapter %d about the %dth question of the lesson.", i, page, page*i)
			long.Blocks = append(long.Blocks, b)
		}
	}
	return long
}

var typed = []string{
	"A worker bee beats her four wings about two hundred times every second, and it is this beating that we hear as a hum.",
	"The queen, who is the mother of the whole town, may live for seven years in the hive and lays eggs every day.",
	"The soldiers of Rome built long straight roads with stones and gravel from one city to another.",
	"Nobody knows.",
}

// A sentence is checked while it is typed: within one frame's time, 20 ms, on a
// document of 120 pages.
func TestASentenceIsCheckedWhileItIsTyped(t *testing.T) {
	x := New(longDocument(t, 120))
	for _, text := range typed {
		best := time.Hour
		for try := range 5 {
			began := time.Now()
			x.Sentence(fmt.Sprint(text, " ", try+2000)) // never asked before
			best = min(best, time.Since(began))
		}
		if best > 20*time.Millisecond && !testing.Short() {
			t.Errorf("%v for %q", best, text)
		}
	}
}

func BenchmarkSentenceOf120Pages(b *testing.B) {
	x := New(longDocument(b, 120))
	n := 0
	for b.Loop() {
		n++
		x.Sentence(fmt.Sprint(typed[n%len(typed)], " ", n))
	}
}

func BenchmarkIndexOf120Pages(b *testing.B) {
	doc := longDocument(b, 120)
	for b.Loop() {
		New(doc)
	}
}

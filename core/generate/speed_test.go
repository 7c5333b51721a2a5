package generate_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/generate"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/model/gemini"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// The latencies of the benchmarks' service: the first page's text comes after
// the first byte, the others evenly until the last.
var latencies = map[story.PartKind]geminitest.Latency{
	story.Text:    {First: 2 * time.Second, Rest: 10 * time.Second},
	story.Picture: {First: 8 * time.Second},
	story.Voice:   {First: 5 * time.Second},
}

const benchPages = 10

// lessonText is a document that a story of ten pages can be written from.
func lessonDocument() *story.Document {
	d := &story.Document{Name: "rivers.txt", Title: "Rivers", Language: "en", Pages: 3, From: 1, To: 3, WordsOnPage: []int{300, 300, 300}}
	for i := range 30 {
		d.Blocks = append(d.Blocks, story.Block{Kind: story.Paragraph, Page: 1 + i/10, Text: fmt.Sprintf(
			"River number %d begins high in the mountains where snow melts. It carries sand and stones %d kilometres down to the wide sea. People have built town number %d beside its water.", i+1, 10*(i+1), i+1)})
	}
	return d
}

// desk gives a Desk over a fake service, whose device makes nothing but gaps
// that a test would see.
func desk(b testing.TB, server *geminitest.Server) *model.Desk {
	b.Helper()
	client, err := gemini.New(b.Context(), gemini.Config{Key: "test-key-of-no-value", BaseURL: "http://gemini.invalid", Transport: server.Transport()})
	if err != nil {
		b.Fatal(err)
	}
	s := &studio{pages: benchPages}
	return model.NewDesk(model.DeskConfig{
		Service: client, Ladders: newest(), Device: model.Makers{Writer: s, Illustrator: s, Narrator: s},
	})
}

// newest gives one model a role, none of which is gone.
func newest() map[story.PartKind][]string {
	return map[story.PartKind][]string{
		story.Text: {"gemini-2.5-flash-lite"}, story.Picture: {"gemini-nano-banana-2.1"}, story.Voice: {"gemini-3.8-flash-lite-tts"},
	}
}

// made is how a story was made.
type made struct {
	playable, whole time.Duration // from the start; playable: the first page can be played
	story           *story.Story
}

// makeStory makes one story with the makers.
func makeStory(b testing.TB, dir, id string, makers generate.Makers) made {
	b.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	begun := time.Now()
	var m made
	job := generate.Job{
		Story: &story.Story{
			ID: id, Status: story.Making, Language: "en", Grade: 5,
			Options: story.Options{Pages: benchPages, Grade: 5, Writer: story.Gemini, Illustrator: story.Gemini, Narrator: story.Gemini},
		},
		Library: lib, Makers: makers, Parallel: 2*benchPages + 1,
		Read: func(context.Context) (*story.Document, model.Scan, error) { return lessonDocument(), model.Scan{}, nil },
		Report: func(p generate.Progress) {
			if m.playable == 0 && len(p.Rows) > 0 && p.Rows[0].Text.State.Ended() && p.Rows[0].Picture.State.Ended() && p.Rows[0].Voice.State.Ended() {
				m.playable = time.Since(begun)
			}
		},
	}
	if err := generate.Run(b.Context(), job); err != nil {
		b.Fatal(err)
	}
	m.whole, m.story = time.Since(begun), job.Story
	for i, p := range m.story.Pages {
		for _, part := range []story.Part{p.Parts.Text, p.Parts.Picture, p.Parts.Voice} {
			if !strings.HasPrefix(part.Source, "gemini:") {
				b.Errorf("page %d: %+v", i+1, part)
			}
		}
	}
	return m
}

// rejected gives the most calls that one model turned away.
func rejected(s *geminitest.Server) (most int) {
	by := map[string]int{}
	for _, r := range s.Requests() {
		if r.Status == http.StatusTooManyRequests {
			by[r.Model]++
			most = max(most, by[r.Model])
		}
	}
	return most
}

// textTimes gives when each page's text is there: the same stream, read alone.
func textTimes(b testing.TB) (times []time.Duration) {
	b.Helper()
	server := geminitest.New(geminitest.Options{Latency: latencies, PictureSide: 64, VoiceRate: 8000})
	begun := time.Now()
	options := story.Options{Pages: benchPages, Grade: 5}
	for d, err := range desk(b, server).Writer(story.Gemini).Write(b.Context(), model.Brief{Document: lessonDocument(), Options: options}) {
		if err != nil {
			b.Fatal(err)
		}
		for len(times) < len(d.Pages) && d.Pages[len(times)].Complete {
			times = append(times, time.Since(begun))
		}
	}
	if len(times) != benchPages {
		b.Fatalf("%d pages came", len(times))
	}
	return times
}

// mark prints a figure beside the most that it may be, and fails over it.
func mark(b testing.TB, what string, got, most float64) {
	b.Helper()
	verdict := "ok"
	if got > most {
		verdict = "OVER ITS MARK"
		b.Errorf("%s: %.3f, more than %g", what, got, most)
	}
	fmt.Fprintf(os.Stdout, "%-72s %7.3f (at most %g): %s\n", what, got, most, verdict)
}

// inBubble runs f in virtual time, where nothing but the calls takes any.
func inBubble(t *testing.T, f func(t *testing.T)) { synctest.Test(t, f) }

func TestTheFirstPageIsPlayableAtOnce(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		server := geminitest.New(geminitest.Options{Latency: latencies, PictureSide: 64, VoiceRate: 8000})
		m := makeStory(t, shelf(t), "river-1", desk(t, server))
		critical := textTimes(t)[0] + max(latencies[story.Picture].First, latencies[story.Voice].First)
		mark(t, "first playable page, against its critical path", m.playable.Seconds()/critical.Seconds(), 1.05)
	})
}

// bound is the least time in which calls that are wanted at these times, in
// order, are answered under a quota of so many a minute: each is sent when it
// is wanted, and no earlier than a minute after the one that has its place.
func bound(wanted []time.Duration, perMinute int, latency time.Duration) time.Duration {
	sent := make([]time.Duration, len(wanted))
	for i, at := range wanted {
		if i >= perMinute {
			at = max(at, sent[i-perMinute]+time.Minute)
		}
		sent[i] = at
	}
	return sent[len(sent)-1] + latency
}

// wanted gives when the calls of so many stories are
// wanted: a voice when its page is written, a picture no earlier than the
// story's first is drawn, which it is to look like.
func wanted(b testing.TB, stories int) (pictures, voices []time.Duration) {
	for _, page := range textTimes(b) {
		for range stories {
			voices = append(voices, page)
			pictures = append(pictures, page)
		}
	}
	for i := stories; i < len(pictures); i++ {
		pictures[i] = max(pictures[i], pictures[0]+latencies[story.Picture].First)
	}
	return pictures, voices
}

func TestAStoryIsMadeAsFastAsTheQuotaAllows(t *testing.T) {
	quotas := []int{5, 10, 60}
	if testing.Short() {
		quotas = quotas[:1]
	}
	for _, perMinute := range quotas {
		for _, hints := range []bool{true, false} {
			for stories := 1; stories <= 3; stories += 2 {
				if testing.Short() && (stories == 1 || !hints) {
					continue
				}
				name := fmt.Sprintf("%d stories, %d calls a minute, hints %v", stories, perMinute, hints)
				t.Run(name, func(t *testing.T) {
					inBubble(t, func(t *testing.T) {
						server := geminitest.New(geminitest.Options{
							Latency: latencies, PictureSide: 64, VoiceRate: 8000,
							Quotas: map[string]geminitest.Quota{"": {PerMinute: perMinute, Sliding: true, Hints: hints}},
						})
						d := desk(t, server)
						dir := shelf(t)
						var all sync.WaitGroup
						var mu sync.Mutex
						var whole time.Duration
						for i := range stories {
							all.Go(func() {
								m := makeStory(t, filepath.Join(dir, fmt.Sprint(i)), fmt.Sprintf("river-%d", i), d)
								mu.Lock()
								whole = max(whole, m.whole)
								mu.Unlock()
							})
						}
						all.Wait()
						pictures, voices := wanted(t, stories)
						least := max(
							bound(pictures, perMinute, latencies[story.Picture].First),
							bound(voices, perMinute, latencies[story.Voice].First),
							latencies[story.Text].First+latencies[story.Text].Rest,
						)
						mark(t, name+": against the quota's bound", whole.Seconds()/least.Seconds(), 1.10)
						mark(t, name+": calls that were turned away, of one model", float64(rejected(server)), 2)
					})
				})
			}
		}
	}
}

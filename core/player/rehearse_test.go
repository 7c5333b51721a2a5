package player

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// tracksOf makes tracks of spoken sentences, each word a quarter of a second.
func spokenTracks(t testing.TB, texts ...string) []Track {
	t.Helper()
	var tracks []Track
	for i, text := range texts {
		path, pcm, rate := spoken(t, text)
		track := Track{ID: string(rune('a' + i)), Path: path, Duration: speech.Duration(len(pcm), rate), Ready: true}
		for at := 0.0; at+0.25 < track.Duration.Seconds(); at += 0.25 {
			track.Words = append(track.Words, story.Word{Start: at, End: at + 0.2})
		}
		half := len(track.Words) / 2
		track.Sentences = []Span{{Start: 0, End: track.Words[half-1].End}, {Start: track.Words[half].Start, End: track.Duration.Seconds()}}
		tracks = append(tracks, track)
	}
	return tracks
}

func TestARehearsalPlaysAllPagesAndWordsInOrder(t *testing.T) {
	tracks := spokenTracks(t, "The water of the sea rises as vapour and forms clouds.", "It falls again as rain on the mountains.", "Rivers bring it back to the sea.")
	tracks = slices.Insert(tracks, 1, Track{ID: "silent", Duration: 2 * time.Second, Ready: true})
	tracks[0].Stops = []int{0, 1}
	words, sentences, length := 0, 1, time.Duration(0) // a silent page is one sentence
	for _, track := range tracks {
		words += len(track.Words)
		sentences += len(track.Sentences)
		length += track.Duration
	}
	sentences-- // and is not counted where it has no spans
	var pages []int
	begun := time.Now()
	r, err := Rehearse(t.Context(), tracks, func(page int) { pages = append(pages, page) })
	if err != nil || len(r.Faults) != 0 {
		t.Fatalf("%v, %v", r.Faults, err)
	}
	if r.Pages != 4 || r.Words != words || r.Sentences != sentences || (r.Length-length).Abs() > 100*time.Millisecond {
		t.Errorf("%+v; want %d words, %d sentences, %v", r, words, sentences, length)
	}
	if !slices.Equal(pages, []int{0, 1, 2, 3}) {
		t.Errorf("the pages were %v", pages)
	}
	if took := time.Since(begun); took > length {
		t.Errorf("it took %v for %v", took, length)
	}
}

func TestARehearsalNamesThePageThatDoesNotPlay(t *testing.T) {
	two := spokenTracks(t, "The water of the sea rises.", "It falls again as rain.")
	torn := filepath.Join(t.TempDir(), "torn.wav")
	if err := os.WriteFile(torn, []byte("RIFF"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func(*Track)
		want   []Fault
	}{
		{"no sound", func(p *Track) { p.Path = torn }, []Fault{{1, FaultVoice}}},
		{"gone", func(p *Track) { p.Path = torn + "x" }, []Fault{{1, FaultVoice}}},
		{"words in disorder", func(p *Track) { p.Words[1], p.Words[2] = p.Words[2], p.Words[1] }, []Fault{{1, FaultWords}}},
		{"a word after the end", func(p *Track) { p.Words[len(p.Words)-1] = story.Word{Start: 99, End: 100} }, []Fault{{1, FaultWords}}},
		{"not ready", func(p *Track) { p.Ready = false }, []Fault{{1, FaultStuck}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tracks := slices.Clone(two)
			tracks[1].Words = slices.Clone(two[1].Words)
			c.change(&tracks[1])
			r, err := Rehearse(t.Context(), tracks, nil)
			if err != nil || !slices.Equal(r.Faults, c.want) {
				t.Errorf("%v, %v", r.Faults, err)
			}
		})
	}
}

func TestARehearsalEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, err := Rehearse(ctx, pages(30, 30, 30), func(page int) {
		if page == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || r.Pages != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestNothingIsRehearsedOfAnEmptyStory(t *testing.T) {
	if r, err := Rehearse(t.Context(), nil, nil); err != nil || r.Pages != 0 || len(r.Faults) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

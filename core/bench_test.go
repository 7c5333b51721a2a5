package core_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/library"
	"edusmart/core/story"
)

const manyStories = 5000

// fillLibrary writes thousands of stories of eight pages into a folder, as
// fast as a disk takes them: nothing is measured here.
func fillLibrary(b *testing.B, root string, n int) {
	b.Helper()
	random := rand.New(rand.NewPCG(7, 8))
	words := strings.Fields("water river sea sun cloud rain snow glacier mountain valley leaf root flower seed bee heart lung bone star moon planet light sound bridge tower stone fire ash lava wind sand island whale fish bird النهر الماء الجبل Wasser Fluß Straße été forêt 水 循環 น้ำ पानी")
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 16, 16))); err != nil {
		b.Fatal(err)
	}
	lib, err := library.Open(root)
	if err != nil {
		b.Fatal(err)
	}
	rel, err := lib.PutAsset("story-0000", picture.Bytes(), "png")
	if err != nil {
		b.Fatal(err)
	}
	sentence := func() string {
		var s []string
		for range 9 + random.IntN(8) {
			s = append(s, words[random.IntN(len(words))])
		}
		return strings.Join(s, " ") + "."
	}
	old := time.Now().Add(-time.Hour)
	for i := range n {
		s := story.Story{
			Format: story.Format, ID: fmt.Sprintf("story-%04d", i), Title: fmt.Sprintf("The %s and the %s %d", words[random.IntN(len(words))], words[random.IntN(len(words))], i),
			Language: "en", Grade: random.IntN(13), Status: story.Done, Created: old.Add(-time.Duration(i) * time.Hour).UTC(),
			Tags: []string{words[random.IntN(20)]},
		}
		for p := range 8 {
			page := story.Page{ID: fmt.Sprintf("page-%02d", p+1), Title: sentence(), Seconds: 20, Picture: rel}
			page.Parts = story.Parts{Text: story.Part{State: story.Ready}, Picture: story.Part{State: story.Ready}, Voice: story.Part{State: story.Skipped}}
			for k := range 4 {
				text := sentence()
				page.Sentences = append(page.Sentences, story.Sentence{Text: text, SourcePage: p + 1, Quote: text})
				for w, at := 0, 0; w < 9; w++ {
					page.Words = append(page.Words, story.Word{Text: "word", Start: float64(at), End: float64(at) + 0.4, Sentence: k, To: 4})
				}
			}
			s.Pages = append(s.Pages, page)
		}
		data, err := json.Marshal(&s)
		dir := filepath.Join(root, s.ID, "assets")
		if err == nil {
			err = os.MkdirAll(dir, 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(root, s.ID, rel), picture.Bytes(), 0o644)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(root, s.ID, "story.json"), data, 0o644)
		}
		for _, name := range []string{"story.json", ""} {
			if err == nil {
				err = os.Chtimes(filepath.Join(root, s.ID, name), old, old)
			}
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// untilShown opens an App and gives how long it took until want held.
func untilShown(b *testing.B, home string, want func(core.LibraryState) bool) (time.Duration, *core.App, core.LibraryState) {
	b.Helper()
	begun := time.Now()
	a, err := core.Open(core.Config{Home: home})
	if err != nil {
		b.Fatal(err)
	}
	var took time.Duration
	var state core.LibraryState
	ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
	defer cancel()
	a.Watch(ctx, func(e core.Event) {
		if l, ok := e.(core.LibraryState); ok && took == 0 && want(l) {
			took, state = time.Since(begun), l
			cancel()
		}
	})
	if took == 0 {
		b.Fatal("never shown")
	}
	return took, a, state
}

// BenchmarkLibrary measures a library of 5,000 stories.
func BenchmarkLibrary(b *testing.B) {
	home := b.TempDir()
	fillLibrary(b, filepath.Join(home, "library"), manyStories)
	all := func(l core.LibraryState) bool { return l.Loaded && len(l.Cards) == manyStories }
	for b.Loop() {
		took, a, _ := untilShown(b, home, all)
		mark(b, "5,000 stories: every one read, without an index", float64(took.Milliseconds()), 30_000, "ms")
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
		var opened []time.Duration
		var state core.LibraryState
		for range 5 {
			took, a, l := untilShown(b, home, all)
			opened, state = append(opened, took), l
			if err := a.Close(); err != nil {
				b.Fatal(err)
			}
		}
		slices.Sort(opened)
		mark(b, "5,000 stories: opened to all cards, with the index", float64(opened[2].Microseconds())/1000, 100, "ms")

		var keys []time.Duration
		for _, typed := range []string{"glacier river", "النهر", "strasse fluss", "水循", "zzz nothing", "น้ำ"} {
			letters := []rune(typed)
			for n := range letters {
				begun := time.Now()
				core.Find(state.Cards, string(letters[:n+1]))
				keys = append(keys, time.Since(begun))
			}
		}
		slices.Sort(keys)
		mark(b, "5,000 stories: search, median of a key", float64(keys[len(keys)/2].Microseconds())/1000, 50, "ms")
		mark(b, "5,000 stories: search, slowest key", float64(keys[len(keys)-1].Microseconds())/1000, 50, "ms")
		begun := time.Now()
		core.Order(state.Cards, "title")
		mark(b, "5,000 stories: in order of title", float64(time.Since(begun).Microseconds())/1000, 50, "ms")
		begun = time.Now()
		core.FindTwins(state.Cards)
		mark(b, "5,000 stories: duplicates", float64(time.Since(begun).Microseconds())/1000, 50, "ms")
	}
}

// mark prints a figure beside the most that it may be.
func mark(b *testing.B, what string, got, most float64, unit string) {
	b.Helper()
	verdict := "ok"
	if got > most {
		verdict = "OVER ITS MARK"
	}
	fmt.Printf("%-58s %8.2f %s (at most %g): %s\n", what, got, unit, most, verdict)
}

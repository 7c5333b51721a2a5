package windowtest

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"edusmart/core/story"
)

// pinkStories writes stories with a pink picture into a home's library, as fast
// as the disk takes them.
func pinkStories(b *testing.B, home string, n int) {
	b.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range img.Pix {
		img.Pix[i] = []uint8{255, 140, 140, 255}[i%4]
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		b.Fatal(err)
	}
	rel := fmt.Sprintf("assets/%x.png", sha256.Sum256(picture.Bytes()))
	old := time.Now().Add(-time.Hour)
	ready := story.Part{State: story.Ready}
	for i := range n {
		s := story.Story{
			Format: story.Format, ID: fmt.Sprintf("story-%04d", i), Title: fmt.Sprintf("Story %d", i), Language: "en", Status: story.Done,
			Created: old.Add(-time.Duration(i) * time.Minute).UTC(),
			Pages:   []story.Page{{ID: "page-01", Picture: rel, Parts: story.Parts{Text: ready, Picture: ready}}},
		}
		for k := range 30 {
			s.Pages[0].Sentences = append(s.Pages[0].Sentences, story.Sentence{Text: fmt.Sprintf("Sentence %d of story %d tells how water flows from the mountain down to the sea.", k, i)})
		}
		data, err := json.Marshal(&s)
		dir := filepath.Join(home, "library", s.ID)
		if err == nil {
			err = os.MkdirAll(filepath.Join(dir, "assets"), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, rel), picture.Bytes(), 0o644)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "story.json"), data, 0o644)
		}
		for _, name := range []string{"story.json", ""} {
			if err == nil {
				err = os.Chtimes(filepath.Join(dir, name), old, old)
			}
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFirstCardsOf5000Stories measures from the window's first frame to
// the first cards with their pictures, beside a library of ten stories.
func BenchmarkFirstCardsOf5000Stories(b *testing.B) {
	few, many := b.TempDir(), b.TempDir()
	pinkStories(b, few, 10)
	pinkStories(b, many, 5000)
	d := newDesktop(b, 1366, 768)
	d.firstCards(b, few) // makes the index
	d.firstCards(b, many)
	for b.Loop() {
		var took, ofTen []time.Duration
		for range 7 {
			took = append(took, d.firstCards(b, many))
			ofTen = append(ofTen, d.firstCards(b, few))
		}
		fmt.Printf("from the window to the first cards: %v of 5,000 stories, %v of 10\n", median(took), median(ofTen))
		mark(b, "5,000 stories: from the window to the first cards", float64(median(took).Milliseconds()), 100, "ms")
	}
}

// firstCards starts the program and gives the time from its window to its
// cards.
func (d *desktop) firstCards(b *testing.B, home string) time.Duration {
	b.Helper()
	eye := d.watcher(b)
	defer eye.close()
	cmd := d.command(binaryFor(b))
	cmd.Env = append(cmd.Env, "EDUSMART_HOME="+home, "FYNE_THEME=light")
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	window := eye.until(b, begun, func() bool { return !eye.dark() })
	took := time.Duration(0)
	if !eye.pink() {
		took = eye.until(b, begun, eye.pink) - window
	}
	id := firstLine(d.output("xdotool", "search", "--onlyvisible", "--name", "EduSmart"))
	if n, err := strconv.Atoi(id); err == nil {
		d.output("wmctrl", "-i", "-c", fmt.Sprintf("0x%x", n))
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	until(b, 30*time.Second, "the window goes away", eye.dark)
	return took
}

// pink reports whether pictures of pinkStories are on the screen, where the
// first row of cards is.
func (e *eye) pink() bool {
	row := e.row(340)
	for i := 0; i+3 < len(row); i += 4 {
		if row[i+2] > 0xc0 && int(row[i+2])-int(row[i+1]) > 80 {
			return true
		}
	}
	return false
}

package windowtest

import (
	"encoding/json"
	"fmt"
	"image"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// A rate limit in the real window: the countdown is seen to count, and the
// story is completed.
func TestARateLimitIsCountedDownAndTheStoryIsCompleted(t *testing.T) {
	const hint = 14 * time.Second
	server := geminitest.New(geminitest.Options{Hint: hint, PictureSide: 512, Latency: map[story.PartKind]geminitest.Latency{
		story.Text: {First: 300 * time.Millisecond, Rest: time.Second}, story.Picture: {First: time.Second}, story.Voice: {First: time.Second},
	}})
	server.InjectTimes(story.Picture, geminitest.QuotaMinute, 1)
	d := newDesktop(t, 1366, 768,
		"GEMINI_API_KEY=a-key-of-no-value-for-a-fake", "GOOGLE_API_KEY=", "GOOGLE_GEMINI_BASE_URL="+server.Start(t))
	home := t.TempDir()
	// With less motion the rings step once a second, and nothing else moves.
	settings := []byte(`{"less_motion":true,"theme":"light","grade":5,"pages":6,"speed":1,"volume":1,"monthly_cap_usd":5}`)
	if err := os.WriteFile(filepath.Join(home, "settings.json"), settings, 0o600); err != nil {
		t.Fatal(err)
	}
	lesson, err := filepath.Abs(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := d.launch(home, lesson)
	a.settled("6-online-create")
	a.key("Return")
	rejected := func() bool {
		for _, r := range server.Requests() {
			if r.Status == http.StatusTooManyRequests {
				return true
			}
		}
		return false
	}
	until(t, 20*time.Second, "a call is turned away", rejected)
	until(t, 10*time.Second, "the voices are there", func() bool { return server.Count(story.Voice) == 6 })
	until(t, 60*time.Second, "the voices are kept", func() bool { return keptVoices(home) == 6 })
	time.Sleep(2 * time.Second) // the last one is shown; the world outside has no other sign of it

	counted := 0
	last := a.shot("7-waiting-0")
	for i := 1; i <= 4; i++ {
		time.Sleep(1100 * time.Millisecond) // the teacher watches the clock
		now := a.shot(fmt.Sprintf("7-waiting-%d", i))
		if changed(right(last), right(now)) > 0 {
			counted++
		}
		if c := changed(page(last), page(now)); c > 0 {
			t.Errorf("the page itself moved: %.4f", c)
		}
		last = now
	}
	if counted != 4 {
		t.Errorf("the countdown moved %d times in 4 looks", counted)
	}
	until(t, 60*time.Second, "the story is made", func() bool { return len(finished(a)) == 1 })
	a.settled("8-online-story")
	for i, p := range finished(a)[0].Pages {
		for _, part := range []story.Part{p.Parts.Text, p.Parts.Picture, p.Parts.Voice} {
			if !strings.HasPrefix(part.Source, "gemini:") {
				t.Errorf("page %d: %+v", i+1, part)
			}
		}
	}
	a.key("ctrl+4")
	a.settled("9-activity")
	a.close()
}

// right is the column with the readiness board and what asks for attention.
func right(img image.Image) image.Image { return part(img, 0.69, 1) }

// page is the story's page.
func page(img image.Image) image.Image { return part(img, 0.1, 0.65) }

// part is a picture between two shares of its width, without its ends.
func part(img image.Image, from, to float64) image.Image {
	b := img.Bounds()
	at := func(share float64) int { return b.Min.X + int(share*float64(b.Dx())) }
	r := image.Rect(at(from), b.Min.Y+b.Dy()/4, at(to), b.Max.Y-b.Dy()/4)
	return img.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(r)
}

// keptVoices is how many voices the stories of a home have, their words' times
// included.
func keptVoices(home string) int {
	files, _ := filepath.Glob(filepath.Join(home, "library", "*", "story.json"))
	n := 0
	for _, file := range files {
		var s story.Story
		if data, err := os.ReadFile(file); err != nil || json.Unmarshal(data, &s) != nil {
			continue
		}
		for i := range s.Pages {
			if s.Pages[i].Parts.Voice.State.Ended() && len(s.Pages[i].Words) > 0 {
				n++
			}
		}
	}
	return n
}

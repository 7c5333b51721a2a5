package video_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
	"edusmart/core/export/video"
	"edusmart/core/model"
	"edusmart/core/story"
)

var (
	orange = color.RGBA{0xE8, 0x70, 0x20, 0xFF}
	green  = color.RGBA{0x20, 0x90, 0x40, 0xFF}
)

// book is a story of pages with a voice, without one, in two languages and
// from right to left.
func book(t testing.TB) *exporttest.Book {
	b := exporttest.NewBook("Volcano; a = #1 \\ story", "es")
	p := b.Page("The top = a hole", 0, "Near the top, the gas bubbles burst all at once.", "Ash and glowing rock shoot high into the sky.", "This is called an eruption.")
	b.Draw(t, p, 640, 640, orange, "A volcano")
	b.Speak(t, p, 22_050)
	quiet := b.Page("", 2, "Nobody reads this aloud.")
	b.Draw(t, quiet, 900, 200, green, "A wide figure")
	quiet.Fit = story.Whole
	b.Speak(t, b.Page("العربية", 0, "ثار البركان عام 1707، وبلغ (3776) متراً."), 44_100)
	return b
}

type probed struct {
	Streams []struct {
		Kind     string            `json:"codec_type"`
		Codec    string            `json:"codec_name"`
		Width    int               `json:"width"`
		Height   int               `json:"height"`
		Pixels   string            `json:"pix_fmt"`
		Space    string            `json:"color_space"`
		Rate     string            `json:"avg_frame_rate"`
		Duration float64           `json:"duration,string"`
		Tags     map[string]string `json:"tags"`
	}
	Format struct {
		Duration float64 `json:"duration,string"`
		Tags     map[string]string
	}
	Chapters []struct {
		Start float64 `json:"start_time,string"`
		Tags  map[string]string
	}
}

func probe(t testing.TB, file string) (p probed) {
	t.Helper()
	if err := json.Unmarshal(exporttest.Run(t, "ffprobe", "-v", "error", "-show_streams", "-show_format", "-show_chapters", "-of", "json", file), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheFilmIsWhatThePlayersExpect(t *testing.T) {
	if say := video.Missing(); say != "" {
		t.Fatal(say)
	}
	b := book(t)
	c := b.Content(t)
	var told [][2]int
	var buf bytes.Buffer
	if err := video.Write(t.Context(), c, &buf, func(done, of int) { told = append(told, [2]int{done, of}) }); err != nil {
		t.Fatal(err)
	}
	file := exporttest.File(t, "film.mp4", buf.Bytes())
	p := probe(t, file)
	narration := c.Story.Seconds()
	if math.Abs(p.Format.Duration-narration) > 0.2 {
		t.Errorf("the film lasts %.3f s, the narration %.3f s", p.Format.Duration, narration)
	}
	if p.Format.Tags["title"] != c.Story.Title {
		t.Errorf("its title is %q", p.Format.Tags["title"])
	}
	found := map[string]bool{}
	for _, s := range p.Streams {
		switch s.Codec {
		case "h264":
			found[s.Kind] = s.Width == 1920 && s.Height == 1080 && s.Pixels == "yuv420p" && s.Space == "bt709"
		case "aac", "mov_text":
			found[s.Kind] = s.Tags["language"] == "spa" && math.Abs(s.Duration-narration) < 0.3
		}
	}
	if !found["video"] || !found["audio"] || !found["subtitle"] {
		t.Errorf("the streams are %+v", p.Streams)
	}
	starts := []float64{0, c.Story.Pages[0].Seconds, c.Story.Pages[0].Seconds + 2}
	for i, title := range []string{"The top = a hole", "Page 2", "العربية"} {
		if len(p.Chapters) != 3 || p.Chapters[i].Tags["title"] != title || math.Abs(p.Chapters[i].Start-starts[i]) > 0.01 {
			t.Fatalf("the chapters are %+v", p.Chapters)
		}
	}
	if at := bytes.Index(buf.Bytes(), []byte("moov")); at < 0 || at > bytes.Index(buf.Bytes(), []byte("mdat")) {
		t.Error("it cannot be played before it is loaded whole")
	}
	showsThePageWithItsWordLit(t, file, c.Story)
	captionsInside(t, file, c.Story)
	soundInside(t, file, narration)
	if last := told[len(told)-1]; last[0] != last[1] || last[0] < int(narration) {
		t.Errorf("progress was %v", told)
	}
	for i := 1; i < len(told); i++ {
		if told[i][0] < told[i-1][0] || told[i][0] > told[i][1] {
			t.Errorf("progress went from %v to %v", told[i-1], told[i])
		}
	}
}

func captionsInside(t *testing.T, file string, s *story.Story) {
	t.Helper()
	srt := string(exporttest.Run(t, "ffmpeg", "-v", "error", "-i", file, "-map", "0:s:0", "-f", "srt", "-"))
	srt = strings.ReplaceAll(srt, "\r\n", "\n")
	for _, c := range captions.Of(s, nil) {
		at := strings.Index(srt, c.Text)
		if at < 0 {
			t.Errorf("%q is not among the captions\n%s", c.Text, srt)
			continue
		}
		lines := strings.Split(strings.TrimSpace(srt[:at]), "\n")
		from, _, _ := strings.Cut(lines[len(lines)-1], " --> ")
		when, err := time.Parse("15:04:05,000", from)
		if got := float64(when.Hour()*3600+when.Minute()*60+when.Second()) + float64(when.Nanosecond())/1e9; err != nil || math.Abs(got-c.Start.Seconds()) > 0.02 {
			t.Errorf("%q comes at %s, not at %v", c.Text, from, c.Start)
		}
	}
}

// soundInside asserts that the tones are heard, and silence on the page
// without a voice.
func soundInside(t *testing.T, file string, seconds float64) {
	t.Helper()
	pcm := exporttest.Run(t, "ffmpeg", "-v", "error", "-i", file, "-map", "0:a:0", "-f", "s16le", "-ac", "1", "-ar", "8000", "-")
	if got := float64(len(pcm)) / 16_000; math.Abs(got-seconds) > 0.2 {
		t.Errorf("the sound lasts %.3f s of %.3f s", got, seconds)
	}
	loud := func(from, to float64) float64 {
		var sum float64
		n := 0
		for i := int(from*8000) * 2; i < int(to*8000)*2 && i+1 < len(pcm); i += 2 {
			v := float64(int16(uint16(pcm[i]) | uint16(pcm[i+1])<<8))
			sum, n = sum+v*v, n+1
		}
		return math.Sqrt(sum / float64(n))
	}
	if v := loud(0.05, 0.28); v < 3000 {
		t.Errorf("the first word is %.0f loud", v)
	}
}

// picture gives the film's picture at a time.
func picture(t *testing.T, file string, at float64) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(exporttest.Run(t, "ffmpeg", "-v", "error", "-ss", strconv.FormatFloat(at, 'f', 3, 64), "-i", file, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-")))
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("EDUSMART_SHOTS"); dir != "" {
		var b bytes.Buffer
		png.Encode(&b, img)
		os.WriteFile(filepath.Join(dir, "film-"+strconv.FormatFloat(at, 'f', 1, 64)+".png"), b.Bytes(), 0o600)
	}
	return img
}

func near(img image.Image, x, y int, want color.RGBA) bool {
	r, g, b, _ := img.At(x, y).RGBA()
	off := func(a uint32, b uint8) bool { return math.Abs(float64(a>>8)-float64(b)) > 6 }
	return !off(r, want.R) && !off(g, want.G) && !off(b, want.B)
}

// count is how many points of an area have a colour.
func count(img image.Image, area image.Rectangle, want color.RGBA) (n int, middle image.Point) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if near(img, x, y, want) {
				n++
				middle = middle.Add(image.Pt(x, y))
			}
		}
	}
	if n > 0 {
		middle = middle.Div(n)
	}
	return n, middle
}

func showsThePageWithItsWordLit(t *testing.T, file string, s *story.Story) {
	t.Helper()
	page, sentence, word := color.RGBA{0xFF, 0xFD, 0xF7, 0xFF}, color.RGBA{0xDD, 0xE8, 0xF6, 0xFF}, color.RGBA{0x1F, 0x4B, 0x82, 0xFF}
	text := image.Rect(864, 0, 1920, 1080)
	p := &s.Pages[0]
	var before image.Point
	for i, w := range p.Words {
		if i%4 != 0 {
			continue
		}
		img := picture(t, file, (w.Start+w.End)/2)
		if !near(img, 20, 20, orange) || !near(img, 432, 540, color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}) || !near(img, 1910, 10, page) {
			t.Errorf("at %q the picture or the page is not there", w.Text)
		}
		if n, _ := count(img, text, sentence); n < 5000 {
			t.Errorf("at %q %d points of a sentence are lit", w.Text, n)
		}
		n, at := count(img, text, word)
		if n < 500 || at == before {
			t.Errorf("at %q %d points of a word are lit, at %v after %v", w.Text, n, at, before)
		}
		before = at
	}
	img := picture(t, file, p.Seconds+1)
	if n, _ := count(img, text, word); n > 0 {
		t.Error("a word is lit on a page that nobody reads")
	}
	if !near(img, 20, 540, green) || !near(img, 20, 20, page) {
		t.Error("a document's figure is not shown whole")
	}
	img = picture(t, file, p.Seconds+2+0.2)
	if n, at := count(img, image.Rect(0, 0, 1920, 1080), word); n < 500 || at.X < 1400 {
		t.Errorf("the first word of a text from right to left is lit at %v", at)
	}
}

func TestAPageInTwoLanguagesLightsBoth(t *testing.T) {
	b := exporttest.NewBook("Two", "en")
	p := b.Page("Two", 0, "The volcano wakes up.", "It is hot.")
	p.Sentences[0].Also, p.Sentences[1].Also = "El volcán se despierta.", "Hace calor."
	b.Story.Also = "es"
	b.Speak(t, p, 24_000)
	long := b.Page("Long", 8)
	for range 14 {
		long.Sentences = append(long.Sentences, story.Sentence{Text: "The rock that flows down the slopes is called lava."})
	}
	file := exporttest.File(t, "film.mp4", exporttest.Write(t, b.Content(t), video.Write))
	lit := color.RGBA{0xDD, 0xE8, 0xF6, 0xFF}
	img := picture(t, file, 0.5)
	rows := 0
	for y, in := 0, false; y < 1080; y++ {
		n, _ := count(img, image.Rect(0, y, 1920, y+1), lit)
		if now := n > 60; now != in {
			if in = now; in {
				rows++
			}
		}
	}
	if rows != 2 {
		t.Errorf("%d lines are lit", rows)
	}
	if n, _ := count(img, img.Bounds(), color.RGBA{0x4E, 0x48, 0x3F, 0xFF}); n < 500 {
		t.Errorf("%d points of letters are as quiet as those of the second language", n)
	}
	// The page that does not fit is shown in steps, in letters as large.
	ink := color.RGBA{0x1B, 0x19, 0x16, 0xFF}
	first, last := picture(t, file, b.Story.Pages[0].Seconds+1), picture(t, file, b.Story.Pages[0].Seconds+7)
	before, _ := count(first, first.Bounds(), ink)
	after, _ := count(last, last.Bounds(), ink)
	if before < 20_000 || after < 5_000 || before == after {
		t.Errorf("of the long page %d and then %d points of letters are seen", before, after)
	}
}

func TestWithoutFFmpegItSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if say := video.Missing(); !strings.HasPrefix(say, "ffmpeg is not installed") {
		t.Errorf("what is missing: %q", say)
	}
	err := video.Write(t.Context(), book(t).Content(t), io.Discard, nil)
	if model.KindOf(err) != model.Device || model.Sentence(err) != video.Missing() {
		t.Errorf("%v", err)
	}
}

func TestABrokenFFmpegIsToldOf(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ffmpeg"), []byte("#!/bin/sh\necho \"Unknown encoder 'libx264'\" >&2\nexit 1\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	err := video.Write(t.Context(), book(t).Content(t), io.Discard, nil)
	if model.KindOf(err) != model.Device || !strings.Contains(model.Sentence(err), "H.264") {
		t.Errorf("%v", err)
	}
}

func TestStoppingEndsFFmpegAndLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	b := exporttest.NewBook("Long", "en")
	b.Page("Long", 100, "A long page.")
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	err := video.Write(ctx, b.Content(t), &out, func(done, _ int) {
		if done >= 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("%v, with %d bytes written", err, out.Len())
	}
	if left, _ := filepath.Glob(filepath.Join(temp, "edusmart-video-*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	if out, err := exec.Command("pgrep", "-f", temp).Output(); err == nil {
		t.Errorf("ffmpeg still runs: %s", out)
	}
}

func TestAStoryWithoutPagesIsNoFilm(t *testing.T) {
	err := video.Write(t.Context(), exporttest.NewBook("Empty", "en").Content(t), io.Discard, nil)
	if model.KindOf(err) != model.Input {
		t.Errorf("%v", err)
	}
}

// BenchmarkFilm makes the film of a story of three minutes.
func BenchmarkFilm(b *testing.B) {
	book := exporttest.NewBook("Three minutes", "en")
	for range 6 {
		p := book.Page("Page", 0, strings.Fields(strings.Repeat("Near the top, the gas bubbles burst all at once. ", 1))[0]+" the top of the mountain, the gas bubbles burst all at once and throw ash and glowing rock high into the sky.",
			"The wind carries the ash over the villages and the fields, so that people far away can see it fall for many days.",
			"The rock that flows down the slopes is called lava, and it is so hot that it burns all that stands in its way to the sea.")
		book.Draw(b, p, 1024, 1024, orange, "A volcano")
		book.Speak(b, p, 24_000)
	}
	c := book.Content(b)
	write := content.Writer(video.Write)
	for b.Loop() {
		from := time.Now()
		if err := write(b.Context(), c, io.Discard, nil); err != nil {
			b.Fatal(err)
		}
		took := time.Since(from).Seconds()
		b.ReportMetric(took/c.Story.Seconds(), "of-its-length")
		b.ReportMetric(c.Story.Seconds(), "s-of-film")
	}
}

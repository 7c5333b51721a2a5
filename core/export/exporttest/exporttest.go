// Package exporttest is what the tests of the packages below core/export
// share: stories to hand on, and readers written by others to read the files
// with.
//
// Imported by tests only.
package exporttest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"edusmart/core/export/content"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Book makes a story whose pages have pictures and narrations.
type Book struct {
	Story *story.Story
	files map[string][]byte
}

// NewBook begins a story in a language.
func NewBook(title, language string) *Book {
	return &Book{files: map[string][]byte{}, Story: &story.Story{
		Format: story.Format, ID: "a-story-to-hand-on", Title: title, Language: language, Grade: 3, Status: story.Done,
		Created: time.Date(2026, 3, 4, 5, 6, 8, 0, time.UTC), Source: story.Source{Name: "lesson.pdf", Pages: 9},
	}}
}

// Keep keeps a file of the story and gives its name in it.
func (b *Book) Keep(data []byte, ending string) string {
	rel := fmt.Sprintf("assets/%x.%s", sha256.Sum256(data), ending)
	b.files[rel] = data
	return rel
}

// Page adds a page without a picture or a voice, to be read in as many
// seconds.
func (b *Book) Page(title string, seconds float64, sentences ...string) *story.Page {
	p := story.Page{ID: fmt.Sprintf("page-%d", len(b.Story.Pages)+1), Title: title, Seconds: seconds}
	for i, s := range sentences {
		p.Sentences = append(p.Sentences, story.Sentence{Text: s, SourcePage: i + 1, Quote: s})
	}
	p.Parts.Text.State, p.Parts.Picture.State, p.Parts.Voice.State = story.Ready, story.Skipped, story.Skipped
	b.Story.Pages = append(b.Story.Pages, p)
	return &b.Story.Pages[len(b.Story.Pages)-1]
}

// Draw gives a page a picture of one colour with a mark in its middle.
func (b *Book) Draw(t testing.TB, p *story.Page, w, h int, c color.Color, alt string) {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	mark := image.Rect(w/2-w/20, h/2-h/20, w/2+w/20, h/2+h/20)
	draw.Draw(img, mark, image.White, image.Point{}, draw.Src)
	var buf bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	p.Picture, p.Alt, p.Parts.Picture.State, p.Fit = b.Keep(buf.Bytes(), "png"), alt, story.Ready, story.Crop
}

// Speak gives a page a narration of a tone a word, each a third of a second
// and a tenth of silence, with the words' times.
func (b *Book) Speak(t testing.TB, p *story.Page, rate int) {
	t.Helper()
	var pcm []int16
	for i, s := range p.Sentences {
		at := 0
		for word := range strings.FieldsSeq(s.Text) {
			from := at + strings.Index(s.Text[at:], word)
			at = from + len(word)
			start := float64(len(pcm)) / float64(rate)
			for k := range rate / 3 {
				pcm = append(pcm, int16(8000*math.Sin(2*math.Pi*(220+float64(i)*60)*float64(k)/float64(rate))))
			}
			p.Words = append(p.Words, story.Word{Text: word, Sentence: i, From: from, To: at, Start: start, End: float64(len(pcm)) / float64(rate)})
			pcm = append(pcm, make([]int16, rate/10)...)
		}
	}
	var buf bytes.Buffer
	if err := speech.EncodeWAV(&buf, pcm, rate); err != nil {
		t.Fatal(err)
	}
	p.Narration, p.Parts.Voice.State, p.Voice = b.Keep(buf.Bytes(), "wav"), story.Ready, "tones"
	p.Seconds = float64(len(pcm)) / float64(rate)
}

// Ask adds a question.
func (b *Book) Ask(question, why string, answer int, options ...string) {
	b.Story.Quiz = append(b.Story.Quiz, story.Question{Question: question, Options: options, Answer: answer, Explanation: why})
}

// Content gives the story to be handed on.
func (b *Book) Content(t testing.TB) *content.Content {
	t.Helper()
	if err := b.Story.Check(); err != nil {
		t.Fatal(err)
	}
	return &content.Content{Story: b.Story, Fonts: Fonts(t), Asset: func(rel string) ([]byte, error) {
		data, has := b.files[rel]
		if !has {
			return nil, fmt.Errorf("%s: %w", rel, os.ErrNotExist)
		}
		return data, nil
	}}
}

// Write writes a story with a format and gives the file.
func Write(t testing.TB, c *content.Content, write content.Writer) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := write(t.Context(), c, &buf, nil); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// File keeps what was written in a file and gives its path.
func File(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := t.TempDir() + "/" + name
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Texts are sentences that are hard on formats, by what makes them so.
var Texts = map[string]string{
	"backslash": `C:\new\table and \\server\share`,
	"gift":      `a = b ~ c # d { e } f : g -> h`,
	"comment":   `// not a comment`,
	"weight":    `%50% of the water`,
	"format":    `[html] stands for [something]`,
	"quotes":    `She said "it's 'so'" – “so”, and ; , too`,
	"markup":    `1 < 2 && 3 > 2, <b>bold</b> &amp; {{c1::gap}} [sound:x.mp3]`,
	"formula":   `=1+1`,
	"at":        `@home`,
	"minus":     `-5`,
	"plus":      `+cmd|' /C calc'!A0`,
	"arrow":     `00:00:01.000 --> 00:00:02.000`,
	"hash":      `#1 of all`,
	"lines":     "one line\nanother line",
	"arabic":    "ثار البركان عام 1707، وبلغ (3776) متراً.",
	"hebrew":    "ההר געש! 50% – \"כן\"",
	"hindi":     "ज्वालामुखी का लावा गरम होता है।",
	"thai":      "ภูเขาไฟระเบิดเมื่อปีที่แล้ว",
	"chinese":   "火山在一七〇七年爆发：“轰！”",
	"emoji":     "👩‍🚀 and 🇧🇷 and 👍🏽 fly",
	"math":      `x² + √2 ≤ ½·π, $E=mc^2$ and \(a\)`,
	"escape":    `_x0041_ and _x000D_ stay`,
}

// Controls is a text with what no format can hold, and what is left of it.
const (
	Controls     = "a\x00b\x0bc\u0085d\r\ne\tf"
	ControlsLeft = "abc d e f"
)

// Save writes a file.
func Save(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

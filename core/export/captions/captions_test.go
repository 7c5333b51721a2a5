package captions_test

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"edusmart/core/export/captions"
	"edusmart/core/export/exporttest"
	"edusmart/core/story"
)

// book is a story of pages of every kind: with a voice, without, in scripts
// that put no spaces, and with sentences that are long.
func book(t *testing.T) *exporttest.Book {
	b := exporttest.NewBook("Volcano", "en")
	b.Speak(t, b.Page("Spoken", 0, "Near the top, the gas bubbles burst all at once.", "Ash and glowing rock shoot high into the sky, and the wind carries them over the villages and the fields, so that people far away can see them fall for many days.", "This is called an eruption."), 22_050)
	b.Page("Silent", 30, "火山在一七〇七年爆发，火山灰落在很远的城市里，人们要点灯才能看见东西，这样的情况持续了很多天，最后终于停止了。", "ภูเขาไฟระเบิดเมื่อปีที่แล้วและเถ้าถ่านปกคลุมเมืองทั้งเมืองเป็นเวลาหลายวัน", "ثار البركان عام 1707، وبلغ (3776) متراً.")
	b.Page("Nothing is known", 0, "It is quiet.")
	slow := b.Page("Slow", 60, "One two three.")
	slow.Words = []story.Word{{Text: "One", From: 0, To: 3, Start: 1, End: 2}, {Text: "two", From: 4, To: 7, Start: 25, End: 26}, {Text: "three", From: 8, To: 13, Start: 50, End: 51}}
	whole := b.Page("By sentence", 20, exporttest.Texts["markup"], exporttest.Texts["arrow"])
	whole.Timing = story.BySentence
	whole.Words = []story.Word{{Text: "a", To: len(exporttest.Texts["markup"]), Start: 2, End: 8}, {Text: "b", Sentence: 1, To: 29, Start: 9, End: 12}}
	b.Page("Hard", 200)
	p := &b.Story.Pages[len(b.Story.Pages)-1]
	for _, text := range exporttest.Texts {
		p.Sentences = append(p.Sentences, story.Sentence{Text: text})
	}
	b.Page("Empty", 5)
	return b
}

// check asserts what all captions have to be.
func check(t *testing.T, s *story.Story, cues []captions.Cue) {
	t.Helper()
	var before time.Duration
	said := make([]string, len(s.Pages))
	for _, c := range cues {
		if c.Start < before || c.End <= c.Start || c.End-c.Start > captions.Longest {
			t.Errorf("%q is shown from %v to %v, after %v", c.Text, c.Start, c.End, before)
		}
		before = c.End
		lines := strings.Split(c.Text, "\n")
		if len(lines) > captions.Lines {
			t.Errorf("%d lines: %q", len(lines), c.Text)
		}
		for _, l := range lines {
			if uniseg.StringWidth(l) > captions.Columns || strings.TrimSpace(l) == "" {
				t.Errorf("the line %q has %d columns", l, uniseg.StringWidth(l))
			}
		}
		said[c.Page] += c.Text + " "
	}
	for i := range s.Pages {
		if bare(said[i]) != bare(s.Pages[i].Text()) {
			t.Errorf("page %d says\n%s\nand not\n%s", i+1, said[i], s.Pages[i].Text())
		}
	}
}

func bare(text string) string { return strings.Join(strings.Fields(text), "") }

func TestCaptionsSayEverySentenceWhenItIsSaid(t *testing.T) {
	s := book(t).Story
	cues := captions.Of(s, nil)
	check(t, s, cues)
	at := map[string]captions.Cue{}
	for _, c := range cues {
		at[strings.ReplaceAll(c.Text, "\n", " ")] = c
	}
	p := &s.Pages[0]
	want := func(text string, start, end float64) {
		t.Helper()
		c, has := at[text]
		if !has || math.Abs(c.Start.Seconds()-start) > 0.001 || math.Abs(c.End.Seconds()-end) > 0.001 {
			t.Errorf("%q is shown from %v to %v (%v), not from %.3f to %.3f", text, c.Start, c.End, has, start, end)
		}
	}
	first := p.Words[9]
	want(p.Sentences[0].Text, 0, first.End)
	last := len(p.Words) - 1
	want(p.Sentences[2].Text, p.Words[last-4].Start, p.Words[last].End)
	want(s.Pages[2].Sentences[0].Text, p.Seconds+30, p.Seconds+33)
	slow := p.Seconds + 33
	want("One", slow+1, slow+2)
	want("two", slow+25, slow+26)
	want("three.", slow+50, slow+51)
	want(exporttest.Texts["arrow"], slow+60+9, slow+60+12)
}

func TestWebVTTIsReadBackByItsChecker(t *testing.T) {
	s := book(t).Story
	cues := captions.Of(s, nil)
	var buf bytes.Buffer
	if err := captions.WriteVTT(&buf, cues); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Errors []any
		Cues   []struct {
			Start, End float64
			Text       string
		}
	}
	file := exporttest.File(t, "a.vtt", buf.Bytes())
	exporttest.Node(t, "vtt.mjs", file, &read)
	if len(read.Errors) > 0 || len(read.Cues) != len(cues) {
		t.Fatalf("%d cues of %d, faults: %v", len(read.Cues), len(cues), read.Errors)
	}
	for i, c := range read.Cues {
		if c.Text != cues[i].Text || math.Abs(c.Start-cues[i].Start.Seconds()) > 0.001 || math.Abs(c.End-cues[i].End.Seconds()) > 0.001 {
			t.Errorf("%+v became %+v", cues[i], c)
		}
	}
	probe(t, file, "webvtt", cues)
}

func TestSubRipIsReadBackByFFmpeg(t *testing.T) {
	s := book(t).Story
	cues := captions.Of(s, nil)
	var buf bytes.Buffer
	if err := captions.WriteSRT(&buf, cues); err != nil {
		t.Fatal(err)
	}
	file := exporttest.File(t, "a.srt", buf.Bytes())
	probe(t, file, "subrip", cues)
	// What is shown, after ffmpeg has taken out what it takes for commands.
	shown := string(exporttest.Run(t, "ffmpeg", "-v", "error", "-i", file, "-f", "webvtt", "-"))
	for _, text := range []string{"<\u2060b>bold", "{{\u2060c1::gap}}", "00:00:01.000 --\u2060> 00:00:02.000"} {
		if !strings.Contains(strings.ReplaceAll(shown, "\n", " "), text) {
			t.Errorf("%q is lost in\n%s", text, shown)
		}
	}
}

// probe has ffprobe read captions.
func probe(t *testing.T, file, codec string, cues []captions.Cue) {
	t.Helper()
	var read struct {
		Streams []struct {
			Codec string `json:"codec_name"`
		}
		Packets []struct {
			At  float64 `json:"pts_time,string"`
			For float64 `json:"duration_time,string"`
		}
	}
	if err := json.Unmarshal(exporttest.Run(t, "ffprobe", "-v", "error", "-show_streams", "-show_packets", "-of", "json", file), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Streams) != 1 || read.Streams[0].Codec != codec || len(read.Packets) != len(cues) {
		t.Fatalf("%d cues of %d in %v", len(read.Packets), len(cues), read.Streams)
	}
	for i, p := range read.Packets {
		if math.Abs(p.At-cues[i].Start.Seconds()) > 0.0011 || math.Abs(p.For-(cues[i].End-cues[i].Start).Seconds()) > 0.0021 {
			t.Errorf("%+v is read as %+v", cues[i], p)
		}
	}
}

// FuzzCaptions looks for texts and times that break a rule.
func FuzzCaptions(f *testing.F) {
	for _, text := range exporttest.Texts {
		f.Add(text, 12.0, 0.0, 3.5, uint8(2))
	}
	f.Add(strings.Repeat("long ", 60), 20.0, 1.0, 19.0, uint8(40))
	f.Fuzz(func(t *testing.T, text string, seconds, start, end float64, cut uint8) {
		if !utf8.ValidString(text) || len(text) > 2000 || !(seconds > 0 && seconds < 1000) || !(start >= 0 && start <= end && end < 86_400) {
			return // no story that was checked has such a text or such times
		}
		b := exporttest.NewBook("F", "en")
		p := b.Page("F", seconds, text, "The end.")
		at := min(int(cut), len(text))
		p.Words = []story.Word{{Text: "a", From: 0, To: at, Start: start, End: end}, {Text: "b", From: at, To: len(text), Start: end, End: end}}
		var before time.Duration
		for _, c := range captions.Of(b.Story, nil) {
			if c.Start < before || c.End <= c.Start || c.End-c.Start > captions.Longest || strings.Count(c.Text, "\n") >= captions.Lines || c.Text == "" {
				t.Errorf("%+v after %v", c, before)
			}
			before = c.End
		}
	})
}

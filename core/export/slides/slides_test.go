package slides_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"edusmart/core/export/exporttest"
	"edusmart/core/export/slides"
	"edusmart/core/model"
	"edusmart/core/story"
)

// book is a story with everything that slides can show.
func book(t *testing.T) *exporttest.Book {
	b := exporttest.NewBook("Volcano & <fire>", "en")
	p := b.Page("The top of the mountain", 0, "Near the top, the gas bubbles burst all at once.", "Ash and glowing rock shoot high into the sky.", "This is called an eruption.")
	b.Draw(t, p, 640, 640, color.RGBA{0xE8, 0x70, 0x20, 0xFF}, `A "volcano" & its smoke`)
	b.Speak(t, p, 22_050)
	p.Notes = "Bring the model.\nAsk who has seen one."
	p.Stops = []story.Stop{{After: 1, Question: "What comes next?", Answer: "Lava"}}
	quiet := b.Page("Nobody reads this", 4, "A page without a voice.", "Its figure is shown whole.")
	b.Draw(t, quiet, 900, 300, color.RGBA{0x20, 0x90, 0x40, 0xFF}, "A wide figure")
	quiet.Fit = story.Whole
	long := b.Page("A long page", 4)
	for i := range 24 {
		long.Sentences = append(long.Sentences, story.Sentence{Text: fmt.Sprintf("Sentence number %d of this page says that the rock flows down the slopes of the mountain to the sea.", i+1)})
	}
	two := b.Page("Two languages", 4, "It is hot.", "Run away.")
	two.Sentences[0].Also, two.Sentences[1].Also = "الجو حار.", "اهربوا."
	b.Story.Also = "ar"
	b.Ask("What is it called & why?", "Page 1 says so.", 1, "a flood", "an eruption", "a storm", "1 < 2")
	for i := range 14 {
		b.Story.Glossary = append(b.Story.Glossary, story.Term{Term: fmt.Sprintf("term %d", i+1), Definition: "Rock that is so hot that it has melted and flows like thick soup down the slopes of the mountain."})
	}
	return b
}

type deck struct {
	Faults        []string
	Width, Height float64
	Slides        []struct {
		Texts []struct {
			Kind       string
			Paragraphs []string
		}
		Languages, RTL, Alts, Notes []string
		Media                       []struct {
			Type, Mime, Start string
			Bytes             int
		}
	}
}

func TestTheSlidesHoldTheStory(t *testing.T) {
	b := book(t)
	file := exporttest.File(t, "slides.pptx", exporttest.Write(t, b.Content(t), slides.Write))
	var d deck
	exporttest.Node(t, "pptx.mjs", file, &d)
	if len(d.Faults) > 0 || d.Width/d.Height != 16.0/9 {
		t.Fatalf("%v, %g x %g", d.Faults, d.Width, d.Height)
	}
	if title := d.Slides[0].Texts[0]; title.Kind != "ctrTitle" || title.Paragraphs[0] != b.Story.Title {
		t.Errorf("the title is %v", title)
	}
	for i := range b.Story.Pages {
		p, s := &b.Story.Pages[i], d.Slides[i+1]
		if s.Texts[0].Kind != "title" || s.Texts[0].Paragraphs[0] != p.Title {
			t.Errorf("page %d is headed %v", i+1, s.Texts[0])
		}
		if p.Picture != "" && s.Alts[0] != p.Alt {
			t.Errorf("page %d: the picture is said to show %q", i+1, s.Alts)
		}
		if text := strings.Join(s.Texts[1].Paragraphs, " "); i < 3 && text != p.Text() {
			t.Errorf("page %d says %q", i+1, text)
		}
	}
	first := d.Slides[1]
	want := []string{"Bring the model.", "Ask who has seen one.", "Stop after sentence 2: What comes next? Answer: Lava", "Sentence 1 (document page 1): Near the top, the gas bubbles burst all at once."}
	if len(first.Notes) != 6 || !slices.Equal(first.Notes[:4], want) {
		t.Errorf("the notes are %q", first.Notes)
	}
	sound := 0
	for _, m := range first.Media {
		if m.Type == "audio" || m.Type == "media" {
			sound++
			if m.Bytes < 10_000 || m.Mime != "audio/mpeg" {
				t.Errorf("the sound is %+v", m)
			}
		}
	}
	if sound != 2 || len(d.Slides[2].Media) != 1 {
		t.Errorf("the media are %+v and %+v", first.Media, d.Slides[2].Media)
	}
	two := d.Slides[4]
	if !slices.Equal(two.Texts[1].Paragraphs, []string{"It is hot.", "الجو حار.", "Run away.", "اهربوا."}) || !slices.Equal(two.Languages, []string{"en", "en", "ar", "en", "ar"}) || !slices.Equal(two.RTL, []string{"0l", "0l", "1r", "0l", "1r"}) {
		t.Errorf("the page in two languages is %+v", two)
	}
	quiz := d.Slides[5]
	if !slices.Equal(quiz.Texts[1].Paragraphs, []string{"A.  a flood", "B.  an eruption", "C.  a storm", "D.  1 < 2"}) || !slices.Equal(quiz.Notes, []string{"Answer: B. an eruption", "Page 1 says so."}) {
		t.Errorf("the question is %+v", quiz)
	}
	terms := 0
	for _, s := range d.Slides[6:] {
		terms += len(s.Texts[1].Paragraphs)
	}
	if terms != len(b.Story.Glossary) || len(d.Slides) < 8 {
		t.Errorf("%d of %d terms on %d slides", terms, len(b.Story.Glossary), len(d.Slides)-6)
	}
}

func TestImpressShowsTheSlides(t *testing.T) {
	b := book(t)
	s := b.Story
	dir := t.TempDir()
	data := exporttest.Write(t, b.Content(t), slides.Write)
	if err := os.WriteFile(filepath.Join(dir, "slides.pptx"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	exporttest.Run(t, "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "slides.pptx"))
	pdf := filepath.Join(dir, "slides.pdf")
	pages := strings.Split(strings.TrimSuffix(string(exporttest.Run(t, "pdftotext", "-raw", pdf, "-")), "\f"), "\f")
	var d deck
	exporttest.Node(t, "pptx.mjs", filepath.Join(dir, "slides.pptx"), &d)
	if len(pages) != len(d.Slides) {
		t.Fatalf("%d pages of %d slides", len(pages), len(d.Slides))
	}
	for i := range s.Pages[:3] {
		page := letters(pages[i+1])
		at := 0
		for _, text := range append([]string{s.Pages[i].Title}, texts(&s.Pages[i])...) {
			k := strings.Index(page[at:], letters(text))
			if k < 0 {
				t.Errorf("page %d: %q is not shown after what comes before it in %q", i+1, text, pages[i+1])
				break
			}
			at += k + len(letters(text))
		}
	}
	for _, o := range s.Quiz[0].Options {
		if !strings.Contains(letters(pages[5]), letters(o)) {
			t.Errorf("the option %q is not shown: %q", o, pages[5])
		}
	}
	if strings.Contains(pages[5], s.Quiz[0].Explanation) {
		t.Error("the answer is shown with the question")
	}
	if shots := os.Getenv("EDUSMART_SHOTS"); shots != "" {
		exporttest.Run(t, "pdftoppm", "-r", "60", "-png", pdf, filepath.Join(shots, "slide"))
		os.WriteFile(filepath.Join(shots, "slides.pptx"), data, 0o600)
	}
	notCutOff(t, pdf, len(pages))
}

// notCutOff asserts that no word reaches over the edge of its slide.
func notCutOff(t *testing.T, pdf string, pages int) {
	t.Helper()
	boxes := string(exporttest.Run(t, "pdftotext", "-bbox", pdf, "-"))
	n := 0
	for line := range strings.Lines(boxes) {
		var x0, y0, x1, y1 float64
		if _, err := fmt.Sscanf(strings.TrimSpace(line), `<word xMin="%f" yMin="%f" xMax="%f" yMax="%f">`, &x0, &y0, &x1, &y1); err != nil {
			continue
		}
		n++
		if x0 < 0 || y0 < 0 || x1 > 960 || y1 > 540 {
			t.Errorf("over the edge: %s", line)
		}
	}
	if n < 10*pages {
		t.Errorf("only %d words on %d slides", n, pages)
	}
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func texts(p *story.Page) (all []string) {
	for _, s := range p.Sentences {
		all = append(all, s.Text)
	}
	return all
}

func TestEveryPartIsWellFormed(t *testing.T) {
	b := book(t)
	for name, text := range exporttest.Texts {
		b.Ask(text, text, 0, text, "other")
		b.Page(text, 1, text).Notes = text
		b.Story.Glossary = append(b.Story.Glossary, story.Term{Term: name, Definition: text})
	}
	b.Page(exporttest.Controls, 1, exporttest.Controls)
	data := exporttest.Write(t, b.Content(t), slides.Write)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	args := []string{"--noout"}
	for i, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, fmt.Sprintf("%d.xml", i))
		if err := os.WriteFile(file, part, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	exporttest.Run(t, "xmllint", args...)
}

func TestSlidesAreStoppedAndNeedSomethingToShow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := slides.Write(ctx, book(t).Content(t), io.Discard, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := slides.Write(t.Context(), exporttest.NewBook("Empty", "en").Content(t), io.Discard, nil); model.KindOf(err) != model.Input {
		t.Errorf("%v", err)
	}
}

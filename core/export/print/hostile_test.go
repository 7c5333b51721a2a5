package print

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/story"
)

func TestADamagedPictureIsAnError(t *testing.T) {
	picture := testPicture(t, 0)
	for name, data := range map[string][]byte{
		"cut": picture[:len(picture)/2], "a JPEG that is cut": {0xff, 0xd8, 0xff, 0xe0, 0, 16}, "no picture": []byte("hello"),
	} {
		c := lessons[0].story(t, 4)
		c.Asset = func(string) ([]byte, error) { return data, nil }
		if err := Write(t.Context(), c, io.Discard, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestAFullDiskIsAnError(t *testing.T) {
	c := lessons[0].story(t, 4)
	for _, write := range []content.Writer{Write, WriteText} {
		if err := write(t.Context(), c, shut{}, nil); !errors.Is(err, errShut) {
			t.Errorf("error %v", err)
		}
	}
}

type shut struct{}

var errShut = errors.New("no room")

func (shut) Write([]byte) (int, error) { return 0, errShut }

// Whatever a story says, the file stays sound and says it.
func TestHostileTextMakesASoundFile(t *testing.T) {
	languages := []string{"en", "ar"}
	if testing.Short() {
		languages = languages[1:]
	}
	for name, text := range map[string]string{
		"a long word":         strings.Repeat("Donaudampfschifffahrt", 500),
		"controls":            "a\x00b\x01\x1b[31m\u2028c\u0085d\ufffee",
		"PDF and XML":         `) Tj ET endstream endobj >> <script>&amp;]]> \ ( <`,
		"marks of direction":  "\u202eevil\u202c \u2067abc\u2069 \u200f(1)\u200e بركان",
		"emoji":               "A volcano 🌋 and a family 👨‍👩‍👧‍👦, 🇪🇸!",
		"a pile of marks":     "e" + strings.Repeat("\u0301\u0323", 300) + " o",
		"letters of no font":  "\U0010fffd\ue000 \U000e0041",
		"every kind of space": "a\u00a0b\u2003c\u3000d\u200be\u00adf",
		"ligatures in arabic": "لا إله ﷺ الله لآ",
	} {
		t.Run(name, func(t *testing.T) {
			for _, language := range languages {
				c := lessons[0].story(t, 4)
				s := c.Story
				s.Pages = s.Pages[:2]
				s.Pages[1].Picture = ""
				s.ID, s.Language, s.Also = "test-hostile", language, "he"
				s.Title = text
				p := &s.Pages[0]
				p.Title, p.Alt = text, text
				p.Sentences = []story.Sentence{{Text: text, Also: text}, {Text: "The end is here.", Also: text}}
				p.Stops = []story.Stop{{Question: text, Answer: text}}
				s.Glossary[0] = story.Term{Term: text, Definition: text}
				s.Quiz[0] = story.Question{Question: text, Options: []string{text, text}, Explanation: text}
				file := printed(t, c, Write)
				run(t, "qpdf", "--check", file)
				read := run(t, "pdfinfo", "-struct-text", file)
				if text, lost := missing(structure(read), []string{"The end is here.", s.Pages[1].Sentences[0].Text, s.Quiz[1].Question}, true); lost {
					t.Errorf("%s: lost %q", language, text)
				}
				if name == "a long word" && !strings.Contains(plainly(structure(read), false), text) {
					t.Errorf("%s: the word is not whole", language)
				}
			}
		})
	}
}

func TestAStoryOfGapsIsPrinted(t *testing.T) {
	c := lessons[0].story(t, 4)
	s := c.Story
	s.Title, s.Language, s.Glossary, s.Quiz = "", "", nil, nil
	s.Pages = append(s.Pages[:1], story.Page{ID: "empty"}, story.Page{ID: "blank", Title: " ", Sentences: []story.Sentence{{Text: ""}, {Text: "  "}}})
	s.Pages[0].Parts.Picture.State = story.Failed
	file := printed(t, c, Write)
	run(t, "qpdf", "--check", file)
	if strings.Contains(run(t, "pdfinfo", "-struct", file), "Figure") {
		t.Error("a picture that failed is shown")
	}
	c.Story.Pages = nil
	run(t, "qpdf", "--check", printed(t, c, Write))
}

// A text that is longer than what typeset sets at once, and than a sheet, is
// all there.
func TestALongPageIsWhole(t *testing.T) {
	c := lessons[0].story(t, 4)
	p := &c.Story.Pages[0]
	p.Sentences = nil
	for i := range 400 {
		p.Sentences = append(p.Sentences, story.Sentence{Text: fmt.Sprintf("This is sentence number %d of a page that is far too long for any lesson.", i)})
	}
	var long strings.Builder
	for i := range 9000 {
		fmt.Fprintf(&long, "w%d ", i)
	}
	p.Sentences = append(p.Sentences, story.Sentence{Text: long.String()})
	file := printed(t, c, Write)
	for reader, text := range map[string]string{"pdftotext": run(t, "pdftotext", file, "-"), "the structure": structure(run(t, "pdfinfo", "-struct-text", file))} {
		words := map[string]bool{}
		for _, word := range strings.Fields(text) {
			words[word] = true
		}
		for i := range 9000 {
			if !words[fmt.Sprintf("w%d", i)] || i < 400 && !words[strconv.Itoa(i)] {
				t.Fatalf("%s does not find %d", reader, i)
			}
		}
	}
}

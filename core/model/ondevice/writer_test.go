package ondevice

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/story"
)

// lesson reads a lesson text of testdata: "#" headings, "-" list items, "!"
// exercises as marker|text, every other line a paragraph. A page holds
// linesOnPage lines.
func lesson(t testing.TB, name string) *story.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "writer-"+name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return documentOf(name, string(data))
}

const linesOnPage = 6

func documentOf(name, text string) *story.Document {
	tag := name[strings.LastIndexByte(name, '-')+1:]
	doc := &story.Document{Name: name + ".pdf", Title: name, Language: tag, From: 1}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		b := story.Block{Kind: story.Paragraph, Text: line, Page: n/linesOnPage + 1}
		switch {
		case strings.HasPrefix(line, "#"):
			b.Kind = story.Heading
			b.Text = strings.TrimLeft(line, "#")
			b.Level = len(line) - len(b.Text)
			b.Text = strings.TrimSpace(b.Text)
		case strings.HasPrefix(line, "- "):
			b.Kind, b.Level, b.Marker, b.Text = story.ListItem, 1, "•", line[2:]
		case strings.HasPrefix(line, "!"):
			b.Kind = story.Exercise
			b.Marker, b.Text, _ = strings.Cut(line[1:], "|")
		}
		doc.Blocks = append(doc.Blocks, b)
		doc.Pages, doc.To = b.Page, b.Page
	}
	return doc
}

// write gives the last draft for a document.
func write(t testing.TB, doc *story.Document, grade, pages int) model.Draft {
	t.Helper()
	var last model.Draft
	b := model.Brief{Document: doc, Options: story.Options{Grade: grade, Pages: pages}}
	for d, err := range NewWriter().Write(context.Background(), b) {
		if err != nil {
			t.Fatal(err)
		}
		last = d
	}
	return last
}

var lessons = []string{
	"volcanoes-en", "independence-en", "fisherman-en", "slides-en", "agua-es", "planets-ar", "plants-hi",
	"rom-de", "abeilles-fr", "water-zh", "elephants-th",
}

// TestStoriesForInspection prints the stories under -v, to be read.
func TestStoriesForInspection(t *testing.T) {
	for _, name := range lessons {
		t.Run(name, func(t *testing.T) {
			doc := lesson(t, name)
			d := write(t, doc, 4, 6)
			t.Logf("TITLE %s\nNOTICE %s", d.Title, d.Notice)
			for i, p := range d.Pages {
				t.Logf("PAGE %d: %s", i+1, p.Title)
				for _, s := range p.Sentences {
					t.Logf("    %s", s.Text)
				}
			}
			for i, q := range d.Quiz {
				t.Logf("Q%d [%s, page %d] %s", i+1, q.Origin, d.QuizPage[i]+1, q.Question)
				for j, o := range q.Options {
					mark := " "
					if j == q.Answer {
						mark = "*"
					}
					t.Logf("    %s %s", mark, o)
				}
				t.Logf("    = %s", q.Explanation)
			}
			for _, g := range d.Glossary {
				t.Logf("TERM %s: %s", g.Term, g.Definition)
			}
		})
	}
}

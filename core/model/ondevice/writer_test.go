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
		case strings.HasPrefix(line, "*"):
			b.Kind, b.Text = story.Note, line[1:]
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

// TestStoriesAreFitForAClass reads the stories of every lesson as a teacher
// would: whole sentences of the document, in its order, no question among
// them, titles that differ, and a quiz whose options differ and whose answers
// stand in no other option.
func TestStoriesAreFitForAClass(t *testing.T) {
	for _, name := range lessons {
		t.Run(name, func(t *testing.T) {
			doc := lesson(t, name)
			d := write(t, doc, 4, 6)
			if len(d.Pages) < 5 || len(d.Pages) > 6 || d.Title == "" {
				t.Errorf("%d pages, title %q", len(d.Pages), d.Title)
			}
			last := story.Place{Block: -1}
			titles := map[string]bool{}
			for i, p := range d.Pages {
				if n := len(p.Sentences); n < 1 || n > 4 {
					t.Errorf("page %d has %d sentences", i+1, n)
				}
				if p.Title == "" || titles[p.Title] && !tongueOf(doc).unspaced {
					t.Errorf("page %d is called %q", i+1, p.Title)
				}
				titles[p.Title] = true
				for _, s := range p.Sentences {
					if s.Place.Block < last.Block || s.Place.Block == last.Block && s.Place.From < last.From {
						t.Errorf("%q comes too late", s.Text)
					}
					last = *s.Place
					if got := doc.Blocks[s.Place.Block].Text[s.Place.From:s.Place.To]; got != s.Quote {
						t.Errorf("%q is not at its place: %q", s.Quote, got)
					}
					if asks(s.Text) {
						t.Errorf("a page asks %q", s.Text)
					}
				}
			}
			checkQuiz(t, d)
		})
	}
}

func checkQuiz(t *testing.T, d model.Draft) {
	t.Helper()
	for i, q := range d.Quiz {
		if !valid(q) {
			t.Errorf("question %d: %+v", i+1, q)
			continue
		}
		if strings.Contains(q.Question, blank) && len(q.Options) > 2 {
			for j, o := range q.Options {
				if j != q.Answer && strings.Contains(strings.ToLower(q.Question), " "+strings.ToLower(o)+" ") {
					t.Errorf("question %q offers its own word %q", q.Question, o)
				}
			}
		}
		if d.QuizPage[i] >= len(d.Pages) {
			t.Errorf("question %d is about page %d of %d", i+1, d.QuizPage[i], len(d.Pages))
		}
	}
}

// What a teacher noted below the slides is said to the teacher. Only a deck
// with next to no words of its own has it told.
func TestNotesOfSlidesAreNotToldToTheClass(t *testing.T) {
	const slides = `# Roman roads
- The Roman army had to move quickly from camp to camp.
- Legions marched up to thirty kilometres in a day.
- Traders used the same roads to carry oil and wine.
*Show the map of the old roads now and ask the class who has walked on one.
# How they were built
- Workers dug a trench about one metre deep.
- Large stones lay at the bottom of the trench.
- Flat paving stones made the surface of the road.
*Pass the stones round and wait until all children have held one of them.
# The way to the sea
- The middle of the road was higher than its sides.
- Rain water ran off the road into the ditches.
- A milestone told the travellers how far the town was.
*Ask the class for the distance between two milestones before you show it.`
	d := write(t, documentOf("roads-en", slides), 5, 5)
	for _, p := range d.Pages {
		for _, s := range p.Sentences {
			if strings.Contains(s.Text, "the class") || strings.Contains(s.Text, "Pass the stones") {
				t.Errorf("the story says %q", s.Text)
			}
		}
	}
	const bare = `# Roman roads
*The Roman army had to move quickly from camp to camp.
*Legions marched up to thirty kilometres in a day.
# How they were built
*Workers dug a trench about one metre deep.
*Large stones lay at the bottom of the trench.
*Flat paving stones made the surface of the road.`
	if d := write(t, documentOf("roads-en", bare), 5, 5); len(d.Pages) == 0 {
		t.Error("a deck whose words stand in the notes makes no story")
	}
}

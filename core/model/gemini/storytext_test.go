package gemini

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"edusmart/core/model"
	"edusmart/core/story"
)

// storyOf makes of a draft the story that would be kept of it.
func storyOf(d model.Draft) *story.Story {
	s := &story.Story{ID: "a-story", Title: d.Title, Language: d.Language, Quiz: d.Quiz, Glossary: d.Glossary}
	for i, p := range d.Pages {
		s.Pages = append(s.Pages, story.Page{ID: fmt.Sprint("page-", i), Title: p.Title, Sentences: p.Sentences, Alt: p.Alt, Prompt: p.Prompt})
	}
	return s
}

// Whatever a model answers, what is taken of it is a story that holds.
func FuzzStoryText(f *testing.F) {
	f.Add(`{"title":"T","language":"en","characters":"","pages":[{"title":"P","sentences":[{"text":"Ash falls far away. It cools!","source_page":1,"quote":"Ash falls far away."}],"picture":"x","alt":"y"}],"quiz":[{"question":"Q?","options":["A. a","B. b"],"answer":"B","explanation":"e","source_page":1,"story_page":1,"exercise":true}],"glossary":[{"term":"ash","definition":"d","source_page":99}]}`)
	f.Add(`{"pages":["a page that is a text",{"sentences":"one"},{"sentences":[null,{"text":7}]}],"quiz":[{"question":1,"options":{"a":1},"answer":[]},{"question":"?","options":["x","x","\u0000","y"],"answer":0}],"glossary":[{}]}`)
	f.Add("{\"story\":{\"pages\":[{\"sentences\":[\"\\ud800 \\u202e Ash falls far away.\"]}]}}")
	f.Fuzz(func(t *testing.T, answer string) {
		s := newStory("gemini-x", model.Brief{Document: evidenceDocument(), Options: story.Options{Pages: 5}})
		_, _ = s.reader.Write([]byte(answer))
		s.unwrap()
		d := s.draft()
		if err := storyOf(d).Check(); err != nil {
			t.Fatal(err)
		}
		if len(d.Pages) > 5 || len(d.QuizPage) != len(d.Quiz) {
			t.Fatalf("%d pages, %d questions about %d pages", len(d.Pages), len(d.Quiz), len(d.QuizPage))
		}
		for _, p := range d.Pages {
			if !p.Complete || p.Title == "" || len(p.Sentences) == 0 || len(p.Sentences) > mostSentencesPage {
				t.Fatalf("%+v", p)
			}
			for _, sn := range p.Sentences {
				if sn.Text == "" || utf8.RuneCountInString(sn.Text) > mostSentence || strings.ContainsAny(sn.Text, "\x00\n\r\u202e") || sn.SourcePage < 0 || sn.SourcePage > 4 {
					t.Fatalf("%+v", sn)
				}
				if (sn.Place == nil) != (sn.Quote == "") {
					t.Fatalf("a quote without its place: %+v", sn)
				}
			}
		}
		for i, q := range d.Quiz {
			if q.Question == "" || q.SourcePage < 0 || q.SourcePage > 4 || d.QuizPage[i] < -1 || d.QuizPage[i] >= len(d.Pages) {
				t.Fatalf("%+v about page %d", q, d.QuizPage[i])
			}
			for a, o := range q.Options {
				for _, p := range q.Options[:a] {
					if o == "" || plain(o) == plain(p) {
						t.Fatalf("options %q", q.Options)
					}
				}
			}
		}
	})
}

func TestADocumentIsWeighedInItsScript(t *testing.T) {
	for text, want := range map[string]int{"water": 5, "été": 3, "вода": 8, "पानी": 8, "水": 4} {
		if got := weight(text); got != want {
			t.Errorf("%q weighs %d, want %d", text, got, want)
		}
	}
	doc := &story.Document{}
	for page := 1; page <= 3; page++ {
		doc.Blocks = append(doc.Blocks, story.Block{Kind: story.Paragraph, Text: strings.Repeat("水", 1000), Page: page})
	}
	e := narrow(doc, 6000)
	if n := strings.Count(e.text, "水"); n < 1400 || n > 1500 || !strings.Contains(e.notice, "50 percent") {
		t.Errorf("%d letters, %q", n, e.notice)
	}
	if e := narrow(doc, 12_000); e.notice != "" || strings.Count(e.text, "水") != 3000 {
		t.Errorf("what fits is cut: %q", e.notice)
	}
}

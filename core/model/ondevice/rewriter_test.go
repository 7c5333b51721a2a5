package ondevice

import (
	"context"
	"errors"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/story"
)

// rewriting asks for another level of a story.
func rewriting(doc *story.Document, d model.Draft, grade int, harder bool) model.Rewriting {
	r := model.Rewriting{
		Title: d.Title, Language: doc.Language, Grade: grade, Harder: harder,
		Document: func(context.Context) (*story.Document, error) { return doc, nil },
	}
	for _, p := range d.Pages {
		r.Pages = append(r.Pages, model.RewritePage{Title: p.Title, Sentences: p.Sentences})
	}
	for _, t := range d.Glossary {
		r.Terms = append(r.Terms, t.Term)
	}
	return r
}

// TestLevelsReadEasierAndHarder makes levels of every lesson. Where the
// document has no sentences for one, that is said: in these short lessons that
// holds for the levels of unmoved.
func TestLevelsReadEasierAndHarder(t *testing.T) {
	unmoved := map[string]bool{"slides-en easier": true, "slides-en harder": true, "elephants-th easier": true, "elephants-th harder": true}
	for _, name := range lessons {
		doc := lesson(t, name)
		d := write(t, doc, 5, 6)
		for _, harder := range []bool{false, true} {
			what, grade := name+" easier", 3
			if harder {
				what, grade = name+" harder", 8
			}
			r := rewriting(doc, d, grade, harder)
			out, err := NewRewriter().Rewrite(t.Context(), r)
			if unmoved[what] {
				if model.KindOf(err) != model.Device || !strings.Contains(model.Sentence(err), "without changing its words") {
					t.Errorf("%s: %v, %+v", what, err, out)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", what, err)
				continue
			}
			was, is := measure(r.Language, r.Pages), measure(r.Language, out.Pages)
			t.Logf("%s: %.1f from %.1f (%s)", what, is.Load, was.Load, is.Say)
			if _, least := aims(was, harder); far(was.Load, is.Load, harder) < least {
				t.Errorf("%s: %s, before %s", what, is.Say, was.Say)
			}
			checkLevel(t, what, doc, r, out)
		}
	}
}

// checkLevel wants of a level what holds of a story: the document's words at
// their places, in order, and each page's key terms.
func checkLevel(t *testing.T, what string, doc *story.Document, r model.Rewriting, out model.Rewritten) {
	t.Helper()
	if len(out.Pages) != len(r.Pages) || out.Source != "device" {
		t.Fatalf("%s: %d pages of %d, from %q", what, len(out.Pages), len(r.Pages), out.Source)
	}
	seen := map[string]bool{}
	for i, p := range out.Pages {
		last := story.Place{Block: -1}
		var text, before strings.Builder
		for _, s := range p.Sentences {
			if got := doc.Blocks[s.Place.Block].Text[s.Place.From:s.Place.To]; got != s.Quote {
				t.Errorf("%s: %q is not at its place: %q", what, s.Quote, got)
			}
			if s.SourcePage != doc.Blocks[s.Place.Block].Page {
				t.Errorf("%s: %q is said to stand on page %d", what, s.Text, s.SourcePage)
			}
			if s.Place.Block < last.Block || s.Place.Block == last.Block && s.Place.From < last.To {
				t.Errorf("%s: %q comes too late or twice", what, s.Text)
			}
			if seen[s.Text] {
				t.Errorf("%s: %q stands on two pages", what, s.Text)
			}
			seen[s.Text] = true
			last = *s.Place
			text.WriteString(s.Text + "\n")
		}
		if len(p.Sentences) < min(fewestOnPage, len(r.Pages[i].Sentences)) {
			t.Errorf("%s: page %d has %d sentences", what, i+1, len(p.Sentences))
		}
		for _, s := range r.Pages[i].Sentences {
			before.WriteString(s.Text + "\n")
		}
		for _, term := range r.Terms {
			if hasTerm(before.String(), term) && !hasTerm(text.String(), term) {
				t.Errorf("%s: page %d has lost %q: %s", what, i+1, term, text.String())
			}
		}
	}
}

func TestALongSentenceIsSplitForAnEasierLevel(t *testing.T) {
	doc := documentOf("wells-en", `# Wells
A well is a deep hole that people dig down to the water in the ground, and it gives clean water all the year.
The rope carries an empty bucket down into the dark shaft, and it comes back up full of cold water.
Wells were dug by hand in every old village of the land, but most of them are covered with stone today.`)
	d := write(t, doc, 8, 5)
	out, err := NewRewriter().Rewrite(t.Context(), rewriting(doc, d, 2, false))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(pageTexts(out.Pages), " ")
	if !strings.Contains(all, "to the water in the ground. It gives clean water") {
		t.Errorf("it was not split: %s", all)
	}
}

func pageTexts(pages []model.RewritePage) (all []string) {
	for _, p := range pages {
		for _, s := range p.Sentences {
			all = append(all, s.Text)
		}
	}
	return all
}

func TestWhatTheTeacherAddedStaysAtEveryLevel(t *testing.T) {
	doc := lesson(t, "volcanoes-en")
	r := rewriting(doc, write(t, doc, 5, 6), 3, false)
	own := story.Sentence{Text: "We saw one of them on our trip last summer, as you all remember.", Kept: true}
	r.Pages[3].Sentences = append([]story.Sentence{own}, r.Pages[3].Sentences...)
	r.Pages[4].Sentences = []story.Sentence{own}
	out, err := NewRewriter().Rewrite(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Pages[3].Sentences[0]; got != own {
		t.Errorf("page 4 begins with %+v", got)
	}
	if got := out.Pages[4].Sentences; len(got) != 1 || got[0] != own {
		t.Errorf("page 5 is %+v", got)
	}
}

func TestALevelNeedsTheDocumentInTheStorysLanguage(t *testing.T) {
	doc := lesson(t, "volcanoes-en")
	r := rewriting(doc, write(t, doc, 5, 6), 3, false)
	for name, change := range map[string]func(*model.Rewriting){
		"no document": func(r *model.Rewriting) { r.Document = nil },
		"a document lost": func(r *model.Rewriting) {
			r.Document = func(context.Context) (*story.Document, error) { return nil, errors.New("lost") }
		},
		"another language": func(r *model.Rewriting) { r.Language = "es" },
		"a translation":    func(r *model.Rewriting) { r.To = "es" },
	} {
		asked := r
		change(&asked)
		_, err := NewRewriter().Rewrite(t.Context(), asked)
		if model.KindOf(err) != model.Device || !strings.HasSuffix(model.Sentence(err), ".") {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := NewRewriter().Rewrite(ctx, r); model.KindOf(err) != model.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

package ondevice

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"edusmart/core/model"
	"edusmart/core/reading"
	"edusmart/core/story"
)

// Writer makes stories from a document's own sentences. It is deterministic,
// needs no network and may be used by several goroutines at once.
//
// A sentence's Text is its Quote with single spaces. There are four
// exceptions, each in the document's own words: a phrase of a slide that has
// no full stop gets one; a long sentence may be cut in two between clauses,
// and then its halves get a capital and a stop; and an introduction that ends
// with a colon takes in the items of the list that follows it, with the
// language's "and" before the last.
type Writer struct{}

var _ model.Writer = (*Writer)(nil)

// NewWriter gives a Writer.
func NewWriter() *Writer { return &Writer{} }

const source = "device"

// fewPassages is the number of whole sentences below which the points of
// slides and lists count too.
const fewPassages = 2 * fewestPages

// Write chooses the sentences and yields a draft when the title stands, one
// more for each page, and the last with quiz and glossary. A document without
// a sentence gives a model.Input error.
func (w *Writer) Write(ctx context.Context, b model.Brief) iter.Seq2[model.Draft, error] {
	return func(yield func(model.Draft, error) bool) {
		if b.Document == nil {
			yield(model.Draft{}, tooLittle())
			return
		}
		c, err := read(ctx, b.Document, bandOf(b.Options.Grade))
		if err != nil {
			yield(model.Draft{}, stopped(err))
			return
		}
		draft, pages, err := c.pages(ctx, b.Options)
		if err != nil {
			yield(model.Draft{}, err)
			return
		}
		for i := range pages {
			if ctx.Err() != nil {
				yield(model.Draft{}, stopped(ctx.Err()))
				return
			}
			pages[i].Complete = true
			draft.Pages = slices.Clone(pages)
			if !yield(draft, nil) {
				return
			}
		}
		draft.Glossary = c.glossary()
		if draft.Quiz, draft.QuizPage, err = c.quiz(ctx, draft.Pages); err != nil {
			yield(model.Draft{}, stopped(err))
			return
		}
		draft.Done = true
		yield(draft, nil)
	}
}

// read makes the corpus: of whole sentences, where there are hardly any of the
// points of slides too, and where those are not enough either of what the
// teacher noted for them. Notes speak to the teacher and not to the class.
func read(ctx context.Context, doc *story.Document, b band) (*corpus, error) {
	var best *corpus
	most := 0
	for _, way := range []struct {
		counted
		enough int // passages
	}{{counted{}, fewPassages}, {counted{loose: true}, fewestPages}, {counted{loose: true, notes: true}, 0}} {
		c, err := newCorpus(ctx, doc, b, way.counted)
		if err != nil {
			return nil, err
		}
		if usable := c.usableIn(0, len(c.passages)); best == nil || usable > most {
			best, most = c, usable
		}
		if most >= way.enough {
			break
		}
	}
	return best, nil
}

// pages lays the story out and chooses its sentences. The pages are not yet
// marked complete.
func (c *corpus) pages(ctx context.Context, o story.Options) (model.Draft, []model.DraftPage, error) {
	regions := c.layout(min(max(o.Pages, fewestPages), mostPages))
	chosen, err := c.choose(ctx, regions)
	if err != nil {
		return model.Draft{}, nil, stopped(err)
	}
	regions, chosen = withoutEmpty(regions, chosen)
	if len(regions) == 0 {
		return model.Draft{}, nil, tooLittle()
	}
	draft := model.Draft{Title: c.storyTitle(), Language: c.doc.Language, Source: source}
	titles := c.pageTitles(regions, chosen, draft.Title)
	pages := make([]model.DraftPage, len(regions))
	c.onPage = map[int]int{}
	for i := range pages {
		pages[i] = model.DraftPage{Title: titles[i]}
		for _, p := range chosen[i] {
			c.onPage[p] = i
			pages[i].Sentences = append(pages[i].Sentences, c.passages[p].sentence())
		}
	}
	draft.Notice = c.notice(o, pages)
	return draft, pages, nil
}

// sentence gives the passage as a sentence of a story.
func (p *passage) sentence() story.Sentence {
	place := p.place
	return story.Sentence{Text: p.text, SourcePage: p.page, Quote: p.quote, Place: &place}
}

func withoutEmpty(regions []region, chosen [][]int) ([]region, [][]int) {
	var r []region
	var ch [][]int
	for i := range regions {
		if len(chosen[i]) > 0 {
			r, ch = append(r, regions[i]), append(ch, chosen[i])
		}
	}
	return r, ch
}

// gradesAbove is how many grades above the class a text is tolerated without
// a word.
const gradesAbove = 3

// unreadNotice is said where n pages are left out since they are photographs.
func unreadNotice(n int) string {
	if n == 1 {
		return "One page is a photograph, which this computer does not read: it is not in the story."
	}
	return fmt.Sprintf("%d pages are photographs, which this computer does not read: they are not in the story.", n)
}

// notice says the one thing that the teacher ought to know about the text.
func (c *corpus) notice(o story.Options, pages []model.DraftPage) string {
	wanted, _, _ := strings.Cut(strings.ToLower(o.Language), "-")
	have, _, _ := strings.Cut(strings.ToLower(c.doc.Language), "-")
	asked := max(o.Pages, fewestPages)
	switch {
	case c.doc.Scanned:
		return "Text was read from photographs of pages: check it for wrong words."
	case c.doc.Unread > 0:
		return unreadNotice(c.doc.Unread)
	case wanted != "" && have != "" && have != "und" && wanted != have:
		return "The story is in the document’s own language: this computer does not translate."
	case len(pages) == 1 && asked > 1:
		return "The document has text for one page only."
	case len(pages) < asked && len(pages) < mostPages:
		return fmt.Sprintf("The document has text for %d pages only.", len(pages))
	}
	if c.tongue.tag != "en" {
		return ""
	}
	var texts []string
	for _, p := range pages {
		for _, s := range p.Sentences {
			texts = append(texts, s.Text)
		}
	}
	if level := int(reading.Measure(c.tongue.tag, texts).Grade + 0.5); level > o.Grade+gradesAbove {
		return fmt.Sprintf("The text reads like grade %d: the document has no easier sentences.", min(level, 13))
	}
	return ""
}

func tooLittle() error {
	return model.Errorf("write story", model.Input, "There is not enough text here for a story. Choose more pages, or another document.", nil)
}

// stopped gives the error of a context as the caller is promised it.
func stopped(err error) error {
	return model.Errorf("write story", model.Canceled, "It was stopped.", err)
}

package ondevice

import (
	"context"
	"errors"
	"slices"
	"strings"

	"edusmart/core/model"
	"edusmart/core/reading"
	"edusmart/core/story"
)

// Rewriter puts a story at another reading level with the document's own
// sentences: it chooses others for each page from where the page is from, and
// splits long ones. It changes no word, so that it cannot always help, and
// then says so. It does not translate. It may be used by several goroutines at
// once.
type Rewriter struct{}

var _ model.Rewriter = (*Rewriter)(nil)

// NewRewriter gives a Rewriter.
func NewRewriter() *Rewriter { return &Rewriter{} }

const opRewrite = "rewrite text"

// How far a level is to be from the story, in grades of English, of which the
// measure of another language has about the steps. Less than least is no other
// level; where words are not spaced half of what makes a text hard is not
// measured.
const (
	farGrades, leastGrades     = 2.5, 0.4
	farUnspaced, leastUnspaced = 1.0, 0.2
)

// Rewrite gives the pages at a level as near to two and a half grades away as
// the document's sentences allow. Where they allow none the error is of kind
// model.Device.
func (w *Rewriter) Rewrite(ctx context.Context, r model.Rewriting) (model.Rewritten, error) {
	if r.To != "" {
		return model.Rewritten{}, model.Errorf(opRewrite, model.Device,
			"This computer does not translate. Type the second language beside each sentence, or add a Gemini key in the settings.", nil)
	}
	doc, err := documentFor(ctx, r)
	if err != nil {
		return model.Rewritten{}, err
	}
	was := measure(r.Language, r.Pages)
	target, least := aims(was, r.Harder)
	pages, err := relevel(ctx, doc, r, target)
	if err != nil {
		return model.Rewritten{}, model.Errorf(opRewrite, model.Canceled, "It was stopped.", err)
	}
	if far(was.Load, measure(r.Language, pages).Load, r.Harder) < least {
		return model.Rewritten{}, model.Errorf(opRewrite, model.Device, sayUnmoved(r.Harder), nil)
	}
	return model.Rewritten{Pages: pages, Source: source}, nil
}

func sayUnmoved(harder bool) string {
	if harder {
		return "The text could not be made harder without changing its words: the document has no harder sentences for its pages."
	}
	return "The text could not be made easier without changing its words."
}

// documentFor reads the document whose sentences are chosen from.
func documentFor(ctx context.Context, r model.Rewriting) (*story.Document, error) {
	const missing = "The document is not kept with this story, so that this computer has no other sentences for it."
	if r.Document == nil {
		return nil, model.Errorf(opRewrite, model.Device, missing, nil)
	}
	doc, err := r.Document(ctx)
	switch {
	case ctx.Err() != nil:
		return nil, model.Errorf(opRewrite, model.Canceled, "It was stopped.", context.Cause(ctx))
	case err != nil || doc == nil:
		return nil, model.Errorf(opRewrite, model.Device, missing, err)
	case !sameLanguage(doc.Language, r.Language):
		return nil, model.Errorf(opRewrite, model.Device,
			"The story is not in the document’s language, so that this computer has no other sentences for it.", errors.New(doc.Language+" is not "+r.Language))
	}
	return doc, nil
}

// sameLanguage compares two tags; one that says nothing is like any.
func sameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(strings.ToLower(a), "-")
	b, _, _ = strings.Cut(strings.ToLower(b), "-")
	return a == b || a == "" || b == "" || a == "und" || b == "und"
}

func measure(language string, pages []model.RewritePage) reading.Level {
	var texts []string
	for _, p := range pages {
		for _, s := range p.Sentences {
			texts = append(texts, s.Text)
		}
	}
	return reading.Measure(language, texts)
}

// aims gives the measure that a level is to have, and by how much it has to
// differ.
func aims(was reading.Level, harder bool) (target, least float64) {
	step, least := farGrades, leastGrades
	if was.WordsPerSentence == 0 {
		step, least = farUnspaced, leastUnspaced
	}
	if harder {
		return was.Load + step, least
	}
	return was.Load - step, least
}

// far is how far to lies beyond from, in the direction that is wanted.
func far(from, to float64, harder bool) float64 {
	if harder {
		return to - from
	}
	return from - to
}

// relevel chooses the sentences of all pages anew, so that they come near to
// the target.
func relevel(ctx context.Context, doc *story.Document, r model.Rewriting, target float64) ([]model.RewritePage, error) {
	c, err := read(ctx, doc, bandFor(r))
	if err != nil {
		return nil, err
	}
	l := newLeveller(c, r, target)
	regions := make([]region, 0, len(l.at))
	for _, i := range l.at {
		regions = append(regions, l.spans[i])
	}
	chosen, err := c.choose(ctx, regions)
	if err != nil {
		return nil, err
	}
	l.share(chosen)
	out := slices.Clone(r.Pages)
	for k, i := range l.at {
		out[i].Sentences = l.page(i, chosen[k])
	}
	return out, ctx.Err()
}

// bandFor gives the band of the level: sentences are split sooner than for a
// story of its grade, or hardly at all.
func bandFor(r model.Rewriting) band {
	b := bandOf(r.Grade)
	if r.Harder {
		b.sentence, b.longest, b.page = 2*b.sentence, 2*b.longest, b.page*3/2
		return b
	}
	b.sentence = max(minHalf+1, b.sentence*3/4)
	return b
}

package core

import (
	"context"
	"image"
	"slices"
	"sync"

	"edusmart/core/document"
	"edusmart/core/evidence"
	"edusmart/core/model"
	"edusmart/core/story"
)

// EvidenceState is how a story stands to the document that it was made from.
type EvidenceState struct {
	ID    string // of the story
	Ready bool   // false while the document is being read
	Err   string // one sentence: why nothing can be checked; "" else
	// Report is of the level that is shown; nil until Ready, or where Err says
	// why. Its indexes are those of Story.
	Report *evidence.Report
	Story  *story.Story // that was checked
}

// SentenceEvidence answers CheckSentence.
type SentenceEvidence struct {
	ID             string
	Page, Sentence int    // as asked
	Text           string // as asked: an answer to an older text is of no use
	Finding        evidence.Finding
}

// SourceState answers SourcePage: one page of the document.
type SourceState struct {
	ID    string
	Name  string // of the document
	Page  int    // from 1
	Pages int    // of the whole document
	Quote string // as asked
	Err   string // one sentence: why the page cannot be shown; "" else
	Busy  bool   // it is being drawn
	// Image is the page as it is printed, and Marks where Quote stands on it,
	// in fractions of its width and height. It is nil where the format has no
	// pages to draw: then Blocks show the page.
	Image image.Image
	Marks []document.Rect
	// Blocks is the page's text, with Quote marked in it; empty while the
	// document is being read.
	Blocks []SourceBlock
}

// SourceBlock is one block of a page of the document.
type SourceBlock struct {
	Kind     story.BlockKind
	Level    int
	Marker   string
	Text     string
	From, To int // bytes of Text that are marked; equal: none
}

func (s EvidenceState) topic() string  { return "evidence/" + s.ID }
func (SentenceEvidence) topic() string { return "sentence evidence" }
func (SourceState) topic() string      { return "source" }

// sayNoSource is for stories without a copy of their document.
const sayNoSource = "This story has no copy of its document with it, so nothing can be checked against it."

// maxSources is how many documents are kept in memory for checking.
const maxSources = 3

// review is what is kept for the evidence view.
type review struct {
	mu      sync.Mutex
	id      string // of the story that is reviewed; "": none
	index   *evidence.Index
	cancel  context.CancelFunc // ends the review
	turn    context.CancelFunc // ends the drawing of a page
	asked   int                // grows with every CheckSentence
	sources []*source          // read before, the last used first
}

// source is a document that was read for checking.
type source struct {
	of    sourceKey
	doc   *story.Document
	index *evidence.Index
}

// sourceKey is what a source depends on.
type sourceKey struct {
	sum, language string
	from, to      int
}

// ReviewEvidence checks a story against its document and publishes an
// EvidenceState, and again after every change of the story, until another
// story is reviewed or the story is closed (id ""). The document is read once.
func (a *App) ReviewEvidence(id string) {
	ctx, cancel := context.WithCancel(a.ctx)
	a.review.mu.Lock()
	if a.review.cancel != nil {
		a.review.cancel()
	}
	a.review.id, a.review.index, a.review.cancel = id, nil, cancel
	a.review.mu.Unlock()
	if id == "" {
		cancel()
		return
	}
	a.hub.publish(EvidenceState{ID: id})
	a.wg.Go(func() {
		defer cancel()
		if err := a.reviewNow(ctx, id); err != nil && ctx.Err() == nil {
			a.log.Warn("review evidence", "id", id, "err", err)
			a.hub.publish(EvidenceState{ID: id, Ready: true, Err: model.Sentence(err)})
		}
	})
}

// reviewNow reads the story's document, then checks the story as it is and
// after every change, until ctx ends.
func (a *App) reviewNow(ctx context.Context, id string) error {
	s, err := a.library.Load(id)
	if err != nil {
		return err
	}
	src, err := a.sourceOf(ctx, s)
	if err != nil {
		return err
	}
	a.review.mu.Lock()
	if ctx.Err() == nil {
		a.review.index = src.index
	}
	a.review.mu.Unlock()
	check := func(s *story.Story) {
		a.hub.publish(EvidenceState{ID: id, Ready: true, Story: s, Report: src.index.Check(s)})
	}
	check(s)
	a.hub.watch(ctx, func(e Event) {
		if state, ok := e.(StoryState); ok && state.ID == id && state.Story != nil {
			check(state.Story)
		}
	})
	return ctx.Err()
}

// sourceOf gives a story's document, from memory where it was read before.
func (a *App) sourceOf(ctx context.Context, s *story.Story) (*source, error) {
	path, err := a.sourcePath(s)
	if err != nil {
		return nil, err
	}
	key := sourceKey{s.Source.SHA256, s.Options.Language, s.Options.From, s.Options.To}
	if src := a.knownSource(key); src != nil {
		return src, nil
	}
	doc, err := document.ReadIn(ctx, path, s.Options.Language, s.Options.From, s.Options.To)
	if err != nil {
		return nil, err
	}
	if s.Options.Language != "" {
		doc.Language = s.Options.Language
	}
	doc.Figures = nil // not looked at, and large
	src := &source{key, doc, evidence.New(doc)}
	a.review.mu.Lock()
	defer a.review.mu.Unlock()
	a.review.sources = append([]*source{src}, a.review.sources...)
	a.review.sources = a.review.sources[:min(len(a.review.sources), maxSources)]
	return src, nil
}

// knownSource gives a document that is in memory; nil where it is not.
func (a *App) knownSource(key sourceKey) *source {
	a.review.mu.Lock()
	defer a.review.mu.Unlock()
	at := slices.IndexFunc(a.review.sources, func(s *source) bool { return s.of == key })
	if at < 0 {
		return nil
	}
	src := a.review.sources[at]
	a.review.sources = slices.Insert(slices.Delete(a.review.sources, at, at+1), 0, src)
	return src
}

// sourcePath gives the file of the copy of a story's document.
func (a *App) sourcePath(s *story.Story) (string, error) {
	if s.Source.File == "" || !a.library.HasAsset(s.ID, s.Source.File) {
		return "", model.Errorf("review evidence", model.Input, sayNoSource, nil)
	}
	return a.library.Path(s.ID, s.Source.File), nil
}

// CheckSentence checks text as the sentence (from 0) of a page (from 0) of the
// story that is reviewed, and publishes a SentenceEvidence. It is meant for
// every key of who types: only the last answer is of use. Nothing comes while
// the document is being read.
func (a *App) CheckSentence(id string, page, sentence int, text string) {
	a.review.mu.Lock()
	defer a.review.mu.Unlock()
	index := a.review.index
	if id != a.review.id || index == nil || a.ctx.Err() != nil {
		return
	}
	a.review.asked++
	asked := a.review.asked
	a.wg.Go(func() {
		answer := SentenceEvidence{ID: id, Page: page, Sentence: sentence, Text: text, Finding: index.Sentence(text)}
		a.review.mu.Lock()
		defer a.review.mu.Unlock()
		if asked == a.review.asked {
			a.hub.publish(answer)
		}
	})
}

// SourcePage publishes a SourceState: page (from 1) of the document of a
// story, width pixels wide, with quote marked where it is not "".
func (a *App) SourcePage(id string, page, width int, quote string) {
	ctx, cancel := context.WithCancel(a.ctx)
	a.review.mu.Lock()
	defer a.review.mu.Unlock()
	if a.review.turn != nil {
		a.review.turn()
	}
	a.review.turn = cancel
	if a.ctx.Err() != nil {
		cancel()
		return
	}
	a.wg.Go(func() {
		defer cancel()
		state := SourceState{ID: id, Page: page, Quote: quote, Busy: true}
		err := a.drawSource(ctx, &state, width)
		if ctx.Err() != nil {
			return
		}
		if state.Busy = false; err != nil {
			a.log.Warn("show source", "id", id, "page", page, "err", err)
			state.Err = model.Sentence(err)
		}
		a.publishSource(ctx, state)
	})
}

// publishSource publishes a state unless another page was asked for since.
func (a *App) publishSource(ctx context.Context, state SourceState) {
	a.review.mu.Lock()
	defer a.review.mu.Unlock()
	if ctx.Err() == nil {
		a.hub.publish(state)
	}
}

// drawSource fills state: the picture of the page first, where there is one,
// then its text. What is there already is published on the way.
func (a *App) drawSource(ctx context.Context, state *SourceState, width int) error {
	s, err := a.library.Load(state.ID)
	if err != nil {
		return err
	}
	state.Name, state.Pages = s.Source.Name, s.Source.Pages
	a.publishSource(ctx, *state)
	path, err := a.sourcePath(s)
	if err != nil {
		return err
	}
	printed, err := document.IsPrinted(path)
	if err != nil {
		return err
	}
	if printed {
		if state.Image, err = document.PageImage(ctx, path, state.Page, width); err != nil {
			return err
		}
		if state.Quote != "" {
			a.publishSource(ctx, *state) // a photograph is read before it is marked
			if state.Marks, err = document.Marks(ctx, path, s.Options.Language, state.Page, state.Quote); err != nil {
				return err
			}
		}
		a.publishSource(ctx, *state)
	}
	src, err := a.sourceOf(ctx, s)
	if err != nil {
		if printed {
			return nil // the picture is enough
		}
		return err
	}
	state.Blocks = blocksOf(src, state.Page, state.Quote)
	return nil
}

// blocksOf gives the blocks of a page with quote marked.
func blocksOf(src *source, page int, quote string) []SourceBlock {
	var blocks []SourceBlock
	place := src.index.Find(quote)
	for i := range src.doc.Blocks {
		b := &src.doc.Blocks[i]
		if b.Page != page || b.Kind == story.Note {
			continue
		}
		shown := SourceBlock{Kind: b.Kind, Level: b.Level, Marker: b.Marker, Text: b.Text}
		if place != nil && place.Block == i {
			shown.From, shown.To = place.From, place.To
		}
		blocks = append(blocks, shown)
	}
	return blocks
}

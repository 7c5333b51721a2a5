// Package generate is the pipeline: document -> story, page by page,
// resumable. Run asks the makers for text, pictures and voices, checks what
// they give, keeps it as assets, commits it in story.json and tells of it. A
// page's picture and voice start as soon as its text is there, the first
// page's first.
//
// Called by core. May import model, library, speech and story.
package generate

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Job is one story to be made or gone on with.
type Job struct {
	// Story is owned by Run until it returns. Parts that have ended as ready
	// are kept; all others are made.
	Story       *story.Story
	Library     *library.Library
	Writer      model.Writer
	Illustrator model.Illustrator
	Narrator    model.Narrator
	// Read gives the document. It is called only where it is needed.
	Read func(context.Context) (*story.Document, error)
	// Report is told of every change, on Run's goroutine. What it is given
	// may be kept.
	Report func(Progress)
	// Parallel bounds the parts that are made side by side; 0 stands for one
	// a processor, at least 2.
	Parallel int
}

// Run makes the story. It returns when all that it started has ended: nil
// when every part has ended, with gaps or without; a *model.Error when the
// document cannot be read, nothing can be written from it or the disk fails;
// an error of kind model.Canceled when ctx ends. In each case the story on
// disk is whole and can be gone on with.
func Run(ctx context.Context, j Job) error {
	if j.Parallel == 0 {
		j.Parallel = max(2, runtime.NumCPU())
	}
	r := &run{Job: j, texted: map[string]bool{}, working: map[task]bool{}, results: make(chan result), drafts: make(chan draft)}
	err := r.all(ctx)
	if ctx.Err() != nil {
		err = model.Errorf("make story", model.Canceled, "It was stopped. What is made is kept.", context.Cause(ctx))
	}
	switch {
	case err == nil:
		r.phase = Finished
	case model.KindOf(err) == model.Canceled:
		r.phase = Stopped
	default:
		r.phase = Broken
	}
	r.err = err
	r.report()
	return err
}

// run is the state of one Run. Its owner is the goroutine of Run; the others
// only send on drafts and results.
type run struct {
	Job
	document *story.Document // nil where it was not needed
	figures  map[int]*story.Figure
	texted   map[string]bool // pages whose text came in this run, by ID
	phase    Phase
	err      error
	queue    []task // parts to be made, in order
	working  map[task]bool
	drafts   chan draft
	results  chan result
}

// task names one part of one page.
type task struct {
	page int
	part story.PartKind
}

type draft struct {
	model.Draft
	err  error
	last bool
}

func (r *run) all(ctx context.Context) error {
	if !r.Story.Written || r.pending(story.Picture) {
		r.phase = Reading
		r.report()
		doc, err := r.Read(ctx)
		if err != nil {
			return err
		}
		r.adopt(doc)
	}
	r.phase = Writing
	if r.Story.Written {
		r.phase = MakingPages
		for i := range r.Story.Pages {
			r.enqueue(i)
		}
	}
	if err := r.commit(); err != nil {
		return err
	}

	// The group ends with the first error and never outlives this call.
	group, ctx := errgroup.WithContext(ctx)
	ctx, cancel := context.WithCancel(ctx)
	if !r.Story.Written {
		group.Go(func() error { r.write(ctx); return nil })
	}
	err := r.loop(ctx, group)
	cancel()
	return errors.Join(err, group.Wait())
}

// loop is the owner's: it starts parts, takes in what comes and commits it.
func (r *run) loop(ctx context.Context, group *errgroup.Group) error {
	for {
		r.start(ctx, group)
		if r.Story.Written && len(r.working) == 0 && len(r.queue) == 0 {
			r.Story.Status = story.Done
			return r.commit()
		}
		changed := true
		select {
		case <-ctx.Done():
			return ctx.Err()
		case d := <-r.drafts:
			done, err := r.take(d)
			if err != nil {
				return err
			}
			changed = done
		case res := <-r.results:
			r.finish(res)
		}
		var err error
		if changed {
			err = r.commit()
		} else {
			r.report()
		}
		if err != nil {
			return err
		}
	}
}

// write asks the Writer, on a goroutine of its own.
func (r *run) write(ctx context.Context) {
	send := func(d draft) bool {
		select {
		case r.drafts <- d:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for d, err := range r.Writer.Write(ctx, model.Brief{Document: r.document, Options: r.Story.Options}) {
		if err != nil {
			send(draft{err: err, last: true})
			return
		}
		if !send(draft{Draft: d, last: d.Done}) || d.Done {
			return
		}
	}
	send(draft{last: true, err: model.Errorf("write story", model.Unusable, "The text broke off. Try again.", nil)})
}

// start begins as many parts as may run side by side.
func (r *run) start(ctx context.Context, group *errgroup.Group) {
	for len(r.queue) > 0 && len(r.working) < r.Parallel {
		t := r.queue[0]
		r.queue = r.queue[1:]
		r.working[t] = true
		work := r.voice(t.page)
		if t.part == story.Picture {
			work = r.picture(t.page)
		}
		group.Go(func() error {
			res := work(ctx)
			res.task = t
			select {
			case r.results <- res:
			case <-ctx.Done():
			}
			return nil
		})
	}
}

// enqueue adds the parts of page i that are still to be made.
func (r *run) enqueue(i int) {
	p := &r.Story.Pages[i]
	if !r.holds(p.Picture, p.Parts.Picture, r.pictureKey(i)) {
		p.Parts.Picture = story.Part{State: story.Pending}
		r.queue = append(r.queue, task{i, story.Picture})
	}
	if !r.holds(p.Narration, p.Parts.Voice, r.voiceKey(i)) {
		p.Parts.Voice = story.Part{State: story.Pending}
		r.queue = append(r.queue, task{i, story.Voice})
	}
}

// holds reports whether a part is made, from the same request, and its file
// is there.
func (r *run) holds(rel string, p story.Part, key string) bool {
	return p.State.Usable() && p.Key == key && r.Library.HasAsset(r.Story.ID, rel)
}

// pending reports whether any page still needs the part.
func (r *run) pending(kind story.PartKind) bool {
	for i := range r.Story.Pages {
		p := r.Story.Pages[i].Parts
		if kind == story.Picture && !p.Picture.State.Usable() || kind == story.Voice && !p.Voice.State.Usable() {
			return true
		}
	}
	return false
}

// adopt takes what the story keeps of its document.
func (r *run) adopt(doc *story.Document) {
	r.document = doc
	r.Story.Source.Pages = doc.Pages
	if r.Story.Title == "" {
		r.Story.Title = doc.Title
	}
	if r.Story.Language == "" {
		r.Story.Language = doc.Language
	}
	r.figures = assignFigures(doc, r.Story.Pages)
}

// take puts a draft into the story. changed is true when a page or the whole
// text is complete, which is worth a commit.
func (r *run) take(d draft) (changed bool, err error) {
	if d.err != nil {
		return false, d.err
	}
	s := r.Story
	s.Title, s.Language, s.Notice = d.Title, d.Language, d.Notice
	var ready []int
	for i, dp := range d.Pages {
		if i == len(s.Pages) {
			s.Pages = append(s.Pages, story.Page{ID: fmt.Sprintf("page-%02d", i+1)})
		}
		if p := &s.Pages[i]; dp.Complete && r.setText(p, dp, d.Source) {
			ready = append(ready, i)
		} else if p.Title == "" {
			p.Title = dp.Title
		}
	}
	if len(ready) > 0 {
		r.figures = assignFigures(r.document, s.Pages)
	}
	for _, i := range ready {
		r.enqueue(i)
	}
	if !d.last {
		return len(ready) > 0, nil
	}
	if len(d.Pages) == 0 {
		return false, model.Errorf("write story", model.Input, "There is not enough text here for a story. Choose more pages, or another document.", nil)
	}
	s.Pages = s.Pages[:len(d.Pages)]
	s.Quiz, s.Glossary = d.Quiz, d.Glossary
	for i, page := range d.QuizPage {
		if i < len(s.Quiz) && page >= 0 && page < len(s.Pages) {
			s.Quiz[i].Page = s.Pages[page].ID
		}
	}
	s.Written = true
	r.phase = MakingPages
	return true, nil
}

// setText gives a page its text once and reports whether it was new in this
// run. Another text than the one on disk makes picture and voice stale.
func (r *run) setText(p *story.Page, dp model.DraftPage, source string) bool {
	if r.texted[p.ID] {
		return false
	}
	r.texted[p.ID] = true
	p.Title, p.Sentences, p.Prompt = dp.Title, dp.Sentences, dp.Prompt
	p.Parts.Text = story.Part{State: story.Ready, Source: source}
	if !p.Parts.Voice.State.Usable() {
		p.Seconds = speech.ReadingTime(p.Text(), r.Story.Language, r.Story.Grade).Seconds()
	}
	return true
}

// commit saves the story and tells of it.
func (r *run) commit() error {
	if err := r.Library.Save(r.Story); err != nil {
		return err
	}
	r.report()
	return nil
}

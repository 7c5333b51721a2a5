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
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Makers gives who makes a part, by whom the teacher asked for.
type Makers interface {
	Writer(asked story.Maker) model.Writer
	Illustrator(asked story.Maker) model.Illustrator
	Narrator(asked story.Maker) model.Narrator
}

// Job is one story to be made or gone on with.
type Job struct {
	// Story is owned by Run until it returns. Parts that have ended as ready
	// are kept; all others are made.
	Story   *story.Story
	Library *library.Library
	Makers  Makers
	// Read gives the document, and its file where its pages are photographs.
	// It is called only where it is needed.
	Read func(context.Context) (*story.Document, model.Scan, error)
	// Report is told of every change, on Run's goroutine. What it is given
	// may be kept.
	Report func(Progress)
	// Steer is what the teacher says while the story is made; nil: nothing.
	// What waits on it when Run begins is done before the first part.
	Steer <-chan Steering
	// Reference speaks the same text once more where a voice does not tell
	// when its words are heard; nil: they are estimated.
	Reference model.Narrator
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
	r := &run{
		Job: j, texted: map[string]bool{}, working: map[task]*call{}, device: map[task]bool{},
		results: make(chan result, j.Parallel), drafts: make(chan draft), attempts: make(chan attempt),
	}
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
// only send on drafts, attempts and results.
type run struct {
	Job
	document *story.Document // nil where it was not needed
	scan     model.Scan
	topic    []string // of document
	figures  map[int]*story.Figure
	texted   map[string]bool // pages whose text came in this run, by ID
	phase    Phase
	err      error
	queue    []task // parts to be made, in order
	working  map[task]*call
	device   map[task]bool // to be made on this computer, page everyPage: all of that kind
	gate     gate
	pace     pace
	last     *Attempt // what the next report tells of
	drafts   chan draft
	attempts chan attempt
	// results holds as many as may be at work, so that a paid answer is never
	// left with a maker that finds nobody to take it.
	results chan result
}

// task names one part of one page; the whole text is theText.
type task struct {
	page int
	part story.PartKind
}

// everyPage is the page of what is about all of them.
const everyPage = -1

var theText = task{everyPage, story.Text}

type draft struct {
	model.Draft
	err  error
	last bool
}

func (r *run) all(ctx context.Context) error {
	if !r.Story.Written || r.pending(story.Picture) {
		r.phase = Reading
		r.report()
		doc, scan, err := r.Read(ctx)
		if err != nil {
			return err
		}
		r.scan = scan
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
	r.steered()
	if !r.Story.Written {
		r.write(ctx, group)
	}
	err := r.loop(ctx, group)
	cancel()
	return errors.Join(err, group.Wait(), r.rescue())
}

// rescue takes in what was made while the job was being stopped: it is paid
// for.
func (r *run) rescue() error {
	rescued := false
	for {
		select {
		case res := <-r.results:
			if res.err == nil {
				r.finish(res)
				rescued = true
			}
			continue
		default:
		}
		if !rescued {
			return nil
		}
		return r.Library.Save(r.Story)
	}
}

// loop is the owner's: it starts parts, takes in what comes and commits it.
func (r *run) loop(ctx context.Context, group *errgroup.Group) error {
	for {
		r.start(ctx, group)
		if r.Story.Written && len(r.working) == 0 && len(r.queue) == 0 {
			r.Story.Status = story.Done
			return r.commit()
		}
		changed := false
		var err error
		due, stop := r.due()
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case d := <-r.drafts:
			changed, err = r.take(ctx, group, d)
		case res := <-r.results:
			changed = r.finish(res)
		case a := <-r.attempts:
			r.hear(a)
		case s := <-r.Steer:
			r.steer(s)
		case <-due: // a wait is over: the part is at work again
		}
		stop()
		switch {
		case err != nil:
			return err
		case changed:
			err = r.commit()
		default:
			r.report()
		}
		if err != nil {
			return err
		}
	}
}

// start begins as many parts as may run side by side.
func (r *run) start(ctx context.Context, group *errgroup.Group) {
	for len(r.working) < r.Parallel && r.gate.state() == nil {
		i := slices.IndexFunc(r.queue, r.mayStart)
		if i < 0 {
			return
		}
		t := r.queue[i]
		r.queue = slices.Delete(r.queue, i, i+1)
		c := r.begin(ctx, t)
		r.working[t] = c
		var work func(context.Context) result
		switch t.part {
		case story.Picture:
			work = r.picture(t.page)
		case story.Voice:
			work = r.voice(t.page)
		case wordTimes:
			work = r.timed(t.page)
		}
		group.Go(func() error {
			defer c.end(nil)
			res := work(c.ctx)
			res.task, res.err = t, c.cause(res.err)
			r.results <- res
			return nil
		})
	}
}

// mayStart reports whether nothing stands before a task. Where somebody
// appears in the pictures the others are drawn after the first, to look like
// it.
func (r *run) mayStart(t task) bool {
	if t.part != story.Picture || t.page == 0 || r.Story.Characters == "" {
		return true
	}
	return r.Story.Pages[0].Parts.Picture.State.Ended()
}

// enqueue adds the parts of page i that are still to be made. What has failed
// or was left out stays so until somebody asks for it again.
func (r *run) enqueue(i int) {
	p := &r.Story.Pages[i]
	if !p.Parts.Picture.State.Gap() && !r.holds(p.ID, p.Picture, p.Parts.Picture, r.pictureKey(i)) {
		p.Parts.Picture = story.Part{State: story.Pending}
		r.queue = append(r.queue, task{i, story.Picture})
	}
	if partlySpoken(p) {
		return
	}
	if !p.Parts.Voice.State.Gap() && !r.holds(p.ID, p.Narration, p.Parts.Voice, r.voiceKey(i)) {
		p.Parts.Voice = story.Part{State: story.Pending}
		r.queue = append(r.queue, task{i, story.Voice})
		return
	}
	r.enqueueTimes(i)
}

// holds reports whether a part of a page is made and its file is there: from
// the same request, where the page's text came in this run. Of a page that was
// written before, the teacher may have changed it since.
func (r *run) holds(page, rel string, p story.Part, key string) bool {
	return p.State.Usable() && (p.Key == key || !r.texted[page]) && r.Library.HasAsset(r.Story.ID, rel)
}

// partlySpoken reports whether only some sentences of a page wait for a voice,
// since the teacher has changed them: they are spoken alone, when the job is
// over.
func partlySpoken(p *story.Page) bool {
	return p.Narration != "" && len(p.Words) > 0 && !p.Parts.Voice.State.Usable()
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
	r.document, r.topic = doc, topicOf(doc)
	r.Story.Source.Pages = doc.Pages
	if r.Story.Title == "" {
		r.Story.Title = doc.Title
	}
	if r.Story.Language == "" {
		r.Story.Language = doc.Language
	}
	r.figures = assignFigures(doc, r.Story.Pages)
}

// commit saves the story and tells of it.
func (r *run) commit() error {
	if err := r.Library.Save(r.Story); err != nil {
		return err
	}
	r.report()
	return nil
}

package generate

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Variants are what a finished story is to have besides: other reading levels,
// a second language, and their voices.
type Variants struct {
	// Story is owned by Vary until it returns.
	Story   *story.Story
	Library *library.Library
	Makers  VariantMakers
	// Read gives the story's document; it is asked only where somebody chooses
	// among its sentences. It may fail.
	Read func(context.Context) (*story.Document, error)
	// Report is told of every change, one call at a time, on whichever
	// goroutine. What it is given may be kept.
	Report func(Progress)
	// Reference is as Job.Reference.
	Reference model.Narrator
	// Parallel bounds the voices that are made side by side; 0: as of a Job.
	Parallel int

	// Levels are wanted: their names and grades. Pages are not looked at.
	Levels []story.Level
	// Translate has every sentence that lacks it put into Story.Also.
	Translate bool
}

// VariantMakers give who makes the parts of Variants.
type VariantMakers interface {
	Rewriter(asked story.Maker) model.Rewriter
	Narrator(asked story.Maker) model.Narrator
}

// Vary makes the variants of a story: the texts first, each saved as soon as
// it is there, then the voices of all that has none. What is there from the
// same request is kept and not asked again. said holds a sentence for each
// text that could not be made; err is the first reason where that are all. An
// error of kind model.Canceled says that ctx ended: what was made is kept.
func Vary(ctx context.Context, v Variants) (said []string, err error) {
	if v.Parallel == 0 {
		v.Parallel = max(2, runtime.NumCPU())
	}
	if v.Report == nil {
		v.Report = func(Progress) {}
	}
	r := &vary{Variants: v}
	r.total = len(v.Levels)
	err = r.all(ctx)
	if ctx.Err() != nil {
		err = model.Errorf("make levels and languages", model.Canceled, "It was stopped. What is made is kept.", context.Cause(ctx))
	}
	return r.said, err
}

// vary is the state of one Vary. The texts are made on its goroutine, one
// after the other; the voices side by side.
type vary struct {
	Variants

	mu          sync.Mutex // guards Story while voices are made, and what follows
	said        []string
	done, total int
	doing       string
}

func (r *vary) all(ctx context.Context) error {
	var failed error
	made := 0
	try := func(err error) error {
		switch {
		case err == nil:
			made++
		case ctx.Err() != nil || errors.Is(err, errDisk):
			return err
		default:
			r.say(model.Sentence(err))
			failed = errors.Join(failed, err)
		}
		return nil
	}
	for _, l := range r.Levels {
		if err := try(r.level(ctx, l)); err != nil {
			return err
		}
		r.done++
	}
	if r.Translate && r.Story.Also != "" {
		if err := try(r.translate(ctx)); err != nil {
			return err
		}
	}
	if made == 0 && failed != nil {
		return failed
	}
	return r.voices(ctx)
}

// say keeps a sentence for the teacher, once.
func (r *vary) say(sentence string) {
	if sentence != "" && !slices.Contains(r.said, sentence) {
		r.said = append(r.said, sentence)
	}
}

// errDisk marks that the story cannot be saved, which ends everything.
var errDisk = errors.New("the story cannot be saved")

// commit saves the story and tells of it. r.mu is held, or nobody else at
// work.
func (r *vary) commit() error {
	if err := r.Library.Save(r.Story); err != nil {
		return errors.Join(errDisk, err)
	}
	r.report(nil)
	return nil
}

// report tells of the work as it stands.
func (r *vary) report(a *Attempt) {
	r.Report(Progress{
		Phase: MakingPages, Doing: r.doing, Story: r.Story.Clone(), Rows: Rows(r.Story),
		Done: r.done, Total: r.total, Attempt: a, Asking: a != nil && !a.Next.IsZero(),
	})
}

// begin gives the context of a call: who hears of its waits.
func (r *vary) begin(ctx context.Context, part story.PartKind, page int) context.Context {
	return model.WithCall(ctx, &model.Call{
		Story: r.Story.ID, Role: part, Page: page, Rank: page,
		Tell: func(a model.Attempt) {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.report(&Attempt{Page: page, Part: part, Attempt: a})
		},
	})
}

// start tells what is begun.
func (r *vary) start(doing string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.doing = doing
	r.report(nil)
}

// voices has spoken what is not: the pages of every level, and of every page
// the second language where it is whole. The same words are spoken once.
func (r *vary) voices(ctx context.Context) error {
	var keys []string
	same := map[string][]voicing{}
	for _, w := range allVoicings(r.Story) {
		if !r.wants(w) {
			continue
		}
		key := r.key(w)
		if same[key] == nil {
			keys = append(keys, key)
		}
		same[key] = append(same[key], w)
	}
	r.total += len(keys)
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(r.Parallel)
	for _, key := range keys {
		group.Go(func() error {
			if inner.Err() != nil {
				return inner.Err()
			}
			return r.speak(inner, key, same[key])
		})
	}
	if err := group.Wait(); err != nil || r.Reference == nil {
		return err
	}
	for _, key := range keys {
		if err := r.time(ctx, same[key]); err != nil {
			return err
		}
	}
	return nil
}

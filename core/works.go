package core

import (
	"context"
	"slices"
	"sync"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Work is something that is being made for a story at rest: the voice of
// sentences that were changed, or a picture.
type Work struct {
	Page     string // its identity
	Part     story.PartKind
	Sentence int       // of a voice: the first of the sentences, from 0
	Count    int       // of a voice: how many sentences
	Until    time.Time // when the next attempt begins; zero: it is at work
	Reason   string    // one sentence: why it waits
}

// works are what is being made for stories at rest. The zero value is ready.
type works struct {
	mu  sync.Mutex
	all map[string][]*work // by story
}

// work is one of them.
type work struct {
	Work
	cancel context.CancelCauseFunc
	now    chan struct{}
}

// begin adds a work; its context carries the call, and end takes it away.
func (w *works) begin(ctx context.Context, id string, page int, what Work, changed func()) (context.Context, func()) {
	one := &work{Work: what, now: make(chan struct{}, 1)}
	ctx, one.cancel = context.WithCancelCause(model.WithCall(ctx, &model.Call{
		Story: id, Role: what.Part, Page: page, Rank: page, Now: one.now,
		Tell: func(a model.Attempt) {
			w.mu.Lock()
			one.Until, one.Reason = a.Next, model.Sentence(a.Err)
			w.mu.Unlock()
			changed()
		},
	}))
	w.mu.Lock()
	if w.all == nil {
		w.all = map[string][]*work{}
	}
	w.all[id] = append(w.all[id], one)
	w.mu.Unlock()
	changed()
	return ctx, func() {
		one.cancel(nil)
		w.mu.Lock()
		w.all[id] = slices.DeleteFunc(w.all[id], func(o *work) bool { return o == one })
		w.mu.Unlock()
	}
}

// of gives what is being made for a story.
func (w *works) of(id string) []Work {
	w.mu.Lock()
	defer w.mu.Unlock()
	var all []Work
	for _, one := range w.all[id] {
		all = append(all, one.Work)
	}
	return all
}

// busy reports whether anything is being made.
func (w *works) busy() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, of := range w.all {
		if len(of) > 0 {
			return true
		}
	}
	return false
}

// each calls f with what is being made of a page's part.
func (w *works) each(id, page string, part story.PartKind, f func(*work)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, one := range w.all[id] {
		if one.Page == page && one.Part == part {
			f(one)
		}
	}
}

// TryWorkNow ends the wait of what is being made of a page's part.
func (a *App) TryWorkNow(id, page string, part story.PartKind) {
	a.works.each(id, page, part, func(w *work) {
		select {
		case w.now <- struct{}{}:
		default: // it has been told
		}
	})
}

// StopWork ends what is being made of a page's part.
func (a *App) StopWork(id, page string, part story.PartKind) {
	a.works.each(id, page, part, func(w *work) { w.cancel(model.ErrSkip) })
}

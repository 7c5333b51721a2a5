package core

import (
	"context"
	"errors"
	"fmt"
	"time"

	"edusmart/core/editing"
	"edusmart/core/generate"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// job is a story that is being made in the background. Its goroutine ends
// with the application at the latest.
type job struct {
	id      string
	cancel  context.CancelFunc
	done    chan struct{}
	steer   chan generate.Steering
	started time.Time
	latest  StoryState // guarded by App.mu
}

// Make starts making a story from the document of the create screen and
// returns the story's id; "" when there is no document.
func (a *App) Make(o story.Options) string {
	a.mu.Lock()
	d := a.document.state
	a.mu.Unlock()
	if d.Stage != DocumentReady {
		return ""
	}
	o = a.settle(o)
	id := idOf(d.Info.SHA256, o)
	a.mu.Lock()
	c, exists := a.cards[id]
	running := a.jobs[id] != nil
	a.mu.Unlock()
	if running {
		return id
	}
	// A finished one is there and the teacher chose to make it anew; one that
	// was cut off is gone on with.
	again := exists && !c.Unfinished
	if again {
		id = a.library.FreeID(id)
	}
	a.startJob(id, Request{Path: d.Path, Options: o, Again: again})
	return id
}

// Resume goes on making a story that was stopped, cut off or has gaps.
func (a *App) Resume(id string) { a.startJob(id, Request{ID: id}) }

// Retry makes one part of one page (index from 0) again.
func (a *App) Retry(id string, page int, part story.PartKind) {
	if part == story.Voice && a.mend(id, page) {
		return
	}
	a.steer(id, generate.Steering{Do: generate.Again, Page: page, Part: part}, true)
}

// mend has spoken again only the sentences that are missing of a page; false:
// all of it is.
func (a *App) mend(id string, page int) bool {
	s, err := a.library.Load(id)
	if err != nil || page < 0 || page >= len(s.Pages) || !editing.Partly(&s.Pages[page]) {
		return false
	}
	a.SpeakAgain(id, s.Pages[page].ID, false)
	return true
}

// TryNow ends the wait of one part (page from 0): it is asked for at once.
func (a *App) TryNow(id string, page int, part story.PartKind) {
	a.steer(id, generate.Steering{Do: generate.TryNow, Page: page, Part: part}, false)
}

// Skip leaves out a part that waits or is being made.
func (a *App) Skip(id string, page int, part story.PartKind) {
	a.steer(id, generate.Steering{Do: generate.Skip, Page: page, Part: part}, false)
}

// UseDevice makes a part on this computer instead. Page -1: every part of
// that kind that is not ready.
func (a *App) UseDevice(id string, page int, part story.PartKind) {
	a.steer(id, generate.Steering{Do: generate.UseDevice, Page: page, Part: part}, true)
}

// PauseJob begins nothing new until ContinueJob; what was sent goes on.
func (a *App) PauseJob(id string) { a.steer(id, generate.Steering{Do: generate.Pause}, false) }

// ContinueJob goes on after PauseJob.
func (a *App) ContinueJob(id string) { a.steer(id, generate.Steering{Do: generate.Continue}, false) }

// steer tells a running job; where there is none it starts one for it, if it
// may.
func (a *App) steer(id string, s generate.Steering, start bool) {
	a.mu.Lock()
	j := a.jobs[id]
	if j != nil {
		select {
		case j.steer <- s:
		default: // the teacher cannot be that fast
			a.log.Warn("steer job", "id", id, "lost", s)
		}
	}
	a.mu.Unlock()
	if j == nil && start {
		a.startJob(id, Request{ID: id}, s)
	}
}

// Stop ends the job of a story. What is made stays, and Resume goes on.
func (a *App) Stop(id string) { a.stop(id) }

// stop cancels a story's job; the channel is closed when it has ended.
func (a *App) stop(id string) <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	if j := a.jobs[id]; j != nil {
		j.cancel()
		return j.done
	}
	ended := make(chan struct{})
	close(ended)
	return ended
}

// maxSteering is how much a job may be told before it listens.
const maxSteering = 64

// startJob runs a request in the background, once a story. It begins with what
// the teacher said.
func (a *App) startJob(id string, req Request, said ...generate.Steering) {
	steer := make(chan generate.Steering, maxSteering)
	for _, s := range said {
		steer <- s
	}
	req.Steer = steer
	a.launch(id, Job{Phase: Reading, Doing: "Reading the document"}, steer, func(ctx context.Context, report func(generate.Progress)) (*story.Story, error) {
		return a.CreateNow(ctx, req, report)
	})
}

// launch runs work on a story in the background, once a story, and reports
// whether it was begun.
func (a *App) launch(id string, first Job, steer chan generate.Steering, work func(context.Context, func(generate.Progress)) (*story.Story, error)) bool {
	ctx, cancel := context.WithCancel(a.ctx)
	first.Started = time.Now()
	j := &job{id: id, cancel: cancel, done: make(chan struct{}), started: first.Started, steer: steer}
	a.mu.Lock()
	if a.jobs[id] != nil || a.ctx.Err() != nil {
		a.mu.Unlock()
		cancel()
		return false
	}
	a.jobs[id] = j
	j.latest = StoryState{ID: id, Dir: a.library.Dir(id), Job: &first}
	a.mu.Unlock()
	a.publishJob(j)
	a.wg.Go(func() {
		defer cancel()
		a.endDrill()
		s, err := work(ctx, func(p generate.Progress) { a.progress(j, p) })
		a.endJob(j, s, err)
	})
	return true
}

// progress takes in a snapshot of a running job. The end is told by endJob,
// when the story is free again.
func (a *App) progress(j *job, p generate.Progress) {
	state := &Job{
		Phase: p.Phase, Doing: p.Doing, Done: p.Done, Total: p.Total, Started: j.started, Rows: p.Rows,
		Paused: p.Paused, Left: p.Left, Asking: p.Asking,
	}
	if !state.Active() {
		return
	}
	a.setJob(j, p.Story, state)
	if p.Attempt != nil {
		a.publishService()
		a.alert(p.Attempt, p.Story)
	}
	if len(p.Story.Pages) > 0 {
		a.putCard(p.Story)
	}
}

// alert tells that all attempts at a part have failed.
func (a *App) alert(at *generate.Attempt, s *story.Story) {
	if !at.Next.IsZero() || at.N < at.Of {
		return
	}
	what := "the text"
	if at.Page >= 0 {
		what = fmt.Sprintf("page %d, %s", at.Page+1, at.Part)
	}
	a.tell(Message{Bad: true, Text: fmt.Sprintf("All %d attempts failed: %s. This computer stands in; you can try again.", at.Of, what), Story: s.ID})
}

// setJob replaces a job's state and publishes it.
func (a *App) setJob(j *job, s *story.Story, state *Job) {
	a.mu.Lock()
	j.latest.Story, j.latest.Job = s, state
	a.mu.Unlock()
	a.publishJob(j)
}

func (a *App) publishJob(j *job) {
	a.mu.Lock()
	state := j.latest
	a.mu.Unlock()
	if state.Story != nil {
		a.hearing(state.Story)
	}
	a.mu.Lock()
	state = j.latest
	if state.Story != nil && state.Story == a.heard.of {
		state.Heard = a.heard.pages
	}
	a.hub.publish(state)
	a.mu.Unlock()
	if state.Story != nil {
		a.loadPlayer(state.Story)
	}
}

// endJob publishes how a job ended. A story that gave nothing is forgotten
// once its error has been told.
func (a *App) endJob(j *job, s *story.Story, err error) {
	end := &Job{Phase: Finished, Doing: "Ready", Started: j.started}
	switch {
	case model.KindOf(err) == model.Canceled || errors.Is(err, context.Canceled):
		end.Phase, end.Doing = Stopped, "Stopped"
	case err != nil:
		end.Phase, end.Doing, end.Err = Broken, "Not made", model.Sentence(err)
		a.log.Error("make story", "id", j.id, "err", err)
	}
	saved, loadErr := a.library.Load(j.id)
	if loadErr != nil {
		saved = nil
		if s != nil && len(s.Pages) > 0 {
			a.log.Error("load what was made", "id", j.id, "err", loadErr)
		}
	}
	if saved != nil {
		rest := generate.Resting(saved)
		end.Rows, end.Done, end.Total = rest.Rows, rest.Done, rest.Total
	}
	a.mu.Lock()
	delete(a.jobs, j.id)
	if saved != nil {
		a.cards[j.id] = a.cardOf(library.Brief(saved))
	} else {
		delete(a.cards, j.id)
	}
	a.mu.Unlock()
	if saved != nil {
		rest := a.stateOf(saved)
		a.mu.Lock()
		j.latest.Undo, j.latest.Redo = rest.Undo, rest.Redo
		a.mu.Unlock()
	}
	a.setJob(j, saved, end)
	a.publishLibrary()
	a.publishService()
	close(j.done)
	a.speakMissing(j.id)
}

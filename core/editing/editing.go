// Package editing changes stories as a teacher does: sentence by sentence,
// page by page, with undo and redo over all of it that outlive the program. The
// sound of a page follows its text: it is cut at the borders of its sentences,
// so that a sentence can be moved, left out or spoken again alone. What has
// been spoken once is kept and never asked for again.
//
// A Change is data: what is to be done, at the identity of a page and the index
// of a sentence. Do, Undo and Redo work on a story that the caller has loaded
// under its lock and saves afterwards; see Editor for their order on disk.
//
// Called by core; its Changes are made by ui. May import story, library,
// model, speech, locale and disk. It asks nobody to speak or to draw: Missing
// says what is to be spoken, Insert takes it in.
package editing

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Change is one thing that a teacher does to a story.
type Change interface {
	// apply makes the change and says what it is, as what follows "Undo:", such
	// as "change sentence 3". An error leaves the story in any state; its owner
	// forgets it.
	apply(w *work) (what string, err error)
}

// Editor edits the stories of a library. It keeps nothing of them between
// calls; its methods may be called from several goroutines for different
// stories.
type Editor struct {
	Library *library.Library
	Voices  *Cache // what was spoken before
}

// work is a story under a change.
type work struct {
	*Editor
	story *story.Story
	sound map[string]*sound // narration that was read, by asset
}

// Do makes a change. It reports whether the story is another one now; then the
// caller calls Save and Tidy. The story's lock is held throughout.
func (e *Editor) Do(s *story.Story, c Change) (changed bool, err error) {
	if r, ok := c.(RemoveLevel); ok {
		r.leave(s)
	}
	before := s.Clone()
	w := &work{Editor: e, story: s, sound: map[string]*sound{}}
	what, err := c.apply(w)
	if err == nil {
		err = s.Check()
		if err != nil {
			err = model.Errorf("edit story", model.Input, "That cannot be done: the story would be too large, or not whole.", err)
		}
	}
	if err != nil {
		*s = *before
		if errors.Is(err, errSame) {
			err = nil
		}
		return false, err
	}
	back := between(before, s)
	if back.empty() {
		return false, nil
	}
	h := e.read(before)
	h.Done = append(h.Done, entry{What: what, Patch: back})
	h.Undone = nil
	return e.keep(s, before, h)
}

// Undo takes the last change back. It reports whether there was one, as Do
// does.
func (e *Editor) Undo(s *story.Story) (changed bool, err error) {
	return e.step(s, func(h *history) (from, to *[]entry) { return &h.Done, &h.Undone })
}

// Redo makes the change again that was taken back last.
func (e *Editor) Redo(s *story.Story) (changed bool, err error) {
	return e.step(s, func(h *history) (from, to *[]entry) { return &h.Undone, &h.Done })
}

// step moves the last entry from one end of the history to the other: what it
// brings back is exchanged for what stands there now, so that what was made
// meanwhile, such as the voice of a changed sentence, is kept for the way back.
func (e *Editor) step(s *story.Story, ends func(*history) (from, to *[]entry)) (changed bool, err error) {
	h := e.read(s)
	from, to := ends(&h)
	if len(*from) == 0 {
		return false, nil
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	last.Patch.turn(s)
	before := s.Clone()
	last.Patch.apply(s)
	e.restoreSound(s)
	if err := s.Check(); err != nil {
		*s = *before
		return false, model.Errorf("undo", model.Unusable, "This cannot be brought back: the story's history is damaged.", err)
	}
	*to = append(*to, entry{What: last.What, Patch: between(before, s)})
	return e.keep(s, before, h)
}

// keep writes the history that belongs to s, whose new name it gives.
func (e *Editor) keep(s, before *story.Story, h history) (bool, error) {
	var name [8]byte
	_, _ = rand.Read(name[:]) // never fails
	s.Edit = hex.EncodeToString(name[:])
	err := e.write(s, h)
	if err != nil {
		*s = *before
	}
	return err == nil, err
}

// restoreSound leaves no page, at any level, with narration that is gone from
// the disk.
func (e *Editor) restoreSound(s *story.Story) {
	for i := range s.Pages {
		t := textOf(&s.Pages[i])
		e.restoreText(s, &t)
		setText(&s.Pages[i], t)
	}
	for _, t := range s.Others() {
		e.restoreText(s, t)
	}
}

func (e *Editor) restoreText(s *story.Story, t *story.LevelPage) {
	if t.Narration != "" && !e.Library.HasAsset(s.ID, t.Narration) {
		t.Narration, t.Words, t.Spoken = "", nil, story.Part{State: story.Pending}
		t.Seconds = readingTime(s, t)
	}
	if t.Second != nil && t.Second.Narration != "" && !e.Library.HasAsset(s.ID, t.Second.Narration) {
		t.Second = nil
	}
}

// Save saves s after a change; before is what it was. Tidy follows.
func (e *Editor) Save(before, s *story.Story) error {
	if err := e.Library.NoteLeaving(before, s); err != nil {
		return err
	}
	return e.Library.Save(s)
}

// Tidy removes what neither the saved story nor its history needs any more of
// what they were before.
func (e *Editor) Tidy(s *story.Story) error { return e.Library.TidyHistory(s) }

// page finds a page by its identity.
func (w *work) page(id string) (int, error) {
	i := slices.IndexFunc(w.story.Pages, func(p story.Page) bool { return p.ID == id })
	if i < 0 {
		return 0, gone(fmt.Errorf("page %.40q", id))
	}
	return i, nil
}

// sentence finds the page of a sentence that is there.
func (w *work) sentence(id string, at int) (page int, p *story.Page, err error) {
	if page, err = w.page(id); err != nil {
		return 0, nil, err
	}
	p = &w.story.Pages[page]
	if at < 0 || at >= len(p.Sentences) {
		return 0, nil, gone(nil)
	}
	return page, p, nil
}

// gone says that what was to be changed is not there.
func gone(err error) error {
	return model.Errorf("edit story", model.Input, "What you changed is not there any more.", err)
}

// errSame says that a change changes nothing.
var errSame = errors.New("nothing is changed")

// bad says what is wrong with a change.
func bad(say string) error { return model.Errorf("edit story", model.Input, say, nil) }

func readingTime(s *story.Story, t *story.LevelPage) float64 {
	p := story.Page{Sentences: t.Sentences}
	return seconds(speech.ReadingTime(p.Text(), s.Language, s.Grade).Seconds())
}

// seconds rounds to milliseconds.
func seconds(s float64) float64 { return math.Round(s*1000) / 1000 }

// textOf gives what of a page follows from its text.
func textOf(p *story.Page) story.LevelPage {
	return story.LevelPage{
		ID: p.ID, Title: p.Title, Sentences: p.Sentences, Narration: p.Narration, Voice: p.Voice, Seconds: p.Seconds,
		Words: p.Words, Timing: p.Timing, Text: p.Parts.Text, Spoken: p.Parts.Voice, Stops: p.Stops, Passed: p.Passed,
		Second: p.Second,
	}
}

// setText puts it into a page.
func setText(p *story.Page, t story.LevelPage) {
	p.Title, p.Sentences, p.Narration, p.Voice, p.Seconds = t.Title, t.Sentences, t.Narration, t.Voice, t.Seconds
	p.Words, p.Timing, p.Parts.Text, p.Parts.Voice = t.Words, t.Timing, t.Text, t.Spoken
	p.Stops, p.Passed, p.Second = t.Stops, t.Passed, t.Second
}

package core

import (
	"slices"

	"edusmart/core/editing"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Edit makes a change of the teacher's to a story at rest. What it changes of a
// page's text is spoken again by itself, sentence by sentence.
func (a *App) Edit(id string, c editing.Change) {
	a.change(id, func(s *story.Story) (bool, error) { return a.editor.Do(s, c) })
}

// Undo takes back what was changed last in a story, as StoryState.Undo says.
func (a *App) Undo(id string) { a.change(id, a.editor.Undo) }

// Redo makes the change again that was taken back last, as StoryState.Redo
// says.
func (a *App) Redo(id string) { a.change(id, a.editor.Redo) }

// Pass says of a page (from 0) that the teacher has read it and lets it be
// projected, or takes that back. Page -1: every page.
func (a *App) Pass(id string, page int, on bool) {
	a.change(id, func(s *story.Story) (bool, error) {
		if page < 0 {
			return a.editor.Do(s, editing.Pass{On: on})
		}
		return a.editor.Do(s, editing.Pass{Page: pageID(s, page), On: on})
	})
}

// SetNotes keeps the teacher's notes on a page.
func (a *App) SetNotes(id string, page int, notes string) {
	a.change(id, func(s *story.Story) (bool, error) {
		return a.editor.Do(s, editing.SetNotes{Page: pageID(s, page), Notes: notes})
	})
}

// SetStops keeps the questions for which the voice stops on a page.
func (a *App) SetStops(id string, page int, stops []story.Stop) {
	stops = slices.Clone(stops)
	a.change(id, func(s *story.Story) (bool, error) {
		return a.editor.Do(s, editing.SetStops{Page: pageID(s, page), Stops: stops})
	})
}

// Rename gives a story another title.
func (a *App) Rename(id, title string) { a.Edit(id, editing.SetTitle{Title: title}) }

// TurnLevel shows a story at another of its reading levels. It is no change
// and leaves what can be undone as it is.
func (a *App) TurnLevel(id, name string) {
	a.change(id, func(s *story.Story) (bool, error) { return s.Turn(name), nil })
}

// pageID is the identity of a page by its place; "-" is none's.
func pageID(s *story.Story, page int) string {
	if page < 0 || page >= len(s.Pages) {
		return "-"
	}
	return s.Pages[page].ID
}

// change changes a story at rest and shows it again. One that is being made is
// left as it is, and the teacher is told.
func (a *App) change(id string, change func(*story.Story) (changed bool, err error)) {
	a.mu.Lock()
	busy := a.jobs[id] != nil
	a.mu.Unlock()
	if busy {
		a.tell(Message{Bad: true, Text: "This story is still being made. Change it when it is ready."})
		return
	}
	a.queue.add(func() {
		a.fail("edit story", a.changeNow(id, change))
		a.reshow(id)
		a.speakMissing(id)
	})
}

// changeNow changes a story on disk, on the goroutine of the errands.
func (a *App) changeNow(id string, change func(*story.Story) (changed bool, err error)) error {
	unlock, held, err := a.library.LockSoon(a.ctx, id)
	if err != nil {
		return err
	}
	if !held {
		return model.Errorf("edit story", model.Device, "Another EduSmart is working on this story. Change it when that is done.", nil)
	}
	defer unlock()
	s, err := a.library.Load(id)
	if err != nil {
		return err
	}
	before := s.Clone()
	changed, err := change(s)
	if err != nil || !changed {
		return err
	}
	if err := a.editor.Save(before, s); err != nil {
		return err
	}
	a.putCard(s)
	return a.editor.Tidy(s)
}

// stateOf is the state of a story at rest.
func (a *App) stateOf(s *story.Story) StoryState {
	h := a.editor.History(s)
	return StoryState{
		ID: s.ID, Dir: a.library.Dir(s.ID), Story: s, Undo: h.Undo, Redo: h.Redo, Works: a.works.of(s.ID), Heard: a.hearing(s),
	}
}

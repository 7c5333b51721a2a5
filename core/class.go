package core

import (
	"slices"

	"edusmart/core/story"
)

// Pass says of a page (from 0) that the teacher has read it and lets it be
// projected, or takes that back. Page -1: every page.
func (a *App) Pass(id string, page int, on bool) {
	a.edit(id, func(s *story.Story) {
		for i := range s.Pages {
			if page < 0 || page == i {
				s.Pages[i].Passed = on
			}
		}
	})
}

// SetNotes keeps the teacher's notes on a page.
func (a *App) SetNotes(id string, page int, notes string) {
	a.edit(id, func(s *story.Story) {
		if page >= 0 && page < len(s.Pages) && len(notes) <= story.MaxText {
			s.Pages[page].Notes = notes
		}
	})
}

// SetStops keeps the questions for which the voice stops on a page.
func (a *App) SetStops(id string, page int, stops []story.Stop) {
	stops = slices.Clone(stops)
	a.edit(id, func(s *story.Story) {
		if page >= 0 && page < len(s.Pages) {
			s.Pages[page].Stops = slices.DeleteFunc(stops, func(q story.Stop) bool {
				return q.After < 0 || q.After >= len(s.Pages[page].Sentences)
			})
		}
	})
}

// edit changes a story at rest and shows it again. One that is being made is
// left as it is, and the teacher is told.
func (a *App) edit(id string, change func(*story.Story)) {
	a.mu.Lock()
	busy := a.jobs[id] != nil
	a.mu.Unlock()
	if busy {
		a.tell(Message{Bad: true, Text: "This story is still being made. Change it when it is ready."})
		return
	}
	a.queue.add(func() {
		s, err := a.library.Load(id)
		if err != nil {
			a.fail("edit story", err)
			return
		}
		if !a.keep(s, change) {
			a.tell(Message{Bad: true, Text: "Another EduSmart is working on this story. Change it when that is done."})
		}
		a.reshow(id)
	})
}

package core

import (
	"context"
	"time"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// OpenStory publishes the story's StoryState and loads it into the player.
func (a *App) OpenStory(id string) {
	a.mu.Lock()
	a.open = id
	j := a.jobs[id]
	a.mu.Unlock()
	if j != nil {
		a.publishJob(j)
		return
	}
	a.queue.add(func() {
		s, err := a.library.Load(id)
		if err != nil {
			a.log.Error("open story", "id", id, "err", err)
			a.hub.publish(StoryState{ID: id, Dir: a.library.Dir(id), Err: model.Sentence(err)})
			return
		}
		a.show(s)
		a.noteOpened(id)
		a.checkSeal(id)
		a.speakMissing(id)
	})
}

// show publishes a story at rest and, when it is the open one, loads it into
// the player.
func (a *App) show(s *story.Story) {
	a.spell(s)
	a.hub.publish(a.stateOf(s))
	a.loadPlayer(s)
}

// keepQuietly changes a story at rest on disk. It is not kept where another
// process works on the story. Nothing is published or told.
func (a *App) keepQuietly(id string, change func(*story.Story)) (kept bool, err error) {
	unlock, held, err := a.library.LockSoon(a.ctx, id)
	if err != nil || !held {
		a.log.Warn("story is busy", "id", id, "err", err)
		return false, err
	}
	defer unlock()
	latest, err := a.library.Load(id)
	if err == nil {
		change(latest)
		err = a.library.Save(latest)
	}
	if err == nil {
		a.setCard(library.Brief(latest))
	}
	return err == nil, err
}

// reshow publishes the open story again after a change on disk.
func (a *App) reshow(id string) {
	a.mu.Lock()
	open := a.open == id && a.jobs[id] == nil
	a.mu.Unlock()
	if !open {
		return
	}
	if s, err := a.library.Load(id); err == nil {
		a.show(s)
	}
}

// Delete moves stories out of the library; UndoDelete brings the last ones
// back. A story that is being made is stopped first.
func (a *App) Delete(ids ...string) {
	var ended []<-chan struct{}
	for _, id := range ids {
		ended = append(ended, a.stop(id))
	}
	a.queue.add(func() {
		for _, done := range ended {
			<-done
		}
		var deleted []Card
		for _, id := range ids {
			if err := a.library.Delete(id, a.seenOf(id)); err != nil {
				a.fail("delete story", err)
				a.LookAgain() // it may be another one by now
				continue
			}
			deleted = append(deleted, a.leave(id))
		}
		a.mu.Lock()
		if len(deleted) > 0 {
			a.deleted = deleted
		}
		a.mu.Unlock()
		a.publishLibrary()
	})
}

// seenOf gives when the version of a story was saved whose card is shown.
func (a *App) seenOf(id string) time.Time {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cards[id].Modified
}

// leave forgets a story that was moved out of the library and gives its card.
func (a *App) leave(id string) Card {
	a.mu.Lock()
	c := a.cards[id]
	c.ID = id
	delete(a.cards, id)
	wasOpen := a.open == id
	if wasOpen {
		a.open = ""
	}
	a.mu.Unlock()
	if wasOpen && a.player != nil {
		a.player.Unload()
	}
	a.hub.forget(StoryState{ID: id}.topic())
	return c
}

// UndoDelete brings the stories back that were deleted last.
func (a *App) UndoDelete() {
	a.queue.add(func() {
		a.mu.Lock()
		deleted := a.deleted
		a.deleted = nil
		a.mu.Unlock()
		for _, c := range deleted {
			if err := a.library.Restore(c.ID); err != nil {
				a.fail("restore story", err)
				continue
			}
			a.mu.Lock()
			a.cards[c.ID] = c
			a.mu.Unlock()
		}
		a.publishLibrary()
	})
}

// Export writes a story as one file at path.
func (a *App) Export(id, path string) {
	a.wg.Go(func() {
		if err := a.exportFile(a.ctx, id, path); err != nil {
			a.fail("export story", err)
			return
		}
		a.tell(Message{Text: "The story is saved as " + path + "."})
	})
}

// Import takes a story file into the library.
func (a *App) Import(path string) {
	a.wg.Go(func() {
		id, same, err := a.ImportNow(a.ctx, path)
		if err != nil {
			a.fail("import story", err)
			return
		}
		text := "The story is in your library."
		if same {
			text = "This story is in your library already."
		}
		a.tell(Message{Text: text, Story: id})
	})
}

// ImportNow takes a story file into the library and waits for it. same is
// true where the story was there already.
func (a *App) ImportNow(ctx context.Context, path string) (id string, same bool, err error) {
	id, same, err = a.library.Import(ctx, path)
	if err != nil || same {
		return id, same, err
	}
	s, err := a.library.Load(id)
	if err == nil {
		a.putCard(s)
		a.LookAgain()
	}
	return id, false, err
}

// Load reads a story and waits for it.
func (a *App) Load(id string) (*story.Story, error) { return a.library.Load(id) }

package core

import (
	"edusmart/core/library"
)

// MeasureStorage measures the library and publishes it with LibraryState.
func (a *App) MeasureStorage() {
	a.mu.Lock()
	sources := map[string]string{}
	for _, d := range a.index.Digests() {
		sources[d.ID] = d.SourceFile
	}
	a.mu.Unlock()
	a.wg.Go(func() {
		s := &Storage{Stories: make(map[string]library.Size, len(sources))}
		for id, source := range sources {
			if a.ctx.Err() != nil {
				return
			}
			size := a.library.Size(id, source)
			s.Stories[id] = size
			s.All = s.All.Plus(size)
		}
		s.Deleted = a.library.DeletedSize()
		a.mu.Lock()
		a.storage = s
		a.mu.Unlock()
		a.publishLibrary()
	})
}

// RemoveSources takes the kept documents out of stories: they can then no
// longer be checked against them.
func (a *App) RemoveSources(ids []string) {
	a.queue.add(func() {
		for _, id := range ids {
			a.fail("remove source", a.removeSource(id))
		}
		a.publishLibrary()
		a.MeasureStorage()
		a.LookAgain()
	})
}

func (a *App) removeSource(id string) error {
	unlock, held, err := a.library.LockSoon(a.ctx, id)
	if err != nil || !held {
		return err
	}
	defer unlock()
	s, err := a.library.Load(id)
	if err != nil || s.Source.File == "" {
		return err
	}
	if err := a.library.RemoveSource(s); err != nil {
		return err
	}
	a.setCard(library.Brief(s))
	return nil
}

// EmptyDeleted removes for good what was deleted.
func (a *App) EmptyDeleted() {
	a.queue.add(func() {
		a.fail("empty deleted stories", a.library.EmptyDeleted())
		a.mu.Lock()
		a.deleted = nil
		a.mu.Unlock()
		a.publishLibrary()
		a.MeasureStorage()
	})
}

// MoveLibrary makes another folder the library's, and moves the stories there
// where take is true. What is in that folder already is shown with them.
func (a *App) MoveLibrary(dir string, take bool) {
	a.mu.Lock()
	busy := len(a.jobs) > 0 || a.moving != nil
	if !busy {
		a.moving = &Moving{To: dir}
	}
	a.mu.Unlock()
	if busy {
		a.fail("move library", errBusy)
		return
	}
	a.publishLibrary()
	a.queue.add(func() {
		err := a.moveLibrary(dir, take)
		a.mu.Lock()
		a.moving = nil
		a.mu.Unlock()
		a.publishLibrary()
		if err != nil {
			a.fail("move library", err)
			return
		}
		a.tell(Message{Text: "The library is now in " + a.library.Root() + "."})
	})
}

func (a *App) moveLibrary(dir string, take bool) error {
	before := a.library.Root()
	err := a.library.Turn(before) // nothing changes where the new folder is of no use
	if take {
		err = a.library.MoveTo(a.ctx, dir, func(done, of int) {
			a.mu.Lock()
			a.moving = &Moving{To: dir, Done: done, Of: of}
			a.mu.Unlock()
			a.publishLibrary()
		})
	} else if err == nil {
		err = a.library.Turn(dir)
	}
	if a.library.Root() == before {
		return err
	}
	a.mu.Lock()
	a.places.Library = a.library.Root()
	a.open, a.deleted, a.storage = "", nil, nil
	a.cards = map[string]Card{}
	a.loaded = false
	a.index = a.library.OpenIndex(a.indexFile())
	a.mu.Unlock()
	if a.player != nil {
		a.player.Unload()
	}
	a.Change(func(s *Settings) { s.Library = a.library.Root() })
	a.LookAgain()
	return err
}

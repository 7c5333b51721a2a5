package core

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"edusmart/core/model"
	"edusmart/core/story"
)

// readLibrary reads every story once and publishes the cards.
func (a *App) readLibrary() {
	entries, err := a.library.List()
	a.fail("read library", err)
	a.mu.Lock()
	for _, e := range entries {
		if a.jobs[e.ID] == nil {
			a.cards[e.ID] = a.cardOf(e.ID, e.Story, e.Err)
		}
	}
	a.mu.Unlock()
	a.publishLibrary()
}

// cardOf makes the card of a story, or of one that cannot be read.
func (a *App) cardOf(id string, s *story.Story, err error) Card {
	if s == nil {
		return Card{ID: id, Title: id, Damaged: model.Sentence(err), Search: fold(id)}
	}
	c := Card{
		ID: id, Title: s.Title, Grade: s.Grade, Language: s.Language, Pages: len(s.Pages), Seconds: s.Seconds(),
		Created: s.Created, Opened: s.Opened, Unfinished: s.Status != story.Done,
		Missing: missing(s), SourceSHA256: s.Source.SHA256,
	}
	var text strings.Builder
	text.WriteString(s.Title)
	for i := range s.Pages {
		p := &s.Pages[i]
		if c.Picture == "" && p.Parts.Picture.State.Usable() {
			c.Picture = a.library.Path(id, p.Picture)
		}
		if p.Passed {
			c.Passed++
		}
		text.WriteString("\n" + p.Title + "\n" + p.Text())
	}
	c.Search = fold(text.String())
	return c
}

// fold makes text comparable whatever its case.
func fold(s string) string { return cases.Fold().String(s) }

// missing says what a finished story lacks: "1 picture missing".
func missing(s *story.Story) string {
	if s.Status != story.Done {
		return ""
	}
	texts, pictures, voices := s.Gaps()
	var lacks []string
	for _, g := range []struct {
		n         int
		one, many string
	}{{texts, "text", "texts"}, {pictures, "picture", "pictures"}, {voices, "voice", "voices"}} {
		switch {
		case g.n == 1:
			lacks = append(lacks, "1 "+g.one)
		case g.n > 1:
			lacks = append(lacks, fmt.Sprintf("%d %s", g.n, g.many))
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	return strings.Join(lacks, ", ") + " missing"
}

func (a *App) publishLibrary() {
	a.mu.Lock()
	l := LibraryState{Loaded: true, Dir: a.library.Root(), Deleted: a.deleted, Cards: make([]Card, 0, len(a.cards))}
	for _, c := range a.cards {
		c.Making = a.jobs[c.ID] != nil
		l.Cards = append(l.Cards, c)
	}
	slices.SortFunc(l.Cards, func(x, y Card) int {
		if c := latest(y).Compare(latest(x)); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	})
	// Published under the lock, so that an older list never follows a newer.
	a.hub.publish(l)
	a.mu.Unlock()
}

// putCard replaces a story's card and publishes the library.
func (a *App) putCard(s *story.Story) {
	a.mu.Lock()
	a.cards[s.ID] = a.cardOf(s.ID, s, nil)
	a.mu.Unlock()
	a.publishLibrary()
}

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
		a.keep(s, func(s *story.Story) { s.Opened = now() })
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

// keep changes a story at rest on disk. It is not kept where another process
// works on the story.
func (a *App) keep(s *story.Story, change func(*story.Story)) (kept bool) {
	unlock, held, err := a.library.Lock(s.ID)
	if err != nil || !held {
		a.log.Warn("story is busy", "id", s.ID, "err", err)
		return false
	}
	defer unlock()
	latest, err := a.library.Load(s.ID)
	if err == nil {
		change(latest)
		err = a.library.Save(latest)
	}
	if err != nil {
		a.fail("keep story", err)
		return true // and told
	}
	a.putCard(latest)
	return true
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

// Delete moves a story out of the library; UndoDelete brings the last one
// back. A story that is being made is stopped first.
func (a *App) Delete(id string) {
	done := a.stop(id)
	a.queue.add(func() {
		<-done
		if err := a.library.Delete(id); err != nil {
			a.fail("delete story", err)
			return
		}
		a.mu.Lock()
		c, ok := a.cards[id]
		delete(a.cards, id)
		if ok {
			a.deleted = &c
		}
		wasOpen := a.open == id
		if wasOpen {
			a.open = ""
		}
		a.mu.Unlock()
		if wasOpen && a.player != nil {
			a.player.Unload()
		}
		a.hub.forget(StoryState{ID: id}.topic())
		a.publishLibrary()
	})
}

// UndoDelete brings the story back that was deleted last.
func (a *App) UndoDelete() {
	a.queue.add(func() {
		a.mu.Lock()
		c := a.deleted
		a.deleted = nil
		a.mu.Unlock()
		if c == nil {
			return
		}
		if err := a.library.Restore(c.ID); err != nil {
			a.fail("restore story", err)
		} else if s, err := a.library.Load(c.ID); err != nil {
			a.mu.Lock()
			a.cards[c.ID] = a.cardOf(c.ID, nil, err)
			a.mu.Unlock()
		} else {
			a.putCard(s)
		}
		a.publishLibrary()
	})
}

// Export writes a story as one file at path.
func (a *App) Export(id, path string) {
	a.wg.Go(func() {
		if err := a.library.Export(a.ctx, id, path); err != nil {
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
	}
	return id, false, err
}

// Load reads a story and waits for it.
func (a *App) Load(id string) (*story.Story, error) { return a.library.Load(id) }

// Cards reads the library and waits for it: last opened first.
func (a *App) Cards() ([]Card, error) {
	entries, err := a.library.List()
	if err != nil {
		return nil, err
	}
	cards := make([]Card, len(entries))
	for i, e := range entries {
		cards[i] = a.cardOf(e.ID, e.Story, e.Err)
	}
	return cards, nil
}

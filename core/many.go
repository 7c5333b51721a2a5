package core

import (
	"fmt"
	"slices"
	"strings"

	"edusmart/core/library"
	"edusmart/core/story"
)

// maxTag is the most bytes of a tag.
const maxTag = 80

// CleanTag gives a tag as it is kept; "" where it is none.
func CleanTag(tag string) string {
	tag = strings.Join(strings.Fields(tag), " ")
	if len(tag) > maxTag {
		return ""
	}
	return tag
}

// Tag adds tags to stories and takes others away.
func (a *App) Tag(ids, add, remove []string) {
	a.changeAll(ids, func(s *story.Story) bool {
		before := slices.Clone(s.Tags)
		s.Tags = slices.DeleteFunc(s.Tags, func(t string) bool { return HasTag(remove, t) })
		for _, t := range add {
			if t = CleanTag(t); t != "" && !HasTag(s.Tags, t) && len(s.Tags) < story.MaxTags {
				s.Tags = append(s.Tags, t)
			}
		}
		return !slices.Equal(before, s.Tags)
	})
}

// HasTag reports whether tag is among tags, compared as people do.
func HasTag(tags []string, tag string) bool {
	folded := library.Fold(tag)
	return slices.ContainsFunc(tags, func(t string) bool { return library.Fold(t) == folded })
}

// RenameTag gives a tag another name in every story; one that a story has
// already is not put twice.
func (a *App) RenameTag(from, to string) {
	if to = CleanTag(to); to == "" || to == from {
		return
	}
	a.changeAll(a.tagged(from), func(s *story.Story) bool {
		i := slices.Index(s.Tags, from)
		if i < 0 {
			return false
		}
		s.Tags = slices.Delete(s.Tags, i, i+1)
		if !HasTag(s.Tags, to) {
			s.Tags = slices.Insert(s.Tags, min(i, len(s.Tags)), to)
		}
		return true
	})
}

// DeleteTag takes a tag away from every story. The stories stay.
func (a *App) DeleteTag(tag string) { a.Tag(a.tagged(tag), nil, []string{tag}) }

// tagged gives the stories that have a tag.
func (a *App) tagged(tag string) (ids []string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for id, c := range a.cards {
		if slices.Contains(c.Tags, tag) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Archive puts stories out of the way of the others, or back.
func (a *App) Archive(ids []string, on bool) {
	a.changeAll(ids, func(s *story.Story) bool {
		was := s.Archived
		s.Archived = on
		return was != on
	})
}

// changeAll changes stories at rest on disk where change says that there is
// something to change, and tells of those that could not be.
func (a *App) changeAll(ids []string, change func(*story.Story) bool) {
	a.queue.add(func() {
		busy := 0
		for _, id := range ids {
			s, err := a.library.Load(id)
			if err == nil && !change(s) {
				continue
			}
			kept := false
			if err == nil {
				kept, err = a.keepQuietly(id, func(s *story.Story) { change(s) })
			}
			if err != nil {
				a.fail("change story", err)
			} else if !kept {
				busy++
			}
			a.reshow(id)
		}
		a.publishLibrary()
		if busy > 0 {
			a.tell(Message{Bad: true, Text: fmt.Sprintf("%d of %d stories were not changed: they are being worked on. Try again when that is done.", busy, len(ids))})
		}
	})
}

// SaveRest makes a story of what is left of a damaged one.
func (a *App) SaveRest(id string) {
	a.queue.add(func() {
		made, err := a.library.SaveRest(id)
		if err != nil {
			a.fail("save what is left", err)
			return
		}
		s, err := a.library.Load(made)
		if err != nil {
			a.fail("save what is left", err)
			return
		}
		a.putCard(s)
		a.tell(Message{Text: "What was left is saved as a story of its own.", Story: made})
	})
}

// Rest tells what can be saved of a damaged story, and waits for it.
func (a *App) Rest(id string) (library.Rest, error) { return a.library.Salvage(id) }

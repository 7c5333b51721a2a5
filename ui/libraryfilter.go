package ui

import (
	"slices"

	"edusmart/core"
)

// filter is one of the chips.
type filter int

const (
	allStories filter = iota
	readyOffline
	toReview
	unfinished
	somethingMissing
	twins    // stories that say the same as another
	archived // kept out of the way; no other filter shows them
)

// fits reports whether a card belongs to a filter; twins are known to the
// screen alone.
func (f filter) fits(c core.Card) bool {
	if f != twins && c.Archived != (f == archived) {
		return false
	}
	switch f {
	case readyOffline:
		return c.Ready
	case toReview:
		return c.Passed < c.Pages && !c.Making && !c.Unfinished && !c.Arriving && c.Damaged == ""
	case unfinished:
		return c.Unfinished || c.Making
	case somethingMissing:
		return c.Missing != "" || c.Damaged != "" || c.Arriving
	}
	return true
}

// findTwins notes the stories that say the same as another that is still
// there.
func (s *libraryScreen) findTwins() {
	s.why = map[string]string{}
	if len(s.state.Twins) == 0 {
		return
	}
	there := map[string]bool{}
	for _, c := range s.state.Cards {
		there[c.ID] = true
	}
	for _, t := range s.state.Twins {
		t.Cards = slices.DeleteFunc(slices.Clone(t.Cards), func(c core.Card) bool { return !there[c.ID] })
		if len(t.Cards) < 2 {
			continue
		}
		why := "Same document"
		if t.SameText {
			why = "Same text"
		}
		for _, c := range t.Cards {
			if s.why[c.ID] == "" {
				s.why[c.ID] = why
			}
		}
	}
}

func (s *libraryScreen) setFilter(f filter) {
	s.filter = f
	s.show()
}

func (s *libraryScreen) setGrade(g int) {
	s.grade = g
	s.show()
}

func (s *libraryScreen) setLanguage(tag string) {
	s.language = tag
	s.show()
}

func (s *libraryScreen) setTag(tag string) {
	s.tag = tag
	s.show()
}

func (s *libraryScreen) setSort(by string) {
	s.commands.Change(func(set *core.Settings) { set.Sort = by })
}

// clearFilters shows every story again, once show is called.
func (s *libraryScreen) clearFilters() {
	s.filter, s.grade, s.language, s.tag = allStories, -1, "", ""
}

// suits reports whether a card is of the chosen grade, language and tag.
func (s *libraryScreen) suits(c core.Card) bool {
	return (s.grade < 0 || c.Grade == s.grade) && (s.language == "" || core.InLanguage(c, s.language)) &&
		(s.tag == "" || slices.Contains(c.Tags, s.tag))
}

// belongs reports whether a card belongs to a filter.
func (s *libraryScreen) belongs(f filter, c core.Card) bool {
	return f.fits(c) && (f != twins || s.why[c.ID] != "") && s.suits(c)
}

// only gives the cards of a filter, last opened first.
func (s *libraryScreen) only(f filter) []core.Card {
	var cards []core.Card
	for _, c := range s.state.Cards {
		if s.belongs(f, c) {
			cards = append(cards, c)
		}
	}
	return cards
}

// wanted gives the cards that fit search and filters, in order: twins beside
// one another.
func (s *libraryScreen) wanted() []core.Card {
	cards := s.only(s.filter)
	if s.filter == twins {
		now := map[string]core.Card{} // as they are by now, those that are still there
		for _, c := range cards {
			now[c.ID] = c
		}
		cards = nil
		for _, t := range s.state.Twins {
			for _, c := range t.Cards {
				if c, there := now[c.ID]; there {
					cards = append(cards, c)
					delete(now, c.ID)
				}
			}
		}
	} else {
		cards = core.Order(cards, s.sort)
	}
	if s.query != "" {
		cards = core.Find(cards, s.query)
	}
	return cards
}

package core

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"edusmart/core/library"
)

// LibraryState is the library as it stands.
type LibraryState struct {
	Loaded bool   // false until the folder has been read once
	Cards  []Card // last opened first
	// Deleted are the stories that were deleted last, together, and can be
	// brought back.
	Deleted []Card
	Dir     string
	Twins   []Twins  // duplicates, as they were when the folder was looked at last
	Storage *Storage // nil until MeasureStorage
	Moving  *Moving  // nil while it is not being moved
}

// Storage is the room that the library takes.
type Storage struct {
	All     library.Size
	Stories map[string]library.Size // by ID
	Deleted int64                   // bytes of stories that can still be brought back
}

// Moving is a move of the library to another folder.
type Moving struct {
	To       string
	Done, Of int // stories
}

// Card is what the library shows of a story.
type Card struct {
	ID           string
	Title        string
	Grade        int
	Language     string
	Also         string // the second language; ""
	Pages        int
	Seconds      float64 // of the whole narration
	Created      time.Time
	Opened       time.Time
	Modified     time.Time
	Picture      string // file of the cover picture; "" when there is none yet
	Tags         []string
	Archived     bool
	Making       bool   // a job is at work on it
	Unfinished   bool   // its making was interrupted: it can be resumed
	Passed       int    // pages the teacher has passed
	Missing      string // "1 picture missing"; "" when nothing is
	Arriving     bool   // its files are on their way from another computer
	Ready        bool   // it is whole and plays without a network
	VersionOf    string // id of the story that it is another version of; ""
	Damaged      string // one sentence when the story cannot be opened; ""
	SourceSHA256 string
	Source       bool   // a copy of its document is kept
	TextSum      string // the same for stories of the same text
	Search       string // for library.Query
}

// Order gives the cards in an order of Settings.Sort: "" (as they stand, last
// opened first), "title", "created" (newest first), "grade", "length" (shortest
// first).
func Order(cards []Card, by string) []Card {
	title := func(c *Card) string {
		folded, _, _ := strings.Cut(c.Search, "\x00")
		return folded
	}
	less, ok := map[string]func(a, b *Card) int{
		"title":   func(a, b *Card) int { return strings.Compare(title(a), title(b)) },
		"created": func(a, b *Card) int { return b.Created.Compare(a.Created) },
		"grade":   func(a, b *Card) int { return cmp.Compare(a.Grade, b.Grade) },
		"length":  func(a, b *Card) int { return cmp.Compare(a.Seconds, b.Seconds) },
	}[by]
	if !ok {
		return cards
	}
	places := make([]*Card, len(cards)) // cards are large to move
	for i := range cards {
		places[i] = &cards[i]
	}
	slices.SortStableFunc(places, less)
	sorted := make([]Card, len(cards))
	for i, c := range places {
		sorted[i] = *c
	}
	return sorted
}

// Find gives the cards whose title, tags or text hold every word of what was
// typed: those first that have them in the title, else in the order of cards.
func Find(cards []Card, typed string) []Card {
	q := library.NewQuery(typed)
	places := make([]int, len(cards))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w * len(cards) / workers; i < (w+1)*len(cards)/workers; i++ {
				places[i] = q.Find(cards[i].Search)
			}
		})
	}
	wg.Wait()
	var found []Card
	for place := range library.Nowhere {
		for i := range cards {
			if places[i] == place {
				found = append(found, cards[i])
			}
		}
	}
	return found
}

// InLanguage reports whether a story is in a language (BCP 47), in any of its
// regions, or has it beside its own.
func InLanguage(c Card, language string) bool {
	base := func(tag string) string {
		b, _, _ := strings.Cut(strings.ToLower(tag), "-")
		return b
	}
	return base(c.Language) == base(language) || c.Also != "" && base(c.Also) == base(language)
}

// Twins are stories that say the same, or come from the same document.
type Twins struct {
	SameText bool // else only the document is the same
	Cards    []Card
}

// FindTwins finds the duplicates: the same text first.
func FindTwins(cards []Card) []Twins {
	group := func(key func(Card) string) (groups [][]Card) {
		by := map[string]int{}
		for _, c := range cards {
			k := key(c)
			if k == "" {
				continue
			}
			i, ok := by[k]
			if !ok {
				i = len(groups)
				by[k] = i
				groups = append(groups, nil)
			}
			groups[i] = append(groups[i], c)
		}
		return slices.DeleteFunc(groups, func(g []Card) bool { return len(g) < 2 })
	}
	var all []Twins
	told := map[string]bool{}
	for _, g := range group(func(c Card) string { return c.TextSum }) {
		all = append(all, Twins{true, g})
		for _, c := range g {
			told[c.ID] = true
		}
	}
	for _, g := range group(func(c Card) string { return c.SourceSHA256 }) {
		if slices.ContainsFunc(g, func(c Card) bool { return !told[c.ID] }) {
			all = append(all, Twins{false, g})
		}
	}
	return all
}

// Tags gives every tag with the number of stories that have it, by name.
func (l LibraryState) Tags() (names []string, count map[string]int) {
	count = map[string]int{}
	for _, c := range l.Cards {
		for _, t := range c.Tags {
			count[t]++
		}
	}
	for t := range count {
		names = append(names, t)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(strings.Compare(library.Fold(a), library.Fold(b)), strings.Compare(a, b))
	})
	return names, count
}

// latest is when the story was last looked at, or made.
func latest(c Card) time.Time {
	if c.Opened.After(c.Created) {
		return c.Opened
	}
	return c.Created
}

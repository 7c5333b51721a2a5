package usage

import (
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// attempt is one attempt as it is held in memory.
type attempt struct {
	model.Use
	guess bool // its price or its count was guessed
	lost  bool // its process was killed before it ended, or it still runs in another process
}

// answered reports whether an attempt brought an answer.
func (a *attempt) answered() bool { return a.Kind == "" && !a.lost }

// modelKey names a model in a role.
type modelKey struct {
	role story.PartKind
	name string
}

// open is an attempt that has begun in another process, or in one that is no
// more, and has not ended.
type open struct {
	index int      // in held; -1: not held
	use   *attempt // where it is not held
}

// book is what the lines of the ledger add up to. It is not safe for
// concurrent use.
type book struct {
	from    time.Time // attempts sent before it are added up, not held
	held    []attempt // roughly in the order in which they were sent
	open    map[string]open
	stories map[string]*StoryUse
	gone    map[story.PartKind]string // the model of a role that was last found gone
	instead map[modelKey]string
	damaged int
	tallies map[Period]*tally
}

func newBook(from time.Time) *book {
	return &book{
		from:    from,
		open:    map[string]open{},
		stories: map[string]*StoryUse{},
		gone:    map[story.PartKind]string{},
		instead: map[modelKey]string{},
		tallies: map[Period]*tally{},
	}
}

// add counts one line.
func (b *book) add(l *line) {
	switch {
	case l.Total != "":
		b.addTotal(l)
	case l.Begin != "":
		b.begin(l.Begin, attempt{Use: l.Use, guess: true, lost: true})
	case l.Unsent:
		b.forget(l.End)
	default:
		b.end(l.End, attempt{Use: l.Use, guess: l.Guess})
	}
}

func (b *book) addTotal(l *line) {
	s := b.story(l.Story)
	s.Calls += l.Calls
	s.Retries += l.Retries
	s.Cost += l.Cost
	if l.Instead != "" {
		b.instead[modelKey{l.Role, l.Model}] = l.Instead
	}
}

func (b *book) story(id string) *StoryUse {
	s := b.stories[id]
	if s == nil {
		s = &StoryUse{Story: id}
		b.stories[id] = s
	}
	return s
}

func (b *book) begin(id string, a attempt) {
	if a.Time.Before(b.from) {
		b.open[id] = open{index: -1, use: &a}
		return
	}
	b.hold(a)
	b.open[id] = open{index: len(b.held) - 1}
}

func (b *book) hold(a attempt) {
	b.held = append(b.held, a)
	for _, t := range b.tallies {
		t.add(&a)
	}
}

// end counts an attempt that has ended, in the place of its beginning where
// that is known.
func (b *book) end(id string, a attempt) {
	s := b.story(a.Story)
	s.Calls++
	s.Cost += a.Cost
	if a.N > 1 {
		s.Retries++
	}
	b.note(&a)
	begun, known := b.open[id]
	delete(b.open, id)
	switch {
	case known && begun.index >= 0:
		b.held[begun.index] = a
		clear(b.tallies) // they hold it as lost
	case !a.Time.Before(b.from):
		b.hold(a)
	}
}

// forget takes back the beginning of an attempt that was never sent.
func (b *book) forget(id string) {
	begun, known := b.open[id]
	if !known {
		return
	}
	delete(b.open, id)
	if begun.index < 0 {
		return
	}
	b.held[begun.index].Time = time.Time{} // outside every period
	clear(b.tallies)
}

// note keeps which model took the place of which.
func (b *book) note(a *attempt) {
	gone := b.gone[a.Role]
	switch key := (modelKey{a.Role, a.Model}); {
	case a.Kind == model.Gone:
		if gone != "" && gone != a.Model && b.instead[key] == "" {
			b.instead[key] = gone
		}
		b.gone[a.Role] = a.Model
	case gone == a.Model:
		if a.Kind == "" {
			delete(b.gone, a.Role) // it is back
		}
	case gone != "" && b.instead[key] == "":
		b.instead[key] = gone
	}
}

// ofStory gives what a story cost, lost attempts included.
func (b *book) ofStory(id string) StoryUse {
	use := StoryUse{Story: id}
	if s := b.stories[id]; s != nil {
		use = *s
	}
	for _, o := range b.open {
		a := o.use
		if o.index >= 0 {
			a = &b.held[o.index]
		}
		if a.Story == id {
			use.Calls++
			use.Cost += a.Cost
		}
	}
	return use
}

// tally gives the tally of the period that holds now, up to date.
func (b *book) tally(p Period, now time.Time) *tally {
	t := b.tallies[p]
	if t != nil && t.covers(p, now) {
		return t
	}
	t = newTally(p, now)
	for i := range b.held {
		t.add(&b.held[i])
	}
	t.sort()
	b.tallies[p] = t
	return t
}

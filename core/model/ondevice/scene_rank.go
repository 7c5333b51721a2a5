package ondevice

import (
	"cmp"
	"maps"
	"slices"
)

// Shares of the page and of the story in what a page's picture shows.
const (
	coverPage, coverTopic = 0.4, 1.7
	innerPage, innerTopic = 1.0, 0.3
	// topicHere is what it adds to what a page names that the story is about
	// it too: a heading such as "A strong muscle" then speaks of the heart.
	topicHere = 0.5
	// leastHero is what a subject needs to be worth a picture: one plain
	// mention in the text, or a passing one in a title with more behind it.
	leastHero = 0.5
)

// worth is how much speaks for showing an entry on the page.
func (t *tally) worth(e, page int) float64 {
	if page == 0 {
		return coverPage*t.score[e] + coverTopic*t.topic[e]
	}
	return innerPage*t.score[e]*(1+topicHere*t.titled[e]) + innerTopic*t.topic[e]
}

// lexiconNone stands for no entry.
const lexiconNone = -1

// main gives the subject that the whole story speaks for most, lexiconNone
// where it names none.
func (t *tally) main() int {
	lex := theLexicon()
	best := lexiconNone
	for e, worth := range t.topic {
		if lex.entries[e].subject == "" || !t.strong[e] || worth < leastHero {
			continue
		}
		if best < 0 || worth > t.topic[best] || worth == t.topic[best] && e < best {
			best = e
		}
	}
	return best
}

// foreignFit is the affinity below which nothing else in the story speaks for
// a word's field.
const foreignFit = 0.5

// foreign reports whether an entry is named in passing in a story about other
// things: once in the text, and in no heading.
func (t *tally) foreign(e int) bool {
	entry := &theLexicon().entries[e]
	return !t.heading[e] && t.titled[e] == 0 && t.affinity(entry.domain) < foreignFit && t.score[e] < 2*weightText*entry.weight
}

// ranked gives the entries with a subject, the best for the page first. What
// is only named in passing comes after all else.
func (t *tally) ranked(page int) []int {
	lex := theLexicon()
	all := maps.Clone(t.first)
	list := slices.DeleteFunc(slices.Collect(maps.Keys(all)), func(e int) bool {
		return lex.entries[e].subject == "" || t.worth(e, page) < leastHero
	})
	slices.SortFunc(list, func(a, b int) int {
		return cmp.Or(
			-cmp.Compare(boolInt(t.strong[a]), boolInt(t.strong[b])),
			cmp.Compare(t.worth(b, page), t.worth(a, page)), cmp.Compare(t.first[a], t.first[b]), cmp.Compare(a, b))
	})
	return list
}

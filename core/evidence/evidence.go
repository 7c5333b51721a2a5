// Package evidence checks a story against the document it was made from:
// whether each sentence, question and glossary entry is supported by it, weak
// or not in it, and on which passage it rests. It decides on this computer and
// always in the same way.
//
// Wording may differ: words are compared by their stems and by small tables of
// synonyms, over one sentence of the document or a few that follow one another.
// Numbers, names, negations, opposites and who does what may not.
//
// Called by core. May import story.
package evidence

import "edusmart/core/story"

// Verdict says how something stands to the document.
type Verdict string

// The verdicts, worst last. Weak is what the document speaks of but does not
// say so; Absent is what it does not speak of.
const (
	Supported Verdict = "supported"
	Weak      Verdict = "weak"
	Absent    Verdict = "absent"
)

// Finding is what was found out about one text.
type Finding struct {
	Verdict Verdict
	// Reason is one sentence for the teacher, such as "Weak: the document says
	// “six”, not “eight”" or "Not in the document"; "" where it is Supported.
	Reason string
	// Passage is what comes nearest in the document; nil where nothing does.
	Passage *Passage
	doubt   doubtKind
}

// Passage is a piece of the document.
type Passage struct {
	story.Place
	Quote string // as it stands in the document
	Page  int    // of the document, from 1
}

// Kind tells what an Item is.
type Kind string

// The kinds of items.
const (
	Sentence Kind = "sentence"
	Question Kind = "question"
	Term     Kind = "term"
)

// Item is one sentence, question or glossary entry with what was found.
type Item struct {
	Kind  Kind
	Page  int    // of a Sentence: the story page, from 0; else -1
	Index int    // of the sentence on its page, of the question, of the entry; from 0
	Text  string // that was checked
	Kept  bool   // the teacher keeps it as it is
	Finding
}

// NeedsALook reports whether the teacher should look at the item.
func (i *Item) NeedsALook() bool { return !i.Kept && i.Verdict != Supported }

// Counts counts items. What the teacher keeps is counted as Kept only.
type Counts struct{ Supported, Weak, Absent, Kept int }

// Report is a whole story against its document.
type Report struct {
	Items    []Item   // in the order of the story: sentences, questions, entries
	Pages    []Counts // one a story page
	Quiz     Counts
	Glossary Counts
	Look     []int // indexes of the Items that need a look, worst first
}

// Find gives the item of a kind; nil where there is none.
func (r *Report) Find(kind Kind, page, index int) *Item {
	for i := range r.Items {
		if it := &r.Items[i]; it.Kind == kind && it.Page == page && it.Index == index {
			return it
		}
	}
	return nil
}

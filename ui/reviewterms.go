package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewTerms is the glossary, one entry of which may be in change.
type reviewTerms struct{ *reviewEntries }

func newReviewTerms(r *storyReview) *reviewTerms {
	t := &reviewTerms{}
	t.reviewEntries = newReviewEntries(r, entryKind{
		part: partTerms, check: evidence.Term, gap: 2,
		add: "Add an entry", more: "What can be done with the entry",
		count: func(st *story.Story) int { return len(st.Glossary) },
		said:  func(st *story.Story) string { return fmt.Sprint(st.Glossary) },
		body:  t.read, change: t.edit, menu: t.menuOf,
	})
	return t
}

// read is one entry as it is read.
func (t *reviewTerms) read(at int) *fyne.Container {
	term := &t.review.screen.state.Story.Glossary[at]
	return column(0, 2, widget.NewText(widget.CardTitle, term.Term).Wrap(2), widget.NewText(widget.Body, term.Definition).Wrap(6))
}

func (t *reviewTerms) menuOf(at int) entryMenu {
	term := &t.review.screen.state.Story.Glossary[at]
	return entryMenu{
		kept: term.Kept, keep: editing.KeepTerm{At: at, On: !term.Kept},
		remove: editing.RemoveTerm{At: at}, removed: "“" + term.Term + "” is removed.",
	}
}

// edit puts two fields in the place of an entry.
func (t *reviewTerms) edit(at int) {
	terms := t.review.screen.state.Story.Glossary
	var term story.Term
	if at < len(terms) {
		term = terms[at]
	}
	spell := speller{screen: t.review.screen}
	name, says := widget.NewField("The word").SetSpeller(spell), widget.NewSentenceField("What it means").SetSpeller(spell)
	name.SetText(term.Term)
	says.SetText(term.Definition)
	save := func() {
		if strings.TrimSpace(name.Text()) == "" || strings.TrimSpace(says.Text()) == "" {
			t.review.screen.nav.say("An entry needs a word and what it means.")
			return
		}
		c := editing.SetTerm{At: at, Term: name.Text(), Definition: says.Text()}
		t.cancel()
		t.review.edit(c)
	}
	name.OnSubmitted = func(string) { says.TakeFocus() }
	says.OnSubmitted = func(string) { save() }
	name.OnCancel, says.OnCancel = t.cancel, t.cancel
	says.OnChanged = func(string) { t.scroll.Refresh() }
	t.put(at, t.framed(name, says, t.saving(save)), name.Focus())
}

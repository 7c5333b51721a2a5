package generate

import (
	"testing"

	"edusmart/core/story"
)

func TestTheNotesOfASlideGoToTheFirstPageThatRestsOnIt(t *testing.T) {
	doc := &story.Document{Blocks: []story.Block{
		{Kind: story.ListItem, Text: "Workers dug a trench.", Page: 1},
		{Kind: story.Note, Text: "Show the map.", Page: 1},
		{Kind: story.Note, Text: "Pass the stone round.", Page: 2},
		{Kind: story.Note, Text: "Nobody asks for this slide.", Page: 3},
	}}
	sentence := func(page, block int) story.Sentence {
		return story.Sentence{Text: "x", SourcePage: page, Place: &story.Place{Block: block, To: 1}}
	}
	pages := []story.Page{{ID: "page-01", Sentences: []story.Sentence{sentence(1, 0)}}, {ID: "page-02"}, {ID: "page-03"}}
	for _, c := range []struct {
		name, id  string
		sentences []story.Sentence
		want      string
	}{
		{"the first page", "page-01", pages[0].Sentences, "Show the map."},
		{"a later page of the same slide and the next", "page-02", []story.Sentence{sentence(1, 0), sentence(2, 0)}, "Pass the stone round."},
		{"notes that the page says itself", "page-03", []story.Sentence{sentence(2, 2)}, ""},
		{"a sentence from nowhere", "page-02", []story.Sentence{{Text: "x"}}, ""},
	} {
		if got := slideNotes(doc, pages, c.id, c.sentences); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

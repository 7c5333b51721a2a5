package generate

import (
	"slices"
	"testing"

	"edusmart/core/story"
)

func TestTheTopicIsWhatADocumentRepeats(t *testing.T) {
	doc := &story.Document{Title: "Bees at work", Blocks: []story.Block{
		{Kind: story.Heading, Text: "Who lives in the hive"},
		{Kind: story.Paragraph, Text: "The hive is the home of the bees. The queen is the mother of the bees."},
		{Kind: story.Heading, Text: "The comb"},
		{Kind: story.Paragraph, Text: "The bees build the comb of wax. A journey is long."},
		{Kind: story.Exercise, Text: "Penguin penguin penguin penguin penguin penguin"},
	}}
	got := topicOf(doc)
	if len(got) == 0 || got[0] != "bees" {
		t.Errorf("the first term is not the bees: %q", got)
	}
	for _, w := range []string{"hive", "comb"} {
		if i := slices.Index(got, w); i < 0 || i > 6 {
			t.Errorf("%q is not among the first terms: %q", w, got)
		}
	}
	for _, w := range []string{"the", "journey", "penguin"} {
		if slices.Contains(got, w) {
			t.Errorf("%q is a term of %q", w, got)
		}
	}
}

func TestTheTopicOfAnEmptyDocumentIsEmpty(t *testing.T) {
	if got := topicOf(&story.Document{}); len(got) != 0 {
		t.Errorf("got %q", got)
	}
	if got := topicOf(nil); got != nil {
		t.Errorf("got %q", got)
	}
}

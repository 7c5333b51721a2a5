package document

import (
	"testing"

	"edusmart/core/story"
)

func TestCitationsAreLeftOutAndOtherBracketsKept(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a source", "Bees dance [3]. They are insects [1, 2].", "Bees dance. They are insects."},
		{"a range of sources", "Waves lose height [2–4] and [7] speed.", "Waves lose height and speed."},
		{"one number only", "Choose a number [5] and add two.", "Choose a number [5] and add two."},
		{"an interval", "The interval [0, 1] holds both ends, and so does [0, 2].", "The interval [0, 1] holds both ends, and so does [0, 2]."},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &story.Document{Blocks: []story.Block{{Kind: story.Paragraph, Text: c.text, Page: 1}}}
			dropCitations(doc)
			if got := doc.Blocks[0].Text; got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestAListOfQuestionsIsAnExerciseUnderAnyHeading(t *testing.T) {
	list := func(marker, text string) story.Block {
		return story.Block{Kind: story.ListItem, Level: 1, Marker: marker, Text: text}
	}
	doc := &story.Document{Blocks: []story.Block{
		{Kind: story.Heading, Level: 1, Text: "Athens and today"},
		list("1.", "Why did Athenians choose officials by lot?"),
		list("2.", "Was Athens democratic? Give two reasons."),
		list("3.", "What is a direct democracy?"),
		{Kind: story.Paragraph, Text: "The Assembly met on a hill."},
		list("1.", "Put the plant into the glass."),
		list("2.", "Count the bubbles. What do you see?"),
		list("3.", "Write it down."),
	}}
	markExercises(doc)
	for i, want := range []story.BlockKind{story.Heading, story.Exercise, story.Exercise, story.Exercise, story.Paragraph, story.ListItem, story.ListItem, story.ListItem} {
		if doc.Blocks[i].Kind != want {
			t.Errorf("%q is a %s", doc.Blocks[i].Text, doc.Blocks[i].Kind)
		}
	}
}

package core_test

import (
	"strings"
	"testing"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/export"
)

func TestFileNamesAreFitForEverySystem(t *testing.T) {
	for title, want := range map[string]string{
		"How a volcano erupts": "How a volcano erupts",
		`a/b\c:d*e?"<>|f`:      "a b c d e f",
		"..":                   "Story",
		"line\nbreak\tand tab": "line break and tab",
		"كيف يثور البركان؟":    "كيف يثور البركان؟",
	} {
		if got := core.FileName(title); got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
	}
}

func TestEveryFormatHasItsPlaceAmongTheOthers(t *testing.T) {
	files := map[string]string{}
	for _, f := range core.Formats() {
		if f.Group == "" || f.Use == "" || f.Title == "" {
			t.Errorf("%s is not explained: %+v", f.Name, f)
		}
		if f.Name != core.StoryFormat {
			if _, ok := export.Find(f.Name); !ok {
				t.Errorf("%s cannot be written", f.Name)
			}
		}
		name := core.FileOf("Title", f.Name)
		if other := files[name]; other != "" {
			t.Errorf("%s and %s are both written as %s", f.Name, other, name)
		}
		files[name] = f.Name
	}
}

// TestTheClassPackSaysWhatAFormatHasNoRoomFor makes the quiz of a story with
// six options for Kahoot and for Moodle.
func TestTheClassPackSaysWhatAFormatHasNoRoomFor(t *testing.T) {
	home, id := homeWithStory(t)
	a := openApp(t, home)
	a.OpenStory(id)
	s := awaitStory(t, a, id, "the story", func(core.StoryState) bool { return true }).Story
	a.Edit(id, editing.SetQuestion{At: len(s.Quiz), Question: "Which?", Options: []string{"one", "two", "three", "four", "five", "six"}, Answer: 5})
	awaitStory(t, a, id, "the question", func(x core.StoryState) bool { return len(x.Story.Quiz) == len(s.Quiz)+1 })
	a.HandOut(id, []string{"kahoot", "gift"}, t.TempDir())
	done := await(t, a, "the pack", func(h core.HandOutState) bool { return h.Story == id && !h.Running })
	if note := done.Items[0].Note; !strings.HasPrefix(note, "Kahoot takes at most 4 options") || !strings.Contains(note, "shortened") {
		t.Errorf("of Kahoot it says %q", note)
	}
	if note := done.Items[1].Note; note != "" {
		t.Errorf("of Moodle it says %q", note)
	}
}

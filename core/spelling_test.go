package core_test

import (
	"strings"
	"testing"

	"edusmart/core"
	"edusmart/core/editing"
)

func TestSpellingKnowsTheDictionaryAndTheDocumentsOwnWords(t *testing.T) {
	a := openApp(t, t.TempDir())
	s := openedStory(t, a)
	if a.Spelling("another", "a txet").Known {
		t.Error("a story that is not open has a dictionary")
	}
	var got core.Spelling
	for !got.Known { // the story is shown again when the dictionary has been read
		if got = a.Spelling(s.ID, "The watre flows."); !got.Known {
			awaitStory(t, a, s.ID, "the dictionary", func(core.StoryState) bool { return a.Spelling(s.ID, "The watre flows.").Known })
		}
	}
	if len(got.Wrong) != 1 || got.Wrong[0].Word != "watre" || got.Wrong[0].From != 4 {
		t.Errorf("%+v", got)
	}
	if meant := a.Meant(s.ID, "watre"); len(meant) == 0 || meant[0] != "water" {
		t.Errorf("by “watre” may be meant %v", meant)
	}
	if wrong := a.Spelling(s.ID, "A zorgblat flows.").Wrong; len(wrong) != 1 {
		t.Fatalf("%+v", wrong)
	}
	a.Edit(s.ID, editing.SetTerm{At: len(s.Glossary), Term: "zorgblat", Definition: "A thing that flows."})
	awaitStory(t, a, s.ID, "the entry", func(st core.StoryState) bool { return len(st.Story.Glossary) > len(s.Glossary) })
	if wrong := a.Spelling(s.ID, "A zorgblat flows.").Wrong; len(wrong) != 0 {
		t.Errorf("a word of the glossary is wrong: %+v", wrong)
	}
	if strings.Contains(got.Say, "no dictionary") {
		t.Error(got.Say)
	}
}

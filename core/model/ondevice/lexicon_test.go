package ondevice

import (
	"testing"

	"fyne.io/fyne/v2/theme"
)

func TestEverySubjectOfTheLexiconCanBeDrawn(t *testing.T) {
	p := &plan{glyphs: newGlyphs(theme.DefaultEmojiFont().Content())}
	for _, e := range theLexicon().entries {
		if len(e.names) == 1 {
			continue // an emoji that the font may lack: it is left out
		}
		if _, ok := p.subjectOf(&e); e.subject != "" && !ok {
			t.Errorf("nothing is drawn for %q (%s)", e.subject, e.names["en"])
		}
		for _, pw := range e.places {
			if placeByID(pw.id).id != pw.id {
				t.Errorf("%q is set in %q, which is no place", e.names["en"], pw.id)
			}
		}
	}
}

func TestEveryDrawingHasAWord(t *testing.T) {
	named := map[string]bool{}
	for _, e := range theLexicon().entries {
		named[e.subject] = true
	}
	for key := range drawnSubjects() {
		if !named[key] {
			t.Errorf("no word leads to the drawing of %q", key)
		}
	}
}

func TestEveryEntryOfTheTablesHasANameInEachLanguage(t *testing.T) {
	for _, e := range theLexicon().entries {
		if len(e.names) == 1 && e.habit == thing {
			continue // an emoji known by its English name only
		}
		for _, lang := range lexiconTongues() {
			if e.subject != "" && e.names[lang] == "" {
				t.Errorf("%q has no name in %s", e.subject, lang)
			}
		}
	}
}

func TestFunctionWordsNameNothing(t *testing.T) {
	lex := theLexicon()
	for _, lang := range lexiconTongues() {
		for word := range tongues()[lang].stop {
			tokens := sceneTokens(lang, word)
			if len(tokens) != 1 {
				continue
			}
			found, _, _ := lex.lookup(lang, tokens, 0)
			for _, s := range found {
				t.Errorf("%s: %q is read as %s", lang, word, lex.entries[s.entry].names["en"])
			}
		}
	}
}

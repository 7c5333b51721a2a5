package editing_test

import (
	"testing"

	"edusmart/core/editing"
	"edusmart/core/story"
)

// restart gives the bench another editor, as another start of the program does.
func (b *bench) restart() { b.edit = &editing.Editor{Library: b.lib, Voices: b.edit.Voices} }

// vary makes a change that is saved on the way: first changes the story at its
// beginning, then at its end. then nil: it is killed before that.
func (b *bench) vary(what string, first, then func(*story.Story)) *story.Story {
	b.t.Helper()
	s := b.story()
	before := s.Clone()
	first(s)
	err := b.edit.Begin(before, s, what)
	if err == nil {
		err = b.lib.Save(s)
	}
	if err == nil && then != nil {
		then(s)
		err = b.edit.End(before, s)
		if err == nil {
			err = b.edit.Save(before, s)
		}
		if err == nil {
			err = b.edit.Tidy(s)
		}
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return b.story()
}

// easier gives the story an easier level, spoken by this computer's voice.
func (b *bench) easier(s *story.Story) {
	s.Level = story.GradeLevel
	level := story.Level{Name: story.EasierLevel, Grade: 3}
	for i := range s.Pages {
		p := b.page(s.Pages[i].ID, []string{"It is hot.", "See it glow."}[:1+i%2])
		level.Pages = append(level.Pages, story.LevelPage{
			ID: p.ID, Title: p.Title, Sentences: p.Sentences, Narration: p.Narration, Voice: p.Voice, Seconds: p.Seconds,
			Words: p.Words, Text: p.Parts.Text, Spoken: p.Parts.Voice,
		})
	}
	s.Levels = append(s.Levels, level)
}

// spanish types the second language of every sentence, at every level, and
// gives each page its sound.
func (b *bench) spanish(s *story.Story) {
	type text = []story.Sentence
	var all []text
	for i := range s.Pages {
		all = append(all, s.Pages[i].Sentences)
	}
	for _, t := range s.Others() {
		all = append(all, t.Sentences)
	}
	for _, sentences := range all {
		for i := range sentences {
			sentences[i].Also = "Esto lo escribió la maestra: " + sentences[i].Text
		}
	}
	for i := range s.Pages {
		p := b.page("x", []string{s.Pages[i].Sentences[0].Also})
		s.Pages[i].Second = &story.Second{Narration: p.Narration, Voice: p.Voice, Seconds: p.Seconds, Part: p.Parts.Voice}
	}
}

// whole fails unless every file of the story is there.
func (b *bench) whole(s *story.Story) {
	b.t.Helper()
	for _, rel := range s.Assets() {
		if _, err := b.lib.ReadAsset(b.id, rel); err != nil {
			b.t.Error(err)
		}
	}
}

func (b *bench) wants(what string, got, want *story.Story) {
	b.t.Helper()
	if !same(got, want) {
		b.t.Fatalf("%s:\n%s\nwant\n%s", what, encoded(got), encoded(want))
	}
	b.whole(got)
}

// A teacher who has typed a second language does not lose it with a click.
func TestASecondLanguageThatWasRemovedComesBackWholeAfterARestart(t *testing.T) {
	b := newBench(t)
	plain := b.story()
	b.vary("make the easier text", func(*story.Story) {}, b.easier)
	b.do(editing.SetLanguage{Tag: "es"})
	s := b.story()
	before := s.Clone()
	b.spanish(s)
	if err := b.edit.Save(before, s); err != nil {
		t.Fatal(err)
	}
	typed := b.story()

	gone := b.do(editing.SetLanguage{})
	if gone.Also != "" || gone.Pages[0].Sentences[0].Also != "" || gone.Levels[0].Pages[0].Sentences[0].Also != "" || gone.Pages[0].Second != nil {
		t.Errorf("something of the language is left: %s", encoded(gone))
	}
	b.restart()
	if h := b.edit.History(b.story()); h.Undo != "remove the second language" {
		t.Errorf("it is called %q", h.Undo)
	}
	b.wants("undone", b.undo(), typed)
	b.restart()
	b.wants("redone", b.redo(), gone)
	b.wants("undone again", b.undo(), typed)
	// Another language takes its place, and that is taken back too.
	b.do(editing.SetLanguage{Tag: "fr"})
	b.restart()
	b.wants("another taken back", b.undo(), typed)
	if back := b.refused(editing.RemoveLevel{Name: story.GradeLevel}); back == "" {
		t.Error("the grade's own text can be removed")
	}
	b.do(editing.RemoveLevel{Name: story.EasierLevel})
	b.restart()
	b.wants("the level is back", b.undo(), typed)
	b.undo() // the language
	b.undo() // the level
	if s := b.story(); len(s.Levels) != 0 || s.Level != "" || s.Also != "" || texts(&s.Pages[0]) != texts(&plain.Pages[0]) {
		t.Errorf("all taken back: %s", encoded(s))
	}
}

func TestALevelThatWasMadeIsTakenBackAndMadeAgainAtOnce(t *testing.T) {
	b := newBench(t)
	plain := b.story()
	with := b.vary("make the easier text", func(*story.Story) {}, b.easier)
	b.restart()
	b.wants("taken back", b.undo(), plain)
	b.restart()
	b.wants("made again", b.redo(), with)

	// What was changed at another level than the one that is shown is taken
	// back there, and made again there.
	s := b.story()
	before := s.Clone()
	s.Turn(story.EasierLevel)
	if err := b.edit.Save(before, s); err != nil {
		t.Fatal(err)
	}
	changed := b.do(editing.SetSentence{Page: "page-01", At: 0, Text: "It is very hot."})
	s = b.story()
	before = s.Clone()
	s.Turn(story.GradeLevel)
	if err := b.edit.Save(before, s); err != nil {
		t.Fatal(err)
	}
	if back := b.undo(); back.Level != story.EasierLevel || texts(&back.Pages[0]) != "It is hot." {
		t.Errorf("%s: %q", back.Level, texts(&back.Pages[0]))
	}
	b.wants("the change of the other level", b.redo(), changed)

	// The level that is shown is removed: that of the grade is shown then.
	gone := b.do(editing.RemoveLevel{Name: story.EasierLevel})
	if gone.Level != "" || len(gone.Levels) != 0 || texts(&gone.Pages[0]) != texts(&plain.Pages[0]) {
		t.Errorf("without the level: %s", encoded(gone))
	}
	b.restart()
	back := b.undo()
	if !back.Turn(story.EasierLevel) || texts(&back.Pages[0]) != "It is very hot." {
		t.Errorf("back: %s", encoded(back))
	}
	b.whole(back)
}

func TestAMakingThatWasKilledIsTakenBackAndOneThatMadeNothingIsNoChange(t *testing.T) {
	b := newBench(t)
	plain := b.do(editing.SetTitle{Title: "Fire"})
	half := b.vary("make the easier text", func(s *story.Story) {
		b.easier(s)
		s.Levels[0].Pages = s.Levels[0].Pages[:2]
	}, nil)
	b.restart()
	b.wants("what was killed, taken back", b.undo(), plain)
	b.wants("and made again", b.redo(), half)
	b.undo()

	b.undo() // the title
	b.vary("make the harder text", func(*story.Story) {}, func(*story.Story) {})
	if h := b.edit.History(b.story()); h.Undo != "" || h.Redo != "the title of the story" {
		t.Errorf("nothing was made, and the history says %+v", h)
	}
	b.wants("the title is there to be redone", b.redo(), plain)
}

// A story without a quiz, a glossary or levels has empty lists, which the file
// of the history does not forget.
func TestTheFirstQuestionIsTakenBackAfterARestart(t *testing.T) {
	b := newBench(t)
	s := b.story()
	before := s.Clone()
	s.Quiz, s.Glossary = nil, nil
	if err := b.edit.Save(before, s); err != nil {
		t.Fatal(err)
	}
	b.do(editing.SetQuestion{Question: "New?", Options: []string{"Yes", "No"}}, editing.SetTerm{Term: "Ash", Definition: "What is left."})
	b.restart()
	b.undo()
	if s := b.undo(); len(s.Quiz) != 0 || len(s.Glossary) != 0 {
		t.Errorf("%d questions and %d words are left", len(s.Quiz), len(s.Glossary))
	}
}

package core_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/player"
	"edusmart/core/story"
)

// settled waits until no job is at work on the story and gives it as it is
// kept.
func settled(t *testing.T, a *core.App, id string, what string, want func(*story.Story) bool) *story.Story {
	t.Helper()
	state := await(t, a, what, func(s core.StoryState) bool {
		return s.ID == id && s.Story != nil && (s.Job == nil || !s.Job.Active()) && want(s.Story)
	})
	return state.Story
}

// TestLevelsAreMadeOnThisComputer makes levels of real lessons with this
// computer alone, and turns to them. Package ondevice makes them in every
// language.
func TestLevelsAreMadeOnThisComputer(t *testing.T) {
	if testing.Short() {
		t.Skip("what it is about does not run side by side, and the race detector takes minutes")
	}
	for _, language := range []string{"en", "ar"} {
		t.Run(language, func(t *testing.T) {
			a := openApp(t, t.TempDir())
			s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-"+language+".docx"), Options: story.Options{Pages: 5, Grade: 5}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			a.OpenStory(s.ID)
			settled(t, a, s.ID, "the story", func(*story.Story) bool { return true })
			a.MakeLevels(s.ID, story.EasierLevel, story.HarderLevel)
			ended := await(t, a, "the levels' end", func(x core.StoryState) bool { return x.ID == s.ID && x.Job != nil && !x.Job.Active() })
			if ended.Job.Err != "" {
				t.Fatal(ended.Job.Err)
			}
			made, err := a.Load(s.ID)
			if err != nil {
				t.Fatal(err)
			}
			levels := core.Levels(made)
			var names []string
			for i, l := range levels {
				names = append(names, l.Name+" "+l.Measure.Say)
				if i > 0 && l.Measure.Load <= levels[i-1].Measure.Load {
					t.Errorf("%s is not harder than %s", l.Measure.Say, levels[i-1].Measure.Say)
				}
			}
			t.Log(strings.Join(names, "; "))
			if len(levels) < 3 {
				told := await(t, a, "why a level is missing", func(m core.Message) bool { return m.Text != "" })
				t.Log(told.Text)
			}
			checkLevels(t, a, s, made)
		})
	}
}

// checkLevels wants every level to share the pictures and to be spoken.
func checkLevels(t *testing.T, a *core.App, s, made *story.Story) {
	t.Helper()
	for _, l := range made.Levels {
		a.TurnLevel(s.ID, l.Name)
		turned := settled(t, a, s.ID, "the "+l.Name+" level", func(x *story.Story) bool { return x.Level == l.Name })
		for i, p := range turned.Pages {
			if p.Picture != s.Pages[i].Picture {
				t.Errorf("%s, page %d has another picture", l.Name, i+1)
			}
			if !p.Parts.Voice.State.Usable() || len(p.Words) == 0 {
				t.Errorf("%s, page %d is not spoken: %+v", l.Name, i+1, p.Parts.Voice)
			}
			for _, term := range made.Glossary {
				if strings.Contains(strings.ToLower(s.Pages[i].Text()), strings.ToLower(term.Term)) && !strings.Contains(strings.ToLower(p.Text()), strings.ToLower(term.Term)) {
					t.Errorf("%s, page %d has lost %q", l.Name, i+1, term.Term)
				}
			}
		}
	}
}

// TestASecondLanguageIsTypedAndSpokenOnThisComputer does without a service.
func TestASecondLanguageIsTypedAndSpokenOnThisComputer(t *testing.T) {
	home := t.TempDir()
	a := openApp(t, home)
	s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-en.docx"), Options: story.Options{Pages: 5, Grade: 5}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a.OpenStory(s.ID)
	a.AddLanguage(s.ID, "en", "")
	await(t, a, "that it is the story's own", func(m core.Message) bool { return strings.Contains(m.Text, "in this language already") })
	a.AddLanguage(s.ID, "es", "")
	settled(t, a, s.ID, "the language", func(x *story.Story) bool { return x.Also == "es" })
	for i := range s.Pages[0].Sentences {
		a.SetAlso(s.ID, s.Pages[0].ID, i, "Esta frase está escrita a mano por la maestra.")
	}
	settled(t, a, s.ID, "what was typed", func(x *story.Story) bool {
		return x.Pages[0].Sentences[len(s.Pages[0].Sentences)-1].Also != ""
	})
	a.SpeakLanguage(s.ID)
	spoken := settled(t, a, s.ID, "the second language's voice", func(x *story.Story) bool { return x.Pages[0].Second != nil })
	second := spoken.Pages[0].Second
	if !second.Part.State.Usable() || second.Part.Source != "device" || len(second.Words) < 5 || second.Voice == spoken.Pages[0].Voice {
		t.Errorf("%+v", second.Part)
	}
	if spoken.Pages[1].Second != nil {
		t.Error("a page that nobody has typed is spoken")
	}
	checkHeard(t, a, spoken)
	checkLanguageComesBack(t, a, home, spoken)
}

// checkLanguageComesBack takes the second language away with one click and has
// it back, with its voice, after a restart.
func checkLanguageComesBack(t *testing.T, a *core.App, home string, spoken *story.Story) {
	t.Helper()
	id := spoken.ID
	a.AddLanguage(id, "", "")
	gone := awaitStory(t, a, id, "no second language", func(s core.StoryState) bool { return s.Story.Also == "" })
	if gone.Undo != "remove the second language" || gone.Story.Pages[0].Sentences[0].Also != "" || gone.Story.Pages[0].Second != nil {
		t.Errorf("after it was removed: undo %q, %+v", gone.Undo, gone.Story.Pages[0])
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	b := openApp(t, home)
	b.OpenStory(id)
	awaitStory(t, b, id, "that it can be undone", func(s core.StoryState) bool { return s.Undo == "remove the second language" })
	b.Undo(id)
	back := awaitStory(t, b, id, "the language again", func(s core.StoryState) bool { return s.Story.Also == "es" }).Story
	for i := range spoken.Pages {
		for k, sentence := range spoken.Pages[i].Sentences {
			if back.Pages[i].Sentences[k].Also != sentence.Also {
				t.Errorf("page %d: %q is %q", i+1, sentence.Also, back.Pages[i].Sentences[k].Also)
			}
		}
	}
	was, now := spoken.Pages[0].Second, back.Pages[0].Second
	if now == nil || now.Narration != was.Narration || len(now.Words) != len(was.Words) {
		t.Fatalf("its voice: %+v", now)
	}
	if _, err := os.Stat(filepath.Join(b.Dir(id), now.Narration)); err != nil {
		t.Error(err)
	}
}

// checkHeard listens to the first page in each of the three ways.
func checkHeard(t *testing.T, a *core.App, s *story.Story) {
	t.Helper()
	p := &s.Pages[0]
	for _, c := range []struct {
		hear    core.Hear
		seconds float64
	}{{core.HearFirst, p.Seconds}, {core.HearSecond, p.Second.Seconds}, {core.HearBoth, p.Seconds + p.Second.Seconds}} {
		a.SetHear(c.hear)
		state := await(t, a, "the page as it is heard", func(x core.StoryState) bool {
			return x.ID == s.ID && len(x.Heard) == len(s.Pages) && x.Heard[0].Seconds >= c.seconds-0.01 && x.Heard[0].Seconds < c.seconds+0.6*float64(len(p.Sentences))
		})
		h := state.Heard[0]
		if len(h.Words) != len(p.Words) || len(h.Also) != len(p.Second.Words) || len(h.Sentences) != len(p.Sentences) {
			t.Fatalf("%q: %d and %d words, %d sentences", c.hear, len(h.Words), len(h.Also), len(h.Sentences))
		}
		await(t, a, "its length in the player", func(x core.PlaybackState) bool {
			return x.Story == s.ID && x.Page == 0 && (x.Duration-time.Duration(h.Seconds*float64(time.Second))).Abs() < 20*time.Millisecond
		})
		// A word of the language that is heard is lit at its time, in that
		// language.
		words, also := h.Words, c.hear == core.HearSecond
		if also {
			words = h.Also
		}
		at := words[3]
		a.Seek(time.Duration((at.Start + at.End) / 2 * float64(time.Second)))
		lit := await(t, a, "the lit word", func(x core.PlaybackState) bool { return !also && x.Word == 3 || also && x.AlsoWord == 3 })
		if lit.Status == player.Playing || lit.Word >= 0 && lit.AlsoWord >= 0 {
			t.Errorf("%q: %+v", c.hear, lit)
		}
		if c.hear != core.HearBoth {
			continue
		}
		at = h.Also[2]
		a.Seek(time.Duration((at.Start + at.End) / 2 * float64(time.Second)))
		await(t, a, "the lit word of the second language", func(x core.PlaybackState) bool { return x.AlsoWord == 2 && x.Word == -1 })
	}
	a.SetHear(core.HearFirst)
}

// TestWithAKeyLevelsAndALanguageComeFromTheService uses the service for both.
func TestWithAKeyLevelsAndALanguageComeFromTheService(t *testing.T) {
	if testing.Short() {
		t.Skip("what it is about does not run side by side, and the race detector takes minutes")
	}
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	s := makeNow(t, a, nil)
	a.OpenStory(s.ID)
	a.MakeLevels(s.ID, story.EasierLevel)
	settled(t, a, s.ID, "the level", func(x *story.Story) bool { return len(x.Levels) == 1 })
	a.AddLanguage(s.ID, "es", "")
	both := settled(t, a, s.ID, "the language", func(x *story.Story) bool {
		return x.Pages[4].Second != nil && x.Levels[0].Pages[4].Second != nil
	})
	for i, p := range both.Pages {
		for _, sentence := range p.Sentences {
			if !strings.Contains(sentence.Also, "en español") {
				t.Errorf("page %d: %q", i+1, sentence.Also)
			}
		}
		if !strings.HasPrefix(p.Second.Part.Source, "gemini:") {
			t.Errorf("page %d is spoken by %q", i+1, p.Second.Part.Source)
		}
	}
	calls := len(server.Requests())
	a.AddLanguage(s.ID, "es", "")
	settled(t, a, s.ID, "nothing new", func(*story.Story) bool { return true })
	if n := len(server.Requests()); n != calls {
		t.Errorf("%d calls for what is there", n-calls)
	}
	a.AddLanguage(s.ID, "", "")
	gone := settled(t, a, s.ID, "no second language", func(x *story.Story) bool { return x.Also == "" })
	if gone.Pages[0].Second != nil || gone.Pages[0].Sentences[0].Also != "" || gone.Levels[0].Pages[0].Second != nil {
		t.Error("something of the second language is left")
	}
	// All of it is taken back, step by step, and made again without a call.
	state := func(what string, want func(core.StoryState) bool) *story.Story {
		t.Helper()
		return awaitStory(t, a, s.ID, what, want).Story
	}
	a.Undo(s.ID)
	back := state("the second language again", func(x core.StoryState) bool { return x.Story.Also == "es" && x.Undo == "add a second language" })
	if back.Pages[4].Second == nil || back.Levels[0].Pages[4].Second == nil || back.Pages[0].Sentences[0].Also != both.Pages[0].Sentences[0].Also {
		t.Error("not all of it is back")
	}
	a.Undo(s.ID)
	a.Undo(s.ID)
	plain := state("no level, no language", func(x core.StoryState) bool { return len(x.Story.Levels) == 0 && x.Undo == "" })
	if plain.Also != "" || plain.Pages[0].Second != nil {
		t.Error("something of the second language is left")
	}
	a.Redo(s.ID)
	a.Redo(s.ID)
	again := state("both again", func(x core.StoryState) bool { return x.Story.Also == "es" && len(x.Story.Levels) == 1 })
	if again.Pages[4].Second == nil || again.Pages[4].Second.Narration != both.Pages[4].Second.Narration {
		t.Error("the second language is not there again")
	}
	if n := len(server.Requests()); n != calls {
		t.Errorf("undone and redone, %d calls", n-calls)
	}
}

package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// levelled is the volcano story with three levels and a second language, whose
// page 4 is spoken in both.
func levelled() core.StoryState {
	st := volcano()
	st.Level, st.Also = story.GradeLevel, "es"
	for _, name := range []string{story.EasierLevel, story.HarderLevel} {
		l := story.Level{Name: name, Grade: 2}
		if name == story.HarderLevel {
			l.Grade = 8
		}
		for i := range st.Pages {
			st.Pages[i].Passed = true
			l.Pages = append(l.Pages, story.LevelPage{ID: st.Pages[i].ID, Title: st.Pages[i].Title, Sentences: []story.Sentence{{Text: "It is hot."}}})
		}
		st.Levels = append(st.Levels, l)
	}
	p := &st.Pages[3]
	second := &story.Second{Narration: p.Narration, Seconds: p.Seconds, Part: story.Part{State: story.Ready}}
	for i := range p.Sentences {
		p.Sentences[i].Also = "Dentro de la montaña la roca está muy caliente."
		at := 0
		for w := range strings.FieldsSeq(p.Sentences[i].Also) {
			second.Words = append(second.Words, story.Word{Text: w, Sentence: i, From: at, To: at + len(w), Start: float64(len(second.Words)), End: float64(len(second.Words)) + 1})
			at += len(w) + 1
		}
	}
	p.Second = second
	return core.StoryState{ID: st.ID, Story: st}
}

// openLevels shows the story with levels in a window of a size. The fonts of
// the texts that follow are there.
func openLevels(t *testing.T, size fyne.Size, texts ...[]string) (*storyScreen, *calls) {
	t.Helper()
	loader, fonts := lit(t)
	settle(fonts, texts...)
	c := &calls{}
	s := newStoryScreen(c, paths{c}, loader, fonts)
	c.main = test.NewTempWindow(t, nil)
	c.main.SetPadded(false)
	c.main.SetContent(container.NewStack(s.Object(), widget.NewLayer()))
	c.main.Resize(size)
	s.open("volcano-1")
	s.Show()
	t.Cleanup(s.Hide)
	s.Update(keyed())
	s.Update(levelled())
	s.Update(core.SettingsState{Settings: core.Settings{Room: 6, Speed: 1}})
	s.Update(playingAt(3, time.Second))
	return s, c
}

func TestAStoryIsTurnedToAnotherLevelByItsTab(t *testing.T) {
	s, c := openLevels(t, fyne.NewSize(1366, 768))
	tabs := s.header.levels
	if !tabs.object.Visible() || strings.Join(tabs.words, ",") != "Easier,Grade 5,Harder" || tabs.control.Selected() != 1 {
		t.Fatalf("%v, %v, %d", tabs.object.Visible(), tabs.words, tabs.control.Selected())
	}
	tabs.control.OnChanged(2)
	if !strings.Contains(c.take(), "level volcano-1 harder") {
		t.Errorf("asked was %v", c.list)
	}
	one := levelled()
	one.Story.Levels, one.Story.Level = nil, ""
	s.Update(one)
	if tabs.object.Visible() {
		t.Error("a story of one level has tabs")
	}
	s.Update(levelled())
	s.goToStep(stepTeach)
	if s.lesson.main.teach == nil || !s.lesson.main.teach.levels.object.Visible() {
		t.Error("there are no tabs in front of the class")
	}
}

func TestLevelsAndALanguageAreAskedForInOneGo(t *testing.T) {
	s, c := openLevels(t, fyne.NewSize(1366, 768))
	d := &variantsDialog{screen: s, tag: "es", levels: map[string]*widget.Check{}, cost: quiet("")}
	d.levelRows()
	d.languageRows()
	d.make()
	if strings.Contains(c.take(), "variants volcano-1 [] es ") {
		t.Error("nothing was chosen, and it was asked for")
	}
	d.levels[story.EasierLevel].Set(true)
	d.tag = "ar"
	d.make()
	if !strings.Contains(c.take(), "variants volcano-1 [easier] ar ") {
		t.Errorf("asked was %v", c.list)
	}
}

// What was typed is not lost with a press: a second one brings it back.
func TestALevelOrALanguageThatIsRemovedIsOneUndoAway(t *testing.T) {
	s, c := openLevels(t, fyne.NewSize(1366, 768))
	showVariants(s)
	press(t, c.main.Canvas().Overlays().Top(), "Remove")
	want := "remove level volcano-1 easier; undoable The easier text is removed.; undo volcano-1"
	if got := c.take(); !strings.HasSuffix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	d := &variantsDialog{screen: s, tag: "es", levels: map[string]*widget.Check{}, cost: quiet("")}
	d.levelRows()
	d.languageRows()
	d.tag = ""
	d.make()
	want = "variants volcano-1 []  ; undoable Spanish is taken out of the story.; undo volcano-1"
	if got := c.take(); !strings.HasSuffix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBothLanguagesAreLitTogether(t *testing.T) {
	s, _ := openLevels(t, fyne.NewSize(1366, 768))
	p := playingAt(3, time.Second)
	p.Word, p.AlsoWord, p.Sentence, p.Status = -1, 2, 0, player.Playing
	s.goToStep(stepTeach)
	s.Update(p)
	f := s.lesson.frame()
	if len(f.second.Words) == 0 || f.echo != 2 || f.second.Words[2].Sentence != 0 || f.sentence != 0 || f.word != -1 {
		t.Fatalf("%+v", f)
	}
	live := s.lesson.main.teach.live.text
	if live.SecondLit() != 2 || live.Sentence() != 0 || live.Lit() != -1 {
		t.Errorf("lit: word %d of the second, sentence %d and word %d of the first", live.SecondLit(), live.Sentence(), live.Lit())
	}
	p.Word, p.AlsoWord = 1, -1
	s.Update(p)
	if live.SecondLit() != -1 || live.Sentence() != 0 || live.Lit() != 1 {
		t.Errorf("lit: word %d of the second, word %d of the first", live.SecondLit(), live.Lit())
	}
}

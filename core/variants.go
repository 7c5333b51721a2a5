package core

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"edusmart/core/editing"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/reading"
	"edusmart/core/story"
)

// MakeLevels makes a story's other reading levels in the background:
// story.EasierLevel, story.HarderLevel, or both, with the voices of their
// pages. They share the pictures and the key terms. What is there from the same
// text is not made again. Stop ends it and keeps what is made. All of it is one
// change, which can be undone.
func (a *App) MakeLevels(id string, wanted ...string) {
	a.vary(id, "Making reading levels", func(s *story.Story, v *generate.Variants) (string, error) {
		a.wantLevels(s, v, wanted)
		return makingLevels(wanted), nil
	})
}

// makingLevels is what the making of levels is called in the history.
func makingLevels(names []string) string {
	if len(names) == 1 {
		return "make the " + names[0] + " text"
	}
	return "make reading levels"
}

// RemoveLevel takes a reading level of a story away: story.EasierLevel or
// story.HarderLevel. It can be undone.
func (a *App) RemoveLevel(id, name string) { a.Edit(id, editing.RemoveLevel{Name: name}) }

// wantLevels fills in which levels are wanted.
func (a *App) wantLevels(s *story.Story, v *generate.Variants, names []string) {
	grade := gradeOf(s)
	for _, name := range names {
		switch name {
		case story.EasierLevel:
			v.Levels = append(v.Levels, story.Level{Name: name, Grade: max(MinGrade, grade-levelStep(grade))})
		case story.HarderLevel:
			v.Levels = append(v.Levels, story.Level{Name: name, Grade: min(MaxGrade, grade+levelStep(grade))})
		}
	}
	v.Translate = s.Also != "" && a.service.ready()
}

// MakeVariants does what MakeLevels and AddLanguage do, one after the other in
// one job.
func (a *App) MakeVariants(id string, levels []string, tag, voice string) {
	if len(levels) == 0 {
		a.AddLanguage(id, tag, voice)
		return
	}
	tag, err := knownTag(tag)
	if err != nil {
		a.fail("add language", err)
		return
	}
	a.vary(id, "Making reading levels", func(s *story.Story, v *generate.Variants) (string, error) {
		what := makingLevels(levels)
		if tag != s.Also || voice != s.AlsoVoice {
			what = "make levels and languages"
		}
		err := setLanguage(s, tag, voice)
		a.wantLevels(s, v, levels)
		return what, err
	})
}

// levelStep is how many grades a level is away: two for the first grades, where
// each is a step of its own, and three later.
func levelStep(grade int) int {
	const young = 4
	if grade <= young {
		return 2
	}
	return 3
}

// gradeOf gives the grade that a story was made for, whichever level is shown.
func gradeOf(s *story.Story) int {
	for _, l := range s.Levels {
		if l.Name == story.GradeLevel {
			return l.Grade
		}
	}
	return s.Grade
}

// AddLanguage gives a story a second language (BCP 47), spoken by voice (empty:
// the best for it). With a service its sentences are translated and spoken in
// the background; else they are there to be typed. Another language than it
// has takes the place of that. An empty tag takes the second language away. All
// of it is one change, which can be undone.
func (a *App) AddLanguage(id, tag, voice string) {
	tag, err := knownTag(tag)
	if err != nil {
		a.fail("add language", err)
		return
	}
	if tag == "" || !a.service.ready() {
		a.change(id, func(s *story.Story) (bool, error) {
			if tag != "" && sameTongue(tag, s.Language) {
				return false, errSameLanguage
			}
			return a.editor.Do(s, editing.SetLanguage{Tag: tag, Voice: voice})
		})
		return
	}
	a.vary(id, "Adding the second language", func(s *story.Story, v *generate.Variants) (string, error) {
		what := "the second language"
		if s.Also == "" {
			what = "add a second language"
		}
		v.Translate = true
		return what, setLanguage(s, tag, voice)
	})
}

// knownTag gives a tag as it is written; "" for none.
func knownTag(tag string) (string, error) {
	if tag == "" {
		return "", nil
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return "", model.Errorf("add language", model.Input, "This language is not known. Choose another.", err)
	}
	return parsed.String(), nil
}

var errSameLanguage = model.Errorf("add language", model.Input, "The story is in this language already. Choose another.", nil)

func sameTongue(a, b string) bool {
	return strings.EqualFold(baseLanguage(a), baseLanguage(b))
}

// setLanguage chooses the second language of a story whose variants are made.
func setLanguage(s *story.Story, tag, voice string) error {
	if tag != "" && sameTongue(tag, s.Language) {
		return errSameLanguage
	}
	editing.SetLanguage{Tag: tag, Voice: voice}.Choose(s)
	return nil
}

// SpeakLanguage has the second language spoken of every page that has it
// whole, in the background: what the teacher has typed.
func (a *App) SpeakLanguage(id string) {
	a.vary(id, "Speaking the second language", func(s *story.Story, _ *generate.Variants) (string, error) {
		if s.Also == "" {
			return "", model.Errorf("speak language", model.Input, "The story has no second language yet. Choose one.", nil)
		}
		return "speak the second language", nil
	})
}

// SetAlso gives a sentence (from 0) of a page, by its identity, its text in the
// second language. It can be undone.
func (a *App) SetAlso(id, page string, sentence int, text string) {
	a.Edit(id, editing.SetAlso{Page: page, At: sentence, Text: text})
}

// prepareVariants says which variants are made of a story, which is locked, and
// what that is called in the history of its edits. What it changes of the story
// is saved.
type prepareVariants func(*story.Story, *generate.Variants) (what string, err error)

// vary makes variants of a story at rest in the background.
func (a *App) vary(id, doing string, prepare prepareVariants) {
	if !a.launch(id, Job{Phase: MakingPages, Doing: doing}, make(chan generate.Steering, maxSteering),
		func(ctx context.Context, report func(generate.Progress)) (*story.Story, error) {
			return a.varyNow(ctx, id, prepare, report)
		}) {
		a.tell(Message{Bad: true, Text: "This story is still being made. Do it when it is ready."})
	}
}

// varyNow makes variants and waits for them. What could not be made is told;
// the error is of a story that cannot be read or saved, or of a stop.
func (a *App) varyNow(ctx context.Context, id string, prepare prepareVariants, report func(generate.Progress)) (*story.Story, error) {
	if err := a.service.wait(ctx); err != nil {
		return nil, err
	}
	// What was begun before, such as an edit, is done first.
	done := make(chan struct{})
	a.queue.add(func() { close(done) })
	select {
	case <-done:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	m := &making{app: a}
	if err := m.lock(id); err != nil {
		return nil, err
	}
	defer m.unlock()
	s, err := a.library.Load(id)
	if err != nil {
		return nil, err
	}
	m.story = s
	before := s.Clone()
	v := generate.Variants{
		Story: s, Library: a.library, Makers: a.service.makers(), Report: report,
		Reference: a.makers.narrator, Parallel: m.parallel(),
		Read: func(ctx context.Context) (*story.Document, error) {
			doc, _, err := m.read(ctx)
			return doc, err
		},
	}
	what, err := prepare(s, &v)
	if err != nil {
		a.fail("prepare variants", err)
		return before, nil
	}
	if err = a.editor.Begin(before, s, what); err == nil {
		err = a.editor.Save(before, s)
	}
	if err != nil {
		return s, err
	}
	said, err := generate.Vary(ctx, v)
	if ended := a.endVariants(before, s); ended != nil {
		return s, ended
	}
	if model.KindOf(err) == model.Canceled {
		return s, err
	}
	if len(said) > 0 {
		a.tell(Message{Bad: err != nil, Text: strings.Join(said, " "), Story: id})
	} else if err != nil {
		a.fail("make variants", err)
	}
	return s, nil
}

// endVariants saves what a story has come to.
func (a *App) endVariants(before, s *story.Story) error {
	err := a.editor.End(before, s)
	if err == nil {
		err = a.editor.Save(before, s)
	}
	if err == nil {
		err = a.editor.Tidy(s)
	}
	return err
}

// LevelInfo is one reading level of a story, as its tab shows it.
type LevelInfo struct {
	Name    string // as story.Level.Name
	Grade   int    // that it was made for
	Shown   bool
	Measure reading.Level
}

// Levels gives the reading levels of a story, the easiest first; one that is
// not named is that of its grade. A story of one level has one.
func Levels(s *story.Story) []LevelInfo {
	all := []LevelInfo{{Name: s.Level, Grade: s.Grade, Shown: true}}
	if s.Level == "" {
		all[0].Name = story.GradeLevel
	}
	var shown []string
	for i := range s.Pages {
		shown = appendTexts(shown, s.Pages[i].Sentences)
	}
	all[0].Measure = reading.Measure(s.Language, shown)
	for _, l := range s.Levels {
		var texts []string
		for k := range l.Pages {
			texts = appendTexts(texts, l.Pages[k].Sentences)
		}
		all = append(all, LevelInfo{Name: l.Name, Grade: l.Grade, Measure: reading.Measure(s.Language, texts)})
	}
	order := []string{story.EasierLevel, story.GradeLevel, story.HarderLevel}
	slices.SortStableFunc(all, func(x, y LevelInfo) int {
		return slices.Index(order, x.Name) - slices.Index(order, y.Name)
	})
	return all
}

func appendTexts(texts []string, sentences []story.Sentence) []string {
	for _, s := range sentences {
		texts = append(texts, s.Text)
	}
	return texts
}

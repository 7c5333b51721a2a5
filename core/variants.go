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
// text is not made again. Stop ends it and keeps what is made.
func (a *App) MakeLevels(id string, wanted ...string) {
	a.vary(id, "Making reading levels", func(s *story.Story, v *generate.Variants) error {
		a.wantLevels(s, v, wanted)
		return nil
	})
}

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
	a.vary(id, "Making reading levels", func(s *story.Story, v *generate.Variants) error {
		if tag != "" && sameTongue(tag, s.Language) {
			return errSameLanguage
		}
		setLanguage(s, tag, voice)
		a.wantLevels(s, v, levels)
		return nil
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
// has takes the place of that. An empty tag takes the second language away.
func (a *App) AddLanguage(id, tag, voice string) {
	tag, err := knownTag(tag)
	if err != nil {
		a.fail("add language", err)
		return
	}
	set := func(s *story.Story) (bool, error) {
		if tag != "" && sameTongue(tag, s.Language) {
			return false, errSameLanguage
		}
		return setLanguage(s, tag, voice), nil
	}
	if tag == "" || !a.service.ready() {
		a.change(id, set)
		return
	}
	a.vary(id, "Adding the second language", func(s *story.Story, v *generate.Variants) error {
		v.Translate = true
		_, err := set(s)
		return err
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

// setLanguage chooses a story's second language and its voice. What was there
// in another goes. It reports whether anything has changed.
func setLanguage(s *story.Story, tag, voice string) bool {
	if s.Also == tag && s.AlsoVoice == voice {
		return false
	}
	other := s.Also != tag
	s.Also, s.AlsoVoice = tag, voice
	forget := func(sentences []story.Sentence) {
		for i := range sentences {
			if other {
				sentences[i].Also = ""
			}
		}
	}
	for i := range s.Pages {
		s.Pages[i].Second = nil
		forget(s.Pages[i].Sentences)
	}
	for _, p := range s.Others() {
		p.Second = nil
		forget(p.Sentences)
	}
	return true
}

// SpeakLanguage has the second language spoken of every page that has it
// whole, in the background: what the teacher has typed.
func (a *App) SpeakLanguage(id string) {
	a.vary(id, "Speaking the second language", func(s *story.Story, _ *generate.Variants) error {
		if s.Also == "" {
			return model.Errorf("speak language", model.Input, "The story has no second language yet. Choose one.", nil)
		}
		return nil
	})
}

// SetAlso gives a sentence (from 0) of a page, by its identity, its text in the
// second language. It can be undone.
func (a *App) SetAlso(id, page string, sentence int, text string) {
	a.Edit(id, editing.SetAlso{Page: page, At: sentence, Text: text})
}

// vary makes variants of a story at rest in the background. prepare says which,
// with the story locked; what it changes is saved.
func (a *App) vary(id, doing string, prepare func(*story.Story, *generate.Variants) error) {
	if !a.launch(id, Job{Phase: MakingPages, Doing: doing}, make(chan generate.Steering, maxSteering),
		func(ctx context.Context, report func(generate.Progress)) (*story.Story, error) {
			return a.varyNow(ctx, id, prepare, report)
		}) {
		a.tell(Message{Bad: true, Text: "This story is still being made. Do it when it is ready."})
	}
}

// varyNow makes variants and waits for them. What could not be made is told;
// the error is of a story that cannot be read or saved, or of a stop.
func (a *App) varyNow(ctx context.Context, id string, prepare func(*story.Story, *generate.Variants) error, report func(generate.Progress)) (*story.Story, error) {
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
	if err := prepare(s, &v); err != nil {
		a.fail("prepare variants", err)
		return s, nil
	}
	if err := a.library.Save(s); err != nil {
		return s, err
	}
	said, err := generate.Vary(ctx, v)
	if model.KindOf(err) == model.Canceled {
		return s, err
	}
	if len(said) > 0 {
		a.tell(Message{Bad: err != nil, Text: strings.Join(said, " "), Story: id})
	} else if err != nil {
		a.fail("make variants", err)
	}
	return s, a.editor.Tidy(before, s)
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

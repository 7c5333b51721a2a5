package editing

import (
	"slices"

	"edusmart/core/story"
)

// SetLanguage chooses the story's second language (BCP 47) and who speaks it
// (empty: the best for it). Another language than the story has takes the
// place of that one, and an empty one takes it away, at every level, with what
// was typed and spoken.
type SetLanguage struct{ Tag, Voice string }

func (c SetLanguage) apply(w *work) (string, error) {
	s := w.story
	what := "change the second language"
	switch {
	case s.Also == c.Tag && s.AlsoVoice == c.Voice:
		return "", errSame
	case s.Also == c.Tag:
		what = "the voice of the second language"
	case s.Also == "":
		what = "add a second language"
	case c.Tag == "":
		what = "remove the second language"
	}
	c.Choose(s)
	return what, nil
}

// Choose puts the choice into a story: what is made of it then is the change
// (see Begin).
func (c SetLanguage) Choose(s *story.Story) {
	if s.Also == c.Tag && s.AlsoVoice == c.Voice {
		return
	}
	other := s.Also != c.Tag
	s.Also, s.AlsoVoice = c.Tag, c.Voice
	for i := range s.Pages {
		t := textOf(&s.Pages[i])
		forgetSecond(&t, other)
		setText(&s.Pages[i], t)
	}
	for _, t := range s.Others() {
		forgetSecond(t, other)
	}
}

// forgetSecond takes the sound of the second language away, and with words its
// sentences too.
func forgetSecond(t *story.LevelPage, words bool) {
	t.Second = nil
	for i := range t.Sentences {
		if words {
			t.Sentences[i].Also = ""
		}
	}
}

// RemoveLevel takes a reading level away; that of the grade stays.
type RemoveLevel struct{ Name string }

// leave shows the level of the grade where the one that goes is shown. It is no
// change, as turning to a level is none.
func (c RemoveLevel) leave(s *story.Story) {
	if s.Level == c.Name {
		s.Turn(story.GradeLevel)
	}
}

func (c RemoveLevel) apply(w *work) (string, error) {
	s := w.story
	at := slices.IndexFunc(s.Levels, func(l story.Level) bool { return l.Name == c.Name })
	switch {
	case c.Name == story.GradeLevel:
		return "", bad("The text of the story's own grade stays.")
	case at < 0:
		return "", gone(nil)
	}
	s.Levels = slices.Delete(s.Levels, at, at+1)
	if len(s.Levels) == 0 {
		s.Level, s.Levels = "", nil
	}
	return "remove the " + c.Name + " text", nil
}

// Begin enters a change into the history that goes on for a while and saves s
// on the way, such as the making of a level, called what: however far it comes,
// it is taken back at once. before is s as it was; s is saved next, and when all is
// made End is called.
func (e *Editor) Begin(before, s *story.Story, what string) error {
	h := e.read(before)
	h.Done, h.Undone = append(h.Done, entry{What: what, Patch: texts(before)}), nil
	_, err := e.keep(s, before, h)
	return err
}

// End keeps of a change that was begun what it has come to; one that has
// changed nothing is none. s is saved next.
func (e *Editor) End(before, s *story.Story) error {
	back := between(before, s)
	h := e.read(s)
	switch n := len(h.Done); {
	case back.empty():
		h = e.read(before)
	case n > 0:
		h.Done[n-1].Patch = back
	}
	// It brings back the same as what it takes the place of: a crash before s is
	// saved does no harm.
	return e.write(s, h)
}

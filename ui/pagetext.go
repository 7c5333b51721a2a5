package ui

import (
	"fyne.io/fyne/v2"

	"edusmart/core/story"
	"edusmart/core/typeset"
)

// textOf is a page's text as it is set, without its second language.
func textOf(p *story.Page, language string) typeset.Text {
	t := typeset.Text{Language: language, Sentences: make([]string, len(p.Sentences)), Words: rangesOf(p.Words)}
	for i, s := range p.Sentences {
		t.Sentences[i] = s.Text
	}
	return t
}

// secondOf is a page's text in the second language, a sentence for each of the
// page's, empty where it is not there; without any where no sentence has it.
// Its words are those of the page's second narration.
func secondOf(p *story.Page, language string) typeset.Text {
	t := typeset.Text{Language: language, Words: []typeset.Range{}}
	if language == "" {
		return t
	}
	sentences, has := make([]string, len(p.Sentences)), false
	for i, s := range p.Sentences {
		sentences[i] = s.Also
		has = has || s.Also != ""
	}
	if !has {
		return t
	}
	t.Sentences = sentences
	if p.Second != nil && p.Second.Part.State.Usable() {
		t.Words = rangesOf(p.Second.Words)
	}
	return t
}

// rangesOf says where spoken words stand.
func rangesOf(words []story.Word) []typeset.Range {
	ranges := make([]typeset.Range, len(words))
	for i, w := range words {
		ranges[i] = typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To}
	}
	return ranges
}

// secondLetters is the size of the second language's letters, in those of the
// first, with which both are read from equally far away.
func (s *storyScreen) secondLetters() float32 {
	if s.state.Story == nil || s.state.Story.Also == "" {
		return 1
	}
	return relativeLetters(s.fonts, s.language(), s.state.Story.Also)
}

func relativeLetters(fonts *typeset.Fonts, first, second string) float32 {
	a, _ := fonts.LetterSize(first, 1)
	b, _ := fonts.LetterSize(second, 1)
	return b / a
}

// followFonts sets the page anew, while the screen is in sight, when the size
// of a script's letters becomes known.
func (s *storyScreen) followFonts(on bool) {
	switch {
	case on && s.unfollow == nil:
		s.unfollow = s.fonts.OnLoad(func() { fyne.Do(s.fontsLoaded) })
	case !on && s.unfollow != nil:
		s.unfollow()
		s.unfollow = nil
	}
}

func (s *storyScreen) fontsLoaded() {
	if s.step == stepMake {
		s.stage.update()
	}
	s.lesson.update()
}

// alsoWord is the word of the second language that is lit, -1: none.
func (s *storyScreen) alsoWord() int {
	if s.loaded() && s.playback.Page == s.page {
		return s.playback.AlsoWord
	}
	return -1
}

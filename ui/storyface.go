package ui

import (
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// pageFace is the current page's picture and text.
type pageFace struct {
	screen  *storyScreen
	picture *widget.Picture
	text    *widget.StoryText
}

func newPageFace(s *storyScreen, corners widget.Corners) *pageFace {
	f := &pageFace{
		screen: s, picture: widget.NewPicture(s.loader, corners, sunken),
		text: widget.NewStoryText(s.fonts, widget.PageColours),
	}
	f.picture.Turns = true
	f.text.OnTappedWord = s.tapWord
	return f
}

// clear forgets what is shown.
func (f *pageFace) clear() {
	f.text.SetPair(typeset.Text{}, typeset.Text{})
	f.text.Hide()
	f.picture.SetFile("", false)
	f.picture.Hide()
}

// show shows the page.
func (f *pageFace) show() {
	s, p := f.screen, f.screen.current()
	if p == nil {
		f.picture.Hide()
		f.text.Hide()
		return
	}
	f.text.SetPair(textOf(p, s.language()), secondOf(p, s.state.Story.Also))
	f.light()
	file := s.file(p.Picture)
	if file != "" {
		f.picture.SetFile(file, p.Fit == story.Whole)
	}
	visible(f.picture, file != "")
	visible(f.text, len(p.Sentences) > 0)
	f.prefetch()
}

// light lights what is heard, in whichever language that is.
func (f *pageFace) light() {
	s := f.screen
	f.text.SetLit(s.word())
	f.text.SetSecondLit(s.alsoWord())
	sentence := -1
	if s.alsoWord() >= 0 { // it is heard in the other language, which the page may not show
		sentence = s.currentSentence()
	}
	f.text.SetSentence(sentence)
}

// prefetch has the neighbours' pictures decoded ahead of the turn.
func (f *pageFace) prefetch() {
	s := f.screen
	var next []widget.NextPicture
	for _, i := range []int{s.page + 1, s.page - 1} {
		if i >= 0 && i < s.pages() {
			p := &s.state.Story.Pages[i]
			next = append(next, widget.NextPicture{Path: s.file(p.Picture), Whole: p.Fit == story.Whole})
		}
	}
	f.picture.Prefetch(next...)
}

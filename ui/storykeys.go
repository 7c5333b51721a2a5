package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// keyHelp is what "?" shows.
var keyHelp = [][2]string{
	{"Space", "Play or pause"},
	{"← →", "Sentence before, sentence after"},
	{"PgUp PgDn", "Page before, page after"},
	{"Home End", "First page, last page"},
	{"R", "Say the sentence again"},
	{"+ −", "Faster, slower"},
	{"M", "Sound off or on"},
	{"V", "Read and pass the pages"},
	{"F", "Teach: the story in front of a class"},
	{"H", "Hand out: files for pupils and colleagues"},
	{"F2", "Rename the story"},
	{"Q", "Quiz and back to the story"},
	{"Esc", "Back"},
}

// Key takes a key that nothing with the focus has used.
func (s *storyScreen) Key(e *fyne.KeyEvent) bool {
	switch {
	case s.step == stepTeach, s.step == stepQuiz && s.quizzing():
		return s.lesson.key(s.lesson.main, e.Name, modifiers())
	case s.step == stepQuiz:
		return s.quiz.key(e)
	case s.step == stepHandOut:
		return s.handOut.key(e) || s.screenKey(e)
	case s.step == stepReview:
		return s.review.key(e) || s.playKey(e) || s.screenKey(e)
	}
	return s.playKey(e) || s.screenKey(e)
}

// playKey are the keys that play.
func (s *storyScreen) playKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyK:
		s.commands.Toggle()
	case fyne.KeyPageDown:
		s.goTo(s.page + 1)
	case fyne.KeyPageUp:
		s.goTo(s.page - 1)
	case fyne.KeyHome:
		s.goTo(0)
	case fyne.KeyEnd:
		s.goTo(s.pages() - 1)
	case fyne.KeyR:
		s.commands.RepeatSentence()
	case fyne.KeyPlus, fyne.KeyEqual:
		s.stepSpeed(1)
	case fyne.KeyMinus:
		s.stepSpeed(-1)
	case fyne.KeyM:
		s.mute()
	default:
		return false
	}
	return true
}

// screenKey are the keys of the window.
func (s *storyScreen) screenKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyRight:
		s.commands.NextSentence()
	case fyne.KeyLeft:
		s.commands.PrevSentence()
	case fyne.KeyF, fyne.KeyF5:
		s.goToStep(stepTeach)
	case fyne.KeyV:
		s.goToStep(stepReview)
	case fyne.KeyH:
		s.goToStep(stepHandOut)
	case fyne.KeyF2:
		s.header.rename()
	case fyne.KeyQ:
		s.goToStep(stepQuiz)
	case fyne.KeySlash, fyne.KeyF1:
		s.showKeys()
	case fyne.KeyEscape:
		if s.step != stepMake {
			s.goToStep(stepMake)
			return true
		}
		s.nav.back()
	default:
		return false
	}
	return true
}

// showKeys shows what the keys do.
func (s *storyScreen) showKeys() {
	var lines []fyne.CanvasObject
	help := keyHelp
	if s.step == stepReview {
		help = reviewKeyHelp
	}
	for _, k := range help {
		lines = append(lines, keyLine(k[0], k[1]))
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: "Keys", Content: column(0, 0, lines...), Width: 560,
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Close"}},
	})
}

// keyLine is one line of the keys: the caps, and what they do.
func keyLine(keys, does string) *fyne.Container {
	var caps []fyne.CanvasObject
	for _, k := range strings.Fields(keys) {
		caps = append(caps, widget.NewKeycap(k))
	}
	left, right := row(5, caps...), widget.NewText(widget.Body, does).Truncate()
	place := func(size fyne.Size) {
		m := left.MinSize()
		put(left, 0, (size.Height-m.Height)/2, m.Width, m.Height)
		put(right, 130, 0, size.Width-130, size.Height)
	}
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(360, 32) }}, left, right)
}

package ui

import (
	"fyne.io/fyne/v2"

	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// cutPage splits the current page for the class's screen, and shows the step
// that is being said.
func (l *lesson) cutPage() {
	style := l.cutStyle()
	l.cut.set(l.cutBox(), style, func(c *pageSteps) (pending bool) { return c.split(style.Largest, 0) })
}

// cutBox is the place of the text on the class's screen.
func (l *lesson) cutBox() fyne.Size {
	p := l.screen.current()
	return faceBoxes(l.screenSize(), l.face, p != nil && l.screen.file(p.Picture) != "").text.size
}

func (l *lesson) cutStyle() widget.TextStyle {
	s := l.screen
	also := ""
	if s.state.Story != nil {
		also = s.state.Story.Also
	}
	return audienceStyle(s.fonts, s.language(), also, l.screenSize().Height, l.room(), s.settings.Settings.EasyReading)
}

// screenSize is the size that the class's page is set for: the second
// window's, or that of a usual projector.
func (l *lesson) screenSize() fyne.Size {
	var page *lessonSide
	switch {
	case l.alone, l.swapped:
		page = l.main
	case l.beam != nil:
		page = l.beam.side
	}
	if page != nil && page.object.Size().Width > 0 {
		return page.object.Size()
	}
	return fyne.NewSize(1366, 768)
}

// goToPart shows a step and moves the voice with it.
func (l *lesson) goToPart(step int) {
	l.cut.goTo(step)
	l.update()
}

// audienceStyle is how the class's text is set on a screen of a height, in a
// language and perhaps a second one. Only what cannot be split is set smaller
// rather than cut off.
func audienceStyle(fonts *typeset.Fonts, language, second string, height float32, room float64, easy bool) widget.TextStyle {
	size := letters(fonts, language, height, room)
	style := widget.TextStyle{Smallest: size * leastLetters, Largest: size, Easy: easy, Second: 1}
	if second != "" {
		style.Second = relativeLetters(fonts, language, second)
	}
	return style
}

// letters is the size of the class's letters: what the last row needs, and a
// little more for projectors that are not sharp.
func letters(fonts *typeset.Fonts, language string, height float32, room float64) float32 {
	const generous = 1.08
	size, _ := fonts.LetterSize(language, float32(typeset.LeastXHeight(room))*height*generous)
	return size
}

const leastLetters = 0.4

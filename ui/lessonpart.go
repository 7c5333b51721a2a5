package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// pageCut is how a page is split into steps that each fit the screen at the
// size of the letters, and the step that is shown. The second language is
// empty where there is none.
type pageCut struct {
	key           cutKey
	first, second typeset.Text
	steps         []typeset.PairStep
	at            int
}

// cutKey is all that the splitting depends on.
type cutKey struct {
	page string
	size fyne.Size
	face faceMode
	easy bool
	room float64
	bare bool // there is no picture
	text string
	// words are how many there are in each language
	words [2]int
	// pending: the fonts were still being looked for
	pending bool
}

// step is the step that is shown; the zero value where there is none.
func (c *pageCut) step() typeset.PairStep {
	if c.at < len(c.steps) {
		return c.steps[c.at]
	}
	return typeset.PairStep{}
}

// cutPage splits the current page anew where something changed.
func (l *lesson) cutPage() {
	s, p := l.screen, l.screen.current()
	if p == nil {
		l.cut = pageCut{}
		return
	}
	cut := pageCut{first: textOf(p, s.language()), second: secondOf(p, s.state.Story.Also)}
	cut.key = cutKey{
		page: s.id + "/" + p.ID, size: l.screenSize(), face: l.face, easy: s.settings.Settings.EasyReading, room: l.room(),
		bare: s.file(p.Picture) == "", text: strings.Join(cut.first.Sentences, "\n") + "\n" + strings.Join(cut.second.Sentences, "\n"),
		words: [2]int{len(cut.first.Words), len(cut.second.Words)},
	}
	if cut.key == l.cut.key {
		return
	}
	before := l.cut
	cut.split(s.fonts)
	cut.at = cut.of(s.word(), s.alsoWord(), s.currentSentence())
	if parts := before.step()[typeset.First].Parts; before.key.page == cut.key.page && len(parts) > 0 {
		cut.at = max(0, slices.IndexFunc(cut.steps, func(st typeset.PairStep) bool { return st[typeset.First].Has(parts[0].Sentence, parts[0].From) }))
	}
	l.cut = cut
}

// split makes the steps.
func (c *pageCut) split(fonts *typeset.Fonts) {
	box := faceBoxes(c.key.size, c.key.face, !c.key.bare).text.size
	style := audienceStyle(fonts, c.first.Language, c.second.Language, c.key.size.Height, c.key.room, c.key.easy)
	if len(c.second.Sentences) > 0 {
		c.steps, c.key.pending = fonts.PairSteps(c.first, c.second, style.Spacing(), box.Width, box.Height,
			style.Sizes(style.Largest), style.LineHeight(), typeset.ParagraphGap)
		return
	}
	var steps []typeset.Step
	steps, c.key.pending = fonts.Steps(c.first, style.Spacing(), box.Width, box.Height, style.Largest, style.LineHeight())
	for _, st := range steps {
		c.steps = append(c.steps, typeset.PairStep{typeset.First: st})
	}
}

// of is the step of a word of either language, or, without one, of a sentence.
// What several steps show is best left where it is shown now.
func (c *pageCut) of(word, also, sentence int) int {
	for side, lit := range [2]int{word, also} {
		if lit < 0 {
			continue
		}
		if c.at < len(c.steps) && c.shows(c.at, typeset.Side(side), lit) {
			return c.at
		}
		for at := range c.steps {
			if c.shows(at, typeset.Side(side), lit) {
				return at
			}
		}
	}
	return max(0, slices.IndexFunc(c.steps, func(s typeset.PairStep) bool { return holdsSentence(s, sentence) }))
}

// shows reports whether a step shows some of a word; where a voice tells no
// words, its word is a whole sentence.
func (c *pageCut) shows(step int, side typeset.Side, word int) bool {
	words := [2][]typeset.Range{c.first.Words, c.second.Words}[side]
	if word >= len(words) {
		return false
	}
	w := words[word]
	return slices.ContainsFunc(c.steps[step][side].Parts, func(r typeset.Range) bool {
		return r.Sentence == w.Sentence && w.From < r.To && w.To > r.From
	})
}

// holds reports whether a step shows some of a sentence.
func (c *pageCut) holds(step, sentence int) bool {
	return step < len(c.steps) && holdsSentence(c.steps[step], sentence)
}

func holdsSentence(s typeset.PairStep, sentence int) bool {
	return slices.ContainsFunc(s[typeset.First].Parts, func(r typeset.Range) bool { return r.Sentence == sentence })
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

// voiceFollows is how long a voice may take to come to a step that was gone
// to.
const voiceFollows = 400 * time.Millisecond

// followVoice shows the step that is being said. In a sentence that two steps
// share, only a word tells which.
func (l *lesson) followVoice() {
	s := l.screen
	l.cutPage()
	if !s.loaded() || s.playback.Page != s.page || s.playback.At.Equal(l.heard) || l.now().Sub(l.leapt) < voiceFollows {
		return
	}
	word, also, sentence := s.word(), s.alsoWord(), s.currentSentence()
	if word < 0 && also < 0 && (!s.playing() || l.cut.holds(l.cut.at, sentence)) {
		return
	}
	l.cut.at = l.cut.of(word, also, sentence)
}

// goToPart shows a step and moves the voice with it.
func (l *lesson) goToPart(step int) {
	s, p := l.screen, l.screen.current()
	l.cut.at, l.leapt, l.heard = step, l.now(), s.playback.At
	if p != nil {
		if at, ok := l.partStart(p); ok {
			s.commands.Seek(at)
		}
	}
	l.update()
}

// partStart is when the step that is shown is heard first, in the language
// that is heard.
func (l *lesson) partStart(p *story.Page) (at time.Duration, ok bool) {
	s, side := l.screen, typeset.First
	if s.hearsSecond() {
		side = typeset.Second
	}
	st := l.cut.step()
	words := s.wordTimes(p, side)
	if own := st[side].Words; len(own) > 0 && own[0] < len(words) {
		return seconds(words[own[0]].Start), true
	}
	if starts, parts := s.starts(p), st[typeset.First].Parts; len(parts) > 0 && parts[0].Sentence < len(starts) {
		return starts[parts[0].Sentence], true
	}
	return 0, false
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

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
// size of the letters, and the step that is shown.
type pageCut struct {
	key   cutKey
	steps []typeset.Step
	at    int
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
	// pending: the fonts were still being looked for
	pending bool
}

// step is the step that is shown; the zero value where there is none.
func (c *pageCut) step() typeset.Step {
	if c.at < len(c.steps) {
		return c.steps[c.at]
	}
	return typeset.Step{}
}

// textOf is a page's text as it is set, without its second language.
func textOf(p *story.Page, language string) typeset.Text {
	t := typeset.Text{Language: language, Sentences: make([]string, len(p.Sentences)), Words: make([]typeset.Range, len(p.Words))}
	for i, s := range p.Sentences {
		t.Sentences[i] = s.Text
	}
	for i, w := range p.Words {
		t.Words[i] = typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To}
	}
	return t
}

// secondsOf is a page's text in the second language; nil where not every
// sentence has it.
func secondsOf(p *story.Page, language string) []string {
	if language == "" {
		return nil
	}
	var seconds []string
	for _, s := range p.Sentences {
		if s.Also == "" {
			return nil
		}
		seconds = append(seconds, s.Also)
	}
	return seconds
}

// cutPage splits the current page anew where something changed.
func (l *lesson) cutPage() {
	s, p := l.screen, l.screen.current()
	if p == nil {
		l.cut = pageCut{}
		return
	}
	text, seconds := textOf(p, s.language()), secondsOf(p, s.state.Story.Also)
	key := cutKey{
		page: s.id + "/" + p.ID, size: l.screenSize(), face: l.face, easy: s.settings.Settings.EasyReading, room: l.room(),
		bare: s.file(p.Picture) == "", text: strings.Join(text.Sentences, "\n") + "\n" + strings.Join(seconds, "\n"),
	}
	if key == l.cut.key {
		return
	}
	before := l.cut
	l.cut = pageCut{key: key}
	box := faceBoxes(key.size, key.face, !key.bare).text.size
	style := audienceStyle(s.fonts, s.language(), key.size.Height, key.room, key.easy)
	if seconds != nil {
		l.cut.steps = l.cutPairs(text, seconds, box, style)
	} else {
		l.cut.steps, l.cut.key.pending = s.fonts.Steps(text, style.Spacing(), box.Width, box.Height, style.Largest, style.LineHeight())
	}
	l.cut.at = l.cut.of(s.word(), s.currentSentence())
	if before.key.page == key.page && len(before.step().Parts) > 0 {
		r := before.step().Parts[0]
		l.cut.at = max(0, slices.IndexFunc(l.cut.steps, func(st typeset.Step) bool { return st.Has(r.Sentence, r.From) }))
	}
}

// cutPairs splits a page of two languages, whose sentences stay whole and
// together.
func (l *lesson) cutPairs(text typeset.Text, seconds []string, box fyne.Size, style widget.TextStyle) []typeset.Step {
	s := l.screen
	height := func(texts []string, language string) float32 {
		l.ruler.SetStyle(style)
		l.ruler.SetPage(texts, nil, language)
		return l.ruler.HeightFor(box.Width)
	}
	starts := splitSentences(len(text.Sentences), func(from, to int) bool {
		tall := height(text.Sentences[from:to], s.language()) + height(seconds[from:to], s.state.Story.Also)
		return tall+style.Largest <= box.Height
	})
	steps := make([]typeset.Step, len(starts))
	for i, from := range starts {
		to := len(text.Sentences)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		for k := from; k < to; k++ {
			steps[i].Parts = append(steps[i].Parts, typeset.Range{Sentence: k, To: len(text.Sentences[k])})
		}
		for k, w := range text.Words {
			if w.Sentence >= from && w.Sentence < to {
				steps[i].Words = append(steps[i].Words, k)
			}
		}
	}
	return steps
}

// of is the step of a word, or, without one, of a sentence.
func (c *pageCut) of(word, sentence int) int {
	if at := typeset.StepOf(c.steps, word); word >= 0 && at >= 0 {
		return at
	}
	return max(0, slices.IndexFunc(c.steps, func(s typeset.Step) bool {
		return slices.ContainsFunc(s.Parts, func(r typeset.Range) bool { return r.Sentence == sentence })
	}))
}

// holds reports whether a step shows some of a sentence.
func (c *pageCut) holds(step, sentence int) bool {
	return step < len(c.steps) && slices.ContainsFunc(c.steps[step].Parts, func(r typeset.Range) bool { return r.Sentence == sentence })
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
	word, sentence := s.word(), s.currentSentence()
	if word < 0 && (!s.playing() || l.cut.holds(l.cut.at, sentence)) {
		return
	}
	l.cut.at = l.cut.of(word, sentence)
}

// goToPart shows a step and moves the voice with it.
func (l *lesson) goToPart(step int) {
	s, p := l.screen, l.screen.current()
	l.cut.at, l.leapt, l.heard = step, l.now(), s.playback.At
	switch st := l.cut.step(); {
	case p == nil:
	case len(st.Words) > 0 && st.Words[0] < len(p.Words):
		s.commands.Seek(seconds(s.heardWords(p)[st.Words[0]].Start))
	case len(st.Parts) > 0:
		s.playFrom(st.Parts[0].Sentence)
	}
	l.update()
}

// audienceStyle is how the class's text is set on a screen of a height. Only
// what cannot be split is set smaller rather than cut off.
func audienceStyle(fonts *typeset.Fonts, language string, height float32, room float64, easy bool) widget.TextStyle {
	size := letters(fonts, language, height, room)
	return widget.TextStyle{Smallest: size * leastLetters, Largest: size, Easy: easy}
}

// letters is the size of the class's letters: what the last row needs, and a
// little more for projectors that are not sharp.
func letters(fonts *typeset.Fonts, language string, height float32, room float64) float32 {
	const generous = 1.08
	size, _ := fonts.LetterSize(language, float32(typeset.LeastXHeight(room))*height*generous)
	return size
}

const leastLetters = 0.4

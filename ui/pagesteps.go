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

// pageSteps is how the current page is split into steps that each fit a box at
// the size of the letters, and the step that is shown. The second language is
// empty where there is none.
type pageSteps struct {
	screen *storyScreen
	now    func() time.Time

	key           stepsKey
	first, second typeset.Text
	steps         []typeset.PairStep
	at            int
	leapt         time.Time // when a step was gone to; the voice follows in a moment
	heard         time.Time // when the voice was heard last before that
}

// stepsKey is all that the splitting depends on.
type stepsKey struct {
	page  string
	box   fyne.Size
	style widget.TextStyle
	text  string
	// words are how many there are in each language
	words [2]int
	// pending: the fonts were still being looked for
	pending bool
}

// set splits the current page anew where something changed.
func (c *pageSteps) set(box fyne.Size, style widget.TextStyle, split func(c *pageSteps) (pending bool)) {
	s, p := c.screen, c.screen.current()
	if p == nil {
		c.key, c.steps, c.at = stepsKey{}, nil, 0
		return
	}
	c.first, c.second = textOf(p, s.language()), secondOf(p, s.state.Story.Also)
	key := stepsKey{
		page: s.id + "/" + p.ID, box: box, style: style,
		text:  strings.Join(c.first.Sentences, "\n") + "\n" + strings.Join(c.second.Sentences, "\n"),
		words: [2]int{len(c.first.Words), len(c.second.Words)},
	}
	if key == c.key {
		return
	}
	same, parts := key.page == c.key.page, c.step()[typeset.First].Parts
	c.key, c.at = key, 0
	c.key.pending = split(c)
	if same && len(parts) > 0 { // what was shown stays in sight
		c.at = max(0, slices.IndexFunc(c.steps, func(st typeset.PairStep) bool { return st[typeset.First].Has(parts[0].Sentence, parts[0].From) }))
		return
	}
	c.at = c.of(s.word(), s.alsoWord(), s.currentSentence())
}

// split makes the steps with letters of a size, in the box without so much of
// its height.
func (c *pageSteps) split(size, less float32) (pending bool) {
	fonts, style, height := c.screen.fonts, c.key.style, c.key.box.Height-less
	if len(c.second.Sentences) > 0 {
		c.steps, pending = fonts.PairSteps(c.first, c.second, style.Spacing(), c.key.box.Width, height,
			style.Sizes(size), style.LineHeight(), typeset.ParagraphGap)
		return pending
	}
	steps, pending := fonts.Steps(c.first, style.Spacing(), c.key.box.Width, height, size, style.LineHeight())
	c.steps = nil
	for _, st := range steps {
		c.steps = append(c.steps, typeset.PairStep{typeset.First: st})
	}
	return pending
}

// allOf is a step that shows all of a text.
func allOf(t typeset.Text) typeset.Step {
	s := typeset.Step{Parts: make([]typeset.Range, len(t.Sentences)), Words: make([]int, len(t.Words))}
	for i, sentence := range t.Sentences {
		s.Parts[i] = typeset.Range{Sentence: i, To: len(sentence)}
	}
	for i := range s.Words {
		s.Words[i] = i
	}
	return s
}

// step is the step that is shown; the zero value where there is none.
func (c *pageSteps) step() typeset.PairStep {
	if c.at < len(c.steps) {
		return c.steps[c.at]
	}
	return typeset.PairStep{}
}

// of is the step of a word of either language, or, without one, of a sentence.
// What several steps show is best left where it is shown now.
func (c *pageSteps) of(word, also, sentence int) int {
	for side, lit := range [2]int{word, also} {
		if lit < 0 {
			continue
		}
		if c.shows(c.at, typeset.Side(side), lit) {
			return c.at
		}
		for at := range c.steps {
			if c.shows(at, typeset.Side(side), lit) {
				return at
			}
		}
	}
	return max(0, slices.IndexFunc(c.steps, func(s typeset.PairStep) bool { return partOf(s, sentence) >= 0 }))
}

// shows reports whether a step shows some of a word; where a voice tells no
// words, its word is a whole sentence.
func (c *pageSteps) shows(step int, side typeset.Side, word int) bool {
	words := [2][]typeset.Range{c.first.Words, c.second.Words}[side]
	if step >= len(c.steps) || word >= len(words) {
		return false
	}
	w := words[word]
	return slices.ContainsFunc(c.steps[step][side].Parts, func(r typeset.Range) bool {
		return r.Sentence == w.Sentence && w.From < r.To && w.To > r.From
	})
}

// partOf is which part of a step is of a sentence; -1: none.
func partOf(s typeset.PairStep, sentence int) int {
	return slices.IndexFunc(s[typeset.First].Parts, func(r typeset.Range) bool { return r.Sentence == sentence })
}

// lit gives what is lit of the step that is shown: a word of each language and
// a sentence, counted within the step; -1: none.
func (c *pageSteps) lit() (word, also, sentence int) {
	s, step := c.screen, c.step()
	return within(step[typeset.First].Words, s.word()), within(step[typeset.Second].Words, s.alsoWord()), partOf(step, s.currentSentence())
}

// within gives where a word is among those of a step; -1 where it is not.
func within(words []int, word int) int {
	if i, has := slices.BinarySearch(words, word); has {
		return i
	}
	return -1
}

// voiceFollows is how long a voice may take to come to a step that was gone
// to.
const voiceFollows = 400 * time.Millisecond

// follow shows the step that is being said. In a sentence that two steps
// share, only a word tells which.
func (c *pageSteps) follow() {
	s := c.screen
	if !s.loaded() || s.playback.Page != s.page || s.playback.At.Equal(c.heard) || c.now().Sub(c.leapt) < voiceFollows {
		return
	}
	word, also, sentence := s.word(), s.alsoWord(), s.currentSentence()
	if word < 0 && also < 0 && (!s.playing() || partOf(c.step(), sentence) >= 0) {
		return
	}
	c.at = c.of(word, also, sentence)
}

// goTo shows a step and moves the voice with it.
func (c *pageSteps) goTo(step int) {
	s, p := c.screen, c.screen.current()
	c.at, c.leapt, c.heard = step, c.now(), s.playback.At
	if p != nil && s.loaded() {
		if at, ok := c.start(p); ok {
			s.commands.Seek(at)
		}
	}
}

// start is when the step that is shown is heard first, in the language that is
// heard.
func (c *pageSteps) start(p *story.Page) (at time.Duration, ok bool) {
	s, side := c.screen, typeset.First
	if s.hearsSecond() {
		side = typeset.Second
	}
	words := s.wordTimes(p, side)
	if own := c.step()[side].Words; len(own) > 0 && own[0] < len(words) {
		return seconds(words[own[0]].Start), true
	}
	if starts, parts := s.starts(p), c.step()[typeset.First].Parts; len(parts) > 0 && parts[0].Sentence < len(starts) {
		return starts[parts[0].Sentence], true
	}
	return 0, false
}

// tapped plays from a sentence or word that was pressed in the step.
func (c *pageSteps) tapped(side typeset.Side, sentence, word int) {
	step := c.step()[side]
	if sentence >= len(step.Parts) {
		return
	}
	if word >= 0 && word < len(step.Words) {
		word = step.Words[word]
	} else {
		word = -1
	}
	c.screen.tapWord(side, step.Parts[sentence].Sentence, word)
}

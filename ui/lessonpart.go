package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// pageCut is how a page's sentences are shared among parts that each fit the
// screen at the size of the letters, and the part that is shown.
type pageCut struct {
	key    cutKey
	starts []int // the first sentence of each part
	at     int
}

// cutKey is all that the sharing depends on.
type cutKey struct {
	page string
	size fyne.Size
	face faceMode
	easy bool
	room float64
	bare bool // there is no picture
	text string
}

// part gives the sentences of the part that is shown, from and to
// (exclusive).
func (l *lesson) part() (from, to int) {
	l.cutPage()
	c := &l.cut
	if c.at >= len(c.starts) {
		return 0, story.MaxSentences
	}
	from, to = c.starts[c.at], story.MaxSentences
	if c.at+1 < len(c.starts) {
		to = c.starts[c.at+1]
	}
	return from, to
}

// cutPage shares the current page's sentences anew where something changed.
func (l *lesson) cutPage() {
	s, p := l.screen, l.screen.current()
	if p == nil {
		l.cut = pageCut{}
		return
	}
	texts, seconds := make([]string, len(p.Sentences)), make([]string, len(p.Sentences))
	two := s.state.Story.Also != ""
	for i, t := range p.Sentences {
		texts[i], seconds[i] = t.Text, t.Also
		two = two && t.Also != ""
	}
	key := cutKey{
		page: s.id + "/" + p.ID, size: l.screenSize(), face: l.face, easy: s.settings.Settings.EasyReading,
		room: l.room(), bare: s.file(p.Picture) == "", text: strings.Join(texts, "\n") + "\n" + strings.Join(seconds, "\n"),
	}
	if key == l.cut.key {
		return
	}
	before := l.cut
	box := faceBoxes(key.size, key.face, !key.bare).text
	style := audienceStyle(key.size.Height, key.room, key.easy)
	height := func(texts []string, language string, width float32) float32 {
		l.ruler.SetStyle(style)
		l.ruler.SetPage(texts, nil, language)
		return l.ruler.HeightFor(width)
	}
	l.cut = pageCut{key: key}
	l.cut.starts = splitSentences(len(texts), func(from, to int) bool {
		tall := height(texts[from:to], s.language(), box.size.Width)
		if two {
			tall += height(seconds[from:to], s.state.Story.Also, box.size.Width) + style.Largest
		}
		return tall <= box.size.Height
	})
	l.cut.at = l.cut.partOf(max(0, s.currentSentence()))
	if before.key.page == key.page && before.at < len(before.starts) {
		l.cut.at = l.cut.partOf(before.starts[before.at])
	}
}

// partOf is the part that holds a sentence.
func (c *pageCut) partOf(sentence int) int {
	part := 0
	for i, first := range c.starts {
		if first <= sentence {
			part = i
		}
	}
	return part
}

// screenSize is the size that the class's page is set for: the second
// window's, or that of a usual projector.
func (l *lesson) screenSize() fyne.Size {
	switch {
	case l.alone && l.main.object.Size().Width > 0:
		return l.main.object.Size()
	case l.beam != nil && !l.swapped && l.beam.side.object.Size().Width > 0:
		return l.beam.side.object.Size()
	case l.swapped && l.main.object.Size().Width > 0:
		return l.main.object.Size()
	}
	return fyne.NewSize(1366, 768)
}

// voiceFollows is how long a voice may take to come to a part that was gone
// to.
const voiceFollows = 400 * time.Millisecond

// followVoice shows the part that is being said.
func (l *lesson) followVoice() {
	s := l.screen
	l.cutPage()
	if !s.loaded() || s.playback.Page != s.page || l.now().Sub(l.leapt) < voiceFollows {
		return
	}
	if s.playing() || s.word() >= 0 {
		l.cut.at = l.cut.partOf(max(0, s.currentSentence()))
	}
}

// goToPart shows a part and moves the voice with it.
func (l *lesson) goToPart(part int) {
	l.cut.at, l.leapt = part, l.now()
	l.screen.playFrom(l.cut.starts[part])
	l.update()
}

// audienceStyle is how the class's text is set on a screen of a height. Only
// what cannot be shared among parts is set smaller rather than cut off.
func audienceStyle(height float32, room float64, easy bool) widget.TextStyle {
	size := height * letterShare(room)
	return widget.TextStyle{Smallest: size * leastLetters, Largest: size, Easy: easy}
}

const leastLetters = 0.4

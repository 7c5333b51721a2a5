package ui

import (
	"fmt"
	"slices"

	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// frameKind is what a class sees.
type frameKind int

const (
	frameNothing frameKind = iota // an empty page
	framePage
	framePlate // a sentence in the place of a page that may not be shown
	frameStop  // a question that the voice has stopped for
	frameWord  // a word to know, with its sentence
	frameQuiz
)

// faceMode is how much of a page is shown.
type faceMode int

const (
	faceBoth faceMode = iota
	facePicture
	faceText
)

// frame is all that a class sees. It holds nothing of a page that may not be
// shown, so that no drawing mistake can show it.
type frame struct {
	kind     frameKind
	id       string // tells pages and parts of them apart
	language string
	also     string // the second language
	face     faceMode
	picture  string // file; "" for none
	whole    bool   // the picture is fitted, never cropped
	texts    []string
	seconds  []string // the same in the second language
	words    []story.Word
	word     int          // lit, in words; -1: none
	again    []story.Word // of seconds
	echo     int          // lit, in again; -1: none
	sentence int          // lit, in texts; -1: none
	say      string
	sign     widget.Icon // over say
	heading  string
	easy     bool
	room     float64 // heights of the picture to the last row
	quiz     quizFrame
}

// quizFrame is a question of the quiz as the class sees it.
type quizFrame struct {
	question string
	options  []string
	hands    []int
	right    int // the right option once it is told; -1
	why      string
	page     int // the page it is about, from 0; -1
}

// plateText is what stands in the place of a page that the teacher has not
// passed.
const plateText = "This page is not passed yet"

// mayShow reports whether a page may be shown to a class.
func (l *lesson) mayShow(p *story.Page) bool {
	return p != nil && (p.Passed || l.screen.settings.Settings.Drafts)
}

// frame gives what the class sees now, without black and freeze.
func (l *lesson) frame() frame {
	s := l.screen
	f := frame{language: s.language(), word: -1, echo: -1, sentence: -1, easy: s.settings.Settings.EasyReading, room: l.room()}
	switch {
	case s.state.Story == nil:
		return f
	case s.step == stepQuiz && s.quizzing() && !s.room.aside:
		s.room.frame(&f)
		return f
	}
	p := s.current()
	if s.step == stepQuiz && s.room.aside {
		p = s.room.page()
	}
	switch {
	case p == nil:
	case !l.mayShow(p):
		f.kind, f.say, f.sign, f.id = framePlate, plateText, widget.IconLock, "plate"
	case l.term >= 0 && l.term < len(l.terms()):
		l.wordFrame(&f, p)
	case l.asks() != nil:
		f.kind, f.say, f.id = frameStop, l.asks().Question, s.id+"/"+p.ID+"/stop"
		f.picture, f.whole, f.sign = s.file(p.Picture), p.Fit == story.Whole, widget.IconHand
	default:
		l.pageFrame(&f, p)
	}
	return f
}

// pageFrame shows the step of a page that the lesson has come to; of another
// page all of it.
func (l *lesson) pageFrame(f *frame, p *story.Page) {
	s := l.screen
	f.kind, f.face, f.also = framePage, l.face, s.state.Story.Also
	f.picture, f.whole = s.file(p.Picture), p.Fit == story.Whole
	f.id = s.id + "/" + p.ID
	text, seconds := textOf(p, s.language()), secondsOf(p, f.also)
	if p != s.current() {
		f.texts, f.seconds, f.words, f.again = text.Sentences, seconds, p.Words, secondWords(p)
		return
	}
	l.cutPage()
	step := l.cut.step()
	f.id = fmt.Sprintf("%s/%d", f.id, l.cut.at)
	part := step.Of(text)
	f.texts = part.Sentences
	for _, w := range part.Words {
		f.words = append(f.words, story.Word{Sentence: w.Sentence, From: w.From, To: w.To})
	}
	lit := s.playing() || s.hold() != player.HoldNone
	for i, r := range step.Parts {
		if seconds != nil {
			f.seconds = append(f.seconds, seconds[r.Sentence])
		}
		if lit && r.Sentence == s.currentSentence() {
			f.sentence = i
		}
	}
	if i, has := slices.BinarySearch(step.Words, s.word()); has {
		f.word = i
	}
	if seconds != nil {
		f.setAgain(step, secondWords(p), s.alsoWord())
	}
}

// setAgain takes in the words of the second language that the step shows, and
// which of them is lit.
func (f *frame) setAgain(step typeset.Step, words []story.Word, lit int) {
	for k, w := range words {
		i := slices.IndexFunc(step.Parts, func(r typeset.Range) bool { return r.Sentence == w.Sentence })
		if i < 0 {
			continue
		}
		if k == lit {
			f.echo = len(f.again)
		}
		f.again = append(f.again, story.Word{Sentence: i, From: w.From, To: w.To})
	}
}

// wordFrame shows a word to know with the sentence that it stands in.
func (l *lesson) wordFrame(f *frame, p *story.Page) {
	t := l.terms()[l.term]
	f.kind, f.heading, f.id = frameWord, t.term.Term, l.screen.id+"/word/"+t.term.Term
	f.say = t.term.Definition
	if t.sentence >= 0 && t.sentence < len(p.Sentences) {
		f.texts = []string{p.Sentences[t.sentence].Text}
	}
}

// guard takes a frozen page back that may no longer be shown.
func (l *lesson) guard(f frame) frame {
	if f.kind != framePage && f.kind != frameStop && f.kind != frameWord {
		return f
	}
	st := l.screen.state.Story
	if st == nil || l.frozenPage == "" {
		return f
	}
	for i := range st.Pages {
		if st.Pages[i].ID == l.frozenPage && !l.mayShow(&st.Pages[i]) {
			return frame{kind: framePlate, say: plateText, sign: widget.IconLock, id: "plate", language: f.language, word: -1, echo: -1, sentence: -1, easy: f.easy, room: f.room}
		}
	}
	return f
}

func (l *lesson) room() float64 {
	if r := l.screen.settings.Settings.Room; r > 0 {
		return r
	}
	return usualRoom
}

// usualRoom is how many heights of the picture the last row sits away where
// nobody has said.
const usualRoom = 6

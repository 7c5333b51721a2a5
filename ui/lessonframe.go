package ui

import (
	"fmt"

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
	face     faceMode
	picture  string // file; "" for none
	whole    bool   // the picture is fitted, never cropped
	text     typeset.Text
	second   typeset.Text // the same in the second language, sentence by sentence
	word     int          // lit, in text; -1: none
	echo     int          // lit, in second; -1: none
	sentence int          // lit; -1: none
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
	f.kind, f.face = framePage, l.face
	f.picture, f.whole = s.file(p.Picture), p.Fit == story.Whole
	f.id = s.id + "/" + p.ID
	if p != s.current() {
		f.text, f.second = textOf(p, s.language()), secondOf(p, s.state.Story.Also)
		return
	}
	l.cutPage()
	f.id = fmt.Sprintf("%s/%d", f.id, l.cut.at)
	f.text, f.second = l.cut.step().Of(l.cut.first, l.cut.second)
	f.word, f.echo, f.sentence = l.cut.lit()
	if !s.playing() && s.hold() == player.HoldNone {
		f.sentence = -1
	}
}

// wordFrame shows a word to know with the sentence that it stands in.
func (l *lesson) wordFrame(f *frame, p *story.Page) {
	t := l.terms()[l.term]
	f.kind, f.heading, f.id = frameWord, t.term.Term, l.screen.id+"/word/"+t.term.Term
	f.say = t.term.Definition
	if t.sentence >= 0 && t.sentence < len(p.Sentences) {
		f.text = typeset.Text{Sentences: []string{p.Sentences[t.sentence].Text}, Language: f.language}
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

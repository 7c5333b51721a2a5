package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"edusmart/ui/widget"
)

// over is what lies over the teacher's side of a lesson.
type over int

const (
	overNothing over = iota
	overPages        // all pages, to jump to one
	overKeys         // what the keys do
	overWords        // the page's words to know
	overNotes        // the notes, where the page fills the only screen
)

// lesson is a story in front of a class: what the teacher sees at the laptop,
// what the class sees, and what the keys of both windows do.
type lesson struct {
	screen *storyScreen
	now    func() time.Time

	main *lessonSide // in the main window
	beam *projector  // nil while there is no second window

	started time.Time // zero: not begun
	alone   bool      // the page fills the main window
	swapped bool      // the teacher's view is in the second window

	face       faceMode
	black      bool
	frozen     bool
	live       frame  // what the teacher sees
	later      bool   // the teacher's side is to be shown soon
	kept       frame  // what the class sees while it is frozen
	frozenPage string // the page of kept
	over       over
	picked     int  // in the list that lies over the teacher's side
	term       int  // the word to know that is shown large; -1: none
	noQuiz     bool // the quiz does not follow
	digits     string
	cut        *pageSteps // the page's, on the class's screen
}

func newLesson(s *storyScreen) *lesson {
	l := &lesson{screen: s, now: time.Now, term: -1}
	l.cut = &pageSteps{screen: s, now: func() time.Time { return l.now() }}
	l.main = newLessonSide(l, nil)
	return l
}

// running reports whether a class is being taught.
func (l *lesson) running() bool { return !l.started.IsZero() }

// begin opens the projector's window, or takes the main window for the page
// alone, and starts the clock.
func (l *lesson) begin(alone bool) {
	if l.screen.pages() == 0 {
		return
	}
	if !l.running() {
		l.started = l.now()
	}
	l.alone = alone
	if !alone {
		l.openBeam()
	}
	fyne.CurrentApp().Driver().SetDisableScreenBlanking(true)
	l.screen.show()
	if alone {
		l.fullScreen(true)
	}
}

// openBeam opens the projector's window.
func (l *lesson) openBeam() {
	if l.beam != nil {
		l.beam.window.RequestFocus()
		return
	}
	l.beam = newProjector(l)
	if l.beam == nil {
		return
	}
	l.beam.open()
}

// end closes the projector's window; the story stays at its page.
func (l *lesson) end() {
	if l.beam != nil {
		l.beam.close()
		l.beam = nil
	}
	if l.alone {
		l.fullScreen(false)
	}
	if l.running() {
		fyne.CurrentApp().Driver().SetDisableScreenBlanking(false)
	}
	l.started = time.Time{}
	l.alone, l.swapped, l.black, l.frozen = false, false, false, false
	l.over, l.term, l.digits, l.face = overNothing, -1, "", faceBoth
	if l.screen.playing() {
		l.screen.commands.Pause()
	}
	l.screen.show()
}

// fullScreen fills the main window's screen, or gives it back.
func (l *lesson) fullScreen(on bool) {
	if w := l.screen.nav.mainWindow(); w != nil && w.FullScreen() != on {
		w.SetFullScreen(on)
	}
}

// update shows what is now, on both windows.
func (l *lesson) update() {
	if l.screen.step != stepTeach && !l.running() {
		l.main.rest()
		return
	}
	l.cutPage()
	l.cut.follow()
	f := l.frame()
	shown := f
	if l.frozen {
		l.kept = l.guard(l.kept)
		shown = l.kept
	}
	l.showSides(f, shown)
}

// showSides shows it in both windows, the class's first: it does not wait
// until the teacher's view is drawn.
func (l *lesson) showSides(live, shown frame) {
	turned := live.id != l.live.id
	l.live = live
	var next []widget.PictureKey
	for _, side := range l.sides() {
		switch {
		case side.main && l.screen.step != stepTeach && !l.screen.covered():
			side.rest()
			continue
		case turned && l.beam != nil && l.teacher(side):
			l.showLater(side)
		default:
			side.show(live, shown)
		}
		next = append(side.next(), next...)
	}
	if l.beam == nil {
		l.screen.loader.Prefetch(next...)
		return
	}
	fyne.Do(func() { l.screen.loader.Prefetch(next...) }) // decoding would hold up the drawing
}

// showLater shows the teacher's side after the class's window is drawn.
func (l *lesson) showLater(side *lessonSide) {
	if l.later {
		return
	}
	l.later = true
	fyne.Do(func() {
		l.later = false
		if l.teacher(side) {
			side.show(l.live, l.live)
		}
	})
}

// tick moves what runs with the voice.
func (l *lesson) tick() {
	for _, side := range l.sides() {
		if side.teach != nil && l.teacher(side) {
			side.teach.tick()
		}
	}
}

// sides are the lesson's windows.
func (l *lesson) sides() []*lessonSide {
	sides := []*lessonSide{l.main}
	if l.beam != nil {
		sides = append(sides, l.beam.side)
	}
	return sides
}

// teacher reports whether a side is the one with the teacher's view.
func (l *lesson) teacher(side *lessonSide) bool {
	if side.main {
		return !l.alone && !l.swapped
	}
	return l.swapped
}

// swap exchanges what the two windows show.
func (l *lesson) swap() {
	if l.beam == nil {
		return
	}
	l.swapped = !l.swapped
	l.update()
}

func (l *lesson) setBlack(on bool) {
	l.black = on
	l.update()
}

// setFrozen keeps what the class sees while the teacher goes on.
func (l *lesson) setFrozen(on bool) {
	if on && !l.frozen {
		l.kept, l.frozenPage = l.frame(), ""
		if p := l.screen.current(); p != nil {
			l.frozenPage = p.ID
		}
	}
	l.frozen = on
	l.update()
}

// setFace shows the picture alone, the text alone, or both; the same once
// more shows both again.
func (l *lesson) setFace(face faceMode) {
	if l.face == face {
		face = faceBoth
	}
	l.face = face
	l.update()
}

// forward goes on: from black to the page, from a question or a stop of the
// voice on, to the next part of the page, to the next page, and from the last
// to the quiz.
func (l *lesson) forward() {
	s := l.screen
	switch {
	case l.black:
		l.setBlack(false)
	case l.term >= 0:
		l.showTerm(-1)
	case s.step == stepQuiz:
		s.room.goOn()
	case l.goOnFromHold():
	case l.cut.at+1 < len(l.cut.steps):
		l.goToPart(l.cut.at + 1)
	case s.page+1 < s.pages():
		s.goTo(s.page + 1)
	case l.hasQuiz():
		s.goToStep(stepQuiz)
	}
}

// back goes to the part or the page before.
func (l *lesson) back() {
	s := l.screen
	switch {
	case l.black:
		l.setBlack(false)
	case l.term >= 0:
		l.showTerm(-1)
	case s.step == stepQuiz:
		s.room.goBack()
	case l.cut.at > 0:
		l.goToPart(l.cut.at - 1)
	default:
		s.goTo(s.page - 1)
	}
}

func (l *lesson) hasQuiz() bool {
	return l.screen.state.Story != nil && len(l.screen.state.Story.Quiz) > 0
}

// jump goes to the page whose number was typed, counted from 1.
func (l *lesson) jump() {
	n := 0
	for _, d := range l.digits {
		n = n*10 + int(d-'0')
	}
	l.digits = ""
	if n < 1 || n > l.screen.pages() {
		l.screen.nav.say("This story has " + counted(l.screen.pages(), "page") + ".")
		l.update()
		return
	}
	l.goToPage(n - 1)
}

// goToPage leaves the quiz and whatever lies over the page.
func (l *lesson) goToPage(page int) {
	l.over, l.term = overNothing, -1
	if l.screen.step == stepQuiz {
		l.screen.step = stepTeach
	}
	l.screen.goTo(page)
}

// out steps out one level, and never further than to the teacher's view.
func (l *lesson) out(side *lessonSide) {
	switch {
	case l.digits != "":
		l.digits = ""
	case l.over != overNothing:
		l.over = overNothing
	case l.term >= 0:
		l.term = -1
	case l.black:
		l.black = false
	case l.frozen:
		l.frozen = false
	case l.face != faceBoth:
		l.face = faceBoth
	case l.screen.step == stepQuiz:
		l.screen.room.out()
		return
	case side.fullScreen():
		side.setFullScreen(false)
		if l.alone {
			l.alone = false
		}
	case l.alone:
		l.alone = false
	case !l.running():
		l.screen.goToStep(stepMake)
		return
	default:
		l.screen.nav.say("The lesson goes on. “End lesson” closes the projector.")
	}
	l.screen.show()
}

// lay puts something over the teacher's side, or takes it away again.
func (l *lesson) lay(o over) {
	if l.over == o {
		o = overNothing
	}
	l.over, l.picked = o, 0
	if o == overPages {
		l.picked = l.screen.page
	}
	l.update()
}

// showTerm shows a word to know large; -1 shows the page again.
func (l *lesson) showTerm(term int) {
	l.term = term
	l.over = overNothing
	if term >= 0 && l.screen.playing() {
		l.screen.commands.Pause()
	}
	l.update()
}

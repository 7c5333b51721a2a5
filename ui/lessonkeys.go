package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// lessonAct is what a key does in front of a class.
type lessonAct int

const (
	actForward lessonAct = iota + 1
	actReturn            // on, or to the page whose number was typed
	actBack
	actFirst
	actLast
	actBlack
	actFreeze
	actOut
	actPlay
	actRepeat
	actNextSentence
	actPrevSentence
	actSteps
	actEcho
	actFaster
	actSlower
	actMute
	actPicture
	actText
	actOverview
	actHelp
	actWords
	actNotes
	actSwap
	actFull
	actPass
	actQuiz
)

// lessonKeys is the one map of keys, whichever window has them. Clickers send
// Page Up and Page Down, Escape and F5 by turns, and "." or "b".
var lessonKeys = map[fyne.KeyName]lessonAct{
	fyne.KeyPageDown: actForward, fyne.KeyRight: actForward, fyne.KeyDown: actForward, fyne.KeySpace: actForward,
	fyne.KeyReturn: actReturn, fyne.KeyEnter: actReturn,
	fyne.KeyPageUp: actBack, fyne.KeyLeft: actBack, fyne.KeyUp: actBack, fyne.KeyBackspace: actBack,
	fyne.KeyHome: actFirst, fyne.KeyEnd: actLast,
	fyne.KeyPeriod: actBlack, fyne.KeyB: actBlack,
	fyne.KeyF5: actFreeze, fyne.KeyF: actFreeze,
	fyne.KeyEscape: actOut,
	fyne.KeyP:      actPlay, fyne.KeyK: actPlay,
	fyne.KeyR: actRepeat, fyne.KeyJ: actPrevSentence, fyne.KeyL: actNextSentence,
	fyne.KeyS: actSteps, fyne.KeyE: actEcho,
	fyne.KeyPlus: actFaster, fyne.KeyEqual: actFaster, fyne.KeyMinus: actSlower, fyne.KeyM: actMute,
	fyne.KeyI: actPicture, fyne.KeyT: actText,
	fyne.KeyG: actOverview, fyne.KeySlash: actHelp, fyne.KeyF1: actHelp, fyne.KeyW: actWords, fyne.KeyN: actNotes,
	fyne.KeyX: actSwap, fyne.KeyF11: actFull, fyne.KeyY: actPass, fyne.KeyQ: actQuiz,
}

// lessonHelp is what "?" shows, in two columns.
var lessonHelp = [][2]string{
	{"Space → PgDn", "On: next step, page or question"},
	{"← PgUp", "Back"},
	{"Home End", "First page, last page"},
	{"4 Return", "To page 4"},
	{"P", "Play or pause"},
	{"R", "Say the sentence again"},
	{"J L", "Sentence before, sentence after"},
	{"S", "Stop after each sentence"},
	{"E", "Echo: the class says it after"},
	{"+ −", "Faster, slower"},
	{"M", "Sound off or on"},
	{"B .", "Black"},
	{"F F5", "Freeze; before class: start"},
	{"I", "Picture alone, and back"},
	{"T", "Text alone, and back"},
	{"G", "All pages"},
	{"W", "Words to know"},
	{"N", "Notes"},
	{"Q", "Quiz"},
	{"Y", "Pass the page"},
	{"X", "Swap screens"},
	{"F11", "Full screen"},
	{"Esc", "One step out"},
}

// modifiers gives the keys that are held beside others. A driver without a
// keyboard holds none.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// withShift are the keys that are typed with Shift on some keyboards: "?" and
// "+".
var withShift = map[fyne.KeyName]bool{fyne.KeySlash: true, fyne.KeyEqual: true, fyne.KeyPlus: true, fyne.KeyPeriod: true}

// key does what a key is for, whichever window it was pressed in. held are
// the modifiers: a single key with one of them is left alone.
func (l *lesson) key(side *lessonSide, name fyne.KeyName, held fyne.KeyModifier) bool {
	if held&^fyne.KeyModifierShift != 0 || held != 0 && !withShift[name] {
		return false
	}
	if l.overKey(name) || l.screen.step == stepQuiz && l.screen.quizzing() && l.screen.room.key(name) {
		return true
	}
	if d, ok := digitOf(name); ok {
		if len(l.digits) < 3 {
			l.digits += string(rune('0' + d))
		}
		l.update()
		return true
	}
	act, known := lessonKeys[name]
	if !known {
		return false
	}
	if act == actReturn && l.digits != "" {
		l.jump()
		return true
	}
	if act != actOut {
		l.digits = ""
	}
	l.do(act, side)
	return true
}

// digitOf gives the digit of a key.
func digitOf(name fyne.KeyName) (int, bool) {
	if len(name) == 1 && name[0] >= '0' && name[0] <= '9' {
		return int(name[0] - '0'), true
	}
	return 0, false
}

// do carries out what a key or a button stands for.
func (l *lesson) do(act lessonAct, side *lessonSide) {
	s := l.screen
	switch act {
	case actForward, actReturn:
		l.forward()
	case actBack:
		l.back()
	case actFirst:
		l.goToPage(0)
	case actLast:
		l.goToPage(s.pages() - 1)
	case actBlack, actFreeze:
		l.cover(act)
	case actOut:
		l.out(side)
	case actPicture:
		l.setFace(facePicture)
	case actText:
		l.setFace(faceText)
	case actOverview:
		l.lay(overPages)
	case actHelp:
		l.lay(overKeys)
	case actWords:
		l.lay(overWords)
	case actNotes:
		l.notes()
	case actSwap:
		l.swap()
	case actFull:
		side.setFullScreen(!side.fullScreen())
	case actPass:
		s.pass(s.page, true)
	case actQuiz:
		l.toggleQuiz()
	default:
		l.play(act)
	}
}

// cover makes the projector black, or freezes it. Before class F5, which
// clickers send to start a show, starts the lesson.
func (l *lesson) cover(act lessonAct) {
	switch {
	case act == actFreeze && !l.running():
		l.begin(false)
	case !l.running():
	case act == actFreeze:
		l.setFrozen(!l.frozen)
	default:
		l.setBlack(!l.black)
	}
}

// play carries out what is for the voice.
func (l *lesson) play(act lessonAct) {
	s := l.screen
	switch act {
	case actPlay:
		s.commands.Toggle()
	case actRepeat:
		s.commands.RepeatSentence()
	case actNextSentence:
		s.commands.NextSentence()
	case actPrevSentence:
		s.commands.PrevSentence()
	case actSteps:
		s.commands.SetSteps(!s.settings.Settings.Steps)
	case actEcho:
		s.commands.SetEcho(!s.settings.Settings.Echo)
	case actFaster:
		s.stepSpeed(1)
	case actSlower:
		s.stepSpeed(-1)
	case actMute:
		s.mute()
	}
}

func (l *lesson) toggleQuiz() {
	if l.screen.step == stepQuiz {
		l.screen.endQuiz()
		return
	}
	l.screen.goToStep(stepQuiz)
}

// notes brings the notes: where the page fills the only screen, over it; else
// the keyboard goes into them.
func (l *lesson) notes() {
	if l.alone {
		l.lay(overNotes)
		return
	}
	for _, side := range l.sides() {
		if l.teacher(side) {
			side.teach.editNotes()
		}
	}
}

// overKey takes the keys that move in what lies over the page.
func (l *lesson) overKey(name fyne.KeyName) bool {
	var n, by int
	switch l.over {
	case overPages:
		n = l.screen.pages()
	case overWords:
		n = len(l.terms())
	default:
		return false
	}
	switch name {
	case fyne.KeyRight, fyne.KeyPageDown:
		by = 1
	case fyne.KeyLeft, fyne.KeyPageUp:
		by = -1
	case fyne.KeyDown:
		by = l.overStep()
	case fyne.KeyUp:
		by = -l.overStep()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.digits == "" {
			l.choose(l.picked)
			return true
		}
		return false
	default:
		return false
	}
	if at := l.picked + by; at >= 0 && at < n {
		l.picked = at
	}
	l.update()
	return true
}

// overStep is how far down goes in the list that lies over the page.
func (l *lesson) overStep() int {
	if l.over == overPages {
		return overviewColumns(l.screen.pages())
	}
	return 1
}

// choose takes an entry of the list that lies over the page.
func (l *lesson) choose(at int) {
	switch l.over {
	case overPages:
		l.goToPage(at)
	case overWords:
		if at < len(l.terms()) {
			l.showTerm(at)
		}
	}
}

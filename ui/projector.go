package ui

import (
	"fyne.io/fyne/v2"

	"edusmart/core"
)

// projector is the second window: the page alone, to be dragged to the
// projector's screen.
type projector struct {
	lesson *lesson
	window fyne.Window
	side   *lessonSide
	closed bool
}

// The size of the projector's window before it fills a screen.
const (
	beamWidth, beamHeight        = 960, 540
	beamLeastWide, beamLeastTall = 320, 180
)

// newProjector makes the window; nil where the driver has none to give.
func newProjector(l *lesson) *projector {
	w := l.screen.nav.newWindow("EduSmart: the class")
	if w == nil {
		return nil
	}
	p := &projector{lesson: l, window: w, side: newLessonSide(l, false)}
	p.side.window = w
	w.SetPadded(false)
	w.SetContent(p.side.object)
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { l.key(p.side, e.Name, modifiers()) })
	w.SetCloseIntercept(p.leave)
	return p
}

// open shows the window as large as it was, full where it was.
func (p *projector) open() {
	set := p.lesson.screen.settings.Settings
	width, height := set.BeamWidth, set.BeamHeight
	if width < beamLeastWide || height < beamLeastTall {
		width, height = beamWidth, beamHeight
	}
	p.window.Resize(fyne.NewSize(float32(width), float32(height)))
	p.window.Show()
	if set.BeamFull {
		p.window.SetFullScreen(true)
	}
}

// keep remembers the window's size, and whether it fills its screen.
func (p *projector) keep() {
	full, size := p.window.FullScreen(), p.window.Canvas().Size()
	p.lesson.screen.commands.Change(func(s *core.Settings) {
		s.BeamFull = full
		if !full {
			s.BeamWidth, s.BeamHeight = int(size.Width), int(size.Height)
		}
	})
}

// leave is called when the window is closed by hand: the lesson goes on at the
// laptop.
func (p *projector) leave() {
	l := p.lesson
	p.close()
	l.beam, l.swapped = nil, false
	l.screen.show()
}

func (p *projector) close() {
	if p.closed {
		return
	}
	p.keep()
	p.closed = true
	p.window.SetCloseIntercept(nil)
	p.window.Close()
}

package ui

import (
	"image"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
)

// projector is the second window: the page alone. It fills the screen that the
// teacher does not look at; where there is one screen only, it stands on that.
type projector struct {
	lesson *lesson
	window fyne.Window
	side   *lessonSide
	screen image.Rectangle // of its own, which it fills or is on its way to; empty while there is none
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
	p := &projector{lesson: l, window: w}
	p.side = newLessonSide(l, p)
	w.SetPadded(false)
	w.SetContent(p.side.object)
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { l.key(p.side, e.Name, modifiers()) })
	w.SetCloseIntercept(p.leave)
	return p
}

// open shows the window as large as it was, full where it was. Where the
// toolkit shows it on a screen, settle follows.
func (p *projector) open() {
	set := p.lesson.screen.settings.Settings
	width, height := set.BeamWidth, set.BeamHeight
	if width < beamLeastWide || height < beamLeastTall {
		width, height = beamWidth, beamHeight
	}
	p.window.Resize(fyne.NewSize(float32(width), float32(height)))
	p.window.Show()
	if p.side.probe == nil && set.BeamFull {
		p.window.SetFullScreen(true)
	}
}

// settle is called when the window has been painted, and when a screen comes or
// goes. It brings the window to the class's screen; where that is gone, back to
// the teacher's; where there never was one, it fills the only one where it did
// so before.
func (p *projector) settle() {
	own := p.lesson.main.probe
	if p.closed || own == nil || own.window == nil {
		return
	}
	onScreens(func() {
		for _, later := range screensSettle {
			time.AfterFunc(later, func() { fyne.Do(p.settle) })
		}
	})
	screen, ok := classScreen(screens(), own.middle())
	switch {
	case ok && screen != p.screen:
		p.screen = screen
		p.bring(bringTries)
	case !ok && !p.screen.Empty():
		p.screen = image.Rectangle{}
		p.window.SetFullScreen(false)
		x, y := own.window.GetPos()
		p.side.probe.window.SetPos(x, y)
	case !ok && p.lesson.screen.settings.Settings.BeamFull:
		p.window.SetFullScreen(true)
	}
	p.lesson.screen.show()
}

// A window manager may take its time, may place a window that it has just been
// given where it likes, and may have its own mind.
const (
	bringTries = 6
	bringTicks = 8 // within which it is to do what it is asked
	bringPace  = 60 * time.Millisecond
)

// screensSettle is when a system may have ordered its screens anew, after one
// has come or gone.
var screensSettle = []time.Duration{500 * time.Millisecond, 2 * time.Second, 5 * time.Second}

// bring moves the window to the middle of its screen and fills that, until it
// is seen to be so.
func (p *projector) bring(tries int) {
	if tries == 0 {
		p.screen = image.Rectangle{} // it is where the window manager wants it
		p.lesson.screen.show()
		return
	}
	window, screen := p.side.probe.window, p.screen
	if p.window.FullScreen() {
		p.window.SetFullScreen(false)
	}
	w, h := window.GetSize()
	window.SetPos(screen.Min.X+(screen.Dx()-w)/2, screen.Min.Y+(screen.Dy()-h)/2)
	again := func() { p.bring(tries - 1) }
	p.await(screen, bringTicks, func() bool { return p.side.probe.middle().In(screen) }, func() {
		p.window.SetFullScreen(true)
		p.await(screen, bringTicks, func() bool { return p.side.probe.fills(screen) }, func() {}, again)
	}, again)
}

// await looks for so many ticks whether it is so, and goes on with then or
// with otherwise; with neither once the window is to be elsewhere.
func (p *projector) await(screen image.Rectangle, ticks int, so func() bool, then, otherwise func()) {
	time.AfterFunc(bringPace, func() {
		fyne.Do(func() {
			switch {
			case p.closed || p.screen != screen:
			case so():
				then()
			case ticks > 1:
				p.await(screen, ticks-1, so, then, otherwise)
			default:
				otherwise()
			}
		})
	})
}

// onItsOwn reports whether the class has a screen of its own, as far as is
// known.
func (p *projector) onItsOwn() bool { return p.side.probe == nil || !p.screen.Empty() }

// keep remembers the window's size, and whether it fills its screen, where it
// was the teacher who chose so.
func (p *projector) keep() {
	if !p.screen.Empty() {
		return
	}
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
	if p.side.probe != nil {
		onScreens(nil)
	}
	p.window.SetCloseIntercept(nil)
	p.window.Close()
}

package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// Which screens there are, and on which a window stands. Fyne tells neither and
// places no window; GLFW, on which it stands, does both.

// A windowProbe learns which of GLFW's windows it is in: while it is painted,
// that window is the current one.
type windowProbe struct {
	object *canvas.Raster
	window *glfw.Window // nil until the first paint
}

// newWindowProbe makes the probe for a window, to be shown in it; found is
// called once, on the toolkit's goroutine. It is nil for windows that no screen
// shows, as in tests.
func newWindowProbe(w fyne.Window, found func()) *windowProbe {
	if _, native := w.(driver.NativeWindow); !native {
		return nil
	}
	p := &windowProbe{}
	p.object = canvas.NewRaster(func(int, int) image.Image {
		if p.window == nil {
			if p.window = glfw.GetCurrentContext(); p.window != nil {
				fyne.Do(found)
			}
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1)) // nothing is seen of it
	})
	p.object.Resize(fyne.NewSquareSize(1))
	return p
}

// place is that of the window's content, in the coordinates of the screens.
func (p *windowProbe) place() image.Rectangle {
	x, y := p.window.GetPos()
	w, h := p.window.GetSize()
	return image.Rect(x, y, x+w, y+h)
}

// fills reports whether the window fills a screen, but for what some systems
// keep for themselves.
func (p *windowProbe) fills(screen image.Rectangle) bool {
	seen := p.place().Intersect(screen)
	return seen.Dx()*seen.Dy()*10 >= screen.Dx()*screen.Dy()*9
}

func (p *windowProbe) middle() image.Point {
	at := p.place()
	return at.Min.Add(at.Max).Div(2)
}

// screens gives the places of the screens, the system's first one first.
func screens() []image.Rectangle {
	var all []image.Rectangle
	for _, m := range glfw.GetMonitors() {
		x, y := m.GetPos()
		if mode := m.GetVideoMode(); mode != nil {
			all = append(all, image.Rect(x, y, x+mode.Width, y+mode.Height))
		}
	}
	return all
}

// onScreens has f called when a screen comes or goes; nil ends it.
func onScreens(f func()) {
	if f == nil {
		glfw.SetMonitorCallback(nil)
		return
	}
	glfw.SetMonitorCallback(func(*glfw.Monitor, glfw.PeripheralEvent) { f() })
}

// classScreen chooses the screen for the class: the largest of those that show
// nothing of the screen on which the teacher's window has its middle. A screen
// that mirrors the laptop is no other one.
func classScreen(all []image.Rectangle, teacher image.Point) (image.Rectangle, bool) {
	if len(all) == 0 {
		return image.Rectangle{}, false
	}
	own := all[0] // of a window that hangs over every edge
	for _, s := range all {
		if teacher.In(s) {
			own = s
			break
		}
	}
	var best image.Rectangle
	for _, s := range all {
		if !s.Overlaps(own) && s.Dx()*s.Dy() > best.Dx()*best.Dy() {
			best = s
		}
	}
	return best, !best.Empty()
}

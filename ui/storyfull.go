package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// storyFull shows the page alone, over the whole screen: the picture bleeds
// to three edges, the text is set large enough for the back row, and a text
// that does not fit is split, never shrunk. It lies over the window's content
// and takes the keys, a clicker's among them; Escape leads back to the same
// place.
type storyFull struct {
	fw.BaseWidget
	screen *storyScreen
	face   *pageFace
	ruler  *widget.StoryText // measures, never shown
	window fyne.Window
	black  bool
	easy   bool

	parts []int    // the first sentence of each part of the page
	part  int      // the part that is shown
	split splitFor // what parts was made for
}

// splitFor is all that the splitting of a page depends on.
type splitFor struct {
	page string
	size fyne.Size
	easy bool
	text string
}

var (
	_ fyne.Focusable = (*storyFull)(nil)
	_ fyne.Tappable  = (*storyFull)(nil)
)

const (
	fullPictureShare = 0.45
	fullMargin       = 0.046  // of the width, round the text
	fullTextSize     = 0.0605 // of the height: an x-height of 3.2 %
	fullSmallest     = 20     // of the letters where one sentence alone does not fit
)

func newStoryFull(s *storyScreen) *storyFull {
	f := &storyFull{screen: s, face: newPageFace(s, widget.Corners{}), ruler: widget.NewStoryText(s.fonts, widget.PageColours)}
	f.ExtendBaseWidget(f)
	return f
}

// openFull shows the page alone.
func (s *storyScreen) openFull() {
	if s.full.window == nil && s.pages() > 0 {
		s.full.open(windowOf(s.root))
	}
}

// windowOf finds the window that shows an object; nil when none does.
func windowOf(o fyne.CanvasObject) fyne.Window {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	for _, w := range driver.AllWindows() {
		if c != nil && w.Canvas() == c {
			return w
		}
	}
	return nil
}

func (f *storyFull) open(w fyne.Window) {
	if w == nil {
		return
	}
	f.window, f.black = w, false
	f.Move(fyne.NewPos(0, 0))
	f.Resize(w.Canvas().Size())
	w.Canvas().Overlays().Add(f)
	f.update()
	w.Canvas().Focus(f)
	w.SetFullScreen(true)
}

// close leads back to the window; the player is left as it is.
func (f *storyFull) close() {
	if f.window == nil {
		return
	}
	w := f.window
	f.window = nil
	w.Canvas().Overlays().Remove(f)
	w.SetFullScreen(false)
}

// update shows the current page.
func (f *storyFull) update() {
	if f.window == nil {
		return
	}
	f.splitText()
	f.showPart(f.partOf(f.screen.currentSentence()))
	f.Refresh()
}

// light lights a word; where it is in another part of the page, that part is
// shown.
func (f *storyFull) light(word int) {
	if f.window == nil {
		return
	}
	if p := f.screen.current(); p != nil && word >= 0 && word < len(p.Words) {
		f.showPart(f.partOf(p.Words[word].Sentence))
	}
	f.face.light(word)
}

func (f *storyFull) setEasy(on bool) {
	if on != f.easy {
		f.easy = on
		f.update()
	}
}

// forward goes to the next part of the page, or to the next page.
func (f *storyFull) forward() {
	if f.part+1 < len(f.parts) {
		f.goToPart(f.part + 1)
		return
	}
	f.screen.goTo(f.screen.page + 1)
}

// back goes to the part before, or to the page before.
func (f *storyFull) back() {
	if f.part > 0 {
		f.goToPart(f.part - 1)
		return
	}
	f.screen.goTo(f.screen.page - 1)
}

// goToPart shows a part and moves the voice with it.
func (f *storyFull) goToPart(part int) {
	f.showPart(part)
	if p := f.screen.current(); p != nil {
		if starts := sentenceStarts(p); f.parts[part] < len(starts) {
			f.screen.commands.Seek(starts[f.parts[part]])
		}
	}
}

func (f *storyFull) setBlack(on bool) {
	f.black = on
	f.Refresh()
}

// Tapped keeps the keys here.
func (f *storyFull) Tapped(*fyne.PointEvent) {
	if f.window != nil {
		f.window.Canvas().Focus(f)
	}
}

// FocusGained is for Fyne.
func (f *storyFull) FocusGained() {}

// FocusLost is for Fyne.
func (f *storyFull) FocusLost() {}

// TypedRune blackens the screen on a full stop, which clickers send.
func (f *storyFull) TypedRune(r rune) {
	if r == '.' {
		f.setBlack(!f.black)
	}
}

// TypedKey takes the keys of a keyboard and of a clicker.
func (f *storyFull) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF, fyne.KeyF11, fyne.KeyF5:
		f.close()
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		f.forward()
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		f.back()
	case fyne.KeyB:
		f.setBlack(!f.black)
	default:
		f.screen.playKey(e)
	}
}

// CreateRenderer is for Fyne.
func (f *storyFull) CreateRenderer() fyne.WidgetRenderer {
	r := &fullRenderer{f: f, page: canvas.NewRectangle(nil), black: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type fullRenderer struct {
	f           *storyFull
	page, black *canvas.Rectangle
}

func (r *fullRenderer) Layout(size fyne.Size) {
	f := r.f
	put(r.page, 0, 0, size.Width, size.Height)
	put(r.black, 0, 0, size.Width, size.Height)
	put(f.face.picture, 0, 0, size.Width*fullPictureShare, size.Height)
	at, text := f.textBox(size)
	put(f.face.text, at.X, at.Y, text.Width, text.Height)
	f.face.text.SetStyle(f.style(size))
	if f.window != nil && f.split.size != size {
		f.splitText()
		f.showPart(f.partOf(f.screen.currentSentence()))
	}
}

func (r *fullRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *fullRenderer) Refresh() {
	r.page.FillColor = widget.Color(widget.Page)
	if r.f.easy {
		r.page.FillColor = widget.Color(widget.EasyPage)
	}
	r.black.FillColor = color.Black
	r.black.Hidden = !r.f.black
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *fullRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.page, r.f.face.picture, r.f.face.text, r.black}
}

func (r *fullRenderer) Destroy() {}

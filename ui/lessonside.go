package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// lessonSide is one window of a lesson: the teacher's view, or the page alone
// as the class sees it.
type lessonSide struct {
	lesson *lesson
	main   bool        // it is in the main window
	window fyne.Window // of the second window; nil in the main one
	object *fyne.Container
	teach  *teachView // nil until it is needed
	page   *doubleAudience
	over   *lessonOver
	probe  *windowProbe // nil where no screen shows the window
}

// newLessonSide makes the side of the main window, or that of the window of
// the projector p.
func newLessonSide(l *lesson, p *projector) *lessonSide {
	side := &lessonSide{lesson: l, main: p == nil}
	if p != nil {
		side.window = p.window
		side.probe = newWindowProbe(p.window, p.settle)
	} else {
		side.probe = newWindowProbe(l.screen.nav.mainWindow(), func() {})
	}
	side.page = newDoubleAudience(l.screen.loader, l.screen.fonts)
	side.page.OnTappedWord = l.tapped
	side.page.OnDoubleTapped = func() { side.setFullScreen(!side.fullScreen()) }
	side.over = newLessonOver(l)
	side.object = container.New(&arrangement{place: side.place})
	side.assemble()
	return side
}

// assemble puts what the side is made of into its object.
func (d *lessonSide) assemble() {
	var parts []fyne.CanvasObject
	if d.probe != nil {
		parts = append(parts, d.probe.object)
	}
	parts = append(parts, d.page)
	if d.teach != nil {
		parts = append(parts, d.teach.object)
	}
	d.object.Objects = append(parts, d.over.object)
}

func (d *lessonSide) place(size fyne.Size) {
	put(d.page, 0, 0, size.Width, size.Height)
	put(d.over.object, 0, 0, size.Width, size.Height)
	if d.teach != nil {
		put(d.teach.object, 0, 0, size.Width, size.Height)
	}
	if d.lesson.cut.key.box != d.lesson.cutBox() {
		d.lesson.update()
	}
}

// show shows what is live to the teacher, or what the class sees.
func (d *lessonSide) show(live, shown frame) {
	l := d.lesson
	teacher := l.teacher(d)
	if teacher && d.teach == nil {
		d.teach = newTeachView(l, d)
		d.assemble()
		d.place(d.object.Size())
	}
	if d.teach != nil {
		visible(d.teach.object, teacher)
		d.teach.column.run(teacher)
	}
	visible(d.page, !teacher)
	if teacher {
		d.teach.update(live)
	} else {
		d.page.set(shown, l.black)
	}
	d.over.show(l.over != overNothing && (teacher || l.alone && d.main), !teacher)
}

// rest is called while the side is out of sight.
func (d *lessonSide) rest() {
	if d.teach != nil {
		d.teach.column.run(false)
	}
}

// next names the pictures of the pages that may be turned to, as the side
// shows them. A page that may not be shown is not even decoded for a class.
func (d *lessonSide) next() []widget.PictureKey {
	l, s := d.lesson, d.lesson.screen
	var next []widget.NextPicture
	for _, i := range []int{s.page + 1, s.page - 1} {
		if i >= 0 && i < s.pages() && l.mayShow(&s.state.Story.Pages[i]) {
			p := &s.state.Story.Pages[i]
			next = append(next, widget.NextPicture{Path: s.file(p.Picture), Whole: p.Fit == story.Whole || l.face == facePicture})
		}
	}
	if l.teacher(d) {
		if d.teach == nil {
			return nil
		}
		return d.teach.live.picture.Keys(next...)
	}
	return d.page.picture.Keys(next...)
}

// fullScreen reports whether the side's window fills its screen.
func (d *lessonSide) fullScreen() bool {
	w := d.where()
	return w != nil && w.FullScreen()
}

// setFullScreen fills the screen that the window is on, or gives it back.
func (d *lessonSide) setFullScreen(on bool) {
	w := d.where()
	if w == nil || w.FullScreen() == on {
		return
	}
	w.SetFullScreen(on)
	if !d.main {
		d.lesson.beam.keep()
	}
}

func (d *lessonSide) where() fyne.Window {
	if d.window != nil {
		return d.window
	}
	return d.lesson.screen.nav.mainWindow()
}

// tapped goes to a word that was pressed in the step that is shown.
func (l *lesson) tapped(side typeset.Side, sentence, word int) {
	if l.screen.step != stepQuiz {
		l.cut.tapped(side, sentence, word)
	}
}

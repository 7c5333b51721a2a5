package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// lessonOver is what lies over the teacher's side of a lesson for a moment:
// all pages, the keys, the words to know, or the notes.
type lessonOver struct {
	lesson *lesson
	object *fyne.Container
	scrim  *overScrim
	card   *widget.Card
	title  *widget.Text
	body   *fyne.Container
	scroll *container.Scroll
	shown  overState
}

// overState is all that what lies over the side depends on.
type overState struct {
	over         over
	story        *story.Story
	page, picked int
	open, drafts bool
}

func newLessonOver(l *lesson) *lessonOver {
	o := &lessonOver{lesson: l, scrim: newOverScrim(func() { l.lay(l.over) })}
	o.card = widget.NewCard(nil, 0)
	o.card.Ground, o.card.Depth, o.card.Radius = widget.Raised, widget.High, widget.RadiusDialog
	o.title = widget.NewText(widget.Title, "")
	o.body = space(0)
	o.scroll = container.NewVScroll(o.body)
	o.object = container.New(&arrangement{place: o.place}, o.scrim, o.card, o.title, o.scroll)
	o.object.Hide()
	return o
}

// overScrim darkens what lies below; a press on it closes what lies above.
type overScrim struct {
	fw.BaseWidget
	shade  *canvas.Rectangle
	tapped func()
}

func newOverScrim(tapped func()) *overScrim {
	s := &overScrim{shade: canvas.NewRectangle(color.Transparent), tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is for Fyne.
func (s *overScrim) Tapped(*fyne.PointEvent) { s.tapped() }

// Refresh shows the present look's shade.
func (s *overScrim) Refresh() {
	s.shade.FillColor = widget.Color(widget.Scrim)
	s.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (s *overScrim) CreateRenderer() fyne.WidgetRenderer {
	s.shade.FillColor = widget.Color(widget.Scrim)
	return fw.NewSimpleRenderer(s.shade)
}

func (o *lessonOver) place(size fyne.Size) {
	const pad = 24
	put(o.scrim, 0, 0, size.Width, size.Height)
	w := min(o.width(size), size.Width-48)
	o.body.Resize(fyne.NewSize(w-2*pad, o.body.MinSize().Height))
	h := min(o.body.MinSize().Height+pad+26+14+pad, size.Height-48)
	x, y := (size.Width-w)/2, (size.Height-h)*0.45
	put(o.card, x, y, w, h)
	put(o.title, x+pad, y+pad-4, w-2*pad, 26)
	put(o.scroll, x+pad-6, y+pad+34, w-2*pad+12, h-pad-34-16)
}

func (o *lessonOver) width(size fyne.Size) float32 {
	switch o.lesson.over {
	case overPages:
		return size.Width - 96
	case overKeys:
		return 860
	default:
		return 640
	}
}

// show lays the lesson's list over the side. open is true where a class sees
// it too: pages that are not passed keep their picture and title then.
func (o *lessonOver) show(on, open bool) {
	visible(o.object, on)
	l := o.lesson
	now := overState{l.over, l.screen.state.Story, l.screen.page, l.picked, open, l.screen.settings.Settings.Drafts}
	if !on || now == o.shown {
		return
	}
	o.shown = now
	switch l.over {
	case overPages:
		o.title.SetText("All pages")
		o.fill(newOverview(l, open))
	case overKeys:
		o.title.SetText("Keys, in both windows")
		o.fill(keyColumns())
	case overWords:
		o.title.SetText("Words to know on this page")
		o.fill(termList(l, open))
	case overNotes:
		o.title.SetText("Notes")
		o.fill(noteList(l))
	case overNothing:
	}
	o.place(o.object.Size())
}

func (o *lessonOver) fill(content fyne.CanvasObject) {
	o.body = container.New(&inset{6, 6, 6, 6}, content)
	o.scroll.Content = o.body
	o.scroll.Refresh()
}

// keyColumns lists the keys in two columns.
func keyColumns() *fyne.Container {
	half := (len(lessonHelp) + 1) / 2
	var objects []fyne.CanvasObject
	for _, k := range lessonHelp {
		objects = append(objects, keyLine(k[0], k[1]))
	}
	place := func(size fyne.Size) {
		for i, line := range objects {
			x := float32(0)
			if i >= half {
				x = size.Width/2 + 8
			}
			put(line, x, float32(i%half)*33, size.Width/2-8, 32)
		}
	}
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(600, float32(half)*33) }}, objects...)
}

// termList lists the page's words to know. Those of a page that may not be
// shown are not told to a class.
func termList(l *lesson, open bool) fyne.CanvasObject {
	terms := l.terms()
	if open && !l.mayShow(l.screen.current()) {
		terms = nil
	}
	if len(terms) == 0 {
		return quiet("This page has no word of the list. The list is made with the story.")
	}
	var objects []fyne.CanvasObject
	for i, t := range terms {
		kind := widget.QuietInk
		if i == l.picked {
			kind = widget.Tonal
		}
		b := widget.NewButton(kind, widget.IconBook, t.term.Term, func() { l.showTerm(i) }).AlignLeading()
		objects = append(objects, b, padded(12, 0, 8, quiet(t.term.Definition)))
	}
	return column(560, 4, objects...)
}

// noteList is the page's notes and the questions planned for it.
func noteList(l *lesson) fyne.CanvasObject {
	p := l.screen.current()
	if p == nil {
		return quiet("")
	}
	text := widget.NewText(widget.Lead, p.Notes).Wrap(0)
	if p.Notes == "" {
		text.SetText("No notes for this page.")
	}
	objects := []fyne.CanvasObject{text}
	for _, stop := range p.Stops {
		objects = append(objects, space(8), widget.NewText(widget.CardTitle, stop.Question).Wrap(0), quiet(stop.Answer))
	}
	return column(580, 4, objects...)
}

// overviewColumns is how many pages stand side by side.
func overviewColumns(pages int) int { return min(4, max(1, pages)) }

// newOverview shows all pages with their numbers.
func newOverview(l *lesson, open bool) *fyne.Container {
	var cells []fyne.CanvasObject
	s := l.screen
	for i := range s.pages() {
		p := &s.state.Story.Pages[i]
		c := newOverviewCell(l, i)
		if l.mayShow(p) || !open {
			c.picture.SetFile(s.file(p.Picture), p.Fit == story.Whole)
			c.title.SetText(p.Title)
		} else {
			c.title.SetText("Not passed yet")
		}
		c.draft = !l.mayShow(p)
		cells = append(cells, c)
	}
	columns := overviewColumns(len(cells))
	const gap = 16
	size := func(width float32) (w, h float32) {
		w = (width - gap*float32(columns-1)) / float32(columns)
		return w, w*0.5625 + 30
	}
	width := float32(800)
	place := func(at fyne.Size) {
		width = at.Width
		w, h := size(at.Width)
		for i, c := range cells {
			put(c, float32(i%columns)*(w+gap), float32(i/columns)*(h+gap), w, h)
		}
	}
	least := func() fyne.Size {
		_, h := size(width)
		rows := (len(cells) + columns - 1) / columns
		return fyne.NewSize(400, float32(rows)*(h+gap)-gap)
	}
	return container.New(&arrangement{place, least}, cells...)
}

package ui

import (
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/ui/widget"
)

// fileList is the list of a folder's files. A tap chooses, a second one takes;
// arrows, Home, End, Return and BackSpace do the same.
type fileList struct {
	fw.List
	chooser *fileChooser
	chosen  int  // -1: none
	filled  bool // a folder has been shown
	tapped  time.Time
}

func newFileList(c *fileChooser) *fileList {
	l := &fileList{chooser: c, chosen: -1}
	l.Length = func() int { return len(c.files) }
	l.CreateItem = func() fyne.CanvasObject { return newFileRow(l) }
	l.UpdateItem = func(i fw.ListItemID, o fyne.CanvasObject) {
		if row, ok := o.(*fileRow); ok && i < len(c.files) {
			row.set(i, c.files[i], c.now())
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// reset forgets the chosen line of another folder.
func (l *fileList) reset() {
	l.chosen = -1
	if !l.filled {
		return // nothing is lit or scrolled yet
	}
	l.UnselectAll()
	l.ScrollToTop()
	l.Refresh()
}

// current is the chosen line.
func (l *fileList) current() (aFile, bool) {
	if l.chosen < 0 || l.chosen >= len(l.chooser.files) {
		return aFile{}, false
	}
	return l.chooser.files[l.chosen], true
}

// choose lights a line.
func (l *fileList) choose(i int) {
	if n := len(l.chooser.files); n > 0 {
		l.chosen = min(max(i, 0), n-1)
		l.Select(l.chosen)
		l.chooser.picked()
	}
}

// twice is how soon a second tap takes what the first has chosen.
const twice = 500 * time.Millisecond

func (l *fileList) tap(i int) {
	again := i == l.chosen && time.Since(l.tapped) < twice
	l.tapped = time.Now()
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if again {
		l.tapped = time.Time{}
		l.chooser.enter()
		return
	}
	l.choose(i)
}

// TypedKey implements fyne.Focusable.
func (l *fileList) TypedKey(e *fyne.KeyEvent) {
	const page = 8
	switch e.Name {
	case fyne.KeyDown:
		l.choose(l.chosen + 1)
	case fyne.KeyUp:
		l.choose(l.chosen - 1)
	case fyne.KeyPageDown:
		l.choose(l.chosen + page)
	case fyne.KeyPageUp:
		l.choose(l.chosen - page)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.chooser.files) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.chooser.enter()
	case fyne.KeyBackspace:
		l.chooser.goUp()
	default:
		widget.PassKey(l, e)
	}
}

// TypedRune goes to the next file that begins with a letter.
func (l *fileList) TypedRune(r rune) {
	n := len(l.chooser.files)
	for k := 1; k <= n; k++ {
		i := (l.chosen + k + n) % n
		if name := []rune(l.chooser.files[i].name); len(name) > 0 && unicode.ToLower(name[0]) == unicode.ToLower(r) {
			l.choose(i)
			return
		}
	}
}

// fileRow is one line: an icon, the name, and when it was changed.
type fileRow struct {
	fw.BaseWidget
	list *fileList
	at   int
	icon *widget.IconView
	name *widget.Text
	date *widget.Text
}

func newFileRow(l *fileList) *fileRow {
	r := &fileRow{list: l, icon: widget.NewIconView(widget.IconFile, widget.Ink2, 18)}
	r.name = widget.NewText(widget.Body, "").Truncate()
	r.date = widget.NewText(widget.SmallText, "").SetToken(widget.Ink3)
	r.ExtendBaseWidget(r)
	return r
}

func (r *fileRow) set(at int, f aFile, now time.Time) {
	r.at = at
	icon, token := widget.IconFile, widget.Ink2
	switch {
	case f.folder:
		icon, token = widget.IconFolder, widget.Accent
	case isStoryFile(f.name):
		icon = widget.IconBook
	}
	r.icon.Set(icon, token)
	r.name.SetText(f.name)
	r.date.SetText(day(f.changed, now))
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *fileRow) Tapped(*fyne.PointEvent) { r.list.tap(r.at) }

// Cursor implements desktop.Cursorable.
func (r *fileRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *fileRow) CreateRenderer() fyne.WidgetRenderer {
	const tall = 34
	place := func(size fyne.Size) {
		date := r.date.Width()
		put(r.icon, 8, (size.Height-18)/2, 18, 18)
		put(r.date, size.Width-date-16, (size.Height-18)/2, date, 18)
		put(r.name, 36, (size.Height-20)/2, max(size.Width-36-date-32, 0), 20)
	}
	least := func() fyne.Size { return fyne.NewSize(120, tall) }
	return fw.NewSimpleRenderer(container.New(&arrangement{place, least}, r.icon, r.name, r.date))
}

package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// fileChooser is the dialog in which a teacher finds a file, or says where to
// write one. All of it runs on the toolkit's goroutine but for the reading of
// folders, which may be slow.
type fileChooser struct {
	accept func(name string) bool
	use    func(path string)
	ending string // of a file to write; "" for choosing one
	now    func() time.Time

	dir    string
	files  []aFile
	turn   int // of reading a folder: what an earlier one brings is dropped
	places []aPlace

	path    *widget.Text
	up      *widget.Button
	buttons []*widget.Button
	list    *fileList
	empty   *widget.Text
	name    *widget.Field // nil for choosing
	note    *widget.Text
	confirm *widget.Button
	cancel  *widget.Button
	object  *fyne.Container
	closes  func()
	replace string // the path that the teacher was told is there already
}

// The chooser's size, and that of its parts.
const (
	chooserWidth, chooserHeight = 820, 430
	chooserPlaces               = 168
)

// newFileChooser makes one; open shows a folder in it. name is of the file to
// write, "" for choosing one.
func newFileChooser(name, verb string, accept func(string) bool, use func(path string)) *fileChooser {
	c := &fileChooser{accept: accept, use: use, ending: filepath.Ext(name), now: time.Now, places: filePlaces()}
	c.path = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	c.up = widget.NewIconButton(widget.IconUp, "The folder above", c.goUp)
	c.empty = widget.NewText(widget.Body, "").SetToken(widget.Ink2).Wrap(0)
	c.note = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	c.list = newFileList(c)
	c.confirm = widget.NewButton(widget.Primary, "", verb, c.done)
	c.cancel = widget.NewButton(widget.Plain, "", "Cancel", func() { c.closes() })
	objects := []fyne.CanvasObject{c.up, c.path, c.list, c.empty, c.note, c.cancel, c.confirm}
	for _, p := range c.places {
		icon := widget.IconFolder
		switch p.name {
		case "Home":
			icon = widget.IconHome
		case "Computer":
			icon = widget.IconLaptop
		}
		b := widget.NewButton(widget.QuietInk, icon, p.name, func() { c.open(p.dir) }).SetSize(widget.Small).AlignLeading()
		c.buttons = append(c.buttons, b)
		objects = append(objects, b)
	}
	if name != "" {
		c.name = widget.NewField("Name")
		c.name.SetText(strings.TrimSuffix(name, c.ending))
		c.name.OnSubmitted = func(string) { c.done() }
		c.name.OnChanged = func(string) { c.show() }
		objects = append(objects, c.name)
	}
	c.object = container.New(&arrangement{place: c.place, least: func() fyne.Size {
		return fyne.NewSize(chooserWidth-48, chooserHeight)
	}}, objects...)
	return c
}

// place lays the chooser out.
func (c *fileChooser) place(size fyne.Size) {
	y := float32(0)
	for _, b := range c.buttons {
		if y+32 > size.Height-56 {
			b.Hide() // more drives than there is room for
			continue
		}
		put(b, 0, y, chooserPlaces, 32)
		y += 36
	}
	x, w := float32(chooserPlaces+20), size.Width-chooserPlaces-20
	put(c.up, x, 0, 32, 32)
	put(c.path, x+40, 7, w-40, 18)
	bottom := size.Height - 40
	top, low := float32(40), bottom-16
	if c.name != nil {
		low -= 52
		put(c.name, x, low+12, w, 40)
	}
	put(c.list, x, top, w, low-top)
	put(c.empty, x+12, top+16, w-24, 60)
	right := size.Width
	for _, b := range []*widget.Button{c.confirm, c.cancel} {
		m := b.MinSize()
		right -= m.Width
		put(b, right, bottom, m.Width, 40)
		right -= 8
	}
	put(c.note, 0, bottom+11, right-12, 18)
}

// open shows a folder.
func (c *fileChooser) open(dir string) {
	c.turn++
	turn := c.turn
	c.dir, c.files = dir, nil
	c.list.reset()
	c.show()
	c.empty.SetText("")
	go func() {
		files, err := readFolder(dir, c.accept)
		fyne.Do(func() {
			if turn == c.turn {
				c.took(files, err)
			}
		})
	}()
}

// took shows what a folder holds.
func (c *fileChooser) took(files []aFile, err error) {
	c.files = files
	switch {
	case err != nil:
		c.empty.SetText("This folder cannot be opened. Choose another.")
	case len(files) == 0 && c.name == nil:
		c.empty.SetText("There is nothing here that EduSmart can open.")
	case len(files) == 0:
		c.empty.SetText("This folder is empty.")
	}
	c.list.filled = true
	c.list.Refresh()
	c.show()
}

// show brings words and buttons in step.
func (c *fileChooser) show() {
	c.path.SetText(c.dir)
	if c.dir == filepath.Dir(c.dir) {
		c.up.Disable()
	} else {
		c.up.Enable()
	}
	for i, b := range c.buttons {
		kind := widget.QuietInk
		if c.places[i].dir == c.dir {
			kind = widget.Tonal
		}
		b.SetKind(kind)
	}
	note := ""
	if c.replace != "" && c.replace == c.target() {
		note = "A file of this name is there already. Press again to replace it."
	}
	c.note.SetText(note)
	if c.target() == "" {
		c.confirm.Disable()
	} else {
		c.confirm.Enable()
	}
}

// target is the path that would be chosen or written; "" for none.
func (c *fileChooser) target() string {
	if c.name != nil {
		if name := strings.TrimSpace(c.name.Text()); name != "" {
			return filepath.Join(c.dir, core.FileName(name)+c.ending)
		}
		return ""
	}
	if f, ok := c.list.current(); ok {
		return filepath.Join(c.dir, f.name)
	}
	return ""
}

func (c *fileChooser) goUp() { c.open(filepath.Dir(c.dir)) }

// picked is told which line was chosen.
func (c *fileChooser) picked() {
	if f, ok := c.list.current(); ok && !f.folder && c.name != nil {
		c.name.SetText(strings.TrimSuffix(f.name, c.ending))
	}
	c.show()
}

// enter opens the chosen folder, or takes the chosen file.
func (c *fileChooser) enter() {
	if f, ok := c.list.current(); ok && f.folder {
		c.open(filepath.Join(c.dir, f.name))
		return
	}
	c.done()
}

// done takes the file. A file that is there already is replaced when the
// teacher says so a second time.
func (c *fileChooser) done() {
	path := c.target()
	if path == "" {
		return
	}
	if f, ok := c.list.current(); c.name == nil && ok && f.folder {
		c.enter()
		return
	}
	if _, err := os.Stat(path); c.name != nil && !errors.Is(err, fs.ErrNotExist) && c.replace != path {
		c.replace = path
		c.show()
		return
	}
	c.closes()
	c.use(path)
}

// pick shows a file chooser over the window.
func (s *shell) pick(title, name, verb string, accept func(string) bool, use func(path string)) {
	dir := s.folder
	if dir == "" {
		dir, _ = os.UserHomeDir() // without a home it begins where the program was started
	}
	c := newFileChooser(name, verb, accept, func(path string) {
		s.folder = filepath.Dir(path)
		use(path)
	})
	c.open(dir)
	var first fyne.Focusable = c.list
	if c.name != nil {
		first = c.name.Focus()
	}
	c.closes = widget.ShowDialog(s.stage, widget.Dialog{Title: title, Content: c.object, Width: chooserWidth, First: first})
}

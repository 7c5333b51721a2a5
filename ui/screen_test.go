package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"edusmart/core/export/exporttest"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// paths is a window's navigation that only notes where it was sent.
type paths struct{ *calls }

func (p paths) back()                          { p.add("back") }
func (p paths) openStory(id string)            { p.add("open story %s", id) }
func (p paths) playStory(id string)            { p.add("play story %s", id) }
func (p paths) newStory()                      { p.add("new story") }
func (p paths) chooseDocument()                { p.add("choose") }
func (p paths) chooseStoryFile()               { p.add("choose story file") }
func (p paths) saveStoryFile(id, title string) { p.add("save %s %s", id, title) }
func (p paths) askTitle(id, title string)      { p.add("ask title %s %s", id, title) }
func (p paths) openSample()                    { p.add("sample") }
func (p paths) openService()                   { p.add("service") }
func (p paths) saveUsage(name string)          { p.add("save usage %s", name) }
func (p paths) checkOffline(ids []string)      { p.add("check offline %v", ids) }
func (p paths) pickFolder(title, verb string, use func(string)) {
	p.add("pick folder")
	use(p.folder)
}

func (p paths) saveFile(title, name string, use func(string)) {
	p.add("save file %s", name)
	use(filepath.Join(p.folder, name))
}
func (p paths) openFolder(dir string)   { p.add("open folder %s", filepath.Base(dir)) }
func (p paths) bare(bool)               {}
func (p paths) mainWindow() fyne.Window { return p.main }
func (p paths) newWindow(title string) fyne.Window {
	w := fyne.CurrentApp().NewWindow(title)
	p.windows = append(p.windows, w)
	return w
}
func (p paths) say(text string)                     { p.add("say %s", text) }
func (p paths) choosePicture(use func(path string)) { use("/home/mountain.png") }
func (p paths) undoable(text string, undo func())   { p.add("undoable %s", text); undo() }

// lit starts a toolkit without a display, in our look.
func lit(t *testing.T) (*widget.Loader, *typeset.Fonts) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widget.NewTheme(widget.Look{Mode: widget.Light, LessMotion: true}))
	loader := widget.NewLoader()
	t.Cleanup(loader.Close)
	fonts, err := typeset.NewFonts(theme.DefaultTextFont().Content(), exporttest.FontIndex())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(fonts.Close)
	return loader, fonts
}

// show puts a screen into a window of a size.
func showAt(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(container.NewStack(o, widget.NewLayer()))
	w.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

// visibleObjects gives all that is shown below o, o first.
func visibleObjects(o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, visibleObjects(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, visibleObjects(child)...)
		}
	}
	return all
}

// placed gives all that is shown below o with its place. The toolkit for tests
// cannot tell places while there is a second window.
func placed(o fyne.CanvasObject) map[fyne.CanvasObject]fyne.Position {
	at := map[fyne.CanvasObject]fyne.Position{}
	var walk func(o fyne.CanvasObject, from fyne.Position)
	walk = func(o fyne.CanvasObject, from fyne.Position) {
		if o == nil || !o.Visible() {
			return
		}
		here := from.Add(o.Position())
		at[o] = here
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child, here)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child, here)
			}
		}
	}
	walk(o, fyne.Position{})
	return at
}

// press presses the button with these words.
func press(t *testing.T, o fyne.CanvasObject, words string) {
	t.Helper()
	for _, v := range visibleObjects(o) {
		if b, ok := v.(*widget.Button); ok && (b.Text() == words || b.Text() == "" && b.Help() == words) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button says %q", words)
}

// said gives every text that is shown.
func said(o fyne.CanvasObject) (texts []string) {
	for _, v := range visibleObjects(o) {
		if text, ok := v.(interface{ Text() string }); ok && text.Text() != "" {
			texts = append(texts, text.Text())
		}
	}
	return texts
}

package ui

import (
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"edusmart/core"
	"edusmart/core/library"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// screen is one of the window's screens. All of its methods are called on the
// toolkit's goroutine.
type screen interface {
	Object() fyne.CanvasObject
	Show()                     // it comes into sight
	Hide()                     // another takes its place
	Key(e *fyne.KeyEvent) bool // a key that nothing with the focus has used
	Update(e core.Event)
}

// navigator is what the screens ask of the window.
type navigator interface {
	back()
	openStory(id string)
	chooseDocument()
	openService()
	pickFolder(title, verb string, use func(dir string))
	saveFile(title, name string, use func(path string))
	openFolder(dir string)
	choosePicture(use func(path string))
	say(text string)
	undoable(text string, undo func())
	bare(on bool)                       // the screen takes the whole window, without the rail
	mainWindow() fyne.Window            // nil where there is none yet
	newWindow(title string) fyne.Window // nil where there can be none
}

// shell is the window: the rail, the screens, and what lies over them. It
// alone watches core.
type shell struct {
	core   *core.App
	app    fyne.App
	window fyne.Window

	library  *libraryScreen
	create   *deferred[*createScreen]
	story    *deferred[*storyScreen]
	activity *deferred[*activityScreen]
	settings *deferred[*settingsScreen]
	current  screen
	before   screen // where the settings or the activity were opened from; nil: nowhere

	rail  *rail
	stage *fyne.Container
	layer *widget.Layer
	toast *widget.Toast

	look     widget.Look
	message  int64        // the last one that was told
	open     string       // id of the open story
	document string       // path of the document on the create screen
	folder   string       // where a file was last chosen
	whole    bool         // the present screen takes the whole window
	drill    *drillDialog // nil: it is not shown
}

func newShell(c *core.App, a fyne.App, w fyne.Window, l *widget.Loader, fonts func() *typeset.Fonts) *shell {
	s := &shell{core: c, app: a, window: w, look: lookOf(c.Settings())}
	s.layer = widget.NewLayer()
	s.toast = widget.NewToast(s.layer)
	s.library = newLibraryScreen(c, s, l)
	s.create = newDeferred(func() *createScreen { return newCreateScreen(c, s) })
	s.story = newDeferred(func() *storyScreen { return newStoryScreen(c, s, l, fonts()) })
	s.activity = newDeferred(func() *activityScreen { return newActivityScreen(c, s) })
	s.settings = newDeferred(func() *settingsScreen {
		set := newSettingsScreen(c, c.Places())
		set.pickFolder, set.checkOffline = s.pickFolder, s.checkOffline
		return set
	})
	s.rail = newRail(s, l)
	s.stage = container.NewStack()
	least := func() fyne.Size { return fyne.NewSize(minWidth, minHeight) }
	place := func(size fyne.Size) {
		left := float32(railWidth)
		if s.whole {
			left = 0
		}
		visible(s.rail.object, !s.whole)
		put(s.rail.object, 0, 0, railWidth, size.Height)
		put(s.stage, left, 0, size.Width-left, size.Height)
		put(s.layer, 0, 0, size.Width, size.Height)
		s.toast.Place()
	}
	w.SetContent(container.New(&arrangement{place, least}, s.rail.object, s.stage, s.layer))
	w.SetOnDropped(func(_ fyne.Position, items []fyne.URI) { s.dropped(items) })
	w.Canvas().SetOnTypedKey(s.key)
	s.shortcuts()
	s.goTo(s.library)
	return s
}

// goTo shows a screen.
func (s *shell) goTo(next screen) {
	if s.current == next {
		return
	}
	if s.current != nil {
		s.current.Hide()
	}
	s.window.Canvas().Unfocus()
	s.leave(next)
	s.current = next
	s.stage.Objects = []fyne.CanvasObject{next.Object()}
	s.stage.Refresh()
	next.Show()
	s.rail.show()
}

// update shows one snapshot of core.
func (s *shell) update(e core.Event) {
	switch e := e.(type) {
	case core.SettingsState:
		s.setLook(lookOf(e.Settings))
	case core.Message:
		s.tell(e)
		return
	case core.DocumentState:
		if e.Stage == core.OpeningDocument && e.Path != s.document {
			s.goTo(s.create.get())
		}
	}
	s.library.Update(e)
	s.create.update(e)
	s.story.update(e)
	s.activity.update(e)
	s.settings.update(e)
	s.rail.update(e)
	switch e := e.(type) {
	case core.DocumentState:
		s.document = e.Path
	case core.DrillState:
		if s.drill != nil {
			s.drill.take(e)
		}
	}
}

// setLook changes colours and motion when the settings did.
func (s *shell) setLook(l widget.Look) {
	if l == s.look {
		return
	}
	s.look = l
	s.app.Settings().SetTheme(widget.NewTheme(l))
}

// tell shows a message once.
func (s *shell) tell(m core.Message) {
	if m.ID <= s.message {
		return
	}
	s.message = m.ID
	action, do := "", func() {}
	if m.Story != "" {
		action, do = "Open", func() { s.openStory(m.Story) }
	}
	s.toast.Say(m.Text, action, "", m.Bad, do)
}

// say shows a short sentence in passing.
func (s *shell) say(text string) { s.toast.Say(text, "", "", false, nil) }

// undoable says what was done and offers to take it back.
func (s *shell) undoable(text string, undo func()) { s.toast.Say(text, "Undo", "Ctrl Z", false, undo) }

// bare gives the present screen the whole window, or the rail its place back.
func (s *shell) bare(on bool) {
	if on == s.whole {
		return
	}
	s.whole = on
	s.window.Content().Refresh()
}

// mainWindow is the window that the screens are in.
func (s *shell) mainWindow() fyne.Window { return s.window }

// newWindow makes a second window.
func (s *shell) newWindow(title string) fyne.Window { return s.app.NewWindow(title) }

// openStory shows a story.
func (s *shell) openStory(id string) {
	s.open = id
	s.story.get().open(id)
	s.core.OpenStory(id)
	s.goTo(s.story.get())
}

// playStory shows a story and plays it.
func (s *shell) playStory(id string) {
	s.openStory(id)
	s.core.PlayStory(id)
}

// openService shows the settings of the service.
func (s *shell) openService() {
	s.goTo(s.settings.get())
	if first := s.settings.get().showService(); first != nil {
		s.window.Canvas().Focus(first)
	}
}

// saveUsage asks where to write the attempts of the month.
func (s *shell) saveUsage(name string) {
	s.pick("Save the attempts of this month", name+".csv", "Save", isTable, s.core.ExportUsage)
}

func (s *shell) newStory() { s.goTo(s.create.get()) }

func (s *shell) openSample() {
	s.goTo(s.create.get())
	s.core.OpenSample()
}

// chooseDocument lets the teacher choose a file.
func (s *shell) chooseDocument() { s.pick("Choose a document", "", "Choose", isDocument, s.take) }

// choosePicture lets the teacher choose a picture for a page.
func (s *shell) choosePicture(use func(path string)) {
	s.pick("Choose a picture", "", "Use it", isPicture, use)
}

func (s *shell) chooseStoryFile() {
	s.pick("Choose a story file", "", "Import", isStoryFile, s.take)
}

// saveStoryFile asks where to write a story as one file.
func (s *shell) saveStoryFile(id, title string) {
	s.pick("Save the story as one file", core.FileName(title)+"."+library.Ending, "Save", isStoryFile,
		func(path string) { s.core.Export(id, path) })
}

// saveFile asks where to write a file.
func (s *shell) saveFile(title, name string, use func(path string)) {
	ending := filepath.Ext(name)
	s.pick("Save: "+title, name, "Save", func(other string) bool { return strings.EqualFold(filepath.Ext(other), ending) }, use)
}

// openFolder shows a folder in the system's own program for files.
func (s *shell) openFolder(dir string) {
	if err := s.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}); err != nil {
		s.say("The files are in " + dir)
	}
}

// askTitle lets the teacher give a story another title.
func (s *shell) askTitle(id, title string) {
	field := widget.NewField("Title")
	field.SetText(title)
	rename := func() {
		if t := strings.TrimSpace(field.Text()); t != "" && t != title {
			s.core.Rename(id, t)
		}
	}
	var closes func()
	field.OnSubmitted = func(string) {
		closes()
		rename()
	}
	closes = widget.ShowDialog(s.stage, widget.Dialog{
		Title: "Rename the story", Content: field, First: field.Focus(),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Rename", Do: rename}},
	})
	field.SelectAll()
}

// key takes the keys that nothing with the focus has used.
func (s *shell) key(e *fyne.KeyEvent) {
	if s.current.Key(e) {
		return
	}
	switch e.Name {
	case fyne.KeyF11:
		s.window.SetFullScreen(!s.window.FullScreen())
	case fyne.KeyF1, fyne.KeySlash: // "?"; a story has keys of its own
		s.goTo(s.settings.get())
		s.settings.get().showKeys()
	case fyne.KeyEscape:
		if s.window.FullScreen() {
			s.window.SetFullScreen(false)
			return
		}
		s.back()
	}
}

// editingScreen is a screen on which things are changed.
type editingScreen interface {
	undo()
	redo()
	move(by int) // what has the keyboard, up or down
}

// undo takes back what the toast offers to, or else what was changed last on
// the screen.
func (s *shell) undo() {
	if s.toast.Act() {
		return
	}
	if e, ok := s.current.(editingScreen); ok {
		e.undo()
	}
}

func (s *shell) redo() {
	if e, ok := s.current.(editingScreen); ok {
		e.redo()
	}
}

// shortcuts adds the keys of the whole window.
func (s *shell) shortcuts() {
	add := func(key fyne.KeyName, do func()) {
		s.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(fyne.Shortcut) { do() })
	}
	add(fyne.KeyO, s.chooseDocument)
	add(fyne.KeyN, s.newStory)
	add(fyne.KeyF, func() {
		s.goTo(s.library)
		s.library.focusSearch()
	})
	s.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.undo() })
	s.window.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.redo() })
	s.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { s.redo() })
	for key, by := range map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1} {
		s.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) {
			if e, ok := s.current.(editingScreen); ok {
				e.move(by)
			}
		})
	}
	add(fyne.Key1, func() { s.goTo(s.library) })
	add(fyne.Key2, func() { s.goTo(s.create.get()) })
	add(fyne.Key3, func() {
		if s.open != "" {
			s.goTo(s.story.get())
		}
	})
	add(fyne.Key4, func() { s.goTo(s.activity.get()) })
	add(fyne.KeyComma, func() { s.goTo(s.settings.get()) })
}

// keepSize remembers how large the window is.
func (s *shell) keepSize() {
	if s.window.FullScreen() {
		return
	}
	size := s.window.Canvas().Size()
	s.core.Change(func(set *core.Settings) { set.Width, set.Height = int(size.Width), int(size.Height) })
}

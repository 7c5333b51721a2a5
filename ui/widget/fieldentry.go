package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// fieldEntry is Fyne's entry without its box, which Field draws itself.
type fieldEntry struct {
	widget.Entry
	field   *Field
	focused bool
	lines   *fieldLines // nil until it is shown
	typing  bool        // the word at the cursor is not finished
	pause   *time.Timer // after which it is
	shift   bool        // is held
	away    bool        // the keyboard is in the field's menu
}

// FocusGained implements fyne.Focusable.
func (e *fieldEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.field.Refresh()
	reveal(func(o fyne.CanvasObject) bool { return o == fyne.CanvasObject(e.field) })
}

// FocusLost implements fyne.Focusable.
func (e *fieldEntry) FocusLost() {
	e.focused, e.shift = false, false
	e.Entry.FocusLost()
	e.rests()
	e.field.Refresh()
	if e.field.OnLeft != nil && !e.away {
		e.field.OnLeft()
	}
}

// TypedKey implements fyne.Focusable.
func (e *fieldEntry) TypedKey(key *fyne.KeyEvent) {
	if e.field.sentence && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		e.OnSubmitted(e.Text)
		return
	}
	switch key.Name {
	case desktop.KeyMenu:
		e.keyMenu()
		return
	case fyne.KeyF10:
		if e.shift {
			e.keyMenu()
		}
		return
	case fyne.KeyBackspace, fyne.KeyDelete:
		defer e.types()()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		defer e.rests() // the cursor leaves the word
	}
	if key.Name != fyne.KeyEscape {
		e.Entry.TypedKey(key)
		return
	}
	if e.field.OnCancel != nil {
		e.field.OnCancel()
		return
	}
	PassKey(e, key)
}

// TypedRune implements fyne.Focusable.
func (e *fieldEntry) TypedRune(r rune) {
	defer e.types()()
	e.Entry.TypedRune(r)
}

// KeyDown implements desktop.Keyable.
func (e *fieldEntry) KeyDown(key *fyne.KeyEvent) {
	e.Entry.KeyDown(key)
	e.shift = e.shift || key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
}

// KeyUp implements desktop.Keyable.
func (e *fieldEntry) KeyUp(key *fyne.KeyEvent) {
	e.Entry.KeyUp(key)
	e.shift = e.shift && key.Name != desktop.KeyShiftLeft && key.Name != desktop.KeyShiftRight
}

// MouseDown implements desktop.Mouseable.
func (e *fieldEntry) MouseDown(m *desktop.MouseEvent) {
	e.Entry.MouseDown(m)
	e.rests()
}

// TypedShortcut implements fyne.Shortcutable: what is not about text belongs
// to the window.
func (e *fieldEntry) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if ok && (custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		e.OnSubmitted(e.Text)
		return
	}
	if ok && !editing[custom.KeyName] {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
		return
	}
	e.Entry.TypedShortcut(s)
}

// editing are the keys that edit text together with Ctrl or Alt.
var editing = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyUp: true, fyne.KeyDown: true,
}

// CreateRenderer implements fyne.Widget.
func (e *fieldEntry) CreateRenderer() fyne.WidgetRenderer {
	r := bareEntry{e.Entry.CreateRenderer(), e}
	if scroll, ok := r.Objects()[0].(*container.Scroll); ok {
		e.lines = newFieldLines(e, scroll)
	}
	return r
}

// bareEntry leaves out the first two objects of Fyne's entry: its ground and
// its border. Once the entry has wrapped its text anew, the lines under misspelt
// words follow.
type bareEntry struct {
	fyne.WidgetRenderer
	entry *fieldEntry
}

// Refresh implements fyne.WidgetRenderer.
func (r bareEntry) Refresh() {
	r.WidgetRenderer.Refresh()
	if r.entry.lines != nil {
		r.entry.lines.place()
	}
}

// Objects implements fyne.WidgetRenderer.
func (r bareEntry) Objects() []fyne.CanvasObject { return r.WidgetRenderer.Objects()[2:] }

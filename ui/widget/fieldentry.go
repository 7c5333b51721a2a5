package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// fieldEntry is Fyne's entry without its box, which Field draws itself.
type fieldEntry struct {
	widget.Entry
	field   *Field
	focused bool
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
	e.focused = false
	e.Entry.FocusLost()
	e.field.Refresh()
	if e.field.OnLeft != nil {
		e.field.OnLeft()
	}
}

// TypedKey implements fyne.Focusable.
func (e *fieldEntry) TypedKey(key *fyne.KeyEvent) {
	if e.field.sentence && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		e.OnSubmitted(e.Text)
		return
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
	return bareEntry{e.Entry.CreateRenderer()}
}

// bareEntry leaves out the first two objects of Fyne's entry: its ground and
// its border.
type bareEntry struct{ fyne.WidgetRenderer }

func (r bareEntry) Objects() []fyne.CanvasObject { return r.WidgetRenderer.Objects()[2:] }

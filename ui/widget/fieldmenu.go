package widget

import "fyne.io/fyne/v2"

// TappedSecondary implements fyne.SecondaryTappable: the field's menu, which
// begins with what may be meant by a misspelt word under the pointer.
func (e *fieldEntry) TappedSecondary(p *fyne.PointEvent) {
	var word *Misspelt
	if e.lines != nil {
		if w, ok := e.lines.wordAt(p.Position); ok {
			word = &w
		}
	}
	e.showMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(p.Position), word)
}

// keyMenu shows the menu where the cursor stands.
func (e *fieldEntry) keyMenu() {
	e.rests()
	var word *Misspelt
	at := e.field.Cursor()
	for i, w := range e.field.misspelt {
		if w.From <= at && at <= w.To {
			word = &e.field.misspelt[i]
		}
	}
	below := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(e.CursorPosition()).AddXY(0, sentenceLine)
	if e.lines != nil {
		below = below.Add(e.lines.scroll.Position()).Subtract(e.lines.scroll.Offset)
	}
	e.showMenu(below, word)
}

// showMenu shows what can be done with the text, and with a misspelt word.
func (e *fieldEntry) showMenu(at fyne.Position, word *Misspelt) {
	f := e.field
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	var items []MenuItem
	if word != nil && !e.Disabled() {
		meant := f.speller.Meant(word.Word)
		for _, m := range meant {
			items = append(items, MenuItem{Icon: IconCheck, Text: m, Action: func() { f.Replace(word.From, word.To, m) }})
		}
		if len(meant) == 0 {
			items = append(items, MenuItem{Text: "No word like “" + word.Word + "” is known", Disabled: true})
		}
		items = append(items, MenuItem{})
	}
	clipboard := fyne.CurrentApp().Clipboard()
	do := func(s fyne.Shortcut) func() { return func() { e.TypedShortcut(s) } }
	if !e.Disabled() && !e.Password {
		items = append(items,
			MenuItem{Text: "Undo", Shortcut: "Ctrl Z", Action: do(&fyne.ShortcutUndo{})},
			MenuItem{Text: "Redo", Shortcut: "Ctrl Y", Action: do(&fyne.ShortcutRedo{})}, MenuItem{},
			MenuItem{Text: "Cut", Shortcut: "Ctrl X", Action: do(&fyne.ShortcutCut{Clipboard: clipboard})})
	}
	if !e.Password {
		items = append(items, MenuItem{Text: "Copy", Shortcut: "Ctrl C", Action: do(&fyne.ShortcutCopy{Clipboard: clipboard})})
	}
	if !e.Disabled() {
		items = append(items, MenuItem{Text: "Paste", Shortcut: "Ctrl V", Action: do(&fyne.ShortcutPaste{Clipboard: clipboard})})
	}
	items = append(items, MenuItem{Text: "Select all", Shortcut: "Ctrl A", Action: do(&fyne.ShortcutSelectAll{})})
	if !e.Disabled() {
		c.Focus(e)
	}
	e.away = true
	showMenu(e, at, 210, items, func() { e.away = false })
}

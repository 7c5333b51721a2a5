package widget

import (
	"slices"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Misspelt is a word of a text that no dictionary knows.
type Misspelt struct {
	Word     string
	From, To int // bytes of the text
}

// Speller knows how the words of a language are written. It is asked with every
// key, on the toolkit's goroutine.
type Speller interface {
	// Misspelt gives the words of a text that are wrong, in its order.
	Misspelt(text string) []Misspelt
	// Meant gives what may be meant by one of them, the likeliest first.
	Meant(word string) []string
}

// typingPause is how long after a key the word that is being typed counts as
// finished.
const typingPause = 800 * time.Millisecond

// SetSpeller has the misspelt words underlined; what may be meant is offered in
// the field's menu. A word is looked at once it is finished: a blank follows, the
// cursor has left it, or nothing was typed for a moment.
func (f *Field) SetSpeller(s Speller) *Field {
	f.speller = s
	f.Spell()
	return f
}

// Misspelt gives the words that are underlined.
func (f *Field) Misspelt() []Misspelt { return f.misspelt }

// Spell looks at the text again, as where a dictionary has come since.
func (f *Field) Spell() {
	f.look()
	if f.entry.lines != nil {
		f.entry.lines.place()
	}
}

// look asks which words are misspelt.
func (f *Field) look() {
	if f.speller == nil {
		return
	}
	words := f.speller.Misspelt(f.entry.Text)
	if f.entry.typing {
		at := f.Cursor()
		words = slices.DeleteFunc(words, func(w Misspelt) bool { return w.From < at && at <= w.To })
	}
	other := !slices.Equal(words, f.misspelt)
	f.misspelt = words
	if other && f.OnSpelled != nil {
		f.OnSpelled()
	}
}

// Replace puts other words in the place of a part of the text, in bytes. Undo
// takes it back like what is pasted over a selection.
func (f *Field) Replace(from, to int, with string) {
	e, text := f.entry, f.entry.Text
	if from < 0 || to <= from || to > len(text) {
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // nothing is selected now
	e.putCursor(utf8.RuneCountInString(text[:from]))
	e.Entry.KeyDown(shift)
	e.putCursor(utf8.RuneCountInString(text[:to]) - 1)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	e.Entry.KeyUp(shift)
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(with)})
}

// pasted is a clipboard that holds one text.
type pasted string

// Content implements fyne.Clipboard.
func (p pasted) Content() string { return string(p) }

// SetContent implements fyne.Clipboard.
func (pasted) SetContent(string) {}

// types is called before a key that changes the text, and what it gives after
// it: the pause that ends a word begins when the key has done its work.
func (e *fieldEntry) types() (typed func()) {
	e.typing = e.field.speller != nil
	return func() {
		switch {
		case !e.typing:
		case e.pause == nil:
			e.pause = time.AfterFunc(typingPause, func() { fyne.Do(e.rests) })
		default:
			e.pause.Reset(typingPause)
		}
	}
}

// rests is called when what is being typed is finished.
func (e *fieldEntry) rests() {
	if !e.typing {
		return
	}
	if e.pause != nil {
		e.pause.Stop()
	}
	e.typing = false
	e.field.Spell()
}

// rowStarts gives where the rows of the text begin as it is wrapped, in runes.
// There is no other way to ask an entry for that than to put its cursor there.
func (e *fieldEntry) rowStarts() []int {
	row, column := e.CursorRow, e.CursorColumn
	defer func() { e.CursorRow, e.CursorColumn = row, column }()
	starts := []int{0}
	for {
		e.CursorRow, e.CursorColumn = len(starts), 0
		start := e.CursorTextOffset()
		if start == 0 { // behind the last row
			return starts
		}
		starts = append(starts, start)
	}
}

// offsetAt gives where the letters of a row that begin at a column are drawn,
// from the corner of the text.
func (e *fieldEntry) offsetAt(row, column int) fyne.Position {
	wasRow, wasColumn := e.CursorRow, e.CursorColumn
	defer func() { e.CursorRow, e.CursorColumn = wasRow, wasColumn }()
	e.CursorRow, e.CursorColumn = row, column
	return e.CursorPosition()
}

// putCursor puts the cursor before a rune of the text.
func (e *fieldEntry) putCursor(to int) {
	starts := e.rowStarts()
	e.CursorRow = rowOf(starts, to)
	e.CursorColumn = to - starts[e.CursorRow]
}

// rowOf gives the row that a rune stands in.
func rowOf(starts []int, at int) int {
	row, found := slices.BinarySearch(starts, at)
	if !found {
		row--
	}
	return row
}

package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// openMenu shows a menu of lines in a window.
func openMenu(t *testing.T, lines ...string) *menu {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(Color(Canvas)))
	w.Resize(fyne.NewSize(800, 640))
	var items []MenuItem
	for _, l := range lines {
		items = append(items, MenuItem{Text: l})
	}
	ShowMenu(w.Content(), fyne.NewPos(20, 20), 200, items...)
	return menuOf(t, w.Canvas())
}

func TestLettersTypedInAMenuGoToTheLineThatBeginsWithThem(t *testing.T) {
	m := openMenu(t, "English", "Haitian", "Hebrew", "Hindi", "Icelandic", "Italian")
	for _, c := range []struct{ typed, want string }{{"hi", "Hindi"}, {"ITA", "Italian"}, {"h", "Haitian"}, {"hhh", "Hindi"}, {"hx", "Haitian"}} {
		m.current, m.typed = 0, ""
		for _, r := range c.typed {
			m.TypedRune(r)
		}
		if got := m.items[m.current].Text; got != c.want {
			t.Errorf("%q leads to %s, want %s", c.typed, got, c.want)
		}
	}
}

func TestAMenuOfCommandsIsShownWholeAndALongListSaysThatItGoesOn(t *testing.T) {
	commands := make([]string, 12)
	list := make([]string, 100)
	for i := range list {
		list[i] = "Line"
	}
	for i := range commands {
		commands[i] = "Command"
	}
	m := openMenu(t, commands...)
	if end := m.rowTop(len(m.items)); end > m.Size().Height {
		t.Errorf("of %v px of commands %v px are in sight", end, m.Size().Height)
	}
	r := test.WidgetRenderer(m).(*menuRenderer)
	if r.thumb.Visible() {
		t.Error("a menu in whole shows a mark of scrolling")
	}
	m = openMenu(t, list...)
	r = test.WidgetRenderer(m).(*menuRenderer)
	if !r.thumb.Visible() || m.Size().Height > 12*menuRow {
		t.Errorf("of 100 lines %v px are in sight, and the mark of scrolling is shown: %v", m.Size().Height, r.thumb.Visible())
	}
	before := r.thumb.Position().Y
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if m.current < 12 || m.top == 0 || r.thumb.Position().Y <= before {
		t.Errorf("after two pages line %d is lit, the list begins at %v and the mark at %v", m.current, m.top, r.thumb.Position().Y)
	}
}

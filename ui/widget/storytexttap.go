package widget

import (
	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped tells OnTappedWord what was tapped.
func (t *StoryText) Tapped(e *fyne.PointEvent) {
	if side, hit, ok := t.hit(e.Position); ok && t.OnTappedWord != nil {
		t.OnTappedWord(side, hit.Sentence, hit.Word)
	}
}

func (t *StoryText) hit(at fyne.Position) (typeset.Side, typeset.Hit, bool) {
	t.lay()
	if t.lines == nil {
		return typeset.First, typeset.Hit{}, false
	}
	return t.lines.hit(at.X, at.Y-t.offset())
}

// MouseIn is part of desktop.Hoverable.
func (t *StoryText) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved is part of desktop.Hoverable.
func (t *StoryText) MouseMoved(e *desktop.MouseEvent) { _, _, t.over = t.hit(e.Position) }

// MouseOut is part of desktop.Hoverable.
func (t *StoryText) MouseOut() { t.over = false }

// Cursor is a hand over words that do something.
func (t *StoryText) Cursor() desktop.Cursor {
	if t.over && t.OnTappedWord != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

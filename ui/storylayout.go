package ui

import (
	"fyne.io/fyne/v2"

	"edusmart/ui/widget"
)

// storyLayout arranges the story screen: the page stretches, the board keeps
// its width, the filmstrip lies at the bottom.
type storyLayout struct{ s *storyScreen }

const (
	storySide    = 24
	storyHead    = 64
	storyTop     = 96 // where the cards begin
	storyWide    = 396
	storySlim    = 340
	storyColumns = 20 // between the page and the board
	stripEnd     = 12 // below the filmstrip
	stripPad     = 5  // inside the filmstrip, for the frame of its current page
)

// MinSize is for Fyne.
func (l *storyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(900, 600) }

// Layout is for Fyne.
func (l *storyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s, narrow := l.s, size.Width < narrowBelow
	inner := size.Width - 2*storySide
	s.header.setNarrow(narrow)
	put(s.header.object, 0, 0, size.Width, storyHead)
	for _, o := range []fyne.CanvasObject{s.quiz.object, s.room.object, s.review.object, s.handOut.object} {
		put(o, 0, storyHead, size.Width, size.Height-storyHead)
	}
	put(s.lesson.main.object, 0, 0, size.Width, size.Height)

	right := float32(storyWide)
	if narrow {
		right = storySlim
	}
	s.board.setDense(narrow)
	s.strip.SetNarrow(narrow)
	strip := s.strip.MinSize().Height
	stripTop := size.Height - stripEnd - strip
	put(s.strip, storySide-stripPad, stripTop, inner+2*stripPad, strip)
	put(s.progress.object, storySide, storyHead, inner, 20)

	page := inner - right - storyColumns
	frames := stripTop + stripPad
	control := frames - 69
	put(s.control, storySide, control, page, 46)
	top := float32(storyTop)
	for _, n := range []*widget.Notice{s.rest, s.silent} {
		if n.Visible() {
			h := n.HeightFor(inner)
			put(n, storySide, top, inner, h)
			top += h + 12
		}
	}
	put(s.stage.object, storySide, top, page, control-15-top)
	put(s.board.object, storySide+page+storyColumns, top, right, frames-16-top)
}

package ui

import "fyne.io/fyne/v2"

// narrowBelow is the width of a screen (the window without the rail) under
// which the small arrangement is used: 1200 less the rail's 84.
const narrowBelow = 1116

// createLayout arranges the create screen: the pages stretch, the choices
// keep their width, the bar stays at the bottom.
type createLayout struct{ s *createScreen }

const (
	createBarHeight  = 76
	createTop        = 78 // where the cards begin
	createWide       = 396
	createSlim       = 340
	createColumnsGap = 24
)

// MinSize is for Fyne.
func (l *createLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(900, 600) }

// Layout is for Fyne.
func (l *createLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s, side, right := l.s, float32(32), float32(createWide)
	if size.Width < narrowBelow {
		side, right = 24, createSlim
	}
	inner := size.Width - 2*side
	if !s.choosing() {
		put(s.title, side, 22, inner, 32)
		for _, zone := range []fyne.CanvasObject{s.drop.zone, s.opening.zone, s.failed.zone, s.scanned.zone} {
			put(zone, side, 72, inner, size.Height-72-32)
		}
		return
	}
	put(s.title, side, 26, inner-140, 32)
	restart := s.restart.MinSize()
	put(s.restart, side+inner-restart.Width, 22, restart.Width, restart.Height)
	body := size.Height - createBarHeight - createTop - 18
	if s.private.Visible() {
		h := s.private.HeightFor(inner)
		body -= h + 12
		put(s.private, side, createTop+body+12, inner, h)
	}
	put(s.pages.object, side, createTop, inner-right-createColumnsGap, body)
	put(s.choices.object, side+inner-right-choicesPad, createTop-choicesPad, right+2*choicesPad, body+choicesPad)
	s.bar.side = side
	put(s.bar.object, 0, size.Height-createBarHeight, size.Width, createBarHeight)
}

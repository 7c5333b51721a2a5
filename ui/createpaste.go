package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"edusmart/ui/widget"
)

const (
	// maxPasted is the longest clipboard, in bytes, that is filled in by
	// itself: far above a lesson, far below what would make the field slow.
	maxPasted = 200_000
	// leastPasted is the least text, in letters, of which a story can be made.
	leastPasted = 40
)

// pasteText asks for the text of a lesson. What the clipboard holds is filled
// in, so that a teacher who has copied it presses one button more.
func (s *createScreen) pasteText() {
	area := widget.NewArea("Paste or type the text of your lesson here", 12)
	if text := strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()); len(text) >= leastPasted && len(text) <= maxPasted {
		area.SetText(text)
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: "Paste the text of a lesson", Width: 640, Content: area, First: area.Focus(),
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Cancel"},
			{Kind: widget.Primary, Text: "Use this text", Do: func() { s.useText(area.Text()) }},
		},
	})
}

// useText makes pasted text the document.
func (s *createScreen) useText(text string) {
	if text = strings.TrimSpace(text); len([]rune(text)) < leastPasted {
		s.nav.say("That is too little text for a story. Paste a few sentences.")
		return
	}
	s.commands.OpenText(text)
}

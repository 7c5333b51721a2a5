package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// createBar is the bar at the bottom of the create screen: what the making
// takes, and the button that starts it.
type createBar struct {
	screen *createScreen
	object *fyne.Container
	side   float32 // padding left and right

	rule  *widget.Rule
	takes *widget.Text
	line  *widget.Text
	make  *widget.Button
}

func newCreateBar(s *createScreen) *createBar {
	b := &createBar{screen: s, side: 32, rule: widget.NewRule()}
	b.takes = widget.NewText(widget.Strong, "").Truncate()
	b.line = widget.NewText(widget.SmallText, "").Truncate()
	b.line.SetToken(widget.Ink2)
	b.make = widget.NewButton(widget.Primary, "", "Make the story", s.make)
	b.make.SetSize(widget.Large)
	b.object = container.New(&arrangement{place: b.place}, b.rule, b.takes, b.line, b.make)
	return b
}

func (b *createBar) place(size fyne.Size) {
	put(b.rule, 0, 0, size.Width, 1)
	button := b.make.MinSize()
	text := size.Width - 2*b.side - button.Width - 24
	put(b.takes, b.side, 20, text, 20)
	put(b.line, b.side, 41, text, 18)
	put(b.make, size.Width-b.side-button.Width, (size.Height-button.Height)/2, button.Width, button.Height)
}

func (b *createBar) update() {
	s := b.screen
	info := s.document.Info
	if info == nil {
		return
	}
	b.takes.SetText(estimateWords(s.settings.Settings.Pages, s.to-s.from+1))
	line, ok := "Press Return to begin.", s.pages.valid()
	switch {
	case !ok:
		line = "Choose pages of the document first."
	case wordsOn(info, s.from, s.to) == 0:
		line = "These pages have no words. Choose others."
		ok = false
	}
	b.line.SetText(line)
	if ok {
		b.make.Enable()
	} else {
		b.make.Disable()
	}
}

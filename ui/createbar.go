package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/story"
	"edusmart/core/usage"
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
	raise *widget.Button // the way on where the cap is in the way
	make  *widget.Button
}

func newCreateBar(s *createScreen) *createBar {
	b := &createBar{screen: s, side: 32, rule: widget.NewRule()}
	b.takes = widget.NewText(widget.Strong, "").Truncate()
	b.line = widget.NewText(widget.SmallText, "").Truncate()
	b.line.SetToken(widget.Ink2)
	b.make = widget.NewButton(widget.Primary, "", "Make the story", s.make)
	b.make.SetSize(widget.Large)
	b.raise = widget.NewButton(widget.QuietInk, "", "Change the cap", s.nav.openService).SetSize(widget.Small)
	b.raise.Hide()
	b.object = container.New(&arrangement{place: b.place}, b.rule, b.takes, b.line, b.raise, b.make)
	return b
}

func (b *createBar) place(size fyne.Size) {
	put(b.rule, 0, 0, size.Width, 1)
	button := b.make.MinSize()
	text := size.Width - 2*b.side - button.Width - 24
	put(b.takes, b.side, 20, text, 20)
	line := text
	if b.raise.Visible() {
		way := b.raise.MinSize()
		line = min(b.line.Width(), text-way.Width-4)
		put(b.raise, b.side+line+4, 34, way.Width, way.Height)
	}
	put(b.line, b.side, 41, line, 18)
	put(b.make, size.Width-b.side-button.Width, (size.Height-button.Height)/2, button.Width, button.Height)
}

func (b *createBar) update() {
	s := b.screen
	info := s.document.Info
	if info == nil || !s.choosing() {
		return
	}
	over := b.showCost()
	why := s.obstacle()
	over = over && why == ""
	if why != "" {
		b.line.SetText(why)
	}
	b.line.SetToken(widget.Ink2)
	if over {
		b.line.SetToken(widget.Amber)
	}
	visible(b.raise, over)
	able(b.make, why == "")
	b.object.Refresh()
}

// obstacle says in one sentence why no story can be made yet; "" where one
// can.
func (s *createScreen) obstacle() string {
	switch {
	case !s.choosing():
		return "Choose a document first."
	case !s.pages.valid():
		return "Choose pages of the document first."
	case s.wordsChosen() == 0:
		return "These pages have no words. Choose others."
	case s.document.Scanned && s.maker(story.Text) != story.Gemini:
		return "This computer cannot read photographs. Have the text made by Gemini."
	case s.guarded():
		return "Say first whether this document may leave this computer."
	}
	return ""
}

// showCost says what the story costs and takes, and reports whether that may
// pass the month's cap.
func (b *createBar) showCost() (over bool) {
	s := b.screen
	if !s.leaves() {
		b.takes.SetText(freeWords(s.settings.Settings.Pages, s.to-s.from+1))
		b.line.SetText("Everything is made on this computer.")
		return false
	}
	e := s.estimate(s.options())
	b.takes.SetText(costWords(e))
	b.line.SetText(spentWords(e.SpentMonth, e.Cap))
	if words := capWords(e); words != "" {
		b.line.SetText(words)
		return true
	}
	return false
}

// scannedPage is how many words a photographed page is taken to hold.
const scannedPage = 250

// wordsChosen counts the words of the chosen pages.
func (s *createScreen) wordsChosen() int {
	if s.document.Scanned {
		return scannedPage * (s.to - s.from + 1)
	}
	return wordsOn(s.document.Info, s.from, s.to)
}

// estimate says what the chosen pages cost and take as a story.
func (s *createScreen) estimate(o story.Options) usage.Estimate {
	if s.document.Scanned {
		return s.commands.Estimate(o, 0, s.to-s.from+1)
	}
	return s.commands.Estimate(o, s.wordsChosen(), 0)
}

// readingAlone is a story of which only the text is asked of the service.
func (s *createScreen) readingAlone() story.Options {
	o := s.options()
	o.Writer, o.Illustrator, o.Narrator = story.Gemini, story.Device, story.Device
	return o
}

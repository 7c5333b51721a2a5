package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// createDrop is the screen before there is a document.
type createDrop struct {
	zone   *widget.DropZone
	choose *widget.Button
}

func newCreateDrop(s *createScreen) *createDrop {
	d := &createDrop{}
	headline := widget.NewText(widget.ScreenTitle, "Drop a document anywhere")
	kinds := widget.NewText(widget.Lead, "PDF, Word, PowerPoint, e-book or text")
	kinds.SetToken(widget.Ink2)
	d.choose = widget.NewButton(widget.Primary, "", "Choose a document", s.nav.chooseDocument)
	d.choose.SetSize(widget.Large)
	or := widget.NewText(widget.SmallText, "or press")
	or.SetToken(widget.Ink2)
	keys := row(8, or, widget.NewKeycap("Ctrl"), widget.NewKeycap("O"))
	paste := widget.NewButton(widget.Quiet, "", "Paste text", s.pasteText)
	sample := widget.NewButton(widget.Quiet, "", "Try the sample lesson", s.commands.OpenSample)
	d.zone = widget.NewDropZone(column(0, 0,
		centred(headline), space(9), centred(kinds), space(22), centred(d.choose),
		space(14), centred(keys), space(18), centred(row(8, paste, sample))))
	return d
}

// createOpening is the screen while a document is read.
type createOpening struct {
	screen *createScreen
	zone   *widget.DropZone
	name   *widget.Text
	stage  *widget.Text
	arc    *widget.Spinner
}

func newCreateOpening(s *createScreen) *createOpening {
	o := &createOpening{
		screen: s, name: widget.NewText(widget.Title, "").Truncate(), stage: widget.NewText(widget.Body, ""),
		arc: widget.NewSpinner(),
	}
	o.name.Align(fyne.TextAlignCenter)
	o.stage.SetToken(widget.Ink2)
	cancel := widget.NewButton(widget.Plain, "", "Cancel", s.startOver)
	o.zone = widget.NewDropZone(column(0, 0,
		fixedWidth(620, o.name), space(8), centred(row(10, o.arc, o.stage)), space(22), centred(cancel)))
	return o
}

func (o *createOpening) update() {
	d := o.screen.document
	name := d.Name
	if name == "" {
		name = "Your document"
	}
	o.name.SetText(name)
	stage := "Looking through its pages"
	if d.Size > 0 {
		stage += ", " + sizeWords(d.Size)
	}
	o.stage.SetText(stage)
	visible(o.arc, o.zone.Visible())
	o.zone.Refresh()
}

// createFailed is the screen when a document cannot be used.
type createFailed struct {
	screen *createScreen
	zone   *widget.DropZone
	name   *widget.Text
	why    *widget.Text
	back   *widget.Button // to the document before
	ways   *fyne.Container
	alone  []fyne.CanvasObject // the ways where there was none
	beside []fyne.CanvasObject // the ways beside back
}

func newCreateFailed(s *createScreen) *createFailed {
	f := &createFailed{screen: s, name: widget.NewText(widget.Title, "").Truncate(), why: widget.NewText(widget.Body, "")}
	f.why.SetToken(widget.Ink2)
	f.why.Wrap(4)
	cross := widget.NewIconView(widget.MarkFailed, widget.Red, 26)
	other := widget.NewButton(widget.Primary, "", "Choose another file", s.nav.chooseDocument)
	paste := widget.NewButton(widget.Plain, "", "Paste text", s.pasteText)
	sample := widget.NewButton(widget.Quiet, "", "Try the sample lesson", s.commands.OpenSample)
	f.back = widget.NewButton(widget.Primary, "", "", s.goBack)
	second := widget.NewButton(widget.Plain, "", "Choose another file", s.nav.chooseDocument)
	f.alone = []fyne.CanvasObject{other, paste, sample}
	f.beside = []fyne.CanvasObject{f.back, second}
	f.ways = row(10, f.alone...)
	words := column(520, 0, fixedWidth(520, f.name), space(6), f.why, space(20), f.ways)
	place := func(size fyne.Size) {
		put(cross, 0, 0, 26, 26)
		put(words, 42, 0, size.Width-42, size.Height)
	}
	least := func() fyne.Size { return words.MinSize().AddWidthHeight(42, 0) }
	f.zone = widget.NewDropZone(container.New(&arrangement{place, least}, cross, words))
	return f
}

func (f *createFailed) update() {
	d := f.screen.document
	name := "This document cannot be used"
	if d.Name != "" {
		name = d.Name + " cannot be used"
	}
	f.name.SetText(name)
	f.why.SetText(d.Err)
	ways := f.alone
	if before := f.screen.usable; before.Stage == core.DocumentReady {
		f.back.SetText("Back to " + shortName(before.Name))
		ways = f.beside
	}
	*f.ways = *row(10, ways...)
	f.zone.Refresh()
}

// shortName keeps the beginning of a long file name.
func shortName(name string) string {
	const most = 28
	if r := []rune(name); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return name
}

// createScanned is the screen when the pages of a document are photographs.
type createScanned struct {
	screen  *createScreen
	zone    *widget.DropZone
	name    *widget.Text
	why     *widget.Text
	read    *widget.Button
	other   *widget.Button
	key     *widget.Button
	buttons *fyne.Container
}

func newCreateScanned(s *createScreen) *createScanned {
	c := &createScanned{screen: s, name: widget.NewText(widget.Title, "").Truncate(), why: widget.NewText(widget.Body, "")}
	c.why.SetToken(widget.Ink2)
	c.why.Wrap(4)
	cross := widget.NewIconView(widget.MarkFailed, widget.Red, 26)
	c.read = widget.NewButton(widget.Primary, "", "Read the photographs", s.readPhotographs)
	c.other = widget.NewButton(widget.Plain, "", "Choose another file", s.nav.chooseDocument)
	c.key = widget.NewButton(widget.Quiet, "", "Add a key", s.nav.openService)
	c.buttons = row(10, c.other)
	words := column(560, 0, fixedWidth(560, c.name), space(6), c.why, space(20), c.buttons)
	place := func(size fyne.Size) {
		put(cross, 0, 0, 26, 26)
		put(words, 42, 0, size.Width-42, size.Height)
	}
	least := func() fyne.Size { return words.MinSize().AddWidthHeight(42, 0) }
	c.zone = widget.NewDropZone(container.New(&arrangement{place, least}, cross, words))
	return c
}

func (c *createScanned) update() {
	s := c.screen
	if !c.zone.Visible() {
		return
	}
	c.name.SetText(scannedTitle(s.document))
	cost := s.estimate(s.readingAlone())
	c.why.SetText(scannedWords(s.document, s.service, cost.High))
	ways := []fyne.CanvasObject{c.read, c.other}
	switch {
	case s.service.Only:
		ways = []fyne.CanvasObject{c.other}
	case !s.service.Key.Set:
		ways = []fyne.CanvasObject{c.other, c.key}
	}
	fresh := row(10, ways...)
	c.buttons.Objects, c.buttons.Layout = fresh.Objects, fresh.Layout
	c.buttons.Refresh()
	c.zone.Refresh()
}

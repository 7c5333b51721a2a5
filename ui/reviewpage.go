package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewPageCard is the picture of the page with the ways to another one, and
// the question that the voice stops for.
type reviewPageCard struct {
	review *storyReview
	object *fyne.Container

	picture *widget.Picture
	name    *widget.Text
	line    *widget.Text // what the picture shows, or what is being made
	draw    *widget.Button
	figure  *widget.Button
	more    *widget.Button
	stop    *widget.Button // ends what is being made
	asks    *widget.Text
	ask     *renamePad
	words   *widget.Text
	page    string
}

const (
	pageCardTall = 112
	pageCardWide = 150
)

func newReviewPageCard(r *storyReview) *reviewPageCard {
	c := &reviewPageCard{review: r}
	c.picture = widget.NewPicture(r.screen.loader, widget.Round(12), sunken)
	c.name = widget.NewText(widget.SmallStrong, "Picture")
	c.line = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	c.draw = widget.NewButton(widget.Quiet, "", "Draw again", c.drawAgain).SetSize(widget.Small)
	c.figure = widget.NewButton(widget.Quiet, "", "Use figure", c.useFigure).SetSize(widget.Small)
	c.more = widget.NewButton(widget.Quiet, "", "More", c.menu).SetSize(widget.Small)
	c.stop = widget.NewButton(widget.Quiet, "", "Stop", func() {
		r.screen.commands.StopWork(r.screen.id, c.page, story.Picture)
	}).SetSize(widget.Small)
	c.asks = widget.NewText(widget.SmallStrong, "Question to stop at")
	c.words = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	c.ask = newRenamePad(func() { r.aside.show(asideNotes) })
	c.object = container.New(&arrangement{place: c.place}, c.picture, c.name, c.line, c.draw, c.figure, c.more, c.stop, c.ask, c.asks, c.words)
	return c
}

func (c *reviewPageCard) height() float32 { return pageCardTall }

func (c *reviewPageCard) place(size fyne.Size) {
	put(c.picture, 28, 6, pageCardWide, 94)
	left := float32(28 + pageCardWide + 16)
	m := c.name.MinSize()
	put(c.name, left, 4, m.Width, 18)
	put(c.line, left+m.Width+10, 4, size.Width-left-m.Width-34, 18)
	x := left - 8
	for _, b := range []*widget.Button{c.draw, c.figure, c.stop, c.more} {
		if b.Visible() {
			m := b.MinSize()
			put(b, x, 24, m.Width, 32)
			x += m.Width + 4
		}
	}
	put(c.ask, left-8, 58, size.Width-left-8, 44)
	put(c.asks, left, 61, size.Width-left-24, 18)
	put(c.words, left, 80, size.Width-left-24, 18)
}

// update shows the page's picture and question.
func (c *reviewPageCard) update(p *story.Page) {
	s := c.review.screen
	c.page = p.ID
	c.picture.SetFile(s.file(p.Picture), p.Fit == story.Whole)
	work := workOf(s.state, p.ID, story.Picture)
	c.line.SetText(p.Alt)
	if work != nil {
		words := workWords(work)
		c.line.SetText(strings.ToUpper(words[:1]) + words[1:])
	} else if p.Picture == "" {
		c.line.SetText(p.Parts.Picture.Reason)
	}
	visible(c.stop, work != nil)
	visible(c.draw, work == nil)
	visible(c.figure, work == nil && c.nearFigure() != nil)
	if f := c.nearFigure(); f != nil {
		c.figure.SetText(fmt.Sprintf("Use the figure of p. %d", f.Page))
	}
	c.words.SetText("None. Plan one with the menu of a sentence.")
	if len(p.Stops) > 0 {
		c.words.SetText(p.Stops[0].Question)
		if n := len(p.Stops) - 1; n > 0 {
			c.words.SetText(fmt.Sprintf("%s (and %d more)", p.Stops[0].Question, n))
		}
	}
	c.object.Refresh()
}

// nearFigure is the figure of the document that belongs to the page; nil:
// there is none, or the page has it.
func (c *reviewPageCard) nearFigure() *core.FigureInfo {
	s := c.review.screen
	p := s.current()
	if s.figures.Page != c.page || len(s.figures.Figures) == 0 || p == nil || p.Parts.Picture.Source == "document" {
		return nil
	}
	f := &s.figures.Figures[0]
	for _, sentence := range p.Sentences {
		if d := sentence.SourcePage - f.Page; sentence.SourcePage > 0 && d >= -1 && d <= 1 {
			return f
		}
	}
	return nil
}

func (c *reviewPageCard) useFigure() {
	if f := c.nearFigure(); f != nil {
		c.review.screen.commands.UseFigure(c.review.screen.id, c.page, f.Index)
	}
}

// drawAgain asks what the picture is to show, and has it drawn.
func (c *reviewPageCard) drawAgain() {
	s := c.review.screen
	p := s.current()
	if p == nil {
		return
	}
	id, page, before := s.id, p.ID, p.Prompt
	field := widget.NewArea("What the picture is to show, in a sentence or two", 5).SetSpeller(speller{s, true})
	field.SetText(p.Prompt)
	if p.Prompt == "" {
		field.SetText(p.Alt)
	}
	draw := func() { s.commands.DrawAgain(id, page, strings.TrimSpace(field.Text())) }
	keep := func() {
		if text := strings.TrimSpace(field.Text()); text != before {
			c.review.edit(editing.SetPrompt{Page: page, Prompt: text})
		}
	}
	widget.ShowDialog(c.object, widget.Dialog{
		Title: "Draw the picture again", Width: 560, First: field.Focus(), Text: c.drawWords(), Content: field,
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Cancel"},
			{Kind: widget.Plain, Text: "Only keep the words", Do: keep},
			{Kind: widget.Primary, Text: "Draw it", Do: draw},
		},
	})
}

// drawWords says who draws, and what becomes of the picture.
func (c *reviewPageCard) drawWords() string {
	s := c.review.screen
	who := "This computer draws it, free."
	if s.state.Story.Options.Illustrator != story.Device && s.service.Ready() {
		who = "Gemini draws it" + pictureCost(s.commands.PictureCost()) + "."
	}
	return who + " The picture of now is kept to go back to."
}

func pictureCost(usd float64) string {
	if usd <= 0 {
		return ""
	}
	return fmt.Sprintf(", about $%.2f", max(usd, 0.01))
}

// menu offers the other ways to a picture.
func (c *reviewPageCard) menu() {
	s := c.review.screen
	p := s.current()
	if p == nil {
		return
	}
	id, page := s.id, p.ID
	items := []widget.MenuItem{
		{Icon: widget.IconFolder, Text: "Choose a picture file", Action: func() {
			s.nav.choosePicture(func(path string) { s.commands.UsePicture(id, page, path) })
		}},
		{Icon: widget.IconClipboard, Text: "Paste a picture", Shortcut: "Ctrl V", Action: func() { s.pastePicture() }},
		{Icon: widget.IconImage, Text: "A figure of the document", Disabled: len(s.figures.Figures) == 0, Action: c.figures},
		{Icon: widget.IconUndo, Text: "An earlier picture", Disabled: len(p.Earlier) == 0, Action: c.earlier},
		{},
		{Icon: widget.IconText, Text: "Change what it shows in words", Action: c.editAlt},
	}
	widget.ShowMenu(c.more, widget.BelowOf(c.more), 250, items...)
}

// pastePicture takes a picture from the clipboard.
func (s *storyScreen) pastePicture() {
	if p := s.current(); p != nil {
		s.commands.PastePicture(s.id, p.ID, fyne.CurrentApp().Clipboard().Content())
	}
}

// editAlt asks what the picture shows, for those who cannot see it.
func (c *reviewPageCard) editAlt() {
	p := c.review.screen.current()
	if p == nil {
		return
	}
	page := p.ID
	c.review.ask("What the picture shows", "For those who cannot see it", p.Alt, "Save", speller{screen: c.review.screen}, func(text string) {
		c.review.edit(editing.SetAlt{Page: page, Alt: text})
	})
}

// earlier shows the pictures that the page had before.
func (c *reviewPageCard) earlier() {
	s := c.review.screen
	p := s.current()
	if p == nil {
		return
	}
	page := p.ID
	var tiles []pictureTile
	for i, e := range p.Earlier {
		tiles = append(tiles, pictureTile{file: s.file(e.Picture), whole: e.Fit == story.Whole, text: e.Alt, use: func() {
			c.review.edit(editing.EarlierPicture{Page: page, At: i})
		}})
	}
	c.choose("Go back to an earlier picture", tiles)
}

// figures shows the figures of the document.
func (c *reviewPageCard) figures() {
	s := c.review.screen
	id, page := s.id, c.page
	var tiles []pictureTile
	for _, f := range s.figures.Figures {
		text := fmt.Sprintf("p. %d", f.Page)
		if f.Caption != "" {
			text += " · " + f.Caption
		}
		tiles = append(tiles, pictureTile{file: f.File, whole: true, text: text, use: func() { s.commands.UseFigure(id, page, f.Index) }})
	}
	c.choose("Use a figure of the document", tiles)
}

// pictureTile is a picture that can be chosen.
type pictureTile struct {
	file  string
	whole bool
	text  string
	use   func()
}

// choose lets the teacher choose one of some pictures.
func (c *reviewPageCard) choose(title string, tiles []pictureTile) {
	const wide, high, gap, columns = 150, 128, 12, 4
	var closes func()
	var objects []fyne.CanvasObject
	for _, t := range tiles {
		picture := widget.NewPicture(c.review.screen.loader, widget.Round(10), sunken)
		picture.SetFile(t.file, t.whole)
		text := widget.NewText(widget.Caption, t.text).SetToken(widget.Ink2).Truncate()
		press := newRenamePad(func() { closes(); t.use() })
		objects = append(objects, container.New(&arrangement{place: func(size fyne.Size) {
			put(press, 0, 0, size.Width, size.Height)
			put(picture, 5, 5, size.Width-10, 96)
			put(text, 6, 106, size.Width-12, 16)
		}}, press, picture, text))
	}
	rows := (len(tiles) + columns - 1) / columns
	grid := container.New(&arrangement{
		place: func(fyne.Size) {
			for i, o := range objects {
				put(o, float32(i%columns)*(wide+gap), float32(i/columns)*(high+gap), wide, high)
			}
		},
		least: func() fyne.Size { return fyne.NewSize(columns*(wide+gap), float32(rows)*(high+gap)) },
	}, objects...)
	scroll := container.NewVScroll(grid)
	scroll.SetMinSize(fyne.NewSize(columns*(wide+gap), min(float32(rows), 3)*(high+gap)))
	closes = widget.ShowDialog(c.object, widget.Dialog{
		Title: title, Width: columns*(wide+gap) + 50, Content: scroll,
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}},
	})
}

// pictureEndings are the files that a page takes as its picture.
var pictureEndings = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"}

// isPicture reports whether a file of this name is a picture.
func isPicture(name string) bool {
	return slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(name)))
}

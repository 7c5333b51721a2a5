package ui

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core"
	"edusmart/ui/widget"
)

// place puts objects into a container without a layout of Fyne's.
type placing func(objects []fyne.CanvasObject, size fyne.Size)

// Layout implements fyne.Layout.
func (p placing) Layout(objects []fyne.CanvasObject, size fyne.Size) { p(objects, size) }

// MinSize implements fyne.Layout: the screen says how large its parts are.
func (p placing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// libraryHead is the title, the search and the way to a new story.
type libraryHead struct {
	title, count *widget.Text
	search       *widget.Field
	add, take    *widget.Button
	object       *fyne.Container
}

func newLibraryHead(s *libraryScreen) *libraryHead {
	h := &libraryHead{
		title: widget.NewText(widget.ScreenTitle, "Library"),
		count: widget.NewText(widget.SmallText, "").SetToken(widget.Ink2),
		add:   widget.NewButton(widget.Primary, widget.IconPlus, "New story", s.nav.newStory),
		take:  widget.NewButton(widget.Plain, widget.IconBox, "Import a story", s.nav.chooseStoryFile),
	}
	h.search = widget.NewSearchField("Search titles, tags and words", "Ctrl F")
	h.search.OnChanged = s.setQuery
	h.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(h.title, 0, 0, 400, 32)
		put(h.count, 0, 32, size.Width/2, 18)
		x := size.Width
		for _, b := range []*widget.Button{h.add, h.take} {
			if b.Visible() {
				x -= b.MinSize().Width
				put(b, x, 5, b.MinSize().Width, 40)
				x -= 16
			}
		}
		width := min(300, x-280)
		put(h.search, x-width, 5, width, 40)
	}), h.title, h.count, h.search, h.add, h.take)
	return h
}

func (h *libraryHead) focus() {
	if h.search.Visible() {
		h.search.TakeFocus()
	}
}

func (h *libraryHead) show(l core.LibraryState, nothing bool) {
	shown, whole := 0, 0
	for _, c := range l.Cards {
		if c.Archived {
			continue
		}
		shown++
		if c.Ready {
			whole++
		}
	}
	switch {
	case l.Moving != nil:
		h.count.SetText(fmt.Sprintf("Moving the stories, %d of %d", l.Moving.Done, l.Moving.Of))
	case !l.Loaded:
		h.count.SetText("Opening the library")
	case nothing:
		h.count.SetText("No stories yet")
	case whole == 0: // none was checked yet: that says nothing against them
		h.count.SetText(plural(shown, "story"))
	default:
		h.count.SetText(fmt.Sprintf("%s, %d ready without a network", plural(shown, "story"), whole))
	}
	visible(h.search, !nothing)
	visible(h.add, !nothing)
	visible(h.take, nothing)
	h.object.Refresh()
}

// libraryHero is the story that was opened last.
type libraryHero struct {
	card               *widget.Card
	picture            *widget.Picture
	when, title, facts *widget.Text
	play, open         *widget.Button
	press              *pressArea // the picture and the words open the story too
	shown              core.Card
	object             *fyne.Container
}

func newLibraryHero(s *libraryScreen, l *widget.Loader) *libraryHero {
	h := &libraryHero{
		picture: widget.NewPicture(l, widget.Round(widget.RadiusControl), sunken),
		when:    widget.NewText(widget.SmallText, "").SetToken(widget.Ink2),
		title:   widget.NewText(widget.Title, "").Truncate(),
		facts:   widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate(),
	}
	h.play = widget.NewButton(widget.Plain, widget.IconPlay, "Play", func() { s.nav.playStory(h.shown.ID) })
	h.open = widget.NewButton(widget.Tonal, "", "Open", func() {
		if h.shown.Unfinished && !h.shown.Making {
			s.commands.Resume(h.shown.ID)
		}
		s.nav.openStory(h.shown.ID)
	})
	h.press = newPressArea(func() {
		if h.open.Visible() {
			h.open.OnTapped()
		}
	})
	inside := container.New(placing(h.layout), h.picture, h.when, h.title, h.facts, h.press, h.play, h.open)
	h.card = widget.NewCard(inside, 12)
	h.object = container.NewStack(h.card)
	return h
}

func (h *libraryHero) layout(_ []fyne.CanvasObject, size fyne.Size) {
	const picture = 196
	put(h.picture, 0, 0, picture, size.Height)
	x := size.Width - 12
	for _, b := range []*widget.Button{h.open, h.play} {
		if b.Visible() {
			x -= b.MinSize().Width
			put(b, x, (size.Height-40)/2, b.MinSize().Width, 40)
			x -= 8
		}
	}
	left, width := float32(picture+20), x-picture-40
	put(h.when, left, 14, width, 18)
	put(h.title, left, 36, width, 26)
	put(h.facts, left, 68, width, 18)
	put(h.press, 0, 0, left+width, size.Height)
}

// pressArea lies unseen over things that are pressed together.
type pressArea struct {
	fw.BaseWidget
	pressed func()
}

func newPressArea(pressed func()) *pressArea {
	p := &pressArea{pressed: pressed}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped is for Fyne.
func (p *pressArea) Tapped(*fyne.PointEvent) { p.pressed() }

// Cursor implements desktop.Cursorable.
func (p *pressArea) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (p *pressArea) CreateRenderer() fyne.WidgetRenderer {
	return fw.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

func (h *libraryHero) show(c core.Card, now time.Time) {
	h.shown = c
	h.picture.SetFile(c.Picture, false)
	h.title.SetText(c.Title)
	h.facts.SetText(facts(c, true))
	if c.Passed > 0 && c.Passed < c.Pages {
		h.facts.SetText(fmt.Sprintf("%s · %d of %d passed", facts(c, true), c.Passed, c.Pages))
	}
	label := "Last opened, " + day(c.Opened, now)
	if c.Opened.Before(c.Created) {
		label = "Made " + day(c.Created, now)
	}
	action := "Open"
	switch {
	case c.Damaged != "":
		label, action = "Cannot be opened", "Open"
		h.facts.SetText(c.Damaged)
	case c.Arriving:
		label = "Still arriving from another computer"
	case c.Making:
		label, action = "Being made now", "See it being made"
	case c.Unfinished:
		label, action = "Not finished", "Go on making it"
	}
	h.when.SetText(label)
	h.open.SetText(action)
	visible(h.play, c.Damaged == "" && !c.Arriving && !c.Making && !c.Unfinished)
	visible(h.open, c.Damaged == "")
	h.object.Refresh()
}

// day says when: "today 10:12", "yesterday 18:40", "12 November", "3 May 2025".
func day(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	date := func(x time.Time) int { return x.Year()*1000 + x.YearDay() }
	switch {
	case t.IsZero():
		return "long ago"
	case date(t) == date(now):
		return "today " + t.Format("15:04")
	case date(t) == date(now.AddDate(0, 0, -1)):
		return "yesterday " + t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("2 January")
	}
	return t.Format("2 January 2006")
}

// shortDay says the same in a few letters: "10:12", "12 Nov", "May 2025".
func shortDay(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	switch {
	case t.IsZero():
		return ""
	case t.Year() == now.Year() && t.YearDay() == now.YearDay():
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	}
	return t.Format("Jan 2006")
}

// noResult is shown when nothing fits search and filter.
type noResult struct {
	title, say *widget.Text
	clear      *widget.Button
	object     fyne.CanvasObject
}

func newNoResult(s *libraryScreen) *noResult {
	n := &noResult{
		title: widget.NewText(widget.CardTitle, "").Truncate(),
		say:   widget.NewText(widget.SmallText, "Search looks in titles and in every page.").SetToken(widget.Ink2),
	}
	n.clear = widget.NewButton(widget.Plain, "", "Clear the search", func() {
		s.clearFilters()
		s.head.search.SetText("")
		s.setQuery("")
	}).SetSize(widget.Small)
	icon := widget.NewIconView(widget.IconSearch, widget.Ink2, 26)
	inside := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(icon, 0, 0, 26, 26)
		put(n.title, 0, 42, size.Width, 22)
		put(n.say, 0, 68, size.Width, 18)
		put(n.clear, 0, 104, n.clear.MinSize().Width, 32)
	}), icon, n.title, n.say, n.clear)
	n.object = widget.NewCard(inside, 22)
	return n
}

func (n *noResult) show(s *libraryScreen) {
	if s.query != "" {
		n.title.SetText("Nothing on “" + s.query + "”")
		n.say.SetText("Search looks in titles and in every page.")
		if kept := len(core.Find(s.only(archived), s.query)); kept > 0 && s.filter != archived {
			n.say.SetText("It is in " + plural(kept, "archived story") + ".")
		}
		n.clear.SetText("Clear the search")
		return
	}
	n.title.SetText("No story of this kind")
	n.say.SetText("The chips above choose which stories are shown.")
	n.clear.SetText("Show every story")
}

// newDropHint is the quiet line at the bottom.
func newDropHint() fyne.CanvasObject {
	icon := widget.NewIconView(widget.IconFile, widget.Ink3, 14)
	text := widget.NewText(widget.Caption, "Drop a document anywhere in this window to start a story").SetToken(widget.Ink3)
	return container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		width := 22 + text.Width()
		x := (size.Width - width) / 2
		put(icon, x, (size.Height-14)/2, 14, 14)
		put(text, x+22, (size.Height-16)/2, text.Width(), 16)
	}), icon, text)
}

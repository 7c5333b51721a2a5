package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// rail is the column at the left: the places to go, and how it stands with
// the network.
type rail struct {
	shell  *shell
	items  []*railEntry
	story  *railEntry
	object *fyne.Container
}

// railEntry is one place to go.
type railEntry struct {
	item  *widget.RailItem
	shown func() bool
}

func newRail(s *shell, l *widget.Loader) *rail {
	r := &rail{shell: s}
	entry := func(icon widget.Icon, text string, to func() screen, shown func() bool) *railEntry {
		e := &railEntry{shown: shown}
		e.item = widget.NewRailItem(l, icon, text, func() { s.goTo(to()) })
		r.items = append(r.items, e)
		return e
	}
	entry(widget.IconLibrary, "Library", func() screen { return s.library }, func() bool { return s.current == screen(s.library) })
	entry(widget.IconNewStory, "New story", func() screen { return s.create.get() }, func() bool { return s.create.is(s.current) })
	r.story = entry(widget.IconBook, "Story", func() screen { return s.story.get() }, func() bool { return s.story.is(s.current) })
	entry(widget.IconSettings, "Settings", func() screen { return s.settings.get() }, func() bool { return s.settings.is(s.current) })
	r.story.item.Hide()

	ground := widget.NewGround(widget.Sunken, 0)
	logo := widget.NewGround(widget.Accent, 12)
	book := widget.NewIconView(widget.IconBook, widget.OnAccent, 24)
	laptop := widget.NewIconView(widget.IconLaptop, widget.Ok, 20)
	here := widget.NewText(widget.Caption, "On this PC").SetToken(widget.Ink2).Align(fyne.TextAlignCenter)
	objects := []fyne.CanvasObject{ground, logo, book, laptop, here}
	for _, e := range r.items {
		objects = append(objects, e.item)
	}
	r.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(ground, 0, 0, size.Width, size.Height)
		put(logo, 22, 16, 40, 40)
		put(book, 30, 24, 24, 24)
		y := float32(76)
		for _, e := range r.items[:3] {
			if e.item.Visible() {
				put(e.item, 8, y, size.Width-16, 58)
				y += 64
			}
		}
		put(r.items[3].item, 8, size.Height-122, size.Width-16, 58)
		put(laptop, (size.Width-20)/2, size.Height-52, 20, 20)
		put(here, 0, size.Height-30, size.Width, 16)
	}), objects...)
	return r
}

// show marks the present screen.
func (r *rail) show() {
	for _, e := range r.items {
		e.item.SetChosen(e.shown())
	}
}

// update takes in the open story.
func (r *rail) update(e core.Event) {
	s, ok := e.(core.StoryState)
	if !ok || s.ID != r.shell.open {
		return
	}
	title, picture := "Story", ""
	if s.Story != nil {
		title = shortTitle(s.Story.Title)
		for _, p := range s.Story.Pages {
			if p.Parts.Picture.State.Usable() {
				picture = s.Dir + "/" + p.Picture
				break
			}
		}
	}
	r.story.item.SetStory(title, picture)
	visible(r.story.item, true)
	r.object.Refresh()
	r.show()
}

// shortTitle gives the word of a title that says most: its longest.
func shortTitle(title string) string {
	longest := ""
	for _, w := range strings.Fields(title) {
		if w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }); len([]rune(w)) > len([]rune(longest)) {
			longest = w
		}
	}
	if longest == "" {
		return "Story"
	}
	first, size := utf8.DecodeRuneInString(longest)
	return string(unicode.ToTitle(first)) + longest[size:]
}

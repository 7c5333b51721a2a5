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
	sign   *widget.RailSign
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
	entry(widget.IconActivity, "Activity", func() screen { return s.activity.get() }, func() bool { return s.activity.is(s.current) })
	entry(widget.IconSettings, "Settings", func() screen { return s.settings.get() }, func() bool { return s.settings.is(s.current) })
	r.story.item.Hide()

	ground := widget.NewGround(widget.Sunken, 0)
	logo := widget.NewGround(widget.Accent, 12)
	book := widget.NewIconView(widget.IconBook, widget.OnAccent, 24)
	r.sign = widget.NewRailSign(s.openService)
	r.showSign(core.ServiceState{})
	objects := []fyne.CanvasObject{ground, logo, book}
	for _, e := range r.items {
		objects = append(objects, e.item)
	}
	objects = append(objects, r.sign)
	last := len(r.items) - 1 // the settings stand at the foot
	r.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(ground, 0, 0, size.Width, size.Height)
		put(logo, 22, 16, 40, 40)
		put(book, 30, 24, 24, 24)
		y := float32(76)
		for _, e := range r.items[:last] {
			if e.item.Visible() {
				put(e.item, 8, y, size.Width-16, 58)
				y += 64
			}
		}
		put(r.items[last].item, 8, size.Height-122, size.Width-16, 58)
		put(r.sign, 8, size.Height-58, size.Width-16, 50)
	}), objects...)
	return r
}

// show marks the present screen.
func (r *rail) show() {
	for _, e := range r.items {
		e.item.SetChosen(e.shown())
	}
}

// update takes in the open story, and how it stands with the service.
func (r *rail) update(e core.Event) {
	switch e := e.(type) {
	case core.ServiceState:
		r.showSign(e)
	case core.StoryState:
		if e.ID == r.shell.open {
			r.showStory(e)
		}
	}
}

// showSign says how it stands with the network.
func (r *rail) showSign(s core.ServiceState) {
	switch {
	case s.Only:
		r.sign.Set(widget.IconLaptop, widget.Ok, "This PC", "This computer only: nothing uses the network")
	case !s.Key.Set:
		r.sign.Set(widget.IconLaptop, widget.Ok, "This PC", "Everything is made on this computer. Add a key to use Gemini")
	case s.Online < 0:
		r.sign.Set(widget.IconOffline, widget.Ink2, "Offline", "Gemini cannot be reached")
	case s.Online == 0:
		r.sign.Set(widget.IconWifi, widget.Ink2, "Online", "Gemini has not been asked yet")
	default:
		r.sign.Set(widget.IconWifi, widget.Ok, "Online", "Gemini answers")
	}
}

// showStory shows the open story's place.
func (r *rail) showStory(s core.StoryState) {
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

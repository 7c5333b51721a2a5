package ui

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// libraryCommands is what the library asks of core.
type libraryCommands interface {
	Delete(id string)
	UndoDelete()
	Resume(id string)
	Stop(id string)
	Change(func(*core.Settings))
}

// libraryNavigator is what the library asks of the window.
type libraryNavigator interface {
	openStory(id string)
	playStory(id string)
	newStory()
	chooseDocument()
	chooseStoryFile()
	saveStoryFile(id, title string)
	askTitle(id, title string)
	openSample()
	undoable(text string, undo func())
}

// libraryScreen shows the stories as cards. It is a function of the latest
// LibraryState and SettingsState, and of its own search and filter.
type libraryScreen struct {
	commands libraryCommands
	nav      libraryNavigator

	state  core.LibraryState
	sort   string
	query  string
	filter filter
	grade  int // -1: every grade
	now    func() time.Time

	root   *fyne.Container
	head   *libraryHead
	hero   *libraryHero
	bar    *libraryBar
	grid   *widget.CardGrid
	empty  fyne.CanvasObject // no story at all
	none   *noResult         // nothing that fits search and filter
	hint   fyne.CanvasObject
	loaded bool
}

// filter is one of the chips.
type filter int

const (
	allStories filter = iota
	readyOffline
	unfinished
	somethingMissing
)

func newLibraryScreen(c libraryCommands, nav libraryNavigator, l *widget.Loader) *libraryScreen {
	s := &libraryScreen{commands: c, nav: nav, grade: -1, now: time.Now}
	s.head = newLibraryHead(s)
	s.hero = newLibraryHero(s, l)
	s.bar = newLibraryBar(s)
	s.grid = widget.NewCardGrid(l)
	s.grid.OnOpen = nav.openStory
	s.grid.OnAct = s.act
	s.grid.OnMenu = s.menu
	s.grid.OnKey = s.cardKey
	s.empty = newEmptyLibrary(nav, l)
	s.none = newNoResult(s)
	s.hint = newDropHint()
	s.root = container.New(libraryLayout{s}, s.head.object, s.hero.object, s.bar.object, s.grid, s.empty, s.none.object, s.hint)
	for _, o := range s.root.Objects[1:] {
		o.Hide() // until the library has been read
	}
	return s
}

// Object gives what the screen shows.
func (s *libraryScreen) Object() fyne.CanvasObject { return s.root }

// Show and Hide have nothing to start or stop.
func (s *libraryScreen) Show() {}

// Hide implements screen.
func (s *libraryScreen) Hide() {}

// Update takes in what is.
func (s *libraryScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.LibraryState:
		s.state, s.loaded = e, e.Loaded
		s.show()
	case core.SettingsState:
		if s.sort != e.Settings.Sort {
			s.sort = e.Settings.Sort
			s.show()
		}
	}
}

// Key works the screen's own keys.
func (s *libraryScreen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.query != "" {
		s.head.search.SetText("")
		return true
	}
	return false
}

// focusSearch puts the keyboard into the search field.
func (s *libraryScreen) focusSearch() { s.head.focus() }

// setQuery searches as one types.
func (s *libraryScreen) setQuery(q string) {
	s.query = strings.TrimSpace(q)
	s.show()
}

func (s *libraryScreen) setFilter(f filter) {
	s.filter = f
	s.show()
}

func (s *libraryScreen) setGrade(g int) {
	s.grade = g
	s.show()
}

func (s *libraryScreen) setSort(by string) {
	s.commands.Change(func(set *core.Settings) { set.Sort = by })
}

// fits reports whether a card belongs to a filter.
func (f filter) fits(c core.Card) bool {
	switch f {
	case readyOffline:
		return ready(c)
	case unfinished:
		return c.Unfinished || c.Making
	case somethingMissing:
		return c.Missing != "" || c.Damaged != ""
	}
	return true
}

// ready reports whether a story is whole and plays without a network.
func ready(c core.Card) bool {
	return !c.Unfinished && !c.Making && c.Missing == "" && c.Damaged == ""
}

// inGrade reports whether a card is of the chosen grade.
func (s *libraryScreen) inGrade(c core.Card) bool { return s.grade < 0 || c.Grade == s.grade }

// wanted gives the cards that fit search, filter and grade, in order.
func (s *libraryScreen) wanted() []core.Card {
	cards := s.state.Cards
	if s.query != "" {
		cards = s.state.Find(s.query)
	}
	cards = slices.DeleteFunc(slices.Clone(cards), func(c core.Card) bool {
		return !s.filter.fits(c) || !s.inGrade(c)
	})
	switch s.sort {
	case "title":
		slices.SortStableFunc(cards, func(a, b core.Card) int {
			return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		})
	case "created":
		slices.SortStableFunc(cards, func(a, b core.Card) int { return b.Created.Compare(a.Created) })
	}
	return cards
}

// show brings every widget to the present state.
func (s *libraryScreen) show() {
	cards := s.wanted()
	nothing := s.loaded && len(s.state.Cards) == 0
	found := len(cards) > 0
	visible(s.empty, nothing)
	visible(s.none.object, s.loaded && !nothing && !found)
	visible(s.hero.object, !nothing && s.query == "" && len(s.state.Cards) > 0)
	visible(s.bar.object, !nothing && s.loaded)
	visible(s.grid, found)
	visible(s.hint, !nothing && s.loaded)
	s.head.show(s.state, nothing)
	if len(s.state.Cards) > 0 {
		s.hero.show(s.state.Cards[0], s.now())
	}
	s.bar.show(s)
	s.none.show(s)
	data := make([]widget.StoryCard, len(cards))
	for i, c := range cards {
		data[i] = cardData(c, s.now())
	}
	s.grid.SetCards(data)
	s.root.Refresh()
}

// cardData says what a card shows.
func cardData(c core.Card, now time.Time) widget.StoryCard {
	d := widget.StoryCard{
		ID: c.ID, Title: c.Title, Facts: facts(c, false), Date: shortDay(c.Created, now), Picture: c.Picture, Progress: -1, Action: "Play",
		Mark: widget.MarkReady, Token: widget.Ok, State: "Offline",
	}
	switch {
	case c.Damaged != "":
		d.Facts, d.Action, d.Damaged = "", "", true
		d.Mark, d.Token, d.State = widget.MarkFailed, widget.Red, "Cannot be opened"
	case c.Making:
		d.Mark, d.Token, d.State = "", widget.Accent, "Being made"
	case c.Unfinished:
		d.Mark, d.Token, d.State, d.Action = widget.MarkWeak, widget.Amber, "Unfinished", "Go on"
	case c.Missing != "":
		d.Mark, d.Token, d.State = widget.MarkWeak, widget.Amber, c.Missing
	case c.Passed > 0 && c.Passed < c.Pages:
		d.Mark, d.Token = "", widget.Ink2
		d.State = fmt.Sprintf("%d of %d passed", c.Passed, c.Pages)
		d.Progress = float32(c.Passed) / float32(c.Pages)
	}
	return d
}

// facts gives "Grade 4 · 8 pages · 9 min".
func facts(c core.Card, pages bool) string {
	parts := []string{gradeName(c.Grade)}
	if pages {
		parts = append(parts, plural(c.Pages, "page"))
	}
	if c.Seconds > 0 && !c.Making {
		parts = append(parts, minutes(c.Seconds))
	}
	return strings.Join(parts, " · ")
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	if strings.HasSuffix(one, "y") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(one, "y"))
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func minutes(seconds float64) string { return fmt.Sprintf("%d min", max(1, int(seconds/60+0.5))) }

// act does what the button on a card's picture says.
func (s *libraryScreen) act(id string) {
	c, ok := s.card(id)
	switch {
	case !ok || c.Damaged != "":
	case c.Unfinished && !c.Making:
		s.commands.Resume(id)
		s.nav.openStory(id)
	default:
		s.nav.playStory(id)
	}
}

func (s *libraryScreen) card(id string) (core.Card, bool) {
	i := slices.IndexFunc(s.state.Cards, func(c core.Card) bool { return c.ID == id })
	if i < 0 {
		return core.Card{}, false
	}
	return s.state.Cards[i], true
}

// menu shows what can be done with a story.
func (s *libraryScreen) menu(id string, beside fyne.CanvasObject) {
	c, ok := s.card(id)
	if !ok {
		return
	}
	var items []widget.MenuItem
	if c.Damaged == "" {
		items = append(items,
			widget.MenuItem{Icon: widget.IconBook, Text: "Open", Shortcut: "Return", Action: func() { s.nav.openStory(id) }},
			widget.MenuItem{Icon: widget.IconPencil, Text: "Rename", Shortcut: "F2", Disabled: c.Making, Action: func() { s.nav.askTitle(id, c.Title) }},
			widget.MenuItem{Icon: widget.IconExport, Text: "Save as one file", Disabled: c.Making, Action: func() { s.nav.saveStoryFile(id, c.Title) }},
		)
		if c.Making {
			items = append(items, widget.MenuItem{Icon: widget.IconStop, Text: "Stop making it", Action: func() { s.commands.Stop(id) }})
		}
		items = append(items, widget.MenuItem{})
	}
	items = append(items, widget.MenuItem{Icon: widget.IconTrash, Text: "Delete", Shortcut: "Del", Danger: true, Action: func() { s.remove(c) }})
	widget.ShowMenu(beside, widget.BelowOf(beside), 200, items...)
}

// remove deletes a story; it can be brought back while the toast stands.
func (s *libraryScreen) remove(c core.Card) {
	s.commands.Delete(c.ID)
	s.nav.undoable("“"+c.Title+"” deleted", s.commands.UndoDelete)
}

// cardKey works the keys of the chosen card.
func (s *libraryScreen) cardKey(id string, e *fyne.KeyEvent) bool {
	c, ok := s.card(id)
	if !ok {
		return false
	}
	switch e.Name {
	case fyne.KeyDelete:
		s.remove(c)
	case fyne.KeyF2:
		if c.Damaged == "" && !c.Making {
			s.nav.askTitle(id, c.Title)
		}
	default:
		return false
	}
	return true
}

// sunken is the ground of pictures.
func sunken() color.Color { return widget.Color(widget.Sunken) }

// libraryLayout places the parts of the screen; header and hero are of fixed
// height, the grid takes the rest.
type libraryLayout struct{ s *libraryScreen }

// Measures, in pixels.
const (
	wideSide, narrowSide = 32, 24
	narrowWidth          = 1200
	railWidth            = 84
	headTop              = 22
	headHeight           = 52
	heroTop              = 90
	heroHeight           = 136
	barHeight            = 32
	hintHeight           = 44
)

// MinSize implements fyne.Layout.
func (l libraryLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }

// Layout implements fyne.Layout.
func (l libraryLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.s
	side := float32(wideSide)
	window := size.Width + railWidth
	if window < narrowWidth {
		side = narrowSide
	}
	width := size.Width - 2*side
	put(s.head.object, side, headTop, width, headHeight)
	put(s.empty, side, 94, width, size.Height-94-32)
	y := float32(heroTop)
	put(s.hero.object, side, y, width, heroHeight)
	if s.hero.object.Visible() {
		y += heroHeight + 16
	}
	put(s.bar.object, side, y, width, barHeight)
	y += barHeight + 14
	put(s.none.object, side, y, 420, 190)
	put(s.hint, side, size.Height-hintHeight, width, hintHeight)
	// The grid's own inset makes room for the ring around its outer cards.
	const inset = 6
	s.grid.SetWindow(window)
	put(s.grid, side-inset, y-inset, width+2*inset, size.Height-hintHeight-y+inset)
}

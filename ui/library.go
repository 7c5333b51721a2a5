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
	"edusmart/core/library"
	"edusmart/ui/widget"
)

// libraryCommands is what the library asks of core.
type libraryCommands interface {
	Delete(ids ...string)
	UndoDelete()
	Resume(id string)
	Stop(id string)
	Change(func(*core.Settings))
	Tag(ids, add, remove []string)
	RenameTag(from, to string)
	DeleteTag(tag string)
	Archive(ids []string, on bool)
	Rest(id string) (library.Rest, error)
	SaveRest(id string)
	MeasureStorage()
	RemoveSources(ids []string)
	EmptyDeleted()
	LookAgain()
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
	checkOffline(ids []string)
	undoable(text string, undo func())
	say(text string)
}

// libraryScreen shows the stories as cards. It is a function of the latest
// LibraryState and SettingsState, and of its own search and filter.
type libraryScreen struct {
	commands libraryCommands
	nav      libraryNavigator

	state    core.LibraryState
	sort     string
	query    string
	filter   filter
	grade    int    // -1: every grade
	language string // "": every language
	tag      string // "": with any tags or none
	now      func() time.Time
	storage  bool              // the room on the disk is being measured to be shown
	cards    []core.Card       // those shown
	why      map[string]string // by id of a story that says the same as another: what is the same

	root   *fyne.Container
	head   *libraryHead
	hero   *libraryHero
	bar    *libraryBar
	picked *pickedBar
	grid   *widget.CardGrid
	advice *widget.Notice    // what to do with duplicates
	empty  fyne.CanvasObject // no story at all
	none   *noResult         // nothing that fits search and filter
	hint   fyne.CanvasObject
	loaded bool
}

func newLibraryScreen(c libraryCommands, nav libraryNavigator, l *widget.Loader) *libraryScreen {
	s := &libraryScreen{commands: c, nav: nav, grade: -1, now: time.Now}
	s.head = newLibraryHead(s)
	s.hero = newLibraryHero(s, l)
	s.bar = newLibraryBar(s)
	s.picked = newPickedBar(s)
	s.grid = widget.NewCardGrid(l)
	s.grid.OnOpen = nav.openStory
	s.grid.OnAct = s.act
	s.grid.OnMenu = s.menu
	s.grid.OnKey = s.cardKey
	s.grid.OnPick = s.showBars
	s.advice = widget.NewNotice(widget.NoticeInfo, widget.IconGrid, "", nil)
	s.empty = newEmptyLibrary(nav, l)
	s.none = newNoResult(s)
	s.hint = newDropHint()
	s.root = container.New(libraryLayout{s}, s.head.object, s.hero.object, s.bar.object, s.picked.object, s.advice, s.grid, s.empty, s.none.object, s.hint)
	for _, o := range s.root.Objects[1:] {
		o.Hide() // until the library has been read
	}
	return s
}

// Object gives what the screen shows.
func (s *libraryScreen) Object() fyne.CanvasObject { return s.root }

// Show looks for what came from other computers meanwhile.
func (s *libraryScreen) Show() { s.commands.LookAgain() }

// Hide implements screen.
func (s *libraryScreen) Hide() {}

// Update takes in what is.
func (s *libraryScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.LibraryState:
		s.state, s.loaded = e, e.Loaded
		s.findTwins()
		s.show()
		s.storageMeasured()
	case core.SettingsState:
		if s.sort != e.Settings.Sort {
			s.sort = e.Settings.Sort
			s.show()
		}
	}
}

// Key works the screen's own keys.
func (s *libraryScreen) Key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape {
		return false
	}
	switch {
	case len(s.grid.Picked()) > 0:
		s.grid.Unpick()
	case s.query != "":
		s.head.search.SetText("")
	default:
		return false
	}
	return true
}

// focusSearch puts the keyboard into the search field.
func (s *libraryScreen) focusSearch() { s.head.focus() }

// setQuery searches as one types.
func (s *libraryScreen) setQuery(q string) {
	s.query = strings.TrimSpace(q)
	s.show()
}

// show brings every widget to the present state.
func (s *libraryScreen) show() {
	s.cards = s.wanted()
	nothing := s.loaded && len(s.state.Cards) == 0
	found := len(s.cards) > 0
	visible(s.empty, nothing)
	visible(s.none.object, s.loaded && !nothing && !found)
	visible(s.grid, found)
	visible(s.hint, !nothing && s.loaded)
	s.head.show(s.state, nothing)
	latest := slices.IndexFunc(s.state.Cards, func(c core.Card) bool { return !c.Archived })
	visible(s.hero.object, !nothing && s.query == "" && latest >= 0 && s.filter != twins && s.filter != archived)
	if latest >= 0 {
		s.hero.show(s.state.Cards[latest], s.now())
	}
	visible(s.advice, s.filter == twins && found)
	s.advice.SetText("These stories say the same as another, or are made from the same document; they stand side by side. " +
		"Open them to compare, then archive or delete what you do not need.")
	s.none.show(s)
	ids := make([]string, len(s.cards))
	for i, c := range s.cards {
		ids[i] = c.ID
	}
	cards, now := s.cards, s.now()
	why := s.why
	s.grid.SetCards(ids, func(i int) widget.StoryCard {
		d := cardData(cards[i], now)
		if s.filter == twins && d.Mark == widget.MarkReady {
			d.Mark, d.Token, d.State = "", widget.Ink2, why[cards[i].ID]
		}
		return d
	})
	s.showBars()
}

// showBars shows the filters, or what can be done with the picked stories.
func (s *libraryScreen) showBars() {
	picked := len(s.grid.Picked())
	some := s.loaded && len(s.state.Cards) > 0
	visible(s.bar.object, some && picked == 0)
	visible(s.picked.object, some && picked > 0)
	s.bar.show(s)
	s.picked.show(picked)
	s.root.Refresh()
}

// cardData says what a card shows.
func cardData(c core.Card, now time.Time) widget.StoryCard {
	d := widget.StoryCard{
		ID: c.ID, Title: c.Title, Facts: facts(c, false), Date: shortDay(c.Created, now), Picture: c.Picture, Progress: -1, Action: "Play",
	}
	switch {
	case c.Damaged != "":
		d.Facts, d.Action, d.Damaged = "", "", true
		d.Mark, d.Token, d.State = widget.MarkFailed, widget.Red, "Cannot be opened"
	case c.Making:
		d.Mark, d.Token, d.State = "", widget.Accent, "Being made"
	case c.Arriving:
		d.Mark, d.Token, d.State, d.Action = widget.MarkWeak, widget.Amber, "Still arriving", ""
	case c.Unfinished:
		d.Mark, d.Token, d.State, d.Action = widget.MarkWeak, widget.Amber, "Unfinished", "Go on"
	case c.Missing != "":
		d.Mark, d.Token, d.State = widget.MarkWeak, widget.Amber, c.Missing
	case c.VersionOf != "":
		d.Mark, d.Token, d.State = widget.MarkWeak, widget.Amber, "Another version"
	case c.Passed > 0 && c.Passed < c.Pages:
		d.Mark, d.Token = "", widget.Ink2
		d.Facts = gradeName(c.Grade) // there is no room for more beside it
		d.State = fmt.Sprintf("%d of %d passed", c.Passed, c.Pages)
		d.Progress = float32(c.Passed) / float32(c.Pages)
	case c.Ready:
		d.Mark, d.Token, d.State = widget.MarkReady, widget.Ok, "Offline"
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
	case !ok || c.Damaged != "" || c.Arriving:
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

// cardKey works the keys of the chosen card.
func (s *libraryScreen) cardKey(id string, e *fyne.KeyEvent) bool {
	c, ok := s.card(id)
	if !ok {
		return false
	}
	switch e.Name {
	case fyne.KeyDelete:
		s.remove(s.these(c))
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
	put(s.picked.object, side, y, width, barHeight)
	y += barHeight + 14
	put(s.none.object, side, y, 420, 190)
	if s.advice.Visible() {
		tall := s.advice.HeightFor(width)
		put(s.advice, side, y, width, tall)
		y += tall + 14
	}
	put(s.hint, side, size.Height-hintHeight, width, hintHeight)
	// The grid's own inset makes room for the ring around its outer cards.
	const inset = 6
	s.grid.SetWindow(window)
	put(s.grid, side-inset, y-inset, width+2*inset, size.Height-hintHeight-y+inset)
}

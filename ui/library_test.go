package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/library"
	"edusmart/core/story"
)

func (c *calls) Delete(ids ...string)              { c.add("delete %s", strings.Join(ids, " ")) }
func (c *calls) UndoDelete()                       { c.add("undo delete") }
func (c *calls) Tag(ids, add, remove []string)     { c.add("tag %v with %q without %q", ids, add, remove) }
func (c *calls) RenameTag(from, to string)         { c.add("rename tag %s %s", from, to) }
func (c *calls) DeleteTag(tag string)              { c.add("delete tag %s", tag) }
func (c *calls) Archive(ids []string, on bool)     { c.add("archive %v %v", ids, on) }
func (c *calls) SaveRest(id string)                { c.add("save rest %s", id) }
func (c *calls) MeasureStorage()                   { c.add("measure") }
func (c *calls) RemoveSources(ids []string)        { c.add("remove sources %v", ids) }
func (c *calls) EmptyDeleted()                     { c.add("empty deleted") }
func (c *calls) LookAgain()                        {}
func (c *calls) MoveLibrary(dir string, take bool) { c.add("move to %s %v", dir, take) }
func (c *calls) Rest(string) (library.Rest, error) {
	return library.Rest{Texts: 6, Pictures: 4, Lost: 2, Story: &story.Story{Pages: make([]story.Page, 6)}}, nil
}

// shelf is a library with one story of every kind.
func shelf(now time.Time) core.LibraryState {
	card := func(id, title string, grade int, days int) core.Card {
		at := now.AddDate(0, 0, -days)
		return core.Card{
			ID: id, Title: title, Grade: grade, Pages: 8, Seconds: 400, Created: at, Opened: at, Ready: true, Passed: 8, Language: "en",
			Search: library.SearchText(title, nil, ""),
		}
	}
	bees, river := card("bees", "Bees at work", 2, 1), card("river", "The journey of a river", 4, 20)
	heart, torn := card("heart", "How the heart works", 4, 30), card("torn", "torn", 4, 40)
	river.Unfinished, river.Ready = true, false
	heart.Missing, heart.Ready = "1 picture missing", false
	heart.Tags, heart.Language = []string{"Body", "Term 2"}, "es"
	torn.Damaged, torn.Ready = "The story's file is damaged.", false
	return core.LibraryState{Loaded: true, Cards: []core.Card{bees, river, heart, torn}}
}

func openLibrary(t *testing.T) (*libraryScreen, *calls) {
	t.Helper()
	loader, _ := lit(t)
	c := &calls{}
	s := newLibraryScreen(c, paths{c}, loader)
	s.now = func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.Local) }
	showAt(t, s.Object(), 1282, 768)
	return s, c
}

func ids(cards []core.Card) string {
	var all []string
	for _, c := range cards {
		all = append(all, c.ID)
	}
	return strings.Join(all, " ")
}

func TestAnEmptyLibraryShowsWhatToDo(t *testing.T) {
	s, c := openLibrary(t)
	s.Update(core.LibraryState{Loaded: true})
	press(t, s.Object(), "Choose a document")
	press(t, s.Object(), "Try the sample lesson")
	if got := c.take(); got != "choose; sample" {
		t.Errorf("ways on: %q", got)
	}
}

func TestStoriesAreFoundByWordsFilterAndGrade(t *testing.T) {
	s, _ := openLibrary(t)
	s.Update(shelf(s.now()))
	for _, tt := range []struct {
		do   func()
		want string
	}{
		{func() {}, "bees river heart torn"},
		{func() { s.setFilter(readyOffline) }, "bees"},
		{func() { s.setFilter(unfinished) }, "river"},
		{func() { s.setFilter(somethingMissing) }, "heart torn"},
		{func() { s.setFilter(allStories); s.setTag("Body") }, "heart"},
		{func() { s.setTag(""); s.setLanguage("es") }, "heart"},
		{func() { s.setLanguage(""); s.setGrade(4) }, "river heart torn"},
		{func() { s.setQuery("heart") }, "heart"},
		{func() { s.setQuery("glacier") }, ""},
	} {
		tt.do()
		if got := ids(s.wanted()); got != tt.want {
			t.Errorf("filter %d, grade %d, %q: %q, want %q", s.filter, s.grade, s.query, got, tt.want)
		}
	}
	if texts := said(s.Object()); !slices.Contains(texts, "Nothing on “glacier”") {
		t.Errorf("with nothing found the library says %q", texts)
	}
}

func TestACardSaysHowItsStoryStands(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.Local)
	want := map[string]string{
		"bees": "Offline, 22 Nov, Play", "river": "Unfinished, 3 Nov, Go on",
		"heart": "1 picture missing, 24 Oct, Play", "torn": "Cannot be opened, 14 Oct, ",
	}
	for _, c := range shelf(now).Cards {
		d := cardData(c, now)
		if got := fmt.Sprintf("%s, %s, %s", d.State, d.Date, d.Action); got != want[c.ID] {
			t.Errorf("%s: %q, want %q", c.ID, got, want[c.ID])
		}
	}
}

func TestKeysWorkOnTheChosenCard(t *testing.T) {
	s, c := openLibrary(t)
	s.Update(shelf(s.now()))
	for key, want := range map[fyne.KeyName]string{
		fyne.KeyDelete: "delete bees; undoable “Bees at work” deleted; undo delete",
		fyne.KeyF2:     "ask title bees Bees at work",
	} {
		s.cardKey("bees", &fyne.KeyEvent{Name: key})
		if got := c.take(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	s.cardKey("torn", &fyne.KeyEvent{Name: fyne.KeyF2})
	if got := c.take(); got != "" {
		t.Errorf("a damaged story is renamed: %q", got)
	}
	s.act("river")
	if got := c.take(); !strings.Contains(got, "resume river") {
		t.Errorf("go on: %q", got)
	}
}

func TestTheLibraryStaysQuickWithThousandsOfStories(t *testing.T) {
	s, _ := openLibrary(t)
	one := shelf(s.now()).Cards[0]
	var many []core.Card
	for i := range 5000 {
		one.ID = fmt.Sprint(i)
		many = append(many, one)
	}
	s.Update(core.LibraryState{Loaded: true, Cards: many})
	if n := len(visibleObjects(s.grid)); n > 2000 {
		t.Errorf("%d objects are shown for the cards in sight", n)
	}
}

func TestSeveralStoriesArePickedAndTreatedTogether(t *testing.T) {
	s, c := openLibrary(t)
	s.Update(shelf(s.now()))
	focusGrid(s)
	s.grid.TypedRune('x')
	s.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.grid.TypedRune('x')
	if got := strings.Join(s.grid.Picked(), " "); got != "bees river" {
		t.Fatalf("picked: %q", got)
	}
	if texts := said(s.Object()); !slices.Contains(texts, "2 picked") {
		t.Errorf("the bar says %q", texts)
	}
	press(t, s.Object(), "Archive")
	if got := c.take(); got != "archive [bees river] true; undoable 2 stories archived; archive [bees river] false" {
		t.Errorf("archive: %q", got)
	}
	if n := len(s.grid.Picked()); n != 0 {
		t.Errorf("%d are picked still", n)
	}
	s.grid.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := c.take(); !strings.HasPrefix(got, "delete bees river heart torn; undoable 4 stories deleted") {
		t.Errorf("delete: %q", got)
	}
	s.grid.PickAll()
	if !s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || len(s.grid.Picked()) != 0 {
		t.Error("Escape leaves them picked")
	}
}

func TestArchivedStoriesAreShownAndFoundByThemselvesOnly(t *testing.T) {
	s, _ := openLibrary(t)
	l := shelf(s.now())
	l.Cards[0].Archived = true
	s.Update(l)
	if got := ids(s.wanted()); got != "river heart torn" {
		t.Errorf("all: %q", got)
	}
	s.setQuery("bees")
	if texts := said(s.Object()); !slices.Contains(texts, "It is in 1 archived story.") {
		t.Errorf("it says %q", texts)
	}
	s.setFilter(archived)
	if got := ids(s.wanted()); got != "bees" {
		t.Errorf("archived: %q", got)
	}
}

func TestDuplicatesStandSideBySideAndSayWhatIsTheSame(t *testing.T) {
	s, _ := openLibrary(t)
	l := shelf(s.now())
	l.Cards[0].TextSum, l.Cards[2].TextSum = "1", "1"
	l.Cards[1].SourceSHA256, l.Cards[3].SourceSHA256 = "2", "2"
	l.Twins = core.FindTwins(l.Cards)
	s.Update(l)
	s.setFilter(twins)
	if got := ids(s.wanted()); got != "bees heart river torn" {
		t.Errorf("%q", got)
	}
	if texts := said(s.Object()); !slices.Contains(texts, "Same text") {
		t.Errorf("it says %q", texts)
	}
}

func TestADamagedStoryOffersWhatIsLeft(t *testing.T) {
	s, c := openLibrary(t)
	s.Update(shelf(s.now()))
	card, _ := s.card("torn")
	s.showRest(card)
	over := fyne.CurrentApp().Driver().CanvasForObject(s.Object()).Overlays().Top()
	if texts := strings.Join(said(over), " "); !strings.Contains(texts, "6 pages and 4 pictures") || !strings.Contains(texts, "2 pages cannot be read") {
		t.Errorf("it says %q", texts)
	}
	press(t, over, "Save what is left")
	if got := c.take(); got != "save rest torn" {
		t.Errorf("%q", got)
	}
}

func TestTheStoryThatWasOpenedLastIsOpenedByItsPicture(t *testing.T) {
	s, c := openLibrary(t)
	s.Update(shelf(s.now()))
	test.Tap(s.hero.press)
	if got := c.take(); got != "open story bees" {
		t.Errorf("a press on the picture: %q", got)
	}
}

func TestAStoryIsNoDuplicateOfOneThatIsDeleted(t *testing.T) {
	s, _ := openLibrary(t)
	l := shelf(s.now())
	l.Cards[0].TextSum, l.Cards[1].TextSum = "same", "same"
	l.Twins = core.FindTwins(l.Cards)
	s.Update(l)
	s.setFilter(twins)
	if got := ids(s.wanted()); got != "bees river" {
		t.Fatalf("duplicates: %q", got)
	}
	l.Cards = l.Cards[1:] // the folder has not been looked at since
	s.Update(l)
	if got := ids(s.wanted()); got != "" {
		t.Errorf("with the other deleted: %q", got)
	}
}

func TestStoriesThatWereNotCheckedAreNotCalledUnready(t *testing.T) {
	s, _ := openLibrary(t)
	l := shelf(s.now())
	s.Update(l)
	if texts := said(s.Object()); !slices.Contains(texts, "4 stories, 1 ready without a network") {
		t.Errorf("the library says %q", texts)
	}
	l.Cards[0].Ready = false
	s.Update(l)
	if texts := said(s.Object()); !slices.Contains(texts, "4 stories") {
		t.Errorf("the library says %q", texts)
	}
}

package core_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/library"
	"edusmart/core/story"
)

// shelve puts stories with a text into a home's library.
func shelve(t *testing.T, home string, texts map[string]string) *library.Library {
	t.Helper()
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	for id, text := range texts {
		s := &story.Story{
			ID: id, Title: "About " + id, Language: "en", Grade: 4, Status: story.Done, Created: time.Now().UTC(),
			Pages: []story.Page{{ID: "page-01", Sentences: []story.Sentence{{Text: text}}, Parts: story.Parts{Text: story.Part{State: story.Ready}}}},
		}
		if err := lib.Save(s); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

func cardsOf(l core.LibraryState) map[string]core.Card {
	all := map[string]core.Card{}
	for _, c := range l.Cards {
		all[c.ID] = c
	}
	return all
}

func TestTagsAreGivenRenamedAndTakenAwayOnManyStories(t *testing.T) {
	home := t.TempDir()
	lib := shelve(t, home, map[string]string{"river": "Water flows.", "hill": "Stone stands.", "bees": "Bees fly."})
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 3 })
	has := func(what string, want map[string]string) {
		t.Helper()
		await(t, a, what, func(l core.LibraryState) bool {
			for id, tags := range want {
				if strings.Join(cardsOf(l)[id].Tags, ",") != tags {
					return false
				}
			}
			return true
		})
	}
	a.Tag([]string{"river", "hill"}, []string{"  Term   2 ", "Earth"}, nil)
	has("two tags", map[string]string{"river": "Term 2,Earth", "hill": "Term 2,Earth", "bees": ""})
	a.Tag([]string{"river"}, []string{"EARTH"}, []string{"term 2"})
	has("one tag", map[string]string{"river": "Earth", "hill": "Term 2,Earth"})
	a.RenameTag("Earth", "Geography")
	has("the new name", map[string]string{"river": "Geography", "hill": "Term 2,Geography"})
	a.RenameTag("Term 2", "Geography")
	has("one of two", map[string]string{"hill": "Geography"})
	if s, err := lib.Load("hill"); err != nil || !slices.Equal(s.Tags, []string{"Geography"}) {
		t.Errorf("on disk: %+v, %v", s, err)
	}
	l := await(t, a, "the tags", func(l core.LibraryState) bool { return true })
	if names, count := l.Tags(); len(names) != 1 || count["Geography"] != 2 || len(core.Find(l.Cards, "geog")) != 2 {
		t.Errorf("%q, %v", names, count)
	}
	a.DeleteTag("Geography")
	has("no tag", map[string]string{"river": "", "hill": "", "bees": ""})
}

func TestStoriesAreArchivedAndDeletedTogetherAndComeBack(t *testing.T) {
	home := t.TempDir()
	shelve(t, home, map[string]string{"river": "Water flows.", "hill": "Stone stands.", "bees": "Bees fly."})
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 3 })
	a.Archive([]string{"river", "hill"}, true)
	await(t, a, "two archived", func(l core.LibraryState) bool {
		c := cardsOf(l)
		return c["river"].Archived && c["hill"].Archived && !c["bees"].Archived
	})
	a.Delete("river", "bees")
	await(t, a, "one left", func(l core.LibraryState) bool { return len(l.Cards) == 1 && len(l.Deleted) == 2 })
	a.UndoDelete()
	await(t, a, "all back", func(l core.LibraryState) bool {
		c := cardsOf(l)
		return len(c) == 3 && c["river"].Archived && len(l.Deleted) == 0
	})
}

func TestOpeningAStoryIsNoEdit(t *testing.T) {
	home := t.TempDir()
	lib := shelve(t, home, map[string]string{"river": "Water flows.", "hill": "Stone stands."})
	before, err := os.ReadFile(filepath.Join(lib.Dir("river"), "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 2 })
	begun := time.Now().Add(-time.Second)
	a.OpenStory("river")
	await(t, a, "it was opened", func(l core.LibraryState) bool {
		return l.Cards[0].ID == "river" && l.Cards[0].Opened.After(begun)
	})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(filepath.Join(lib.Dir("river"), "story.json")); err != nil || string(now) != string(before) {
		t.Errorf("story.json was written: %v", err)
	}
	await(t, openApp(t, home), "it is remembered", func(l core.LibraryState) bool {
		return len(l.Cards) == 2 && l.Cards[0].ID == "river" && l.Cards[0].Opened.After(begun)
	})
}

func TestWhatAnotherComputerBringsIsShown(t *testing.T) {
	home := t.TempDir()
	lib := shelve(t, home, map[string]string{"river": "Water flows."})
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 1 })
	a.OpenStory("river")
	await(t, a, "the story", func(s core.StoryState) bool { return s.ID == "river" && s.Story != nil })
	s, err := lib.Load("river")
	if err != nil {
		t.Fatal(err)
	}
	s.Title = "Rivers of the other room"
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	shelve(t, home, map[string]string{"hill": "Stone stands."})
	a.LookAgain()
	await(t, a, "two stories", func(l core.LibraryState) bool {
		return len(l.Cards) == 2 && cardsOf(l)["river"].Title == "Rivers of the other room"
	})
	await(t, a, "the open one as it is now", func(s core.StoryState) bool { return s.Story != nil && s.Story.Title == "Rivers of the other room" })
}

func TestTwinsAreFoundByTextAndByDocument(t *testing.T) {
	card := func(id, text, source string) core.Card { return core.Card{ID: id, TextSum: text, SourceSHA256: source} }
	got := core.FindTwins([]core.Card{card("a", "1", "x"), card("b", "2", "x"), card("c", "1", ""), card("d", "3", "y"), card("e", "", "")})
	if len(got) != 2 || !got[0].SameText || len(got[0].Cards) != 2 || got[0].Cards[1].ID != "c" || got[1].SameText || got[1].Cards[1].ID != "b" {
		t.Errorf("%+v", got)
	}
}

func TestTheLibraryIsMovedToAnotherFolder(t *testing.T) {
	home, to := t.TempDir(), filepath.Join(t.TempDir(), "Synchronised", "Stories")
	lib := shelve(t, home, map[string]string{"river": "Water flows.", "hill": "Stone stands."})
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 2 })
	a.MoveLibrary(to, true)
	await(t, a, "the new folder", func(l core.LibraryState) bool { return l.Dir == to && l.Loaded && len(l.Cards) == 2 && l.Moving == nil })
	if left, err := lib.IDs(); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	again := openApp(t, home)
	await(t, again, "the new folder after a restart", func(l core.LibraryState) bool { return l.Dir == to && len(l.Cards) == 2 })
	again.MoveLibrary(filepath.Join(to, "river"), true)
	await(t, again, "no move into itself", func(m core.Message) bool { return m.Bad && strings.Contains(m.Text, "their own folder") })
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(to, to+" away"); err != nil {
		t.Fatal(err)
	}
	lost := openApp(t, home)
	await(t, lost, "a folder that is not there is told", func(m core.Message) bool { return m.Bad && strings.Contains(m.Text, "is not there") })
	if _, err := os.Stat(to); err == nil {
		t.Error("an empty library was made in its place")
	}
}

func TestStorageIsMeasuredAndKeptDocumentsAreRemovedWhenAsked(t *testing.T) {
	home := t.TempDir()
	lib := shelve(t, home, map[string]string{"river": "Water flows."})
	s, err := lib.Load("river")
	if err != nil {
		t.Fatal(err)
	}
	if s.Source.File, err = lib.PutAsset("river", []byte(strings.Repeat("a document ", 1000)), "pdf"); err != nil {
		t.Fatal(err)
	}
	if s.Pages[0].Picture, err = lib.PutAsset("river", []byte(strings.Repeat("a picture ", 500)), "png"); err != nil {
		t.Fatal(err)
	}
	file := lib.Path("river", s.Source.File)
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	a := openApp(t, home)
	await(t, a, "the library", func(l core.LibraryState) bool { return len(l.Cards) == 1 && l.Cards[0].Source })
	a.MeasureStorage()
	l := await(t, a, "its size", func(l core.LibraryState) bool { return l.Storage != nil })
	if m := l.Storage.Stories["river"]; m.Sources != 11_000 || m.Pictures != 5_000 || l.Storage.All.Total() < 16_000 {
		t.Errorf("%+v", l.Storage)
	}
	a.RemoveSources([]string{"river"})
	await(t, a, "no document", func(l core.LibraryState) bool { return !l.Cards[0].Source && l.Storage.All.Sources == 0 })
	if _, err := os.Stat(file); err == nil {
		t.Error("the document is still there")
	}
	if s, err := lib.Load("river"); err != nil || s.Source.File != "" || s.Pages[0].Picture == "" {
		t.Errorf("%+v, %v", s, err)
	}
}

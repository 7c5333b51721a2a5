package ui

import (
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/library"
)

// fullShelf is a library with stories of every kind, painted.
func fullShelf(now time.Time, dir string) core.LibraryState {
	titles := []string{
		"How a volcano erupts", "The journey of a river", "How the heart works", "Who built the pyramids?", "How a leaf makes food",
		"Why the moon changes shape", "A day in the hive", "How light travels", "Bridges that hold", "Mammals of the sea", "Islands born from fire",
		"دورة الماء في الطبيعة", "Das Wasser und sein Weg", "水はどこへ行くのか", "El viaje del agua",
	}
	languages := map[int]string{11: "ar", 12: "de", 13: "ja", 14: "es"}
	var cards []core.Card
	for i, title := range titles {
		at := now.Add(-time.Duration(i*i*7) * time.Hour)
		c := core.Card{
			ID: fmt.Sprintf("story-%02d", i), Title: title, Grade: 2 + i%6, Pages: 8, Passed: 8, Seconds: float64(300 + 37*i), Created: at, Opened: at, Ready: true,
			Language: "en", Picture: filepath.Join(dir, paint(dir, i)), Search: library.SearchText(title, nil, ""),
		}
		if languages[i] != "" {
			c.Language = languages[i]
		}
		cards = append(cards, c)
	}
	cards[0].Passed, cards[3].Passed = 6, 3
	cards[1].Tags, cards[4].Tags, cards[8].Tags = []string{"Geography", "Term 2"}, []string{"Plants"}, []string{"Term 2"}
	cards[2].Missing, cards[2].Ready = "1 picture missing", false
	cards[5].Arriving, cards[5].Ready = true, false
	cards[6].Title, cards[6].VersionOf = "A day in the hive (edited on Room 12, 30 Nov)", "story-05"
	cards[7].Damaged, cards[7].Ready, cards[7].Picture = "This story is damaged and cannot be opened.", false, ""
	cards[9].TextSum, cards[10].TextSum = "same", "same"
	cards[14].Archived = true
	return core.LibraryState{Loaded: true, Cards: cards, Twins: core.FindTwins(cards), Dir: "/home/teacher/Stories"}
}

// shelved shows the library.
func (s *shell) shelved(l core.LibraryState, then func(*libraryScreen)) {
	s.update(s.inLook(atHome()))
	s.library.commands = &calls{}
	s.library.now = func() time.Time { return ten }
	s.update(l)
	s.goTo(s.library)
	if then != nil {
		then(s.library)
	}
}

// libraryScenes are the pictures of the library.
func libraryScenes() []scene {
	nothing := func(time.Time, string) []core.Event { return nil }
	full := func(then func(*libraryScreen)) func(*shell, string) {
		return func(s *shell, dir string) { s.shelved(fullShelf(ten, dir), then) }
	}
	return []scene{
		{"library", nothing, full(nil)},
		{"library-card", nothing, full(func(l *libraryScreen) {
			focusGrid(l)
		})},
		{"library-picked", nothing, full(func(l *libraryScreen) {
			focusGrid(l)
			for range 3 {
				l.grid.TypedRune('x')
				l.grid.TypedKey(&keyRight)
			}
		})},
		{"library-tags", nothing, full(func(l *libraryScreen) { l.askTags(l.state.Cards[1:3]) })},
		{"library-tagmenu", nothing, full(func(l *libraryScreen) { l.setTag("Term 2"); l.tagMenu(l.bar.tag) })},
		{"library-menu", nothing, full(func(l *libraryScreen) { l.moreMenu(l.bar.more) })},
		{"library-twins", nothing, full(func(l *libraryScreen) { l.setFilter(twins) })},
		{"library-archived", nothing, full(func(l *libraryScreen) { l.setFilter(archived) })},
		{"library-none", nothing, full(func(l *libraryScreen) { l.head.search.SetText("glacier") })},
		{"library-empty", nothing, func(s *shell, _ string) { s.shelved(core.LibraryState{Loaded: true}, nil) }},
		{"library-rest", nothing, full(func(l *libraryScreen) { l.showRest(l.state.Cards[7]) })},
		{"library-storage", nothing, full(func(l *libraryScreen) {
			l.storage = true
			state := l.state
			state.Storage = &core.Storage{All: library.Size{Sources: 41e6, Pictures: 318e6, Voices: 702e6, Rest: 3e6}, Deleted: 12e6, Stories: map[string]library.Size{
				"story-00": {Voices: 31e6}, "story-01": {Voices: 28e6}, "story-02": {Voices: 21e6},
			}}
			l.Update(state)
		})},
		{"settings-stories", nothing, func(s *shell, dir string) {
			s.update(s.inLook(atHome()))
			l := fullShelf(ten, dir)
			l.Moving = &core.Moving{To: "/media/stick/Stories", Done: 6, Of: 15}
			s.update(l)
			s.openService()
			s.settings.get().choose(4)
		}},
	}
}

var keyRight = fyne.KeyEvent{Name: fyne.KeyRight}

// focusGrid gives the grid the keyboard.
func focusGrid(l *libraryScreen) {
	fyne.CurrentApp().Driver().CanvasForObject(l.grid).Focus(l.grid)
}

package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFilmstripTurnsPagesByClickAndKey(t *testing.T) {
	test.NewTempApp(t)
	loader := NewLoader()
	defer loader.Close()
	s := NewFilmstrip(loader)
	page := -1
	s.OnPage = func(p int) { page = p }
	s.SetItems(make([]FilmItem, 8), 3)
	test.Tap(s.frames[5])
	if page != 5 {
		t.Errorf("a click on the sixth page went to %d", page)
	}
	for key, want := range map[fyne.KeyName]int{fyne.KeyRight: 4, fyne.KeyLeft: 2, fyne.KeyHome: 0, fyne.KeyEnd: 7} {
		s.TypedKey(&fyne.KeyEvent{Name: key})
		if page != want {
			t.Errorf("%s on page 3 went to %d, want %d", key, page, want)
		}
	}
	page = -1
	s.SetItems(make([]FilmItem, 8), 7)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if page != -1 {
		t.Errorf("after the last page it went to %d", page)
	}
}

func TestFilmstripOfALongStoryKeepsTheCurrentPageInSight(t *testing.T) {
	test.NewTempApp(t)
	loader := NewLoader()
	defer loader.Close()
	s := NewFilmstrip(loader)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 120))
	for _, current := range []int{0, 39, 20, 3} {
		s.SetItems(make([]FilmItem, 40), current)
		x := s.frames[current].Position().X - s.scroll.Offset.X
		if x < 0 || x+s.frames[current].Size().Width > 900 {
			t.Errorf("page %d of 40 is at %v of a strip 900 wide", current+1, x)
		}
	}
}

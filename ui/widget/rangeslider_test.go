package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestRangeSliderMovesWithKeysAndDrag(t *testing.T) {
	test.NewTempApp(t)
	type ends struct{ from, to int }
	var told []ends
	s := NewRangeSlider(14, func(from, to int) { told = append(told, ends{from, to}) })
	s.Resize(fyne.NewSize(300, 36))
	steps := []struct {
		name string
		do   func()
		want ends
	}{
		{"right arrow on the lower handle", func() { s.low.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }, ends{2, 14}},
		{"left arrow on the upper handle", func() { s.high.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) }, ends{2, 13}},
		{"drag of the upper handle", func() {
			s.high.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.x(9)-s.high.Position().X, 18)}})
		}, ends{2, 9}},
		{"the handles do not pass each other", func() { s.low.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) }, ends{9, 9}},
		{"click near the lower end", func() { s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.x(3), 18)}) }, ends{3, 9}},
		{"home", func() { s.low.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) }, ends{1, 9}},
	}
	for _, step := range steps {
		step.do()
		from, to := s.Range()
		if (ends{from, to}) != step.want {
			t.Errorf("%s: %d to %d, want %v", step.name, from, to, step.want)
		}
		if len(told) == 0 || told[len(told)-1] != step.want {
			t.Errorf("%s: was not told", step.name)
		}
	}
	before := len(told)
	s.SetRange(5, 7, 14)
	if len(told) != before {
		t.Error("SetRange told of a change that the teacher did not make")
	}
}

func TestPageGridChoosesByClickShiftClickAndKeys(t *testing.T) {
	test.NewTempApp(t)
	var from, to int
	g := NewPageGrid(func(f, l int) { from, to = f, l })
	g.SetPages(14, nil)
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(760, 330))
	cellOf := func(page int) *pageCell {
		for _, c := range g.sheet.cells {
			if c.page == page && c.Visible() {
				return c
			}
		}
		t.Fatalf("page %d is not in sight", page)
		return nil
	}
	expect := func(what string, f, l int) {
		t.Helper()
		if from != f || to != l {
			t.Errorf("%s: %d to %d, want %d to %d", what, from, to, f, l)
		}
		for page := 1; page <= 14; page++ {
			if got, want := cellOf(page).chosen, page >= f && page <= l; got != want {
				t.Errorf("%s: page %d shown as chosen: %v", what, page, got)
			}
		}
	}
	test.Tap(cellOf(3))
	expect("click", 3, 3)
	c := cellOf(9)
	c.MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierShift})
	test.Tap(c)
	expect("shift-click", 3, 9)
	c = cellOf(2)
	c.MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierShift})
	test.Tap(c)
	expect("shift-click backwards", 2, 3)
	test.Tap(cellOf(5))
	expect("click again", 5, 5)

	g.FocusGained()
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	expect("arrow and space", 6, 6)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	expect("shift with an arrow", 6, 6+g.Columns(g.scroll.Size().Width))
}

func TestPageGridHasSevenColumnsInAUsualWindowAndFiveInTheSmallest(t *testing.T) {
	test.NewTempApp(t)
	g := NewPageGrid(nil)
	for width, want := range map[float32]int{758: 7, 488: 5, 1312: 10} {
		if got := g.Columns(width); got != want {
			t.Errorf("%v wide: %d columns, want %d", width, got, want)
		}
	}
}

func TestPageGridOfABookHasObjectsOnlyForThePagesInSight(t *testing.T) {
	test.NewTempApp(t)
	g := NewPageGrid(nil)
	g.SetPages(2000, nil)
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(760, 400))
	if n := len(g.sheet.cells); n > 60 {
		t.Errorf("%d objects for a view of three rows", n)
	}
	g.Reveal(1999)
	found := false
	for _, c := range g.sheet.cells {
		if c.page == 1999 && c.Visible() {
			y := c.Position().Y - g.scroll.Offset.Y
			found = y >= 0 && y+c.Size().Height <= g.scroll.Size().Height+gridEnd+1
		}
	}
	if !found {
		t.Error("page 1999 was not brought into sight")
	}
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// storiesPage is about where everything lies, and where the stories are to be.
func (s *settingsScreen) storiesPage() *settingsPage {
	move := widget.NewButton(widget.Plain, widget.IconFolder, "Move the stories", func() {
		s.pickFolder("Choose where the stories are to be", "Move them here", func(dir string) { s.commands.MoveLibrary(dir, true) })
	})
	use := widget.NewButton(widget.Plain, "", "Use another folder", func() {
		s.pickFolder("Choose the folder of the stories", "Use this folder", func(dir string) { s.commands.MoveLibrary(dir, false) })
	})
	bar := widget.NewProgress()
	moved := widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	where := widget.NewText(widget.Body, "").SetToken(widget.Ink2).Wrap(0)
	head := widget.NewText(widget.Strong, "Library")
	hint := widget.NewText(widget.SmallText, "A folder that a program keeps the same on two computers can be the library. "+
		"What is changed on both at the same time becomes two stories; nothing is lost.").SetToken(widget.Ink2).Wrap(0)
	s.updates = append(s.updates, func() {
		dir := s.library.Dir
		if dir == "" {
			dir = s.places.Library
		}
		where.SetText(dir)
		m := s.library.Moving
		visible(bar, m != nil)
		visible(moved, m != nil)
		if m != nil {
			bar.Set(float32(m.Done) / float32(max(m.Of, 1)))
			moved.SetText(fmt.Sprintf("Moving to %s: %d of %s", m.To, m.Done, plural(m.Of, "story")))
			move.Disable()
			use.Disable()
		} else {
			move.Enable()
			use.Enable()
		}
	})
	folder := settingsCard{height: func(width float32) float32 {
		return 22 + where.HeightFor(width) + 8 + hint.HeightFor(width) + 16 + 40
	}}
	folder.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(head, 0, 0, size.Width, 20)
		y := float32(22)
		put(where, 0, y, size.Width, where.HeightFor(size.Width))
		y += where.HeightFor(size.Width) + 8
		put(hint, 0, y, size.Width, hint.HeightFor(size.Width))
		y += hint.HeightFor(size.Width) + 16
		x := float32(0)
		for _, b := range []*widget.Button{move, use} {
			put(b, x, y, b.MinSize().Width, 40)
			x += b.MinSize().Width + 12
		}
		put(bar, x+8, y+8, max(size.Width-x-8, 0), 6)
		put(moved, x+8, y+18, max(size.Width-x-8, 0), 18)
	}), head, where, hint, move, use, bar, moved)
	return &settingsPage{name: "Stories and files", icon: widget.IconBox, cards: []settingsCard{card(
		folder,
		setting("Settings", s.places.Settings, nil),
		setting("Log", s.places.Cache, nil),
	)}}
}

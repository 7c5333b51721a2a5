package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// pickedBar takes the place of the filters while stories are picked.
type pickedBar struct {
	count   *widget.Text
	archive *widget.Button
	screen  *libraryScreen
	object  *fyne.Container
}

func newPickedBar(s *libraryScreen) *pickedBar {
	b := &pickedBar{count: widget.NewText(widget.SmallStrong, ""), screen: s}
	button := func(icon widget.Icon, text string, do func()) *widget.Button {
		return widget.NewButton(widget.Plain, icon, text, do).SetSize(widget.Small)
	}
	b.archive = button(widget.IconBox, "Archive", func() { s.archive(s.pickedCards()) })
	buttons := []*widget.Button{
		button(widget.IconText, "Tags", func() { s.askTags(s.pickedCards()) }), b.archive,
		button(widget.IconTrash, "Delete", func() { s.remove(s.pickedCards()) }),
		button("", "All", func() { s.grid.PickAll() }),
		button("", "None", func() { s.grid.Unpick() }),
	}
	objects := []fyne.CanvasObject{b.count}
	for _, o := range buttons {
		objects = append(objects, o)
	}
	b.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(b.count, 0, 7, 120, 18)
		x := b.count.Width() + 20
		for _, o := range buttons {
			put(o, x, 0, o.MinSize().Width, widget.HeightSmall)
			x += o.MinSize().Width + 8
		}
	}), objects...)
	b.object.Hide()
	return b
}

func (b *pickedBar) show(n int) {
	b.count.SetText(fmt.Sprintf("%d picked", n))
	text := "Archive"
	if b.screen.filter == archived {
		text = "Take out of the archive"
	}
	b.archive.SetText(text)
	b.object.Refresh()
}

// pickedCards gives the cards of the picked stories.
func (s *libraryScreen) pickedCards() []core.Card {
	var cards []core.Card
	picked := s.grid.Picked()
	for _, c := range s.state.Cards {
		if slices.Contains(picked, c.ID) {
			cards = append(cards, c)
		}
	}
	return cards
}

// these gives the picked cards where c is one of them, else c alone.
func (s *libraryScreen) these(c core.Card) []core.Card {
	if picked := s.pickedCards(); slices.ContainsFunc(picked, func(p core.Card) bool { return p.ID == c.ID }) {
		return picked
	}
	return []core.Card{c}
}

func idsOf(cards []core.Card) []string {
	ids := make([]string, len(cards))
	for i, c := range cards {
		ids[i] = c.ID
	}
	return ids
}

// called names stories: by the title of one, by the number of several.
func called(cards []core.Card) string {
	if len(cards) == 1 {
		return "“" + cards[0].Title + "”"
	}
	return plural(len(cards), "story")
}

// remove deletes stories; they can be brought back while the toast stands.
func (s *libraryScreen) remove(cards []core.Card) {
	if len(cards) == 0 {
		return
	}
	s.grid.Unpick()
	s.commands.Delete(idsOf(cards)...)
	s.nav.undoable(called(cards)+" deleted", s.commands.UndoDelete)
}

// archive puts stories into the archive, or takes them out where all are in it.
func (s *libraryScreen) archive(cards []core.Card) {
	if len(cards) == 0 {
		return
	}
	on := slices.ContainsFunc(cards, func(c core.Card) bool { return !c.Archived })
	ids := idsOf(cards)
	s.grid.Unpick()
	s.commands.Archive(ids, on)
	said := " archived"
	if !on {
		said = " back in the library"
	}
	s.nav.undoable(called(cards)+said, func() { s.commands.Archive(ids, !on) })
}

// menu shows what can be done with a story, or with all that are picked.
func (s *libraryScreen) menu(id string, beside fyne.CanvasObject) {
	c, ok := s.card(id)
	if !ok {
		return
	}
	cards := s.these(c)
	one, sound := len(cards) == 1, c.Damaged == ""
	var items []widget.MenuItem
	if one && sound {
		items = append(items,
			widget.MenuItem{Icon: widget.IconBook, Text: "Open", Shortcut: "Return", Action: func() { s.nav.openStory(id) }},
			widget.MenuItem{Icon: widget.IconPencil, Text: "Rename", Shortcut: "F2", Disabled: c.Making, Action: func() { s.nav.askTitle(id, c.Title) }},
			widget.MenuItem{Icon: widget.IconExport, Text: "Save as one file", Disabled: c.Making, Action: func() { s.nav.saveStoryFile(id, c.Title) }},
		)
	}
	if one && (!sound || c.Missing != "") && !c.Making {
		items = append(items, widget.MenuItem{Icon: widget.IconShield, Text: "See what can be saved", Action: func() { s.showRest(c) }})
	}
	if one && c.Making {
		items = append(items, widget.MenuItem{Icon: widget.IconStop, Text: "Stop making it", Action: func() { s.commands.Stop(id) }})
	}
	if sound || !one {
		text := "Archive"
		if c.Archived {
			text = "Take out of the archive"
		}
		items = append(items, widget.MenuItem{},
			widget.MenuItem{Icon: widget.IconText, Text: "Tags", Disabled: c.Making, Action: func() { s.askTags(cards) }},
			widget.MenuItem{Icon: widget.IconBox, Text: text, Disabled: c.Making, Action: func() { s.archive(cards) }},
		)
	}
	items = append(items, widget.MenuItem{}, widget.MenuItem{Icon: widget.IconTrash, Text: "Delete", Shortcut: "Del", Danger: true, Action: func() { s.remove(cards) }})
	if items[0].Text == "" {
		items = items[1:]
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 200, items...)
}

// askTags lets the teacher give stories tags and take others away.
func (s *libraryScreen) askTags(cards []core.Card) {
	if len(cards) == 0 {
		return
	}
	names, _ := s.state.Tags()
	has := func(tag string) bool {
		return !slices.ContainsFunc(cards, func(c core.Card) bool { return !slices.Contains(c.Tags, tag) })
	}
	wanted := map[string]bool{}
	chips := &flow{}
	for _, tag := range names {
		wanted[tag] = has(tag)
		var chip *widget.Chip
		chip = widget.NewChip(shortTag(tag), func() {
			wanted[tag] = !wanted[tag]
			chip.Set(shortTag(tag), wanted[tag])
		})
		chip.Set(shortTag(tag), wanted[tag])
		chips.objects = append(chips.objects, chip)
	}
	field := widget.NewField("A new tag, such as Term 2")
	keep := func() {
		var add, remove []string
		for _, tag := range names {
			switch {
			case wanted[tag] && !has(tag):
				add = append(add, tag)
			case !wanted[tag] && has(tag):
				remove = append(remove, tag)
			}
		}
		for tag := range strings.SplitSeq(field.Text(), ",") {
			if tag = core.CleanTag(tag); tag != "" {
				add = append(add, tag)
			}
		}
		if len(add)+len(remove) > 0 {
			s.commands.Tag(idsOf(cards), add, remove)
		}
		s.grid.Unpick()
	}
	var closes func()
	field.OnSubmitted = func(string) {
		closes()
		keep()
	}
	closes = widget.ShowDialog(s.root, widget.Dialog{
		Title: "Tags of " + called(cards), Content: chips.under(field, tagsWidth-48), Width: tagsWidth, First: field.Focus(),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Keep the tags", Do: keep}},
	})
}

const tagsWidth = 480

// flow puts objects side by side, in as many rows as they take.
type flow struct{ objects []fyne.CanvasObject }

// lay places the objects in a width and gives their height.
func (f *flow) lay(top, width float32) (bottom float32) {
	x, y := float32(0), top
	for _, o := range f.objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y = 0, y+m.Height+8
		}
		put(o, x, y, min(m.Width, width), m.Height)
		x += m.Width + 8
		bottom = y + m.Height
	}
	return max(bottom, top)
}

// under puts the objects below a field; those that are too many are scrolled.
func (f *flow) under(field *widget.Field, width float32) fyne.CanvasObject {
	const most = 220
	tall := f.lay(0, width)
	inside := container.New(&arrangement{
		place: func(size fyne.Size) { f.lay(4, size.Width) },
		least: func() fyne.Size { return fyne.NewSize(100, tall+8) },
	}, f.objects...)
	scroll := container.NewVScroll(inside)
	visible(scroll, len(f.objects) > 0)
	high := float32(40)
	if len(f.objects) > 0 {
		high += 12 + min(tall+8, most)
	}
	return container.New(&arrangement{
		place: func(size fyne.Size) {
			put(field, 1, 0, size.Width-2, 40)
			put(scroll, 0, 52, size.Width, size.Height-52)
		},
		least: func() fyne.Size { return fyne.NewSize(100, high) },
	}, field, scroll)
}

// askTag lets the teacher rename a tag.
func (s *libraryScreen) askTag(tag string) {
	field := widget.NewField("Tag")
	field.SetText(tag)
	rename := func() {
		if to := core.CleanTag(field.Text()); to != "" && to != tag {
			s.commands.RenameTag(tag, to)
			s.setTag(to)
		}
	}
	var closes func()
	field.OnSubmitted = func(string) {
		closes()
		rename()
	}
	closes = widget.ShowDialog(s.root, widget.Dialog{
		Title: "Rename the tag", Content: field, First: field.Focus(),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Rename", Do: rename}},
	})
	field.SelectAll()
}

// dropTag takes a tag away from every story; it can be given back at once.
func (s *libraryScreen) dropTag(tag string) {
	var ids []string
	for _, c := range s.state.Cards {
		if slices.Contains(c.Tags, tag) {
			ids = append(ids, c.ID)
		}
	}
	s.setTag("")
	s.commands.DeleteTag(tag)
	s.nav.undoable("The tag “"+tag+"” is taken away. The stories stay", func() { s.commands.Tag(ids, []string{tag}, nil) })
}

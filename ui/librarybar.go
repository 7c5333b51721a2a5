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

// libraryBar is the one row of filters, the order, and what else there is to
// do with the library. Where there is no room for every kind of story side by
// side, they are in a menu.
type libraryBar struct {
	chips    []*widget.Chip // of the filters
	kind     *widget.Chip   // in place of all but the first
	grade    *widget.Chip
	language *widget.Chip
	tag      *widget.Chip
	sort     *widget.Button
	more     *widget.Button
	wanted   []bool // of chips: there are such stories
	object   *fyne.Container
}

var filterNames = []string{"All", "Ready offline", "To review", "Unfinished", "Something missing", "Duplicates", "Archived"}

func newLibraryBar(s *libraryScreen) *libraryBar {
	b := &libraryBar{wanted: make([]bool, len(filterNames))}
	var objects []fyne.CanvasObject
	for i, name := range filterNames {
		chip := widget.NewChip(name, func() { s.setFilter(filter(i)) })
		b.chips = append(b.chips, chip)
		objects = append(objects, chip)
	}
	b.kind = widget.NewChip("Show", func() { s.kindMenu(b.kind) }).SetOpens()
	b.grade = widget.NewChip("Grade", func() { s.gradeMenu(b.grade) }).SetOpens()
	b.language = widget.NewChip("Language", func() { s.languageMenu(b.language) }).SetOpens()
	b.tag = widget.NewChip("Tag", func() { s.tagMenu(b.tag) }).SetOpens()
	b.sort = widget.NewButton(widget.QuietInk, widget.IconDown, "", func() { s.sortMenu(b.sort) }).SetSize(widget.Small).IconAfter()
	b.more = widget.NewIconButton(widget.IconMore, "More", func() { s.moreMenu(b.more) }).SetSize(widget.Small)
	b.object = container.New(placing(b.place), append(objects, b.kind, b.grade, b.language, b.tag, b.sort, b.more)...)
	return b
}

// place lays the row out.
func (b *libraryBar) place(_ []fyne.CanvasObject, size fyne.Size) {
	right := size.Width - widget.HeightSmall
	put(b.more, right, 0, widget.HeightSmall, widget.HeightSmall)
	right -= b.sort.MinSize().Width + 4
	put(b.sort, right, 0, b.sort.MinSize().Width, widget.HeightSmall)
	openers := []*widget.Chip{b.grade, b.language, b.tag}
	needs := float32(0)
	for i, chip := range append(slices.Clone(b.chips), openers...) {
		if i >= len(b.chips) && chip.Visible() || i < len(b.chips) && b.wanted[i] {
			needs += chip.MinSize().Width + 8
		}
	}
	narrow := needs > right
	x := float32(0)
	set := func(chip *widget.Chip, on bool) {
		visible(chip, on)
		if on {
			put(chip, x, 0, chip.MinSize().Width, chip.MinSize().Height)
			x += chip.MinSize().Width + 8
		}
	}
	for i, chip := range b.chips {
		set(chip, b.wanted[i] && (i == 0 || !narrow))
	}
	set(b.kind, narrow)
	for _, chip := range openers {
		set(chip, chip.Visible())
	}
}

// orders are the ways to sort: the setting and its words.
var orders = []struct{ by, name string }{
	{"", "Last opened"}, {"created", "Newest first"}, {"title", "By title"}, {"grade", "By grade"}, {"length", "Shortest first"},
}

func (b *libraryBar) show(s *libraryScreen) {
	count := make([]int, len(filterNames))
	for _, c := range s.state.Cards {
		for f := range count {
			if s.belongs(filter(f), c) {
				count[f]++
			}
		}
	}
	for i, chip := range b.chips {
		chip.Set(fmt.Sprintf("%s %d", filterNames[i], count[i]), s.filter == filter(i))
		b.wanted[i] = i == 0 || count[i] > 0 || s.filter == filter(i)
	}
	kind := "Show"
	if s.filter != allStories {
		kind = b.chips[s.filter].Text()
	}
	b.kind.Set(kind, s.filter != allStories)
	grade := "Grade"
	if s.grade >= 0 {
		grade = gradeName(s.grade)
	}
	b.grade.Set(grade, s.grade >= 0)
	language := "Language"
	if s.language != "" {
		language = languageName(s.language)
	}
	b.language.Set(language, s.language != "")
	visible(b.language, s.language != "" || len(s.languages()) > 1)
	tag := "Tag"
	if s.tag != "" {
		tag = shortTag(s.tag)
	}
	b.tag.Set(tag, s.tag != "")
	visible(b.tag, s.tag != "" || slices.ContainsFunc(s.state.Cards, func(c core.Card) bool { return len(c.Tags) > 0 }))
	for _, o := range orders {
		if o.by == s.sort {
			b.sort.SetText(o.name)
		}
	}
	b.sort.SetIcon(widget.IconDown)
	b.object.Refresh()
}

// shortTag cuts a long tag for a chip.
func shortTag(tag string) string {
	if r := []rune(tag); len(r) > 20 {
		return string(r[:19]) + "…"
	}
	return tag
}

// kindMenu offers the kinds of stories that there are.
func (s *libraryScreen) kindMenu(beside fyne.CanvasObject) {
	var items []widget.MenuItem
	for i, chip := range s.bar.chips {
		if s.bar.wanted[i] {
			items = append(items, widget.MenuItem{Text: chip.Text(), Checked: s.filter == filter(i), Action: func() { s.setFilter(filter(i)) }})
		}
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 200, items...)
}

// gradeMenu offers the grades that there are stories for.
func (s *libraryScreen) gradeMenu(beside fyne.CanvasObject) {
	count := map[int]int{}
	for _, c := range s.state.Cards {
		count[c.Grade]++
	}
	items := []widget.MenuItem{{Text: "Every grade", Checked: s.grade < 0, Action: func() { s.setGrade(-1) }}}
	for g := core.MinGrade; g <= core.MaxGrade; g++ {
		if count[g] > 0 {
			items = append(items, widget.MenuItem{
				Text: gradeName(g), Shortcut: fmt.Sprint(count[g]), Checked: s.grade == g, Action: func() { s.setGrade(g) },
			})
		}
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 180, items...)
}

// languages gives the languages of the stories, by name, each with the number
// of its stories.
func (s *libraryScreen) languages() map[string]int {
	count := map[string]int{}
	for _, c := range s.state.Cards {
		for _, tag := range []string{c.Language, c.Also} {
			if tag != "" && tag != "und" {
				count[baseLanguage(tag)]++
			}
		}
	}
	return count
}

func (s *libraryScreen) languageMenu(beside fyne.CanvasObject) {
	count := s.languages()
	var tags []string
	for tag := range count {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b string) int { return strings.Compare(languageName(a), languageName(b)) })
	items := []widget.MenuItem{{Text: "Every language", Checked: s.language == "", Action: func() { s.setLanguage("") }}}
	for _, tag := range tags {
		items = append(items, widget.MenuItem{
			Text: languageName(tag), Shortcut: fmt.Sprint(count[tag]), Checked: s.language == tag, Action: func() { s.setLanguage(tag) },
		})
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 200, items...)
}

func (s *libraryScreen) tagMenu(beside fyne.CanvasObject) {
	names, count := s.state.Tags()
	items := []widget.MenuItem{{Text: "Any tag or none", Checked: s.tag == "", Action: func() { s.setTag("") }}}
	for _, tag := range names {
		items = append(items, widget.MenuItem{
			Text: shortTag(tag), Shortcut: fmt.Sprint(count[tag]), Checked: s.tag == tag, Action: func() { s.setTag(tag) },
		})
	}
	if s.tag != "" {
		tag := s.tag
		items = append(items, widget.MenuItem{},
			widget.MenuItem{Icon: widget.IconPencil, Text: "Rename this tag", Action: func() { s.askTag(tag) }},
			widget.MenuItem{Icon: widget.IconTrash, Text: "Take this tag away", Danger: true, Action: func() { s.dropTag(tag) }})
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 200, items...)
}

func (s *libraryScreen) sortMenu(beside fyne.CanvasObject) {
	var items []widget.MenuItem
	for _, o := range orders {
		items = append(items, widget.MenuItem{Text: o.name, Checked: o.by == s.sort, Action: func() { s.setSort(o.by) }})
	}
	widget.ShowMenu(beside, widget.BelowOf(beside), 180, items...)
}

// moreMenu offers what concerns the library as a whole.
func (s *libraryScreen) moreMenu(beside fyne.CanvasObject) {
	widget.ShowMenu(beside, widget.BelowOf(beside), 220,
		widget.MenuItem{Icon: widget.IconBox, Text: "Import a story", Action: s.nav.chooseStoryFile},
		widget.MenuItem{Icon: widget.IconCheck, Text: "Pick every story shown", Shortcut: "Ctrl A", Action: s.grid.PickAll},
		widget.MenuItem{},
		widget.MenuItem{Icon: widget.IconGrid, Text: "Duplicates", Shortcut: fmt.Sprint(len(s.why)), Disabled: len(s.why) == 0, Action: func() { s.setFilter(twins) }},
		widget.MenuItem{Icon: widget.IconFolder, Text: "Room on the disk", Action: s.showStorage},
	)
}

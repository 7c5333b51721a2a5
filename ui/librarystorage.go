package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// room says how much of a disk something takes: "12 MB".
func room(bytes int64) string {
	switch {
	case bytes >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
	case bytes >= 1e6:
		return fmt.Sprintf("%.0f MB", float64(bytes)/1e6)
	}
	return fmt.Sprintf("%.0f kB", float64(bytes)/1e3)
}

// largest is how many stories are listed with their size.
const largest = 5

// showStorage shows what the library takes of the disk, as soon as it has been
// measured.
func (s *libraryScreen) showStorage() {
	s.storage = true
	s.commands.MeasureStorage()
	s.nav.say("Measuring the library")
}

// storageMeasured shows the figures that were asked for.
func (s *libraryScreen) storageMeasured() {
	if !s.storage || s.state.Storage == nil {
		return
	}
	s.storage = false
	m := s.state.Storage
	rows := []storageRow{
		{"Pictures", m.All.Pictures, true},
		{"Voices", m.All.Voices, true},
		{"Kept documents", m.All.Sources, true},
		{"Texts and the rest", m.All.Rest, true},
		{"Deleted, for 30 days", m.Deleted, true},
	}
	cards := slices.Clone(s.state.Cards)
	slices.SortStableFunc(cards, func(a, b core.Card) int {
		return cmp.Compare(m.Stories[b.ID].Total(), m.Stories[a.ID].Total())
	})
	for _, c := range cards[:min(len(cards), largest)] {
		rows = append(rows, storageRow{c.Title, m.Stories[c.ID].Total(), false})
	}
	actions := []widget.DialogAction{{Kind: widget.Primary, Text: "Close"}}
	if m.All.Sources > 0 {
		actions = append([]widget.DialogAction{{Kind: widget.Plain, Text: "Remove documents…", Do: s.askSources}}, actions...)
	}
	if m.Deleted > 0 {
		actions = append([]widget.DialogAction{{Kind: widget.Plain, Text: "Empty deleted…", Do: s.askEmpty}}, actions...)
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: plural(len(cards), "story") + ", " + room(m.All.Total()), Content: storageTable(rows), Width: 480, Actions: actions,
	})
}

// askEmpty asks before deleted stories are removed for good.
func (s *libraryScreen) askEmpty() {
	widget.ShowDialog(s.root, widget.Dialog{
		Title: "Remove deleted stories for good?", Text: "They take " + room(s.state.Storage.Deleted) + " and can then no longer be brought back.",
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Keep them"},
			{Kind: widget.Danger, Text: "Remove them", Do: s.commands.EmptyDeleted},
		},
	})
}

// askSources asks before documents are removed: it cannot be undone.
func (s *libraryScreen) askSources() {
	var ids []string
	for _, c := range s.state.Cards {
		if c.Source {
			ids = append(ids, c.ID)
		}
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: "Remove the kept documents?",
		Text: plural(len(ids), "story") + " can then no longer be checked against the document, and not be gone on with without it. " +
			"Texts, pictures and voices stay. This cannot be undone.",
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Keep them"},
			{Kind: widget.Danger, Text: "Remove the documents", Do: func() { s.commands.RemoveSources(ids) }},
		},
	})
}

type storageRow struct {
	name  string
	bytes int64
	kind  bool // one of the kinds of files; else a story
}

const storageRowHeight = 26

// storageTable shows kinds of files, and under a rule the largest stories.
func storageTable(rows []storageRow) fyne.CanvasObject {
	rule := widget.NewRule()
	head := widget.NewText(widget.SmallText, "The largest stories").SetToken(widget.Ink2)
	objects := []fyne.CanvasObject{rule, head}
	type line struct{ name, size *widget.Text }
	var lines []line
	kinds := 0
	for _, r := range rows {
		l := line{widget.NewText(widget.Body, r.name).Truncate(), widget.NewText(widget.Body, room(r.bytes)).SetToken(widget.Ink2)}
		lines = append(lines, l)
		objects = append(objects, l.name, l.size)
		if r.kind {
			kinds++
		}
	}
	return container.New(&arrangement{
		place: func(size fyne.Size) {
			y := float32(0)
			for i, l := range lines {
				if i == kinds {
					put(rule, 0, y+8, size.Width, 1)
					put(head, 0, y+18, size.Width, 18)
					y += 42
				}
				put(l.name, 0, y, size.Width-100, 20)
				put(l.size, size.Width-l.size.Width(), y, l.size.Width(), 20)
				y += storageRowHeight
			}
			visible(rule, kinds < len(lines))
			visible(head, kinds < len(lines))
		},
		least: func() fyne.Size {
			tall := float32(len(lines)) * storageRowHeight
			if kinds < len(lines) {
				tall += 42
			}
			return fyne.NewSize(100, tall)
		},
	}, objects...)
}

// showRest shows what can be saved of a damaged story.
func (s *libraryScreen) showRest(c core.Card) {
	r, err := s.commands.Rest(c.ID)
	if err != nil || r.Empty() {
		widget.ShowDialog(s.root, widget.Dialog{
			Title: "Nothing of it is whole", Text: "Make “" + c.Title + "” again from its document, or bring back a copy of the library’s folder.",
			Actions: []widget.DialogAction{{Kind: widget.Primary, Text: "Close"}},
		})
		return
	}
	say := "Whole are " + listed([]string{
		some(r.Texts, "page"), some(r.Pictures, "picture"), some(r.Voices, "voice"), some(len(r.Story.Quiz), "question"),
	})
	if r.Lost > 0 {
		say += ". " + plural(r.Lost, "page") + " cannot be read any more"
	}
	why := c.Damaged
	if why != "" {
		why += " "
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: "What is left of “" + c.Title + "”", Text: why + say + ". Saving it makes a new story; this one stays as it is.",
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Not now"},
			{Kind: widget.Primary, Text: "Save what is left", Do: func() { s.commands.SaveRest(c.ID) }},
		},
	})
}

// some says how many; "" for none.
func some(n int, one string) string {
	if n == 0 {
		return ""
	}
	return plural(n, one)
}

// listed joins what there is: "6 pages, 4 pictures and 1 voice".
func listed(parts []string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}

package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/editing"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewHead is the title of what is reviewed, how hard it is to read, the
// level, and what can be done with the page.
type reviewHead struct {
	review *storyReview
	object *fyne.Container

	title, line *widget.Text
	pad         *renamePad
	field       *widget.Field
	levels      *levelTabs
	more        *widget.Button
	renaming    string // the page whose title is being typed; "": none
}

func newReviewHead(r *storyReview) *reviewHead {
	h := &reviewHead{review: r}
	h.title = widget.NewText(widget.CardTitle, "").Truncate()
	h.line = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	h.pad = newRenamePad(h.rename)
	h.field = widget.NewField("Title of the page").SetSpeller(speller{screen: r.screen})
	h.field.OnSubmitted = func(string) { h.end(true) }
	h.field.OnCancel = func() { h.end(false) }
	h.field.OnLeft = func() { h.end(true) }
	h.field.Hide()
	h.more = widget.NewIconButton(widget.IconMore, "Add, split, join, move or delete pages", h.menu)
	h.levels = newLevelTabs(r.screen, r.leave)
	h.object = container.New(&arrangement{place: h.place}, h.pad, h.title, h.line, h.field, h.more, h.levels.object)
	return h
}

func (h *reviewHead) place(size fyne.Size) {
	right := size.Width - 16
	if h.more.Visible() {
		put(h.more, right-40, 14, 40, 40)
		right -= 44
	}
	if h.levels.object.Visible() {
		m := h.levels.object.MinSize()
		put(h.levels.object, right-m.Width, 34-m.Height/2, m.Width, m.Height)
		right -= m.Width + 12
	}
	text := right - 24
	put(h.title, 24, 16, text, 22)
	put(h.line, 24, 38, text, 18)
	put(h.pad, 16, 12, min(text, max(h.title.Width(), 80))+16, 28)
	put(h.field, 16, 14, min(text, 420), 40)
}

// update shows the head of what is reviewed.
func (h *reviewHead) update() {
	r := h.review
	s := r.screen
	st := s.state.Story
	switch r.part {
	case partQuiz:
		h.title.SetText("Quiz")
		h.line.SetText(counted(len(st.Quiz), "question"))
	case partTerms:
		h.title.SetText("Glossary")
		h.line.SetText(countedEntries(len(st.Glossary)))
	case partPage:
		p := s.current()
		h.title.SetText(fmt.Sprintf("Page %d, %s", s.page+1, p.Title))
		h.setLine(pageTexts(p))
	}
	onPage := r.part == partPage
	visible(h.more, onPage)
	visible(h.pad, onPage && h.renaming == "")
	h.levels.update(onPage)
	visible(h.field, h.renaming != "")
	visible(h.title, h.renaming == "")
	visible(h.line, h.renaming == "")
	h.object.Refresh()
}

func pageTexts(p *story.Page) []string {
	texts := make([]string, len(p.Sentences))
	for i := range p.Sentences {
		texts[i] = p.Sentences[i].Text
	}
	return texts
}

// setLine shows how long and how hard the page is with these sentences.
func (h *reviewHead) setLine(texts []string) {
	s := h.review.screen
	p := s.current()
	line := readingLine(s.language(), texts)
	switch work := workOf(s.state, p.ID, story.Voice); {
	case work != nil:
		line += " · " + workWords(work)
	case p.Parts.Voice.State.Usable():
		line += fmt.Sprintf(" · %d s aloud", int(p.Seconds+0.5))
	}
	h.line.SetText(line)
}

// rename puts a field in the place of the page's title.
func (h *reviewHead) rename() {
	p := h.review.screen.current()
	if p == nil || h.renaming != "" {
		return
	}
	h.renaming = p.ID
	h.field.SetText(p.Title)
	h.update()
	h.field.TakeFocus()
	h.field.SelectAll()
}

// end takes the new title, or leaves the old one.
func (h *reviewHead) end(take bool) {
	page := h.renaming
	if page == "" {
		return
	}
	h.renaming = ""
	title := strings.TrimSpace(h.field.Text())
	s := h.review.screen
	for i := range s.pages() {
		if p := &s.state.Story.Pages[i]; p.ID == page && take && title != "" && title != p.Title {
			h.review.edit(editing.SetPageTitle{Page: page, Title: title})
		}
	}
	if s.current() != nil {
		h.update()
	}
}

// menu offers what can be done with the page.
func (h *reviewHead) menu() {
	r := h.review
	s := r.screen
	p := s.current()
	if p == nil {
		return
	}
	at, last := s.page, s.pages()-1
	split := r.list.focused()
	if split < 0 {
		split = len(p.Sentences) / 2
	}
	voice := []widget.MenuItem{{}, {Icon: widget.IconMic, Text: "Record my own voice", Action: r.record}}
	if p.Parts.Voice.State.Gap() && p.Narration != "" || p.Parts.Voice.State == story.Failed {
		voice = append(voice,
			widget.MenuItem{Icon: widget.IconRetry, Text: "Speak it again", Action: func() { s.commands.SpeakAgain(s.id, p.ID, false) }},
			widget.MenuItem{Icon: widget.IconLaptop, Text: "Have this computer speak the page", Action: func() { s.commands.SpeakAgain(s.id, p.ID, true) }})
	}
	items := append([]widget.MenuItem{
		{Icon: widget.IconPencil, Text: "Change the title", Action: h.rename},
		{Icon: widget.IconPlus, Text: "Add a page after this one", Action: r.addPage},
		{Icon: widget.IconLines, Text: fmt.Sprintf("Split before sentence %d", split+1), Disabled: split < 1, Action: func() {
			r.edit(editing.SplitPage{Page: p.ID, At: split})
		}},
		{Icon: widget.IconBox, Text: "Join with the next page", Disabled: at == last, Action: func() { r.edit(editing.JoinPage{Page: p.ID}) }},
		{Icon: widget.IconUp, Text: "Move up", Shortcut: "Alt ↑", Disabled: at == 0, Action: func() { r.movePage(-1) }},
		{Icon: widget.IconDown, Text: "Move down", Shortcut: "Alt ↓", Disabled: at == last, Action: func() { r.movePage(1) }},
		{Icon: widget.IconCheck, Text: "Pass all pages", Shortcut: "A", Disabled: passed(s.state.Story) == s.pages(), Action: r.all},
	}, voice...)
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Icon: widget.IconTrash, Text: "Delete the page", Danger: true, Disabled: last == 0, Action: func() {
			r.edit(editing.DeletePage{Page: p.ID})
			s.nav.undoable(fmt.Sprintf("Page %d is deleted.", at+1), func() { s.commands.Undo(s.id) })
		}})
	widget.ShowMenu(h.more, widget.BelowOf(h.more), 250, items...)
}

// addPage asks for the first words of a new page.
func (r *storyReview) addPage() {
	s := r.screen
	p := s.current()
	if p == nil {
		return
	}
	title, text := widget.NewField("Title of the page"), widget.NewSentenceField("Its first sentence")
	add := func() {
		if strings.TrimSpace(title.Text()) == "" || strings.TrimSpace(text.Text()) == "" {
			return
		}
		r.edit(editing.AddPage{After: p.ID, Title: title.Text(), Text: text.Text()})
		s.page++
	}
	var closes func()
	title.OnSubmitted = func(string) { text.TakeFocus() }
	text.OnSubmitted = func(string) { closes(); add() }
	label := func(words string) *widget.Text { return widget.NewText(widget.SmallStrong, words) }
	closes = widget.ShowDialog(r.object, widget.Dialog{
		Title: "Add a page", Width: 560, First: title.Focus(),
		Content: column(510, 6, label("Title"), title, space(4), label("First sentence"), text),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Add the page", Do: add}},
	})
}

func countedEntries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

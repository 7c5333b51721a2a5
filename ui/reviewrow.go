package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// reviewRow is one sentence of the page with how it stands to the document.
// Pressing it, or Return, changes it where it stands.
type reviewRow struct {
	fw.BaseWidget
	list *reviewList
	at   int

	sentence story.Sentence
	finding  *evidence.Item
	focused  bool
	hovered  bool

	mark   *widget.IconView
	text   *widget.StoryText
	also   *widget.StoryText
	page   *widget.Text
	reason *widget.Text
	keep   *widget.Button
	remove *widget.Button
	more   *widget.Button
	stop   *widget.Button // opens the questions that the voice stops for
	misses *widget.Text   // words that no dictionary knows
}

var (
	_ fyne.Focusable     = (*reviewRow)(nil)
	_ fyne.Tappable      = (*reviewRow)(nil)
	_ desktop.Hoverable  = (*reviewRow)(nil)
	_ desktop.Cursorable = (*reviewRow)(nil)
)

func newReviewRow(l *reviewList, at int) *reviewRow {
	s := l.review.screen
	r := &reviewRow{list: l, at: at}
	r.mark = widget.NewIconView("", widget.Ok, 21)
	r.text = widget.NewStoryText(s.fonts, widget.PageColours)
	r.text.SetStyle(widget.TextStyle{Smallest: reviewLetters, Largest: reviewLetters, Top: true})
	r.text.OnTappedWord = func(typeset.Side, int, int) { l.edit(r.at) }
	r.also = widget.NewStoryText(s.fonts, quietColours)
	r.also.SetStyle(widget.TextStyle{Smallest: 15, Largest: 15, Top: true})
	r.also.OnTappedWord = func(typeset.Side, int, int) { r.editAlso() }
	r.page = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2)
	r.reason = widget.NewText(widget.SmallText, "").Wrap(4)
	r.misses = widget.NewText(widget.SmallText, "").SetToken(widget.Red).Wrap(2)
	r.keep = widget.NewButton(widget.QuietInk, "", "Keep", func() { r.setKept(true) }).SetSize(widget.Small)
	r.remove = widget.NewButton(widget.QuietInk, "", "Remove", func() { l.remove(r.at) }).SetSize(widget.Small)
	r.more = widget.NewIconButton(widget.IconMore, "What can be done with the sentence", r.menu).SetSize(widget.Small)
	r.stop = widget.NewIconButton(widget.IconHand, "The voice stops here for a question", func() { l.review.aside.show(asideNotes) }).SetSize(widget.Small)
	r.ExtendBaseWidget(r)
	return r
}

// quietColours are a translation's where the sentence stands over it.
func quietColours() widget.TextPalette {
	p := widget.PageColours()
	p.Text = p.Second
	return p
}

// set shows a sentence of a page and what is known of it.
func (r *reviewRow) set(p *story.Page, finding *evidence.Item) {
	s := r.list.review.screen
	r.sentence, r.finding = p.Sentences[r.at], finding
	r.text.SetPage([]string{r.sentence.Text}, nil, s.language())
	second := ""
	if s.state.Story.Also != "" {
		second = r.sentence.Also
	}
	r.also.SetPage([]string{second}, nil, s.state.Story.Also)
	visible(r.stop, slices.ContainsFunc(p.Stops, func(q story.Stop) bool { return q.After == r.at }))
	r.misses.SetText(misspelledLine(s.commands.Spelling(s.id, r.sentence.Text)))
	r.showFinding()
	r.Refresh()
}

// showFinding shows the mark, the page and the reason.
func (r *reviewRow) showFinding() {
	mark, token, _ := verdictMark(r.finding)
	r.mark.Set(mark, token)
	where, reason := "", ""
	if f := r.finding; f != nil {
		if f.Passage != nil && f.Passage.Page > 0 {
			where = fmt.Sprintf("p. %d", f.Passage.Page)
		}
		if f.NeedsALook() {
			reason = f.Reason
		}
		if f.Kept && f.Verdict != evidence.Supported {
			reason = "You keep it. " + f.Reason
		}
	} else if r.sentence.SourcePage > 0 {
		where = fmt.Sprintf("p. %d", r.sentence.SourcePage)
	}
	r.page.SetText(where)
	r.reason.SetText(reason)
	r.reason.SetStyle(widget.SmallText)
	switch {
	case r.absent():
		r.page.SetText("")
		r.reason.SetStyle(widget.SmallStrong)
		r.reason.SetToken(widget.Ink)
	case r.finding != nil && r.finding.NeedsALook():
		r.reason.SetToken(widget.Amber)
	default:
		r.reason.SetToken(widget.Ink2)
	}
	visible(r.keep, r.absent())
	visible(r.remove, r.absent())
	visible(r.reason, reason != "")
	visible(r.misses, r.misses.Text() != "")
}

// absent reports whether the document does not speak of the sentence and the
// teacher has not said that it stays.
func (r *reviewRow) absent() bool {
	return r.finding != nil && r.finding.Verdict == evidence.Absent && !r.finding.Kept && !r.sentence.Kept
}

// verdictMark is the mark of a finding, its colour, and its ground where it
// needs one.
func verdictMark(f *evidence.Item) (mark widget.Icon, token, ground widget.Token) {
	switch {
	case f == nil:
		return widget.IconNextMark, widget.Ink3, ""
	case f.Kept && f.Verdict != evidence.Supported:
		return widget.IconCheck, widget.Ink2, ""
	case f.Verdict == evidence.Supported:
		return widget.MarkReady, widget.Ok, ""
	case f.Verdict == evidence.Weak:
		return widget.MarkWeak, widget.Amber, ""
	}
	return widget.MarkAbsent, widget.Ink, widget.AmberSoft
}

func (r *reviewRow) setKept(on bool) {
	if p := r.list.review.screen.current(); p != nil {
		r.list.review.edit(editing.KeepSentence{Page: p.ID, At: r.at, On: on})
	}
}

// menu offers what can be done with the sentence.
func (r *reviewRow) menu() {
	l := r.list
	s := l.review.screen
	p := s.current()
	if p == nil || r.at >= len(p.Sentences) {
		return
	}
	at, last, edit := r.at, len(p.Sentences)-1, l.review.edit
	keep := widget.MenuItem{Icon: widget.IconCheck, Text: "Keep it as it is", Action: func() { r.setKept(true) }}
	if r.sentence.Kept {
		keep.Text, keep.Action = "No longer keep it", func() { r.setKept(false) }
	}
	keep.Disabled = r.finding == nil || !r.finding.NeedsALook() && !r.sentence.Kept
	items := []widget.MenuItem{
		{Icon: widget.IconPencil, Text: "Change it", Shortcut: "↵", Action: func() { l.edit(at) }},
		{Icon: widget.IconSpeaker, Text: "Listen", Shortcut: "Space", Action: func() { s.commands.PlaySentence(s.page, at) }},
		{Icon: widget.IconHand, Text: "Plan a question after it", Action: func() { l.review.side.ask(at) }},
		{Icon: widget.IconBook, Text: "Show it in the document", Shortcut: "E", Action: func() { l.review.aside.open = true; l.review.aside.follow(at) }},
		keep,
		{},
		{Icon: widget.IconPlus, Text: "Add a sentence after it", Action: func() { l.review.addSentence(at + 1) }},
		{Icon: widget.IconBox, Text: "Join with the next", Disabled: at == last, Action: func() { edit(editing.JoinSentence{Page: p.ID, At: at}) }},
		{Icon: widget.IconUp, Text: "Move up", Shortcut: "Alt ↑", Disabled: at == 0, Action: func() { edit(editing.MoveSentence{Page: p.ID, At: at, To: at - 1}) }},
		{Icon: widget.IconDown, Text: "Move down", Shortcut: "Alt ↓", Disabled: at == last, Action: func() { edit(editing.MoveSentence{Page: p.ID, At: at, To: at + 1}) }},
		{Icon: widget.IconLines, Text: "Begin a new page here", Disabled: at == 0, Action: func() { edit(editing.SplitPage{Page: p.ID, At: at}) }},
	}
	if s.state.Story.Also != "" {
		items = append(items, widget.MenuItem{Icon: widget.IconText, Text: "Change the translation", Action: r.editAlso})
	}
	items = append(items, widget.MenuItem{}, widget.MenuItem{
		Icon: widget.IconTrash, Text: "Remove it", Shortcut: "Del", Danger: true, Disabled: last == 0, Action: func() { l.remove(at) },
	})
	widget.ShowMenu(r.more, widget.BelowOf(r.more), 250, items...)
}

// addSentence asks for a sentence to be put before the one at a place.
func (r *storyReview) addSentence(at int) {
	r.ask("Add a sentence", "The sentence", "", "Add it", speller{screen: r.screen}, func(text string) {
		if p := r.screen.current(); p != nil {
			r.edit(editing.AddSentence{Page: p.ID, At: at, Text: text})
		}
	})
}

// editAlso asks for the sentence in the second language.
func (r *reviewRow) editAlso() {
	l := r.list
	l.review.ask("The sentence in the second language", "Translation", r.sentence.Also, "Save", nil, func(text string) {
		if p := l.review.screen.current(); p != nil {
			l.review.edit(editing.SetAlso{Page: p.ID, At: r.at, Text: text})
		}
	})
}

// ask asks for one text in a dialog. spell, of the text's language, may be nil.
func (r *storyReview) ask(title, hint, text, verb string, spell widget.Speller, use func(text string)) {
	field := widget.NewSentenceField(hint).SetSpeller(spell)
	field.SetText(text)
	save := func() {
		if wordCount(field.Text()) > 0 {
			use(field.Text())
		}
	}
	var closes func()
	field.OnSubmitted = func(string) { closes(); save() }
	closes = widget.ShowDialog(r.object, widget.Dialog{
		Title: title, Width: 600, First: field.Focus(), Content: column(550, 6, field),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: verb, Do: save}},
	})
}

// Tapped changes the sentence.
func (r *reviewRow) Tapped(*fyne.PointEvent) { r.list.edit(r.at) }

// TypedKey are the keys of a sentence that has the keyboard.
func (r *reviewRow) TypedKey(e *fyne.KeyEvent) {
	s := r.list.review.screen
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		r.list.edit(r.at)
	case fyne.KeySpace:
		s.commands.PlaySentence(s.page, r.at)
	case fyne.KeyDelete:
		r.list.remove(r.at)
	case fyne.KeyDown:
		r.turn(1, e)
	case fyne.KeyUp:
		r.turn(-1, e)
	default:
		widget.PassKey(r, e)
	}
}

// turn goes to the sentence beside; over the ends to the pages.
func (r *reviewRow) turn(by int, e *fyne.KeyEvent) {
	if to := r.at + by; to >= 0 && to < len(r.list.rows) {
		r.list.focus(to)
		return
	}
	widget.PassKey(r, e)
}

// TypedRune is for Fyne.
func (r *reviewRow) TypedRune(rune) {}

// FocusGained shows where the sentence stands in the document.
func (r *reviewRow) FocusGained() {
	r.focused = true
	r.list.review.aside.follow(r.at)
	r.Refresh()
}

// FocusLost is for Fyne.
func (r *reviewRow) FocusLost() { r.focused = false; r.Refresh() }

// MouseIn is for Fyne.
func (r *reviewRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved is for Fyne.
func (r *reviewRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (r *reviewRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor is for Fyne.
func (r *reviewRow) Cursor() desktop.Cursor { return desktop.TextCursor }

// The measures of a row.
const (
	rowTextLeft  = 52
	rowTextRight = 96
	rowTop       = 9
)

// heightFor gives the height that the row needs at a width.
func (r *reviewRow) heightFor(width float32) float32 {
	w := width - rowTextLeft - rowTextRight
	h := rowTop + r.text.HeightFor(w) + rowTop
	if r.sentence.Also != "" && r.list.review.screen.state.Story.Also != "" {
		h += r.also.HeightFor(w) + 2
	}
	if r.reason.Visible() {
		h += max(r.reason.HeightFor(r.reasonWidth(width)), 18) + 2
		if r.absent() {
			h += 8
		}
	}
	if r.misses.Visible() {
		h += r.misses.HeightFor(w) + 2
	}
	return h
}

func (r *reviewRow) reasonWidth(width float32) float32 {
	w := width - rowTextLeft - 16
	if r.absent() {
		w -= r.keep.MinSize().Width + r.remove.MinSize().Width + 16
	}
	return w
}

// CreateRenderer is for Fyne.
func (r *reviewRow) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	back.CornerRadius = 10
	return &reviewRowRenderer{r: r, back: back}
}

type reviewRowRenderer struct {
	r    *reviewRow
	back *canvas.Rectangle
}

func (v *reviewRowRenderer) Layout(size fyne.Size) {
	r := v.r
	put(v.back, 8, 0, size.Width-16, size.Height)
	w := size.Width - rowTextLeft - rowTextRight
	put(r.mark, 20, rowTop+2, 21, 21)
	h := r.text.HeightFor(w)
	put(r.text, rowTextLeft, rowTop, w, h)
	m := r.page.MinSize()
	put(r.more, size.Width-46, rowTop-3, 32, 32)
	put(r.page, size.Width-50-m.Width, rowTop+4, m.Width, 18)
	put(r.stop, size.Width-54-m.Width-32, rowTop-3, 32, 32)
	y := rowTop + h + 2
	if r.also.Visible() {
		tall := r.also.HeightFor(w)
		put(r.also, rowTextLeft, y, w, tall)
		y += tall + 2
	}
	if r.misses.Visible() {
		tall := r.misses.HeightFor(w)
		put(r.misses, rowTextLeft, y, w, tall)
		y += tall + 2
	}
	if r.reason.Visible() {
		wide := r.reasonWidth(size.Width)
		tall := max(r.reason.HeightFor(wide), 18)
		if r.absent() {
			k, d := r.keep.MinSize(), r.remove.MinSize()
			put(r.remove, size.Width-20-d.Width, y+(tall-32)/2+4, d.Width, 32)
			put(r.keep, size.Width-24-d.Width-k.Width, y+(tall-32)/2+4, k.Width, 32)
			y += 4
		}
		put(r.reason, rowTextLeft, y, wide, tall)
	}
}

func (v *reviewRowRenderer) MinSize() fyne.Size { return fyne.NewSize(300, 40) }

func (v *reviewRowRenderer) Refresh() {
	r := v.r
	v.back.FillColor, v.back.StrokeWidth, v.back.StrokeColor = nil, 0, nil
	_, _, ground := verdictMark(r.finding)
	switch {
	case ground != "" && r.absent():
		v.back.FillColor = widget.Color(ground)
	case r.hovered:
		v.back.FillColor = widget.Color(widget.Hover)
	}
	if r.focused {
		v.back.StrokeColor, v.back.StrokeWidth = widget.Color(widget.Accent), 2
	}
	visible(r.also, r.sentence.Also != "" && r.list.review.screen.state.Story != nil && r.list.review.screen.state.Story.Also != "")
	v.back.Refresh()
	v.Layout(r.Size())
}

func (v *reviewRowRenderer) Objects() []fyne.CanvasObject {
	r := v.r
	return []fyne.CanvasObject{v.back, r.mark, r.text, r.also, r.page, r.reason, r.misses, r.keep, r.remove, r.stop, r.more}
}

func (v *reviewRowRenderer) Destroy() {}

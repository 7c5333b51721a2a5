package ui

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// sentenceEditor is a sentence in change: a field in its place, what it costs
// to have it spoken, and how it stands to the document, to the dictionary and
// to the reader, as it is typed.
type sentenceEditor struct {
	list   *reviewList
	page   string // identity
	voice  string // of the page
	silent bool   // the page is not spoken
	at     int
	object *fyne.Container

	ground       *widget.Ground
	mark         *widget.IconView
	field        *widget.Field
	save, cancel *widget.Button
	split        *widget.Button
	cost         *widget.Text
	reason       *widget.Text
	spelling     *spellingLine
}

func newSentenceEditor(l *reviewList, p *story.Page, at int, text string) *sentenceEditor {
	e := &sentenceEditor{list: l, page: p.ID, voice: p.Voice, at: at}
	e.silent = p.Narration == "" && p.Parts.Voice.State.Gap()
	e.ground = widget.NewGround(widget.LitSentence, 10)
	mark, token, _ := verdictMark(l.review.finding(evidence.Sentence, l.review.screen.page, at, text))
	e.mark = widget.NewIconView(mark, token, 21)
	e.field = widget.NewSentenceField("A sentence")
	e.field.SetText(text)
	e.field.OnChanged = e.changed
	e.field.OnSubmitted = func(string) { l.save() }
	e.field.OnCancel = func() { e.leave() }
	e.save = widget.NewButton(widget.Plain, "", "Save", l.save).SetSize(widget.Small)
	e.cancel = widget.NewButton(widget.QuietInk, "", "Cancel", e.leave).SetSize(widget.Small)
	e.split = widget.NewIconButton(widget.IconDivide, "Make two sentences, divided where the cursor stands", e.divide).SetSize(widget.Small)
	e.cost = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate().Align(fyne.TextAlignTrailing)
	e.reason = widget.NewText(widget.SmallText, "").Wrap(3)
	e.spelling = newSpellingLine(l.review.screen, e.field)
	e.field.OnSpelled = e.spelled
	visible(e.split, at < len(p.Sentences))
	e.object = container.New(&tall{place: e.place, height: e.heightFor}, e.ground, e.mark, e.field, e.save, e.cancel, e.split, e.cost, e.reason, e.spelling.object)
	return e
}

func (e *sentenceEditor) heightFor(width float32) float32 {
	h := 8 + e.field.HeightFor(width-rowTextLeft-18) + 6 + 32 + 10
	if e.reason.Text() != "" {
		h += e.reason.HeightFor(width-rowTextLeft-20) + 4
	}
	if e.spelling.shown() {
		h += e.spelling.height() + 4
	}
	return h
}

func (e *sentenceEditor) place(size fyne.Size) {
	put(e.ground, 8, 0, size.Width-16, size.Height)
	put(e.mark, 20, 20, 21, 21)
	w := size.Width - rowTextLeft - 18
	h := e.field.HeightFor(w)
	put(e.field, rowTextLeft-2, 8, w, h)
	y := 8 + h + 6
	if e.reason.Text() != "" {
		tall := e.reason.HeightFor(w - 2)
		put(e.reason, rowTextLeft, y, w-2, tall)
		y += tall + 4
	}
	if e.spelling.shown() {
		put(e.spelling.object, rowTextLeft, y, w-2, e.spelling.height())
		y += e.spelling.height() + 4
	}
	x := float32(rowTextLeft)
	for _, b := range []*widget.Button{e.save, e.cancel, e.split} {
		if b.Visible() {
			m := b.MinSize()
			put(b, x, y, m.Width, 32)
			x += m.Width + 8
		}
	}
	put(e.cost, x, y+7, size.Width-20-x, 18)
}

// changed follows what is typed: what it costs, how the page reads now, which
// words no dictionary knows, and what the document says of it.
func (e *sentenceEditor) changed(text string) {
	l := e.list
	s := l.review.screen
	p := s.current()
	if p == nil {
		return
	}
	e.cost.SetText(e.costWords(text))
	texts := pageTexts(p)
	if e.at < len(texts) {
		texts[e.at] = text
	} else {
		texts = append(texts, text)
	}
	l.review.head.setLine(texts)
	e.spelling.update()
	s.commands.CheckSentence(s.id, s.page, e.at, strings.Join(strings.Fields(text), " "))
	l.stack.Refresh()
	l.scroll.Refresh()
}

// spelled shows other misspelt words, as where the last one is finished.
func (e *sentenceEditor) spelled() {
	e.spelling.update()
	e.list.stack.Refresh()
	e.list.scroll.Refresh()
}

// costWords says what it costs to have the sentence spoken again.
func (e *sentenceEditor) costWords(text string) string {
	switch {
	case e.silent:
		return "This page has no voice"
	case e.voice == editing.Teacher:
		return "This page is in your own voice"
	}
	usd := e.list.review.screen.commands.SentenceCost(e.voice, text)
	if usd <= 0 {
		return "Only this sentence is spoken again, free"
	}
	return "Only this sentence is spoken again, about " + smallMoney(usd)
}

// smallMoney writes an amount of a few cents or less.
func smallMoney(usd float64) string {
	return fmt.Sprintf("$%.3f", max(usd, 0.001))
}

// showChecked shows what is known of the text as it was typed.
func (e *sentenceEditor) showChecked(c core.SentenceEvidence) {
	s := e.list.review.screen
	if c.Page != s.page || c.Sentence != e.at || c.Text != strings.Join(strings.Fields(e.field.Text()), " ") {
		return
	}
	it := &evidence.Item{Finding: c.Finding}
	mark, token, _ := verdictMark(it)
	e.mark.Set(mark, token)
	e.reason.SetText("")
	if c.Finding.Verdict != evidence.Supported {
		e.reason.SetText(c.Finding.Reason)
	}
	e.reason.SetToken(widget.Amber)
	if c.Finding.Verdict == evidence.Absent {
		e.reason.SetToken(widget.Ink)
	}
	if q := c.Finding.Passage; q != nil {
		e.list.review.aside.showPassage(q.Page, q.Quote)
	}
	e.list.stack.Refresh()
	e.list.scroll.Refresh()
}

// leave gives the sentence back as it was.
func (e *sentenceEditor) leave() {
	at := e.at
	e.list.cancel()
	e.list.focus(at)
}

// divide makes two sentences of one, where the cursor stands.
func (e *sentenceEditor) divide() {
	l, at := e.list, e.at
	text, offset := e.field.Text(), e.field.Cursor()
	p := l.review.screen.current()
	if p == nil || at >= len(p.Sentences) {
		return
	}
	if text != p.Sentences[at].Text {
		l.review.screen.nav.say("Save the sentence first, then divide it.")
		return
	}
	l.cancel()
	l.review.edit(editing.SplitSentence{Page: p.ID, At: at, Offset: offset})
	l.wants = at
}

// workWords says what is being made of a page.
func workWords(w *core.Work) string {
	what := "speaking"
	if w.Part == story.Picture {
		what = "drawing"
	}
	switch {
	case w.Part == story.Voice && w.Count == 1:
		what += fmt.Sprintf(" sentence %d", w.Sentence+1)
	case w.Part == story.Voice:
		what += fmt.Sprintf(" %d sentences", w.Count)
	}
	if left := time.Until(w.Until); left > 0 {
		what += fmt.Sprintf(", waits %d s", int(left.Seconds()+1))
	}
	return what
}

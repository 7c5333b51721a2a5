package ui

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// createPages is the left card: the file, and which of its pages to take. The
// pictures, the slider and the two fields show one choice and stay in step.
type createPages struct {
	screen *createScreen
	object *fyne.Container

	card         *widget.Card
	badge        *widget.Ground
	file         fyne.CanvasObject
	name, line   *widget.Text
	change       *widget.Button
	rule         *widget.Rule
	ask, chosen  *widget.Text
	grid         *widget.PageGrid
	slider       *widget.RangeSlider
	pages, to    *widget.Text
	first, last  *widget.Field
	wrong        *widget.Text
	same         *widget.Notice
	sameShown    bool
	sameDropped  bool // the teacher closed the notice
	settingField bool // a field is being set, not typed in
}

func newCreatePages(s *createScreen) *createPages {
	p := &createPages{screen: s}
	p.card = widget.NewCard(nil, 0)
	p.badge = widget.NewGround(widget.AccentSoft, 12)
	p.file = widget.NewIconView(widget.IconFile, widget.Accent, 24)
	p.name = widget.NewText(widget.CardTitle, "").Truncate().Align(fyne.TextAlignLeading) // a file's name, in any script
	p.line = widget.NewText(widget.SmallText, "").Truncate()
	p.line.SetToken(widget.Ink2)
	p.change = widget.NewButton(widget.Plain, "", "Change", s.nav.chooseDocument)
	p.change.SetSize(widget.Small)
	p.rule = widget.NewRule()
	p.ask = widget.NewText(widget.SmallStrong, "Which pages?")
	p.chosen = widget.NewText(widget.SmallText, "")
	p.chosen.SetToken(widget.Ink2)
	p.chosen.Align(fyne.TextAlignTrailing)
	p.grid = widget.NewPageGrid(s.setRange)
	p.slider = widget.NewRangeSlider(1, s.setRange)
	p.pages = widget.NewText(widget.SmallText, "Pages")
	p.pages.SetToken(widget.Ink2)
	p.to = widget.NewText(widget.SmallText, "to")
	p.to.SetToken(widget.Ink2)
	p.first, p.last = widget.NewField(""), widget.NewField("")
	p.first.OnSubmitted = func(string) { s.make() }
	p.last.OnSubmitted = func(string) { s.make() }
	p.first.OnChanged = func(string) { p.typed() }
	p.last.OnChanged = func(string) { p.typed() }
	p.wrong = widget.NewText(widget.Caption, "").Truncate()
	p.wrong.SetToken(widget.Red)
	p.same = widget.NewNotice(widget.NoticeInfo, widget.IconBook, "", p.dropSame,
		widget.NoticeAction{Text: "Open that story", Do: s.openSame})
	p.object = container.New(&arrangement{place: p.place},
		p.card, p.badge, p.file, p.name, p.line, p.change, p.rule, p.ask, p.chosen, p.grid, p.slider,
		p.pages, p.first, p.to, p.last, p.wrong, p.same)
	return p
}

// place arranges the card and, under it, the notice.
func (p *createPages) place(size fyne.Size) {
	const pad, notice = 20, 52
	w, h := size.Width, size.Height
	if p.sameShown {
		put(p.same, 0, h-notice, w, notice)
		h -= notice + 12
	}
	put(p.card, 0, 0, w, h)
	put(p.badge, pad, pad, 48, 48)
	put(p.file, pad+12, pad+12, 24, 24)
	change := p.change.MinSize()
	put(p.change, w-pad-change.Width, pad+8, change.Width, change.Height)
	text := w - 2*pad - 64 - change.Width - 16
	put(p.name, pad+64, pad+4, text, 22)
	put(p.line, pad+64, pad+26, text, 18)
	put(p.rule, pad, 84, w-2*pad, 1)
	put(p.ask, pad, 99, 120, 18)
	put(p.chosen, pad+130, 99, w-2*pad-130, 18)

	single := p.screen.document.Info != nil && p.screen.document.Info.Pages <= 1
	foot := float32(122)
	if single {
		foot = 20
	}
	top := float32(123)
	room := h - top - foot
	put(p.grid, pad, top, w-2*pad, min(room, p.grid.HeightFor(w-2*pad)))
	y := top + min(room, p.grid.HeightFor(w-2*pad)) + 4
	put(p.slider, pad+4, y, w-2*pad-8, 36)
	y += 44
	put(p.pages, pad, y+9, 42, 18)
	put(p.first, pad+50, y, 64, 36)
	put(p.to, pad+126, y+9, 20, 18)
	put(p.last, pad+150, y, 64, 36)
	put(p.wrong, pad+230, y+10, w-2*pad-230, 16)
	for _, o := range []fyne.CanvasObject{p.slider, p.pages, p.first, p.to, p.last, p.wrong} {
		visible(o, !single)
	}
}

// reset begins with a new document: all its pages.
func (p *createPages) reset() { p.sameDropped = false }

func (p *createPages) update() {
	d := p.screen.document
	p.name.SetText(d.Name)
	if d.Sample {
		p.name.SetText("Sample lesson: " + d.Info.Title)
	}
	p.line.SetText(fileLine(d))
	p.grid.SetPages(d.Info.Pages, d.Thumbs)
	p.sameShown = len(d.Same) > 0 && !p.sameDropped
	if p.sameShown {
		p.same.SetText(sameWords(d.Same, time.Now()))
	}
	visible(p.same, p.sameShown)
	p.showRange()
	p.object.Refresh()
}

func (p *createPages) dropSame() {
	p.sameDropped, p.sameShown = true, false
	p.same.Hide()
	p.object.Refresh()
}

// showRange brings the pictures, the slider, the fields and the words in
// step with the choice.
func (p *createPages) showRange() {
	s := p.screen
	p.grid.SetRange(s.from, s.to)
	p.slider.SetRange(s.from, s.to, s.document.Info.Pages)
	p.chosen.SetText(chosenLine(s.document.Info, s.from, s.to))
	p.settingField = true
	setNumber(p.first, s.from)
	setNumber(p.last, s.to)
	p.settingField = false
	p.showErrors()
}

// setNumber leaves a field alone that says the number already, so that the
// cursor does not jump while it is typed.
func setNumber(f *widget.Field, n int) {
	if have, err := strconv.Atoi(strings.TrimSpace(f.Text())); err != nil || have != n {
		f.SetText(strconv.Itoa(n))
	}
}

// typed takes what the teacher typed in a field, once both are right.
func (p *createPages) typed() {
	if p.settingField {
		return
	}
	if p.showErrors() {
		from, _ := strconv.Atoi(strings.TrimSpace(p.first.Text()))
		to, _ := strconv.Atoi(strings.TrimSpace(p.last.Text()))
		p.screen.setRange(from, to)
	}
	p.screen.bar.update()
}

// showErrors says in one sentence what is wrong with the fields and reports
// whether nothing is.
func (p *createPages) showErrors() bool {
	pages := p.screen.document.Info.Pages
	low := pageFieldError(p.first.Text(), 1, pages)
	from := 1
	if low == "" {
		from, _ = strconv.Atoi(strings.TrimSpace(p.first.Text()))
	}
	high := pageFieldError(p.last.Text(), from, pages)
	p.first.SetWrong(low != "")
	p.last.SetWrong(high != "")
	wrong := low
	if wrong == "" {
		wrong = high
	}
	p.wrong.SetText(wrong)
	return wrong == ""
}

// valid reports whether the fields name pages of the document.
func (p *createPages) valid() bool { return p.showErrors() }

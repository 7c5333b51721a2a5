package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/evidence"
	"edusmart/ui/widget"
)

// reviewAside is the column beside the text: the document, what needs a look,
// or the questions and notes. In a small window it slides over the text.
type reviewAside struct {
	review *storyReview
	object *fyne.Container

	ground *widget.Ground
	edge   *widget.Rule // where it lies over the text
	tabs   *widget.Segmented
	shut   *widget.Button
	tab    asideTab
	slides bool // over the text
	open   bool // where it slides
}

// asideTab is what the column shows.
type asideTab int

// What the column can show.
const (
	asideSource asideTab = iota
	asideLook
	asideNotes
)

func newReviewAside(r *storyReview) *reviewAside {
	a := &reviewAside{review: r}
	a.ground, a.edge = widget.NewGround(widget.Canvas, 0), widget.NewRule()
	a.tabs = widget.NewSegmented([]string{"Document", "To look at", "Notes"}, 0, func(i int) { a.show(asideTab(i)) }).SetSize(widget.Small)
	a.shut = widget.NewIconButton(widget.IconClose, "Back to the text  E", a.close).SetSize(widget.Small)
	a.object = container.New(&arrangement{place: a.place}, a.ground, a.edge, a.tabs, a.shut,
		r.source.object, r.look.object, r.side.object)
	return a
}

func (a *reviewAside) place(size fyne.Size) {
	put(a.ground, -storySide, 0, size.Width+2*storySide, size.Height)
	put(a.edge, -storySide, 0, 1, size.Height)
	visible(a.ground, a.slides)
	visible(a.edge, a.slides)
	m := a.tabs.MinSize()
	put(a.tabs, 0, 6, m.Width, m.Height)
	visible(a.shut, a.slides)
	put(a.shut, size.Width-32, 6, 32, 32)
	const top = 48
	put(a.review.source.object, 0, top, size.Width, size.Height-top)
	put(a.review.look.object, 0, top, size.Width, size.Height-top-8)
	put(a.review.side.object, 0, top, size.Width, size.Height-top-8)
}

// shown reports whether the column is in sight.
func (a *reviewAside) shown() bool { return !a.slides || a.open }

// show shows a tab.
func (a *reviewAside) show(tab asideTab) {
	if tab != asideNotes {
		a.review.side.keep()
	}
	a.tab, a.open = tab, true
	a.tabs.Select(int(tab))
	a.update()
}

// toggle shows a tab, or puts the column away where it lies over the text.
func (a *reviewAside) toggle(tab asideTab) {
	if a.open && a.slides && a.tab == tab {
		a.close()
		return
	}
	a.show(tab)
	a.follow(max(0, a.review.list.focused()))
}

func (a *reviewAside) close() {
	a.open = false
	a.update()
}

func (a *reviewAside) update() {
	r := a.review
	visible(a.object, a.shown())
	visible(r.source.object, a.tab == asideSource)
	visible(r.look.object, a.tab == asideLook)
	visible(r.side.object, a.tab == asideNotes)
	r.look.update()
	if r.screen.current() != nil {
		r.side.update()
	}
	r.source.update()
	a.object.Refresh()
}

// follow shows where a sentence of the page stands in the document.
func (a *reviewAside) follow(sentence int) {
	r := a.review
	s := r.screen
	p := s.current()
	if p == nil || sentence < 0 || sentence >= len(p.Sentences) || !a.shown() {
		return
	}
	at := &p.Sentences[sentence]
	f := r.finding(evidence.Sentence, s.page, sentence, at.Text)
	switch {
	case f != nil && f.Passage != nil:
		a.showPassage(f.Passage.Page, f.Passage.Quote)
	case f != nil && f.Verdict == evidence.Absent:
		a.showPassage(at.SourcePage, "") // what it was made of does not say this
	default:
		a.showPassage(at.SourcePage, at.Quote)
	}
}

// followAgain shows where the sentence with the focus stands by what has been
// found out since it got it.
func (a *reviewAside) followAgain() {
	if at := a.review.list.focused(); at >= 0 {
		a.follow(at)
	}
}

// showPassage shows a page of the document with a passage marked.
func (a *reviewAside) showPassage(page int, quote string) {
	if page > 0 {
		a.review.source.ask(page, quote)
	}
}

// reviewLook is the list of what needs a look, worst first.
type reviewLook struct {
	review *storyReview
	object *fyne.Container

	card   *widget.Card
	title  *widget.Text
	hint   *widget.Text
	scroll *container.Scroll
	shown  *evidence.Report
	wide   float32
	at     int // the last that was gone to, in the order of the list
}

func newReviewLook(r *storyReview) *reviewLook {
	l := &reviewLook{review: r, at: -1}
	l.card = widget.NewCard(nil, 0)
	l.title = widget.NewText(widget.CardTitle, "").Truncate()
	l.hint = quiet("")
	l.scroll = container.NewVScroll(column(0, 0))
	l.object = container.New(&arrangement{place: func(size fyne.Size) {
		put(l.card, 0, 0, size.Width, size.Height)
		put(l.title, 16, 14, size.Width-32, 22)
		put(l.hint, 16, 40, size.Width-32, l.hint.HeightFor(size.Width-32))
		put(l.scroll, 4, 66, size.Width-8, size.Height-72)
		if l.wide != size.Width {
			l.wide, l.shown = size.Width, nil
			l.update()
		}
	}}, l.card, l.title, l.hint, l.scroll)
	return l
}

func (l *reviewLook) update() {
	rep := l.review.report()
	if rep == l.shown && rep != nil {
		return
	}
	l.shown, l.at = rep, -1
	switch {
	case rep == nil:
		l.title.SetText("What needs a look")
		l.hint.SetText(l.review.foot.unknown())
	case len(rep.Look) == 0:
		l.title.SetText("Nothing needs a look")
		l.hint.SetText("Everything is as the document says, or you keep it.")
	default:
		l.title.SetText(fmt.Sprintf("%s, worst first", countedThings(len(rep.Look))))
		l.hint.SetText("L goes to the next one.")
	}
	var lines []fyne.CanvasObject
	if rep != nil {
		for k := range rep.Look {
			lines = append(lines, l.line(rep, k))
		}
	}
	l.scroll.Content = column(l.wide-8, 0, lines...)
	l.scroll.Refresh()
}

func countedThings(n int) string {
	if n == 1 {
		return "1 needs a look"
	}
	return fmt.Sprintf("%d need a look", n)
}

// line is one thing that needs a look.
func (l *reviewLook) line(rep *evidence.Report, k int) fyne.CanvasObject {
	it := &rep.Items[rep.Look[k]]
	mark, token, _ := verdictMark(it)
	icon := widget.NewIconView(mark, token, 18)
	text := widget.NewText(widget.Body, it.Text).Wrap(2)
	where := quiet(lookWhere(it) + " · " + it.Reason)
	press := newRenamePad(func() { l.goTo(k) })
	height := func(w float32) float32 { return 8 + text.HeightFor(w-64) + 2 + where.HeightFor(w-64) + 8 }
	place := func(size fyne.Size) {
		put(press, 4, 0, size.Width-8, size.Height)
		put(icon, 14, 9, 18, 18)
		h := text.HeightFor(size.Width - 64)
		put(text, 42, 8, size.Width-64, h)
		put(where, 42, 10+h, size.Width-64, where.HeightFor(size.Width-64))
	}
	return container.New(&tall{place: place, height: height}, press, icon, text, where)
}

// lookWhere says where in the story something stands.
func lookWhere(it *evidence.Item) string {
	switch it.Kind {
	case evidence.Question:
		return fmt.Sprintf("Question %d", it.Index+1)
	case evidence.Term:
		return "Glossary"
	}
	return fmt.Sprintf("Page %d, sentence %d", it.Page+1, it.Index+1)
}

// next goes to the next thing that needs a look: the worst first.
func (l *reviewLook) next() {
	rep := l.review.report()
	if rep == nil || len(rep.Look) == 0 {
		l.review.screen.nav.say("Nothing needs a look.")
		return
	}
	l.update()
	l.goTo((l.at + 1) % len(rep.Look))
}

// goTo shows the k-th thing that needs a look where it stands.
func (l *reviewLook) goTo(k int) {
	rep := l.review.report()
	if rep == nil || k >= len(rep.Look) {
		return
	}
	l.at = k
	r, it := l.review, &rep.Items[rep.Look[k]]
	switch it.Kind {
	case evidence.Question:
		r.show(partQuiz)
		r.quiz.reveal(it.Index)
	case evidence.Term:
		r.show(partTerms)
		r.terms.reveal(it.Index)
	default:
		if r.screen.page != it.Page || r.part != partPage {
			r.goTo(it.Page)
		}
		r.list.focus(it.Index)
	}
	if it.Passage != nil {
		r.aside.showPassage(it.Passage.Page, it.Passage.Quote)
	}
}

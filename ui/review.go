package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/evidence"
	"edusmart/core/reading"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewCommands is what the review asks of core.
type reviewCommands interface {
	Edit(id string, c editing.Change)
	Undo(id string)
	Redo(id string)
	TurnLevel(id, name string)
	SentenceCost(voice, text string) float64
	SpeakAgain(id, page string, here bool)
	DrawAgain(id, page, prompt string)
	UsePicture(id, page, path string)
	PastePicture(id, page, text string)
	Figures(id, page string)
	UseFigure(id, page string, figure int)
	TryWorkNow(id, page string, part story.PartKind)
	StopWork(id, page string, part story.PartKind)
	ReviewEvidence(id string)
	CheckSentence(id string, page, sentence int, text string)
	SourcePage(id string, page, width int, quote string)
	Spelling(id, text string) core.Spelling
	Meant(id, word string) []string
	PictureCost() float64
	Record(id, page string)
	StopRecording()
	HearRecording()
	KeepRecording()
	DropRecording()
}

// storyReview is where the teacher reads a story before class, against its
// document, and changes it: sentence by sentence, its pictures, its quiz and its
// glossary. A page is passed here, which lets it be projected.
type storyReview struct {
	screen *storyScreen
	object *fyne.Container

	thumbs *reviewThumbs
	card   *widget.Card
	head   *reviewHead
	list   *reviewList
	quiz   *reviewQuiz
	terms  *reviewTerms
	foot   *reviewFoot
	source *reviewSource
	look   *reviewLook
	side   *reviewSide
	aside  *reviewAside

	recorder *reviewRecord

	part reviewPart
}

// reviewPart is what of the story is reviewed.
type reviewPart int

// The parts: one of the pages, the quiz, the glossary.
const (
	partPage reviewPart = iota
	partQuiz
	partTerms
)

const (
	reviewThumbsWide = 108
	reviewSourceWide = 476
	reviewTextLeast  = 420
	reviewHeadTall   = 68
	reviewFootTall   = 64
)

func newStoryReview(s *storyScreen) *storyReview {
	r := &storyReview{screen: s}
	r.thumbs = newReviewThumbs(r)
	r.card = widget.NewCard(nil, 0)
	r.head = newReviewHead(r)
	r.list = newReviewList(r)
	r.quiz = newReviewQuiz(r)
	r.terms = newReviewTerms(r)
	r.foot = newReviewFoot(r)
	r.source = newReviewSource(r)
	r.look = newReviewLook(r)
	r.side = newReviewSide(r)
	r.aside = newReviewAside(r)
	r.recorder = newReviewRecord(r)
	r.object = container.New(&arrangement{place: r.place}, r.thumbs.scroll, r.card, r.head.object,
		r.list.scroll, r.quiz.scroll, r.terms.scroll, r.foot.object, r.aside.object)
	return r
}

func (r *storyReview) place(size fyne.Size) {
	left := float32(storySide + reviewThumbsWide + 20)
	right := size.Width - storySide
	asideWide := min(float32(reviewSourceWide), right-left-20-reviewTextLeast)
	r.aside.slides = size.Width < narrowBelow
	if r.aside.slides {
		asideWide = min(reviewSourceWide, right-left)
	}
	text := right
	if !r.aside.slides {
		text = right - asideWide - 20
	}
	w, h := text-left, size.Height-4
	put(r.thumbs.scroll, storySide-5, 0, reviewThumbsWide+18, size.Height-8)
	put(r.card, left, 4, w, h+12) // its lower edge lies below the window, as in the drawing
	put(r.head.object, left, 4, w, reviewHeadTall)
	foot := size.Height - reviewFootTall
	for _, o := range []*container.Scroll{r.list.scroll, r.quiz.scroll, r.terms.scroll} {
		put(o, left, 4+reviewHeadTall, w, foot-4-reviewHeadTall)
	}
	put(r.foot.object, left, foot, w, reviewFootTall)
	put(r.aside.object, right-asideWide, 0, asideWide, size.Height)
	visible(r.aside.object, r.aside.shown())
	r.list.setWidth(w)
	r.quiz.setWidth(w)
	r.terms.setWidth(w)
}

// enter is called when the review comes into sight.
func (r *storyReview) enter() {
	s := r.screen
	s.commands.ReviewEvidence(s.id)
	if p := s.current(); p != nil && s.state.Story.Source.File != "" {
		s.commands.Figures(s.id, p.ID)
	}
}

// forget is called when another story is shown.
func (r *storyReview) forget() {
	r.part = partPage
	r.list.cancel()
	r.quiz.cancel()
	r.terms.cancel()
	r.list.shown = ""
}

// update shows the story as it stands.
func (r *storyReview) update() {
	s := r.screen
	if s.step != stepReview || s.current() == nil {
		return
	}
	r.thumbs.update()
	r.head.update()
	visible(r.list.scroll, r.part == partPage)
	visible(r.quiz.scroll, r.part == partQuiz)
	visible(r.terms.scroll, r.part == partTerms)
	switch r.part {
	case partPage:
		r.list.update()
	case partQuiz:
		r.quiz.update()
	case partTerms:
		r.terms.update()
	}
	r.foot.update()
	r.aside.update()
	r.object.Refresh()
}

// show shows a part of the story that is no page.
func (r *storyReview) show(part reviewPart) {
	r.leave()
	r.part = part
	r.update()
}

// leave keeps what is being written in passing, and ends what is not saved.
func (r *storyReview) leave() {
	if r.screen.step != stepReview {
		return
	}
	r.side.keep()
	r.head.end(true)
	r.list.cancel()
	r.quiz.cancel()
	r.terms.cancel()
}

// edit makes a change.
func (r *storyReview) edit(c editing.Change) { r.screen.commands.Edit(r.screen.id, c) }

// report is what is known of the story against its document; nil: nothing.
func (r *storyReview) report() *evidence.Report { return r.screen.evidence.Report }

// finding gives what is known of one text of the story; nil where it is another
// by now, or nothing is known.
func (r *storyReview) finding(kind evidence.Kind, page, index int, text string) *evidence.Item {
	rep := r.report()
	if rep == nil {
		return nil
	}
	if it := rep.Find(kind, page, index); it != nil && (kind != evidence.Sentence || it.Text == text) {
		return it
	}
	return nil
}

// toggle passes the page, or takes that back.
func (r *storyReview) toggle() {
	if p := r.screen.current(); p != nil && r.part == partPage {
		r.screen.pass(r.screen.page, !p.Passed)
	}
}

// all passes every page.
func (r *storyReview) all() {
	s := r.screen
	if s.state.Story == nil {
		return
	}
	drafts := s.pages() - passed(s.state.Story)
	if drafts == 0 {
		return
	}
	s.commands.Pass(s.id, -1, true)
	s.nav.undoable(counted(drafts, "page")+" passed.", func() { s.commands.Undo(s.id) })
}

// undo and redo are the window's.
func (s *storyScreen) undo() {
	if s.step == stepReview && s.state.Undo != "" {
		s.commands.Undo(s.id)
	}
}

func (s *storyScreen) redo() {
	if s.step == stepReview && s.state.Redo != "" {
		s.commands.Redo(s.id)
	}
}

// takePicture gives the page that is reviewed a picture that was dropped.
func (s *storyScreen) takePicture(path string) bool {
	p := s.current()
	if s.step != stepReview || p == nil || s.review.part != partPage || !isPicture(path) {
		return false
	}
	s.commands.UsePicture(s.id, p.ID, path)
	return true
}

// showChecked shows what is known of the sentence that is being typed.
func (r *storyReview) showChecked() {
	if r.screen.step == stepReview {
		r.list.showChecked()
	}
}

// pass lets a page be projected, or takes that back.
func (s *storyScreen) pass(page int, on bool) {
	if page >= 0 && page < s.pages() {
		s.commands.Pass(s.id, page, on)
	}
}

// passed is how many pages the teacher has passed.
func passed(st *story.Story) int {
	n := 0
	for i := range st.Pages {
		if st.Pages[i].Passed {
			n++
		}
	}
	return n
}

func passedLine(st *story.Story) string {
	if st == nil {
		return ""
	}
	return fmt.Sprintf("%s · %d of %s passed", gradeName(st.Grade), passed(st), counted(len(st.Pages), "page"))
}

// setStops keeps the page's stop questions, in the order of its sentences.
func (s *storyScreen) setStops(page int, stops []story.Stop) {
	s.commands.SetStops(s.id, page, stops)
}

func wordCount(text string) int { return len(strings.Fields(text)) }

// readingLine says how long a text is and how hard to read.
func readingLine(language string, texts []string) string {
	words := 0
	for _, t := range texts {
		words += wordCount(t)
	}
	line := counted(words, "word")
	if say := reading.Measure(language, texts).Say; say != "" {
		line += " · " + say
	}
	return line
}

// workOf gives what is being made of a page's part; nil: nothing.
func workOf(s core.StoryState, page string, part story.PartKind) *core.Work {
	for i := range s.Works {
		if w := &s.Works[i]; w.Page == page && w.Part == part {
			return w
		}
	}
	return nil
}

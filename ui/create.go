package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// createCommands is what the create screen asks of core.
type createCommands interface {
	OpenDocument(path string)
	OpenText(text string)
	OpenSample()
	CloseDocument()
	Make(o story.Options) string
	Estimate(o story.Options, words, scanned int) usage.Estimate
	PreviewVoice(voice, language string, speed float64)
	Change(f func(*core.Settings))
}

// createScreen turns a document into a story: before there is one it is the
// drop area; then the pages to take, and how the story is to be.
type createScreen struct {
	commands createCommands
	nav      navigator

	root    *fyne.Container
	title   *widget.Text
	restart *widget.Button
	drop    *createDrop
	opening *createOpening
	failed  *createFailed
	scanned *createScanned
	pages   *createPages
	choices *createChoices
	private *widget.Notice
	bar     *createBar

	document core.DocumentState
	usable   core.DocumentState // the last that could be used; the zero value: none
	settings core.SettingsState
	service  core.ServiceState
	from, to int                            // the chosen pages; 0 while there is no document
	own      map[story.PartKind]story.Maker // who makes this story's parts; nil: as always
	sent     bool                           // what seems private may leave all the same
	looking  bool                           // the photographs are to be read
}

// newCreateScreen builds the screen; it shows the drop area until Update
// brings a document.
func newCreateScreen(c createCommands, nav navigator) *createScreen {
	s := &createScreen{commands: c, nav: nav}
	s.settings.Settings = core.Settings{Grade: 5, Pages: 8, Speed: 1}
	s.title = widget.NewText(widget.ScreenTitle, "New story")
	s.restart = widget.NewButton(widget.QuietInk, "", "Start over", s.startOver)
	s.drop = newCreateDrop(s)
	s.opening = newCreateOpening(s)
	s.failed = newCreateFailed(s)
	s.scanned = newCreateScanned(s)
	s.private = widget.NewNotice(widget.NoticeAmber, widget.IconShield, "", nil,
		widget.NoticeAction{Text: "Make it on this computer", Do: s.makeHere},
		widget.NoticeAction{Text: "Send it anyway", Do: s.sendAnyway})
	s.private.Hide()
	s.pages = newCreatePages(s)
	s.choices = newCreateChoices(s)
	s.bar = newCreateBar(s)
	s.root = container.New(&createLayout{s},
		s.title, s.restart, s.drop.zone, s.opening.zone, s.failed.zone, s.scanned.zone,
		s.pages.object, s.choices.object, s.private, s.bar.object)
	s.showStage()
	return s
}

// Object is the screen's content.
func (s *createScreen) Object() fyne.CanvasObject { return s.root }

// Show is called when the screen comes into sight.
func (s *createScreen) Show() {}

// Hide is called when another screen takes its place.
func (s *createScreen) Hide() {}

// Key takes a key that nothing with the focus has used: Return makes the
// story, Escape leaves a document that is being read or cannot be used. One
// that pages were chosen of stays as it is when the screen is left.
func (s *createScreen) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.choosing() {
			s.make()
			return true
		}
	case fyne.KeyEscape:
		switch {
		case s.document.Stage == core.DocumentFailed && s.usable.Stage == core.DocumentReady:
			s.goBack()
			return true
		case s.document.Stage != core.NoDocument && !s.choosing():
			s.startOver()
			return true
		}
	}
	return false
}

// Update shows a snapshot.
func (s *createScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.DocumentState:
		s.updateDocument(e)
	case core.SettingsState:
		s.settings = e
		s.showMakers()
	case core.ServiceState:
		s.service = e
		s.showStage()
		s.showMakers()
	case core.UsageState:
		s.bar.update()
	}
}

// choosing reports whether pages and choices are shown: there is a document
// with words, or the teacher wants its photographs read.
func (s *createScreen) choosing() bool {
	return s.document.Stage == core.DocumentReady && (!s.document.Scanned || s.looking && s.service.Ready())
}

// readPhotographs has the service read pages without words, which this
// computer cannot.
func (s *createScreen) readPhotographs() {
	s.looking = true
	if s.maker(story.Text) != story.Gemini {
		s.own = map[story.PartKind]story.Maker{
			story.Text: story.Gemini, story.Picture: s.asked(story.Picture), story.Voice: s.asked(story.Voice),
		}
	}
	s.showStage()
	s.showMakers()
}

// updateDocument follows the document. What was chosen for one stays while
// another is tried that cannot be used.
func (s *createScreen) updateDocument(d core.DocumentState) {
	s.document = d
	if d.Stage == core.DocumentReady && d.Info == nil {
		s.document.Stage = core.OpeningDocument
	}
	if s.document.Stage == core.DocumentReady {
		if before := s.usable; before.Info == nil || before.Info.SHA256 != d.Info.SHA256 || before.Path != d.Path {
			s.from, s.to = 1, max(1, d.Info.Pages)
			s.own, s.sent, s.looking = nil, false, false
			s.pages.reset()
			s.choices.reset()
		}
		s.pages.update()
	}
	if d.Stage == core.NoDocument || s.document.Stage == core.DocumentReady {
		s.usable = s.document
	}
	s.showStage()
	s.showMakers()
}

// goBack opens the document again that was there before one that cannot be
// used.
func (s *createScreen) goBack() {
	if s.usable.Sample {
		s.commands.OpenSample()
		return
	}
	s.commands.OpenDocument(s.usable.Path)
}

// showStage shows what belongs to the document's stage and hides the rest.
func (s *createScreen) showStage() {
	stage := s.document.Stage
	ready := s.choosing()
	visible(s.scanned.zone, stage == core.DocumentReady && !ready)
	visible(s.private, ready && s.guarded())
	visible(s.drop.zone, stage == core.NoDocument)
	visible(s.opening.zone, stage == core.OpeningDocument)
	visible(s.failed.zone, stage == core.DocumentFailed)
	visible(s.restart, ready)
	visible(s.pages.object, ready)
	visible(s.choices.object, ready)
	visible(s.bar.object, ready)
	s.opening.update()
	s.failed.update()
	s.scanned.update()
	s.root.Refresh()
}

// setRange takes the teacher's choice of pages, wherever it was made.
func (s *createScreen) setRange(from, to int) {
	if s.document.Info == nil || from == s.from && to == s.to {
		return
	}
	s.from, s.to = from, to
	s.pages.showRange()
	s.bar.update()
}

func (s *createScreen) startOver() { s.commands.CloseDocument() }

// make starts the story and goes to it.
func (s *createScreen) make() {
	if s.obstacle() != "" {
		return
	}
	if id := s.commands.Make(s.options()); id != "" {
		s.nav.openStory(id)
	}
}

// options is what the teacher asked for, as it stands on the screen.
func (s *createScreen) options() story.Options {
	o := s.settings.Settings
	out := story.Options{
		Grade: o.Grade, Pages: o.Pages, Speed: o.Speed, From: s.from, To: s.to,
		Voice:  s.choices.voiceID(),
		Writer: s.order(story.Text), Illustrator: s.order(story.Picture), Narrator: s.order(story.Voice),
	}
	if tag := s.choices.tag; baseLanguage(tag) != baseLanguage(s.document.Info.Language) {
		out.Language = tag
	}
	return out
}

func (s *createScreen) openSame() {
	if len(s.document.Same) > 0 {
		s.nav.openStory(s.document.Same[0].ID)
	}
}

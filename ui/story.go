package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// storyCommands is what the story screen asks of core.
type storyCommands interface {
	Stop(id string)
	Resume(id string)
	Retry(id string, page int, part story.PartKind)
	TryNow(id string, page int, part story.PartKind)
	Skip(id string, page int, part story.PartKind)
	UseDevice(id string, page int, part story.PartKind)
	PauseJob(id string)
	ContinueJob(id string)
	Rename(id, title string)
	Play()
	Pause()
	Toggle()
	Next()
	Prev()
	GoTo(page int)
	Seek(position time.Duration)
	SetSpeed(speed float64)
	SetVolume(volume float64)
	SetAdvance(on bool)
	NextSentence()
	PrevSentence()
	RepeatSentence()
	PlaySentence(page, sentence int)
	PlayAt(page int, at time.Duration)
	SetSteps(on bool)
	SetEcho(on bool)
	Pass(id string, page int, on bool)
	SetNotes(id string, page int, notes string)
	SetStops(id string, page int, stops []story.Stop)
	Change(func(*core.Settings))
	handOutCommands
	reviewCommands
	variantCommands
}

// storyScreen shows one story: how far its making has come, its pages and the
// playing of them, what the teacher reads before class, the lesson in front of
// a class, and the quiz.
type storyScreen struct {
	commands storyCommands
	nav      navigator
	loader   *widget.Loader
	fonts    *typeset.Fonts

	root     *fyne.Container
	header   *storyHeader
	progress *storyProgress
	silent   *widget.Notice
	rest     *widget.Notice // a model takes no calls
	stage    *storyStage
	control  *widget.Transport
	board    *storyBoard
	strip    *widget.Filmstrip
	review   *storyReview
	handOut  *handOut
	lesson   *lesson
	room     *roomQuiz  // the quiz for a class
	quiz     *storyQuiz // the quiz for one pupil

	id       string // the story that is shown; "" for none
	state    core.StoryState
	playback core.PlaybackState
	settings core.SettingsState
	service  core.ServiceState
	evidence core.EvidenceState
	source   core.SourceState
	figures  core.FiguresState
	checked  core.SentenceEvidence
	page     int // the page that is shown, from 0
	left     int // the page the player is still on while the screen has turned; -1: none
	step     storyStep
	pupil    bool // the quiz is answered by one pupil at the laptop
	visible  bool
	muted    float64         // the volume before it was muted; 0: not muted
	said     string          // the reason for silence that the teacher has closed
	kept     map[string]bool // parts made here that the teacher takes as they are
	rests    restNotice
	clock    *fyne.Animation
	unfollow func() // ends being told of fonts; nil while the screen is not in sight
	ticked   time.Time
}

// newStoryScreen builds the screen; it is empty until it is told of a story.
func newStoryScreen(c storyCommands, nav navigator, l *widget.Loader, fonts *typeset.Fonts) *storyScreen {
	s := &storyScreen{commands: c, nav: nav, loader: l, fonts: fonts, left: -1, kept: map[string]bool{}}
	s.progress = newStoryProgress()
	s.silent = widget.NewNotice(widget.NoticeInfo, widget.IconMuted, "", s.closeSilent)
	s.rest = widget.NewNotice(widget.NoticeAmber, widget.IconClock, "", s.closeRest,
		widget.NoticeAction{Text: "Use this computer", Do: s.useDevice})
	s.rest.Hide()
	s.stage = newStoryStage(s)
	s.control = s.newTransport()
	s.board = newStoryBoard(s)
	s.strip = widget.NewFilmstrip(l)
	s.strip.OnPage = s.goTo
	s.review = newStoryReview(s)
	s.handOut = newHandOut(s)
	s.quiz = newStoryQuiz(s)
	s.room = newRoomQuiz(s)
	s.lesson = newLesson(s)
	s.header = newStoryHeader(s)
	s.silent.Hide()
	for _, o := range []fyne.CanvasObject{s.quiz.object, s.room.object, s.review.object, s.handOut.object, s.lesson.main.object} {
		o.Hide()
	}
	s.root = container.New(&storyLayout{s},
		s.header.object, s.progress.object, s.rest, s.silent, s.stage.object, s.control, s.board.object, s.strip,
		s.review.object, s.handOut.object, s.quiz.object, s.room.object, s.lesson.main.object)
	return s
}

// Object is the screen's content.
func (s *storyScreen) Object() fyne.CanvasObject { return s.root }

// Show is called when the screen comes into sight.
func (s *storyScreen) Show() {
	s.visible = true
	s.followFonts(true)
	s.showStep()
	s.runClock()
}

// Hide is called when another screen takes its place.
func (s *storyScreen) Hide() {
	s.visible = false
	s.followFonts(false)
	s.review.leave()
	s.nav.bare(false)
	s.header.endRename(false)
	s.runClock()
}

// open shows another story; its snapshot follows through Update.
func (s *storyScreen) open(id string) {
	if id == s.id {
		return
	}
	s.lesson.end()
	s.id, s.state, s.page, s.left, s.step = id, core.StoryState{ID: id}, 0, -1, stepMake
	s.header.endRename(false)
	s.evidence, s.source, s.figures = core.EvidenceState{}, core.SourceState{}, core.FiguresState{}
	s.review.forget()
	s.quiz.forget()
	s.room.forget()
	s.stage.clear()
	s.show()
}

// Update shows a snapshot; those of other stories are left alone.
func (s *storyScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.StoryState:
		if e.ID == s.id {
			s.state = e
			s.show()
		}
	case core.ServiceState:
		s.service = e
		s.board.update()
		s.showRest()
	case core.HandOutState:
		s.handOut.take(e)
	case core.EvidenceState:
		if e.ID == s.id {
			s.evidence = e
			s.review.update()
			s.review.aside.followAgain()
		}
	case core.SourceState:
		if e.ID == s.id {
			s.source = e
			s.review.source.update()
		}
	case core.FiguresState:
		if e.ID == s.id {
			s.figures = e
			s.review.update()
		}
	case core.RecordingState:
		s.review.recorder.update(e)
	case core.SentenceEvidence:
		if e.ID == s.id {
			s.checked = e
			s.review.showChecked()
		}
	case core.PlaybackState:
		s.playback = e
		s.showPlayback()
	case core.SettingsState:
		s.settings = e
		s.stage.setEasy(e.Settings.EasyReading)
		s.lesson.update()
		s.handOut.settingsChanged()
	}
}

// show brings all parts of the screen in step with the snapshots.
func (s *storyScreen) show() {
	if s.loaded() && s.playback.Page != s.left {
		s.page, s.left = s.playback.Page, -1
	}
	s.page = min(s.page, max(0, s.pages()-1))
	s.lesson.update()
	if s.step != stepTeach {
		s.header.update()
	}
	switch s.step {
	case stepMake:
		s.progress.update(s.state)
		s.board.update()
		s.strip.SetItems(s.filmItems(), s.page)
		s.stage.update()
		s.showTransport()
	case stepReview:
		s.review.update()
	case stepQuiz:
		s.quiz.update()
		s.room.update()
	case stepHandOut:
		s.handOut.update()
	case stepTeach:
	}
	s.showSilent()
	s.showRest()
	for _, o := range []fyne.CanvasObject{s.progress.object, s.stage.object, s.control, s.board.object, s.strip} {
		visible(o, s.step == stepMake)
	}
	s.showStep()
	arrange(s.root)
}

// showPlayback follows the player: the page, the lit word, the position.
func (s *storyScreen) showPlayback() {
	if s.loaded() && s.playback.Page != s.page && s.playback.Page != s.left {
		s.show()
		s.runClock()
		return
	}
	s.lesson.update()
	if s.step == stepMake {
		s.stage.light()
		s.header.update()
		s.showTransport()
	}
	if s.step == stepReview {
		s.header.showReview()
	}
	s.showSilent()
	s.runClock()
}

// loaded reports whether the player has this story.
func (s *storyScreen) loaded() bool { return s.id != "" && s.playback.Story == s.id }

func (s *storyScreen) playing() bool {
	return s.loaded() && (s.playback.Status == player.Playing || s.playback.Status == player.Waiting ||
		s.playback.Status == player.Echoing)
}

// word is the spoken word of the shown page, -1 for none.
func (s *storyScreen) word() int {
	if s.loaded() && s.playback.Page == s.page {
		return s.playback.Word
	}
	return -1
}

func (s *storyScreen) pages() int {
	if s.state.Story == nil {
		return 0
	}
	return len(s.state.Story.Pages)
}

// current gives the shown page; nil while there is none.
func (s *storyScreen) current() *story.Page {
	if s.page < s.pages() {
		return &s.state.Story.Pages[s.page]
	}
	return nil
}

func (s *storyScreen) language() string {
	if s.state.Story == nil {
		return "en"
	}
	return s.state.Story.Language
}

// file gives an asset's path in the story's folder; "" for none.
func (s *storyScreen) file(asset string) string {
	if asset == "" || !story.ValidAsset(asset) {
		return ""
	}
	return filepath.Join(s.state.Dir, filepath.FromSlash(asset))
}

// filmItems are the pages as the filmstrip shows them.
func (s *storyScreen) filmItems() []widget.FilmItem {
	rows := s.state.Board()
	items := make([]widget.FilmItem, s.pages())
	for i := range items {
		p := &s.state.Story.Pages[i]
		items[i] = widget.FilmItem{Title: p.Title, Picture: s.file(p.Picture), Whole: p.Fit == story.Whole}
		if i < len(rows) {
			if items[i].Title == "" {
				items[i].Title = rows[i].Title
			}
			picture := boardCell(story.Picture, rows[i].Picture)
			items[i].Drawing, items[i].Until = picture.State, picture.Until
			items[i].Page = pageState(rows[i])
		}
	}
	return items
}

// pageState sums up a page: failed as soon as one part is, left out parts are
// gaps, and ready only when all parts are.
func pageState(r core.Row) widget.PartState {
	state := widget.PartReady
	for _, c := range [3]core.Cell{r.Text, r.Picture, r.Voice} {
		switch c.State {
		case core.CellFailed:
			return widget.PartFailed
		case core.CellSkipped:
			if state == widget.PartReady {
				state = widget.PartSkipped
			}
		case core.CellReady, core.CellFallback:
		default:
			state = widget.PartNext
		}
	}
	return state
}

// goTo turns to a page, from 0.
func (s *storyScreen) goTo(page int) {
	if page < 0 || page >= s.pages() {
		return
	}
	if s.step == stepQuiz {
		s.step = s.afterQuiz()
	}
	if s.loaded() && s.playback.Page != page {
		s.left = s.playback.Page // the page turns now, the voice in a moment
	}
	s.page = page
	// The page itself is drawn before anything else is done.
	if s.step == stepMake {
		s.stage.update()
	} else {
		s.lesson.update()
	}
	fyne.Do(func() {
		s.commands.GoTo(page)
		s.show()
	})
}

func (s *storyScreen) showSilent() {
	why := ""
	if s.loaded() {
		why = s.playback.Silent
	}
	on := why != "" && why != s.said && s.step == stepMake
	if on {
		s.silent.SetText(why)
	}
	if on != s.silent.Visible() {
		visible(s.silent, on)
		s.root.Refresh()
	}
}

func (s *storyScreen) closeSilent() {
	s.said = s.playback.Silent
	s.showSilent()
}

// retry makes the parts of a gap again.
func (s *storyScreen) retry(pages []int, part story.PartKind) {
	for _, p := range pages {
		s.commands.Retry(s.id, p, part)
	}
}

package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// storyHeader is the story's title, the steps and the screen's actions.
type storyHeader struct {
	screen *storyScreen
	object *fyne.Container
	narrow bool

	back        *widget.Button
	title, line *widget.Text
	pad         *renamePad
	field       *widget.Field
	steps       *widget.Segmented
	menu        *widget.Select // the steps, where there is little room
	stop        *widget.Button
	hold        *widget.Button // pauses the making, and goes on with it
	resume      *widget.Button
	full        *widget.Button
	reset, one  *widget.Button // of the quiz
	endQuiz     *widget.Button
	play        *widget.Button
	undo, redo  *widget.Button // of the review
	listen      *widget.Button
	levels      *levelTabs
	more        *widget.Button
	renaming    bool
	playing     bool
}

func newStoryHeader(s *storyScreen) *storyHeader {
	h := &storyHeader{screen: s}
	h.back = widget.NewIconButton(widget.IconLeft, "Back to the library", s.nav.back)
	h.title = widget.NewText(widget.CardTitle, "").Truncate().Align(fyne.TextAlignLeading)
	h.line = widget.NewText(widget.SmallText, "").Truncate()
	h.line.SetToken(widget.Ink2)
	h.pad = newRenamePad(h.rename)
	h.field = widget.NewField("Title")
	h.field.OnSubmitted = func(string) { h.endRename(true) }
	h.field.OnCancel = func() { h.endRename(false) }
	h.field.OnLeft = func() { h.endRename(true) }
	h.field.Hide()
	h.steps = widget.NewSegmented(stepNames, 0, func(i int) { s.goToStep(storyStep(i)) })
	h.menu = widget.NewSelect(stepNames, 0, func(i int) { s.goToStep(storyStep(i)) })
	h.stop = widget.NewButton(widget.QuietInk, "", "Stop", func() { s.commands.Stop(s.id) })
	h.hold = widget.NewButton(widget.QuietInk, "", "Pause making", h.holdOrGoOn)
	h.resume = widget.NewButton(widget.Plain, widget.IconRetry, "Resume", func() { s.commands.Resume(s.id) })
	h.full = widget.NewButton(widget.Plain, widget.IconMonitor, "Teach", func() { s.goToStep(stepTeach) })
	h.reset = widget.NewButton(widget.QuietInk, widget.IconHand, "Reset hands", func() { s.room.reset() })
	h.one = widget.NewButton(widget.QuietInk, widget.IconLaptop, "One pupil", func() { s.askOne(!s.pupil) })
	h.endQuiz = widget.NewButton(widget.Plain, "", "End quiz", s.endQuiz)
	h.play = widget.NewButton(widget.Primary, widget.IconPlay, "Play", s.commands.Toggle)
	h.undo = widget.NewButton(widget.QuietInk, widget.IconUndo, "Undo", func() { s.commands.Undo(s.id) })
	h.redo = widget.NewIconButton(widget.IconRedo, "Redo", func() { s.commands.Redo(s.id) })
	h.listen = widget.NewButton(widget.QuietInk, widget.IconSpeaker, "Listen", s.listen)
	h.levels = newLevelTabs(s, nil)
	h.more = widget.NewIconButton(widget.IconMore, "Reading levels and languages", h.showMore)
	h.object = container.New(&arrangement{place: h.place},
		h.levels.object, h.more, h.undo, h.redo, h.listen, h.back, h.pad, h.title, h.line, h.field, h.steps, h.menu, h.stop, h.hold, h.resume, h.full, h.play, h.reset, h.one, h.endQuiz)
	return h
}

func (h *storyHeader) setNarrow(narrow bool) {
	if narrow != h.narrow {
		h.narrow = narrow
		h.update()
	}
}

func (h *storyHeader) place(size fyne.Size) {
	right := size.Width - storySide
	for _, b := range []*widget.Button{h.more, h.listen, h.redo, h.undo, h.play, h.full, h.endQuiz, h.resume, h.stop, h.hold, h.reset, h.one} {
		if !b.Visible() {
			continue
		}
		m := b.MinSize()
		right -= m.Width
		put(b, right, (storyHead-m.Height)/2, m.Width, m.Height)
		right -= 8
	}
	if h.levels.object.Visible() {
		m := h.levels.object.MinSize()
		right -= m.Width
		put(h.levels.object, right, (storyHead-m.Height)/2, m.Width, m.Height)
		right -= 8
	}
	end := right
	if h.steps.Visible() {
		m := h.steps.MinSize()
		x := min((size.Width-m.Width)/2, right-m.Width-8)
		put(h.steps, x, (storyHead-m.Height)/2, m.Width, m.Height)
		end = x - 12
	}
	if h.menu.Visible() {
		m := h.menu.MinSize()
		put(h.menu, right-m.Width-8, (storyHead-m.Height)/2, m.Width, m.Height)
		end = right - m.Width - 20
	}
	put(h.back, 16, (storyHead-40)/2, 40, 40)
	text := end - 68
	put(h.title, 68, 13, text, 22)
	put(h.line, 68, 35, text, 18)
	put(h.pad, 60, 8, min(text, max(h.title.Width(), 80))+16, 30)
	put(h.field, 60, (storyHead-40)/2, min(text+8, 380), 40)
}

func (h *storyHeader) update() {
	s := h.screen
	title := ""
	if s.state.Story != nil {
		title = s.state.Story.Title
	}
	if title == "" {
		title = "New story"
	}
	h.title.SetText(title)
	h.line.SetText(h.lineWords())
	visible(h.steps, s.pages() > 0 && !h.narrow)
	visible(h.menu, s.pages() > 0 && h.narrow)
	h.steps.Select(int(s.step))
	h.menu.Select(int(s.step))
	h.showQuiz(s.step == stepQuiz)
	active := s.state.Job.Active()
	visible(h.stop, active)
	visible(h.hold, active)
	h.hold.SetText("Pause making")
	if active && s.state.Job.Paused {
		h.hold.SetText("Go on making")
	}
	visible(h.resume, canResume(s.state))
	visible(h.full, s.step == stepMake && s.pages() > 0)
	h.showReview()
	h.levels.update(s.step == stepMake && !active && !h.narrow)
	visible(h.more, (s.step == stepMake || s.step == stepReview) && s.pages() > 0 && !active)
	visible(h.play, s.step == stepMake && s.pages() > 0)
	if playing := s.playing(); playing != h.playing {
		h.playing = playing
		h.showPlay()
	}
	arrange(h.object)
}

// showMore offers what concerns the whole story.
func (h *storyHeader) showMore() {
	s := h.screen
	items := []widget.MenuItem{
		{Icon: widget.IconText, Text: "Reading levels and languages", Action: func() { showVariants(s) }},
		{Icon: widget.IconPencil, Text: "Type the second language", Disabled: s.state.Story.Also == "", Action: func() { showTyping(s) }},
	}
	widget.ShowMenu(h.more, widget.BelowOf(h.more), 260, items...)
}

// lineWords is the line under the title.
func (h *storyHeader) lineWords() string {
	s := h.screen
	switch {
	case s.step == stepReview, s.step == stepHandOut:
		return passedLine(s.state.Story)
	case s.step == stepQuiz && s.quizzing():
		return "Quiz for the room, nothing is stored"
	case s.step == stepQuiz:
		return "Quiz for one pupil, nothing is stored"
	}
	return storyLine(s.state, h.narrow)
}

// showReview shows what is for the review.
func (h *storyHeader) showReview() {
	s := h.screen
	on := s.step == stepReview
	visible(h.undo, on)
	visible(h.redo, on && s.state.Redo != "")
	visible(h.listen, on)
	enable(h.undo, s.state.Undo != "")
	h.undo.SetHelp("Nothing to undo")
	if s.state.Undo != "" {
		h.undo.SetHelp("Undo: " + s.state.Undo)
	}
	h.redo.SetHelp("Redo: " + s.state.Redo)
	h.listen.SetText("Listen")
	h.listen.SetIcon(widget.IconSpeaker)
	if s.playing() {
		h.listen.SetText("Pause")
		h.listen.SetIcon(widget.IconPause)
	}
}

// listen plays the page that is reviewed from its beginning, or stops.
func (s *storyScreen) listen() {
	if s.playing() {
		s.commands.Pause()
		return
	}
	s.commands.PlaySentence(s.page, 0)
}

// showQuiz shows what is for the quiz.
func (h *storyHeader) showQuiz(on bool) {
	s := h.screen
	visible(h.endQuiz, on)
	visible(h.one, on && !h.narrow)
	visible(h.reset, on && s.quizzing() && s.room.count.total() > 0)
	h.one.SetText("One pupil")
	if s.pupil {
		h.one.SetText("The room")
	}
}

// holdOrGoOn pauses the making, or goes on with it.
func (h *storyHeader) holdOrGoOn() {
	s := h.screen
	switch {
	case !s.state.Job.Active():
	case s.state.Job.Paused:
		s.commands.ContinueJob(s.id)
	default:
		s.commands.PauseJob(s.id)
	}
}

func (h *storyHeader) showPlay() {
	if h.playing {
		h.play.SetText("Pause")
		h.play.SetIcon(widget.IconPause)
		return
	}
	h.play.SetText("Play")
	h.play.SetIcon(widget.IconPlay)
}

// rename puts a field in the place of the title.
func (h *storyHeader) rename() {
	if h.screen.state.Story == nil || h.renaming {
		return
	}
	h.renaming = true
	h.field.SetText(h.screen.state.Story.Title)
	h.showRename()
	h.field.TakeFocus()
	h.field.SelectAll()
}

// endRename takes the new title, or leaves the old one.
func (h *storyHeader) endRename(take bool) {
	if !h.renaming {
		return
	}
	h.renaming = false
	h.showRename()
	title := strings.TrimSpace(h.field.Text())
	if take && title != "" && title != h.screen.state.Story.Title {
		h.screen.commands.Rename(h.screen.id, title)
		h.title.SetText(title)
	}
}

func (h *storyHeader) showRename() {
	visible(h.field, h.renaming)
	for _, o := range []fyne.CanvasObject{h.title, h.line, h.pad} {
		visible(o, !h.renaming)
	}
	h.object.Refresh()
}

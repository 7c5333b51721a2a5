package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// teachView is the teacher's side of a lesson: the page as the class sees it,
// the next one, notes, the stop question, the clocks and the controls.
type teachView struct {
	lesson *lesson
	side   *lessonSide
	object *fyne.Container

	back        *widget.Button
	sign        *widget.Tag
	title, page *widget.Text
	levels      *levelTabs
	start       *widget.Button
	alone       *widget.Button
	swap        *widget.Button
	reopen      *widget.Button
	end         *widget.Button

	card *widget.Card
	live *audience
	pass *widget.Button

	prev, play, next, again *widget.Button
	seek                    *widget.SeekBar
	sentence, times         *widget.Text
	black, freeze           *widget.Button
	strip                   *widget.Filmstrip
	keys                    *teachKeys
	column                  *teachColumn
	shown                   teachState
	drawn                   bool
}

const (
	teachSide                        = 24
	teachHead                        = 60
	teachColumnWide, teachColumnSlim = 372, 300
	teachControl                     = 52 // height
	teachThumbs                      = 62
	teachKeyRow                      = 52
)

func newTeachView(l *lesson, side *lessonSide) *teachView {
	s := l.screen
	t := &teachView{lesson: l, side: side}
	do := func(act lessonAct) func() { return func() { l.do(act, side) } }
	t.back = widget.NewIconButton(widget.IconLeft, "Back to the story (Esc)", func() { s.goToStep(stepMake) })
	t.sign = widget.NewTag(widget.IconMonitor, widget.Ok, widget.OkSoft, "On the projector")
	t.title = widget.NewText(widget.CardTitle, "").Truncate()
	t.page = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	t.levels = newLevelTabs(s, nil)
	t.start = widget.NewButton(widget.Primary, widget.IconMonitor, "Open the projector", func() { l.begin(false) })
	t.alone = widget.NewButton(widget.Plain, widget.IconExpand, "On this screen", func() { l.begin(true) })
	t.swap = widget.NewButton(widget.QuietInk, widget.IconSwap, "Swap screens", l.swap)
	t.reopen = widget.NewButton(widget.Plain, widget.IconMonitor, "Open the projector", func() { l.begin(false) })
	t.end = widget.NewButton(widget.Plain, "", "End lesson", l.end)

	t.card = widget.NewCard(nil, 0)
	t.card.Ground, t.card.Radius = widget.Page, 12
	t.live = newAudience(s.loader, s.fonts, 12)
	t.live.OnTappedWord = l.tapped
	t.pass = widget.NewButton(widget.Tonal, widget.IconCheck, "", do(actPass))

	t.prev = widget.NewIconButton(widget.IconPrevious, "Back (Page Up)", l.back)
	t.play = widget.NewButton(widget.Primary, widget.IconPlay, "", do(actPlay)).SetRound().SetHelp("Play or pause (P)")
	t.next = widget.NewIconButton(widget.IconNext, "On (Space)", l.forward)
	t.again = widget.NewIconButton(widget.IconRepeat, "Say the sentence again (R)", do(actRepeat))
	t.seek = widget.NewSeekBar(s.commands.Seek)
	t.sentence = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Tabular()
	t.times = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Align(fyne.TextAlignTrailing).Tabular()
	t.black = widget.NewButton(widget.Plain, widget.IconBlack, "Black", do(actBlack))
	t.freeze = widget.NewButton(widget.Plain, widget.IconFreeze, "Freeze", do(actFreeze))
	t.strip = widget.NewFilmstrip(s.loader)
	t.strip.SetThumbs(true)
	t.strip.OnPage = l.goToPage
	t.keys = newTeachKeys()
	t.column = newTeachColumn(t)
	t.object = container.New(&arrangement{place: t.place},
		t.back, t.sign, t.title, t.page, t.levels.object, t.start, t.alone, t.swap, t.reopen, t.end, t.card, t.live, t.pass,
		t.prev, t.play, t.next, t.again, t.seek, t.sentence, t.times, t.black, t.freeze, t.strip, t.column.object, t.keys.object)
	return t
}

// place gives the page exactly 16 to 9, the largest that leaves room for the
// controls; the thumbnails go first where there is none for them.
func (t *teachView) place(size fyne.Size) {
	t.placeHead(size)
	column := float32(teachColumnWide)
	if size.Width < narrowBelow {
		column = teachColumnSlim
	}
	keys := size.Height - teachKeyRow
	w := size.Width - 3*teachSide - column
	h := w * 9 / 16
	const bare, full = 12 + teachControl + 8, 12 + teachControl + 7 + teachThumbs + 5
	room := keys - teachHead - full
	thumbs := h <= room+12 // rather a narrower page than none
	if !thumbs {
		room = keys - teachHead - bare
	}
	if h > room {
		h = room
		w = h * 16 / 9
	}
	left := float32(teachSide)
	wide := size.Width - 3*teachSide - column // of the controls
	page := box{fyne.NewPos(left+(wide-w)/2, teachHead), fyne.NewSize(w, h)}
	page.put(t.card)
	page.put(t.live)
	m := t.pass.MinSize()
	put(t.pass, page.at.X+(w-m.Width)/2, teachHead+h*0.66, m.Width, m.Height)
	y := teachHead + h + 12
	t.placeControls(left, y, wide)
	visible(t.strip, thumbs)
	put(t.strip, left-5, y+teachControl+7, wide+10, teachThumbs)
	put(t.column.object, size.Width-teachSide-column, teachHead, column, keys-teachHead-8)
	put(t.keys.object, 0, keys, size.Width, teachKeyRow)
}

func (t *teachView) placeHead(size fyne.Size) {
	right := size.Width - teachSide
	for _, b := range []*widget.Button{t.end, t.start, t.swap, t.reopen, t.alone} {
		if b.Visible() {
			m := b.MinSize()
			right -= m.Width
			put(b, right, (teachHead-m.Height)/2, m.Width, m.Height)
			right -= 10
		}
	}
	if t.levels.object.Visible() {
		m := t.levels.object.MinSize()
		right -= m.Width
		put(t.levels.object, right, (teachHead-m.Height)/2, m.Width, m.Height)
		right -= 10
	}
	x := float32(teachSide)
	if t.back.Visible() {
		put(t.back, x-8, (teachHead-40)/2, 40, 40)
		x += 40
	}
	m := t.sign.MinSize()
	put(t.sign, x, (teachHead-m.Height)/2, m.Width, m.Height)
	x += m.Width + 16
	w := min(t.title.Width(), max(60, right-x-110))
	put(t.title, x, (teachHead-22)/2, w, 22)
	put(t.page, x+w+16, (teachHead-18)/2, max(0, right-x-w-24), 18)
}

func (t *teachView) placeControls(x, y, w float32) {
	middle := y + teachControl/2
	put(t.prev, x, middle-20, 40, 40)
	put(t.play, x+48, middle-26, 52, 52)
	put(t.next, x+108, middle-20, 40, 40)
	put(t.again, x+156, middle-20, 40, 40)
	right := x + w
	for _, b := range []*widget.Button{t.freeze, t.black} {
		m := b.MinSize()
		right -= m.Width
		put(b, right, middle-20, m.Width, 40)
		right -= 8
	}
	left := x + 214
	right -= 10
	put(t.seek, left, middle-27, max(60, right-left), 32)
	visible(t.times, right-left >= t.sentence.Width()+t.times.Width()+16)
	put(t.sentence, left, middle+4, max(0, right-left), 18)
	put(t.times, left+(right-left)/2, middle+4, max(0, right-left)/2, 18)
}

// teachState is all that the view shows beside the page and the clocks.
type teachState struct {
	story                        *story.Story
	page, step, steps            int
	running, beam, black, frozen bool
	playing                      bool
	hold                         player.Hold
	digits                       string
	speed                        float64
	drafts, echo, bySentence     bool
	noQuiz                       bool
	length                       time.Duration
	sentence                     int
}

func (l *lesson) teachState() teachState {
	s := l.screen
	set := s.settings.Settings
	return teachState{
		story: s.state.Story, page: s.page, step: l.cut.at, steps: len(l.cut.steps), running: l.running(), beam: l.beam != nil,
		black: l.black, frozen: l.frozen, playing: s.playing(), hold: s.hold(), digits: l.digits, speed: s.playback.Speed,
		drafts: set.Drafts, echo: set.Echo, bySentence: set.Steps, noQuiz: l.noQuiz, length: s.playback.Duration, sentence: s.currentSentence(),
	}
}

// update shows how the lesson stands. While the voice only goes on, no more
// than the lit word and the seek bar changes.
func (t *teachView) update(live frame) {
	l := t.lesson
	t.live.set(live, false)
	if now := l.teachState(); now != t.shown || !t.drawn {
		t.shown, t.drawn = now, true
		t.show()
		return
	}
	t.tick()
}

func (t *teachView) show() {
	l, s := t.lesson, t.lesson.screen
	t.levels.update(!l.running() || t.object.Size().Width >= narrowBelow)
	t.showHead()
	draft := s.current() != nil && !l.mayShow(s.current())
	visible(t.pass, draft)
	t.pass.SetText(fmt.Sprintf("Pass page %d", s.page+1))
	t.play.SetKind(widget.Tonal)
	if l.running() {
		t.play.SetKind(widget.Primary)
	}
	t.play.SetIcon(widget.IconPlay)
	if s.playing() {
		t.play.SetIcon(widget.IconPause)
	}
	t.showVoice()
	toggled(t.black, l.black)
	toggled(t.freeze, l.frozen)
	for _, b := range []*widget.Button{t.black, t.freeze} {
		enable(b, l.running())
	}
	t.strip.SetItems(s.filmItems(), s.page)
	t.column.update()
	t.object.Refresh()
}

// toggled shows a button as pressed in.
func toggled(b *widget.Button, on bool) {
	kind := widget.Plain
	if on {
		kind = widget.Tonal
	}
	b.SetKind(kind)
}

func enable(b *widget.Button, on bool) {
	switch {
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}

func (t *teachView) showHead() {
	l, s := t.lesson, t.lesson.screen
	running, beam := l.running(), l.beam != nil
	t.showSign()
	if s.state.Story != nil {
		t.title.SetText(s.state.Story.Title)
	}
	t.page.SetText(l.whereWords())
	visible(t.back, !running)
	visible(t.start, !running)
	visible(t.alone, !running || !beam)
	visible(t.swap, running && beam)
	visible(t.reopen, running && !beam)
	visible(t.end, running)
}

// showSign says what the class sees now.
func (t *teachView) showSign() {
	l := t.lesson
	switch {
	case !l.running():
		t.sign.Set(widget.IconClock, widget.Ink2, widget.Sunken, "Not started")
	case l.beam == nil:
		t.sign.Set(widget.IconLaptop, widget.Ink2, widget.Sunken, "No projector window")
	case l.black:
		t.sign.Set(widget.IconBlack, widget.Amber, widget.AmberSoft, "Black")
	case l.frozen:
		t.sign.Set(widget.IconFreeze, widget.Amber, widget.AmberSoft, "Frozen")
	case !l.mayShow(l.screen.current()):
		t.sign.Set(widget.IconLock, widget.Amber, widget.AmberSoft, "Page held back")
	case !l.beam.onItsOwn():
		t.sign.Set(widget.IconLaptop, widget.Ink2, widget.Sunken, "In its own window")
	default:
		t.sign.Set(widget.IconMonitor, widget.Ok, widget.OkSoft, "On the projector")
	}
}

// whereWords says where the lesson stands, and how it is read.
func (l *lesson) whereWords() string {
	s := l.screen
	if l.digits != "" {
		return "To page " + l.digits + ", then Return"
	}
	line := fmt.Sprintf("page %d of %d", s.page+1, s.pages())
	if n := len(l.cut.steps); n > 1 {
		line += fmt.Sprintf(", step %d of %d", l.cut.at+1, n)
	}
	if s.settings.Settings.Echo {
		line += " · echo"
	}
	if s.settings.Settings.Steps {
		line += " · sentence by sentence"
	}
	if speed := s.playback.Speed; s.loaded() && speed > 0 && speed != 1 {
		line += " · " + speedWords(speed)
	}
	return line
}

// showVoice shows how far the voice has come in the page.
func (t *teachView) showVoice() {
	s := t.lesson.screen
	p := s.current()
	if p == nil {
		return
	}
	length := seconds(p.Seconds)
	if s.loaded() && s.playback.Page == s.page {
		length = s.playback.Duration
	}
	t.seek.SetTrack(length, s.starts(p))
	t.tick()
}

// tick moves what runs with the voice.
func (t *teachView) tick() {
	s := t.lesson.screen
	p := s.current()
	if p == nil {
		return
	}
	at := s.position()
	t.seek.SetPosition(at)
	length := seconds(p.Seconds)
	if s.loaded() && s.playback.Page == s.page {
		length = s.playback.Duration
	}
	t.times.SetText(wholeSeconds(at) + " of " + wholeSeconds(length))
	t.sentence.SetText(sentenceWords(p, s.currentSentence()))
}

func sentenceWords(p *story.Page, at int) string {
	if len(p.Sentences) == 0 {
		return "No text"
	}
	return fmt.Sprintf("Sentence %d of %d", max(0, at)+1, len(p.Sentences))
}

func (t *teachView) editNotes() { t.column.edit() }

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// maker says who makes a part of the story, as it stands on the screen.
func (s *createScreen) maker(part story.PartKind) story.Maker {
	if !s.service.Ready() || s.asked(part) == story.Device {
		return story.Device
	}
	return story.Gemini
}

// asked is who was chosen for a part: for this story alone, or for all.
func (s *createScreen) asked(part story.PartKind) story.Maker {
	if s.own != nil {
		return s.own[part]
	}
	if m := s.settings.Settings.Makers[part]; m != "" {
		return m
	}
	return story.Auto
}

// order is what core is asked for a part: Auto stays what it is, and without a
// service nothing is asked of it.
func (s *createScreen) order(part story.PartKind) story.Maker {
	if s.asked(part) == story.Gemini {
		return s.maker(part)
	}
	return s.asked(part)
}

// leaves reports whether anything of the document would be sent.
func (s *createScreen) leaves() bool {
	for _, part := range partNames {
		if s.maker(part) == story.Gemini {
			return true
		}
	}
	return false
}

// setMaker chooses who makes a part, for this story where it has its own
// choice, else for this and the next.
func (s *createScreen) setMaker(part story.PartKind, m story.Maker) {
	if s.own != nil {
		s.own = with(s.own, part, m)
		s.showMakers()
		return
	}
	makers := with(s.settings.Settings.Makers, part, m)
	s.settings.Settings.Makers = makers
	s.commands.Change(func(o *core.Settings) { o.Makers = with(o.Makers, part, m) })
	s.showMakers()
}

// makeHere has this story made on this computer alone.
func (s *createScreen) makeHere() {
	s.own = map[story.PartKind]story.Maker{}
	for _, part := range partNames {
		s.own[part] = story.Device
	}
	s.showMakers()
}

// sendAnyway lets the document leave though it seems to hold what is private.
func (s *createScreen) sendAnyway() {
	s.sent = true
	s.showMakers()
}

// guarded reports whether the teacher has still to say if a document that
// seems to hold what is private may leave.
func (s *createScreen) guarded() bool {
	return s.document.Private != "" && !s.sent && s.leaves()
}

// showMakers brings in step what depends on who makes the parts.
func (s *createScreen) showMakers() {
	if s.document.Stage != core.DocumentReady {
		return
	}
	if s.guarded() {
		s.private.SetText(privateWords(s.document))
	}
	visible(s.private, s.guarded() && s.choosing())
	s.choices.update()
	s.bar.update()
	s.root.Refresh()
}

// madeCard is the card that says, and lets one choose, where each part is
// made.
type madeCard struct {
	screen *createScreen
	object *fyne.Container

	card   *widget.Card
	rows   [3]madeRow
	lock   *widget.IconView
	says   *widget.Text
	wayOn  *widget.Button // to a key, where one is missing
	wanted bool           // the teacher asked for what needs a key
}

// madeRow is one part.
type madeRow struct {
	icon   *widget.IconView
	name   *widget.Text
	choice *widget.Segmented
	line   *widget.Rule
}

// Measures of the card, in pixels.
const (
	madeRowHeight = 51
	madeInset     = 4 // above the first row
	madeHeight    = 3*madeRowHeight + 2*madeInset
)

func newMadeCard(s *createScreen) *madeCard {
	m := &madeCard{
		screen: s, card: widget.NewCard(nil, 0), lock: widget.NewIconView(widget.IconLock, widget.Ink2, 16),
		says: widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Wrap(3),
	}
	m.wayOn = widget.NewButton(widget.Quiet, "", "Add a key", s.nav.openService).SetSize(widget.Small)
	objects := []fyne.CanvasObject{m.card}
	for i := range m.rows {
		r := &m.rows[i]
		r.icon = widget.NewIconView(roleIcons[i], widget.Ink2, 18)
		r.name = widget.NewText(widget.Body, roleNames[i])
		r.choice = widget.NewSegmented([]string{"Gemini", "This computer"}, 1, func(at int) { m.chosen(i, at) }).SetSize(widget.Small)
		r.line = widget.NewRule()
		visible(r.line, i > 0)
		objects = append(objects, r.icon, r.name, r.choice, r.line)
	}
	objects = append(objects, m.lock, m.says, m.wayOn)
	m.object = container.New(&arrangement{m.place, func() fyne.Size { return fyne.NewSize(280, m.heightFor(m.object.Size().Width)) }}, objects...)
	return m
}

// chosen takes a choice. Without a service it stays on this computer, and the
// card says what is missing.
func (m *madeCard) chosen(row, at int) {
	maker := story.Gemini
	if at == 1 {
		maker = story.Device
	}
	m.wanted = maker == story.Gemini && !m.screen.service.Ready()
	if m.wanted {
		m.rows[row].choice.Select(1)
		m.update()
		m.screen.choices.body.Refresh()
		return
	}
	m.screen.setMaker(partNames[row], maker)
}

func (m *madeCard) update() {
	s := m.screen
	if s.service.Ready() {
		m.wanted = false
	}
	for i := range m.rows {
		at := 0
		if s.maker(partNames[i]) == story.Device {
			at = 1
		}
		m.rows[i].choice.Select(at)
	}
	switch {
	case !m.wanted:
		m.says.SetText(sentWords(s.maker(story.Text), s.maker(story.Picture), s.maker(story.Voice), s.document.Scanned))
	case s.service.Only:
		m.says.SetText("“This computer only” is on in the settings.")
		m.wayOn.SetText("Open the settings")
	default:
		m.says.SetText("Gemini needs a key of your own, added once in the settings.")
		m.wayOn.SetText("Add a key")
	}
	visible(m.wayOn, m.wanted)
	icon := widget.IconLock
	if m.wanted {
		icon = widget.IconKey
	}
	m.lock.Set(icon, widget.Ink2)
	m.object.Refresh()
}

// heightFor gives the height of the card with what stands under it.
func (m *madeCard) heightFor(width float32) float32 {
	h := madeHeight + 14 + m.says.HeightFor(max(width, 280)-24)
	if m.wanted {
		h += 36
	}
	return h
}

func (m *madeCard) place(size fyne.Size) {
	w := size.Width
	put(m.card, 0, 0, w, madeHeight)
	for i, r := range m.rows {
		y := madeInset + madeRowHeight*float32(i)
		put(r.line, 14, y, w-28, 1)
		put(r.icon, 15, y+17, 18, 18)
		put(r.name, 44, y+16, 90, 20)
		choice := r.choice.MinSize()
		put(r.choice, w-14-choice.Width, y+9.5, choice.Width, 34)
	}
	put(m.lock, 1, madeHeight+15, 16, 16)
	tall := m.says.HeightFor(w - 24)
	put(m.says, 24, madeHeight+14, w-24, tall)
	way := m.wayOn.MinSize()
	put(m.wayOn, 16, madeHeight+14+tall+4, way.Width, way.Height)
}

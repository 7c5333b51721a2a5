package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/model"
	"edusmart/ui/widget"
)

// settingsCommands is what the settings ask of core.
type settingsCommands interface {
	Change(func(*core.Settings))
	PreviewVoice(voice, language string, speed float64)
	SetKey(key string)
	RemoveKey()
	TestKey()
	Prices() core.Prices
	MoveLibrary(dir string, take bool)
}

// settingsScreen shows what the teacher chooses once and for all.
type settingsScreen struct {
	commands settingsCommands
	state    core.SettingsState
	service  core.ServiceState
	usage    core.UsageState
	library  core.LibraryState
	places   core.Places
	key      *keyCard
	// pickFolder lets the teacher choose a folder.
	pickFolder func(title, verb string, use func(dir string))
	// checkOffline checks stories without a network; none: every story.
	checkOffline func(ids []string)

	title   *widget.Text
	names   []*widget.Button
	pages   []*settingsPage
	chosen  int
	scroll  *container.Scroll
	root    *fyne.Container
	updates []func() // bring the controls to the present state
	settled bool     // false while the controls follow the state
}

// settingsPage is one section: its name and its cards.
type settingsPage struct {
	name  string
	icon  widget.Icon
	cards []settingsCard
}

// settingsCard is a card and how tall it is at a width.
type settingsCard struct {
	object fyne.CanvasObject
	height func(width float32) float32
}

// Measures, in pixels.
const (
	settingsNames   = 188
	settingsWidth   = 990
	settingsGap     = 16
	settingsPadding = 20
)

func newSettingsScreen(c settingsCommands, places core.Places) *settingsScreen {
	s := &settingsScreen{commands: c, places: places, title: widget.NewText(widget.ScreenTitle, "Settings")}
	s.pages = []*settingsPage{s.servicePage(), s.lookPage(), s.projectorPage(), s.voicePage(), s.storiesPage(), keyboardPage(), aboutPage()}
	objects := []fyne.CanvasObject{s.title}
	for i, p := range s.pages {
		b := widget.NewButton(widget.QuietInk, p.icon, p.name, func() { s.choose(i) })
		b.AlignLeading()
		s.names = append(s.names, b)
		objects = append(objects, b)
	}
	s.scroll = container.NewVScroll(container.New(placing(func([]fyne.CanvasObject, fyne.Size) {})))
	s.root = container.New(placing(s.layout), append(objects, s.scroll)...)
	s.choose(0)
	return s
}

// Object gives what the screen shows.
func (s *settingsScreen) Object() fyne.CanvasObject { return s.root }

// Show implements screen.
func (s *settingsScreen) Show() {}

// Hide forgets a key that was typed and not kept.
func (s *settingsScreen) Hide() { s.key.leave() }

// Key scrolls the section.
func (s *settingsScreen) Key(e *fyne.KeyEvent) bool { return scrollKey(s.scroll, e) }

// Update takes in the settings, and how it stands with the service.
func (s *settingsScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.SettingsState:
		s.state = e
	case core.ServiceState:
		s.service = e
	case core.UsageState:
		s.usage = e
	case core.LibraryState:
		if s.settled && e.Dir == s.library.Dir && e.Moving == s.library.Moving {
			return
		}
		s.library = e
	default:
		return
	}
	s.settled = false
	for _, update := range s.updates {
		update()
	}
	s.settled = true
	s.root.Refresh()
}

// showService brings the section of the service into sight, and gives what is
// to have the keyboard there; nil for nothing.
func (s *settingsScreen) showService() fyne.Focusable {
	s.choose(0)
	if s.key.field.Visible() {
		return s.key.field.Focus()
	}
	return nil
}

// showKeys brings the list of keys into sight.
func (s *settingsScreen) showKeys() {
	s.choose(slices.IndexFunc(s.pages, func(p *settingsPage) bool { return p.name == keyboardName }))
}

// change alters the settings, unless a control only follows them.
func (s *settingsScreen) change(f func(*core.Settings)) {
	if s.settled {
		s.commands.Change(f)
	}
}

// choose shows a section.
func (s *settingsScreen) choose(i int) {
	s.chosen = i
	for j, b := range s.names {
		kind := widget.QuietInk
		if j == i {
			kind = widget.Plain
		}
		b.SetKind(kind)
	}
	var cards []fyne.CanvasObject
	for _, c := range s.pages[i].cards {
		cards = append(cards, c.object)
	}
	s.scroll.Content = container.New(stacked{s.pages[i].cards}, cards...)
	s.scroll.Offset = fyne.Position{}
	s.scroll.Refresh()
}

func (s *settingsScreen) layout(_ []fyne.CanvasObject, size fyne.Size) {
	side := float32(wideSide)
	if size.Width+railWidth < narrowWidth {
		side = narrowSide
	}
	put(s.title, side, 22, 400, 32)
	for i, b := range s.names {
		put(b, side, 72+float32(i)*42, settingsNames, 40)
	}
	left := side + settingsNames + 32
	width := min(settingsWidth, size.Width-left-side)
	put(s.scroll, left-4, 72-4, width+8+12, size.Height-72)
}

// stacked puts the cards of a section one below the other.
type stacked struct{ cards []settingsCard }

// Layout implements fyne.Layout.
func (l stacked) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y, width := float32(4), size.Width-8-12
	for _, c := range l.cards {
		h := c.height(width)
		put(c.object, 4, y, width, h)
		y += h + settingsGap
	}
}

// MinSize implements fyne.Layout.
func (l stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	y, width := float32(4), float32(600)
	if len(objects) > 0 && objects[0].Size().Width > 0 {
		width = objects[0].Size().Width
	}
	for _, c := range l.cards {
		y += c.height(width) + settingsGap
	}
	return fyne.NewSize(400, y+8)
}

// setting is one line of a card: words on the left, a control on the right.
func setting(title, say string, control fyne.CanvasObject) settingsCard {
	head := widget.NewText(widget.Strong, title)
	text := widget.NewText(widget.SmallText, say).SetToken(widget.Ink2).Wrap(0)
	objects := []fyne.CanvasObject{head, text}
	if control != nil {
		objects = append(objects, control)
	}
	words := func(width float32) float32 {
		if control == nil {
			return width
		}
		return width - control.MinSize().Width - 24
	}
	r := settingsCard{height: func(width float32) float32 {
		tall := 20 + 2 + text.HeightFor(words(width))
		if control != nil {
			tall = max(tall, control.MinSize().Height)
		}
		return tall
	}}
	r.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(head, 0, 0, words(size.Width), 20)
		put(text, 0, 22, words(size.Width), text.HeightFor(words(size.Width)))
		if control != nil {
			m := control.MinSize()
			put(control, size.Width-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
		}
	}), objects...)
	return r
}

// card puts rows on a card, with rules between them.
func card(rows ...settingsCard) settingsCard {
	var objects []fyne.CanvasObject
	for i, r := range rows {
		if i > 0 {
			objects = append(objects, widget.NewRule())
		}
		objects = append(objects, r.object)
	}
	const between = 33
	inside := container.New(placing(func(objects []fyne.CanvasObject, size fyne.Size) {
		y := float32(0)
		for i, r := range rows {
			if i > 0 {
				put(objects[2*i-1], 0, y+between/2, size.Width, 1)
				y += between
			}
			h := r.height(size.Width)
			put(r.object, 0, y, size.Width, h)
			y += h
		}
	}), objects...)
	return settingsCard{
		object: widget.NewCard(inside, settingsPadding),
		height: func(width float32) float32 {
			tall := float32(2*settingsPadding) + float32(len(rows)-1)*between
			for _, r := range rows {
				tall += r.height(width - 2*settingsPadding)
			}
			return tall
		},
	}
}

// voicesOf gives the voices of a language, by name.
func voicesOf(all []model.VoiceInfo, language string) []model.VoiceInfo {
	var fit []model.VoiceInfo
	for _, v := range all {
		if baseLanguage(v.Language) == baseLanguage(language) {
			fit = append(fit, v)
		}
	}
	slices.SortStableFunc(fit, func(a, b model.VoiceInfo) int { return cmp.Compare(a.Name, b.Name) })
	return fit
}

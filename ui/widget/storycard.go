package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// StoryCard is what a card of the library shows.
type StoryCard struct {
	ID       string
	Title    string
	Facts    string  // "Grade 4 · 9 min"
	Date     string  // "10:12", "12 Nov"
	Picture  string  // file; "" while there is none
	Mark     Icon    // "" for none
	Token    Token   // colour of Mark and State
	State    string  // "Offline", "1 picture missing"
	Progress float32 // 0 to 1 as a short bar before State; negative: none
	Action   string  // words of the button on the picture; "" for none
	Damaged  bool    // shown without a picture, with a failure mark in its place
	Picked   bool    // one of several that something is to be done with
	Picking  bool    // some are picked
}

// Measures of a card, in pixels.
const (
	cardPictureRatio  = 0.645 // height of the picture by its width
	cardPictureNarrow = 0.6   // the same in a window under narrowWindow
	narrowWindow      = 1200
	cardTitleGap      = 8
	cardTextHeight    = 22 + 20
	cardInset         = 10 // of the buttons on the picture
	boxSide           = 22
	boxReach          = 44 // from the corner: the target is larger than the box
)

// cardHeight gives the height of a card of a width in a window of a width.
func cardHeight(width, window float32) float32 {
	return cardPictureHeight(width, window) + cardTitleGap + cardTextHeight
}

func cardPictureHeight(width, window float32) float32 {
	if window < narrowWindow {
		return float32(int(width * cardPictureNarrow))
	}
	return float32(int(width * cardPictureRatio))
}

// card draws one StoryCard of a CardGrid, which owns the keyboard.
type card struct {
	control

	grid     *CardGrid
	index    int
	data     StoryCard
	selected bool // where the keyboard is
	window   float32

	picture *Picture
	empty   *iconImage
	ring    *canvas.Rectangle
	title   *Text
	facts   *Text
	date    *Text
	mark    *iconImage
	state   *Text
	track   *canvas.Rectangle
	bar     *canvas.Rectangle
	action  *Button
	more    *Button
	box     *canvas.Rectangle // ticked where the card is picked
	tick    *iconImage
	edge    *canvas.Rectangle // around the picture of a picked card
	with    fyne.KeyModifier  // held when it was pressed last
}

func newCard(g *CardGrid) *card {
	c := &card{grid: g, index: -1}
	c.picture = NewPicture(g.loader, Round(RadiusPicture), func() color.Color { return Color(Sunken) })
	c.empty = newIconImage(IconImage, Ink3)
	c.ring = newFocusRing()
	c.title = NewText(Strong, "").Truncate()
	c.title.SetStyle(cardTitleStyle)
	c.facts = NewText(SmallText, "").SetToken(Ink2).Truncate()
	c.date = NewText(SmallText, "").SetToken(Ink3)
	c.mark = newIconImage("", Ok)
	c.state = NewText(SmallText, "")
	c.track, c.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	c.track.CornerRadius, c.bar.CornerRadius = 3, 3
	c.action = NewButton(Plain, IconPlay, "", func() { g.act(c.index) }).SetSize(Small)
	c.more = NewButton(Plain, IconMore, "", func() { g.menu(c.index, c.more) }).SetSize(Small)
	c.more.SetHelp("More")
	c.box, c.edge = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	c.box.CornerRadius, c.box.StrokeWidth = 6, 1.5
	c.edge.CornerRadius, c.edge.StrokeWidth = RadiusPicture, 3
	c.tick = newIconImage(IconCheck, OnAccent)
	c.action.hovering, c.more.hovering = c.Refresh, c.Refresh
	c.ExtendBaseWidget(c)
	return c
}

// cardTitleStyle is the title's: 14 px, semibold.
const cardTitleStyle = Strong

// set shows another story.
func (c *card) set(index int, data StoryCard, selected bool, window float32) {
	if c.index == index && c.data == data && c.selected == selected && c.window == window {
		return
	}
	c.index, c.data, c.selected, c.window = index, data, selected, window
	c.picture.SetFile(data.Picture, false)
	c.title.SetText(data.Title)
	c.facts.SetText(data.Facts)
	c.date.SetText(data.Date)
	c.state.SetText(data.State)
	c.state.SetToken(data.Token)
	c.action.SetText(data.Action)
	c.Refresh()
}

// active reports whether the buttons on the picture are shown.
func (c *card) active() bool {
	return c.hovered || c.action.hovered || c.more.hovered || (c.selected && c.grid.focused)
}

// MouseDown implements desktop.Mouseable: the keys that are held tell what a
// press means.
func (c *card) MouseDown(e *desktop.MouseEvent) {
	c.control.MouseDown(e)
	c.with = e.Modifier
}

// Tapped opens the story, or picks it: with Ctrl or Shift, in the corner where
// the box is, and while others are picked.
func (c *card) Tapped(e *fyne.PointEvent) {
	with := c.with
	c.with = 0
	if c.active() && e != nil && e.Position.X < boxReach && e.Position.Y < boxReach {
		with |= fyne.KeyModifierShortcutDefault
	}
	c.grid.pressed(c.index, with)
}

// TappedSecondary opens the menu where the pointer is.
func (c *card) TappedSecondary(*fyne.PointEvent) {
	c.grid.pick(c.index)
	c.grid.menu(c.index, c.more)
}

// Cursor says that the card can be pressed.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		objects: fixed(c.ring, c.picture, c.empty.Image, c.title, c.facts, c.date, c.track, c.bar, c.mark.Image, c.state, c.edge, c.box, c.tick.Image, c.action, c.more),
		layout:  c.layout,
		min:     func() fyne.Size { return fyne.NewSize(minCardWidth, cardHeight(minCardWidth, c.window)) },
	}
	d.refresh = func() {
		c.dress()
		c.layout(c.Size())
		canvas.Refresh(c)
	}
	c.dress()
	return d
}

// dress sets what does not depend on the size.
func (c *card) dress() {
	setVisible(c.action, c.active() && c.data.Action != "" && !c.data.Picking)
	setVisible(c.more, c.active())
	showRing(c.ring, c.selected && c.grid.focused)
	setVisible(c.box, c.active() || c.data.Picking)
	c.box.FillColor, c.box.StrokeColor = Color(Surface), Color(Edge)
	if c.data.Picked {
		c.box.FillColor, c.box.StrokeColor = Color(Accent), Color(OnAccent)
	}
	c.tick.set(IconCheck, OnAccent)
	setVisible(c.tick.Image, c.data.Picked)
	c.edge.StrokeColor = Color(Accent)
	setVisible(c.edge, c.data.Picked)
	icon := IconImage
	if c.data.Damaged {
		icon = MarkFailed
	}
	c.empty.setColor(icon, RGBA(Ink3))
	setVisible(c.empty.Image, c.data.Picture == "")
	c.mark.setColor(c.data.Mark, RGBA(tokenOr(c.data.Token, Ok)))
	setVisible(c.mark.Image, c.data.Mark != "")
	c.track.FillColor, c.bar.FillColor = Color(Line), Color(Accent)
	setVisible(c.track, c.data.Progress >= 0)
	setVisible(c.bar, c.data.Progress > 0)
}

func tokenOr(t, other Token) Token {
	if t == "" {
		return other
	}
	return t
}

func setVisible(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// layout places everything for a size.
func (c *card) layout(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	tall := cardPictureHeight(size.Width, c.window)
	box := fyne.NewSize(size.Width, tall)
	c.picture.Resize(box)
	c.empty.place(0, 0, size.Width, tall, 26)
	placeRing(c.ring, fyne.Position{}, box, RadiusPicture)

	button := c.action.MinSize()
	y := tall - button.Height - cardInset
	c.action.Resize(button)
	c.action.Move(fyne.NewPos(cardInset, y))
	c.more.Resize(c.more.MinSize())
	c.more.Move(fyne.NewPos(size.Width-c.more.MinSize().Width-cardInset, y))

	c.edge.Resize(box)
	c.box.Move(fyne.NewSquareOffsetPos(cardInset))
	c.box.Resize(fyne.NewSquareSize(boxSide))
	c.tick.place(cardInset+3, cardInset, boxSide-6, boxSide, boxSide-6)

	const inset = 2
	y = tall + cardTitleGap
	c.title.Move(fyne.NewPos(inset, y))
	date := float32(0)
	if c.data.Date != "" {
		date = c.date.Width()
		c.date.Move(fyne.NewPos(size.Width-inset-date, y+1))
		c.date.Resize(fyne.NewSize(date, 20))
		date += 8
	}
	c.title.Resize(fyne.NewSize(size.Width-2*inset-date, 22))
	y += 22
	right := size.Width - inset
	if c.data.State != "" {
		width := c.state.Width()
		right -= width
		c.state.Move(fyne.NewPos(right, y))
		c.state.Resize(fyne.NewSize(width, 20))
	}
	if c.data.Mark != "" {
		right -= 20
		c.mark.place(right, y, 14, 20, 14)
	}
	if c.data.Progress >= 0 {
		const track = 44
		right -= track + 8
		c.track.Move(fyne.NewPos(right, y+7))
		c.track.Resize(fyne.NewSize(track, 6))
		c.bar.Move(fyne.NewPos(right, y+7))
		c.bar.Resize(fyne.NewSize(max(6, track*c.data.Progress), 6))
	}
	c.facts.Move(fyne.NewPos(inset, y))
	c.facts.Resize(fyne.NewSize(max(right-inset-8, 0), 20))
}

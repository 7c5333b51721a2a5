package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// NoticeKind is what a notice is about.
type NoticeKind int

// The kinds of notices.
const (
	NoticeInfo NoticeKind = iota
	NoticeAmber
	NoticeOk
	NoticeRed
)

// NoticeAction is a way on, offered in a notice.
type NoticeAction struct {
	Text string
	Do   func()
}

// Notice is a bar above the content: what happened, what goes on, and a way
// on. It never lies over anything.
type Notice struct {
	widget.BaseWidget

	kind    NoticeKind
	icon    Icon
	text    *Text
	actions []*Button
	close   *Button // nil: cannot be closed
	ring    *Countdown
	says    func(left int) string // of a notice that counts
}

const noticeRing = 28 // diameter of the ring of a notice that counts

// NewNotice makes a notice. closed, where it is not nil, is called when the
// teacher closes it; the caller takes it away.
func NewNotice(kind NoticeKind, icon Icon, text string, closed func(), actions ...NoticeAction) *Notice {
	n := &Notice{kind: kind, icon: icon, text: NewText(SmallText, text).Wrap(3), ring: NewCountdown(noticeRing)}
	n.ring.Hide()
	n.ring.OnSecond = func(left int) {
		if n.says != nil {
			n.SetText(n.says(left))
		}
	}
	for _, a := range actions {
		n.actions = append(n.actions, n.action(a))
	}
	if closed != nil {
		n.close = NewIconButton(IconClose, "Close", closed).SetSize(Small)
	}
	n.ExtendBaseWidget(n)
	return n
}

func (n *Notice) action(a NoticeAction) *Button {
	kind := QuietInk
	if n.kind == NoticeInfo {
		kind = Quiet
	}
	return NewButton(kind, "", a.Text, a.Do).SetSize(Small)
}

// SetText changes the sentence.
func (n *Notice) SetText(s string) {
	n.text.SetText(s)
	n.Refresh()
}

// CountTo shows a ring that counts to a moment where the icon stands, and the
// sentence that says gives for the seconds left.
func (n *Notice) CountTo(until time.Time, says func(left int) string) {
	n.says = says
	n.text.Tabular()
	n.ring.SetUntil(until)
	setVisible(n.ring, true)
	n.SetText(says(n.ring.Left()))
}

// StopCounting puts the icon back in its place.
func (n *Notice) StopCounting() {
	n.says = nil
	setVisible(n.ring, false)
	n.Refresh()
}

// Text gives the sentence.
func (n *Notice) Text() string { return n.text.Text() }

func (n *Notice) tokens() (ground, ink Token) {
	switch n.kind {
	case NoticeAmber:
		return AmberSoft, Amber
	case NoticeOk:
		return OkSoft, Ok
	case NoticeRed:
		return RedSoft, Red
	}
	return AccentSoft, Accent
}

// textBox gives where the sentence stands in a notice of a width.
func (n *Notice) textBox(width float32) (left, room float32) {
	left = 16
	if n.icon != "" || n.ring.Visible() {
		left = 46
	}
	if n.ring.Visible() {
		left = 54
	}
	right := float32(16)
	for _, a := range n.actions {
		right += a.MinSize().Width + 4
	}
	if n.close != nil {
		right += HeightSmall
	}
	return left, width - left - right
}

// HeightFor is the height of the notice at a width, in pixels: 48, or more
// where its sentence takes several lines.
func (n *Notice) HeightFor(width float32) float32 {
	_, room := n.textBox(width)
	return max(HeightLarge, n.text.HeightFor(room)+24)
}

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	back, icon := canvas.NewRectangle(color.Transparent), newIconImage(n.icon, Accent)
	back.CornerRadius = RadiusPicture
	objects := []fyne.CanvasObject{back, icon.Image, n.ring, n.text}
	for _, a := range n.actions {
		objects = append(objects, a)
	}
	if n.close != nil {
		objects = append(objects, n.close)
	}
	layout := func(size fyne.Size) {
		back.Resize(size)
		icon.place(14, 0, 20, size.Height, 20)
		n.ring.Move(fyne.NewPos(14, (size.Height-noticeRing)/2))
		n.ring.Resize(fyne.NewSquareSize(noticeRing))
		left, room := n.textBox(size.Width)
		height := n.text.HeightFor(room)
		n.text.Move(fyne.NewPos(left, (size.Height-height)/2))
		n.text.Resize(fyne.NewSize(room, height))
		x := left + room + 8
		for _, a := range n.actions {
			needs := a.MinSize()
			a.Move(fyne.NewPos(x, (size.Height-needs.Height)/2))
			a.Resize(needs)
			x += needs.Width + 4
		}
		if n.close != nil {
			n.close.Resize(fyne.NewSquareSize(HeightSmall))
			n.close.Move(fyne.NewPos(size.Width-HeightSmall-10, (size.Height-HeightSmall)/2))
		}
	}
	refresh := func() {
		ground, ink := n.tokens()
		back.FillColor = Color(ground)
		icon.setColor(n.icon, RGBA(ink))
		icon.Hidden = n.icon == "" || n.ring.Visible()
		n.text.Refresh()
		layout(n.Size())
		back.Refresh()
		canvas.Refresh(n)
	}
	refresh()
	return &drawing{objects: fixed(objects...), layout: layout, refresh: refresh, min: func() fyne.Size {
		if n.Size().Width == 0 {
			return fyne.NewSize(240, HeightLarge)
		}
		return fyne.NewSize(240, n.HeightFor(n.Size().Width))
	}}
}

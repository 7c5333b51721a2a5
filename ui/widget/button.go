package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// ButtonKind is how much a button asks for.
type ButtonKind int

// The kinds of buttons. A screen has at most one Primary.
const (
	Primary ButtonKind = iota
	Plain
	Tonal
	Quiet
	QuietInk
	Danger
	DangerQuiet
	onInk // on the toast, whose ground is Ink
)

// ControlSize is the height of a control.
type ControlSize int

// The sizes: 32, 40 and 48 pixels high.
const (
	Small ControlSize = iota - 1
	Normal
	Large
)

func (s ControlSize) height() float32 {
	switch s {
	case Small:
		return HeightSmall
	case Large:
		return HeightLarge
	}
	return HeightNormal
}

// Button is a button with an icon, words, or both.
type Button struct {
	control

	OnTapped func()

	kind  ButtonKind
	icon  Icon
	text  string
	size  ControlSize
	round bool // a disc, for the transport

	leading  bool   // words at the leading edge, as in a list
	trailing bool   // the icon after the words
	hovering func() // told when the pointer comes and goes; may be nil
}

// NewButton makes a button; icon or text may be empty.
func NewButton(kind ButtonKind, icon Icon, text string, tapped func()) *Button {
	b := &Button{OnTapped: tapped, kind: kind, icon: icon, text: text}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton makes a quiet square button; help says what it does, when the
// pointer rests on it.
func NewIconButton(icon Icon, help string, tapped func()) *Button {
	b := NewButton(QuietInk, icon, "", tapped)
	b.SetHelp(help)
	return b
}

// SetSize changes the height.
func (b *Button) SetSize(s ControlSize) *Button {
	b.size = s
	b.Refresh()
	return b
}

// AlignLeading puts icon and words at the leading edge, as in a list of
// sections.
func (b *Button) AlignLeading() *Button {
	b.leading = true
	b.Refresh()
	return b
}

// IconAfter puts the icon after the words, as where a menu opens.
func (b *Button) IconAfter() *Button {
	b.trailing = true
	b.Refresh()
	return b
}

// SetKind changes how much the button asks for.
func (b *Button) SetKind(k ButtonKind) *Button {
	if b.kind != k {
		b.kind = k
		b.Refresh()
	}
	return b
}

// SetRound makes the button a disc.
func (b *Button) SetRound() *Button {
	b.round = true
	b.Refresh()
	return b
}

// SetText changes the words.
func (b *Button) SetText(s string) {
	if b.text != s {
		b.text = s
		b.Refresh()
	}
}

// Text gives the words.
func (b *Button) Text() string { return b.text }

// SetIcon changes the icon.
func (b *Button) SetIcon(i Icon) {
	if b.icon != i {
		b.icon = i
		b.Refresh()
	}
}

// SetHelp says what the button does, when the pointer rests on it.
func (b *Button) SetHelp(help string) *Button {
	b.tip.owner, b.tip.text = b, help
	return b
}

// Help gives what SetHelp said.
func (b *Button) Help() string { return b.tip.text }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.control.MouseIn(e)
	b.tell()
}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.control.MouseOut()
	b.tell()
}

func (b *Button) tell() {
	if b.hovering != nil {
		b.hovering()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	leaveFocus(b)
	b.press()
}

func (b *Button) press() {
	b.tip.leave()
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if activates(e) {
		b.press()
		return
	}
	PassKey(b, e)
}

// colours gives ground, outline and ink as the button stands.
func (b *Button) colours() (ground, outline, ink color.NRGBA) {
	none := color.NRGBA{}
	if b.disabled {
		switch b.kind {
		case Quiet, QuietInk, DangerQuiet:
			return none, none, faint(RGBA(Ink3), 0.7)
		}
		return RGBA(Sunken), none, RGBA(Ink3)
	}
	hovered, pressed := b.hovered, b.pressed
	step := func(rest, hover, press color.NRGBA) color.NRGBA {
		switch {
		case pressed:
			return press
		case hovered:
			return hover
		}
		return rest
	}
	accent := RGBA(Accent)
	switch b.kind {
	case Primary:
		return step(accent, RGBA(AccentHover), RGBA(AccentPressed)), none, RGBA(OnAccent)
	case Tonal:
		soft := RGBA(AccentSoft)
		return step(soft, blend(soft, accent, 0.08), blend(soft, accent, 0.16)), none, accent
	case Quiet:
		return step(none, RGBA(Hover), RGBA(AccentSoft)), none, accent
	case QuietInk:
		return step(none, RGBA(Hover), blend(RGBA(Hover), RGBA(Ink), 0.08)), none, RGBA(Ink2)
	case Danger:
		red := RGBA(Red)
		return step(red, RGBA(RedHover), RGBA(RedHover)), none, RGBA(OnRed)
	case onInk:
		ground, ink := RGBA(Ink), RGBA(Canvas)
		return step(none, blend(ground, ink, 0.12), blend(ground, ink, 0.2)), none, ink
	case DangerQuiet:
		return step(none, RGBA(RedSoft), RGBA(RedSoft)), none, RGBA(Red)
	}
	return step(RGBA(Surface), RGBA(Hover), blend(RGBA(Hover), RGBA(Ink), 0.08)), RGBA(Line), RGBA(Ink)
}

// measures of a button by its size, in pixels.
func (b *Button) measures() (pad, gap, icon float32, style Style) {
	switch b.size {
	case Small:
		pad, gap, icon, style = 12, 7, 16, SmallStrong
	case Large:
		pad, gap, icon, style = 22, 10, 20, CardTitle
	default:
		pad, gap, icon, style = 16, 9, 18, Strong
	}
	if b.kind == Quiet || b.kind == QuietInk || b.kind == DangerQuiet || b.kind == onInk {
		pad -= 4
	}
	return pad, gap, icon, style
}

func (b *Button) radius(size fyne.Size) float32 {
	switch {
	case b.round:
		return size.Height / 2
	case b.size == Small:
		return RadiusSmall
	case b.size == Large:
		return RadiusControl + 2
	}
	return RadiusControl
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, ring: newFocusRing(), ground: canvas.NewRectangle(color.Transparent)}
	r.icon = newIconImage(b.icon, Ink)
	r.text = newCanvasText(Strong, b.text)
	r.objects = []fyne.CanvasObject{r.ring, r.ground, r.icon.Image, r.text}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b       *Button
	ring    *canvas.Rectangle
	ground  *canvas.Rectangle
	icon    *iconImage
	text    *canvas.Text
	objects []fyne.CanvasObject
	tint    tint
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *buttonRenderer) Destroy()                     { r.tint.stop(); r.b.tip.leave() }

func (r *buttonRenderer) MinSize() fyne.Size {
	pad, gap, icon, style := r.b.measures()
	height := r.b.size.height()
	if r.b.text == "" {
		return fyne.NewSquareSize(height)
	}
	width := 2*pad + Measure(style, r.b.text)
	if r.b.icon != "" {
		width += icon + gap
	}
	return fyne.NewSize(float32(int(width+0.99)), height)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	pad, gap, icon, style := r.b.measures()
	if r.b.round {
		icon = size.Height * 0.48
	}
	r.ground.Resize(size)
	r.ground.CornerRadius = r.b.radius(size)
	placeRing(r.ring, fyne.Position{}, size, r.b.radius(size))
	r.text.TextSize, r.text.FontSource, r.text.Text = style.Size(), style.font(), r.b.text
	words := r.text.MinSize()
	if r.b.text == "" {
		r.icon.place(0, 0, size.Width, size.Height, icon)
		return
	}
	total := words.Width
	if r.b.icon != "" {
		total += icon + gap
	}
	x := (size.Width - total) / 2
	if r.b.leading {
		x = pad
	}
	switch {
	case r.b.icon != "" && r.b.trailing:
		r.icon.place(x+words.Width+gap, 0, icon, size.Height, icon)
	case r.b.icon != "":
		r.icon.place(x, 0, icon, size.Height, icon)
		x += icon + gap
	}
	standAt(r.text, x, (size.Height-words.Height)/2)
}

func (r *buttonRenderer) Refresh() {
	ground, outline, ink := r.b.colours()
	r.tint.move(ground, MotionPress, func(c color.NRGBA) {
		r.ground.FillColor = c
		r.ground.Refresh()
	})
	r.ground.StrokeColor, r.ground.StrokeWidth = outline, 0
	if outline.A > 0 {
		r.ground.StrokeWidth = 1
	}
	r.text.Color = ink
	r.icon.setColor(r.b.icon, ink)
	showRing(r.ring, r.b.focused && !r.b.disabled)
	r.Layout(r.b.Size())
	r.text.Refresh()
	canvas.Refresh(r.b)
}

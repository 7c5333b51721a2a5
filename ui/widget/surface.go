package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Depth is how far a surface stands off the ground. There are two, and no
// third.
type Depth int

// The depths: none, that of a card, and that of a menu or a dialog.
const (
	Flat Depth = iota
	Low
	High
)

// ply is one rounded rectangle of a shadow: grown and lowered so many pixels,
// at a share of the shade's strength.
type ply struct {
	grown, lowered float32
	share          float64
}

var shadows = map[Depth][]ply{
	Low:  {{1, 1, 0.035}, {1, 2, 0.028}, {2, 3, 0.02}},
	High: {{1, 2, 0.05}, {2, 4, 0.04}, {4, 7, 0.03}, {6, 10, 0.02}, {9, 13, 0.012}},
}

var outlineShare = map[Depth]float64{Low: 0.07, High: 0.08}

// Card is a rounded ground with its shadow, and what stands on it, inset by a
// padding.
type Card struct {
	widget.BaseWidget

	Content fyne.CanvasObject // may be nil
	Ground  Token
	Outline Token // "" where the shadow's own outline is enough
	Depth   Depth
	Radius  float32
	Padding float32
}

// NewCard makes a card of depth 1 on Surface.
func NewCard(content fyne.CanvasObject, padding float32) *Card {
	c := &Card{Content: content, Ground: Surface, Depth: Low, Radius: RadiusCard, Padding: padding}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c: c, ground: canvas.NewRectangle(color.Transparent)}
	for range shadows[c.Depth] {
		r.plies = append(r.plies, canvas.NewRectangle(color.Transparent))
	}
	r.Refresh()
	return r
}

type cardRenderer struct {
	c      *Card
	plies  []*canvas.Rectangle
	ground *canvas.Rectangle
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.plies)+2)
	for i := len(r.plies) - 1; i >= 0; i-- {
		objects = append(objects, r.plies[i])
	}
	objects = append(objects, r.ground)
	if r.c.Content != nil {
		objects = append(objects, r.c.Content)
	}
	return objects
}

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) MinSize() fyne.Size {
	size := fyne.NewSquareSize(2 * r.c.Padding)
	if r.c.Content != nil {
		size = size.Add(r.c.Content.MinSize())
	}
	return size
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.ground.CornerRadius = r.c.Radius
	r.ground.Resize(size)
	for i, p := range shadows[r.c.Depth] {
		if i >= len(r.plies) {
			break
		}
		r.plies[i].CornerRadius = r.c.Radius + p.grown
		r.plies[i].Move(fyne.NewPos(-p.grown, p.lowered-p.grown))
		r.plies[i].Resize(size.AddWidthHeight(2*p.grown, 2*p.grown))
	}
	if r.c.Content != nil {
		r.c.Content.Move(fyne.NewSquareOffsetPos(r.c.Padding))
		r.c.Content.Resize(size.SubtractWidthHeight(2*r.c.Padding, 2*r.c.Padding))
	}
}

func (r *cardRenderer) Refresh() {
	ground := RGBA(r.c.Ground)
	r.ground.FillColor = ground
	// The outline of a light card is its shadow's; a dark one has a line.
	share, isDark := outlineShare[r.c.Depth], IsDark()
	switch {
	case r.c.Outline != "":
		r.ground.StrokeColor, r.ground.StrokeWidth = RGBA(r.c.Outline), 1
	case r.c.Depth == Flat:
		r.ground.StrokeWidth = 0
	case isDark || CurrentLook().Mode == HighContrast:
		r.ground.StrokeColor, r.ground.StrokeWidth = RGBA(Line), 1
	default:
		shade := RGBA(Shade)
		r.ground.StrokeColor, r.ground.StrokeWidth = blend(ground, shade, float32(share)), 1
	}
	for i, p := range shadows[r.c.Depth] {
		if i >= len(r.plies) {
			break
		}
		share := p.share
		if isDark {
			share *= 2.5 // black on near black is seen less
			if r.c.Depth == Low {
				share = 0
			}
		}
		r.plies[i].FillColor = faint(RGBA(Shade), share)
		r.plies[i].Refresh()
	}
	r.ground.Refresh()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// Rule is a line, 1 px, that parts what stands above from what stands below.
type Rule struct {
	widget.BaseWidget
}

// NewRule makes a rule.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(Color(Line))
	return &drawing{
		objects: fixed(line),
		layout:  func(s fyne.Size) { line.Resize(fyne.NewSize(s.Width, 1)) },
		min:     func() fyne.Size { return fyne.NewSize(1, 1) },
		refresh: func() {
			line.FillColor = Color(Line)
			line.Refresh()
		},
	}
}

// Ground is a plain area of one colour.
type Ground struct {
	widget.BaseWidget

	token  Token
	radius float32
}

// NewGround makes an area; radius 0 gives square corners.
func NewGround(t Token, radius float32) *Ground {
	g := &Ground{token: t, radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// SetToken changes the colour.
func (g *Ground) SetToken(t Token) {
	if g.token != t {
		g.token = t
		g.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	rect := canvas.NewRectangle(Color(g.token))
	rect.CornerRadius = g.radius
	return &drawing{
		objects: fixed(rect),
		layout:  func(s fyne.Size) { rect.Resize(s) },
		min:     func() fyne.Size { return fyne.Size{} },
		refresh: func() {
			rect.FillColor = Color(g.token)
			rect.Refresh()
		},
	}
}

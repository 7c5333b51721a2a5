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
	r := &cardRenderer{c: c, middle: canvas.NewRectangle(color.Transparent)}
	for i := range r.edges {
		r.edges[i] = newCardEdge(&r.face)
	}
	r.Refresh()
	return r
}

// cardRenderer draws a card's round corners, outline and shadow in four strips
// round a plain middle: a card of large layers costs four times as much.
type cardRenderer struct {
	c      *Card
	face   cardFace
	middle *canvas.Rectangle
	edges  [4]*cardEdge // above, below, left, right
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.middle}
	for _, e := range r.edges {
		objects = append(objects, e.raster)
	}
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
	const line = 2 // the outline, and a pixel more
	turned := r.face.size != size || r.face.radius != r.c.Radius
	r.face.size, r.face.radius = size, r.c.Radius
	side, low := reach(r.c.Depth)
	corner := min(ceil(r.c.Radius)+line, size.Height/2)
	r.middle.Move(fyne.NewPos(min(1, size.Width/2), corner-1))
	r.middle.Resize(fyne.NewSize(max(size.Width-2, 0), max(size.Height-2*corner+2, 0)))
	r.edges[0].put(-side, 0, size.Width+2*side, corner)
	r.edges[1].put(-side, size.Height-corner, size.Width+2*side, corner+low)
	r.edges[2].put(-side, corner, side+line, size.Height-2*corner)
	r.edges[3].put(size.Width-line, corner, side+line, size.Height-2*corner)
	if turned {
		r.repaint()
	}
	if r.c.Content != nil {
		r.c.Content.Move(fyne.NewSquareOffsetPos(r.c.Padding))
		r.c.Content.Resize(size.SubtractWidthHeight(2*r.c.Padding, 2*r.c.Padding))
	}
}

func (r *cardRenderer) repaint() {
	for _, e := range r.edges {
		e.raster.Refresh()
	}
}

func (r *cardRenderer) Refresh() {
	ground := RGBA(r.c.Ground)
	r.middle.FillColor = ground
	face := cardFace{size: r.face.size, radius: r.face.radius, ground: ground, outline: ground}
	// The outline of a light card is its shadow's; a dark one has a line.
	share, isDark := outlineShare[r.c.Depth], IsDark()
	switch {
	case r.c.Outline != "":
		face.outline = RGBA(r.c.Outline)
	case r.c.Depth == Flat:
	case isDark || CurrentLook().Mode == HighContrast:
		face.outline = RGBA(Line)
	default:
		face.outline = blend(ground, RGBA(Shade), float32(share))
	}
	for _, p := range shadows[r.c.Depth] {
		if isDark {
			p.share *= 2.5 // black on near black is seen less
			if r.c.Depth == Low {
				continue
			}
		}
		face.plies = append(face.plies, p)
	}
	face.shade = RGBA(Shade)
	repainted := !r.face.looksLike(face)
	r.face = face
	r.Layout(r.c.Size())
	if repainted {
		r.middle.Refresh()
		r.repaint()
	}
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

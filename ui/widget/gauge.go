package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"
)

// Gauge is a ring that is filled as far as a share says, such as the rest of
// a lesson. It stands for something that is written beside it.
type Gauge struct {
	fw.BaseWidget
	diameter float32
	share    float32
	token    Token
}

// NewGauge makes an empty ring of a diameter.
func NewGauge(diameter float32) *Gauge {
	g := &Gauge{diameter: diameter, token: Accent}
	g.ExtendBaseWidget(g)
	return g
}

// Set fills the ring to a share, 0 to 1, in a colour.
func (g *Gauge) Set(share float64, t Token) {
	s := float32(min(1, max(0, share)))
	if s == g.share && t == g.token {
		return
	}
	g.share, g.token = s, t
	g.Refresh()
}

// Share is how far the ring is filled.
func (g *Gauge) Share() float64 { return float64(g.share) }

// CreateRenderer implements fyne.Widget.
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer {
	track, arc := canvas.NewArc(0, 360, 0, nil), canvas.NewArc(0, 0, 0, nil)
	thick := max(2, float32(math.Round(float64(g.diameter)/11)))
	layout := func(size fyne.Size) {
		for _, a := range []*canvas.Arc{track, arc} {
			a.Resize(fyne.NewSquareSize(g.diameter))
			a.Move(fyne.NewPos((size.Width-g.diameter)/2, (size.Height-g.diameter)/2))
		}
	}
	refresh := func() {
		track.FillColor, arc.FillColor = Color(Line), Color(g.token)
		track.CutoutRatio, arc.CutoutRatio = 1-2*thick/g.diameter, 1-2*thick/g.diameter
		arc.CornerRadius, arc.EndAngle, arc.Hidden = thick/2, 360*g.share, g.share == 0
		track.Refresh()
		arc.Refresh()
	}
	refresh()
	return &drawing{
		objects: fixed(track, arc), layout: layout, refresh: refresh,
		min: func() fyne.Size { return fyne.NewSquareSize(g.diameter) },
	}
}

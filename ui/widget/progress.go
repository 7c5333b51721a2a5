package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Progress is a bar that fills from the left.
type Progress struct {
	widget.BaseWidget

	share  float32 // 0 to 1
	fill   Token
	height float32
}

// NewProgress makes a bar in Accent.
func NewProgress() *Progress {
	p := &Progress{fill: Accent, height: progressHeight}
	p.ExtendBaseWidget(p)
	return p
}

// Set fills the bar to a share, 0 to 1.
func (p *Progress) Set(share float32) {
	share = max(0, min(share, 1))
	if p.share != share {
		p.share = share
		p.Refresh()
	}
}

// SetToken changes the colour of what is filled.
func (p *Progress) SetToken(t Token) *Progress {
	p.fill = t
	p.Refresh()
	return p
}

// SetHeight makes the bar thicker or thinner than 6 pixels.
func (p *Progress) SetHeight(height float32) *Progress {
	p.height = height
	p.Refresh()
	return p
}

// Share is how far the bar is filled, 0 to 1.
func (p *Progress) Share() float32 { return p.share }

const progressHeight = 6

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	track, fill := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	layout := func(size fyne.Size) {
		y := (size.Height - p.height) / 2
		track.CornerRadius, fill.CornerRadius = p.height/2, p.height/2
		track.Move(fyne.NewPos(0, y))
		track.Resize(fyne.NewSize(size.Width, p.height))
		width := size.Width * p.share
		if p.share > 0 {
			width = max(width, p.height)
		}
		fill.Move(fyne.NewPos(0, y))
		fill.Resize(fyne.NewSize(width, p.height))
	}
	refresh := func() {
		track.FillColor = Color(Line)
		fill.FillColor = Color(p.fill)
		fill.Hidden = p.share <= 0
		layout(p.Size())
		track.Refresh()
		fill.Refresh()
	}
	refresh()
	return &drawing{
		objects: fixed(track, fill), layout: layout, refresh: refresh,
		min: func() fyne.Size { return fyne.NewSize(40, p.height) },
	}
}

// Spinner is the working arc: a quarter of a ring that turns once in 1.2 s.
// It stands still where the teacher wants less motion. It never stands alone:
// beside it are words that say what is being done.
type Spinner struct {
	widget.BaseWidget

	turning *fyne.Animation
	angle   float32
}

// NewSpinner makes an arc that turns while it is shown.
func NewSpinner() *Spinner {
	s := &Spinner{}
	s.ExtendBaseWidget(s)
	return s
}

// Hide implements fyne.CanvasObject.
func (s *Spinner) Hide() {
	s.stop()
	s.BaseWidget.Hide()
}

// Show implements fyne.CanvasObject.
func (s *Spinner) Show() {
	s.BaseWidget.Show()
	s.Refresh()
}

func (s *Spinner) stop() {
	if s.turning != nil {
		s.turning.Stop()
		s.turning = nil
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Spinner) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewCircle(color.Transparent)
	arc := canvas.NewArc(0, 90, 0.7, color.Transparent)
	layout := func(size fyne.Size) {
		side := min(size.Width, size.Height)
		stroke := max(side/7, 2)
		at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
		ring.StrokeWidth = stroke
		ring.Move(at)
		ring.Resize(fyne.NewSquareSize(side))
		arc.CutoutRatio = 1 - 2*stroke/side
		arc.CornerRadius = stroke / 2
		arc.Move(at)
		arc.Resize(fyne.NewSquareSize(side))
	}
	refresh := func() {
		ring.StrokeColor = Color(Line)
		arc.FillColor = Color(Accent)
		arc.StartAngle, arc.EndAngle = s.angle, s.angle+90
		ring.Refresh()
		arc.Refresh()
		s.turn(arc)
	}
	refresh()
	return &drawing{
		objects: fixed(ring, arc), layout: layout, refresh: refresh, destroy: s.stop,
		min: func() fyne.Size { return fyne.NewSquareSize(16) },
	}
}

// turn starts the movement, once.
func (s *Spinner) turn(arc *canvas.Arc) {
	d := Motion(MotionArc)
	if d == 0 || !s.Visible() {
		s.stop()
		return
	}
	if s.turning != nil {
		return
	}
	s.turning = &fyne.Animation{Duration: d, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear, Tick: func(at float32) {
		s.angle = at * 360
		arc.StartAngle, arc.EndAngle = s.angle, s.angle+90
		arc.Refresh()
	}}
	s.turning.Start()
}

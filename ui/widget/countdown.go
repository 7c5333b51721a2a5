package widget

import (
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"
)

// Countdown is a ring that empties toward a moment, with the whole seconds
// left inside it. The caller gives the moment once; the widget ticks by
// itself until it has passed.
type Countdown struct {
	fw.BaseWidget

	// OnSecond is called whenever the number changes, on the UI goroutine.
	OnSecond func(left int)

	diameter float32
	until    time.Time
	whole    time.Duration // what a full ring stands for
	shown    int           // the number as it is drawn
	drawn    time.Time     // when the ring was drawn last
	unseen   bool
	ticker   *fyne.Animation
}

// countdownFrame is the shortest time between two drawings of the ring: the
// largest ring moves by about one pixel in it.
const countdownFrame = 100 * time.Millisecond

// NewCountdown makes a ring of the given diameter (20 or more).
func NewCountdown(diameter float32) *Countdown {
	c := &Countdown{diameter: diameter, shown: -1}
	c.ExtendBaseWidget(c)
	return c
}

// NewSecondHand makes a countdown that draws nothing and only tells the
// seconds to OnSecond, for words that count.
func NewSecondHand() *Countdown {
	c := NewCountdown(20)
	c.unseen = true
	return c
}

// SetUntil sets the moment to count down to. A moment in the past, or the
// zero time, shows an empty ring.
func (c *Countdown) SetUntil(until time.Time) {
	if until.Equal(c.until) {
		return
	}
	c.until = until
	c.whole = wholeRing(time.Until(until))
	c.draw()
	c.run()
}

// Left is the number of seconds left, rounded up.
func (c *Countdown) Left() int { return SecondsLeft(c.until) }

// SecondsLeft is the number of seconds until a moment, rounded up; 0 when it
// has passed.
func SecondsLeft(until time.Time) int {
	left := time.Until(until)
	if left <= 0 {
		return 0
	}
	return int(math.Ceil(left.Seconds()))
}

// wholeRing gives the wait that a ring first seen with left to go belongs to.
// Waits double from one second on, so that the next doubling is the whole,
// and rings of one wait agree however late each came to be.
func wholeRing(left time.Duration) time.Duration {
	whole := time.Second
	for whole < left && whole < time.Hour {
		whole *= 2
	}
	return whole
}

func (c *Countdown) run() {
	if c.ticker != nil || c.Left() == 0 || !c.Visible() {
		return
	}
	c.ticker = fyne.NewAnimation(time.Second, func(float32) { c.tick() })
	c.ticker.RepeatCount = fyne.AnimationRepeatForever
	c.ticker.Start()
}

func (c *Countdown) stop() {
	if c.ticker != nil {
		c.ticker.Stop()
		c.ticker = nil
	}
}

func (c *Countdown) tick() {
	if time.Since(c.drawn) < countdownFrame {
		return
	}
	if (c.unseen || CurrentLook().LessMotion) && c.Left() == c.shown {
		return
	}
	c.draw()
	if c.Left() == 0 {
		c.stop()
	}
}

func (c *Countdown) draw() {
	c.drawn = time.Now()
	before := c.shown
	c.Refresh()
	if c.shown != before && c.OnSecond != nil {
		c.OnSecond(c.shown)
	}
}

// Show starts the ring again.
func (c *Countdown) Show() {
	c.BaseWidget.Show()
	c.run()
}

// Hide stops the ring.
func (c *Countdown) Hide() {
	c.BaseWidget.Hide()
	c.stop()
}

// CreateRenderer is for Fyne.
func (c *Countdown) CreateRenderer() fyne.WidgetRenderer {
	r := &countdownRenderer{
		c:      c,
		track:  canvas.NewArc(0, 360, 0, nil),
		arc:    canvas.NewArc(0, 0, 0, nil),
		number: NewText(countdownStyle(c.diameter), "").Tabular(),
	}
	r.number.Align(fyne.TextAlignCenter)
	r.Refresh()
	return r
}

func countdownStyle(diameter float32) Style {
	switch {
	case diameter >= 60:
		return ScreenTitle
	case diameter >= 44:
		return Title
	default:
		return Caption
	}
}

type countdownRenderer struct {
	c      *Countdown
	track  *canvas.Arc
	arc    *canvas.Arc
	number *Text
}

func (r *countdownRenderer) thickness() float32 {
	return max(2, float32(math.Round(float64(r.c.diameter)/14)))
}

func (r *countdownRenderer) Layout(size fyne.Size) {
	d := r.c.diameter
	at := fyne.NewPos((size.Width-d)/2, (size.Height-d)/2)
	for _, a := range []*canvas.Arc{r.track, r.arc} {
		a.Resize(fyne.NewSquareSize(d))
		a.Move(at)
	}
	h := r.number.MinSize().Height
	r.number.Resize(fyne.NewSize(size.Width, h))
	r.number.Move(fyne.NewPos(0, (size.Height-h)/2))
}

func (r *countdownRenderer) MinSize() fyne.Size {
	if r.c.unseen {
		return fyne.Size{}
	}
	return fyne.NewSquareSize(r.c.diameter)
}

func (r *countdownRenderer) Refresh() {
	c := r.c
	cut := 1 - 2*r.thickness()/c.diameter
	c.shown = c.Left()
	left := time.Until(c.until)
	if CurrentLook().LessMotion {
		left = time.Duration(c.shown) * time.Second
	}
	part := float32(0)
	if c.whole > 0 && left > 0 {
		part = min(1, float32(left)/float32(c.whole))
	}
	r.track.FillColor, r.track.CutoutRatio = Color(AmberSoft), cut
	r.arc.FillColor, r.arc.CutoutRatio = Color(AmberFill), cut
	r.arc.CornerRadius = r.thickness() / 2
	r.arc.EndAngle = 360 * part
	r.arc.Hidden = part == 0
	r.number.SetToken(Amber)
	r.number.Hidden = c.diameter < 26
	r.number.SetText(strconv.Itoa(c.shown))
	r.track.Refresh()
	r.arc.Refresh()
}

func (r *countdownRenderer) Objects() []fyne.CanvasObject {
	if r.c.unseen {
		return nil
	}
	return []fyne.CanvasObject{r.track, r.arc, r.number}
}

func (r *countdownRenderer) Destroy() { r.c.stop() }

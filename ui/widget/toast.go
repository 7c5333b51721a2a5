package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ToastTime is how long a toast stays.
const ToastTime = 8 * time.Second

// Toast is what is told in passing: one thing that was done, with its undo.
// It lies in a window's Layer, bottom left, and leaves by itself. Say makes
// it take the place of the one before.
type Toast struct {
	widget.BaseWidget

	layer *Layer
	text  *Text
	mark  Icon
	do    *Button
	keys  *Text
	act   func()
	timer *time.Timer
	shown bool
}

// NewToast makes the toast of a layer; it is not seen until Say.
func NewToast(l *Layer) *Toast {
	t := &Toast{layer: l, text: NewText(Body, "").SetToken(Canvas).Wrap(3), keys: NewText(Body, "").SetToken(Canvas)}
	t.do = NewButton(onInk, "", "", func() { t.Act() }).SetSize(Small)
	t.ExtendBaseWidget(t)
	return t
}

// Say shows text for ToastTime. action, such as "Undo", calls do; keys names
// its shortcut. bad marks something that went wrong.
func (t *Toast) Say(text, action, keys string, bad bool, do func()) {
	t.Close()
	t.mark = ""
	if bad {
		t.mark = MarkFailed
	}
	t.text.SetText(text)
	t.do.SetText(action)
	t.keys.SetText(keys)
	t.act = do
	t.shown = true
	t.layer.Add(t)
	t.Refresh()
	t.Place()
	t.timer = time.AfterFunc(ToastTime, func() { fyne.Do(t.Close) })
}

// Close takes the toast away.
func (t *Toast) Close() {
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	if t.shown {
		t.shown, t.act = false, nil
		t.layer.Remove(t)
	}
}

// Act does what the toast offers; false where there is nothing to do.
func (t *Toast) Act() bool {
	act := t.act
	t.Close()
	if act == nil {
		return false
	}
	act()
	return true
}

// Shown gives the sentence in sight, "" where there is none.
func (t *Toast) Shown() string {
	if !t.shown {
		return ""
	}
	return t.text.Text()
}

const (
	toastInset = 24 // from the window's left and bottom edge
	railWidth  = 84
	toastMost  = 560
)

// Place moves the toast to its corner after the window changed its size.
func (t *Toast) Place() {
	if !t.shown {
		return
	}
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(railWidth+toastInset, t.layer.Size().Height-toastInset-size.Height))
}

// parts gives the widths: before the text, of the text, of what follows it.
func (t *Toast) parts() (left, text, right float32) {
	left, right = 16, 16
	if t.mark != "" {
		left += 26
	}
	if t.do.Text() != "" {
		right = t.do.MinSize().Width + 8 + 12
		if t.keys.Text() != "" {
			right += t.keys.Width() + 8
		}
	}
	most := min(toastMost, max(t.layer.Size().Width-railWidth-2*toastInset, 200))
	return left, min(t.text.Width()+1, most-left-right), right
}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	back, mark := NewCard(nil, 0), newIconImage(t.mark, Red)
	back.Ground, back.Depth, back.Radius, back.Outline = Ink, High, RadiusPicture, Ink
	layout := func(size fyne.Size) {
		back.Resize(size)
		left, width, _ := t.parts()
		mark.place(16, 0, 18, size.Height, 18)
		height := t.text.HeightFor(width)
		t.text.Move(fyne.NewPos(left, (size.Height-height)/2))
		t.text.Resize(fyne.NewSize(width, height))
		needs := t.do.MinSize()
		x := left + width + 8
		t.do.Move(fyne.NewPos(x, (size.Height-needs.Height)/2))
		t.do.Resize(needs)
		tall := t.keys.HeightFor(t.keys.Width() + 1)
		t.keys.Move(fyne.NewPos(x+needs.Width+2, (size.Height-tall)/2))
		t.keys.Resize(fyne.NewSize(t.keys.Width(), tall))
	}
	refresh := func() {
		mark.setColor(t.mark, toastRed())
		t.do.Hidden = t.do.Text() == ""
		t.keys.Hidden = t.do.Hidden
		back.Refresh()
		t.text.Refresh()
		t.keys.Refresh()
		t.do.Refresh()
		layout(t.Size())
		canvas.Refresh(t)
	}
	refresh()
	return &drawing{objects: fixed(back, mark.Image, t.text, t.do, t.keys), layout: layout, refresh: refresh, min: func() fyne.Size {
		left, width, right := t.parts()
		return fyne.NewSize(left+width+right, max(HeightLarge, t.text.HeightFor(width)+24))
	}}
}

// toastRed is red on the toast's ground, which is dark where the look is
// light.
func toastRed() color.NRGBA {
	if IsDark() {
		return palette[Red].light
	}
	return palette[Red].dark
}

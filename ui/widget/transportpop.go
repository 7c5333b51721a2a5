package widget

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// chooseSpeed opens the menu of speeds. What also belongs to the pace, that
// pages turn by themselves, stands above them.
func (t *Transport) chooseSpeed() {
	items := []MenuItem{
		{Text: "Turn pages by itself", Checked: t.state.Advance, Action: func() {
			if t.OnAdvance != nil {
				t.OnAdvance(!t.state.Advance)
			}
		}},
		{},
	}
	for _, speed := range transportSpeeds {
		items = append(items, MenuItem{Text: speedLabel(speed), Checked: speed == t.state.Speed, Action: func() {
			if t.OnSpeed != nil {
				t.OnSpeed(speed)
			}
		}})
	}
	ShowMenu(t.speed, BelowOf(t.speed), 0, items...)
}

const (
	volumeWidth  = 232
	volumeHeight = 52
	// volumeWhole is the length of the seek bar that serves as the slider:
	// its positions stand for a loudness from 0 to 1.
	volumeWhole = time.Second
	volumeStep  = volumeWhole / 20
)

// chooseVolume opens the slider of the loudness over its button.
func (t *Transport) chooseVolume() {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.volume)
	if c == nil {
		return
	}
	percent := NewText(SmallText, "").SetToken(Ink2).Align(fyne.TextAlignTrailing).Tabular()
	tell := func(at time.Duration) {
		volume := float64(at) / float64(volumeWhole)
		percent.SetText(fmt.Sprintf("%d %%", int(100*volume+0.5)))
		if t.OnVolume != nil {
			t.OnVolume(volume)
		}
	}
	slider := NewSeekBar(tell)
	slider.OnDragged = tell
	slider.step = volumeStep
	slider.SetTrack(volumeWhole, nil)
	slider.SetPosition(time.Duration(t.state.Volume * float64(volumeWhole)))
	percent.SetText(fmt.Sprintf("%d %%", int(100*t.state.Volume+0.5)))

	card := NewCard(container.New(&volumeLayout{}, slider, percent), 0)
	card.Ground, card.Depth, card.Radius = Raised, High, RadiusPicture
	pop := newOverlay(c, card, nil)
	slider.pass = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape || activates(e) {
			pop.close()
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.volume)
	x := min(at.X+t.volume.Size().Width-volumeWidth, c.Size().Width-volumeWidth-8)
	pop.show(fyne.NewPos(max(8, x), at.Y-volumeHeight-8), fyne.NewSize(volumeWidth, volumeHeight))
	c.Focus(slider)
}

type volumeLayout struct{}

func (volumeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(16, (size.Height-seekReach)/2))
	o[0].Resize(fyne.NewSize(size.Width-16-64, seekReach))
	o[1].Move(fyne.NewPos(size.Width-60, (size.Height-18)/2))
	o[1].Resize(fyne.NewSize(44, 18))
}

func (volumeLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(volumeWidth, volumeHeight)
}

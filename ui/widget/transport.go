package widget

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fw "fyne.io/fyne/v2/widget"
)

// TransportState is what the playing controls show.
type TransportState struct {
	Enabled     bool // there is something to play
	Playing     bool
	First, Last bool // nothing comes before, nothing after
	Duration    time.Duration
	Starts      []time.Duration // of the sentences
	Speed       float64         // 0.5 to 2
	Volume      float64         // 0 to 1
	Advance     bool            // pages turn by themselves
}

// Transport is the row of playing controls: back, play, on, the seek bar
// between the times, say again, speed and loudness.
type Transport struct {
	fw.BaseWidget

	OnPrev, OnNext, OnPlay, OnRepeat func()
	OnSeek                           func(position time.Duration)
	OnSpeed                          func(speed float64)
	OnVolume                         func(volume float64)
	OnAdvance                        func(on bool)

	state         TransportState
	prev, next    *Button
	play          *Button
	now, all      *Text
	seek          *SeekBar
	again         *Button
	speed, volume *Button
	shownSecond   int
}

// playSize is the diameter of the play button.
const playSize = 46

// transportSpeeds are the speeds in the menu.
var transportSpeeds = []float64{0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2}

// NewTransport makes the controls, without anything to play.
func NewTransport() *Transport {
	t := &Transport{shownSecond: -1}
	call := func(f *func()) func() {
		return func() {
			if *f != nil {
				(*f)()
			}
		}
	}
	t.prev = NewIconButton(IconPrevious, "Back (Page Up)", call(&t.OnPrev))
	t.next = NewIconButton(IconNext, "Next page (Page Down)", call(&t.OnNext))
	t.play = NewButton(Primary, IconPlay, "", call(&t.OnPlay)).SetRound().SetHelp("Play or pause (Space)")
	t.again = NewIconButton(IconRepeat, "Say the sentence again (R)", call(&t.OnRepeat))
	t.speed = NewButton(QuietInk, "", "1.0 ×", t.chooseSpeed)
	t.volume = NewIconButton(IconSpeaker, "Loudness (M: sound off)", t.chooseVolume)
	t.now, t.all = NewText(SmallText, "0:00"), NewText(SmallText, "0:00")
	t.now.SetToken(Ink2).Align(fyne.TextAlignTrailing).Tabular()
	t.all.SetToken(Ink2).Tabular()
	t.seek = NewSeekBar(func(at time.Duration) {
		if t.OnSeek != nil {
			t.OnSeek(at)
		}
	})
	t.seek.OnDragged = t.showTime
	t.ExtendBaseWidget(t)
	return t
}

// Set shows a state.
func (t *Transport) Set(s TransportState) {
	before := t.state
	t.state = s
	t.seek.SetTrack(s.Duration, s.Starts)
	t.all.SetText(clockWords(s.Duration))
	enable(t.play, s.Enabled)
	t.play.SetIcon(playIcon(s.Playing))
	enable(t.prev, s.Enabled && !s.First)
	enable(t.next, s.Enabled && !s.Last)
	enable(t.again, s.Enabled)
	t.speed.SetText(speedLabel(s.Speed))
	if (s.Volume == 0) != (before.Volume == 0) {
		t.volume.SetIcon(volumeIcon(s.Volume))
	}
}

// SetPosition moves the seek bar and the time beside it.
func (t *Transport) SetPosition(at time.Duration) {
	t.seek.SetPosition(at)
	t.showTime(t.seek.At())
}

// showTime writes the time, once a second.
func (t *Transport) showTime(at time.Duration) {
	if s := int(at / time.Second); s != t.shownSecond {
		t.shownSecond = s
		t.now.SetText(clockWords(at))
	}
}

func enable(b *Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func playIcon(playing bool) Icon {
	if playing {
		return IconPause
	}
	return IconPlay
}

func volumeIcon(volume float64) Icon {
	if volume == 0 {
		return IconMuted
	}
	return IconSpeaker
}

// clockWords gives a time as minutes and seconds: "0:07".
func clockWords(d time.Duration) string {
	s := int(max(0, d) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

func speedLabel(speed float64) string {
	s := strconv.FormatFloat(speed, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s + " ×"
}

// CreateRenderer is for Fyne.
func (t *Transport) CreateRenderer() fyne.WidgetRenderer { return &transportRenderer{t} }

type transportRenderer struct{ t *Transport }

// Layout keeps the buttons at their sizes and gives the rest to the seek bar.
func (r *transportRenderer) Layout(size fyne.Size) {
	t, h := r.t, size.Height
	at := func(o fyne.CanvasObject, x, w, height float32) {
		o.Move(fyne.NewPos(x, (h-height)/2))
		o.Resize(fyne.NewSize(w, height))
	}
	at(t.prev, 2, 40, 40)
	at(t.play, 50, playSize, playSize)
	at(t.next, 104, 40, 40)
	at(t.now, 146, 44, 18)
	x := size.Width - 42
	at(t.volume, x, 40, 40)
	speed := max(62, t.speed.MinSize().Width)
	x -= speed + 2
	at(t.speed, x, speed, 40)
	x -= 42
	at(t.again, x, 40, 40)
	x -= 46
	at(t.all, x, 44, 18)
	at(t.seek, 203, max(60, x-203-13), seekReach)
}

func (r *transportRenderer) MinSize() fyne.Size { return fyne.NewSize(480, playSize) }

func (r *transportRenderer) Refresh() { r.Layout(r.t.Size()) }

func (r *transportRenderer) Objects() []fyne.CanvasObject {
	t := r.t
	return []fyne.CanvasObject{t.prev, t.play, t.next, t.now, t.seek, t.all, t.again, t.speed, t.volume}
}

func (r *transportRenderer) Destroy() {}

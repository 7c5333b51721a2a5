package widget

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSeekBarGoesWhereItIsPressedDraggedOrTyped(t *testing.T) {
	test.NewTempApp(t)
	var told []time.Duration
	b := NewSeekBar(func(at time.Duration) { told = append(told, at) })
	b.Resize(fyne.NewSize(400, 32))
	b.SetTrack(20*time.Second, []time.Duration{0, 8 * time.Second, 15 * time.Second})
	drag := func(x float32) {
		b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 16)}})
	}
	steps := []struct {
		name string
		do   func()
		want time.Duration
	}{
		{"press in the middle", func() { b.Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 16)}) }, 10 * time.Second},
		{"right arrow", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }, 12 * time.Second},
		{"left arrow", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) }, 10 * time.Second},
		{"drag beyond the end", func() { drag(300); drag(600); b.DragEnd() }, 20 * time.Second},
		{"home", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) }, 0},
		{"left arrow at the beginning", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) }, 0},
	}
	for i, step := range steps {
		step.do()
		if len(told) != i+1 {
			t.Fatalf("%s: told %d times, want %d", step.name, len(told), i+1)
		}
		if got := told[i]; got != step.want || b.At() != step.want {
			t.Errorf("%s: %v, want %v", step.name, got, step.want)
		}
	}
}

func TestSeekBarKnobStaysUnderThePointerWhileThePlayerMovesOn(t *testing.T) {
	test.NewTempApp(t)
	b := NewSeekBar(nil)
	b.Resize(fyne.NewSize(400, 32))
	b.SetTrack(20*time.Second, nil)
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 16)}})
	b.SetPosition(2 * time.Second)
	if got := b.At(); got != 15*time.Second {
		t.Errorf("the knob jumped to %v while it was dragged", got)
	}
}

func TestSeekBarShowsAPieceForEachSentence(t *testing.T) {
	test.NewTempApp(t)
	b := NewSeekBar(nil)
	b.SetTrack(20*time.Second, []time.Duration{0, 8 * time.Second, 15 * time.Second})
	if got := len(b.Segments()); got != 3 {
		t.Errorf("%d pieces for 3 sentences", got)
	}
	b.SetTrack(0, nil)
	if got := len(b.Segments()); got != 1 {
		t.Errorf("%d pieces for nothing to play", got)
	}
}

func TestCountdownCountsWholeSecondsDownToZero(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		c := NewCountdown(52)
		c.Resize(c.MinSize())
		var said []int
		c.OnSecond = func(left int) { said = append(said, left) }
		c.SetUntil(time.Now().Add(3 * time.Second))
		for range 35 {
			time.Sleep(100 * time.Millisecond)
			c.tick()
		}
		want := []int{3, 2, 1, 0}
		if len(said) != len(want) {
			t.Fatalf("said %v, want %v", said, want)
		}
		for i := range want {
			if said[i] != want[i] {
				t.Errorf("said %v, want %v", said, want)
			}
		}
	})
}

func TestRingsOfOneWaitAgreeHoweverLateTheyAreShown(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		12 * time.Second: 16 * time.Second, 16 * time.Second: 16 * time.Second,
		900 * time.Millisecond: time.Second, 32 * time.Second: 32 * time.Second,
	} {
		if got := wholeRing(left); got != want {
			t.Errorf("%v left belongs to a ring of %v, want %v", left, got, want)
		}
	}
}

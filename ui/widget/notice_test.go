package widget

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestANoticeCountsDownInItsSentence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		n := NewNotice(NoticeAmber, IconClock, "", nil)
		n.Resize(fyne.NewSize(600, 48))
		n.CountTo(time.Now().Add(21*time.Second), func(left int) string { return fmt.Sprintf("The voice rests for %d s.", left) })
		if got, want := n.Text(), "The voice rests for 21 s."; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		time.Sleep(9 * time.Second)
		n.ring.draw()
		if got, want := n.Text(), "The voice rests for 12 s."; got != want {
			t.Errorf("9 s later %q, want %q", got, want)
		}
		n.StopCounting()
		n.SetText("It goes on at 09:00.")
		n.ring.draw()
		if got, want := n.Text(), "It goes on at 09:00."; got != want {
			t.Errorf("after counting %q, want %q", got, want)
		}
	})
}

func TestASecondHandTellsTheSecondsAndDrawsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		told := -1
		c := NewSecondHand()
		c.OnSecond = func(left int) { told = left }
		c.SetUntil(time.Now().Add(5 * time.Second))
		if told != 5 {
			t.Errorf("told %d, want 5", told)
		}
		if o := test.WidgetRenderer(c).Objects(); len(o) > 0 {
			t.Errorf("it draws %d objects", len(o))
		}
		c.stop()
	})
}

func TestASecretIsShownAsDotsUntilTheEyeIsPressed(t *testing.T) {
	test.NewTempApp(t)
	f := NewSecretField("Paste the key")
	w := test.NewTempWindow(t, container.NewStack(f))
	w.Resize(fyne.NewSize(400, 60))
	f.SetText("secret")
	if !f.entry.Password {
		t.Fatal("a key can be read over the shoulder")
	}
	test.Tap(f.eye)
	if f.entry.Password || f.Text() != "secret" {
		t.Error("the eye does not show what was typed")
	}
	test.Tap(f.eye)
	if !f.entry.Password {
		t.Error("the eye does not hide it again")
	}
}

func TestWhatTakesTheKeyboardComesIntoSight(t *testing.T) {
	test.NewTempApp(t)
	inside := container.NewWithoutLayout()
	var buttons []*Button
	for i := range 20 {
		b := NewButton(Plain, "", fmt.Sprint("Button ", i), nil)
		b.Move(fyne.NewPos(10, float32(50*i)))
		b.Resize(fyne.NewSize(120, 40))
		inside.Add(b)
		buttons = append(buttons, b)
	}
	inside.Layout = tall(1000)
	scroll := container.NewVScroll(inside)
	w := test.NewTempWindow(t, container.NewStack(scroll))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 200))
	w.Canvas().Focus(buttons[12])
	if top, bottom := 600-scroll.Offset.Y, 640-scroll.Offset.Y; top < 0 || bottom > 200 {
		t.Errorf("the button lies from %v to %v of 200", top, bottom)
	}
	before := scroll.Offset.Y
	w.Canvas().Focus(buttons[11])
	if scroll.Offset.Y != before {
		t.Error("a button in sight moves what is scrolled")
	}
	w.Canvas().Focus(buttons[0])
	if scroll.Offset.Y != 0 {
		t.Errorf("the first button leaves the offset at %v", scroll.Offset.Y)
	}
}

// tall is a layout that leaves objects where they are, in a height.
type tall float32

func (tall) Layout([]fyne.CanvasObject, fyne.Size) {}

func (h tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(150, float32(h)) }

package windowtest

import (
	"image"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// A lesson as a teacher gives it: a story that is not passed yet keeps its
// pages from the projector; passed, its pages are shown there, and the keys
// of a clicker work whichever window has them.
func TestALessonInTwoWindows(t *testing.T) {
	home := t.TempDir()
	settings := []byte(`{"less_motion":true,"theme":"light","grade":5,"pages":8,"speed":1,"volume":1,"room_heights":6}`)
	if err := os.WriteFile(filepath.Join(home, "settings.json"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	saver, bus := newScreenSaver(t)
	d := newDesktop(t, 2400, 900, bus)
	create := d.command(binary(t), "create", filepath.Join("..", "..", "assets", "samples", "volcano.docx"))
	create.Env = append(create.Env, "EDUSMART_HOME="+home)
	if out, err := create.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	laptop := d.launch(home)
	d.output("xdotool", "windowmove", strconv.Itoa(int(laptop.window)), "0", "0")
	library := laptop.settled("lesson-1-library")
	d.output("xdotool", "mousemove", "--window", strconv.Itoa(int(laptop.window)), "1275", "158", "click", "1")
	until(t, 10*time.Second, "the story is shown", func() bool { return changed(library, laptop.settled("lesson-2-story")) > 0.1 })

	laptop.key("F5")
	laptop.settled("lesson-3-before")
	laptop.key("F5")
	beam := laptop.second()
	saver.awake(t, true, "in a lesson the screen is kept on")
	plate := beam.settled("lesson-4-draft-projector")
	if n := colours(plate); n > 400 {
		t.Errorf("in the place of a draft the projector shows %d colours", n)
	}
	laptop.settled("lesson-4-draft-laptop")
	laptop.key("y")
	until(t, 10*time.Second, "the passed page is on the projector", func() bool { return changed(plate, beam.shot("lesson-5-projector")) > 0.2 })
	laptop.key("Escape") // nothing lies over the page: it does nothing
	first := beam.settled("lesson-5-projector")
	laptop.settled("lesson-5-laptop")

	for name, w := range map[string]*application{"laptop": laptop, "projector": beam} {
		for _, key := range []string{"b", "period"} {
			w.key(key)
			until(t, 5*time.Second, key+" at the "+name+" makes it black", func() bool { return colours(beam.shot("lesson-6-black")) == 1 })
			w.key(key)
			until(t, 5*time.Second, key+" at the "+name+" shows the page again", func() bool { return changed(first, beam.shot("lesson-6-again")) < 0.01 })
		}
		for _, pair := range [][2]string{{"Next", "Prior"}, {"Right", "Left"}, {"Down", "Up"}, {"space", "BackSpace"}, {"Return", "BackSpace"}, {"End", "Home"}} {
			w.key(pair[0])
			until(t, 5*time.Second, pair[0]+" at the "+name+" goes on", func() bool { return changed(first, beam.shot("lesson-7-on")) > 0.05 })
			w.key(pair[1])
			until(t, 5*time.Second, pair[1]+" at the "+name+" goes back", func() bool { return changed(first, beam.shot("lesson-7-back")) < 0.01 })
		}
		w.key("f")
		w.key("Next")
		laptop.settled("lesson-8-frozen-laptop")
		if c := changed(first, beam.shot("lesson-8-frozen-projector")); c > 0.01 {
			t.Errorf("f at the %s: %.0f %% of the frozen projector changes", name, 100*c)
		}
		w.key("Prior")
		w.key("f")
		w.key("Escape")
		until(t, 5*time.Second, "the page is back", func() bool { return changed(first, beam.settled("lesson-8-again")) < 0.01 })
	}
	teacher := laptop.settled("lesson-9-laptop")
	laptop.key("g")
	until(t, 5*time.Second, "all pages lie over the laptop", func() bool { return changed(teacher, laptop.shot("lesson-9-pages")) > 0.3 })
	if c := changed(first, beam.settled("lesson-9-projector")); c > 0.01 {
		t.Errorf("with all pages at the laptop %.0f %% of the projector changes", 100*c)
	}
	laptop.key("Escape")
	beam.key("x")
	until(t, 5*time.Second, "the windows are swapped", func() bool {
		return changed(first, beam.settled("lesson-9-swapped-projector")) > 0.2
	})
	laptop.settled("lesson-9-swapped-laptop")
	laptop.key("x")
	until(t, 5*time.Second, "the windows are swapped back", func() bool { return changed(first, beam.settled("lesson-9-back")) < 0.01 })
	laptop.key("q")
	beam.settled("lesson-10-quiz-projector")
	laptop.key("a")
	laptop.key("7")
	laptop.key("Return")
	laptop.settled("lesson-10-quiz-laptop")
	beam.settled("lesson-11-answer-projector")
	beam.key("Escape")
	until(t, 5*time.Second, "Escape leads from the quiz to the page", func() bool { return changed(first, beam.settled("lesson-12-page")) < 0.01 })
	beam.key("F11")
	until(t, 5*time.Second, "the projector fills its screen", func() bool {
		img := beam.settled("lesson-13-full")
		return img.Bounds().Dx() == 2400 && light(img) > 0.3
	})
	beam.key("Escape")
	until(t, 5*time.Second, "Escape gives the screen back and keeps the page", func() bool {
		img := beam.settled("lesson-13-window")
		return img.Bounds() == first.Bounds() && changed(first, img) < 0.01
	})
	d.output("xdotool", "mousemove", "--window", strconv.Itoa(int(laptop.window)), "1289", "30", "click", "1")
	saver.awake(t, false, "after the lesson the screen may go off")
	laptop.close()
}

// second waits for the projector's window.
func (a *application) second() *application {
	a.t.Helper()
	b := *a
	until(a.t, 10*time.Second, "a window for the class", func() bool {
		id, err := strconv.ParseUint(firstLine(a.output("xdotool", "search", "--onlyvisible", "--name", "the class")), 10, 32)
		b.window = uint32(id)
		return err == nil
	})
	return &b
}

// light gives the share of light pixels.
func light(img image.Image) float64 {
	n, b := 0, img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, bl, _ := img.At(x, y).RGBA(); r > 0xD000 && g > 0xD000 && bl > 0xD000 {
				n++
			}
		}
	}
	return float64(n) / float64(b.Dx()*b.Dy())
}

// colours counts the colours of a picture.
func colours(img image.Image) int {
	seen := map[[3]uint32]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			seen[[3]uint32{r, g, bl}] = true
		}
	}
	return len(seen)
}

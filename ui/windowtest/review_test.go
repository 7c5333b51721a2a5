package windowtest

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/player/pulsetest"
	"edusmart/core/story"
)

// A teacher's correction: a sentence is changed where it stands and is flagged,
// since the document does not say so; only it is spoken again; the page is
// passed, heard, and all of it can be taken back after a restart.
func TestASentenceIsChangedFlaggedPassedAndSpokenAgain(t *testing.T) {
	sound := pulsetest.Start(t)
	d := newDesktop(t, 1366, 768, sound.Env()...)
	home := t.TempDir()
	settings := []byte(`{"less_motion":true,"theme":"light","grade":5,"pages":5,"speed":1,"volume":1}`)
	if err := os.WriteFile(filepath.Join(home, "settings.json"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	lesson, err := filepath.Abs(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	create := d.command(binary(t), "create", "--pages", "5", lesson)
	create.Env = append(create.Env, "EDUSMART_HOME="+home)
	if out, err := create.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	a := d.launch(home)
	library := a.settled("review-1-library")
	before := finished(a)[0]
	a.click(1275, 158)
	until(t, 10*time.Second, "the story is shown", func() bool { return changed(library, a.settled("review-2-story")) > 0.1 })
	a.key("v")
	until(t, 20*time.Second, "the sentences are marked as supported", func() bool { return count(a.shot("review-3-review"), supported) > 150 })
	a.settled("review-3-review")

	a.click(520, 158)
	a.settled("review-4-change")
	a.key("ctrl+a")
	d.output("xdotool", "type", "--window", strconv.Itoa(int(a.window)), "--delay", "30", "The erruption begins")
	until(t, 10*time.Second, "the misspelt word is underlined where it stands", func() bool {
		return reds(a.shot("review-4-misspelt"), image.Rect(335, 168, 420, 182)) > 60
	})
	a.key("ctrl+a")
	const text = "The moon of Jupiter has 79 purple whales."
	d.output("xdotool", "type", "--window", strconv.Itoa(int(a.window)), "--delay", "30", text)
	until(t, 10*time.Second, "it is flagged as it is typed", func() bool {
		return countIn(a.shot("review-5-typed"), supported, image.Rect(260, 150, 290, 182)) == 0
	})
	a.key("ctrl+Return")
	until(t, 20*time.Second, "it is saved and spoken again", func() bool {
		p := page0(a, before.ID)
		return p.Sentences[0].Text == text && p.Parts.Voice.State == story.Ready && p.Narration != before.Pages[0].Narration
	})
	until(t, 10*time.Second, "it is flagged", func() bool { return count(a.shot("review-6-flagged"), flagged) > 5000 })
	a.settled("review-6-flagged")

	a.key("Escape") // the keyboard is the page's, not the sentence's
	a.key("v")
	heardPage := page0(a, before.ID)
	first := narration(t, a, &story.Story{ID: before.ID, Pages: []story.Page{heardPage}}, 0)
	seconds := min(float64(len(first.pcm))/float64(first.rate), 8)
	for attempt := 1; ; attempt++ { // where the computer stalls, sound is lost
		recording := sound.Record(t)
		a.key("space")
		until(t, 30*time.Second, "the page is heard", func() bool { return recording.Seconds() > seconds+2.5 })
		r := pulsetest.Similarity(recording.Stop(), first.pcm, first.rate)
		a.key("space")
		if r >= 0.8 {
			break
		}
		if attempt == 2 {
			t.Errorf("what was heard resembles the page by %.2f", r)
			break
		}
		a.key("Home")
	}

	a.key("p")
	until(t, 10*time.Second, "the page is passed", func() bool { return page0(a, before.ID).Passed })
	a.settled("review-7-passed")
	a.close()

	again := d.launch(home)
	library = again.settled("review-8-library")
	again.click(1275, 158)
	until(t, 10*time.Second, "the story is shown again", func() bool { return changed(library, again.settled("review-8-story")) > 0.1 })
	again.key("v")
	again.settled("review-8-review")
	again.key("ctrl+z")
	until(t, 10*time.Second, "the pass is taken back", func() bool { return !page0(again, before.ID).Passed })
	again.key("ctrl+z")
	until(t, 10*time.Second, "the sentence and its sound are taken back", func() bool {
		p := page0(again, before.ID)
		return p.Sentences[0].Text == before.Pages[0].Sentences[0].Text && p.Narration == before.Pages[0].Narration
	})
	again.key("ctrl+shift+z")
	until(t, 10*time.Second, "the change is made again", func() bool { return page0(again, before.ID).Narration == heardPage.Narration })
	again.settled("review-9-again")
	again.key("e")
	again.settled("review-10-source")
	dragAPage(t, again, before)
	again.close()
}

// dragAPage drags the first page of a story to the third place: with Escape,
// which leaves it where it was, without it, and has it taken back.
func dragAPage(t *testing.T, a *application, s *story.Story) {
	t.Helper()
	order := func() string {
		var ids []string
		for _, p := range onDisk(a, s.ID).Pages {
			ids = append(ids, p.ID)
		}
		return strings.Join(ids, " ")
	}
	was := order()
	window := strconv.Itoa(int(a.window))
	drag := func() {
		a.output("xdotool", "mousemove", "--window", window, "160", "100", "mousedown", "1")
		for y := 110; y <= 300; y += 10 {
			a.output("xdotool", "mousemove", "--window", window, "160", strconv.Itoa(y))
		}
	}
	still := a.settled("review-11-before")
	drag()
	until(t, 5*time.Second, "the page comes along", func() bool { return changed(still, a.shot("review-11-dragged")) > 0.002 })
	a.key("Escape")
	a.output("xdotool", "mouseup", "1")
	a.settled("review-11-escaped")
	if got := order(); got != was {
		t.Errorf("after Escape the pages are %s, they were %s", got, was)
	}
	drag()
	a.output("xdotool", "mouseup", "1")
	ids := strings.Fields(was)
	ids[0], ids[1], ids[2] = ids[1], ids[2], ids[0]
	until(t, 10*time.Second, "the page is the third", func() bool { return order() == strings.Join(ids, " ") })
	a.settled("review-12-moved")
	a.key("ctrl+z")
	until(t, 10*time.Second, "one step takes it back", func() bool { return order() == was })
}

// click presses the pointer at a place of the window.
func (a *application) click(x, y int) {
	a.t.Helper()
	a.output("xdotool", "mousemove", "--window", strconv.Itoa(int(a.window)), strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// page0 gives the first page of a story as it stands on the disk.
func page0(a *application, id string) story.Page {
	a.t.Helper()
	return onDisk(a, id).Pages[0]
}

// onDisk gives a story as it stands on the disk.
func onDisk(a *application, id string) *story.Story {
	a.t.Helper()
	data, err := os.ReadFile(filepath.Join(a.home, "library", id, "story.json"))
	var s story.Story
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil || len(s.Pages) == 0 {
		a.t.Fatalf("the story on disk: %v", err)
	}
	return &s
}

// Colours of the light look: the mark of what is supported and the ground of
// what is not in the document.
type colour [3]uint8

var (
	supported = colour{0x26, 0x66, 0x48}
	flagged   = colour{0xFA, 0xED, 0xD0}
)

// count counts the pixels of a colour in the column of the text.
func count(img image.Image, c colour) int {
	return countIn(img, c, image.Rect(250, 130, 840, img.Bounds().Dy()-70))
}

// reds counts the pixels that are red, as in the thin line under a misspelt word.
func reds(img image.Image, in image.Rectangle) int {
	n := 0
	in = in.Add(img.Bounds().Min)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if r, g, b, _ := img.At(x, y).RGBA(); r > g+0x2800 && r > b+0x2800 {
				n++
			}
		}
	}
	return n
}

func countIn(img image.Image, c colour, in image.Rectangle) int {
	n := 0
	in = in.Add(img.Bounds().Min)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			if uint8(r>>8) == c[0] && uint8(g>>8) == c[1] && uint8(bl>>8) == c[2] {
				n++
			}
		}
	}
	return n
}

package windowtest

import (
	"image"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// What lies over a lesson is drawn at once, also the first time and while the
// pointer rests: nothing else has the window drawn again then.
func TestTheKeysOfALessonAreShownAtOnce(t *testing.T) {
	home := t.TempDir()
	d := newDesktop(t, 1366, 768)
	create := d.command(binary(t), "create", filepath.Join("..", "..", "assets", "samples", "volcano.docx"))
	create.Env = append(create.Env, "EDUSMART_HOME="+home)
	if out, err := create.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	a := d.launch(home)
	library := a.settled("keys-1-library")
	d.output("xdotool", "mousemove", "--window", strconv.Itoa(int(a.window)), "200", "158", "click", "1")
	var story, lesson image.Image
	until(t, 15*time.Second, "a press on its picture opens the story", func() bool {
		story = a.settled("keys-2-story")
		return changed(library, story) > 0.1
	})
	a.key("F5")
	until(t, 15*time.Second, "the lesson is prepared", func() bool {
		lesson = a.settled("keys-3-lesson")
		return changed(story, lesson) > 0.3
	})
	a.key("F1")
	until(t, 10*time.Second, "the keys lie over the lesson", func() bool { return changed(lesson, a.shot("keys-4-keys")) > 0.3 })
	a.close()
}

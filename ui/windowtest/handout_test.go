package windowtest

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/player/pulsetest"
)

// A story goes from one teacher to another: its class pack is made with the
// keyboard onto a stick, and the story file on it is played by an EduSmart
// that has never seen it.
func TestAClassPackGoesToAnotherTeacherWhoPlaysIt(t *testing.T) {
	sound := pulsetest.Start(t)
	user := t.TempDir()
	stick := filepath.Join(user, "stick")
	if err := os.Mkdir(stick, 0o755); err != nil {
		t.Fatal(err)
	}
	d := newDesktop(t, 1366, 768, append(sound.Env(), "HOME="+user)...)
	lesson, err := filepath.Abs(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	one := d.launch(t.TempDir(), lesson)
	one.settled("handout-1-create")
	until(t, 60*time.Second, "the story is made", func() bool {
		one.key("Return")
		return len(finished(one)) == 1
	})
	s := finished(one)[0]
	one.settled("handout-2-story")
	one.key("h")
	step := one.settled("handout-3-step")
	one.key("p") // the folder is not known yet
	chooser := one.settled("handout-4-folder")
	if changed(step, chooser) < 0.1 {
		t.Error("no folder is asked for")
	}
	for _, key := range []string{"Down", "Return"} {
		one.key(key)
		one.settled("handout-5-stick")
	}
	for _, key := range []string{"Tab", "Tab", "space"} {
		one.key(key)
	}
	folder := filepath.Join(stick, core.FileName(s.Title))
	usual := func(f core.FormatInfo) bool {
		return f.Missing == "" && !slices.Contains([]string{"video", "epub-fixed", "pdf-letter"}, f.Name)
	}
	for _, f := range core.Formats() {
		if usual(f) {
			until(t, 120*time.Second, f.Name+" is on the stick", func() bool {
				info, err := os.Stat(filepath.Join(folder, core.FileOf(s.Title, f.Name)))
				return err == nil && info.Size() > 0
			})
		}
	}
	one.settled("handout-6-made")
	one.close()
	left, err := filepath.Glob(filepath.Join(folder, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v is left on the stick, %v", left, err)
	}

	other := d.launch(t.TempDir(), filepath.Join(folder, core.FileOf(s.Title, core.StoryFormat)))
	until(t, 20*time.Second, "the story is in the other library", func() bool { return len(finished(other)) == 1 })
	got := finished(other)[0]
	if got.Title != s.Title || len(got.Pages) != len(s.Pages) || !slices.Equal(got.Assets(), s.Assets()) {
		t.Errorf("“%s” with %d pages has arrived", got.Title, len(got.Pages))
	}
	library := other.settled("handout-7-imported")
	var story image.Image
	until(t, 10*time.Second, "the story is opened", func() bool {
		other.key("ctrl+z") // what the toast offers
		story = other.settled("handout-8-opened")
		return changed(library, story) > 0.1
	})
	recording := sound.Record(t)
	other.key("space")
	first := narration(t, other, got, 0)
	seconds := float64(len(first.pcm)) / float64(first.rate)
	until(t, time.Duration((seconds+20)*float64(time.Second)), "the first page is heard", func() bool {
		return recording.Seconds() > seconds+5 // it was never played here: the device is opened first
	})
	heard := recording.Stop()
	if r := pulsetest.Similarity(heard, first.pcm, first.rate); r < 0.8 {
		t.Errorf("what was heard resembles the narration by %.2f", r)
	}
	other.key("space")
	other.close()
	if log, err := os.ReadFile(other.log); err != nil || strings.Contains(string(log), "panic") {
		t.Errorf("%s %v", log, err)
	}
}

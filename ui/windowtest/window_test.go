package windowtest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/player/pulsetest"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// The main job, as a teacher does it: drop a document, make the story, hear
// it, close the window, and find it again.
func TestADroppedDocumentBecomesAStoryThatIsHeardAndKept(t *testing.T) {
	sound := pulsetest.Start(t)
	d := newDesktop(t, 1366, 768, sound.Env()...)
	home := t.TempDir()
	a := d.launch(home)
	empty := a.settled("1-library-empty")

	lesson, err := filepath.Abs(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := drop(a.display, a.window, 600, 400, lesson); err != nil {
		t.Fatal(err)
	}
	until(t, 10*time.Second, "the create screen shows the document", func() bool {
		return changed(empty, a.shot("2-create")) > 0.1
	})
	a.settled("2-create")
	until(t, 30*time.Second, "the story is made", func() bool {
		a.key("Return")
		return len(finished(a)) == 1
	})
	s := finished(a)[0]
	a.settled("3-story")

	recording := sound.Record(t)
	a.key("space")
	first := narration(t, a, s, 0)
	seconds := float64(len(first.pcm)) / float64(first.rate)
	until(t, time.Duration((seconds+20)*float64(time.Second)), "the first page is heard", func() bool {
		return recording.Seconds() > seconds+1.5
	})
	a.shot("4-playing")
	heard := recording.Stop()
	if r := pulsetest.Similarity(heard, first.pcm, first.rate); r < 0.8 {
		t.Errorf("what was heard resembles the narration by %.2f", r)
	}
	a.key("space")
	a.close()

	again := d.launch(home)
	until(t, 10*time.Second, "the library shows the story", func() bool {
		return changed(empty, again.settled("5-library")) > 0.05
	})
	if kept := finished(again); len(kept) != 1 || kept[0].ID != s.ID {
		t.Errorf("the library holds %d stories", len(kept))
	}
	again.close()
}

// finished gives the stories on disk whose making has ended.
func finished(a *application) []*story.Story {
	cmd := a.command(binary(a.t), "list", "--json")
	cmd.Env = append(cmd.Env, "EDUSMART_HOME="+a.home)
	out, err := cmd.Output()
	if err != nil {
		return nil
	}
	var done []*story.Story
	for line := range strings.Lines(string(out)) {
		var c struct{ ID, State string }
		if err := json.Unmarshal([]byte(line), &c); err != nil || c.State != "ready" {
			continue
		}
		show := a.command(binary(a.t), "show", c.ID, "--json")
		show.Env = append(show.Env, "EDUSMART_HOME="+a.home)
		data, err := show.Output()
		var s story.Story
		if err == nil && json.Unmarshal(data, &s) == nil {
			done = append(done, &s)
		}
	}
	return done
}

type sound struct {
	pcm  []int16
	rate int
}

// narration reads a page's narration from disk.
func narration(t *testing.T, a *application, s *story.Story, page int) sound {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(a.home, "library", s.ID, s.Pages[page].Narration))
	if err != nil {
		t.Fatal(err)
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return sound{pcm, rate}
}

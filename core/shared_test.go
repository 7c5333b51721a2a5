package core_test

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"edusmart/core"
	"edusmart/core/story"
)

// scratch is a folder for what the tests share; "" until it is needed.
var scratch string

var sharedStory sync.Once

// homeWithStory gives a home of its own that has a story of five pages, and the
// story's id. The story is made once, by this computer's makers.
func homeWithStory(t *testing.T) (home, id string) {
	t.Helper()
	sharedStory.Do(func() {
		dir, err := os.MkdirTemp("", "core-*")
		if err != nil {
			t.Fatal(err)
		}
		scratch = dir
		a, err := core.Open(core.Config{Home: dir, Quiet: true})
		if err != nil {
			t.Fatal(err)
		}
		_, err = a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-en.pdf"), Options: story.Options{Pages: 5, Grade: 5}}, nil)
		if err = errors.Join(err, a.Close()); err != nil {
			t.Fatal(err)
		}
	})
	home = t.TempDir()
	if err := os.CopyFS(home, os.DirFS(scratch)); err != nil {
		t.Fatal(err)
	}
	stories, err := filepath.Glob(filepath.Join(home, "library", "*", "story.json"))
	if err != nil || len(stories) != 1 {
		t.Fatalf("%d stories were made, %v", len(stories), err)
	}
	return home, filepath.Base(filepath.Dir(stories[0]))
}

package export_test

import (
	"context"
	"errors"
	"image/color"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"edusmart/core/export"
	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
	"edusmart/core/model"
)

func lesson(t *testing.T) *content.Content {
	b := exporttest.NewBook("Volcano", "en")
	p := b.Page("The top", 0, "The volcano wakes up.")
	b.Draw(t, p, 64, 64, color.RGBA{0xE8, 0x70, 0x20, 0xFF}, "A volcano")
	b.Speak(t, p, 24_000)
	b.Ask("What wakes up?", "", 0, "The volcano", "The sea")
	return b.Content(t)
}

// TestEveryFormatIsWrittenWholeOrNotAtAll writes a story in every form over a
// file that is there, once stopped and once to the end.
func TestEveryFormatIsWrittenWholeOrNotAtAll(t *testing.T) {
	kinds := map[string]string{"pptx": "application/zip", "xlsx": "application/zip", "zip": "application/zip", "mp4": "video/mp4"}
	seen := map[string]bool{}
	for _, f := range export.Formats {
		t.Run(f.Name, func(t *testing.T) {
			if found, has := export.Find(f.Name); !has || found.Title != f.Title || f.Use == "" || seen[f.Name] {
				t.Errorf("%q finds %q", f.Name, found.Title)
			}
			seen[f.Name] = true
			dir := t.TempDir()
			path := filepath.Join(dir, "story."+f.Ending)
			if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
				t.Fatal(err)
			}
			c := lesson(t)
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := f.Write(ctx, c, path, nil); !errors.Is(err, context.Canceled) {
				t.Errorf("stopped, it says %v", err)
			} else if data, _ := os.ReadFile(path); string(data) != "before" {
				t.Errorf("stopped, it left %.20q", data)
			}
			last := [2]int{0, 1}
			if err := f.Write(t.Context(), c, path, func(done, of int) { last = [2]int{done, of} }); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil || len(data) < 50 {
				t.Fatalf("%d bytes: %v", len(data), err)
			}
			if want := kinds[f.Ending]; want != "" && http.DetectContentType(data) != want {
				t.Errorf("it is %s", http.DetectContentType(data))
			}
			if last[0] != last[1] {
				t.Errorf("progress ended at %v", last)
			}
			if left, _ := os.ReadDir(dir); len(left) != 1 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

func TestAPictureThatCannotBeReadIsTold(t *testing.T) {
	for _, name := range []string{"pptx", "video"} {
		c := lesson(t)
		c.Asset = func(string) ([]byte, error) { return []byte("no picture"), nil }
		f, _ := export.Find(name)
		path := filepath.Join(t.TempDir(), "story")
		err := f.Write(t.Context(), c, path, nil)
		if model.KindOf(err) != model.Unusable || model.Sentence(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s left a file", name)
		}
	}
}

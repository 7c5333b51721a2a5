package library_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// illustrated puts a story of three pages, each with a real picture.
func illustrated(t testing.TB, lib *library.Library, id string) *story.Story {
	t.Helper()
	s := &story.Story{ID: id, Title: "Rivers", Language: "en", Grade: 4, Status: story.Done, Quiz: []story.Question{{Question: "Where?", Options: []string{"here", "there"}, Answer: 1}}}
	for i, text := range []string{"Water falls.", "Water flows.", "Water rests."} {
		img := image.NewGray(image.Rect(0, 0, 8+i, 8))
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		picture, err := lib.PutAsset(id, b.Bytes(), "png")
		if err != nil {
			t.Fatal(err)
		}
		ready := story.Part{State: story.Ready}
		s.Pages = append(s.Pages, story.Page{
			ID: string(rune('a' + i)), Title: "Page", Picture: picture, Sentences: []story.Sentence{{Text: text}},
			Parts: story.Parts{Text: ready, Picture: ready, Voice: story.Part{State: story.Skipped}},
		})
	}
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhateverIsWholeOfADamagedStoryIsSaved(t *testing.T) {
	lib := open(t)
	s := illustrated(t, lib, "river-1")
	path := filepath.Join(lib.Dir("river-1"), "story.json")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	most := 0
	for n := 0; n <= len(data); n += 5 {
		if err := os.WriteFile(path, data[:n], 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := lib.Salvage("river-1")
		if err != nil {
			t.Fatal(err)
		}
		if r.Texts < most {
			t.Fatalf("cut at %d of %d: %d texts are left, of more before", n, len(data), r.Texts)
		}
		most = max(most, r.Texts)
		if r.Texts == 0 && len(r.Story.Pages) != 3 && len(r.Story.Pages) != r.Pictures {
			t.Fatalf("cut at %d: %+v", n, r)
		}
	}
	if most != 3 {
		t.Errorf("of the whole file %d texts are read", most)
	}
	if err := os.WriteFile(path, data[:bytes.Index(data, []byte("Water rests"))], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(lib.Path("river-1", s.Pages[1].Picture)); err != nil {
		t.Fatal(err)
	}
	id, err := lib.SaveRest("river-1")
	if err != nil {
		t.Fatal(err)
	}
	got := load(t, lib, id)
	if got.Title != "Rivers (what was left)" || got.Grade != 4 || got.Language != "en" || got.Pages[0].Text() != "Water falls." || got.Pages[1].Text() != "Water flows." ||
		got.Pages[0].Picture != s.Pages[0].Picture || got.Pages[1].Picture != "" || got.Pages[1].Parts.Picture.State != story.Failed {
		t.Errorf("%+v", got)
	}
	if _, err := lib.ReadAsset(id, got.Pages[0].Picture); err != nil {
		t.Error(err)
	}
	if now, err := os.ReadFile(path); err != nil || len(now) == 0 {
		t.Error("the damaged story is gone")
	}
}

func TestPicturesAreSavedWhereNothingElseIsLeft(t *testing.T) {
	lib := open(t)
	illustrated(t, lib, "river-1")
	if err := os.WriteFile(filepath.Join(lib.Dir("river-1"), "story.json"), []byte("\x00\x00\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	id, err := lib.SaveRest("river-1")
	if err != nil {
		t.Fatal(err)
	}
	if got := load(t, lib, id); len(got.Pages) != 3 || got.Pages[2].Picture == "" {
		t.Errorf("%+v", got)
	}
}

func TestNothingLeftIsSaid(t *testing.T) {
	lib := open(t)
	aStory(t, lib, "river-1")
	if err := os.WriteFile(filepath.Join(lib.Dir("river-1"), "story.json"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.SaveRest("river-1"); !strings.Contains(model.Sentence(err), "Nothing of this story is whole") {
		t.Errorf("got %v", err)
	}
	if ids, err := lib.IDs(); err != nil || len(ids) != 1 {
		t.Errorf("%v, %v", ids, err)
	}
}

func FuzzSalvage(f *testing.F) {
	f.Add([]byte(`{"format":1,"title":"x","pages":[{"id":"p","sentences":[{"text":"y"}],"words":[{"from":3}]}],"quiz":[{"question":"?","options":["a"]}],"tags":[1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		lib := open(t)
		dir := lib.Dir("river-1")
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "story.json"), data, 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := lib.Salvage("river-1")
		if err != nil {
			t.Fatal(err)
		}
		if !r.Empty() {
			if id, err := lib.SaveRest("river-1"); err != nil {
				t.Errorf("what is left cannot be saved: %v", err)
			} else {
				load(t, lib, id)
			}
		}
	})
}

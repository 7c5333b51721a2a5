package library_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// zipped packs a folder of files with a real zip program.
func zipped(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "export.zip")
	cmd := exec.CommandContext(t.Context(), "zip", "-q", "-r", out, ".")
	cmd.Dir = dir
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("zip (Debian package zip): %v: %s", err, said)
	}
	return out
}

func aPicture(t testing.TB, width int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 10))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func aSound(t testing.TB, seconds int) []byte {
	t.Helper()
	pcm := make([]int16, seconds*24_000)
	for i := range pcm {
		pcm[i] = int16(i%200) * 50
	}
	var b bytes.Buffer
	if err := speech.EncodeWAV(&b, pcm, 24_000); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// imported takes a file into an empty library.
func imported(t testing.TB, path string) (*library.Library, *story.Story) {
	t.Helper()
	lib := open(t)
	id, _, err := lib.Import(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	s := load(t, lib, id)
	for _, rel := range s.Assets() {
		if _, err := lib.ReadAsset(id, rel); err != nil {
			t.Error(err)
		}
	}
	return lib, s
}

func TestAZipOfTheFirstEduSmartIsImported(t *testing.T) {
	path := zipped(t, map[string][]byte{
		"metadata.json": []byte(`{"title":"Volcanoes","grade":"Grade 5","language":"en","scenes":[
			{"title":"Fire","text":"A volcano is a mountain. Hot rock rises.","image_prompt":"a volcano"},
			{"title":"Ash","narration":"Ash falls."}],
			"quiz":[
			{"question":"What rises?","options":["A. Water","B. Rock","C. Air"],"answer":"B","explanation":"It is hot."},
			{"question":"What falls?","options":["Ash","Snow"],"correct_answer":"Snow"},
			{"question":"Which one?","choices":{"A":"one","B":"two"},"answer":"b"},
			{"question":"By number?","options":["nought","one"],"correct_index":1},
			{"question":"By both?","options":["A) left","B) right"],"answer":"B) right"},
			{"question":"Nobody knows","options":["a","b"],"answer":"z"}],
			"vocabulary":[{"word":"lava","meaning":"hot rock"}]}`),
		"scene_1.png": aPicture(t, 11), "scene_2.png": aPicture(t, 12), "scene_1.wav": aSound(t, 2), "scene_2.wav": []byte("no sound"),
	})
	lib, s := imported(t, path)
	if s.Title != "Volcanoes" || s.Grade != 5 || s.Language != "en" || len(s.Pages) != 2 || s.Status != story.Done {
		t.Fatalf("%+v", s)
	}
	p := s.Pages[0]
	if len(p.Sentences) != 2 || p.Sentences[1].Text != "Hot rock rises." || p.Seconds != 2 || len(p.Words) != 8 || p.Timing != story.Estimated || p.Prompt != "a volcano" {
		t.Errorf("%+v", p)
	}
	if data, err := lib.ReadAsset(s.ID, s.Pages[1].Picture); err != nil || !bytes.Equal(data, aPicture(t, 12)) {
		t.Errorf("the picture of page 2: %v", err)
	}
	if p := s.Pages[1]; p.Narration != "" || p.Parts.Voice.State != story.Failed || p.Parts.Voice.Reason == "" {
		t.Errorf("a sound that is none: %+v", p.Parts.Voice)
	}
	var right []string
	for _, q := range s.Quiz {
		right = append(right, q.Options[q.Answer])
	}
	if got := strings.Join(right, ", "); got != "Rock, Snow, two, one, right" {
		t.Errorf("the right answers are %q", got)
	}
	if len(s.Glossary) != 1 || s.Glossary[0].Term != "lava" {
		t.Errorf("%+v", s.Glossary)
	}
	if _, same, err := lib.Import(context.Background(), path); err != nil || !same {
		t.Errorf("a second import: %v, %v", same, err)
	}
}

func TestTheOtherLayoutIsImportedToo(t *testing.T) {
	_, s := imported(t, zipped(t, map[string][]byte{
		"my story/story.json":         []byte(`{"story":{"name":"Wasser","scenes":["Der Fluss fließt ins Meer und das Wasser steigt wieder auf.","Dann regnet es."],"grade_level":3}}`),
		"my story/scenes/scene_0.png": aPicture(t, 20), "my story/scenes/scene_1.png": aPicture(t, 21), "my story/scenes/scene_0.wav": aSound(t, 1),
	}))
	if s.Title != "Wasser" || s.Grade != 3 || s.Language != "de" || len(s.Pages) != 2 || s.Pages[0].Narration == "" || s.Pages[1].Picture == "" {
		t.Errorf("%+v", s)
	}
}

func TestABadZipOfTheFirstEduSmartGivesASentenceAndWritesNothing(t *testing.T) {
	for name, files := range map[string]map[string][]byte{
		"no scenes":   {"metadata.json": []byte(`{"title":"x"}`)},
		"no JSON":     {"metadata.json": []byte("\xff\xfe")},
		"too many":    {"metadata.json": []byte(`{"scenes":[` + strings.Repeat(`"a",`, 300) + `"b"]}`)},
		"too deep":    {"metadata.json": []byte(strings.Repeat(`{"scenes":[`, 5000))},
		"too large":   {"metadata.json": []byte(`{"scenes":["` + strings.Repeat("a", 9<<20) + `"]}`)},
		"no metadata": {"scene_1.png": aPicture(t, 3)},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(zipped(t, files))
			if err != nil {
				t.Fatal(err)
			}
			left, err := importBytes(t, data)
			if say := model.Sentence(err); err == nil || strings.Contains(say, "Something went wrong") || len(left) != 1 {
				t.Errorf("the teacher reads %q, left %q", say, left)
			}
		})
	}
}

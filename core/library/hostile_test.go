package library_test

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// exported gives the bytes of an exported story.
func exported(t testing.TB) []byte {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	picture, err := lib.PutAsset("river-1", []byte("a picture"), "png")
	if err != nil {
		t.Fatal(err)
	}
	s := &story.Story{ID: "river-1", Title: "Rivers", Pages: []story.Page{{ID: "page-01", Picture: picture}}}
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "river.edusmart")
	if err := lib.Export(context.Background(), "river-1", file); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// importBytes imports data into an empty library and reports what is then in
// the library's folder.
func importBytes(t testing.TB, data []byte) (left []string, err error) {
	t.Helper()
	root := filepath.Join(t.TempDir(), "library")
	lib, err := library.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "x.edusmart")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	_, _, err = lib.Import(context.Background(), file)
	entries, readErr := os.ReadDir(filepath.Dir(root))
	inside, insideErr := os.ReadDir(root)
	if readErr != nil || insideErr != nil {
		t.Fatal(readErr, insideErr)
	}
	for _, e := range append(entries, inside...) {
		left = append(left, e.Name())
	}
	return left, err
}

func archive(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAHostileStoryFileGivesASentenceAndWritesNothing(t *testing.T) {
	const asset = "assets/0000000000000000000000000000000000000000000000000000000000000000.png"
	page := func(picture string) string {
		return `{"format":1,"id":"river-1","title":"x","pages":[{"id":"p","picture":"` + picture + `"}]}`
	}
	cases := map[string][]byte{
		"no zip":                   []byte("hello"),
		"empty":                    {},
		"zip without a story":      archive(t, map[string]string{"readme.txt": "x"}),
		"a path out of its folder": archive(t, map[string]string{"story.json": page("../../evil.png"), "../../evil.png": "x"}),
		"an absolute path":         archive(t, map[string]string{"story.json": page("/tmp/evil.png")}),
		"an id that climbs":        archive(t, map[string]string{"story.json": `{"format":1,"id":"../evil","title":"x"}`}),
		"another content":          archive(t, map[string]string{"story.json": page(asset), asset: "not what the name says"}),
		"a missing asset":          archive(t, map[string]string{"story.json": page(asset)}),
		"a newer format":           archive(t, map[string]string{"story.json": `{"format":2,"id":"river-1"}`}),
		"no JSON":                  archive(t, map[string]string{"story.json": "not JSON"}),
		"an answer out of range":   archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","quiz":[{"question":"?","options":["a","b"],"answer":7}]}`}),
		"a word out of range":      archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","pages":[{"id":"p","sentences":[{"text":"x"}],"words":[{"from":0,"to":99}]}]}`}),
		"pages without end":        archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","pages":[` + strings.Repeat(`{"id":"p"},`, 5000) + `{"id":"p"}]}`}),
		"a bomb":                   archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"` + strings.Repeat("a", 80<<20) + `"}`}),
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			left, err := importBytes(t, data)
			if say := model.Sentence(err); err == nil || strings.Contains(say, "Something went wrong") {
				t.Errorf("the teacher reads %q", say)
			}
			if len(left) != 1 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

func TestAStoryFileCutAtAnyByteWritesNothing(t *testing.T) {
	whole := exported(t)
	for n := 0; n < len(whole); n += 7 {
		left, err := importBytes(t, whole[:n])
		if err == nil || len(left) != 1 {
			t.Fatalf("cut at %d of %d: %v, left %q", n, len(whole), err, left)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add(exported(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		left, err := importBytes(t, data)
		if err != nil && len(left) != 1 {
			t.Errorf("left behind: %q", left)
		}
	})
}

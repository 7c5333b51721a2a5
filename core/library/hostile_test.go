package library_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
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
	if err := lib.Export(context.Background(), "river-1", file, nil); err != nil {
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

// raw packs one entry as its header says.
func raw(t *testing.T, h zip.FileHeader, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&h)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// twice packs story.json twice.
func twice(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"story.json", "Story.JSON"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(`{"format":1,"id":"river-1","title":"x"}`))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// declared packs a file that says that it is of a size.
func declared(t *testing.T, size uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "story.json", Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: 3})
	if err == nil {
		_, err = w.Write([]byte{1, 2, 3})
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func crowd(n int) map[string]string {
	files := map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`}
	for i := range n {
		files[fmt.Sprintf("assets/%d", i)] = "x"
	}
	return files
}

func manyComputers(n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(`"%d":1`, i))
	}
	return strings.Join(all, ",")
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
		"a link":                   raw(t, zip.FileHeader{Name: "story.json", ExternalAttrs: 0o120777 << 16, CreatorVersion: 3 << 8}, "/etc/passwd"),
		"a climbing entry":         archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`, "../evil.txt": "x"}),
		"an absolute entry":        archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`, "/tmp/evil.txt": "x"}),
		"a Windows path":           archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`, `..\evil.txt`: "x"}),
		"a drive":                  archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`, "C:evil.txt": "x"}),
		"a NUL in a name":          archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","title":"x"}`, "a\x00b": "x"}),
		"a name twice":             twice(t),
		"too many entries":         archive(t, crowd(2_100)),
		"a declared size of 3 TB":  declared(t, 3<<40),
		"deep JSON":                archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","pages":` + strings.Repeat("[", 100_000)}),
		"numbers out of range":     archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","pages":[{"id":"p","seconds":1e308}]}`}),
		"computers without end":    archive(t, map[string]string{"story.json": `{"format":1,"id":"river-1","edits":{` + manyComputers(2_000) + `}}`}),
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
	for n := 0; n < len(whole); n++ {
		left, err := importBytes(t, whole[:n])
		if err == nil || len(left) != 1 {
			t.Fatalf("cut at %d of %d: %v, left %q", n, len(whole), err, left)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add(exported(f))
	for _, files := range []map[string][]byte{
		{"metadata.json": []byte(`{"title":"x","scenes":[{"text":"Water."}],"quiz":[{"question":"?","options":["A. a","b"],"answer":"A"}]}`), "scene_1.png": aPicture(f, 2)},
		{"a/story.json": []byte(`{"scenes":["Water."]}`), "a/scene_0.wav": aSound(f, 1)[:2000]},
	} {
		data, err := os.ReadFile(zipped(f, files))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		left, err := importBytes(t, data)
		if err != nil && len(left) != 1 {
			t.Errorf("left behind: %q", left)
		}
	})
}

package epub

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/export/exporttest"
	"edusmart/core/story"
)

// unpack unpacks a book and gives the folder of its package.
func unpack(t *testing.T, name string, data []byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		exporttest.Save(t, path, content)
	}
	return filepath.Join(dir, "EPUB")
}

// A story with long pages and a long quiz, in the fonts of this computer's
// browser.
func TestTheTextOfFixedPagesFitsInABrowser(t *testing.T) {
	t.Parallel()
	b := exporttest.Bilingual(t, "en", "ar")
	for _, language := range exporttest.Languages {
		of := exporttest.Lesson(t, language).Story
		long := b.Page(of.Title, 60)
		for len(long.Text()) < 1000 {
			for _, p := range of.Pages {
				long.Sentences = append(long.Sentences, p.Sentences...)
			}
		}
		for range 12 {
			long.Stops = append(long.Stops, of.Pages[0].Stops...)
		}
		short := b.Page(of.Title, 9)
		short.Sentences = of.Pages[0].Sentences
		short.Picture, short.Parts.Picture = b.Story.Pages[0].Picture, b.Story.Pages[0].Parts.Picture
		b.Story.Quiz = append(b.Story.Quiz, of.Quiz...)
		b.Story.Glossary = append(b.Story.Glossary, of.Glossary...)
	}
	b.Story.Pages = append(b.Story.Pages, story.Page{ID: "one", Sentences: []story.Sentence{{Text: strings.Repeat("A sentence that does not end, ", 60)}}})
	folder := unpack(t, "long", exporttest.Write(t, b.Content(t), WriteFixed))
	var got struct {
		Pages int
		Wrong []string
	}
	exporttest.Node(t, "fixed.mjs", folder, &got)
	if len(got.Wrong) > 0 || got.Pages < 25 {
		t.Errorf("of %d pages: %v", got.Pages, got.Wrong)
	}
}

package document

import (
	"image"
	"os/exec"
	"path/filepath"
	"testing"

	"edusmart/core/story"
)

// mixedPDF is page 1 of a lesson as it is printed, page 2 as a scanner sees it,
// page 3 printed, and a picture that fills page 4.
func mixedPDF(t *testing.T) string {
	t.Helper()
	lesson := filepath.Join("testdata", "lesson-en.pdf")
	picture := image.NewGray(image.Rect(0, 0, 1654, 2339))
	for i := range picture.Pix {
		x, y := i%1654, i/1654
		picture.Pix[i] = uint8(128 + (x*x+y*y)/4096%100)
	}
	scan := scanPDF(t, []*image.Gray{photographed(t, "lesson-en.pdf", 2)[1], picture})
	mixed := filepath.Join(t.TempDir(), "mixed.pdf")
	out, err := exec.CommandContext(t.Context(), "qpdf", "--empty", "--pages", lesson, "1", scan, "1", lesson, "3", scan, "2", "--", mixed).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return mixed
}

func TestPhotographsAmongPrintedPagesAreRead(t *testing.T) {
	needTesseract(t, "eng")
	mixed := mixedPDF(t)
	doc, err := Read(t.Context(), mixed, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	printed, err := Read(t.Context(), filepath.Join("testdata", "lesson-en.pdf"), 2, 2)
	if err != nil {
		t.Fatal(err)
	}
	want, got := proseOf(printed), onPage(doc, 2)
	if lost := 1 - float64(inSequence(want, got))/float64(len(want)); lost > 0.03 {
		t.Errorf("%.1f %% of the photographed page is lost: %q", 100*lost, without(want, got))
	}
	if len(onPage(doc, 1)) == 0 || len(onPage(doc, 3)) == 0 || len(onPage(doc, 4)) != 0 {
		t.Errorf("words of the pages: %v", doc.WordsOnPage)
	}
	if !doc.Scanned || doc.Unread != 0 || doc.Pages != 4 || doc.Language != "en" {
		t.Errorf("scanned %t, %d unread, %d pages in %s", doc.Scanned, doc.Unread, doc.Pages, doc.Language)
	}
	quote := sentenceOn(t, printed)
	if marks, err := Marks(t.Context(), mixed, "", 2, quote); err != nil || len(marks) == 0 {
		t.Errorf("%q is not found on its photograph: %v", quote, err)
	}
	if doc, err = Read(t.Context(), mixed, 1, 1); err != nil || doc.Scanned {
		t.Errorf("a page that was not chosen was read: %v", err)
	}
}

func TestPhotographsThatNothingReadsAreCounted(t *testing.T) {
	mixed := mixedPDF(t)
	t.Setenv("PATH", "")
	info, err := Inspect(t.Context(), mixed)
	if err != nil || info.Unread != 2 || info.Words[0] == 0 || info.Words[1] != 0 {
		t.Errorf("%+v, %v", info, err)
	}
}

func onPage(doc *story.Document, page int) []string {
	kept := *doc
	kept.Blocks = nil
	for _, b := range doc.Blocks {
		if b.Page == page {
			kept.Blocks = append(kept.Blocks, b)
		}
	}
	return proseOf(&kept)
}

// sentenceOn gives a paragraph of doc.
func sentenceOn(t *testing.T, doc *story.Document) string {
	t.Helper()
	for _, b := range doc.Blocks {
		if b.Kind == story.Paragraph && len(b.Text) > 80 {
			return b.Text[:60]
		}
	}
	t.Fatal("no paragraph")
	return ""
}

package document

import (
	"path/filepath"
	"strings"
	"testing"
)

// What lies under the marks of a passage of a photograph is the passage's
// print: the words of the page that was photographed, as another program places
// them, moved by the degree that the photograph is askew.
func TestMarksCoverThePassageOnAPhotograph(t *testing.T) {
	needTesseract(t, "eng")
	const printed = "lesson-en.pdf"
	taken := photographed(t, printed, 1)
	words := bboxWords(t, filepath.Join("testdata", printed))[0]
	onSide := quarterTurns(1).apply(taken[0])
	for _, c := range []struct {
		name, file string
		quarters   int // clockwise that the page is turned by on the photograph
	}{
		{"scan", scanPDF(t, taken), 0},
		{"picture on its side", write(t, "page.png", asPNG(t, onSide)), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, quote := range []string{
				"A worker bee beats her four wings about two hundred times every second, and it is this beating that we hear as a hum.",
				"Each cell has six sides.",
			} {
				marks, err := Marks(t.Context(), c.file, "en", 1, quote)
				if err != nil || len(marks) == 0 {
					t.Fatal(marks, err)
				}
				var under []string
				for _, w := range words {
					x, y := unit(w.x, w.y, c.quarters)
					if inside(marks, x, y) {
						under = append(under, w.text)
					}
				}
				if share := inCommon(strings.Join(under, " "), quote); share < 0.9 {
					t.Errorf("the marks of\n%q\nare over\n%q (%.2f in common)", quote, under, share)
				}
			}
			if c.quarters > 0 { // read already, the way up that its print shows
				doc, err := ReadIn(t.Context(), c.file, "en", 0, 0)
				if err != nil {
					t.Fatal(err)
				}
				checkBeehive(t, doc)
			}
			img, err := PageImage(t.Context(), c.file, 1, 900)
			if err != nil {
				t.Fatal(err)
			}
			marks, err := Marks(t.Context(), c.file, "en", 1, "Honey bees are insects.")
			if err != nil || len(marks) != 1 {
				t.Fatal(marks, err)
			}
			if share := ink(img, marks[0]); share < 0.04 || share > 0.6 {
				t.Errorf("%.3f of the mark is ink", share)
			}
			if marks, err = Marks(t.Context(), c.file, "en", 1, "The parliament of Norway meets in the capital every autumn."); err != nil || len(marks) > 0 {
				t.Errorf("what the page does not say is marked: %v %v", marks, err)
			}
		})
	}
}

// unit gives where a place of a page lies when it is turned by quarters
// clockwise.
func unit(x, y float64, quarters int) (float64, float64) {
	for range quarters {
		x, y = 1-y, x
	}
	return x, y
}

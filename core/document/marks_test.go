package document

import (
	"context"
	"encoding/xml"
	"image"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/story"
)

// A bboxWord is a word of a page as pdftotext places it, in fractions.
type bboxWord struct {
	x, y float64 // of its middle
	text string
}

// bboxWords asks pdftotext, which shares nothing with MuPDF.
func bboxWords(t *testing.T, file string) [][]bboxWord {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal("pdftotext (poppler-utils) is needed:", err)
	}
	var doc struct {
		Pages []struct {
			W     float64 `xml:"width,attr"`
			H     float64 `xml:"height,attr"`
			Words []struct {
				X0   float64 `xml:"xMin,attr"`
				Y0   float64 `xml:"yMin,attr"`
				X1   float64 `xml:"xMax,attr"`
				Y1   float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(strings.NewReader(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return -1
		}
		return r
	}, string(out))))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	var pages [][]bboxWord
	for _, p := range doc.Pages {
		var words []bboxWord
		for _, w := range p.Words {
			words = append(words, bboxWord{(w.X0 + w.X1) / 2 / p.W, (w.Y0 + w.Y1) / 2 / p.H, w.Text})
		}
		pages = append(pages, words)
	}
	return pages
}

func inside(marks []Rect, x, y float64) bool {
	for _, m := range marks {
		if x >= m.X0 && x <= m.X1 && y >= m.Y0 && y <= m.Y1 {
			return true
		}
	}
	return false
}

// inCommon gives the share of the letters of a and b that both have, whatever
// their order.
func inCommon(a, b string) float64 {
	count := map[rune]int{}
	x, y := skeleton(nil, []rune(a)), skeleton(nil, []rune(b))
	for _, r := range x {
		count[r]++
	}
	both := 0
	for _, r := range y {
		if count[r]--; count[r] >= 0 {
			both++
		}
	}
	return float64(2*both) / float64(max(1, len(x)+len(y)))
}

// A marking is a passage and the page of the block that holds it.
type marking struct {
	quote string
	page  int
}

// passagesOf gives a few sentences, spread over the document.
func passagesOf(doc *story.Document) []marking {
	const most = 2
	var all, some []marking
	for _, b := range doc.Blocks {
		if b.Kind != story.Paragraph {
			continue
		}
		for _, s := range strings.FieldsFunc(b.Text, func(r rune) bool { return strings.ContainsRune(".।۔。!?؟", r) }) {
			if len([]rune(s)) >= 25 {
				all = append(all, marking{strings.TrimSpace(s), b.Page})
			}
		}
	}
	for i := range all {
		if i*most/len(all) != (i-1)*most/len(all) || i == 0 {
			some = append(some, all[i])
		}
	}
	return some
}

func markingFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"lesson-*.pdf", "paper-en.pdf", "scripts/en-*.pdf", "scripts/es-*.pdf", "scripts/ar-*.pdf", "scripts/hi-*.pdf"} {
		found, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		files = append(files, found...)
	}
	return files
}

// What lies under the marks of a passage is the passage's print, as another
// program places it, and nothing else.
func TestMarksCoverThePassage(t *testing.T) {
	for _, file := range markingFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			_, doc, err := Look(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			pages := bboxWords(t, file)
			asked, wrong := 0, 0
			for _, m := range passagesOf(doc) {
				quote, page := m.quote, m.page
				marks, at := marksNear(t.Context(), t, file, page, quote)
				if len(marks) == 0 {
					t.Errorf("page %d: no mark for %q", page, quote)
					continue
				}
				var under []string
				for _, w := range pages[at-1] {
					if inside(marks, w.x, w.y) {
						under = append(under, w.text)
					}
				}
				asked++
				if share := inCommon(strings.Join(under, " "), quote); share < 0.9 {
					wrong++
					t.Errorf("page %d: the marks of\n%q\nare over\n%q (%.2f in common)", at, quote, under, share)
				}
			}
			t.Logf("%d passages, %d wrong", asked, wrong)
		})
	}
}

// marksNear looks on the page where the paragraph begins and on the next.
func marksNear(ctx context.Context, t *testing.T, file string, page int, quote string) ([]Rect, int) {
	t.Helper()
	for _, at := range []int{page, page + 1} {
		marks, err := Marks(ctx, file, "", at, quote)
		if err != nil {
			t.Fatal(err)
		}
		if len(marks) > 0 {
			return marks, at
		}
	}
	return nil, page
}

// There is ink under each mark on the picture of the page.
func TestMarksLieOverInk(t *testing.T) {
	file := filepath.Join("testdata", "lesson-en.pdf")
	const quote = "A worker bee beats her four wings about two hundred times every second, and it is this beating that we hear as a hum."
	marks, page := marksNear(t.Context(), t, file, 1, quote)
	img, err := PageImage(t.Context(), file, page, 900)
	if err != nil || len(marks) < 2 {
		t.Fatal(marks, err)
	}
	for _, m := range marks {
		if share := ink(img, m); share < 0.04 || share > 0.6 {
			t.Errorf("%.3f of the mark %v is ink", share, m)
		}
	}
}

func ink(img image.Image, m Rect) float64 {
	size := img.Bounds().Size()
	dark, all := 0, 0
	for y := int(m.Y0 * float64(size.Y)); y < int(m.Y1*float64(size.Y)); y++ {
		for x := int(m.X0 * float64(size.X)); x < int(m.X1*float64(size.X)); x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			all++
			if r+g+b < 3*0x8000 {
				dark++
			}
		}
	}
	return float64(dark) / float64(max(1, all))
}

func TestNothingIsMarkedForWhatThePageDoesNotSay(t *testing.T) {
	file := filepath.Join("testdata", "lesson-en.pdf")
	for _, quote := range []string{"", "The parliament of Norway meets in the capital every autumn.", "...", strings.Repeat("zebra crossing ", 3000)} {
		for _, page := range []int{0, 1, 2, 99} {
			marks, err := Marks(t.Context(), file, "", page, quote)
			if err != nil || len(marks) > 0 {
				t.Errorf("page %d, %.20q: %v %v", page, quote, marks, err)
			}
		}
	}
}

// A quotation that goes on over the end of a column or a page is marked as far
// as it is there; other formats have no places.
func TestMarksOfWhatIsBrokenAndOfOtherFormats(t *testing.T) {
	marks, err := Marks(t.Context(), filepath.Join("testdata", "lesson-en.docx"), "", 1, "Honey bees are insects.")
	if err != nil || marks != nil {
		t.Error(marks, err)
	}
	page := "now the first half of a long passage stands here FOOT 12 and then the second half of it follows below"
	var letters []placed
	for i, r := range skeleton(nil, []rune(page)) {
		letters = append(letters, placed{r: r, piece: i})
	}
	found := findLetters(letters, skeleton(nil, []rune("the first half of a long passage stands here and then the second half of it follows")), partsOfQuote)
	if got := len(found); got < 68 || got > 76 {
		t.Errorf("%d letters", got)
	}
}

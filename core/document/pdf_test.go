package document

import (
	"strings"
	"testing"

	"edusmart/core/story"
)

// paper reads an article set by LaTeX in two columns, with running heads,
// footnotes, a figure, a table in one column beside the list of references in
// the other, citations and hyphens.
func paper(t *testing.T) *story.Document {
	t.Helper()
	doc, err := Read(t.Context(), "testdata/paper-en.pdf", 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAnArticleInColumnsIsReadAsItsAuthorWroteIt(t *testing.T) {
	doc := paper(t)
	var headings []string
	all := ""
	for _, b := range doc.Blocks {
		switch b.Kind {
		case story.Heading:
			headings = append(headings, b.Text)
		case story.Paragraph:
			all += b.Text + "\n"
		}
	}
	have := strings.Join(headings, "|")
	for _, want := range []string{"1 Introduction|2 Roots and Waves|2.1 Trapping sediment|3 A Nursery for Fish|4 Losses and Restoration|5 Conclusion"} {
		if !strings.Contains(have, want) {
			t.Errorf("headings: %s", have)
		}
	}
	for _, want := range []string{
		"the difficult, shifting soft sediments in which they flourish", // ligatures, over line ends
		"of the shorelines of 118 countries. Unlike most plants",        // a citation and a footnote's mark
		"thousands of pencil-like roots, named pneumatophores",          // a hyphen that belongs
		"one hectare of mangrove forest holds three to four times",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	for _, foreign := range []string{
		"Journal of Coastal", "Vol. 12", "Corresponding author", "pull of the Moon", "Valiela", "Giri", "BioScience", "[1]", "[2]", "Figure 1:", "Wave height against",
	} {
		if strings.Contains(all, foreign) {
			t.Errorf("%q is read aloud", foreign)
		}
	}
}

func TestTheCaptionOfAFigureBelongsToIt(t *testing.T) {
	doc := paper(t)
	if len(doc.Figures) != 1 || !strings.HasPrefix(doc.Figures[0].Caption, "Wave height against distance travelled through the forest.") {
		t.Errorf("%d figures, %+v", len(doc.Figures), doc.Figures)
	}
}

func TestATableInOneColumnTakesNothingFromTheOther(t *testing.T) {
	for _, b := range paper(t).Blocks {
		if b.Kind == story.Table {
			if len(b.Cells) != 4 || len(b.Cells[0]) != 3 || b.Cells[3][0] != "Brazil" {
				t.Errorf("%q", b.Cells)
			}
			return
		}
	}
	t.Error("no table")
}

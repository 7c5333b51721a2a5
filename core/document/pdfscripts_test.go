package document

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"edusmart/core/story"
)

// The PDFs of testdata/scripts hold the text beside them, as written by
// programs that order, join and name their glyphs in different ways.
func TestPDFWordsAreTheAuthors(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "scripts", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal("no PDFs", err)
	}
	for _, file := range files {
		base := filepath.Base(file)
		t.Run(base, func(t *testing.T) {
			language, _, _ := strings.Cut(base, "-")
			text, err := os.ReadFile(filepath.Join("testdata", "scripts", language+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(t.Context(), file, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range doc.Blocks {
				got = append(got, wordsOf(b.Text)...)
			}
			want := wordsOf(string(text))
			if right := inOrder(want, got); right < leastRight(language) {
				t.Errorf("%.2f %% of the words are right\nlost: %q\nread: %q", 100*right, without(want, got), without(got, want))
			}
			if paragraphs := strings.Count(strings.TrimSpace(string(text)), "\n"); countParagraphs(doc) != paragraphs {
				t.Errorf("there are %d paragraphs, not %d", countParagraphs(doc), paragraphs)
			}
		})
	}
}

// leastRight is the part of the words of a language that must be right and in
// order.
func leastRight(language string) float64 {
	if language == "en" || language == "es" {
		return 0.999
	}
	return 0.995
}

// The running text of a lesson is the same from its PDF as from its source.
func TestPDFParagraphsAreTheAuthors(t *testing.T) {
	for _, language := range []string{"en", "es", "ar", "hi"} {
		t.Run(language, func(t *testing.T) {
			source, err := Read(t.Context(), filepath.Join("testdata", "lesson-"+language+".md"), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(t.Context(), filepath.Join("testdata", "lesson-"+language+".pdf"), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			want, got := proseOf(source), proseOf(doc)
			if right := inOrder(want, got); right < leastRight(language) {
				t.Errorf("%.2f %% of the words are right\nlost: %q\nread: %q", 100*right, without(want, got), without(got, want))
			}
			whole := map[string]bool{}
			for _, b := range doc.Blocks {
				whole[strings.Join(wordsOf(b.Text), " ")] = true
			}
			for _, b := range source.Blocks {
				if b.Kind == story.Paragraph && !whole[strings.Join(wordsOf(b.Text), " ")] {
					t.Errorf("no paragraph is %q", b.Text)
				}
			}
		})
	}
}

func proseOf(doc *story.Document) []string {
	var words []string
	for _, b := range doc.Blocks {
		if b.Kind == story.Paragraph && b.Text != "EduSmart" {
			words = append(words, wordsOf(b.Text)...)
		}
	}
	return words
}

func countParagraphs(doc *story.Document) (n int) {
	for _, b := range doc.Blocks {
		if b.Kind == story.Paragraph {
			n++
		}
	}
	return n
}

// A noteCall is the call of a footnote in a source.
var noteCall = regexp.MustCompile(`\[\^\d+\]`)

// wordsOf cuts a text into words; of a script without spaces, into letters.
func wordsOf(s string) []string {
	s = noteCall.ReplaceAllString(s, "")
	s = norm.NFC.String(strings.NewReplacer("\u200c", "", "\u200d", "", "**", "").Replace(s))
	var words []string
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, dense) < 0 {
			words = append(words, w)
			continue
		}
		for _, r := range w {
			if unicode.IsMark(r) && len(words) > 0 {
				words[len(words)-1] += string(r)
			} else {
				words = append(words, string(r))
			}
		}
	}
	return words
}

// inOrder gives the part of the words that are in both texts in the same
// order: the longest common subsequence over the longer text.
func inOrder(want, got []string) float64 {
	return float64(inSequence(want, got)) / float64(max(len(want), len(got), 1))
}

// inSequence counts the words of the longest common subsequence.
func inSequence(want, got []string) int {
	row := make([]int, len(got)+1)
	for _, w := range want {
		diagonal := 0
		for j, g := range got {
			above := row[j+1]
			if w == g {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(got)]
}

// without gives the words of a that are not in b.
func without(a, b []string) []string {
	in := map[string]int{}
	for _, w := range b {
		in[w]++
	}
	var left []string
	for _, w := range a {
		if in[w]--; in[w] < 0 {
			left = append(left, w)
		}
	}
	return left
}

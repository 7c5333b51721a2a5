package privacy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"edusmart/core/story"
)

func FuzzLook(f *testing.F) {
	for _, text := range []string{
		"Name | Class\nAnna Schmidt | 5b", "Tel: +49 (0)171 234-5678", "a@b.co", "12 Baker Street, London NW1 6XE",
		"DOB: 12.03.2014", "DNI: X1234567L", "नाम: राम कुमार कक्षा: 5", "((((+1((((2", ": : :\n|||\t\t\n", "\xff\xfe@\x00.zz 0\xe9",
		"١٢/٣/٢٠١٤ तारीख: जन्म", "né(e) le 12 mars 2014", "SW1A 2AA", "9AA",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := page1(text)
		d.Blocks = append(d.Blocks, story.Block{Page: 2, Text: text}, story.Block{Page: 2, Cells: [][]string{{}, {text}, {text, text}}})
		finding := look(d, year)
		if finding.Empty() != (finding.Say == "") || finding.Empty() != (len(finding.Examples) == 0) {
			t.Fatalf("the finding is %+v", finding)
		}
		for _, e := range finding.Examples {
			if e.Page < 1 || e.Page > 2 || !slices.Contains(finding.Kinds, e.Kind) || utf8.RuneCountInString(e.Text) > 60 {
				t.Fatalf("an example is %+v", e)
			}
		}
	})
}

// textbook is a text of 200 pages with the numbers and names of a history
// lesson, and one page with a list of pupils.
func textbook() *story.Document {
	const paragraph = "In %d Napoleon Bonaparte, who was born on 15 August 1769, led 612 000 men (of whom 27 000 came back) " +
		"over the Niemen; see pages 112-118. Sherlock Holmes, of 221B Baker Street, had 1,234 readers in London. " +
		"The water of the river rose by 3.75 m, and bread cost $0.12 a pound. Pierre, Natasha and Prince Andrei " +
		"did not know what the next morning would bring, and nobody told them that the city had been left.\n"
	d := &story.Document{Pages: 200}
	for page := 1; page <= 200; page++ {
		for i := range 8 {
			d.Blocks = append(d.Blocks, story.Block{Kind: story.Paragraph, Page: page, Text: fmt.Sprintf(paragraph, 1800+i)})
		}
	}
	d.Blocks = append(d.Blocks, story.Block{Kind: story.Table, Page: 200, Cells: [][]string{
		{"Name", "Phone"}, {"Maria López", "0171 1234567"}, {"John Smith", "0171 7654321"},
	}})
	return d
}

func TestATextbookWithOneListAtItsEnd(t *testing.T) {
	f := look(textbook(), year)
	if want := "Page 200 looks like a list of pupils with telephone numbers."; !strings.HasPrefix(f.Say, want) {
		t.Errorf("it says %q, want %q", f.Say, want)
	}
}

func BenchmarkTextbookOf200Pages(b *testing.B) {
	d := textbook()
	n := 0
	for i := range d.Blocks {
		n += blockSize(&d.Blocks[i])
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		look(d, year)
	}
}

// Twice the length must not take four times as long: each of these made a
// scanner of another kind look back again and again.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"digits": "1", "groups": "1 ", "at": "@", "mail": "a@b.", "plus": "+(", "lines": "Anna Schmidt 5b\n", "colons": "Name: ", "rows": "a | b\n", "letters": "é",
	} {
		for _, n := range []int{1 << 14, 1 << 15} {
			d := &story.Document{Blocks: []story.Block{{Page: 1, Text: strings.Repeat(unit, n)}}}
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					look(d, year)
				}
			})
		}
	}
}

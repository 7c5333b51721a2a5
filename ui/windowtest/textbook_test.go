package windowtest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// textbook writes a PDF of n pages of about 350 words: chapters with
// headings, paragraphs, a running head and a page number. Its sentences are
// made from a small grammar, each page from its own numbers, so that no two
// pages are alike.
func textbook(tb testing.TB, n int) string {
	tb.Helper()
	random := rand.New(rand.NewPCG(uint64(n), 7))
	var pages []string
	for i := range n {
		pages = append(pages, pageContent(random, i+1))
	}
	path := filepath.Join(tb.TempDir(), fmt.Sprintf("textbook-%d.pdf", n))
	if err := os.WriteFile(path, pdf(pages), 0o644); err != nil {
		tb.Fatal(err)
	}
	return path
}

var (
	subjects = strings.Split("The river|A volcano|The old forest|A honey bee|The human heart|A green leaf|The moon|A glacier|The desert wind|A coral reef|The city|A magnet|The ocean current|A fossil|The spider|An iron bridge", "|")
	verbs    = strings.Split("carries|changes|protects|needs|produces|slowly builds|often reaches|moves|gathers|feeds|warms|crosses", "|")
	objects  = strings.Split("small grains of sand|the water of the valley|a layer of warm air|the roots of many plants|energy from the sun|tiny pieces of rock|food for its young|the heat below the ground|a thin crust of ice|nearly half of the oxygen|the salt of the sea|strong and heavy stones", "|")
	endings  = strings.Split("before winter comes|in less than %d days|at a height of %d metres|when the temperature falls to %d degrees|for more than %d years|because the ground is soft there|as scientists found in 19%02d|along a path of %d kilometres|and so life can go on|until the rain returns", "|")
)

func sentence(random *rand.Rand) string {
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	end := pick(endings)
	if strings.Contains(end, "%") {
		end = fmt.Sprintf(end, 10+random.IntN(89))
	}
	return pick(subjects) + " " + pick(verbs) + " " + pick(objects) + " " + end + "."
}

// pageContent gives the drawing operators of one page.
func pageContent(random *rand.Rand, number int) string {
	var b strings.Builder
	line := func(x, y, size int, text string) {
		fmt.Fprintf(&b, "BT /F %d Tf %d %d Td (%s) Tj ET\n", size, x, y, text)
	}
	line(72, 800, 9, "Earth and life, volume 2")
	y := 760
	if number%6 == 1 {
		line(72, y, 20, fmt.Sprintf("Chapter %d. %s", number/6+1, subjects[number/6%len(subjects)]))
		y -= 36
	}
	for y > 110 {
		var text string
		for range 4 + random.IntN(3) {
			text += sentence(random) + " "
		}
		for _, l := range wrap(text, 88) {
			line(72, y, 11, l)
			y -= 15
		}
		y -= 10
	}
	line(290, 40, 9, fmt.Sprint(number))
	return b.String()
}

func wrap(text string, width int) []string {
	var lines []string
	current := ""
	for _, w := range strings.Fields(text) {
		if len(current)+len(w) >= width {
			lines = append(lines, current)
			current = ""
		}
		current = strings.TrimSpace(current + " " + w)
	}
	return append(lines, current)
}

// pdf puts pages into a PDF file (ISO 32000-1, 7.5) with one of the standard
// fonts.
func pdf(pages []string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(offsets))
		fmt.Fprintf(&b, format, args...)
		b.WriteString("\nendobj\n")
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String())
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	for i, p := range pages {
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", 5+2*i)
		object("<</Length %d>>\nstream\n%sendstream", len(p), p)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return b.Bytes()
}

package print

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/export/exporttest"
	"edusmart/core/export/print/pdf"
	"edusmart/core/typeset"
)

// What stands on paper is what the projector shows: the sheet as another
// program draws it, against the picture that typeset paints of the same layout.
func TestLettersAreDrawnAsOnTheProjector(t *testing.T) {
	const scale, side = 2, 240
	fonts := exporttest.Fonts(t)
	for _, l := range lessons {
		t.Run(l.language, func(t *testing.T) {
			c := composer{ctx: t.Context(), c: l.story(t, 4)}
			p, err := c.shape(l.pages[0][1:], l.language)
			if err != nil {
				t.Fatal(err)
			}
			layout := p.Lay(side, 24, typeset.LineHeight)

			want := image.NewRGBA(image.Rect(0, 0, side*scale, side*scale))
			draw.Draw(want, want.Rect, image.White, image.Point{}, draw.Src)
			new(typeset.Painter).Paint(want, want.Rect, layout, typeset.View{Scale: scale, Text: color.NRGBA{A: 255}})

			var out bytes.Buffer
			file := pdf.New(&out, pdf.Info{Title: "t", Modified: time.Unix(0, 0), Width: side, Height: side})
			letters := alphabet{file, fonts, map[*typeset.Face]*pdf.Font{}}
			page := file.AddPage()
			page.Begin(file.Root().Add(pdf.Paragraph))
			for i := range layout.Lines {
				letters.show(page, layout, i, 0, float64(layout.Lines[i].Baseline), pdf.Ink{})
			}
			page.End()
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			compare(t, want, rendered(t, out.Bytes(), scale))
		})
	}
}

// rendered draws the first page of a file.
func rendered(t *testing.T, data []byte, scale int) image.Image {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "pdftoppm", "-r", strconv.Itoa(72*scale), "-png", "-singlefile", path, filepath.Join(dir, "page"))
	drawn, err := os.ReadFile(filepath.Join(dir, "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// compare wants two pictures of a text to be black in the same places. Their
// edges differ, and each may put a letter a fraction of a pixel off.
func compare(t *testing.T, want, got image.Image) {
	t.Helper()
	a, b := darkness(want), darkness(got)
	if len(a) != len(b) || len(a[0]) != len(b[0]) {
		t.Fatalf("the pictures have %d and %d rows", len(a), len(b))
	}
	near := func(p [][]int, x, y int) (most int) {
		for dy := max(y-1, 0); dy <= min(y+1, len(p)-1); dy++ {
			for dx := max(x-1, 0); dx <= min(x+1, len(p[dy])-1); dx++ {
				most = max(most, p[dy][dx])
			}
		}
		return most
	}
	ink, lost := 0, 0
	for y := range a {
		for x := range a[y] {
			if a[y][x] == 0 && b[y][x] == 0 {
				continue
			}
			ink += a[y][x] + b[y][x]
			lost += max(a[y][x]-near(b, x, y), 0) + max(b[y][x]-near(a, x, y), 0)
		}
	}
	if ink < 150_000 || lost*200 > ink {
		t.Errorf("of %d dark pixels, %d are in one picture only", ink/255, lost/255)
	}
}

// darkness gives how dark each pixel is, row by row, from 0 to 255.
func darkness(p image.Image) [][]int {
	grey := image.NewGray(p.Bounds())
	draw.Draw(grey, grey.Rect, p, grey.Rect.Min, draw.Src)
	rows := make([][]int, grey.Rect.Dy())
	for y := range rows {
		rows[y] = make([]int, grey.Rect.Dx())
		for x := range rows[y] {
			rows[y][x] = 255 - int(grey.Pix[y*grey.Stride+x])
		}
	}
	return rows
}

// Everything that a page draws belongs to one element of the structure or is
// an artifact, and the structure knows every piece (ISO 14289-1, 7.1).
func TestNothingStandsOutsideTheStructure(t *testing.T) {
	file := printed(t, full(t), Write)
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	run(t, "qpdf", "--qdf", "--object-streams=disable", file, plain)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	pieces := 0
	for _, m := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(data, -1) {
		if content := string(m[1]); strings.Contains(content, "BDC") {
			pieces += checkContent(t, content)
		}
	}
	if known := strings.Count(string(data), "/Type /MCR"); pieces == 0 || known != pieces {
		t.Errorf("%d pieces are marked, %d known to the structure", pieces, known)
	}
}

// checkContent checks what a page draws and counts its marked pieces.
func checkContent(t *testing.T, content string) (pieces int) {
	t.Helper()
	depth := 0
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasSuffix(line, "BDC"), strings.HasSuffix(line, "BMC"):
			depth++
			if strings.Contains(line, "MCID") {
				if !strings.Contains(line, "/MCID "+strconv.Itoa(pieces)+">>") {
					t.Errorf("piece %d is called %s", pieces, line)
				}
				pieces++
			}
			if depth > 1 {
				t.Errorf("a piece within a piece: %s", line)
			}
		case line == "EMC":
			depth--
		case depth != 1 && line != "":
			t.Errorf("drawn outside the structure: %.80s", line)
		}
	}
	return pieces
}

// In a right-to-left story everything is mirrored: pictures stand at the right,
// and the letters of the options, too.
func TestRightToLeftStoriesBeginAtTheRight(t *testing.T) {
	for _, c := range []struct {
		language string
		right    bool
	}{{"es", false}, {"ar", true}, {"he", true}} {
		for _, l := range lessons {
			if l.language != c.language {
				continue
			}
			file := handoutOf(t, l)
			box := regexp.MustCompile(`/BBox \[([\d.]+)`).FindStringSubmatch(run(t, "pdfinfo", "-struct", file))
			if box == nil {
				t.Fatal("no picture")
			}
			if left, _ := strconv.ParseFloat(box[1], 64); left > 200 != c.right {
				t.Errorf("%s: the picture stands at %g", c.language, left)
			}
			if ring := wordBox(t, file, "B"); ring[0] > 300 != c.right {
				t.Errorf("%s: the letter of an option stands at %g", c.language, ring[0])
			}
		}
	}
}

package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// needTesseract skips a test of what only Tesseract with its data for a
// language can do.
func needTesseract(t *testing.T, code string) {
	t.Helper()
	if found := findTesseract(t.Context()); found == nil || !slices.Contains(found.codes, code) {
		t.Skip("Tesseract or its data for " + code + " is not installed")
	}
}

// photographed gives the pages of a PDF of testdata as a scanner sees them: in
// grey, at 200 dpi, a degree askew and with noise.
func photographed(t testing.TB, name string) []*image.Gray {
	t.Helper()
	src, err := openSource(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var pages []*image.Gray
	random := rand.New(rand.NewPCG(7, 11))
	err = src.render(t.Context(), childJob{To: maxPages - 1, DPI: 200}, func(_ int, img image.Image) {
		grey, err := greyOf(t.Context(), img)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, noisy(askew(grey, math.Pi/180), random))
	})
	if err != nil || len(pages) == 0 {
		t.Fatal(len(pages), err)
	}
	return pages
}

// askew turns a picture about its middle.
func askew(img *image.Gray, angle float64) *image.Gray {
	b := img.Rect
	dst := image.NewGray(b)
	sin, cos := math.Sincos(angle)
	midX, midY := float64(b.Dx())/2, float64(b.Dy())/2
	light := func(x, y int) float64 {
		if !(image.Pt(x, y).In(b)) {
			return 255
		}
		return float64(img.GrayAt(x, y).Y)
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x)-midX, float64(y)-midY
			fx, fy := midX+cos*dx+sin*dy, midY-sin*dx+cos*dy
			x0, y0 := int(math.Floor(fx)), int(math.Floor(fy))
			ax, ay := fx-float64(x0), fy-float64(y0)
			v := (1-ay)*((1-ax)*light(x0, y0)+ax*light(x0+1, y0)) + ay*((1-ax)*light(x0, y0+1)+ax*light(x0+1, y0+1))
			dst.SetGray(x, y, color.Gray{Y: uint8(v + 0.5)})
		}
	}
	return dst
}

func noisy(img *image.Gray, random *rand.Rand) *image.Gray {
	for i, v := range img.Pix {
		img.Pix[i] = uint8(min(255, max(0, 0.9*float64(v)+12+8*random.NormFloat64())))
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 75}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// scanPDF puts pictures on pages, as scanners do. The cross-reference table is
// left to the reader.
func scanPDF(t testing.TB, pages []*image.Gray) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count " + fmt.Sprint(len(pages)) + "/Kids[")
	for i := range pages {
		fmt.Fprintf(&b, "%d 0 R ", 3+3*i)
	}
	b.WriteString("]>>endobj\n")
	for i, p := range pages {
		w, h := p.Rect.Dx(), p.Rect.Dy()
		width, height := w*72/200, h*72/200
		draw := fmt.Sprintf("q %d 0 0 %d 0 0 cm /I Do Q", width, height)
		fmt.Fprintf(&b, "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>endobj\n", 3+3*i, width, height, 4+3*i, 5+3*i)
		fmt.Fprintf(&b, "%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", 4+3*i, len(draw), draw)
		data := asJPEG(t, p)
		fmt.Fprintf(&b, "%d 0 obj<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n", 5+3*i, w, h, len(data))
		b.Write(data)
		b.WriteString("\nendstream endobj\n")
	}
	b.WriteString("trailer<</Root 1 0 R>>\n%%EOF\n")
	return write(t, "scan.pdf", b.Bytes())
}

// The words of a scanned lesson are those of its author. Tesseract's data for
// Arabic and Hindi is weaker than for English and Spanish.
func TestAScannedLessonIsReadAsItsAuthorWroteIt(t *testing.T) {
	for _, c := range []struct {
		language, code string
		wrong          float64 // part of the words
	}{
		{"en", "eng", 0.03}, {"es", "spa", 0.03}, {"ar", "ara", 0.15}, {"hi", "hin", 0.15},
	} {
		t.Run(c.language, func(t *testing.T) {
			needTesseract(t, c.code)
			doc, err := Read(t.Context(), scanPDF(t, photographed(t, "lesson-"+c.language+".pdf")), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			source, err := Read(t.Context(), filepath.Join("testdata", "lesson-"+c.language+".md"), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			want, got := proseOf(source), proseOf(doc)
			t.Logf("%.2f %% of the words are right", 100*inOrder(want, got))
			if right := inOrder(want, got); right < 1-c.wrong || testing.Verbose() {
				t.Errorf("%.2f %% of the words are right\nlost: %q\nread: %q", 100*right, without(want, got), without(got, want))
			}
			if doc.Language != c.language || !doc.Scanned || len(doc.Figures) != 0 {
				t.Errorf("language %s, scanned %t, %d figures", doc.Language, doc.Scanned, len(doc.Figures))
			}
			for _, b := range doc.Blocks { fmt.Println(b.Kind, b.Level, b.Page, b.Marker, b.Text) }
		})
	}
}

var _ = context.Background
var _ = errors.New
var _ = os.Open
var _ = slices.Sort[[]int]
var _ = strings.Cut
var _ = time.Now
var _ model.Error
var _ story.Document

package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// shown puts a picture on a sheet of its own and gives what another program
// draws of it, at one pixel to the point.
func shown(t *testing.T, data []byte, side int) (drawn image.Image, file []byte) {
	t.Helper()
	var out bytes.Buffer
	f := New(&out, Info{Title: "t", Modified: time.Unix(0, 0), Width: 100, Height: 100})
	picture, err := f.Image(data, side)
	if err != nil {
		t.Fatal(err)
	}
	page := f.AddPage()
	page.Begin(f.Root().Add(Figure))
	page.Picture(picture, 0, 0, 100, 100)
	page.End()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.CommandContext(t.Context(), "qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Fatalf("qpdf: %v\n%s", err, said)
	}
	if said, err := exec.CommandContext(t.Context(), "pdftoppm", "-r", "72", "-png", "-singlefile", path, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm (poppler-utils): %v\n%s", err, said)
	}
	made, err := os.Open(filepath.Join(dir, "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = made.Close() }()
	drawn, err = png.Decode(made)
	if err != nil {
		t.Fatal(err)
	}
	return drawn, out.Bytes()
}

func pngOf(t *testing.T, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t *testing.T, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// halves is red above and, where it is not clear, blue below.
func halves(w, h int, clear bool) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			switch {
			case y < h/2:
				p.Set(x, y, color.NRGBA{R: 220, G: 20, B: 20, A: 255})
			case !clear:
				p.Set(x, y, color.NRGBA{R: 20, G: 20, B: 220, A: 255})
			}
		}
	}
	return p
}

// colourful has more colours than a palette.
func colourful(w, h int) *image.NRGBA {
	p := halves(w, h, false)
	for y := range h {
		for x := range w {
			c := p.NRGBAAt(x, y)
			c.G = uint8(20 + 40*x/w)
			c.B += uint8(20 * y / h)
			p.SetNRGBA(x, y, c)
		}
	}
	return p
}

func gray(w, h int) *image.Gray {
	p := image.NewGray(image.Rect(0, 0, w, h))
	for i := range p.Pix {
		p.Pix[i] = 220
		if i >= len(p.Pix)/2 {
			p.Pix[i] = 60
		}
	}
	return p
}

func TestPicturesOfEveryKindAreShown(t *testing.T) {
	red, blue := color.RGBA{220, 20, 20, 255}, color.RGBA{20, 20, 220, 255}
	for _, c := range []struct {
		name         string
		data         []byte
		above, below color.RGBA
	}{
		{"a drawing", pngOf(t, halves(80, 80, false)), red, blue},
		{"a drawing on nothing", pngOf(t, halves(80, 80, true)), red, color.RGBA{255, 255, 255, 255}},
		{"many colours", pngOf(t, colourful(300, 300)), red, blue},
		{"larger than paper needs", pngOf(t, colourful(1500, 900)), red, blue},
		{"a photograph", jpegOf(t, halves(200, 200, false)), red, blue},
		{"a photograph without colour", jpegOf(t, gray(200, 200)), color.RGBA{220, 220, 220, 255}, color.RGBA{60, 60, 60, 255}},
		{"a large photograph", jpegOf(t, halves(1200, 1200, false)), red, blue},
	} {
		t.Run(c.name, func(t *testing.T) {
			drawn, file := shown(t, c.data, 400)
			for y, want := range map[int]color.RGBA{25: c.above, 75: c.below} {
				got := color.RGBAModel.Convert(drawn.At(50, y)).(color.RGBA)
				if apart(got.R, want.R) > 45 || apart(got.G, want.G) > 45 || apart(got.B, want.B) > 45 {
					t.Errorf("%v at %d, want %v", got, y, want)
				}
			}
			if len(file) > 100_000 {
				t.Errorf("the file has %d bytes", len(file))
			}
		})
	}
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// A photograph tells where and when it was taken; a handout does not.
func TestNotesOfACameraAreLeftOut(t *testing.T) {
	data := jpegOf(t, halves(200, 200, false))
	secret := "Exif\x00\x00GPS 48.1371 11.5754"
	note := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(secret)+2)), secret...)
	data = append(append(append([]byte{}, data[:2]...), note...), data[2:]...)
	if _, file := shown(t, data, 400); bytes.Contains(file, []byte("GPS")) || !bytes.Contains(file, data[len(data)-200:]) {
		t.Error("the notes are in the file, or the photograph is not as it was")
	}
}

func TestPicturesThatCannotBeAreErrors(t *testing.T) {
	huge := pngOf(t, gray(10, 10))
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29])) // of the header
	drawing := pngOf(t, colourful(100, 100))
	whole := jpegOf(t, colourful(100, 100))
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("hello"), "a PNG that is cut": drawing[:len(drawing)/2],
		"a JPEG that is cut": whole[:len(whole)/2], "a size that no memory holds": huge,
	} {
		if _, err := New(io.Discard, Info{}).Image(data, 400); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzImage(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x04ab\xff\xda"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if kept, err := withoutNotes(data); err == nil && len(kept) > len(data) {
			t.Error("longer than before")
		}
	})
}

func TestBookmarksLieInEachOther(t *testing.T) {
	var out bytes.Buffer
	f := New(&out, Info{Title: "t", Modified: time.Unix(0, 0), Width: 100, Height: 100})
	page := f.AddPage()
	for _, b := range []struct {
		level int
		title string
	}{{2, "a"}, {1, "b"}, {2, "c"}, {3, "d"}, {2, "e"}, {1, "f"}} {
		f.Bookmark(b.level, b.title, page, 10)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.CommandContext(t.Context(), "mutool", "show", path, "outline").Output()
	if err != nil {
		t.Fatal("mutool (mupdf-tools):", err)
	}
	var got []string
	for line := range strings.Lines(string(said)) {
		title := strings.Index(line, `"`)
		got = append(got, strings.Repeat(">", strings.Count(line[:title], "\t"))+line[title+1:title+2])
	}
	if want := ">a >b >>c >>>d >>e >f"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}

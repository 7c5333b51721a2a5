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
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/story"
)

// needTesseract fails a test where Tesseract or its data for a language is
// missing.
func needTesseract(t *testing.T, code string) {
	t.Helper()
	if found := findTesseract(t.Context()); found == nil || !slices.Contains(found.codes, code) {
		t.Fatal("this test needs Tesseract and its data for " + code + ": .ci/packages test installs them")
	}
}

// photographed gives the first pages of a PDF of testdata as a scanner sees them: in
// grey, at 200 dpi, a degree askew and with noise.
func photographed(t testing.TB, name string, pages int) []*image.Gray {
	t.Helper()
	src, err := openSource(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var taken []*image.Gray
	random := rand.New(rand.NewPCG(7, 11))
	err = src.render(t.Context(), childJob{To: pages - 1, DPI: 200}, func(_ int, img image.Image) {
		grey, err := greyOf(t.Context(), img)
		if err != nil {
			t.Fatal(err)
		}
		taken = append(taken, noisy(askew(grey, math.Pi/180), random))
	})
	if err != nil || len(taken) != pages {
		t.Fatal(len(taken), err)
	}
	return taken
}

// askew turns a picture about its middle.
func askew(img *image.Gray, angle float64) *image.Gray {
	b := img.Rect
	dst := image.NewGray(b)
	sin, cos := math.Sincos(angle)
	midX, midY := float64(b.Dx())/2, float64(b.Dy())/2
	light := func(x, y int) float64 {
		if !image.Pt(x, y).In(b) {
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
// Arabic is weaker than for the others.
func TestAScannedLessonIsReadAsItsAuthorWroteIt(t *testing.T) {
	for _, c := range []struct {
		language, code string
		pages          int
		wrong          float64 // part of the words
	}{
		{"en", "eng", 4, 0.02}, {"es", "spa", 1, 0.02}, {"ar", "ara", 1, 0.12}, {"hi", "hin", 1, 0.05},
	} {
		t.Run(c.language, func(t *testing.T) {
			needTesseract(t, c.code)
			file := scanPDF(t, photographed(t, "lesson-"+c.language+".pdf", c.pages))
			if c.language == "en" {
				checkReadOnce(t, file, c.pages)
			}
			doc, err := Read(t.Context(), file, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			printed, err := Read(t.Context(), filepath.Join("testdata", "lesson-"+c.language+".pdf"), 1, c.pages)
			if err != nil {
				t.Fatal(err)
			}
			want := proseOf(printed)
			lost := 1 - float64(inSequence(want, allWords(doc)))/float64(len(want))
			if lost > c.wrong {
				t.Errorf("%.2f %% of %d words are lost: %q", 100*lost, len(want), without(want, allWords(doc)))
			}
			t.Logf("%.2f %% of %d words are lost", 100*lost, len(want))
			if doc.Language != c.language || !doc.Scanned || len(doc.Figures) != 0 || doc.Pages != c.pages {
				t.Errorf("language %s, scanned %t, %d figures, %d pages", doc.Language, doc.Scanned, len(doc.Figures), doc.Pages)
			}
			if c.language == "en" {
				checkScan(t, doc, sourceOf(t, c.language))
				checkStory(t, doc)
			}
		})
	}
}

// checkReadOnce looks through a scan that was not read before: a reading that
// is stopped ends at once, and looking through it and then reading it has
// Tesseract read it once.
func checkReadOnce(t *testing.T, file string, pages int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var stopped time.Time
	time.AfterFunc(300*time.Millisecond, func() { stopped = time.Now(); cancel() })
	if _, err := Inspect(ctx, file); !errors.Is(err, context.Canceled) {
		t.Fatal("not stopped:", err)
	}
	late := time.Since(stopped)
	t.Logf("it ended %v after it was stopped", late)
	if late > 500*time.Millisecond { // 100 ms where nothing else runs
		t.Error("that is too late")
	}
	info, err := Inspect(t.Context(), file)
	if err != nil || len(info.Words) != pages || info.Words[0] < 200 || info.Words[1] < 100 {
		t.Fatalf("%+v, %v", info, err)
	}
	again := time.Now()
	if doc, err := Read(t.Context(), file, 2, 2); err != nil || doc.Blocks[0].Page != 2 {
		t.Errorf("%v", err)
	}
	if took := time.Since(again); took > time.Second {
		t.Errorf("reading it again took %v", took)
	}
}

// checkScan checks that a scan has the headings, the list, the table, the
// exercises and the paragraphs of its source, a letter that was misread aside.
func checkScan(t *testing.T, doc *story.Document, want lessonSource) {
	t.Helper()
	kinds := map[story.BlockKind]int{}
	for _, b := range doc.Blocks {
		kinds[b.Kind]++
	}
	if kinds[story.Table] != 1 || kinds[story.ListItem] < 3 || kinds[story.Exercise] < 8 {
		t.Errorf("kinds: %v", kinds)
	}
	for _, w := range want.blocks {
		if w.Kind != story.Paragraph && w.Kind != story.Heading || len(w.Text) < 12 {
			continue
		}
		wanted := strings.Split(loose(w.Text), "")
		whole := slices.ContainsFunc(doc.Blocks, func(b story.Block) bool {
			return b.Kind == w.Kind && inOrder(wanted, strings.Split(loose(b.Text), "")) > 0.97
		})
		if !whole {
			t.Errorf("no %s is %q", w.Kind, w.Text)
		}
	}
}

// checkStory checks that this computer makes a story of a scan and says that it
// is one.
func checkStory(t *testing.T, doc *story.Document) {
	t.Helper()
	var last model.Draft
	for draft, err := range ondevice.NewWriter().Write(t.Context(), model.Brief{Document: doc, Options: story.Options{Grade: 5, Pages: 6}}) {
		if err != nil {
			t.Fatal(err)
		}
		last = draft
	}
	if last.Title != "Bees at Work" || len(last.Pages) != 6 || len(last.Quiz) == 0 || !strings.Contains(last.Notice, "photographs") {
		t.Errorf("%q of %d pages with %d questions, notice %q", last.Title, len(last.Pages), len(last.Quiz), last.Notice)
	}
}

func allWords(doc *story.Document) []string {
	var words []string
	for _, b := range doc.Blocks {
		words = append(words, wordsOf(b.Text)...)
	}
	return words
}

// A photograph of a page is read the way up that its camera noted, and in a
// light that falls from one side. One that notes nothing is read in
// TestMarksCoverThePassageOnAPhotograph.
func TestAPhotographOfAPageIsReadUpright(t *testing.T) {
	needTesseract(t, "eng")
	page := photographed(t, "lesson-en.pdf", 1)[0]
	for y := range page.Rect.Dy() {
		for x := range page.Rect.Dx() {
			v := &page.Pix[y*page.Stride+x]
			*v = uint8(float64(*v) * (1 - 0.75*float64(x)/float64(page.Rect.Dx())))
		}
	}
	onItsSide := quarterTurns(3).apply(page)
	doc, err := ReadIn(t.Context(), write(t, "phone.jpg", withOrientation(asJPEG(t, onItsSide), 6)), "en", 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	checkBeehive(t, doc)
}

// checkBeehive checks that a photograph of the first page of the English lesson
// was read the right way up.
func checkBeehive(t *testing.T, doc *story.Document) {
	t.Helper()
	if words := strings.Join(allWords(doc), " "); doc.Format != "image" || !strings.Contains(words, "A beehive is one of the busiest towns in the world.") {
		t.Errorf("%s: %q", doc.Format, words)
	}
}

// withOrientation puts an EXIF segment into a JPEG.
func withOrientation(jpeg []byte, o byte) []byte {
	exif := []byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(o) + "\x00\x00\x00\x00\x00\x00")
	return slices.Concat(jpeg[:2], exif, jpeg[2:])
}

func TestEveryOrientationIsSetRight(t *testing.T) {
	// 1 2 3 / 4 5 6 upright, as it lies in each orientation.
	for o, lies := range map[orientation][]string{
		1: {"123", "456"}, 2: {"321", "654"}, 3: {"654", "321"}, 4: {"456", "123"},
		5: {"14", "25", "36"}, 6: {"36", "25", "14"}, 7: {"63", "52", "41"}, 8: {"41", "52", "63"},
	} {
		img := image.NewGray(image.Rect(0, 0, len(lies[0]), len(lies)))
		copy(img.Pix, strings.Join(lies, ""))
		if got := o.apply(img); string(got.Pix) != "123456" || got.Rect.Dx() != 3 {
			t.Errorf("orientation %d gives %q", o, got.Pix)
		}
		if got := orientationOf(withOrientation(asJPEG(t, img), byte(o))); got != o {
			t.Errorf("orientation %d is read as %d", o, got)
		}
	}
}

func TestPhotographsThatCannotBeReadGetASentence(t *testing.T) {
	blank := image.NewGray(image.Rect(0, 0, 1700, 2200))
	for i := range blank.Pix {
		blank.Pix[i] = 250
	}
	scan := scanPDF(t, []*image.Gray{blank, blank})
	const pages = "This PDF has no text in it. Its 2 pages are photographs. "
	t.Run("no text", func(t *testing.T) {
		needTesseract(t, "eng")
		checkSentence(t, scan, pages+"Choose a file with text.")
		checkSentence(t, "testdata/bee.png", "This page is a photograph: there is no text in it. Choose a file with text.")
	})
	t.Run("no Tesseract", func(t *testing.T) {
		t.Setenv("PATH", "")
		const install = "Install Tesseract (sudo apt install tesseract-ocr), or choose a file with text."
		if runtime.GOOS != "linux" {
			t.Skip("other systems install it elsewhere")
		}
		checkSentence(t, scan, pages+install)
		checkSentence(t, "testdata/bee.png", "This page is a photograph: there is no text in it. "+install)
		_, err := Read(t.Context(), scan, 0, 0)
		if n, scanned := IsScanned(err); n != 2 || !scanned {
			t.Errorf("%d photographs, %t", n, scanned)
		}
	})
}

// A Tesseract that goes wrong costs its page, not the program.
func TestATesseractThatGoesWrongGetsASentence(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("its stand-in is a shell script")
	}
	const lists = `#!/bin/sh
case "$1" in --list-langs) echo "List:"; echo eng; exit 0;; esac
`
	shell := os.Getenv("PATH")
	for name, does := range map[string]string{
		"falls":         "exit 3",
		"never stops":   "exec yes",
		"reads no byte": "exec <&-; echo; exit 0",
		"writes noise":  "cat >/dev/null; head -c 100000 /dev/urandom",
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			program := write(t, "tesseract", []byte(lists+does+"\n"))
			if err := os.Chmod(program, 0o700); err != nil {
				t.Fatal(err)
			}
			t.Setenv("PATH", filepath.Dir(program)+":"+shell)
			checkSentence(t, "testdata/bee.png", "This page is a photograph: there is no text in it. Choose a file with text.")
			if took := time.Since(began); took > tesseractPatience/2 {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestTheLanguageOfAScanIsChosenFromWhatIsInstalled(t *testing.T) {
	codes, script := parseCodes("List of available languages in /x (7):\nara\nchi_sim\nchi_tra\neng\nosd\nscript/Latin\nspa\n")
	if !script || len(codes) != 5 {
		t.Fatal(codes, script)
	}
	for _, c := range []struct{ script, home, want string }{
		{"Latin", "", "eng"},
		{"Latin", "es-MX", "spa"},
		{"Arabic", "es-MX", "ara"},
		{"Han", "", "chi_sim"},
		{"Han", "zh-TW", "chi_tra"},
		{"Devanagari", "en-GB", ""},
		{"", "", "eng"},
		{"", "ar", "ara"},
	} {
		if got := firstCode(codes, c.script, c.home); got != c.want {
			t.Errorf("script %q at home in %q: %q, not %q", c.script, c.home, got, c.want)
		}
	}
}

func TestNotesAndBulletsOfAScanAreMended(t *testing.T) {
	for _, c := range []struct {
		word, want string
		first      bool
	}{
		{"hum.!", "hum.", false},
		{"them.2", "them.", false},
		{"Fig.2", "Fig.2", false},
		{"p.2", "p.2", false},
		{"what?!", "what?!", false},
		{"¢", "•", true},
		{"©", "©", false},
		{"الدم,", "الدم،", false},
		{"שלום,", "שלום,", false},
	} {
		if got := mendWord(c.word, c.first); got != c.want {
			t.Errorf("%q becomes %q, not %q", c.word, got, c.want)
		}
	}
}

// FuzzTSV feeds what a Tesseract that was taken over could write, and all that
// is made of it.
func FuzzTSV(f *testing.F) {
	f.Add([]byte("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"5\t1\t1\t1\t1\t1\t691\t284\t111\t36\t95.9\tBees\n5\t1\t1\t1\t1\t2\t819\t287\t48\t33\t95.5\tat\n" +
		"5\t1\t1\t1\t2\t1\t691\t384\t111\t36\t91\tالقلب:\n5\t1\t2\t1\t1\t1\t0\t0\t1\t1\t96\t.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		words := parseTSV(data)
		if len(words) > 2000 {
			return
		}
		doc, err := scannedDocument(t.Context(), []*pageText{textOfWords(words, 0, 595, 842, 4)})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range doc.Blocks {
			if b.Page != 1 || b.Text == "" {
				t.Fatalf("block %+v", b)
			}
		}
	})
}

// FuzzOrientation reads the beginning of any JPEG.
func FuzzOrientation(f *testing.F) {
	f.Add(withOrientation([]byte("\xff\xd8\xff\xd9"), 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := orientationOf(data); o < 1 || o > 8 {
			t.Fatalf("orientation %d", o)
		}
	})
}

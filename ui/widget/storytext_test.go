package widget

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/export/exporttest"
	"edusmart/core/story"
	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

type testLook struct {
	page color.NRGBA
	text TextPalette
}

var (
	lightLook = testLook{hex(0xFFFDF7), TextPalette{hex(0x1B1916), hex(0x4E483F), hex(0xDDE8F6), hex(0x1F4B82), hex(0xFFFFFF)}}
	darkLook  = testLook{hex(0x131211), TextPalette{hex(0xF5F1EA), hex(0xD3CCC1), hex(0x26395A), hex(0x9CC2F5), hex(0x0F2340)}}
	easyLook  = testLook{hex(0xFBF3DF), lightLook.text}
)

func testFonts(t testing.TB) *typeset.Fonts {
	t.Helper()
	fonts, err := typeset.NewFonts(theme.DefaultTextFont().Content(), exporttest.FontIndex())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(fonts.Close)
	return fonts
}

// spoken makes a word of everything between spaces, without its punctuation.
func spoken(sentences []string) []story.Word {
	var words []story.Word
	for i, s := range sentences {
		at := 0
		for _, f := range strings.Fields(s) {
			from := at + strings.Index(s[at:], f)
			at = from + len(f)
			words = append(words, story.Word{Sentence: i, From: from, To: from + len(strings.TrimRight(f, ".,؟،।"))})
		}
	}
	return words
}

var volcano = []string{
	"Near the top, the gas bubbles burst all at once.",
	"Ash and glowing rock shoot high into the sky.",
	"This is called an eruption.",
}

// keep saves a picture of the window where pictures are wanted.
func keep(t *testing.T, c fyne.Canvas, name string) {
	t.Helper()
	dir := os.Getenv("EDUSMART_SHOTS")
	if dir == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
}

func show(t *testing.T, look testLook, text *StoryText, window fyne.Size, at fyne.Position, size fyne.Size) fyne.Canvas {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	box := container.NewWithoutLayout(text)
	w.SetContent(container.NewStack(canvas.NewRectangle(look.page), box))
	w.Resize(window)
	text.Move(at)
	text.Resize(size)
	return w.Canvas()
}

// TestTextAsInTheDrawings makes the pictures that are laid beside the drawings
// of the making and the present screen.
func TestTextAsInTheDrawings(t *testing.T) {
	fonts := testFonts(t)
	making := func(look testLook, easy bool) (testLook, TextStyle, fyne.Size, fyne.Position, fyne.Size) {
		return look, TextStyle{Smallest: 26, Largest: 26, Easy: easy}, fyne.NewSize(458, 465), fyne.NewPos(40, 24), fyne.NewSize(378, 417)
	}
	present := func(look testLook, easy bool) (testLook, TextStyle, fyne.Size, fyne.Position, fyne.Size) {
		return look, TextStyle{Smallest: 46.46, Largest: 46.46, Easy: easy}, fyne.NewSize(751, 768), fyne.NewPos(63, 0), fyne.NewSize(630, 768)
	}
	for _, c := range []struct {
		name   string
		look   testLook
		screen func(testLook, bool) (testLook, TextStyle, fyne.Size, fyne.Position, fyne.Size)
		easy   bool
	}{
		{"making", lightLook, making, false},
		{"making-dark", darkLook, making, false},
		{"present", lightLook, present, false},
		{"present-dark", darkLook, present, false},
		{"present-easy", easyLook, present, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			look, style, window, at, size := c.screen(c.look, c.easy)
			text := NewStoryText(fonts, func() TextPalette { return look.text })
			text.SetPage(volcano, spoken(volcano), "en")
			text.SetStyle(style)
			canvas := show(t, look, text, window, at, size)
			text.SetLit(12)
			if text.Overflows() {
				t.Error("the page does not fit")
			}
			img := canvas.Capture()
			colours := map[color.RGBA]bool{}
			for y := range img.Bounds().Dy() {
				for x := range img.Bounds().Dx() {
					colours[color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)] = true
				}
			}
			for _, want := range []color.NRGBA{look.page, look.text.Text, look.text.LitSentence, look.text.LitWord, look.text.OnLitWord} {
				if !colours[color.RGBA(want)] {
					t.Errorf("nothing is of the colour %v", want)
				}
			}
			keep(t, canvas, "text-"+c.name)
		})
	}
}

func TestLitWordsLookAsIfPaintedAnew(t *testing.T) {
	fonts := testFonts(t)
	palette := func() TextPalette { return lightLook.text }
	words := spoken(volcano)
	text := NewStoryText(fonts, palette)
	text.SetPage(volcano, words, "en")
	canvas := show(t, lightLook, text, fyne.NewSize(500, 400), fyne.NewPos(20, 20), fyne.NewSize(460, 360))
	canvas.Capture()
	for _, word := range []int{0, 1, 9, 10, 21, -1, 5, 400} {
		text.SetLit(word)
		walked := canvas.Capture()
		text.Refresh()
		if anew := canvas.Capture(); !sameImage(walked, anew) {
			t.Errorf("with word %d lit the picture differs", word)
		}
	}
	if text.Lit() != -1 {
		t.Errorf("a word that is not there is lit: %d", text.Lit())
	}
}

func sameImage(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestATapGivesSentenceAndWord(t *testing.T) {
	text := NewStoryText(testFonts(t), func() TextPalette { return lightLook.text })
	words := spoken(volcano)
	text.SetPage(volcano, words, "en")
	show(t, lightLook, text, fyne.NewSize(500, 400), fyne.NewPos(20, 20), fyne.NewSize(460, 360))
	type tap struct{ sentence, word int }
	var got []tap
	text.OnTappedWord = func(_ typeset.Side, sentence, word int) { got = append(got, tap{sentence, word}) }
	text.lay()
	first := text.lines.(runningLines).WordRects(12)[0]
	at := fyne.NewPos((first.Left+first.Right)/2, text.offset()+(first.Top+first.Bottom)/2)
	test.TapAt(text, at)
	test.TapAt(text, fyne.NewPos(5, 2)) // above the text
	if len(got) != 1 || got[0] != (tap{1, 12}) {
		t.Errorf("taps %v", got)
	}
	text.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if text.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a word")
	}
	text.MouseOut()
	if text.Cursor() != desktop.DefaultCursor {
		t.Error("a hand beside the text")
	}
}

func TestTheSameShownAgainKeepsTheLitWord(t *testing.T) {
	text := NewStoryText(testFonts(t), func() TextPalette { return lightLook.text })
	text.SetPage(volcano, spoken(volcano), "en")
	text.SetLit(3)
	text.SetPage(volcano, spoken(volcano), "en")
	if text.Lit() != 3 {
		t.Error("the same page put the light out")
	}
	text.SetPage(volcano[:1], spoken(volcano[:1]), "en")
	if text.Lit() != -1 {
		t.Error("a new page has a lit word")
	}
}

func TestThePreviewUsesItsRoom(t *testing.T) {
	text := NewStoryText(testFonts(t), func() TextPalette { return lightLook.text })
	text.SetPage(volcano, spoken(volcano), "en")
	show(t, lightLook, text, fyne.NewSize(900, 900), fyne.NewPos(0, 0), fyne.NewSize(378, 417))
	sizes := []float32{text.LetterSize()}
	for _, height := range []float32{200, 60} {
		text.Resize(fyne.NewSize(378, height))
		sizes = append(sizes, text.LetterSize())
	}
	if sizes[0] != 31 || sizes[1] >= 31 || sizes[1] < 20 || sizes[2] != 20 || !text.Overflows() {
		t.Errorf("sizes %v, overflow %v", sizes, text.Overflows())
	}
	text.SetStyle(TextStyle{Smallest: 18, Largest: 18})
	if got, want := text.HeightFor(378), float32(27); int(got)%int(want) != 0 || got < 3*want {
		t.Errorf("18 px text is %g high", got)
	}
}

// sharedScripts are stories' pages in the scripts that the reading face lacks.
var sharedScripts = []struct {
	language  string
	sentences []string
}{
	{"es", []string{"¿Qué sale del volcán?", "Sale lava a 1.200 °C, ¡y mucha ceniza!", "Cae lejos, en los pueblos de la montaña."}},
	{"ar", []string{"بلغ ارتفاع البركان 3776 متراً (Mount Fuji) في اليابان.", "ثار آخر مرة عام 1707، وغطّى الرماد المدينة."}},
	{"hi", []string{"ज्वालामुखी से लावा निकलता है।", "यह 1,200 °C तक गर्म होता है, और पूरे क्षेत्र में फैलता है।"}},
	{"zh", []string{"火山喷发时，灰烬冲上高空。", "这叫做“喷发”，高达3千米。"}},
}

func TestEveryScriptIsSetOnceItsFontIsThere(t *testing.T) {
	for _, c := range sharedScripts {
		t.Run(c.language, func(t *testing.T) {
			fonts := testFonts(t)
			for _, look := range []struct {
				name string
				testLook
			}{{"light", lightLook}, {"dark", darkLook}} {
				// The fonts are found before the text is shown: the test driver
				// would run what their goroutine sends while the test draws.
				fonts.Paragraph(typeset.Text{Sentences: c.sentences, Language: c.language}, typeset.Spacing{})
				if err := fonts.Settle(t.Context()); err != nil {
					t.Fatal(err)
				}
				text := NewStoryText(fonts, func() TextPalette { return look.text })
				text.SetPage(c.sentences, spoken(c.sentences), c.language)
				canvas := show(t, look.testLook, text, fyne.NewSize(458, 465), fyne.NewPos(40, 24), fyne.NewSize(378, 417))
				text.SetLit(2)
				canvas.Capture()
				if text.shaped.Pending() {
					t.Error("letters are missing")
				}
				if rtl := c.language == "ar"; text.lines.(runningLines).RightToLeft != rtl {
					t.Errorf("right to left: %v", !rtl)
				}
				keep(t, canvas, "text-"+c.language+"-"+look.name)
			}
		})
	}
}

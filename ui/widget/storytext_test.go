package widget

import (
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/story"
	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
	lightLook = testLook{hex(0xFFFDF7), TextPalette{hex(0x1B1916), hex(0xDDE8F6), hex(0x1F4B82), hex(0xFFFFFF)}}
	darkLook  = testLook{hex(0x131211), TextPalette{hex(0xF5F1EA), hex(0x26395A), hex(0x9CC2F5), hex(0x0F2340)}}
	easyLook  = testLook{hex(0xFBF3DF), lightLook.text}
)

func testFonts(t testing.TB) *typeset.Fonts {
	t.Helper()
	fonts, err := typeset.NewFonts(theme.DefaultTextFont().Content(), t.TempDir())
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

func TestShots(t *testing.T) {
	fonts := testFonts(t)
	for _, c := range []struct {
		name   string
		look   testLook
		style  TextStyle
		window fyne.Size
		at     fyne.Position
		size   fyne.Size
	}{
		{"making", lightLook, TextStyle{Smallest: 26, Largest: 26}, fyne.NewSize(458, 465), fyne.NewPos(40, 24), fyne.NewSize(378, 417)},
		{"making-dark", darkLook, TextStyle{Smallest: 26, Largest: 26}, fyne.NewSize(458, 465), fyne.NewPos(40, 24), fyne.NewSize(378, 417)},
		{"present", lightLook, TextStyle{Smallest: 46.46, Largest: 46.46}, fyne.NewSize(751, 768), fyne.NewPos(63, 0), fyne.NewSize(625, 768)},
		{"present-easy", easyLook, TextStyle{Smallest: 46.46, Largest: 46.46, Easy: true}, fyne.NewSize(751, 768), fyne.NewPos(63, 0), fyne.NewSize(630, 768)},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := NewStoryText(fonts, func() TextPalette { return c.look.text })
			text.SetPage(volcano, spoken(volcano), "en")
			text.SetStyle(c.style)
			canvas := show(t, c.look, text, c.window, c.at, c.size)
			text.SetLit(12)
			keep(t, canvas, "text-"+c.name)
		})
	}
}

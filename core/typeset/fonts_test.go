package typeset

import (
	"io"
	"log"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// readingFont is the file of Noto Sans, the face that stories are read in.
func readingFont(t testing.TB) []byte {
	t.Helper()
	system := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := system.UseSystemFonts(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	system.SetQuery(fontscan.Query{Families: []string{"Noto Sans"}, Aspect: font.Aspect{Weight: font.WeightNormal, Style: font.StyleNormal, Stretch: font.StretchNormal}})
	face := system.ResolveFace('a')
	if family, _ := system.FontMetadata(face.Font); family != "notosans" {
		t.Fatalf("these tests need the font Noto Sans (fonts-noto-core); found %s", family)
	}
	data, err := os.ReadFile(system.FontLocation(face.Font).File)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func newTestFonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := NewFonts(readingFont(t), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	return f
}

// settled gives a paragraph all of whose fonts have been looked for.
func settled(t testing.TB, f *Fonts, text Text, spacing Spacing) *Paragraph {
	t.Helper()
	for range 3 {
		p := f.Paragraph(text, spacing)
		if !p.Pending() {
			return p
		}
		if err := f.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("the fonts of %q are never found", text.Sentences)
	return nil
}

func TestTextInTheReadingFaceNeedsNoOtherFont(t *testing.T) {
	f := newTestFonts(t)
	for _, s := range []string{"Ash and glowing rock.", "¿Qué pasó? Ñandú, pingüino.", "Вулкан извергается.", "Ηφαίστειο"} {
		if f.Paragraph(Text{Sentences: []string{s}}, Spacing{}).Pending() {
			t.Errorf("%q waits for fonts", s)
		}
	}
	if f.system != nil {
		t.Error("the system's fonts were opened without need")
	}
}

func TestForeignTextIsThereAtOnceAndWholeAfterOneNotice(t *testing.T) {
	f := newTestFonts(t)
	noticed := make(chan struct{}, 8)
	f.OnLoad(func() { noticed <- struct{}{} })
	text := Text{Sentences: []string{"बर्फ़ και بركان 火山 ภูเขาไฟ"}, Language: "hi"}
	start := time.Now()
	first := f.Paragraph(text, Spacing{})
	if took := time.Since(start); took > 100*time.Millisecond {
		t.Errorf("the first layout took %v", took)
	}
	if !first.Lay(600, 20, LineHeight).Pending {
		t.Fatal("the first layout claims to be whole")
	}
	<-noticed
	second := f.Paragraph(text, Spacing{})
	if second.Pending() {
		t.Fatal("fonts are still missing after the notice")
	}
	for _, r := range second.runs {
		for _, g := range r.glyphs {
			if g.id == 0 {
				t.Errorf("%q has a letter without a glyph", string(second.src.runes[r.from:r.to]))
			}
		}
	}
}

func TestALetterOfNoFontEndsAsABoxNotAsALoop(t *testing.T) {
	f := newTestFonts(t)
	p := settled(t, f, Text{Sentences: []string{"a\U0010FFFDb"}}, Spacing{})
	if n := len(p.runs); n == 0 {
		t.Fatal("nothing was set")
	}
	if again := f.Paragraph(Text{Sentences: []string{"\U0010FFFD"}}, Spacing{}); again.Pending() {
		t.Error("the letter is looked for again")
	}
}

func TestNobodyIsNoticedAfterStopOrClose(t *testing.T) {
	font := readingFont(t)
	synctest.Test(t, func(t *testing.T) {
		f, err := NewFonts(font, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		stopped := 0
		stop := f.OnLoad(func() { stopped++ })
		stop()
		f.Paragraph(Text{Sentences: []string{"山"}, Language: "zh"}, Spacing{})
		f.Close()
		synctest.Wait()
		if stopped != 0 {
			t.Error("noticed after stop")
		}
		if f.Paragraph(Text{Sentences: []string{"ا"}, Language: "ar"}, Spacing{}).Pending() {
			t.Error("a closed Fonts looks for fonts")
		}
	})
}

func TestHanLettersFollowTheLanguage(t *testing.T) {
	f := newTestFonts(t)
	faces := map[string]*Face{}
	for _, lang := range []string{"zh", "zh-TW", "ja", "ko"} {
		p := settled(t, f, Text{Sentences: []string{"直骨"}, Language: lang}, Spacing{})
		faces[lang] = p.runs[0].face
		if file := f.system.FontLocation(p.runs[0].face.face.Font).File; !strings.HasSuffix(file, ".ttc") {
			t.Errorf("%s is no collection: the test is to show that collections work", file)
		}
		for other, face := range faces {
			if other != lang && face == faces[lang] {
				t.Errorf("%s and %s are drawn alike", lang, other)
			}
		}
	}
}

func TestAFileThatIsNoFontIsRefused(t *testing.T) {
	if _, err := NewFonts([]byte("not a font"), t.TempDir()); err == nil {
		t.Error("no error")
	}
}

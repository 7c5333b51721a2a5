package widget

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	points "golang.org/x/image/math/fixed"
)

func TestInterReadsTheSameWithoutItsAlternates(t *testing.T) {
	path := filepath.Join(fontFolders()[0], "Inter-Regular.otf")
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: install fonts-inter", err)
	}
	plain := plainFont(file)
	if bytes.Equal(plain, file) {
		t.Fatal("the alternates are still there")
	}
	whole, lean := face(t, file), face(t, plain)
	for _, text := range []string{
		"New story from a document", "Grade 3 to 5 · 7 pages · 4 min", "Añadir una página…", "Größe ändern?",
		"Où est la leçon d’hier ?", "Türkçe ığüşöç", "Việt Nam, Đà Nẵng", "Кто это написал?", "Ποιος το έγραψε;",
		"fi fl ffi office", "e\u0301 a\u0308 n\u0303", "50 % → 75 %", "“quoted” – (brackets) [1]",
	} {
		a, b := shape(whole, text), shape(lean, text)
		if len(a.Glyphs) != len(b.Glyphs) || a.Advance != b.Advance {
			t.Errorf("%q: %d glyphs %v wide, without alternates %d glyphs %v wide", text, len(a.Glyphs), a.Advance, len(b.Glyphs), b.Advance)
		}
	}
}

func TestWhatIsNoFontStaysAsItIs(t *testing.T) {
	for _, file := range [][]byte{nil, []byte("OTTO"), []byte("OTTO\xff\xff\x00\x00\x00\x00\x00\x00GSUB"), bytes.Repeat([]byte{0xFF}, 64)} {
		if got := plainFont(file); !bytes.Equal(got, file) {
			t.Errorf("%q became %q", file, got)
		}
	}
}

func face(t *testing.T, file []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func shape(f *font.Face, text string) shaping.Output {
	runes := []rune(text)
	return (&shaping.HarfbuzzShaper{}).Shape(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: f, Size: points.I(14),
	})
}

package exporttest

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"

	"edusmart/core/typeset"
)

// FontIndex is the folder in which the tests of all packages keep the index of
// the system's fonts: they are looked through once, which takes seconds.
func FontIndex() string { return filepath.Join(os.TempDir(), "edusmart-test-fonts") }

// ReadingFont gives the font that texts are set in, from this system.
func ReadingFont(t testing.TB) []byte {
	t.Helper()
	data, err := readingFont()
	if err != nil {
		t.Fatal("these tests need the font Noto Sans (fonts-noto-core): ", err)
	}
	return data
}

// SystemFont gives the same to a child that has no test to fail.
func SystemFont() ([]byte, error) { return readingFont() }

var readingFont = sync.OnceValues(func() ([]byte, error) {
	system := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := system.UseSystemFonts(FontIndex()); err != nil {
		return nil, err
	}
	system.SetQuery(fontscan.Query{Families: []string{"Noto Sans"}, Aspect: font.Aspect{Weight: font.WeightNormal, Style: font.StyleNormal, Stretch: font.StretchNormal}})
	face := system.ResolveFace('a')
	if family, _ := system.FontMetadata(face.Font); family != "notosans" {
		return nil, fmt.Errorf("found %s", family)
	}
	return os.ReadFile(system.FontLocation(face.Font).File)
})

// Fonts gives the fonts of all tests of a package.
func Fonts(t testing.TB) *typeset.Fonts {
	t.Helper()
	ReadingFont(t)
	fonts, err := sharedFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

var sharedFonts = sync.OnceValues(func() (*typeset.Fonts, error) {
	reading, err := readingFont()
	if err != nil {
		return nil, err
	}
	return typeset.NewFonts(reading, FontIndex())
})

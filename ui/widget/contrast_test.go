package widget

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// projected is the contrast that a page needs, since a projector in a lit room
// washes it out; on a screen 4.5 would do (WCAG 2.2, 1.4.3).
const projected = 7

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	bright, dim := luminance(a), luminance(b)
	return (max(bright, dim) + 0.05) / (min(bright, dim) + 0.05)
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	if got := contrast(rgb(0x000000), rgb(0xFFFFFF)); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white is %g", got)
	}
	if got := contrast(rgb(0x767676), rgb(0xFFFFFF)); math.Abs(got-4.54) > 0.01 {
		t.Errorf("grey on white is %g", got)
	}
}

// A page's letters stand on one of these grounds and never on the picture.
func TestTheTextOfAPageIsReadOnAProjectorInEveryLook(t *testing.T) {
	for _, mode := range []Mode{Light, Dark, HighContrast} {
		for name, system := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
			for _, on := range []struct{ text, ground Token }{
				{PageInk, Page},
				{PageInk, EasyPage},
				{PageInk, LitSentence},
				{OnAccent, Accent},
				{PageInk2, Page},
				{PageInk2, EasyPage},
				{PageInk2, LitSentence},
			} {
				t.Run(fmt.Sprintf("%s/%s/%s on %s", mode, name, on.text, on.ground), func(t *testing.T) {
					ink, ground := colorOf(on.text, mode, system), colorOf(on.ground, mode, system)
					if ink.A != 255 || ground.A != 255 {
						t.Error("a colour lets what is behind it through")
					}
					if got := contrast(ink, ground); got < projected {
						t.Errorf("contrast %.2f", got)
					}
				})
			}
		}
	}
}

package widget

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// The toolkit blurs a text that stands between pixels of what it is part of,
// at any scale of the screen.
func TestNoTextStandsBetweenPixels(t *testing.T) {
	test.NewTempApp(t)
	long := NewText(SmallText, "A text that is broken into several lines, in the middle").Wrap(0).Align(fyne.TextAlignCenter)
	for name, w := range map[string]fyne.Widget{
		"text": NewText(Body, "Library").Align(fyne.TextAlignCenter), "numbers": NewText(Clock, "10:42").Tabular(), "lines": long,
		"button": NewButton(Primary, IconPlay, "Make the story", nil), "chip": NewChip("Drafts 2", nil),
		"segments": NewSegmented([]string{"Gemini", "This computer"}, 0, nil),
	} {
		w.Resize(fyne.NewSize(203, 41))
		found := 0
		for _, o := range test.WidgetRenderer(w).Objects() {
			text, ok := o.(*canvas.Text)
			if !ok {
				continue
			}
			found++
			for _, scale := range []float32{1, 1.25, 1.5, 2} {
				x, y := text.Position().X*scale, text.Position().Y*scale
				if float64(x) != math.Round(float64(x)) || float64(y) != math.Round(float64(y)) {
					t.Errorf("%s: at scale %v a text stands at %v, %v", name, scale, x, y)
				}
			}
		}
		if found == 0 {
			t.Errorf("%s has no text", name)
		}
	}
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Style is a size and weight of the interface's text.
type Style int

// The styles: size/line height in pixels, weight. Titles are in the display
// cut.
const (
	Caption      Style = iota // 12/16
	CaptionBold               // 12/16, 600
	SmallText                 // 13/18
	SmallStrong               // 13/18, 600
	Body                      // 14/20
	Strong                    // 14/20, 600
	Lead                      // 16/25
	CardTitle                 // 16/22, 600
	Title                     // 20/26, 600
	ScreenTitle               // 26/32, 600
	Headline                  // 30/38, 600
	Option                    // 22/30
	OptionStrong              // 22/30, 600
	Question                  // 32/42, 600
	Clock                     // 34/40, 600
)

type cut int

const (
	regular cut = iota
	strong
	display
)

type typeface struct {
	size, line float32
	cut        cut
}

var typeScale = map[Style]typeface{
	Caption:      {12, 16, regular},
	CaptionBold:  {12, 16, strong},
	SmallText:    {13, 18, regular},
	SmallStrong:  {13, 18, strong},
	Body:         {14, 20, regular},
	Strong:       {14, 20, strong},
	Lead:         {16, 25, regular},
	CardTitle:    {16, 22, strong},
	Title:        {20, 26, display},
	ScreenTitle:  {26, 32, display},
	Headline:     {30, 38, display},
	Option:       {22, 30, regular},
	OptionStrong: {22, 30, strong},
	Question:     {32, 42, display},
	Clock:        {34, 40, display},
}

// Size is the height of the style's letters, in pixels.
func (s Style) Size() float32 { return typeScale[s].size }

// LineHeight is the height of one line, in pixels.
func (s Style) LineHeight() float32 { return typeScale[s].line }

// font gives the style's font.
func (s Style) font() fyne.Resource {
	f := fonts()
	switch typeScale[s].cut {
	case strong:
		return f.strong
	case display:
		return f.display
	}
	return f.regular
}

// Measure gives the width of a text set in one line, in pixels.
func Measure(s Style, text string) float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, s.Size(), fyne.TextStyle{}, s.font())
	return size.Width
}

// newCanvasText makes one run of text.
func newCanvasText(s Style, text string) *canvas.Text {
	return &canvas.Text{Text: text, TextSize: s.Size(), FontSource: s.font()}
}

// standAt sets a text's top left corner inside what it is part of, in pixels.
//
// The toolkit rounds the width of a text with its place, and stretches the
// picture of one that stands between pixels by one pixel, which blurs it. So
// the text itself stays at the origin, in the middle of a box that is larger by
// the distance on every side.
func standAt(t *canvas.Text, x, y float32) {
	needs := t.MinSize()
	t.Alignment = fyne.TextAlignCenter
	t.Move(fyne.Position{})
	t.Resize(needs.AddWidthHeight(2*x, 2*y))
}

// StrongFont is the interface's bold font, for texts in sizes of their own.
func StrongFont() fyne.Resource { return Strong.font() }

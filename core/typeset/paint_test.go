package typeset

import (
	"bytes"
	"image"
	"image/color"
	"testing"
)

var (
	dark  = color.NRGBA{0x1B, 0x19, 0x16, 255}
	soft  = color.NRGBA{0xDD, 0xE8, 0xF6, 255}
	blue  = color.NRGBA{0x1F, 0x4B, 0x82, 255}
	white = color.NRGBA{255, 255, 255, 255}
)

// lit gives the marks of a page whose word i is spoken.
func lit(l *Layout, i int) []Mark {
	w := l.Word(i)
	return []Mark{
		{Range: Range{Sentence: w.Sentence, To: 1 << 20}, Fill: soft},
		{Range: w, Fill: blue, Text: white},
	}
}

func erase(img *image.RGBA, box image.Rectangle) {
	box = box.Intersect(img.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		at := img.PixOffset(box.Min.X, y)
		clear(img.Pix[at : at+4*box.Dx()])
	}
}

// Walking through the words and painting only what changed leaves the very
// picture that painting all of it gives.
func TestPaintingOnlyWhatChangedChangesNothingElse(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range pages {
		for _, scale := range []float32{1, 1.5} {
			t.Run(name, func(t *testing.T) {
				l := settled(t, f, text, Spacing{}).Lay(400, 30, LineHeight)
				bounds := image.Rect(0, 0, int(460*scale), int((l.Height+40)*scale))
				view := View{Scale: scale, X: 20 * scale, Y: 20.4 * scale, Text: dark, Marks: lit(l, 0)}
				var painter Painter
				img := image.NewRGBA(bounds)
				painter.Paint(img, bounds, l, view)
				for i := 1; i < l.Words(); i++ {
					before := view.Marks
					view.Marks = lit(l, i)
					var boxes []image.Rectangle
					for k, m := range view.Marks {
						if m != before[k] {
							boxes = append(boxes, l.Pixels(view, m.Range)...)
							boxes = append(boxes, l.Pixels(view, before[k].Range)...)
						}
					}
					for _, box := range boxes {
						erase(img, box)
						painter.Paint(img, box, l, view)
					}
					whole := image.NewRGBA(bounds)
					painter.Paint(whole, bounds, l, view)
					if !bytes.Equal(img.Pix, whole.Pix) {
						t.Fatalf("the picture with word %d lit differs", i)
					}
				}
			})
		}
	}
}

func TestMarksAndLettersHaveTheirColours(t *testing.T) {
	f := newTestFonts(t)
	l := f.Paragraph(Text{Sentences: []string{"one two."}}, Spacing{}).Lay(400, 40, LineHeight)
	img := image.NewRGBA(image.Rect(0, 0, 400, 80))
	new(Painter).Paint(img, img.Rect, l, View{Scale: 1, X: 20, Y: 10, Text: dark, Marks: lit(l, 1)})
	count := map[color.RGBA]int{}
	for y := range 80 {
		for x := range 400 {
			count[img.RGBAAt(x, y)]++
		}
	}
	for _, c := range []color.NRGBA{dark, soft, blue, white} {
		if count[color.RGBA(c)] < 50 {
			t.Errorf("only %d pixels of %v", count[color.RGBA(c)], c)
		}
	}
	if img.RGBAAt(0, 0) != (color.RGBA{}) {
		t.Error("the ground was painted")
	}
	word := l.MarkRects(l.Word(1))[0]
	corner := img.RGBAAt(20+int(word.Left), 10+int(word.Top)+1)
	if corner == color.RGBA(blue) {
		t.Error("the corner of the mark is not round")
	}
}

// A ground that lets the window through must come out as if it had been
// painted on the window.
func TestTextOnATransparentImageLooksAsOnThePage(t *testing.T) {
	f := newTestFonts(t)
	l := f.Paragraph(Text{Sentences: []string{"Ash and rock"}}, Spacing{}).Lay(300, 24, LineHeight)
	view := View{Scale: 1, X: 5, Y: 5, Text: dark}
	bounds := image.Rect(0, 0, 300, 50)
	clear, page := image.NewRGBA(bounds), image.NewRGBA(bounds)
	for i := range page.Pix {
		page.Pix[i] = 255
	}
	new(Painter).Paint(clear, bounds, l, view)
	new(Painter).Paint(page, bounds, l, view)
	for i := 0; i < len(page.Pix); i += 4 {
		for k := range 3 {
			over := int(clear.Pix[i+k]) + 255 - int(clear.Pix[i+3])
			if d := over - int(page.Pix[i+k]); d < -2 || d > 2 {
				t.Fatalf("pixel %d: %d over white, %d on it", i/4, over, page.Pix[i+k])
			}
		}
	}
}

func TestPaintingOutsideTheImageIsHarmless(t *testing.T) {
	f := newTestFonts(t)
	l := f.Paragraph(Text{Sentences: []string{"Ash"}}, Spacing{}).Lay(300, 24, LineHeight)
	img := image.NewRGBA(image.Rect(0, 0, 10, 10))
	for _, v := range []View{{Scale: 1, X: -100, Y: -100}, {Scale: 1, X: 8, Y: 8}, {Scale: 500, X: 0, Y: 0}} {
		v.Text, v.Marks = dark, lit(l, 0)
		new(Painter).Paint(img, image.Rect(-50, -50, 50, 50), l, v)
	}
	new(Painter).Paint(img, img.Rect, nil, View{})
}

func benchmarkPage(b *testing.B) (*Fonts, Text) {
	b.Helper()
	text := pages["english"]
	text.Sentences = append(append([]string{}, text.Sentences...), text.Sentences...)
	text.Sentences = append(text.Sentences, text.Sentences...)[:8] // 60 words
	return newTestFonts(b), text
}

// BenchmarkLightAWord repaints an image of 800 by 600 when the voice goes on
// to the next word.
func BenchmarkLightAWord(b *testing.B) {
	f, text := benchmarkPage(b)
	l, _ := f.Paragraph(text, Spacing{}).Fit(740, 560, 20, 46, LineHeight)
	img := image.NewRGBA(image.Rect(0, 0, 800, 600))
	view := View{Scale: 1, X: 30, Y: 20, Text: dark, Marks: lit(l, 0)}
	var painter Painter
	painter.Paint(img, img.Rect, l, view)
	i := 0
	for b.Loop() {
		before := view.Marks
		i = (i + 1) % l.Words()
		view.Marks = lit(l, i)
		for k := range view.Marks {
			if before[k] == view.Marks[k] {
				continue
			}
			for _, r := range []Range{before[k].Range, view.Marks[k].Range} {
				for _, box := range l.Pixels(view, r) {
					erase(img, box)
					painter.Paint(img, box, l, view)
				}
			}
		}
	}
}

// BenchmarkLayPage sets a page of 60 words from nothing in a box.
func BenchmarkLayPage(b *testing.B) {
	f, text := benchmarkPage(b)
	for b.Loop() {
		f.Paragraph(text, Spacing{}).Fit(740, 560, 20, 46, LineHeight)
	}
}

// BenchmarkPaintPage paints a whole page whose glyphs are known.
func BenchmarkPaintPage(b *testing.B) {
	f, text := benchmarkPage(b)
	l, _ := f.Paragraph(text, Spacing{}).Fit(740, 560, 20, 46, LineHeight)
	img := image.NewRGBA(image.Rect(0, 0, 800, 600))
	var painter Painter
	for b.Loop() {
		clear(img.Pix)
		painter.Paint(img, img.Rect, l, View{Scale: 1, X: 30, Y: 20, Text: dark, Marks: lit(l, 3)})
	}
}

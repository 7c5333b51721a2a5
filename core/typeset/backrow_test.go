package typeset

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
)

func TestTheLastRowNeedsThreeHundredthsAtSixHeights(t *testing.T) {
	for _, c := range []struct{ heights, want float64 }{{4, 0.02}, {6, 0.03}, {8, 0.04}, {0, 0}, {-1, 0}} {
		if got := LeastXHeight(c.heights); got != c.want {
			t.Errorf("at %g heights %g, want %g", c.heights, got, c.want)
		}
	}
}

// The letters of the page itself are measured, in the pixels of the board: the
// page is painted without colour but for one letter that is as high as an x.
func TestTheXHeightOnTheBoardIsTheLeastOrMore(t *testing.T) {
	f := newTestFonts(t)
	texts := lessons()
	letters := map[string]rune{
		"english": 'x', "spanish": 'u', "russian": 'н', "arabic": 'د', "hebrew": 'ה', "hindi": 'क', "thai": 'ก', "chinese": '口',
	}
	more := map[string]string{"english": "Six boxes.", "thai": "กก", "chinese": "山口。"}
	// The top of an Arabic dal is a point narrower than a pixel, which inks its
	// row in part only.
	blur := map[string]float32{"arabic": 0.4}
	for name, letter := range letters {
		text := texts[name]
		if more[name] != "" {
			text.Sentences = append(text.Sentences, more[name])
		}
		for _, board := range boards {
			for _, heights := range []float64{4, 6, 8} {
				t.Run(fmt.Sprintf("%s/%g/%g", name, board.height, heights), func(t *testing.T) {
					least := board.height * float32(LeastXHeight(heights))
					size := settledSize(t, f, text.Language, least)
					box := image.Rect(0, 0, int(board.width*0.45), int(board.height*0.92))
					steps, _ := f.Steps(text, Spacing{}, float32(box.Dx()), float32(box.Dy()), size, LineHeight)
					measured := 0
					for _, s := range steps {
						part := s.Of(text)
						l := settled(t, f, part, Spacing{}).Lay(float32(box.Dx()), size, LineHeight)
						for i, sentence := range part.Sentences {
							at := strings.IndexRune(sentence, letter)
							if at < 0 {
								continue
							}
							measured++
							if got := inkRows(l, box, Range{i, at, at + len(string(letter))}); got < least-0.05-blur[name] {
								t.Errorf("%c is %.2f pixels high, least is %.2f", letter, got, least)
							}
						}
					}
					if measured == 0 {
						t.Errorf("no %c on the page", letter)
					}
				})
			}
		}
	}
}

// inkRows paints one letter of a layout and gives how many rows of pixels it
// inks, a row half inked counting half.
func inkRows(l *Layout, box image.Rectangle, letter Range) float32 {
	img := image.NewRGBA(box)
	black := color.NRGBA{A: 255}
	new(Painter).Paint(img, box, l, View{Scale: 1, Marks: []Mark{{Range: letter, Text: black}}})
	base := float32(0)
	for _, line := range l.Lines {
		for _, r := range l.RangeRects(letter) {
			if r.Top < line.Baseline && line.Baseline < r.Bottom {
				base = line.Baseline
			}
		}
	}
	rows := float32(0)
	for y := range box.Dy() {
		most := uint8(0)
		for x := range box.Dx() {
			most = max(most, img.RGBAAt(x, y).A)
		}
		if float32(y) < base { // what hangs below the line does not count
			rows += float32(most) / 255
		}
	}
	return rows
}

func TestAForeignScriptIsMeasuredInItsOwnFace(t *testing.T) {
	f := newTestFonts(t)
	latin, pending := f.LetterSize("en", 30)
	if pending || latin < 55 || latin > 57 { // Noto Sans: an x-height of 0.536
		t.Fatalf("size %g, pending %v", latin, pending)
	}
	if early, pending := f.LetterSize("ar", 30); !pending || early != latin {
		t.Errorf("before the font is there: %g, pending %v", early, pending)
	}
	if got := settledSize(t, f, "ar", 30); got < 1.1*latin {
		t.Errorf("the low letters of Arabic are set in %g", got)
	}
	for _, lang := range []string{"he", "hi", "zh", "zh-Hant", "ja", "ko", "ur", "", "not a language", "tlh"} {
		if got := settledSize(t, f, lang, 30); got < latin {
			t.Errorf("%q is set in %g, its numbers are too small", lang, got)
		}
	}
}

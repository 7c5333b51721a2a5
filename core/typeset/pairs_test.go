package typeset

import (
	"bytes"
	"image"
	"slices"
	"strings"
	"testing"
)

// twoLanguages is a page in Spanish with Arabic under it, of which one sentence has
// no counterpart.
func twoLanguages(t testing.TB, f *Fonts, spacing Spacing) (first, second Text, p *Pairs) {
	t.Helper()
	first, second = byField(pages["spanish"]), byField(pages["arabic"])
	settled(t, f, first, spacing)
	settled(t, f, second, spacing)
	return first, second, f.Pairs(first, second, spacing)
}

func TestEachLanguageStandsUnderTheOtherFromItsOwnSide(t *testing.T) {
	f := newTestFonts(t)
	first, _, p := twoLanguages(t, f, Spacing{})
	l := p.Lay(0, len(first.Sentences), 500, [2]float32{30, 24}, LineHeight, WidestGap)
	if len(l.Pairs) != 3 || l.Pending {
		t.Fatalf("%d pairs, pending %v", len(l.Pairs), l.Pending)
	}
	bottom := float32(0)
	for i, pair := range l.Pairs {
		if i > 0 && pair.Top-bottom < WidestGap*30-0.1 {
			t.Errorf("pair %d stands %g below the one before", i, pair.Top-bottom)
		}
		bottom = pair.Bottom
		spanish, arabic := pair.Sides[First], pair.Sides[Second]
		if spanish.RightToLeft || spanish.Lines[0].Left != 0 {
			t.Errorf("the Spanish begins at %g", spanish.Lines[0].Left)
		}
		if i == 2 {
			if arabic != nil {
				t.Error("a counterpart out of nothing")
			}
			continue
		}
		if !arabic.RightToLeft || arabic.Lines[0].Right < 499.9 || arabic.Size != 24 {
			t.Errorf("the Arabic begins at %g in size %g", arabic.Lines[0].Right, arabic.Size)
		}
		if pair.Tops[Second] < pair.Tops[First]+spanish.Height {
			t.Error("the languages overlap")
		}
	}
	if l.Height != bottom {
		t.Errorf("height %g, the last pair ends at %g", l.Height, bottom)
	}
}

func TestWordsOfBothLanguagesAreHitWhereTheyStand(t *testing.T) {
	f := newTestFonts(t)
	first, second, p := twoLanguages(t, f, widest)
	for _, part := range [][2]int{{0, 3}, {1, 2}} {
		l := p.Lay(part[0], part[1], 300, [2]float32{30, 24}, LineHeight, WidestGap)
		for side, text := range []Text{first, second} {
			for i, w := range text.Words {
				rects := l.WordRects(Side(side), i)
				if inside := w.Sentence >= part[0] && w.Sentence < part[1]; inside != (len(rects) > 0) {
					t.Fatalf("word %d of language %d stands at %v", i, side, rects)
				}
				for _, r := range rects {
					at, hit, ok := l.Hit((r.Left+r.Right)/2, (r.Top+r.Bottom)/2)
					if !ok || at != Side(side) || hit.Word != i || hit.Sentence != w.Sentence {
						t.Fatalf("in the middle of word %d of language %d: %v %+v %v", i, side, at, hit, ok)
					}
				}
			}
		}
		if _, _, ok := l.Hit(10, l.Pairs[0].Bottom+0.1*30); ok {
			t.Error("something was hit between or below the pairs")
		}
		if got := l.SentenceRects(Second, 1); len(got) == 0 {
			t.Error("a sentence stands nowhere")
		}
	}
}

// Lighting a word in each language and painting only what changed leaves the
// picture that painting all of it gives.
func TestBothLanguagesAreLit(t *testing.T) {
	f := newTestFonts(t)
	first, second, p := twoLanguages(t, f, Spacing{})
	l := p.Lay(0, 3, 400, [2]float32{30, 24}, LineHeight, WidestGap)
	marks := func(a, b int) []PairMark {
		return []PairMark{
			{First, Mark{Range: first.Words[a], Fill: blue, Text: white}},
			{Second, Mark{Range: second.Words[b], Fill: soft}},
		}
	}
	view := PairsView{View: View{Scale: 1.25, X: 20, Y: 20, Text: dark}, Second: blue, Marks: marks(0, 0)}
	bounds := image.Rect(0, 0, 540, int(l.Height*1.25)+40)
	img := image.NewRGBA(bounds)
	var painter Painter
	painter.PaintPairs(img, bounds, l, view)
	for i := 1; i < len(second.Words); i++ {
		before := view.Marks
		view.Marks = marks(i%len(first.Words), i)
		for _, m := range slices.Concat(before, view.Marks) {
			for _, box := range l.Pixels(view, m.Side, m.Range) {
				erase(img, box)
				painter.PaintPairs(img, box, l, view)
			}
		}
		whole := image.NewRGBA(bounds)
		painter.PaintPairs(whole, bounds, l, view)
		if !bytes.Equal(img.Pix, whole.Pix) {
			t.Fatalf("the picture with word %d lit differs", i)
		}
	}
	for _, rect := range l.WordRects(Second, len(second.Words)-1) {
		x, y := int(20+1.25*(rect.Left+1)), int(20+1.25*(rect.Top+1))
		if got := img.RGBAAt(x, y); got.A == 0 {
			t.Errorf("no mark at %d, %d", x, y)
		}
	}
}

func TestPairsArePartedEvenlyAndNeverCut(t *testing.T) {
	f := newTestFonts(t)
	text := Text{Language: "en", Sentences: []string{"One.", "Two.", "Three.", "Four."}}
	p := f.Pairs(text, Text{Language: "de", Sentences: []string{"Eins.", "Zwei.", "Drei.", "Vier."}}, Spacing{})
	sizes := [2]float32{20, 20}
	one := p.Lay(0, 1, 400, sizes, LineHeight, 1).Height
	for _, c := range []struct {
		name   string
		height float32
		want   []int
		fits   bool
	}{
		{"all at once", 4*one + 3*20, []int{0}, true},
		{"two and two, not three and one", 3*one + 2*20, []int{0, 2}, true},
		{"one by one", one, []int{0, 1, 2, 3}, true},
		{"too low for any", one - 1, []int{0, 1, 2, 3}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			starts, fits := p.Steps(400, c.height, sizes, LineHeight, 1)
			if !slices.Equal(starts, c.want) || fits != c.fits {
				t.Errorf("steps begin at %v, fits %v", starts, fits)
			}
		})
	}
	if starts, fits := f.Pairs(Text{}, Text{}, Spacing{}).Steps(400, 100, sizes, LineHeight, 1); len(starts) != 0 || !fits {
		t.Errorf("an empty page has steps at %v", starts)
	}
}

// longPair is a page whose second sentence is too long for most screens, in
// two languages.
func longPair() (first, second Text) {
	first = Text{Language: "en", Sentences: []string{
		"Magma rises.",
		"When the pressure under the mountain has grown for many hundreds of years, the old rock in the pipe breaks at last, and ash, gas and glowing stone shoot up, high over the towns, where the wind takes them far away.",
		"Ash falls.",
	}}
	second = Text{Language: "es", Sentences: []string{
		"El magma sube.",
		"Cuando la presión bajo la montaña ha crecido durante muchos cientos de años, la vieja roca del conducto se rompe por fin, y la ceniza, el gas y las piedras ardientes suben, muy por encima de los pueblos, donde el viento se las lleva lejos.",
		"Cae ceniza.",
	}}
	for _, t := range []*Text{&first, &second} {
		t.Words = findWords(t.Sentences)
	}
	return first, second
}

func TestAPageInTwoLanguagesGoesThroughStepsThatAllFit(t *testing.T) {
	f := newTestFonts(t)
	first, second := longPair()
	sizes := [2]float32{30, 33}
	for _, c := range []struct {
		name          string
		width, height float32
		parts         int // of the long sentence
	}{
		{"a large screen", 1200, 900, 1},
		{"pairs apart", 900, 470, 1},
		{"the long pair parted", 500, 420, 3},
		{"many parts", 420, 230, 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			steps, pending := f.PairSteps(first, second, Spacing{}, c.width, c.height, sizes, LineHeight, ParagraphGap)
			if pending {
				t.Fatal("fonts are being looked for")
			}
			parts := 0
			var said [2]string
			var words [2][]int
			for _, s := range steps {
				a, b := s.Of(first, second)
				if l := f.Pairs(a, b, Spacing{}).Lay(0, len(a.Sentences), c.width, sizes, LineHeight, ParagraphGap); l.Height > c.height {
					t.Errorf("%q and %q are %g high", a.Sentences, b.Sentences, l.Height)
				}
				for i, r := range s[First].Parts {
					if o := s[Second].Parts[i]; o.Sentence != r.Sentence || a.Sentences[i] == "" || b.Sentences[i] == "" {
						t.Errorf("part %d is of sentences %d and %d: %q, %q", i, r.Sentence, o.Sentence, a.Sentences[i], b.Sentences[i])
					}
					if r.Sentence == 1 {
						parts++
					}
				}
				for side, text := range []Text{a, b} {
					for _, sentence := range text.Sentences {
						said[side] += sentence
					}
					words[side] = append(words[side], s[side].Words...)
				}
			}
			if parts != c.parts {
				t.Errorf("the long sentence is shown in %d parts", parts)
			}
			for side, text := range []Text{first, second} {
				if said[side] != strings.Join(text.Sentences, "") {
					t.Errorf("language %d is shown as %q", side, said[side])
				}
				if len(words[side]) != len(text.Words) || !slices.IsSorted(words[side]) {
					t.Errorf("of %d words of language %d there are %v", len(text.Words), side, words[side])
				}
			}
		})
	}
}

func TestASentenceWithoutACounterpartIsPartedAlone(t *testing.T) {
	f := newTestFonts(t)
	first, _ := longPair()
	second := Text{Language: "es", Sentences: []string{"El magma sube."}, Words: []Range{}}
	steps, _ := f.PairSteps(first, second, Spacing{}, 500, 200, [2]float32{30, 30}, LineHeight, ParagraphGap)
	said := ""
	for _, s := range steps {
		a, b := s.Of(first, second)
		said += strings.Join(a.Sentences, "")
		if l := f.Pairs(a, b, Spacing{}).Lay(0, len(a.Sentences), 500, [2]float32{30, 30}, LineHeight, ParagraphGap); l.Height > 200 {
			t.Errorf("%q is %g high", a.Sentences, l.Height)
		}
	}
	if said != strings.Join(first.Sentences, "") || len(steps) < 4 {
		t.Errorf("%d steps show %q", len(steps), said)
	}
}

// A word for which the other language takes a whole sentence stands under each
// part of that sentence.
func TestWhatCannotBePartedIsShownWithEachPart(t *testing.T) {
	f := newTestFonts(t)
	first, second := longPair()
	second.Sentences[1] = "Erupción."
	second.Words = findWords(second.Sentences)
	steps, _ := f.PairSteps(first, second, Spacing{}, 500, 300, [2]float32{30, 30}, LineHeight, ParagraphGap)
	with := 0
	for _, s := range steps {
		a, b := s.Of(first, second)
		if s[First].Parts[0].Sentence == 1 {
			if with++; b.Sentences[0] != "Erupción." {
				t.Errorf("%q has %q under it", a.Sentences, b.Sentences)
			}
		}
	}
	if with < 2 {
		t.Errorf("the long sentence is shown in %d parts", with)
	}
}

func TestPairsFillTheirBoxWithTheLargestLettersThatFit(t *testing.T) {
	f := newTestFonts(t)
	first, second := longPair()
	p := f.Pairs(first, second, Spacing{})
	for _, height := range []float32{900, 600, 300} {
		l, over := p.Fit(500, height, 12, 40, 0.9, LineHeight, ParagraphGap)
		size := l.Pairs[0].Sides[First].Size
		if over || l.Height > height || l.Pairs[0].Sides[Second].Size != size*0.9 {
			t.Errorf("in %g: letters of %g and %g, height %g, over %v", height, size, l.Pairs[0].Sides[Second].Size, l.Height, over)
		}
		if larger := p.Lay(0, 3, 500, [2]float32{size + 0.5, (size + 0.5) * 0.9}, LineHeight, ParagraphGap); size < 40 && larger.Height <= height {
			t.Errorf("in %g: letters of %g would fit too", height, size+0.5)
		}
	}
	if l, over := p.Fit(500, 100, 12, 40, 1, LineHeight, ParagraphGap); !over || l.Pairs[0].Sides[First].Size != 12 {
		t.Error("what does not fit is not told")
	}
}

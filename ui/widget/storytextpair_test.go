package widget

import (
	"image"
	"image/color"
	"testing"

	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// rangesOf makes a word of everything between spaces.
func rangesOf(sentences []string) []typeset.Range {
	var words []typeset.Range
	for _, w := range spoken(sentences) {
		words = append(words, typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To})
	}
	return words
}

// inArabic is the volcano's page in Arabic.
var inArabic = []string{"قرب القمة تنفجر فقاعات الغاز دفعة واحدة.", "يندفع الرماد والصخر المتوهج عالياً في السماء.", "هذا يسمى ثوراناً."}

func pairOf(second []string, language string) (first, other typeset.Text) {
	return typeset.Text{Sentences: volcano, Words: rangesOf(volcano), Language: "en"},
		typeset.Text{Sentences: second, Words: rangesOf(second), Language: language}
}

// showPair shows the volcano's page in English and Arabic.
func showPair(t *testing.T, look testLook, style TextStyle) (*StoryText, fyne.Canvas) {
	t.Helper()
	fonts := testFonts(t)
	first, second := pairOf(inArabic, "ar")
	fonts.Paragraph(second, typeset.Spacing{}) // as in TestEveryScriptIsSetOnceItsFontIsThere
	if err := fonts.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	text := NewStoryText(fonts, func() TextPalette { return look.text })
	text.SetPair(first, second)
	text.SetStyle(style)
	canvas := show(t, look, text, fyne.NewSize(560, 640), fyne.NewPos(30, 20), fyne.NewSize(500, 600))
	canvas.Capture()
	return text, canvas
}

func TestAPairIsLitInBothLanguagesWhicheverIsHeard(t *testing.T) {
	for _, look := range []struct {
		name string
		testLook
	}{{"light", lightLook}, {"dark", darkLook}} {
		t.Run(look.name, func(t *testing.T) {
			text, canvas := showPair(t, look.testLook, TextStyle{Smallest: 12, Largest: 28, Second: 1.1})
			l := text.lines.(pairLines)
			if len(l.Pairs) != 3 || !l.Pairs[0].Sides[typeset.Second].RightToLeft || l.Pairs[0].Sides[typeset.First].RightToLeft {
				t.Fatalf("%d pairs", len(l.Pairs))
			}
			// lit reports whether a place of the text is of a colour.
			lit := func(r typeset.Rect, want color.NRGBA) bool {
				at := image.Pt(30+int((r.Left+r.Right)/2), 20+int(text.offset()+r.Top)+1)
				for x := -3; x <= 3; x++ {
					if color.RGBAModel.Convert(canvas.Capture().At(at.X+x, at.Y)) == color.RGBA(want) {
						return true
					}
				}
				return false
			}
			text.SetLit(12)
			text.SetSecondLit(-1)
			keep(t, canvas, "text-pair-first-"+look.name)
			if !lit(l.WordRects(typeset.First, 12)[0], look.text.LitWord) || !lit(l.SentenceRects(typeset.First, 1)[0], look.text.LitSentence) ||
				!lit(l.SentenceRects(typeset.Second, 1)[0], look.text.LitSentence) || lit(l.SentenceRects(typeset.Second, 0)[0], look.text.LitSentence) {
				t.Error("a word of the first language does not light its sentence in both")
			}
			text.SetLit(-1)
			text.SetSecondLit(8)
			keep(t, canvas, "text-pair-second-"+look.name)
			if !lit(l.WordRects(typeset.Second, 8)[0], look.text.LitWord) || !lit(l.SentenceRects(typeset.First, 1)[0], look.text.LitSentence) {
				t.Error("a word of the second language does not light its sentence in both")
			}
			text.SetSecondLit(-1)
			text.SetSentence(2)
			if !lit(l.SentenceRects(typeset.First, 2)[0], look.text.LitSentence) || !lit(l.SentenceRects(typeset.Second, 2)[0], look.text.LitSentence) {
				t.Error("a sentence is not lit in both languages")
			}
		})
	}
}

func TestTheSecondLanguageIsQuieter(t *testing.T) {
	text, canvas := showPair(t, lightLook, TextStyle{Smallest: 28, Largest: 28})
	l := text.lines.(pairLines)
	img := canvas.Capture()
	darkest := func(side typeset.Side) color.RGBA {
		best := color.RGBA{255, 255, 255, 255}
		for _, r := range l.SentenceRects(side, 0) {
			for y := int(r.Top); y < int(r.Bottom); y++ {
				for x := int(r.Left); x < int(r.Right); x++ {
					if c := color.RGBAModel.Convert(img.At(30+x, 20+int(text.offset())+y)).(color.RGBA); int(c.R)+int(c.G) < int(best.R)+int(best.G) {
						best = c
					}
				}
			}
		}
		return best
	}
	if first, second := darkest(typeset.First), darkest(typeset.Second); first != color.RGBA(lightLook.text.Text) || second != color.RGBA(lightLook.text.Second) {
		t.Errorf("the letters are %v and %v", first, second)
	}
}

func TestLitPairsLookAsIfPaintedAnew(t *testing.T) {
	text, canvas := showPair(t, lightLook, TextStyle{Smallest: 12, Largest: 28})
	for _, lit := range [][2]int{{0, -1}, {9, -1}, {-1, 6}, {-1, 7}, {-1, 15}, {21, -1}, {-1, -1}, {3, 2}} {
		text.SetLit(lit[0])
		text.SetSecondLit(lit[1])
		walked := canvas.Capture()
		text.Refresh()
		if anew := canvas.Capture(); !sameImage(walked, anew) {
			t.Errorf("with the words %v lit the picture differs", lit)
		}
	}
}

func TestATapTellsTheLanguage(t *testing.T) {
	text, _ := showPair(t, lightLook, TextStyle{Smallest: 12, Largest: 28})
	type tap struct {
		side           typeset.Side
		sentence, word int
	}
	var got tap
	text.OnTappedWord = func(side typeset.Side, sentence, word int) { got = tap{side, sentence, word} }
	l := text.lines.(pairLines)
	for _, want := range []tap{{typeset.First, 1, 12}, {typeset.Second, 1, 8}, {typeset.Second, 2, 16}} {
		r := l.WordRects(want.side, want.word)[0]
		test.TapAt(text, fyne.NewPos((r.Left+r.Right)/2, text.offset()+(r.Top+r.Bottom)/2))
		if got != want {
			t.Errorf("a tap on %+v gives %+v", want, got)
		}
	}
}

// A teacher types the second language sentence by sentence: what is there is
// shown, and what is not leaves no gap.
func TestASentenceWithoutACounterpartStandsAlone(t *testing.T) {
	text := NewStoryText(testFonts(t), func() TextPalette { return lightLook.text })
	first, second := pairOf([]string{"", "La ceniza sube.", ""}, "es")
	text.SetPair(first, second)
	show(t, lightLook, text, fyne.NewSize(560, 640), fyne.NewPos(30, 20), fyne.NewSize(500, 600))
	text.lay()
	l, ok := text.lines.(pairLines)
	if !ok || len(l.Pairs) != 3 || l.Pairs[0].Sides[typeset.Second] != nil || l.Pairs[1].Sides[typeset.Second] == nil {
		t.Fatal("the page is not set in pairs")
	}
	text.SetPair(first, typeset.Text{Sentences: []string{"", "", ""}, Language: "es"})
	text.lay()
	if _, ok := text.lines.(runningLines); !ok {
		t.Error("a page without a second language is not a running paragraph")
	}
}

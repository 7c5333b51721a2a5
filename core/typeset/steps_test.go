package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// boards are what a class looks at: a projector or a large screen, and how
// many heights of it the last row sits away.
var boards = []struct{ width, height float32 }{{1280, 720}, {1366, 768}, {1920, 1080}}

// lessons are longer pages than pages: each with a sentence that is too long
// for the board of a deep room.
func lessons() map[string]Text {
	long := map[string]Text{}
	for name, t := range pages {
		joined := strings.TrimRight(strings.Join(t.Sentences, " "), ".।!")
		long[name] = byField(Text{Language: t.Language, Sentences: append(append([]string{}, t.Sentences...), joined+", "+joined+".")})
	}
	long["thai without words"] = Text{Language: "th", Sentences: []string{strings.Repeat(pages["thai"].Sentences[0], 3)}}
	long["chinese without words"] = Text{Language: "zh", Sentences: []string{strings.Repeat("火山喷发时，灰烬冲上高空，飘到很远的村庄", 3) + "。", "完。"}}
	return long
}

func TestStepsHoldThePageOnceAndFitTheBoard(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range lessons() {
		for _, board := range boards {
			for _, heights := range []float64{4, 6, 8} {
				for _, easy := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s/%g/%g/%v", name, board.height, heights, easy), func(t *testing.T) {
						checkSteps(t, f, text, board.width*0.45, board.height*0.92, board.height, heights, easy)
					})
				}
			}
		}
	}
}

func checkSteps(t *testing.T, f *Fonts, text Text, width, height, board float32, heights float64, easy bool) {
	t.Helper()
	spacing, lineHeight := Spacing{}, float32(LineHeight)
	if easy {
		spacing, lineHeight = EasyReading(), EasyLineHeight
	}
	settled(t, f, text, spacing)
	size := settledSize(t, f, text.Language, board*float32(LeastXHeight(heights)))
	steps, pending := f.Steps(text, spacing, width, height, size, lineHeight)
	if pending || len(steps) == 0 {
		t.Fatalf("%d steps, pending %v", len(steps), pending)
	}
	at := Range{} // where the step before ended
	words := 0
	for _, s := range steps {
		for _, part := range s.Parts {
			whole := Range{at.Sentence, 0, len(text.Sentences[at.Sentence])}
			if at.To == whole.To {
				at = Range{Sentence: at.Sentence + 1}
			}
			if part.Sentence != at.Sentence || part.From != at.To || part.To <= part.From {
				t.Fatalf("part %+v after %+v", part, at)
			}
			at = part
		}
		for _, w := range s.Words {
			if w != words || StepOf(steps, w) < 0 {
				t.Fatalf("word %d where %d is due", w, words)
			}
			words++
		}
		l := settled(t, f, s.Of(text), spacing).Lay(width, size, lineHeight)
		if l.Height > height {
			t.Errorf("%q is %g high in %g", s.Of(text).Sentences, l.Height, height)
		}
		for i := range s.Words {
			for _, r := range l.WordRects(i) {
				if r.Left < -0.5 || r.Right > width+0.5 || r.Bottom > height+0.5 {
					t.Errorf("a word reaches to %+v", r)
				}
			}
		}
	}
	if last := len(text.Sentences) - 1; at.Sentence != last || at.To != len(text.Sentences[last]) {
		t.Errorf("the last step ends at %+v", at)
	}
	if text.Words != nil && words != len(text.Words) {
		t.Errorf("%d of %d words", words, len(text.Words))
	}
}

func settledSize(t testing.TB, f *Fonts, lang string, xHeight float32) float32 {
	t.Helper()
	for range 3 {
		size, pending := f.LetterSize(lang, xHeight)
		if !pending {
			return size
		}
		if err := f.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatal("the font is never found")
	return 0
}

func TestStepsKeepSentencesThenClausesThenWords(t *testing.T) {
	f := newTestFonts(t)
	for _, c := range []struct {
		name, lang    string
		sentences     []string
		width, height float32
		want          []string // the steps, their parts joined with |
	}{
		{"all at once", "en", []string{"One.", "Two."}, 600, 600, []string{"One.|Two."}},
		{"sentences stay whole", "en", []string{"Near the top, the gas bubbles burst.", "Ash shoots high into the sky.", "It is called an eruption."}, 300, 100,
			[]string{"Near the top, the gas bubbles burst.", "Ash shoots high into the sky.|It is called an eruption."}},
		{"a long one by its clauses", "en", []string{"When the magma rises, which takes many years, the mountain swells until it bursts."}, 300, 70,
			[]string{"When the magma rises, which takes many years, ", "the mountain swells until it bursts."}},
		{"a quotation mark stays with its clause", "en", []string{"“It is hot,” she said to all of them, and everybody ran down to the sea."}, 300, 70,
			[]string{"“It is hot,” she said to all of them, ", "and everybody ran down to the sea."}},
		{"a long one without clauses", "en", []string{"The very hot and glowing molten rock rises through the narrow vent of the mountain"}, 300, 70,
			[]string{"The very hot and glowing molten rock rises ", "through the narrow vent of the mountain"}},
		{"no cut in a number, a span or a compound", "en", []string{"It is 1,200,300 degrees well-known/hot 1990–2000 in-the-deep."}, 150, 70,
			[]string{"It is 1,200,300 degrees ", "well-known/hot ", "1990–2000 in-the-deep."}},
		{"a dash between clauses", "en", []string{"The mountain burst at night – nobody saw it coming."}, 340, 35,
			[]string{"The mountain burst at night – ", "nobody saw it coming."}},
		{"no word left alone", "en", []string{"However, the molten rock rises through the vents quickly."}, 300, 35,
			[]string{"However, the molten ", "rock rises through ", "the vents quickly."}},
		{"arabic by its commas", "ar", []string{"ثار البركان آخر مرة عام كبير، وغطّى الرماد مدينة كبيرة في الشمال."}, 340, 45,
			[]string{"ثار البركان آخر مرة عام كبير، ", "وغطّى الرماد مدينة كبيرة في الشمال."}},
		{"chinese by its commas", "zh", []string{"火山喷发时，灰烬冲上高空，飘到很远的村庄。"}, 170, 70,
			[]string{"火山喷发时，灰烬冲上高空，", "飘到很远的村庄。"}},
		{"thai by its spaces", "th", []string{"ภูเขาไฟระเบิดเมื่อหินหนืดร้อน เถ้าถ่านลอยสูงขึ้นไปบนท้องฟ้า"}, 300, 40,
			[]string{"ภูเขาไฟระเบิดเมื่อหินหนืดร้อน ", "เถ้าถ่านลอยสูงขึ้นไปบนท้องฟ้า"}},
		{"a word wider than the board", "de", []string{"Donaudampfschifffahrtsgesellschaft"}, 100, 35,
			[]string{"Donauda", "mpfschif", "ffahrtsge", "sellschaft"}},
		{"nothing", "en", nil, 300, 40, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := Text{Sentences: c.sentences, Language: c.lang}
			settled(t, f, text, Spacing{})
			steps, _ := f.Steps(text, Spacing{}, c.width, c.height, 22, LineHeight)
			var got []string
			for _, s := range steps {
				got = append(got, strings.Join(s.Of(text).Sentences, "|"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("steps\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func TestALetterFindsItsStep(t *testing.T) {
	f := newTestFonts(t)
	text := byField(Text{Sentences: []string{"When the magma rises, which takes many years, the mountain swells until it bursts."}, Language: "en"})
	steps, _ := f.Steps(text, Spacing{}, 300, 70, 22, LineHeight)
	if len(steps) != 2 || StepOf(steps, 7) != 0 || StepOf(steps, 8) != 1 || StepOf(steps, 99) != -1 {
		t.Fatalf("steps %+v", steps)
	}
	at := text.Words[8].From
	if steps[0].Has(0, at) || !steps[1].Has(0, at) || steps[1].Has(1, at) {
		t.Errorf("byte %d is in %v, %v", at, steps[0].Has(0, at), steps[1].Has(0, at))
	}
	part := steps[1].Of(text)
	for k, i := range steps[1].Words {
		whole, cut := text.Words[i], part.Words[k]
		if text.Sentences[0][whole.From:whole.To] != part.Sentences[0][cut.From:cut.To] {
			t.Errorf("word %d is %q", i, part.Sentences[0][cut.From:cut.To])
		}
	}
}

// BenchmarkSteps parts a page of 60 words for the last row.
func BenchmarkSteps(b *testing.B) {
	f, text := benchmarkPage(b)
	for b.Loop() {
		f.Steps(byField(text), Spacing{}, 864, 990, 60.5, LineHeight)
	}
}

func FuzzSteps(f *testing.F) {
	fonts := newTestFonts(f)
	for _, text := range pages {
		f.Add(text.Sentences[0], text.Sentences[1], text.Language, uint16(200), uint16(60))
	}
	f.Add("\u202E((\u0301\u00AD\x00\xff,\u2028\u200B", "", "ar", uint16(1), uint16(0))
	f.Fuzz(func(t *testing.T, a, b, lang string, width, height uint16) {
		text := byField(Text{Sentences: []string{a[:min(len(a), 1000)], b[:min(len(b), 1000)]}, Language: lang})
		steps, _ := fonts.Steps(text, Spacing{}, float32(width), float32(height), 20, LineHeight)
		var parts [2]strings.Builder
		words := 0
		for _, s := range steps {
			for _, p := range s.Parts {
				parts[p.Sentence].WriteString(text.Sentences[p.Sentence][p.From:p.To])
			}
			words += len(s.Words)
			s.Of(text)
		}
		for i := range parts {
			if parts[i].String() != text.Sentences[i] {
				t.Fatalf("%q became %q", text.Sentences[i], parts[i].String())
			}
		}
		if words != len(text.Words) {
			t.Fatalf("%d of %d words", words, len(text.Words))
		}
	})
}

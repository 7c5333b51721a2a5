package typeset

import (
	"slices"
	"strings"
	"testing"
)

// pages are a page in each of the scripts that stories are tested in.
var pages = map[string]Text{
	"english": {Language: "en", Sentences: []string{
		"Near the top, the gas bubbles burst all at once.", "Ash and glowing rock shoot high into the sky.", "This is called an eruption.",
	}},
	"spanish": {Language: "es", Sentences: []string{
		"¿Qué sale del volcán?", "Sale lava a 1.200 °C, ¡y mucha ceniza!", "Los pingüinos están lejos.",
	}},
	"arabic": {Language: "ar", Sentences: []string{
		"بلغ ارتفاع البركان 3776 متراً (Mount Fuji) في اليابان.", "ثار آخر مرة عام 1707، وغطّى الرماد مدينة Tokyo.",
	}},
	"hebrew": {Language: "he", Sentences: []string{
		"הר הגעש התפרץ בשנת 1944 ליד העיר Naples.", "האפר (50%) כיסה הכול!",
	}},
	"hindi": {Language: "hi", Sentences: []string{
		"ज्वालामुखी से लावा निकलता है।", "यह 1,200 °C तक गर्म होता है, और क्षेत्र में फैलता है।",
	}},
	"thai": {Language: "th", Sentences: []string{
		"ภูเขาไฟระเบิดเมื่อหินหนืดร้อนดันขึ้นมาจากใต้พื้นโลก", "เถ้าถ่านลอยสูงขึ้นไปบนท้องฟ้า",
	}},
	"chinese": {Language: "zh", Sentences: []string{
		"火山喷发时，灰烬冲上高空。", "这叫做“喷发”，高达3千米。",
	}},
	"russian": {Language: "ru", Sentences: []string{
		"Вулкан извергается, когда магма поднимается.", "Пепел летит высоко в небо.",
	}},
}

// byField makes a word of whatever stands between spaces.
func byField(t Text) Text {
	t.Words = []Range{}
	for i, s := range t.Sentences {
		at := 0
		for _, f := range strings.Fields(s) {
			from := at + strings.Index(s[at:], f)
			at = from + len(f)
			t.Words = append(t.Words, Range{i, from, at})
		}
	}
	return t
}

// seen reads the words of each line off their rectangles, from left to right.
func seen(l *Layout, t Text) []string {
	type place struct {
		x    float32
		text string
	}
	rows := make([][]place, len(l.Lines))
	for i := range t.Words {
		w := t.Words[i]
		for _, r := range l.WordRects(i) {
			row := int((r.Top + r.Bottom) / 2 / l.Pitch)
			rows[row] = append(rows[row], place{r.Left, t.Sentences[w.Sentence][w.From:w.To]})
		}
	}
	var lines []string
	for _, row := range rows {
		slices.SortFunc(row, func(a, b place) int {
			if a.x < b.x {
				return -1
			}
			return 1
		})
		var words []string
		for _, p := range row {
			words = append(words, p.text)
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return lines
}

func TestWordsStandInTheOrderOfTheirScript(t *testing.T) {
	f := newTestFonts(t)
	for _, c := range []struct {
		name  string
		text  Text
		width float32
		want  []string // each line from left to right
	}{
		{"english", pages["english"], 378, []string{
			"Near the top, the gas bubbles", "burst all at once. Ash and", "glowing rock shoot high into", "the sky. This is called an", "eruption.",
		}},
		// A bracket of the Arabic sentence stands apart from the Latin word that
		// it is written on, so that both of these words are seen twice.
		{"arabic with latin, digits and brackets", pages["arabic"], 2000, []string{
			"Tokyo. مدينة الرماد وغطّى 1707، عام مرة آخر ثار اليابان. في Fuji) (Mount Fuji) (Mount متراً 3776 البركان ارتفاع بلغ",
		}},
		{"hebrew with latin and digits", pages["hebrew"], 2000, []string{
			"הכול! כיסה (50%) האפר Naples. העיר ליד 1944 בשנת התפרץ הגעש הר",
		}},
		{"arabic and a number inside english", Text{Language: "en", Sentences: []string{"In Arabic بركان 1707 عام is it."}}, 2000, []string{
			"In Arabic عام 1707 بركان is it.",
		}},
		{"english inside arabic over two lines", Text{Language: "ar", Sentences: []string{"قال one two three قال"}}, 160, []string{
			"one two قال", "قال three",
		}},
		{"russian", pages["russian"], 300, []string{
			"Вулкан извергается,", "когда магма", "поднимается. Пепел", "летит высоко в небо.",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := byField(c.text)
			l := settled(t, f, text, Spacing{}).Lay(c.width, 26, LineHeight)
			got := seen(l, text)
			if !slices.Equal(got, c.want) {
				t.Errorf("lines\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func TestEveryWordIsHitWhereItStands(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range pages {
		t.Run(name, func(t *testing.T) {
			for _, spacing := range []Spacing{{}, EasyReading(), {ByLine: true}} {
				l := settled(t, f, text, spacing).Lay(300, 24, LineHeight)
				if l.Words() == 0 {
					t.Fatal("no words were found")
				}
				for i := range l.Words() {
					rects := l.WordRects(i)
					if len(rects) == 0 {
						t.Fatalf("word %d stands nowhere", i)
					}
					for _, r := range rects {
						hit, ok := l.Hit((r.Left+r.Right)/2, (r.Top+r.Bottom)/2)
						if !ok || hit.Word != i || hit.Sentence != l.Word(i).Sentence {
							t.Fatalf("in the middle of word %d (%+v): %+v, %v", i, r, hit, ok)
						}
					}
				}
			}
		})
	}
}

func TestLinesHoldTheWholeTextWithinTheWidth(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range pages {
		t.Run(name, func(t *testing.T) {
			for _, width := range []float32{120, 240, 555} {
				p := settled(t, f, text, Spacing{})
				l := p.Lay(width, 24, LineHeight)
				at := 0
				for _, line := range l.Lines {
					if line.runes.from != at {
						t.Fatalf("a line begins at %d, not %d", line.runes.from, at)
					}
					at = line.runes.to
					if line.Left < -0.1 || line.Right > width+0.1 {
						t.Errorf("a line reaches from %g to %g of %g", line.Left, line.Right, width)
					}
					if start := width - line.Right; l.RightToLeft && (start > 0.1 || start < -0.1) {
						t.Errorf("a line begins %g from its edge", start)
					}
				}
				if at != len(p.src.runes) {
					t.Errorf("%d of %d letters are set", at, len(p.src.runes))
				}
			}
		})
	}
}

func TestSentencesStandLineByLine(t *testing.T) {
	f := newTestFonts(t)
	text := pages["english"]
	l := settled(t, f, text, Spacing{}).Lay(378, 26, LineHeight)
	for i, want := range []int{2, 3, 2} {
		if got := l.SentenceRects(i); len(got) != want {
			t.Errorf("sentence %d has %d rectangles, want %d", i+1, len(got), want)
		}
	}
	byLine := settled(t, f, text, Spacing{ByLine: true}).Lay(2000, 26, LineHeight)
	if len(byLine.Lines) != 3 {
		t.Errorf("three sentences on lines of their own make %d lines", len(byLine.Lines))
	}
}

func TestEasyReadingPullsLatinLettersApartButNeverJoinedOnes(t *testing.T) {
	f := newTestFonts(t)
	for _, c := range []struct {
		name, lang, word string
		apart            bool
	}{
		{"latin", "en", "office", true},
		{"russian", "ru", "пепел", true},
		{"arabic", "ar", "البركان", false},
		{"hindi", "hi", "क्षेत्र", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := Text{Sentences: []string{c.word + " " + c.word}, Language: c.lang}
			plain := settled(t, f, text, Spacing{})
			easy := settled(t, f, text, EasyReading())
			word := span{0, len([]rune(c.word))}
			grown := easy.along[word.to] - plain.along[word.to]
			if want := 0.07 * float32(word.to); c.apart && (grown < want*0.95 || grown > want*1.3) {
				t.Errorf("the word grew by %g em, want %g", grown, want)
			}
			if !c.apart {
				if grown > 0.001 {
					t.Errorf("the word grew by %g em", grown)
				}
				for i := range plain.runs {
					for k, g := range plain.runs[i].glyphs {
						if easy.runs[i].glyphs[k].id != g.id {
							t.Errorf("glyph %d became %d", g.id, easy.runs[i].glyphs[k].id)
						}
					}
				}
			}
			gap := func(p *Paragraph) float32 { return p.along[word.to+1] - p.along[word.to] }
			if gap(easy)-gap(plain) < 0.2 {
				t.Errorf("the space grew by only %g em", gap(easy)-gap(plain))
			}
		})
	}
}

func TestFitTakesTheLargestLettersThatFit(t *testing.T) {
	f := newTestFonts(t)
	p := settled(t, f, pages["english"], Spacing{})
	for _, c := range []struct {
		name          string
		width, height float32
		overflow      bool
	}{
		{"a large box", 2000, 2000, false},
		{"a page", 378, 417, false},
		{"a low box", 378, 180, false},
		{"no room", 120, 60, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, overflow := p.Fit(c.width, c.height, 20, 31, LineHeight)
			if overflow != c.overflow {
				t.Fatalf("overflow %v at size %g, height %g", overflow, l.Size, l.Height)
			}
			if !overflow && l.Height > c.height {
				t.Errorf("%g high in %g", l.Height, c.height)
			}
			if l.Size < 20 || l.Size > 31 {
				t.Errorf("size %g", l.Size)
			}
			if next := p.Lay(c.width, l.Size+0.5, LineHeight); !overflow && l.Size < 31 && next.Height <= c.height {
				t.Errorf("size %g would fit too", l.Size+0.5)
			}
		})
	}
}

func TestAWordTooLongForItsLineIsCutNotLost(t *testing.T) {
	f := newTestFonts(t)
	text := byField(Text{Sentences: []string{"Donaudampfschifffahrtsgesellschaft"}, Language: "de"})
	l := settled(t, f, text, Spacing{}).Lay(150, 24, LineHeight)
	if len(l.Lines) < 2 || len(l.WordRects(0)) != len(l.Lines) {
		t.Errorf("%d lines, %d rectangles", len(l.Lines), len(l.WordRects(0)))
	}
	if fit, _ := settled(t, f, text, Spacing{}).Fit(400, 400, 12, 40, LineHeight); len(fit.Lines) != 1 {
		t.Errorf("the word is cut at size %g although smaller letters are allowed", fit.Size)
	}
}

func TestThaiBreaksBetweenSyllables(t *testing.T) {
	f := newTestFonts(t)
	p := settled(t, f, pages["thai"], Spacing{})
	l := p.Lay(250, 24, LineHeight)
	if len(l.Lines) < 3 {
		t.Fatalf("%d lines", len(l.Lines))
	}
	for _, line := range l.Lines[:len(l.Lines)-1] {
		if kind := p.breaks[line.runes.to]; kind < syllableOK {
			t.Errorf("a line ends before %q", string(p.src.runes[line.runes.to:]))
		}
	}
}

func TestThaiSyllables(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ภูเขาไฟ", "ภู|เขา|ไฟ"},
		{"เมื่อหินหนืดร้อนดันขึ้นมาจาก", "เมื่อ|หิน|หนืด|ร้อน|ดัน|ขึ้น|มา|จาก"},
		{"เถ้าถ่านลอยสูงขึ้น", "เถ้า|ถ่านลอย|สูง|ขึ้น"},
		{"ໂຮງຮຽນ", "ໂຮງ|ຮຽນ"},
		{"မြန်မာ", "မြန်|မာ"},
	} {
		text := []rune(c.text)
		var got strings.Builder
		for i, kind := range findBreaks(text)[:len(text)] {
			if kind == syllableOK {
				got.WriteByte('|')
			}
			got.WriteRune(text[i])
		}
		if got.String() != c.want {
			t.Errorf("%s, want %s", got.String(), c.want)
		}
	}
}

func TestRangesFromOutsideAreHarmless(t *testing.T) {
	f := newTestFonts(t)
	l := f.Paragraph(Text{Sentences: []string{"a b", ""}, Words: []Range{{-1, 0, 1}, {0, 2, 900}, {0, 3, 1}, {5, 0, 1}, {1, 0, 0}}}, Spacing{}).Lay(100, 20, LineHeight)
	for i, want := range []int{0, 1, 0, 0, 0} {
		if got := l.WordRects(i); len(got) != want {
			t.Errorf("word %d: %v", i, got)
		}
	}
	if l.WordRects(99) != nil || l.WordRects(-1) != nil || l.SentenceRects(7) != nil {
		t.Error("rectangles of nothing")
	}
}

func TestNoTextIsNoLines(t *testing.T) {
	f := newTestFonts(t)
	l, overflow := f.Paragraph(Text{}, Spacing{}).Fit(100, 100, 20, 30, LineHeight)
	if len(l.Lines) != 0 || l.Height != 0 || overflow {
		t.Errorf("%d lines, %g high", len(l.Lines), l.Height)
	}
	if _, ok := l.Hit(1, 1); ok {
		t.Error("nothing was hit")
	}
}

func FuzzLay(f *testing.F) {
	fonts := newTestFonts(f)
	for _, text := range pages {
		f.Add(strings.Join(text.Sentences, " "), text.Language, uint16(300))
	}
	f.Add("\u202E\u2067((\u0301\u00AD\x00\xff\u2028\u200B", "ar", uint16(1))
	f.Fuzz(func(t *testing.T, s, lang string, width uint16) {
		if len(s) > 2000 {
			s = s[:2000]
		}
		p := fonts.Paragraph(Text{Sentences: []string{s, s}, Language: lang}, EasyReading())
		l := p.Lay(float32(width), 20, LineHeight)
		at := 0
		for _, line := range l.Lines {
			if line.runes.from != at || line.runes.to <= at {
				t.Fatalf("line %v after %d", line.runes, at)
			}
			at = line.runes.to
		}
		if at != len(p.src.runes) {
			t.Fatalf("%d of %d letters", at, len(p.src.runes))
		}
		for i := range l.Words() {
			for _, r := range l.WordRects(i) {
				if r.Right < r.Left-0.01 || r.Top > r.Bottom {
					t.Fatalf("rectangle %+v", r)
				}
			}
		}
	})
}

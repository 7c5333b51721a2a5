package document

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"unicode"
)

// printed sets s in order from left to right, at x, marks on the letter after
// them.
func printed(s string, x float64) []glyph {
	const size, width = 10.0, 5.0
	var all []glyph
	for _, r := range s {
		g := glyph{box: box{x, 100 - 8, x + width, 100 + 2}, base: 100, size: size, r: r}
		if unicode.Is(unicode.Mn, r) {
			g.still, g.base = true, 98
		} else {
			x += width
		}
		all = append(all, g)
	}
	return all
}

// backwards turns s around, character by character.
func backwards(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func TestRightToLeftLinesAreReadAsTheyWereWritten(t *testing.T) {
	for _, c := range []struct{ name, visual, want string }{
		{"words", backwards("القلب عضلة."), "القلب عضلة."},
		{"digits in text", "ةقيقد 120 وحن", "نحو 120 دقيقة"},
		{"sign of an Arabic number stands left", "طقف %35 وحن", "نحو 35% فقط"},
		{"sign of a Hebrew number stands right", "דבלב 35% כ", "כ 35% בלבד"},
		{"date", "موي 14/03/2019 ىلإ", "إلى 14/03/2019 يوم"},
		{"thousands", "رتل 1,250 وحن", "نحو 1,250 لتر"},
		{"years from right to left", "2021-2020 ماع", "عام 2020-2021"},
		{"Hebrew years from left to right", "2020-2021 תנש", "שנת 2020-2021"},
		{"Latin words", "ةكبش smart meters يه", "هي smart meters شبكة"},
		{"Latin word and number", "ماظن Windows 10 وه", "هو Windows 10 نظام"},
		{"bracket closed within Latin", "صن HTML (Web) يف", "في HTML (Web) نص"},
		{"brackets by character", ".)رهشلا يف يأ( رتل", "لتر (أي في الشهر)."},
		{"brackets by shape", ".(رهشلا يف يأ) رتل", "لتر (أي في الشهر)."},
		{"marker of a list by shape", "ناتنثا (أ", "أ) اثنتان"},
		{"marker of a list by character", "ناتنثا )أ", "أ) اثنتان"},
		{"mark before its letter", "ةقيق\u064bد", "د\u064bقيقة"},
		{"presentation forms", "\ufefb\ufee3", "م\u0644\u0627"},
		{"stretched", "بــلق", "قلب"},
		{"Arabic-Indic digits", "ةرم ١٢٣ يف", "في ١٢٣ مرة"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := printed(c.visual, 50)
			for _, g := range printed(strings.Repeat("\u05d0\u0627", 40), 50) { // most of the page
				g.base += 20
				page = append(page, g)
			}
			var text strings.Builder
			for _, f := range assembleRTL(page) {
				if f.base < 110 {
					text.WriteString(f.text)
				}
			}
			if text.String() != c.want {
				t.Errorf("%q, not %q", text.String(), c.want)
			}
		})
	}
}

func TestColumnsOfOneBaselineStayApart(t *testing.T) {
	right := printed(backwards("العمود الأول هنا"), 200)
	other := printed(backwards("سطر آخر من العمود"), 200)
	for i := range other {
		other[i].base += 20
	}
	left := printed(backwards("العمود الثاني"), 127) // ends 8 points before the first
	frags := assembleRTL(append(append(right, other...), left...))
	var texts []string
	for _, f := range frags {
		texts = append(texts, f.text)
	}
	if want := "العمود الثاني|العمود الأول هنا|سطر آخر من العمود"; strings.Join(texts, "|") != want {
		t.Errorf("%q", texts)
	}
}

func TestActualTextIsWhatItsGlyphsStandFor(t *testing.T) {
	print := func(r rune, x0, x1, base float32, flags int32) rawGlyph {
		return rawGlyph{kind: rawPrint, r: r, x0: x0, x1: x1, y0: 90, y1: 102, base: base, size: 10, flags: flags}
	}
	actual := func(s string) []rawGlyph {
		all := []rawGlyph{{kind: rawBegin}}
		for _, r := range s {
			all = append(all, rawGlyph{kind: rawActual, r: r})
		}
		return all
	}
	raw := []rawGlyph{print('ي', 60, 65, 100, 0)}
	raw = append(raw, actual("ل\u064bا")...)
	raw = append(raw, print('+', 52, 52, 98, rawStill), print(0xfffd, 50, 60, 100, 0), rawGlyph{kind: rawEnd})
	raw = append(raw, print('ق', 65, 71, 100, 0))
	frags := assembleRTL(glyphsOf(raw))
	if len(frags) != 1 || frags[0].text != "قيل\u064bا" {
		t.Errorf("%+v", frags)
	}
}

// Nothing that a page brings ends the child.
func FuzzGlyphs(f *testing.F) {
	add := func(glyphs []glyph) {
		var b []byte
		for _, g := range glyphs {
			b = append(b, rawPrint, 0)
			b = binary.LittleEndian.AppendUint32(b, uint32(g.r))
			b = binary.LittleEndian.AppendUint16(b, uint16(g.x0))
		}
		f.Add(b)
	}
	add(printed(backwards("القلب (heart) 35%"), 50))
	add(printed("पत्ती में", 50))
	f.Fuzz(func(t *testing.T, b []byte) {
		var raw []rawGlyph
		for len(b) >= 8 && len(raw) < 500 {
			x := float32(binary.LittleEndian.Uint16(b[6:]))
			if x == math.MaxUint16 {
				x = float32(math.NaN())
			}
			raw = append(raw, rawGlyph{
				kind: int32(b[0] % 7), r: int32(binary.LittleEndian.Uint32(b[2:])),
				x0: x, x1: x + float32(b[1]&15), y1: 12, base: 10 + float32(b[1]>>6), size: 10, flags: int32(b[1] >> 4 & 7),
			})
			b = b[8:]
		}
		most := 64 * (len(raw) + 1)
		for _, frags := range [][]frag{assembleRTL(glyphsOf(raw)), assembleLTR(glyphsOf(raw))} {
			sum := 0
			for _, f := range frags {
				sum += len(f.text)
			}
			if sum > most {
				t.Errorf("%d bytes from %d glyphs", sum, len(raw))
			}
		}
	})
}

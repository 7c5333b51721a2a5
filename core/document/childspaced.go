package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordGap is the least gap between two characters that parts words, in sizes
// of the type: a space is a quarter to a third wide, kerning a tenth at most.
const wordGap = 0.18

// hasIndic reports whether raw holds a letter of a script of South Asia, from
// Devanagari to Sinhala (U+0900 to U+0DFF). Word processors often set the
// spaces of such a text in another font, as a run of their own before the
// line, and MuPDF's spans lose them: the places of the characters do not.
func hasIndic(raw []byte) bool {
	for i := 0; i+2 < len(raw); i++ {
		if raw[i] != 0xe0 {
			continue
		}
		if r, _ := utf8.DecodeRune(raw[i:]); r >= 0x0900 && r <= 0x0dff {
			return true
		}
	}
	return false
}

// assembleSpaced makes pieces of a page's characters in the order of the file,
// with a space wherever one is printed on the line, or, on lines without any,
// wherever a gap shows one.
func assembleSpaced(glyphs []glyph) []frag {
	var (
		all  []frag
		text strings.Builder
		cur  frag
		last glyph
	)
	glyphs = joinMarks(glyphs, false)
	space := spacesOf(glyphs)
	flush := func() {
		if cur.text = text.String(); strings.TrimSpace(cur.text) != "" {
			all = append(all, cur)
		}
		text.Reset()
	}
	for i, g := range glyphs {
		if i > 0 && !follows(last, g) {
			if abs(last.base-g.base) < 0.05*g.size && space.between(last, g) {
				text.WriteByte(' ') // the line goes on in another font
			}
			flush()
		}
		if text.Len() == 0 {
			cur = frag{box: g.box, base: g.base, size: g.size, bold: g.bold, italic: g.italic}
			last = g
		} else if !unicode.IsSpace(g.r) && !strings.HasSuffix(text.String(), " ") && space.between(last, g) {
			text.WriteByte(' ')
		}
		text.WriteString(string(appendGlyph(nil, &g)))
		cur.box = cur.union(g.box)
		// A vowel sign may be printed before its letter and come after it in
		// the file: what counts is how far the print has come.
		right := last.x1
		last = g
		last.x1 = max(g.x1, right)
	}
	flush()
	return all
}

// follows reports whether b stands after a in one piece: on its baseline, in
// its type, not far off.
func follows(a, b glyph) bool {
	near := b.x0 > a.x1-1.2*a.size && b.x0 < a.x1+1.8*a.size
	return near && abs(a.base-b.base) < 0.05*a.size && a.size == b.size && a.bold == b.bold
}

// printedSpaces are the places of a page's spaces, by their baselines in
// tenths of a point, from left to right.
type printedSpaces map[int][]float64

func spacesOf(glyphs []glyph) printedSpaces {
	p := printedSpaces{}
	for _, g := range glyphs {
		if unicode.IsSpace(g.r) {
			p[int(g.base*10)] = append(p[int(g.base*10)], g.x0)
		}
	}
	for _, xs := range p {
		slices.Sort(xs)
	}
	return p
}

// between reports whether a space parts the neighbours a and b. Where a letter
// stands for a whole syllable, what is missing of its print is no gap.
func (p printedSpaces) between(a, b glyph) bool {
	if b.x0-a.x1 < wordGap*b.size || unicode.IsMark(b.r) {
		return false
	}
	var xs []float64
	for _, base := range []int{-1, 0, 1} {
		xs = append(xs, p[int(b.base*10)+base]...)
	}
	if len(xs) == 0 {
		return true
	}
	return slices.ContainsFunc(xs, func(x float64) bool { return x > a.x1-0.2*b.size && x < b.x0+0.05*b.size })
}

package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordGap is the least gap between two characters that parts words, in sizes
// of the type: a space is a quarter to a third wide, kerning a tenth at most.
const wordGap = 0.18

// hasComplex reports whether text holds a letter of a script whose letters are
// set around one another: those of South and South-East Asia (U+0900 to
// U+109F, U+1780 to U+17FF). Word processors often set the spaces and the
// marks of such a text in another font or on another line, as runs of their
// own, and MuPDF's spans lose them: the places of the glyphs do not.
func hasComplex(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		if text[i] != 0xe0 && text[i] != 0xe1 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); r >= 0x0900 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff {
			return true
		}
	}
	return false
}

// assembleLTR makes pieces of a page's glyphs, line by line from left to
// right.
func assembleLTR(glyphs []glyph) []frag {
	var all []frag
	for _, row := range rows(joinMarks(glyphs, false)) {
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.x0, b.x0) })
		for _, piece := range pieces(row) {
			all = appendPiece(all, piece)
		}
	}
	return all
}

// appendPiece adds a piece of a line as one frag for each of its fonts.
func appendPiece(all []frag, piece []glyph) []frag {
	var line []glyph
	spaced := printsSpaces(piece)
	for _, g := range piece {
		line = appendSpaced(line, g, spaced)
	}
	for start := 0; start < len(line); {
		end := start + 1
		for end < len(line) && (line[end].r == ' ' || sameType(&line[start], &line[end])) {
			end++
		}
		if f := fragOf(line[start:end]); strings.TrimSpace(f.text) != "" {
			all = append(all, f)
		}
		start = end
	}
	return all
}

// sameType reports whether two glyphs look alike in size and weight.
func sameType(a, b *glyph) bool {
	return a.bold == b.bold && abs(a.size-b.size) < 0.05*b.size && abs(a.base-b.base) < 0.05*b.size
}

// fragOf makes a frag of glyphs in reading order.
func fragOf(glyphs []glyph) frag {
	g := &glyphs[0]
	f := frag{box: g.box, base: g.base, size: g.size, bold: g.bold, italic: g.italic}
	var text []rune
	for i := range glyphs {
		text = appendGlyph(text, &glyphs[i])
		if !unicode.IsSpace(glyphs[i].r) || i+1 < len(glyphs) {
			f.box = f.union(glyphs[i].box)
		}
	}
	f.text = string(text)
	return f
}

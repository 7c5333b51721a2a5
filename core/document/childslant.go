package document

import "slices"

// In Nastaliq, the hand in which Urdu is printed, the letters of a word come
// down to the line from the right, and the last may sweep back under the
// others: neither their baselines nor their places tell their order, but they
// follow one another in the file.

// joinSlanted joins the letters of each slanted word to one glyph on the line.
func joinSlanted(glyphs []glyph) []glyph {
	out := make([]glyph, 0, len(glyphs))
	for i := 0; i < len(glyphs); {
		end, slanted := i+1, false
		for end < len(glyphs) && joins(&glyphs[end-1], &glyphs[end]) {
			slanted = slanted || abs(glyphs[end].base-glyphs[end-1].base) > 0.04*glyphs[end].size
			end++
		}
		if slanted {
			out = append(out, wordOf(glyphs[i:end]))
		} else {
			out = append(out, glyphs[i:end]...)
		}
		i = end
	}
	return out
}

// withoutDots leaves out the dots that a font sets on its letters, and what it
// sets between them, as glyphs of their own. They stand for nothing, but where
// the file does not say so, their numbers in the font are taken for digits or
// Latin letters.
func withoutDots(glyphs []glyph) []glyph {
	return slices.DeleteFunc(glyphs, func(g glyph) bool {
		return g.still && !isRTL(g.r) && !g.isMark() && g.r != ' ' || g.r == 0 && g.w() < 0.3*g.size
	})
}

// joins reports whether two neighbours in the file are letters of one word.
func joins(a, b *glyph) bool {
	if !isRTL(a.r) || !isRTL(b.r) || a.size != b.size || abs(a.base-b.base) > 0.9*a.size {
		return false
	}
	return max(b.x0-a.x1, a.x0-b.x1) < 0.5*a.size
}

// wordOf makes one glyph of the letters of a word, which are in the order of
// the language or in that of the page.
func wordOf(letters []glyph) glyph {
	letters = slices.Clone(letters)
	first, last := &letters[0], &letters[len(letters)-1]
	if first.x0+first.x1 < last.x0+last.x1 {
		slices.Reverse(letters)
	}
	word := letters[0]
	word.more = slices.Clone(word.more)
	for _, g := range letters[1:] {
		word.box = word.union(g.box)
		word.base = max(word.base, g.base)
		word.more = append(append(word.more, g.r), g.more...)
	}
	// The highest letter would make the line higher than the next allows.
	word.y0, word.y1 = word.base-word.size, word.base+0.4*word.size
	return word
}

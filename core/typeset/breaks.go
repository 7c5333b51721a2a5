package typeset

import "github.com/go-text/typesetting/segmenter"

// breakKind says how good it is to end a line before a rune.
type breakKind uint8

const (
	noBreak    breakKind = iota
	graphemeOK           // only when a word is wider than the line
	syllableOK           // between syllables of a script without spaces
	lineOK               // UAX 14
	lineMust
)

// findBreaks gives for each place between runes, 0 to len(text), how good a
// line break is there.
func findBreaks(text []rune) []breakKind {
	breaks := make([]breakKind, len(text)+1)
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.GraphemeIterator(); it.Next(); {
		breaks[it.Grapheme().Offset] = graphemeOK
	}
	for i := 1; i < len(text); i++ {
		if breaks[i] == graphemeOK && syllableStarts(text, i) {
			breaks[i] = syllableOK
		}
	}
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		at := line.Offset + len(line.Text)
		// A soft hyphen would have to be drawn at the break: it is not used.
		if text[at-1] != 0x00AD {
			breaks[at] = lineOK
		}
	}
	breaks[0] = noBreak
	breaks[len(text)] = lineMust
	return breaks
}

// LineBreaks gives the bytes of a text before which a line may end: where
// UAX 14 allows it, and between syllables of scripts that put no spaces. The
// end of the text is the last of them; an empty text has none.
func LineBreaks(text string) []int {
	var starts []int // bytes, of each rune
	for at := range text {
		starts = append(starts, at)
	}
	if len(starts) == 0 {
		return nil
	}
	var all []int
	for i, kind := range findBreaks([]rune(text)) {
		switch {
		case kind < syllableOK:
		case i < len(starts):
			all = append(all, starts[i])
		default:
			all = append(all, len(text))
		}
	}
	return all
}

// breakLines cuts the paragraph into lines no wider than width, in ems.
// forced is true when a word had to be cut.
func (p *Paragraph) breakLines(width float32) (lines []span, forced bool) {
	// A hair more than the width, so that a text fits the width that it was
	// measured to need.
	width += 1e-3
	n := len(p.src.runes)
	for from := 0; from < n; {
		to, cut := p.lineEnd(from, width)
		lines = append(lines, span{from, to})
		forced = forced || cut
		from = to
	}
	return lines, forced
}

// looseShare is the share of the width under which a line of a script without
// spaces is filled up with syllables rather than left short.
const looseShare = 0.6

// lineEnd gives the end of the line that begins at from.
func (p *Paragraph) lineEnd(from int, width float32) (to int, forced bool) {
	var good, syllable, grapheme int
	for i := from + 1; i < len(p.breaks); i++ {
		kind := p.breaks[i]
		if kind == noBreak {
			continue
		}
		if p.extent(from, i) > width {
			break
		}
		switch kind {
		case lineMust:
			return i, false
		case lineOK:
			good = i
		case syllableOK:
			syllable = i
		case graphemeOK:
			if !glued(p.src.runes, i) {
				grapheme = i
			}
		}
	}
	switch {
	case good > 0 && (syllable < good || p.extent(from, good) >= looseShare*width):
		return good, false
	case syllable > 0:
		return syllable, false
	case good > 0:
		return good, false
	case grapheme > 0:
		return grapheme, true
	}
	// Not even one letter fits: it is set all the same.
	for i := from + 1; i < len(p.breaks); i++ {
		if p.breaks[i] != noBreak {
			return i, true
		}
	}
	return len(p.src.runes), true
}

// extent is the width of a line without the spaces at its end, in ems.
func (p *Paragraph) extent(from, to int) float32 {
	return p.along[p.trim(from, to)] - p.along[from]
}

// trim gives the end of a line without its trailing spaces.
func (p *Paragraph) trim(from, to int) int {
	for to > from && isSpace(p.src.runes[to-1]) {
		to--
	}
	return to
}

// isSpace reports whether r vanishes at the end of a line.
func isSpace(r rune) bool {
	return r == ' ' || r == 0x1680 || r >= 0x2000 && r <= 0x200B && r != 0x2007 || r == 0x205F || r == 0x3000
}

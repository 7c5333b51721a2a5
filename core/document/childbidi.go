package document

import (
	"strings"
	"unicode"
)

// From the order of the page to that of the language: the rules of the
// Unicode bidirectional algorithm (UAX #9) read backwards. They are named
// where they are used.

type direction int

const (
	dirN  direction = iota // neutral
	dirL                   // a letter written from left to right
	dirR                   // a letter written from right to left
	dirEN                  // a digit
	dirAN                  // a digit of the Arabic script
	dirET                  // what belongs to a number beside it
	dirES                  // plus and minus
	dirCS                  // what may stand between two digits
)

// directionOf gives the direction of a glyph, which is that of its first
// character with one.
func directionOf(g *glyph) direction {
	d := directionOfRune(g.r)
	for _, r := range g.more {
		if d != dirN {
			break
		}
		d = directionOfRune(r)
	}
	return d
}

func directionOfRune(r rune) direction {
	switch {
	case r >= '\u0660' && r <= '\u0669', r == '\u066b', r == '\u066c':
		return dirAN
	case isRTL(r) && unicode.IsLetter(r):
		return dirR
	case unicode.IsDigit(r):
		return dirEN
	case unicode.IsLetter(r):
		return dirL
	case strings.ContainsRune("%٪‰°$€£¥#", r):
		return dirET
	case strings.ContainsRune("+-\u2212", r):
		return dirES
	case strings.ContainsRune(".,:/\u060c\u00a0", r):
		return dirCS
	}
	return dirN
}

// leftRuns marks the glyphs of a right-to-left line, given from left to right,
// that are read from left to right: words, what lies between two of them, and
// numbers.
func leftRuns(visual []glyph) []bool {
	left := make([]bool, len(visual))
	dirs := make([]direction, len(visual))
	for i := range visual {
		dirs[i] = directionOf(&visual[i])
	}
	arabicNumbers(visual, dirs)
	for i, d := range dirs {
		left[i] = d == dirL || d == dirEN || d == dirAN
	}
	for i := range dirs {
		markNumber(dirs, left, i)
	}
	joinLeft(dirs, left)
	closeBrackets(visual, left)
	return left
}

// arabicNumbers turns the digits that follow an Arabic letter into those of
// the Arabic script, which take no sign with them (W2). What comes before in
// a right-to-left line stands to the right.
func arabicNumbers(visual []glyph, dirs []direction) {
	arabic := false
	for i := len(dirs) - 1; i >= 0; i-- {
		switch dirs[i] {
		case dirR:
			arabic = isArabic(&visual[i])
		case dirL:
			arabic = false
		case dirEN:
			if arabic {
				dirs[i] = dirAN
			}
		}
	}
}

// isArabic reports whether g is of the Arabic script or one of its kin.
func isArabic(g *glyph) bool {
	r := g.r
	return !(r >= 0x0590 && r <= 0x05ff || r >= 0xfb1d && r <= 0xfb4f)
}

// markNumber marks what stands at i where it belongs to a number (W4, W5).
func markNumber(dirs []direction, left []bool, i int) {
	before, after := dirN, dirN
	if i > 0 {
		before = dirs[i-1]
	}
	if i+1 < len(dirs) {
		after = dirs[i+1]
	}
	switch dirs[i] {
	case dirCS:
		left[i] = before == after && (after == dirEN || after == dirAN)
	case dirES:
		left[i] = before == dirEN && after == dirEN
	case dirET:
		left[i] = before == dirEN || after == dirEN
		// At the beginning of a line the sign tells: it stands to the left of
		// a number in Arabic.
		if last := i + 2; before != dirEN && after == dirEN {
			for last < len(dirs) && dirs[last] != dirL && dirs[last] != dirR {
				last++
			}
			left[i] = last < len(dirs)
		}
	}
}

// joinLeft marks what lies between left-to-right words, and between such a
// word and a number (N1, W7).
func joinLeft(dirs []direction, left []bool) {
	last := -1 // the last word or number with nothing of the other kind since
	for i, d := range dirs {
		switch d {
		case dirL, dirEN, dirAN:
			// Two numbers alone are read from the right.
			if last >= 0 && (dirs[last] == dirL || d == dirL && dirs[last] == dirEN) {
				for k := last; k < i; k++ {
					left[k] = true
				}
				dirs[i] = dirL
			}
			last = i
		case dirR:
			last = -1
		}
	}
}

// closeBrackets takes the closing bracket at the end of a left-to-right run
// to the opening one within it (N0).
func closeBrackets(visual []glyph, left []bool) {
	depth := 0
	for i := range visual {
		r := visual[i].r
		switch {
		case left[i] && strings.ContainsRune(opening, r):
			depth++
		case depth > 0 && strings.ContainsRune(closing, r):
			depth--
			left[i] = true
		case !left[i]:
			depth = 0
		}
	}
}

// leftOfLTR marks the glyphs of a left-to-right line that are read from left
// to right: all but right-to-left words and what lies between two of them.
func leftOfLTR(visual []glyph) []bool {
	left := make([]bool, len(visual))
	last := -1 // the last right-to-left letter with nothing of the other kind since
	for i := range visual {
		left[i] = true
		switch directionOf(&visual[i]) {
		case dirR:
			for k := i; k > last && last >= 0; k-- {
				left[k] = false
			}
			left[i], last = false, i
		case dirL, dirEN, dirAN:
			last = -1
		}
	}
	return left
}

const (
	opening = "([{«‹"
	closing = ")]}»›"
)

// mirrored gives the bracket that looks the other way; other characters as
// they are.
func mirrored(r rune) rune {
	if i := strings.IndexRune(opening, r); i >= 0 {
		return []rune(closing)[len([]rune(opening[:i]))]
	}
	if i := strings.IndexRune(closing, r); i >= 0 {
		return []rune(opening)[len([]rune(closing[:i]))]
	}
	return r
}

// A bracketVote tells how a page names the brackets in right-to-left text: by
// the character, or by its shape, which looks the other way there.
type bracketVote struct{ characters, shape int }

func (v *bracketVote) shapes() bool { return v.shape > v.characters }

// count looks at the brackets of p in reading order: pairs, and the bracket
// after the number or letter of a list.
func (v *bracketVote) count(p *rtlPiece) {
	var open, closed, read int
	p.read(func(i int) {
		r := p.visual[i].r
		if r != ' ' {
			read++
		}
		if p.left[i] {
			return
		}
		isOpening, isClosing := strings.ContainsRune(opening, r), strings.ContainsRune(closing, r)
		switch {
		case isClosing && open > 0:
			open--
			v.characters++
		case isOpening && closed > 0:
			closed--
			v.shape++
		case isClosing && read == 2:
			v.characters++
		case isOpening && read == 2:
			v.shape++
		case isClosing:
			closed++
		case isOpening:
			open++
		}
	})
}

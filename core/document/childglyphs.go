package document

import (
	"math"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A rawGlyph is an edu_glyph of mupdf.h.
type rawGlyph struct {
	kind, r        int32
	x0, y0, x1, y1 float32
	base, size     float32
	flags          int32
}

// Kinds and flags of a rawGlyph, as in mupdf.h.
const (
	rawPrint  = 0
	rawMore   = 1
	rawBegin  = 2
	rawActual = 3
	rawEnd    = 4
	rawFont   = 5

	rawBold   = 1
	rawItalic = 2
	rawStill  = 4
)

// A glyph is a piece of print with its place and the characters for which it
// stands: one, those of a ligature, or those that the file gives for a group
// of shapes (ActualText).
type glyph struct {
	box
	base   float64
	size   float64
	bold   bool
	italic bool
	still  bool // it does not move the pen: a mark on a letter
	r      rune // 0 where the file does not say
	more   []rune
	run    int // of the row, see rows
	at     int // of the page, see markedPieces
}

// A glyphReader makes glyphs of what the child gets from MuPDF.
type glyphReader struct {
	all     []glyph
	name    []byte // of the font
	named   bool   // bold by its name
	actual  []rune
	start   int // of the group that actual stands for, in all
	grouped bool
}

// glyphsOf reads the glyphs of a page, in the order of the file.
func glyphsOf(raw []rawGlyph) []glyph {
	d := glyphReader{all: make([]glyph, 0, min(len(raw), maxGlyphs))}
	for i := range raw {
		if len(d.all) >= maxGlyphs {
			break
		}
		d.take(&raw[i])
	}
	if d.grouped {
		d.endGroup()
	}
	return withoutDoubles(d.all)
}

// maxGlyphs bounds the glyphs of a page.
const maxGlyphs = maxPageText / 4

func (d *glyphReader) take(g *rawGlyph) {
	switch g.kind {
	case rawFont:
		if g.r == 0 {
			d.name = d.name[:0]
			return
		}
		d.name = append(d.name, byte(g.r))
		d.named = boldName(string(d.name))
	case rawPrint:
		d.all = append(d.all, glyph{
			box:  box{placeOf(g.x0), placeOf(g.y0), placeOf(g.x1), placeOf(g.y1)}.upright(),
			base: placeOf(g.base), size: placeOf(g.size),
			bold: d.named || g.flags&rawBold != 0, italic: g.flags&rawItalic != 0, still: g.flags&rawStill != 0,
			r: known(g.r),
		})
	case rawMore:
		if n, r := len(d.all), known(g.r); n > 0 && r != 0 {
			d.all[n-1].append(r)
		}
	case rawBegin:
		d.actual, d.start, d.grouped = nil, len(d.all), true
	case rawActual:
		if r := known(g.r); r != 0 {
			d.actual = append(d.actual, r)
		}
	case rawEnd:
		d.endGroup()
	}
}

// append adds a character that g stands for.
func (g *glyph) append(r rune) {
	if g.r == 0 {
		g.r = r
		return
	}
	g.more = append(g.more, r)
}

// endGroup gives the glyphs since the beginning of an ActualText its
// characters: as one glyph, since they cannot be dealt out to the shapes.
func (d *glyphReader) endGroup() {
	d.grouped = false
	group := d.all[d.start:]
	if len(group) == 0 || !oneLine(group) || slices.Equal(charactersOf(group), d.actual) {
		return
	}
	whole := group[0]
	whole.r, whole.more = 0, nil
	widest := -1.0
	for _, g := range group {
		if g.still {
			continue
		}
		if widest < 0 {
			whole.box = g.box
		} else {
			whole.box = whole.union(g.box)
		}
		if g.w() > widest {
			widest, whole.base, whole.size = g.w(), g.base, g.size
		}
		whole.still = false
	}
	for _, r := range d.actual {
		whole.append(r)
	}
	d.all = append(d.all[:d.start], whole)
}

// oneLine reports whether all of group is printed on one line. What a file
// says of more cannot be put in place.
func oneLine(group []glyph) bool {
	top, bottom, size := math.Inf(1), math.Inf(-1), 0.0
	for _, g := range group {
		if !g.still {
			top, bottom, size = min(top, g.base), max(bottom, g.base), max(size, g.size)
		}
	}
	return bottom-top < size || size == 0
}

// charactersOf gives the characters of glyphs in the order of the file.
func charactersOf(glyphs []glyph) []rune {
	var all []rune
	for _, g := range glyphs {
		if g.r != 0 {
			all = append(append(all, g.r), g.more...)
		}
	}
	return all
}

// known gives r, or 0 where it is no character.
func known(r int32) rune {
	if r < ' ' || r > unicode.MaxRune || r == unicode.ReplacementChar || r == '\ufeff' {
		return 0
	}
	return r
}

// placeOf keeps a place within bounds; what is none is 0.
func placeOf(f float32) float64 {
	if v := float64(f); v > -maxPlace && v < maxPlace {
		return v
	}
	return 0
}

// upright gives b with its corners in order.
func (b box) upright() box {
	return box{min(b.x0, b.x1), min(b.y0, b.y1), max(b.x0, b.x1), max(b.y0, b.y1)}
}

// withoutDoubles leaves out what is printed twice on one place, as bold type
// is made by some programs.
func withoutDoubles(glyphs []glyph) []glyph {
	type place struct {
		r    rune
		x, y int
	}
	seen := make(map[place]bool, len(glyphs))
	return slices.DeleteFunc(glyphs, func(g glyph) bool {
		const grid = 1.5 // points
		p := place{g.r, int(math.Round(g.x0 / grid)), int(math.Round(g.base / grid))}
		double := seen[p] && g.r != ' ' && g.r != 0
		seen[p] = true
		return double || g.r == 0 && g.still
	})
}

// isMark reports whether g is a mark on a letter and nothing else.
func (g *glyph) isMark() bool {
	return unicode.Is(unicode.Mn, g.r) && !slices.ContainsFunc(g.more, func(r rune) bool { return !unicode.Is(unicode.Mn, r) })
}

// joinMarks joins marks to the letter on which they are printed, wherever it
// stands near by in the file: before them where the file is in the order of
// the language, after them where it is in that of the page.
func joinMarks(glyphs []glyph, after bool) []glyph {
	marks := false
	for i := range glyphs {
		if glyphs[i].still && glyphs[i].isMark() {
			marks = true
			if k := bearer(glyphs, i, after); k >= 0 {
				g := &glyphs[k]
				g.more = append(append(slices.Clip(g.more), glyphs[i].r), glyphs[i].more...)
				glyphs[i].r = 0
			}
		}
	}
	if !marks {
		return glyphs
	}
	return slices.DeleteFunc(glyphs, func(g glyph) bool { return g.r == 0 && g.still })
}

// bearer finds the letter under or over the mark at i; -1 where there is none.
func bearer(glyphs []glyph, i int, after bool) int {
	const reach = 5
	m := &glyphs[i]
	centre := (m.x0 + m.x1) / 2
	last := i - 1
	if after {
		last = min(len(glyphs)-1, i+reach)
	}
	best, distance, aside := -1, 0.35*m.size, 0.0
	for k := max(0, i-reach); k <= last; k++ {
		g := &glyphs[k]
		if g.r == 0 || g.isMark() || unicode.IsSpace(g.r) || abs(g.base-m.base) > m.size {
			continue
		}
		d, off := max(0, g.x0-centre, centre-g.x1), abs((g.x0+g.x1)/2-centre)
		if d < distance || d == distance && best >= 0 && off < aside {
			best, distance, aside = k, d, off
		}
	}
	return best
}

// appendGlyph adds the characters of g, presentation forms folded (NFKC).
func appendGlyph(out []rune, g *glyph) []rune {
	out = appendFolded(out, g.r)
	for _, r := range g.more {
		out = appendFolded(out, r)
	}
	return out
}

func appendFolded(out []rune, r rune) []rune {
	if r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe {
		for _, f := range norm.NFKC.String(string(r)) {
			if f != ' ' { // under the form of a mark alone
				out = append(out, f)
			}
		}
		return out
	}
	return append(out, r)
}

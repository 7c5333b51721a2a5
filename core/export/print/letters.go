package print

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"edusmart/core/export/print/pdf"
	"edusmart/core/typeset"
)

// alphabet turns the clusters of typeset into letters of the file's fonts.
type alphabet struct {
	file  *pdf.File
	fonts *typeset.Fonts
	faces map[*typeset.Face]*pdf.Font
}

// show shows a line of a layout whose left edge lies at x on a baseline.
func (a *alphabet) show(page *pdf.Page, l *typeset.Layout, line int, x, baseline float64, ink pdf.Ink) {
	clusters := withInvisible(l.Clusters(line))
	placed := make([]pdf.Placed, 0, len(clusters))
	for i := range clusters {
		c := &clusters[i]
		if c.Face == nil { // no font is looked for any more: there is none
			continue
		}
		for _, p := range partsOf(c) {
			placed = append(placed, pdf.Placed{Letter: a.letter(c, p, l.Size), X: x + float64(p.left)})
		}
	}
	page.Line(placed, baseline, float64(l.Size), ink)
	if marks := a.marks(clusters, x, float64(l.Size)); len(marks) > 0 {
		page.Hint(marks, baseline, float64(l.Size))
	}
}

// withInvisible gives what has no width to the letter before it, where lines run
// from right to left: readers that go by where letters stand could not tell
// which of the two comes first.
func withInvisible(clusters []typeset.Cluster) []typeset.Cluster {
	kept := clusters[:0]
	for _, c := range clusters {
		if n := len(kept); n > 0 && c.RightToLeft && c.Left == c.Right && kept[n-1].RightToLeft && strings.TrimSpace(c.Text) != "" {
			kept[n-1].Text += c.Text
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// The marks that say on which side of a change of direction a space or a full
// stop stands (UAX 9, section 2.6).
const (
	leftToRightMark = "\u200e"
	rightToLeftMark = "\u200f"
)

// markWidth is the width of a mark of direction, in ems.
const markWidth = 0.02

// marks gives marks of direction for readers that find the order of a line by
// where its letters stand: they cannot know to which side of a number or a
// foreign word a space or a bracket belongs. The marks are beside the text, not
// in it.
func (a *alphabet) marks(clusters []typeset.Cluster, x, size float64) []pdf.Placed {
	var marks []pdf.Placed
	put := func(mark string, face *typeset.Face, at float64) {
		letter := a.font(face).Letter(mark, func() pdf.Shape { return pdf.Shape{Text: mark, Width: markWidth} })
		marks = append(marks, pdf.Placed{Letter: letter, X: x + at})
	}
	for i := range clusters {
		c := &clusters[i]
		if c.Face == nil || c.Left == c.Right || !neutral(c) {
			continue
		}
		turned := i > 0 && clusters[i-1].RightToLeft != c.RightToLeft
		switch {
		case turned && c.RightToLeft:
			put(rightToLeftMark, c.Face, float64(c.Right)-markWidth*size)
		case turned:
			put(leftToRightMark, c.Face, float64(c.Left))
		}
		if c.RightToLeft && c.Text != " " {
			put(rightToLeftMark, c.Face, float64(c.Left)-markWidth*size)
		}
	}
	return marks
}

// neutral reports whether a cluster has no direction of its own.
func neutral(c *typeset.Cluster) bool {
	first, _ := utf8.DecodeRuneInString(c.Text)
	properties, _ := bidi.LookupRune(first)
	switch properties.Class() {
	case bidi.L, bidi.R, bidi.AL, bidi.EN, bidi.AN:
		return false
	}
	return true
}

// part is what one code of a font stands for: a cluster, or one of its
// characters. The first part draws all of it.
type part struct {
	text        string
	left, right float32
	draws       bool
}

// partsOf gives a cluster as one part, unless it is of several characters and
// runs from right to left. There are readers that take the characters of one
// code to stand from left to right, and turn them when they turn the line: so
// each has a code of its own, beside the one before.
func partsOf(c *typeset.Cluster) []part {
	runes := []rune(c.Text)
	if !c.RightToLeft || len(runes) == 1 {
		return []part{{c.Text, c.Left, c.Right, true}}
	}
	var sum float32
	for _, r := range runes {
		sum += share(r)
	}
	parts := make([]part, len(runes))
	right := c.Right
	for i, r := range runes {
		left := right - (c.Right-c.Left)*share(r)/sum
		parts[i] = part{string(r), left, right, i == 0}
		right = left
	}
	return parts
}

// share is how much of the width of its cluster a character has, against that
// of a letter.
func share(r rune) float32 {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0.1
	}
	return 1
}

// font gives the font of the file for a face.
func (a *alphabet) font(face *typeset.Face) *pdf.Font {
	font := a.faces[face]
	if font == nil {
		font = a.file.Font(face.Name(), float64(face.Ascent()), float64(face.Descent()))
		a.faces[face] = font
	}
	return font
}

// letter gives the letter of a part of a cluster.
func (a *alphabet) letter(c *typeset.Cluster, p part, size float32) pdf.Letter {
	glyphs := c.Glyphs
	if !p.draws {
		glyphs = nil
	}
	at := func(g typeset.Glyph) (x, y float32) { return (g.X - p.left) / size, (c.Baseline - g.Y) / size }
	width := (p.right - p.left) / size
	key := append([]byte(p.text), 0)
	key = binary.LittleEndian.AppendUint16(key, thousandths(width))
	for _, g := range glyphs {
		x, y := at(g)
		key = binary.LittleEndian.AppendUint32(key, g.ID)
		key = binary.LittleEndian.AppendUint16(key, thousandths(x))
		key = binary.LittleEndian.AppendUint16(key, thousandths(y))
	}
	return a.font(c.Face).Letter(string(key), func() pdf.Shape {
		shape := pdf.Shape{Text: p.text, Width: float64(width)}
		for _, g := range glyphs {
			x, y := at(g)
			for _, s := range a.fonts.Outline(c.Face, g.ID) {
				for _, point := range []*typeset.Point{&s.Out, &s.In, &s.To} {
					point.X += x
					point.Y += y
				}
				shape.Outline = append(shape.Outline, s)
			}
		}
		return shape
	})
}

// thousandths of an em tell letters apart that are drawn differently; a
// distance that differs by less is the error of adding up a line.
func thousandths(ems float32) uint16 { return uint16(int(ems*1000 + 0.5)) }

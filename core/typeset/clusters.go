package typeset

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Cluster is the smallest stretch of a text that has glyphs of its own: a
// letter with its marks, a ligature, a syllable of Devanagari. It is what a
// writer of pages stores as one thing to draw, to select and to search.
type Cluster struct {
	Text string
	// Face is nil for letters whose font is being looked for, and then there
	// are no glyphs.
	Face *Face
	// Left and Right bound it without added spacing; its glyphs stand from
	// Left on.
	Left, Right float32
	Baseline    float32
	Glyphs      []Glyph
	RightToLeft bool
}

// Clusters gives what stands on a line in the order in which it is read. Spaces
// that the line's end swallows are there too, as one cluster without width.
func (l *Layout) Clusters(line int) []Cluster {
	at := &l.Lines[line]
	clusters := make([]Cluster, len(at.cells), len(at.cells)+1)
	starts := make([]int, len(at.cells), len(at.cells)+1)
	byRune := make(map[int]*Cluster, len(at.cells))
	for i, c := range at.cells {
		starts[i] = c.from
		clusters[i] = Cluster{
			Text: string(l.p.src.runes[c.from:c.to]),
			Left: c.left, Right: c.right, Baseline: at.Baseline, RightToLeft: c.rtl,
		}
		if c.rtl {
			clusters[i].Left += c.extra
		} else {
			clusters[i].Right -= c.extra
		}
		byRune[c.from] = &clusters[i]
	}
	for _, run := range at.Runs {
		for _, g := range run.Glyphs {
			c := byRune[g.rune]
			c.Face = run.Face
			c.Glyphs = append(c.Glyphs, g)
		}
	}
	order := make([]int, len(clusters))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return starts[a] - starts[b] })
	read := make([]Cluster, len(order), len(order)+1)
	for i, from := range order {
		read[i] = clusters[from]
	}
	return l.swallowed(at, read)
}

// swallowed adds the spaces at the end of a line to its clusters.
func (l *Layout) swallowed(line *Line, read []Cluster) []Cluster {
	end := l.p.trim(line.runes.from, line.runes.to)
	if end == line.runes.to || len(read) == 0 {
		return read
	}
	last := read[len(read)-1]
	x := line.Right
	if last.RightToLeft {
		x = last.Left
	}
	return append(read, Cluster{
		Text: string(l.p.src.runes[end:line.runes.to]), Face: last.Face,
		Left: x, Right: x, Baseline: last.Baseline, RightToLeft: last.RightToLeft,
	})
}

// Name is the family of the face, such as "Noto Sans".
func (f *Face) Name() string { return f.face.Describe().Family }

// Ascent and Descent are how far the letters of the face reach above and below
// the baseline, in ems, both positive.
func (f *Face) Ascent() float32 { return f.ascent }

// Descent is described with Ascent.
func (f *Face) Descent() float32 { return f.descent }

// Point is a place in an outline, in ems from the origin of its glyph, y up.
type Point struct{ X, Y float32 }

// Segment is a piece of an outline: a move or a line to To, or a cubic curve.
type Segment struct {
	Kind SegmentKind
	// Out and In are the control points of a curve: that after the point
	// where the pen stands, and that before To.
	Out, In, To Point
}

// SegmentKind tells what a segment is.
type SegmentKind uint8

// The kinds of segments.
const (
	MoveTo SegmentKind = iota
	LineTo
	CurveTo
)

// Outline gives the outline of a glyph; it has none when nothing is to be
// filled. The curves of TrueType, which are quadratic, are given as the cubic
// ones that are equal to them.
func (f *Fonts) Outline(face *Face, glyph uint32) []Segment {
	raw := f.outline(face, glyph)
	scale := 1 / float32(face.face.Upem())
	at := func(p opentype.SegmentPoint) Point { return Point{p.X * scale, p.Y * scale} }
	outline := make([]Segment, 0, len(raw))
	var pen Point
	for _, s := range raw {
		made := cubic(s, pen, at)
		pen = made.To
		outline = append(outline, made)
	}
	return outline
}

func cubic(s font.Segment, pen Point, at func(opentype.SegmentPoint) Point) Segment {
	switch s.Op {
	case opentype.SegmentOpLineTo:
		return Segment{Kind: LineTo, To: at(s.Args[0])}
	case opentype.SegmentOpQuadTo:
		c, to := at(s.Args[0]), at(s.Args[1])
		return Segment{Kind: CurveTo, Out: thirds(pen, c), In: thirds(to, c), To: to}
	case opentype.SegmentOpCubeTo:
		return Segment{Kind: CurveTo, Out: at(s.Args[0]), In: at(s.Args[1]), To: at(s.Args[2])}
	}
	return Segment{Kind: MoveTo, To: at(s.Args[0])}
}

// thirds gives the point two thirds of the way from the end of a quadratic
// curve to its control point.
func thirds(end, control Point) Point {
	return Point{end.X + (control.X-end.X)*2/3, end.Y + (control.Y-end.Y)*2/3}
}

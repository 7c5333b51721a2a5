package typeset

// LineHeight is the distance between lines, in ems (WCAG 2.2, 1.4.12).
const (
	LineHeight     = 1.5
	EasyLineHeight = 1.62
)

// Layout is a paragraph at a width and a size. It does not change.
type Layout struct {
	Lines []Line
	// Width is the width it was laid for. A right-to-left text ends at it.
	Width float32
	// Height is that of all lines.
	Height float32
	// Size is the size of the letters, Pitch the distance between lines.
	Size, Pitch float32
	// RightToLeft says on which side the lines begin.
	RightToLeft bool
	// Pending is true while fonts are being looked for: some letters are
	// blank.
	Pending bool

	p               *Paragraph
	ascent, descent float32
}

// Line is one line of a layout.
type Line struct {
	Top, Baseline float32
	Left, Right   float32 // of what is written on it
	Runs          []Run   // from left to right
	runes         span
	cells         []cell // from left to right
}

// Run is a row of glyphs of one face.
type Run struct {
	Face   *Face
	Glyphs []Glyph
}

// Glyph is one glyph in its place.
type Glyph struct {
	ID   uint32
	X, Y float32 // of its origin, which lies on the baseline
	rune int     // the first that it draws
}

// cell is the place of one cluster on its line.
type cell struct {
	span
	left, right float32
	extra       float32 // letter or word spacing at its end, within left and right
	rtl         bool
}

// Lay sets the paragraph in lines of the given width, with letters of the
// given size and lines at the given distance in ems. Where marks reach
// further than that, the lines stand wider.
func (p *Paragraph) Lay(width, size, lineHeight float32) *Layout {
	lines, _ := p.breakLines(width / size)
	return p.lay(lines, width, size, lineHeight)
}

func (p *Paragraph) lay(lines []span, width, size, lineHeight float32) *Layout {
	l := &Layout{
		Width: width, Size: size, RightToLeft: p.base == 1, Pending: p.pending, p: p,
		ascent: p.ascent * size, descent: p.descent * size,
	}
	l.Pitch = p.pitch(lineHeight) * size
	l.Height = l.Pitch * float32(len(lines))
	above := (l.Pitch - l.ascent - l.descent) / 2
	p.fonts.mu.Lock()
	defer p.fonts.mu.Unlock()
	for i, runes := range lines {
		line := Line{Top: float32(i) * l.Pitch, runes: runes}
		line.Baseline = line.Top + above + l.ascent
		p.place(&line, size, width)
		l.Lines = append(l.Lines, line)
	}
	return l
}

// pitch is the distance between lines, in ems.
func (p *Paragraph) pitch(lineHeight float32) float32 {
	return max(lineHeight, p.ascent+p.descent+0.04)
}

// piece is the part of a run that stands on one line.
type piece struct {
	run *run
	span
}

// place puts the glyphs of one line, from left to right.
func (p *Paragraph) place(line *Line, size, width float32) {
	content := span{line.runes.from, p.trim(line.runes.from, line.runes.to)}
	var pieces []piece
	var levels []uint8
	for i := range p.runs {
		r := &p.runs[i]
		in := span{max(r.from, content.from), min(r.to, content.to)}
		if !in.empty() {
			pieces = append(pieces, piece{r, in})
			levels = append(levels, r.level)
		}
	}
	length := (p.along[content.to] - p.along[content.from]) * size
	x := float32(0)
	if p.base == 1 {
		x = width - length
	}
	line.Left, line.Right = x, x+length
	for _, i := range visualOrder(levels) {
		x = p.placePiece(line, pieces[i], size, x)
	}
}

// placePiece puts one piece at x and gives the place after it.
func (p *Paragraph) placePiece(line *Line, at piece, size, x float32) float32 {
	r := at.run
	rtl := r.level%2 == 1
	if r.face == nil {
		width := (p.along[at.to] - p.along[at.from]) * size
		line.cells = append(line.cells, cell{span: at.span, left: x, right: x + width, rtl: rtl})
		return x + width
	}
	glyphs := p.cutGlyphs(r, at.span)
	run := Run{Face: r.face, Glyphs: make([]Glyph, 0, len(glyphs))}
	for i := 0; i < len(glyphs); {
		c := cell{span: glyphs[i].cluster, left: x, rtl: rtl}
		for j := c.from; j < c.to; j++ {
			c.extra += p.extra(r, j) * size
		}
		if rtl {
			x += c.extra
		}
		for cluster := c.span; i < len(glyphs) && glyphs[i].cluster == cluster; i++ {
			g := glyphs[i]
			run.Glyphs = append(run.Glyphs, Glyph{
				ID: g.id, X: x + g.dx*size, Y: line.Baseline - g.dy*size, rune: c.from,
			})
			x += g.advance * size
		}
		if !rtl {
			x += c.extra
		}
		c.right = x
		line.cells = append(line.cells, c)
	}
	line.Runs = append(line.Runs, run)
	return x
}

// cutGlyphs gives the glyphs of a part of a run; where the cut changes their
// shapes, the part is shaped anew. The caller holds the lock of the fonts.
func (p *Paragraph) cutGlyphs(r *run, in span) []glyph {
	if in == r.span {
		return r.glyphs
	}
	var part []glyph
	for _, g := range r.glyphs {
		cutsHere := g.cluster.from == in.from && in.from > r.from || g.cluster.from == in.to
		cutsThrough := g.cluster.from < in.from && g.cluster.to > in.from || g.cluster.from < in.to && g.cluster.to > in.to
		if cutsHere && g.unsafe || cutsThrough {
			glyphs, _ := p.glyphsOf(r, in)
			return glyphs
		}
		if g.cluster.from >= in.from && g.cluster.from < in.to {
			part = append(part, g)
		}
	}
	return part
}

// Fit lays the paragraph in a box with the largest letters that fit, from
// largest down to smallest in steps of half a pixel. overflow is true when it
// does not fit at smallest either: it is then laid at smallest, and the caller
// splits the text.
func (p *Paragraph) Fit(width, height, smallest, largest, lineHeight float32) (l *Layout, overflow bool) {
	size, fits := largestSize(smallest, largest, func(size float32) bool {
		lines, forced := p.breakLines(width / size)
		return !forced && p.pitch(lineHeight)*size*float32(len(lines)) <= height
	})
	l = p.Lay(width, size, lineHeight)
	return l, !fits && l.Height > height
}

// largestSize gives the largest size that fits, from largest down to smallest
// in steps of half a pixel; smallest where none does.
func largestSize(smallest, largest float32, fits func(size float32) bool) (size float32, ok bool) {
	const step = 0.5
	low, high := 0, max(int((largest-smallest)/step), 0)
	at := func(i int) float32 { return min(smallest+float32(i)*step, max(largest, smallest)) }
	if !fits(at(0)) {
		return smallest, false
	}
	for low < high {
		mid := (low + high + 1) / 2
		if fits(at(mid)) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return at(low), true
}

package ondevice

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
)

// glyphs draws the figures of an emoji font whose glyphs are SVG documents
// (OpenType "SVG " table). Every shape goes through the canvas, so that a
// figure takes the light and the mist of the scene it stands in. The nil
// glyphs has no figure. Safe for concurrent use.
type glyphs struct {
	face *font.Font

	mu    sync.Mutex
	known map[rune]*glyphArt // nil for a rune without a figure
}

// glyphArt is one figure in a square of 200 by 200 units about the origin.
type glyphArt struct {
	shapes []glyphShape
	lo, hi pt
}

type glyphShape struct {
	path  path
	ink   ink
	alpha float64
}

// The bounds of a glyph's document; those of the bundled font stay far below.
const (
	maxGlyphBytes  = 256 << 10
	maxGlyphShapes = 2000
	maxGlyphDepth  = 24
)

// newGlyphs reads an emoji font; what is none gives nil.
func newGlyphs(data []byte) *glyphs {
	if len(data) == 0 {
		return nil
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return &glyphs{face: face.Font, known: map[rune]*glyphArt{}}
}

// art gives the figure for r, nil where the font has none.
func (g *glyphs) art(r rune) *glyphArt {
	if g == nil || r == 0 {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	a, ok := g.known[r]
	if !ok {
		a = g.read(r)
		g.known[r] = a
	}
	return a
}

func (g *glyphs) read(r rune) *glyphArt {
	id, ok := g.face.NominalGlyph(r)
	if !ok {
		return nil
	}
	data, ok := font.NewFace(g.face).GlyphData(id).(font.GlyphSVG)
	if !ok || len(data.Source) > maxGlyphBytes {
		return nil
	}
	a, err := readGlyphArt(data.Source)
	if err != nil || len(a.shapes) == 0 {
		return nil
	}
	return a
}

// draw draws the figure for r about the origin.
func (g *glyphs) draw(c *canvas, r rune) {
	a := g.art(r)
	if a == nil {
		return
	}
	for _, s := range a.shapes {
		c.fill(flat(s.ink).fade(s.alpha), s.path)
	}
}

// glyphState is what a group hands down to what it holds.
type glyphState struct {
	m     affine
	fill  ink
	none  bool
	alpha float64
}

// readGlyphArt reads the subset of SVG that emoji fonts use: groups, paths
// and plain shapes with a fill, an opacity and a transform.
func readGlyphArt(src []byte) (*glyphArt, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	d.Strict = false
	// The glyph's own square is 64 units wide, whatever its viewBox says of
	// where the font places it.
	const unit = 200.0 / 64
	stack := []glyphState{{m: affine{a: unit, d: unit, e: -100, f: -100}, alpha: 1}}
	art := &glyphArt{lo: pt{math.Inf(1), math.Inf(1)}, hi: pt{math.Inf(-1), math.Inf(-1)}}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return art, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if len(stack) > maxGlyphDepth || len(art.shapes) > maxGlyphShapes {
				return art, nil
			}
			attr := attributes(t.Attr)
			state := stack[len(stack)-1].under(attr)
			stack = append(stack, state)
			art.add(elementPath(t.Name.Local, attr), state, attr)
		case xml.EndElement:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		}
	}
}

func attributes(list []xml.Attr) map[string]string {
	m := make(map[string]string, len(list))
	for _, a := range list {
		m[a.Name.Local] = a.Value
	}
	return m
}

// under gives the state inside an element with these attributes.
func (s glyphState) under(attr map[string]string) glyphState {
	if v, ok := attr["fill"]; ok {
		s.none = v == "none"
		if n, err := strconv.ParseUint(strings.TrimPrefix(v, "#"), 16, 32); err == nil && len(v) == 7 {
			s.fill = ink(n)
		}
	}
	if v, err := strconv.ParseFloat(attr["opacity"], 64); err == nil {
		s.alpha *= min(max(v, 0), 1)
	}
	if v, ok := attr["transform"]; ok {
		s.m = s.m.then(readTransform(v))
	}
	return s
}

// readTransform reads one matrix, translate, scale or rotate.
func readTransform(v string) affine {
	one := affine{a: 1, d: 1}
	name, rest, ok := strings.Cut(v, "(")
	if !ok {
		return one
	}
	n := numbers(strings.TrimSuffix(strings.TrimSpace(rest), ")"))
	switch name = strings.TrimSpace(name); {
	case name == "matrix" && len(n) == 6:
		return affine{n[0], n[1], n[2], n[3], n[4], n[5]}
	case name == "translate" && len(n) > 0:
		one.e = n[0]
		if len(n) > 1 {
			one.f = n[1]
		}
	case name == "scale" && len(n) > 0:
		one.a, one.d = n[0], n[len(n)-1]
	case name == "rotate" && len(n) > 0:
		s, c := math.Sincos(n[0] * math.Pi / 180)
		turn := affine{a: c, b: s, c: -s, d: c}
		if len(n) == 3 {
			return affine{a: 1, d: 1, e: n[1], f: n[2]}.then(turn).then(affine{a: 1, d: 1, e: -n[1], f: -n[2]})
		}
		return turn
	}
	return one
}

func numbers(v string) []float64 {
	r := pathReader{s: v}
	var out []float64
	for len(out) < 2*maxPathPoints {
		f, ok := r.number()
		if !ok {
			return out
		}
		out = append(out, f)
	}
	return out
}

// elementPath is the outline of an element that has one.
func elementPath(name string, attr map[string]string) path {
	f := func(key string) float64 {
		v, err := strconv.ParseFloat(attr[key], 64)
		if err != nil {
			return 0
		}
		return v
	}
	switch name {
	case "path":
		return svg(attr["d"])
	case "circle":
		return oval(f("cx"), f("cy"), f("r"), f("r"))
	case "ellipse":
		return oval(f("cx"), f("cy"), f("rx"), f("ry"))
	case "rect":
		return slab(f("x"), f("y"), f("width"), f("height"), f("rx"))
	case "polygon", "polyline":
		return poly(numbers(attr["points"])...)
	case "line":
		return open(f("x1"), f("y1"), f("x2"), f("y2"))
	}
	return path{}
}

// add takes a shape with its fill and, where it has one, its stroke.
func (a *glyphArt) add(p path, s glyphState, attr map[string]string) {
	if len(p.pts) == 0 {
		return
	}
	place := func(p path) path {
		moved := path{ops: p.ops, pts: make([]pt, len(p.pts))}
		for i, q := range p.pts {
			q = s.m.apply(q)
			moved.pts[i] = q
			a.lo = pt{min(a.lo.x, q.x), min(a.lo.y, q.y)}
			a.hi = pt{max(a.hi.x, q.x), max(a.hi.y, q.y)}
		}
		return moved
	}
	if !s.none {
		a.shapes = append(a.shapes, glyphShape{place(p), s.fill, s.alpha})
	}
	if c := attr["stroke"]; len(c) == 7 {
		w, err := strconv.ParseFloat(attr["stroke-width"], 64)
		if err != nil {
			w = 1
		}
		if n, err := strconv.ParseUint(c[1:], 16, 32); err == nil {
			a.shapes = append(a.shapes, glyphShape{place(stroke(p, min(max(w, 0.1), 20))), ink(n), s.alpha})
		}
	}
}

package typeset

import (
	"image"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// maskKey names the picture of a glyph: at a size in 1/64 pixel and a quarter
// of a pixel to the right.
type maskKey struct {
	face    *Face
	id      uint32
	size    int32
	quarter uint8
}

// mask is the coverage of a glyph. Its bounds are relative to the pixel in
// which the origin lies. An empty glyph has no pixels.
type mask struct{ image.Alpha }

// maxMaskBytes bounds the cache of masks; beyond it the cache starts anew.
const maxMaskBytes = 16 << 20

// maxGlyphSide bounds one glyph's mask, in pixels.
const maxGlyphSide = 4096

// glyphMasks draws glyphs and keeps what it drew. It belongs to one goroutine
// at a time.
type glyphMasks struct {
	masks map[maskKey]*mask
	bytes int
	fill  vector.Rasterizer
}

// get gives the mask of a glyph at x, and the pixel of its origin.
func (g *glyphMasks) get(fonts *Fonts, face *Face, id uint32, size, x float32) (m *mask, px int) {
	quarters := int(math.Round(float64(x) * 4))
	px = quarters >> 2
	key := maskKey{face, id, int32(size * 64), uint8(quarters & 3)}
	if m, ok := g.masks[key]; ok {
		return m, px
	}
	if g.masks == nil || g.bytes > maxMaskBytes {
		g.masks, g.bytes = map[maskKey]*mask{}, 0
	}
	m = g.draw(fonts.outline(face, id), size/float32(face.face.Upem()), float32(key.quarter)/4)
	g.masks[key] = m
	g.bytes += len(m.Pix) + 64
	return m, px
}

// outline gives the outline of a glyph in font units, nil where it has none.
func (f *Fonts) outline(face *Face, id uint32) []font.Segment {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch data := face.face.GlyphData(font.GID(id)).(type) {
	case font.GlyphOutline:
		return data.Segments
	case font.GlyphSVG:
		return data.Outline.Segments
	case font.GlyphBitmap:
		if data.Outline != nil {
			return data.Outline.Segments
		}
	}
	return nil
}

// draw fills an outline, scaled and moved to the right by shift pixels.
func (g *glyphMasks) draw(outline []font.Segment, scale, shift float32) *mask {
	bounds := outlineBounds(outline, scale, shift)
	if bounds.Empty() || bounds.Dx() > maxGlyphSide || bounds.Dy() > maxGlyphSide {
		return &mask{}
	}
	ox, oy := float32(-bounds.Min.X)+shift, float32(-bounds.Min.Y)
	at := func(p opentype.SegmentPoint) (x, y float32) { return p.X*scale + ox, oy - p.Y*scale }
	g.fill.Reset(bounds.Dx(), bounds.Dy())
	for _, s := range outline {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			g.fill.ClosePath()
			g.fill.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			g.fill.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			g.fill.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			g.fill.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	g.fill.ClosePath()
	m := &mask{*image.NewAlpha(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))}
	g.fill.Draw(&m.Alpha, m.Rect, image.Opaque, image.Point{})
	m.Rect = bounds
	return m
}

// outlineBounds gives the pixels that an outline can touch. Control points
// lie outside a curve, never inside it, so that they bound it.
func outlineBounds(outline []font.Segment, scale, shift float32) image.Rectangle {
	if len(outline) == 0 {
		return image.Rectangle{}
	}
	left, top := float32(math.MaxFloat32), float32(math.MaxFloat32)
	right, bottom := -left, -top
	for i := range outline {
		for _, p := range outline[i].ArgsSlice() {
			x, y := p.X*scale+shift, -p.Y*scale
			left, right = min(left, x), max(right, x)
			top, bottom = min(top, y), max(bottom, y)
		}
	}
	const far = 1 << 20
	if left < -far || right > far || top < -far || bottom > far {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(float64(left))), int(math.Floor(float64(top))),
		int(math.Ceil(float64(right))), int(math.Ceil(float64(bottom))))
}

package widget

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// cardFace is how a card looks: a rounded ground of a size with its outline,
// 1 px, on the plies of its shadow.
type cardFace struct {
	size                   fyne.Size
	radius                 float32
	ground, outline, shade color.NRGBA
	plies                  []ply
}

// looksLike reports whether two faces differ in nothing.
func (f *cardFace) looksLike(o cardFace) bool {
	return f.size == o.size && f.radius == o.radius && f.ground == o.ground && f.outline == o.outline &&
		f.shade == o.shade && slices.Equal(f.plies, o.plies)
}

// reach is how far a shadow goes beyond the card's sides, and below it.
func reach(d Depth) (side, low float32) {
	for _, p := range shadows[d] {
		side, low = max(side, p.grown), max(low, p.lowered+p.grown)
	}
	return side, low
}

// cardEdge draws a strip of a card's face.
type cardEdge struct {
	face   *cardFace
	raster *canvas.Raster
	at     fyne.Position // in the card
}

func newCardEdge(face *cardFace) *cardEdge {
	e := &cardEdge{face: face}
	e.raster = canvas.NewRaster(e.draw)
	return e
}

func (e *cardEdge) put(x, y, w, h float32) {
	e.at = fyne.NewPos(x, y)
	e.raster.Move(e.at)
	e.raster.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	e.raster.Hidden = w <= 0 || h <= 0
}

// draw paints the strip, w by h device pixels. Between the corners every
// column of it is the same, and every row.
func (e *cardEdge) draw(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	size := e.raster.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return img
	}
	scale := float32(w) / size.Width
	side, low := float32(0), float32(0)
	for _, p := range e.face.plies {
		side, low = max(side, p.grown), max(low, p.lowered)
	}
	corner := e.face.radius + 2*side + 2
	ends := int(ceil(corner * scale))
	flat := false // the row before was between the corners
	for y := range h {
		cy := e.at.Y + (float32(y)+0.5)/scale
		before := flat
		if flat = cy > corner+low && cy < e.face.size.Height-corner; flat && before {
			copy(img.Pix[img.PixOffset(0, y):], img.Pix[img.PixOffset(0, y-1):img.PixOffset(0, y)])
			continue
		}
		for x := range w {
			if x > ends && x < w-ends {
				copy(img.Pix[img.PixOffset(x, y):img.PixOffset(x, y)+4], img.Pix[img.PixOffset(x-1, y):])
				continue
			}
			img.SetRGBA(x, y, e.face.at(e.at.X+(float32(x)+0.5)/scale, cy, scale))
		}
	}
	return img
}

// at is the colour at a place in the card, premultiplied.
func (f *cardFace) at(x, y, scale float32) color.RGBA {
	var c [4]float32
	over := func(with color.NRGBA, share float32) {
		share *= float32(with.A) / 255
		for i, v := range [4]uint8{with.R, with.G, with.B, 255} {
			c[i] = float32(v)*share + c[i]*(1-share)
		}
	}
	for i := len(f.plies) - 1; i >= 0; i-- {
		p := f.plies[i]
		over(f.shade, float32(p.share)*covered(x, y-p.lowered, f.size, p.grown, f.radius+p.grown, scale))
	}
	over(f.outline, covered(x, y, f.size, 0, f.radius, scale))
	if f.outline != f.ground {
		over(f.ground, covered(x, y, f.size, -1, max(f.radius-1, 0), scale))
	}
	return color.RGBA{uint8(c[0] + 0.5), uint8(c[1] + 0.5), uint8(c[2] + 0.5), uint8(c[3] + 0.5)}
}

// covered is the share of a pixel inside a rounded rectangle that is the
// card's, grown on all sides.
func covered(x, y float32, size fyne.Size, grown, radius, scale float32) float32 {
	w, h := size.Width/2+grown, size.Height/2+grown
	radius = min(radius, w, h)
	dx, dy := abs(x-size.Width/2)-w+radius, abs(y-size.Height/2)-h+radius
	out := max(dx, dy) - radius
	if dx > 0 && dy > 0 {
		out = float32(math.Sqrt(float64(dx*dx+dy*dy))) - radius
	}
	return min(max(0.5-out*scale, 0), 1)
}

func abs(v float32) float32  { return float32(math.Abs(float64(v))) }
func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

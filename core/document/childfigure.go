package document

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"os"

	"github.com/gen2brain/go-fitz"
	"golang.org/x/image/draw"
)

// Figures are drawn from the page as it is printed, not taken out of the file:
// so a picture that was cut into strips is whole, one with a mask or in
// printing colours looks right, and the arrows and words drawn over it are in.
const (
	figureSide   = 1400 // the longer side that is aimed at, in pixels
	figureMinDPI = 110
	figureMaxDPI = 300
	jpegQuality  = 88
	// maxEncoded bounds one encoded figure, in bytes.
	maxEncoded = 16 << 20
)

// serveFigures sends the regions that show something, in the order asked. A
// frame carries the index of its region, then the width and the height in
// pixels (32-bit, big endian), a 64-bit print of what it shows, and the
// encoded picture.
func serveFigures(job childJob, data []byte, out *bufio.Writer) error {
	doc, err := fitz.NewFromMemory(data)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return fail(out, failOpen)
	}
	for i, r := range job.Regions {
		img, err := drawRegion(doc, r)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		if img == nil {
			continue
		}
		b := make([]byte, 12, 64<<10)
		binary.BigEndian.PutUint32(b, uint32(i))
		binary.BigEndian.PutUint32(b[4:], uint32(img.Rect.Dx()))
		binary.BigEndian.PutUint32(b[8:], uint32(img.Rect.Dy()))
		b = binary.BigEndian.AppendUint64(b, pictureHash(img))
		encoded, err := encodeFigure(img)
		if err != nil || len(encoded) > maxEncoded {
			fmt.Fprintln(os.Stderr, "figure of", len(encoded), "bytes", err)
			continue
		}
		if err := writeFrame(out, frameFigure, append(b, encoded...)); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// drawRegion draws one region of a page; nil where it is blank.
func drawRegion(doc *fitz.Document, r [5]int) (*image.RGBA, error) {
	bound, err := doc.Bound(r[0])
	if err != nil {
		return nil, err
	}
	area := image.Rect(r[1], r[2], r[3], r[4]).Intersect(bound)
	if area.Empty() {
		return nil, fmt.Errorf("the region %v is not on its page", r)
	}
	longer := float64(max(area.Dx(), area.Dy()))
	dpi, err := fitDPI(bound, min(figureMaxDPI, max(figureMinDPI, 72*figureSide/longer)))
	if err != nil {
		return nil, err
	}
	page, err := doc.ImageDPI(r[0], dpi)
	if err != nil {
		return nil, err
	}
	at := func(v int) int { return int(math.Round(float64(v) * dpi / 72)) }
	cut := page.SubImage(image.Rect(at(area.Min.X), at(area.Min.Y), at(area.Max.X), at(area.Max.Y))).(*image.RGBA)
	cut = trimMargin(cut)
	if cut.Rect.Dx() < minFigureSide || cut.Rect.Dy() < minFigureSide {
		return nil, nil
	}
	return shrink(cut), nil
}

// trimMargin cuts off plain borders of the colour of the upper left corner;
// what is left of a blank picture is empty.
func trimMargin(img *image.RGBA) *image.RGBA {
	r := img.Rect
	if r.Empty() {
		return img
	}
	corner := img.RGBAAt(r.Min.X, r.Min.Y)
	plain := func(x0, y0, x1, y1 int) bool {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				c := img.RGBAAt(x, y)
				if far(c.R, corner.R) || far(c.G, corner.G) || far(c.B, corner.B) {
					return false
				}
			}
		}
		return true
	}
	for r.Min.Y < r.Max.Y && plain(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+1) {
		r.Min.Y++
	}
	for r.Max.Y > r.Min.Y && plain(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y) {
		r.Max.Y--
	}
	for r.Min.X < r.Max.X && plain(r.Min.X, r.Min.Y, r.Min.X+1, r.Max.Y) {
		r.Min.X++
	}
	for r.Max.X > r.Min.X && plain(r.Max.X-1, r.Min.Y, r.Max.X, r.Max.Y) {
		r.Max.X--
	}
	const air = 6
	return img.SubImage(r.Inset(-air).Intersect(img.Rect)).(*image.RGBA)
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 10 }

// shrink makes an opaque picture of its own that starts at 0,0 and is at most
// maxFigureSide on its longer side.
func shrink(img *image.RGBA) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	scale := min(1, float64(maxFigureSide)/float64(max(w, h)))
	out := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(w)*scale)), max(1, int(float64(h)*scale))))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	if scale == 1 {
		draw.Draw(out, out.Rect, img, img.Rect.Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(out, out.Rect, img, img.Rect, draw.Over, nil)
	}
	return out
}

// encodeFigure writes drawings as PNG and photographs as JPEG.
func encodeFigure(img *image.RGBA) ([]byte, error) {
	var b bytes.Buffer
	if photographic(img) {
		err := jpeg.Encode(&b, img, &jpeg.Options{Quality: jpegQuality})
		return b.Bytes(), err
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err := encoder.Encode(&b, img)
	return b.Bytes(), err
}

// photographic reports whether img has many colours.
func photographic(img *image.RGBA) bool {
	const enough = 600
	seen := map[[3]uint8]struct{}{}
	step := max(1, max(img.Rect.Dx(), img.Rect.Dy())/160)
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y += step {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x += step {
			c := img.RGBAAt(x, y)
			seen[[3]uint8{c.R >> 3, c.G >> 3, c.B >> 3}] = struct{}{}
			if len(seen) > enough {
				return true
			}
		}
	}
	return false
}

// pictureHash is a print of what img shows: for each cell of an 8 by 8 grid,
// whether it is lighter than the one to its right ("difference hash"). Equal
// pictures drawn at different places of a page have prints that differ in few
// bits.
func pictureHash(img *image.RGBA) uint64 {
	small := image.NewGray(image.Rect(0, 0, 9, 8))
	draw.BiLinear.Scale(small, small.Rect, img, img.Rect, draw.Src, nil)
	var h uint64
	for y := range 8 {
		for x := range 8 {
			h <<= 1
			if small.GrayAt(x, y).Y > small.GrayAt(x+1, y).Y+2 {
				h |= 1
			}
		}
	}
	return h
}

// childFigure is what a figure frame holds.
type childFigure struct {
	region        int
	width, height int
	hash          uint64
	data          []byte
}

// decodeFigure reads a figure frame of a job with the given regions.
func decodeFigure(b []byte, regions int) (*childFigure, error) {
	if len(b) < 20 {
		return nil, fmt.Errorf("%w: figure", errFrame)
	}
	f := &childFigure{
		region: int(binary.BigEndian.Uint32(b)), width: int(binary.BigEndian.Uint32(b[4:])),
		height: int(binary.BigEndian.Uint32(b[8:])), hash: binary.BigEndian.Uint64(b[12:]), data: b[20:],
	}
	if f.region >= regions || f.width < 1 || f.width > maxFigureSide || f.height < 1 || f.height > maxFigureSide || len(f.data) > maxEncoded {
		return nil, fmt.Errorf("%w: figure of %d by %d pixels", errFrame, f.width, f.height)
	}
	return f, nil
}

package document

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"

	"golang.org/x/image/draw"
)

// How pages come to Tesseract, which does best at about 300 dpi.
const (
	scanDPI     = 300
	maxScanSide = 3500 // pixels of the longer side
	minScanSide = 1700 // smaller pictures are enlarged
	// pagePoints is the longer side that the page of a picture is taken to
	// have: that of A4.
	pagePoints = 842.0
)

// A greyPage is the picture of a page as Tesseract gets it.
type greyPage struct {
	*image.Gray
	dpi  int
	turn int // quarters clockwise that it was turned by
}

// newGreyPage takes a picture of a page whose longer side is points long.
func newGreyPage(img *image.Gray, points float64) *greyPage {
	size := img.Rect.Size()
	dpi := int(float64(max(size.X, size.Y)) / points * 72)
	return &greyPage{Gray: img, dpi: min(max(dpi, 70), 2400)}
}

// writePGM writes the page as a portable grey map (netpbm's P5).
func (g *greyPage) writePGM(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	width, height := g.Rect.Dx(), g.Rect.Dy()
	fmt.Fprintf(out, "P5\n%d %d\n255\n", width, height)
	for y := range height {
		if _, err := out.Write(g.Pix[y*g.Stride : y*g.Stride+width]); err != nil {
			return err
		}
	}
	return out.Flush()
}

// errPictureSize says that a picture is too large to be decoded.
var errPictureSize = errors.New("the picture has too many pixels")

// readPicture decodes a picture of a page, upright as its camera says, in
// grey, and of a size that Tesseract can work with.
func readPicture(ctx context.Context, r io.ReaderAt, size int64) (*image.Gray, error) {
	img, turn, err := decodePicture(ctx, r, size)
	if err != nil {
		return nil, err
	}
	grey, err := greyOf(ctx, img)
	if err != nil {
		return nil, err
	}
	if grey, err = fitSide(ctx, grey); err != nil {
		return nil, err
	}
	return turn.apply(grey), nil
}

// decodePicture decodes a picture within the limits on pixels. It stops when
// ctx ends.
func decodePicture(ctx context.Context, r io.ReaderAt, size int64) (image.Image, orientation, error) {
	section := func() io.Reader { return &stoppable{ctx, io.NewSectionReader(r, 0, size)} }
	config, format, err := image.DecodeConfig(bufio.NewReader(section()))
	if err != nil {
		return nil, 0, err
	}
	if config.Width < 1 || config.Height < 1 || config.Height > maxPixels/config.Width {
		return nil, 0, fmt.Errorf("%w: %d by %d", errPictureSize, config.Width, config.Height)
	}
	turn := upright
	if format == "jpeg" {
		head := make([]byte, min(size, exifBytes))
		if n, err := r.ReadAt(head, 0); n == len(head) || errors.Is(err, io.EOF) {
			turn = orientationOf(head[:n])
		}
	}
	var img image.Image
	if format == "jpeg" {
		img, err = jpeg.Decode(section())
	} else {
		img, _, err = image.Decode(bufio.NewReader(section()))
	}
	return img, turn, err
}

// A stoppable reader fails when its context has ended.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p[:min(len(p), 1<<16)])
}

// greyOf gives the light of a picture, on white where it is transparent. That
// of a JPEG is there already.
func greyOf(ctx context.Context, img image.Image) (*image.Gray, error) {
	b := img.Bounds()
	switch p := img.(type) {
	case *image.Gray:
		return p, nil
	case *image.YCbCr:
		return &image.Gray{Pix: p.Y[p.YOffset(b.Min.X, b.Min.Y):], Stride: p.YStride, Rect: image.Rect(0, 0, b.Dx(), b.Dy())}, nil
	}
	grey := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	const strip = 16 // rows between two looks at ctx
	rows := image.NewRGBA(image.Rect(0, 0, b.Dx(), strip))
	for y := 0; y < b.Dy(); y += strip {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		draw.Draw(rows, rows.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(rows, rows.Rect, img, image.Pt(b.Min.X, b.Min.Y+y), draw.Over)
		for row := range min(strip, b.Dy()-y) {
			line := grey.Pix[(y+row)*grey.Stride:]
			for x := range b.Dx() {
				p := rows.Pix[row*rows.Stride+4*x:]
				line[x] = color.GrayModel.Convert(color.RGBA{p[0], p[1], p[2], 0xff}).(color.Gray).Y
			}
		}
	}
	return grey, nil
}

// fitSide scales a picture so that its longer side is within the bounds.
func fitSide(ctx context.Context, img *image.Gray) (*image.Gray, error) {
	size := img.Rect.Size()
	longer := max(size.X, size.Y)
	target := min(max(longer, minScanSide), maxScanSide)
	if longer > target || 2*longer <= target {
		return scaleGrey(ctx, img, max(1, size.X*target/longer), max(1, size.Y*target/longer))
	}
	return img, nil
}

// A tap says with what weight the pixel at takes part in one of the result.
type tap struct {
	at     int
	weight float32
}

// tapsOf gives the taps of each of n pixels made of m: those of a tent as wide
// as a pixel of the result, or of the source where that is wider.
func tapsOf(m, n int) [][]tap {
	scale := float64(m) / float64(n)
	reach := max(1, scale)
	all := make([][]tap, n)
	for i := range all {
		centre := (float64(i)+0.5)*scale - 0.5
		sum := 0.0
		for at := int(centre - reach); at <= int(centre+reach)+1; at++ {
			if weight := 1 - abs(float64(at)-centre)/reach; weight > 0 && at >= 0 && at < m {
				all[i] = append(all[i], tap{at, float32(weight)})
				sum += weight
			}
		}
		for k := range all[i] {
			all[i][k].weight /= float32(sum)
		}
	}
	return all
}

// scaleGrey scales a picture to w by h pixels.
func scaleGrey(ctx context.Context, img *image.Gray, w, h int) (*image.Gray, error) {
	size := img.Rect.Size()
	columns, rows := tapsOf(size.X, w), tapsOf(size.Y, h)
	narrow := make([][]float32, size.Y) // rows of the source, scaled in width
	dst := image.NewGray(image.Rect(0, 0, w, h))
	sum := make([]float32, w)
	done := 0
	for y := range h {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		clear(sum)
		for _, t := range rows[y] {
			if narrow[t.at] == nil {
				narrow[t.at] = scaleRow(img.Pix[t.at*img.Stride:], columns)
			}
			for x, v := range narrow[t.at] {
				sum[x] += t.weight * v
			}
		}
		for ; done < rows[y][0].at; done++ {
			narrow[done] = nil
		}
		out := dst.Pix[y*dst.Stride:]
		for x, v := range sum {
			out[x] = uint8(v + 0.5)
		}
	}
	return dst, nil
}

func scaleRow(src []uint8, columns [][]tap) []float32 {
	row := make([]float32, len(columns))
	for x, taps := range columns {
		for _, t := range taps {
			row[x] += t.weight * float32(src[t.at])
		}
	}
	return row
}

package document

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/draw"

	"edusmart/core/story"
)

// Bounds of the width of page pictures, in pixels.
const (
	minThumb     = 32
	maxThumb     = 512
	maxPageImage = 4096
)

// thumbnails draws every page: a PDF's as it is printed, a picture as it is,
// all others as a sketch of their text.
func (s *source) thumbnails(ctx context.Context, width int, yield func(page int, img image.Image)) error {
	switch s.format {
	case formatPDF:
		return s.render(ctx, childJob{To: maxPages - 1, Width: width}, yield)
	case formatImage:
		img, err := s.picture(ctx, width)
		if err == nil {
			yield(1, img)
		}
		return err
	}
	doc, _, err := s.blocks(ctx, 0, 0, true)
	if err != nil {
		return asInput(err)
	}
	for page := 1; page <= doc.Pages; page++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		yield(page, sketch(doc, page, width))
	}
	return nil
}

// pageImage draws one page, from 1.
func (s *source) pageImage(ctx context.Context, page, width int) (image.Image, error) {
	var drawn image.Image
	switch s.format {
	case formatPDF:
		err := s.render(ctx, childJob{From: page - 1, To: page - 1, Width: width}, func(_ int, img image.Image) { drawn = img })
		if err == nil && drawn == nil {
			err = bad("This page cannot be drawn. Choose another page.", fmt.Errorf("page %d", page))
		}
		return drawn, err
	case formatImage:
		return s.picture(ctx, width)
	}
	doc, _, err := s.blocks(ctx, 0, 0, true)
	if err != nil {
		return nil, asInput(err)
	}
	return sketch(doc, page, width), nil
}

// picture gives the picture of a page, width pixels wide.
func (s *source) picture(ctx context.Context, width int) (image.Image, error) {
	img, turn, err := decodePicture(ctx, s.File, s.size)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, damaged(err)
	}
	size := img.Bounds().Size()
	if w, _ := turn.size(size.X, size.Y); w > width {
		size = size.Mul(width).Div(w)
	}
	drawn := image.NewRGBA(image.Rect(0, 0, max(1, size.X), max(1, size.Y)))
	draw.BiLinear.Scale(drawn, drawn.Rect, img, img.Bounds(), draw.Src, nil)
	return turn.applyColour(drawn), nil
}

// render has a child draw the pages that job names, from 0.
func (s *source) render(ctx context.Context, job childJob, yield func(page int, img image.Image)) error {
	job.Op = opRender
	return runChild(ctx, s.File, job, func(kind byte, payload []byte) error {
		if kind != framePixels {
			return nil
		}
		page, img, err := decodePixels(payload)
		if err != nil {
			return damaged(err)
		}
		yield(page+1, img)
		return nil
	})
}

// The quiet colours of a sketch.
var (
	sketchPaper   = color.RGBA{0xFF, 0xFE, 0xFB, 0xFF}
	sketchHeading = color.RGBA{0x8C, 0x84, 0x75, 0xFF}
	sketchText    = color.RGBA{0xD6, 0xD4, 0xC2, 0xFF}
	sketchPicture = color.RGBA{0xC8, 0xD8, 0xD8, 0xFF}
)

// sketch draws a page of a document as bars for its lines and its figures.
func sketch(doc *story.Document, page, width int) image.Image {
	height := width * 4 / 3
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Bounds(), image.NewUniform(sketchPaper), image.Point{}, draw.Src)
	margin, unit := width/8, max(1, width/48)
	y := margin
	bar := func(c color.RGBA, share float64, thick int) {
		draw.Draw(img, image.Rect(margin, y, margin+int(share*float64(width-2*margin)), y+thick), image.NewUniform(c), image.Point{}, draw.Src)
		y += thick + 2*unit
	}
	for _, f := range doc.Figures {
		if f.Page == page && y < height-margin {
			tall := (width - 2*margin) / 2
			draw.Draw(img, image.Rect(margin, y, width-margin, y+tall), image.NewUniform(sketchPicture), image.Point{}, draw.Src)
			y += tall + 2*unit
			break
		}
	}
	for _, b := range doc.Blocks {
		if b.Page != page || b.Kind == story.Note {
			continue
		}
		if y > height-margin {
			break
		}
		if b.Kind == story.Heading {
			bar(sketchHeading, 0.55, 2*unit)
			continue
		}
		for left := len([]rune(b.Text)); left > 0 && y < height-margin; left -= 70 {
			bar(sketchText, min(1, float64(left)/70), unit)
		}
		y += unit
	}
	return img
}

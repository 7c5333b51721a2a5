package slides

import (
	"bytes"
	"context"
	"errors"
	"image"
	_ "image/jpeg" // pictures of stories are JPEG or PNG
	_ "image/png"

	"edusmart/core/typeset"
)

// The slide, in points (1/72 inch): 16 to 9, set as on the projector
// (LOOK.md).
const (
	slideWidth   = 960.0
	slideHeight  = 540.0
	pictureShare = 0.45
	textMargin   = 40.0
	titleMargin  = 64.0
	pageLetters  = 32.0
	lineHeight   = 1.5 // in ems; a line of Noto Sans, 1.362 high, at 110 %
	// careful leaves room for a computer that has another font, whose letters
	// are wider.
	careful = 0.9
)

// place is where something stands on a slide.
type place struct{ x, y, w, h float64 }

// cropped is what of a picture's sides is cut off, as shares of its size.
type cropped struct {
	place
	left, top, right, bottom float64
}

var errPicture = errors.New("it has no size")

func pictureSize(data []byte) (w, h float64, err error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, 0, err
	}
	if config.Width <= 0 || config.Height <= 0 {
		return 0, 0, errPicture
	}
	return float64(config.Width), float64(config.Height), nil
}

// placePicture puts a picture of a size into a box: whole, or filling it.
func placePicture(w, h float64, box place, whole bool) cropped {
	if whole {
		scale := min(box.w/w, box.h/h)
		w, h = w*scale, h*scale
		return cropped{place: place{box.x + (box.w-w)/2, box.y + (box.h-h)/2, w, h}}
	}
	c := cropped{place: box}
	scale := max(box.w/w, box.h/h)
	c.left = max(0, (1-box.w/scale/w)/2)
	c.top = max(0, (1-box.h/scale/h)/2)
	c.right, c.bottom = c.left, c.top
	return c
}

// fit gives the largest size of letters, from largest down to least, at which
// paragraphs fit a box; least where none does.
func (d *deck) fit(ctx context.Context, box place, largest, least float64, all []paragraph) (float64, error) {
	for size := largest; size > least; size-- {
		h, err := d.height(ctx, box.w, size, all)
		if err != nil {
			return 0, err
		}
		if h <= box.h*careful {
			return size, nil
		}
	}
	return least, nil
}

// height is how high paragraphs are at a size of letters.
func (d *deck) height(ctx context.Context, width, size float64, all []paragraph) (float64, error) {
	sum := 0.0
	for _, p := range all {
		text := typeset.Text{Sentences: []string{p.whole()}, Words: []typeset.Range{}, Language: d.languageOf(p)}
		set := d.content.Fonts.Paragraph(text, typeset.Spacing{})
		for try := 0; set.Pending() && try < 3; try++ {
			if err := d.content.Fonts.Settle(ctx); err != nil {
				return 0, err
			}
			set = d.content.Fonts.Paragraph(text, typeset.Spacing{})
		}
		sum += float64(set.Lay(float32(width*careful), float32(size), lineHeight).Height) + p.after
	}
	return sum, nil
}

package ondevice

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"sync"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Illustrator draws a page's picture: the document's own figure where the
// page has one, else a picture-book scene made from the page's words. It is
// safe for concurrent use.
type Illustrator struct {
	glyphs func() *glyphs
}

var _ model.Illustrator = (*Illustrator)(nil)

// NewIllustrator gives an Illustrator. emojiFont is an OpenType font with SVG
// figures, for the subjects that are not drawn by hand; nil or an unreadable
// one leaves those out.
func NewIllustrator(emojiFont []byte) *Illustrator {
	// The font is read when the first picture is drawn, not when the program starts.
	return &Illustrator{glyphs: sync.OnceValue(func() *glyphs { return newGlyphs(emojiFont) })}
}

// Illustrate draws the picture for s: 1024 by 1024 pixels to be cropped, or
// the figure at most 1600 pixels wide and high to be shown whole. The same
// scene gives the same bytes. The only error is a cancelled ctx, of kind
// model.Canceled, or of kind model.Device should encoding fail.
func (il *Illustrator) Illustrate(ctx context.Context, s model.Scene) (model.Picture, error) {
	const op = "draw page"
	if p, ok := model.FigurePicture(ctx, s); ok {
		return p, nil
	}
	st := newStage(newPlan(s, il.glyphs()))
	if err := st.paint(ctx); err != nil {
		return model.Picture{}, model.Errorf(op, model.Canceled, "", err)
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, opaque(st.img)); err != nil {
		return model.Picture{}, model.Errorf(op, model.Device, "This picture could not be drawn. Try again.", err)
	}
	return model.Picture{
		Data: buf.Bytes(), MIME: "image/png", Width: side, Height: side,
		Alt: st.plan.describe(s), Fit: story.Crop, Source: "device",
	}, nil
}

// opaque gives a canvas, through which nothing shines, as the kind of picture
// that the encoder reads fastest.
func opaque(m *image.NRGBA) *image.RGBA {
	return &image.RGBA{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect}
}

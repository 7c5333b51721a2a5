package ondevice

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"

	xdraw "golang.org/x/image/draw"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Limits on a document's figure.
const (
	maxFigureSide   = 1600     // pixels of the picture that is made from it
	maxFigureBytes  = 64 << 20 // encoded
	maxFigurePixels = 60_000_000
	figureQuality   = 90 // of JPEG, 1 to 100
)

// Illustrator draws a page's picture: the document's own figure where the
// page has one, else a picture-book scene made from the page's words. It is
// safe for concurrent use.
type Illustrator struct {
	glyphs *glyphs
}

var _ model.Illustrator = (*Illustrator)(nil)

// NewIllustrator gives an Illustrator. emojiFont is an OpenType font with SVG
// figures, for the subjects that are not drawn by hand; nil or an unreadable
// one leaves those out.
func NewIllustrator(emojiFont []byte) *Illustrator {
	return &Illustrator{glyphs: newGlyphs(emojiFont)}
}

// Illustrate draws the picture for s: 1024 by 1024 pixels to be cropped, or
// the figure at most 1600 pixels wide and high to be shown whole. The same
// scene gives the same bytes. The only error is a cancelled ctx, of kind
// model.Canceled, or of kind model.Device should encoding fail.
func (il *Illustrator) Illustrate(ctx context.Context, s model.Scene) (model.Picture, error) {
	const op = "draw page"
	if s.Figure != nil {
		if p, ok := figurePicture(ctx, s); ok {
			return p, nil
		}
	}
	st := newStage(newPlan(s, il.glyphs))
	if err := st.paint(ctx); err != nil {
		return model.Picture{}, model.Errorf(op, model.Canceled, "", err)
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, opaque{st.img}); err != nil {
		return model.Picture{}, model.Errorf(op, model.Device, "This picture could not be drawn. Try again.", err)
	}
	return model.Picture{
		Data: buf.Bytes(), MIME: "image/png", Width: side, Height: side,
		Alt: st.plan.describe(s), Fit: story.Crop, Source: "device",
	}, nil
}

// opaque tells the encoder without a search that nothing shines through.
type opaque struct{ *image.NRGBA }

// Opaque holds for every canvas: it is filled before it is drawn on.
func (opaque) Opaque() bool { return true }

// figurePicture decodes the document's figure, makes it no larger than it
// will be shown and encodes it again, so that nothing else in its file comes
// along. ok is false where it is no picture.
func figurePicture(ctx context.Context, s model.Scene) (p model.Picture, ok bool) {
	f := s.Figure
	if len(f.Data) == 0 || len(f.Data) > maxFigureBytes || ctx.Err() != nil {
		return p, false
	}
	conf, format, err := image.DecodeConfig(bytes.NewReader(f.Data))
	if err != nil || conf.Width <= 0 || conf.Height <= 0 || conf.Width > maxFigurePixels/conf.Height {
		return p, false
	}
	img, _, err := image.Decode(bytes.NewReader(f.Data))
	if err != nil || ctx.Err() != nil {
		return p, false
	}
	img = onWhite(img)
	var buf bytes.Buffer
	p = model.Picture{Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), Alt: figureAlt(s), Fit: story.Whole, Source: "document"}
	if format == "jpeg" {
		p.MIME = "image/jpeg"
		err = jpeg.Encode(&buf, img, &jpeg.Options{Quality: figureQuality})
	} else {
		p.MIME = "image/png"
		err = png.Encode(&buf, img)
	}
	p.Data = buf.Bytes()
	return p, err == nil
}

// onWhite lays img on white, at most maxFigureSide wide and high: a diagram
// with a clear ground would vanish on a dark page.
func onWhite(img image.Image) image.Image {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if long := max(w, h); long > maxFigureSide {
		w, h = max(w*maxFigureSide/long, 1), max(h*maxFigureSide/long, 1)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	xdraw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, xdraw.Src)
	if w == b.Dx() && h == b.Dy() {
		xdraw.Draw(out, out.Rect, img, b.Min, xdraw.Over)
	} else {
		xdraw.CatmullRom.Scale(out, out.Rect, img, b, xdraw.Over, nil)
	}
	return out
}

// figureAlt is the document's own description, else its caption, else the
// page's title.
func figureAlt(s model.Scene) string {
	for _, text := range []string{s.Figure.Alt, s.Figure.Caption, s.PageTitle} {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return fmt.Sprint(s.Figure.Page)
}

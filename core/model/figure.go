package model

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

	"edusmart/core/story"
)

// Limits on a document's figure.
const (
	maxFigureSide   = 1600     // pixels of the picture that is made from it
	maxFigureBytes  = 64 << 20 // encoded
	maxFigurePixels = 60_000_000
	figureQuality   = 90 // of JPEG, 1 to 100
)

// FigurePicture gives the scene's own figure as its picture: decoded, made no
// larger than it will be shown, and encoded again, so that nothing else in
// its file comes along. It is what every Illustrator does with a scene that
// has a figure. ok is false where the scene has none or it is no picture.
func FigurePicture(ctx context.Context, s Scene) (p Picture, ok bool) {
	f := s.Figure
	if f == nil || len(f.Data) == 0 || len(f.Data) > maxFigureBytes || ctx.Err() != nil {
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
	p = Picture{Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), Alt: figureAlt(s), Fit: story.Whole, Source: "document"}
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
func figureAlt(s Scene) string {
	for _, text := range []string{s.Figure.Alt, s.Figure.Caption, s.PageTitle} {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return fmt.Sprint(s.Figure.Page)
}

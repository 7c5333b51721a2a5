package document

import (
	"bytes"
	"crypto/sha256"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path"
	"strings"

	_ "image/gif" // decoders of what documents hold

	_ "golang.org/x/image/bmp" // more of them
	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff" // and scanners'
	_ "golang.org/x/image/webp" // and the web's

	"edusmart/core/story"
)

// Limits on the pictures of a document.
const (
	maxPicture = 40 << 20   // bytes of one picture as it comes
	maxPixels  = 40_000_000 // of one picture
	// A PNG or JPEG of at most asIsSide pixels and asIsBytes is kept as it
	// is: making every photograph anew would take longer than reading.
	asIsSide   = 4096
	asIsBytes  = 4 << 20
	maxFigures = 500
)

func digest(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// figure puts a picture before the next block. Pictures that cannot be shown
// (drawings in EMF, WMF or SVG, broken or huge ones) and those that are too
// small to show anything are left out without a word: the text stands without
// them.
func (c *composer) figure(data []byte, alt, caption string) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if len(c.doc.Figures) >= maxFigures {
		return nil
	}
	shown, mime, size, ok := showable(data)
	if !ok || c.bytes+len(shown) > maxFigureBytes {
		return nil
	}
	sum := digest(shown)
	s := c.seen[sum]
	if s == nil {
		s = &sighting{}
		c.seen[sum] = s
	}
	if s.count++; s.count > 1 {
		return nil
	}
	c.bytes += len(shown)
	caption, _, _ = cutLabel(tidy(caption))
	c.doc.Figures = append(c.doc.Figures, story.Figure{
		Block: len(c.doc.Blocks), Caption: caption, Alt: tidyAlt(alt),
		MIME: mime, Data: shown, Width: size.X, Height: size.Y,
	})
	c.figures = append(c.figures, c.section)
	c.awaiting++
	return nil
}

// showable gives a picture as PNG or JPEG of a bearable size.
func showable(data []byte) (shown []byte, mime string, size image.Point, ok bool) {
	if len(data) == 0 || len(data) > maxPicture {
		return nil, "", size, false
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Height > maxPixels/config.Width {
		return nil, "", size, false
	}
	size = image.Pt(config.Width, config.Height)
	if max(size.X, size.Y) < minFigureSide || min(size.X, size.Y) < minFigureSide/2 {
		return nil, "", size, false
	}
	if format == "png" || format == "jpeg" {
		if max(size.X, size.Y) <= asIsSide && len(data) <= asIsBytes && isWhole(data, format) && !isCMYK(config) {
			return data, "image/" + format, size, true
		}
	}
	return remade(data, format)
}

// isWhole reports whether a picture has its end: a document that was cut off
// on its way has pictures without.
func isWhole(data []byte, format string) bool {
	tail := data[max(0, len(data)-1024):]
	if format == "png" {
		return bytes.Contains(tail, []byte("IEND"))
	}
	return bytes.Contains(tail, []byte{0xff, 0xd9})
}

// isCMYK tells the pictures of printers, which not every program shows.
func isCMYK(config image.Config) bool { return config.ColorModel == color.CMYKModel }

// remade decodes a picture, makes it smaller where it must, and encodes it as
// JPEG where it is a photograph and as PNG where not.
func remade(data []byte, format string) (shown []byte, mime string, size image.Point, ok bool) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, "", size, false
	}
	img = scaled(img)
	size = img.Bounds().Size()
	var b bytes.Buffer
	if o, can := img.(interface{ Opaque() bool }); (format == "jpeg" || format == "webp" || format == "tiff") && can && o.Opaque() {
		err, mime = jpeg.Encode(&b, img, &jpeg.Options{Quality: 88}), "image/jpeg"
	} else {
		err, mime = png.Encode(&b, img), "image/png"
	}
	return b.Bytes(), mime, size, err == nil
}

// scaled makes a picture at most maxFigureSide pixels wide and high.
func scaled(img image.Image) image.Image {
	size := img.Bounds().Size()
	longer := max(size.X, size.Y)
	if longer <= maxFigureSide {
		return img
	}
	w := max(1, size.X*maxFigureSide/longer)
	h := max(1, size.Y*maxFigureSide/longer)
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.ApproxBiLinear.Scale(dst, dst.Bounds(), img, img.Bounds(), draw.Src, nil)
	return dst
}

// tidyAlt leaves out descriptions that are a file's name or that an office
// program made up.
func tidyAlt(alt string) string {
	lines := strings.Split(tidyLines(alt), "\n")
	if last := len(lines) - 1; last > 0 && strings.Contains(strings.ToLower(lines[last]), "automatically generated") {
		lines = lines[:last]
	}
	alt = strings.TrimPrefix(strings.Join(lines, " "), "fig: ") // pandoc's mark
	if isFileName(alt) {
		return ""
	}
	return alt
}

// isFileName reports whether a description is only the name of a picture file.
func isFileName(s string) bool {
	if strings.Contains(s, " ") {
		return false
	}
	switch strings.ToLower(path.Ext(s)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".svg", ".tif", ".tiff", ".webp":
		return true
	}
	return false
}

// picture puts in a part of an archive as a figure. A part that is missing or
// broken is left out; only what ends the reading is an error.
func (a *archive) picture(c *composer, name, alt, caption string) error {
	if name == "" || !a.has(name) || len(c.doc.Figures) >= maxFigures {
		return nil
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".emf", ".wmf", ".svg", ".svm", ".pict":
		return nil
	}
	data, err := a.read(name, maxPicture)
	if err != nil {
		if a.ctx.Err() != nil || a.left < 0 {
			return err
		}
		return nil // the text stands without a broken picture
	}
	return c.figure(data, alt, caption)
}

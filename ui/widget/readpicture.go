package widget

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that stories' pictures have
	_ "image/jpeg"
	_ "image/png"
	"io"
	"math"
	"os"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // and what imported stories may have
)

// maxPicturePixels bounds a picture that is shown: more than any camera's,
// and 400 MB when decoded.
const maxPicturePixels = 100 << 20

var errPictureSize = errors.New("the picture has no size that can be shown")

// readPicture decodes a file, or one of the program's own pictures, and scales
// it as key says; its corners are still square.
func readPicture(key PictureKey, own []byte) (*image.RGBA, error) {
	if key.Width <= 0 || key.Height <= 0 || key.Width > 1<<14 || key.Height > 1<<14 {
		return nil, errPictureSize
	}
	src, err := decodePicture(key.Path, own)
	if err != nil {
		return nil, fmt.Errorf("show a picture: %w", err)
	}
	img := image.NewRGBA(image.Rect(0, 0, key.Width, key.Height))
	if key.Whole {
		scaleInto(img, wholeBox(src.Bounds().Size(), img.Rect), src, src.Bounds())
	} else {
		scaleInto(img, img.Rect, src, cropBox(src.Bounds(), key.Width, key.Height))
	}
	return img, nil
}

func decodePicture(path string, own []byte) (image.Image, error) {
	var f io.ReadSeeker = bytes.NewReader(own)
	if own == nil {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close() // only read
		f = file
	}
	config, _, err := image.DecodeConfig(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPicturePixels/config.Height {
		return nil, errPictureSize
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bufio.NewReader(f))
	return img, err
}

// cropBox gives the largest part of a picture, from its middle, that has the
// shape of width by height.
func cropBox(src image.Rectangle, width, height int) image.Rectangle {
	w, h := src.Dx(), src.Dy()
	if w*height > width*h {
		w = max(h*width/height, 1)
	} else {
		h = max(w*height/width, 1)
	}
	at := src.Min.Add(image.Pt((src.Dx()-w)/2, (src.Dy()-h)/2))
	return image.Rectangle{at, at.Add(image.Pt(w, h))}
}

// wholeBox gives the largest place in the middle of box for a whole picture.
func wholeBox(size image.Point, box image.Rectangle) image.Rectangle {
	w, h := box.Dx(), box.Dy()
	if size.X*h > w*size.Y {
		h = max(size.Y*w/size.X, 1)
	} else {
		w = max(size.X*h/size.Y, 1)
	}
	at := box.Min.Add(image.Pt((box.Dx()-w)/2, (box.Dy()-h)/2))
	return image.Rectangle{at, at.Add(image.Pt(w, h))}
}

// scaleInto scales a part of a picture. A picture of the right size already
// keeps its very pixels.
func scaleInto(dst *image.RGBA, to image.Rectangle, src image.Image, from image.Rectangle) {
	if to.Size() == from.Size() {
		draw.Draw(dst, to, src, from.Min, draw.Src)
		return
	}
	draw.CatmullRom.Scale(dst, to, src, from, draw.Src, nil)
}

// cut rounds the corners of a picture, smoothly.
func (c Corners) cut(img *image.RGBA) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	for _, corner := range []struct {
		radius      float32
		right, down bool
	}{{c.TopLeft, false, false}, {c.TopRight, true, false}, {c.BottomRight, true, true}, {c.BottomLeft, false, true}} {
		radius := min(corner.radius, float32(w)/2, float32(h)/2)
		for y := range int(math.Ceil(float64(radius))) {
			for x := range int(math.Ceil(float64(radius))) {
				dx, dy := radius-float32(x)-0.5, radius-float32(y)-0.5
				cover := radius - float32(math.Hypot(float64(dx), float64(dy))) + 0.5
				if cover >= 1 {
					continue
				}
				px, py := x, y
				if corner.right {
					px = w - 1 - x
				}
				if corner.down {
					py = h - 1 - y
				}
				fade(img.Pix[img.PixOffset(px, py):][:4], max(cover, 0))
			}
		}
	}
}

// fade makes a premultiplied pixel more transparent.
func fade(pix []uint8, cover float32) {
	for i := range pix {
		pix[i] = uint8(float32(pix[i])*cover + 0.5)
	}
}

package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // pictures of stories are PNG or JPEG

	"golang.org/x/image/draw"
)

// Image is a picture of the file. It can be shown on many pages.
type Image struct {
	ref           ref
	number        int
	Width, Height int // pixels, as given
}

// Limits on a picture from outside.
const (
	maxPixels = 64 << 20
	// jpegQuality of pictures that are packed anew.
	jpegQuality = 88
	// maxColours is how many a drawing has that is stored exactly.
	maxColours = 256
)

// Image adds a PNG or JPEG picture that is shown at most side pixels wide or
// high. A JPEG of that size goes in as it is, without what cameras write about
// place and time; a drawing of few colours stays exact, and everything else
// becomes a JPEG. What is transparent becomes white, as paper is.
func (f *File) Image(data []byte, side int) (*Image, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width*config.Height > maxPixels {
		return nil, fmt.Errorf("a picture of %d by %d pixels is too large", config.Width, config.Height)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	made := &Image{ref: f.reserve(), number: f.images + 1, Width: config.Width, Height: config.Height}
	f.images++
	small := max(config.Width, config.Height) <= side
	if format == "jpeg" && small {
		switch decoded.(type) {
		case *image.YCbCr:
			return made, f.jpeg(made.ref, data, config.Width, config.Height, "DeviceRGB")
		case *image.Gray:
			return made, f.jpeg(made.ref, data, config.Width, config.Height, "DeviceGray")
		}
	}
	paper := onPaper(decoded, side)
	if pixels, palette, ok := fewColours(paper); ok {
		f.indexed(made.ref, pixels, palette, paper.Rect)
		return made, nil
	}
	var packed bytes.Buffer
	if err := jpeg.Encode(&packed, paper, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, err
	}
	return made, f.jpeg(made.ref, packed.Bytes(), paper.Rect.Dx(), paper.Rect.Dy(), "DeviceRGB")
}

// onPaper lays a picture on white, made smaller where it is larger than side.
func onPaper(from image.Image, side int) *image.RGBA {
	in := from.Bounds()
	w, h := in.Dx(), in.Dy()
	if longest := max(w, h); longest > side {
		w, h = max(w*side/longest, 1), max(h*side/longest, 1)
	}
	paper := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(paper, paper.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	if w == in.Dx() && h == in.Dy() {
		draw.Draw(paper, paper.Rect, from, in.Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(paper, paper.Rect, from, in, draw.Over, nil)
	}
	return paper
}

// fewColours gives a picture as indices of a palette of RGB triples; ok is
// false where it has too many colours.
func fewColours(from *image.RGBA) (pixels, palette []byte, ok bool) {
	known := map[[3]byte]byte{}
	pixels = make([]byte, 0, len(from.Pix)/4)
	for i := 0; i < len(from.Pix); i += 4 {
		c := [3]byte(from.Pix[i : i+3])
		at, found := known[c]
		if !found {
			if len(known) == maxColours {
				return nil, nil, false
			}
			at = byte(len(known))
			known[c] = at
			palette = append(palette, c[:]...)
		}
		pixels = append(pixels, at)
	}
	return pixels, palette, true
}

func (f *File) indexed(r ref, pixels, palette []byte, size image.Rectangle) {
	f.stream(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB %d<%X>]",
		size.Dx(), size.Dy(), len(palette)/3-1, palette), pixels, false)
}

func (f *File) jpeg(r ref, data []byte, width, height int, space string) error {
	data, err := withoutNotes(data)
	if err != nil {
		return err
	}
	f.stream(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s/Filter/DCTDecode",
		width, height, space), data, true)
	return nil
}

var errJPEG = errors.New("the JPEG picture is damaged")

// withoutNotes leaves the segments out of a JPEG that only tell about it: APP1
// to APP13 and comments (ITU-T T.81, table B.1).
func withoutNotes(data []byte) ([]byte, error) {
	kept := make([]byte, 0, len(data))
	if len(data) < 2 {
		return nil, errJPEG
	}
	kept = append(kept, data[:2]...)
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xff {
			return nil, errJPEG
		}
		marker := data[at+1]
		if marker == 0xff { // a fill byte
			at++
			continue
		}
		if marker == 0xda { // the scan, to the end
			return append(kept, data[at:]...), nil
		}
		end := at + 2 + int(data[at+2])<<8 + int(data[at+3])
		if end > len(data) {
			return nil, errJPEG
		}
		if note := marker >= 0xe1 && marker <= 0xed || marker == 0xfe; !note {
			kept = append(kept, data[at:end]...)
		}
		at = end
	}
	return nil, errJPEG
}

package document

import (
	"encoding/binary"
	"image"
)

// An orientation says how a picture lies, as cameras note it (EXIF 2.3, tag
// 0x0112): 1 is upright, 3 upside down, 6 to be turned clockwise, 8 the other
// way, and 2, 4, 5 and 7 are mirrored.
type orientation int

const upright orientation = 1

// quarterTurns gives the orientation that so many quarter turns clockwise set
// right.
func quarterTurns(n int) orientation { return [...]orientation{1, 6, 3, 8}[n&3] }

// size gives the size upright of a picture of w by h pixels.
func (o orientation) size(w, h int) (int, int) {
	if o >= 5 && o <= 8 {
		return h, w
	}
	return w, h
}

// place gives the place upright of the pixel at x, y of a picture of w by h.
func (o orientation) place(x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}

// apply gives the picture upright.
func (o orientation) apply(img *image.Gray) *image.Gray {
	if o < 2 || o > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	width, height := o.size(w, h)
	dst := image.NewGray(image.Rect(0, 0, width, height))
	for y := range h {
		for x, v := range img.Pix[y*img.Stride : y*img.Stride+w] {
			toX, toY := o.place(x, y, w, h)
			dst.Pix[toY*dst.Stride+toX] = v
		}
	}
	return dst
}

// applyColour does the same for a picture in colour.
func (o orientation) applyColour(img *image.RGBA) *image.RGBA {
	if o < 2 || o > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	width, height := o.size(w, h)
	dst := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range h {
		for x := range w {
			toX, toY := o.place(x, y, w, h)
			dst.SetRGBA(toX, toY, img.RGBAAt(x, y))
		}
	}
	return dst
}

// exifBytes is how much of the beginning of a JPEG is searched for its EXIF.
const exifBytes = 256 << 10

// orientationOf finds the orientation in the first bytes of a JPEG; upright
// where there is none.
func orientationOf(jpeg []byte) orientation {
	for at := 2; at+4 <= len(jpeg) && jpeg[at] == 0xff; {
		marker, size := jpeg[at+1], int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if marker == 0xda || size < 2 || at+2+size > len(jpeg) {
			break
		}
		segment := jpeg[at+4 : at+2+size]
		if marker == 0xe1 && len(segment) > 6 && string(segment[:6]) == "Exif\x00\x00" {
			return orientationOfTIFF(segment[6:])
		}
		at += 2 + size
	}
	return upright
}

// orientationOfTIFF reads the first directory of a TIFF (TIFF 6.0, section 2).
func orientationOfTIFF(b []byte) orientation {
	const (
		tag       = 0x0112
		typeShort = 3
		entrySize = 12
	)
	if len(b) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(b[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return upright
	}
	n := int(order.Uint16(b[at:]))
	for entry := b[at+2:]; n > 0 && len(entry) >= entrySize; n, entry = n-1, entry[entrySize:] {
		if order.Uint16(entry) == tag && order.Uint16(entry[2:]) == typeShort {
			if o := orientation(order.Uint16(entry[8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return upright
}

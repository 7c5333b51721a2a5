package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"edusmart/core/model"
)

// ownSide bounds the sides of a teacher's own picture, in pixels.
const ownSide = 4096

// OwnPicture decodes a picture of the teacher's own (PNG, JPEG, GIF, BMP, TIFF
// or WebP), within the limits on pictures of documents, and encodes it anew: as
// JPEG what was one, as PNG all else, upright as its EXIF says and at most 4,096
// pixels wide and high. Nothing else of the file comes along, neither where it
// was taken nor by whom.
func OwnPicture(ctx context.Context, data []byte) (clean []byte, mime string, err error) {
	const op = "use picture"
	if len(data) == 0 || len(data) > maxPicture {
		return nil, "", model.Errorf(op, model.Input, "This picture is empty, or larger than 40 MB. Choose another.", fmt.Errorf("%d bytes", len(data)))
	}
	img, turn, err := decodePicture(ctx, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		say := "This is no picture that can be shown. Choose a PNG, JPEG, GIF or WebP file."
		if errors.Is(err, errPictureSize) {
			say = "This picture has too many pixels. Make it smaller, or choose another."
		}
		return nil, "", model.Errorf(op, model.Input, say, err)
	}
	photograph := bytes.HasPrefix(data, []byte{0xff, 0xd8})
	straight := turn.applyColour(bearable(img))
	var b bytes.Buffer
	if photograph {
		mime, err = "image/jpeg", jpeg.Encode(&b, straight, &jpeg.Options{Quality: 90})
	} else {
		mime, err = "image/png", png.Encode(&b, straight)
	}
	if err != nil {
		return nil, "", model.Errorf(op, model.Unusable, "This picture cannot be kept. Choose another.", err)
	}
	return b.Bytes(), mime, ctx.Err()
}

// bearable gives a picture in RGBA, at most ownSide pixels wide and high.
func bearable(img image.Image) *image.RGBA {
	size := img.Bounds().Size()
	if longer := max(size.X, size.Y); longer > ownSide {
		size = image.Pt(max(1, size.X*ownSide/longer), max(1, size.Y*ownSide/longer))
	}
	dst := image.NewRGBA(image.Rectangle{Max: size})
	if size == img.Bounds().Size() {
		draw.Draw(dst, dst.Rect, img, img.Bounds().Min, draw.Src)
	} else {
		draw.ApproxBiLinear.Scale(dst, dst.Rect, img, img.Bounds(), draw.Src, nil)
	}
	return dst
}

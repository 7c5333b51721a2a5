package document

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/gif"
	"strings"
	"testing"

	"edusmart/core/model"
)

func TestATeachersPictureIsMadeAnew(t *testing.T) {
	half := image.NewRGBA(image.Rect(0, 0, 60, 40)) // red at the left, blue at the right
	for y := range 40 {
		for x := range 60 {
			half.Set(x, y, color.RGBA{220, 20, 20, 255})
			if x >= 30 {
				half.Set(x, y, color.RGBA{20, 20, 220, 255})
			}
		}
	}
	jpeg := asJPEG(t, half)
	secret := withOrientation(jpeg, 6)
	secret = append(secret, "taken at 52.5 N 13.4 E"...)
	var moving bytes.Buffer
	if err := gif.Encode(&moving, half, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		mime string
		w, h int
	}{
		{"a photograph on its side", secret, "image/jpeg", 40, 60},
		{"a drawing", asPNG(t, half), "image/png", 60, 40},
		{"a GIF", moving.Bytes(), "image/png", 60, 40},
		{"a very large one", asPNG(t, image.NewGray(image.Rect(0, 0, 8000, 200))), "image/png", 4096, 102},
	} {
		t.Run(c.name, func(t *testing.T) {
			clean, mime, err := OwnPicture(t.Context(), c.data)
			if err != nil {
				t.Fatal(err)
			}
			img, _, err := image.Decode(bytes.NewReader(clean))
			if err != nil || mime != c.mime || img.Bounds().Dx() != c.w || img.Bounds().Dy() != c.h {
				t.Fatalf("%s, %v, %v", mime, img.Bounds(), err)
			}
			if bytes.Contains(clean, []byte("taken at")) || bytes.Contains(clean, []byte("Exif")) {
				t.Error("what is not the picture came along")
			}
			if c.h == 60 { // turned clockwise, the left is at the top
				if r, _, b, _ := img.At(20, 5).RGBA(); r < b {
					t.Error("it lies on its side still")
				}
			}
		})
	}
}

func TestWhatIsNoPictureIsRefusedInASentence(t *testing.T) {
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00\x90\x17\x9b\x8e")
	whole := asPNG(t, image.NewGray(image.Rect(0, 0, 100, 100)))
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("a picture"), "a bomb": bomb, "too large": make([]byte, maxPicture+1),
		"a document": []byte("%PDF-1.7"), "a cut one": whole[:len(whole)/2],
	} {
		_, _, err := OwnPicture(t.Context(), data)
		if say := model.Sentence(err); err == nil || model.KindOf(err) != model.Input || !strings.Contains(say, "icture") {
			t.Errorf("%s: %v", name, err)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := OwnPicture(ended, whole); err == nil {
		t.Error("it goes on after the end")
	}
}

func FuzzOwnPicture(f *testing.F) {
	f.Add([]byte("GIF89a"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08"))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		if clean, _, err := OwnPicture(t.Context(), data); err == nil {
			if _, _, err := image.Decode(bytes.NewReader(clean)); err != nil {
				t.Errorf("what came of it is no picture: %v", err)
			}
		}
	})
}

package widget

import (
	"bufio"
	"cmp"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"time"

	"edusmart/core/lazyregexp"
)

// smallPictures is a folder where small pictures are kept as they are shown,
// decoded and scaled once; "" keeps none. It is a cache: what is wrong with it
// costs time only.
type smallPictures string

const (
	smallPixels  = 512 * 512 // what is kept has at most so many
	smallQuality = 90
	smallBytes   = 256 << 20 // of the folder
)

// hashed are the names of files that are named by their content, as stories'
// pictures are: what is kept of them never goes stale.
var hashed = lazyregexp.New(`^[0-9a-f]{64}\.[a-z0-9]{1,8}$`)

// file names what is kept of a picture; "" where nothing is.
func (s smallPictures) file(key PictureKey) string {
	base := filepath.Base(key.Path)
	if s == "" || key.Whole || key.Width*key.Height > smallPixels || !hashed().MatchString(base) {
		return ""
	}
	return filepath.Join(string(s), fmt.Sprintf("%.32s-%dx%d.jpg", base, key.Width, key.Height))
}

// read gives a picture as it is shown.
func (s smallPictures) read(key PictureKey, own []byte) (*image.RGBA, error) {
	path := s.file(key)
	if path != "" && own == nil {
		if img := readSmall(path, key); img != nil {
			key.Corners.cut(img)
			return img, nil
		}
	}
	img, err := readPicture(key, own)
	if err != nil {
		return nil, err
	}
	if path != "" && own == nil && img.Opaque() {
		writeSmall(path, img)
	}
	key.Corners.cut(img)
	return img, nil
}

func readSmall(path string, key PictureKey) *image.RGBA {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	src, err := jpeg.Decode(bufio.NewReader(f))
	if err != nil || src.Bounds().Dx() != key.Width || src.Bounds().Dy() != key.Height {
		return nil
	}
	img := image.NewRGBA(src.Bounds())
	draw.Draw(img, img.Rect, src, src.Bounds().Min, draw.Src)
	return img
}

// writeSmall keeps a picture. Where it cannot be kept, it is decoded again
// next time.
func writeSmall(path string, img image.Image) {
	if os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return
	}
	err = jpeg.Encode(f, img, &jpeg.Options{Quality: smallQuality})
	if closeErr := f.Close(); err != nil || closeErr != nil || os.Rename(f.Name(), path) != nil {
		_ = os.Remove(f.Name())
	}
}

// prune removes the oldest of what is kept where it takes too much room, and
// what was never finished.
func (s smallPictures) prune() {
	files, err := os.ReadDir(string(s))
	if err != nil {
		return
	}
	type kept struct {
		path string
		size int64
		at   time.Time
	}
	var all []kept
	var sum int64
	for _, f := range files {
		if info, err := f.Info(); err == nil && info.Mode().IsRegular() {
			all = append(all, kept{filepath.Join(string(s), f.Name()), info.Size(), info.ModTime()})
			sum += info.Size()
		}
	}
	slices.SortFunc(all, func(a, b kept) int { return cmp.Compare(a.at.UnixNano(), b.at.UnixNano()) })
	for _, k := range all {
		unfinished := filepath.Ext(k.path) != ".jpg" && time.Since(k.at) > time.Hour
		if sum > smallBytes || unfinished {
			_ = os.Remove(k.path)
			sum -= k.size
		}
	}
}

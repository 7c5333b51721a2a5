package widget

import (
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSmallPicturesAreKeptDecodedAndNeverTrusted(t *testing.T) {
	dir := t.TempDir()
	small := smallPictures(dir)
	path := filepath.Join(t.TempDir(), strings.Repeat("ab", 32)+".png")
	if err := os.Rename(pictureFile(t, "large.png", 600, 600, red), path); err != nil {
		t.Fatal(err)
	}
	key := PictureKey{Path: path, Width: 200, Height: 129, Corners: Round(12)}
	middle := func(what string) {
		t.Helper()
		img, err := small.read(key, nil)
		if err != nil || img.Rect.Dx() != 200 || !near(color.RGBAModel.Convert(img.At(100, 60)).(color.RGBA), red) || img.RGBAAt(0, 0).A != 0 {
			t.Fatalf("%s: %v", what, err)
		}
	}
	middle("decoded")
	kept, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept: %q, %v", kept, err)
	}
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	middle("without the large one")
	if err := os.WriteFile(kept[0], []byte("no picture"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	middle("with a damaged small one")
	plain := PictureKey{Path: pictureFile(t, "own.png", 300, 300, red), Width: 200, Height: 129}
	large := PictureKey{Path: path, Width: 1200, Height: 800}
	for _, k := range []PictureKey{plain, large} {
		if _, err := small.read(k, nil); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err = filepath.Glob(filepath.Join(dir, "*")); err != nil || len(kept) != 1 {
		t.Errorf("kept: %q, %v", kept, err)
	}
}

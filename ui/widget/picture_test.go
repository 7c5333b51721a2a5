package widget

import (
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var (
	red   = color.NRGBA{200, 30, 20, 255}
	green = color.NRGBA{20, 150, 60, 255}
)

// pictureFile makes a picture with a frame of another colour, an eighth of
// its width on the left and right.
func pictureFile(t testing.TB, name string, w, h int, middle color.NRGBA) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := middle
			if x < w/8 || x >= w-w/8 {
				c = color.NRGBA{0, 0, 0, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if filepath.Ext(name) == ".jpg" {
		err = jpeg.Encode(f, img, nil)
	} else {
		err = png.Encode(f, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func newTestLoader(t testing.TB) *Loader {
	l := NewLoader()
	t.Cleanup(l.Close)
	return l
}

// loadNow waits for a picture.
func loadNow(t testing.TB, l *Loader, key PictureKey) (*image.RGBA, error) {
	t.Helper()
	type answer struct {
		img *image.RGBA
		err error
	}
	got := make(chan answer, 1)
	l.Load(key, func(img *image.RGBA, err error) { got <- answer{img, err} })
	a := <-got
	return a.img, a.err
}

func TestAPictureIsCroppedOrShownWhole(t *testing.T) {
	l := newTestLoader(t)
	for _, name := range []string{"a.png", "a.jpg"} {
		path := pictureFile(t, name, 400, 200, red)
		cropped, err := loadNow(t, l, PictureKey{Path: path, Width: 100, Height: 100})
		if err != nil {
			t.Fatal(err)
		}
		// The middle square of a picture twice as wide has none of the frame.
		for _, x := range []int{0, 50, 99} {
			if c := cropped.RGBAAt(x, 50); !near(c, red) {
				t.Errorf("%s cropped has %v at %d", name, c, x)
			}
		}
		whole, err := loadNow(t, l, PictureKey{Path: path, Width: 100, Height: 100, Whole: true})
		if err != nil {
			t.Fatal(err)
		}
		if c := whole.RGBAAt(5, 50); !near(c, color.NRGBA{0, 0, 0, 255}) {
			t.Errorf("%s whole has lost its frame: %v", name, c)
		}
		if c := whole.RGBAAt(50, 10); c.A != 0 {
			t.Errorf("%s whole covers the ground above it: %v", name, c)
		}
	}
}

func near(a color.RGBA, b color.NRGBA) bool {
	off := func(x, y uint8) bool { return int(x)-int(y) > 12 || int(y)-int(x) > 12 }
	return !off(a.R, b.R) && !off(a.G, b.G) && !off(a.B, b.B) && a.A == 255
}

func TestOnlyTheChosenCornersAreRound(t *testing.T) {
	l := newTestLoader(t)
	img, err := loadNow(t, l, PictureKey{
		Path: pictureFile(t, "a.png", 80, 80, red), Width: 80, Height: 80, Corners: Corners{TopLeft: 16, BottomLeft: 16},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		x, y int
		gone bool
	}{{0, 0, true}, {0, 79, true}, {79, 0, false}, {79, 79, false}, {16, 0, false}, {0, 40, false}} {
		if gone := img.RGBAAt(c.x, c.y).A < 128; gone != c.gone {
			t.Errorf("pixel %d,%d cut off: %v", c.x, c.y, gone)
		}
	}
}

func TestWhatIsNoPictureIsAnError(t *testing.T) {
	l := newTestLoader(t)
	text := filepath.Join(t.TempDir(), "a.png")
	if err := os.WriteFile(text, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := loadNow(t, l, PictureKey{Path: text, Width: 10, Height: 10}); err == nil {
		t.Error("text was shown as a picture")
	}
	if _, err := loadNow(t, l, PictureKey{Path: text + ".gone", Width: 10, Height: 10}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := loadNow(t, l, PictureKey{Path: pictureFile(t, "b.png", 8, 8, red), Width: 1 << 20, Height: 10}); err == nil {
		t.Error("a picture of a million pixels' width was made")
	}
}

func TestWhatNobodyWaitsForIsNotDecoded(t *testing.T) {
	// A loader without workers, so that requests stay in the queue.
	l := NewIdleLoader()
	path := pictureFile(t, "a.png", 8, 8, red)
	key := func(w int) PictureKey { return PictureKey{Path: path, Width: w, Height: 8} }
	none := func(*image.RGBA, error) { t.Error("called back") }
	cancel := l.Load(key(1), none)
	l.Load(key(2), func(*image.RGBA, error) {})
	l.Prefetch(key(3), key(4))
	l.Load(key(5), func(*image.RGBA, error) {})
	cancel()
	var order []int
	for range 4 {
		order = append(order, l.next().key.Width)
	}
	want := []int{5, 2, 3, 4}
	for i := range want {
		if order[i] != want[i] {
			t.Fatalf("decoded in the order %v, want %v", order, want)
		}
	}
}

func TestTheLoaderKeepsTheLatestPicturesWithinItsBounds(t *testing.T) {
	cache := newPictureCache(3 * 400)
	key := func(i int) PictureKey { return PictureKey{Width: i} }
	for i := range 3 {
		cache.put(key(i), image.NewRGBA(image.Rect(0, 0, 10, 10)))
	}
	cache.get(key(0))
	cache.put(key(3), image.NewRGBA(image.Rect(0, 0, 10, 10)))
	for i, kept := range []bool{true, false, true, true} {
		if got := cache.get(key(i)) != nil; got != kept {
			t.Errorf("picture %d kept: %v", i, got)
		}
	}
	if cache.bytes != 3*400 {
		t.Errorf("%d bytes are kept", cache.bytes)
	}
}

func TestAPrefetchedPictureIsThereAtOnce(t *testing.T) {
	l := newTestLoader(t)
	first := PictureKey{Path: pictureFile(t, "a.png", 64, 64, red), Width: 32, Height: 32}
	l.Prefetch(first)
	if _, err := loadNow(t, l, first); err != nil {
		t.Fatal(err)
	}
	if l.Cached(first) == nil {
		t.Error("it is not kept")
	}
}

func TestNobodyIsCalledBackAfterClose(t *testing.T) {
	l := NewLoader()
	path := pictureFile(t, "a.png", 64, 64, red)
	l.Close()
	l.Load(PictureKey{Path: path, Width: 8, Height: 8}, func(*image.RGBA, error) { t.Error("called back") })
	l.Close()
}

// stage shows a picture in a window. Its loader does nothing until serve is
// called, so that what happens meanwhile can be seen. middle is the colour in
// the middle of the picture.
func stage(t *testing.T, turns bool) (p *Picture, serve func(), middle func() color.RGBA) {
	t.Helper()
	test.NewTempApp(t)
	l := NewIdleLoader()
	p = NewPicture(l, Round(12), func() color.Color { return green })
	p.Turns = turns
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(container.NewStack(canvas.NewRectangle(color.White), container.NewWithoutLayout(p)))
	w.Resize(fyne.NewSize(200, 200))
	p.Resize(fyne.NewSize(160, 160))
	serve = func() {
		r := l.next()
		img, err := smallPictures("").read(r.key, nil)
		l.finish(r, img, err)
	}
	middle = func() color.RGBA {
		return color.RGBAModel.Convert(w.Canvas().Capture().At(80, 80)).(color.RGBA)
	}
	return p, serve, middle
}

func TestTheGroundIsShownUntilThePictureIsDecoded(t *testing.T) {
	p, serve, middle := stage(t, false)
	p.SetFile(pictureFile(t, "a.png", 64, 64, red), false)
	if c := middle(); !near(c, green) || p.Shown() {
		t.Errorf("before: %v, shown %v", c, p.Shown())
	}
	serve()
	if c := middle(); !near(c, red) || !p.Shown() {
		t.Errorf("after: %v, shown %v", c, p.Shown())
	}
	p.SetFile("", false)
	if c := middle(); !near(c, green) {
		t.Errorf("without a file: %v", c)
	}
}

func TestAPageKeepsItsPictureUntilTheNextOneIsDecoded(t *testing.T) {
	blue := color.NRGBA{20, 40, 200, 255}
	for _, turns := range []bool{true, false} {
		p, serve, middle := stage(t, turns)
		first, second := pictureFile(t, "a.png", 64, 64, red), pictureFile(t, "b.png", 64, 64, blue)
		p.SetFile(first, false)
		middle()
		serve()
		middle()
		p.SetFile(second, false)
		meanwhile := green
		if turns {
			meanwhile = red
		}
		if c := middle(); !near(c, meanwhile) {
			t.Errorf("turns %v: meanwhile %v", turns, c)
		}
		serve()
		if c := middle(); !near(c, blue) {
			t.Errorf("turns %v: afterwards %v", turns, c)
		}
	}
}

func TestANeighbourThatIsDecodedIsShownAtOnce(t *testing.T) {
	p, serve, middle := stage(t, true)
	p.SetFile(pictureFile(t, "a.png", 64, 64, red), false)
	middle()
	serve()
	next := pictureFile(t, "b.png", 64, 64, color.NRGBA{20, 40, 200, 255})
	p.Prefetch(NextPicture{Path: next}, NextPicture{})
	serve()
	p.SetFile(next, false)
	if !p.Shown() {
		t.Error("it is decoded anew")
	}
}

func TestAPictureThatCannotBeDecodedLeavesTheGroundAndIsNotTriedForEver(t *testing.T) {
	p, serve, middle := stage(t, true)
	p.SetFile(filepath.Join(t.TempDir(), "gone.png"), false)
	middle()
	serve()
	for range 3 {
		p.Refresh()
		if c := middle(); !near(c, green) {
			t.Errorf("%v is shown", c)
		}
	}
	if len(p.loader.now) != 0 {
		t.Error("it is tried again")
	}
}

func TestASmallerWindowDecodesThePictureAgainAtItsSize(t *testing.T) {
	p, serve, middle := stage(t, true)
	p.SetFile(pictureFile(t, "a.png", 64, 64, red), false)
	middle()
	serve()
	p.Resize(fyne.NewSize(100, 120))
	if c := middle(); !near(c, red) {
		t.Errorf("meanwhile %v", c)
	}
	serve()
	middle()
	if got := p.shown.Rect.Size(); got != image.Pt(100, 120) {
		t.Errorf("shown at %v", got)
	}
}

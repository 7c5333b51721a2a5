package ui

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// scene is one picture of the gallery: what the window has been told, and
// where it stands.
type scene struct {
	name   string
	events func(now time.Time, dir string) []core.Event
	show   func(s *shell, dir string)
}

// TestNothingThatTakesTheKeyboardLiesOutsideTheWindow shows every screen that
// shows the service, in the smallest window. Where EDUSMART_SHOTS names a
// folder, it keeps pictures of them in every look and size.
func TestNothingThatTakesTheKeyboardLiesOutsideTheWindow(t *testing.T) {
	sizes := []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(minWidth, minHeight), fyne.NewSize(1920, 1080)}
	for _, sc := range slices.Concat(scenes(), handOutScenes(), drillScenes(), pairScenes()) {
		for _, mode := range []widget.Mode{widget.Light, widget.Dark, widget.HighContrast} {
			for _, size := range sizes {
				picture := os.Getenv("EDUSMART_SHOTS") != "" && (mode == widget.Light || size.Width == 1366)
				if !picture && (mode != widget.Light || size.Width != minWidth) {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%g", sc.name, mode, size.Width), func(t *testing.T) { sc.draw(t, mode, size) })
			}
		}
	}
}

// draw keeps a picture of a scene.
func (sc scene) draw(t *testing.T, mode widget.Mode, size fyne.Size) {
	loader, fonts := lit(t)
	if strings.HasPrefix(sc.name, "pairs-") {
		settle(fonts, translated["ar"])
	}
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: mode, LessMotion: true}, size)
	dir := t.TempDir()
	for _, e := range sc.events(time.Now(), dir) {
		s.update(e)
	}
	sc.show(s, dir)
	for o, at := range placed(window.Content()) {
		if _, ok := o.(fyne.Focusable); !ok {
			continue
		}
		if at.X < 0 || at.X+o.Size().Width > size.Width+1 || o.Size().Width <= 0 || o.Size().Height <= 0 {
			t.Errorf("a %T lies at %v, %v", o, at, o.Size())
		}
	}
	if folder := os.Getenv("EDUSMART_SHOTS"); folder != "" {
		shoot(t, window, filepath.Join(folder, fmt.Sprintf("%s-%s-%g.png", sc.name, mode, size.Width)))
	}
}

// shoot keeps a picture of a window.
func shoot(t *testing.T, window fyne.Window, path string) {
	t.Helper()
	window.Canvas().Capture() // asks for the pictures, which are decoded beside it
	time.Sleep(250 * time.Millisecond)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// windowShell is the whole window over a core that does nothing.
func windowShell(t *testing.T, loader *widget.Loader, fonts *typeset.Fonts, look widget.Look, size fyne.Size) (*shell, fyne.Window) {
	t.Helper()
	app, err := core.Open(core.Config{Home: t.TempDir(), Quiet: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { app.Close() })
	fyne.CurrentApp().Settings().SetTheme(widget.NewTheme(look))
	window := test.NewTempWindow(t, nil)
	window.SetPadded(false)
	s := newShell(app, fyne.CurrentApp(), window, loader, func() *typeset.Fonts { return fonts })
	s.look = look
	window.Resize(size)
	return s, window
}

// inLook is a SettingsState that keeps the look of the gallery.
func (s *shell) inLook(e core.SettingsState) core.SettingsState {
	e.Settings.Theme, e.Settings.LessMotion = string(s.look.Mode), s.look.LessMotion
	return e
}

// paint writes a picture of a mountain and gives its asset's name.
func paint(dir string, n int) string {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for y := range 256 {
		for x := range 256 {
			c := color.RGBA{uint8(90 + y/2), uint8(90 + y/4 + 8*n), uint8(130 - y/4), 255}
			if d := y - 80; d > 0 && x > 128-d && x < 128+d {
				c = color.RGBA{uint8(70 + 3*n), 64, 72, 255}
			}
			img.Set(x, y, c)
		}
	}
	name := fmt.Sprintf("assets/%x.png", sha256.Sum256([]byte{byte(n)}))
	path := filepath.Join(dir, name)
	if os.MkdirAll(filepath.Dir(path), 0o755) == nil {
		if f, err := os.Create(path); err == nil {
			defer f.Close()
			(&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(f, img)
		}
	}
	return name
}

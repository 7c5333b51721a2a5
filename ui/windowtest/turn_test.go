package windowtest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// The keys of X11 (keysymdef.h) that turn pages.
const (
	keyPrior xproto.Keysym = 0xff55
	keyNext  xproto.Keysym = 0xff56
)

// BenchmarkPageTurn measures from the press of a key to the first changed
// pixel of the page, as X sees both, with the neighbours decoded.
func BenchmarkPageTurn(b *testing.B) {
	lesson := filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.pdf")
	home := b.TempDir()
	settings := []byte(`{"less_motion":true,"theme":"light","grade":5,"pages":8,"speed":1,"volume":1}`)
	if err := os.WriteFile(filepath.Join(home, "settings.json"), settings, 0o644); err != nil {
		b.Fatal(err)
	}
	d := newDesktop(b, 1366, 768)
	create := d.command(binaryFor(b), "create", lesson)
	create.Env = append(create.Env, "EDUSMART_HOME="+home)
	if out, err := create.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	a := d.launch(home)
	library := a.settled("turn-library")
	// The button "Open" of the story that was made last.
	d.output("xdotool", "mousemove", "--window", strconv.Itoa(int(a.window)), "1275", "158", "click", "1")
	until(b, 10*time.Second, "the story is shown", func() bool { return changed(library, a.settled("turn-story")) > 0.1 })
	for b.Loop() {
		took := d.turns(b, 7)
		least := leastTurn(b, 1366, 768)
		mark(b, "page turn, from the key to the first changed pixel", float64(median(took).Microseconds())/1000, 16, "ms")
		mark(b, "its part that is ours, beyond the toolkit's least", float64((median(took)-least).Microseconds())/1000, 16, "own-ms")
		mark(b, "the same, against the toolkit's least for such a page", float64(median(took))/float64(least), 3, "times")
	}
	a.close()
}

// turns turns n pages on and back again, and gives the time of each.
func (d *desktop) turns(b *testing.B, n int) (took []time.Duration) {
	b.Helper()
	eye := d.watcher(b)
	page := func() []byte { return eye.row(300)[110*4 : 900*4] }
	for i := range 2 * n {
		key := keyNext
		if i >= n {
			key = keyPrior
		}
		time.Sleep(400 * time.Millisecond) // a page is looked at, and its neighbours are decoded
		took = append(took, eye.turn(b, key, page))
	}
	return took
}

// watcher gives an eye that watches the screen until the test ends.
func (d *desktop) watcher(b *testing.B) *eye {
	b.Helper()
	eye, err := newEye(d.display)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(eye.close)
	if err := eye.watch(); err != nil {
		b.Fatal(err)
	}
	return eye
}

// press presses and releases a key.
func (e *eye) press(b *testing.B, key xproto.Keysym) {
	b.Helper()
	setup := xproto.Setup(e.conn)
	first, count := setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)
	keys, err := xproto.GetKeyboardMapping(e.conn, first, count).Reply()
	if err != nil {
		b.Fatal(err)
	}
	for i, k := range keys.Keysyms {
		if k != key {
			continue
		}
		code := byte(first) + byte(i/int(keys.KeysymsPerKeycode))
		for _, kind := range []byte{xproto.KeyPress, xproto.KeyRelease} {
			if err := xtest.FakeInputChecked(e.conn, kind, code, 0, 0, 0, 0, 0).Check(); err != nil {
				b.Fatal(err)
			}
		}
		return
	}
	b.Fatalf("no key gives %#x", key)
}

package widget

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// fewWords is a speller that knows every word without a doubled letter at its
// end.
type fewWords struct{}

func (fewWords) Misspelt(text string) []Misspelt {
	var wrong []Misspelt
	at := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" .,\n", r) }) {
		at += strings.Index(text[at:], w)
		if n := len(w); n > 2 && w[n-1] == w[n-2] {
			wrong = append(wrong, Misspelt{w, at, at + n})
		}
		at += len(w)
	}
	return wrong
}

func (fewWords) Meant(word string) []string { return []string{word[:len(word)-1], word + "e"} }

// ink gives the columns of a picture, from, to, that are drawn in letters
// between two heights, as words: what blanks part.
func inkedWords(img image.Image, box image.Rectangle, gap int, is func(color.NRGBA) bool) [][2]int {
	var words [][2]int
	for x := box.Min.X; x < box.Max.X; x++ {
		drawn := false
		for y := box.Min.Y; y < box.Max.Y && !drawn; y++ {
			drawn = is(color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA))
		}
		if !drawn {
			continue
		}
		if n := len(words); n > 0 && x-words[n-1][1] <= gap {
			words[n-1][1] = x
		} else {
			words = append(words, [2]int{x, x})
		}
	}
	return words
}

// away tells how far two colours are from each other.
func away(a, b color.NRGBA) int {
	d := func(x, y uint8) int { return max(int(x), int(y)) - min(int(x), int(y)) }
	return d(a.R, b.R) + d(a.G, b.G) + d(a.B, b.B)
}

// reddish reports whether a pixel is of the lines' colour.
func reddish(p color.NRGBA) bool { return away(p, RGBA(Red)) < 90 }

// linedWords gives the words of a text whose letters have a line exactly below
// them in the picture of a field, and how many pieces of line lie elsewhere.
// It knows nothing of how the lines were placed: it looks for rows of lines, and
// at the letters above them.
func linedWords(t *testing.T, img image.Image, box image.Rectangle) (lined []int, stray int) {
	t.Helper()
	ground := color.NRGBAModel.Convert(img.At(box.Min.X+6, box.Min.Y+6)).(color.NRGBA)
	isLetter := func(p color.NRGBA) bool { return away(p, ground) > 150 && !reddish(p) }
	first := 0
	for top := box.Min.Y; top < box.Max.Y; {
		line := image.Rect(box.Min.X, top, box.Max.X, top+1)
		if len(inkedWords(img, line, 2, isLetter)) == 0 {
			top++
			continue
		}
		bottom := top
		for bottom < box.Max.Y && len(inkedWords(img, image.Rect(box.Min.X, bottom, box.Max.X, bottom+1), 2, isLetter)) > 0 {
			bottom++
		}
		words := inkedWords(img, image.Rect(box.Min.X, top, box.Max.X, bottom), 4, isLetter)
		lines := inkedWords(img, image.Rect(box.Min.X, bottom-4, box.Max.X, bottom+5), 3, reddish)
		for _, l := range lines {
			i := slices.IndexFunc(words, func(w [2]int) bool { return max(w[0]-l[0], l[0]-w[0]) <= 2 && max(w[1]-l[1], l[1]-w[1]) <= 3 })
			if i < 0 {
				stray++
				t.Logf("a line from %d to %d, words %v", l[0], l[1], words)
			} else {
				lined = append(lined, first+i)
			}
		}
		first += len(words)
		top = bottom + 5
	}
	return lined, stray
}

// boxOf is what of the picture a field takes, less its edge.
func boxOf(f *Field) image.Rectangle {
	at, size := f.Position(), f.Size()
	return image.Rect(int(at.X)+3, int(at.Y)+3, int(at.X+size.Width)-3, int(at.Y+size.Height)-3)
}

// misspeltText has no letters that reach below the line.
const misspeltText = "The ashh clouds rise above the mountain and cover the sunn and moon. Nearr the crater we hear some wavess on the ocean, as on an arenaa"

// misspeltAt are the words of misspeltText that are wrong.
var misspeltAt = []int{1, 10, 13, 19, 26}

func TestMisspeltWordsAreUnderlinedWhereTheyStand(t *testing.T) {
	for _, mode := range []Mode{Light, Dark, HighContrast} {
		for _, width := range []float32{220, 340, 517, 900} {
			t.Run(fmt.Sprintf("%s %v", mode, width), func(t *testing.T) {
				dress(t, mode)
				f := NewSentenceField("").SetSpeller(fewWords{})
				f.SetText(misspeltText)
				c := theatre(t, 1000, 420, at(f, 20, 20, width, f.HeightFor(width)))
				img := c.Capture()
				if width == 340 {
					keep(t, c, "spelling-"+string(mode))
				}
				if lined, stray := linedWords(t, img, boxOf(f)); !slices.Equal(lined, misspeltAt) || stray > 0 {
					t.Errorf("words %v are underlined, and %d lines lie elsewhere", lined, stray)
				}
			})
		}
	}
}

func TestUnderlinesFollowTheTextThroughScrollingAndResizing(t *testing.T) {
	dress(t, Light)
	f := NewArea("", 4).SetSpeller(fewWords{})
	f.SetText(strings.Repeat("the sun and the moon on the ocean\n", 12) + "the sunn and the moonn")
	c := theatre(t, 600, 420, at(f, 20, 20, 400, 100))
	boxOf := func(f *Field) image.Rectangle { // less the bar that shows how far it is scrolled
		box := boxOf(f)
		box.Max.X -= 10
		return box
	}
	if lined, stray := linedWords(t, c.Capture(), boxOf(f)); len(lined)+stray > 0 {
		t.Fatalf("words that are out of sight are underlined: %v, %d", lined, stray)
	}
	f.entry.lines.scroll.ScrollToBottom()
	keep(t, c, "spelling-scroll")
	lined, stray := linedWords(t, c.Capture(), boxOf(f))
	if len(lined) != 2 || lined[1]-lined[0] != 3 || stray > 0 {
		t.Errorf("scrolled to the end: %v, %d", lined, stray)
	}
	f.Resize(fyne.NewSize(220, 300))
	f.entry.lines.scroll.ScrollToBottom()
	lined, stray = linedWords(t, c.Capture(), boxOf(f))
	if len(lined) != 2 || lined[1]-lined[0] != 3 || stray > 0 {
		t.Errorf("made narrow: %v, %d", lined, stray)
	}
	f.SetText("the sunn on the ocean")
	if lined, stray = linedWords(t, c.Capture(), boxOf(f)); !slices.Equal(lined, []int{1}) || stray > 0 {
		t.Errorf("another text: %v, %d", lined, stray)
	}
	f.SetText("the sun on the ocean")
	if lined, stray = linedWords(t, c.Capture(), boxOf(f)); len(lined)+stray > 0 {
		t.Errorf("a text without mistakes: %v, %d", lined, stray)
	}
}

func TestAWordThatIsBrokenIsUnderlinedInEachRowAndNoneBesideLettersFromTheRight(t *testing.T) {
	dress(t, Light)
	f := NewArea("", 5).SetSpeller(fewWords{})
	c := theatre(t, 400, 420, at(f, 20, 20, 160, 130))
	f.SetText("Donau dampfschifffahrtsausschuss is one word")
	img := c.Capture()
	keep(t, c, "spelling-broken")
	rows := 0
	for y := 20; y < 150; y += 4 {
		if len(inkedWords(img, image.Rect(23, y, 177, y+4), 3, reddish)) > 0 {
			rows++
		}
	}
	if rows < 2 || len(f.entry.lines.places) != 2 {
		t.Errorf("a word over two rows has lines in %d bands", rows)
	}
	f.SetText("البركان sunn 12\nthe sunn")
	if got := f.entry.lines.places; len(got) != 1 || got[0].at.Y < 20 || len(f.Misspelt()) != 2 {
		t.Errorf("in a row that reads from the right: %+v", got)
	}
}

func typeInto(f *Field, text string) {
	for _, r := range text {
		f.entry.TypedRune(r)
	}
}

func TestAWordIsUnderlinedOnceItIsFinished(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dress(t, Light)
		f := NewSentenceField("").SetSpeller(fewWords{})
		told := 0
		f.OnSpelled = func() { told++ }
		theatre(t, 600, 420, at(f, 20, 20, 400, 60))
		// The toolkit has one goroutine; here the pause and the test take turns.
		var turn sync.Mutex
		turn.Lock()
		f.entry.pause = time.AfterFunc(time.Hour, func() {
			turn.Lock()
			defer turn.Unlock()
			f.entry.rests()
		})
		wait := func(d time.Duration) {
			turn.Unlock()
			time.Sleep(d)
			synctest.Wait()
			turn.Lock()
		}
		typeInto(f, "the sunn")
		if len(f.Misspelt()) > 0 {
			t.Error("a word is wrong while it is typed")
		}
		typeInto(f, " ")
		if len(f.Misspelt()) != 1 || told != 1 {
			t.Errorf("after a blank: %v, told %d times", f.Misspelt(), told)
		}
		typeInto(f, "moonn")
		wait(typingPause / 2)
		typeInto(f, "n")
		wait(typingPause * 3 / 4)
		if len(f.Misspelt()) != 1 {
			t.Errorf("before a pause: %v", f.Misspelt())
		}
		wait(typingPause / 2)
		if len(f.Misspelt()) != 2 || len(f.entry.lines.places) != 2 {
			t.Errorf("after a pause: %v", f.Misspelt())
		}
		typeInto(f, " seaa")
		f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA}) // comes with each letter
		if len(f.Misspelt()) != 2 {
			t.Error("a letter's key ends the word")
		}
		f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		if len(f.Misspelt()) != 3 {
			t.Error("the cursor leaves a word, and it is not looked at")
		}
		f.entry.FocusLost()
		turn.Unlock()
	})
}

// menuOf gives the lines of the menu that lies over the window.
func menuOf(t *testing.T, c fyne.Canvas) *menu {
	t.Helper()
	top, ok := c.Overlays().Top().(*overlay)
	if !ok {
		t.Fatal("there is no menu")
	}
	return top.content.(*Card).Content.(*menu)
}

func TestWhatMayBeMeantIsInTheFieldsMenu(t *testing.T) {
	dress(t, Light)
	f := NewSentenceField("").SetSpeller(fewWords{})
	left := false
	f.OnLeft = func() { left = true }
	c := theatre(t, 600, 420, at(f, 20, 20, 240, 80))
	f.SetText("the sun and the moon and the seaa and the lake")
	f.TakeFocus()
	word := f.entry.lines.places[0]
	pos := word.at.Add(f.entry.lines.scroll.Position()).AddXY(5, 5)
	f.entry.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonSecondary})
	f.entry.TappedSecondary(&fyne.PointEvent{Position: pos})
	keep(t, c, "spelling-menu")
	m := menuOf(t, c)
	if m.items[0].Text != "sea" || m.items[1].Text != "seaae" {
		t.Fatalf("%+v", m.items[:2])
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := f.Text(); got != "the sun and the moon and the sea and the lake" || f.Cursor() != len("the sun and the moon and the sea") {
		t.Errorf("%q, the cursor at %d", got, f.Cursor())
	}
	if left || !f.Focused() || len(f.entry.lines.places) > 0 {
		t.Errorf("left %v, focused %v, %d lines", left, f.Focused(), len(f.entry.lines.places))
	}
	f.entry.Undo()
	f.entry.Undo()
	if got := f.Text(); got != "the sun and the moon and the seaa and the lake" {
		t.Errorf("taken back: %q", got)
	}
	test.TapSecondaryAt(f.entry, fyne.NewPos(20, 20))
	if m := menuOf(t, c); m.items[0].Text != "Undo" {
		t.Errorf("beside a misspelt word the menu begins with %q", m.items[0].Text)
	}
	menuOf(t, c).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	f.entry.putCursor(30)
	f.entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	m = menuOf(t, c)
	if m.items[0].Text != "sea" {
		t.Errorf("Shift+F10 in the word: %q", m.items[0].Text)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.entry.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if m = menuOf(t, c); m.items[0].Text != "sea" {
		t.Errorf("the menu key in the word: %q", m.items[0].Text)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.entry.FocusLost()
	if !left {
		t.Error("the field is left, and nobody is told")
	}
}

// BenchmarkAKeyIntoAMisspeltText is what a key costs in a field of 200 words,
// 40 of them wrong, and in the same without spelling.
func BenchmarkAKeyIntoAMisspeltText(b *testing.B) {
	for _, spelled := range []bool{false, true} {
		b.Run(fmt.Sprint("spelling=", spelled), func(b *testing.B) {
			test.NewTempApp(b).Settings().SetTheme(NewTheme(Look{Mode: Light}))
			f := NewArea("", 12)
			if spelled {
				f.SetSpeller(fewWords{})
			}
			f.SetText(strings.Repeat("the sunn and the moon ", 40))
			w := test.NewTempWindow(b, f)
			w.Resize(fyne.NewSize(600, 300))
			f.CursorToEnd()
			for b.Loop() {
				f.entry.TypedRune('e')
				f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			f.entry.FocusLost()
		})
	}
}

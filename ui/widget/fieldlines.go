package widget

import (
	"image"
	"image/color"
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// fieldLines is the text of a field's entry with a wavy line under each misspelt
// word. It is what the entry scrolls, so that the lines move with the text and
// are cut off where it is.
type fieldLines struct {
	entry  *fieldEntry
	scroll *container.Scroll
	text   fyne.CanvasObject // the entry's own
	object *fyne.Container
	waves  []*canvas.Raster // more than are shown are kept
	places []wordPlace
	ink    color.NRGBA
}

// wordPlace is where a misspelt word, or the part of it that one row holds,
// stands in the text.
type wordPlace struct {
	word     Misspelt
	at       fyne.Position // the corner of its letters
	size     fyne.Size
	baseline float32 // below at
}

// The line under a word, in pixels: its height over all, one wave of it, how far
// it goes up and down, and how thick it is.
const (
	waveTall  = 4
	waveLong  = 4.5
	waveSwing = 1.1
	waveThick = 1.3
)

func newFieldLines(e *fieldEntry, scroll *container.Scroll) *fieldLines {
	l := &fieldLines{entry: e, scroll: scroll, text: scroll.Content, ink: RGBA(Red)}
	l.object = container.New(l, l.text)
	scroll.Content = l.object
	return l
}

// MinSize implements fyne.Layout.
func (l *fieldLines) MinSize([]fyne.CanvasObject) fyne.Size { return l.text.MinSize() }

// Layout implements fyne.Layout.
func (l *fieldLines) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.text.Resize(size)
	l.place()
}

// place puts a line under each misspelt word as the text is wrapped now.
func (l *fieldLines) place() {
	words := l.entry.field.misspelt
	if len(words) == 0 && len(l.places) == 0 {
		return
	}
	l.places = l.entry.wordPlaces(words)
	for len(l.waves) < len(l.places) {
		wave := canvas.NewRaster(l.draw)
		wave.ScaleMode = canvas.ImageScaleFastest
		l.waves = append(l.waves, wave)
	}
	l.object.Objects = l.object.Objects[:1]
	for i, p := range l.places {
		l.waves[i].Move(p.at.AddXY(0, p.baseline+1))
		l.waves[i].Resize(fyne.NewSize(p.size.Width, waveTall))
		l.object.Objects = append(l.object.Objects, l.waves[i])
	}
	canvas.Refresh(l.object)
}

// recolour follows the look.
func (l *fieldLines) recolour() {
	if ink := RGBA(Red); ink != l.ink {
		l.ink = ink
		for _, w := range l.waves {
			w.Refresh()
		}
	}
}

// draw gives the picture of a wave, w by h device pixels.
func (l *fieldLines) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	scale := float64(h) / waveTall
	turn := 2 * math.Pi / (waveLong * scale)
	for x := range w {
		angle := turn * (float64(x) + 0.5)
		middle := float64(h)/2 - waveSwing*scale*math.Sin(angle)
		steep := waveSwing * scale * turn * math.Cos(angle)
		for y := range h {
			away := math.Abs(float64(y)+0.5-middle) / math.Hypot(1, steep)
			if cover := waveThick*scale/2 + 0.5 - away; cover > 0 {
				ink := l.ink
				ink.A = uint8(255 * min(cover, 1))
				img.SetNRGBA(x, y, ink)
			}
		}
	}
	return img
}

// wordAt gives the misspelt word at a place of the entry.
func (l *fieldLines) wordAt(at fyne.Position) (Misspelt, bool) {
	at = at.Subtract(l.scroll.Position()).Add(l.scroll.Offset)
	for _, p := range l.places {
		d := at.Subtract(p.at)
		if d.X >= 0 && d.X <= p.size.Width && d.Y >= 0 && d.Y <= p.size.Height {
			return p.word, true
		}
	}
	return Misspelt{}, false
}

// wordPlaces gives where words stand in the text, part by part where one is
// broken. A row with letters that read from the right is left out: the toolkit
// does not say where it draws their words.
func (e *fieldEntry) wordPlaces(words []Misspelt) []wordPlace {
	if len(words) == 0 {
		return nil
	}
	size := e.Theme().Size(theme.SizeNameText)
	letters, baseline := fyne.CurrentApp().Driver().RenderedTextSize("M", size, e.TextStyle, nil)
	half := e.Theme().Size(theme.SizeNameInputBorder) / 2 // the cursor stands across the edge of its letter
	runes, starts := []rune(e.Text), e.rowStarts()
	var places []wordPlace
	for _, w := range words {
		if w.From < 0 || w.To > len(e.Text) || w.From >= w.To {
			continue
		}
		from := utf8.RuneCountInString(e.Text[:w.From])
		to := from + utf8.RuneCountInString(e.Text[w.From:w.To])
		for row := rowOf(starts, from); row < len(starts) && starts[row] < to; row++ {
			end := len(runes)
			if row+1 < len(starts) {
				end = starts[row+1]
			}
			if mixed(string(runes[starts[row]:end])) {
				continue
			}
			left := e.offsetAt(row, max(from, starts[row])-starts[row])
			right := e.offsetAt(row, min(to, end)-starts[row])
			places = append(places, wordPlace{
				word: w, at: left.AddXY(half, 0), size: fyne.NewSize(right.X-left.X, letters.Height), baseline: baseline,
			})
		}
	}
	return places
}

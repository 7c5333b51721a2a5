package widget

import (
	"image"
	"image/color"
	"math"
	"slices"

	"edusmart/core/story"
	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TextPalette is the colours of a story's text.
type TextPalette struct {
	Text        color.NRGBA
	LitSentence color.NRGBA // behind the sentence that is spoken
	LitWord     color.NRGBA // behind the word that is spoken
	OnLitWord   color.NRGBA // the letters of that word
}

// TextStyle is how large and how wide a story's text is set. Sizes are the
// toolkit's pixels.
type TextStyle struct {
	// Smallest and Largest bound the size of the letters: the largest is
	// used with which the text fits the widget's height. Where they are the
	// same, the text has that size and the widget wants the height it needs.
	Smallest, Largest float32
	// Easy is the spacing for readers with dyslexia.
	Easy bool
	// ByLine begins each sentence on a line of its own.
	ByLine bool
	// Top sets the text at the top of the widget, not in the middle.
	Top bool
}

// PageColours are the colours of a story's text in the present look.
func PageColours() TextPalette {
	return TextPalette{Text: RGBA(PageInk), LitSentence: RGBA(LitSentence), LitWord: RGBA(Accent), OnLitWord: RGBA(OnAccent)}
}

// LineHeight is the distance of two lines, in ems.
func (s TextStyle) LineHeight() float32 {
	if s.Easy {
		return typeset.EasyLineHeight
	}
	return typeset.LineHeight
}

// Spacing is how wide the text is set.
func (s TextStyle) Spacing() typeset.Spacing {
	var spacing typeset.Spacing
	if s.Easy {
		spacing = typeset.EasyReading()
	}
	spacing.ByLine = s.ByLine
	return spacing
}

// PreviewStyle is the text of the large page: 20 to 31 pixels.
func PreviewStyle() TextStyle { return TextStyle{Smallest: 20, Largest: 31} }

// StoryText shows the sentences of a page in any script, with the sentence
// and the word that are spoken lit. Its letters begin exactly at its edge;
// the marks reach a little beyond it.
//
// Like every widget it belongs to the toolkit's goroutine. It has no keys of
// its own.
type StoryText struct {
	widget.BaseWidget

	// OnTappedWord is called when a sentence is tapped. word is an index of
	// the words given to SetPage, -1 when the tap hit none of them.
	OnTappedWord func(sentence, word int)

	fonts   *typeset.Fonts
	palette func() TextPalette

	text     typeset.Text
	style    TextStyle
	lit      int
	whole    int  // the sentence that is lit where no word of it is; -1: none
	over     bool // the pointer is over a word
	para     *typeset.Paragraph
	layout   *typeset.Layout
	laidFor  fyne.Size
	overflow bool

	raster  *canvas.Raster
	painter typeset.Painter
	image   *image.RGBA // what the raster shows; nil when it is to be made
	painted typeset.View

	old    *canvas.Raster // the page before, while it gives way
	before *image.RGBA
	ticker *canvas.Rectangle // refreshed to have a frame drawn, at no cost
	fade   *fyne.Animation
}

// NewStoryText makes an empty StoryText. palette, usually PageColours, is asked
// again at each refresh, so that it may follow the theme.
func NewStoryText(fonts *typeset.Fonts, palette func() TextPalette) *StoryText {
	t := &StoryText{fonts: fonts, palette: palette, style: PreviewStyle(), lit: -1, whole: -1}
	t.raster = canvas.NewRaster(t.draw)
	t.raster.ScaleMode = canvas.ImageScaleFastest
	t.old = canvas.NewRaster(func(_, _ int) image.Image { return orNothing(t.before) })
	t.old.Hide()
	t.ticker = canvas.NewRectangle(color.Transparent)
	t.ExtendBaseWidget(t)
	return t
}

// SetPage shows a page. words are the spoken words, which SetLit and
// OnTappedWord count in; without them sentences can be tapped all the same.
// Nothing is lit afterwards, unless the page is the same.
func (t *StoryText) SetPage(sentences []string, words []story.Word, language string) {
	text := typeset.Text{Sentences: sentences, Language: language}
	text.Words = make([]typeset.Range, len(words))
	for i, w := range words {
		text.Words[i] = typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To}
	}
	if sameText(text, t.text) {
		return
	}
	t.text, t.lit, t.whole = text, -1, -1
	t.reset()
}

// SetStyle sets size and spacing.
func (t *StoryText) SetStyle(style TextStyle) {
	if style == t.style {
		return
	}
	t.style = style
	t.reset()
}

// SetLit lights a word and its sentence; -1 lights none. Only what changes is
// painted.
func (t *StoryText) SetLit(word int) {
	if word < 0 || word >= len(t.text.Words) {
		word = -1
	}
	if word == t.lit {
		return
	}
	t.lit = word
	t.showMarks()
}

// SetSentence lights a whole sentence while no word is lit, as for a voice
// that tells no times, or for a second language; -1 lights none.
func (t *StoryText) SetSentence(sentence int) {
	if sentence < 0 || sentence >= len(t.text.Sentences) {
		sentence = -1
	}
	if sentence == t.whole {
		return
	}
	t.whole = sentence
	t.showMarks()
}

// Sentence is the sentence that is lit as a whole, -1 when none is.
func (t *StoryText) Sentence() int { return t.whole }

// showMarks paints what is lit now.
func (t *StoryText) showMarks() {
	if t.image == nil {
		return
	}
	t.repaintMarks()
	t.raster.Refresh()
}

// Lit is the word that is lit, -1 when none is.
func (t *StoryText) Lit() int { return t.lit }

// reset shapes the text anew.
func (t *StoryText) reset() {
	t.para = nil
	t.layout = nil
	t.image = nil
	t.Refresh()
}

// Refresh shows the theme's present colours.
func (t *StoryText) Refresh() {
	t.image = nil
	t.BaseWidget.Refresh()
}

// shape makes the paragraph where it is not made yet.
func (t *StoryText) shape() {
	if t.para != nil {
		return
	}
	t.para = t.fonts.Paragraph(t.text, t.style.Spacing())
	t.layout = nil
}

// lay makes the layout for the widget's size where it is not made yet.
func (t *StoryText) lay() {
	t.shape()
	size := t.Size()
	if t.layout != nil && t.laidFor == size || size.Width <= 0 {
		return
	}
	t.laidFor, t.image = size, nil
	if t.style.Smallest == t.style.Largest {
		t.layout = t.para.Lay(size.Width, t.style.Largest, t.style.LineHeight())
		t.overflow = t.layout.Height > size.Height+0.5
		return
	}
	t.layout, t.overflow = t.para.Fit(size.Width, size.Height, t.style.Smallest, t.style.Largest, t.style.LineHeight())
}

// offset is the distance of the first line from the top of the widget.
func (t *StoryText) offset() float32 {
	if t.style.Top || t.overflow || t.layout == nil {
		return 0
	}
	return max((t.Size().Height-t.layout.Height)/2, 0)
}

// bleed is how far marks and letters may reach out of the widget.
func (t *StoryText) bleed() float32 {
	return float32(math.Ceil(float64(0.3 * max(t.style.Largest, 10))))
}

// draw gives the picture of the text, w by h device pixels; the toolkit calls
// it when the text is to be shown.
func (t *StoryText) draw(w, h int) image.Image {
	t.lay()
	if t.image != nil && t.image.Rect.Dx() == w && t.image.Rect.Dy() == h {
		return t.image
	}
	t.image = image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	bleed := t.bleed()
	t.painted = typeset.View{Scale: float32(w) / max(t.Size().Width+2*bleed, 1)}
	t.painted.X = bleed * t.painted.Scale
	t.painted.Y = (t.offset() - t.raster.Position().Y) * t.painted.Scale
	t.painted.Text, t.painted.Marks = t.palette().Text, t.marks()
	t.painter.Paint(t.image, t.image.Rect, t.layout, t.painted)
	return t.image
}

// marks are the colours of what is lit.
func (t *StoryText) marks() []typeset.Mark {
	p := t.palette()
	if t.layout == nil {
		return nil
	}
	if t.lit < 0 || t.lit >= t.layout.Words() {
		if t.whole < 0 || t.whole >= len(t.text.Sentences) {
			return nil
		}
		whole := typeset.Range{Sentence: t.whole, To: len(t.text.Sentences[t.whole])}
		return []typeset.Mark{{Range: whole, Fill: p.LitSentence}}
	}
	word := t.layout.Word(t.lit)
	if word.Sentence < 0 || word.Sentence >= len(t.text.Sentences) {
		return nil
	}
	whole := typeset.Range{Sentence: word.Sentence, To: len(t.text.Sentences[word.Sentence])}
	if word == whole { // the voice tells the times of sentences only
		return []typeset.Mark{{Range: whole, Fill: p.LitSentence}}
	}
	return []typeset.Mark{
		{Range: whole, Fill: p.LitSentence},
		{Range: word, Fill: p.LitWord, Text: p.OnLitWord},
	}
}

// repaintMarks paints the places where the marks differ from those painted.
func (t *StoryText) repaintMarks() {
	before, now := t.painted.Marks, t.marks()
	t.painted.Marks = now
	var changed []typeset.Range
	for i := range max(len(before), len(now)) {
		switch {
		case i >= len(before):
			changed = append(changed, now[i].Range)
		case i >= len(now):
			changed = append(changed, before[i].Range)
		case before[i] != now[i]:
			changed = append(changed, before[i].Range, now[i].Range)
		}
	}
	var boxes []image.Rectangle
	for _, r := range changed {
		boxes = append(boxes, t.layout.Pixels(t.painted, r)...)
	}
	for i, box := range boxes {
		if within(box, boxes[:i]) {
			continue
		}
		box = box.Intersect(t.image.Rect)
		clearPixels(t.image, box)
		t.painter.Paint(t.image, box, t.layout, t.painted)
	}
}

// within reports whether one of the boxes holds box.
func within(box image.Rectangle, boxes []image.Rectangle) bool {
	return slices.ContainsFunc(boxes, func(b image.Rectangle) bool { return box.In(b) })
}

func clearPixels(img *image.RGBA, box image.Rectangle) {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		from := img.PixOffset(box.Min.X, y)
		clear(img.Pix[from : from+4*box.Dx()])
	}
}

func sameText(a, b typeset.Text) bool {
	if a.Language != b.Language || len(a.Sentences) != len(b.Sentences) || len(a.Words) != len(b.Words) {
		return false
	}
	for i := range a.Sentences {
		if a.Sentences[i] != b.Sentences[i] {
			return false
		}
	}
	for i := range a.Words {
		if a.Words[i] != b.Words[i] {
			return false
		}
	}
	return true
}

// CreateRenderer is part of fyne.Widget.
func (t *StoryText) CreateRenderer() fyne.WidgetRenderer {
	stop := t.fonts.OnLoad(func() { fyne.Do(t.fontsLoaded) })
	return &storyTextRenderer{text: t, stop: stop}
}

// fontsLoaded sets the text again if letters were missing.
func (t *StoryText) fontsLoaded() {
	if t.para != nil && t.para.Pending() {
		t.reset()
	}
}

type storyTextRenderer struct {
	text *StoryText
	stop func()
}

// Layout gives the raster the place of the lines and no more: what is drawn
// costs by its pixels.
func (r *storyTextRenderer) Layout(size fyne.Size) {
	t := r.text
	bleed := t.bleed()
	top, bottom := -bleed, size.Height+bleed
	if t.lay(); t.layout != nil {
		top = floor(t.offset() - bleed)
		bottom = min(bottom, floor(t.offset()+t.layout.Height+bleed)+1)
	}
	t.raster.Move(fyne.NewPos(-bleed, top))
	t.raster.Resize(fyne.NewSize(size.Width+2*bleed, max(bottom-top, 1)))
}

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }

// MinSize is three lines of the smallest letters, or for a text of one size
// the lines that it needs at the present width.
func (r *storyTextRenderer) MinSize() fyne.Size {
	t := r.text
	size := fyne.NewSize(6*t.style.Smallest, 3*typeset.LineHeight*t.style.Smallest)
	if t.style.Smallest == t.style.Largest {
		size.Height = typeset.LineHeight * t.style.Smallest
		if t.lay(); t.layout != nil {
			size.Height = t.layout.Height
		}
	}
	return size
}

func (r *storyTextRenderer) Refresh() {
	r.Layout(r.text.Size())
	r.text.raster.Refresh()
}

func (r *storyTextRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.text.old, r.text.raster, r.text.ticker}
}

func (r *storyTextRenderer) Destroy() {
	r.stop()
	r.text.stopFading()
}

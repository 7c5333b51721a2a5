package widget

import (
	"image"
	"image/color"
	"math"

	"edusmart/core/story"
	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TextPalette is the colours of a story's text.
type TextPalette struct {
	Text        color.NRGBA
	Second      color.NRGBA // the letters of the second language
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
	// Second is the size of a second language's letters, in those of the
	// first; 0 stands for 1.
	Second float32
	// Easy is the spacing for readers with dyslexia.
	Easy bool
	// ByLine begins each sentence on a line of its own.
	ByLine bool
	// Top sets the text at the top of the widget, not in the middle.
	Top bool
}

// PageColours are the colours of a story's text in the present look.
func PageColours() TextPalette {
	return TextPalette{
		Text: RGBA(PageInk), Second: RGBA(PageInk2), LitSentence: RGBA(LitSentence), LitWord: RGBA(Accent), OnLitWord: RGBA(OnAccent),
	}
}

// LineHeight is the distance of two lines, in ems.
func (s TextStyle) LineHeight() float32 {
	if s.Easy {
		return typeset.EasyLineHeight
	}
	return typeset.LineHeight
}

// Sizes are those of both languages, the first at a size.
func (s TextStyle) Sizes(first float32) [2]float32 {
	if s.Second == 0 {
		return [2]float32{first, first}
	}
	return [2]float32{first, first * s.Second}
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
// and the word that are spoken lit. A page in two languages has under each
// sentence its counterpart, in a quieter colour, and lights both. Its letters
// begin exactly at its edge; the marks reach a little beyond it.
//
// Like every widget it belongs to the toolkit's goroutine. It has no keys of
// its own.
type StoryText struct {
	widget.BaseWidget

	// OnTappedWord is called when a sentence is tapped, in either language.
	// word is an index of the words given for that language, -1 when the tap
	// hit none of them.
	OnTappedWord func(side typeset.Side, sentence, word int)

	fonts   *typeset.Fonts
	palette func() TextPalette

	texts    [2]typeset.Text // the second is empty for a page in one language
	style    TextStyle
	lit      [2]int
	whole    int  // the sentence that is lit where no word of it is; -1: none
	over     bool // the pointer is over a word
	shaped   shaped
	lines    lines
	laidFor  fyne.Size
	overflow bool

	raster  *canvas.Raster
	painter typeset.Painter
	image   *image.RGBA // what the raster shows; nil when it is to be made
	painted typeset.PairsView

	old    *canvas.Raster // the page before, while it gives way
	before *image.RGBA
	ticker *canvas.Rectangle // refreshed to have a frame drawn, at no cost
	fade   *fyne.Animation
}

// NewStoryText makes an empty StoryText. palette, usually PageColours, is asked
// again at each refresh, so that it may follow the theme.
func NewStoryText(fonts *typeset.Fonts, palette func() TextPalette) *StoryText {
	t := &StoryText{fonts: fonts, palette: palette, style: PreviewStyle(), lit: [2]int{-1, -1}, whole: -1}
	t.raster = canvas.NewRaster(t.draw)
	t.raster.ScaleMode = canvas.ImageScaleFastest
	t.old = canvas.NewRaster(func(_, _ int) image.Image { return orNothing(t.before) })
	t.old.Hide()
	t.ticker = canvas.NewRectangle(color.Transparent)
	t.ExtendBaseWidget(t)
	return t
}

// SetPage shows a page in one language. words are the spoken words, which
// SetLit and OnTappedWord count in; without them sentences can be tapped all
// the same. Nothing is lit afterwards, unless the page is the same.
func (t *StoryText) SetPage(sentences []string, words []story.Word, language string) {
	text := typeset.Text{Sentences: sentences, Language: language}
	text.Words = make([]typeset.Range, len(words))
	for i, w := range words {
		text.Words[i] = typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To}
	}
	t.SetPair(text, typeset.Text{})
}

// SetPair shows a page in two languages: sentence i of second stands under
// sentence i of first. Where second is empty it is as SetPage.
func (t *StoryText) SetPair(first, second typeset.Text) {
	texts := [2]typeset.Text{first, second}
	for side := range texts {
		if texts[side].Words == nil {
			texts[side].Words = []typeset.Range{} // those that are spoken, not those that could be found
		}
	}
	if sameText(texts[0], t.texts[0]) && sameText(texts[1], t.texts[1]) {
		return
	}
	t.texts, t.lit, t.whole = texts, [2]int{-1, -1}, -1
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
func (t *StoryText) SetLit(word int) { t.setLit(typeset.First, word) }

// SetSecondLit lights a word of the second language, with its sentence in both.
func (t *StoryText) SetSecondLit(word int) { t.setLit(typeset.Second, word) }

func (t *StoryText) setLit(side typeset.Side, word int) {
	if word < 0 || word >= len(t.texts[side].Words) {
		word = -1
	}
	if word == t.lit[side] {
		return
	}
	t.lit[side] = word
	t.showMarks()
}

// SetSentence lights a whole sentence while no word is lit, as for a voice
// that tells no times; -1 lights none.
func (t *StoryText) SetSentence(sentence int) {
	if sentence < 0 || sentence >= len(t.texts[typeset.First].Sentences) {
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

// Lit is the word that is lit, -1 when none is.
func (t *StoryText) Lit() int { return t.lit[typeset.First] }

// SecondLit is the word of the second language that is lit, -1 when none is.
func (t *StoryText) SecondLit() int { return t.lit[typeset.Second] }

// reset shapes the text anew.
func (t *StoryText) reset() {
	t.shaped = nil
	t.lines = nil
	t.image = nil
	t.Refresh()
}

// Refresh shows the theme's present colours.
func (t *StoryText) Refresh() {
	t.image = nil
	t.BaseWidget.Refresh()
}

// shape makes the text ready where it is not yet.
func (t *StoryText) shape() {
	if t.shaped == nil {
		t.shaped, t.lines = shapeText(t.fonts, t.texts, t.style), nil
	}
}

// lay makes the lines for the widget's size where they are not made yet.
func (t *StoryText) lay() {
	t.shape()
	size := t.Size()
	if t.lines != nil && t.laidFor == size || size.Width <= 0 {
		return
	}
	t.laidFor, t.image = size, nil
	if t.style.Smallest == t.style.Largest {
		t.lines = t.shaped.lay(size.Width, t.style)
		t.overflow = t.lines.high() > size.Height+0.5
		return
	}
	t.lines, t.overflow = t.shaped.fit(size, t.style)
}

// offset is the distance of the first line from the top of the widget.
func (t *StoryText) offset() float32 {
	if t.style.Top || t.overflow || t.lines == nil {
		return 0
	}
	return max((t.Size().Height-t.lines.high())/2, 0)
}

// bleed is how far marks and letters may reach out of the widget.
func (t *StoryText) bleed() float32 {
	sizes := t.style.Sizes(t.style.Largest)
	return float32(math.Ceil(float64(0.3 * max(sizes[0], sizes[1], 10))))
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
	if t.shaped != nil && t.shaped.Pending() {
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
	if t.lay(); t.lines != nil {
		top = floor(t.offset() - bleed)
		bottom = min(bottom, floor(t.offset()+t.lines.high()+bleed)+1)
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
		if t.lay(); t.lines != nil {
			size.Height = t.lines.high()
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

package video

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // pictures of stories are JPEG or PNG
	_ "image/png"

	xdraw "golang.org/x/image/draw"

	"edusmart/core/export/content"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// The page as on the projector (LOOK.md).
const (
	pictureShare = 0.45  // of the width
	margin       = 0.046 // of the width, round the text
	viewers      = 6     // heights of the picture away sit those who read it
	generous     = 1.08  // times what they need
	leastLetters = 0.4   // of the size, for what cannot be split
	mostPixels   = 100_000_000
)

var (
	ground      = color.NRGBA{0xFF, 0xFD, 0xF7, 0xFF}
	ink         = color.NRGBA{0x1B, 0x19, 0x16, 0xFF}
	quiet       = color.NRGBA{0x4E, 0x48, 0x3F, 0xFF} // the second language
	litSentence = color.NRGBA{0xDD, 0xE8, 0xF6, 0xFF}
	litWord     = color.NRGBA{0x1F, 0x4B, 0x82, 0xFF}
	litLetters  = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
)

// canvas draws the pages of a story.
type canvas struct {
	content *content.Content
	img     *image.RGBA
	text    image.Rectangle // where the text of the page may stand
	painter typeset.Painter
	steps   []step
}

// step is what is shown of a page at once, in one language or in two.
type step struct {
	typeset.Step
	layout *typeset.Layout
	second typeset.Step    // in the second language
	words  []typeset.Range // of the first, within the step
	pairs  *typeset.PairsLayout
}

func newCanvas(c *content.Content) *canvas {
	return &canvas{content: c, img: image.NewRGBA(image.Rect(0, 0, width, height))}
}

// open draws the ground and the picture of page i and sets its text.
func (c *canvas) open(ctx context.Context, i int) error {
	p := &c.content.Story.Pages[i]
	picture, err := c.picture(i)
	if err != nil {
		return err
	}
	texts := 0
	for _, s := range p.Sentences {
		texts += len(s.Text)
	}
	draw.Draw(c.img, c.img.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	left := 0
	if picture != nil {
		box := c.img.Rect
		if texts > 0 {
			left = int(width * pictureShare)
			box.Max.X = left
		}
		place(c.img, box, picture, p.Fit == story.Whole || texts == 0)
	}
	c.text = image.Rect(left, 0, width, height)
	return c.set(ctx, p)
}

// picture gives page i's picture; nil where there is none.
func (c *canvas) picture(i int) (image.Image, error) {
	data, _, err := c.content.Picture(i)
	if err != nil || data == nil {
		return nil, err
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("its picture: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > mostPixels/config.Height {
		return nil, fmt.Errorf("its picture has %d x %d points", config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("its picture: %w", err)
	}
	return img, nil
}

// place draws a picture into a box: whole, or filling it.
func place(dst *image.RGBA, box image.Rectangle, src image.Image, whole bool) {
	from := src.Bounds()
	sx, sy := float64(box.Dx())/float64(from.Dx()), float64(box.Dy())/float64(from.Dy())
	if whole {
		scale := min(sx, sy)
		w, h := max(1, int(float64(from.Dx())*scale)), max(1, int(float64(from.Dy())*scale))
		at := box.Min.Add(image.Pt((box.Dx()-w)/2, (box.Dy()-h)/2))
		box = image.Rectangle{at, at.Add(image.Pt(w, h))}
	} else {
		scale := max(sx, sy)
		w, h := max(1, int(float64(box.Dx())/scale)), max(1, int(float64(box.Dy())/scale))
		at := from.Min.Add(image.Pt((from.Dx()-w)/2, (from.Dy()-h)/2))
		from = image.Rectangle{at, at.Add(image.Pt(w, h))}.Intersect(from)
	}
	xdraw.CatmullRom.Scale(dst, box, src, from, xdraw.Over, nil)
}

// textBox is where the text may stand, and how large its letters are.
func (c *canvas) textBox(language string) (x, y, w, h, size float32) {
	const m = width * margin
	size, _ = c.content.Fonts.LetterSize(language, float32(typeset.LeastXHeight(viewers))*height*generous)
	return float32(c.text.Min.X) + m, m / 2, float32(c.text.Dx()) - 2*m, height - m, size
}

// set sets the text of a page, once the fonts are there that it needs.
func (c *canvas) set(ctx context.Context, p *story.Page) error {
	for range 3 {
		pending := c.trySet(p)
		if !pending {
			break
		}
		if err := c.content.Fonts.Settle(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) trySet(p *story.Page) (pending bool) {
	s := c.content.Story
	text := typeset.Text{Language: s.Language, Words: []typeset.Range{}}
	second := typeset.Text{Language: s.Also, Words: []typeset.Range{}}
	two := false
	for _, sentence := range p.Sentences {
		text.Sentences = append(text.Sentences, sentence.Text)
		second.Sentences = append(second.Sentences, sentence.Also)
		two = two || s.Also != "" && sentence.Also != ""
	}
	for _, w := range p.Words {
		text.Words = append(text.Words, typeset.Range{Sentence: w.Sentence, From: w.From, To: w.To})
	}
	c.steps = nil
	if two {
		return c.setPairs(text, second)
	}
	_, _, w, h, size := c.textBox(s.Language)
	fonts := c.content.Fonts
	steps, pending := fonts.Steps(text, typeset.Spacing{}, w, h, size, typeset.LineHeight)
	for _, st := range steps {
		l, _ := fonts.Paragraph(st.Of(text), typeset.Spacing{}).Fit(w, h, size*leastLetters, size, typeset.LineHeight)
		pending = pending || l.Pending
		c.steps = append(c.steps, step{Step: st, layout: l})
	}
	return pending
}

// setPairs sets a page in two languages, sentence under sentence.
func (c *canvas) setPairs(first, second typeset.Text) (pending bool) {
	fonts := c.content.Fonts
	_, _, w, h, size := c.textBox(first.Language)
	_, _, _, _, also := c.textBox(second.Language)
	steps, pending := fonts.PairSteps(first, second, typeset.Spacing{}, w, h, [2]float32{size, also}, typeset.LineHeight, typeset.ParagraphGap)
	for _, st := range steps {
		a, b := st.Of(first, second)
		l, _ := fonts.Pairs(a, b, typeset.Spacing{}).Fit(w, h, size*leastLetters, size, also/size, typeset.LineHeight, typeset.ParagraphGap)
		pending = pending || l.Pending
		c.steps = append(c.steps, step{Step: st[typeset.First], second: st[typeset.Second], words: a.Words, pairs: l})
	}
	return pending
}

// stepOf is the step of a word, or, without one, of a sentence.
func (c *canvas) stepOf(word, sentence int) int {
	for i, st := range c.steps {
		for _, w := range st.Words {
			if w == word {
				return i
			}
		}
	}
	for i, st := range c.steps {
		for _, part := range st.Parts {
			if part.Sentence == sentence {
				return i
			}
		}
	}
	return 0
}

// draw draws the text anew, as it is seen now.
func (c *canvas) draw(now sight) {
	if now.step >= len(c.steps) {
		return
	}
	draw.Draw(c.img, c.text, image.NewUniform(ground), image.Point{}, draw.Src)
	x, y, _, h, _ := c.textBox(c.content.Story.Language)
	st := c.steps[now.step]
	if st.pairs != nil {
		view := typeset.PairsView{View: typeset.View{Scale: 1, X: x, Y: y + max(0, (h-st.pairs.Height)/2), Text: ink}, Second: quiet, Marks: pairMarks(st, now)}
		c.painter.PaintPairs(c.img, c.text, st.pairs, view)
		return
	}
	view := typeset.View{Scale: 1, X: x, Y: y + max(0, (h-st.layout.Height)/2), Text: ink, Marks: c.marks(st, now)}
	c.painter.Paint(c.img, c.text, st.layout, view)
}

// marks light the sentence and the word.
func (c *canvas) marks(st step, now sight) []typeset.Mark {
	var marks []typeset.Mark
	for i, part := range st.Parts {
		if part.Sentence == now.sentence {
			marks = append(marks, typeset.Mark{Range: typeset.Range{Sentence: i, To: part.To - part.From}, Fill: litSentence})
		}
	}
	for i, w := range st.Words {
		if w == now.word {
			marks = append(marks, typeset.Mark{Range: st.layout.Word(i), Fill: litWord, Text: litLetters})
		}
	}
	return marks
}

// pairMarks light the sentence in both languages, and the word.
func pairMarks(st step, now sight) []typeset.PairMark {
	var marks []typeset.PairMark
	for i, part := range st.Parts {
		if part.Sentence != now.sentence {
			continue
		}
		for side, r := range [2]typeset.Range{part, st.second.Parts[i]} {
			marks = append(marks, typeset.PairMark{Side: typeset.Side(side), Mark: typeset.Mark{Range: typeset.Range{Sentence: i, To: r.To - r.From}, Fill: litSentence}})
		}
	}
	for i, w := range st.Words {
		if w == now.word {
			marks = append(marks, typeset.PairMark{Side: typeset.First, Mark: typeset.Mark{Range: st.words[i], Fill: litWord, Text: litLetters}})
		}
	}
	return marks
}

package widget

import (
	"image"
	"slices"

	"edusmart/core/typeset"
)

// draw gives the picture of the text, w by h device pixels; the toolkit calls
// it when the text is to be shown.
func (t *StoryText) draw(w, h int) image.Image {
	t.lay()
	if t.image != nil && t.image.Rect.Dx() == w && t.image.Rect.Dy() == h {
		return t.image
	}
	t.image = image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	bleed := t.bleed()
	t.painted = typeset.PairsView{View: typeset.View{Scale: float32(w) / max(t.Size().Width+2*bleed, 1)}}
	t.painted.X = bleed * t.painted.Scale
	t.painted.Y = (t.offset() - t.raster.Position().Y) * t.painted.Scale
	palette := t.palette()
	t.painted.Text, t.painted.Second, t.painted.Marks = palette.Text, palette.Second, t.marks()
	t.paint(t.image.Rect)
	return t.image
}

func (t *StoryText) paint(clip image.Rectangle) {
	if t.lines != nil {
		t.lines.paint(&t.painter, t.image, clip, t.painted)
	}
}

// showMarks paints what is lit now.
func (t *StoryText) showMarks() {
	if t.image != nil && t.repaintMarks() {
		t.raster.Refresh()
	}
}

// marks are the colours of what is lit: a sentence in both languages, and the
// words of it that are spoken.
func (t *StoryText) marks() []typeset.PairMark {
	p := t.palette()
	sentence := t.whole
	var words []typeset.PairMark
	for side, lit := range t.lit {
		if lit < 0 || lit >= len(t.texts[side].Words) {
			continue
		}
		word := t.texts[side].Words[lit]
		sentence = word.Sentence
		if word != t.sentence(typeset.Side(side), word.Sentence) { // else the voice tells the times of sentences only
			words = append(words, typeset.PairMark{Side: typeset.Side(side), Mark: typeset.Mark{Range: word, Fill: p.LitWord, Text: p.OnLitWord}})
		}
	}
	var marks []typeset.PairMark
	for side := range t.texts {
		if whole := t.sentence(typeset.Side(side), sentence); whole.To > 0 {
			marks = append(marks, typeset.PairMark{Side: typeset.Side(side), Mark: typeset.Mark{Range: whole, Fill: p.LitSentence}})
		}
	}
	return append(marks, words...)
}

// sentence is all of a sentence of one language; nothing where there is none.
func (t *StoryText) sentence(side typeset.Side, i int) typeset.Range {
	if i < 0 || i >= len(t.texts[side].Sentences) {
		return typeset.Range{}
	}
	return typeset.Range{Sentence: i, To: len(t.texts[side].Sentences[i])}
}

// repaintMarks paints the places where the marks differ from those painted,
// and reports whether there are any.
func (t *StoryText) repaintMarks() bool {
	before, now := t.painted.Marks, t.marks()
	t.painted.Marks = now
	var changed []typeset.PairMark
	for i := range max(len(before), len(now)) {
		switch {
		case i >= len(before):
			changed = append(changed, now[i])
		case i >= len(now):
			changed = append(changed, before[i])
		case before[i] != now[i]:
			changed = append(changed, before[i], now[i])
		}
	}
	var boxes []image.Rectangle
	for _, m := range changed {
		boxes = append(boxes, t.lines.pixels(t.painted, m)...)
	}
	for i, box := range boxes {
		if within(box, boxes[:i]) {
			continue
		}
		box = box.Intersect(t.image.Rect)
		clearPixels(t.image, box)
		t.paint(box)
	}
	return len(boxes) > 0
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

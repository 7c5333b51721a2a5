package typeset

import (
	"image"
	"image/color"
)

// Lengths between the lines of pairs, in ems of the first language.
const (
	// PairGap is what stands between a sentence and its counterpart.
	PairGap = 0.25
	// ParagraphGap is what stands between two pairs; a text has to bear
	// WidestGap (WCAG 2.2, 1.4.12).
	ParagraphGap = 1
	WidestGap    = 2
)

// Pairs are the sentences of a page, each with its counterpart in a second
// language to stand under it. It does not change.
type Pairs struct {
	pairs   [][2]*Paragraph // by sentence; nil where there is nothing to set
	words   [2][]Range
	index   [2][][]int // of each sentence: the page's index of each of its words
	pending bool
}

// Side is one of the two languages.
type Side int

// The language of the story, and the one under it.
const (
	First Side = iota
	Second
)

// Pairs shapes a page in two languages. Sentence i of second stands under
// sentence i of first; either may be empty or missing. Each has its own
// language, direction and words.
func (f *Fonts) Pairs(first, second Text, spacing Spacing) *Pairs {
	p := &Pairs{pairs: make([][2]*Paragraph, max(len(first.Sentences), len(second.Sentences)))}
	for side, text := range []Text{first, second} {
		p.words[side] = text.Words
		if text.Words == nil {
			p.words[side] = findWords(text.Sentences)
		}
		p.index[side] = make([][]int, len(p.pairs))
		for i, sentence := range text.Sentences {
			if sentence == "" {
				continue
			}
			one := Text{Sentences: []string{sentence}, Words: []Range{}, Language: text.Language}
			for k, w := range p.words[side] {
				if w.Sentence == i {
					one.Words = append(one.Words, Range{0, w.From, w.To})
					p.index[side][i] = append(p.index[side][i], k)
				}
			}
			p.pairs[i][side] = f.Paragraph(one, spacing)
			p.pending = p.pending || p.pairs[i][side].pending
		}
	}
	return p
}

// PairsLayout is pairs at a width and two sizes. It does not change.
type PairsLayout struct {
	// Pairs are those that are set, from top to bottom.
	Pairs         []Pair
	Width, Height float32
	// Sizes are those of the letters of both languages.
	Sizes [2]float32
	// Pending is true while fonts are being looked for.
	Pending bool
	p       *Pairs
}

// Pair is a sentence and its counterpart. A side without text is nil.
type Pair struct {
	Sentence    int
	Top, Bottom float32
	Sides       [2]*Layout
	// Tops is where each of the two begins.
	Tops [2]float32
}

// Lay sets the sentences from from to to (exclusive) in lines of the given
// width, each language with letters of its own size and each from its own
// side; lines stand at the given distance in ems and pairs gap apart, in ems
// of the first language.
func (p *Pairs) Lay(from, to int, width float32, sizes [2]float32, lineHeight, gap float32) *PairsLayout {
	l := &PairsLayout{Width: width, Sizes: sizes, Pending: p.pending, p: p}
	for i := max(from, 0); i < min(to, len(p.pairs)); i++ {
		pair := Pair{Sentence: i, Top: l.Height}
		if len(l.Pairs) > 0 {
			pair.Top += gap * sizes[First]
		}
		pair.Bottom = pair.Top
		for side, paragraph := range p.pairs[i] {
			if paragraph == nil {
				continue
			}
			if pair.Bottom > pair.Top {
				pair.Bottom += PairGap * sizes[First]
			}
			pair.Tops[side] = pair.Bottom
			pair.Sides[side] = paragraph.Lay(width, sizes[side], lineHeight)
			pair.Bottom += pair.Sides[side].Height
		}
		if pair.Bottom > pair.Top {
			l.Pairs = append(l.Pairs, pair)
			l.Height = pair.Bottom
		}
	}
	return l
}

// LayAll sets all sentences as Lay does.
func (p *Pairs) LayAll(width float32, sizes [2]float32, lineHeight, gap float32) *PairsLayout {
	return p.Lay(0, len(p.pairs), width, sizes, lineHeight, gap)
}

// Pending reports whether fonts were still being looked for.
func (p *Pairs) Pending() bool { return p.pending }

// WordRects gives where a word of one language stands, by the page's index.
func (l *PairsLayout) WordRects(side Side, word int) []Rect {
	if word < 0 || word >= len(l.p.words[side]) {
		return nil
	}
	return l.RangeRects(side, l.p.words[side][word])
}

// SentenceRects gives where a sentence stands in one language, line by line.
func (l *PairsLayout) SentenceRects(side Side, sentence int) []Rect {
	return l.RangeRects(side, Range{sentence, 0, MaxRunes * 4})
}

// RangeRects gives where a stretch of a sentence of one language stands.
func (l *PairsLayout) RangeRects(side Side, r Range) []Rect {
	var rects []Rect
	for _, pair := range l.Pairs {
		if pair.Sentence != r.Sentence || pair.Sides[side] == nil {
			continue
		}
		for _, rect := range pair.Sides[side].RangeRects(Range{0, r.From, r.To}) {
			rects = append(rects, Rect{rect.Left, rect.Top + pair.Tops[side], rect.Right, rect.Bottom + pair.Tops[side]})
		}
	}
	return rects
}

// Hit gives what stands at a point, and in which language; ok is false beside
// the text.
func (l *PairsLayout) Hit(x, y float32) (side Side, hit Hit, ok bool) {
	for _, pair := range l.Pairs {
		for side, set := range pair.Sides {
			if set == nil || y < pair.Tops[side] || y >= pair.Tops[side]+set.Height {
				continue
			}
			hit, ok = set.Hit(x, y-pair.Tops[side])
			if !ok {
				return Side(side), Hit{}, false
			}
			hit.Sentence = pair.Sentence
			if hit.Word >= 0 {
				hit.Word = l.p.index[side][pair.Sentence][hit.Word]
			}
			return Side(side), hit, true
		}
	}
	return First, Hit{}, false
}

// PairMark colours a stretch of one language; its Range counts the sentences of
// the page.
type PairMark struct {
	Side Side
	Mark
}

// PairsView says how pairs are seen. The marks of its View are not used.
type PairsView struct {
	View
	Second color.NRGBA // of the letters of the second language
	Marks  []PairMark
}

// of gives the view of one side of a pair.
func (v PairsView) of(pair Pair, side Side) View {
	one := v.View
	one.Y += pair.Tops[side] * v.Scale
	if side == Second {
		one.Text = v.Second
	}
	one.Marks = nil
	for _, m := range v.Marks {
		if m.Side == side && m.Range.Sentence == pair.Sentence {
			m.Range.Sentence = 0
			one.Marks = append(one.Marks, m.Mark)
		}
	}
	return one
}

// PaintPairs draws what of the layout lies in clip over dst, as Paint does.
func (p *Painter) PaintPairs(dst *image.RGBA, clip image.Rectangle, l *PairsLayout, v PairsView) {
	for i := range l.Pairs {
		for side, set := range l.Pairs[i].Sides {
			// Letters may reach out of their line, but not by more than a line.
			if set == nil || v.row(l.Pairs[i].Tops[side]-set.Pitch) >= clip.Max.Y ||
				v.row(l.Pairs[i].Tops[side]+set.Height+set.Pitch) <= clip.Min.Y {
				continue
			}
			p.Paint(dst, clip, set, v.of(l.Pairs[i], Side(side)))
		}
	}
}

// Pixels gives the image pixels that marks on a stretch of one language touch.
func (l *PairsLayout) Pixels(v PairsView, side Side, r Range) []image.Rectangle {
	var boxes []image.Rectangle
	for _, pair := range l.Pairs {
		if set := pair.Sides[side]; set != nil && pair.Sentence == r.Sentence {
			boxes = append(boxes, set.Pixels(v.of(pair, side), Range{0, r.From, r.To})...)
		}
	}
	return boxes
}

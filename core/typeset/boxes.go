package typeset

// Rect is a rectangle; Right and Bottom are outside it.
type Rect struct{ Left, Top, Right, Bottom float32 }

// Word gives the range of a word, an index of Text.Words (or of the words
// found).
func (l *Layout) Word(i int) Range { return l.p.words[i] }

// Words is the number of words.
func (l *Layout) Words() int { return len(l.p.words) }

// WordRects gives where a word stands: one rectangle, or more when it is
// broken over lines or runs in two directions.
func (l *Layout) WordRects(i int) []Rect {
	if i < 0 || i >= len(l.p.words) {
		return nil
	}
	return l.RangeRects(l.p.words[i])
}

// SentenceRects gives where a sentence stands, line by line.
func (l *Layout) SentenceRects(i int) []Rect {
	if i < 0 || i >= len(l.p.src.spans) {
		return nil
	}
	return l.rects(l.p.src.spans[i])
}

// RangeRects gives where a stretch of a sentence stands.
func (l *Layout) RangeRects(r Range) []Rect { return l.rects(l.p.src.runesOf(r)) }

// rects gives rectangles as high as the letters reach, each around what
// stands side by side.
func (l *Layout) rects(in span) []Rect {
	var rects []Rect
	if in.empty() {
		return rects
	}
	for i := range l.Lines {
		line := &l.Lines[i]
		if line.runes.to <= in.from || line.runes.from >= in.to {
			continue
		}
		var open *Rect
		for _, c := range line.cells {
			left, right, ok := c.part(in)
			if !ok {
				open = nil
				continue
			}
			if open != nil {
				open.Right = right
				continue
			}
			rects = append(rects, Rect{left, line.Baseline - l.ascent, right, line.Baseline + l.descent})
			open = &rects[len(rects)-1]
		}
	}
	return rects
}

// part gives where the part of a cell that belongs to a stretch of runes
// stands. The letters of a ligature share its width.
func (c cell) part(in span) (left, right float32, ok bool) {
	from, to := max(c.from, in.from), min(c.to, in.to)
	if from >= to {
		return 0, 0, false
	}
	left, right = c.left, c.right
	// The space that was added after a letter belongs to no stretch; between
	// the letters of one it is covered all the same.
	if to == c.to {
		if c.rtl {
			left += c.extra
		} else {
			right -= c.extra
		}
	}
	if n := float32(c.to - c.from); from > c.from || to < c.to {
		each := (right - left) / n
		if c.rtl {
			left, right = right-each*float32(to-c.from), right-each*float32(from-c.from)
		} else {
			left, right = left+each*float32(from-c.from), left+each*float32(to-c.from)
		}
	}
	return left, right, true
}

// Hit is what stands at a point.
type Hit struct {
	Sentence int
	Byte     int // in the sentence, of the letter that was hit
	Word     int // an index of Text.Words; -1 when no word was hit
}

// Hit gives what stands at a point; ok is false beside the text.
func (l *Layout) Hit(x, y float32) (hit Hit, ok bool) {
	if y < 0 || l.Pitch <= 0 {
		return Hit{}, false
	}
	i := int(y / l.Pitch)
	if i >= len(l.Lines) {
		return Hit{}, false
	}
	near := 0.3 * l.Size
	line := &l.Lines[i]
	if len(line.cells) == 0 || x < line.Left-near || x >= line.Right+near {
		return Hit{}, false
	}
	x = max(x, line.cells[0].left)
	at := line.cells[len(line.cells)-1]
	for _, c := range line.cells {
		if x < c.right {
			at = c
			break
		}
	}
	r := at.runeAt(x)
	hit = Hit{Sentence: l.p.src.sentenceAt(r), Word: -1}
	if hit.Sentence < 0 {
		return Hit{}, false
	}
	hit.Byte = l.p.src.offset[r]
	for i, w := range l.p.words {
		if w.Sentence == hit.Sentence && hit.Byte >= w.From && hit.Byte < w.To {
			hit.Word = i
			break
		}
	}
	return hit, true
}

func (c cell) runeAt(x float32) int {
	n := c.to - c.from
	if n <= 1 || c.right <= c.left {
		return c.from
	}
	share := (x - c.left) / (c.right - c.left)
	if c.rtl {
		share = 1 - share
	}
	return c.from + min(max(int(share*float32(n)), 0), n-1)
}

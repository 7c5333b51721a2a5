package document

import "context"

// A readWord is a word of a photograph of a page, where it lies on the picture
// as PageImage draws it.
type readWord struct {
	text  string
	place Rect
	line  int // of the page
}

// placesOf gives where the words that were read lie on the picture, before it
// was turned.
func placesOf(words []ocrWord, page *greyPage) []readWord {
	w, h := float64(page.Rect.Dx()), float64(page.Rect.Dy())
	var all []readWord
	for n, line := range linesOfWords(words) {
		for i := range line.words {
			b := &line.words[i]
			r := Rect{clampUnit(b.x0 / w), clampUnit(b.y0 / h), clampUnit(b.x1 / w), clampUnit(b.y1 / h)}
			all = append(all, readWord{b.text, r.turned(4 - page.turn&3), n})
		}
	}
	return all
}

// turned gives the rectangle on the page turned by so many quarters clockwise.
func (r Rect) turned(quarters int) Rect {
	for range quarters & 3 {
		r = Rect{1 - r.Y1, r.X0, 1 - r.Y0, r.X1}
	}
	return r
}

// marksOfScan finds quote on a page (from 1) of a document of so many
// photographs. It is nil where nothing reads them.
func (s *source) marksOfScan(ctx context.Context, pages, page int, quote string) ([]Rect, error) {
	t := findTesseract(ctx)
	if t == nil || page > pages || pages > maxPages || len(skeleton(nil, []rune(quote))) == 0 {
		return nil, ctx.Err()
	}
	r := &recogniser{tesseract: t, wanted: s.language, picture: s.pageInGrey}
	texts, failed, err := s.readScans(ctx, r, pages, []int{page - 1})
	if err != nil {
		return nil, err
	}
	if text := texts[page-1]; text != nil {
		return marksOfWords(text.words, quote), nil
	}
	return nil, failed
}

// marksOfWords finds quote among the words of a page.
func marksOfWords(words []readWord, quote string) []Rect {
	var letters []placed
	for i := range words {
		for _, r := range skeleton(nil, []rune(words[i].text)) {
			letters = append(letters, placed{r: r, piece: i})
		}
	}
	var marks []Rect
	last := -1 // the word that was marked last
	for _, p := range findLetters(letters, skeleton(nil, []rune(quote)), partsOfQuote) {
		w := &words[p.piece]
		switch {
		case p.piece == last:
			continue
		case last >= 0 && words[last].line == w.line && p.piece == last+1:
			m, r := &marks[len(marks)-1], w.place
			*m = Rect{min(m.X0, r.X0), min(m.Y0, r.Y0), max(m.X1, r.X1), max(m.Y1, r.Y1)}
		case len(marks) == maxMarks:
			return marks
		default:
			marks = append(marks, w.place)
		}
		last = p.piece
	}
	return marks
}

package document

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// Rect is a rectangle of a page in fractions of its width and height, 0 to 1,
// y downwards.
type Rect struct{ X0, Y0, X1, Y1 float64 }

const (
	maxQuote = 16 << 10 // bytes of a quotation that is looked for
	maxMarks = 1000     // rectangles on a page
)

// Marks tells where quote stands on a page (from 1): one rectangle a line. How
// words are broken over lines, joined letters, spaces and the order in which
// the file keeps them do not matter. It is nil where the page has no print
// with places (all formats but PDF and pictures) or quote is not on it; of
// a quote that goes on over the page's end, the part on this page is marked.
//
// On a photograph of a page the words are marked as Tesseract reads them in
// language (BCP 47; "": it is found out). A page that was read before with the
// same language is not read again.
func Marks(ctx context.Context, path, language string, page int, quote string) ([]Rect, error) {
	src, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	src.language = language
	if page < 1 || len(quote) > maxQuote {
		return nil, nil
	}
	quote = strings.ToValidUTF8(quote, "")
	switch src.format {
	case formatImage:
		return src.marksOfScan(ctx, 1, page, quote)
	case formatPDF:
		seen, err := src.marksOfPrint(ctx, page, quote)
		if err != nil || seen.Letters > 0 {
			return seen.Marks, err
		}
		return src.marksOfScan(ctx, seen.Pages, page, quote)
	}
	return nil, nil
}

// pageMarks is what the child tells of a page of a PDF.
type pageMarks struct {
	Marks   []Rect
	Letters int // of the page: none on a photograph
	Pages   int // of the document
}

// marksOfPrint finds quote in the print of a page of a PDF.
func (s *source) marksOfPrint(ctx context.Context, page int, quote string) (seen pageMarks, err error) {
	job := childJob{Op: opMarks, From: page - 1, Quote: quote}
	err = runChild(ctx, s.File, job, func(kind byte, payload []byte) error {
		if kind != frameMarks {
			return nil
		}
		if seen, err = decodeMarks(payload); err != nil {
			return damaged(err)
		}
		return nil
	})
	return seen, err
}

// decodeMarks reads what the child sent. Nothing in it is trusted.
func decodeMarks(payload []byte) (pageMarks, error) {
	var seen pageMarks
	if err := json.Unmarshal(payload, &seen); err != nil {
		return pageMarks{}, fmt.Errorf("marks: %w", err)
	}
	if len(seen.Marks) > maxMarks {
		return pageMarks{}, fmt.Errorf("%w: %d marks", errFrame, len(seen.Marks))
	}
	for _, m := range seen.Marks {
		if !(0 <= m.X0 && m.X0 <= m.X1 && m.X1 <= 1 && 0 <= m.Y0 && m.Y0 <= m.Y1 && m.Y1 <= 1) {
			return pageMarks{}, fmt.Errorf("%w: mark %v", errFrame, m)
		}
	}
	return seen, nil
}

// IsPrinted reports whether the document at path has pages that PageImage
// draws as they are printed; of all others it gives a sketch of the text.
func IsPrinted(path string) (bool, error) {
	src, err := openSource(path)
	if err != nil {
		return false, err
	}
	defer src.Close()
	return src.format == formatPDF || src.format == formatImage, nil
}

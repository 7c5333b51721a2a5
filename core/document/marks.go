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
// with places (all formats but PDF, and photographs) or quote is not on it; of
// a quote that goes on over the page's end, the part on this page is marked.
func Marks(ctx context.Context, path string, page int, quote string) ([]Rect, error) {
	src, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	if src.format != formatPDF || page < 1 || len(quote) > maxQuote {
		return nil, nil
	}
	var marks []Rect
	job := childJob{Op: opMarks, From: page - 1, Quote: strings.ToValidUTF8(quote, "")}
	err = runChild(ctx, src.File, job, func(kind byte, payload []byte) error {
		if kind != frameMarks {
			return nil
		}
		if marks, err = decodeMarks(payload); err != nil {
			return damaged(err)
		}
		return nil
	})
	return marks, err
}

// decodeMarks reads what the child sent. Nothing in it is trusted.
func decodeMarks(payload []byte) ([]Rect, error) {
	var marks []Rect
	if err := json.Unmarshal(payload, &marks); err != nil {
		return nil, fmt.Errorf("marks: %w", err)
	}
	if len(marks) > maxMarks {
		return nil, fmt.Errorf("%w: %d marks", errFrame, len(marks))
	}
	for _, m := range marks {
		if !(0 <= m.X0 && m.X0 <= m.X1 && m.X1 <= 1 && 0 <= m.Y0 && m.Y0 <= m.Y1 && m.Y1 <= 1) {
			return nil, fmt.Errorf("%w: mark %v", errFrame, m)
		}
	}
	return marks, nil
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

package document

import "context"

// Rect is a rectangle of a page in fractions of its width and height, 0 to 1,
// y downwards.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Marks tells where quote stands on a page (from 1): one rectangle a line. It
// is nil where the page has no print with places (all formats but PDF, and
// photographs) or quote is not on it.
func Marks(ctx context.Context, path string, page int, quote string) ([]Rect, error) { return nil, nil }

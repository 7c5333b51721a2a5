// Package typeset sets the text of a story: it shapes every script, orders
// right-to-left and mixed lines (UAX 9), breaks lines (UAX 14), finds a font
// for every letter, tells where each word and sentence stands, and paints the
// result into an image with some of the words lit.
//
// A text goes three steps. [Fonts.Paragraph] shapes it once, at no size.
// [Paragraph.Lay] breaks it at a width and a size, which is cheap, so that
// [Paragraph.Fit] can look for the largest size that fits a box. [Painter]
// draws a [Layout], whole or only where it changed.
//
// For a class, [LeastXHeight] and [Fonts.LetterSize] give the size that the
// last row can read, and [Fonts.Steps] parts a page that does not fit at it.
// [Fonts.Pairs] sets a page in two languages, sentence under sentence.
//
// A writer of pages takes the letters themselves: [Layout.Clusters] in the order
// in which they are read, and [Fonts.Outline] for what each glyph draws.
//
// All lengths are pixels at the scale of the caller's choice, x to the right
// and y down from the top left corner of the text; spacing is in ems, which
// is to say times the size of the letters.
//
// Called by ui/widget and by export. It imports nothing of ours, no
// toolkit, and of the outside only go-text and golang.org/x.
package typeset

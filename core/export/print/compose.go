package print

import (
	"context"
	"unicode"
	"unicode/utf8"

	"edusmart/core/export/content"
	"edusmart/core/export/print/pdf"
	"edusmart/core/typeset"
)

// style says how a text is set.
type style struct {
	size float64 // points
	line float64 // distance of lines, ems
	ink  pdf.Ink
}

// bold is how much the letters of headings are thickened, in ems: it makes a
// second weight of every font there is.
const bold = 0.028

// Greys that a copier keeps apart from black and from white.
const (
	greyText = 0.32
	greyRule = 0.62
)

// composer turns the texts of a story into strips.
type composer struct {
	ctx      context.Context
	c        *content.Content
	letters  alphabet
	language string // of the story
	rtl      bool
	left     float64 // of the text on its sheet
	width    float64 // of the text
	tallest  float64 // a strip
	order    int
	pictures map[string]*pdf.Image
}

// next gives the order of an element. It is asked in the order in which elements
// are read.
func (c *composer) next() int {
	c.order++
	return c.order
}

// column is where a text stands: from x on, counted from the side where lines
// of the story begin.
type column struct{ start, width float64 }

// leftOf gives the left edge of a column on its sheet.
func (c *composer) leftOf(at column) float64 {
	if c.rtl {
		return c.left + c.width - at.start - at.width
	}
	return c.left + at.start
}

// maxPiece is how much text is set at once, in runes; it is below what typeset
// takes.
const maxPiece = 8000

// pieces cuts sentences into runs that can be set.
func pieces(sentences []string) [][]string {
	var all [][]string
	var now []string
	runes := 0
	flush := func() {
		if len(now) > 0 {
			all = append(all, now)
		}
		now, runes = nil, 0
	}
	for _, s := range sentences {
		for s != "" {
			cut := s
			if utf8.RuneCountInString(s) > maxPiece {
				cut = firstPiece(s)
			}
			n := utf8.RuneCountInString(cut)
			if len(now) > 0 && runes+n > maxPiece {
				now[len(now)-1] += " "
				flush()
			}
			now, runes, s = append(now, cut), runes+n, s[len(cut):]
		}
	}
	flush()
	return all
}

// firstPiece gives the start of a long text, up to a space where there is one.
func firstPiece(s string) string {
	n, space := 0, 0
	for i, r := range s {
		if n++; n > maxPiece {
			if space > 0 {
				return s[:space]
			}
			return s[:i]
		}
		if unicode.IsSpace(r) {
			space = i + utf8.RuneLen(r)
		}
	}
	return s
}

// shape shapes a text with all fonts that this computer has for it.
func (c *composer) shape(sentences []string, language string) (*typeset.Paragraph, error) {
	text := typeset.Text{Sentences: sentences, Words: []typeset.Range{}, Language: language}
	for range 3 {
		p := c.c.Fonts.Paragraph(text, typeset.Spacing{})
		if !p.Pending() {
			return p, nil
		}
		if err := c.c.Fonts.Settle(c.ctx); err != nil {
			return nil, err
		}
	}
	return c.c.Fonts.Paragraph(text, typeset.Spacing{}), nil
}

// paragraph sets sentences as one paragraph of an element, a strip to each
// line. Neither its first nor its last line stands alone on a sheet.
func (c *composer) paragraph(e *pdf.Element, sentences []string, language string, at column, st style) ([]strip, error) {
	if err := c.ctx.Err(); err != nil {
		return nil, err
	}
	if language != c.language {
		e.Language = language
	}
	order := c.next()
	var strips []strip
	for _, piece := range pieces(sentences) {
		p, err := c.shape(piece, language)
		if err != nil {
			return nil, err
		}
		l := p.Lay(float32(at.width), float32(st.size), float32(st.line))
		for i := range l.Lines {
			left, within := c.leftOf(at)+toStart(l, i, typeset.RightToLeft(language)), float64(l.Lines[i].Baseline-l.Lines[i].Top)
			strips = append(strips, strip{height: float64(l.Pitch), ops: []op{{
				element: e, order: order,
				draw: func(page *pdf.Page, top float64) {
					c.letters.show(page, l, i, left, top+within, st.ink)
				},
			}}})
		}
	}
	for i := range strips {
		strips[i].keep = i+1 < len(strips) && (i == 0 || i == len(strips)-2)
	}
	return strips, nil
}

// toStart gives how far a line is to be moved so that it begins where lines of
// its language do: a text without any letter of the language is laid from the
// other side.
func toStart(l *typeset.Layout, line int, rtl bool) float64 {
	switch {
	case rtl && !l.RightToLeft:
		return float64(l.Width - l.Lines[line].Right)
	case !rtl && l.RightToLeft:
		return -float64(l.Lines[line].Left)
	}
	return 0
}

// rule draws a rule of the width of a column, dy below the top of its strip.
func (c *composer) rule(at column, dy, thick float64) op {
	left := c.leftOf(at)
	return op{dy: dy, draw: func(page *pdf.Page, top float64) { page.Rule(left, top, at.width, thick, greyRule) }}
}

// keepAll makes strips stay together and with what follows.
func keepAll(strips []strip) []strip {
	for i := range strips {
		strips[i].keep = true
	}
	return strips
}

// spaced puts space above strips.
func spaced(before float64, strips []strip) []strip {
	if len(strips) > 0 {
		strips[0].before += before
	}
	return strips
}

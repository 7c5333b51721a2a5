package document

import (
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// A rawSpan is an edu_span of mupdf.h.
type rawSpan struct {
	kind           int32
	x0, y0, x1, y1 float32
	base, size     float32
	flags          int32
	length         int32
}

// Kinds of a rawSpan, as in mupdf.h. Its flags are a rawGlyph's.
const (
	spanMore    = 1
	spanPicture = 2
	spanFont    = 3
)

// readPage gives the text of page n (from 0) of t.
func readPage(t *pdfText, n int) (*pageText, error) {
	raw, w, h, err := t.spans(n)
	if err != nil {
		return nil, err
	}
	p := parseSpans(raw)
	p.page, p.w, p.h = n, w, h
	rtl := slices.ContainsFunc(p.frags, func(f frag) bool { return hasRTL(f.text) })
	if !rtl && !slices.ContainsFunc(p.frags, func(f frag) bool { return hasComplex(f.text) }) {
		return p, nil
	}
	// A right-to-left line needs the place of each glyph: the spans mix
	// the order of the page with that of the language.
	glyphs, err := t.glyphs(n)
	if err != nil {
		return nil, err
	}
	if rtl {
		p.frags = limitFrags(assembleRTL(glyphs))
	} else {
		p.frags = limitFrags(assembleLTR(glyphs))
	}
	return p, nil
}

// spanSize is the length of a record's head.
const spanSize = int(unsafe.Sizeof(rawSpan{}))

// parseSpans reads a row of edu_span.
func parseSpans(raw []byte) *pageText {
	p := &pageText{}
	bold := false // by the font's name
	for len(raw) >= spanSize {
		s := (*rawSpan)(unsafe.Pointer(unsafe.SliceData(raw)))
		end := spanSize + int(s.length)
		text := raw[spanSize:end]
		raw = raw[end+(4-int(s.length)%4)%4:]
		at := box{float64(s.x0), float64(s.y0), float64(s.x1), float64(s.y1)}
		switch s.kind {
		case spanFont:
			bold = boldName(string(text))
		case spanPicture:
			if len(p.images) < maxImages {
				p.images = append(p.images, at)
			}
		case spanMore:
			p.frags[len(p.frags)-1].text += valid(text)
		default:
			p.frags = append(p.frags, frag{
				box: at, base: float64(s.base), size: float64(s.size),
				bold: bold || s.flags&rawBold != 0, italic: s.flags&rawItalic != 0, text: valid(text),
			})
		}
	}
	p.frags = limitFrags(p.frags)
	return p
}

// valid gives text as UTF-8: a PDF may call a letter by half of a surrogate
// pair.
func valid(text []byte) string { return strings.ToValidUTF8(string(text), "\uFFFD") }

// boldName tells a bold font from its name, for those that do not say it
// otherwise.
func boldName(name string) bool {
	name = strings.ToLower(name)
	for _, mark := range []string{"bold", "black", "heavy", "cmbx"} {
		if strings.Contains(name, mark) {
			return true
		}
	}
	return false
}

// limitFrags keeps a page within its limits.
func limitFrags(frags []frag) []frag {
	sum := 0
	for i := range frags {
		if sum += len(frags[i].text); i >= maxFrags || sum > maxPageText {
			return frags[:i]
		}
	}
	return frags
}

// hasRTL reports whether text holds a Hebrew or Arabic letter.
func hasRTL(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < 0xd6 || (c > 0xdd && c != 0xef) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); isRTL(r) {
			return true
		}
	}
	return false
}

// isRTL reports whether r is written from right to left: Hebrew, Arabic,
// Syriac, Thaana and N'Ko with their presentation forms.
func isRTL(r rune) bool {
	return r >= 0x0590 && r <= 0x08ff && !(r >= 0x0660 && r <= 0x0669) && !(r >= 0x06f0 && r <= 0x06f9) ||
		r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe
}

package document

import (
	"bytes"
	"html"
	"strconv"
	"unicode/utf8"
)

// A glyph is one character with its place.
type glyph struct {
	box
	base   float64
	size   float64
	bold   bool
	italic bool
	r      rune
}

// parseChars reads MuPDF's XML of a page: font elements (name, size) around
// char elements (quad, x, y, c). It looks for these alone, tag by tag.
func parseChars(raw []byte) []glyph {
	var (
		all  []glyph
		font glyph
	)
	for len(all) < maxPageText/4 {
		start := bytes.IndexByte(raw, '<')
		if start < 0 {
			break
		}
		raw = raw[start+1:]
		end := bytes.IndexByte(raw, '>')
		if end < 0 {
			break
		}
		tag := raw[:end]
		switch {
		case bytes.HasPrefix(tag, []byte("font ")):
			name := string(attribute(tag, "name"))
			font.size = placeOf(attribute(tag, "size"))
			font.bold = boldName(name)
		case bytes.HasPrefix(tag, []byte("char ")):
			if g, ok := parseChar(tag, font); ok {
				all = append(all, g)
			}
		}
		raw = raw[end:]
	}
	return all
}

// parseChar reads one char element in the given font.
func parseChar(tag []byte, font glyph) (glyph, bool) {
	g := font
	fields := bytes.Fields(attribute(tag, "quad"))
	if len(fields) != 8 {
		return g, false
	}
	// The corners: upper left, upper right, lower left, lower right.
	g.box = box{placeOf(fields[0]), placeOf(fields[1]), placeOf(fields[6]), placeOf(fields[7])}
	if g.x1 < g.x0 {
		g.x0, g.x1 = g.x1, g.x0
	}
	g.base = placeOf(attribute(tag, "y"))
	text := html.UnescapeString(string(attribute(tag, "c")))
	r, n := utf8.DecodeRuneInString(text)
	g.r = r
	return g, n > 0 && r != utf8.RuneError && r >= ' '
}

// attribute gives the value of an attribute of a tag.
func attribute(tag []byte, name string) []byte {
	i := bytes.Index(tag, []byte(" "+name+`="`))
	if i < 0 {
		return nil
	}
	rest := tag[i+len(name)+3:]
	end := bytes.IndexByte(rest, '"')
	if end < 0 {
		return nil
	}
	return rest[:end]
}

// placeOf reads a place; one that is none or beyond any page is 0.
func placeOf(b []byte) float64 {
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil || !(v > -maxPlace && v < maxPlace) {
		return 0
	}
	return v
}

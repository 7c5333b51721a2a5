package document

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// stext is MuPDF's JSON of a page: places in tenths of a point.
type stext struct {
	Blocks []struct {
		Type  string    `json:"type"`
		Box   stextBox  `json:"bbox"`
		Lines []stextLn `json:"lines"`
	} `json:"blocks"`
}

type stextBox struct{ X, Y, W, H float64 }

type stextLn struct {
	Wmode int      `json:"wmode"`
	Box   stextBox `json:"bbox"`
	Font  struct {
		Name   string  `json:"name"`
		Weight string  `json:"weight"`
		Style  string  `json:"style"`
		Size   float64 `json:"size"`
	} `json:"font"`
	Y    float64 `json:"y"`
	Text string  `json:"text"`
}

func (b stextBox) box() box {
	const u = unitsAPoint
	return box{b.X / u, b.Y / u, (b.X + b.W) / u, (b.Y + b.H) / u}
}

// readPage gives the text of page n (from 0) of t.
func readPage(t *pdfText, n int) (*pageText, error) {
	raw, w, h, err := t.spans(n)
	if err != nil {
		return nil, err
	}
	p, err := parseSpans(raw)
	if err != nil {
		return nil, err
	}
	p.page, p.w, p.h = n, w, h
	rtl := hasRTL(raw)
	if !rtl && !hasComplex(raw) {
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

// parseSpans reads MuPDF's JSON.
func parseSpans(raw []byte) (*pageText, error) {
	var s stext
	if err := json.Unmarshal(validJSON(raw), &s); err != nil {
		return nil, err
	}
	p := &pageText{}
	for _, b := range s.Blocks {
		if b.Type == "image" {
			if len(p.images) < maxImages {
				p.images = append(p.images, b.Box.box())
			}
			continue
		}
		for i := range b.Lines {
			l := &b.Lines[i]
			p.frags = append(p.frags, frag{
				box: l.Box.box(), base: l.Y / unitsAPoint, size: l.Font.Size / unitsAPoint,
				bold:   l.Font.Weight == "bold" || boldName(l.Font.Name),
				italic: l.Font.Style == "italic",
				text:   l.Text,
			})
		}
	}
	p.frags = limitFrags(p.frags)
	return p, nil
}

// validJSON drops what MuPDF lets through but JSON does not allow.
func validJSON(raw []byte) []byte {
	clean := true
	for _, c := range raw {
		if c < 0x20 && c != '\n' {
			clean = false
			break
		}
	}
	if clean {
		return raw
	}
	return bytes.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' {
			return ' '
		}
		return r
	}, raw)
}

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

// hasRTL reports whether raw holds a Hebrew or Arabic letter.
func hasRTL(raw []byte) bool {
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; c < 0xd6 || (c > 0xdd && c != 0xef) {
			continue
		}
		if r, _ := utf8.DecodeRune(raw[i:]); isRTL(r) {
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

package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"edusmart/core/typeset"
)

// Font collects the letters of one design that a file uses.
type Font struct {
	file            *File
	name            string
	ascent, descent float64
	known           map[string]Letter
	last            *font // the one that takes new letters
}

// Letter is what one code of a font stands for.
type Letter struct {
	font *font
	code int // from 1
}

// Shape is a letter that a font may not have yet.
type Shape struct {
	// Text is what it stands for: one character or more.
	Text  string
	Width float64 // ems
	// Outline is what is drawn, in ems.
	Outline []typeset.Segment
}

// Font begins a font. Ascent and descent are in ems, both positive.
func (f *File) Font(name string, ascent, descent float64) *Font {
	return &Font{file: f, name: postScriptName(name), ascent: ascent, descent: descent, known: map[string]Letter{}}
}

// Letter gives the letter with a key; where there is none yet, it is made of
// what shape gives.
func (f *Font) Letter(key string, shape func() Shape) Letter {
	if known, ok := f.known[key]; ok {
		return known
	}
	if f.last == nil || len(f.last.letters) == maxLetters {
		f.last = &font{design: f, ref: f.file.reserve(), number: len(f.file.fonts) + 1}
		f.file.fonts = append(f.file.fonts, f.last)
	}
	made := shape()
	f.last.letters = append(f.last.letters, letter{made.Text, thousandths(float32(made.Width)), outlineOf(made.Outline)})
	l := Letter{f.last, len(f.last.letters)}
	f.known[key] = l
	return l
}

// maxLetters is how many codes of two bytes a font has, without code 0.
const maxLetters = 0xfffe

// font is a font of the file: a Font, or a part of it when it has many letters.
type font struct {
	design  *Font
	ref     ref
	number  int
	letters []letter // by code, from 1
}

type letter struct {
	text    string
	width   int // thousandths of an em
	outline []segment
}

// close writes the font (ISO 32000-1, 9.7).
func (f *font) close(file *File) {
	program, box := compactFont(f.design.name, f.letters)
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	name := string(tag) + "+" + f.design.name
	data := file.reserve()
	file.stream(data, "/Subtype/CIDFontType0C", program, false)
	unicode := file.reserve()
	file.stream(unicode, "", toUnicode(f.letters), false)
	descriptor := file.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile3 %v>>",
		name, box[0], box[1], box[2], box[3], int(f.design.ascent*1000), -int(f.design.descent*1000), data))
	var widths strings.Builder
	for _, l := range f.letters {
		fmt.Fprintf(&widths, "%d ", l.width)
	}
	cid := file.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/DW 0/W[1[%s]]>>",
		name, descriptor, widths.String()))
	file.put(f.ref, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", name, cid, unicode))
}

// toUnicode is the map from codes to text (9.10.3).
func toUnicode(letters []letter) []byte {
	const most = 100 // in one block
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 0; from < len(letters); from += most {
		part := letters[from:min(from+most, len(letters))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, l := range part {
			fmt.Fprintf(&b, "<%04X><%s>\n", from+i+1, utf16Hex(l.text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// postScriptName gives a name as PDF and CFF can hold it without escapes.
func postScriptName(name string) string {
	made := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, name)
	return made[:min(len(made), 40)] + "-Regular"
}

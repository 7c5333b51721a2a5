package pdf

import (
	"encoding/binary"
	"math"

	"edusmart/core/typeset"
)

// segment is a piece of an outline in thousandths of an em; of a move or a line
// only the last point counts.
type segment struct {
	kind   typeset.SegmentKind
	points [3][2]int
}

func outlineOf(segments []typeset.Segment) []segment {
	whole := func(p typeset.Point) [2]int { return [2]int{thousandths(p.X), thousandths(p.Y)} }
	made := make([]segment, len(segments))
	for i, s := range segments {
		made[i] = segment{s.Kind, [3][2]int{whole(s.Out), whole(s.In), whole(s.To)}}
	}
	return made
}

// maxReach is how far a letter can reach, in ems: two points that far apart can
// still be told in 16 bits.
const maxReach = 16

// thousandths bounds what a broken font can say to what a charstring can hold.
func thousandths(ems float32) int {
	return int(math.Round(min(max(float64(ems), -maxReach), maxReach) * 1000))
}

// compactFont writes letters as a CID-keyed font in the Compact Font Format
// (Adobe Technical Note 5176), glyph n for code n, and gives the box around
// all.
func compactFont(name string, letters []letter) (program []byte, box [4]int) {
	glyphs := make([][]byte, 1, len(letters)+1)
	glyphs[0] = []byte{opEnd} // .notdef, which no code uses
	for i, l := range letters {
		glyphs = append(glyphs, charstring(l.width, l.outline))
		box = around(box, l.outline, i == 0)
	}
	charstrings := index(glyphs)
	head := index([][]byte{[]byte(name)})
	strings := index([][]byte{[]byte("Adobe"), []byte("Identity")})
	noSubroutines := index(nil)
	charset := []byte{2, 0, 1}
	charset = binary.BigEndian.AppendUint16(charset, uint16(len(letters)-1))
	choice := []byte{3, 0, 1, 0, 0, 0} // all glyphs are of font dictionary 0
	choice = binary.BigEndian.AppendUint16(choice, uint16(len(glyphs)))

	// The top dictionary holds offsets behind itself: its numbers have a fixed
	// length, so that its own length is known before they are.
	var offsets struct{ charset, choice, charstrings, fonts, private int }
	top := func() []byte {
		var d dict
		d.put(391, 392, 0).op(12, 30) // ROS
		d.put(box[0], box[1], box[2], box[3]).op(5)
		d.put(len(glyphs)).op(12, 34) // CIDCount
		d.put(offsets.charset).op(15)
		d.put(offsets.choice).op(12, 37)
		d.put(offsets.charstrings).op(17)
		d.put(offsets.fonts).op(12, 36)
		return index([][]byte{d})
	}
	fonts := func() []byte {
		var d dict
		d.put(0, offsets.private).op(18) // an empty private dictionary
		return index([][]byte{d})
	}
	offsets.charset = 4 + len(head) + len(top()) + len(strings) + len(noSubroutines)
	offsets.choice = offsets.charset + len(charset)
	offsets.charstrings = offsets.choice + len(choice)
	offsets.fonts = offsets.charstrings + len(charstrings)
	offsets.private = offsets.fonts + len(fonts())

	program = []byte{1, 0, 4, 4}
	for _, part := range [][]byte{head, top(), strings, noSubroutines, charset, choice, charstrings, fonts()} {
		program = append(program, part...)
	}
	return program, box
}

func around(box [4]int, outline []segment, first bool) [4]int {
	for _, s := range outline {
		p := s.points[2]
		if first {
			box, first = [4]int{p[0], p[1], p[0], p[1]}, false
		}
		box = [4]int{min(box[0], p[0]), min(box[1], p[1]), max(box[2], p[0]), max(box[3], p[1])}
	}
	return box
}

// dict is a dictionary of a compact font.
type dict []byte

// put adds numbers, each in five bytes.
func (d *dict) put(values ...int) *dict {
	for _, v := range values {
		*d = binary.BigEndian.AppendUint32(append(*d, 29), uint32(int32(v)))
	}
	return d
}

func (d *dict) op(code ...byte) { *d = append(*d, code...) }

// index writes a list of data (section 5).
func index(items [][]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4)
	at := uint32(1)
	out = binary.BigEndian.AppendUint32(out, at)
	for _, item := range items {
		at += uint32(len(item))
		out = binary.BigEndian.AppendUint32(out, at)
	}
	for _, item := range items {
		out = append(out, item...)
	}
	return out
}

// Operators of a Type 2 charstring (Adobe Technical Note 5177).
const (
	opLine  = 5
	opCurve = 8
	opEnd   = 14
	opMove  = 21
)

// maxArguments is how many numbers an operator of a charstring can be given.
const maxArguments = 48

// charstring draws an outline. Its width is told against a nominal width of 0.
func charstring(width int, outline []segment) []byte {
	out := operand(nil, width)
	if len(outline) > 0 && outline[0].kind != typeset.MoveTo {
		out = append(operand(operand(out, 0), 0), opMove)
	}
	pen := [2]int{}
	to := func(p [2]int) {
		out = operand(operand(out, p[0]-pen[0]), p[1]-pen[1])
		pen = p
	}
	for i := 0; i < len(outline); {
		switch s := outline[i]; s.kind {
		case typeset.MoveTo:
			to(s.points[2])
			out = append(out, opMove)
			i++
		case typeset.LineTo:
			for n := 0; n+2 <= maxArguments && i < len(outline) && outline[i].kind == typeset.LineTo; n += 2 {
				to(outline[i].points[2])
				i++
			}
			out = append(out, opLine)
		case typeset.CurveTo:
			for n := 0; n+6 <= maxArguments && i < len(outline) && outline[i].kind == typeset.CurveTo; n += 6 {
				for _, p := range outline[i].points {
					to(p)
				}
				i++
			}
			out = append(out, opCurve)
		}
	}
	return append(out, opEnd)
}

// operand writes a number of a charstring.
func operand(out []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(out, byte(v+139))
	case v >= 108 && v <= 1131:
		v -= 108
		return append(out, byte(v>>8+247), byte(v))
	case v >= -1131 && v <= -108:
		v = -v - 108
		return append(out, byte(v>>8+251), byte(v))
	}
	return append(out, 28, byte(v>>8), byte(v))
}

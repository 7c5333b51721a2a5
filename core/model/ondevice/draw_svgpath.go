package ondevice

import "strconv"

// maxPathPoints bounds what svg takes: the emoji font is a file, and a file
// may be anything.
const maxPathPoints = 20000

// svg reads the data of an SVG path element (SVG 1.1, section 8.3); arcs
// become straight lines. Reading ends at the first thing that is not a path.
func svg(d string) path {
	r := pathReader{s: d}
	for r.command() {
		if !r.segment() {
			break
		}
	}
	return r.p
}

type pathReader struct {
	s        string
	i        int
	op       byte
	p        path
	at       pt // the current point
	start    pt // where the subpath began
	lastCtrl pt // the last handle, for the smooth commands
	lastOp   byte
}

// command takes the next command letter, or keeps the last where a number
// follows (a second pair after a move is a line).
func (r *pathReader) command() bool {
	r.blank()
	if r.i >= len(r.s) || len(r.p.pts) > maxPathPoints {
		return false
	}
	c := r.s[r.i]
	if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
		r.op = c
		r.i++
		return true
	}
	switch r.op {
	case 'M':
		r.op = 'L'
	case 'm':
		r.op = 'l'
	case 'z', 'Z', 0:
		return false
	}
	return true
}

func (r *pathReader) blank() {
	for r.i < len(r.s) && (r.s[r.i] == ' ' || r.s[r.i] == ',' || r.s[r.i] == '\n' || r.s[r.i] == '\t' || r.s[r.i] == '\r') {
		r.i++
	}
}

func (r *pathReader) number() (float64, bool) {
	r.blank()
	from := r.i
	dot, exp := false, false
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c >= '0' && c <= '9':
		case (c == '-' || c == '+') && (r.i == from || r.s[r.i-1] == 'e' || r.s[r.i-1] == 'E'):
		case c == '.' && !dot && !exp:
			dot = true
		case (c == 'e' || c == 'E') && !exp && r.i > from:
			exp = true
		default:
			v, err := strconv.ParseFloat(r.s[from:r.i], 64)
			return v, err == nil
		}
		r.i++
	}
	v, err := strconv.ParseFloat(r.s[from:r.i], 64)
	return v, err == nil
}

// points reads n points, relative to the current one for a small letter.
func (r *pathReader) points(n int) ([]pt, bool) {
	out := make([]pt, n)
	for i := range out {
		x, okX := r.number()
		y, okY := r.number()
		if !okX || !okY {
			return nil, false
		}
		out[i] = pt{x, y}
		if r.op >= 'a' {
			out[i] = out[i].plus(r.at)
		}
	}
	return out, true
}

// mirrored is the handle that carries a smooth curve on.
func (r *pathReader) mirrored(after string) pt {
	for _, c := range []byte(after) {
		if r.lastOp == c {
			return r.at.times(2).minus(r.lastCtrl)
		}
	}
	return r.at
}

func (r *pathReader) segment() bool {
	upper := r.op &^ 0x20
	if upper != 'M' && len(r.p.ops) == 0 {
		return false
	}
	if upper != 'M' && upper != 'Z' && r.lastOp == 'Z' {
		r.p.move(r.at)
	}
	ok := r.draw(upper)
	r.lastOp = upper
	return ok
}

func (r *pathReader) draw(upper byte) bool {
	counts := map[byte]int{'M': 1, 'L': 1, 'C': 3, 'S': 2, 'Q': 2, 'T': 1}
	if n, ok := counts[upper]; ok {
		p, ok := r.points(n)
		if !ok {
			return false
		}
		r.curve(upper, p)
		r.at = p[n-1]
		return true
	}
	switch upper {
	case 'H', 'V':
		v, ok := r.number()
		if !ok {
			return false
		}
		next := r.at
		coord := &next.x
		if upper == 'V' {
			coord = &next.y
		}
		if r.op >= 'a' {
			v += *coord
		}
		*coord = v
		r.p.line(next)
		r.at = next
	case 'A':
		for range 5 {
			if _, ok := r.number(); !ok {
				return false
			}
		}
		p, ok := r.points(1)
		if !ok {
			return false
		}
		r.p.line(p[0])
		r.at = p[0]
	case 'Z':
		r.p.close()
		r.at = r.start
	default:
		return false
	}
	return true
}

func (r *pathReader) curve(upper byte, p []pt) {
	switch upper {
	case 'M':
		r.p.move(p[0])
		r.start = p[0]
	case 'L':
		r.p.line(p[0])
	case 'C':
		r.p.cubic(p[0], p[1], p[2])
		r.lastCtrl = p[1]
	case 'S':
		r.p.cubic(r.mirrored("CS"), p[0], p[1])
		r.lastCtrl = p[0]
	case 'Q':
		r.p.quad(p[0], p[1])
		r.lastCtrl = p[0]
	case 'T':
		ctrl := r.mirrored("QT")
		r.p.quad(ctrl, p[0])
		r.lastCtrl = ctrl
	}
}

// num writes a number for path data.
func num(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

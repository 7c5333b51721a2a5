package ondevice

import "math"

// pt is a point; y grows downwards.
type pt struct{ x, y float64 }

func (p pt) plus(q pt) pt       { return pt{p.x + q.x, p.y + q.y} }
func (p pt) minus(q pt) pt      { return pt{p.x - q.x, p.y - q.y} }
func (p pt) times(k float64) pt { return pt{p.x * k, p.y * k} }
func (p pt) length() float64    { return math.Hypot(p.x, p.y) }
func polar(r, degrees float64) pt {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return pt{r * c, r * s}
}
func along(a, b pt, t float64) pt { return a.plus(b.minus(a).times(t)) }

// path is a shape's outline: 'M' and 'L' take one point, 'Q' two, 'C' three,
// 'Z' none.
type path struct {
	ops []byte
	pts []pt
}

func (p *path) move(a pt)        { p.ops, p.pts = append(p.ops, 'M'), append(p.pts, a) }
func (p *path) line(a pt)        { p.ops, p.pts = append(p.ops, 'L'), append(p.pts, a) }
func (p *path) quad(a, b pt)     { p.ops, p.pts = append(p.ops, 'Q'), append(p.pts, a, b) }
func (p *path) cubic(a, b, c pt) { p.ops, p.pts = append(p.ops, 'C'), append(p.pts, a, b, c) }
func (p *path) close()           { p.ops = append(p.ops, 'Z') }

// joined puts the outlines of all paths into one.
func joined(paths ...path) path {
	var all path
	for _, p := range paths {
		all.ops, all.pts = append(all.ops, p.ops...), append(all.pts, p.pts...)
	}
	return all
}

func circ(x, y, r float64) path { return oval(x, y, r, r) }

func oval(x, y, rx, ry float64) path {
	const k = 0.5522847498 // the handle of a quarter circle as a cubic
	var p path
	p.move(pt{x + rx, y})
	p.cubic(pt{x + rx, y + k*ry}, pt{x + k*rx, y + ry}, pt{x, y + ry})
	p.cubic(pt{x - k*rx, y + ry}, pt{x - rx, y + k*ry}, pt{x - rx, y})
	p.cubic(pt{x - rx, y - k*ry}, pt{x - k*rx, y - ry}, pt{x, y - ry})
	p.cubic(pt{x + k*rx, y - ry}, pt{x + rx, y - k*ry}, pt{x + rx, y})
	p.close()
	return p
}

func rect(x, y, w, h float64) path { return poly(x, y, x+w, y, x+w, y+h, x, y+h) }

// slab is a rectangle with corners of radius r.
func slab(x, y, w, h, r float64) path {
	r = min(r, w/2, h/2)
	k := r * 0.4477
	var p path
	p.move(pt{x + r, y})
	p.line(pt{x + w - r, y})
	p.cubic(pt{x + w - k, y}, pt{x + w, y + k}, pt{x + w, y + r})
	p.line(pt{x + w, y + h - r})
	p.cubic(pt{x + w, y + h - k}, pt{x + w - k, y + h}, pt{x + w - r, y + h})
	p.line(pt{x + r, y + h})
	p.cubic(pt{x + k, y + h}, pt{x, y + h - k}, pt{x, y + h - r})
	p.line(pt{x, y + r})
	p.cubic(pt{x, y + k}, pt{x + k, y}, pt{x + r, y})
	p.close()
	return p
}

// poly is the closed polygon of x, y, x, y, ...
func poly(xy ...float64) path {
	p := open(xy...)
	p.close()
	return p
}

// open is the open line of x, y, x, y, ...
func open(xy ...float64) path {
	var p path
	for i := 0; i+1 < len(xy); i += 2 {
		if i == 0 {
			p.move(pt{xy[0], xy[1]})
		} else {
			p.line(pt{xy[i], xy[i+1]})
		}
	}
	return p
}

// flow is a smooth open line through the points (Catmull-Rom, as cubics).
func flow(points ...pt) path {
	var p path
	n := len(points)
	if n == 0 {
		return p
	}
	get := func(i int) pt { return points[min(max(i, 0), n-1)] }
	p.move(points[0])
	for i := range n - 1 {
		a, b, c, d := get(i-1), get(i), get(i+1), get(i+2)
		p.cubic(b.plus(c.minus(a).times(1.0/6)), c.minus(d.minus(b).times(1.0/6)), c)
	}
	return p
}

// blob is a smooth closed shape through the points.
func blob(points ...pt) path {
	n := len(points)
	var p path
	if n < 3 {
		return p
	}
	get := func(i int) pt { return points[(i+n)%n] }
	p.move(points[0])
	for i := range n {
		a, b, c, d := get(i-1), get(i), get(i+1), get(i+2)
		p.cubic(b.plus(c.minus(a).times(1.0/6)), c.minus(d.minus(b).times(1.0/6)), c)
	}
	p.close()
	return p
}

// sector is a slice of a circle from angle a to b in degrees, clockwise from
// the right.
func sector(x, y, r, a, b float64) path {
	var p path
	p.move(pt{x, y})
	steps := max(int(math.Abs(b-a)/6), 2)
	for i := range steps + 1 {
		p.line(pt{x, y}.plus(polar(r, a+(b-a)*float64(i)/float64(steps))))
	}
	p.close()
	return p
}

// arc is the open line of that slice.
func arc(x, y, r, a, b float64) path {
	p := sector(x, y, r, a, b)
	p.ops, p.pts = append([]byte{'M'}, p.ops[2:len(p.ops)-1]...), p.pts[1:]
	return p
}

// polylines flattens the path into lines of points; closed ones end where
// they begin. step is the greatest length of a piece of a curve.
func (p path) polylines(step float64) [][]pt {
	var all [][]pt
	var cur []pt
	flush := func() {
		if len(cur) > 1 {
			all = append(all, cur)
		}
		cur = nil
	}
	i := 0
	for _, op := range p.ops {
		switch op {
		case 'M':
			flush()
			cur = append(cur, p.pts[i])
			i++
		case 'L':
			cur = append(cur, p.pts[i])
			i++
		case 'Q':
			a, b, c := cur[len(cur)-1], p.pts[i], p.pts[i+1]
			n := curveSteps(step, a, b, c)
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				cur = append(cur, along(along(a, b, t), along(b, c, t), t))
			}
			i += 2
		case 'C':
			a, b, c, d := cur[len(cur)-1], p.pts[i], p.pts[i+1], p.pts[i+2]
			n := curveSteps(step, a, b, c, d)
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				ab, bc, cd := along(a, b, t), along(b, c, t), along(c, d, t)
				cur = append(cur, along(along(ab, bc, t), along(bc, cd, t), t))
			}
			i += 3
		case 'Z':
			if len(cur) > 1 {
				cur = append(cur, cur[0])
				first := cur[0]
				flush()
				cur = append(cur, first)
			}
		}
	}
	flush()
	return all
}

func curveSteps(step float64, points ...pt) int {
	length := 0.0
	for i := range len(points) - 1 {
		length += points[i+1].minus(points[i]).length()
	}
	return min(max(int(length/step), 4), 96)
}

// stroke gives the outline of p drawn with a round pen w wide. Its pieces
// all turn the same way, so that where they overlap they fill rather than
// cancel.
func stroke(p path, w float64) path {
	var out path
	half := w / 2
	for _, line := range p.polylines(max(w, 2)) {
		for i := range len(line) - 1 {
			a, b := line[i], line[i+1]
			d := b.minus(a)
			if l := d.length(); l > 1e-9 {
				n := pt{d.y, -d.x}.times(half / l)
				out.move(a.plus(n))
				out.line(b.plus(n))
				out.line(b.minus(n))
				out.line(a.minus(n))
				out.close()
			}
		}
		for _, a := range line {
			out = joined(out, circ(a.x, a.y, half))
		}
	}
	return out
}

// box is the smallest rectangle around the path's points.
func (p path) box() (lo, hi pt) {
	lo, hi = pt{math.Inf(1), math.Inf(1)}, pt{math.Inf(-1), math.Inf(-1)}
	for _, a := range p.pts {
		lo = pt{min(lo.x, a.x), min(lo.y, a.y)}
		hi = pt{max(hi.x, a.x), max(hi.y, a.y)}
	}
	return lo, hi
}

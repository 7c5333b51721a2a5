package ondevice

import "math"

// shades is the number of steps of a gradient.
const shades = 512

// brush is a paint made ready for the pixels of one shape.
type brush struct {
	kind paintKind
	lut  [][4]uint32 // red, green, blue, alpha, 0 to 255
	// t along the gradient is kx x + ky y + k0 (linear), or the length of
	// (kx dx + ky dy, lx dx + ly dy), d from (cx, cy) (radial: a circle that is
	// drawn flat or aslant is an ellipse).
	kx, ky, k0 float64
	lx, ly     float64
	cx, cy     float64
}

// brush resolves p for shape: its place in pixels, its colours in the light
// of the scene.
func (c *canvas) brush(p paint, shape path) brush {
	b := brush{kind: p.kind}
	if p.kind == paintFlat || len(p.stops) < 2 {
		b.kind = paintFlat
		b.lut = [][4]uint32{c.shade(p, 0)}
		return b
	}
	b.lut = make([][4]uint32, shades)
	for i := range b.lut {
		b.lut[i] = c.shade(p, float64(i)/(shades-1))
	}
	x0, y0, x1, y1 := p.x0, p.y0, p.x1, p.y1
	if p.kind == paintBox || p.kind == paintBall {
		lo, hi := shape.box()
		w, h := hi.x-lo.x, hi.y-lo.y
		x0, y0 = lo.x+x0*w, lo.y+y0*h
		if p.kind == paintBox {
			x1, y1 = lo.x+p.x1*w, lo.y+p.y1*h
		} else {
			x1 = p.x1 * max(w, h)
		}
	}
	if p.kind == paintLinear || p.kind == paintBox {
		b.kind = paintLinear
		from, to := c.m.apply(pt{x0, y0}), c.m.apply(pt{x1, y1})
		d := to.minus(from)
		if l := d.x*d.x + d.y*d.y; l > 1e-9 {
			b.kx, b.ky = d.x/l, d.y/l
		}
		b.k0 = -(from.x*b.kx + from.y*b.ky)
		return b
	}
	b.kind = paintRadial
	centre := c.m.apply(pt{x0, y0})
	b.cx, b.cy = centre.x, centre.y
	det := c.m.a*c.m.d - c.m.b*c.m.c
	if math.Abs(det) < 1e-12 {
		det = 1e-12
	}
	k := 1 / (det * max(x1, 1e-6))
	b.kx, b.ky, b.lx, b.ly = c.m.d*k, -c.m.c*k, -c.m.b*k, c.m.a*k
	return b
}

// shade is the colour of p at t.
func (c *canvas) shade(p paint, t float64) [4]uint32 {
	from, to := p.stops[0], p.stops[len(p.stops)-1]
	for i := range len(p.stops) - 1 {
		if t >= p.stops[i].t {
			from, to = p.stops[i], p.stops[i+1]
		}
	}
	k := 0.0
	if to.t > from.t {
		k = min(max((t-from.t)/(to.t-from.t), 0), 1)
	}
	v := from.c.rgb().toward(to.c.rgb(), k)
	if !p.own {
		v = c.light.apply(v)
		if c.mist > 0 {
			v = v.toward(c.haze.rgb(), c.mist)
		}
	}
	alpha := (from.alpha + (to.alpha-from.alpha)*k) * p.alpha * c.alpha
	part := func(v float64) uint32 { return uint32(math.Round(min(max(v, 0), 1) * 255)) }
	return [4]uint32{part(v.r), part(v.g), part(v.b), part(alpha)}
}

// row paints one row of pixels by its coverage; (x, y) is the middle of the
// first pixel.
func (b *brush) row(pix, cover []uint8, x, y float64) {
	if b.kind == paintLinear && math.Abs(b.kx)*float64(len(cover)) < 0.5/shades {
		blendRow(pix, cover, b.lut[lutAt(b.kx*x+b.ky*y+b.k0)])
		return
	}
	switch b.kind {
	case paintLinear:
		t, dt := (b.kx*x+b.ky*y+b.k0)*(shades-1), b.kx*(shades-1)
		for i, a := range cover {
			if a != 0 {
				blend(pix[4*i:4*i+3:4*i+3], uint32(a), &b.lut[min(max(int(t), 0), shades-1)])
			}
			t += dt
		}
	case paintRadial:
		u := (x-b.cx)*b.kx + (y-b.cy)*b.ky
		v := (x-b.cx)*b.lx + (y-b.cy)*b.ly
		for i, a := range cover {
			if a != 0 {
				blend(pix[4*i:4*i+3:4*i+3], uint32(a), &b.lut[lutAt(math.Sqrt(u*u+v*v))])
			}
			u += b.kx
			v += b.lx
		}
	default:
		blendRow(pix, cover, b.lut[0])
	}
}

func lutAt(t float64) int { return min(max(int(t*(shades-1)), 0), shades-1) }

func blendRow(pix, cover []uint8, v [4]uint32) {
	if v[3] == 0 {
		return
	}
	r, g, b := uint8(v[0]), uint8(v[1]), uint8(v[2])
	for i, a := range cover {
		if a == 0 {
			continue
		}
		p := pix[4*i : 4*i+3 : 4*i+3]
		if a == 255 && v[3] == 255 {
			p[0], p[1], p[2] = r, g, b
			continue
		}
		blend(p, uint32(a), &v)
	}
}

// blend lays v over one pixel with coverage a (0 to 255).
func blend(p []uint8, a uint32, v *[4]uint32) {
	a = a * v[3]
	if a == 255*255 {
		p[0], p[1], p[2] = uint8(v[0]), uint8(v[1]), uint8(v[2])
		return
	}
	rest := 255*255 - a
	const half = 255 * 255 / 2
	p[0] = uint8((v[0]*a + uint32(p[0])*rest + half) / (255 * 255))
	p[1] = uint8((v[1]*a + uint32(p[1])*rest + half) / (255 * 255))
	p[2] = uint8((v[2]*a + uint32(p[2])*rest + half) / (255 * 255))
}

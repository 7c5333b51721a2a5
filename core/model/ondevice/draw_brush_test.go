package ondevice

import "testing"

// A round shadow that lies flat on the ground is as soft above and below as at
// its sides.
func TestAGradientThatIsDrawnFlatIsAnEllipse(t *testing.T) {
	c := newCanvas()
	c.fill(flat(0xFFFFFF).lit(), rect(0, 0, side, side))
	const x, y, r, flatness = 500, 400, 240, 0.25
	c.with(affine{a: 1, d: flatness, e: x, f: y}, func() {
		c.fill(paint{kind: paintRadial, x1: r, alpha: 1, own: true, stops: []stop{{0, 0x000000, 1}, {1, 0x000000, 0}}}, circ(0, 0, r))
	})
	light := func(dx, dy float64) int { return int(c.img.NRGBAAt(int(x+dx), int(y+dy)).R) }
	for _, part := range []float64{0.25, 0.5, 0.75, 0.95} {
		want := int(255 * part)
		for name, got := range map[string]int{"right": light(part*r, 0), "left": light(-part*r, 0), "above": light(0, -part*r*flatness), "below": light(0, part*r*flatness)} {
			if got < want-8 || got > want+8 {
				t.Errorf("%s of the middle, at %.2f of the radius, the light is %d, not about %d", name, part, got, want)
			}
		}
	}
}

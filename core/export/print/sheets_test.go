package print

import (
	"math/rand/v2"
	"testing"

	"edusmart/core/export/print/pdf"
)

// Whatever strips there are, each is on one sheet, in order, and none beyond its
// end; strips that belong together are parted only where no sheet holds them.
func TestStripsAreSharedAmongSheetsInOrder(t *testing.T) {
	const height = 100
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var blocks []block
		var want []*strip
		for range random.IntN(12) {
			b := block{fresh: random.IntN(6) == 0, spread: random.IntN(2) == 0}
			for range random.IntN(9) {
				b.strips = append(b.strips, strip{height: 1 + 60*random.Float64(), before: 10 * random.Float64(), keep: random.IntN(3) == 0})
			}
			blocks = append(blocks, b)
		}
		for i := range blocks {
			for k := range blocks[i].strips {
				want = append(want, &blocks[i].strips[k])
			}
		}
		on := map[*strip]int{}
		at := 0
		all := sheets(blocks, height)
		for n, s := range all {
			s.fill(height)
			end := 0.0
			for _, p := range s.strips {
				if at == len(want) || p.strip != want[at] {
					t.Fatal("strips are out of order")
				}
				if p.top < end-1e-9 || p.top+p.strip.height > height+1e-9 {
					t.Fatalf("a strip from %g to %g after %g", p.top, p.top+p.strip.height, end)
				}
				end = p.top + p.strip.height
				on[p.strip] = n
				at++
			}
			if len(s.strips) == 0 {
				t.Fatal("a sheet is empty")
			}
		}
		if at != len(want) {
			t.Fatalf("%d of %d strips", at, len(want))
		}
		together(t, blocks, on, height)
	}
}

func together(t *testing.T, blocks []block, on map[*strip]int, height float64) {
	t.Helper()
	for i := range blocks {
		b := &blocks[i]
		if len(b.strips) == 0 {
			continue
		}
		if first, last := on[&b.strips[0]], on[&b.strips[len(b.strips)-1]]; b.height() <= height && first != last {
			t.Fatalf("a block of %g is parted", b.height())
		}
		for from := 0; from < len(b.strips); {
			to := from + 1
			for to < len(b.strips) && b.strips[to-1].keep {
				to++
			}
			group := block{strips: b.strips[from:to]}
			if group.height() <= height && on[&b.strips[from]] != on[&b.strips[to-1]] {
				t.Fatalf("strips of %g that belong together are parted", group.height())
			}
			from = to
		}
	}
}

func TestNoLineOfAParagraphStandsAlone(t *testing.T) {
	c := composer{ctx: t.Context(), c: lessons[0].story(t, 4), language: "en", width: 200}
	for _, n := range []int{1, 2, 3, 4, 9} {
		text := make([]string, n)
		for i := range text {
			text[i] = "A sentence that fills a line."
		}
		strips, err := c.paragraph(&pdf.Element{}, text, "en", column{0, 200}, style{13, 1.5, pdf.Ink{}})
		if err != nil {
			t.Fatal(err)
		}
		for i := range strips {
			if alone := i == 0 || i == len(strips)-2; len(strips) > 1 && i < len(strips)-1 && strips[i].keep != alone {
				t.Errorf("%d lines: line %d is kept with the next: %v", len(strips), i+1, strips[i].keep)
			}
		}
	}
}

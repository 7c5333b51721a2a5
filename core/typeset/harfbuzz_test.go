package typeset

import (
	"math"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The glyphs of every run, their order, widths and offsets, must be those that
// HarfBuzz itself chooses with the same font file.
func TestGlyphsAreThoseOfHarfBuzz(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		t.Fatal("this test needs hb-shape (libharfbuzz-bin):", err)
	}
	f := newTestFonts(t)
	reading := writeTemp(t, readingFont(t))
	for name, text := range browserPages() {
		t.Run(name, func(t *testing.T) {
			p := settled(t, f, text, Spacing{})
			for i := range p.runs {
				r := &p.runs[i]
				file, index := reading, 0
				if r.face != f.primary {
					at := f.system.FontLocation(r.face.face.Font)
					file, index = at.File, int(at.Index)
				}
				want := harfBuzz(t, p, r, file, index)
				upem := float32(r.face.face.Upem())
				var got []shapedGlyph
				for _, g := range r.glyphs {
					got = append(got, shapedGlyph{int(g.id), units(g.advance * upem), units(g.dx * upem), units(g.dy * upem)})
				}
				if !slices.EqualFunc(got, want, sameGlyph) {
					t.Errorf("%q in %s:\n%v\nHarfBuzz:\n%v", string(p.src.runes[r.from:r.to]), file, got, want)
				}
			}
		})
	}
}

func writeTemp(t *testing.T, data []byte) string {
	t.Helper()
	path := t.TempDir() + "/reading.ttf"
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// harfBuzz gives the glyphs that hb-shape makes of a run.
func harfBuzz(t *testing.T, p *Paragraph, r *run, file string, index int) []shapedGlyph {
	t.Helper()
	direction := "ltr"
	if r.level%2 == 1 {
		direction = "rtl"
	}
	text := p.src.runes
	out, err := exec.Command("hb-shape", "--no-glyph-names", "--no-clusters", "--face-index="+strconv.Itoa(index),
		"--direction="+direction, "--script="+r.script.String(), "--language="+string(p.lang),
		"--text-before="+string(text[max(r.from-5, 0):r.from]), "--text-after="+string(text[r.to:min(r.to+5, len(text))]),
		file, "--text="+string(text[r.from:r.to])).Output()
	if err != nil {
		t.Fatal(err)
	}
	var glyphs []shapedGlyph
	for g := range strings.SplitSeq(strings.Trim(strings.TrimSpace(string(out)), "[]"), "|") {
		parts := hbGlyph.FindStringSubmatch(g)
		if parts == nil {
			t.Fatalf("hb-shape printed %q", g)
		}
		var n [4]int
		for i, k := range []int{1, 4, 2, 3} {
			n[i], _ = strconv.Atoi(parts[k])
		}
		glyphs = append(glyphs, shapedGlyph{n[0], n[1], n[2], n[3]})
	}
	return glyphs
}

// hbGlyph is a glyph as hb-shape prints it: number@dx,dy+advance.
var hbGlyph = regexp.MustCompile(`^(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)$`)

// shapedGlyph is a glyph with its advance and offset, in font units.
type shapedGlyph struct{ id, advance, dx, dy int }

func units(v float32) int { return int(math.Round(float64(v))) }

// sameGlyph allows lengths to differ by one unit, for rounding.
func sameGlyph(a, b shapedGlyph) bool {
	near := func(x, y int) bool { return x-y <= 1 && y-x <= 1 }
	return a.id == b.id && near(a.advance, b.advance) && near(a.dx, b.dx) && near(a.dy, b.dy)
}

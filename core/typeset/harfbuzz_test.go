package typeset

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// The glyphs of every run, their order and their widths, must be those that
// HarfBuzz itself chooses with the same font file.
func TestGlyphsAreThoseOfHarfBuzz(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		t.Fatal("this test needs hb-shape (libharfbuzz-bin):", err)
	}
	f := newTestFonts(t)
	reading := writeTemp(t, readingFont(t))
	for name, text := range pages {
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
				upem := float64(r.face.face.Upem())
				var got []string
				for _, g := range r.glyphs {
					got = append(got, fmt.Sprintf("%d+%.0f", g.id, math.Round(float64(g.advance)*upem)))
				}
				if !sameGlyphs(got, want) {
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

// harfBuzz gives the glyphs of a run as hb-shape prints them: number+width.
func harfBuzz(t *testing.T, p *Paragraph, r *run, file string, index int) []string {
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
	var glyphs []string
	for g := range strings.SplitSeq(strings.Trim(strings.TrimSpace(string(out)), "[]"), "|") {
		number, width := g, g
		if at := strings.IndexAny(g, "@+"); at >= 0 {
			number = g[:at]
		}
		if at := strings.LastIndex(g, "+"); at >= 0 {
			width = g[at+1:]
		}
		glyphs = append(glyphs, number+"+"+width)
	}
	return glyphs
}

// sameGlyphs allows widths to differ by one unit, for rounding.
func sameGlyphs(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		na, wa, _ := strings.Cut(a[i], "+")
		nb, wb, _ := strings.Cut(b[i], "+")
		x, _ := strconv.Atoi(wa)
		y, _ := strconv.Atoi(wb)
		if na != nb || x-y > 1 || y-x > 1 {
			return false
		}
	}
	return true
}

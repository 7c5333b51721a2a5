package typeset

import (
	"image"
	"math"
	"slices"
	"testing"

	"github.com/go-text/typesetting/language"
)

// widest is the spacing that a text has to bear without loss (WCAG 2.2,
// 1.4.12).
var widest = Spacing{Letter: 0.12, Word: 0.16}

// spacings are all that a page is set in.
var spacings = map[string]Spacing{"plain": {}, "easy": EasyReading(), "widest": widest}

// joinedScripts are those of the test's pages whose letters hang together.
var joinedScripts = []language.Script{language.Arabic, language.Devanagari}

// Letters are moved apart cluster by cluster: a mark keeps its place on its
// letter, and what is joined stays as it was.
func TestTheWidestSpacingLeavesClustersAndJoinsWhole(t *testing.T) {
	const size = 40
	f := newTestFonts(t)
	for name, text := range browserPages() {
		t.Run(name, func(t *testing.T) {
			plain := settled(t, f, text, Spacing{}).Lay(browserLine, size, LineHeight)
			spaced := settled(t, f, text, widest).Lay(browserLine, size, LineHeight)
			before, after := clusters(plain), clusters(spaced)
			for at, glyphs := range after {
				if !slices.EqualFunc(before[at].glyphs, glyphs.glyphs, func(a, b Glyph) bool {
					return a.ID == b.ID && math.Abs(float64(a.X-b.X)) < 0.01
				}) {
					t.Errorf("%q changed its glyphs from %v to %v", string(plain.p.src.runes[at.from:at.to]), before[at].glyphs, glyphs.glyphs)
				}
				joined := slices.Contains(joinedScripts, glyphs.script) && !isSpace(plain.p.src.runes[at.from])
				grown := glyphs.width - before[at].width
				if joined && grown > 0.01 {
					t.Errorf("%q was pulled apart by %g", string(plain.p.src.runes[at.from:at.to]), grown)
				}
				if !joined && grown < 0.12*size-0.01 {
					t.Errorf("%q was moved on by only %g", string(plain.p.src.runes[at.from:at.to]), grown)
				}
			}
		})
	}
}

// placed is a cluster, its glyphs counted from where the first of them stands.
type placed struct {
	script language.Script
	glyphs []Glyph
	width  float32
}

func clusters(l *Layout) map[span]placed {
	found := map[span]placed{}
	for _, line := range l.Lines {
		for _, c := range line.cells {
			at := placed{width: c.right - c.left}
			for _, r := range l.p.runs {
				if c.from >= r.from && c.from < r.to {
					at.script = r.script
				}
			}
			for _, run := range line.Runs {
				for _, g := range run.Glyphs {
					if g.rune == c.from {
						at.glyphs = append(at.glyphs, g)
					}
				}
			}
			for i := len(at.glyphs) - 1; i >= 0; i-- {
				at.glyphs[i].X -= at.glyphs[0].X
			}
			found[c.span] = at
		}
	}
	return found
}

// The box of a text is painted with the margin that the window leaves round
// it: ink on the rim of the image would be ink that was cut off.
func TestTheWidestSpacingIsNeverClipped(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range browserPages() {
		for set, spacing := range spacings {
			t.Run(name+"/"+set, func(t *testing.T) {
				const size, width = 40, 420
				margin := int(math.Ceil(0.3 * size))
				l := settled(t, f, text, spacing).Lay(width, size, LineHeight)
				if l.Pitch < 1.5*size {
					t.Errorf("lines stand %g apart", l.Pitch)
				}
				img := image.NewRGBA(image.Rect(0, 0, width+2*margin, int(math.Ceil(float64(l.Height)))+2*margin))
				new(Painter).Paint(img, img.Rect, l, View{Scale: 1, X: float32(margin), Y: float32(margin), Text: dark})
				inner, inked := img.Rect.Inset(1), 0
				for y := range img.Rect.Dy() {
					for x := range img.Rect.Dx() {
						if img.RGBAAt(x, y).A == 0 {
							continue
						}
						inked++
						if !image.Pt(x, y).In(inner) {
							t.Fatalf("ink on the rim at %d, %d", x, y)
						}
					}
				}
				if inked == 0 {
					t.Error("nothing was painted")
				}
			})
		}
	}
}

package typeset

import (
	"strings"
	"testing"
)

func TestClustersTellTheWholeTextInTheOrderOfReading(t *testing.T) {
	f := newTestFonts(t)
	for name, text := range pages {
		t.Run(name, func(t *testing.T) {
			for _, spacing := range []Spacing{{}, EasyReading()} {
				l := settled(t, f, text, spacing).Lay(240, 24, LineHeight)
				var read strings.Builder
				for i := range l.Lines {
					line := &l.Lines[i]
					glyphs := 0
					for _, c := range l.Clusters(i) {
						read.WriteString(c.Text)
						glyphs += len(c.Glyphs)
						if c.Left < line.Left-0.1 || c.Right > line.Right+0.1 || c.Left > c.Right {
							t.Errorf("%q stands from %g to %g on a line from %g to %g", c.Text, c.Left, c.Right, line.Left, line.Right)
						}
						if c.Face == nil {
							t.Errorf("%q has no face", c.Text)
						}
					}
					for _, run := range line.Runs {
						glyphs -= len(run.Glyphs)
					}
					if glyphs != 0 {
						t.Errorf("line %d: %d glyphs more than the line has", i+1, glyphs)
					}
				}
				src := read.String()
				for _, s := range text.Sentences {
					at := strings.Index(src, s)
					if at < 0 {
						t.Fatalf("%q is not in %q", s, read.String())
					}
					src = src[at+len(s):]
				}
			}
		})
	}
}

// A syllable whose vowel is written before it is one cluster, and so is a letter
// with its marks.
func TestLettersThatAreReorderedStayOneCluster(t *testing.T) {
	f := newTestFonts(t)
	for _, c := range []struct{ language, word, cluster string }{
		{"hi", "किताब", "कि"}, {"hi", "क्षेत्र", "क्षे"}, {"th", "น้ำ", "น้ำ"}, {"ar", "سلام", "لا"}, {"he", "בְּ", "בְּ"},
	} {
		l := settled(t, f, Text{Sentences: []string{c.word}, Language: c.language}, Spacing{}).Lay(500, 24, LineHeight)
		var all []string
		found := false
		for _, cluster := range l.Clusters(0) {
			all = append(all, cluster.Text)
			found = found || cluster.Text == c.cluster
		}
		if !found {
			t.Errorf("%s is cut into %q", c.word, all)
		}
	}
}

func TestOutlinesAreClosedCurvesOfTheLetter(t *testing.T) {
	f := newTestFonts(t)
	for language, word := range map[string]string{"en": "o", "zh": "山", "ar": "ب"} {
		l := settled(t, f, Text{Sentences: []string{word}, Language: language}, Spacing{}).Lay(500, 24, LineHeight)
		c := l.Clusters(0)[0]
		outline := f.Outline(c.Face, c.Glyphs[0].ID)
		if len(outline) < 4 || outline[0].Kind != MoveTo {
			t.Fatalf("%s: %v", word, outline)
		}
		for _, s := range outline {
			if s.To.X < -0.5 || s.To.X > 2 || s.To.Y < -1 || s.To.Y > 1.5 {
				t.Errorf("%s reaches to %v ems", word, s.To)
			}
		}
		if c.Face.Name() == "" || c.Face.Ascent() <= 0 || c.Face.Descent() <= 0 {
			t.Errorf("%s: the face is called %q, %g high and %g deep", word, c.Face.Name(), c.Face.Ascent(), c.Face.Descent())
		}
	}
	if len(f.Outline(f.primary, 3)) > 0 { // a space
		t.Error("a space has an outline")
	}
}

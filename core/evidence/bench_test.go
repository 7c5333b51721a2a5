package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

// A trial is a document of our own with statements about it, by class. Class
// "copy" is every sentence of the document, "paraphrase" says the same in
// other words; all other classes are false or not in the document.
type trial struct {
	doc     *story.Document
	classes []string
	texts   map[string][]string
}

var languages = []string{"en", "es", "ar", "hi"}

// readTrial reads testdata/<language>.<set>.txt: a paragraph a line, then the
// classes.
func readTrial(t testing.TB, language, set string) *trial {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", language+"."+set+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	r := &trial{doc: &story.Document{Language: language, Pages: 1}, texts: map[string][]string{}}
	class := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		name, isClass := strings.CutPrefix(line, "== ")
		switch {
		case isClass:
			class = name
			r.classes = append(r.classes, name)
		case line != "" && class == "":
			b := story.Block{Kind: story.Paragraph, Text: line, Page: 1}
			if !strings.ContainsAny(line[len(line)-1:], ".!?।:;") && !strings.HasSuffix(line, "।") && len(line) < 120 {
				b.Kind = story.Heading
			}
			r.doc.Blocks = append(r.doc.Blocks, b)
		case line != "":
			r.texts[class] = append(r.texts[class], line)
		}
	}
	for i := range r.doc.Blocks {
		b := &r.doc.Blocks[i]
		for _, s := range sentences(b) {
			r.texts["copy"] = append(r.texts["copy"], b.Text[s[0]:s[1]])
		}
	}
	r.classes = append([]string{"copy"}, r.classes...)
	return r
}

// A tally counts verdicts.
type tally map[Verdict]int

func (c tally) all() int { return c[Supported] + c[Weak] + c[Absent] }

// run gives the verdicts by class.
func (r *trial) run(show func(class, text string, f Finding)) map[string]tally {
	x := New(r.doc)
	all := map[string]tally{}
	for _, class := range r.classes {
		all[class] = tally{}
		for _, text := range r.texts[class] {
			f := x.Sentence(text)
			all[class][f.Verdict]++
			if show != nil {
				show(class, text, f)
			}
		}
	}
	return all
}

// falsehoods sums the classes of what the document does not say.
func falsehoods(all map[string]tally) tally {
	sum := tally{}
	for class, c := range all {
		if class != "copy" && class != "paraphrase" {
			for v, n := range c {
				sum[v] += n
			}
		}
	}
	return sum
}

// The marks: a falsehood let through as supported at most once in fifty, no
// true copy doubted, a true paraphrase called absent at most once in ten. Both
// on the texts that the tables were made with and on those that they were not.
func TestMarks(t *testing.T) {
	for _, language := range languages {
		for _, set := range []string{"tune", "held"} {
			t.Run(language+" "+set, func(t *testing.T) {
				r := readTrial(t, language, set)
				verbose := os.Getenv("EDUSMART_EVIDENCE") != "" && set == "tune"
				all := r.run(func(class, text string, f Finding) {
					if verbose && (class == "paraphrase" && f.Verdict == Absent || class == "copy" && f.Verdict != Supported ||
						class != "paraphrase" && class != "copy" && f.Verdict == Supported || os.Getenv("EDUSMART_EVIDENCE") == "all") {
						t.Logf("%s: %s %q: %s", class, f.Verdict, text, f.Reason)
					}
				})
				if c := all["copy"]; c[Supported] != c.all() {
					t.Errorf("%d of %d true copies are not supported", c.all()-c[Supported], c.all())
				}
				if c := falsehoods(all); 50*c[Supported] > c.all() || c.all() < 60 {
					t.Errorf("%d of %d falsehoods are supported", c[Supported], c.all())
				}
				if c := all["paraphrase"]; 10*c[Absent] > c.all() || c.all() < 30 {
					t.Errorf("%d of %d paraphrases are absent", c[Absent], c.all())
				}
			})
		}
	}
}

// BenchmarkEvidence prints, by language, how the verdicts fall in each class,
// and precision and recall of "supported" (of what is true) and of "absent"
// (of what is invented).
func BenchmarkEvidence(b *testing.B) {
	for _, set := range []string{"tune", "held"} {
		for _, language := range languages {
			b.Run(set+"/"+language, func(b *testing.B) {
				r := readTrial(b, language, set)
				var all map[string]tally
				for b.Loop() {
					all = r.run(nil)
				}
				report(b, all)
			})
		}
	}
}

func report(b *testing.B, all map[string]tally) {
	classes := make([]string, 0, len(all))
	for class := range all {
		classes = append(classes, class)
	}
	slices.Sort(classes)
	var lines strings.Builder
	for _, class := range classes {
		c := all[class]
		fmt.Fprintf(&lines, "\n  %-11s %3d: %3d supported, %3d weak, %3d absent", class, c.all(), c[Supported], c[Weak], c[Absent])
	}
	b.Log(b.Name(), lines.String())
	wrong := falsehoods(all)
	copies, told, invented := all["copy"], all["paraphrase"], all["invented"]
	percent := func(part, whole int) float64 { return 100 * float64(part) / float64(max(1, whole)) }
	right := copies[Supported] + told[Supported]
	b.ReportMetric(percent(wrong[Supported], wrong.all()), "%false-supported")
	b.ReportMetric(percent(copies.all()-copies[Supported], copies.all()), "%copies-doubted")
	b.ReportMetric(percent(told[Absent], told.all()), "%paraphrases-absent")
	b.ReportMetric(percent(told[Supported], told.all()), "%paraphrases-supported")
	b.ReportMetric(percent(right, right+wrong[Supported]), "%supported-precision")
	b.ReportMetric(percent(right, copies.all()+told.all()), "%supported-recall")
	b.ReportMetric(percent(invented[Absent], invented[Absent]+told[Absent]+copies[Absent]), "%absent-precision")
	b.ReportMetric(percent(invented[Absent], invented.all()), "%absent-recall")
	b.ReportMetric(0, "ns/op")
}

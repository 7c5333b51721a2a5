package print

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// printed writes a handout and gives its file.
func printed(t testing.TB, c *content.Content, write content.Writer) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(t.Context(), c, &out, nil); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if keep := os.Getenv("EDUSMART_SHOTS"); keep != "" {
		dir = keep
	}
	path := filepath.Join(dir, c.Story.ID+".pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// full is an English story with everything that a handout can hold.
func full(t testing.TB) *content.Content {
	c := lessons[0].story(t, 3)
	c.Story.ID = "test-full"
	c.Story.Also = "es"
	for i, s := range []string{"Muy por debajo de nuestros pies, la roca está tan caliente que se funde.", "La roca fundida se llama magma.", "Es más ligera que la roca de alrededor, así que sube despacio.", "En su camino se reúne en una gran cavidad, la cámara de magma."} {
		c.Story.Pages[0].Sentences[i].Also = s
	}
	c.Story.Pages[1].Fit = story.Whole
	for range 3 {
		c.Story.Pages[1].Sentences = append(c.Story.Pages[1].Sentences, c.Story.Pages[1].Sentences...)
	}
	c.Story.Pages[2].Picture = ""
	c.Story.Pages[2].Title = ""
	c.Story.Pages[3].Stops = []story.Stop{{After: 0, Question: "What would you measure, and where would you stand?", Answer: "Earthquakes, gas and heat, from far away."}}
	return c
}

// handoutOf gives the A4 handout of a lesson, which is written once for all
// tests.
func handoutOf(t testing.TB, l lesson) string {
	t.Helper()
	if path, ok := handouts.Load(l.language); ok {
		return path.(string)
	}
	written, err := os.ReadFile(printed(t, l.story(t, 4), Write))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(scratch, l.language+".pdf")
	if err := os.WriteFile(path, written, 0o600); err != nil {
		t.Fatal(err)
	}
	handouts.Store(l.language, path)
	return path
}

var handouts sync.Map // paths, by language

// run runs a program of the system that the tests need.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).Output()
	if errors.Is(err, exec.ErrNotFound) {
		t.Fatalf("this test needs %s (qpdf, poppler-utils and mupdf-tools): %v", name, err)
	}
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// told is what a story says, in the order in which it is read.
func told(s *story.Story) []string {
	all := []string{s.Title}
	for i := range s.Pages {
		p := &s.Pages[i]
		if p.Title != "" {
			all = append(all, p.Title)
		}
		for _, sentence := range p.Sentences {
			all = append(all, sentence.Text)
			if sentence.Also != "" {
				all = append(all, sentence.Also)
			}
		}
		for _, stop := range p.Stops {
			all = append(all, stop.Question)
		}
	}
	for _, t := range s.Glossary {
		all = append(all, t.Term, t.Definition)
	}
	for _, q := range s.Quiz {
		all = append(append(all, q.Question), q.Options...)
	}
	for _, q := range s.Quiz {
		all = append(all, q.Options[q.Answer], q.Explanation)
	}
	return all
}

// plainly makes texts comparable: readers add marks of direction and end lines
// where they like. Where words are apart, one space parts them.
func plainly(s string, spaces bool) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
	fields := strings.Fields(s)
	if spaces {
		return strings.Join(fields, " ")
	}
	return strings.Join(fields, "")
}

// missing gives the first text that does not stand behind those before it.
func missing(in string, texts []string, spaces bool) (string, bool) {
	in = plainly(in, spaces)
	at := 0
	for _, text := range texts {
		i := strings.Index(in[at:], plainly(text, spaces))
		if i < 0 {
			return text, true
		}
		at += i + len(plainly(text, spaces))
	}
	return "", false
}

func spacesBetweenWords(language string) bool {
	return !slices.Contains([]string{"zh", "ja", "th", "km", "my"}, language)
}

func TestEverySentenceIsFoundInOrderInEveryScript(t *testing.T) {
	for _, l := range append(slices.Clone(lessons), otherLessons...) {
		t.Run(l.language, func(t *testing.T) {
			c, file := l.story(t, 4), handoutOf(t, l)
			for reader, text := range map[string]string{
				"pdftotext":     run(t, "pdftotext", file, "-"),
				"mutool":        run(t, "mutool", "draw", "-q", "-F", "txt", file),
				"the structure": structure(run(t, "pdfinfo", "-struct-text", file)),
			} {
				// mutool ends the line where the direction turns.
				spaces := spacesBetweenWords(l.language) && (reader != "mutool" || !typeset.RightToLeft(l.language))
				if text, lost := missing(text, told(c.Story), spaces); lost {
					t.Errorf("%s does not find in its place %q", reader, text)
				}
			}
		})
	}
}

// structure gives the texts of what pdfinfo says of a structure tree.
func structure(tree string) string {
	var texts []string
	for line := range strings.Lines(tree) {
		if line = strings.TrimSpace(line); len(line) > 1 && strings.HasPrefix(line, `"`) && strings.HasSuffix(line, `"`) {
			texts = append(texts, line[1:len(line)-1])
		}
	}
	return strings.Join(texts, "\n")
}

func TestTwoLanguagesAreReadSentenceBySentence(t *testing.T) {
	c := full(t)
	file := printed(t, c, WriteLetter)
	if text, lost := missing(structure(run(t, "pdfinfo", "-struct-text", file)), told(c.Story), true); lost {
		t.Errorf("the structure does not have in its place %q", text)
	}
	if !strings.Contains(run(t, "qpdf", "--json", file), `"/Lang": "u:es"`) {
		t.Error("the second language is not named")
	}
	// Beside each other: the first words of both stand on one line.
	first, second := wordBox(t, file, "Far"), wordBox(t, file, "Muy")
	if first[1] != second[1] || second[0] < first[0]+200 {
		t.Errorf("the sentence stands at %v, its counterpart at %v", first, second)
	}
}

// wordBox gives left, top, right and bottom of the first such word of a file.
func wordBox(t *testing.T, file, word string) (box [4]float64) {
	t.Helper()
	found := regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">` + regexp.QuoteMeta(word) + `</word>`).
		FindStringSubmatch(run(t, "pdftotext", "-bbox", file, "-"))
	if found == nil {
		t.Fatalf("%q stands nowhere", word)
	}
	for i := range box {
		box[i], _ = strconv.ParseFloat(found[i+1], 64)
	}
	return box
}

func TestFilesAreSoundAndTheirFontsInside(t *testing.T) {
	for _, l := range lessons {
		t.Run(l.language, func(t *testing.T) {
			file := handoutOf(t, l)
			run(t, "qpdf", "--check", file)
			fonts := strings.Split(strings.TrimSpace(run(t, "pdffonts", file)), "\n")[2:]
			if len(fonts) == 0 {
				t.Error("no fonts")
			}
			for _, font := range fonts {
				if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID Type 0C +Identity-H +yes yes yes`).MatchString(font) {
					t.Errorf("not embedded, or not a part, or without Unicode: %s", font)
				}
			}
			if info, err := os.Stat(file); err != nil || info.Size() > 100_000 {
				t.Errorf("%d bytes for %d pages, %v", info.Size(), len(l.pages), err)
			}
		})
	}
}

func TestAHandoutIsTagged(t *testing.T) {
	c := full(t)
	file := printed(t, c, Write)
	info := run(t, "pdfinfo", file)
	for _, want := range []string{`Title: +How a volcano erupts`, `Tagged: +yes`, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	count := map[string]int{}
	for line := range strings.Lines(run(t, "pdfinfo", "-struct", file)) {
		if kind := regexp.MustCompile(`^ *(Document|Sect|H1|H2|P|Figure|L|LI|Lbl|LBody)\b`).FindStringSubmatch(line); kind != nil {
			count[kind[1]]++
		}
	}
	// 3 terms, 3 questions with 4 + 3 + 3 options, 3 answers.
	for kind, want := range map[string]int{"Document": 1, "H1": 1, "H2": 4 + 3, "Sect": 4 + 3, "Figure": 3, "L": 2 + 3 + 1, "LI": 3 + 3 + 10 + 3, "Lbl": 19, "LBody": 19} {
		if count[kind] != want {
			t.Errorf("%d of %s, want %d", count[kind], kind, want)
		}
	}
	objects := run(t, "qpdf", "--json", file)
	for _, want := range []string{
		`"/Alt": "u:How a volcano erupts Deep under the ground"`, `"/Alt": "u:How a volcano erupts The way up"`, `"/Alt": "u:How a volcano erupts Watching a volcano"`,
		`"/Lang": "u:en"`, `"/DisplayDocTitle": true`, `"/Marked": true`, `"/Tabs": "/S"`,
	} {
		if !strings.Contains(objects, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestNumbersOfSheetsAreNoPartOfTheText(t *testing.T) {
	file := handoutOf(t, lessons[0])
	if !strings.Contains(plainly(run(t, "pdftotext", file, "-"), false), "1/5") {
		t.Error("the sheets are not numbered")
	}
	if strings.Contains(plainly(run(t, "pdfinfo", "-struct-text", file), false), "1/5") {
		t.Error("the number of a sheet is read out")
	}
}

func TestBookmarksLeadToEveryPage(t *testing.T) {
	file := printed(t, full(t), Write)
	var got []string
	for line := range strings.Lines(run(t, "mutool", "show", file, "outline")) {
		got = append(got, regexp.MustCompile(`"(.*)"`).FindStringSubmatch(line)[1])
	}
	want := []string{"How a volcano erupts", "1\u2003Deep under the ground", "2\u2003The way up", "Page 3", "4\u2003Watching a volcano", "Glossary", "Questions", "Answers"}
	if !slices.EqualFunc(got, want, func(a, b string) bool { return plainly(a, true) == plainly(b, true) }) {
		t.Errorf("bookmarks %q", got)
	}
}

func TestAnswersStandOnASheetOfTheirOwn(t *testing.T) {
	for _, l := range lessons {
		file := handoutOf(t, l)
		sheets := strings.Split(strings.TrimSuffix(run(t, "pdftotext", file, "-"), "\f"), "\f")
		heading := plainly(wordsFor(l.language).Answers, true)
		explained := plainly(l.questions[0][len(l.questions[0])-1], false)
		for i, sheet := range sheets {
			last := i == len(sheets)-1
			if strings.Contains(plainly(sheet, true), heading) != last || strings.Contains(plainly(sheet, false), explained) != last {
				t.Errorf("%s: sheet %d of %d:\n%s", l.language, i+1, len(sheets), sheet)
			}
		}
	}
}

func TestTheSameStoryGivesTheSameBytes(t *testing.T) {
	c := full(t)
	var files [2]bytes.Buffer
	for i := range files {
		if err := Write(t.Context(), c, &files[i], nil); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two handouts of one story differ")
	}
}

func TestProgressIsToldAndAStopIsHeeded(t *testing.T) {
	c := lessons[0].story(t, 4)
	ctx, stop := context.WithCancel(t.Context())
	var told []int
	err := Write(ctx, c, io.Discard, func(done, of int) {
		told = append(told, done)
		if of != 5 {
			t.Errorf("%d of %d", done, of)
		}
		if done == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || !slices.Equal(told, []int{1, 2}) {
		t.Errorf("after %v: %v", told, err)
	}
	if err := WriteText(ctx, c, io.Discard, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("text: %v", err)
	}
}

func TestPlainTextHasAll(t *testing.T) {
	for _, c := range []*content.Content{full(t), lessons[5].story(t, 4)} {
		var out bytes.Buffer
		if err := WriteText(t.Context(), c, &out, nil); err != nil {
			t.Fatal(err)
		}
		if text, lost := missing(out.String(), told(c.Story), true); lost {
			t.Errorf("%q is not in its place in\n%s", text, out.String())
		}
	}
}

// BenchmarkHandoutOfTenPages is the time for a story of ten pages with pictures
// as large as illustrators make them, each different.
func BenchmarkHandoutOfTenPages(b *testing.B) {
	c := lessons[0].story(b, 4)
	pictures := map[string][]byte{}
	for i := range 10 {
		p := c.Story.Pages[i%4]
		p.ID, p.Picture = fmt.Sprint("ten-", i), fmt.Sprint("picture-", i)
		pictures[p.Picture] = drawPicture(b, i, 1024)
		c.Story.Pages = append(c.Story.Pages, p)
	}
	c.Story.Pages = c.Story.Pages[4:]
	c.Asset = func(rel string) ([]byte, error) { return pictures[rel], nil }
	size := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(b.Context(), c, &out, nil); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "bytes/file")
}

package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"

	"edusmart/core/model"
	"edusmart/core/story"
)

// lessonSource is what an author wrote in testdata/lesson-*.md, from which
// other programs made the other files.
type lessonSource struct {
	title, alt string
	notes      []string
	blocks     []story.Block
}

// sourceOf reads a lesson line by line: in it every paragraph is one line.
func sourceOf(t *testing.T, lang string) lessonSource {
	t.Helper()
	data, err := os.ReadFile("testdata/lesson-" + lang + ".md")
	if err != nil {
		t.Fatal(err)
	}
	var s lessonSource
	_, body, _ := strings.Cut(string(data), "---\n")
	front, body, _ := strings.Cut(body, "---\n")
	for line := range strings.Lines(front) {
		if title, ok := strings.CutPrefix(line, "title: "); ok {
			s.title = strings.Trim(strings.TrimSpace(title), `"`)
		}
	}
	exercises := false
	var rows [][]string
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(strings.TrimSpace(line), `\`)
		if cells, ok := strings.CutPrefix(line, "|"); ok {
			if !strings.HasPrefix(cells, "--") {
				row := strings.Split(strings.TrimSuffix(cells, "|"), "|")
				for i := range row {
					row[i] = strings.TrimSpace(row[i])
				}
				rows = append(rows, row)
			}
			continue
		}
		if rows != nil {
			s.blocks = append(s.blocks, story.Block{Kind: story.Table, Cells: rows})
			rows = nil
		}
		if _, note, ok := strings.Cut(line, "]: "); ok && strings.HasPrefix(line, "[^") {
			s.notes = append(s.notes, note)
			continue
		}
		if alt, _, ok := strings.Cut(strings.TrimPrefix(line, "!["), "]("); ok && strings.HasPrefix(line, "![") {
			s.alt = alt
			continue
		}
		for _, mark := range []string{"**", "[^wing]", "[^mite]", "[^1]", "[^2]"} {
			line = strings.ReplaceAll(line, mark, "")
		}
		for i := strings.Index(line, "[^"); i >= 0; i = strings.Index(line, "[^") {
			line = line[:i] + line[i+strings.Index(line[i:], "]")+1:]
		}
		kind, _, rest := splitMarker(line)
		heading, isHeading := strings.CutPrefix(line, "# ")
		switch {
		case line == "":
		case isHeading:
			s.blocks = append(s.blocks, story.Block{Kind: story.Heading, Text: heading})
			exercises = says(heading, exerciseHeadings)
		case exercises:
			s.blocks = append(s.blocks, story.Block{Kind: story.Exercise, Text: rest})
		case kind != noMarker:
			s.blocks = append(s.blocks, story.Block{Kind: story.ListItem, Text: rest})
		default:
			s.blocks = append(s.blocks, story.Block{Kind: story.Paragraph, Text: line})
		}
	}
	return s
}

// checkLesson checks that a file made of a lesson gives all of it and nothing
// else. withCaption says that the file's format has captions.
func checkLesson(t *testing.T, file, lang string, withCaption bool) *story.Document {
	t.Helper()
	want := sourceOf(t, lang)
	doc, err := Read(t.Context(), file, 0, 0)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if doc.Title != want.title {
		t.Errorf("title %q, want %q", doc.Title, want.title)
	}
	if doc.Language != lang {
		t.Errorf("language %q, want %q", doc.Language, lang)
	}
	var got []story.Block
	var captions []string
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == story.Caption:
			captions = append(captions, b.Text)
		case b.Kind == story.Heading && b.Text == want.title:
		default:
			got = append(got, b)
		}
	}
	for i := range max(len(got), len(want.blocks)) {
		if i >= len(got) || i >= len(want.blocks) {
			t.Fatalf("%d blocks, want %d; the last is %q", len(got), len(want.blocks), got[len(got)-1].Text)
		}
		g, w := got[i], want.blocks[i]
		if g.Kind != w.Kind || w.Kind != story.Table && g.Text != tidy(w.Text) {
			t.Fatalf("block %d is a %s %q, want a %s %q", i, g.Kind, g.Text, w.Kind, w.Text)
		}
		if w.Kind == story.Table && fmt.Sprint(g.Cells) != fmt.Sprint(w.Cells) {
			t.Errorf("table %v, want %v", g.Cells, w.Cells)
		}
	}
	if withCaption && !slices.Equal(captions, []string{want.alt}) {
		t.Errorf("captions %q, want %q", captions, want.alt)
	}
	checkMarkup(t, doc, want.notes)
	if doc.Pages < 2 || doc.Blocks[len(doc.Blocks)-1].Page != doc.Pages || len(doc.Outline) < len(want.blocks)/10 {
		t.Errorf("%d pages, outline %v", doc.Pages, doc.Outline)
	}
	return doc
}

// checkMarkup checks that nothing is left of markup and of notes.
func checkMarkup(t *testing.T, doc *story.Document, notes []string) {
	t.Helper()
	for _, b := range doc.Blocks {
		for _, mark := range append([]string{"<", ">", `\`, "{", "}", "**", "[", "](", "&amp;", "&#", "↩", ":::", "# ", "EduSmart"}, notes...) {
			if strings.Contains(b.Text, mark) {
				t.Errorf("%q is left in the %s %q", mark, b.Kind, b.Text)
			}
		}
		if b.Kind != story.Table && strings.Contains(b.Text, "|") {
			t.Errorf("a bar is left in %q", b.Text)
		}
	}
}

// checkFigure checks that a lesson's picture comes with its description,
// before its caption.
func checkFigure(t *testing.T, doc *story.Document, lang string, withAlt bool) {
	t.Helper()
	if len(doc.Figures) != 1 {
		t.Fatalf("%d figures, want 1", len(doc.Figures))
	}
	f, want := doc.Figures[0], sourceOf(t, lang).alt
	if f.MIME != "image/png" || f.Width < 100 || f.Height < 50 {
		t.Errorf("a figure of %d by %d, %s", f.Width, f.Height, f.MIME)
	}
	if withAlt && (f.Alt != want || f.Caption != want) {
		t.Errorf("described as %q with caption %q, want %q", f.Alt, f.Caption, want)
	}
	if before := doc.Blocks[f.Block-1]; before.Kind != story.Paragraph {
		t.Errorf("the figure stands after the %s %q", before.Kind, before.Text)
	}
}

var lessonLanguages = []string{"en", "es", "ar", "hi"}

// write puts data into a file of that name.
func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// readAs has the reader of a format read text as a file of that name, and
// gives its blocks as lines too.
func readAs(t *testing.T, name, text string) (*story.Document, string) {
	t.Helper()
	src, err := openSource(write(t, name, []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	doc, _, err := src.blocks(t.Context(), 0, 0, true)
	if err != nil {
		t.Fatal(err)
	}
	return doc, outlineText(doc)
}

// outlineText gives blocks as lines: "h1 Title", "p Text", "li2 a) Text".
func outlineText(doc *story.Document) string {
	var b strings.Builder
	for _, x := range doc.Blocks {
		switch x.Kind {
		case story.Heading:
			fmt.Fprintf(&b, "h%d %s\n", x.Level, x.Text)
		case story.ListItem:
			fmt.Fprintf(&b, "li%d %s\n", x.Level, strings.TrimSpace(x.Marker+" "+x.Text))
		case story.Paragraph:
			fmt.Fprintf(&b, "p %s\n", x.Text)
		case story.Table:
			fmt.Fprintf(&b, "table %s\n", strings.ReplaceAll(x.Text, "\n", " / "))
		default:
			fmt.Fprintf(&b, "%s %s\n", x.Kind, strings.TrimSpace(x.Marker+" "+x.Text))
		}
	}
	return b.String()
}

// checkSentence checks that reading a file ends with a sentence that begins
// so.
func checkSentence(t *testing.T, file, want string) {
	t.Helper()
	_, err := Read(t.Context(), file, 0, 0)
	said, ok := errors.AsType[*model.Error](err)
	if !ok || said.Kind != model.Input || !strings.HasPrefix(said.Say, want) {
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestTextKeepsTheStructureThatItsAuthorMeant(t *testing.T) {
	for _, lang := range lessonLanguages {
		t.Run(lang, func(t *testing.T) { checkLesson(t, "testdata/lesson-"+lang+".txt", lang, true) })
	}
}

func TestTextIsReadInEveryEncoding(t *testing.T) {
	checkLesson(t, "testdata/utf16-hi.txt", "hi", true)
	checkLesson(t, "testdata/latin1-es.txt", "es", true)
	little := textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)
	big := textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)
	for _, c := range []struct {
		name, lang string
		enc        encoding.Encoding
		mark       string
	}{
		{"UTF-8 with a mark", "ar", encoding.Nop, "\xef\xbb\xbf"},
		{"UTF-16 LE", "en", little, ""},
		{"UTF-16 BE with a mark", "ar", big, "\xfe\xff"},
		{"UTF-16 BE", "es", big, ""},
		{"Windows-1252", "es", charmap.Windows1252, ""},
		{"Windows-1256", "ar", charmap.Windows1256, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := os.ReadFile("testdata/lesson-" + c.lang + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			data, err := encoding.ReplaceUnsupported(c.enc.NewEncoder()).Bytes(text)
			if err != nil {
				t.Fatal(err)
			}
			checkLesson(t, write(t, "lesson.txt", append([]byte(c.mark), data...)), c.lang, true)
		})
	}
	for _, enc := range []encoding.Encoding{little, big} {
		data, err := enc.NewEncoder().Bytes([]byte("पत्ती पौधे की रसोई है। वह भोजन बनाती है।\n"))
		if err != nil {
			t.Fatal(err)
		}
		if text, err := decodePlain(data, nil); err != nil || !strings.HasPrefix(text, "पत्ती पौधे") {
			t.Errorf("UTF-16 without a mark and without ASCII letters: %q, %v", text, err)
		}
	}
}

func TestTextIsTakenForWhatItLooksLike(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"lines broken at a margin are one paragraph",
			"The sun is a star and it gives light to all the planets that\ngo round it, the Earth too.\n\nIt is hot.\n",
			"p The sun is a star and it gives light to all the planets that go round it, the Earth too.\np It is hot.\n",
		},
		{
			"a poem keeps its lines",
			"The rain is falling all around,\nIt falls on field.\nIt rains.\nIt rains on the umbrellas here, and on the ships at sea.\n",
			"p The rain is falling all around,\np It falls on field.\np It rains.\np It rains on the umbrellas here, and on the ships at sea.\n",
		},
		{
			"paragraphs of one long line each need no blank lines",
			strings.Repeat("The moon goes round the Earth. ", 6) + "\nTides\n" + strings.Repeat("The sea rises and falls. ", 7) + "\n",
			"p " + strings.TrimSpace(strings.Repeat("The moon goes round the Earth. ", 6)) + "\np Tides\np " + strings.TrimSpace(strings.Repeat("The sea rises and falls. ", 7)) + "\n",
		},
		{"underlined lines are headings", "Plants\n======\n\nThey are green.\n\nRoots\n-----\nThey drink.\n", "h1 Plants\np They are green.\np Roots They drink.\n"},
		{"tabs make a table", "Planet\tMoons\nMars\t2\nEarth\t1\n", "table Planet | Moons / Mars | 2 / Earth | 1\n"},
		{"bars make a table", "| a | b |\n|---|---|\n| c | d |\n", "table a | b / c | d\n"},
		{"lists have levels", "You need:\n- a pot\n  - of clay\n- a seed\n", "p You need:\nli1 - a pot\nli2 - of clay\nli1 - a seed\n"},
		{"a number at a line's beginning is no item", "There were many of them in the year\n1969. That was long ago.\n", "p There were many of them in the year 1969. That was long ago.\n"},
		{"a hyphen stays unless the word is known", "The photo-\nsynthesis of a well-\nknown plant is photosynthesis in leaves.\n", "p The photosynthesis of a well-known plant is photosynthesis in leaves.\n"},
		{"a rule between scenes is not read", "It was dark.\n\n* * *\n\nIt was light.\n", "p It was dark.\np It was light.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := readAs(t, "a.txt", c.text); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestTextBeginsAPageAtAFormFeed(t *testing.T) {
	doc, _ := readAs(t, "a.txt", "One is here.\n\fTwo is here.\n\fThree is here.\n")
	if doc.Pages != 3 || doc.Blocks[2].Page != 3 {
		t.Errorf("%d pages", doc.Pages)
	}
}

func TestHostileTextGetsASentence(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "This file is empty."},
		{"blanks", []byte(" \n\t\n"), "This file is empty."},
		{"a program", append([]byte("abc"), bytes.Repeat([]byte{0, 1, 2, 200, 7}, 100)...), "This is not a document"},
		{"a drawing", []byte("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0L9 9\"/></svg>"), "This is a drawing"},
		{"noise that begins as UTF-16", append([]byte("\xff\xfe"), bytes.Repeat([]byte{1, 0, 2, 0xd8}, 500)...), "This is not a document"},
		{"marks only", []byte("... --- ...\n\n***\n"), "There is no text"},
		{"too many lines", bytes.Repeat([]byte("a\n"), maxLines+1), "This document is too long."},
		{"a line without end", bytes.Repeat([]byte("abcdefg "), 50<<20/8), "This document is too long."},
	} {
		t.Run(c.name, func(t *testing.T) { checkSentence(t, write(t, "a.txt", c.data), c.want) })
	}
}

func TestReadingTextEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range []string{"lesson-en.txt", "lesson-en.md", "lesson-en.html", "lesson-en.epub", "lesson-en.rtf"} {
		if _, err := Read(ctx, "testdata/"+name, 0, 0); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// seed adds the files of testdata that match to a fuzz target.
func seed(f *testing.F, patterns ...string) {
	f.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob("testdata/" + pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

// fuzzReader reads data as a file and checks what every reader promises.
func fuzzReader(t *testing.T, read reader, data []byte) {
	t.Helper()
	file, err := os.Open(write(t, "fuzz", data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := read(t.Context(), file, int64(len(data)))
	if err != nil {
		if said, ok := errors.AsType[*model.Error](err); !ok || said.Say == "" {
			t.Fatalf("an error without a sentence: %v", err)
		}
		return
	}
	for _, b := range doc.Blocks {
		if b.Page < 1 || b.Page > doc.Pages || b.Text == "" || b.Text != tidyLines(b.Text) {
			t.Fatalf("block %+v of %d pages", b, doc.Pages)
		}
	}
	for _, fig := range doc.Figures {
		if fig.Page < 1 || fig.Page > doc.Pages || fig.Block > len(doc.Blocks) {
			t.Fatalf("figure on page %d before block %d", fig.Page, fig.Block)
		}
	}
	if err := finish(t.Context(), doc, 0, 0); err != nil {
		if _, ok := errors.AsType[*model.Error](err); !ok {
			t.Fatal(err)
		}
	}
}

func FuzzText(f *testing.F) {
	seed(f, "*.txt")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readText, data) })
}

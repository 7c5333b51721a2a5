package document

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestPagesGiveTheLessonThatItsAuthorWrote(t *testing.T) {
	for _, lang := range lessonLanguages {
		t.Run(lang, func(t *testing.T) {
			checkFigure(t, checkLesson(t, "testdata/lesson-"+lang+".html", lang, true), lang, true)
		})
	}
}

func TestPagesAreReadAsTheyAreShown(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"end tags left out", "<p>One<p>Two<ul><li>a<li>b</ul><dl><dt>T<dd>D</dl>", "p One\np Two\nli1 • a\nli1 • b\np T\np D\n"},
		{"end tags crossed", "<b>bold<p>One</b> more</p><div>Two</span></div>", "p bold\np One more\np Two\n"},
		{"text without paragraphs", "One<br>line<hr>Two<div>Three</div>Four", "p One line\np Two\np Three\np Four\n"},
		{"spaces and entities", "<p>a\n  b&nbsp;c &lt;d&gt; &eacute;&shy;e</p>", "p a b c <d> ée\n"},
		{
			"what is around the text",
			"<header><h1>School</h1></header><nav>Home</nav><form><p>Search</p><input></form><aside>Ad</aside><p>Text.</p><footer>©</footer>", "p Text.\n",
		},
		{"the header of an article", "<article><header><h1>Bees</h1><p>By me</p></header><p>Text.</p></article>", "h1 Bees\np Text.\n"},
		{"scripts and styles", "<p>Te<script>if (a < b) document.write('</p>')</script>xt.</p><style>p{}</style><noscript>x</noscript><svg><text>x</text></svg>", "p Text.\n"},
		{"hidden text", `<p>A<span hidden>x</span><span style="display : none">x</span><i aria-hidden="true">menu</i>.</p><div role=navigation>x</div>`, "p A.\n"},
		{"the whole page in a form", "<form><h1>Bees</h1><p>Text.</p><select><option>x</select></form>", "h1 Bees\np Text.\n"},
		{"marks of notes", `<p>word<sup>1</sup> and word<a href="#fn">[2]</a>, 10<sup>6</sup> H<sub>2</sub>O, Figure <a href="#f">1</a>.</p>`, "p word and word, 10⁶ H₂O, Figure 1.\n"},
		{"an encyclopedia's marks", `<div class="hatnote">For the ship, see Otter.</div><p>Dry.<sup class="x">[<i>citation needed</i>]</sup> The feet are webbed.<sup>[1][2]</sup></p>`, "p Dry. The feet are webbed.\n"},
		{"lists of letters", `<ol type=a start=2><li>x<li>y</ol><ol style="list-style-type: upper-roman"><li>z</ol><ul style="list-style:none"><li>w</ul>`, "li1 b. x\nli1 c. y\nli1 I. z\nli1 w\n"},
		{"a list that counts down", "<ol reversed><li>x<li>y</ol>", "li1 2. x\nli1 1. y\n"},
		{"lists in lists", "<ul><li>a<ol><li>b<p>c</p></ol>d</ul>", "li1 • a\nli2 1. b\np c\np d\n"},
		{"a table of contents", `<ul><li><a href="#a">A</a><li><a href="#b">B</a><li><a href="#c">C</a></ul><p>Text.</p>`, "p Text.\n"},
		{"cells that span", "<table><tr><th colspan=2>A<th>B<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>", "table A |  | B / c | d | e / | f | g\n"},
		{"a table of layout", "<table><tr><td>Menu<td><h1>Bees</h1><p>Text.</p></table>", "p Menu\nh1 Bees\np Text.\n"},
		{"a table's caption", "<table><caption>Table 1: Harvest</caption><tr><td>a<td>b<tr><td>c<td>d</table>", "table a | b / c | d\ncaption Harvest\n"},
		{"formulas once", "<p>So <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>.</p>", "p So x = 2.\n"},
		{"the main part", "<div>Menu and menu</div><main><p>All the text that there is on this page.</p></main>", "p All the text that there is on this page.\n"},
		{"lines that are set", "<pre>a) one\nb) two</pre>", "li1 a) one\nli1 b) two\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := readAs(t, "a.html", c.text); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestWhatASiteSetsAroundItsTextIsLeftOut(t *testing.T) {
	page := `<html><body><div id="cookie-banner">We use cookies to track you.</div>
<div class="breadcrumbs">Home &gt; Animals &gt; Bees</div><div class="site-advert"><p>Buy the best honey.</p></div>
<main><article class="related-content"><h1>Honey bees</h1><div class="share-buttons">Share on a network</div>
<p class="byline">By Sarah Green</p>
<p>Honey bees live together in large groups called colonies, and each of them has a job.</p>
<div class="newsletter-signup"><h3>Never miss a story</h3><p>Sign up for a free poster.</p></div>
<p class="relationship">The queen is the mother of all bees in the hive, and she lays the eggs.</p></article>
<section class="comments"><h2>2 comments</h2><p>Tom: Great article.</p></section></main></body></html>`
	_, have := readAs(t, "bees.html", page)
	want := "h1 Honey bees\np Honey bees live together in large groups called colonies, and each of them has a job.\np The queen is the mother of all bees in the hive, and she lays the eggs.\n"
	if have != want {
		t.Errorf("%s", have)
	}
}

func TestPagesSayTheirTitleAndLanguage(t *testing.T) {
	for _, c := range []struct{ head, body, title, lang string }{
		{`<html lang="es-mx"><title>Las abejas</title>`, "<p>x", "Las abejas", "es-MX"},
		{`<html xml:lang="hi"><title>Bees – My School</title>`, "<h1>Bees</h1>", "Bees", "hi"},
		{`<html lang="??"><title>Untitled</title>`, `<h1 class="title">Bees</h1>`, "Bees", ""},
	} {
		doc, _ := readAs(t, "a.html", c.head+"<body>"+c.body)
		if doc.Title != c.title || doc.Language != c.lang {
			t.Errorf("%s: title %q, language %q", c.head, doc.Title, doc.Language)
		}
	}
}

func TestPagesAreReadInTheEncodingTheyHave(t *testing.T) {
	const page = `<html><head><meta charset="%s"></head><body><p>%s</p>`
	cyrillic, err := charmap.KOI8R.NewEncoder().String("Пчёлы живут в улье")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ charset, text, want string }{
		{"koi8-r", cyrillic, "Пчёлы живут в улье"},
		{"iso-8859-1", "El a\xf1o", "El año"},
		{"utf-8", "El a\xf1o", "El año"},      // says UTF-8 and is not
		{"iso-8859-1", "El año", "El año"},    // is UTF-8 and does not say so
		{"no-such-thing", "El año", "El año"}, // not known
		{"windows-1252", "El a\xf1o", "El año"},
	} {
		if _, got := readAs(t, "a.html", fmt.Sprintf(page, c.charset, c.text)); got != "p "+c.want+"\n" {
			t.Errorf("%s: %q, want %q", c.charset, got, c.want)
		}
	}
}

func TestPagesShowOnlyThePicturesTheyHold(t *testing.T) {
	data, err := os.ReadFile("testdata/bee.png")
	if err != nil {
		t.Fatal(err)
	}
	bee := base64.StdEncoding.EncodeToString(data)
	for _, c := range []struct {
		name, src string
		figures   int
	}{
		{"data", "data:image/png;base64," + bee, 1},
		{"data with line ends and escapes", "data:IMAGE/PNG;base64,\n" + strings.ReplaceAll(bee, "+", "%2B"), 1},
		{"a file beside the page", "bee.png", 0},
		{"a file of the system", "file:///etc/passwd", 0},
		{"a server", "https://example.org/bee.png", 0},
		{"a drawing", "data:image/svg+xml,<svg/>", 0},
		{"broken data", "data:image/png;base64,****", 0},
		{"no picture", "data:text/html;base64," + bee, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := write(t, "a.html", []byte(`<p>Text that is long enough for a lesson.</p><figure><img alt="A bee" src="`+c.src+`"><figcaption>Fig. 1: On the comb</figcaption></figure>`))
			if err := os.WriteFile(strings.TrimSuffix(page, "a.html")+"bee.png", data, 0o600); err != nil {
				t.Fatal(err)
			}
			doc, err := Read(t.Context(), page, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Figures) != c.figures {
				t.Fatalf("%d figures, want %d", len(doc.Figures), c.figures)
			}
			if c.figures > 0 && (doc.Figures[0].Alt != "A bee" || doc.Figures[0].Caption != "On the comb" || doc.Figures[0].Block != 1) {
				t.Errorf("figure %q, %q before block %d", doc.Figures[0].Alt, doc.Figures[0].Caption, doc.Figures[0].Block)
			}
		})
	}
}

func TestPagesBeginWhereAStyleSaysSo(t *testing.T) {
	doc, _ := readAs(t, "a.html", `<p>One.</p><br style="page-break-before:always"><p>Two.</p><div style="break-before: page">Three.</div>`)
	if doc.Pages != 3 {
		t.Errorf("%d pages, want 3", doc.Pages)
	}
}

func TestHostilePagesAreReadOrGetASentence(t *testing.T) {
	const size = 1 << 19
	fill := func(s string) string { return "<html><p>Text of the page." + strings.Repeat(s, size/len(s)) }
	var attributes strings.Builder
	for i := range 500 {
		fmt.Fprintf(&attributes, "<b id=%d>", i)
	}
	for name, text := range map[string]string{
		"elements without end":       fill("<div>"),
		"tables in tables":           fill("<table><td>"),
		"lists in lists":             fill("<ul><li>"),
		"formatting without end":     "<html>" + attributes.String() + strings.Repeat("<p>x", 100_000),
		"text beside cells":          fill("<table>x<tr>y"),
		"end tags without beginning": fill("x</li>"),
		"attributes":                 fill("<p " + strings.Repeat("a ", 1000) + ">"),
		"cut in a tag":               "<html><p>Text of the page.<p cla",
		"cut in a comment":           "<html><p>Text of the page.<!-- x",
		"cells that span all":        "<html><p>Text of the page.<table>" + strings.Repeat("<tr><td colspan=999999999 rowspan=999999999>x", 1000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := readAs(t, "a.html", text); !strings.Contains(got, "Text of the page.") && !strings.Contains(got, "x") {
				t.Errorf("got %.200q", got)
			}
		})
	}
	checkSentence(t, write(t, "a.html", []byte(strings.Repeat("<br>", maxHTMLNodes+2))), "This document is too long.")
	checkSentence(t, write(t, "a.html", []byte("<p>"+strings.Repeat("abcdefg ", 50<<20/8))), "This document is too long.")
	checkSentence(t, write(t, "a.html", []byte("<html><script>x</script>")), "There is no text")
	checkSentence(t, write(t, "a.html", []byte("<html>\x00\x01\x02\x03")), "This is not a document")
}

func FuzzHTML(f *testing.F) {
	seed(f, "*.html")
	f.Add([]byte("<table><caption>a<tr><td colspan=3>b<td><ul><li>c<figure><img src='data:image/png;base64,AA=='><figcaption>d"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readHTML, data) })
}

package document

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestMarkdownGivesTheLessonThatItsAuthorWrote(t *testing.T) {
	for _, lang := range lessonLanguages {
		t.Run(lang, func(t *testing.T) { checkLesson(t, "testdata/lesson-"+lang+".md", lang, false) })
	}
}

func TestMarkdownIsReadWithoutItsMarks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"emphasis, code and links", "A *small* **town** of `bees` [here](http://example.org \"t\") ~~not~~ there.\n", "p A small town of bees here there.\n"},
		{"entities and escapes", "Salt &amp; pepper &copy; 2 \\* 3\n", "p Salt & pepper © 2 * 3\n"},
		{"both kinds of headings", "Bees\n====\n\nText.\n\n### Deep {#deep .x}\n\nMore.\n", "h1 Bees\np Text.\nh3 Deep\np More.\n"},
		{"nested lists", "- one\n    - two\n        1. three\n- four\n", "li1 • one\nli2 • two\nli3 1. three\nli1 • four\n"},
		{"numbers go on where they begin", "3. three\n4. four\n", "li1 3. three\nli1 4. four\n"},
		{"boxes to tick", "- [x] done\n- [ ] open\n", "li1 • done\nli1 • open\n"},
		{"notes", "A fact.[^n] Another.\n\n[^n]: The note.\n", "p A fact. Another.\n"},
		{"comments and HTML", "<!-- hidden -->\nSeen <b>text</b>.\n\n<script>let x = 1</script>\n\n<div align=center>In the middle.</div>\n", "p Seen text.\np In the middle.\n"},
		{"quotations", "> The sun rises.\n> It sets.\n", "p The sun rises. It sets.\n"},
		{"marks of single programs", "[TOC]\n\n::: notes\nAsk the class.\n:::\n\nSee [[Bees|the bees]] ![[bee.png]] and [text]{.class}.\n", "p Ask the class.\np See the bees and [text].\n"},
		{"definitions", "Nectar\n: A sweet juice.\n", "p Nectar\np A sweet juice.\n"},
		{"a rule at the beginning is no list of properties", "---\n\nText here: yes.\n\n---\n\nMore.\n", "p Text here: yes.\np More.\n"},
		{"a picture beside the file is not opened", "Text.\n\n![A bee](/etc/passwd)\n\n![A bee](http://example.org/bee.png)\n", "p Text.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, got := readAs(t, "a.md", c.text)
			if got != c.want || len(doc.Figures) > 0 {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestMarkdownTakesTitleAndLanguageFromItsProperties(t *testing.T) {
	for _, text := range []string{
		"---\ntitle: 'The Sun'\nlang: pt_BR\ntags:\n  - a\n---\n\nText.\n",
		"+++\ntitle = \"The Sun\"\nlanguage = \"pt-br\"\n+++\nText.\n",
		"\xef\xbb\xbf---\r\ntitle: The Sun\r\nlang: pt-BR\r\n...\r\n\r\nText.\r\n",
	} {
		doc, got := readAs(t, "a.md", text)
		if doc.Title != "The Sun" || doc.Language != "pt-BR" || got != "p Text.\n" {
			t.Errorf("%q: title %q, language %q, text %q", text, doc.Title, doc.Language, got)
		}
	}
}

// Each of these keeps an unguarded parser busy for minutes or hours.
func TestHostileMarkdownIsReadInTime(t *testing.T) {
	const size = 1 << 19
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) + "\n" }
	for name, text := range map[string]string{
		"quotes in quotes":     fill(">"),
		"lists in lists":       fill("1. "),
		"links in links":       fill("[a]("),
		"links of angles":      fill("[a](<b"),
		"half struck":          fill("~a ~~b"),
		"brackets":             fill("["),
		"stars":                fill("**a *b "),
		"definitions of links": fill("[a]: b\n"),
		"a table of one line":  "|" + strings.Repeat("a|", 500) + "\n|" + strings.Repeat("-|", 500) + "\n" + fill("a\n"),
		"a wide table":         "|" + strings.Repeat("a|", 50) + "\n|" + strings.Repeat("-|", 50) + "\n" + fill("a\n"),
	} {
		t.Run(name, func(t *testing.T) {
			file, err := os.Open(write(t, "a.md", []byte("Text.\n\n"+text)))
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			began := time.Now()
			if _, err := readMarkdown(t.Context(), file, int64(len(text)+7)); err != nil {
				t.Log(err)
			}
			if took := time.Since(began); took > 15*time.Second {
				t.Errorf("read in %v", took)
			}
		})
	}
	checkSentence(t, write(t, "a.md", []byte(strings.Repeat("bees ", maxMarkdown/4))), "This document is too long.")
	checkSentence(t, write(t, "a.md", []byte("---\ntitle: x\n---\n")), "There is no text")
	checkSentence(t, write(t, "a.md", []byte("ab\x00\x01\x02cd")), "This is not a document")
}

func FuzzMarkdown(f *testing.F) {
	seed(f, "*.md")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readMarkdown, data) })
}

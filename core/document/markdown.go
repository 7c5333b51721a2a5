package document

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// readMarkdown reads Markdown (CommonMark with the tables, notes and
// definitions that other programs have added), with HTML in it. It is made
// into HTML and read as that.
func readMarkdown(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	data, err := readWhole(ctx, f, size, maxMarkdown)
	if err != nil {
		return nil, err
	}
	text, err := decodePlain(data, nil)
	if err != nil {
		return nil, err
	}
	front, text := cutFrontMatter(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
	page, err := markdownToHTML(ctx, withoutExtras(text))
	if err != nil {
		return nil, err
	}
	root, err := parseHTML(ctx, page, false)
	if err != nil {
		return nil, err
	}
	w := newWeb(newComposer(ctx))
	w.language(front["lang"], front["language"])
	if err := w.page(root); err != nil {
		return nil, err
	}
	w.doc.Title = plausibleTitle(front["title"])
	return w.compose()
}

// markdown keeps the line ends of the source: authors set lists that Markdown
// does not know, as of letters, one item a line.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.DefinitionList, extension.TaskList),
	goldmark.WithParserOptions(parser.WithAttribute()),
	goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()),
)

func markdownToHTML(ctx context.Context, text string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := markdown.Convert([]byte(new(markdownGuard).tame(text)), &b); err != nil {
		return "", damaged(fmt.Errorf("markdown: %w", err))
	}
	return b.String(), nil
}

// cutFrontMatter takes the block of properties off the beginning of a text
// and gives those of them that are one line each.
func cutFrontMatter(text string) (properties map[string]string, rest string) {
	properties = map[string]string{}
	text = strings.TrimLeft(text, " \t\n")
	fence, after, _ := strings.Cut(text, "\n")
	if fence = strings.TrimSpace(fence); fence != "---" && fence != "+++" {
		return properties, text
	}
	lines := 0
	for line := range strings.Lines(after) {
		after = after[len(line):]
		line = strings.TrimSpace(line)
		if line == fence || fence == "---" && line == "..." {
			return properties, after
		}
		key, value, found := strings.Cut(line, map[string]string{"---": ":", "+++": "="}[fence])
		if lines++; lines > 200 || lines == 1 && !found {
			break // a rule between paragraphs
		}
		if found {
			properties[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return map[string]string{}, text
}

var (
	fencedDiv = lazyregexp.New(`(?m)^[ ]{0,3}:::+[^\n]*$`)
	command   = lazyregexp.New(`(?m)^[ ]{0,3}(?:\[TOC\]|\[\[_?TOC_?\]\]|\\tableofcontents)[ \t]*$`)
	newPage   = lazyregexp.New(`(?m)^[ ]{0,3}\\(?:newpage|pagebreak|clearpage)[ \t]*$`)
	embedded  = lazyregexp.New(`!\[\[[^\]\n]*\]\]`)
	wikiLink  = lazyregexp.New(`\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]`)
	spanClass = lazyregexp.New(`(\]|\)|` + "`" + `)\{[.#:=][^}\n]{0,200}\}`)
)

// withoutExtras takes away marks of single programs, which would be read
// aloud.
func withoutExtras(text string) string {
	text = readTeX(text)
	text = fencedDiv().ReplaceAllString(text, "")
	text = command().ReplaceAllString(text, "")
	text = newPage().ReplaceAllString(text, `<div style="page-break-before: always"></div>`)
	text = embedded().ReplaceAllString(text, "")
	text = wikiLink().ReplaceAllString(text, "$1")
	return spanClass().ReplaceAllString(text, "$1")
}

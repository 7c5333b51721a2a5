package document

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/story"
)

// finish completes what a reader gave: it checks it, marks the exercises,
// leaves out what is not to be read aloud, finds language and title, counts
// the words and keeps the pages from to to (from 1; 0: the first, the last).
func finish(ctx context.Context, doc *story.Document, from, to int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	doc.Pages = max(doc.Pages, 1)
	if doc.Pages > maxPages {
		return bad(sayTooLong, nil)
	}
	first, last, err := pageRange(doc.Pages, from, to)
	if err != nil {
		return err
	}
	settlePages(doc)
	dropCitations(doc)
	dropReferences(doc)
	markExercises(doc)
	if !hasText(doc.Blocks) {
		return bad(sayNoText, nil)
	}
	doc.Language = languageOf(doc.Blocks)
	doc.Title = titleOf(doc)
	keepRange(doc, first, last)
	if countLetters(doc.Blocks) < leastLetters {
		return bad(sayTooLittle, nil)
	}
	countWords(doc)
	return nil
}

// leastLetters is the least text of which a story can be made: two short
// sentences, or one in a script that writes words with few signs.
const leastLetters = 24

// countLetters counts the letters of all blocks, up to leastLetters.
func countLetters(blocks []story.Block) (n int) {
	for _, b := range blocks {
		for _, r := range b.Text {
			if unicode.IsLetter(r) {
				n++
			}
			if n == leastLetters {
				return n
			}
		}
	}
	return n
}

// pageRange checks the pages asked for against those there are.
func pageRange(pages, from, to int) (first, last int, err error) {
	first, last = from, to
	if first == 0 {
		first = 1
	}
	if last == 0 {
		last = pages
	}
	switch {
	case first < 1 || last < 1:
		return 0, 0, bad("Page numbers begin with 1. Choose a first and a last page.", nil)
	case first > last:
		return 0, 0, bad(fmt.Sprintf("The first page, %d, comes after the last, %d. Choose them the other way round.", first, last), nil)
	case last > pages && pages == 1:
		return 0, 0, bad("The document has only one page. Choose page 1.", nil)
	case last > pages:
		return 0, 0, bad(fmt.Sprintf("The document has only %d pages. Choose pages from 1 to %d.", pages, pages), nil)
	}
	return first, last, nil
}

// settlePages makes sure of what the rest relies on: every block, figure and
// entry is on a page that exists.
func settlePages(doc *story.Document) {
	clamp := func(page int) int { return min(max(page, 1), doc.Pages) }
	for i := range doc.Blocks {
		doc.Blocks[i].Page = clamp(doc.Blocks[i].Page)
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		f.Page, f.Block = clamp(f.Page), min(max(f.Block, 0), len(doc.Blocks))
	}
	for i := range doc.Outline {
		doc.Outline[i].Page = clamp(doc.Outline[i].Page)
	}
}

// keepBlocks leaves only the blocks for which keep says so and moves the
// figures to their new places.
func keepBlocks(doc *story.Document, keep func(i int) bool) {
	moved := make([]int, len(doc.Blocks)+1) // new index of each block, and of the end
	var kept []story.Block
	for i := range doc.Blocks {
		moved[i] = len(kept)
		if keep(i) {
			kept = append(kept, doc.Blocks[i])
		}
	}
	moved[len(doc.Blocks)] = len(kept)
	for i := range doc.Figures {
		doc.Figures[i].Block = moved[doc.Figures[i].Block]
	}
	doc.Blocks = kept
}

// keepRange restricts doc to pages first to last.
func keepRange(doc *story.Document, first, last int) {
	doc.From, doc.To = first, last
	in := func(page int) bool { return page >= first && page <= last }
	doc.Figures = slices.DeleteFunc(doc.Figures, func(f story.Figure) bool { return !in(f.Page) })
	blocks := doc.Blocks
	keepBlocks(doc, func(i int) bool { return in(blocks[i].Page) })
}

// countWords counts the words of the pages that were read.
func countWords(doc *story.Document) {
	doc.WordsOnPage = make([]int, doc.Pages)
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		doc.WordsOnPage[b.Page-1] += wordCount(b.Text)
	}
}

// hasText reports whether any block holds words.
func hasText(blocks []story.Block) bool {
	return slices.ContainsFunc(blocks, func(b story.Block) bool { return wordCount(b.Text) > 0 })
}

// titleOf gives the document's own title, else its first heading, else the
// name of its file.
func titleOf(doc *story.Document) string {
	if t := strings.TrimSpace(doc.Title); t != "" {
		return t
	}
	best := -1
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind != story.Heading || b.Page > doc.Blocks[0].Page+1 || best >= 0 && b.Level >= doc.Blocks[best].Level {
			continue
		}
		best = i
	}
	if best >= 0 {
		return doc.Blocks[best].Text
	}
	name := strings.TrimSuffix(doc.Name, filepath.Ext(doc.Name))
	if name = tidy(strings.NewReplacer("_", " ", "-", " ").Replace(name)); name == "" {
		return doc.Name
	}
	return name
}

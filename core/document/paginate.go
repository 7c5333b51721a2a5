package document

import (
	"fmt"
	"slices"

	"edusmart/core/story"
)

// numberPages gives every block, figure and outline entry its page.
func (c *composer) numberPages() error {
	blocks := c.doc.Blocks
	first := map[int]int{} // page on which a section begins
	page, words, section := 0, 0, -1
	enter := func(to int) {
		if c.fixed {
			page = to + 1
		} else {
			page++
		}
		section, words = to, 0
		first[to] = page
	}
	for i := range blocks {
		count := wordCount(blocks[i].Text)
		switch {
		case c.sections[i] != section:
			enter(c.sections[i])
		case !c.fixed && pageIsFull(words, count, blocks[i].Kind):
			page++
			words = 0
		}
		words += count
		blocks[i].Page = page
	}
	last := page
	if c.fixed {
		last = c.section + 1
	}
	c.doc.Pages = max(last, 1)
	if c.doc.Pages > maxPages {
		return bad(sayTooLong, fmt.Errorf("%d pages", c.doc.Pages))
	}
	place := func(section, block int) int {
		if block < len(blocks) && c.sections[block] == section {
			return blocks[block].Page
		}
		if block > 0 && block <= len(blocks) && c.sections[block-1] == section {
			return blocks[block-1].Page
		}
		if p, ok := first[section]; ok {
			return p
		}
		if c.fixed {
			return min(section+1, c.doc.Pages)
		}
		if block < len(blocks) {
			return blocks[block].Page
		}
		return c.doc.Pages
	}
	for i := range c.doc.Figures {
		c.doc.Figures[i].Page = place(c.figures[i], c.doc.Figures[i].Block)
	}
	for _, e := range c.outline {
		c.doc.Outline = append(c.doc.Outline, story.Entry{Level: e.level, Title: e.title, Page: place(e.section, e.block)})
	}
	return nil
}

// pageIsFull decides whether a block of so many words begins a new page after
// those that are on it. A heading rather begins a page than ends one.
func pageIsFull(words, next int, kind story.BlockKind) bool {
	if kind == story.Heading {
		return words >= pageWords*4/5
	}
	return words >= pageWords/2 && words+next > pageWords*11/10
}

// dropOrnaments leaves out pictures that stand in three or more places: logos
// and banners, not figures.
func (c *composer) dropOrnaments() {
	often := map[string]bool{}
	for sum, s := range c.seen {
		if s.count >= 3 {
			often[string(sum[:])] = true
		}
	}
	if len(often) == 0 {
		return
	}
	kept, sections := c.doc.Figures[:0], c.figures[:0]
	for i, f := range c.doc.Figures {
		sum := digest(f.Data)
		if !often[string(sum[:])] {
			kept, sections = append(kept, f), append(sections, c.figures[i])
		}
	}
	clear(c.doc.Figures[len(kept):])
	c.doc.Figures, c.figures = kept, sections
}

// markTypedLists makes list items of paragraphs that begin with a typed
// marker. A bullet is one on its own; a number or a letter only in company,
// within one section of the text.
func (c *composer) markTypedLists() {
	var run []int // paragraphs with a number or a letter since the last heading
	flush := func() {
		if len(run) >= 2 {
			for _, i := range run {
				c.makeItem(i)
			}
		}
		run = run[:0]
	}
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		if b.Kind == story.Heading {
			flush()
			continue
		}
		if b.Kind != story.Paragraph {
			continue
		}
		switch kind, _, _ := splitMarker(b.Text); kind {
		case bulletMarker:
			c.makeItem(i)
		case numberMarker, letterMarker:
			run = append(run, i)
		case noMarker:
		}
	}
	flush()
}

func (c *composer) makeItem(i int) {
	b := &c.doc.Blocks[i]
	_, marker, rest := splitMarker(b.Text)
	*b = story.Block{Kind: story.ListItem, Level: 1, Marker: marker, Text: rest, Page: b.Page}
}

// A typed heading is at most this long.
const (
	headingWords = 12
	headingBytes = 240
)

// markTypedHeadings makes headings of short bold paragraphs, in documents
// whose author used no heading styles.
func (c *composer) markTypedHeadings() {
	styled := slices.ContainsFunc(c.doc.Blocks, func(b story.Block) bool {
		return b.Kind == story.Heading && b.Text != c.doc.Title
	})
	if styled || c.fixed {
		return
	}
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		followed := i+1 < len(c.doc.Blocks) && (c.doc.Blocks[i+1].Kind != story.Paragraph || !c.strong[i+1])
		if b.Kind == story.Paragraph && c.strong[i] && followed && len(b.Text) <= headingBytes &&
			wordCount(b.Text) <= headingWords && !endsSentence(b.Text) {
			b.Kind, b.Level = story.Heading, 1
		}
	}
}

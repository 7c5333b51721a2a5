package document

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"edusmart/core/story"
)

// pageWords is how many words a page is taken to hold where the document does
// not say where its pages end.
const pageWords = 400

// A composer gathers what a reader finds, in reading order, into a document.
//
// Pages are counted in two steps: readers cut the document into sections
// where it says so (a page break, a slide, a chapter), and compose numbers
// them, cutting long sections of documents without real pages by words.
type composer struct {
	ctx context.Context
	doc *story.Document

	section  int   // of what is added now, from 0
	sections []int // of each block
	strong   []bool
	figures  []int // section of each figure
	outline  []outlineEntry

	// fixed: sections are the pages, however long or empty they are.
	fixed bool

	text  int // bytes
	bytes int // of figures
	seen  map[[sha256.Size]byte]*sighting
	// awaiting is the number of figures at the end that a caption would
	// belong to.
	awaiting int
}

// outlineEntry is a line of the table of contents before pages are numbered.
type outlineEntry struct {
	level   int
	title   string
	section int
	block   int // the block it points at or before, len(Blocks) for none yet
}

// sighting counts how often one picture occurs, and where it was put.
type sighting struct {
	count int
}

func newComposer(ctx context.Context) *composer {
	return &composer{ctx: ctx, doc: &story.Document{}, seen: map[[sha256.Size]byte]*sighting{}}
}

// breakSection begins a new section unless nothing has been put in this one.
func (c *composer) breakSection() {
	n := len(c.sections)
	f := len(c.figures)
	if n > 0 && c.sections[n-1] == c.section || f > 0 && c.figures[f-1] == c.section {
		c.section++
	}
}

// add puts a block at the end. Its Text and Cells are tidy.
func (c *composer) add(b story.Block, strong bool) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	c.text += len(b.Text)
	if c.text > maxText || len(c.doc.Blocks) >= maxBlocks {
		return bad(sayTooLong, fmt.Errorf("%d bytes of text in %d blocks", c.text, len(c.doc.Blocks)))
	}
	c.doc.Blocks = append(c.doc.Blocks, b)
	c.sections = append(c.sections, c.section)
	c.strong = append(c.strong, strong)
	c.awaiting = 0
	return nil
}

func (c *composer) heading(level int, text string) error {
	if text = tidy(text); text == "" {
		return nil
	}
	return c.add(story.Block{Kind: story.Heading, Level: min(max(level, 1), 9), Text: text}, false)
}

// title keeps the document's title, which stands in it as its first heading.
func (c *composer) title(text string) error {
	if text = tidy(text); text == "" {
		return nil
	}
	if c.doc.Title == "" && len(c.doc.Blocks) < 8 {
		c.doc.Title = text
	}
	return c.heading(1, text)
}

// titleFromFirstHeading gives a document without a title the heading that it
// begins with.
func (c *composer) titleFromFirstHeading() {
	if c.doc.Title == "" && len(c.doc.Blocks) > 0 && c.doc.Blocks[0].Kind == story.Heading {
		c.doc.Title = c.doc.Blocks[0].Text
	}
}

// paragraph adds a paragraph, which is a caption when it stands after a
// figure and begins as one. Lines within it that begin with list markers
// become list items.
func (c *composer) paragraph(text string, strong bool) error {
	text = tidyLines(text)
	if text == "" {
		return nil
	}
	if c.awaiting > 0 && len(text) < 600 {
		if _, labelled, sure := cutLabel(text); labelled && sure {
			return c.caption(text)
		}
	}
	lines := strings.Split(text, "\n")
	if !markedLines(lines) {
		return c.add(story.Block{Kind: story.Paragraph, Text: strings.Join(lines, " ")}, strong)
	}
	return c.lines(lines, 1)
}

// item adds a list item with its marker as printed.
func (c *composer) item(level int, marker, text string) error {
	text = tidyLines(text)
	if text == "" {
		return nil
	}
	level = min(max(level, 1), 9)
	lines := strings.Split(text, "\n")
	block := story.Block{Kind: story.ListItem, Level: level, Marker: tidy(marker)}
	if !markedLines(lines) {
		block.Text = strings.Join(lines, " ")
		return c.add(block, false)
	}
	block.Text = lines[0]
	if err := c.add(block, false); err != nil {
		return err
	}
	return c.lines(lines[1:], level+1)
}

// lines adds lines of which some begin with list markers.
func (c *composer) lines(lines []string, level int) error {
	for _, line := range lines {
		b := story.Block{Kind: story.Paragraph, Text: line}
		if kind, marker, rest := splitMarker(line); kind != noMarker {
			b = story.Block{Kind: story.ListItem, Level: level, Marker: marker, Text: rest}
		}
		if err := c.add(b, false); err != nil {
			return err
		}
	}
	return nil
}

// markedLines reports whether lines hold a typed list: two or more that begin
// with list markers of the same kind.
func markedLines(lines []string) bool {
	var count [letterMarker + 1]int
	for _, line := range lines {
		if kind, _, _ := splitMarker(line); kind != noMarker {
			if count[kind]++; count[kind] > 1 {
				return true
			}
		}
	}
	return false
}

// caption adds a caption and gives it to the figures it stands under.
func (c *composer) caption(text string) error {
	text, _, _ = cutLabel(tidy(text))
	if text == "" {
		return nil
	}
	for i := len(c.doc.Figures) - c.awaiting; i < len(c.doc.Figures); i++ {
		c.doc.Figures[i].Caption = text
	}
	return c.add(story.Block{Kind: story.Caption, Text: text}, false)
}

func (c *composer) note(text string) error {
	if text = tidy(text); text == "" {
		return nil
	}
	return c.add(story.Block{Kind: story.Note, Text: text}, false)
}

// wordsOfProse is the mean length in words from which the cells of a table
// hold prose that was only laid out in columns.
const wordsOfProse = 40

// table adds a table of tidied cells. A table of one cell or one column, and
// one whose cells hold prose, is layout: its cells become paragraphs.
func (c *composer) table(rows [][]string) error {
	cells, words, wide := 0, 0, 0
	for i, row := range rows {
		for j, cell := range row {
			rows[i][j] = tidy(cell)
			if rows[i][j] != "" {
				cells++
				words += wordCount(rows[i][j])
			}
		}
		wide = max(wide, len(row))
	}
	rows = slices.DeleteFunc(rows, func(row []string) bool {
		return !slices.ContainsFunc(row, func(cell string) bool { return cell != "" })
	})
	if cells == 0 {
		return nil
	}
	if wide < 2 || cells < 2 || words/cells >= wordsOfProse {
		for _, row := range rows {
			for _, cell := range row {
				if err := c.paragraph(cell, false); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return c.add(story.Block{Kind: story.Table, Text: tableText(rows), Cells: rows}, false)
}

// tableText gives rows of cells as lines.
func tableText(rows [][]string) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = strings.TrimSpace(strings.Join(row, " | ")) // the first and the last cell may be empty
	}
	return strings.Join(lines, "\n")
}

// compose ends the gathering: it numbers the pages, marks the headings and
// lists that were only typed, and makes an outline from the headings where
// the document brought none.
func (c *composer) compose() (*story.Document, error) {
	if err := c.ctx.Err(); err != nil {
		return nil, err
	}
	c.dropOrnaments()
	c.markTypedLists()
	c.markTypedHeadings()
	if err := c.numberPages(); err != nil {
		return nil, err
	}
	if len(c.doc.Outline) == 0 {
		for _, b := range c.doc.Blocks {
			if b.Kind == story.Heading && b.Level <= 3 {
				c.doc.Outline = append(c.doc.Outline, story.Entry{Level: b.Level, Title: b.Text, Page: b.Page})
			}
		}
	}
	return c.doc, nil
}

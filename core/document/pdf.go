package document

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"edusmart/core/story"
)

// A pdfPage is a page on its way from lines to blocks.
type pdfPage struct {
	number  int // from 0
	w, h    float64
	lines   []line
	images  []box
	figures []pdfFigure
	tables  []*pdfTable
	rtl     bool
}

// manyPDFPages is how many pages are worth a second child; largePDF, in bytes,
// is a file that is taken to have them before they are counted.
const (
	manyPDFPages = 6
	largePDF     = 100 << 10
)

// readPDF reads a PDF through child processes, and its photographs through
// Tesseract. Figures are drawn only where withFigures is true, and only those
// of the pages from to to (from 1; 0: the first, the last). The count is of the
// figures of all pages.
func (s *source) readPDF(ctx context.Context, from, to int, withFigures bool) (*story.Document, int, error) {
	c, err := collectPages(ctx, s.File)
	if err != nil {
		return nil, 0, err
	}
	words := 0
	for i, p := range c.pages {
		if p == nil {
			c.pages[i] = newPDFPage(&pageText{page: i})
			continue
		}
		words += len(p.lines)
	}
	if words == 0 {
		doc, err := s.recognise(ctx, len(c.pages), from, to)
		return doc, 0, err
	}
	read, unread, err := s.readPhotographs(ctx, c.pages, from, to)
	if err != nil {
		return nil, 0, err
	}
	doc, figures, err := layOut(ctx, s.File, c.pages, c.outline, from, to, withFigures)
	if err != nil {
		return nil, 0, err
	}
	doc.Scanned, doc.Unread = read > 0, unread
	return doc, figures, nil
}

func newPDFPage(p *pageText) *pdfPage {
	page := &pdfPage{number: p.page, w: p.w, h: p.h, images: p.images, lines: linesOf(p)}
	rtl := 0
	for i := range page.lines {
		if startsRTL(page.lines[i].text) {
			rtl++
		}
	}
	page.rtl = 2*rtl > len(page.lines)
	return page
}

// A collection is what the children send of a PDF's text. Two children write
// to it, one upwards and one downwards.
type collection struct {
	mu         sync.Mutex
	pages      []*pdfPage
	have       int
	opened     chan struct{} // closed when the number of pages is known
	full       chan struct{} // closed when all has come
	outline    childOutline
	hasOutline bool
}

// collectPages runs one child from the first page on, and for a longer
// document a second from the last page back, until all pages are there. A
// page that ends both is empty; the document fails when no page could be read.
func collectPages(ctx context.Context, f *os.File) (*collection, error) {
	c := &collection{opened: make(chan struct{}), full: make(chan struct{})}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	up := make(chan error, 1)
	go func() { up <- runChild(ctx, f, childJob{Op: opText}, c.take) }()
	down := make(chan error, 1)
	running := 1
	opened := c.opened
	second := func() {
		opened = nil
		running++
		go func() { down <- runChild(ctx, f, childJob{Op: opText, Down: true}, c.take) }()
	}
	if info, err := f.Stat(); err == nil && info.Size() >= largePDF {
		second()
	}
	var errUp error
	for running > 0 {
		select {
		case <-opened:
			opened = nil
			if len(c.pages) >= manyPDFPages {
				second()
			}
		case <-c.full:
			stop()
			for ; running > 0; running-- {
				var late error // what they end with no longer matters
				select {
				case late = <-up:
				case late = <-down:
				}
				_ = late
			}
			return c, nil
		case errUp = <-up:
			running--
			up = nil
		case err := <-down:
			running--
			down = nil
			errUp = errors.Join(errUp, err)
		}
	}
	if c.have == 0 || c.have < len(c.pages)-maxLostPages {
		return nil, firstSentence(errUp)
	}
	return c, nil
}

// maxLostPages is how many pages of a document may end the child before it
// counts as damaged.
const maxLostPages = 1

// firstSentence gives the error of the child that failed first; where both
// were only stopped, damage.
func firstSentence(err error) error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok && len(joined.Unwrap()) > 0 {
		err = joined.Unwrap()[0]
	}
	if err == nil {
		return damaged(errors.New("no page came"))
	}
	return err
}

// take keeps what a frame brings. The lines of a page are found by the
// goroutine of the child that sent it, beside the other's.
func (c *collection) take(kind byte, payload []byte) error {
	var page *pdfPage
	if kind == framePage {
		p, err := decodePage(payload)
		if err != nil {
			return damaged(fmt.Errorf("page: %w", err))
		}
		page = newPDFPage(p)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch kind {
	case frameHead:
		var head childHead
		if err := json.Unmarshal(payload, &head); err != nil || head.Pages < 1 || head.Pages > maxPages {
			return damaged(fmt.Errorf("%w: head %.100q", errFrame, payload))
		}
		if c.pages == nil {
			c.pages = make([]*pdfPage, head.Pages)
			close(c.opened)
		}
	case framePage:
		if page.number >= len(c.pages) {
			return damaged(fmt.Errorf("%w: page %d of %d", errFrame, page.number+1, len(c.pages)))
		}
		if c.pages[page.number] == nil {
			c.pages[page.number] = page
			c.have++
		}
	case frameOutline:
		if err := json.Unmarshal(payload, &c.outline); err != nil {
			return damaged(fmt.Errorf("outline: %w", err))
		}
		c.hasOutline = true
	}
	if c.have == len(c.pages) && c.have > 0 && c.hasOutline {
		select {
		case <-c.full:
		default:
			close(c.full)
		}
	}
	return nil
}

// layOut makes blocks and figures of the pages.
func layOut(ctx context.Context, f *os.File, pages []*pdfPage, outline childOutline, from, to int, withFigures bool) (*story.Document, int, error) {
	doc, figures, err := blocksOf(ctx, pages, outline)
	if err != nil {
		return nil, 0, err
	}
	count, err := drawFigures(ctx, f, doc, figures, from, to, withFigures)
	return doc, count, err
}

// blocksOf makes blocks of the pages and says where their figures are.
func blocksOf(ctx context.Context, pages []*pdfPage, outline childOutline) (*story.Document, []pdfFigure, error) {
	doc := &story.Document{Pages: len(pages), Title: pdfTitle(outline.Title), Outline: entriesOf(outline, len(pages))}
	dropMargins(pages)
	findFigures(pages)
	words := lexiconOf(pages)
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		findDrawings(p)
		p.findTables()
		p.placeFigures()
	}
	w := newPDFWriter(pages, words, doc)
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		w.page(p)
	}
	w.finish()
	return doc, w.figures, nil
}

// placeFigures puts a line for each figure among the others, so that it is
// read in its place.
func (p *pdfPage) placeFigures() {
	for i := range p.figures {
		b := p.figures[i].box
		p.lines = append(p.lines, line{box: b, base: b.y0, page: p.number, figure: i + 1})
	}
}

// entriesOf gives the outline, cleaned.
func entriesOf(o childOutline, pages int) []story.Entry {
	var all []story.Entry
	for _, e := range o.Entries {
		title := tidy(cleanPiece(e.Title))
		if title == "" || e.Page < 1 || e.Page > pages {
			continue
		}
		all = append(all, story.Entry{Level: max(1, e.Level), Title: title, Page: e.Page})
	}
	return all
}

// pdfTitle gives the title that a PDF says it has, unless a program
// made it up.
func pdfTitle(s string) string {
	s = tidy(cleanPiece(s))
	low := strings.ToLower(s)
	for _, sign := range []string{"untitled", "microsoft word", "microsoft powerpoint", "powerpoint presentation", "unbenannt", "document", "sin título", "layout 1", "slide 1"} {
		if strings.HasPrefix(low, sign) {
			return ""
		}
	}
	for _, ending := range []string{".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".ppt", ".pptx", ".odt", ".rtf", ".html", ".htm"} {
		if strings.HasSuffix(low, ending) {
			return ""
		}
	}
	if len(s) > 200 || wordCount(s) == 0 || strings.Contains(s, "\\") || strings.HasPrefix(low, "http") {
		return ""
	}
	return s
}

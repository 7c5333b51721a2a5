package document

import (
	"context"
	"strings"

	"edusmart/core/story"
)

// Photographs among the printed pages of a PDF: a page of an old book between
// worksheets, a handwritten sheet that was scanned into the file.

const (
	// fewPrinted characters are fewer than a page of text has: a page number, or
	// what a scanning program stamps on a page.
	fewPrinted = 60
	// leastRead characters of words make a photograph a page of text; with fewer
	// it is a picture.
	leastRead = 150
)

// readPhotographs reads those of pages, from from to to (from 1; 0: the first,
// the last), that are photographs of pages. It counts those that became text,
// and those that nothing here can read. The error is ctx's or the file's.
func (s *source) readPhotographs(ctx context.Context, pages []*pdfPage, from, to int) (read, unread int, err error) {
	first, last, err := pageRange(len(pages), from, to)
	if err != nil {
		return 0, 0, err
	}
	var wanted []int
	for _, p := range pages[first-1 : last] {
		if p.isPhotograph() {
			wanted = append(wanted, p.number)
		}
	}
	if len(wanted) == 0 {
		return 0, 0, nil
	}
	t := findTesseract(ctx)
	if t == nil {
		return 0, len(wanted), ctx.Err()
	}
	chosen := wanted[:min(len(wanted), maxScanPages)]
	language := s.language
	if language == "" {
		language = printedLanguage(pages)
	}
	r := &recogniser{tesseract: t, wanted: language, picture: s.pageInGrey}
	texts, failed, err := s.readScans(ctx, r, len(pages), chosen)
	if err != nil {
		return 0, 0, err
	}
	unread = len(wanted) - len(chosen)
	for _, i := range chosen {
		if texts[i] == nil {
			if failed != nil {
				unread++
			}
			continue
		}
		if page := newPDFPage(texts[i]); page.characters() >= leastRead {
			pages[i] = page
			read++
		}
	}
	return read, unread, nil
}

// isPhotograph reports whether p is one picture with hardly a letter printed.
func (p *pdfPage) isPhotograph() bool {
	if p.characters() >= fewPrinted {
		return false
	}
	for _, b := range joinStrips(p.images) {
		if b = b.clip(p.w, p.h); b.w()*b.h() > maxFigurePart*p.w*p.h {
			return true
		}
	}
	return false
}

// printedLanguage is the language of what is printed on pages.
func printedLanguage(pages []*pdfPage) string {
	var blocks []story.Block
	for _, p := range pages {
		var text strings.Builder
		for i := range p.lines {
			text.WriteString(p.lines[i].text + " ")
		}
		blocks = append(blocks, story.Block{Kind: story.Paragraph, Text: text.String()})
	}
	return languageOf(blocks)
}

// characters counts those of the lines.
func (p *pdfPage) characters() (n int) {
	for i := range p.lines {
		n += p.lines[i].n
	}
	return n
}
